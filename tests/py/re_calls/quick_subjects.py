# A pattern used often, on ASCII and on other texts in turn: the answers do not depend on how often.
import re

word = re.compile(r"(\w+)\s+(?P<n>\d+)", re.I)
folded = re.compile("k", re.I)
back = re.compile(r"^(a+)+$")
kinds = {}
for i in range(200):
    text = "Été %d" % i if i % 3 == 0 else "item %d" % i
    m = word.search(text)
    kinds[m.group(1), m.span(1)] = m.span("n")[0]
print(kinds)
print([len(folded.findall(t)) for t in ["kK\u212a", "kK"] * 70][-2:])
print({bool(back.match("a" * (i % 5) + "b" * (i % 2))) for i in range(130)})
print(re.compile(b"\\w+").findall(b"a b\xe9 c") == [b"a", b"b", b"c"])
deep = re.compile(r"(?:a|b)*c")
print([bool(deep.match("ab" * 20000 + "c")) for _ in range(70)].count(True))
seen = re.compile(r"[^\x00-\x7f]|\x1c|\s")
print([seen.findall("a\x1cb c\u00e9"[: 5 + i % 2]) for i in range(100)][-2:])
