# Text columns cleaned with regular expressions: match groups, sub with a function, findall, split.
import re


def upgrade():
    email = re.compile(r"^([\w.+-]+)@([\w-]+)\.([\w.]+)$")
    number = re.compile(r"\d+")
    hits = 0
    domains = {}
    for i in range(60000):
        m = email.match("user.%d@example%d.co.uk" % (i, i % 50))
        if m:
            hits += 1
            domains[m.group(2)] = domains.get(m.group(2), 0) + len(m.groups())
    text = "order 12, line 345: 67 pieces of item 8910 at 11.12 each " * 20
    total = 0
    for _ in range(150):
        total += len(number.findall(text))
        total += len(number.sub(lambda m: str(int(m.group()) + 1), text))
        total += len(re.split(r"\s+", text))
    print(hits, len(domains), total)


upgrade()
