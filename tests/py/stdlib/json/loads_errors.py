import json
for t in ("", "{", '{"a"}', '{"a": 1,}', "[1,]", "[1 2]", "{'a': 1}", '"abc', "tru", "1 2", '{"a": 1 "b"}', '"\\x"', "\n\n  x", '["a\nb"]', "01"):
    try:
        print(json.loads(t))
    except json.JSONDecodeError as e:
        print(e, "|", e.msg, e.pos, e.lineno, e.colno)
try:
    json.loads(5)
except TypeError as e:
    print(e)
