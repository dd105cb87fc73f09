"""dict(), update, |=, fromkeys, from pairs, wrong ones"""
class K:
    def keys(self): return ["p", "q"]
    def __getitem__(self, k): return k * 2
class Bad:
    keys = 5
d = {"a": 1}

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    'dict(K())',
    'dict([("a", 1), ["b", 2], "cd"])',
    'dict([1])',
    'dict(["abc"])',
    'dict([("a", 1, 2)])',
    'dict([()])',
    'dict(5)',
    'dict(None)',
    'dict({"a": 1}, b=2)',
    'dict([("a", 1)], a=2)',
    'dict(**{"a": 1})',
    'dict(**{1: 2})',
    'dict({1: 2}, **{"x": 3})',
    'dict(zip("ab", range(2)))',
    'dict(a=1)["b"]',
    'dict.fromkeys("aba")',
    'dict.fromkeys([1, 2], [])',
    'dict.fromkeys(5)',
    'dict.fromkeys([[]])',
    '{}.fromkeys("x", 0)',
    'd.update(b=2) or d',
    'd.update([("c", 3)]) or d',
    'd.update(K()) or d',
    'd.update(5)',
    'd.update([5])',
    'd.update({}, {})',
    'd.update(None)',
    '{[]: 1}',
    '{{}: 1}',
    '{(1, []): 1}',
    '{1: "a", 1.0: "b", True: "c"}',
    '{float("nan"): 1, float("nan"): 2} and 1',
    'd.pop("zz")',
    'd.pop("zz", 5)',
    'd.popitem() is not None',
    '{}.popitem()',
    'd.setdefault("new", []).append(1) or d["new"]',
    'd.setdefault("new")',
    'd.get("zz"), d.get("zz", 1), d.get("new")',
    'd.get()',
    'd.get([])',
    '[] in d',
    'd["zz"]',
    'd[[]]',
    'd.copy() == d, d.copy() is d',
    'd.clear() or d',
    'dict(Bad())',
    '{**5}',
    '{**{"a": 1}, "a": 2, **{"a": 3}}',
    '{**[("a", 1)]}',
    'dict(a=1) | dict(b=2)',
    'len({n: n for n in range(100)}), list({3: 1, 1: 2, 2: 3})',
]:
    t(text)
