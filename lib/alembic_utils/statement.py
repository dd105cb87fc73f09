"""Text of SQL: white space, quotes, and colons, which text() would take for parameters."""

import re


def normalize_whitespace(text, base_whitespace=" "):
    return base_whitespace.join(text.split()).strip()


def strip_terminating_semicolon(sql):
    return sql.strip().rstrip(";").strip()


def strip_double_quotes(sql):
    return sql.strip().rstrip('"').strip().lstrip('"').strip()


def escape_colon_for_sql(sql):
    return re.sub(r"::|:", lambda found: found.group() if len(found.group()) > 1 else r"\:", sql)


def escape_colon_for_plpgsql(sql):
    """Assignments stay, and so does what is escaped already."""
    return re.sub(r"::|:=|\\:(?!:)|:", lambda found: found.group() if len(found.group()) > 1 else r"\:", sql)


def coerce_to_quoted(text):
    """name -> "name", schema.name -> "schema"."name"; quotes that are there count once."""
    schema, dot, name = text.partition(".")
    parts = (schema, name) if dot else (text,)
    return ".".join(f'"{strip_double_quotes(part)}"' for part in parts)


def coerce_to_unquoted(text):
    return text.replace('"', "")


def statement_pattern(text):
    """A regular expression for a whole statement, in any case; a blank in it is any white space."""
    return re.compile(text.replace(" ", r"\s+"), re.IGNORECASE | re.DOTALL)
