"""asyncio.runners: names of asyncio."""

from asyncio import Runner, run
