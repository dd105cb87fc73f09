import a1
class M: y = 2
class A(M, a1.B, a1.C): pass
print(A.y, A().y, A.objects)
# error: 4:1 ImportError: `a1.B.objects` comes from module 'a1'
