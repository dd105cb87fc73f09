# os.path: splitting and joining of every kind.
import os.path as p

for path in ["", "/", "//", "///", "/a", "//a/b", "///a", "a/b", "a"]:
    print(repr(path), p.splitroot(path), p.split(path), p.splitext(path), p.splitdrive(path))
for path in ["a.tar.gz", ".bashrc", "..x", "a.b/c", "a.", ".a.b", "x/.y", "...a.b"]:
    print(p.splitext(path))
print(p.join("a", "b"), p.join("a", "/b"), p.join("a/", "b"), p.join("", "b"), p.join("a", ""), p.join("a", "b", "../c"))
print(p.normpath("a//b/../c/."), p.normpath(""), p.normpath("/../a"), p.normpath("//a"), p.normpath("///a"), p.normpath("../../a"))
print(p.commonpath(["/a/b", "/a/c"]), p.commonprefix(["abc", "abd"]), p.commonpath(["a/b", "a"]))
for bad in (lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]), lambda: p.join("a", 1), lambda: p.join(b"a", "b"), lambda: p.splitext(3)):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.isabs("/a"), p.isabs("a"), p.basename("/a/b/"), p.dirname("/a/b/"))
print(p.split(b"/x/y"), p.join(b"x", b"y"), p.sep, p.pardir, p.curdir, p.extsep, p.altsep)
