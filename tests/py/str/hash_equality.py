# Equal text has equal hashes; text never equals bytes.
print(hash("abc") == hash("ab" + "c"), hash("") == hash(""), "a" == b"a", "a" != b"a", "1" == 1, {"a": 1}.get("".join(["a"])))
print(len({"a", "A", "a", "á", "á"}), "é" == "é", hash("é") == hash("e\u0301"))
