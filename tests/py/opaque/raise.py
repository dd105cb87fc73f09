import a1
try:
    raise a1.Error('x')
except Exception as e:
    print(type(e).__name__, e)
