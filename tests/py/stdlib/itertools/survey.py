# itertools, string, textwrap, heapq, bisect and operator, one use and one error after the other.
import itertools as it, string, textwrap, operator, heapq, bisect


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


for name, args in [("accumulate", ([1,2,3],)), ("chain", ([1],(2,))), ("combinations", ("abc",2)), ("combinations_with_replacement", ("ab",2)), ("compress", ("abcd",[1,0,1,0])), ("dropwhile", (lambda x: x<2,[1,2,1])), ("filterfalse", (None,[0,1,2])), ("islice", (range(10),2,8,3)), ("pairwise", ("abc",)), ("permutations", ("abc",2)), ("product", ("ab",[1,2])), ("repeat", (5,3)), ("starmap", (pow,[(2,3),(3,2)])), ("takewhile", (lambda x: x<3,[1,2,3,1])), ("zip_longest", ("ab","c")), ("batched", ("abcdefg",3))]:
    t(lambda: list(getattr(it,name)(*args)))
t(lambda: list(it.accumulate([1,2,3], operator.mul, initial=5))); t(lambda: list(it.islice(it.count(5, -2), 3))); t(lambda: list(it.islice(it.cycle("ab"), 5)))
t(lambda: [list(x) for x in it.tee([1,2],3)]); t(lambda: list(it.chain.from_iterable([[1],[2]]))); t(lambda: list(it.product(range(2), repeat=2)))
t(lambda: it.islice([1],-1)); t(lambda: it.batched("a",0)); t(lambda: it.combinations("a",-1)); t(lambda: list(it.repeat(1,-1))); t(lambda: it.count("a")); t(lambda: repr(it.count(1.5))); t(lambda: repr(it.repeat("x", 2)))
t(lambda: [(k, list(g)) for k, g in it.groupby("aAbB", str.lower)])
T = string.Template
t(lambda: T("$a ${b} $$ $c").substitute(a=1,b=2,c=3)); t(lambda: T("$a $b").safe_substitute(a=1)); t(lambda: T("$a $b").substitute(a=1)); t(lambda: T("$a ${ x").substitute(a=1)); t(lambda: T("$").substitute()); t(lambda: T("$a").get_identifiers()); t(lambda: T("$a $").is_valid())
class T2(string.Template): delimiter = "%"; idpattern = "[a-z]+"
t(lambda: T2("%a %% $b").substitute(a=5))
t(lambda: string.capwords("hello  wORLD")); t(lambda: string.capwords("a-b", "-")); t(lambda: (string.punctuation, string.printable, string.whitespace, string.hexdigits))
F = string.Formatter()
t(lambda: F.format("{0} {a!r:>5} {b.real}", 1, a="x", b=2)); t(lambda: list(F.parse("a{b!r:c}{{d}}"))); t(lambda: F.vformat("{x}", (), {"x": 1})); t(lambda: F.format("{}", )); t(lambda: F.format("{0}{}", 1))
class F2(string.Formatter):
    def get_value(self, key, args, kw): return kw.get(key, "?%s" % key) if isinstance(key, str) else super().get_value(key, args, kw)
    def format_field(self, v, spec): return super().format_field(v, spec[1:]) + "!" if spec[:1] == "z" else super().format_field(v, spec)
    def convert_field(self, v, c): return "U" if c == "u" else super().convert_field(v, c)
t(lambda: F2().format("{a} {b:z>3} {0!u}", 1, b="q"))
txt = "The quick brown fox jumped over the lazy dog. Hyphen-ated words, and-some looooooooooooooooong ones.\n\n  Indented para\twith tab."
for k in [dict(width=20), dict(width=10), dict(width=20, initial_indent="* ", subsequent_indent="  "), dict(width=15, break_long_words=False), dict(width=15, break_on_hyphens=False), dict(width=30, expand_tabs=False, replace_whitespace=False), dict(width=25, max_lines=2), dict(width=25, max_lines=2, placeholder="~"), dict(width=20, drop_whitespace=False), dict(width=30, fix_sentence_endings=True), dict(width=0), dict(width=5, max_lines=1)]:
    t(lambda: textwrap.wrap(txt, **k))
t(lambda: textwrap.dedent("  a\n   b\n\n  c")); t(lambda: textwrap.dedent("\ta\n  b")); t(lambda: textwrap.indent("a\n\nb\n", "> ")); t(lambda: textwrap.indent("a\n\nb", "> ", lambda l: True)); t(lambda: textwrap.shorten("hello big world", 11)); t(lambda: textwrap.shorten("hello", 2)); t(lambda: textwrap.fill("a b c", 3))
h = [5,3,8,1]; heapq.heapify(h); t(lambda: (h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nlargest(2, [3,1,4]), heapq.nsmallest(2, [3,1,4], key=lambda x: -x), list(heapq.merge([1,4],[2,3])), list(heapq.merge([4,1],[3,2], reverse=True))))
t(lambda: heapq.heappop([]))
a = [1,3,3,5]; t(lambda: (bisect.bisect(a,3), bisect.bisect_left(a,3), bisect.bisect_right(a, 3, 0, 2), bisect.bisect_left(a, -3, key=lambda x: -x))); t(lambda: bisect.insort(a, 4) or a); t(lambda: bisect.bisect(a, 1, -1))
t(lambda: operator.itemgetter(1, 0)("ab")); t(lambda: operator.attrgetter("real", "imag.real")(3)); t(lambda: operator.methodcaller("replace", "a", "b")("aa")); t(lambda: repr(operator.itemgetter(1,"x"))); t(lambda: repr(operator.methodcaller("f", 1, k=2))); t(lambda: operator.attrgetter(5)); t(lambda: operator.itemgetter()); t(lambda: operator.length_hint([1])); t(lambda: operator.indexOf([1,2], 2)); t(lambda: operator.indexOf([1], 2)); t(lambda: operator.countOf([1,1],1)); t(lambda: operator.concat(1,2)); t(lambda: operator.call(max, 1, 2)); t(lambda: operator.index(1.5)); t(lambda: operator.setitem([1],0,2)); t(lambda: operator.iconcat([1],[2])); t(lambda: operator.not_(1)); t(lambda: operator.truth([])); t(lambda: operator.is_not(1,2)); t(lambda: operator.contains([1],1)); t(lambda: operator.matmul(1,2))
