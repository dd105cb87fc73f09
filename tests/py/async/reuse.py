# A coroutine runs once.
import asyncio


async def f():
    return 1


async def main():
    c = f()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)


asyncio.run(main())
c = f()
try:
    c.send(1)
except TypeError as e:
    print(e)
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
try:
    next(f())
except TypeError as e:
    print(e)
try:
    for x in f():
        pass
except TypeError as e:
    print(e)
