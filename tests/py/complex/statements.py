"""augmented assignment, match, sum, comprehensions, constants in tuples"""
x = 1j
x += 1
x *= 2j
x -= 1
x /= 2
x **= 2
print(x)
for value in 1 + 2j, -1 - 2j, 3j, 2 + 0j, 2, "a":
    match value:
        case 1 + 2j:
            print("1+2j")
        case -1 - 2j:
            print("-1-2j")
        case 3j:
            print("3j")
        case complex(real=re, imag=im):
            print("complex", re, im)
        case int():
            print("int")
        case _:
            print("other")
print(sum([1j, 2, 3.5]), sum([1, 2], 1j), [z * z for z in (1j, 2j)], {z.imag: z for z in (1j, 2j)})
print((1, 2j, "x"), [*map(complex, ["1", 2])], all([1j, 0j]), any([0j, 1j]))
a, *b = 1j, 2j
print(a, b, a if a else b, a and b, 0j or "zero", not 0j)
import ast, copy, numbers
print(ast.literal_eval("1+2j"), ast.literal_eval("-1j"), ast.literal_eval("[3j, 2-1j]"))
print(copy.copy(1j), copy.deepcopy([1j]), isinstance(1j, numbers.Complex), isinstance(1j, numbers.Real))
print(type(1j).__name__, complex.__name__, complex.__module__, complex.__bases__, callable(complex))
print([n for n in ("__add__", "__radd__", "__mod__", "__lt__", "__pow__", "__floordiv__", "__abs__", "real") if hasattr(1j, n)])
