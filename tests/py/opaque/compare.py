import a1
print(a1.x == 1, a1.x is None, a1.x != a1.x, a1.x in [1,2])
print(a1.x < 1)
# error: 2:7 ImportError: `a1.x` comes from module 'a1'
