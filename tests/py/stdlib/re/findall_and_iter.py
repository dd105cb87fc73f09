import re
print(re.findall(r"\d+", "a1b22"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"(a)|b", "ab"), re.findall("", "ab"), [m.span() for m in re.finditer("a*", "baac")], re.findall(r"\b\w", "hi there"))
