# Soft keywords are names everywhere else.
match = 1
case = 2
type = 3
_ = 4


def f(match, case=5, type=6):
    return match + case + type


class C:
    match = case = 7

    def type(self):
        return "t"


print(match, case, type, _, f(match=1), C.match, C().type(), [match for match in [8]], {"type": type}, f(type=1, match=2))
match[0:1] if False else None
match (1) if False else None
print(match * case, (match, case), match - 1)
type = 5
match = {"a": 1}
match["a"] = 2
print(match, type)
