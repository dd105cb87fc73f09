s = "aé€😀z"
print(list(s), len(s), s[3], s[-1], s[1:4], s[::-1], list(reversed(s)), list(enumerate(s))[2])
for c in s:
    print(c, ord(c), end=" ")
print()
print(sorted(s), min(s), max(s), "".join(dict.fromkeys("abca")), set("aab") == {"a", "b"}, tuple("xy"), [*"hi"])
a, b, *c = s
print(a, b, c)
print("".join(map(chr, range(97, 103))), "-".join(reversed("abc")), list(zip("ab", "cd")))
