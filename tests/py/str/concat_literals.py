# Neighbouring literals join; kinds may not mix.
print("a" "b" 'c', "a" f"{1}" "b", r"\n" "\n", b"a" b"b", ("x"
      "y"), """a""" 'b')
for text in ["'a' b'b'", "b'a' 'b'", "f'a' b'b'", "'a' 'b", "u'a' 'b'", "ur'a'", "bu'a'", "rb'a' Br'b'", "fr'{1}' rF'\\{2}'"]:
    try:
        print(eval(text))
    except SyntaxError as e:
        print(text, e.msg)
