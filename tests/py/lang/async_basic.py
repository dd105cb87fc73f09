# Coroutines driven by hand: await, async with, async for, comprehensions, generators.
def run(coroutine):
    while True:
        try:
            coroutine.send(None)
        except StopIteration as e:
            return e.value


class Suspend:
    def __await__(self):
        got = yield "pause"
        return "resumed"


async def add(a, b):
    return a + b


async def main():
    print(await add(1, 2), await Suspend())
    async with Resource("r") as r:
        print("in", r)
    try:
        async with Resource("s"):
            raise ValueError("inside")
    except ValueError as e:
        print("caught", e)
    async for x in Ticker(3):
        if x == 1:
            continue
        print("tick", x)
    else:
        print("done ticking")
    print([x async for x in Ticker(3)], {x: 1 async for x in Ticker(2)}, [await add(i, i) for i in range(3)])
    async for y in agen(3):
        print("agen", y)
    g = agen(2)
    print(await g.__anext__(), await g.asend("sent"))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("exhausted")
    print([v async for v in (z * 2 async for z in agen(2))])
    print(await returns_in_loop())
    return "main done"


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("aenter", self.name)
        await Suspend()
        return self.name

    async def __aexit__(self, kind, error, tb):
        print("aexit", self.name, kind and kind.__name__)
        return False


class Ticker:
    def __init__(self, n):
        self.n = n
        self.i = -1

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.i += 1
        if self.i >= self.n:
            raise StopAsyncIteration
        await Suspend()
        return self.i


async def agen(n):
    for i in range(n):
        got = yield i
        if got:
            print("agen got", got)
        await Suspend()


async def returns_in_loop():
    async for x in Ticker(5):
        async with Resource("loop"):
            if x == 2:
                return x


print(run(main()))
c = add(1, 2)
print(type(c).__name__, c.__name__)
c.close()


async def bad():
    await 5


try:
    run(bad())
except TypeError as e:
    print(e)


async def bad_with():
    async with 5:
        pass


try:
    run(bad_with())
except TypeError as e:
    print(e)


async def bad_for():
    async for x in [1]:
        pass


try:
    run(bad_for())
except TypeError as e:
    print(e)
c = add(1, 2)
run(c)
try:
    run(c)
except RuntimeError as e:
    print(e)


async def fails():
    raise KeyError("async")


async def catches():
    try:
        await fails()
    except KeyError as e:
        return repr(e)
    finally:
        print("async finally")


print(run(catches()))


async def closes():
    g = cleanup()
    print(await g.__anext__())
    await g.aclose()
    print("closed")


async def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("agen cleanup")


run(closes())
