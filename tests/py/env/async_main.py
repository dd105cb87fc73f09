# The asyncio shape of an async env.py.
import asyncio


class Connection:
    async def __aenter__(self):
        print("connect")
        return self

    async def __aexit__(self, *info):
        print("close", info[0])

    async def run_sync(self, fn, *args):
        return fn(self, *args)


class Engine:
    def connect(self):
        return Connection()

    async def dispose(self):
        print("dispose")


def do_run_migrations(connection, schema="public"):
    print("run on", type(connection).__name__, schema)
    return 3


async def run_async_migrations():
    connectable = Engine()
    async with connectable.connect() as connection:
        result = await connection.run_sync(do_run_migrations, "app")
        print(result)
    await connectable.dispose()
    return "finished"


print(asyncio.run(run_async_migrations()))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)


async def several():
    async def one(n):
        await asyncio.sleep(0)
        if n == 2:
            raise ValueError("two")
        return n * 10

    print(await asyncio.gather(one(1), one(3)), await asyncio.gather(one(2), one(1), return_exceptions=True))
    task = asyncio.create_task(one(4))
    print(await task, task.done(), task.result(), asyncio.get_running_loop().is_running())
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except TimeoutError as e:
        print(type(e).__name__, repr(str(e)))


asyncio.run(several())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(run_async_migrations()), loop.is_closed())
loop.close()
print(loop.is_closed())
