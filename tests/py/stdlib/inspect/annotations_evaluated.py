import inspect
class Model:
    id: int
    name: "str" = "x"
    other: "list[int]"
def f(a: "int", b: float) -> "str": pass
print(inspect.get_annotations(Model), inspect.get_annotations(Model, eval_str=True))
print(inspect.get_annotations(f), inspect.get_annotations(f, eval_str=True))
print(inspect.signature(f), inspect.signature(f, eval_str=True))
class Sub(Model): pass
print(inspect.get_annotations(Sub))
print(inspect.formatannotation(int), inspect.formatannotation(list[int]), inspect.formatannotation("text"))
