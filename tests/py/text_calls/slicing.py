# str: slicing.
s = 'Hello, Wörld'

for text in [
    's[0]',
    's[-1]',
    's[20]',
    's[2:5]',
    's[::-1]',
    's[::2]',
    's[5:2]',
    's[-5:]',
    's[:0]',
    "s['a']",
    's[1.0]',
    's[None]',
    's[::0]',
    's[True]',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
