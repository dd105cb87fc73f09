# Classes registered by a decorator, looked up and called.
REGISTRY = {}


def register(name, *, override=False):
    def wrap(cls):
        if name in REGISTRY and not override:
            raise ValueError(f"{name!r} is taken by {REGISTRY[name].__qualname__}")
        REGISTRY[name] = cls
        cls.registered_as = name
        return cls

    return wrap


@register("one")
class One:
    def run(self, *args):
        return type(self).__name__, args


@register("two")
class Two(One):
    def run(self, *args):
        return super().run(*args, "more")


try:
    @register("one")
    class Again:
        pass
except ValueError as e:
    print(e)
print({k: v().run(1) for k, v in REGISTRY.items()}, Two.registered_as, One.registered_as)
