import re
print(re.split(r"[,;]\s*", "a, b;c"), re.split("(,)", "a,b"), re.split(",", "a,b,c", maxsplit=1), re.split("x", "abc"), re.split("", "ab"), re.split(r"\b", "a b"), re.split("(a)|b", "xay"))
