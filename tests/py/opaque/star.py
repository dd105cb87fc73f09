from a1 import *
print('ok')
foo()
