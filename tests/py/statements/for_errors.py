# What cannot be walked, and errors inside iterators.
for code in ["for x in 5: pass", "for x in None: pass", "for x, y in [1]: pass", "for x in len: pass", "for x, y in ['abc']: pass"]:
    try:
        exec(code)
    except (TypeError, ValueError) as e:
        print(code, type(e).__name__, e)


class Bad:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("inside next")


class NoNext:
    def __iter__(self):
        return 5


class GetItem:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * 2


print(list(GetItem()), 4 in GetItem())
for thing in (Bad(), NoNext()):
    try:
        for x in thing:
            pass
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
