class A:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(("iadd", o)); return self
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return ("sub", o)
    def __imul__(self, o): return "imul"
    def __ior__(self, o): return "ior"
a = b = A(); a += 1; print(a is b, a.log); a -= 2; print(a)
a = b; a *= 3; print(a); a = b; a |= 1; print(a)
l = m = [1]; l += (2, 3); print(m, l is m); l *= 2; print(m)
s = t = {1}; s |= {2}; print(t); s -= {1}; print(t); s &= {2, 5}; s ^= {9}; print(sorted(t))
x = 5; x //= 2; x **= 3; x <<= 1; x %= 7; x /= 2; print(x)
u = "a"; u += "b"; u *= 2; print(u); d = {"a": 1}; d |= {"b": 2}; print(d); n = 10; n ^= 3; n >>= 1; n &= 6; n -= 1; print(n)
def run(code):
    try:
        exec(code); print("ok", code)
    except TypeError as e:
        print(code, "|", e)
for c in ("x = 1; x += 'a'", "x = 'a'; x += 1", "x = []; x += 1", "x = 1; x @= 2", "x = {}; x += {}", "x = (1,); x += [1]", "x = None; x -= 1", "x = 'a'; x **= 2", "x = 1; x |= 1.5", "x = {}; x |= 5"):
    run(c)
