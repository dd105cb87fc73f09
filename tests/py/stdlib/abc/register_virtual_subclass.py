from abc import ABC, ABCMeta
class Sized(metaclass=ABCMeta):
    pass
Sized.register(list)
@Sized.register
class Own:
    pass
print(isinstance([], Sized), issubclass(Own, Sized), isinstance(Own(), Sized), isinstance((), Sized))
print(Sized in list.__mro__)
