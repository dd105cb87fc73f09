# Tuples order like words and hash by content.
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") < (1, "b"), (1, 2) == (1.0, 2), hash((1, 2)) == hash((1.0, 2)), (1, 2) == [1, 2])
print({(1, 2): "a"}[1, 2], len({(1,), (1.0,), (True,)}), hash(()) == hash(()), hash(((),)) == hash(()))
for v in [(1, []), ({},), ((1, {2}),)]:
    try:
        hash(v)
    except TypeError as e:
        print(e)
try:
    (1, None) < (1, 2)
except TypeError as e:
    print(e)
