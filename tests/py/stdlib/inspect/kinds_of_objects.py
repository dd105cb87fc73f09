import inspect, types, collections
class C:
    attr = 1
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): pass
def f(): pass
def g(): yield
async def co(): pass
async def ag(): yield
gen, cor = g(), co()
things = {"class": C, "func": f, "lambda": lambda: 0, "method": C().m, "unbound": C.m, "classmethod": C.c, "static": C.s, "prop": C.__dict__["p"],
          "gen": gen, "genfunc": g, "corofunc": co, "coro": cor, "agfunc": ag, "builtin": len, "bmethod": [].append, "module": types, "code": f.__code__, "int": 3}
tests = ["isclass", "isfunction", "ismethod", "isbuiltin", "isroutine", "ismodule", "isgenerator", "isgeneratorfunction",
         "iscoroutine", "iscoroutinefunction", "isasyncgenfunction", "isawaitable", "iscode", "isdatadescriptor"]
for name, thing in things.items():
    print(name, [t for t in tests if getattr(inspect, t)(thing)])
cor.close()
print(inspect.getgeneratorstate(gen)); next(gen); print(inspect.getgeneratorstate(gen)); gen.close(); print(inspect.getgeneratorstate(gen))
