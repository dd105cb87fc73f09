import difflib
a, b = "one\ntwo\nthree\nfour\n".splitlines(True), "zero\none\ntree\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "before", "after")))
print(list(difflib.unified_diff(["a"], ["b"], lineterm="")))
print("".join(difflib.context_diff(a, b, "x", "y")))
print("".join(difflib.ndiff(a, b)))
