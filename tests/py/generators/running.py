# A generator cannot be resumed while it runs.
def g():
    try:
        next(me)
    except ValueError as e:
        yield str(e)
    try:
        me.send(1)
    except ValueError as e:
        yield str(e)
    yield me.gi_running


me = g()
print(list(me), me.gi_running, me.gi_frame)
