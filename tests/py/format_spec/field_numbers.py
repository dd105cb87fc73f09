# Field numbers of str.format() at the ends of 64 bits.
for t in ["{2147483648}", "{9223372036854775807}", "{9223372036854775808}", "{0[9223372036854775808]}", "{99999999999999999999}", "{0[99999999999]}"]:
    try: print(t.format([1]))
    except Exception as e: print(t, type(e).__name__, e)
