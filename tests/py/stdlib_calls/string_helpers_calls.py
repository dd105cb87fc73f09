# string helpers: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    'string.ascii_lowercase',
    'string.digits',
    'string.punctuation',
    "string.capwords('hello  world')",
    "string.Template('$a-${b}').substitute(a=1, b=2)",
    "string.Template('$x').substitute()",
    "string.Template('$x').safe_substitute()",
    "string.Template('$').substitute()",
    "string.Formatter().format('{0}-{a}', 1, a=2)",
    'string.hexdigits',
    "string.Template('$$').substitute()",
    "list(string.Formatter().parse('a{b!r:c}'))",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
