# re.error: what was wrong, where, in which line.
import re

for pattern in ["(", "a)", "[a", "*a", "a**", "(?P<n>a)(?P<n>b)", "(?P<1>a)", r"\1", "(?<=a*)b", "a{3,1}", "(?z)", "x\n(y\n[z",
                "(?P=missing)", "[z-a]", r"\N{no such name}", "(?:a", "(?P<n", "(?(1)a|b|c)"]:
    try:
        re.compile(pattern)
    except re.error as e:
        print(repr(pattern), "|", e.msg, "|", e.pos, e.lineno, e.colno, "|", e.pattern == pattern, "|", e)
print(issubclass(re.error, Exception), re.error.__name__)
