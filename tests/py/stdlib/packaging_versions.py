# packaging.version and packaging.specifiers; what is expected was printed by packaging itself.
import random

from packaging import version
from packaging.specifiers import InvalidSpecifier, Specifier, SpecifierSet
from packaging.version import InvalidVersion, Version, parse

texts = """1.0.dev1 1.0a1 1.0.a2.dev3 1.0b1 1.0rc1 1.0-c2 1.0 v1 1.0.0 1.0+abc 1.0+5 1.0+abc.5 1.0.post1 1.0-2 1.0.r4.dev5 1.1.dev1
1.1 1.10 1.9.3 2!0.1 2024.1.15 0 0.0.1preview3 1_alpha_2""".split()
random.seed(3)
random.shuffle(texts)
for v in sorted(texts, key=parse):
    p = parse(v)
    print(v, str(p), p.release, p.pre, p.post, p.dev, p.local, p.base_version, p.public, p.is_prerelease, p.major, p.minor, p.micro)
print(parse("1.0") == parse("1.0.0"), parse("1.0") < version.parse("1.0.post1"), parse("2") >= Version("10"), repr(parse("1.4b3")))
for bad in "", "1.x", "abc", "1..2", "1.0+":
    try:
        parse(bad)
    except InvalidVersion as problem:
        print(problem)
for spec in ">=1.0,<2", "~=1.4.2", "~=1.4", "==1.4.*", "!=1.4.*", ">1.0", "<1.1", "===1.0", "<=1.0", "==1.0", ">=1.0a1", "":
    inside = SpecifierSet(spec)
    print(repr(inside), [v for v in "1.0a1 1.0 1.0+abc 1.0.post1 1.1.dev1 1.1 1.4 1.4.2 1.4.9 1.5 2.0 2.1".split() if v in inside])
print(Specifier(">=1.0").contains("1.1a1"), Specifier(">=1.0").contains("1.1a1", prereleases=True), "1.2" in Specifier("~=1.1"))
try:
    Specifier("1.0")
except InvalidSpecifier as problem:
    print(problem)
