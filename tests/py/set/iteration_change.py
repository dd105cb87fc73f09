# Changing a set while it is walked is noticed.
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as e:
    print(e)
s = {1}
for x in s:
    s.add(1)
print(s)
it = iter({5})
print(next(it), it.__length_hint__(), next(it, None), type(it).__name__)
