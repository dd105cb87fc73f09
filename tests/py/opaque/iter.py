import a1
for x in a1.items: pass
# error: 2:10 ImportError: `a1.items` comes from module 'a1'
