# async methods, static and class methods, lambdas returning coroutines, decorators.
import asyncio
import functools


def traced(f):
    @functools.wraps(f)
    async def wrapper(*a, **k):
        print("before", f.__name__)
        try:
            return await f(*a, **k)
        finally:
            print("after")

    return wrapper


class A:
    @traced
    async def m(self, x): return x + 1

    @classmethod
    async def c(cls): return cls.__name__

    @staticmethod
    async def s(): return "s"

    async def __call__(self): return "called"

    @property
    async def p(self): return "property"


async def main():
    a = A()
    print(await a.m(1), await A.c(), await a.s(), await a(), await a.p)
    f = lambda: a.m(5)
    print(await f(), A.m.__name__)


asyncio.run(main())
