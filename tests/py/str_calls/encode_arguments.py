# None is no encoding.
for a,b in [((),'x'),([], 'utf-8'),(None,'x'),('x','utf-8'),(3,'utf-8')]:
    try: print(str(a,b))
    except Exception as e: print(repr(e))
for a in (None, 5, b'', ['x']):
    for k in ('encoding','errors'):
        try: print('x'.encode(**{k:a}))
        except Exception as e: print(repr(e))
        try: print(b'x'.decode(**{k:a}))
        except Exception as e: print(repr(e))
    try: print('x'.encode(a))
    except Exception as e: print(repr(e))
    try: print('x'.encode('utf-8', a))
    except Exception as e: print(repr(e))
    try: print(str(b'x',a))
    except Exception as e: print(repr(e))
