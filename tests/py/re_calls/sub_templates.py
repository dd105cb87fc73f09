# re: sub and templates.
import re

for text in [
    "re.sub('a', 'b', 'banana')",
    "re.sub('a', 'b', 'banana', 2)",
    "re.sub('a', 'b', 'banana', count=1)",
    "re.sub(r'(\\w)(\\w)', r'\\2\\1', 'abcd')",
    "re.sub('(?P<x>a)', r'<\\g<x>>', 'aba')",
    "re.sub('a', lambda m: m.group().upper(), 'aba')",
    "re.subn('a', '', 'banana')",
    "re.sub('x*', '-', 'abc')",
    "re.sub('a', r'\\n', 'a')",
    "re.sub('a', '\\\\\\\\', 'a')",
    "re.sub('a', r'\\1', 'a')",
    "re.sub('a', r'\\g<0>!', 'a')",
    "re.sub('a', r'\\q', 'a')",
    "re.sub('(a)|b', r'[\\1]', 'ab')",
    "re.sub('$', '.', 'ab')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
