from contextlib import *
class M:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__); return self.s
with ExitStack() as st:
    print(st.enter_context(M(1)), st.enter_context(M(2, True))); st.callback(print, "cb", 3); st.push(lambda *e: print("push", e[0] and e[0].__name__))
    raise ValueError("x")
print("after")
with ExitStack() as st:
    st.enter_context(M("a")); kept = st.pop_all()
print("moved"); kept.close()
try:
    with ExitStack() as st: st.enter_context(5)
except TypeError as e:
    print(e)
try:
    with ExitStack() as st:
        @st.callback
        def f(): raise KeyError("second")
        raise ValueError("first")
except KeyError as e:
    print(e, repr(e.__context__))
