# What scripts do every day: os and sys.
import datetime as dt, decimal, enum, os, re, sys, time, collections

class Color(enum.Enum):
    RED = 'r'
    BLUE = 'b'

class Level(enum.IntEnum):
    LOW = 1
    HIGH = 3

for text in [
    "os.path.join('a', 'b')",
    "os.path.basename('/a/b.py')",
    "os.path.splitext('x.tar.gz')",
    "os.environ.get('NOT_THERE', 'd')",
    "os.getenv('NOT_THERE')",
    "os.environ['NOT_THERE']",
    'os.sep, os.linesep, os.name',
    'sys.version_info >= (3, 8)',
    'sys.maxsize > 2 ** 32',
    "os.path.isabs('/a')",
    "os.fspath('x')",
    'os.fspath(1)',
    "os.path.normpath('a/../b')",
    "os.path.exists('/no/such')",
    "os.stat('/no/such')",
    "os.listdir('no-such-folder')",
    'sys.getrecursionlimit() > 100',
    "os.path.dirname('a')",
    "time.strftime('%Y', time.gmtime(0))",
    'time.time() > 0',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
