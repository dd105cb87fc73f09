# str.casefold: for comparing without case.
for s in ["", "ABC", "Straße", "ΣΑΣ", "İ", "ﬁ", "ſ", "Ａ", "ÀÉ", "𐐀", "ŉ", "ẞ"]:
    print(repr(s.casefold()), s.casefold() == s.lower())
print("STRASSE".casefold() == "straße".casefold())
