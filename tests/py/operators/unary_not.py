# Unary not on every kind of value.
for value in [0, 5, -5, True, False, 2**70, -(2**70), 0.0, -0.0, 2.5, float("inf"), "s", "", b"", [1], [], (1,), {}, {1}, set(),
              frozenset(), range(3), None, ..., int, len]:
    try:
        print(not value)
    except Exception as e:
        print(type(e).__name__ + ":", e)
