# re: escape and flags.
import re

for text in [
    "re.escape('a.b*c')",
    "re.escape('a b_c-d')",
    "re.escape('é')",
    "re.escape(b'a.b')",
    "re.compile('a', re.I).flags",
    "re.compile('(?x) a # c').pattern",
    "re.compile('a').groups",
    "re.compile('(?P<n>a)(b)').groupindex",
    "re.compile('a') == re.compile('a')",
    "re.compile('a', re.I) == re.compile('a')",
    "repr(re.compile('a', re.M))",
    "re.compile('[')",
    're.I | re.M',
    "re.compile('a').fullmatch('A')",
    "re.compile(re.compile('x')).pattern",
    "re.compile('a{2,1}')",
    "re.compile('(?P<a>x)(?P<a>y)')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
