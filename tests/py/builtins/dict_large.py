d = {}
for i in range(1000):
    d[i] = i * i
for i in range(0, 1000, 3):
    del d[i]
print(len(d), d[1], d[998], 3 in d, list(d)[:5], list(d)[-3:])
for i in range(0, 1000, 3):
    d[i] = -i
print(len(d), list(d)[-3:], sum(d.values()))
s = {str(i): i for i in range(500)}
print(s["499"], s.get("500"), len(s))
while s:
    s.popitem()
print(s)
s["again"] = 1
print(s)
q = {}
for i in range(3000):
    q[i] = 1
    if i >= 10:
        del q[i - 10]
print(list(q))
while q:
    del q[next(iter(q))]
print(q, len(q))
