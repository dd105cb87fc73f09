# frozensets are keys; sets are not, but may be looked up in a set of frozensets.
f = frozenset({1, 2})
print({f: "a"}[frozenset([2, 1])], hash(f) == hash(frozenset({2, 1})), {1, 2} in {f}, f in {f}, len({f, frozenset({1, 2})}))
s = {f}
s.discard({1, 2})
print(s)
for code in ["hash({1})", "{set()}", "{{1}: 2}", "f.add(3)", "f.clear()", "f.pop()", "f |= [1]"]:
    try:
        print(eval(code) if "|=" not in code else exec(code))
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
