"""format(): one spec for both parts, the width for the whole"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for v in ["1j", "1+2j", "-0.0+0j", "1234567.891-0.5j", "complex('nan+infj')", "0j", "1e20+1e-9j"]:
    for s in ['', '.2f', '+.3e', '10', '<20', '^20', '>20', '*^30.1f', '=20', '020', 'G', 'g', '.3g', ',', ',.2f', '_', 'n', '%', 'd', 's', '#.3g', '.0f', '+', '-', ' ', '.3', 'é<20', '20.2', '+20.2f', ' .1f', 'e', 'E', 'F', 'z.1f', '10.', '.', '5.1%', 'x', 'c', '0.2f', ',.3', '1e']:
        t(f"format({v}, {s!r})")
t("'{:.1f}|{!r:>8}'.format(1j, 2j)")
