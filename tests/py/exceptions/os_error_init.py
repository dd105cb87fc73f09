# Who makes an OSError what it is: its __new__, or the __init__ of a script; what others keep without theirs.
class A(OSError):
    def __init__(self, *a): self.code = a
e=A(1); print(e.args, repr(e), str(e), e.errno)
class A(OSError):
    def __init__(self, *a, code=5): self.code = a
e=A(2,'no','file'); print(e.args, repr(e), str(e), e.errno, e.filename)
try: print(A(code=1).args)
except Exception as e: print(repr(e))
class A(OSError):
    def __init__(self, *a): super().__init__('fixed')
e=A(1); print(e.args, repr(e), str(e))
class A(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, *a): self.code = a
e=A(1,2); print(e.args, repr(e), str(e), e.errno)
class A(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
e=A(1,2); print(e.args, repr(e), str(e), e.errno)
class B(ValueError):
    def __init__(self, *a): self.code = a
e=B(1); print(e.args, repr(e), str(e))
class B(StopIteration):
    def __init__(self, *a): self.code = a
e=B(1); print(e.args, repr(e), str(e), e.value)
class B(SystemExit):
    def __init__(self, *a): self.xcode = a
e=B(1); print(e.args, repr(e), str(e), e.code)
class B(ImportError):
    def __init__(self, *a): self.xcode = a
e=B(1); print(e.args, repr(e), str(e), e.msg)
class A(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, *a): pass
e=A(1,2,'f'); print(e.args, repr(e), str(e), e.errno, e.filename)
class A(OSError): pass
e=A(1,2,'f'); print(e.args, repr(e), str(e), e.errno, e.filename)
class A(OSError):
    def __init__(self, *a): OSError.__init__(self, *a)
e=A(1,2,'f'); print(e.args, repr(e), str(e), e.errno, e.filename)
print(ImportError(1,2).msg, ImportError().msg, ImportError('x', name='y').msg)
try: import nosuch
except ImportError as e: print(e.msg)
try: from os import nosuch
except ImportError as e: print(e.name)
e=OSError(1,2,3,4,5); print(e.args, e.filename, e.filename2)
e=OSError(1,2,3,4,5,6); print(e.args, e.filename, e.errno)
class A(OSError):
    def __new__(cls, *a): return super().__new__(cls, 7, 8)
e=A(1,2,'f'); print(e.args, repr(e), str(e), e.errno, e.filename)
e=OSError(1,2,3,4,5); print(e.args, e, e.filename, e.filename2)
e.__init__(5,6); print(e.args)
class A(OSError): pass
e=A(1,2,'f'); e.__init__(5,6); print(e.args)
