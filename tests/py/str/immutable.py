# Text cannot be changed in place.
s = "abc"
for code in ["s[0] = 'x'", "del s[0]", "s.x = 1", "s[0:1] = 'y'", "del s.upper", "s += 1", "s -= 'a'"]:
    try:
        exec(code)
    except Exception as e:
        print(code, type(e).__name__, e)
old = s
s += "d"
print(s, old)
