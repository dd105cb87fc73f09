# csv and json, one use and one error after the other.
import csv, io, json, enum, dataclasses, typing
from dataclasses import dataclass, field, KW_ONLY, InitVar, asdict, astuple, replace, fields, make_dataclass, is_dataclass


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


rows = 'a,b,c\n1,"x, y",3\n"q""q",,"multi\nline"\n'
t(lambda: list(csv.reader(io.StringIO(rows)))); t(lambda: list(csv.DictReader(io.StringIO(rows)))); t(lambda: list(csv.DictReader(io.StringIO("a,b\n1\n1,2,3\n"), restkey="R", restval="-")))
t(lambda: list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'"))); t(lambda: list(csv.reader(["a b  c"], delimiter=" ", skipinitialspace=True))); t(lambda: list(csv.reader(['1,"2",x'], quoting=csv.QUOTE_NONNUMERIC))); t(lambda: list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONE))); t(lambda: list(csv.reader(['a\\,b'], escapechar="\\"))); t(lambda: list(csv.reader(['"a'], strict=True))); t(lambda: list(csv.reader(['"a"b'], strict=True))); t(lambda: list(csv.reader(['a"b']))); t(lambda: list(csv.reader(["a\rb"]))); t(lambda: list(csv.reader([b"a"])))
def wr(*rows, **k):
    o = io.StringIO(); w = csv.writer(o, **k)
    for r in rows: w.writerow(r)
    return o.getvalue()
t(lambda: wr([1, None, 2.5, "a,b", 'q"', "x\ny", ""])); t(lambda: wr([1, "a"], quoting=csv.QUOTE_ALL)); t(lambda: wr([1, "a", None], quoting=csv.QUOTE_NONNUMERIC)); t(lambda: wr(["a,b"], quoting=csv.QUOTE_NONE)); t(lambda: wr(["a,b"], quoting=csv.QUOTE_NONE, escapechar="\\")); t(lambda: wr(['a"b'], doublequote=False)); t(lambda: wr(['a"b'], doublequote=False, escapechar="\\")); t(lambda: wr([""])); t(lambda: wr([])); t(lambda: wr([None])); t(lambda: wr(["a"], lineterminator="|")); t(lambda: wr([1,None], quoting=csv.QUOTE_STRINGS)); t(lambda: wr(["",None], quoting=csv.QUOTE_NOTNULL)); t(lambda: wr(5)); t(lambda: wr([1], delimiter="ab")); t(lambda: wr([1], foo=1)); t(lambda: wr([1], dialect="nope")); t(lambda: csv.list_dialects()); t(lambda: wr([" a"], delimiter=" "))
def dw(**k):
    o = io.StringIO(); w = csv.DictWriter(o, ["a","b"], **k); w.writeheader(); w.writerow({"a":1}); w.writerows([{"b":2,"a":3}]); w.writerow({"a":1,"z":2}); return o.getvalue()
t(dw); t(lambda: dw(extrasaction="ignore", restval="R")); t(lambda: dw(extrasaction="x"))
csv.register_dialect("mine", delimiter="|", quoting=csv.QUOTE_MINIMAL); t(lambda: wr(["a|b",1], dialect="mine")); t(lambda: csv.get_dialect("mine").delimiter)
t(lambda: csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter); t(lambda: csv.Sniffer().has_header("name,age\nx,1\ny,2\n"))
# json
t(lambda: json.dumps({"b":[1,2.0,None,True],"a":{"x":"é\u2028\\\"/"}}, indent=2, sort_keys=True)); t(lambda: json.dumps([1,2], separators=(",",":"))); t(lambda: json.dumps({1:1,None:2,True:3,1.5:4})); t(lambda: json.dumps({(1,):1})); t(lambda: json.dumps({(1,):1}, skipkeys=True)); t(lambda: json.dumps(float("nan"))); t(lambda: json.dumps(float("inf"), allow_nan=False)); t(lambda: json.dumps({1,2})); t(lambda: json.dumps({1}, default=list)); t(lambda: json.dumps("é", ensure_ascii=False)); t(lambda: json.dumps("😀")); t(lambda: json.dumps([], indent=4)); t(lambda: json.dumps({"a":[]}, indent="\t")); t(lambda: json.dumps([[1,[2]]], indent=1))
class E(json.JSONEncoder):
    def default(self, o): return "D" if isinstance(o, set) else super().default(o)
t(lambda: json.dumps({"a":{1}}, cls=E)); t(lambda: E(indent=1).encode([1])); t(lambda: json.dumps(object(), cls=E))
for s in ['{"a":1,}', '[1,]', '{"a" 1}', '{a:1}', '[1 2]', '', ' ', 'nul', '"a', '"\\x"', '"\\u12"', '01', '1.', '-', '[', '{"a":', '"\t"', '1 2', 'NaN', '-Infinity', '1e5', '1E400', '"\\ud83d\\ude00"', '{"a":1,"a":2}', '\ufeff1', '[1,\n2,\n x]']:
    t(lambda: json.loads(s))
t(lambda: json.loads('{"a":1.5,"b":2}', parse_float=str, parse_int=lambda x: x+"i", object_pairs_hook=list)); t(lambda: json.loads('{"a":{"b":1}}', object_hook=lambda d: tuple(d))); t(lambda: json.loads(b'"\xc3\xa9"')); t(lambda: json.loads('NaN', parse_constant=lambda c: c+"!")); t(lambda: json.loads(5)); t(lambda: json.loads('"\n"', strict=False)); t(lambda: json.JSONDecoder().raw_decode('[1] x')); t(lambda: json.load(io.StringIO("[1]")))
def jerr():
    try: json.loads("[1,\n x")
    except json.JSONDecodeError as e: return e.msg, e.pos, e.lineno, e.colno, e.doc
t(jerr)
class Od(dict): pass
class S(str): pass
class I(int): pass
class Fl(float): pass
t(lambda: json.dumps([Od(a=1), S("x"), I(5), Fl(1.5), (1,2)]))
class C(enum.Enum): A = 1; B = "x"
class IE(enum.IntEnum): A = 1
class SE(enum.StrEnum): A = "v"
t(lambda: json.dumps(C.A)); t(lambda: json.dumps([IE.A, SE.A, {IE.A: 1}]))
