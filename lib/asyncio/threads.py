"""asyncio.threads: names of asyncio."""

from asyncio import to_thread
