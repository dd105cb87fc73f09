# What scripts do every day: dicts.
l = [3, 1, 2, 1]

for text in [
    "{'a': 1}['a']",
    "{'a': 1}['b']",
    "{'a': 1}.get('b', 2)",
    "{**{'a': 1}, 'b': 2}",
    "{'a': 1} | {'a': 2}",
    "dict([('a', 1)])",
    'dict(a=1)',
    'dict([1])',
    "{'a': 1}.pop('a')",
    "{}.pop('a')",
    '{}.popitem()',
    "{'a': 1}.items()",
    "list({'a': 1})",
    '{[]: 1}',
    "dict.fromkeys('ab')",
    "{'a': 1}.setdefault('b', [])",
    "{1: 'a', True: 'b'}",
    "len({'a': 1})",
    "'a' in {'a': 1}",
    "{'a': 1} == {'a': 1.0}",
    "{k: v for k, v in zip('ab', [1, 2])}",
    "dict('ab')",
    "sorted({'b': 1, 'a': 2}.items())",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
