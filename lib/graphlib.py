"""Topological order."""


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._before, self._after = {}, {}
        self._ready, self._state, self._started, self._passed = None, {}, 0, 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._before.setdefault(node, 0)
        self._before[node] += len(predecessors)
        self._after.setdefault(node, [])
        for one in predecessors:
            self._before.setdefault(one, 0)
            self._after.setdefault(one, []).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._before.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _find_cycle(self):
        done = set()
        for start in self._before:
            path, at, todo = [], {}, [(start, None)]
            while todo:
                node, left = todo.pop()
                if left is None:
                    if node in at:
                        return path[at[node]:] + [node]
                    if node in done:
                        continue
                    at[node] = len(path)
                    path.append(node)
                    left = iter(self._after[node])
                following = next(left, None)
                if following is None:
                    done.add(node)
                    path.pop()
                    del at[node]
                else:
                    todo.append((node, left))
                    todo.append((following, None))
        return None

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        ready, self._ready = tuple(self._ready), []
        self._started += len(ready)
        for node in ready:
            self._state[node] = "out"
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._passed < self._started or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._before:
                raise ValueError(f"node {node!r} was not added using add()")
            state = self._state.get(node)
            if state == "done":
                raise ValueError(f"node {node!r} was already marked done")
            if state != "out":
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._state[node] = "done"
            self._passed += 1
            for following in self._after[node]:
                self._before[following] -= 1
                if self._before[following] == 0:
                    self._ready.append(following)

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    def __class_getitem__(cls, item):
        return cls
