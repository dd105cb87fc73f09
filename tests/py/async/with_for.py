# async with and async for, their flow and errors.
import asyncio


class CM:
    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, kind, value, tb):
        print("aexit", kind.__name__ if kind else None)
        return kind is KeyError


class Count:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    async with CM() as a, CM():
        print(type(a).__name__)
    async with CM():
        raise KeyError
    async for i in Count(3):
        if i == 1:
            continue
        print(i)
    else:
        print("else")
    async for i in Count(5):
        break
    else:
        print("never")
    print([i async for i in Count(3)], sorted({i async for i in Count(2)}), {i: i async for i in Count(2)}, [i async for i in Count(4) if i % 2], [await double(i) for i in range(3)], [x async for i in Count(2) async for x in Count(i)])
    try:
        async with CM():
            raise ValueError("out")
    except ValueError as e:
        print(e)


async def double(x): return x * 2


asyncio.run(main())
