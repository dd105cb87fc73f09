# re: search and match.
import re

for text in [
    "re.search(r'\\d+', 'ab12c').group()",
    "re.match(r'\\d+', 'ab12')",
    "re.fullmatch(r'[a-z]+', 'abc')",
    "re.search('(a)(b)?', 'ac').groups()",
    "re.search('(a)(b)?', 'ac').groups('-')",
    "re.search(r'(?P<x>.)(?P<y>.)', 'ab').groupdict()",
    "re.search('b', 'abc').span()",
    "re.search('(?i)B', 'abc')",
    "re.search('x', 'abc')",
    "re.search('a', b'a')",
    "re.search(1, 'a')",
    "re.search('^b', 'a\\nb', re.M)",
    "re.search('a.b', 'a\\nb')",
    "re.search('a.b', 'a\\nb', re.S)",
    "re.search('(a)|(b)', 'b').lastindex",
    "re.match('(?P<n>a)', 'a').lastgroup",
    "re.search('b', 'abc')[0]",
    "re.search('b', 'abc').start(5)",
    "re.compile('b').search('abcb', 2).start()",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
