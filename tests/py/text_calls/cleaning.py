# str: cleaning.
s = 'Hello, Wörld'

for text in [
    "'  a '.strip()",
    "'xxaxx'.strip('x')",
    "'a,b,,c'.split(',')",
    "' a  b '.split()",
    "'a b c'.rsplit(' ', 1)",
    "'abc'.partition('b')",
    "'a\\nb\\r\\nc'.splitlines()",
    "'ab'.replace('', '-')",
    "'aaa'.replace('a', 'b', 2)",
    "'Title Case'.swapcase()",
    "'ab'.removeprefix('a')",
    "'x'.split('')",
    "'a-b'.split('-', -1)",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
