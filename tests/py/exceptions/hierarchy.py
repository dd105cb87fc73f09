# Bases of the built-in exceptions.
import builtins

names = [n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException)]
for n in names:
    print(n, [c.__name__ for c in getattr(builtins, n).__mro__[1:-1]])
