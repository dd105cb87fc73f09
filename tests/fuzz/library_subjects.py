"""library_subjects.py -- parts of random programs about the standard library: collections, itertools, functools, json, re,
datetime, decimal, fractions, textwrap, struct, csv, uuid, urllib and others that scripts of migrations use."""


class LibrarySubjects:
    def library_subjects(self):
        return [self.containers_of_library, self.iterators_of_library, self.functions_of_library, self.json_texts, self.expressions, self.dates, self.decimals, self.fractions, self.texts, self.binary, self.tables_of_text, self.addresses, self.mathematics, self.records_of_library, self.contexts, self.copies]

    def any_json(self, depth=2):
        """A value that json can mostly write."""
        if depth <= 0 or self.chance(0.3):
            return self.leaf(self.pick(["int", "float", "str", "bool", "none"]))
        if self.chance(0.5):
            return "[" + ", ".join(self.any_json(depth - 1) for _ in range(self.r.randint(0, 3))) + "]"
        return "{" + ", ".join(f"{self.leaf(self.pick(['str', 'str', 'int', 'none', 'float', 'bool']))}: {self.any_json(depth - 1)}" for _ in range(self.r.randint(0, 3))) + "}"

    def containers_of_library(self, depth):
        c, source = self.fresh(), self.expr(self.pick(["list", "str", "tuple"]), 1)
        self.emit("from collections import Counter, defaultdict, deque, OrderedDict, ChainMap, namedtuple, UserDict, UserList")
        kind = self.pick(["Counter", "deque", "defaultdict", "OrderedDict", "ChainMap", "namedtuple"])
        key = self.pick([self.leaf("str"), self.leaf("int")])
        if kind == "Counter":
            self.guarded(f"{c} = Counter({source})", f"out({c})")
            self.outs(f"{c}.most_common({self.small_int()})", f"{c}[{key}]", f"{c} + Counter({source})", f"{c} - Counter([{key}])", f"{c} & Counter({source}), {c} | Counter('ab')", f"{c}.update({source}) or {c}", f"{c}.subtract({source}) or {c}", f"list({c}.elements())", f"{c}.total()", f"+{c}, -{c}", f"{c} == Counter({source})", f"{c}.pop({key}, 0)", f"Counter(a=2, b=1) <= Counter(a=3, b=1)", f"dict({c})", f"Counter({self.leaf('dict')})", f"{c}.fromkeys('ab')", f"repr({c}.copy())", f"del_ if False else {c}.setdefault({key}, 4)", f"sorted({c}.items(), key=str)", count=5)
        elif kind == "deque":
            self.guarded(f"{c} = deque({source}{self.pick(['', ', 3', ', maxlen=2', ', maxlen=0'])})", f"out({c})")
            self.outs(f"{c}.append({key}) or {c}", f"{c}.appendleft({key}) or {c}", f"{c}.pop(), {c}", f"{c}.popleft(), {c}", f"{c}.rotate({self.small() or 1}) or {c}", f"{c}.extend('xy') or {c}", f"{c}.extendleft('xy') or {c}", f"{c}[{self.pick(['0', '-1', '9'])}]", f"{c}.index({key})", f"{c}.remove({key})", f"{c}.count({key}), len({c}), {c}.maxlen", f"{c}[0:1]", f"{c}.insert(1, {key}) or {c}", f"list(reversed({c}))", f"{c} + deque([1])", f"{c} * 2", f"{c} == deque({source})", f"{c}.reverse() or {c}", f"{key} in {c}", f"{c}.copy() < {c}", f"{c}.clear() or {c}", count=6)
        elif kind == "defaultdict":
            self.guarded(f"{c} = defaultdict({self.pick(['list', 'int', 'lambda: 5', 'None', 'dict', '3'])}, {self.leaf('dict')})", f"out(dict({c}))")
            self.outs(f"{c}[{key}]", f"{c}.get({key})", f"{c}[{key}].append(1) or dict({c})", f"{c}.pop({key})", f"dict({c} | {{1: 2}})", f"{c}.copy() == {c}", f"{c}.default_factory is None", f"len({c}), {key} in {c}", f"{c}.setdefault({key}, [])", f"str({c})[:20]", count=5)
        elif kind == "OrderedDict":
            self.guarded(f"{c} = OrderedDict({self.leaf('dict')})", f"{c}[{key}] = 1", f"out({c})")
            self.outs(f"{c}.move_to_end({key}) or {c}", f"{c}.move_to_end({key}, last=False) or {c}", f"{c}.popitem(last=False)", f"{c}.popitem()", f"{c} == dict({c}), {c} == OrderedDict(reversed({c}.items()))", f"list(reversed({c}))", f"{c} | {{'q': 1}}", f"{c}.move_to_end('none')", f"OrderedDict.fromkeys('abc', 0)", f"repr({c}.keys())", count=5)
        elif kind == "ChainMap":
            self.guarded(f"{c} = ChainMap({self.leaf('dict')}, {self.leaf('dict')})", f"out({c})")
            self.outs(f"{c}[{key}]", f"dict({c})", f"{c}.new_child({{1: 2}})", f"{c}.parents", f"{c}.pop({key})", f"list({c})", f"len({c}), {key} in {c}", f"{c}.maps", f"{c} | {{3: 4}}", f"{c}.get({key}, 'no')", count=5)
        else:
            self.guarded(f"P = namedtuple('P', {self.pick([repr('x y z'), repr('x, y'), '[' + repr('x') + ', ' + repr('y') + ']', repr('x class'), repr('x x'), repr('_x y')])}{self.pick(['', ', defaults=(1,)', ', rename=True'])})", f"{c} = P({self.pick(['1, 2', '1', '1, 2, 3', 'x=1, y=2', 'x=1', '*range(2)'])})", f"out({c}, {c}._asdict(), {c}._fields, P._field_defaults)",
                         f"out({self.pick([c + '.x', c + '._replace(x=5)', c + '[0], len(' + c + ')', c + ' == (1, 2)', c + '._replace(q=5)', 'P._make([1, 2])', 'P._make([1])', c + ' < (1, 3)', c + '.nothing', 'sorted([' + c + ', ' + c + '])', 'hash(' + c + ') == hash(tuple(' + c + '))'])})", f"{c}.x = 5")

    def iterators_of_library(self, depth):
        a, b = self.expr(self.pick(["list", "str", "tuple"]), 1), self.leaf(self.pick(["list", "str", "tuple", "dict"]))
        self.emit("import itertools, operator")
        n = self.small_int()
        self.outs(f"list(itertools.chain({a}, {b}))", f"list(itertools.chain.from_iterable([{a}, {b}]))", f"list(itertools.product({a}, repeat=2))[:6]", f"list(itertools.product({a}, {b}))[:6]", f"list(itertools.islice(itertools.permutations({a}, {n}), 6))", f"list(itertools.islice(itertools.combinations({a}, {n}), 6))", f"list(itertools.combinations_with_replacement({a}, 2))[:6]", f"list(itertools.accumulate({a}))", f"list(itertools.accumulate({a}, lambda p, q: (p, q), initial={self.leaf('int')}))[:4]", f"[(k, list(g)) for k, g in itertools.groupby({a}, {self.pick(['None', 'type', 'str', 'bool'])})] if 'type' else 0",
                  f"list(itertools.islice({a}, {self.pick(['2', '1, 3', '0, None, 2', '-1', '5, 2'])}))", f"list(itertools.islice(itertools.count({self.leaf(self.pick(['int', 'float']))}, {self.leaf('int')}), 3))", f"list(itertools.takewhile(bool, {a})), list(itertools.dropwhile(bool, {a}))", f"list(itertools.zip_longest({a}, {b}, fillvalue={self.leaf('int')}))", f"list(itertools.starmap(lambda *x: x, zip({a}, {b})))", f"list(itertools.compress({a}, {b}))", f"list(itertools.filterfalse(None, {a}))", f"list(itertools.pairwise({a}))", f"list(itertools.batched({a}, {n}))", f"[list(t) for t in itertools.tee({a}, 2)]", f"list(itertools.islice(itertools.cycle({a}), 5))", f"list(itertools.repeat({a}, {n}))", f"itertools.count(3), itertools.repeat(1, 2)",
                  f"sorted({a}, key=operator.itemgetter(0))", f"operator.itemgetter(0, -1)({a})", f"operator.attrgetter('real', '__class__.__name__')({self.leaf('int')})", f"operator.methodcaller('split', 'a')({self.leaf('str')})", f"operator.{self.pick(['add', 'sub', 'mul', 'truediv', 'mod', 'eq', 'lt', 'and_', 'concat', 'contains', 'countOf', 'indexOf', 'getitem', 'pow', 'is_', 'floordiv'])}({self.any(0)}, {self.any(0)})", count=6)

    def functions_of_library(self, depth):
        f = self.fresh("f")
        self.emit("import functools, bisect, heapq, operator")
        self.emit(f"@functools.{self.pick(['lru_cache(maxsize=2)', 'cache', 'lru_cache'])}")
        self.emit(f"def {f}(n, m=0): out('computed', n); return n, m")
        self.outs(f"{f}(1), {f}(1), {f}.cache_info()", f"{f}({self.leaf('list')})", f"{f}(1, m=2), {f}(1, 2), {f}.cache_info().misses", f"{f}(1), {f}(2), {f}(3), {f}(1)", f"{f}.cache_clear(), {f}.cache_info()", f"functools.reduce(operator.add, {self.leaf('list')})", f"functools.reduce(operator.add, {self.leaf('list')}, 0)", f"sorted({self.leaf('list')}, key=functools.cmp_to_key(lambda p, q: (str(p) > str(q)) - (str(p) < str(q))))", f"functools.partial(int, base={self.pick(['2', '16', '40'])})({self.leaf('str')})", f"functools.partial(max, 3)({self.leaf('int')}, {self.leaf('float')})",
                  f"bisect.bisect([1, 3, 5], {self.leaf(self.pick(['int', 'float', 'str']))}), bisect.bisect_left([1, 3, 3], 3)", f"bisect.insort(x := [1, 4, 9], {self.leaf('int')}) or x", f"heapq.heapify(h := [5, 3, {self.leaf('int')}, 1]) or h", f"heapq.nsmallest(2, {self.leaf('list')}), heapq.nlargest(1, {self.leaf('tuple')})", f"list(heapq.merge([1, 4], [2, {self.leaf('int')}]))", f"heapq.heappushpop([2, 7, 9], {self.leaf('int')}), heapq.heappop([])", count=5)
        s = self.fresh("f")
        self.emit(f"@functools.singledispatch")
        self.emit(f"def {s}(x): return 'any'")
        self.emit(f"@{s}.register")
        self.emit(f"def _(x: {self.pick(['int', 'str', 'list', 'float'])}): return 'one'")
        self.emit(f"@{s}.register({self.pick(['int', 'dict', 'tuple', 'bool', 'object'])})")
        self.emit("def _(x): return 'two'")
        self.outs(f"[{s}(x) for x in (1, 'a', [], 1.5, True, None, {{}})]", f"{s}.dispatch(bool)(1)", f"{s}()", count=2)
        o = self.fresh("H")
        self.emit(f"@functools.total_ordering")
        self.emit(f"class {o}:")
        self.emit("    def __init__(self, x): self.x = x")
        self.emit(f"    def __{self.pick(['lt', 'le', 'gt', 'ge'])}__(self, o): return {self.pick(['self.x < o.x', 'NotImplemented', 'self.x >= o.x'])}")
        self.emit("    def __eq__(self, o): return self.x == o.x")
        self.outs(f"[{o}(1) {op} {o}({self.leaf('int')}) for _ in '1']" if False else f"{o}(1) < {o}({self.leaf('int')}), {o}(1) >= {o}(1)", f"{o}(2) <= {o}(1)", f"{o}(2) > {o}(3)", count=2)

    def json_texts(self, depth):
        v = self.fresh()
        self.emit("import json")
        self.emit(f"{v} = {self.any_json()}")
        option = self.pick(["", ", indent=2", ", sort_keys=True", ", separators=(',', ':')", ", ensure_ascii=False", ", indent='\\t', sort_keys=True", ", default=str", ", allow_nan=False", ", skipkeys=True", ", indent=0"])
        texts = ["[1, 2", "{\"a\": 1,}", "nul", "\"\\u00e9\\n\"", "[1e5, -0.0, 1E400]", "{\"a\": {\"b\": []}}", " 12 x", "", "\"\\ud83d\\ude00\"", "[NaN, Infinity]", "\"a", "{\"a\" 1}", "[1,,2]", "{1: 2}", "tru", "-", "01", "\"\\x\"", "[1]\n[2]", "1.5e", "{\"k\": 1, \"k\": 2}"]
        text = self.pick(texts)
        self.outs(f"json.dumps({v}{option})", f"json.loads(json.dumps({v})) == {v}", f"json.loads({text!r})", f"json.loads({text!r})", f"json.dumps({self.any(1)}{option})", f"json.dumps({self.leaf('set')})", f"json.loads({self.leaf('str')})", f"json.loads('[1.10, 2]', parse_float=str, parse_int=float)", f"json.loads('{{\"a\": {{\"b\": 1}}}}', object_hook=sorted)", f"json.loads('{{\"a\": 1, \"b\": 2}}', object_pairs_hook=list)", f"json.dumps({{{v!r}: 1}})", f"json.dumps({self.leaf('bytes')}, default=repr)", f"json.dumps({{'x': object}}, default=lambda o: o.__name__)", f"json.dumps([{self.leaf('float')}, {self.leaf('int')}])", count=5)

    def expressions(self, depth):
        self.emit("import re")
        pattern = self.pick(["a", "[a-c]+", r"(\w+) (\w+)", r"\d+", r"(?P<k>\w)(?P<v>\d)?", r"^\s*|\s*$", r"(a)|(b)", "x*", r"(?i)HELLO", r"\b\w", r"[^,]*", r"(?<=,)\w", r"l+?", "(", "[z-a]", r"(?P<1>a)", "a{2,1}", r"(.)\1", r"(?:ab)+", r"\W", ".", r"(?s).+", r"(?m)^.", r"(?x) a # b", r"\Aa\Z", r"(?!a)\w", "*a", r"(?P<n>a)(?P=n)", r"[\w.]+@", r"a|b|", r"\p", r"(a(b)?)+"])
        text = self.pick([self.expr("str", 1), '"abc abc12, x9"', '"aab ba\\nab"', '"Hello World hello"', '"a,b,,c"'])
        new = self.pick([r"<\g<0>>", r"\1", r"\2-\1", "X", r"\g<k>", r"\\", r"\n", "", r"\g<9>", r"\q"])
        self.outs(f"re.findall({pattern!r}, {text})", f"re.sub({pattern!r}, {new!r}, {text}{self.pick(['', ', count=1'])})", f"re.split({pattern!r}, {text}{self.pick(['', ', maxsplit=1'])})", f"[(m.group(), m.span(), m.groups(), m.groupdict()) for m in re.finditer({pattern!r}, {text})][:4]", f"re.{self.pick(['match', 'search', 'fullmatch'])}({pattern!r}, {text})", f"re.subn({pattern!r}, lambda m: m.group()[::-1] + str(m.lastindex), {text})", f"re.compile({pattern!r}, {self.pick(['re.I', 're.M | re.S', '0', 're.X', 're.A'])})", f"re.escape({text})", f"(m := re.search({pattern!r}, {text})) and (m.start(), m.end(), m.lastgroup, m.re.groups, m.pos, m[0], m.expand({new!r}))", f"re.compile({pattern!r}).pattern, re.compile({pattern!r}).groupindex", f"re.search({pattern!r}, {text}).group({self.pick(['1', repr('k'), '0, 1', '5'])})", f"re.compile({pattern!r}).sub('', {text}, 1)", f"re.match({pattern!r}, {self.any(0)})", f"re.compile({pattern!r}).search({text}, {self.small_int()})", f"re.findall({pattern!r}, {text}, re.I)", f"bool(re.fullmatch({pattern!r}, {text}))", count=6)

    def dates(self, depth):
        r = self.r
        d, t, x = self.fresh("dt"), self.fresh("td"), self.fresh("dt")
        self.emit("from datetime import datetime, date, time, timedelta, timezone")
        self.emit(f"{d} = datetime({r.choice([1, 1970, 2000, 2024, 9999])}, {r.randint(1, 12)}, {r.randint(1, 28)}, {r.randint(0, 23)}, {r.randint(0, 59)}, {r.randint(0, 59)}, {r.choice([0, 1, 500000, 999999])}{self.pick(['', ', timezone.utc', ', timezone(timedelta(hours=5, minutes=30))', ', tzinfo=timezone(timedelta(hours=-3), ' + repr('X') + ')'])})")
        self.emit(f"{t} = timedelta(days={r.randint(-400, 400)}, seconds={r.randint(-9, 99999)}, microseconds={r.randint(0, 10**7)}, hours={self.pick(['0', '1.5', '-3'])})")
        self.emit(f"{x} = {self.pick([f'{d}.date()', f'{d}.time()', f'{d}.timetz()', f'{d} + {t}' if '9999' not in self.lines[-2] and 'datetime(1,' not in self.lines[-2] else d, d])}")
        form = self.pick(["%Y-%m-%d %H:%M:%S", "%d/%b/%y %I:%M %p", "%A %j %U %W %w", "%z %Z", "%f %%", "%c", "%x %X", "%G-W%V-%u", "%s" if False else "%y", "%B %e" if False else "%B", "%H.%M"])
        texts = ["2024-02-30", "2024-02-29T12:30:00", "2024-02-29 12:30:00.123+05:30", "20240229", "2024-W09-4", "2024-060", "12:30", "24:00", "", "2024-1-1", "2024-02-29T12:30Z", "12:30:59.5", "not a date", "2024-12-31T23:59:59.999999-00:30"]
        text = self.pick(texts)
        self.outs(f"{d}, str({d}), repr({t}), str({t})", f"{x}.isoformat()", f"{d}.isoformat(sep=' ', timespec={self.pick(['auto', 'minutes', 'milliseconds', 'seconds', 'bad'])!r})", f"{x}.strftime({form!r})", f"f'{{{x}:{form}}}'", f"{self.pick(['datetime', 'date', 'time'])}.fromisoformat({text!r})", f"datetime.strptime({self.pick(['2024-02-29 01:02:03', '29/Feb/24 01:02 PM', 'x', '2024-02-30 01:02:03', '05/mar/99 12:00 am'])!r}, {self.pick(['%Y-%m-%d %H:%M:%S', '%d/%b/%y %I:%M %p', '%Y'])!r})", f"{t} * 2, {t} / 3, {t} // 7, -{t}, abs({t}), {t} % timedelta(hours=5)", f"{t}.total_seconds(), {t}.days, {t}.seconds, {t}.microseconds", f"{d} - {d}, {d} - timedelta(1) < {d}", f"{x} == {d}, {x} != {x}", f"{x} < {d}", f"{x} + {self.any(0)}", f"{d}.replace({self.pick(['year=2023', 'month=13', 'day=31', 'hour=5', 'tzinfo=None', 'microsecond=7', 'fold=1'])})", f"{x}.replace({self.pick(['year=2023', 'month=2', 'hour=5', 'minute=61'])})", f"{d}.timetuple()[:6], {d}.weekday(), {d}.isoweekday(), {d}.isocalendar()", f"{d}.astimezone(timezone.utc) if {d}.tzinfo else {d}.utcoffset()", f"{d}.tzname(), {d}.utcoffset(), {d}.tzinfo", f"date({self.leaf('int')}, 2, 3)", f"timedelta({self.pick(['10**9', '1.5', repr('x'), '0', 'hours=25', 'weeks=1, days=-7'])})", f"date.fromordinal({d}.toordinal()), {d}.toordinal()", f"datetime.combine({d}.date(), time(1, 2)), datetime.min, date.max, timedelta.resolution", f"divmod({t}, timedelta(minutes=7))", f"datetime.fromtimestamp({self.pick(['0', '1.5', '1e9', '-1', '86399.999999', '1e20'])}, timezone.utc)", f"{d}.timestamp() if {d}.tzinfo else 0", f"sorted([{t}, timedelta(0), timedelta(1)])", f"hash({d}) == hash({d}.replace(fold=1)), {t} == timedelta(microseconds={t} // timedelta(microseconds=1))", f"sum([{t}, {t}], timedelta()), max({t}, timedelta())", f"date.fromisocalendar(2024, {self.r.randint(0, 54)}, {self.r.randint(0, 8)})", f"time({self.leaf('int')}, 30)", f"timezone(timedelta(hours={self.leaf('int')}))", f"{d}.strftime({form!r}), {d}.ctime()", count=8)

    def decimals(self, depth):
        r = self.r
        a, b = self.fresh("dc"), self.fresh("dc")
        texts = ["0", "-0", "1", "1.10", "0.005", "2.675", "1E+5", "-12345.6789", "1e-10", "NaN", "Infinity", "-Inf", "1_000.5", "99999999999999999999999999999", "0.1", "3", "-2", "7.50", "1E+30", ".5", "5.", "sNaN" if False else "0E-7", "0E+3"]
        self.emit("import decimal")
        self.emit("from decimal import Decimal, ROUND_HALF_UP, ROUND_DOWN, getcontext, localcontext")
        self.emit(f"{a}, {b} = Decimal({self.pick(texts)!r}), Decimal({self.pick(texts)!r})")
        mode = self.pick(["ROUND_HALF_UP", "ROUND_DOWN", "decimal.ROUND_HALF_EVEN", "decimal.ROUND_CEILING", "decimal.ROUND_FLOOR", "decimal.ROUND_UP", "decimal.ROUND_HALF_DOWN", "decimal.ROUND_05UP"])
        spec = self.pick([".2f", "10.3f", ",.2f", "e", ".3e", "g", "%", ".1%", "+", "010", "n" if False else "", ">12", "_.1f" if False else "f", "s" if False else "G"])
        self.outs(f"{a} {self.pick(['+', '-', '*', '/', '//', '%'])} {b}", f"{a} {self.pick(['+', '-', '*', '/'])} {self.leaf('int')}", f"{a} ** {self.pick(['2', '3', '-1', '0', 'Decimal(' + repr('0.5') + ')'])}", f"{a}.quantize(Decimal({self.pick(['0.01', '1', '1E+1', '0.0000001', '1.000'])!r}), {mode})", f"{a}.quantize(Decimal('.1'), rounding={mode})", f"round({a}, {self.pick(['0', '1', '2', '-1'])}), round({a})", f"str({a}), repr({a}), f'{{{a}:{spec}}}', '%s %.2f' % ({a}, {a})", f"int({a}), float({a}), bool({a})", f"{a} == {b}, {a} < {b}, {a} != 1, {a} >= {self.leaf('float')}", f"{a}.as_tuple(), {a}.adjusted(), {a}.is_signed(), {a}.is_zero(), {a}.is_nan()", f"{a}.normalize(), {a}.to_eng_string(), {a}.to_integral_value()", f"{a}.compare({b}), max({a}, {b}), {a}.copy_sign({b})", f"{a}.sqrt(), {a}.exp()", f"{a}.ln(), {a}.log10()", f"divmod({a}, {b})", f"Decimal({self.pick([self.leaf('str'), self.leaf('float'), self.leaf('int'), self.leaf('list'), '(0, (1, 2, 3), -2)'])})", f"{a} + {self.leaf('float')}", f"hash({a}) == hash(float({a}))", f"sum([{a}, {b}, 1])", f"{a}.as_integer_ratio()", f"abs({a}), -{a}, +{a}", f"{a}.remainder_near({b}), {a}.fma({b}, 1)", f"{a}.scaleb(2), {a}.shift(1), {a}.rotate(1)", f"sorted([{a}, {b}, Decimal(1)])", f"{a}.same_quantum({b}), {a}.number_class(), {a}.logb()", f"{a}.next_plus(), {a}.next_minus(), {a}.next_toward({b})", f"Decimal.from_float({self.leaf('float')})", count=6)
        self.emit(f"with localcontext() as ctx:")
        self.emit(f"    ctx.prec = {r.randint(1, 12)}")
        if self.chance(0.5):
            self.emit(f"    ctx.rounding = {mode}")
        if self.chance(0.3):
            self.emit(f"    ctx.traps[decimal.{self.pick(['InvalidOperation', 'DivisionByZero', 'Inexact', 'FloatOperation', 'Rounded', 'Overflow'])}] = {self.pick(['True', 'False'])}")
        self.indent += 1
        self.outs(f"{a} / {b}", f"{a} * {b}", f"+{a}, -{a}", f"{a} + {b}", f"{a}.sqrt()", f"{a} ** 3", f"ctx.divide({a}, {b})", f"ctx.create_decimal({self.leaf('str')})", f"{a}.quantize(Decimal('0.0001'))", f"{a} // {b}, {a} % {b}", f"{a}.ln()", f"ctx.copy().prec, ctx.rounding", f"Decimal(1) / 3, Decimal(2) / 3", f"{a} == {a} + 0", f"Decimal(1) / 0", f"Decimal('Inf') - Decimal('Inf')", count=4)
        self.guarded("out(sorted(f.__name__ for f, on in ctx.flags.items() if on))")
        self.indent -= 1

    def fractions(self, depth):
        a = self.fresh("fr")
        self.emit("from fractions import Fraction")
        self.emit("from decimal import Decimal")
        self.guarded(f"{a} = Fraction({self.pick(['1, 3', '-7, 2', '5', '0', repr('3/4'), repr('1.25'), '0.5', '1, 0', repr('x'), '10, 4', repr(' -1e-2 '), 'Decimal(' + repr('1.1') + ')', self.leaf('int')])})", f"out({a}, str({a}), {a}.numerator)")
        self.outs(f"{a} {self.pick(['+', '-', '*', '/', '//', '%', '**'])} {self.leaf('int')}", f"{a} {self.pick(['+', '-', '*', '/'])} {self.leaf('float')}", f"{a} + Fraction(1, 7), {a} * Fraction(2, 3), {a} / Fraction(1, 3)", f"round({a}), round({a}, 1), int({a}), float({a})", f"{a} == {self.leaf('float')}, {a} < {self.leaf('int')}, hash({a}) == hash(float({a}))", f"{a}.limit_denominator(10)", f"abs({a}), -{a}, bool({a})", f"divmod({a}, Fraction(1, 2))", f"f'{{{a}:.3f}} {{{a}:>10}}'", f"{a}.as_integer_ratio(), {a}.is_integer()", f"{a} ** 2, {a} ** -1, 2 ** {a}", f"sum([{a}, {a}]), max({a}, 0.3)", f"{self.leaf('int')} - {a}, {self.leaf('float')} / {a}", f"Fraction.from_float({self.leaf('float')})", f"{a} + {self.leaf('str')}", count=5)

    def texts(self, depth):
        t = self.fresh()
        self.emit("import textwrap, string, difflib, unicodedata, shlex, pprint, html")
        self.emit(f"{t} = {self.pick([self.expr('str', 2), repr('  one two three four five six seven eight'), repr('    a\\n      b\\n\\n    c'), repr('The quick brown fox-jumps over the lazy dog; twice!')])}")
        self.outs(f"textwrap.wrap({t}, {self.r.randint(1, 20)})", f"textwrap.fill({t}, {self.r.randint(3, 20)}, initial_indent='* ', subsequent_indent='  ')", f"textwrap.dedent({t}), textwrap.indent({t}, '> ')", f"textwrap.shorten({t}, {self.r.randint(1, 25)}, placeholder='..')", f"string.Template({self.pick(['$a ${b} $$', '$x', '${', 'a $b.c', '$'])!r}).{self.pick(['substitute', 'safe_substitute'])}({{'a': {self.any(0)}, 'b': 2}})", f"string.capwords({t})", f"string.Formatter().format('{{0}} {{a!r:>5}}', {self.any(0)}, a=1)", f"list(difflib.unified_diff({t}.split(), {self.leaf('str')}.split(), lineterm=''))", f"difflib.get_close_matches('appel', ['ape', 'apple', {t}])", f"round(difflib.SequenceMatcher(None, {t}, 'abcd').ratio(), 6)", f"unicodedata.normalize({self.pick(['NFC', 'NFD', 'NFKD', 'NFKC'])!r}, {t}).encode()", f"[unicodedata.category(c) for c in {t}][:6]", f"unicodedata.name({t}[0], 'none') if {t} else 0", f"shlex.split({t})", f"shlex.quote({t})", f"html.escape({t}), html.unescape('&lt;&amp;&#233;&nosuch;')", f"pprint.pformat({self.any(2)}, width={self.r.randint(10, 60)})", f"pprint.pformat({{'key': {self.any(1)}, 'list': list(range(30))}}, width=40)", f"pprint.pformat({self.any_json(3)}, width=20, indent={self.pick(['1', '2', '4'])})", f"textwrap.wrap({t}, 8, break_long_words={self.pick(['True', 'False'])})", f"string.ascii_letters[3:7] + string.punctuation[:3]", f"{t}.translate(str.maketrans({{'a': 'b', 'o': None}}))", count=5)

    def binary(self, depth):
        b = self.expr("bytes", 1)
        self.emit("import struct, base64, hashlib, binascii, hmac, zlib_ as z" if False else "import struct, base64, hashlib, binascii, hmac, codecs")
        form = self.pick(["<I", ">hH", "3s", "<q", "!B", "<d", ">f", "2i", "?", "<10s", "b", "<Qx2H", "5p", "e", "z", "<ii"])
        self.outs(f"struct.pack({form!r}, {self.any(0)})", f"struct.pack({form!r}, {self.leaf('int')}, {self.leaf('int')})", f"struct.unpack({form!r}, {b})", f"struct.calcsize({form!r})", f"base64.b64encode({b}), base64.urlsafe_b64encode({b}), base64.b32encode({b})", f"base64.b64decode({self.leaf('str')})", f"base64.b64decode(base64.b64encode({b})) == {b}", f"base64.b16decode({self.pick(['4142', 'zz', '4', '4a'])!r})", f"hashlib.{self.pick(['md5', 'sha1', 'sha256', 'sha512', 'blake2b', 'sha3_256'])}({b}).hexdigest()[:20]", f"hashlib.md5({self.leaf('str')})", f"hashlib.new('sha256', {b}).digest_size", f"binascii.hexlify({b}), binascii.crc32({b})", f"binascii.unhexlify({self.pick(['00ff', '0', 'zz'])!r})", f"hmac.new(b'k', {b}, 'sha256').hexdigest()[:10]", f"codecs.encode({self.leaf('str')}, 'rot13')", f"codecs.decode({b}, 'hex')", f"list(struct.iter_unpack('<H', {b}))", f"base64.a85encode({b}), base64.b85encode({b})", f"({self.leaf('str')}).encode({self.pick(['utf-16', 'utf-8-sig', 'cp1252', 'latin-1', 'utf-32-le', 'idna' if False else 'ascii', 'nosuch'])!r})", f"({b}).decode({self.pick(['utf-16', 'cp1252', 'utf-8', 'utf-7' if False else 'latin-1'])!r})", count=5)

    def tables_of_text(self, depth):
        rows = "[" + ", ".join("[" + ", ".join(self.leaf(self.pick(["int", "str", "float", "none"])) for _ in range(self.r.randint(0, 3))) + "]" for _ in range(self.r.randint(1, 3))) + "]"
        o = self.fresh("io")
        self.emit("import csv, io, configparser")
        option = self.pick(["", ", delimiter=';'", ", quoting=csv.QUOTE_ALL", ", quoting=csv.QUOTE_NONNUMERIC", ", lineterminator='\\n'", ", quotechar=\"'\"", ", escapechar='\\\\', quoting=csv.QUOTE_NONE", ", doublequote=False, escapechar='!'"])
        text = self.pick(["a,b\n1,2\n", 'x,"y ""z""",\n', "a;b\n'1';2", '"a\nb",c\r\nd', "", "a,b\n1\n2,3,4\n", " a , b\n"])
        self.guarded(f"{o} = io.StringIO()", f"csv.writer({o}{option}).writerows({rows})", f"out({o}.getvalue())")
        self.outs(f"list(csv.reader(io.StringIO({text!r}){self.pick(['', ', delimiter=' + repr(';'), ', skipinitialspace=True', ', quoting=csv.QUOTE_NONE'])}))", f"list(csv.DictReader(io.StringIO({text!r})))", f"list(csv.DictReader({text!r}.splitlines(), fieldnames=['p', 'q'], restval='-'))", f"list(csv.reader({self.expr('list', 1)}))", count=2)
        self.guarded(f"{o} = io.StringIO({self.expr('str', 1)})", "out(" + self.pick([f"{o}.read(2), {o}.tell(), {o}.read()", f"{o}.readline(), {o}.readlines()", f"list({o})", f"{o}.write('zz'), {o}.getvalue()", f"{o}.seek(1), {o}.read(1)", f"{o}.truncate(1), {o}.getvalue()", f"{o}.close(), {o}.closed, {o}.read()"]) + ")")
        ini = self.pick(["[a]\nx = 1\ny: two\n", "[DEFAULT]\nk=5\n[b]\nx=%(k)s\n", "[a]\nx=1\n x2\n[a]\n", "no section\n", "[a]\nflag = yes\nempty\n", "[a]\nx = %(nope)s\n"])
        self.guarded("cp = configparser.ConfigParser(" + self.pick(["", "allow_no_value=True", "interpolation=None", "strict=False"]) + ")", f"cp.read_string({ini!r})", "out(cp.sections(), {s: dict(cp[s]) for s in cp.sections()})", "out(" + self.pick(["cp.get('a', 'x')", "cp['a'].getboolean('flag')", "cp.getint('a', 'y')", "cp.has_option('b', 'k')", "cp.get('a', 'zz', fallback=3)", "cp['zz']", "cp.items('b')", "cp.set('a', 'x', '5')", "cp.options('a')"]) + ")")

    def addresses(self, depth):
        url = self.pick(["postgresql://u:p%40ss@host:5432/db?sslmode=require&x=1#frag", "http://[::1]:80/a/../b;p?q", "sqlite:///x.db", "//host/path", "mailto:a@b.c", "", "http://u@h:99999/", "a/b?c=d&c=e&f", "HTTP://Ex.COM:x/"])
        self.emit("import uuid, urllib.parse as up, ipaddress, pathlib, posixpath")
        ip = self.pick(["10.0.0.1", "256.1.1.1", "::1", "192.168.0.0/16", "10.0.0.1/8", "fe80::1", "1.2.3", "2001:db8::/32", ""])
        path = self.pick(["/a/b/../c.tar.gz", "a//b/./c", "", ".", "/", "x.py", "dir/", ".hidden", "a.b.c", "../up"])
        self.outs(f"up.urlparse({url!r})", f"up.urlsplit({url!r}).{self.pick(['hostname', 'port', 'username', 'password', 'netloc', 'geturl()'])}", f"up.parse_qs(up.urlsplit({url!r}).query), up.parse_qsl('a=1&b=&c', keep_blank_values=True)", f"up.quote({self.expr('str', 1)}), up.quote_plus({self.leaf('str')}), up.unquote('%41%zz%C3%A9+')", f"up.urlencode({self.leaf('dict')})", f"up.urlencode([('a', [1, 2]), ('b', {self.leaf('str')})], doseq=True)", f"up.urljoin({url!r}, {self.pick(['x', '/y', '../z', '?q', '#f', 'http://o/', ''])!r})", f"up.urlunsplit(up.urlsplit({url!r}))",
                  f"uuid.UUID(int={self.leaf('int')})", f"uuid.UUID({self.pick(['12345678-1234-5678-1234-567812345678', '{12345678123456781234567812345678}', 'bad', 'urn:uuid:12345678-1234-5678-1234-567812345678', '1' * 31])!r})", f"uuid.uuid5(uuid.NAMESPACE_DNS, {self.leaf('str')}), uuid.uuid3(uuid.NAMESPACE_URL, 'x').version", f"(u := uuid.UUID(int=10**30 + 7)).hex, u.fields, u.bytes, u.urn, u.variant, u.int",
                  f"ipaddress.ip_address({ip!r})", f"ipaddress.ip_network({ip!r}{self.pick(['', ', strict=False'])})", f"ipaddress.ip_interface({ip!r}).network", f"pathlib.PurePosixPath({path!r}).{self.pick(['parts', 'name', 'suffix', 'suffixes', 'stem', 'parent', 'parents[0]', 'as_posix()', 'is_absolute()', 'anchor', 'root'])}", f"pathlib.PurePosixPath({path!r}) / {self.pick(['x', '/y', '..', ''])!r}", f"pathlib.PurePosixPath({path!r}).{self.pick(['with_name', 'with_suffix', 'with_stem', 'joinpath', 'relative_to', 'match', 'is_relative_to'])}({self.pick(['x', '.md', '/a', 'a', '*.py', ''])!r})", f"posixpath.{self.pick(['split', 'splitext', 'basename', 'dirname', 'normpath', 'isabs'])}({path!r})", f"posixpath.join({path!r}, {self.pick(['x', '/y', ''])!r}, 'z'), posixpath.relpath('/a/b', '/a/c'), posixpath.commonpath(['/a/b', '/a/c'])", f"repr(pathlib.PurePosixPath({path!r})), sorted([pathlib.PurePosixPath('b'), pathlib.PurePosixPath({path!r})])", count=6)

    def mathematics(self, depth):
        x, i = self.leaf("float"), self.leaf("int")
        self.emit("import math, statistics, random")
        self.outs(f"math.{self.pick(['sqrt', 'floor', 'ceil', 'trunc', 'exp', 'log', 'log2', 'log10', 'sin', 'fabs', 'isnan', 'isinf', 'isfinite', 'degrees', 'frexp', 'modf', 'gamma', 'ulp', 'atan', 'tanh', 'cbrt', 'expm1', 'erf'])}({self.pick([x, i])})", f"math.{self.pick(['isqrt', 'factorial'])}({self.leaf('int')} % 50)", f"math.{self.pick(['gcd', 'lcm', 'comb', 'perm'])}({self.leaf('int')} % 60, {self.leaf('int')} % 60)", f"math.{self.pick(['pow', 'fmod', 'hypot', 'atan2', 'copysign', 'remainder', 'nextafter', 'dist', 'ldexp', 'isclose', 'log'])}({x}, {self.pick([x, i])})", f"math.fsum([{x}, {x}, {i}]), math.prod([{x}, 2, {self.small_int()}])", f"math.floor({self.any(0)})", f"math.sumprod([1, {x}], [{i} % 9, 3])", f"statistics.{self.pick(['mean', 'median', 'mode', 'stdev', 'pvariance', 'fmean', 'multimode', 'median_low', 'quantiles', 'harmonic_mean'])}([{self.leaf('int')} % 100, 2, 3, {self.small_int()}])", f"statistics.mean({self.leaf('list')})", f"(r := random.Random({self.r.randint(0, 99)})).random(), r.randint(1, 100), r.choice('abc')", f"(r := random.Random({self.leaf('str')})).sample(range(50), 4), r.shuffle(x := list(range(6))), x", f"(r := random.Random(7)).uniform(1, 2), r.gauss(0, 1), r.choices([1, 2, 3], weights=[1, 5, 1], k=4), r.getrandbits(70)", f"random.Random(3).randrange({self.leaf('int')})", f"math.log({self.leaf('int')}, 2), math.log10(10**400)", f"math.pi, math.inf, -math.inf, math.tau", f"random.Random(1).expovariate(2), random.Random(2).triangular(), random.Random(3).betavariate(1, 2)", count=5)

    def records_of_library(self, depth):
        c, o = self.fresh("H"), self.fresh("z")
        self.emit("import dataclasses, typing, types, inspect")
        self.emit("from dataclasses import dataclass, field, KW_ONLY, InitVar")
        self.emit("from typing import NamedTuple, TypedDict, ClassVar, Optional")
        option = self.pick(["", "(order=True)", "(frozen=True)", "(unsafe_hash=True)", "(repr=False)", "(kw_only=True)", "(slots=True)", "(eq=False, init=True)", "(match_args=False)"])
        self.emit(f"try:")
        self.indent += 1
        self.emit(f"@dataclass{option}")
        self.emit(f"class {c}:")
        lines = ["a: int", f"b: str = {self.leaf('str')}", "c: list = field(default_factory=list, repr=False)", "d: ClassVar[int] = 3", "e: int = field(default=5, compare=False)", "f: int = field(init=False, default=7)", "g: InitVar[int] = 2", "_: KW_ONLY", "h: Optional[int] = None", "i: list = []", "j: int = field(kw_only=True, default=0)"]
        for line in self.r.sample(lines, self.r.randint(1, 5)):
            self.emit(f"    {line}")
        if self.chance(0.4):
            self.emit(f"    def __post_init__(self{self.pick(['', ', g=0'])}): out('post', {self.pick(['1', 'self.a'])})")
        self.emit(f"{o} = {c}({self.pick(['1', '', '1, ' + repr('x'), 'a=1', 'a=2, b=3', '1, 2, 3', 'h=1, a=1'])})")
        self.emit(f"out(str({o}) if '0x' not in str({o}) else 1, [f.name for f in dataclasses.fields({o})])")
        self.indent -= 1
        self.emit("except Exception as e: out('error', e)")
        self.emit("else:")
        self.indent += 1
        self.outs(f"dataclasses.asdict({o})", f"dataclasses.astuple({o})", f"{o} == dataclasses.replace({o})", f"dataclasses.replace({o}, a=9)", f"{o} < {o}", f"hash({o}) == hash({o})", f"setattr({o}, 'a', 3) or {o}.a", f"{c}.__match_args__", f"inspect.signature({c})", f"dataclasses.is_dataclass({o}), dataclasses.is_dataclass(int)", f"[(f.name, f.default is dataclasses.MISSING, f.init, f.kw_only) for f in dataclasses.fields({c})]", f"{c}.__dataclass_params__", f"{o}.nothing", count=4)
        self.indent -= 1
        n = self.fresh("H")
        self.emit(f"class {n}(NamedTuple):")
        self.emit("    x: int")
        self.emit(f"    y: str = {self.leaf('str')}")
        self.emit("    def both(self): return self.x, self.y")
        self.emit(f"class T{n}(TypedDict, total={self.pick(['True', 'False'])}):")
        self.emit("    k: int")
        self.outs(f"{n}({self.pick(['1', '1, 2', '', 'x=3', 'y=3'])})", f"{n}(1)._asdict(), {n}(1).both(), {n}._fields", f"{n}(1)._replace(x=5) == (5, {self.leaf('str')})", f"T{n}(k=1), T{n}.__required_keys__, T{n}.__total__", f"typing.get_type_hints({n})", f"typing.get_origin(typing.List[int]), typing.get_args(dict[str, int | None])", f"types.SimpleNamespace(a=1, b={self.any(0)})", f"types.SimpleNamespace(a=1).b", "Optional[int], typing.Union[int, str, None], typing.Literal['a', 1], typing.Callable[[int], str]", f"inspect.signature(lambda a, /, b=1, *c, d, e={self.leaf('int')}, **f: 0)", f"inspect.signature({n}.both), inspect.isclass({n}), inspect.isfunction({n}.both)", f"inspect.signature(lambda a, b=2, *, c: 0).bind({self.pick(['1, c=3', '1', '1, 2, 3', 'c=1, a=5'])}).arguments", f"types.MappingProxyType({self.leaf('dict')})", f"typing.cast(int, {self.leaf('str')}), typing.Any, typing.TypeVar('T')", count=5)

    def contexts(self, depth):
        m = self.fresh("m")
        self.emit("import contextlib, io")
        self.emit("@contextlib.contextmanager")
        self.emit(f"def {m}(x):")
        self.emit("    out('in', x)")
        self.emit(f"    {self.pick(['try: yield x', 'yield x', 'yield x; yield x', 'return; yield', 'try: yield [x]'])}")
        if "try:" in self.lines[-1]:
            self.emit(f"    {self.pick(['finally: out(' + repr('fin') + ', x)', 'except ValueError as e: out(' + repr('caught') + ', e)', 'except Exception: raise KeyError(x)', 'except KeyError: pass'])}")
        self.emit("    out('end', x)")
        body = self.pick(["pass", "raise ValueError('v')", "raise KeyError(1)", "1 // 0", "out('body', y)", "raise StopIteration(3)"])
        self.guarded(f"with {m}({self.any(0)}) as y: {body}", "out('after')")
        self.guarded(f"with {m}(1) as y, {m}(2): {body}")
        self.guarded(f"with contextlib.suppress({self.pick(['ValueError', 'KeyError, ZeroDivisionError', ''])}): {body.replace('y', '1')}", "out('on')")
        self.guarded("with contextlib.ExitStack() as s:", f"    s.enter_context({m}('a'))", f"    s.callback(out, 'called', k=1)" if False else "    s.callback(out, 'called')", f"    s.push(lambda *e: {self.pick(['True', 'False', 'out(e[0] and e[0].__name__)'])})", f"    {body.replace('y', '2')}", "out('left')")
        self.guarded(f"with contextlib.redirect_stdout(io.StringIO()) as f: print({self.any(0)}, end='')", "out(f.getvalue())")
        self.guarded(f"with contextlib.nullcontext({self.any(0)}) as n: out(n)", f"@{m}('deco')", "def decorated(a): return a", "out(decorated(4))", f"with {self.any(0)}: pass")
        self.guarded(f"with (contextlib.closing(io.StringIO('q')) as c, {m}(3) as d): out(c.read(), d)", "out(c.closed)")

    def copies(self, depth):
        v, w = self.fresh(), self.fresh()
        self.emit("import copy, pickle")
        self.emit(f"{v} = [{self.any(1)}, {self.expr('list', 1)}, {self.expr('dict', 1)}]")
        self.guarded(f"{w} = copy.{self.pick(['copy', 'deepcopy'])}({v})", f"{w}[1].append(1)", f"{w}.append(2)", f"out({v}, {w}, {v} == {w}, {v}[1] is {w}[1])")
        self.guarded(f"{v}.append({v})", f"{w} = copy.deepcopy({v})", f"out({w}[-1] is {w}, {v})")
        self.guarded(f"out(copy.copy({self.any(1)}), copy.deepcopy({self.any(1)}))")
        k = self.fresh("H")
        self.emit(f"class {k}:")
        self.emit("    def __init__(self): self.x = [1]")
        self.emit("    " + self.pick(["def __copy__(self): return 'copied'", "def __deepcopy__(self, memo): return 'deep'", "def __reduce__(self): return (str, ('r',))", "def __getstate__(self): return {'x': 5}", "pass"]))
        self.outs(f"vars(copy.copy({k}())) if True else 0", f"copy.copy({k}())  == 'copied'", f"copy.deepcopy({k}()) == 'deep'", f"copy.copy({k}()).x", count=2)
