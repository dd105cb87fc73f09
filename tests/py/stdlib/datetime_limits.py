from datetime import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__,e)
for s in (1e20,-1e20,1e14,1e13,-1e13,253402300800,253402300799,-62135596800,-62135596801,10**25,2**63,2**62,float('nan'),float('inf'),67768036191676800,1e18,True,None,'x'):
    t(lambda: datetime.fromtimestamp(s, timezone.utc)); t(lambda: datetime.utcfromtimestamp(s)); t(lambda: date.fromtimestamp(s))
for a in ((10**25,1,1),(2**31,1,1),(2**63,1,1),(-2**31-1,1,1),(2024,2**40,1),(2024,1,10**30)): t(lambda: date(*a)); t(lambda: datetime(*a)); t(lambda: time(*a)); t(lambda: timedelta(*a))
t(lambda: date.fromordinal(10**20)); t(lambda: date.fromordinal(2**31)); t(lambda: date.fromordinal(0)); t(lambda: timedelta(days=10**10)); t(lambda: date.fromisocalendar(2**40,1,1)); t(lambda: datetime(2024,1,1).replace(year=10**20)); t(lambda: timezone(timedelta(days=1)))
