from contextlib import ExitStack, contextmanager
@contextmanager
def m(n):
    print("enter", n); yield n; print("exit", n)
with ExitStack() as s:
    print([s.enter_context(m(i)) for i in range(3)])
    s.callback(print, "callback", 1, end="!\n")
    s.push(lambda *a: print("push", a[0]))
with ExitStack() as s:
    s.enter_context(m("x"))
    t = s.pop_all()
print("popped"); t.close()
