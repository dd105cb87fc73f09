# Repeats that are too long, and arguments of wrong kinds to built-in functions.
for text in ("'ab' * (2**63-1)", "b'ab' * (2**63-1)", "'a' * 2**63", "b''.join(5)", "iter(5, 1)", "compile(5, 'x', 'eval')", "__import__(5)", "__import__('')", "open('x', 1)", "open('x', None)", "type('X', (), None)", "type(None, (), {})"):
    try: print(eval(text))
    except Exception as e: print(text, type(e).__name__, e)
