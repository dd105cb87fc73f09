"""asyncio.subprocess: names of asyncio."""

from asyncio import Future  # noqa: F401
from asyncio._more import create_subprocess_exec, create_subprocess_shell  # noqa: F401

PIPE, STDOUT, DEVNULL = -1, -2, -3


class Process:
    """What create_subprocess_exec() would make: nothing makes one here, annotations name it."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
