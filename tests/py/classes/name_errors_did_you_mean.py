# The text of AttributeError and NameError without their suggestions.
class A:
    value = 1


for code in ["A.valu", "A().vlaue", "lenn", "prnt", "(5).bit_lenght", "'x'.uper()", "import math; math.flor", "[].appendd", "None.x", "A().x.y", "undefined.x", "int().x"]:
    try:
        exec(code)
    except (AttributeError, NameError) as e:
        print(type(e).__name__, e, e.name)
