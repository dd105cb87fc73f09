# What cannot be awaited.
import asyncio


async def main():
    for thing in (5, None, "x", [1], len, object()):
        try:
            await thing
        except TypeError as e:
            print(e)

    class BadAwait:
        def __await__(self):
            return 5

    try:
        await BadAwait()
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        with AsyncOnly():
            pass
    except TypeError as e:
        print(e)


class AsyncOnly:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass


asyncio.run(main())
