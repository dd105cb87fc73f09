# Tuples do not change, but what they hold may; += makes a new one even when it fails inside.
t = ([1], 2)
t[0].append(5)
print(t)
try:
    t[0] += [6]
except TypeError as e:
    print(e, t)
for code in ["t[1] = 3", "del t[1]", "t[0:1] = []", "t.x = 1", "t.append(1)", "del t[:]"]:
    try:
        exec(code)
    except Exception as e:
        print(code, type(e).__name__, e)
u = t
t += (3,)
print(t, u)
