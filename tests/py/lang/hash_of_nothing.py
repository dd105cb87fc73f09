# Texts and bytes without a character hash to 0; ASCII texts as their bytes.
class S(str): pass
print(hash(""), hash(b""), hash(S("")), hash("a") == hash(b"a"), {"": 1}[S("")], {S(""): 2}[""], {b"": 3}[b""], len({"", S(""), b""}))
