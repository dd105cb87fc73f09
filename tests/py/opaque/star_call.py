import a1
print(*a1.x)
# error: 2:1 ImportError: `a1.x` comes from module 'a1'
