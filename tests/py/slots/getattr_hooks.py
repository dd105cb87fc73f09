"""__getattr__, __setattr__ and __delattr__ beside slots"""
class Logged:
    __slots__ = ("x",)

    def __getattr__(self, name):
        return "dynamic " + name

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


o = Logged()
print(o.x, o.y)
o.x = 1
print(o.x)
try:
    o.y = 2
except AttributeError as e:
    print(e)
del o.x
print(o.x)
try:
    del o.x
except AttributeError as e:
    print(repr(e))
