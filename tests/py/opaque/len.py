import a1
print(len(a1.x))
# error: 2:7 ImportError: `a1.x` comes from module 'a1'
