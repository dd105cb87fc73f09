"""programs.py -- random programs that must print the same under CPython and under `retort run`.

    python3.12 tests/fuzz/programs.py                     10,000 programs from seed 1, 100 to a process
    python3.12 tests/fuzz/programs.py --seed 777 --count 1 --show      one of them, printed
    RETORT=build/retort python3.12 tests/fuzz/programs.py --seed 5000 --count 2000

A program is made from its seed alone. It is built of typed expressions (one in twenty of the wrong type, for
the errors), statements of every kind, classes, generators and formatting, and says what it computes, errors with
their texts included. What CPython leaves open (order of sets, addresses) is not printed. Ends with the number of
programs and of differences; exit code 1 when there is one, with its seed.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

from language_subjects import LanguageSubjects
from library_subjects import LibrarySubjects
from subjects import Subjects, ERRORS, UNORDERED_FREE

PRELUDE = '''
def show(x):
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "[" + ", ".join(sorted(map(show, x))) + "]"
    if type(x) in (list, tuple):
        return type(x).__name__ + "(" + ", ".join(map(show, x)) + ")"
    if type(x) is dict:
        return "{" + ", ".join(show(k) + ": " + show(v) for k, v in x.items()) + "}"
    if isinstance(x, BaseException):
        return type(x).__name__ + "!" + show(x.args)
    text = repr(x)
    return text if " at 0x" not in text and " @ 0x" not in text else type(x).__name__
def out(*values):
    text = " ".join(show(v) for v in values)
    print(text if len(text) < 400 else text[:400] + "..." + str(len(text)))
def show_error(e):
    out('error', e, str(e), repr(e), {k: v for k, v in vars(e).items() if k != '__notes__'})
    out({k: getattr(e, k) for k in ('code', 'value', 'errno', 'strerror', 'filename', 'name', 'path', 'obj') if hasattr(e, k)})
class Manager:
    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, self.swallow)
'''

WORDS = ["", "a", "b", "abc", "Hello World", "x,y,,z", "  pad ", "été", "𝒳y", "12", "-7", "3.5", "tab\\tend", "line\\nnext", "it's", 'say \\"x\\"', "ß", "aaa", "{}", "%d", "a.b.c", "UPPER", "mIxEd", "0x1f", "日本"]
INTS = [0, 1, -1, 2, 3, 5, 7, 10, -3, -10, 16, 63, 64, 100, 255, 256, 1000, -256, 2**31, 2**63 - 1, 2**63, -(2**63), 2**64 + 1, 10**20, -(10**25)]
FLOATS = ["0.0", "-0.0", "1.0", "0.5", "-2.5", "3.14159", "1e16", "1e-7", "123456.789", "1e300", "-1e-300", "0.1", "2.675", "float('inf')", "1e22"]
LIMIT = 30  # seconds for a batch
KINDS = ["int", "float", "str", "list", "tuple", "dict", "set", "bool", "bytes", "none"]


class Maker(Subjects, LanguageSubjects, LibrarySubjects):
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []
        self.indent = 1
        self.names = {k: [] for k in KINDS}
        self.functions, self.classes, self.generators = [], [], []
        self.counter = 0
        self.loops = 0
        self.in_function = False

    # --- helpers

    def pick(self, items):
        return self.r.choice(items)

    def chance(self, p):
        return self.r.random() < p

    def emit(self, text):
        self.lines.append("    " * self.indent + text)

    def fresh(self, stem="v"):
        self.counter += 1
        return f"{stem}{self.counter}"

    def small(self):
        return self.pick(["0", "1", "2", "3", "-1", "-2", "5", "7", "-4", ""])

    # --- expressions

    def expr(self, kind=None, depth=3):
        if kind is None:
            kind = self.pick(UNORDERED_FREE)
        if self.chance(0.04):
            return f"({self.expr(self.pick(UNORDERED_FREE), 0)})"
        if depth <= 0 or self.chance(0.2):
            return self.leaf(kind)
        return getattr(self, "make_" + kind)(depth - 1)

    def leaf(self, kind):
        if self.names[kind] and self.chance(0.6):
            return self.pick(self.names[kind])
        r = self.r
        if kind == "int":
            n = self.pick(INTS) if self.chance(0.5) else r.randint(-20, 20)
            return str(n) if n >= 0 else f"({n})"
        if kind == "float":
            text = self.pick(FLOATS)
            return f"({text})" if text[0] == "-" else text
        if kind == "str":
            return '"' + self.pick(WORDS) + '"'
        if kind == "bytes":
            return self.pick(['b""', 'b"abc"', 'b"\\x00\\xff"', 'b"a,b"', 'bytes([1, 2])', 'b"it\'s"', 'bytearray(b"xy")'])
        if kind == "bool":
            return self.pick(["True", "False"])
        if kind == "none":
            return "None"
        if kind == "list":
            return "[" + ", ".join(self.leaf(self.pick(["int", "str", "float"])) for _ in range(r.randint(0, 4))) + "]"
        if kind == "tuple":
            items = [self.leaf(self.pick(["int", "str"])) for _ in range(r.randint(0, 3))]
            return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"
        if kind == "dict":
            return "{" + ", ".join(f"{self.leaf(self.pick(['int', 'str']))}: {self.leaf(self.pick(['int', 'str', 'list']))}" for _ in range(r.randint(0, 3))) + "}"
        return "{" + ", ".join(self.leaf(self.pick(["int", "str"])) for _ in range(r.randint(1, 3))) + "}"

    def any(self, depth):
        return self.expr(None, depth)

    def slice(self, depth):
        if self.chance(0.4):
            return self.pick(["0", "-1", "1", "2", "-2"]) if self.chance(0.7) else self.expr("int", 0)
        step = self.pick(["", "", "", ":-1", ":2", ":-2", ":3", ":"])
        return f"{self.small()}:{self.small()}{step}"

    def small_int(self):
        return str(self.r.randint(0, 6))

    def make_int(self, d):
        e = self.expr
        return self.pick([
            lambda: f"({e('int', d)} {self.pick(['+', '-', '*', '&', '|', '^'])} {e('int', d)})",
            lambda: f"({e('int', d)} {self.pick(['//', '%'])} {e('int', d)})",
            lambda: f"({e('int', d)} {self.pick(['<<', '>>'])} {self.small_int()})",
            lambda: f"({e('int', d)} ** {self.small_int()})",
            lambda: f"({self.pick(['-', '+', '~', 'abs', 'int'])}({e('int', d)}))",
            lambda: f"len({e(self.pick(['str', 'list', 'tuple', 'dict', 'set', 'bytes']), d)})",
            lambda: f"int({e(self.pick(['float', 'str', 'bool', 'int']), d)})",
            lambda: f"int({e('str', d)}, {self.pick(['2', '8', '10', '16', '36', '0'])})",
            lambda: f"sum([{e('int', d)}, {e('int', d)}])",
            lambda: f"{self.pick(['max', 'min'])}({e('int', d)}, {e('int', d)})",
            lambda: f"round({e('int', d)}, {self.pick(['-1', '-2', '0', '1'])})",
            lambda: f"{e('str', d)}.{self.pick(['count', 'find', 'rfind', 'index'])}({e('str', 0)})",
            lambda: f"{e('list', d)}.{self.pick(['count', 'index'])}({self.any(0)})",
            lambda: f"ord({e('str', d)}[{self.slice(0)}])",
            lambda: f"divmod({e('int', d)}, {e('int', d)})[{self.pick(['0', '1'])}]",
            lambda: f"({e('int', d)}).{self.pick(['bit_length', 'bit_count', 'conjugate', 'as_integer_ratio'])}()",
            lambda: f"pow({e('int', d)}, {self.small_int()}, {e('int', d)})",
            lambda: f"{e('list', d)}[{self.slice(0)}]",
            lambda: f"{e('dict', d)}.get({self.any(0)}, {e('int', 0)})",
            lambda: f"({e('int', d)} if {e('bool', d)} else {e('int', d)})",
            lambda: f"(lambda p, q=2: p {self.pick(['+', '*', '-'])} q)({e('int', d)})",
            lambda: f"({self.fresh('w')} := {e('int', d)})",
            lambda: f"int.from_bytes({e('bytes', d)}, {self.pick(['chr(98) + chr(105) + chr(103)', chr(34) + 'little' + chr(34)])})",
            lambda: self.call(d),
        ])()

    def make_float(self, d):
        e = self.expr
        return self.pick([
            lambda: f"({e('float', d)} {self.pick(['+', '-', '*', '/', '//', '%'])} {e(self.pick(['float', 'int']), d)})",
            lambda: f"({e('int', d)} / {e('int', d)})",
            lambda: f"({e('float', d)} ** {self.pick(['2', '0.5', '-1', '0'])})" if False else f"(abs({e('float', d)}) ** {self.pick(['2', '0.5', '-1', '0'])})",
            lambda: f"round({e('float', d)}, {self.pick(['0', '1', '2', '3', '-1', '-2'])})",
            lambda: f"float({e(self.pick(['int', 'str', 'bool']), d)})",
            lambda: f"{self.pick(['abs', '-', '+'])}({e('float', d)})",
            lambda: f"sum([{e('float', d)}, {e('float', d)}, {e('int', d)}])",
            lambda: f"{self.pick(['max', 'min'])}([{e('float', d)}, {e('int', d)}])",
            lambda: f"divmod({e('float', d)}, {e('int', d)})[0]",
        ])()

    def make_bool(self, d):
        e = self.expr
        kind = self.pick(["int", "str", "list", "tuple", "float"])
        return self.pick([
            lambda: f"({e(kind, d)} {self.pick(['==', '!=', '<', '<=', '>', '>='])} {e(kind, d)})",
            lambda: f"({self.any(d)} {self.pick(['==', '!='])} {self.any(d)})",
            lambda: f"({self.any(d)} {self.pick(['in', 'not in'])} {e(self.pick(['list', 'tuple', 'dict', 'set']), d)})",
            lambda: f"({e('str', d)} in {e('str', d)})",
            lambda: f"(not {self.any(d)})",
            lambda: f"({e('bool', d)} {self.pick(['and', 'or'])} {e('bool', d)})",
            lambda: f"({e('int', d)} < {e('int', d)} <= {e('float', d)})",
            lambda: f"isinstance({self.any(d)}, {self.pick(['int', 'str', '(list, tuple)', 'float', 'bool', 'dict | set', 'type(None)'])})",
            lambda: f"{e('str', d)}.{self.pick(['startswith', 'endswith'])}({e('str', 0)})",
            lambda: f"{e('str', d)}.{self.pick(['isdigit', 'isalpha', 'isalnum', 'isupper', 'islower', 'istitle', 'isspace', 'isidentifier', 'isascii', 'isnumeric', 'isdecimal', 'isprintable'])}()",
            lambda: f"{self.pick(['any', 'all'])}({e('list', d)})",
            lambda: f"({e('set', d)} {self.pick(['<', '<=', '==', '>='])} {e('set', d)})",
            lambda: f"bool({self.any(d)})",
            lambda: f"({self.any(d)} is None)",
            lambda: f"{e('set', d)}.isdisjoint({e('list', d)})",
        ])()

    def spec(self, kind):
        fill = self.pick(["", "", "", "<", ">", "^", "*^", "0=", "x<", "é>"])
        sign = self.pick(["", "", "+", " ", "-"])
        width = self.pick(["", "", "0", "5", "8", "012", "20"])
        group = self.pick(["", "", "", ",", "_"])
        if kind == "str":
            return fill.replace("0=", "") + self.pick(["", "5", "10", "2"]) + self.pick(["", ".2", ".0", ".5"]) + self.pick(["", "s"])
        if kind == "int":
            return fill + sign + self.pick(["", "", "#"]) + width + group + self.pick(["", "d", "x", "X", "o", "b", "e", "f", "g", "%", "n", "c", ".2f"])
        return fill + sign + self.pick(["", "", "#"]) + width + group + self.pick(["", ".0", ".1", ".2", ".3", ".10"]) + self.pick(["", "e", "E", "f", "F", "g", "G", "%"])

    def percent(self, kind):
        flags = self.pick(["", "", "-", "+", " ", "0", "#", "-+", "+0"])
        size = self.pick(["", "", "5", "10", "2"])
        if kind == "str":
            return "%" + self.pick(["", "-"]) + size + self.pick(["", ".2", ".0"]) + self.pick(["s", "r", "a"])
        if kind == "int":
            return "%" + flags + size + self.pick(["", ".3"]) + self.pick(["d", "i", "x", "X", "o", "c", "s", "f", "e", "g"])
        return "%" + flags + size + self.pick(["", ".0", ".2", ".5"]) + self.pick(["f", "e", "g", "F", "E", "G", "d", "s", "r"])

    def format(self, d):
        kind = self.pick(["str", "int", "float"])
        value = self.expr(kind, d)
        form = self.r.randrange(4)
        if form == 0 and '"' not in value and "\\" not in value and "'" not in value and "{" not in value:
            return f'f"<{{{value}{self.pick(["", "!r", "!s", "!a"])}}}|{{{value}:{self.spec(kind) or " "}}}>"'
        if form == 1:
            return f'"{{:{self.spec(kind)}}}|{{!r}}".format({value}, {self.any(0)})'
        if form == 2:
            return f"format({value}, {self.spec(kind)!r})"
        return f'"{self.percent(kind)}|%s" % ({value}, {self.any(0)})'

    def make_str(self, d):
        e = self.expr
        return self.pick([
            lambda: f"({e('str', d)} + {e('str', d)})",
            lambda: f"({e('str', d)} * {self.pick(['0', '1', '2', '3', '-1'])})",
            lambda: f"{e('str', d)}[{self.slice(d)}]",
            lambda: f"{e('str', d)}.{self.pick(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip', 'lstrip', 'rstrip', 'expandtabs'])}()",
            lambda: f"{e('str', d)}.replace({e('str', 0)}, {e('str', 0)}{self.pick(['', ', 1', ', -1'])})",
            lambda: f"{e('str', d)}.{self.pick(['center', 'ljust', 'rjust', 'zfill'])}({self.pick(['0', '5', '9'])})",
            lambda: f"{e('str', d)}.{self.pick(['strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix'])}({e('str', 0)})",
            lambda: f"{e('str', 0)}.join({self.pick(['map(str, ' + e('list', d) + ')', e('str', d), e('list', d), '[' + e('str', d) + ']'])})",
            lambda: f"{self.pick(['str', 'repr', 'ascii'])}({self.pick([e('int', d), e('float', d), e('str', d), e('list', d), e('tuple', d), e('dict', d), e('bytes', d)])})",
            lambda: f"{self.pick(['hex', 'oct', 'bin', 'chr'])}({e('int', d)})",
            lambda: self.format(d),
            lambda: self.format(d),
            lambda: f"{e('bytes', d)}.{self.pick(['hex()', 'decode()', 'decode(' + chr(34) + 'latin-1' + chr(34) + ')', 'decode(errors=' + chr(34) + 'replace' + chr(34) + ')'])}",
            lambda: f"({e('str', d)} if {e('bool', d)} else {e('str', d)})",
            lambda: f"{e('str', d)}.translate({{97: {e('str', 0)}, 98: None}})",
            lambda: f"type({self.any(d)}).__name__",
            lambda: f"{e('list', d)}[{self.slice(0)}]",
            lambda: f"({e('str', d)} or {e('str', d)})",
        ])()

    def comprehension(self, d, kind):
        v = self.fresh("c")
        source, of = self.pick([(f"range({self.small_int()})", "int"), (self.expr("str", d), "str"), (self.expr("list", d), "int"), (self.expr("tuple", d), "int"), (f"enumerate({self.expr('list', d)})", "tuple")])
        self.names[of].append(v)
        value = self.expr(self.pick(["int", "str", "tuple", of]), d)
        condition = f" if {self.expr('bool', d)}" if self.chance(0.5) else ""
        more = f" for {self.fresh('c')} in {self.expr('list', 0)}" if self.chance(0.2) else ""
        key = self.expr(self.pick(["int", "str", of]), 0)
        self.names[of].remove(v)
        body = f"{key}: {value}" if kind == "dict" else value
        return f"{body} for {v} in {source}{condition}{more}"

    def make_list(self, d):
        e = self.expr
        return self.pick([
            lambda: "[" + ", ".join(self.any(d) for _ in range(self.r.randint(0, 4))) + "]",
            lambda: f"[{self.comprehension(d, 'list')}]",
            lambda: f"[{self.comprehension(d, 'list')}]",
            lambda: f"({e('list', d)} + {e('list', d)})",
            lambda: f"({e('list', d)} * {self.pick(['0', '1', '2', '-1'])})",
            lambda: f"{e('list', d)}[{self.slice(d)}]",
            lambda: f"sorted({e(self.pick(['list', 'tuple', 'str', 'dict']), d)}{self.pick(['', ', key=str', ', reverse=True', ', key=repr, reverse=True', ', key=lambda x: (str(type(x)), str(x))'])})",
            lambda: f"list({self.pick(['reversed(' + e('list', d) + ')', 'range(' + (self.small() or '0') + ', ' + self.small_int() + ')', 'zip(' + e('list', d) + ', ' + e('str', d) + ')', 'map(str, ' + e('list', d) + ')', 'enumerate(' + e('str', d) + ', 1)', 'filter(None, ' + e('list', d) + ')', e('dict', d), e('dict', d) + '.items()', e('str', d), e('bytes', d)])})",
            lambda: f"{e('str', d)}.{self.pick(['split()', 'splitlines()', 'splitlines(True)', 'split(' + e('str', 0) + ')', 'rsplit(' + e('str', 0) + ', 1)', 'partition(' + e('str', 0) + ')'])}",
            lambda: f"[*{e(self.pick(['list', 'tuple', 'str', 'dict']), d)}, {self.any(0)}]",
            lambda: f"list({e('dict', d)}.{self.pick(['keys', 'values', 'items'])}())",
            lambda: self.drain(d),
        ])()

    def make_tuple(self, d):
        e = self.expr
        return self.pick([
            lambda: "(" + "".join(self.any(d) + ", " for _ in range(self.r.randint(0, 3))) + ")",
            lambda: f"tuple({e(self.pick(['list', 'str', 'dict', 'bytes']), d)})",
            lambda: f"tuple({self.comprehension(d, 'list')})",
            lambda: f"({e('tuple', d)} + {e('tuple', d)})",
            lambda: f"{e('tuple', d)}[{self.slice(d)}]",
            lambda: f"divmod({e('int', d)}, {e('int', d)})",
            lambda: f"({self.any(d)}, *{e(self.pick(['list', 'tuple', 'str']), d)})",
            lambda: f"({e('tuple', d)} * {self.pick(['0', '2', '-1'])})",
            lambda: f"{e('str', d)}.{self.pick(['partition', 'rpartition'])}({e('str', 0)})",
        ])()

    def make_dict(self, d):
        e = self.expr
        return self.pick([
            lambda: "{" + ", ".join(f"{e(self.pick(['int', 'str', 'tuple', 'float', 'bool']), d)}: {self.any(d)}" for _ in range(self.r.randint(0, 3))) + "}",
            lambda: f"{{{self.comprehension(d, 'dict')}}}",
            lambda: f"({e('dict', d)} | {e('dict', d)})",
            lambda: f"{{**{e('dict', d)}, {e('str', 0)}: {self.any(0)}}}",
            lambda: f"dict(zip({e('str', d)}, {e('list', d)}))",
            lambda: f"dict.fromkeys({e(self.pick(['list', 'str', 'tuple']), d)}, {self.any(0)})",
            lambda: f"dict(a={self.any(d)}, b={self.any(d)})",
            lambda: f"dict({e('list', d)})",
        ])()

    def make_set(self, d):
        e = self.expr
        return self.pick([
            lambda: "{" + ", ".join(e(self.pick(["int", "str", "tuple", "float"]), d) for _ in range(self.r.randint(1, 3))) + "}",
            lambda: f"{{{self.comprehension(d, 'set')}}}",
            lambda: f"({e('set', d)} {self.pick(['|', '&', '-', '^'])} {e('set', d)})",
            lambda: f"{self.pick(['set', 'frozenset'])}({e(self.pick(['list', 'str', 'tuple']), d)})",
            lambda: f"{e('set', d)}.{self.pick(['union', 'intersection', 'difference', 'symmetric_difference'])}({e('list', d)})",
        ])()

    def make_bytes(self, d):
        e = self.expr
        return self.pick([
            lambda: f"({e('bytes', d)} + {e('bytes', d)})",
            lambda: f"{e('str', d)}.encode({self.pick(['', chr(34) + 'latin-1' + chr(34) + ', ' + chr(34) + 'replace' + chr(34), chr(34) + 'ascii' + chr(34) + ', ' + chr(34) + 'ignore' + chr(34)])})",
            lambda: f"{e('bytes', d)}[{self.small()}:{self.small()}]",
            lambda: f"({e('bytes', d)} * {self.pick(['0', '2'])})",
            lambda: f"{e('bytes', d)}.{self.pick(['upper', 'lower', 'title', 'strip', 'swapcase'])}()",
            lambda: f"bytes({self.pick([self.small_int(), e('list', d)])})",
            lambda: f"{e('bytes', d)}.replace({e('bytes', 0)}, {e('bytes', 0)})",
            lambda: f"({e('int', d)} & 255).to_bytes({self.pick(['1', '2', '8'])}, {self.pick([chr(34) + 'big' + chr(34), chr(34) + 'little' + chr(34)])})",
        ])()

    def make_none(self, d):
        return self.pick([lambda: "None", lambda: f"print({self.any(d)}, end=' ')" if False else f"[].append({self.any(d)})", lambda: f"{{}}.get({self.expr('str', d)})"])()

    def call(self, d):
        if not self.functions:
            return self.leaf("int")
        name, required, optional, star = self.pick(self.functions)
        args = [self.any(d) for _ in range(required)]
        if optional and self.chance(0.5):
            args.append(f"{self.pick(optional)}={self.any(d)}")
        if star and self.chance(0.4):
            args.insert(self.r.randint(0, required) if len(args) == required else 0, "*" + self.expr(self.pick(["list", "tuple"]), 0))
        if self.chance(0.05):
            args.append("nope=1")
        return f"{name}({', '.join(args)})"

    def drain(self, d):
        if not self.generators:
            return self.leaf("list")
        name, count = self.pick(self.generators)
        return f"list({name}({', '.join(self.expr('int', 0) if self.chance(0.9) else self.any(0) for _ in range(count))}))"

    # --- statements

    def block(self, depth, least=1, most=3):
        self.indent += 1
        snapshot = {k: list(v) for k, v in self.names.items()}
        for _ in range(self.r.randint(least, most)):
            self.statement(depth)
        self.names = snapshot
        self.indent -= 1

    def statement(self, depth):
        choices = [self.assign] * 6 + [self.output] * 5 + [self.augment] * 2 + [self.mutate] * 3 + [self.unpack]
        if depth > 0:
            choices += [self.if_, self.for_, self.while_, self.try_, self.try_, self.with_, self.match_]
        if depth > 1:
            choices += [self.function, self.function, self.class_, self.generator, self.use_generator, self.closure]
            choices += self.subjects() + self.language_subjects() + self.library_subjects()
        self.pick(choices)(depth)

    def assign(self, depth):
        kind = self.pick(KINDS[:-1])
        value = self.expr(kind, 3)
        name = self.pick(self.names[kind]) if self.names[kind] and self.chance(0.3) else self.fresh()
        if not re.fullmatch(r"v\d+", name):
            name = self.fresh()
        self.emit(f"{name} = {value}")
        if name not in self.names[kind]:
            self.names[kind].append(name)

    def output(self, depth):
        values = [self.expr("set", 3) if self.chance(0.1) else self.any(3) for _ in range(self.r.randint(1, 2))]
        self.emit(f"out({', '.join(values)})")

    def variable(self, *kinds):
        found = [n for k in kinds for n in self.names[k] if re.fullmatch(r"v\d+", n)]
        return self.pick(found) if found else None

    def augment(self, depth):
        kind = self.pick(["int", "str", "list", "float", "set", "dict", "bytes"])
        name = self.variable(kind)
        if not name:
            return self.assign(depth)
        op = {"int": ["+", "-", "*", "//", "%", "&", "|", "^"], "str": ["+"], "list": ["+"], "float": ["+", "-", "*", "/"], "set": ["|", "&", "-", "^"], "dict": ["|"], "bytes": ["+"]}[kind]
        self.emit(f"{name} {self.pick(op)}= {self.expr(kind, 2)}")
        self.emit(f"out({name}) if len(repr({name})) < 300 else None")
        if kind in ("str", "list", "bytes", "int"):
            self.emit(f"{name} = {name}[:20]" if kind != "int" else f"{name} %= 10**30")

    def mutate(self, depth):
        name = self.variable("list", "dict", "set")
        if not name:
            return self.assign(depth)
        any_, small = self.any, self.small
        if name in self.names["list"]:
            self.emit(self.pick([
                lambda: f"{name}.append({any_(2)})", lambda: f"out({name}.pop({self.pick(['', '0', '-1', '3'])}))", lambda: f"{name}.insert({self.small_int()}, {any_(1)})", lambda: f"{name}.extend({self.expr(self.pick(['list', 'str', 'tuple']), 1)})",
                lambda: f"{name}[{small()}:{small()}] = {self.expr(self.pick(['list', 'tuple', 'str']), 1)}", lambda: f"del {name}[{small()}:{small()}{self.pick(['', ':2', ':-1'])}]", lambda: f"{name}.reverse()", lambda: f"{name}.sort({self.pick(['', 'key=str', 'key=repr, reverse=True'])})",
                lambda: f"{name}.remove({any_(0)})", lambda: f"{name}[{self.pick(['0', '-1', '1'])}] = {any_(1)}", lambda: f"del {name}[{self.pick(['0', '-1', '5'])}]", lambda: f"{name}[::2] = {self.expr('list', 1)}", lambda: f"{name} = {name}.copy()"])())
        elif name in self.names["dict"]:
            self.emit(self.pick([
                lambda: f"{name}[{self.expr(self.pick(['int', 'str', 'tuple']), 1)}] = {any_(2)}", lambda: f"out({name}.pop({any_(0)}, {any_(0)}))", lambda: f"{name}.update({self.expr('dict', 1)})", lambda: f"out({name}.setdefault({self.expr('str', 0)}, {any_(1)}))",
                lambda: f"del {name}[{any_(0)}]", lambda: f"out({name}.popitem())", lambda: f"{name}.clear()", lambda: f"out({name}[{any_(0)}])", lambda: f"out(list({name}.items())[{self.slice(0)}])"])())
        else:
            self.emit(self.pick([lambda: f"{name}.add({any_(1)})", lambda: f"{name}.discard({any_(0)})", lambda: f"{name}.remove({any_(0)})", lambda: f"{name}.update({self.expr('list', 1)})"])())
        if name in self.names["list"]:
            self.emit(f"del {name}[30:]")  # no list grows for ever
        self.emit(f"out({name})")

    def unpack(self, depth):
        a, b, c = self.fresh(), self.fresh(), self.fresh()
        form = self.pick([f"{a}, {b}", f"{a}, *{b}", f"*{a}, {b}", f"{a}, ({b}, *{c})", f"[{a}, *{b}, {c}]", f"({a})"])
        self.emit(f"{form} = {self.expr(self.pick(['list', 'tuple', 'str', 'dict']), 2)}")
        shown = [n for n in (a, b, c) if re.search(rf"\b{n}\b", form)]
        self.emit(f"out({', '.join(shown)})")

    def if_(self, depth):
        self.emit(f"if {self.any(2)}:")
        self.block(depth - 1)
        if self.chance(0.4):
            self.emit(f"elif {self.expr('bool', 2)}:")
            self.block(depth - 1)
        if self.chance(0.5):
            self.emit("else:")
            self.block(depth - 1)

    def for_(self, depth):
        v = self.fresh("i")
        source, kind = self.pick([(f"range({self.small_int()})", "int"), (self.expr("list", 2), "int"), (self.expr("str", 1), "str"), (f"enumerate({self.expr('str', 1)})", "tuple"), (self.expr("dict", 1), "str"), (f"zip({self.expr('list', 1)}, {self.expr('str', 1)})", "tuple"), (f"{self.expr('dict', 1)}.items()", "tuple")])
        self.emit(f"for {v} in {self.pick(['', '', '']) }list({source})[:6]:")
        self.names[kind].append(v)
        self.loops += 1
        self.block(depth - 1)
        if self.chance(0.3):
            self.indent += 1
            self.emit(f"if {self.expr('bool', 1)}:")
            self.emit("    " + self.pick(["break", "continue"]))
            self.emit(f"out({v})")
            self.indent -= 1
        self.loops -= 1
        self.names[kind].remove(v)
        if self.chance(0.3):
            self.emit("else:")
            self.block(depth - 1)

    def while_(self, depth):
        n = self.fresh("n")
        self.emit(f"{n} = {self.small_int()}")
        self.emit(f"while {n} > 0:")
        self.emit(f"    {n} -= 1")
        self.loops += 1
        self.block(depth - 1)
        self.loops -= 1
        if self.chance(0.3):
            self.emit(f"    if {n} == 2:")
            self.emit("        " + self.pick(["break", "continue"]))
        if self.chance(0.3):
            self.emit("else:")
            self.block(depth - 1)

    def raise_(self):
        error = self.pick(ERRORS)
        self.emit(self.pick([f"raise {error}({self.any(1)})", f"raise {error}", f"raise {error}({self.any(0)}, {self.any(0)}) from {self.pick(['None', 'KeyError(1)'])}", f"assert {self.expr('bool', 1)}, {self.any(1)}"]))

    def try_(self, depth):
        self.emit("try:")
        self.block(depth - 1)
        self.indent += 1
        if self.chance(0.6):
            self.raise_()
        elif self.loops and self.chance(0.2):
            self.emit(self.pick(["break", "continue"]))
        self.indent -= 1
        handlers = self.r.randint(0, 2)
        for _ in range(handlers):
            e = self.fresh("e")
            self.emit(f"except {self.pick([self.pick(ERRORS), '(' + self.pick(ERRORS) + ', ' + self.pick(ERRORS) + ')'])} as {e}:")
            self.emit(f"    out('caught', {e}, {e}.__cause__, {e}.__context__, str({e}))")
            self.block(depth - 1, 0, 2)
            if self.chance(0.15):
                self.emit("    raise")
        if handlers and self.chance(0.3):
            self.emit("else:")
            self.block(depth - 1)
        if not handlers or self.chance(0.4):
            self.emit("finally:")
            self.emit("    out('finally')")
            self.block(depth - 1, 0, 2)
            if self.in_function and self.chance(0.1):
                self.emit(f"    return {self.any(1)}")
            elif self.loops and self.chance(0.15):
                self.emit("    " + self.pick(["break", "continue"]))

    def with_(self, depth):
        swallow = self.pick(["()", "ValueError", "(KeyError, TypeError)", "Exception"])
        self.emit(f"with Manager({self.fresh('m')!r}, {swallow}) as {self.fresh('m')}, Manager('inner'):")
        self.block(depth - 1)
        if self.chance(0.4):
            self.indent += 1
            self.raise_()
            self.indent -= 1

    def pattern(self, depth):
        if depth <= 0 or self.chance(0.3):
            return self.pick(["_", "0", "1", '"a"', "None", "True", "-1", "2.5", self.fresh("p")])
        return self.pick([
            lambda: "[" + ", ".join(self.pattern(depth - 1) for _ in range(self.r.randint(0, 3))) + "]",
            lambda: f"[{self.pattern(depth - 1)}, *{self.fresh('p')}]",
            lambda: f"[*_, {self.pattern(depth - 1)}]",
            lambda: f'{{"a": {self.pattern(depth - 1)}, **{self.fresh("p")}}}',
            lambda: f"{self.pick(['int', 'str', 'list', 'float', 'tuple', 'dict', 'bool', 'set'])}({self.pick(['', self.fresh('p')])})",
            lambda: '(0 | 1 | "a" | None)',
            lambda: f"{self.pattern(0) if False else 'int() | str()'} as {self.fresh('p')}",
        ])()

    def match_(self, depth):
        self.emit(f"match {self.any(2)}:")
        self.indent += 1
        for _ in range(self.r.randint(1, 3)):
            pattern = self.pattern(2)
            bound = re.findall(r"\bp\d+\b", pattern)
            guard = f" if {self.expr('bool', 1)}" if self.chance(0.3) or re.fullmatch(r"_|p\d+", pattern) else ""
            self.emit(f"case {pattern}{guard}:")
            self.emit(f"    out('case', {pattern!r}{''.join(', ' + n for n in bound)})")
            self.block(depth - 1, 0, 1)
        if self.chance(0.5):
            self.emit("case _:")
            self.block(depth - 1, 1, 1)
        self.indent -= 1

    def scoped(self, body):
        names, loops, inside = {k: list(v) for k, v in self.names.items()}, self.loops, self.in_function
        # what is outside may only be read: assigning would make it local
        self.names = {k: [n for n in v if not n.startswith("v")] for k, v in self.names.items()}
        self.loops, self.in_function = 0, True
        body()
        self.names, self.loops, self.in_function = names, loops, inside

    def function(self, depth):
        name = self.fresh("f")
        required = self.r.randint(0, 2)
        optional = [self.fresh("o") for _ in range(self.r.randint(0, 2))]
        star = self.chance(0.4)
        a = [self.fresh("a") for _ in range(required)]
        parameters = a + ([f"*rest"] if star and self.chance(0.5) else []) + [f"{o}={self.leaf(self.pick(UNORDERED_FREE))}" for o in optional]
        if star and "*rest" not in parameters:
            parameters.append("**extra")
        elif a and self.chance(0.2):
            parameters.insert(required, "/") if "*rest" not in parameters else None
        if self.chance(0.1):
            self.emit("@(lambda g: g)")
        self.emit(f"def {name}({', '.join(parameters)}):")

        def body():
            for n in a + optional:
                self.names[self.pick(["int", "str", "list"])].append(n)
            self.block(depth - 2, 1, 3)
            self.indent += 1
            if self.chance(0.2):
                self.emit(f"if {self.expr('bool', 1)}:")
                self.emit(f"    return {self.any(2)}")
            self.emit(f"return {self.any(3)}")
            self.indent -= 1

        self.scoped(body)
        self.functions.append((name, required, optional, star and "*rest" in parameters))
        self.emit(f"out({self.call(2)})")

    def closure(self, depth):
        name, inner, cell = self.fresh("k"), self.fresh("k"), self.fresh("x")
        self.emit(f"def {name}({cell}):")
        self.emit(f"    def {inner}(by=1):")
        self.emit(f"        nonlocal {cell}")
        self.emit(f"        {cell} {self.pick(['+', '-', '*'])}= by")
        self.emit(f"        return {cell}, {self.pick([cell + ' == by', f'[{cell} for _ in range(2)]', f'(lambda: {cell})()'])}")
        self.emit(f"    return {inner}")
        self.emit(f"{name} = {name}({self.expr(self.pick(['int', 'str', 'list', 'float']), 1)})")
        self.emit(f"out({name}(), {name}({self.any(1)}), {name}())")

    def generator(self, depth):
        name, n = self.fresh("g"), self.fresh("a")
        self.emit(f"def {name}({n}):")

        def body():
            self.names["int"].append(n)
            self.indent += 1
            i = self.fresh("i")
            self.emit("try:")
            self.emit(f"    for {i} in range({self.small_int()}):")
            self.emit(f"        got = yield {self.pick([i, n, f'{i}, {n}', f'{i} * 2'])}")
            self.emit(f"        if got: out('got', got)")
            if self.chance(0.4):
                self.emit(f"    yield from {self.expr(self.pick(['list', 'str', 'tuple', 'dict']), 1)}")
            if self.chance(0.3):
                self.emit(f"except {self.pick(ERRORS)} as e:")
                self.emit("    yield 'handled', e.args")
            self.emit("finally:")
            self.emit("    out('end of', %r)" % name)
            if self.chance(0.5):
                self.emit(f"return {self.any(1)}")
            self.indent -= 1

        self.scoped(body)
        self.generators.append((name, 1))
        self.emit(f"out({self.drain(1)})")

    def use_generator(self, depth):
        if not self.generators:
            return self.generator(depth)
        it = self.fresh("t")
        name, _ = self.pick(self.generators)
        self.emit(f"{it} = {name}({self.expr('int', 0)})")
        self.emit("try:")
        for _ in range(self.r.randint(1, 4)):
            self.emit("    out(" + self.pick([f"next({it})", f"{it}.send({self.any(1)})", f"next({it}, {self.any(0)})", f"{it}.throw({self.pick(ERRORS)}({self.any(0)}))", f"{it}.close()", f"list({it})", f"{self.any(0)} in {it}", f"sum(1 for _ in {it})"]) + ")")
        self.emit("except StopIteration as e:")
        self.emit("    out('stop', e.value)")
        self.emit("except Exception as e:")
        self.emit("    out('error', e)")
        self.emit("finally:")
        self.emit(f"    {it}.close()")

    def class_(self, depth):
        name = self.fresh("C")
        base = self.pick([c for c in self.classes] + ["", "", "int", "list", "dict", "Exception", "str"])
        plain = base in ("",) or base.startswith("C")
        self.emit(f"class {name}{'(' + base + ')' if base else ''}:")
        self.indent += 1
        self.emit(f"attr = {self.leaf(self.pick(UNORDERED_FREE))}")
        if plain:
            self.emit(f"def __init__(self, x=1, *rest):")
            if base and self.chance(0.7):
                self.emit("    super().__init__(x)")
            self.emit(f"    self.x = x")
            self.emit(f"    self.rest = rest")
        dunders = {
            "__repr__": ("self", "f'<{type(self).__name__} {self.x!r}>'" if plain else "'R' + str(self.attr)"),
            "__str__": ("self", "'S' + str(self.attr)"),
            "__eq__": ("self, o", "type(o) is type(self) and getattr(o, 'x', 0) == getattr(self, 'x', 0)"),
            "__add__": ("self, o", self.pick(["('add', o)", "NotImplemented", "o"])),
            "__radd__": ("self, o", self.pick(["('radd', o)", "NotImplemented"])),
            "__lt__": ("self, o", self.pick(["True", "NotImplemented", "str(self.attr) < str(getattr(o, 'attr', o))"])),
            "__getitem__": ("self, k", "('item', k) if not isinstance(k, int) or k < 5 else [][k]"),
            "__call__": ("self, *a, **k", "(a, k)"),
            "__contains__": ("self, o", "o == 1"),
            "__len__": ("self", self.pick(["3", "0", "-1", "'x'"])),
            "__bool__": ("self", self.pick(["True", "False", "5"])),
            "__getattr__": ("self, n", "('getattr', n) if n.startswith('q') else (_ for _ in ()).throw(AttributeError(n))"),
            "__iter__": ("self", "iter([1, 'two', 3.0])"),
            "__format__": ("self, s", "'F' + s"),
            "__int__": ("self", "42"),
            "__index__": ("self", "7"),
            "__hash__": ("self", "hash(5)"),
            "__neg__": ("self", "'neg'"),
            "__mul__": ("self, o", "('mul', o)"),
            "__iadd__": ("self, o", "('iadd', o)"),
            "__enter__": ("self", "'entered'"),
        }
        for d in self.r.sample(sorted(dunders), self.r.randint(0, 5)):
            args, value = dunders[d]
            self.emit(f"def {d}({args}): return {value}")
        if self.chance(0.5):
            self.emit("@property")
            self.emit(f"def prop(self): return {self.pick(['self.attr', 'type(self).__name__', '1 // 0', 'self.missing'])}")
        if self.chance(0.4):
            self.emit(f"@{self.pick(['classmethod', 'staticmethod'])}")
            self.emit("def made(*a): return len(a), [getattr(x, '__name__', x) for x in a]")
        self.emit(f"def method(self, a={self.leaf('int')}): return {self.pick(['a, self.attr', 'self.prop', 'super().__repr__()[:1]', '__class__.__name__', '[self.attr for _ in range(2)]'])}")
        self.indent -= 1
        o = self.fresh("z")
        argument = {"int": "7", "list": "[1, 2]", "dict": "{'k': 1}", "Exception": "'m', 1", "str": "'text'"}.get(base, self.pick(["", "5", "'s', 2"]))
        self.emit(f"{o} = {name}({argument})")
        for _ in range(self.r.randint(2, 5)):
            use = self.pick([f"{o}.method()", f"{o}.prop", f"{o}.made(1)", f"{name}.attr", f"{o} + {self.any(0)}", f"{self.any(0)} + {o}", f"{o} == {o}", f"{o} != {self.any(0)}", f"{o} < {self.any(0)}", f"{o}[{self.any(0)}]", f"{o}(1, k=2)", f"1 in {o}", f"len({o})", f"bool({o})", f"{o}.qwe", f"{o}.nothing", f"list({o})", f"f'{{{o}:>30}}'", f"str({o})", f"[{o}]", f"int({o})", f"[1, 2, 3][{o}]", f"hash({o}) == hash(5)", f"-{o}", f"{o} * 2", f"isinstance({o}, {name})", f"{name}.__name__, {name}.__bases__[0].__name__", f"sorted(k for k in vars({o}))", f"hasattr({o}, 'x')", f"getattr({o}, 'x', None)", f"{name}.method({o}, 3)", f"type({o}).__mro__[-1].__name__", f"{o}.x", f"max([{o}, {o}]) is {o}", f"'%s %r' % ({o}, {o})", f"callable({o})"])
            self.emit("try:")
            self.emit(f"    out({use})")
            self.emit("except Exception as e:")
            self.emit("    out('error', e)")
        if plain:
            self.classes.append(name)
            if self.chance(0.3):
                self.emit(f"{o}.x = {self.any(1)}")
                self.emit(f"{o} += 1") if self.chance(0.3) else self.emit(f"del {o}.x")
                self.emit(f"out(getattr({o}, 'x', 'gone'))")

    def program(self):
        for _ in range(self.r.randint(4, 10)):
            self.statement(3)
        return self.lines


def text_of(seed):
    lines = Maker(seed).program()
    return "\n".join([f"def program_{seed}():", *lines, ""])


def batch_text(seeds):
    parts = [PRELUDE]
    for seed in seeds:
        parts.append(f"print('=== {seed}', flush=True)\ntry:\n    exec({text_of(seed)!r})\n    program_{seed}()\nexcept Exception as e:\n    print('ended by', type(e).__name__, str(e)[:300])\n")
    return "\n".join(parts)


def sections(text):
    parts = re.split(r"^=== (\d+)\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2])), parts[0]


def run(command, path):
    done = subprocess.run([*command, path], capture_output=True, stdin=subprocess.DEVNULL, timeout=LIMIT, env=dict(os.environ, PYTHONHASHSEED="0", PYTHONWARNINGS="ignore", PYTHONDONTWRITEBYTECODE="1"))
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.returncode


def compare(seeds, retort, keep):
    """The seeds that differ. A program that runs for ever under CPython is passed over, with a word."""
    try:
        return compare_batch(seeds, retort, keep)
    except subprocess.TimeoutExpired as e:
        begun = re.findall(rb"^=== (\d+)$", e.stdout or b"", flags=re.M)
        at = seeds.index(int(begun[-1])) if begun else 0
        ours = e.cmd[0] == retort
        print(f"{'--- ' if ours else ''}seed {seeds[at]} does not end under {'retort' if ours else 'CPython'}")
        sides = [part for part in (seeds[:at], seeds[at + 1:]) if part]
        return [str(seeds[at])] * ours + [seed for part in sides for seed in compare(part, retort, keep)]


def plain(text):
    """What was going on when the stack ended depends on its size."""
    return re.sub(r"(maximum recursion depth exceeded)( while [a-z ]+| in comparison)", r"\1", text)


def compare_batch(seeds, retort, keep):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "batch.py")
        with open(path, "w", encoding="utf-8") as f:
            f.write(batch_text(seeds))
        want, want_err, _ = run([sys.executable], path)
        got, got_err, code = run([retort, "run"], path)
    want_parts, got_parts = sections(plain(want))[0], sections(plain(got))[0]
    different = [s for s in map(str, seeds) if want_parts.get(s) != got_parts.get(s)]
    if not want_parts:
        print("CPython could not run the batch:", want_err[-500:])
    for s in different[:keep]:
        print(f"--- seed {s} differs")
        a, b = want_parts.get(s, "(nothing)\n").splitlines(), got_parts.get(s, f"(nothing: {got_err[-400:]})\n").splitlines()
        for i in range(max(len(a), len(b))):
            x, y = a[i] if i < len(a) else "(end)", b[i] if i < len(b) else "(end)"
            if x != y:
                print(f"  line {i + 1}\n    python: {x[:300]}\n    retort: {y[:300]}")
                break
    return different


def main():
    options = argparse.ArgumentParser(description="random programs under CPython and retort")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=10000)
    options.add_argument("--batch", type=int, default=100)
    options.add_argument("--show", action="store_true", help="print the programs instead of running them")
    options.add_argument("--keep", type=int, default=5, help="differences shown of each batch")
    given = options.parse_args()
    if given.show:
        print(batch_text(range(given.seed, given.seed + given.count)))
        return 0
    retort = os.environ.get("RETORT", "build/retort")
    different = []
    for start in range(given.seed, given.seed + given.count, given.batch):
        seeds = range(start, min(start + given.batch, given.seed + given.count))
        different += compare(seeds, retort, given.keep)
        sys.stdout.flush()
    print(f"seeds {given.seed} to {given.seed + given.count - 1}: {given.count} programs, {len(different)} differences" + (": " + " ".join(different[:40]) if different else ""))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
