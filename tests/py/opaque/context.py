import a1
with a1.lock('x') as l:
    print('in')
with a1.ctx: print('in2')
