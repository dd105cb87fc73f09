"""asyncio.tasks: names of asyncio."""

from asyncio import Task, create_task, current_task, all_tasks, ensure_future, gather, run_coroutine_threadsafe, sleep
from asyncio._more import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, shield, wait, wait_for
