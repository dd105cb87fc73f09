# Exceptions, finally and cancellation by throw in coroutines; nested awaits; asend and athrow; class protocols.
def run(coroutine):
    steps = 0
    while True:
        try:
            coroutine.send(None)
            steps += 1
        except StopIteration as e:
            return e.value, steps


class Pause:
    def __init__(self, value=None):
        self.value = value

    def __await__(self):
        yield self
        return self.value


async def level(n):
    if n == 0:
        return await Pause("bottom")
    try:
        return (await level(n - 1)) + str(n)
    finally:
        await Pause()


print(run(level(3)))


async def cancelled():
    try:
        await Pause()
        print("never")
    except KeyError as e:
        print("thrown in", e)
        await Pause()
        return "recovered"
    finally:
        print("finally")


c = cancelled()
c.send(None)
c.throw(KeyError("cancel"))
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
c = cancelled()
c.send(None)
c.close()


async def numbers():
    try:
        n = 0
        while n < 5:
            got = yield n
            n = n + 1 if got is None else got
    except ValueError as e:
        yield f"caught {e}"
    finally:
        print("numbers done")


async def uses():
    g = numbers()
    print(await g.asend(None), await g.asend(None), await g.asend(4))
    print(await g.athrow(ValueError("v")))
    try:
        await g.asend(None)
    except StopAsyncIteration:
        print("stopped")
    print([n async for n in numbers() if n % 2], sum([n async for n in numbers()]))
    print({n: await Pause(n * n) async for n in numbers() if n > 2})
    return [x for x in [await Pause(1), await Pause(2)]]


print(run(uses()))


class Context:
    async def __aenter__(self):
        await Pause()
        return self

    async def __aexit__(self, kind, error, tb):
        await Pause()
        print("exit", kind and kind.__name__)
        return kind is KeyError


async def contexts():
    async with Context() as a, Context() as b:
        print(a is not b)
    async with Context():
        raise KeyError("suppressed")
    for i in range(3):
        async with Context():
            if i == 0:
                continue
            break
    try:
        async with Context():
            raise ValueError("through")
    except ValueError as e:
        return str(e)


print(run(contexts()))


async def gen_finally_await():
    try:
        yield 1
    finally:
        await Pause()
        print("awaited in finally")


async def consume():
    async for x in gen_finally_await():
        print(x)
    try:
        async for x in broken():
            print(x)
    except ZeroDivisionError as e:
        print(e)


async def broken():
    yield 1
    1 / 0


run(consume())


class Awaitable:
    def __await__(self):
        return level(0).__await__()


async def custom():
    return await Awaitable()


print(run(custom()))


async def with_lambda():
    f = lambda: Pause(3)
    return await f() + (await Pause(4) if await Pause(True) else 0)


print(run(with_lambda()))
