from pathlib import PurePosixPath
for a in ("/", "", "a", "/a", ".", "a/b"):
    for b in ("/", "", "a", "/a", ".", ".."):
        for up in (False, True):
            try: print(a, b, up, PurePosixPath(a).is_relative_to(b), PurePosixPath(a).relative_to(b, walk_up=up))
            except Exception as e: print(a, b, up, type(e).__name__, e)
