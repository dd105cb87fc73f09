from fractions import Fraction
for text in ("Fraction(-1)/0", "Fraction(-1,3)/0", "Fraction(0)/0", "Fraction(3,2)/Fraction(0)", "Fraction(-3)/Fraction(0)", "Fraction(1)//0", "Fraction(1)%0", "5/Fraction(0)", "-5/Fraction(0)", "Fraction(0)**-1", "divmod(Fraction(1),0)"):
    try: print(eval(text))
    except ZeroDivisionError as e: print(text, e)
