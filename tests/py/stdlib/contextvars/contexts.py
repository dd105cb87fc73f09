import contextvars
v = contextvars.ContextVar("v", default=0); w = contextvars.ContextVar("w")
t = v.set(1); print(v.get(), t.old_value is contextvars.Token.MISSING, t.var is v); v.reset(t); print(v.get(), v.name, w.get("d"))
try:
    w.get()
except LookupError as e:
    print("LookupError")
c = contextvars.copy_context()
def f(): v.set(5); return v.get()
print(c.run(f), v.get(), c[v], v in c, len(list(c)) >= 1, c.get(w))
try:
    v.reset(t)
except RuntimeError as e:
    print("used once" in str(e))
