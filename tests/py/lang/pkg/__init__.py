"""The package."""
VALUE = 10


def helper(x):
    return x * VALUE


def __getattr__(name):
    if name.startswith("dynamic"):
        return "made " + name
    raise AttributeError(f"module 'pkg' has no attribute {name!r}")
