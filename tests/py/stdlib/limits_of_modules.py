import copy, sys, json, decimal
print(hasattr(copy, "replace"), hasattr(copy, "Error"))
print(len(sys.stdlib_module_names), type(sys.stdlib_module_names).__name__, [n in sys.stdlib_module_names for n in ("zlib", "ast", "yaml", "_thread", "sqlalchemy", "tomllib")])
print(json.loads("[" * 500 + "]" * 500)[0] != [])
decimal.setcontext(decimal.DefaultContext)
decimal.getcontext().prec = 5
print(decimal.getcontext() is decimal.DefaultContext, decimal.DefaultContext.prec, decimal.getcontext().prec)
mine = decimal.Context(prec=7)
decimal.setcontext(mine)
print(decimal.getcontext() is mine)
decimal.setcontext(decimal.ExtendedContext)
print(decimal.getcontext().prec, decimal.getcontext() is decimal.ExtendedContext)
import inspect
print(inspect.isbuiltin([].append), inspect.ismethod([].append), inspect.isroutine([].append), inspect.signature("".split))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e.args)
t(lambda: list(range(1000, 9223372036854775808))[:3]); t(lambda: list(range(-9223372036854775808, 7))[:3]); t(lambda: tuple(range(2**70))); t(lambda: [*range(2**62)]); t(lambda: list(range(2**70, 2**70 + 3))); t(lambda: len(range(2**63))); t(lambda: list(range(0, 2**70, 2**68))); t(lambda: sorted(range(2**65))); t(lambda: list(range(2**70, 0, -2**69)))
