# dict.update: mappings, pairs, keywords, itself.
d = {"a": 1}
print(d.update({"b": 2}), d.update([("c", 3)]), d.update(a=5, d=4), d.update(), d.update(d), d)
d.update({}, x=1)
d.update(["yz"])
print(d)
for args in [(1,), ([1],), (["abc"],), ({}, {}), (None,), ([(1, 2, 3)],)]:
    try:
        d.update(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
