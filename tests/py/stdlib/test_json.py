import json
v = {"b": [1, 2.5, None, True, "é\n\"x\""], "a": {"n": {}, "l": []}, 3: "k"}
print(json.dumps(v), json.dumps(v, indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("é", ensure_ascii=False))
print(json.loads('{"a": [1, -2.5e3, null, true, "\\u00e9"], "big": 123456789012345678901234567890}'))
for s in ("", "{", '{"a" 1}', "[1,]", "nul", '{"a": 1} x', "'a'"):
    try: json.loads(s)
    except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno, e.msg)
try: json.dumps({1, 2})
except TypeError as e: print(e)
print(json.dumps({"s": {1}}, default=list), json.loads("[1]", parse_int=str), json.loads('{"a":1}', object_hook=lambda d: list(d.items())))
class Enc(json.JSONEncoder):
    def default(self, o): return f"<{type(o).__name__}>"
print(json.dumps([object()], cls=Enc), json.dumps(float("inf")), json.dumps((1, 2)), json.dumps({None: 1, True: 2, 1.5: 3}))
from enum import Enum, IntEnum
class S(str, Enum): A = "a"
class I(IntEnum): X = 1
print(json.dumps([S.A, I.X, {S.A: 1}]), json.dumps([], indent=1), json.loads(b'"x"'), json.loads('{"a":1,"a":2}'))
import io
b = io.StringIO(); json.dump([1], b); print(b.getvalue(), json.load(io.StringIO("[2]")))
