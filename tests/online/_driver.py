"""Runs cases of tests/ops and tests/online on real databases, for online.pl: under retort, or under CPython with the
reference to record from.

Arguments: FILE RECORDED DIALECT=URL... Each case is run as env.py would run a revision; then the catalog is read. Prints
=== NUMBER DIALECT and, behind "> ", what the script printed, "- " and "+ " what the catalog and the rows lost and got,
or "error: ", the driver's message and "at: " the statement that it failed in.

Objects that a case needs are made first, by the statements of RECORDED ("< " lines), the file that holds what the
reference gave. With RECORDED "derive" they are found out: a script that fails for lack of a table is tried
again with one.
"""

import contextlib
import io
import re
import sys

import catalog
import sqlalchemy as sa
from alembic import op
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, pool
from sqlalchemy.dialects import postgresql, sqlite

DIALECTS = ("postgresql", "sqlite")


# --- files ---


def read_cases(path):
    """[(name, script, {dialect: set-up statements})]. A first case named "before all" is no case: its script and its
    statements belong to all the others."""
    cases, common, shared = [], "", {}
    with open(path) as file:
        for block in re.split(r"(?m)^---[ \t]*\n", file.read()):
            if not block.strip():
                continue
            head, *rest = re.split(r"(?m)^>>> *(.*)\n", block)
            before = dict(shared)
            for header, text in zip(rest[::2], rest[1::2]):
                if header.startswith("before"):
                    for dialect in header.split()[1:] or DIALECTS:
                        before[dialect] = statements(text)
            name = re.search(r"(?m)^# *(.*)$", head).group(1)
            if name == "before all":
                common, shared = head, before
                cases.append((name, None, {}))
            else:
                only = re.search(r"(?m)^>>> only (.*)$", block)
                cases.append((name, common + head, {**before, "only": only.group(1).split()} if only else before))
    return cases


def statements(text):
    return [part.strip() for part in re.split(r";\n", text + "\n") if part.strip()]


def read_recorded(path):
    """{(case name, dialect): set-up statements}"""
    found, key = {}, None
    with contextlib.suppress(FileNotFoundError), open(path) as file:
        for line in file:
            if line.startswith("# "):
                key = tuple(line[2:].rstrip("\n").rsplit(" @ ", 1))
                found[key] = []
            elif line.startswith("< "):
                found[key].append(line[2:].rstrip("\n").replace("\\n", "\n"))
    return found


# --- one case ---


def execute(connection, sql):
    connection.exec_driver_sql(sql.replace("%", "%%") if connection.dialect.name == "postgresql" else sql)


def needs_commit(script):
    """Whether the script cannot be run in a transaction that is rolled back in the end."""
    return re.search(r"autocommit|(?i:concurrently)|begin_transaction|COMMIT|\.commit\(|begin\(|VACUUM|ALTER SYSTEM", script)


def run_script(context, script):
    space = {"op": op, "sa": sa, "postgresql": postgresql, "sqlite": sqlite, "__name__": "case"}
    with Operations.context(context):
        exec(script, space)


def shown_error(error):
    kind = type(error).__name__
    text = str(error.orig if isinstance(error, sa.exc.DBAPIError) else error).strip()
    text = re.sub(r"^(Abstract|Batch)?Operations\.", "", text)
    text = re.sub(r"Compiler (<[^>]*>|for dialect '\w+') ", "", text.split("\n")[0].split(" (Background on")[0])
    lines = [f"error: {kind}: {catalog.steady(text)}"]
    statement = getattr(error, "statement", None)
    if isinstance(error, sa.exc.DBAPIError) and statement:
        lines.append("at: " + " ".join(statement.split()))
    return lines


def attempt(engine, script, before):
    """(lines, error): what the script did to a database with those objects."""
    printed, error = io.StringIO(), None
    commits = needs_commit(script)
    with engine.connect() as connection:
        outer = None if commits else connection.begin()
        try:
            for sql in before:
                execute(connection, sql)
            first = catalog.snapshot(connection)
            if commits:
                connection.commit()
            lines = []
            try:
                with contextlib.redirect_stdout(printed):
                    context = MigrationContext.configure(connection, opts={"target_metadata": sa.MetaData()})
                    with context.begin_transaction():
                        run_script(context, script)
                lines = catalog.changes(first, catalog.snapshot(connection)) or ["unchanged"]
            except Exception as failure:
                error = failure
                lines = shown_error(failure)
        finally:
            if outer is not None and outer.is_active:
                outer.rollback()
            if engine.dialect.name == "postgresql":
                connection.rollback()
                connection.exec_driver_sql("RESET ALL")
                connection.commit()
    if commits and engine.dialect.name == "postgresql":
        catalog.clear(engine)
    return ["> " + line for line in printed.getvalue().splitlines()] + lines, error


def fresh(engine, url):
    """An engine on an empty database."""
    return engine if engine.dialect.name == "postgresql" else create_engine(url, poolclass=pool.StaticPool)


def main(path, recorded, *urls):
    engines = {}
    known = {} if recorded == "derive" else read_recorded(recorded)
    for number, (name, script, given) in enumerate(read_cases(path), 1):
        for item in urls if script is not None else []:
            dialect, url = item.split("=", 1)
            if dialect not in given.get("only", DIALECTS):
                continue
            before = given.get(dialect, known.get((name, dialect), []))
            if dialect == "sqlite" or dialect not in engines:
                engines[dialect] = create_engine(url, poolclass=pool.StaticPool)
            engine = engines[dialect]
            if recorded == "derive" and dialect not in given:
                import derive

                before = derive.needed(lambda tried: attempt(fresh(engine, url), script, tried), script)
            lines, _ = attempt(engine, script, before)
            print(f"=== {number} {dialect}")
            for sql in before if dialect not in given else []:
                print("< " + sql.replace("\n", "\\n"))
            for line in lines:
                print(line)
            sys.stdout.flush()


main(*sys.argv[1:])
