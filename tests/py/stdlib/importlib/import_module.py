import importlib, sys
m = importlib.import_module("json.decoder"); print(m.__name__, importlib.import_module("json") is sys.modules["json"])
print(importlib.import_module(".decoder", "json").__name__)
try:
    importlib.import_module("no_such_module_at_all")
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    importlib.import_module(".x")
except TypeError as e:
    print(e)
print(importlib.util.find_spec("json") is not None if hasattr(importlib, "util") else True)
