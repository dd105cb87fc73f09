# tomllib: numbers with their digits, and what is refused.
import tomllib
from decimal import Decimal

print(tomllib.loads("a = 1.10\nb = 1e3\nc = 0.000000000000000000000000001234567890123456789", parse_float=Decimal))
print(tomllib.loads("a = 1_000\nb = 0xff_ff\nc = 0b101\nd = 0o17\ne = -0\nf = +5\ng = inf\nh = -nan"))
for text in ["a = 01", "a = 1__0", "a = _1", "a = 1_", "a = 2024-13-01", "a = 2024-02-30", "a = 25:00:00", "a = 1.", "a = .5", "a = 1.e5", "a = -0x1", "a = 0xG", "a", "= 1", "a = ",
             "a = 1 b = 2", "[a", "a = [1, 2", 'a = "x', "a = {b = 1,}", "a = tru", "a = 'x\ny'", 'a = "\\q"', "\x00 = 1"]:
    try:
        print(text, "->", tomllib.loads(text))
    except tomllib.TOMLDecodeError as e:
        print(repr(text), "->", e)
print(tomllib.loads("a = 2024-01-02T03:04:05.123456789Z\nb = 2024-01-02 03:04:05\nc = 03:04:05\nd = 2024-01-02\ne = 2024-01-02T03:04:05-07:30"))
try:
    tomllib.load(open(__file__))
except TypeError as e:
    print(e)
