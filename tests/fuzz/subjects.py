"""subjects.py -- parts of random programs about one subject each: classes, generators, clean-up, calls, sorting, methods."""
import re

ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "LookupError", "ArithmeticError", "Exception", "RuntimeError", "StopIteration"]
UNORDERED_FREE = ["int", "float", "str", "list", "tuple", "dict", "bool", "bytes", "none"]  # walking a set shows its order


class Subjects:
    def subjects(self):
        return [self.hierarchy, self.pipeline, self.cleanup, self.groups, self.calls, self.sorting, self.nested_specs, self.dict_methods, self.set_methods, self.text_methods, self.records]

    def guarded(self, *lines):
        self.emit("try:")
        for line in lines:
            self.emit("    " + line)
        self.emit("except Exception as e:")
        self.emit("    out('error', e)")

    def hierarchy(self, depth):
        """A diamond: cooperating methods, properties with setters, class attributes, operators inherited."""
        base, left, right, last, o = (self.fresh("H") for _ in range(5))
        self.emit(f"class {base}:")
        self.emit(f"    shared = {self.leaf('list')}")
        self.emit(f"    def __init__(self, value={self.leaf(self.pick(['int', 'str']))}, **more): self._value, self.more = value, more")
        self.emit(f"    def who(self): return [{base!r}]")
        self.emit("    @property")
        self.emit("    def value(self): return self._value")
        self.emit("    @value.setter")
        self.emit(f"    def value(self, new): self._value = {self.pick(['new', '(new, self._value)', 'new * 2', 'new + 1'])}")
        self.emit(f"    def __eq__(self, other): return isinstance(other, {base}) and self._value == other._value")
        self.emit(f"    def __len__(self): return {self.small_int()}")
        for name, parent in ((left, base), (right, base)):
            self.emit(f"class {name}({parent}):")
            self.emit(f"    def who(self): return [{name!r}] + super().who()")
            if self.chance(0.4):
                self.emit(f"    def __init__(self, *a, extra={self.leaf('int')}, **k):")
                self.emit("        super().__init__(*a, **k)")
                self.emit("        self.extra = extra")
        self.emit(f"class {last}({left}, {right}): {self.pick(['pass', '__slots__ = ()', 'shared = ()', 'who = lambda self: super(' + left + ', self).who()'])}")
        self.guarded(f"{o} = {last}({self.pick(['', '1', self.leaf('str'), 'extra=5', '2, key=3'])})", f"out({o}.who(), [c.__name__ for c in {last}.__mro__], {o}.value, {o}.more)",
                     f"{o}.value = {self.any(1)}", f"out({o}.value, {o} == {base}({o}.value), {o} != {o}, bool({o}), vars({o}))", f"{o}.shared{self.pick(['.append(1)', ' = 5', ' += [2]'])}",
                     f"out({last}.shared, {base}.shared, {o}.shared)", f"out({self.pick([f'{o}.missing', f'del_ if False else hash({o})', f'{base}.who({o})', f'issubclass({last}, {right})', f'{o}.extra', f'super({last}, {o}).who()'])})")

    def pipeline(self, depth):
        """Generators over generators, with send(), return values and closing."""
        a, b, c = self.fresh("g"), self.fresh("g"), self.fresh("g")
        self.emit(f"def {a}(items):")
        self.emit("    total = 0")
        self.emit("    for item in items:")
        self.emit(f"        total += {self.pick(['1', 'len(str(item))', 'item if isinstance(item, int) else 0'])}")
        self.emit("        got = yield item")
        self.emit("        if got is not None: out('sent', got)")
        self.emit("    return total")
        self.emit(f"def {b}(*sources):")
        self.emit("    for source in sources:")
        self.emit(f"        result = yield from {a}(source)")
        self.emit("        yield ('result', result)")
        self.emit(f"{c} = {b}({self.expr('list', 1)}, {self.expr(self.pick(['str', 'tuple', 'dict']), 1)})")
        self.guarded(f"out(next({c}))", f"out({c}.send({self.any(0)}))", f"out([x for x in {c} if {self.pick(['x', 'not x', 'True', 'isinstance(x, tuple)'])}][:8])", f"{c}.close()", f"out(next({c}, 'ended'))")
        self.guarded(f"out(sum(len(str(x)) for x in {b}({self.expr('list', 1)}) if x), max((str(x) for x in {b}({self.expr('str', 1)})), default='none'))", f"out(dict(enumerate({b}({self.expr('list', 1)}), {self.small_int()})))")

    def cleanup(self, depth):
        """try/finally in loops and functions: what runs, in which order, and which value comes out."""
        name, i = self.fresh("f"), self.fresh("i")
        self.emit(f"def {name}(n):")
        self.emit("    log = []")
        self.emit(f"    for {i} in range({self.small_int()}):")
        self.emit("        try:")
        self.emit(f"            log.append({i})")
        self.emit(f"            if {i} == n: {self.pick(['break', 'continue', 'return log, 1', 'raise ValueError(n)', '1 // 0', 'pass'])}")
        self.emit(f"            with Manager('m', {self.pick(['()', 'ValueError', 'ZeroDivisionError'])}): {self.pick(['pass', 'raise ValueError', '1 // 0', f'log.append({i} / n)', 'return log, 2'])}")
        self.emit(f"        except {self.pick(['ValueError', 'ZeroDivisionError', 'ArithmeticError'])} as e:")
        self.emit(f"            log.append(str(e)); {self.pick(['continue', 'break', 'raise', 'raise KeyError(n) from e', 'pass', 'return log'])}")
        self.emit(f"        else: log.append('else')")
        self.emit("        finally:")
        self.emit(f"            log.append('f'); {self.pick(['pass', 'pass', 'pass', 'break', 'continue', 'return log, 3'])}")
        self.emit("    else: log.append('loop else')")
        self.emit("    return log")
        for n in self.r.sample(range(-1, 4), 3):
            self.guarded(f"out({name}({n}))")

    def groups(self, depth):
        errors = ", ".join(f"{self.pick(ERRORS)}({self.leaf(self.pick(['int', 'str']))})" for _ in range(self.r.randint(1, 4)))
        self.emit("try:")
        self.emit("    try:")
        self.emit(f"        raise ExceptionGroup('group', [{errors}])")
        for _ in range(self.r.randint(1, 2)):
            self.emit(f"    except* {self.pick([self.pick(ERRORS), '(' + self.pick(ERRORS) + ', ' + self.pick(ERRORS) + ')'])} as e:")
            self.emit(f"        out('some', e.exceptions, str(e)); {self.pick(['pass', 'pass', 'raise', 'raise OSError(1)'])}")
        self.emit("    else: out('none')")
        self.emit("    finally: out('finally')")
        self.emit("except BaseException as e:")
        self.emit("    out('rest', type(e).__name__, getattr(e, 'exceptions', None))")

    def calls(self, depth):
        """Parameters of every kind against arguments of every kind."""
        name = self.fresh("f")
        self.emit(f"def {name}({self.pick(['a, b=2, *args, c, d=4, **kw', 'a, /, b, *, c=3', '*args, **kw', 'a=1, *, b', 'a, b, /, c=5, **kw', 'a, (b) if False else b=1' if False else 'a, b=[]'])}): return {self.pick(['locals()', 'sorted(locals())', 'tuple(locals().values())'])}")
        for _ in range(4):
            parts = [self.pick([self.leaf("int"), "*" + self.leaf(self.pick(["list", "tuple", "str"]))]) for _ in range(self.r.randint(0, 3))]
            parts += [self.pick([f"{self.pick('abcdx')}={self.leaf('int')}", f"**{{{self.pick('abcx')!r}: {self.leaf('int')}}}"]) for _ in range(self.r.randint(0, 2))]
            text = ", ".join(parts)
            keys = re.findall(r"\b([abcdx])=", text)
            if len(keys) == len(set(keys)) and not re.search(r"\*\*.*, \*[^*]", text):
                self.guarded(f"out({name}({text}))")

    def sorting(self, depth):
        rows = "[" + ", ".join(f"({self.leaf('int')}, {self.leaf('str')}, {self.leaf('float')})" for _ in range(self.r.randint(0, 6))) + "]"
        v = self.fresh()
        self.emit(f"{v} = {rows}")
        key = self.pick(["lambda r: r[0] % 3", "lambda r: (r[1], -r[0])", "lambda r: len(r[1])", "lambda r: r[2]", "None", "lambda r: r[::-1]", "lambda r: r[5]"])
        self.guarded(f"out(sorted({v}, key={key}, reverse={self.pick(['True', 'False'])}))", f"{v}.sort(key={key})", f"out({v})", f"out(max({v}, key={key}, default='none'), min({v}, key=lambda r: str(r), default=0))",
                     f"out([list(p) for p in zip(*{v})])", f"out({{r[1]: r for r in {v}}})")
        self.guarded(f"out(sorted({self.expr('list', 2)} + {self.expr('list', 1)}))")

    def nested_specs(self, depth):
        w, p, x = self.fresh(), self.fresh(), self.fresh()
        kind = self.pick(["int", "float", "str"])
        self.emit(f"{w}, {p}, {x} = {self.r.randint(0, 14)}, {self.r.randint(0, 6)}, {self.expr(kind, 1)}")
        fill, align, sign = self.pick(["", "*", "0", "é"]), self.pick("<>^="), self.pick(["", "+", " "])
        last = {"int": "d", "float": self.pick("feg%"), "str": "s"}[kind]
        if kind == "str":
            align, sign = align.replace("=", "<"), ""
        self.guarded(f'out(f"{{{x}:{{{w}}}}}|{{{x}!r:{{{w}}}.{{{p}}}}}|{{{x}:{fill}{align}{sign}{{{w}}}{last}}}")', f'out(f"{{{x} = }}", f"{{{x} = :>{{{w}}}}}", f"{{ {x}!s:^{{{w}}} }}|{{{{}}}}")')
        self.guarded(f'out("{{0:{{1}}}}|{{0!r:.{{2}}}}|{{}}".format({x}, {w}, {p}))')
        self.guarded(f'out("{{:{{}}}}|{{!r:.{{}}}}|{{}}".format({x}, {w}, {x}, {p}, {self.any(0)}))', f'out("%*d|%-*s|%.*f" % ({w}, {p}, {w}, {x}, {p}, {self.leaf("float")}))')

    def dict_methods(self, depth):
        d, other = self.fresh(), self.expr("dict", 2)
        self.emit(f"{d} = {self.expr('dict', 2)}")
        for _ in range(4):
            key = self.any(0)
            self.guarded("out(" + self.pick([f"{d}.pop({key}, 'no')", f"{d}.pop({key})", f"{d}.setdefault({key}, [])", f"{d}.update({other}) or {d}", f"{d}.update(a=1, b=2) or {d}", f"{d} | {other}", f"{other} | {d}", f"list(reversed({d}))", f"{d}.keys() == {other}.keys()", f"{d}.items() <= {other}.items()",
                         f"len({d}.keys() & {other}.keys())", f"{key} in {d}.values()", f"[k for k in {d} if {d}[k]]", f"{d}.popitem()", f"{d}.get({key}, {self.any(0)})", f"{{**{d}, 'z': {self.any(0)}}}", f"dict.fromkeys({d}, 0)", f"{d} == dict({d}.items())", f"{d}.copy() is {d}", f"{{v: k for k, v in {d}.items()}}", f"next(iter({d}), 'empty')", f"{d}.items().isdisjoint([])", f"str({d}.values())", f"sorted(map(str, {d}))"]) + ")")
        self.emit(f"out({d})")

    def set_methods(self, depth):
        s, other = self.fresh(), self.expr(self.pick(["set", "list", "tuple", "str"]), 1)
        self.guarded(f"{s} = {self.pick(['set', 'frozenset'])}({self.expr(self.pick(['list', 'tuple', 'str', 'set']), 1)})",
                     *["out(" + self.pick([f"{s}.union({other})", f"{s}.intersection({other}, {self.leaf('list')})", f"{s}.difference({other})", f"{s}.symmetric_difference({other})", f"{s}.issubset({other})", f"{s}.issuperset({other})", f"{s}.isdisjoint({other})", f"{s} | set({other})", f"{s} - frozenset({other})", f"len({s} ^ set({other}))", f"{s} == set({other})", f"{s} <= set({other})", f"{self.any(0)} in {s}",
                       f"{s}.add({self.any(0)})", f"{s}.discard({self.any(0)})", f"{s}.remove({self.any(0)})", f"{s}.update({other}) or {s}", f"{s}.copy() == {s}", f"hash(frozenset({s})) == hash(frozenset(list({s})))", f"type({s} & set({other})).__name__", f"{s} | {other}"]) + ")" for _ in range(4)])

    def text_methods(self, depth):
        t = self.fresh()
        self.emit(f"{t} = {self.expr('str', 2)}")
        for _ in range(4):
            part = self.leaf("str")
            self.guarded("out(" + self.pick([f"{t}.split({part}, {self.small_int()})", f"{t}.rsplit(None, 1)", f"{t}.partition({part})", f"{t}.rpartition({part})", f"{t}.replace({part}, {self.leaf('str')}, {self.small_int()})", f"{t}.find({part}, {self.small() or 0}, {self.small() or 9})", f"{t}.index({part})", f"{t}.count({part}, 1)", f"{t}.startswith(({part}, 'a'), {self.small() or 0})", f"{t}.endswith({part}, 0, {self.small() or 3})",
                         f"{t}.strip({part}).title()", f"{t}.zfill({self.small_int()}).swapcase()", f"{t}.center({self.r.randint(0, 20)}, '*')", f"{t}.encode()[:20]", f"{t}.encode('ascii', {self.pick(['replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace', 'strict'])!r})", f"{t}.splitlines({self.pick(['True', 'False'])})", f"{t}.expandtabs({self.small_int()})", f"{t}.casefold() == {t}.lower()", f"{t}.translate(str.maketrans('ab', 'xy', 'c'))",
                         f"{part}.join({t})", f"{t}[::-1][{self.slice(0)}]", f"{t}.removeprefix({part}).removesuffix({part})", f"'%s %r %a' % ({t}, {t}, {t})", f"ascii({t})", f"[ord(c) for c in {t}][:9]", f"{t}.isidentifier(), {t}.isprintable(), {t}.isascii()", f"sorted({t})", f"max({t}, default='')", f"{t} * 2 < {t} + {part}", f"{t}.format(1, a=2)", f"{t} % 5"]) + ")")

    def records(self, depth):
        """dataclasses, named tuples and match on their classes."""
        name, o = self.fresh("D"), self.fresh("z")
        options = self.pick(["", "(frozen=True)", "(order=True)", "(eq=False)", "(slots=True)", "(kw_only=True)"])
        self.emit("from dataclasses import dataclass, field, replace, asdict, astuple")
        self.emit(f"@dataclass{options}")
        self.emit(f"class {name}:")
        self.emit("    x: int")
        self.emit(f"    y: str = {self.leaf('str')}")
        self.emit("    z: list = field(default_factory=list)")
        call = "x=1, y='b'" if "kw_only" in options else self.pick(["1", "2, 'b'", "3, z=[1]", "x=4, y=5", ""])
        self.guarded(f"{o} = {name}({call})", f"out(str({o}), asdict({o}), astuple({o}))", f"out({self.pick([f'{o} == replace({o})', f'replace({o}, y=1).y', f'{o} < replace({o}, x=9)', f'{o}.__match_args__', f'[f for f in {name}.__dataclass_fields__]', f'{o}.missing'])})",
                     f"{o}.x = 7", f"match {o}:", f"    case {name}(x=7, y=p): out('seven', p)" if "slots" not in options else f"    case {name}(x=q): out(q)", f"    case {name}(): out('other')", f"out({o}.x)", f"hash({o})")
