import queue
q = queue.Queue(2); q.put(1); q.put(2); print(q.full(), q.qsize(), q.get(), q.empty())
try:
    q.put(3); q.put_nowait(4)
except queue.Full:
    print("full")
l = queue.LifoQueue(); l.put(1); l.put(2); print(l.get()); p = queue.PriorityQueue(); [p.put(x) for x in (3, 1, 2)]; print([p.get() for _ in range(3)])
try:
    p.get(block=False)
except queue.Empty:
    print("empty")
q.get(); q.get(); q.task_done(); q.task_done(); q.task_done(); q.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
s = queue.SimpleQueue(); s.put("a"); print(s.get_nowait())
