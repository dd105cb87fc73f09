import a1
if a1.FLAG: print('t')
print(not a1.settings.DEBUG)
# error: 2:4 ImportError: `a1.FLAG` comes from module 'a1'
