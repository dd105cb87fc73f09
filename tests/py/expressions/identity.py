# is and is not.
a = [1]
b = a
print(a is b, a is [1], a is not [1], None is None, () is (), True is True, type(a) is list, a[:] is a, "" is "" if False else True, ... is Ellipsis, NotImplemented is NotImplemented, a is a is b)
