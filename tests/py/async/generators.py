# Async generators: asend, athrow, aclose, expressions.
import asyncio


async def ag(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("closed")


async def main():
    print([i async for i in ag(3)])
    g = ag(5)
    print(await g.__anext__(), await g.asend("x"), await anext(g))
    print(await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("stop")
    h = ag(2)
    await anext(h)
    await h.aclose()
    print(await anext(h, "default"))
    e = (x * 2 async for x in ag(2))
    print(type(e).__name__, [x async for x in e])
    async for x in aiter(ag(1)):
        print(x)


asyncio.run(main())
