from urllib.parse import *
for u in ("http://user:p%40ss@Host.com:8080/a/b;p?q=1&r=2#frag", "postgresql+asyncpg://u:p@[::1]:5432/db?ssl=true", "mailto:a@b.c", "//host/path", "/only/path?x", "", "http://h:99999/", "file:///tmp/x", "HTTP://EXAMPLE.COM", "http://h?x#y", "sqlite:///./a.db"):
    p = urlsplit(u); q = urlparse(u)
    try:
        port = p.port
    except ValueError as e:
        port = str(e)
    print(p, p.username, p.password, p.hostname, port, q.params, p.geturl() == u, urlunsplit(p), urlunparse(q))
r = urlparse("http://a/b"); print(r._replace(path="/c", query="x=1").geturl(), r.netloc, r[2], tuple(r))
for bad in ("http://[::1", "http://h:port/"):
    try:
        print(urlsplit(bad).port)
    except ValueError as e:
        print(e)
