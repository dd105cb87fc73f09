from urllib.error import HTTPError, URLError, ContentTooShortError
import urllib.error
e = HTTPError("http://x", 404, "Not Found", {"a": 1}, None)
print(e, repr(e), e.code, e.reason, e.headers, e.url, isinstance(e, OSError))
u = URLError("no host"); print(u, u.args, u.reason, repr(u))
c = ContentTooShortError("short", b"x"); print(c, c.content)
# expect: HTTP Error 404: Not Found <HTTPError 404: 'Not Found'> 404 Not Found {'a': 1} http://x True
# expect: <urlopen error no host> ('no host',) no host URLError('no host')
# expect: <urlopen error short> b'x'
