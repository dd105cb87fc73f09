"""names are compared in NFKC: ligatures, fullwidth letters, superscripts, mathematical letters"""
ﬁle = 1
print(file, "file" in globals(), [n for n in globals() if n.endswith("le")])
ａｂ = 2
print(ab)
𝐱 = 3
print(x)


class ℂlass:
    def ﬂow(self):
        return "flow"

    café = 5


print(Class().flow(), Class.café, getattr(Class, "ﬂow", "strings are not normalized"), Class.__name__, hasattr(Class, "flow"))


def f(ª, *, ſt=1):
    return a + st


print(f(1, st=2), f(ª=3))
import 𝐨𝐬 as Ω
print(Ω.__name__)
print({k: v for k, v in dict(ﬁ=1).items()})
𝐝𝐞𝐟 = 7
print(𝐝𝐞𝐟 if "def" in globals() else "?", globals()["def"])
