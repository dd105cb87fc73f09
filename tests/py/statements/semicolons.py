# Several statements on a line.
a = 1; b = 2; print(a + b);
if a: print("x"); print("y")
for i in range(2): a += i; print(a)
class C: x = 1; y = 2
def f(): return 1; print("never")
print(C.x, C.y, f())
try: 1 / 0
except ZeroDivisionError: print("caught"); a = 0
else: print("no")
finally: print("end")
while a < 2: a += 1; print(a, end=" ")
print()
