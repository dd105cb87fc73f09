# f-strings that do not work.
for text in ["f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{a'", "f'{a!}'", "f'{a!x}'", "f'{a!r'", "f'{a:{b}'", "f'{a b}'", "f'{!r}'", "f'{:x}'", "f'{a:{b:{c:{d}}}}'", "f'{lambda x: 1}'", "f'{(lambda x: 1)}'", "f'{a = }'", "f'{a!r:>{w}}'", "f'{*a}'", "f'{a,}'", "f'{a;b}'", "f'{a)}'", "f'{(a}'", "f'{a]}'", "f\"{'\"", "f'{a:b'", "f'''{\na\n}'''", "f'{#}'", "f'{a#}'", "f'{a\\n}'", "f'{x:=5}'", "f'{(x:=5)}'", "f'{yield}'", "f'{a!r !s}'", "f'{a! r}'", "f'{a !r}'", "f'{f\"{1}\"}'", "f'{\"a\"}'", "f'{'a'}'", "rf'{a}\\d'", "f'{{}'", "f'{a}}'", "f'{1 = !r:^20}'", "f'{if}'", "f'{class}'", "f'{x:{}}'", "f'{'", "fb'a'", "f'{\"'", "f'{a[}'", "f'{a['b']}'"]:
    try:
        compile(text, "f.py", "exec")
        print(repr(text), "compiles")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset)
