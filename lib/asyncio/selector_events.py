"""asyncio.selector_events: names of asyncio."""

from asyncio import SelectorEventLoop
