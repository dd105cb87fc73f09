s = "abcabc-αβγabc"
for sub in ["a", "abc", "", "α", "zz", "c-"]:
    print(sub, s.find(sub), s.rfind(sub), s.count(sub), s.find(sub, 3), s.rfind(sub, 0, 5), s.count(sub, 2, -1), s.find(sub, -3), sub in s)
for f in (lambda: s.index("zz"), lambda: s.rindex("zz"), lambda: 3 in s, lambda: s.find("a", "b")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(s.startswith("abc"), s.startswith(("x", "ab")), s.endswith("abc"), s.endswith("β", 0, 9), s.startswith("", 20), s.startswith("b", 1))
try:
    s.startswith(1)
except TypeError as e:
    print(e)
try:
    s.endswith(("a", 1))
except TypeError as e:
    print(e)
