# What scripts ask of json.
import base64, hashlib, itertools, json, operator, uuid
import urllib.parse as up

for text in [
    "json.dumps({'a': [1, None, True]})",
    'json.dumps({1: 2})',
    "json.dumps('é')",
    "json.dumps('é', ensure_ascii=False)",
    "json.dumps({'b': 1, 'a': 2}, sort_keys=True)",
    'json.dumps([1, 2], indent=1)',
    'json.dumps(object)',
    'json.dumps({1, 2})',
    'json.dumps({(1,): 2})',
    "json.dumps(float('nan'))",
    "json.dumps(float('nan'), allow_nan=False)",
    "json.loads('[1, 2.0, null]')",
    "json.loads('')",
    "json.loads('{')",
    'json.loads("{\'a\': 1}")',
    "json.loads('[1,]')",
    "json.loads(b'1')",
    'json.loads(1)',
    "json.dumps([], separators=(',', ':'))",
    "json.dumps({'a': 1}, default=str)",
    'json.dumps({1, 2}, default=sorted)',
    "json.loads('1 2')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
