# Powers, exp() and logarithms have the last digit and the signals of the C library, under contexts of every kind.
import decimal
from decimal import *
c=getcontext()
def f(x,**k):
    with localcontext(**k) as c:
        c.clear_flags()
        try: r=eval(x)
        except Exception as e: r=repr(e)
        print(x, k, r, [s for s in sorted(map(lambda s:s.__name__,(s for s in c.flags if c.flags[s])))])
xs=["Decimal('1e-999999').exp()","Decimal('1E-1000').exp()","Decimal(0).exp()","Decimal(2).exp()","Decimal(10).log10()","Decimal(2)**Decimal('0.5')","Decimal('1e-1000001').ln()","Decimal(2).next_plus()","Decimal(2).next_minus()","Decimal(2).next_toward(3)","Decimal(0).next_toward(3)","Decimal(0).next_toward(0)","Decimal(0).next_plus()","Decimal(2).logb()","Decimal(2)**-1","Decimal(1).exp()","Decimal(-10000000).exp()","Decimal(100000000).exp()","Decimal('1e-400').ln()","Decimal('Inf').next_minus()","Decimal('Inf').next_toward(1)",
"Decimal('99999999999999999999999999999')**3","Decimal('1.00')**3","Decimal('1.00')**-3","Decimal('1.00')**Decimal('.5')","Decimal(-1)**Decimal('.5')","Decimal('-1.0')**5","Decimal(4)**Decimal('0.5')","Decimal('0.5')**Decimal('0.5')","Decimal(3)**1000000000","Decimal(3)**-1000000000","Decimal(-3)**1000000001","Decimal('1.0001')**Decimal('1E+6')","Decimal('1.0001')**1000000","Decimal(2)**Decimal('3.0')","Decimal(2)**Decimal('Inf')","Decimal('0.5')**Decimal('Inf')","Decimal(1)**Decimal('Inf')","Decimal(0)**0","Decimal(0)**-1","Decimal('-0')**-3","Decimal('-0')**3","Decimal('Inf')**-2","Decimal('-Inf')**3","Decimal('NaN')**2","Decimal('sNaN')**2","Decimal(2)**Decimal('NaN')","Decimal('0.005').ln()","Decimal('-12345.6789').exp()","Decimal('7.50').log10()","Decimal('99999999999999999999999999999').log10()","Decimal('1.0000000000000000000000000000000001').ln()","Decimal('0.99999999999999999999999').log10()","Decimal('100.000').log10()","Decimal('12345.6789')**Decimal('-7.3')","Decimal(10)**Decimal('0.30103')","Decimal('2')**Decimal('1E-30')","Decimal('1E+5')**Decimal('.25')","Decimal('1e500000')**2","Decimal('1e-500000')**2","Decimal('3e-500000')**2","Decimal('3e-400000')**Decimal('2.5')","Decimal('1000000').exp()","Decimal('-2302600').exp()", "Decimal(5).remainder_near(0)","Decimal(0).remainder_near(0)","Decimal(7).remainder_near(Decimal('2.5'))","Decimal('1E+30').remainder_near(3)","Decimal(2).sqrt()","Decimal('1e-1000010').sqrt()","pow(Decimal(3),5,7)","Decimal(2)**0","Decimal('12.5')**1","Decimal('123456789.123456789')**2","Decimal('-2')**-3", "Decimal('1.5').ln()+Decimal(3).exp()", "Decimal('NaN').exp()","Decimal('sNaN').ln()","Decimal(-1).ln()","Decimal(0).ln()","Decimal(0).log10()"]
for x in xs:
    f(x)
    f(x,prec=3)
    f(x,prec=1,rounding=ROUND_DOWN)
    f(x,prec=12,rounding=ROUND_UP)
    f(x,prec=5,rounding=ROUND_CEILING,traps=[Inexact])
    f(x,prec=9,rounding=ROUND_HALF_EVEN,traps=[Overflow, Subnormal, InvalidOperation, DivisionByZero])
    f(x,prec=7,traps=[],Emax=10,Emin=-10)
for text in (" 1.5", "1_0", "1.5\n", "1.5"):
    try: print(repr(Context(prec=3).create_decimal(text)))
    except Exception as e: print(repr(e))
