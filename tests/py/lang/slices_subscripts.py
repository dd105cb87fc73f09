# Subscripts with slices, tuples, stars; slice objects seen by __getitem__.
class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[1:2:3], s[:], s[::2], s[1:], s[:2], s[1, 2], s[1:2, ::3], s[...], s[()], s[(1, 2)])
s[1:2] = 3
s[0, 1] = "t"
del s[1:], s["x"]
l = list(range(10))
print(l[2:5], l[-3:], l[::3], l[::-1], l[8:2:-2], l[100:], l[-100:2])
l[2:4] = [20, 30, 40]
print(l)
l[::2] = ["e"] * len(l[::2])
print(l)
del l[::2]
print(l)
print("hello"[1:3], "hello"[::-1], (1, 2, 3)[-2:], "héllo"[1], b"abc"[1], b"abc"[1:])
sl = slice(1, None, 2)
print(sl, sl.start, sl.stop, sl.step, l[sl], sl.indices(5))
m = [[1, 2], [3, 4]]
m[1][0] = 9
m[0][1] += 5
print(m)
d = {(1, 2): "t", None: "n", 1.5: "f"}
print(d[1, 2], d[None], d[1.5])
for bad in (lambda: [1][5], lambda: (1,)[3], lambda: "a"[9], lambda: {}["k"], lambda: [1]["a"], lambda: [1][1.5]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    (1, 2)[0] = 5
except TypeError as e:
    print(e)
try:
    l[::2] = [1]
except ValueError as e:
    print(e)
