"""The declarative base, and the session factory of the web application."""

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase

from app.core.config import get_settings


class Base(DeclarativeBase):
    """Parent of every model."""


def make_session_factory() -> async_sessionmaker[AsyncSession]:
    settings = get_settings()
    engine = create_async_engine(settings.DATABASE_URL, pool_size=settings.POOL_SIZE, echo=settings.is_verbose)
    return async_sessionmaker(engine, expire_on_commit=False)
