import codecs
s = "aé€😀"
for h in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
    print(h, s.encode("ascii", h), s.encode("latin-1", h))
for h in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(h, ascii(b"a\xffb\xc3".decode("utf-8", h)))
def mine(e):
    return (f"[{len(e.object[e.start:e.end])}]", e.end)
codecs.register_error("mine", mine)
print("xéy€".encode("ascii", "mine"), codecs.lookup_error("mine") is mine)
try:
    "é".encode("ascii", "unknown-handler")
except LookupError as e:
    print(e)
e = UnicodeEncodeError("ascii", "é", 0, 1, "why")
print(codecs.replace_errors(e), codecs.ignore_errors(e), codecs.xmlcharrefreplace_errors(e), codecs.backslashreplace_errors(e))
try:
    codecs.strict_errors(e)
except UnicodeEncodeError as x:
    print(x, x.encoding, x.start, x.end, x.reason)
