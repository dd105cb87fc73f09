for name in ("abs all any ascii bin bool bytes callable chr classmethod delattr dict dir divmod enumerate eval exec filter "
             "float format frozenset getattr globals hasattr hash hex id int isinstance issubclass iter len list locals map "
             "max min next object oct open ord pow print property range repr reversed round set setattr slice sorted "
             "staticmethod str sum super tuple type vars zip bytearray complex memoryview input help breakpoint compile").split():
    import builtins
    assert hasattr(builtins, name), name
print(builtins.len([1]), builtins.True_ if hasattr(builtins, "True_") else "ok")
print(issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError)
print(issubclass(ModuleNotFoundError, ImportError), issubclass(UnicodeDecodeError, ValueError), issubclass(BooleanError, Exception) if "BooleanError" in dir(builtins) else "-")
print(sorted(n for n in dir(builtins) if n.endswith("Warning")))
print(format(5, "03d"), format("a", ">3"), format(1.5), format(None), isinstance(1, complex))
