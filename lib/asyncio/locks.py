"""asyncio.locks: names of asyncio."""

from asyncio import Future
from asyncio._more import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
