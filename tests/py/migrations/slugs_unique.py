# Making slugs out of names, unique by a number behind.
import re
import unicodedata


def slugify(value):
    value = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode("ascii")
    value = re.sub(r"[^\w\s-]", "", value).strip().lower()
    return re.sub(r"[-\s]+", "-", value)


seen = {}
for name in ["Hello World", "hello   world", "Crème Brûlée!", "C++ & C#", "  padded  ", "a_b-c", "日本", "Hello World", "100% Pure", "one--two"]:
    slug = slugify(name) or "n-a"
    count = seen.get(slug, 0)
    seen[slug] = count + 1
    print(repr(name), "->", slug if not count else f"{slug}-{count + 1}")
print(seen)
