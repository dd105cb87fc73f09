import a1
a, b = a1.x
# error: 2:1 ImportError: `a1.x` comes from module 'a1'
