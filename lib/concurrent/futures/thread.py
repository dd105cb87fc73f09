"""concurrent.futures.thread: the executor under its own module's name."""

from concurrent.futures import ThreadPoolExecutor
