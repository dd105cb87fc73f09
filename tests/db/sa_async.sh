# sa_async.sh -- sqlalchemy.ext.asyncio on PostgreSQL, with the errors of asyncpg.
cat >script.py <<'PY'
import asyncio, os
import sqlalchemy as sa
from sqlalchemy import text, event, pool
from sqlalchemy.ext.asyncio import create_async_engine, async_engine_from_config, AsyncEngine, AsyncConnection, AsyncSession
URL = os.environ["PGURL"].replace("postgresql://", "postgresql+asyncpg://")
def work(conn, x, y=1):
    print(type(conn).__name__, x, y)
    conn.execute(text("create table if not exists az (a int primary key)"))
    return conn.scalar(text("select 41 + 1"))
async def main():
    e = async_engine_from_config({"sqlalchemy.url": URL, "other": 1}, prefix="sqlalchemy.", poolclass=pool.NullPool)
    print(type(e).__name__, e.dialect.name, e.driver)
    async with e.connect() as conn:
        print(await conn.run_sync(work, 5, y=6))
        await conn.commit()
    async with e.begin() as conn:
        await conn.execute(text("insert into az values (:a)"), [{"a": 1}, {"a": 2}])
        r = await conn.execute(text("select a from az order by a"))
        print(r.all(), r.keys())
        print(await conn.scalar(text("select count(*) from az")))
        async for row in await conn.stream(text("select a from az order by a")):
            print(row)
        print((await conn.scalars(text("select a from az"))).all())
    conn = await e.connect()
    async with conn.begin() as tr:
        await conn.execute(text("delete from az"))
        await tr.rollback()
    print(conn.in_transaction(), await conn.scalar(text("select count(*) from az")))
    await conn.rollback()
    try:
        await conn.execute(text("insert into az values (1)"))
    except sa.exc.IntegrityError as ex:
        print(ex)
    await conn.rollback()
    try:
        await conn.execute(text("select * from missing"))
    except sa.exc.ProgrammingError as ex:
        print(ex)
    await conn.close()
    try:
        async with e.begin() as conn:
            await conn.execute(text("delete from az"))
            raise ValueError("x")
    except ValueError as ex:
        print("rolled", ex)
    async with e.connect() as conn:
        print(await conn.scalar(text("select count(*) from az")))
        await conn.execute(text("drop table az")); await conn.commit()
    await e.dispose()
    try:
        create_async_engine("postgresql+psycopg2://x/y")
    except sa.exc.InvalidRequestError as ex:
        print(ex)
asyncio.run(main())
PY
run retort run script.py
