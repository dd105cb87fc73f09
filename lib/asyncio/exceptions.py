"""The exceptions of asyncio under their own module's name."""

from asyncio import CancelledError, InvalidStateError, TimeoutError
from asyncio._more import BrokenBarrierError, IncompleteReadError, LimitOverrunError, SendfileNotAvailableError
