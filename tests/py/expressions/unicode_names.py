# Identifiers of any script, and characters that are none.
café = 1
变量 = 2
ñandú_1 = 3
print(café, 变量, ñandú_1)


class Ω:
    x = 1


print(Ω.x, Ω.__name__)
for code in ["a² = 1", "a\u200b = 1", "a\u00a0= 1", "€ = 1", "x = ‘a’", "x = 1 – 2"]:
    try:
        exec(code)
    except (SyntaxError, NameError) as e:
        print(ascii(code), "->", ascii(e.msg if isinstance(e, SyntaxError) else str(e)))
