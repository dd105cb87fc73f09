import atexit
@atexit.register
def a(): print("a")
def b(x, *, y): print("b", x, y)
print(atexit.register(b, 1, y=2) is b, atexit._ncallbacks())
atexit.register(b, 3, y=4)
def bad(): raise ValueError("ignored")
atexit.register(bad)
def nested(): atexit.register(print, "registered late")
atexit.register(nested)
try:
    atexit.register(3)
except TypeError as e:
    print(e)
atexit.unregister(a)
atexit.unregister(len)
print("main")
