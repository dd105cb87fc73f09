# list.clear and list.copy: shallow, and of itself.
a = [1, [2]]
b = a.copy()
b[1].append(3)
b.append(4)
print(a, b, a.clear(), a, b)
for method in (a.clear, a.copy):
    try:
        method(1)
    except TypeError as e:
        print(e)
