try:
    import a1
except ImportError:
    a1 = None
print(a1)
try:
    from a2 import x
except ModuleNotFoundError as e:
    print(e)
try:
    import a3
except Exception as e:
    print('E', e)
