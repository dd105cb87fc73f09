a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print(a | b, b | a, a)
a |= b
print(a)
a |= [("w", 5)]
print(a)
class D(dict): pass
print(type(D(x=1) | {"y": 1}).__name__, D(x=1) | {"y": 1})
try:
    a |= 3
except TypeError as e:
    print(e)
