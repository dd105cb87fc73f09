import textwrap
print(repr(textwrap.dedent("""
    a
      b

    c
    """)), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("\ta\n\t  b")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\n", "-", lambda l: True)), repr(textwrap.dedent("  a\n   \n  b")))
