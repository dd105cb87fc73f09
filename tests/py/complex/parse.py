"""complex("text"): what is read and what is malformed"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in ['1', '1j', 'j', '-j', '+j', '1+j', '1-j', ' 1+2j ', '( 1+2j )', '(1+2j', '1 + 2j', '', '()', '1+2', '1e5j', '1e5+1e-5J', 'nan', 'inf+nanj', '-infj', '1_0+2_0j', '1__0', '0x1', '1+2j3', '٣+٤j', 'infinityj', '+-1j', '1++2j', '.5-.5j', '1.e2j', 'nan(1)', '1j ', '\t1j\n', '1e', '1e+j', 'e5', 'j1', '(j)', '((1j))', '1+2jj', '-0-0j', 'i', '1i', '1.2.3', 'INF-NANJ', '1+(2j)', 'True']:
    t(f"complex({text!r})")
