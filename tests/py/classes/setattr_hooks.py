# __setattr__ and __delattr__ see every assignment and deletion.
class A:
    def __init__(self):
        self.x = 1

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


a = A()
a.x += 1
setattr(a, "y", 5)
del a.y
a.__dict__["z"] = 9
print(vars(a))
try:
    del a.nope
except AttributeError as e:
    print(e)
for args in [(a,), (a, 1, 2), (a, "b"), (5, "x", 1)]:
    try:
        setattr(*args)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
