# Names a module does not have; star imports where they are not allowed.
try:
    from math import nothing_like_this
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0], e.name)
try:
    import math.nothing
except ImportError as e:
    print(type(e).__name__, e, e.name)
for code in ["def f():\n from math import *", "from math import", "import", "import a,", "from . import", "from math import (", "from math import a,", "import a as", "from math import (a b)", "import 5", "from 5 import a", "from a import b.c", "import a.b as c, d as", "from math import *, a", "class C:\n from math import *"]:
    try:
        compile(code, "f", "exec")
        print(repr(code), "compiles")
    except SyntaxError as e:
        print(repr(code), e.msg, e.lineno, e.offset)
