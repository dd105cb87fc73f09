import a1
def f(x: a1.A | None, y: 'a1.B' = a1.z) -> a1.C: return 1
print(f(1))
x = a1.A | a1.B
