# __traceback__ and with_traceback.
def f():
    raise ValueError("v")


try:
    f()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
    print(e.with_traceback(None) is e, e.__traceback__)
e = ValueError()
print(e.__traceback__)
try:
    e.with_traceback(5)
except TypeError as err:
    print(err)
