# re: findall and split.
import re

for text in [
    "re.findall(r'\\w+', 'a b, c')",
    "re.findall(r'(\\w)=(\\d)', 'a=1 b=2')",
    "re.findall('x*', 'axb')",
    "[m.span() for m in re.finditer('a', 'banana')]",
    "re.split(r'\\s+', ' a b ')",
    "re.split('(,)', 'a,b')",
    "re.split(',', 'a,b,c', maxsplit=1)",
    "re.split('', 'abc')",
    "re.split('x*', 'axbc')",
    "re.findall('(a)|b', 'ab')",
    "re.findall('', 'ab')",
    "re.split(',', '')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
