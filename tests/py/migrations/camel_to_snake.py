# Names converted: regular expressions, partition, casing.
import re


def snake(name):
    s1 = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z0-9])([A-Z])", r"\1_\2", s1).lower()


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(w.title() for w in rest)


for name in ("UserProfile", "HTTPResponse", "getHTTPResponseCode", "already_snake", "A", "ID2Name", "x1Y2"):
    print(name, snake(name), camel(snake(name)), re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name))
print(re.sub(r"(?P<first>\w)(\w*)", lambda m: m["first"].upper() + m.group(2).lower(), "hELLO wORLD"), "user_id".removesuffix("_id"), "tbl_users".removeprefix("tbl_"))
print(re.split(r"[,;]\s*", "a, b;c,  d"), re.fullmatch(r"\d{4}_\w+", "0001_init") is not None, re.match(r"(\d+)_(.*)\.py$", "0001_init.py").groups())
