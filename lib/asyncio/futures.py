"""asyncio.futures: names of asyncio."""

from asyncio import Future, isfuture
from asyncio._more import wrap_future
