"""methods take any iterable, operators only sets"""
s = {1, 2, 3}
f = frozenset("ab")

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    'sorted(s.union([4], (5,), {6: 7}))',
    'sorted(s.intersection([1, 2], range(2, 9)))',
    'sorted(s.difference([1], [2]))',
    'sorted(s.symmetric_difference([3, 4]))',
    's.union(5)',
    's.intersection(None)',
    's | [4]',
    's & (1,)',
    's - {1: 2}',
    's ^ "a"',
    's |= [1]',
    's.issubset(range(10)), s.issuperset([1]), s.isdisjoint([7])',
    's.issubset(5)',
    's <= [1, 2, 3]',
    's < {1, 2, 3, 4}, s <= s, s < s, s > {1}, s >= {1, 4}',
    's == frozenset(s), frozenset(s) == s, s == [1, 2, 3]',
    'type(s | f).__name__, type(f | s).__name__, type(f & "ab" if False else f & f).__name__',
    's.add([])',
    's.remove(9)',
    's.discard(9)',
    's.discard([])',
    '[] in s',
    '{1} in {frozenset([1])}',
    'set([[]])',
    '{1, [2]}',
    'frozenset([1]).add(2)',
    'hash(s)',
    'hash(f) == hash(frozenset("ba"))',
    'set(5)',
    'set(1, 2)',
    'sorted(set("hello"))',
    'set().pop()',
    '{7}.pop()',
    'sorted(s.copy()), s.copy() is s, f.copy() is f',
    's.update([4], "x") or len(s)',
    's.intersection_update(range(5)) or sorted(s)',
    's.difference_update([1]) or sorted(s)',
    's.symmetric_difference_update([2, 9]) or sorted(s)',
    's.clear() or s',
    'repr(set()), repr(frozenset()), repr(frozenset([1])), repr({1})',
    'bool(set()), len(f), set() == frozenset()',
    '{1, 1.0, True}',
    'len({0, False, 0.0, -0.0, 0j})',
    'frozenset(frozenset([1])) == {1}',
    'set.union({1}, {2}), set.intersection({1}, {1})',
    'set.union([1], [2])',
    '{*"ab", *[1]} == {"a", "b", 1}',
    '{n % 3 for n in range(9)} == {0, 1, 2}',
]:
    t(text)
