"""Timing small pieces of code."""

import time

default_timer, default_number, default_repeat = time.perf_counter, 1000000, 5


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self._timer, self._globals = timer, {} if globals is None else globals
        self._stmt = stmt if callable(stmt) else compile(stmt, "<timeit-src>", "exec")
        self._setup = setup if callable(setup) else compile(setup, "<timeit-src>", "exec")

    def _do(self, what):
        what() if callable(what) else exec(what, self._globals)

    def timeit(self, number=default_number):
        self._do(self._setup)
        start = self._timer()
        if callable(self._stmt):
            for _ in range(number):
                self._stmt()
        else:
            for _ in range(number):
                exec(self._stmt, self._globals)
        return self._timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in (1, 2, 5):
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
