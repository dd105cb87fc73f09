# str: searching.
s = 'Hello, Wörld'

for text in [
    "'l' in s",
    "s.find('l')",
    "s.find('l', 4)",
    "s.rfind('l')",
    "s.index('z')",
    "s.count('l')",
    "s.startswith(('He','x'))",
    "s.endswith('d')",
    '1 in s',
    "s.find('')",
    "s.count('')",
    "s.find('o', -3)",
    "s.rindex('Hello')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
