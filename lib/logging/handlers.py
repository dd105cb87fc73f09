"""logging.handlers: files behind the write permission; what needs the network is refused."""

import logging


class BaseRotatingHandler(logging.FileHandler):
    pass


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode, encoding)


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        logging.FileHandler.__init__(self, filename, "a", encoding)


class WatchedFileHandler(logging.FileHandler):
    pass


class QueueHandler(logging.Handler):
    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue

    def emit(self, record):
        self.queue.put_nowait(record)


class MemoryHandler(logging.Handler):
    def __init__(self, capacity, flushLevel=40, target=None, flushOnClose=True):
        logging.Handler.__init__(self)
        self.capacity, self.flushLevel, self.target, self.buffer = capacity, flushLevel, target, []

    def emit(self, record):
        self.buffer.append(record)
        if len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel:
            self.flush()

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target is not None:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer = []


def __getattr__(name):
    if name in ("SysLogHandler", "SMTPHandler", "SocketHandler", "DatagramHandler", "HTTPHandler", "NTEventLogHandler"):
        class Refused(logging.Handler):
            def __init__(self, *args, **keywords):
                raise PermissionError(f"logging.handlers.{name} is refused: scripts may not open connections")

        return Refused
    raise AttributeError(f"module 'logging.handlers' has no attribute '{name}'")
