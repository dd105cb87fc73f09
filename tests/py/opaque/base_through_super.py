# super() of a class whose base is not available, its own parameters, and names with __ out of such a module.
from typing import Generic, TypeVar

from a1 import View, __wrapped__

T = TypeVar("T")


class V(View):
    @classmethod
    def register(cls, app):
        super().register(app, 1)
        return super().name

    def dispatch(self):
        super().dispatch(2)
        return "dispatched"


class Static(View, Generic[T]):
    pass


class Context(Static[int]):
    pass


class Loose(View):
    pass


class More(Loose[int]):
    pass


V.register(1)
print(V().dispatch(), Context.__name__, More.__mro__[1].__name__)
try:
    super(V, V).__private
except AttributeError as e:
    print(type(e).__name__)
str(__wrapped__)
# expect: dispatched Context Loose
# expect: AttributeError
# error: 42:1 ImportError: `a1.__wrapped__` comes from module 'a1'
