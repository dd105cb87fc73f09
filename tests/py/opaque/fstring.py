import a1
x = f'{a1.NAME}'
# error: 2:7 ImportError: `a1.NAME` comes from module 'a1'
