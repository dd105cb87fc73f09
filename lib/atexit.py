"""Functions for the end of a script under `retort run`, last registered first. A revision or env.py is not a script that
ends: what it registers is kept and not called."""

_registered = []


def register(func, /, *args, **keywords):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _registered.append((func, args, keywords))
    return func


def unregister(func):
    _registered[:] = [one for one in _registered if one[0] != func]


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    functions = _registered[::-1]
    _registered.clear()
    for func, args, keywords in functions:
        try:
            func(*args, **keywords)
        except SystemExit:
            raise
        except BaseException:
            import sys
            import traceback

            sys.stderr.write(f"Exception ignored in atexit callback: {func!r}\n")
            traceback.print_exc()
