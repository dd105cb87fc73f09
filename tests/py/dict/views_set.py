# Views behave as sets where their items can.
a = {"x": 1, "y": 2}
b = {"y": 2, "z": 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), a.keys() - b.keys(), sorted(a.keys() ^ b.keys()), a.items() & b.items(), a.keys() <= {"x", "y", "q"}, a.keys() == {"x", "y"})
print(a.keys().isdisjoint("pq"), a.items() - [("x", 1)], a.keys() & "xq", "x" in a.keys(), ("x", 1) in a.items(), ("x", 2) in a.items(), 1 in a.values(), a.values() == a.values())
print(len(a.keys()), list(reversed(a.items())), a.keys() < b.keys(), a.keys() > {"x"}, {"x"} < a.keys(), a.keys() != b.keys())
for code in ["a.values() & b.values()", "a.keys() + b.keys()", "a.keys() & 5", "a.keys()[0]", "hash(a.keys())", "a.keys().add('q')", "a.keys() < ['x']", "{'p': []}.items() & {1}"]:
    try:
        print(eval(code))
    except (TypeError, AttributeError) as e:
        print(code, type(e).__name__, e)
