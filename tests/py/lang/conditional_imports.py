# try/except ImportError in all the shapes scripts use.
try:
    import not_installed_anywhere
except ImportError:
    not_installed_anywhere = None
print(not_installed_anywhere)
try:
    from not_installed_anywhere.sub import thing
except ModuleNotFoundError as e:
    thing = "fallback"
print(thing)
try:
    import not_installed_anywhere as nia
except Exception as e:
    print(type(e).__name__, e)
try:
    import also_missing.deep.path
    HAS = True
except (ImportError, AttributeError):
    HAS = False
print(HAS)


def lazy():
    try:
        from missing_in_function import x
    except:
        return "bare except"
    return x


print(lazy())
try:
    try:
        import inner_missing
    except KeyError:
        print("no")
except ImportError as e:
    print("outer caught", e.name)
try:
    if True:
        import in_if_missing
except ImportError:
    print("in if")
else:
    print("not here")
finally:
    print("finally")
try:
    from pkg import nothing_there
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    from pkg.sub import leaf, VALUE_MISSING
except ImportError as e:
    print(str(e).split(" (")[0])
import pkg.sub.leaf as aliased, pkg as p
print(aliased.__name__, p.__name__)
module = __import__("pkg.sub", fromlist=["CONST"])
print(module.__name__, __import__("pkg.sub").__name__)
