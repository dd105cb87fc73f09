# str.removeprefix and removesuffix take one off, once.
print("TestHook".removeprefix("Test"), "TestHook".removeprefix("x"), "aaa".removeprefix("a"), "a".removeprefix("a"), "a".removeprefix(""))
print("file.py".removesuffix(".py"), "file.py".removesuffix(".c"), "aaa".removesuffix("a"), "a".removesuffix("a"), "a".removesuffix(""))
for arg in [1, ("a",), None, b"a"]:
    for method in ("removeprefix", "removesuffix"):
        try:
            print(getattr("abc", method)(arg))
        except TypeError as e:
            print(e)
