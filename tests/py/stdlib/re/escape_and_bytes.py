import re
print(re.escape("a.b*c-d e_f"), re.escape("é/\n"), re.findall(rb"\d", b"a1"), re.sub(b"a", b"b", b"aa"), re.match(b"a", b"ab").group())
try:
    re.match("a", b"a")
except TypeError as e:
    print(e)
try:
    re.match("a", None)
except TypeError as e:
    print(e)
