import math,random
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__,e)
r=random.Random(5)
t(lambda: [math.log10(10**k) for k in range(1,700,37)]);t(lambda: [math.log2(2**k+k) for k in range(1,2000,137)]);t(lambda: [math.log(3**k) for k in range(1,2000,137)])
t(lambda: math.log(0)); t(lambda: math.log(-5)); t(lambda: math.log(-10**400)); t(lambda: math.log10(-1)); t(lambda: math.log2(0)); t(lambda: math.log(math.inf)); t(lambda: math.log10(math.nan)); t(lambda: math.log('a')); t(lambda: math.log(8,2)); t(lambda: math.log(8,1)); t(lambda:math.log(10**400,10**100))
for xs in ([1e308,1e308],[math.inf,-math.inf],[math.inf,math.nan],[math.nan],[1e308,1e308,-1e308],[],[math.inf,1],[0.1]*10,[1,1e100,1,-1e100]*1000,[1e-16,1,1e16],[-0.0]): t(lambda: math.fsum(xs))
for i in range(30): t(lambda: math.fsum([r.uniform(-1,1)*10.0**r.randint(-20,20) for _ in range(50)]))
import heapq
t(lambda: list(heapq.merge([1,4,9],[2,-5],[3]))); t(lambda: list(heapq.merge('abc','ABC',key=str.lower))); t(lambda: list(heapq.merge([5,3,1],[6,2],reverse=True))); t(lambda: next(heapq.merge(iter([1]),[2])));t(lambda: list(heapq.merge([1],['a']))); t(lambda: list(heapq.merge()))
t(lambda: heapq.nlargest(1,['a',1])); t(lambda: heapq.nlargest(1,[])); t(lambda: heapq.nsmallest(1,[3,1],key=lambda x:-x)); t(lambda: heapq.nlargest(-1,[1,2])); t(lambda: heapq.nsmallest(2,[3,1,2]))
