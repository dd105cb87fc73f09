# Coroutines calling each other, with try and finally.
import asyncio

order = []


async def leaf(n):
    order.append(f"leaf{n}")
    await asyncio.sleep(0)
    return n


async def middle(n):
    try:
        return sum([await leaf(i) for i in range(n)])
    finally:
        order.append(f"end{n}")


async def main():
    results = []
    for n in (1, 2, 3):
        results.append(await middle(n))
    return results


print(asyncio.run(main()), order)


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


async def use():
    return await Awaitable(), [await Awaitable() for _ in range(2)], await leaf(await leaf(7))


print(asyncio.run(use()))
