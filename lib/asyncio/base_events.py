"""asyncio.base_events: names of asyncio."""

from asyncio import BaseEventLoop
