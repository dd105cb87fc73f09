# Triple-quoted literals: quotes within, line ends, escapes.
print(repr("""a
b"c""d\"""e\
f"""), repr('''it's "x" ''\''''), repr(""""a"""), repr("""\n"""), len("""
"""))
print(repr(r"""\
"""), repr(f"""{1
}
{2}"""))
