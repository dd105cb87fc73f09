"""asyncio.timeouts: names of asyncio."""

from asyncio import TimeoutError
from asyncio._more import Timeout, timeout, timeout_at
