from functools import partial, partialmethod
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords)
q = partial(partial(print, 1), 2, sep="-"); q(3); print(q.args)
class A:
    def set(self, k, v): return (k, v)
    on = partialmethod(set, "on")
print(A().on(5), repr(partial(len, [1]))[:17])
