import a1
try:
    raise ValueError(1)
except a1.Error:
    print('no')
except ValueError:
    print('yes')
