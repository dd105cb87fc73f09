import a1
print([1,2][a1.N])
# error: 2:7 ImportError: `a1.N` comes from module 'a1'
