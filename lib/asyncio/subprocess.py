"""asyncio.subprocess: names of asyncio."""

from asyncio import Future
from asyncio._more import create_subprocess_exec, create_subprocess_shell
