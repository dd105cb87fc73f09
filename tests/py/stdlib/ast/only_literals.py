# literal_eval() takes literals only: no arithmetic but of complex numbers, no names, calls or subscripts.
import ast
import re

for text in ("[1, 'a', {2: (3,)}, {4}, None, True, -5, 1.5e3, b'x', 1+2j, set()]", "f()", "a", "1+1", "{**a}", "'a' 'b'", "[1", "-'a'",
             "...", "{1:2}[1]", " 1", "\t 1", "\n1", "(1)", "{}", "1 if 1 else 2", "f'x'", "1-2j", "-1+2j", "1+-2j", "1j+2j", "1j", "-1j",
             "+1", "~1", "not 1", "-True", "1*2", "set([1])", "set(a=1)", "frozenset()", "[*a]", "x.y", "lambda: 1", "[i for i in a]",
             "{1: 2, 1: 3}", "{[]: 1}", "{[]}", "1;2", "a=1", "1 # c", "'\\n'", "r'\\n'", "0x10", "1_0", "99999999999999999999", "--1",
             "(1, 2", "{1: }", "True and False", "1 < 2", "(yield)", "(a := 1)", "None", "'é'", "b'é'", "[[[[1]]]]", "1 2", "\0"):
    try:
        value = ast.literal_eval(text)
        print(repr(text), type(value).__name__, value)
    except Exception as e:
        print(repr(text), type(e).__name__, re.sub(" at 0x[0-9a-f]+", "", str(e)))
for value in (5, None, [], b"1"):
    try:
        print(ast.literal_eval(value))
    except Exception as e:
        print(type(e).__name__, re.sub(" at 0x[0-9a-f]+", "", str(e)))
