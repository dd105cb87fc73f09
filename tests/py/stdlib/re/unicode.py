import re
print(re.findall(r"\w+", "héllo wörld 東京"), re.search("é", "caféx").span(), re.findall(r"\d", "٣4"), re.sub(r"\s", "_", "a\u00a0b"), re.match("(?i)É", "é") is not None, re.findall(r"[^\W\d_]+", "ab1_c"), re.findall("\U0001f600", "x😀y😀"), [m.start() for m in re.finditer("y", "😀y東y")], re.match(r"\u00e9\x41\N{BULLET}" if False else r"\u00e9\x41", "éA").group())
