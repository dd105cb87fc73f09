"""Runs cases of tests/autogen for autogen.pl: under retort, or under CPython with the reference to record from.

Arguments: FILE MODE [DIALECT=URL...]. MODE is "", "runs" (the file is applied and undone, too) or "compat". A file of cases is read here again, so that both
programs take it apart alike. Prints, for each case and dialect:  === NUMBER DIALECT  and what came out of it.
"""

import logging
import re
import sys

import sqlalchemy as sa
from _runs import trouble
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, pool

HEADER = re.compile(r"^>>> *(.*)$")
PRELUDE = """
import sqlalchemy as sa
from sqlalchemy import *
from sqlalchemy import types
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY, CITEXT, ENUM, HSTORE, INET, JSONB, TSVECTOR, ExcludeConstraint
from sqlalchemy.schema import conv
"""


def read_cases(path):
    cases, case, section = [], None, None
    with open(path) as file:
        for line in file.read().split("\n"):
            header = HEADER.match(line)
            if line.startswith("---"):
                case = None
            elif case is None and line.startswith("# "):
                case = {"name": line[2:], "sections": {}}
                cases.append(case)
                section = None
            elif header:
                section = header.group(1).strip()
                case["sections"][section] = []
            elif case is not None and section is not None:
                case["sections"][section].append(line)
    return cases


class Lines(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        name = record.name.replace("alembic.autogenerate.compare.", "").replace("alembic.", "")
        self.lines.append(f"{name}: {steady(record.getMessage())}")


def steady(text):
    """Without what differs from run to run."""
    text = text.replace("alembic.util.sqla_compat._textual_index_element", "sqlalchemy.sql.elements.TextClause")
    text = re.sub(r"unique=1\b", "unique=True", text)  # sqlite's reader gives numbers
    text = re.sub(r": (.(?:, .){20,})$", lambda found: ": " + found.group(1)[::3], text)  # o, p, t, i, o, n, s
    text = re.sub(r"<alembic\.ddl\.\w+\.(\w+) object at 0x[0-9a-f]+>", r"\1", text)
    return re.sub(r" at 0x[0-9a-f]+", "", text)


def metadata_of(lines, names):
    space = {}
    exec(PRELUDE, space)
    space["m"] = sa.MetaData()
    space.update(names)
    exec("\n".join(lines), space)
    return space


def statements(lines):
    return [text.strip() for text in "\n".join(lines).split(";\n") if text.strip()]


def options_of(lines, space, mode):
    options = eval("dict(" + ", ".join(line for line in lines if line.strip()) + ")", space)
    if mode == "compat":
        options["compat"] = True
    return options


def prepare(connection, sections, dialect):
    for key in ("ddl", "ddl " + dialect):
        for text in statements(sections.get(key, [])):
            connection.exec_driver_sql(text.rstrip(";"))
    if "before" in sections:
        metadata_of(sections["before"], {"dialect": dialect})["m"].create_all(connection)


def indented(text):
    return "\n".join(("    " + line).rstrip() for line in text.split("\n"))


def body(text):
    """Without the framing comments and the first indentation."""
    lines = [line[4:] if line.startswith("    ") else line for line in text.split("\n")]
    return indented(steady("\n".join(lines[1:-1])))


def in_order(lines):
    """When which table is read is no matter: the reference has no order there."""
    reading = [line for line in lines if line.startswith("ddl.postgresql: Detected sequence")]
    return sorted(reading) + [line for line in lines if line not in reading]


def flat(diffs):
    for diff in diffs:
        yield from diff if isinstance(diff, list) else [diff]


def compare(connection, sections, dialect, mode, log):
    space = metadata_of(sections.get("after", []), {"dialect": dialect})
    options = options_of(sections.get("options", []), space, mode)
    target = options.pop("target_metadata", space["m"])
    render = {key: options[key] for key in ("render_as_batch", "render_item", "user_module_prefix") if key in options}
    context = MigrationContext.configure(connection, opts=dict(options, target_metadata=target))
    script = produce_migrations(context, target)
    up, down = (render_python_code(ops, migration_context=context, **render)
                for ops in (script.upgrade_ops, script.downgrade_ops))
    diffs = [steady(repr(diff)) for diff in flat(script.upgrade_ops.as_diffs())]
    parts = [("upgrade", body(up)), ("downgrade", body(down)), ("diffs", indented("\n".join(diffs))),
             ("log", indented("\n".join(in_order(log.lines))))]
    for title, text in parts:
        if text.strip():
            print(f"{title}:\n{text}")
    if mode == "runs" and script.upgrade_ops.ops and "not run" not in sections:
        log.lines = []
        wrong = trouble(connection, dialect, options, render, target, space)
        if wrong:
            print("does not run:\n" + indented(steady(wrong.split("\n")[0])))


def run(case, dialect, url, mode):
    log = Lines()
    log.addFilter(lambda record: not record.name.startswith(("alembic.runtime", "alembic.util")))
    logger = logging.getLogger("alembic")
    logger.addHandler(log)
    engine = create_engine(url, poolclass=pool.NullPool)
    try:
        with engine.connect() as connection:
            transaction = connection.begin()
            try:
                prepare(connection, case["sections"], dialect)
                compare(connection, case["sections"], dialect, mode, log)
            finally:
                transaction.rollback()
    except Exception as error:
        text = steady(str(error)).strip().split("\n")[0]
        print(f"error: {type(error).__name__}: {text}")
    finally:
        logger.removeHandler(log)


def main(path, mode, *urls):
    logger = logging.getLogger("alembic")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    for number, case in enumerate(read_cases(path)):
        only = case["sections"].get("only", [])
        for item in urls:
            dialect, url = item.split("=", 1)
            if only and dialect not in only[0].split():
                continue
            print(f"=== {number} {dialect}")
            run(case, dialect, url, mode)
            sys.stdout.flush()


main(*sys.argv[1:])
