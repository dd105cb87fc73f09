# contextlib.AsyncExitStack: push_async_exit, push_async_callback, enter_async_context, pop_all.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


@asynccontextmanager
async def managed(name):
    print("enter", name)
    try:
        yield name
    finally:
        print("leave", name)


async def on_exit(kind, value, traceback):
    print("exit saw", kind and kind.__name__, value)
    return True


async def later(*args, **kwargs):
    print("callback", args, kwargs)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


async def main():
    async with AsyncExitStack() as stack:
        stack.push_async_exit(on_exit)
        print(await stack.enter_async_context(managed("a")))
        stack.push_async_callback(later, 1, k=2)
        stack.callback(print, "plain")
        raise ValueError("inside")
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(managed("b"))
        kept = stack.pop_all()
    print("between")
    await kept.aclose()
    async with aclosing(numbers()) as items:
        async for n in items:
            print(n)
            break
    try:
        await AsyncExitStack().enter_async_context(3)
    except TypeError as e:
        print(e)


asyncio.run(main())
