import platform
print(platform.python_version()[:2], platform.python_implementation(), isinstance(platform.system(), str), isinstance(platform.machine(), str), len(platform.python_version_tuple()), isinstance(platform.platform(), str), isinstance(platform.node(), str))
