def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(list[int], dict[str, int], tuple[int, ...], set[str], frozenset[int], type[int], list[list[int]], tuple[()], list["Fwd"], list[None], dict[str, list[int | None]])
g = dict[str, int]
print(g.__origin__, g.__args__, g.__parameters__, list[int] == list[int], list[int] != list[str], hash(list[int]) == hash(list[int]), list[int] in {list[int]: 1})
print(list[int]([1, 2]), dict[str, int](a=1), g.fromkeys("a"), type(g).__name__, isinstance(list[int], type))
class C: pass
print(list[C].__args__[0] is C, repr(list[C]).endswith("C]"), list[int].__name__, list[int].__mro_entries__(()))
class MyList(list[int]):
    pass
print(MyList.__bases__, MyList([1]), MyList[str].__origin__ is MyList)
err(lambda: int[str])
err(lambda: list[int][str])
print(type(list[int])(list, (int,)) == list[int])
x: list[int] = [1]
def f(a: dict[str, int], b: "list[int]" = None) -> tuple[int, str]: pass
print(f.__annotations__)
for a in (list[int], dict[str, str]):
    print(a.__origin__ is list, a.__args__)
