import asyncio

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(AsyncAttrs, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(9))


def maker(engine) -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(bind=engine, class_=AsyncSession, expire_on_commit=False)


async def main():
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.connect() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.commit()
        sessions = async_sessionmaker(bind=connection, class_=AsyncSession, expire_on_commit=False)
        async with sessions() as session:
            user = User(name="ann")
            session.add(user)
            await session.commit()
            await session.refresh(user)
            print(user.id, user.name)
            found = await session.execute(select(User).where(User.name == "ann"))
            print(found.scalar_one_or_none() is user)
            print(await session.scalar(select(User.name)), await session.get(User, 5))
            async with session.begin_nested():
                session.add(User(name="bob"))
            print((await session.scalars(select(User.name).order_by(User.id))).all())
            await session.rollback()
        async with sessions.begin() as session:
            session.add(User(name="eve"))
        async with sessions() as session:
            print([u.name async for u in await session.stream_scalars(select(User).order_by(User.id))])


asyncio.run(main())
