"""Says how migrations reach the database: runs once for every command that needs one."""

import asyncio
from logging.config import fileConfig

from sqlalchemy import pool
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import async_engine_from_config

from alembic import context

# the settings of the .ini file
config = context.config

# log as its [loggers], [handlers] and [formatters] sections say
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# What --autogenerate compares the database with: the metadata of your models, e.g.
#     from myapp.models import Base
#     target_metadata = Base.metadata
target_metadata = None

# Settings of your own in the .ini file are read with config.get_main_option("name").


def run_migrations_offline() -> None:
    """--sql: print the statements; the URL only tells the dialect, and nothing connects."""
    url = config.get_main_option("sqlalchemy.url")
    context.configure(
        url=url,
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )

    with context.begin_transaction():
        context.run_migrations()


def do_run_migrations(connection: Connection) -> None:
    """The migrations on an open connection, which run_sync() gives us."""
    context.configure(connection=connection, target_metadata=target_metadata)

    with context.begin_transaction():
        context.run_migrations()


async def run_async_migrations() -> None:
    """Connect with the async driver and hand the connection to do_run_migrations()."""
    connectable = async_engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )

    async with connectable.connect() as connection:
        await connection.run_sync(do_run_migrations)

    await connectable.dispose()


def run_migrations_online() -> None:
    """Connect to the database and run the migrations there."""
    asyncio.run(run_async_migrations())


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
