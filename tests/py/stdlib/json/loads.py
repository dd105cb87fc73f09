import json
for t in ('{"a": [1, 2.0, 1e3, -5], "b": null}', '"\\u00e9\\n\\ud83d\\ude00"', "[true, false]", " 1 ", "NaN", "-Infinity", "12345678901234567890", "[]", b'{"x": 1}', '{"a": 1, "a": 2}'):
    print(repr(json.loads(t)))
