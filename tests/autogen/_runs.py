"""Runs what autogenerate wrote: after upgrade() nothing may differ, after downgrade() the catalog must be as it was."""

import textwrap
from types import SimpleNamespace

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite

# What DDL can change, a line each.
CATALOG = r"""
WITH mine AS (
    SELECT c.oid, c.relname, c.relkind, c.reloptions, c.relpersistence, n.nspname
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema')
SELECT concat_ws(' ', 'relation', nspname, relname, relkind, relpersistence, reloptions, obj_description(oid, 'pg_class'))
  FROM mine
 UNION ALL
SELECT concat_ws(' ', 'column', nspname, relname, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
                 attgenerated, pg_get_expr(d.adbin, d.adrelid), attcollation::regcollation, col_description(mine.oid, attnum))
  FROM mine JOIN pg_attribute a ON a.attrelid = mine.oid AND attnum > 0 AND NOT attisdropped AND relkind <> 'i'
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 UNION ALL
SELECT concat_ws(' ', 'constraint', nspname, relname, conname, pg_get_constraintdef(k.oid))
  FROM mine JOIN pg_constraint k ON k.conrelid = mine.oid
 UNION ALL
SELECT concat_ws(' ', 'index', nspname, pg_get_indexdef(mine.oid)) FROM mine WHERE relkind = 'i'
 UNION ALL
SELECT concat_ws(' ', 'sequence', s.seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle)
  FROM pg_sequence s
 UNION ALL
SELECT concat_ws(' ', 'enum', t.typname, array(SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY enumsortorder))
  FROM pg_type t WHERE t.typtype = 'e'
 UNION ALL
SELECT concat_ws(' ', 'domain', t.typname, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
                 array(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k WHERE k.contypid = t.oid))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND n.nspname <> 'information_schema'
 UNION ALL
SELECT concat_ws(' ', 'parts', c.relname, pg_get_partkeydef(c.oid), h.inhparent::regclass)
  FROM mine c LEFT JOIN pg_inherits h ON h.inhrelid = c.oid WHERE c.relkind IN ('r', 'p')
"""


def catalog(connection, dialect):
    if dialect == "postgresql":
        return set(connection.exec_driver_sql(CATALOG).scalars())
    reader, lines = inspect(connection), set()
    for table in reader.get_table_names():
        for part in ("columns", "pk_constraint", "foreign_keys", "unique_constraints", "check_constraints", "indexes"):
            found = getattr(reader, "get_" + part)(table)
            lines.update(f"{table} {part} {item!r}" for item in (found if isinstance(found, list) else [found]))
    return lines


def execute(context, code, names):
    with Operations.context(context) as op:
        space = dict(names, op=op, sa=sa, postgresql=postgresql, sqlite=sqlite, builtins=SimpleNamespace(**names))
        exec(textwrap.dedent("    " + code), space)


def changes(before, after):
    return "; ".join(["lost " + line for line in sorted(before - after)] + ["got " + line for line in sorted(after - before)])


def trouble(connection, dialect, options, render, target, names):
    """What goes wrong when the file runs, or ''."""
    def fresh():
        return MigrationContext.configure(connection, opts=dict(options, target_metadata=target))

    before = catalog(connection, dialect)
    context = fresh()
    script = produce_migrations(context, target)
    render = dict(render, render_as_batch=dialect == "sqlite" or render.get("render_as_batch", False))
    up, down = (render_python_code(ops, migration_context=context, **render) for ops in (script.upgrade_ops, script.downgrade_ops))
    step = "upgrade"
    try:
        execute(context, up, names)
        step = "check"
        left = produce_migrations(fresh(), target).upgrade_ops
        if left.as_diffs():
            return "check: " + render_python_code(left, migration_context=context, **render)
        step = "downgrade"
        execute(context, down, names)
    except Exception as error:
        return f"{step}: {type(error).__name__}: {str(error).strip()}"
    after = catalog(connection, dialect)
    return "downgrade: " + changes(before, after) if before != after else ""
