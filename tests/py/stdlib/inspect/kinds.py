import inspect, types
def f(): pass
async def c(): pass
def g(): yield
async def ag(): yield
class A:
    def m(self): pass
    @property
    def p(self): return 1
print([inspect.isfunction(x) for x in (f, A.m, A().m, len, A)], [inspect.ismethod(x) for x in (f, A().m)], inspect.isclass(A), inspect.ismodule(types), inspect.isbuiltin(len))
print(inspect.iscoroutinefunction(c), inspect.isgeneratorfunction(g), inspect.isasyncgenfunction(ag), inspect.isgenerator(g()), inspect.isroutine(len), inspect.isabstract(A), inspect.isdatadescriptor(A.p))
co = c(); print(inspect.iscoroutine(co), inspect.isawaitable(co)); co.close()
