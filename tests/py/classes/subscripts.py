# Classes of the library in annotations: re.Match[str], functools.partial[int] ...
import functools
import itertools
import logging
import os
import re
import tempfile
import weakref
from re import Match, Pattern


def f(a: Match[str], b: Pattern[bytes], c: functools.partial[int]) -> weakref.ref[object]:
    return a


for one in (Match[str], Pattern[bytes], functools.partial[int], functools.partialmethod[int], itertools.chain[int],
            logging.LoggerAdapter[logging.Logger], logging.StreamHandler[str], os.DirEntry[str], tempfile.TemporaryDirectory[str]):
    print(one.__origin__.__name__, one.__args__[0].__name__)
# expect: Match str
# expect: Pattern bytes
# expect: partial int
# expect: partialmethod int
# expect: chain int
# expect: LoggerAdapter Logger
# expect: StreamHandler str
# expect: DirEntry str
# expect: TemporaryDirectory str
