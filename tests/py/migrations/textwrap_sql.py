# SQL kept as indented text: dedent, strip, indent, split into statements.
import textwrap

SQL = textwrap.dedent(
    """\
    CREATE FUNCTION touch() RETURNS trigger AS $$
        BEGIN
            NEW.updated_at = now();
        END;
    $$ LANGUAGE plpgsql;

    CREATE TRIGGER t;
    """
)
print(SQL)
print([s.strip() for s in "a; b;; c ;".split(";") if s.strip()], textwrap.indent("x\n\ny", "-- "), sep="\n")
print(textwrap.shorten("Add a very long description to the table", 24), textwrap.fill("one two three four five", 9), sep="\n")
print(textwrap.wrap("aaaa bbbb cccccccccccc dd", 6), textwrap.dedent("  a\n\tb"), textwrap.dedent("  a\n    b\n  \n"))
print(repr(textwrap.dedent("\n    x\n      y\n    ")), repr(textwrap.indent("a\nb\n", "  ", lambda line: "b" in line)))
