# __instancecheck__ and __subclasscheck__ of metaclasses; __class__ as a property.
class Meta(type):
    def __instancecheck__(cls, obj):
        return obj == 5

    def __subclasscheck__(cls, sub):
        return sub is int


class Five(metaclass=Meta): pass


print(isinstance(5, Five), isinstance(6, Five), isinstance(Five(), Five), issubclass(int, Five), issubclass(str, Five), isinstance(5, (str, Five)))


class Liar:
    @property
    def __class__(self):
        return int


print(isinstance(Liar(), int), isinstance(Liar(), Liar), type(Liar()).__name__)
