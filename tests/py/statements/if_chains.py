# if, elif, else and conditional expressions.
def kind(n):
    if n < 0:
        return "neg"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "big"


print([kind(n) for n in (-1, 0, 5, 50)])
print("a" if 1 else "b" if 0 else "c", ("x" if 0 else "y" if 0 else "z"), [i if i % 2 else -i for i in range(4)], (lambda: 1 if 0 else 2)())
if []:
    print("no")
elif "":
    print("no")
elif not None:
    print("yes")
