"""asyncio.coroutines: names of asyncio."""

from asyncio import iscoroutine, iscoroutinefunction
