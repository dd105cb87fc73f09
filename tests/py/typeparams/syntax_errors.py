# Type parameters and aliases that are no syntax.
for code in ["type X", "type X =", "type X[T] = T", "type X.y = 1", "type 5 = 1", "def f[*T: int](): pass", "def f[T](x: T = 1) -> T: pass", "class C[T](T): pass", "lambda[T]: 0", "type type = type", "async def f[T](): pass"]:
    try:
        compile(code, "f", "exec")
        print(code, "compiles")
    except SyntaxError as e:
        print(code, "->", e.msg)
