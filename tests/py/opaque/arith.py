import a1
x = a1.N + 1
# error: 2:5 ImportError: `a1.N` comes from module 'a1'
