s = "aé한😀z"
print(len(s), [s[i] for i in range(-5, 5)], s[1:3], s[::-1], s[::2], s[-2:], s[10:], s[3:1], s[-1:0:-2])
for k in (5, -6, "a", 1.0, None):
    try:
        print(s[k])
    except Exception as e:
        print(type(e).__name__, e)
print(list(s), [c for c in reversed(s)], "a" < "b", "a" < "é" < "한" < "😀", "ab" > "a", "" <= "")
print("ab" * 3, 2 * "x", "x" * 0, "x" * -1, True * "q")
