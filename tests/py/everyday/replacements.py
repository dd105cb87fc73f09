# re.sub: groups that do not exist, by number and by name.
import re

for pattern, template in [("a", r"\1"), ("(a)", r"\2"), ("(a)", r"\g<1>!"), ("(?P<x>a)", r"[\g<x>]"), ("a", r"\g<0>\g<0>"), ("(a)(b)?", r"\2-\1"), ("a", r"b\g<7>c")]:
    try:
        print(pattern, template, re.sub(pattern, template, "banana"))
    except re.error as e:
        print(pattern, template, e, e.pos)
