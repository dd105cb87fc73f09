import a1
d = {a1.x: 1}
print(len(d))
