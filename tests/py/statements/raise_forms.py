# raise: classes, instances, from, bare, and what is no exception.
for code in ["raise ValueError", "raise ValueError('a', 1)", "raise KeyError('k') from ValueError('v')", "raise KeyError from None", "raise 5", "raise 'text'", "raise None", "raise int", "raise ValueError from 5", "raise", "raise KeyError from ValueError", "raise object", "raise type('E', (Exception,), {})('made')", "raise lambda: 0"]:
    try:
        exec(code)
    except BaseException as e:
        print(code, "->", type(e).__name__, e.args, repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
