"""slices as targets: lists grow, shrink, extended ones must fit"""
def t(action):
    value = list(range(8))
    try:
        action(value)
        print(value)
    except Exception as e:
        print(type(e).__name__, e, value)


def put(key, new):
    def action(value):
        value[key] = new
    return action


def drop(key):
    def action(value):
        del value[key]
    return action


for key in slice(2, 4), slice(5, 2), slice(None), slice(0, 0), slice(8, 8), slice(-3, None), slice(2, 2), slice(20, 30), slice(None, None, 2), slice(None, None, -1), slice(6, 1, -2), slice(0, 8, 3):
    for new in [], ["a"], ["a", "b", "c", "d"], "xy", (1, 2, 3), range(4), {5: 6}, (n for n in "pq"):
        print(key, new if not hasattr(new, "send") else "generator")
        t(put(key, new))
    t(drop(key))
for key, new in (slice(1, 3), 5), (slice(1, 3), None), (slice(None, None, 0), []), (slice("a"), []), (20, 1), (-9, 1), ("a", 1), (1.0, 1):
    print(key, new)
    t(put(key, new))
    t(drop(key))
same = [1, 2, 3]
same[1:2] = same
print(same)
same[:] = same[::-1]
print(same)
same[::2] = [0] * len(same[::2])
print(same)
