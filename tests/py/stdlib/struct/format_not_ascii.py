# A format is ASCII; statistics look at what they are given before they count it.
import statistics
import struct


def t(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: statistics.stdev('x'))
t(lambda: statistics.stdev([1]))
t(lambda: statistics.variance('xy'))
t(lambda: statistics.variance([]))
t(lambda: struct.calcsize('é'))
t(lambda: struct.calcsize(b'i'))
t(lambda: struct.calcsize(5))
t(lambda: struct.pack('=é', 1))
t(lambda: struct.Struct('é'))
for f in statistics.pstdev, statistics.pvariance, statistics.stdev, statistics.variance:
    t(lambda: f([]))
    t(lambda: f([1]))
    t(lambda: f([1, 2.5], 1))
    t(lambda: f(iter([1, 2, 4])))
