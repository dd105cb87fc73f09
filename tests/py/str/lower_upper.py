# Full case mapping: one character may become three.
for s in ["Straße", "ŉ", "ǰ", "ΐ", "ﬃ", "İ", "ΑΣ", "ΑΣΑ", "Σ", "ΑΣ.", "ǅ", "ά", "ᾳ", "𐐨", "Ａ", "ſ", "ª"]:
    print(s.upper(), s.lower(), s.title(), s.swapcase(), len(s.upper()))
