# What scripts do every day: regular expressions.
import datetime as dt, decimal, enum, os, re, sys, time, collections

class Color(enum.Enum):
    RED = 'r'
    BLUE = 'b'

class Level(enum.IntEnum):
    LOW = 1
    HIGH = 3

for text in [
    "re.sub(r'\\s+', ' ', 'a  b')",
    "re.match('a', 'b')",
    "re.search(r'(\\d+)-(\\d+)', 'x 10-20').groups()",
    "re.findall('[A-Z]', 'aBcD')",
    "re.split('[,;]', 'a,b;c')",
    "re.compile('(')",
    "re.fullmatch('a+', 'aaa').end()",
    "re.escape('a+b')",
    "bool(re.match('^[a-f0-9]{12}$', 'abcdef012345'))",
    "re.sub('(?i)HELLO', 'x', 'hello')",
    "re.search('(?P<y>\\\\d{4})', 'in 2024')['y']",
    "[m.start() for m in re.finditer('a', 'banana')]",

    "re.match('(a)(b)?', 'a').group(2)",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
