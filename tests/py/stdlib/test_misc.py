import math, random, struct, itertools, operator, string, textwrap, copy, time, os
print(math.pi, math.floor(2.7), math.ceil(-1.5), math.sqrt(2), math.gcd(12, 18), math.factorial(25), math.isclose(0.1 + 0.2, 0.3), math.log(8, 2), math.inf, math.isnan(math.nan), math.comb(50, 25), math.isqrt(10 ** 30), math.fsum([0.1] * 10), math.prod([1, 2, 3]))
random.seed(42); print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(50), 5), random.uniform(1, 2)); x = list(range(5)); random.shuffle(x); print(x, random.Random("s").random(), random.getrandbits(70), random.choices([1, 2], [1, 9], k=5), random.gauss(0, 1))
print(struct.pack(">IhB", 1, -2, 3), struct.unpack("<Hd", struct.pack("<Hd", 5, 1.5)), struct.calcsize("bi"), struct.pack("5s", b"ab"), struct.unpack(">q", b"\xff" * 8))
print(list(itertools.product("ab", [1, 2])), list(itertools.chain([1], [2])), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations("abc", 2)), [(k, list(g)) for k, g in itertools.groupby("aabbb")], list(itertools.zip_longest([1, 2], "a")), list(itertools.accumulate([1, 2, 3])), list(itertools.pairwise("abc")), list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.repeat(1, 2)), list(itertools.starmap(pow, [(2, 3)])))
print(operator.add(1, 2), operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(3), operator.methodcaller("upper")("a"), sorted([{"a": 2}, {"a": 1}], key=operator.itemgetter("a")))
print(string.ascii_letters, string.Template("$a ${b} $$").substitute(a=1, b=2), textwrap.dedent("  a\n    b\n  c"), textwrap.indent("a\n\nb", "> "), textwrap.wrap("the quick brown fox jumps over the lazy dog", 15), textwrap.shorten("hello there world", 13))
a = [1, {"k": [2]}]; b = copy.deepcopy(a); b[1]["k"].append(3); print(a, b, copy.copy(a) == a, copy.copy({1: 2}))
print(os.path.join("a", "/b", "c"), os.path.split("/a/b"), os.path.splitext("x.tar.gz"), os.path.basename("/a/b/"), os.path.dirname("/a/b"), os.path.normpath("a//b/../c/."), os.path.relpath("/a/b", "/a/c"), os.path.commonpath(["/a/b", "/a/c"]), os.path.isabs("x"), os.sep, os.path.splitext(".bashrc"))
print(os.environ.get("NOPE_X", "d"), os.getenv("NOPE_X"), type(os.getcwd()).__name__, os.path.exists("/"), os.path.isdir("/tmp"))
print(time.strftime("%Y", time.gmtime(0)), time.gmtime(86400)[:3], time.time() > 1e9)
from urllib.parse import *
print(quote("a b/c&é"), quote_plus("a b&c"), unquote("a%20b%C3%A9"), urlparse("postgresql+asyncpg://u:p%40@h:5432/db?ssl=1#f"), urlparse("http://u:p@H:80/x").hostname, urlparse("http://u:p@h:80/x").port, urlencode({"a": 1, "b": "x y"}), parse_qs("a=1&a=2&b=3"), urljoin("http://a/b/c", "../d"), urlunparse(("http", "h", "/p", "", "q=1", "")), urlsplit("//h/p").netloc)
from types import SimpleNamespace, MappingProxyType
print(SimpleNamespace(a=1), MappingProxyType({"a": 1}))
import warnings, traceback, inspect, secrets, asyncio
with warnings.catch_warnings(record=True) as w: warnings.simplefilter("always"); warnings.warn("careful"); print(len(w), w[0].message)
try: {}["x"]
except KeyError: print(traceback.format_exc().splitlines()[-1])
def g(a, b=1, *c, d: int, e=2, **f) -> str: ...
print(inspect.signature(g), inspect.isfunction(g), inspect.isclass(int), inspect.cleandoc("  a\n    b"), len(secrets.token_hex(4)))
async def co(n): await asyncio.sleep(0); return n
async def main(): return await asyncio.gather(co(1), co(2)), await asyncio.create_task(co(3)), await asyncio.wait_for(co(4), 1)
print(asyncio.run(main()), asyncio.iscoroutinefunction(co))
