from functools import singledispatch, singledispatchmethod
@singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list {len(x)}"
@show.register(str)
@show.register(bytes)
def _(x): return "text"
print(show(1), show([1, 2]), show("a"), show(b""), show(2.5), show(True), show.dispatch(int)(3))
class A:
    @singledispatchmethod
    def m(self, x): return "any"
    @m.register
    def _(self, x: int): return "int"
print(A().m(1), A().m(""))
