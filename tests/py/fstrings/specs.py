# Format specs, nested fields and conversions.
w, p, v, s = 8, 2, 3.14159, "abc"
print(f"{v:.2f}|{v:{w}.{p}f}|{s:>{w}}|{s:{'^'}{w}}|{v:{'.3e'}}|{5:0{w}d}|{255:#x}|{1234567:,}|{0.5:.0%}|{s!r:>8}|{'é'!a}|{v:>{w}.{p}}|{s:*^{w - 1}}")
print(f"{5:{''}}|{s:{w}}|{1:{2}{3}}|{'x':{'>'}{5}}|{True:d}|{None}|{3:{'b' if v else 'x'}}")
