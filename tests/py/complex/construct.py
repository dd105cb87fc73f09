"""complex(): one argument, two, of which types, __complex__, __float__, __index__"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in ['complex()', 'complex(1, 2)', 'complex(1j, 2j)', 'complex(real=1)', 'complex(imag=2)', 'complex(1j, imag=1)', 'complex("1", 2)', 'complex(1, "2")', 'complex([])', 'complex(1, [])', 'complex(None)', 'complex(True, False)', 'complex(1.5)', 'complex(-0.0)', 'complex(-0.0, -0.0)', 'complex(0, -0.0)', 'complex(1+0j, 0)', 'complex(0, 1j)', 'complex(1j, 1j)', 'complex(10**400)', 'complex(b"1")']:
    t(text)


class Own:
    def __complex__(self):
        return 3 + 4j


class Wrong:
    def __complex__(self):
        return 3


class Real:
    def __float__(self):
        return 2.5


class Whole:
    def __index__(self):
        return 7


for k in Own(), Wrong(), Real(), Whole(), object():
    t("complex(k)")
    if isinstance(k, (Real, Whole)):
        t("complex(1, k)")
