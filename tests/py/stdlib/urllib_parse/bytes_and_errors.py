# URLs given as bytes, wrong kinds of arguments, brackets, escapes that are none, and every way of joining.
from urllib.parse import *


def t(f):
    try:
        r = f()
        print(type(r).__name__, r)
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: urlparse(b"http://u:p@h:80/p;x?q=1#f"))
t(lambda: urlsplit(b"http://u:p@h:80/p?q=1#f").hostname)
t(lambda: urlsplit(b"http://u:p@h:80/p?q=1#f").port)
t(lambda: urlsplit(b"http://u:p@h:80/p?q=1#f").decode())
t(lambda: urlparse("http://h/p").encode())
t(lambda: parse_qs(b"a=1&b=2&a=3"))
t(lambda: parse_qsl(b"a=1&b=%e9"))
t(lambda: urljoin(b"http://a/b/c", b"../d"))
t(lambda: urljoin("http://a/b/c", b"../d"))
t(lambda: urlparse(5))
t(lambda: urlparse(None))
t(lambda: urlsplit([]))
t(lambda: urlsplit("x", scheme=b"http"))
t(lambda: parse_qs(None))
t(lambda: parse_qs(5))
t(lambda: parse_qsl([1]))
t(lambda: urljoin(None, "x"))
t(lambda: urljoin("x", None))
t(lambda: urljoin(5, 6))
t(lambda: urlunsplit((b"http", b"h", b"/p", b"q", b"f")))
t(lambda: urlunsplit(("http", b"h", "/p", "q", "f")))
t(lambda: urldefrag(b"http://h/p#f"))
t(lambda: quote(5))
t(lambda: quote(b"a b\xff"))
t(lambda: unquote(b"a%20b"))
t(lambda: unquote(5))
t(lambda: unquote_to_bytes("a%20%ff"))
t(lambda: unquote_to_bytes(5))
t(lambda: urlencode(5))
t(lambda: urlencode("ab"))
t(lambda: urlencode({b"a": b"\xff", 1: None}))
t(lambda: urlparse(bytearray(b"http://h/p")))
t(lambda: urlsplit(b""))
t(lambda: urlparse(b"\xff"))
for url in ("http://[::1]/", "http://[::1", "http://::1]", "http://[v1.x]/", "http://[vz.x]/", "http://[1.2.3.4]/", "http://[abc]/",
            "http://[fe80::1%eth0]:80/", "http://u@[::1]:5/", "http://a.b\u2100c/", "http://\uff03x/", "http://é.com/", "//h:x/", "//h:70000/",
            "//h:/", "//:80", "//u:@h", "//@h", "//u@v@h", "//H%41b", "  http://h/ ", "ht\ntp://h\t/p", "1a:b", ":b", "a b:c", "http:/p", "http:p",
            "mailto:a@b", "HTTP://H/P;a=1/b;c?d;e#f;g", "http://h?q", "http://h#f", "http://h;p", "file:///etc/x", "postgresql+asyncpg://u:p%40@h/d?x=1"):
    def parts(url=url):
        r = urlsplit(url)
        return tuple(r), r.username, r.password, r.hostname, r.geturl(), tuple(urlparse(url)), urlparse(url).geturl()
    t(parts)
    t(lambda: urlsplit(url).port)
    t(lambda: urldefrag(url).geturl())
base = "http://a/b/c/d;p?q"
for url in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "g;x?y#s", "", ".", "./", "..", "../", "../g", "../..",
            "../../", "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "g..", "..g", "./../g", "./g/.", "g/./h", "g/../h", "g;x=1/./y",
            "g?y/./x", "g#s/../x", "http:g", "http:", "a//b", "//", "///p", "/a//b/"):
    print(repr(url), urljoin(base, url), urljoin("a/b//c/", url), urljoin("ftp://h", url), urljoin("x:y", url), urljoin("http://h/a//b/", url))
for text in ("%", "%4", "%41", "%4g", "% 1", "%+1", "%1_", "a%zzb%41", "é%c3%a9é", "%ff%fe", "日%E6%9C%AC", "+%2B"):
    print(repr(text), repr(unquote(text)), repr(unquote(text, "latin-1")), unquote_to_bytes(text), repr(unquote_plus(text)), repr(unquote(text, errors="ignore")))
t(lambda: parse_qsl("a=1&b", strict_parsing=True))
t(lambda: parse_qsl("a=1&&b=2"))
t(lambda: parse_qsl("a=1&&b=2", strict_parsing=True))
t(lambda: parse_qsl("a=&b&c=3", keep_blank_values=True))
t(lambda: parse_qsl("a=1;b=2", separator=";"))
t(lambda: parse_qsl("a=1;b=2", separator=""))
t(lambda: parse_qsl("a=1&b=2", max_num_fields=1))
t(lambda: parse_qs("a=1&a=2", max_num_fields=2))
t(lambda: parse_qsl("a+b=c%2Bd+e=f"))
t(lambda: parse_qsl("a=%e9", encoding="latin-1"))
t(lambda: urlencode([("a", [1, 2]), ("b", "xy"), ("c", b"z "), ("d", None), ("e", ())], doseq=True))
t(lambda: urlencode({"a b": "é/&", b"k": b"\xff"}, safe="/"))
t(lambda: urlencode({"a": "é"}, encoding="latin-1"))
t(lambda: urlencode({"a": "x y"}, quote_via=quote))
t(lambda: urlencode([(1, 2), (3, 4)]))
t(lambda: urlencode([]))
t(lambda: urlencode([1]))
t(lambda: quote("é/ ", safe="é"))
t(lambda: quote(b"a/b", safe=b"\xff"))
t(lambda: quote("x", encoding="ascii", errors="strict"))
t(lambda: quote(b"x", encoding="ascii"))
t(lambda: quote_plus(b"a b+c"))
t(lambda: quote_plus("a b/c", safe="/"))
t(lambda: unwrap(" <URL:http://h/p> "))
t(lambda: SplitResult("http", "h", "/p", "", "")._replace(path="/q").geturl())
t(lambda: urlsplit("http://h/p") == SplitResult("http", "h", "/p", "", ""))
t(lambda: urlsplit(b"//u:p@[::1]:9/x").username)
t(lambda: urlsplit(b"//h:x/").port)
t(lambda: DefragResult("http://h/p", "f").encode().geturl())
t(lambda: ParseResultBytes(b"http", b"H", b"/p", b"", b"", b"").hostname)
