import a1
x = a1.get('k') or 'default'
print(x)
# error: 2:5 ImportError: `a1.get()` comes from module 'a1'
