import tomllib
text = '''
title = "TOML é \\u20ac \\t"
int = 1_000
neg = -17
hex = 0xDEAD_beef
oct = 0o755
bin = 0b1101
flt = [3.14, -0.01, 5e+22, 6.626e-34, inf, -inf]
yes = true
odt = 1979-05-27T07:32:00Z
off = 1979-05-27T00:32:00.999999-07:00
ldt = 1979-05-27 07:32:00
d = 1979-05-27
t = 07:32:00.5
lit = 'C:\\path'
multi = """
one
two \\
   joined"""
raw = \'\'\'a
b\'\'\'
arr = [1, [2, 3], {x = 1, y.z = 2}]
[table.sub]
"quoted key" = 1
'single' = 2
a.b.c = 3
[[list]]
n = 1
[[list]]
n = 2
[[list.inner]]
m = 3
'''
for k, v in tomllib.loads(text).items():
    print(k, repr(v))
