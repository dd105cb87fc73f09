# What scripts do every day: lists changed.
l = [3, 1, 2, 1]

for text in [
    '(l.append(5), l)',
    "(l.extend('ab'), l)",
    '(l.insert(0, 9), l)',
    'l.pop()',
    'l.pop(0)',
    'l.pop(50)',
    '(l.remove(1), l)',
    "l.remove('z')",
    '(l.reverse(), l)',
    '(l.clear(), l)',
    '[].pop()',
    '(l.sort(), l)',
    "[1, 'a'].sort()",
    '(lambda x: (x.__setitem__(slice(0, 1), [7, 8]), x))([1, 2])',
    '(lambda x: (x.__delitem__(0), x))([1, 2])',
    '[1].__setitem__(5, 1)',
    'l.extend(5)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
