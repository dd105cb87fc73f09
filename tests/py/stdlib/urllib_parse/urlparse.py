from urllib.parse import urlparse, urlsplit, urlunparse, urlunsplit
u = urlparse("postgresql+asyncpg://us%40er:p%2Fw@host.EX:5432/db;p?a=1&b=2#frag")
print(u, u.scheme, u.netloc, u.username, u.password, u.hostname, u.port, u.path, u.params, u.query, u.fragment, u.geturl(), sep="\n")
print(urlsplit("//host/p"), urlparse("a/b?q"), urlunparse(("http", "h", "/p", "", "q=1", "f")), u._replace(scheme="postgresql").geturl(), urlparse("http://[::1]:80/x").hostname, urlparse("mailto:a@b"), urlsplit("HTTP://H/%7Ea").geturl(), urlparse("sqlite:///a.db"), urlunsplit(("", "", "p", "", "")), sep="\n")
for bad in ("http://h:99999/", "http://h:x/"):
    try:
        urlparse(bad).port
    except ValueError as e:
        print(e)
try:
    urlparse("http://[::1/")
except ValueError as e:
    print(e)
