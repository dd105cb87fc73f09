# str.join: any iterable of strings, and the position of what is none.
print(",".join([]), ",".join(["a"]), ",".join("abc"), "".join(("a", "b")), "--".join({"k": 1, "l": 2}), ",".join(str(i) for i in range(3)))
for items in [[1], ["a", 2], ["a", None], ["a", b"b"], 5, None, ["a", ["b"]]]:
    try:
        print(",".join(items))
    except TypeError as e:
        print(e)


class S(str):
    def __str__(self):
        return "never"


print(",".join([S("a"), S("b")]), S("-").join("ab"), type(S("-").join(["a"])))
