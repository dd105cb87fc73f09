# x in y and x not in y for every kind of container and item.
containers = ["abc", b"abc", bytearray(b"abc"), [1, 2.0, "a"], (1, None), {"a": 1}, {1, 2}, frozenset({3}), range(5), range(0, 10, 3),
              {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), 5, None, 2.5, int, len]
for container in containers:
    for item in ["a", "", "bc", 1, 1.0, True, 97, 300, b"b", None, (1, 2), [1], {1}, 2.5]:
        try:
            print(item in container, item not in container)
        except Exception as e:
            print(type(e).__name__ + ":", e)
