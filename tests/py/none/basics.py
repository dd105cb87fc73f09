# None, Ellipsis and NotImplemented.
print(None, repr(None), type(None), None is None, None == 0, None == None, bool(None), [None], str(None), hash(None) == hash(None), ..., Ellipsis is ..., type(...), NotImplemented, type(NotImplemented), type(None)() is None, type(...)() is ..., None.__class__, f"{None!s:>6}", "%s" % None)
for code in ["None + 1", "None()", "None[0]", "None.x", "None.x = 1", "len(None)", "for x in None: pass", "None < None", "int(None)", "-None", "type(None)(1)", "class X(type(None)): pass", "None in None", "x, y = None", "f'{None:5}'", "del None.x", "with None: pass", "[*None]", "f(*None) if False else print(*None)", "dict(**None)", "print(**None)"]:
    try:
        exec(code)
    except Exception as e:
        print(code, "->", type(e).__name__, e)
