# Conditional expressions: laziness, nesting, in every position.
def boom():
    raise RuntimeError


print(1 if True else boom(), boom() if False else 2, [x if x else -1 for x in (0, 1)], (lambda x: "a" if x else "b")(0), {1 if 1 else 2: 3 if 0 else 4}, "x" if "" else "y" if 0 else "z", (1 if 1 else 2) + 1, 1 if 1 else 2 + 1, [*([1] if 1 else [])], f"{1 if 0 else 2}", (1 if 0 else 2,), not 1 if 1 else 2)
