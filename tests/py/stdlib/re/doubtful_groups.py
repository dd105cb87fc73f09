# Patterns of which PCRE2 knows more than Python, or something else.
import re
import warnings

warnings.simplefilter("ignore")
for p in ["x(?i)", "(?<a>x)", "(?i-i:x)", "(?Lx)", "(?L:x)", "(?<=a|bc)d", "(*F)", "(?|a)", "(?P>x)", "(?(?=a)b)", "(?R)", "(?'a'x)", "(?1)", r"\N", r"\N{x", r"\N{NOPE}", r"[\N{DIGIT ONE}]", "(?ai:x)", "(?au)x", "(?u)x", "(?<=(a|bc))d", "(?<=a{1,2})", "(?<!a|b)c", "(?-)", "(?i", "(?i-", "(?-i)x", "(?z)", "(?iz:x)", "(?i-z:x)", "(?a-i:x)","(?i-a:x)", "(?P<n>a)(?<=(?P=n))b", "(?<=^|,)x", r"(?<=\b|a)x", "(?i)(?s)x", " (?i)x", "(?x) (?i)x", "a|(?i)b", "(?:(?i)b)", "(?i)", b"(?L)x", b"(?u)x", b"(?Lai)x", "(?<=a?)b", "(?<=(?:a|b)c)d", "(?<=\\d)x", "(?<=[ab])x", "(?<=a(?#c))x", "(?<!ab|c(?:d|e))x"]:
    try: print(p, re.compile(p))
    except Exception as e: print(p, type(e).__name__, e)
