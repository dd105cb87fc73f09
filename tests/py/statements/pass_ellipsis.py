# Bodies that do nothing.
def f(): pass


def g(): ...


class C: pass


class D: "doc"


if True: pass
for _ in (): ...
while 0: pass
with open(__file__) as _: pass
try: pass
finally: pass
print(f(), g(), C.__doc__, D.__doc__)
