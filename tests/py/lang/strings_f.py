# f-strings: conversions, format specifications, nesting, debugging, escapes.
name, n, pi = "ann", 42, 3.14159
print(f"{name} {n} {pi}", f"{name!r} {name!s} {'é'!a}", f"{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n:x}|{n:#x}|{n:b}|{n:,}")
print(f"{pi:.2f} {pi:8.3f} {pi:e} {pi:.0f} {0.25:.0%} {1e10:g}")
print(f"{name:>10}|{name:*^9}|{name:.2}")
width, precision = 10, 3
print(f"{pi:{width}.{precision}}", f"{name:{'>'}{width}}")
print(f"{n=}", f"{n = }", f"{name=!r}", f"{pi=:.2f}")
print(f"{{literal}} {n}{{}}", f"{'nested ' + f'{n}'}", f"{[i for i in range(3)]}", f"{ {'a': 1}['a'] }")
print(f"{(lambda x: x * 2)(4)}", f"{n if n > 5 else 0}", f'{"quoted"}', f"{1,2}")
print(f"a" "b" f"{n}" 'c', rf"\n{n}", f"\n{n}".strip(), f"{n!r:>5}")
print(f"""multi
{n}
line""")


class Spec:
    def __format__(self, spec):
        return f"spec={spec!r}"


print(f"{Spec()} {Spec():abc} {Spec():{n}}")
print("%s %d %r %5.1f%%" % ("a", 5, "q", 2.25), "{0} {x}".format(1, x=2))
print("é".encode(), "\u00e9\N{BULLET}\x41\101", r"\d", b"by\x00tes", "tab\there", 'it''s')
print("implicit "
      "concatenation")
