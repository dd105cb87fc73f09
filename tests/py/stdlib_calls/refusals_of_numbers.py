from decimal import Decimal as D, getcontext, Context, localcontext
import operator, functools, hashlib, uuid, codecs
from datetime import date
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e.args)
for parts in ((0,(1,2),3),[0,(1,),2],(2,(1,),0),(-1,(),0),('a',(1,),0),(0.0,(1,),0),(True,(1,),0),(0,[1,2],'F'),(1,(1,),'x'),(0,(1,),1.5),(0,'12',0),(0,(10,),0),(0,(-1,),0),(0,('1',),0),(0,{1},0),(0,5,0),(0,(),0),(0,(0,0,1),-2),(0,(1,)),(0,(1,2),'n'),(1,(3,),'N'),(0,(),'n'),(0,(True,),0),(0,(1.0,),1),(0,None,0),(0,(1,),None)): t(D, parts)
vals = ['0','-0','0E+3','-0E-5','1E+5','1.5','-123.456','Infinity','-Infinity','NaN','-NaN','sNaN','NaN12','1E-10','123456789.987654321','9.995','1E+30','-0.00','0.1','12E+2']
specs = ['','f','.2f','e','E','.3e','.0e','g','G','.3g','.1g','%','.1%','n','010','+010.2f',' .2f','08','<10','^12','=+12','*^14.2f',',','_.2f',',.3f','012,.2f','.0f','F','.2F','#.2f','z.1f','+','020g','0=12','x<8.1f','>1','010%','-','.5','.20','s','d','08e','010,', '1', '0', '5.', ',e']
for v in vals:
    for s in specs: t(format, D(v), s)
for f in (operator.indexOf, operator.countOf, operator.concat, operator.contains):
    for a, b in ((None,1),(1.5,1),([1,2],[2]),('ab','b'),((1,),(2,)),(b'a',b'b'),('a',1),([1],(1,)),(1,[1]),({1:2},1),({1},{2}),(b'a',97),([1],None)): t(f, a, b)
for a in (5, None, 1.5, [], [1]): t(functools.reduce, lambda p, q: p + q, a)
t(functools.reduce, 5, [1,2]); t(functools.reduce, lambda a: a, [1, 2]); t(functools.reduce, lambda p, q: p + q, 5, 1); t(functools.reduce, None, [], 1)
for v in (None, 'x', 1, b'', bytearray(b'a'), [1]):
    for n in ('md5','sha256','blake2b','sha3_256','sha1', 'shake_128'): t(lambda: getattr(hashlib, n)(v).hexdigest(*[4]*(n == 'shake_128'))[:8])
    t(lambda: hashlib.new('md5', v).hexdigest()); t(lambda: hashlib.md5().update(v))
    t(lambda: uuid.uuid5(uuid.NAMESPACE_DNS, v))
t(str, 'a', None); t(str, b'a', None); t(str, b'a', 'ascii', None); t(str, b'a', 5); t(str, b'a', 'utf-8', errors=5); t(str, object=5); t(str, b'a', errors=None); t(str, b'a', errors='x'); t(str, encoding='x'); t(str, 5, 'x'); t(str, errors='strict')
for y, w, d in ((2024,53,5),(2020,53,5),(2020,54,1),(2024,0,1),(2024,1,0),(2024,1,8),(0,1,1),(10000,1,1),(2026,53,1),(2021,53,1),(9999,53,1),(1,1,1)): t(date.fromisocalendar, y, w, d)
t(lambda: iter(int, 1).__length_hint__()); t(lambda: iter([1,2]).__length_hint__()); t(lambda: reversed([1,2]).__length_hint__()); t(lambda: reversed('ab').__length_hint__()); t(lambda: iter({1:2}).__length_hint__()); t(lambda: iter({1}).__length_hint__()); t(lambda: iter('ab').__length_hint__()); t(lambda: map(str, [1]).__length_hint__()); t(lambda: zip([1]).__length_hint__()); t(lambda: enumerate([1]).__length_hint__()); t(lambda: operator.length_hint(iter(int, 1), 7)); t(lambda: iter(range(3)).__length_hint__())
class G:
    def __getitem__(self, i): return [1, 2][i]
    def __len__(self): return 2
t(lambda: iter(G()).__length_hint__()); t(lambda: reversed(G()).__length_hint__()); t(lambda: iter(b'ab').__length_hint__()); t(lambda: iter({1:2}.values()).__length_hint__()); t(lambda: iter((1,)).__length_hint__())
for p in (9, 28):
    getcontext().prec = p
    for a in ('9.99999999999','99999.9996','1.0000001','123456789.123','-7.77','1E+40','3E-20','0.1','2','-0','10','Infinity','NaN','9.9999999999999999999999E+28', '1.23456789'):
        for b in (3, 2, -2, 10, 0, 1, '0.5', '-1.5', 100, -1): t(lambda: D(a) ** D(b))
for v in (True, 1.5, None, [], 'zz', b'zz', '4142', b'4142'): t(codecs.decode, v, 'hex'); t(codecs.encode, v, 'hex')
