import a1
int(a1.x)
# error: 2:1 ImportError: `a1.x` comes from module 'a1'
