from urllib.parse import urljoin, urldefrag, urlsplit
base = "http://a/b/c/d;p?q"
for r in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g;x=1/./y", "http:g", "mailto:x"):
    print(r, urljoin(base, r))
print(urldefrag("http://a/b#c"), urldefrag("x").fragment, urljoin("", "a"), urljoin("a", ""))
