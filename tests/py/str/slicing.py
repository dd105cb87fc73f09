# Slices of text with all signs of start, stop and step.
s = "abcdef"
for start in [None, 0, 2, -2, 9, -9]:
    for stop in [None, 0, 4, -1, 9, -9]:
        print(repr(s[start:stop]), repr(s[start:stop:2]), repr(s[start:stop:-1]), repr(s[start:stop:-2]), end="  ")
    print()
u = "aé€𝒳z"
print(u[1:4], u[::-1], u[-2], u[3], u[::2], u[10:], len(u))
try:
    s[::0]
except ValueError as e:
    print(e)
