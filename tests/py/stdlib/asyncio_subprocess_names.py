import asyncio
import asyncio.subprocess

print(asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL)
print(isinstance(asyncio.subprocess.Process, type))


class Runner:
    process: asyncio.subprocess.Process | None = None


print(Runner.__annotations__["process"])
