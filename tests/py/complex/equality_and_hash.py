"""== and hash agree with int, float, bool; order is a TypeError"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for v in ["1j", "0j", "1+0j", "2.5+0j", "10**16+0j", "complex(10**16+1)", "complex('nan')"]:
    for w in ["0", "1", "2.5", "True", "10**16", "10**16+1", "1j", "'1j'", "None", "complex('nan')", "10**400"]:
        t(f"({v}) == ({w})")
        t(f"({w}) != ({v})")
for v in "0j 1+0j 2.5+0j -1+0j 1e300+0j".split():
    t(f"hash({v}) == hash(({v}).real)")
t("hash(1j), hash(1+1j), hash(0.5j), hash(-1-1j)")
t("{1: 'one'}[1+0j]")
t("len({1+0j, 1, 1.0, True})")
t("1j in [1j, 2], 2+0j in [1j, 2], [1j].index(1j), (1j, 1j).count(1j)")
for op in "<", "<=", ">", ">=":
    t(f"1j {op} 2j")
    t(f"1 {op} 2j")
    t(f"2j {op} 1.5")
t("max(1j, 2)")
t("sorted([1j, 1])")
t("1j is None")
t("10**400 + 1j")
