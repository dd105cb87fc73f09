from urllib.parse import urljoin, urldefrag
for base, url in (("http://a/b/c", "d"), ("http://a/b/c/", "../d"), ("http://a/b", "/x"), ("http://a/b", "//h/p"), ("http://a/b?q", "?z"), ("http://a/b", "#f"), ("http://a/b", ""), ("", "x"), ("http://a/b/c/d", "../../g"), ("http://a", "mailto:x")):
    print(urljoin(base, url))
print(urldefrag("http://a/b#c"), urldefrag("x").url)
