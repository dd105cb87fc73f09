import a1
class A(metaclass=a1.Meta):
    x = 1
print(A.x)
