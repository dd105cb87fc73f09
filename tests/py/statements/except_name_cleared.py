# The name of an except clause is gone afterwards; deleting it inside is fine.
e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(e)
try:
    print(e)
except NameError as err:
    print(err)
try:
    raise ValueError
except ValueError as e:
    del e


def f():
    try:
        raise KeyError
    except KeyError as e:
        e = 5
    return "e" in locals()


print(f())
