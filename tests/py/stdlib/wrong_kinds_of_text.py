# What functions of the library say of arguments of another kind.
import difflib, string, textwrap, urllib.parse
def t(f, *args):
    try:
        r = f(*args)
        print(list(r) if hasattr(r, "__next__") else r)
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
for wrong in (None, 5, b"a b", ["a"], {"a": 1}, [("a", 1)], "ab", [1], [], b""):
    for f in (string.capwords, urllib.parse.urlencode, textwrap.dedent):
        t(f, wrong)
    t(textwrap.wrap, wrong, -1)
    t(difflib.unified_diff, wrong, ["x"])
    t(difflib.unified_diff, ["x"], wrong)
t(difflib.unified_diff, ["x"], ["y"], 5)
