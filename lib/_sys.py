"""The parts of sys that are plain records."""


class _Record(tuple):
    _name = ""
    _fields = ()

    def __getattr__(self, name):
        fields = type(self)._fields
        if name in fields:
            return self[fields.index(name)]
        raise AttributeError(f"'{type(self)._name}' object has no attribute '{name}'")

    def __repr__(self):
        cls = type(self)
        return cls._name + "(" + ", ".join(f"{n}={v!r}" for n, v in zip(cls._fields, self)) + ")"


class _VersionInfo(_Record):
    _name = "sys.version_info"
    _fields = ("major", "minor", "micro", "releaselevel", "serial")


class _Flags(_Record):
    _name = "sys.flags"
    _fields = (
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
        "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
    )


class _FloatInfo(_Record):
    _name = "sys.float_info"
    _fields = (
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds",
    )


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-312"
    hexversion = 0x030C00F0


version_info = _VersionInfo((3, 12, 0, "final", 0))
_Implementation.version = version_info
implementation = _Implementation()
flags = _Flags((0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300))
float_info = _FloatInfo(
    (1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1)
)
builtin_module_names = ("builtins", "sys", "time", "math", "itertools")
stdlib_module_names = frozenset(("os", "sys", "re", "json", "typing", "datetime", "logging", "asyncio", "enum"))
