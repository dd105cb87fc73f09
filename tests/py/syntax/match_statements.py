"""patterns that cannot be read"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'match x:\n    case 1 + 2: pass',
    'match x:\n    case a.b(): pass',
    'match x:\n    case -a: pass',
    'match x:\n    case a | b: pass',
    'match x:\n    case a: pass\n    case b: pass',
    'match x:\n    case _: pass\n    case 1: pass',
    'match x:\n    case [a, a]: pass',
    'match x:\n    case {**a, "b": 1}: pass',
    'match x:\n    case A(a=1, 2): pass',
    'match x:\n    case {"a": 1, "a": 2}: pass',
    'match x:\n    case 1 as 2: pass',
    'match x:\n    case 1 as _: pass',
    'match x:\n    case f"a": pass',
    'match x:\n    case 1 | a: pass',
    'match x:\n    case (a | 1): pass',
    'match x:\n    case {a: 1}: pass',
    'match x:\n    case {a.b: 1}: pass',
    'match x:\n    case not 1: pass',
    'match x:\n    case 1 if: pass',
    'match x:\n    pass',
    'match x:\n    case *a: pass',
    'match x:\n    case *a,: pass',
    'match = 1',
    'case = 1',
    'match(x)',
    'match[x]',
    'match *x:\n    case 1: pass',
    'match x, y:\n    case 1, 2: pass',
    '_ = 1\nmatch _:\n    case _: pass',
    'match x:\n    case "a" "b": pass',
    'match x:\n    case 1+2j | -3: pass',
    'match x:\n    case 1j+2: pass',
]:
    t(text)
