import math
for i in (2.5, "x", 10**30, -10**30, True, None, 3, -1074):
    for x in (1.5, 0.0, -math.inf):
        try: print(math.ldexp(x, i))
        except Exception as e: print(type(e).__name__, e)
