# A database URL taken apart and put together.
from urllib.parse import parse_qs, quote, quote_plus, unquote, urlencode, urlparse, urlunparse

u = urlparse("postgresql+asyncpg://us%40er:p%3Aw@db.example.org:5433/app?ssl=require&x=1&x=2#frag")
print(u.scheme, u.username, unquote(u.password), u.hostname, u.port, u.path.lstrip("/"), parse_qs(u.query), u.fragment)
print(urlunparse(u._replace(scheme="postgresql", query=urlencode({"sslmode": "require", "options": "-c search_path=a,b"}))))
print(quote_plus("p@ss/w:rd &"), quote("a b/c", safe=""), quote("é"), urlencode([("a", 1), ("b", ["x", "y"])], doseq=True), unquote("%E6%97%A5"))
print(f"postgresql://{quote_plus('us er')}:{quote_plus('a%b')}@localhost/db")
for text in ("sqlite:///file.db", "sqlite://", "postgresql://localhost", "http://h:bad/", "//host/x", "mailto:a@b"):
    p = urlparse(text)
    try:
        print(p, p.hostname, p.port)
    except ValueError as e:
        print(e)
