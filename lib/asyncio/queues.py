"""asyncio.queues: names of asyncio."""

from asyncio import Future
from asyncio._more import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
