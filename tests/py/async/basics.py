# Coroutines: objects, results, errors.
import asyncio


async def f(x):
    return x * 2


async def main():
    print(await f(2))
    a, b = await asyncio.gather(f(1), f(3))
    print(a, b)
    try:
        await g()
    except ValueError as e:
        print("caught", e)
    return "main result"


async def g():
    raise ValueError("from g")


print(asyncio.run(main()))
c = f(1)
print(type(c).__name__, c.__name__, asyncio.iscoroutine(c), asyncio.iscoroutinefunction(f))
c.close()
try:
    asyncio.run(5)
except (ValueError, TypeError) as e:
    print(type(e).__name__)
