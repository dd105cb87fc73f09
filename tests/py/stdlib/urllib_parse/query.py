from urllib.parse import urlencode, parse_qs, parse_qsl
print(urlencode({"a": 1, "b": "x y&", "c": None}), urlencode([("k", "v"), ("k", "w")]), urlencode({"l": [1, 2]}, doseq=True), urlencode({"l": [1]}), parse_qs("a=1&a=2&b=&c"), parse_qs("b=", keep_blank_values=True), parse_qsl("a=1&b=%20x+y"), parse_qs(""), parse_qsl("a=1;b=2"), urlencode({"a": "b c"}, quote_via=__import__("urllib.parse").parse.quote))
try:
    parse_qs("a", strict_parsing=True)
except ValueError as e:
    print(e)
