print(",".join(["a", "b"]), "".join("xyz"), "-".join(()), "ab".join(x for x in "123"))
for v in ([1], 5, ["a", None]):
    try:
        print(",".join(v))
    except TypeError as e:
        print(e)
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "é é".replace("é", "e"))
print("prefix_x".removeprefix("prefix_"), "x_suffix".removesuffix("_suffix"), "x".removesuffix(""), "x".removeprefix("y"))
