# Sets of numbers, and of tuples and frozensets of numbers, are walked in an order that is the same in every run of
# CPython: it follows from the hashes, the size of the table and what was added and removed before.
import binascii, random
r = random.Random(5)
def val(k=0):
    c = r.randrange(8)
    if c < 4: return r.choice([r.randrange(10), r.randrange(100), r.randrange(-20,20), r.randrange(3000), r.randrange(8)*8, r.randrange(30)*32, 2**61-1, 2**63, -2**65, 2**31])
    if c == 4: return r.choice([0.5, 1.5, -2.25, 1e20, 3.0, float('inf'), 7.0])
    if c == 5 and k < 2: return tuple(val(k+1) for _ in range(r.randrange(3)))
    if c == 6 and k < 2: return frozenset(val(k+1) for _ in range(r.randrange(3)))
    return r.choice([True, False, 1j, 2+3j, 100])
def vals(): return [val() for _ in range(r.choice([0,1,2,3,5,6,9,20,60,200]))]
log = []
for n in range(120):
    s = set(vals())
    for _ in range(r.randrange(12)):
        c = r.randrange(24)
        o = vals()
        kind = r.randrange(4)
        other = [o, set(o), dict.fromkeys(o), frozenset(o)][kind]
        if kind == 1 and r.random() < .3: other = set(list(s)[:r.randrange(50)])
        if c < 4: s.add(val())
        elif c < 6: s.discard(val())
        elif c == 6:
            for x in list(s)[:r.randrange(1+len(s))]: s.remove(x)
        elif c == 7:
            if s: log.append(s.pop())
        elif c == 8: s = s.copy()
        elif c == 9: s.update(other)
        elif c == 10: s = s | set(other)
        elif c == 11: s = s & set(other)
        elif c == 12: s = s - set(other)
        elif c == 13: s = s ^ set(other)
        elif c == 14: s = s.intersection(other)
        elif c == 15: s = s.difference(other)
        elif c == 16: s = s.symmetric_difference(other)
        elif c == 17: s.difference_update(other)
        elif c == 18: s.intersection_update(other)
        elif c == 19: s.symmetric_difference_update(other)
        elif c == 20: s = {*s, *other}
        elif c == 21: s = set(frozenset(s)) if r.random() < .5 else set(list(s))
        elif c == 22: s = set(dict.fromkeys(o).keys() & s) or s if r.random() < .5 else s | dict.fromkeys(o).keys()
        else:
            s = s - dict.fromkeys(o).keys() if r.random() < .5 else set(dict.fromkeys(o).keys() ^ s)
        s = set(s) if type(s) is frozenset else s
        log.append(repr(s))
    if n % 4 == 3:
        text = " ".join(map(str, log))
        print(n, text if len(text) < 300 else text[:150] + " ... " + text[-140:], binascii.crc32(text.encode()))
        log = []
for t in ("{1,2,3,4,33}", "{33,1,65,97,129,5}", "{1,2,3}-{2}", "[x for x in {40,33,1,65,97,129,5}]", "{*{40,33,1,65,97,129,5}, 6}", "{9,17,25,1,33}", "[x for x in {9,17,25,1,33}]", "{9,17,25,1,33,None} - {None}", "{(1,2),(3,4),(5,),(0,)}", "{-1,-2,-3,5}", "{1,2,3,4,33} | {66, 99}", "set(range(100,0,-7))"):
    print(t, eval(t))
def displays():
    print({33,1,65,97,129,5})
    print([x for x in {40,33,1,65,97,129,5}])
    for i in {40,33,1,65,97,129,5,9,17,25}: print(i, end=' ')
    print({1,2,3,4,33,40,65,72} | {66,99})
    class A: s = {33,1,65,97,129,5,-1,-7,0x80,0x100}
    print(A.s, [*{33,1,65,97,129,5}])
    print(*{64,32,0,96,128,8,16}, {64,32,0,96,128,8,16,None} - {None})
    def g(): return {64.0,32,0,96,128,8,16}
    print(g(), {(1,2),(2,3),(3,4),(5,6),(7,8),(1,)})
displays()
print({33,1,65,97,129,5})
print([x for x in {40,33,1,65,97,129,5}])
print(eval("{33,1,65,97,129,5}"), eval("[x for x in {40,33,1,65,97,129,5}]"))

# the same for hashes of one's own, and of Decimal, Fraction, timedelta and UUID
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from datetime import timedelta
from uuid import UUID
@dataclass(frozen=True)
class Point:
    x: int
    y: int
class Nine:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n * 9
    def __repr__(self): return f"Nine({self.n})"
print({Point(3, 1), Point(0, 7), Point(2, 2)}, {Nine(n) for n in range(7, 0, -1)})
print({Decimal("2.5"), Fraction(1, 3), 7, Decimal(3), Fraction(22, 7)}, {timedelta(days=n) for n in range(5)})
print({UUID(int=n) for n in (5, 40, 33, 2**100)}, hash(UUID(int=2**100)), hash(timedelta(1, 2, 3)))
print({range(3), range(2, 9), range(0)} - {range(0)}, {2 + 1j, 3, 0.5, True, -1, -2})
