# re: methods, matches, templates and what is wrong with patterns.
import re


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: re.findall(r"(\w)(\d)?", "a1b")); t(lambda: re.split(r"(,)|;", "a,b;c")); t(lambda: re.sub(r"(?P<x>\w)", r"<\g<x>\1>", "ab")); t(lambda: re.subn("a", "b", "aaa", count=2)); t(lambda: re.match("(a)|(b)", "b").groups("z")); t(lambda: re.match("(?P<n>a)(b)?", "a").groupdict()); t(lambda: re.search("b", "abc").span()); t(lambda: re.fullmatch("a+", "aab")); t(lambda: re.compile("(?P<a>x)(y)").groupindex); t(lambda: re.compile("a(b)").groups); t(lambda: re.compile("a", re.I | re.M)); t(lambda: re.compile(b"a")); t(lambda: re.escape("a.b*c-d e_é\n")); t(lambda: re.match("a", b"a")); t(lambda: re.compile("(")); t(lambda: re.compile("a**")); t(lambda: re.compile("[z-a]")); t(lambda: re.compile("(?P<1a>x)")); t(lambda: re.compile("(?P<a>x)(?P<a>y)")); t(lambda: re.compile(r"\1")); t(lambda: re.compile("(?<=a+)b")); t(lambda: re.compile("*a")); t(lambda: re.compile("[a")); t(lambda: re.compile(r"\q")); t(lambda: re.compile("a{2,1}")); t(lambda: re.compile("(?z)")); t(lambda: re.compile("(?P=x)")); t(lambda: re.compile("(?P<x")); t(lambda: re.compile("x(?i)")); t(lambda: re.compile("\\"));
t(lambda: re.sub("a", r"\2", "a")); t(lambda: re.sub("a", r"\g<x>", "a")); t(lambda: re.sub("a", r"\q", "a")); t(lambda: re.sub("a", "\\", "a")); t(lambda: re.sub("(a)", lambda m: m[1]*2, "aba")); t(lambda: re.sub("x*", "-", "abxd")); t(lambda: re.split("x*", "axbc")); t(lambda: re.findall("", "ab")); t(lambda: [m.span() for m in re.finditer("a?", "ab")]); t(lambda: re.split(",", "a,b,c", maxsplit=1)); t(lambda: re.sub("a", 5, "a")); t(lambda: re.compile("a").sub("b", "aa", 1)); t(lambda: re.compile("b").match("ab", 1)); t(lambda: re.compile("^b").match("ab", 1)); t(lambda: re.compile("a").search("ba", 0, 1)); m = re.match(r"(?P<f>\w+) (?P<l>\w+)", "A B"); t(lambda: (m["f"], m.group(1, 2), m.start("l"), m.end(2), m.lastindex, m.lastgroup, m.string, m.pos, m.endpos, m.re.pattern, m.regs, m.expand(r"\2-\g<f>"), repr(m))); t(lambda: m.group(5)); t(lambda: m["x"]); t(lambda: re.match("a", "b").group()); t(lambda: re.compile("a") == re.compile("a")); t(lambda: re.match("(?i:A)b", "ab")); t(lambda: re.match("(?x) a  b # c\n c", "abc")); t(lambda: re.findall("(?m)^a$", "a\na")); t(lambda: re.findall("(?s).", "\n")); t(lambda: re.match(r"\d", "٣")); t(lambda: re.match(r"(?a)\d", "٣")); t(lambda: re.findall(r"\bé\w", "éa")); t(lambda: re.match("(a)?(?(1)b|c)", "c")); t(lambda: re.match("(?>a+)a", "aa")); t(lambda: re.match("a++a", "aa")); t(lambda: re.search(r"(?<!a)b", "ab cb")); t(lambda: re.compile(5)); t(lambda: re.RegexFlag(re.I | re.S)); t(lambda: re.NOFLAG); t(lambda: re.match(r"\N{DIGIT ONE}", "1")); t(lambda: re.match("\\x41\\u0042\\103", "ABC")); t(lambda: re.sub(r"(\d+)", lambda m: str(int(m[0]) + 1), "a1b22")); t(lambda: re.purge())
def err(p):
    try: re.compile(p)
    except re.error as e: return e.msg, e.pos, e.lineno, e.colno, e.pattern
for p in "(", "a\n(b", "[", "(?P<a", "a{1", "(?", "\\", "(?:a", ")", "a)b", "(?P<>x)", "(?P<é>x)", "(?<a>x)", "(?#", "x{,5}", "x{a}", "(?-i:x)", "(?i-i:x)", "(?ai:x)", "(?Lx)", "(?<=a|bc)d": t(lambda: err(p))
