# json.loads: control characters, strict, hooks, constants.
import json

text = '"a\tb\nc"'
try:
    json.loads(text)
except json.JSONDecodeError as e:
    print(e, e.pos, e.lineno, e.colno)
print(repr(json.loads(text, strict=False)))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
print(json.loads("[NaN, Infinity, -Infinity]"), json.loads("1e5"), json.loads("-0"), json.loads("-0.0"))
print(json.loads("[NaN]", parse_constant=lambda c: "const " + c), json.loads("[1.50]", parse_float=str), json.loads("[12]", parse_int=lambda s: s + "!"))
print(json.JSONDecoder(strict=False).decode('["x\ty"]'), json.JSONDecoder().raw_decode('{"a":1} tail'))
print(json.loads(b'"\xc3\xa9"'), json.loads("\"\\ud83d\\ude00\""), ascii(json.loads('"\\ud800"')))
try:
    json.loads("\ufeff1")
except json.JSONDecodeError as e:
    print(e)
