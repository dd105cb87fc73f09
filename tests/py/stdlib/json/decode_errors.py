import json
for bad in ("", "{", "[1,", "[1 2]", '{"a" 1}', '{"a": }', "{'a': 1}", '"abc', "nul", "[1,]", '{"a":1,}', "01", "1.", "+1", '"\\x"', '"\\u12"', "[1] x", '"a\nb"', "{1: 2}", "\ufeff[]", "[" * 3, '{"a":1 "b":2}', "-"):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == bad)
try:
    json.loads(5)
except TypeError as e:
    print(e)
print(issubclass(json.JSONDecodeError, ValueError))
