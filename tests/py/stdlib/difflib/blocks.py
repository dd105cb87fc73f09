import difflib
s = difflib.SequenceMatcher(lambda c: c == " ", "abxcd ab", "abcd  abx")
print(s.get_matching_blocks(), s.find_longest_match(0, 8, 0, 9), round(s.quick_ratio(), 4), s.real_quick_ratio())
d = list(difflib.ndiff(["a\n", "b\n"], ["a\n", "c\n"]))
print(list(difflib.restore(d, 1)), list(difflib.restore(d, 2)))
