"""imports that cannot be read"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'import',
    'import a,',
    'import a.',
    'import a as',
    'import a.b as c',
    'from',
    'from a',
    'from a import',
    'from a import b,',
    'from a import (b, c',
    'from a import ()',
    'from a import *',
    'from a import *, b',
    'from . import a',
    'from .. import a as b',
    'from .a.b import c',
    'from import a',
    'from a import b.c',
    'import *',
    'def f():\n    from a import *',
    'class A:\n    from a import *',
    '"doc"\nfrom __future__ import annotations',
    'import a as b.c',
    'from a import b as 1',
    'from a.b import (c as d, e as f,)',
    'import a; import b',
    'from ... import a',
    'from .... import a',
]:
    t(text)
