# What scripts ask of urllib, parse.
import base64, hashlib, itertools, json, operator, uuid
import urllib.parse as up

for text in [
    "up.quote('a b/ü')",
    "up.quote_plus('a b&')",
    "up.unquote('a%20b')",
    "up.urlencode({'a': 1, 'b': 'x y'})",
    "up.parse_qs('a=1&a=2&b=')",
    "up.parse_qsl('a=1&b=2')",
    "up.urlparse('http://u:p@h:1/p;x?q#f')",
    "up.urlsplit('//h/p').netloc",
    "up.urljoin('http://a/b/c', '../d')",
    "up.urlunparse(('http', 'h', '/p', '', 'q', ''))",
    "up.unquote_plus('a+b')",
    "up.urlparse('h:80').scheme",
    "up.quote('/', safe='')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
