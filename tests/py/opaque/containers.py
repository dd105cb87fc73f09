from pandas.io.parsers import STR_NA_VALUES
import a1

names = list(STR_NA_VALUES)
more = set(a1.x), tuple(a1.y), frozenset(a1.z), dict(a1.w)
print("loaded", len(more))
for name in names:
    pass
# expect: loaded 4
# error: 7:13 ImportError: `list(pandas.io.parsers.STR_NA_VALUES)` comes from module 'pandas.io.parsers'
