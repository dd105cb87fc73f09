import argparse
n = argparse.Namespace(a=1, b="x")
n.c = [1]
print(n, n == argparse.Namespace(a=1, b="x", c=[1]), "a" in n, "z" in n)
print(getattr(n, "z", None), vars(n))
try:
    n.z
except AttributeError as e:
    print(e)
