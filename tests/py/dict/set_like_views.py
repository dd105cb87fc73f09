"""keys and items views with the operators of sets"""
d = {"a": 1, "b": 2, "c": 3}
e = {"b": 2, "c": 4}

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    'sorted(d.keys() & e.keys())',
    'sorted(d.keys() | {"z"})',
    'sorted(d.keys() - ["a"])',
    'sorted(d.keys() ^ e)',
    'sorted(d.items() & e.items())',
    'sorted(["a", "q"] & d.keys())',
    'sorted({"a", "q"} - d.keys())',
    'd.keys() == {"a", "b", "c"}, d.keys() == ["a", "b", "c"], d.keys() != e.keys()',
    'd.keys() < {"a", "b", "c", "d"}, d.keys() >= e.keys(), e.keys() <= d.keys()',
    'd.keys().isdisjoint(e), d.keys().isdisjoint("xyz"), d.items().isdisjoint([("a", 2)])',
    'd.values() == d.values(), d.keys() == d.keys()',
    'd.keys() & 5',
    'd.keys() + e.keys()',
    'd.values() & e.values()',
    'd.keys() < 5',
    'd.items() < e.items()',
    '"a" in d.keys(), 1 in d.values(), ("a", 1) in d.items(), ("a", 2) in d.items(), "a" in d.items()',
    '[] in d.keys()',
    '([], 1) in d.items()',
    'd.keys().mapping == d, type(d.keys().mapping).__name__',
    'len(d.keys()), list(reversed(d.keys())), list(reversed(d.items()))',
    'd.keys()[0]',
    'hash(d.keys())',
    'hash(d.values()) is not None',
    'repr(d.keys()), repr(d.values()), repr(d.items())',
    'type(d.keys() & e.keys()).__name__, type(d.keys()).__name__',
    'd.items() - {("a", 1)} == {("b", 2), ("c", 3)}',
    'd | e, e | d',
    'd | [("q", 1)]',
    'd.__or__([]), d.__ror__(5)',
    'dict(d) == d, {**d} == d, d != e',
    'd < e',
    'next(iter(d.values())), next(iter(d.items()))',
    'iter(d.keys()).__length_hint__()',
]:
    t(text)
