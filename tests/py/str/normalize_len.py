# Lengths count code points, not letters and not bytes.
for s in ["", "a", "é", "é", "👨‍👩‍👧", "🇩🇪", "𝒳", "\0", "한", "ﬃ"]:
    print(len(s), len(s.encode()), [hex(ord(c)) for c in s])
