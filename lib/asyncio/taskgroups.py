"""asyncio.taskgroups: names of asyncio."""

from asyncio import Task
from asyncio._more import TaskGroup
