"""language_subjects.py -- parts of random programs about corners of the language: metaclasses and descriptors, slots,
coroutines, comprehensions that bind, stars everywhere, f-strings within f-strings, patterns of classes, type parameters,
scopes, bytes, complex and formatted numbers."""
import re


class LanguageSubjects:
    def language_subjects(self):
        return [self.class_hooks, self.descriptors, self.slots, self.coroutines, self.binding_comprehensions, self.stars, self.nested_texts, self.class_patterns, self.type_parameters, self.scopes,
                self.byte_texts, self.numbers, self.chains_of_errors, self.enumerations, self.lazy_iterators, self.slices, self.attributes, self.decorators, self.loops_of_everything, self.containers]

    def outs(self, *choices, count=3):
        """Some of the expressions, each printed or its error told."""
        for text in self.r.sample(choices, min(count, len(choices))):
            self.guarded(f"out({text})")

    def class_hooks(self, depth):
        meta, base, made = self.fresh("M"), self.fresh("H"), self.fresh("H")
        self.emit(f"class {meta}(type):")
        self.emit("    def __new__(m, name, bases, space, **k):")
        self.emit(f"        space[{self.pick(['chr(97)', repr('tag')])}] = {self.pick(['len(space)', 'sorted(k)', 'name'])}")
        self.emit("        return super().__new__(m, name, bases, space)")
        if self.chance(0.5):
            self.emit(f"    def __call__(c, *a, **k): {self.pick(['return super().__call__(*a, **k)', 'return (c.__name__, a)', 'return super().__call__()'])}")
        if self.chance(0.4):
            self.emit("    def __len__(c): return 3")
            self.emit("    def __getitem__(c, k): return c.__name__, k")
            self.emit("    def __iter__(c): return iter('abc')")
            self.emit("    def __contains__(c, x): return x == 1")
        if self.chance(0.3):
            self.emit("    def __instancecheck__(c, x): return isinstance(x, int)")
        if self.chance(0.3):
            self.emit("    @classmethod")
            self.emit("    def __prepare__(m, name, bases, **k): return {'prepared': sorted(k)}")
        self.emit(f"class {base}(metaclass={meta}{self.pick(['', ', option=1'])}):")
        if self.chance(0.6):
            self.emit("    seen = []")
            self.emit(f"    def __init_subclass__(cls, /, flag={self.leaf('int')}{self.pick(['', ', **k'])}): cls.seen.append((cls.__name__, flag)); super().__init_subclass__()")
        if self.chance(0.4):
            self.emit("    def __class_getitem__(cls, item): return cls.__name__, item")
        self.emit(f"    def __init__(self, *a): self.a = a")
        self.guarded(f"class {made}({base}{self.pick(['', ', flag=5', ', other=1', ', option=2'])}):", f"    x = {self.leaf('str')}", f"out({made}.__dict__.get('tag'), getattr({base}, 'seen', None), getattr({made}, 'a', 0))")
        self.outs(f"{made}(1, 2)", f"len({made})", f"{made}[3]", f"list({made})", f"1 in {made}", f"isinstance(5, {made})", f"type({made}).__name__, {made}.__mro__[1].__name__", f"getattr({made}, 'prepared', 'no')", f"{made}().a", f"issubclass({made}, {base})", f"type('D', ({made},), {{'y': 2}}).y", f"{made}.nothing", f"[c.__name__ for c in {base}.__subclasses__()]", count=5)

    def descriptors(self, depth):
        kind, owner, o = self.fresh("D"), self.fresh("H"), self.fresh("z")
        self.emit(f"class {kind}:")
        self.emit("    def __set_name__(self, owner, name): self.name = name; out('named', owner.__name__, name)")
        self.emit(f"    def __get__(self, o, t=None): return {self.pick(['(self.name, o is None, t.__name__)', 'self if o is None else o.__dict__.get(self.name, 5)', 'o.nothing'])}")
        if self.chance(0.6):
            self.emit(f"    def __set__(self, o, v): {self.pick(['o.__dict__[self.name] = v, 1', 'raise AttributeError(self.name)', 'pass'])}")
        if self.chance(0.3):
            self.emit("    def __delete__(self, o): out('deleted', self.name)")
        self.emit(f"class {owner}:")
        self.emit(f"    field = {kind}()")
        self.emit(f"    @property")
        self.emit(f"    def size(self): return {self.pick(['len(self.__dict__)', 'self._size'])}")
        if self.chance(0.5):
            self.emit("    @size.setter")
            self.emit("    def size(self, v): self._size = v")
        if self.chance(0.4):
            self.emit("    @size.deleter")
            self.emit("    def size(self): del self._size")
        if self.chance(0.3):
            self.emit(f"    def __setattr__(self, k, v): {self.pick(['super().__setattr__(k, (k, v))', 'object.__setattr__(self, k.upper(), v)'])}")
        if self.chance(0.3):
            self.emit("    def __getattribute__(self, k): return super().__getattribute__(k) if k[0] == '_' or k in ('field', 'size') else 'get ' + k")
        if self.chance(0.2):
            self.emit("    def __delattr__(self, k): out('del', k)")
        self.emit(f"{o} = {owner}()")
        self.guarded(f"{o}.field = {self.any(1)}", f"out({o}.field)")
        for line in self.r.sample([f"out({owner}.field)", f"out({o}.size)", f"{o}.size = {self.any(0)}", f"out({o}.size, {o}.__dict__)", f"del {o}.size", f"del {o}.field", f"{o}.other = 1", f"out({o}.other)", f"out(vars({o}))", f"out({o}._missing)", f"out(hasattr({o}, 'x'), getattr({o}, 'x', 2))", f"{o}.field += 1", f"setattr({o}, 'k', 3); out({o}.k)"], 6):
            self.guarded(line)

    def slots(self, depth):
        name, child, o = self.fresh("H"), self.fresh("H"), self.fresh("z")
        self.emit(f"class {name}:")
        self.emit(f"    __slots__ = {self.pick([repr(('a', 'b')), repr(['a']), repr('a'), '(' + repr('a') + ', ' + repr('__dict__') + ')'])}")
        self.emit("    def __init__(self, a=1): self.a = a")
        self.emit(f"class {child}({name}): {self.pick(['pass', '__slots__ = ()', '__slots__ = (' + repr('c') + ',)'])}")
        self.emit(f"{o} = {self.pick([name, child])}({self.any(0)})")
        for line in self.r.sample([f"out({o}.a)", f"{o}.b = 2", f"{o}.c = 3", f"{o}.zz = 3", f"out({o}.b)", f"del {o}.a", f"out({o}.a)", f"out(hasattr({o}, '__dict__'))", f"out({name}.__slots__)", f"out(vars({o}))", f"{o}.a += 1; out({o}.a)", f"out(type({name}.a).__name__)", f"del {o}.a; del {o}.a"], 6):
            self.guarded(line)

    def coroutines(self, depth):
        f, g, m = self.fresh("co"), self.fresh("ag"), self.fresh("co")
        self.emit("import asyncio")
        self.emit(f"async def {f}(n, log):")
        self.emit("    try:")
        self.emit(f"        for i in range({self.small_int()}):")
        self.emit("            log.append((n, i))")
        self.emit(f"            await asyncio.sleep(0)")
        self.emit(f"        {self.pick(['return n', 'raise ValueError(n)', 'return [n, await asyncio.sleep(0, 7)]', '1 // (n - 1)'])}")
        self.emit("    finally: log.append(('end', n))")
        self.emit(f"async def {g}(k):")
        self.emit("    try:")
        self.emit("        for i in range(k):")
        self.emit("            got = yield i")
        self.emit("            if got: out('got', got)")
        self.emit(f"    finally: out('closed', k)")
        self.emit(f"async def {m}():")
        self.emit("    log = []")
        ways = [f"out(await asyncio.gather({f}(1, log), {f}(2, log), return_exceptions=True))", f"out(await {f}(3, log))", f"t = [asyncio.create_task({f}(i, log)) for i in range(3)]; out(sorted(str(type(r)) for r in await asyncio.gather(*t, return_exceptions=True)))",
                f"out([x async for x in {g}(3) if x != 1], {{x: 1 async for x in {g}(2)}})", f"async for x in {g}(2): out(x)", f"a = {g}(3); out(await anext(a), await a.asend(5), await anext(a, 'end'), await anext(a, 'end')); await a.aclose()",
                f"out(await asyncio.wait_for({f}(1, log), 5))", f"a = {g}(3); out(await a.__anext__()); await a.athrow(KeyError(1))", f"t = asyncio.create_task({f}(5, log)); t.cancel(); out(await asyncio.gather(t, return_exceptions=True))",
                "async with asyncio.Lock() as l: out(l)", f"out([await c for c in [{f}(8, log), {f}(9, log)]])"]
        for way in self.r.sample(ways, 3):
            self.emit("    try:")
            self.emit(f"        {way}")
            self.emit("    except Exception as e: out('error', e)")
        self.emit("    return log")
        self.guarded(f"out(asyncio.run({m}()))")

    def binding_comprehensions(self, depth):
        a, b = self.fresh("w"), self.fresh("w")
        source = self.expr(self.pick(["list", "str", "tuple"]), 1)
        self.outs(f"[{a} for x in {source} if ({a} := {self.pick(['str(x)', 'x * 2', 'len(str(x))', '[x]'])})], {a}", f"[({a} := x, {b} := [{a}])[1] for x in {source}], {b}",
                  f"{{k: v for k, v in enumerate({source}) if ({a} := k % 2)}}", f"any(({a} := x) == {self.any(0)} for x in {source}), {a}", f"[[{a} := y for y in str(x)] for x in {source}], {a}",
                  f"[x for x in {source} for y in range({self.small_int()}) if y for z in [x] if z]", f"[lambda: x for x in {source}][0]()", f"[f() for f in [lambda x=x: x for x in {source}]]",
                  f"({a} := {self.any(1)}, {a})[1]", f"list(x for x in {source} if (lambda q: q)({self.expr('bool', 1)}))", f"{{x for x in str({source})}} == set(str({source}))", f"sum(len(y) for y in [str(x) for x in {source}])", f"[*(x for x in {source}), *[y for y in 'ab']]",
                  f"dict((str(x), {a} := i) for i, x in enumerate({source})), {a}", f"[x async for x in {source}]" if False else f"[i for i, *j in ({source}, {source}) if j]", f"[(x, y) for x in range(3) for y in range(x)]", f"print(*[x for x in {source}], sep='|')", count=4)
        self.guarded(f"while ({a} := {a} if False else {self.expr('bool', 1)}) and False: pass", f"out({a})", f"if (n := len({source})) > 1: out('long', n)", "else: out('short', n)")

    def stars(self, depth):
        f, a, b, c = self.fresh("f"), self.fresh(), self.fresh(), self.fresh()
        s, t = self.expr(self.pick(["list", "tuple", "str", "dict"]), 1), self.expr(self.pick(["list", "tuple"]), 1)
        self.emit(f"def {f}(*args, **kw): return args, kw")
        self.outs(f"{f}(*{s}, *{t}, x=1, **{{'y': 2}})", f"{f}(**{{'a': 1}}, **{{{self.pick(['chr(97)', repr('b'), '1'])}: 2}})", f"[*{s}, {self.any(0)}, *{t}]", f"(*{s}, *{t})", f"{{*{s}}} == set({s})", f"{{**{self.expr('dict', 1)}, **{self.expr('dict', 1)}}}",
                  f"{f}(*{self.any(1)})", f"{f}(**{self.any(1)})", f"print(*{s}, sep='-', end='.\\n')", f"max(*{t}, key=str)", f"[x for x in (*{s}, *{t})]", f"dict([*zip('ab', {t})])", f"{f}(*range(3), *'ab')", f"(lambda *a, k=5, **kw: (a, k, kw))(*{t}, **{{'k': 1, 'z': 2}})",
                  f"list(zip(*[{s}, {t}]))", f"list(map(lambda *a: a, {s}, {t}))", f"(lambda a, /, *b, c=3: (a, b, c))(*{s})", count=4)
        self.guarded(f"{self.pick([f'{a}, *{b}, {c}', f'*{a}, ({b}, {c})', f'{a}, ({b}, *{c})', f'[{a}, {b}, *{c}]', f'{a}, *({b}, {c})', f'({a}), {b} = {c}'])} = {self.pick([s, t, '[1, [2, 3]]', '(1, 2, (3, 4))', repr('abc'), 'range(4)'])}", f"out({a}, {b}, {c})")
        self.guarded(f"for {a}, *{b} in [{s}, {t}]: out({a}, {b})")
        self.guarded("def starred(): return " + f"1, *{t}", "out(starred())", "def yielding(): yield " + f"*{s}, 2", "out(list(yielding()))", f"for x in *{t}, 9: out(x)")

    def nested_texts(self, depth):
        """f-strings within f-strings and formats: X and Y are values, N is a small number, S and F are format specs."""
        forms = ["""f"{f"{X}"}\"""", """f"{X!r:>{len(f"{Y}")}}\"""", "f'{ {1: X}[1] }'", 'f"{X if Y else Y!s}"', 'f"{ Y = }|{Y=!s}|{Y=:>9}"', 'f"{Y:{"*^"}{8 + 2}}"', 'f"{(lambda q: q * 2)(Y)}"', 'f"{[c for c in str(X)][:3]}"', 'f"{"nested {braces}"}{{}}"', 'f"{Y:%}"', 'f"{X:{{}}}"', 'f"""{\nX\n} {Y!a}"""', "rf'\\d{Y}\\n'",
                 """f"{f'{f"{Y}"}'}\"""", 'f"{X!r}" f"{Y}" "{}"', '"{a[0]} {b.real} {0!r}".format(X, a=X, b=Y)', '"{0[k]}|{1:>{2}}".format({"k": X}, Y, N)', '"%(a)s %(b)r %%" % {"a": X, "b": Y}', '"%s" % X', '"%d|%5.1f|%-5s|%x" % (Y, Y, Y, Y)', '"{} {}".format(*[X, Y])', '"{:{}}".format(Y, "S")', '"{!x}".format(X)', 'f"{Y:,} {Y:_}"', 'f"{Y:F}"', '"{a}".format_map({"a": Y})', 'f"{X:10}|"', 'format(X, "")']
        forms += ["f'{X!r:^{N}}|{Y!s:.{N}}'", 'f"{Y:>{N}}{Y:<{N}}|"', 'f"{X}{{{Y}}}{{X}}"', "f'{Y:\\x20>{N}}'", '"{0}{}".format(X, Y)', '"{}{0}".format(X, Y)', '"{1}".format(X)', '"{q}".format(p=X)', '"{".format(X)', '"}".format(X)', '"{0.nothing}".format(X)', '"%(q)s" % {"p": X}', '"%s %s" % (X,)', '"%s" % (X, Y)', '"%q" % X', '"%" % X', "'%c%c' % (65, 'b')", "'%c' % Y", "'%5d|%-5d|%05d' % (N, N, N)", "'%#x %#o %+d % d' % (N, N, N, N)", "'%.3s|%10.2s|' % (X, Y)", "'%*d' % (N, Y)"]
        x, y = self.fresh(), self.fresh()
        self.emit(f"{x}, {y} = {self.any(1)}, {self.expr(self.pick(['int', 'str', 'float']), 1)}")
        values = {"X": x, "Y": y, "N": self.small_int(), "S": self.spec("int"), "F": self.spec("float")}
        for form in self.r.sample(forms, 7):
            text = re.sub(r"(?<![\w*])[XYNSF](?![\w])", lambda m: values[m.group()], form)
            self.guarded(*[f"out({text})"] if "\n" not in text else [f"out({text.splitlines()[0]}", *text.splitlines()[1:-1], text.splitlines()[-1] + ")"])

    def class_patterns(self, depth):
        point, value = self.fresh("P"), self.fresh()
        self.emit(f"class {point}:")
        self.emit(f"    __match_args__ = {self.pick([repr(('x', 'y')), repr(('x',)), repr(('y', 'x')), '()', repr(['x'])])}")
        self.emit("    limit = 3")
        self.emit("    def __init__(self, x, y=2): self.x, self.y = x, y")
        self.emit(f"{value} = {self.pick([f'{point}({self.any(0)}, {self.any(0)})', self.any(1), f'[{point}(1), {point}(2, 3)]', '{' + repr('a') + f': {point}(0), 1: 2' + '}', f'({self.any(0)}, ({self.any(0)}, {point}(5)))'])}")
        patterns = [f"{point}(x=0)", f"{point}(0 | 1 | 5, b)", f"{point}(a, y=b)", f"{point}(a)", f"{point}(x=int() as a)", f"[{point}(a), {point}(y=b)]", f"{{'a': {point}(x=a), **b}}", f"(a, (b, {point}()))", f"{point}.limit", "str(a) | int(a)", "[a, *b]", "(int() | float()) as a", "{'a': _, 1: a}", "{}", "[]", "[_, _]", "(a, _) if a", "None | False", "bytes(a)", "-1 | 2.5 | 1+2j", "'a' 'b'", "[[a, *_], *b]", "dict(a)", "list() as a", "bool(a)", "(a)", "a, b"]
        self.emit("try:")
        self.indent += 1
        self.emit(f"match {value}:")
        for pattern in self.r.sample(patterns, 4):
            guard = "" if " if " in pattern else self.pick(["", "", " if True", f" if {self.expr('bool', 1)}"])
            if pattern == "(a)":
                guard = " if 0"
            bound = [n for n in "ab" if f"({n}" in pattern or f", {n}" in pattern or f"={n}" in pattern or f"*{n}" in pattern or f"as {n}" in pattern or f"[{n}" in pattern or pattern.startswith(f"{n},") or f": {n}" in pattern]
            self.emit(f"    case {pattern}{guard}: out('case', {pattern!r}{''.join(', ' + n for n in bound)})")
        self.emit("    case _: out('no case')")
        self.indent -= 1
        self.emit("except Exception as e: out('error', e)")

    def type_parameters(self, depth):
        f, c, t = self.fresh("f"), self.fresh("H"), self.fresh("T")
        self.emit(f"def {f}[T, *Ts, **P](x: T, *a: Ts) -> list[T]: return x, a")
        self.emit(f"class {c}[T{self.pick(['', ': int', ': (int, str)'])}]({self.pick(['', 'list[T]'])}):")
        self.emit("    def get[U](self, x: T, y: U = None) -> U: return self, y")
        self.emit(f"type {t}[K] = dict[K, {c}[K]] | None")
        self.outs(f"{f}(1, 2), {f}.__type_params__", f"{c}.__type_params__, {c}[int]", f"{t}, {t}.__value__, {t}.__type_params__", f"{t}[int]", f"[p.__name__ for p in {f}.__type_params__]", f"{c}.get.__type_params__", f"{c}[str]() == {c}()", f"{c}.__orig_bases__", f"{c}.__type_params__[0].__bound__, {c}.__type_params__[0].__constraints__", f"{f}.__annotations__", f"{t}.__name__", f"isinstance(1, int | str), int | None, list[int] | dict[str, 'x']", "list[int].__origin__, dict[str, int].__args__", f"{c}[int].__args__", "type(int | str).__name__, (int | str) == (str | int)", f"isinstance({self.any(0)}, int | list | None)", f"isinstance(1, list[int])", count=5)

    def scopes(self, depth):
        f, g = self.fresh("f"), self.fresh("f")
        body = self.r.sample(["del a", "out(a)", "a = 5", "a += 1", "out(locals())", "[a for a in 'xy']", "b = [a for _ in 'x']; out(b)", "exec('a = 9'); out(a)", "import time as a; out(a.gmtime(0)[0])", "for a in 'pq': pass", "class a: z = 1", "out(eval('a'))", "with Manager('a') as a: pass", "try: 1 // 0\nexcept Exception as a: pass", "out([a := 3], a)", "def a(): return a", "out(sorted(vars()))", "a: int", "lambda: a"], 4)
        self.emit(f"def {f}({self.pick(['', 'a=1'])}):")
        for line in body:
            for part in line.split("\n"):
                self.emit("    " + part)
        self.guarded(f"{f}()")
        self.emit(f"def {g}(n):")
        self.emit("    total = 0")
        self.emit("    def add(k):")
        self.emit(f"        {self.pick(['nonlocal total', 'global total', 'nonlocal total, n'])}")
        self.emit(f"        total {self.pick(['+= k', '= k', '= (total, k)'])}")
        self.emit("        class Inner:")
        self.emit(f"            {self.pick(['total = 7', 'value = total', 'nonlocal n; n = 3'])}")
        self.emit(f"            def get(self): return total")
        self.emit("        return Inner().get(), vars(Inner).get('value')")
        self.emit("    r = add(n)")
        self.emit(f"    {self.pick(['del total', 'total = -1', 'pass'])}")
        self.emit("    return r, total, n, add.__closure__ is None, add.__code__.co_freevars")
        self.guarded(f"out({g}({self.expr('int', 0)}))")

    def byte_texts(self, depth):
        b, other = self.fresh(), self.leaf("bytes")
        self.emit(f"{b} = {self.pick(['bytes', 'bytearray'])}({self.expr('bytes', 2)})")
        part = self.pick([other, other, 'b"a"', 'b""', self.leaf("int"), self.leaf("str")])
        self.outs(f"{b}.split({part})", f"{b}.split()", f"{b}.find({part})", f"{b}.count({part})", f"{b}.replace({part}, b'Z')", f"{b}.join([{other}, {other}])", f"{b}.hex('-')", f"{b}.hex(':', 2)", f"{b}.startswith(({other}, b'a'))", f"{b}.partition({part})", f"{b}.strip({part})", f"{b}.translate(None, {part})", f"{b}.decode('ascii', {self.pick(['replace', 'ignore', 'strict', 'backslashreplace'])!r})",
                  f"{b}.decode('utf-8', 'replace')", f"{b} + {part}", f"{b} * 2", f"{part} in {b}", f"{b}[{self.slice(0)}]", f"{b}[0]", f"list({b})[:9]", f"{b} == {other}, {b} < {other}", f"{b}.title(), {b}.isalpha(), {b}.islower(), {b}.isspace()", f"{b}.center(9, b'*')", f"{b}.zfill(6)", f"{b}.ljust(7)", f"{b}.removeprefix({part})", f"{b}.index({part})", f"{b}.rsplit(b',', 1)", f"{b}.splitlines()", f"{b}.expandtabs()",
                  f"b'%s|%d|%x|%r' % ({b}, {self.leaf('int')}, {self.leaf('int')}, {b})", f"b'%5s|%-4d|%c' % ({other}, 3, 65)", f"int.from_bytes({b}, 'big', signed=True)", f"bytes.fromhex({b}.hex())", f"{b}.endswith({part}, 1)", f"str({b}, 'latin-1')", f"repr({b}), str({b})", f"bytes({part})", f"bytearray({part})", f"hash(bytes({b})) == hash(bytes({b}))", f"max({b}, default=None)", f"sorted({b})", f"{b}.swapcase().capitalize()", f"bytes(reversed({b}))", count=6)
        self.guarded(f"{b} = bytearray({b})", self.pick([f"{b}[0] = {self.leaf('int')}", f"{b}.append({self.leaf('int')})", f"{b}.extend({part})", f"{b}[1:2] = {part}", f"del {b}[::2]", f"{b} += {part}", f"{b}.insert(1, 65)", f"out({b}.pop())", f"{b}.remove(97)", f"{b}.reverse()", f"{b} *= 2", f"{b}[::2] = b'zz'"]), f"out({b})")

    def numbers(self, depth):
        i, x, z = self.fresh(), self.fresh(), self.fresh()
        self.emit(f"{i}, {x} = {self.expr('int', 2)}, {self.pick([self.expr('float', 2), repr(self.r.uniform(-1e3, 1e3)), repr(self.r.random() * 10.0 ** self.r.randint(-30, 30))])}")
        self.emit(f"{z} = complex({self.leaf('float')}, {self.leaf('int')})")
        self.outs(f"repr({x}), str({x}), f'{{{x}}}', {x}.hex()", f"float.fromhex({x}.hex()) == {x}", f"{x}.as_integer_ratio()", f"{x}.is_integer(), int({x})", f"round({x}, {self.r.randint(-3, 12)}), round({x})", f"{x} // 1, {x} % 1, divmod({x}, {self.leaf('float')})", f"'%.{self.r.randint(0, 20)}f|%.{self.r.randint(0, 20)}e|%.{self.r.randint(0, 20)}g' % ({x}, {x}, {x})", f"f'{{{x}:{self.spec('float')}}}'", f"format({i}, {self.spec('int')!r})", f"{i}.bit_length(), {i}.bit_count(), {i}.to_bytes(16, 'big', signed=True)", f"int(str({i})), hex({i}), bin({i}), oct({i})", f"int(hex({i}), 16), int(bin({i}), 0)",
                  f"{i} / {self.leaf('int')}, {i} // {self.leaf('int')}, {i} % {self.leaf('int')}", f"{i} ** {self.r.randint(0, 9)}, pow({i}, 5, 97), pow({i}, -1, 101)", f"{i} == float({i}), {i} < {x}, {i} >= {x}, hash({i}) == hash(float({i}))", f"{i} << {self.r.randint(0, 80)}, {i} >> {self.r.randint(0, 80)}, ~{i}", f"{i} & {self.leaf('int')}, {i} | {self.leaf('int')}, {i} ^ {self.leaf('int')}", f"{z}, {z} * {z}, {z} + {x}, {z}.conjugate(), abs({z})", f"{z} / {self.leaf('int')}, {z} ** 2, {z} == {z}.real", f"str({z}), repr(-{z}), f'{{{z}:.2f}}'", f"complex({self.leaf('str')})", f"float({self.leaf('str')})", f"int({self.leaf('str')}, {self.pick(['0', '10', '2', '37', '16'])})", f"int('1_0' + str({i})), float('1_0.5e-3'), int('  7 ')",
                  f"sum([{x}] * 5), sum([0.1] * 10), sum([{i}, {x}, 1])", f"max({i}, {x}), min({i}, {x}, key=abs)", f"{x} * {i}, {i} - {x}, {x} ** {self.small_int()}", f"(-{x}) ** 0.5", f"{i}.__round__(-2), round({i}, -1), {i}.real, {i}.numerator", f"True + {i}, True * {x}, {i} == True, isinstance(True, int)", f"abs({i}), -{i}, +{x}, not {i}", f"f'{{{i}:,}} {{{i}:_x}} {{{i}:+}} {{{i}:#b}}'", f"'{{:>+12,.2f}}|{{:e}}|{{:g}}'.format({x}, {x}, {x})", f"str({i} * 10**50), len(str(abs({i}) ** 30))", f"{x}.__trunc__(), {x}.__floor__(), {x}.__ceil__()", f"{i}.is_integer(), {i}.as_integer_ratio()", count=6)

    def chains_of_errors(self, depth):
        f = self.fresh("f")
        self.emit(f"def {f}(n):")
        self.emit("    try:")
        self.emit(f"        if n == 0: {self.pick(['raise KeyError(n)', 'return [][n]', 'int(' + repr('x') + ')', '{}[n]', 'None.x', 'undefined', 'raise ValueError', 'assert n, n', '(lambda: 0)(1)', '[1].index(5)', 'next(iter([]))', 'open(' + repr('nothing/here') + ')'])}")
        self.emit(f"        {f}(n - 1)")
        self.emit(f"    except {self.pick(['Exception', '(KeyError, IndexError)', 'LookupError'])} as e:")
        self.emit(f"        {self.pick(['raise', 'raise RuntimeError(n) from e', 'raise TypeError(n)', 'e.add_note(str(n)); raise', 'raise ValueError(str(e)) from None', 'return type(e).__name__, str(e)', 'raise e.with_traceback(None)', 'raise e from e.__context__'])}")
        self.emit("try:")
        self.emit(f"    out({f}({self.r.randint(0, 3)}))")
        self.emit("except Exception as e:")
        self.emit("    while e is not None:")
        self.emit("        out(e, str(e), repr(e), e.__suppress_context__, getattr(e, '__notes__', None))")
        self.emit("        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)")
        n = self.fresh("E")
        self.emit(f"class {n}({self.pick(['Exception', 'ValueError', 'KeyError', 'OSError', 'StopIteration', 'UnicodeError', 'SystemExit', 'ImportError', 'AttributeError'])}):")
        self.emit("    kind = 1")
        if self.chance(0.5):
            self.emit(f"    def __init__(self, *a{self.pick(['', ', code=5'])}): {self.pick(['super().__init__(*a)', 'self.code = a', 'super().__init__(' + repr('fixed') + ')'])}")
        if self.chance(0.4):
            self.emit(f"    def __str__(self): return {self.pick([repr('text'), 'str(self.args)', '5', 'super().__str__() + ' + repr('!')])}")
        self.emit(f"try: raise {n}({self.pick(['', '1', '2, 3', repr('m'), '2, ' + repr('no') + ', ' + repr('file'), 'code=1'])})")
        self.emit("except BaseException as e: show_error(e)")
        self.guarded(f"raise ExceptionGroup('g', [{n}(1), ValueError(2), ExceptionGroup('h', [TypeError(3), {n}(4)])])") if self.chance(0.4) else None
        self.guarded(f"g = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), OSError(3)])])", f"out(g, {self.pick(['g.split(TypeError)', 'g.subgroup(lambda e: isinstance(e, ValueError))', 'g.derive([KeyError(1)])', 'g.exceptions', 'g.message', 'g.split((OSError, ValueError))', 'g.subgroup(KeyError)'])})")

    def enumerations(self, depth):
        kind = self.pick(["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "Enum"])
        n = self.fresh("E")
        self.emit("import enum")
        self.emit("from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique")
        self.emit(f"class {n}({self.pick(['str, ', '']) if kind == 'Enum' else ''}{kind}):")
        for i, name in enumerate(self.r.sample(["RED", "GREEN", "BLUE", "a", "B_1"], 3)):
            value = {"StrEnum": f"{self.leaf('str')}", "Flag": f"{1 << i}", "IntFlag": f"{1 << i}", "IntEnum": f"{self.r.randint(-2, 3)}"}.get(kind, self.pick([repr(name.lower()), repr(name.lower()), "'x'"]))
            self.emit(f"    {name} = {self.pick([value, value, 'auto()'])}")
            first = name if i == 0 else first
        if self.chance(0.4):
            self.emit(f"    def describe(self): return self.name.lower(), self.value")
        if self.chance(0.3):
            self.emit(f"    @classmethod")
            self.emit(f"    def _missing_(cls, value): return {self.pick(['None', 'cls.' + first, '5'])}")
        self.outs(f"list({n})", f"{n}.{first}", f"str({n}.{first}), repr({n}.{first}), f'{{{n}.{first}}}', '%s' % {n}.{first}, format({n}.{first}, '>20')", f"{n}[{self.pick([repr(first), repr('nope')])}]", f"{n}({self.pick(['1', repr('red'), '3', '99', 'None', repr('x')])})", f"{n}.{first}.name, {n}.{first}.value", f"{n}.nothing", f"{n}.{first} in {n}, len({n})", f"{n}.__members__", f"{n}.{first} == {self.leaf(self.pick(['int', 'str']))}", f"{{m.name: m.value for m in {n}}}", f"isinstance({n}.{first}, {self.pick(['str', 'int', 'Enum'])})", f"{n}.{first} | {n}.{first}", f"~{n}.{first}", f"{n}.{first} < {n}.{first}", f"hash({n}.{first}) == hash({n}.{first})", f"sorted({n}, key=lambda m: str(m.value))", f"{n}.{first}.describe()", f"{n}('x')", f"Enum('Made', 'p q r')(2)", f"[*reversed({n})]", f"{n}.{first} is {n}({n}.{first}.value)", f"{n}(3)", f"type({n}.{first}).__name__", f"{self.pick(['1', repr('x')])} in {n}", f"unique({n})", count=6)
        self.guarded(f"{n}.{first} = 5")

    def lazy_iterators(self, depth):
        it, log = self.fresh("it"), self.fresh("log")
        some, text, names = self.leaf("list"), self.leaf("str"), self.leaf("dict")
        source = self.pick([f"map(lambda x: {log}.append(x) or x, {self.expr('list', 1)})", f"filter(None, {self.expr('list', 1)})", f"zip({some}, range(5))", f"enumerate({text}, 5)", f"iter({names})", f"reversed({some})", "iter([1, 2, 3, 4].pop, 2)",
                            f"(x for x in {some})", "iter(range(4))", f"map(str, {some}, strict=True)", "zip([1, 2], [3], strict=True)", "zip()"])
        self.emit(f"{log} = []")
        self.emit("try:")
        self.emit(f"    {it} = {source}")
        self.emit(f"except Exception as e: {it} = iter([e])")
        for line in self.r.sample([f"out(next({it}))", f"out(next({it}, 'end'))", f"out(list({it}))", f"for x in {it}: out(x); break", f"out([*{it}])", f"a, *b = {it}; out(a, b)", f"out(sum(1 for _ in {it}))", f"out(1 in {it})", f"out({it} is iter({it}))", f"out(max({it}, key=str, default=None))",
                                   f"out(sorted({it}, key=repr))", f"out(dict({it}))", f"out(type({it}).__name__)", f"out({log})", f"out(any({it}), all({it}))", f"out(len({it}))", f"out({it}.__length_hint__())", f"out(''.join({it}))", f"out(tuple(zip({it}, {it})))"], 5):
            self.guarded(line)

    def slices(self, depth):
        v = self.fresh()
        self.emit(f"{v} = list(range({self.r.randint(0, 9)}))")
        n = lambda: self.pick(["", "", "0", "1", "-1", "3", "-3", "100", "-100", "None", "True"])
        step = self.pick(["", ":", ":1", ":2", ":-1", ":-2", ":3", ":0"])
        self.guarded(f"{v}[{n()}:{n()}{step}] = {self.pick(['[7, 8]', repr('ab'), '[]', 'range(3)', '5', v, f'(x for x in {v})'])}", f"out({v})", f"del {v}[{n()}:{n()}{self.pick(['', ':2', ':-1'])}]", f"out({v})")
        self.outs(f"{v}[{n()}:{n()}{step}]", f"slice({self.small() or 'None'}, {self.small() or 'None'}, {self.pick(['1', '-1', '2', 'None', '0'])}).indices({self.small_int()})", f"range(10)[{n()}:{n()}{step}]", f"'abcdef'[{n()}:{n()}{step}]", f"(1, 2, 3)[{n()}:{n()}{step}]", f"b'abc'[{n()}:{n()}{step}]", f"{v}[slice(1, 3)], slice(1, 2) == slice(1, 2), slice(1)", f"{v}[{self.any(0)}]", f"'abc'[{self.any(0)}]", f"range(3)[{self.pick(['5', '-1', '1.0'])}]", f"{v}[1, 2]", f"{v}[{self.any(0)}:]", f"range({self.small() or 5}, {self.small() or 9}, {self.pick(['1', '2', '-1', '0'])}), len(range(0, {self.small() or 4}, 2))", f"range(5) == range(0, 5, 1), range(0, 10, 3).index(6), 4 in range(0, 10, 2)", f"list(range({self.leaf('int')}, {self.leaf('int')}))[:3]", count=5)

    def attributes(self, depth):
        kind = self.pick(KINDS_OF_VALUES)
        value = self.expr(kind, 0)
        name = self.pick(NEAR_NAMES[kind])
        self.outs(f"({value}).{name}", f"({value}).{name}()", f"getattr({value}, {name!r}, 5)", f"hasattr({value}, {name!r})", f"{kind}.{name}", f"({value}).x = 1" if False else f"setattr({value}, 'x', 1)", f"type({value}).{name}", f"len({self.any(0)})", f"{self.any(0)}[{self.any(0)}]", f"{self.any(0)}({self.any(0)})", f"iter({self.any(0)}) and 1", f"{self.any(0)} {self.pick(['+', '-', '*', '/', '%', '//', '@', '<', '>=', '&', '|', '<<', '**'])} {self.any(0)}", f"-{self.leaf(self.pick(['str', 'list', 'dict', 'none', 'tuple']))}", f"int({self.any(0)})", f"float({self.any(0)})", f"sum({self.any(0)})", f"sorted({self.any(0)})", f"min({self.any(0)})", f"max({self.any(0)}, {self.any(0)})", f"abs({self.any(0)})", f"round({self.any(0)})", f"list({self.any(0)})", f"dict({self.any(0)})", f"set({self.any(0)}) == 1", f"isinstance(1, {self.any(0)})", f"hash({self.any(0)}) == 0", f"ord({self.any(0)})", f"chr({self.any(0)})", f"str({self.any(0)}, {self.any(0)})", f"divmod({self.any(0)}, {self.any(0)})", f"pow({self.any(0)}, {self.any(0)})", f"print({self.any(0)}, sep={self.any(0)})", f"enumerate({self.any(0)})  and 1", f"zip({self.any(0)}) and 1", f"range({self.any(0)})", f"bytes({self.any(0)})", f"open({self.leaf('list')})", f"next({self.any(0)})", f"{self.any(0)} in {self.any(0)}", f"'%d' % {self.any(0)}", f"','.join({self.any(0)})", f"({self.leaf('str')}).{self.pick(['split', 'replace', 'strip', 'startswith', 'center', 'index', 'encode', 'join', 'zfill', 'count', 'format_map'])}({self.any(0)})", f"({self.leaf('list')}).{self.pick(['append', 'extend', 'pop', 'remove', 'index', 'insert', 'sort', 'count'])}({self.any(0)}, {self.any(0)})", f"({self.leaf('dict')}).{self.pick(['get', 'pop', 'update', 'setdefault', 'fromkeys', 'keys', 'popitem'])}({self.any(0)})", count=8)

    def decorators(self, depth):
        d, f, c = self.fresh("d"), self.fresh("f"), self.fresh("H")
        self.emit("import functools")
        self.emit(f"def {d}(*options, **named):")
        self.emit("    def wrap(f):")
        self.emit(f"        {self.pick(['@functools.wraps(f)', '@functools.lru_cache', '@(lambda q: q)', '@functools.wraps(f, updated=())'])}")
        self.emit("        def inner(*a, **k):")
        self.emit("            out('call', options, sorted(named), a)")
        self.emit(f"            return {self.pick(['f(*a, **k)', '[f(*a, **k)]', 'f(*a[::-1])', 'None'])}")
        self.emit("        return inner")
        self.emit("    return wrap")
        self.emit(f"@{d}({self.any(0)}, k=1)")
        if self.chance(0.5):
            self.emit(f"@{d}()")
        self.emit(f"def {f}(a, b={self.leaf('int')}, *c, d: int = 3) -> str:")
        self.emit(f"    {self.pick([repr('doc'), 'pass'])}")
        self.emit(f"    return {self.pick(['a, b, c, d', 'a + b'])}")
        self.emit(f"class {c}:")
        self.emit(f"    @{d}('m')")
        self.emit("    def m(self, x=0): return x")
        self.emit(f"    @{self.pick(['classmethod', 'staticmethod', 'property', 'functools.cached_property', 'functools.partialmethod' if False else 'classmethod'])}")
        self.emit("    def n(self=None): return getattr(self, '__name__', 'o')")
        self.outs(f"{f}(1, 2)", f"{f}({self.any(0)}, {self.any(0)})", f"{f}.__name__, {f}.__doc__, {f}.__qualname__", f"{f}()", f"{f}.__wrapped__.__defaults__, {f}.__wrapped__.__kwdefaults__", f"{f}.__annotations__", f"{c}().m(5)", f"{c}.n", f"{c}().n", f"{c}().n()", f"functools.partial({f}, 1)(2)", f"functools.reduce(lambda p, q: (p, q), {self.leaf('list')})", f"functools.partial({f}, b=5).keywords", f"{f}(*{self.leaf('list')})", f"{c}.m.__qualname__", f"{f}(1, 2, 3, d=4)", f"{f}(1, z=4)", count=5)

    def walked(self, depth):
        """Something to walk; of sets those whose order is the same in every run of CPython."""
        kind = self.pick(KINDS_OF_VALUES)
        if kind != "set":
            return self.expr(kind, depth)
        numbers = [str(self.r.choice([self.r.randint(-3, 40), self.r.randint(0, 9) * 8, self.r.randint(0, 5) * 32, 2 ** 63, "2.5", "(1, 2)", "(3,)", "True"])) for _ in range(self.r.randint(1, 9))]
        half = len(numbers) // 2
        return self.pick([f"{{{', '.join(numbers)}}}", f"set([{', '.join(numbers)}])", f"({{{', '.join(numbers)}}} {self.pick(['|', '&', '-', '^'])} {{{', '.join(numbers[half:] or ['1'])}}})", f"frozenset({{{', '.join(numbers[:half])}}})" if half else "frozenset()", f"{{x * {self.r.randint(1, 16)} for x in range({self.r.randint(0, 12)})}}"])

    def loops_of_everything(self, depth):
        i, j, names = self.fresh("i"), self.fresh("j"), self.leaf("dict")
        self.emit("try:")
        self.indent += 1
        self.emit(f"for {i}, {j} in {self.pick([f'enumerate({self.walked(1)})', f'zip({self.walked(0)}, {self.walked(0)})', f'{names}.items()', '[(1, 2), (3, 4, 5)]', '[(1, 2), [3, 4], ' + repr('ab') + ']', 'zip(range(4), range(2, 9, 3))'])}:")
        self.emit(f"    if {self.pick([i, j, f'{i} == {j}', f'isinstance({j}, str)'])}: {self.pick(['continue', 'break', f'out({i})'])}")
        self.emit(f"    for {i} in {self.pick(['range(2)', repr('xy'), j])}: out({i}, {j})")
        self.emit("    else: out('inner')")
        self.emit(f"else: out('outer', {self.pick(['1', i])})")
        self.emit(f"out({i}, {j})")
        self.indent -= 1
        self.emit("except Exception as e: out('error', e)")
        d = self.fresh()
        self.guarded(f"{d} = {self.leaf(self.pick(['dict', 'list']))}", f"for k in {d}:", f"    out(k)", f"    {self.pick([f'{d}[k] = 1', f'{d}[len({d})] = 1', f'{d}.pop(k)', f'{d}.clear()', f'{d}.append(k); {d}.append(0); del {d}[9:]; break', f'del {d}[0]'])}", f"out({d})")

    def containers(self, depth):
        c = self.fresh("H")
        base = self.pick(["dict", "list", "set", "tuple", "str", "int", "frozenset", "float", "bytes"])
        self.emit(f"class {c}({base}):")
        hooks = {"dict": ["def __missing__(self, k): return ('missing', k)", "def __setitem__(self, k, v): super().__setitem__(k, (v,))", "def __getitem__(self, k): return 'got', super().get(k)", "def __iter__(self): return iter('keys')", "def keys(self): return ['a']"],
                 "list": ["def append(self, x): super().append((x,))", "def __getitem__(self, k): return 'got', k", "def __iter__(self): return iter([7, 8])", "def __len__(self): return 5", "def __eq__(self, o): return True"],
                 "set": ["def add(self, x): super().add((x,))", "def __contains__(self, x): return True", "def __len__(self): return 2"], "tuple": ["def __new__(cls, *a): return super().__new__(cls, a)", "def __len__(self): return 2", "def __getitem__(self, k): return 'got', k"],
                 "str": ["def upper(self): return 'UP'", "def __str__(self): return 'S'", "def __repr__(self): return 'R'", "def __eq__(self, o): return True", "def __format__(self, s): return 'F' + s"], "int": ["def __add__(self, o): return 'add'", "def __str__(self): return 'S'", "def __repr__(self): return 'R'", "def __index__(self): return 2", "def __bool__(self): return False"],
                 "frozenset": ["def __len__(self): return 2", "def __contains__(self, x): return True"], "float": ["def __repr__(self): return 'R'", "def __add__(self, o): return 'add'", "def __float__(self): return 2.5"], "bytes": ["def __len__(self): return 2", "def decode(self): return 'D'"]}[base]
        for hook in self.r.sample(hooks, self.r.randint(0, 2)):
            self.emit("    " + hook)
        self.emit("    extra = 1")
        o = self.fresh("z")
        argument = {"dict": self.leaf("dict"), "list": self.leaf("list"), "set": "[1, 2]", "tuple": "[1, 2]", "str": self.leaf("str"), "int": self.leaf("int"), "frozenset": "[1]", "float": self.leaf("float"), "bytes": self.leaf("bytes")}[base]
        self.guarded(f"{o} = {c}({argument})", f"out({o}, type({o}).__name__, isinstance({o}, {base}))")
        self.outs(f"{o} == {base}({o})", f"len({o})", f"str({o}), repr({o}), f'{{{o}}}', '%s|%r' % ({o}, {o})", f"list({o})[:5]", f"{o} + {o}", f"{o} * 2", f"type({o} + {o}).__name__", f"{o}[0]", f"{o}['a']", f"{o}['a'] if 'a' in {o} else 'none'", f"bool({o}), not {o}", f"{o}.copy()", f"type({o}.copy()).__name__", f"{{**{o}}}", f"[*{o}]", f"hash({o}) == hash({base}({o}))", f"{o}.x", f"vars({o})", f"{o}.update([]) or {o}", f"{o}.append(1) or {o}", f"{o}.upper()", f"sorted({o})", f"{o}.get('zz', 1)", f"'-'.join({o})", f"max({o})", f"1 in {o}", f"{o} | {o}", f"type({o} | {o}).__name__", f"{o}[:1]", f"type({o}[:1]).__name__", f"__import__('json').dumps({o})", f"{o}.add(3) or {o}", f"dict({o})", f"{base}({o})", f"type({base}({o})).__name__", f"{o} < {o}", f"[1, 2, 3][{o}]", f"{o}.setdefault('n', []) , {o}", f"{o}.pop()", f"reversed({o}) and 1", f"int({o})", f"{{{o}: 1}}", count=8)


KINDS_OF_VALUES = ["int", "float", "str", "list", "tuple", "dict", "bytes", "set"]
NEAR_NAMES = {
    "int": ["bit_lenght", "real", "append", "numerators", "to_byte", "denominator", "imag"],
    "float": ["is_intger", "real", "hexx", "as_integer_ration", "lower"],
    "str": ["uper", "lowercase", "startwith", "strip_", "joins", "has_key", "title", "isdigits", "formatmap"],
    "list": ["appendd", "add", "size", "sorted", "lenght", "remov", "pop_", "copy"],
    "tuple": ["append", "counts", "indexx", "index"],
    "dict": ["has_key", "iteritems", "item", "itmes", "update_", "key", "value", "gett", "copy"],
    "bytes": ["decodes", "format", "hexx", "encode", "split_", "title"],
    "set": ["append", "ad", "unions", "remove_", "discards", "copy"],
}
