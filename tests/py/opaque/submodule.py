import a1.b.c as m
from a1.b import d
import a1.b
print(m.x, d.y, a1.b.c)
# error: 4:1 ImportError: `a1.b.c.x` comes from module 'a1.b.c'
