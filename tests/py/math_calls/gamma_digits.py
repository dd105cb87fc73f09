# gamma() and lgamma() have CPython's last digit.
import math
for i in range(-400, 400, 3):
    for x in (i/16.0, i*0.0731+0.003, i/7.0, i*1e-22):
        for f in (math.gamma, math.lgamma):
            try: print(x, f(x))
            except Exception as e: print(x, e)
for x in (math.inf,-math.inf,math.nan,1e300,-1e300,171.6,172,-1e5-.5,-200.5,-170.2,5e-324,1e10):
    for f in (math.gamma, math.lgamma):
        try: print(x, f(x))
        except Exception as e: print(x, e)
