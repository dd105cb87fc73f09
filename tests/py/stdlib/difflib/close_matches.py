import difflib
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
print(difflib.get_close_matches("tabel", ["table", "label", "tables"], n=1, cutoff=0.5), difflib.get_close_matches("zzz", ["a"]))
print(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.SequenceMatcher(None, "private", "provide").get_opcodes())
