# Stars in calls: order of evaluation and merging.
def f(*a, **k):
    return a, k


def log(x):
    print(x, end=" ")
    return x


print(f(*[1], 2, *(3,), *"ab"), f(**{"a": 1}, b=2, **{"c": 3}), f(*range(2), *{}, **{}), f(x=1, *[2]))
print(f(log(1), *log([2]), log(3), k=log(4), **log({"l": 5}), m=log(6)))
print(f(*(i for i in range(3))), f(*{"k": 1}), f(**dict(a=1)), max(*[1, 2], 3), print(*[1, 2], sep="-"))
for code in ["f(**{'a': 1}, a=2)", "f(a=1, **{'a': 2})", "f(**{'a': 1}, **{'a': 2})", "f(**{1: 2})", "f(*None)", "f(1, *5)", "f(**'ab')", "f(**None)"]:
    try:
        eval(code)
    except TypeError as e:
        print(code, "->", e)
