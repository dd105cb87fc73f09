# re.RegexFlag is an enum: names, combination, what a pattern reports.
import re

print(repr(re.I), str(re.I), re.IGNORECASE is re.I, int(re.M))
print(repr(re.I | re.M), repr(re.RegexFlag(0)))
print(isinstance(re.I, re.RegexFlag), isinstance(re.I, int))
print(re.compile("a", re.I).flags, re.compile("a", re.I | re.X).flags, re.compile(b"a").flags)
print(re.compile("(?im)a").flags)
print([f.name for f in re.RegexFlag])
print(re.I in (re.I | re.S), re.X in (re.I | re.S))
print(repr(~re.I & re.M), bool(re.NOFLAG))
print(re.compile("ab", re.I | re.DOTALL))
print(re.RegexFlag["VERBOSE"].value, re.S.name, re.DOTALL.name)
