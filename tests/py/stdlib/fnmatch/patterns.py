import fnmatch
for name, pattern in (("a.py", "*.py"), ("A.PY", "*.py"), ("abc", "a?c"), ("abc", "[ab]*"), ("abc", "[!a]*"), ("a/b", "*"), (".x", "*"), ("a[1]", "a[[]1]"), ("", "*")):
    print(name, pattern, fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern))
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"))
import re
print(re.match(fnmatch.translate("v*_?.py"), "v12_a.py") is not None)
