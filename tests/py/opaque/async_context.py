import a1, asyncio
async def f():
    async with a1.session() as s:
        print('in')
asyncio.run(f())
