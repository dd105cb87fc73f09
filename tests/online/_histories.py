"""Runs whole histories for online.pl: each case of FILE is one, its revisions are sections ">>> revision" with upgrade()
and downgrade(). The history goes up and down step by step, then at once, and after each command the change of the catalog
and the rows is printed ("upgrade +1", then "- " and "+ " lines).

Arguments as _driver.py has them; what a history needs it makes itself.
"""

import os
import re
import sys
import tempfile

import catalog
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import pool

ENV = """
from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, **context.config.attributes["options"])
with context.begin_transaction():
    context.run_migrations()
"""
HEAD = """
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

revision = "r{number}"
down_revision = {down}
"""


def read_histories(path):
    """[(name, dialects, options, revisions)]"""
    found = []
    with open(path) as file:
        for block in re.split(r"(?m)^---[ \t]*\n", file.read()):
            if block.strip():
                head, *rest = re.split(r"(?m)^>>> *(.*)\n", block)
                sections = list(zip(rest[::2], rest[1::2]))
                only = [header.split()[1:] for header, _ in sections if header.startswith("only")]
                options = eval("dict(" + ", ".join(text.strip() for header, text in sections if header == "options") + ")")
                revisions = [text for header, text in sections if header == "revision"]
                found.append((re.search(r"(?m)^# *(.*)$", head).group(1), only[0] if only else ["postgresql", "sqlite"], options, revisions))
    return found


def write_project(folder, revisions):
    os.makedirs(os.path.join(folder, "versions"))
    files = {"env.py": ENV, "script.py.mako": ""}
    for number, text in enumerate(revisions, 1):
        down = repr(f"r{number - 1}") if number > 1 else "None"
        files[f"versions/r{number}_.py"] = f'"""revision {number}"""\n' + HEAD.format(number=number, down=down) + "\n" + text
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    config = Config()
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    return config


def run_history(engine, options, revisions):
    with tempfile.TemporaryDirectory() as folder:
        config = write_project(folder, revisions)
        ups, downs = [(command.upgrade, "+1")] * len(revisions), [(command.downgrade, "-1")] * len(revisions)
        steps = ups + downs + [(command.upgrade, "head"), (command.downgrade, "base")]
        before = []
        for run, target in steps:
            print(f"{run.__name__} {target}")
            with engine.connect() as connection:
                config.attributes.update(connection=connection, options=options)
                try:
                    run(config, target)
                except Exception as error:
                    print(f"error: {type(error).__name__}: {str(error).splitlines()[0]}")
                    return
            with engine.connect() as connection:
                after = catalog.snapshot(connection)
                for line in catalog.changes(before, after) or ["unchanged"]:
                    print(line)
                before = after


def main(path, recorded, *urls):
    engines = {dialect: sa.create_engine(url, poolclass=pool.StaticPool) for dialect, url in (item.split("=", 1) for item in urls)}
    for number, (_, dialects, options, revisions) in enumerate(read_histories(path), 1):
        for dialect, engine in engines.items():
            if dialect in dialects:
                print(f"=== {number} {dialect}")
                if dialect == "sqlite":
                    engine = sa.create_engine("sqlite://", poolclass=pool.StaticPool)
                run_history(engine, options, revisions)
                if dialect == "postgresql":
                    catalog.clear(engine)
                sys.stdout.flush()


main(*sys.argv[1:])
