# Walking over text, forwards, backwards, with positions.
s = "aé𝒳"
print(list(s), list(reversed(s)), list(enumerate(s, 1)), [c for c in s], dict(zip(s, range(3))), tuple(s), sorted("hello"), set("aab") == {"a", "b"})
it = iter(s)
print(next(it), next(it), next(it), next(it, "end"), type(it).__name__)
a, b, c = s
print(a, b, c, *s)
