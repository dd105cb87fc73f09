# Nesting without end, joined sequences, the classes of bound methods, the last week.
import json
def t(f):
    try: r=f()
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(str(r)[:200])
t(lambda: json.loads('['*100000)); t(lambda: json.loads('{"a":'*100000)); t(lambda: len(str(json.loads('['*500+']'*500))))
import operator
t(lambda: operator.concat([1],[2])); t(lambda: operator.concat('a','b')); t(lambda: operator.concat((1,),(2,))); t(lambda: operator.concat(1,2)); t(lambda: operator.concat([1],'a')); t(lambda: operator.concat({}, [])); t(lambda: operator.iconcat([1],(2,))); t(lambda: operator.iconcat(1,2)); t(lambda: operator.concat('a',[1])); t(lambda: operator.concat(range(2),[1])); t(lambda: operator.__concat__('a','b'))
class X: pass
t(lambda: type(X().__init__)); t(lambda: type(X().__repr__)); t(lambda: type([].__len__)); t(lambda: type(object().__init__)); t(lambda: type((1).__add__)); t(lambda: type([].append)); t(lambda: type(list.__len__)); t(lambda: type(object.__init__)); t(lambda: type(X.__init__)); t(lambda: repr([].__len__)[:30]); t(lambda: repr(list.__len__)); t(lambda: type('a'.__add__).__name__); t(lambda: X.__init__); t(lambda: type(dict.fromkeys)); t(lambda: type(X().__class__)); t(lambda: type(X.__dict__)); t(lambda: type(X().__eq__)); t(lambda: type(X().__hash__)); t(lambda: type(X().__dir__)); t(lambda: type(X().__format__)); t(lambda: type({}.__getitem__)); t(lambda: type([].__getitem__)); t(lambda: type({}.__contains__)); t(lambda: type([].__contains__));t(lambda: type([].__reversed__)); t(lambda: type(X().__init_subclass__))
import datetime
t(lambda: datetime.date.fromisocalendar(9999,52,6)); t(lambda: datetime.date.fromisocalendar(9999,52,5)); t(lambda: datetime.date.fromisocalendar(1,1,1)); t(lambda: datetime.date.fromisocalendar(0,1,1)); t(lambda: datetime.date.fromisocalendar(2020,54,1)); t(lambda: datetime.date.fromisocalendar(2021,53,1)); t(lambda: datetime.date.fromisocalendar(2020,1,8)); t(lambda: datetime.date.fromisocalendar(10000,1,1))
