# f-strings that are none.
for code in ["f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{a!x}'", "f'{a!rr}'", "f'{a:{b'", "f'{*a}'", "f'{**a}'", "f'{lambda x: 1}'", "f'{(lambda x: 1)}'", "f'{a=!z}'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{a;b}'", "f'{a = b}'", "f'{yield}'", "f'{a!r :x}'", "f'{a)}'", "f'{(a}'", "f'{a:}}'", "f'{{}'", "f'abc", "f'''abc", "f'{1:{2}}'", "f'{a:{}}'", "f'{if}'", "f'{a, b}'", "f'{a:=5}'", "f'{(a:=5)}'", "f'{a!=b}'", "f'{a==b}'", "f'{a<=b}'", "f'{x:\\n}'"]:
    try:
        compile(code, "f", "exec")
        print(code, "compiles")
    except SyntaxError as e:
        print(code, "->", e.msg)
