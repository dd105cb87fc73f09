"""References: everything is collected, so a weak one is a plain one."""


class ref:
    def __init__(self, obj, callback=None):
        self._obj = obj

    def __call__(self):
        return self._obj


ReferenceType = WeakMethod = ref


def proxy(obj, callback=None):
    return obj


class WeakValueDictionary(dict):
    pass


class WeakKeyDictionary(dict):
    pass


class WeakSet(set):
    pass


def finalize(obj, func, /, *args, **keywords):
    return func
