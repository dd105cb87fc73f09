# textwrap: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    "textwrap.wrap('the quick brown fox', 10)",
    "textwrap.fill('the quick brown fox', 10)",
    "textwrap.dedent('  a\\n   b')",
    "textwrap.indent('a\\nb', '> ')",
    "textwrap.shorten('hello wide world', 11)",
    "textwrap.shorten('hello', 2)",
    "textwrap.wrap('', 5)",
    "textwrap.wrap('abcdefghij', 4)",
    "textwrap.wrap('a-b-c d', 3)",
    "textwrap.wrap('x', 0)",
    "textwrap.fill('a b c', 3, initial_indent='- ', subsequent_indent='  ')",
    "textwrap.wrap('aaa bbb', 3, max_lines=1)",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
