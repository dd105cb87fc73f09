import json
v = {"b": [1, 2.5, None, True], "a": {"é": "ü\n\t\"\\"}, 3: "int", None: 1, True: 2, 1.5: 3}
print(json.dumps(v)); print(json.dumps(v, ensure_ascii=False)); print(json.dumps({"b": 1, "a": [1, {"c": 2}]}, indent=2, sort_keys=True)); print(json.dumps([1, 2], indent="\t")); print(json.dumps({}, indent=2), json.dumps([], indent=2))
print(json.dumps([1, 2, {"a": 1}], separators=(",", ":")), json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]), json.dumps("\u2028\x7f\ud800"))
print(json.dumps({"k": (1, 2)}), json.dumps("</script>"), json.dumps({(1, 2): 3, "ok": 1}, skipkeys=True), json.dumps(10 ** 30), json.dumps(1e100), json.dumps(-0.0))
for f in (lambda: json.dumps({(1,): 1}), lambda: json.dumps({1, 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(object), lambda: json.dumps(b"x"), lambda: json.dumps({"a": 1j})):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
l = []; l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
