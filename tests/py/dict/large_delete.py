# Many insertions and deletions keep order and find everything.
d = {}
for i in range(2000):
    d[i] = i
for i in range(0, 2000, 3):
    del d[i]
for i in range(2000, 2100):
    d[i] = i
print(len(d), next(iter(d)), list(d)[-1], sum(d), 3 in d, 4 in d, all(d[k] == k for k in d))
while len(d) > 5:
    d.popitem()
print(d)
