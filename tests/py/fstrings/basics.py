# f-strings: values, expressions, calls, nested braces.
x, name, d = 5, "World", {"k": 1}
print(f"{x} {x + 1} {name!r} {name.upper()} {d['k']} {{}} {{{x}}} {x:3}|{x:<3}|{len(name)}", f"", f"{'a'}{'b'}", F"{x}", f'{x}' f"{x}" "y", f"{x}{{x}}")
print(f"{[i for i in range(3)]} {(lambda: 1)()} { {1: 2}[1] } {x if x else 0} {x,} {*[1, 2],} {x == 5} {x!s:>4} {not x}")
