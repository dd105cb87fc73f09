import a1
print('%s' % a1.NAME)
# error: 2:7 ImportError: `a1.NAME` comes from module 'a1'
