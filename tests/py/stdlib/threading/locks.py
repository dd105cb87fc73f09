import threading
l = threading.Lock()
with l: print(l.locked(), l.acquire(False))
print(l.locked()); r = threading.RLock()
with r:
    with r: print("nested")
try:
    l.release()
except RuntimeError as e:
    print(e)
e = threading.Event(); print(e.is_set(), e.wait(0)); e.set(); print(e.wait())
s = threading.Semaphore(1); print(s.acquire(), s.acquire(blocking=False)); s.release()
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as x:
    print(x)
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count(), threading.current_thread().daemon)
c = threading.Condition()
with c: print(c.wait(0)); c.notify_all()
d = threading.local(); d.x = 1; print(d.x, hasattr(d, "y"))
