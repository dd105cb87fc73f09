import atexit
def bye(x): print("bye", x)
atexit.register(bye, 1)
@atexit.register
def later(): print("later")
atexit.unregister(bye)
print("main")
atexit.unregister(later)
