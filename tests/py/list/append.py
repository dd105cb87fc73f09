# list.append.
a = []
print(a.append(1), a, a.append(a), len(a), a)
for args in [(), (1, 2)]:
    try:
        a.append(*args)
    except TypeError as e:
        print(e)
try:
    a.append(object=1)
except TypeError as e:
    print(e)
