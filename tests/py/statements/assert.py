# assert: with and without message, a tuple is always true.
for code in ["assert 0", "assert [], 'empty'", "assert 1, 'fine'", "assert None, {'a': 1}", "assert False, (1, 2)", "assert 1 == 2, f'{1 + 1}'"]:
    try:
        exec(code)
        print(code, "holds")
    except AssertionError as e:
        print(code, repr(e), str(e), e.args)
try:
    assert False, undefined_name
except NameError as e:
    print(e)
