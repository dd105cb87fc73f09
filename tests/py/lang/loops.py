# for, while, else, break, continue, nested loops, changing what is iterated.
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
for i in range(3):
    if i == 1:
        break
else:
    print("not printed")
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print(n)
else:
    print("not printed")
while n > 0:
    n -= 1
else:
    print("while else", n)
for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j)
    else:
        print("inner done", i)
items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
print(items)
try:
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
except RuntimeError as e:
    print(e)
for i in range(10, 0, -3):
    print(i, end=" ")
print()
for i, c in enumerate("ab", 1):
    print(i, c)
for a, b in zip([1, 2, 3], "xy"):
    print(a, b)
for k, v in {"a": 1, "b": 2}.items():
    print(k, v)
for c in "héy":
    print(c)
for x in (): print("never")
for x in reversed([1, 2]): print(x)
i = 0
while True:
    i += 1
    if i > 3: break
print(i)
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, None))
for x in {5}:
    print(x)
for x in range(3): pass
print(x)
for obj in [type("O", (), {})()]:
    obj.x = 1
    for obj.x in range(3):
        pass
    print(obj.x)
