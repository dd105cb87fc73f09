import weakref
class T: pass
t, u = T(), T()
f = weakref.finalize(t, print, "called", end="!\n")
print(f.alive, f.atexit, f.peek()[1:], f.peek()[0] is t)
print(f(), f.alive, f(), f.peek(), f.detach())
g = weakref.finalize(t, print, "never")
print(g.detach()[2], g.alive)
h = weakref.finalize(u, print, "at the end, second")
i = weakref.finalize(u, print, "at the end, first")
j = weakref.finalize(u, print, "not at exit"); j.atexit = False
print("done", repr(f).endswith("dead>"))
