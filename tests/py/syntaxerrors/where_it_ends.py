# end_lineno and end_offset, text, filename, print_file_and_line of a SyntaxError.
for text in ["if x = 1: pass", "def f(a=1, b): pass", "a b", "if x:\npass", "x = $", "f(a b)", "f'{a b}'", "del f()", "print 'a'"]:
    try:
        compile(text, "dir/f.py", "exec")
    except SyntaxError as e:
        print(repr(text), e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text), str(e), len(e.args), e.args[0])
try:
    exec("x = (")
except SyntaxError as e:
    print(e.filename, e, e.args[1][0])
try:
    eval("1 +")
except SyntaxError as e:
    print(e, e.text)
e = SyntaxError("msg", ("f.py", 3, 5, "text here", 3, 7))
print(e, e.lineno, e.offset, e.text, e.end_offset, SyntaxError("only msg").lineno, SyntaxError().msg)
