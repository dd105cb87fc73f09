# PurePath.relative_to with walk_up, is_relative_to, and the errors.
from pathlib import PurePosixPath as P

print(P("/etc/passwd").relative_to("/etc"), P("a/b/c").relative_to("a"))
print(P("/etc/passwd").relative_to("/usr/bin", walk_up=True), P("a/b").relative_to("a/c/d", walk_up=True))
for a, b, up in [("/etc", "/usr", False), ("a", "/usr", False), ("a/b", "../c", True), ("/a", "b", True)]:
    try:
        print(P(a).relative_to(b, walk_up=up))
    except ValueError as e:
        print(e)
print(P("/a/b").is_relative_to("/a"), P("/a/b").is_relative_to("/c"))
