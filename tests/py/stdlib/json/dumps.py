import json
v = {"b": [1, 2.5, None, True], "a": {"x": "é\n\"", "n": -0.0}, 3: "k", None: 1, True: 0}
print(json.dumps(v)); print(json.dumps(v, ensure_ascii=False)); print(json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=2)); print(json.dumps([1, {"a": []}], indent="\t")); print(json.dumps([1, 2], separators=(",", ":")))
print(json.dumps((1, 2)), json.dumps("\u2028\U0001f600"), json.dumps(float("inf")), json.dumps(float("nan")), json.dumps([]), json.dumps({}, indent=2), json.dumps([[], {}], indent=1), json.dumps(1e100), json.dumps(10**20))
