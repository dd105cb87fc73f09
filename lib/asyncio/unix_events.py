"""asyncio.unix_events: names of asyncio."""

from asyncio import SelectorEventLoop, DefaultEventLoopPolicy
