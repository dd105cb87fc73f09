"""What a database holds, as lines that can be compared: objects of the catalog, then rows.

snapshot(connection) reads, changes(before, after) tells the difference, clear(engine) empties a PostgreSQL database.
"""

import re

import sqlalchemy as sa

USER = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
NAME = "quote_ident(n.nspname) || '.' || quote_ident({0})"
COMMENT = "coalesce(' -- ' || obj_description({0}, '{1}'), '')"

POSTGRESQL = [
    # schemas
    f"""SELECT 'schema ' || quote_ident(n.nspname) || {COMMENT.format('n.oid', 'pg_namespace')}
        FROM pg_namespace n WHERE {USER}""",
    # tables, views, sequences, composite types
    f"""SELECT CASE c.relkind WHEN 'r' THEN 'table ' WHEN 'p' THEN 'partitioned table ' WHEN 'v' THEN 'view '
                    WHEN 'm' THEN 'materialized view ' WHEN 'S' THEN 'sequence ' WHEN 'f' THEN 'foreign table '
                    WHEN 'c' THEN 'composite ' END
               || {NAME.format('c.relname')}
               || CASE c.relpersistence WHEN 'u' THEN ' UNLOGGED' WHEN 't' THEN ' TEMPORARY' ELSE '' END
               || coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), '')
               || coalesce(' ' || pg_get_expr(c.relpartbound, c.oid), '')
               || coalesce(' INHERITS ' || (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
                                            FROM pg_inherits i WHERE i.inhrelid = c.oid), '')
               || coalesce(' WITH ' || c.reloptions::text, '')
               || coalesce(' TABLESPACE ' || (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace), '')
               || coalesce(' USING ' || (SELECT amname FROM pg_am a WHERE a.oid = c.relam AND amname <> 'heap'), '')
               || CASE WHEN c.relrowsecurity THEN ' ROW SECURITY' ELSE '' END
               || CASE WHEN c.relkind IN ('v', 'm') THEN ' AS ' || pg_get_viewdef(c.oid) ELSE '' END
               || coalesce((SELECT format(' AS %s START %s INCREMENT %s MIN %s MAX %s CACHE %s%s', format_type(seqtypid, NULL),
                                   seqstart, seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END)
                            FROM pg_sequence s WHERE s.seqrelid = c.oid), '')
               || coalesce((SELECT ' OWNED BY ' || d.refobjid::regclass || '.' || d.refobjsubid
                            FROM pg_depend d WHERE c.relkind = 'S' AND d.objid = c.oid AND d.classid = 'pg_class'::regclass
                            AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass), '')
               || {COMMENT.format('c.oid', 'pg_class')}
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE (n.nspname !~ '^pg_' OR c.relpersistence = 't' AND n.nspname !~ 'toast') AND n.nspname <> 'information_schema'
              AND c.relkind NOT IN ('i', 'I', 't')""",
    # columns, numbered without gaps
    f"""SELECT 'column ' || {NAME.format('c.relname')} || '.' || quote_ident(a.attname) || ' #'
               || row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum) || ' ' || format_type(a.atttypid, a.atttypmod)
               || coalesce(' COLLATE ' || (SELECT quote_ident(collname) FROM pg_collation o WHERE o.oid = a.attcollation
                                           AND o.oid <> (SELECT typcollation FROM pg_type WHERE oid = a.atttypid)), '')
               || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
               || CASE a.attidentity WHEN 'a' THEN ' IDENTITY ALWAYS' WHEN 'd' THEN ' IDENTITY BY DEFAULT' ELSE '' END
               || CASE a.attgenerated WHEN '' THEN ' DEFAULT ' WHEN 's' THEN ' STORED ' ELSE ' VIRTUAL ' END
               || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
               || coalesce(' STORAGE ' || nullif(a.attstorage::text, t.typstorage::text), '')
               || coalesce(' -- ' || col_description(c.oid, a.attnum), '')
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             JOIN pg_type t ON t.oid = a.atttypid
             LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE {USER} AND c.relkind IN ('r', 'p', 'f', 'c') AND a.attnum > 0 AND NOT a.attisdropped""",
    f"""SELECT 'constraint ' || coalesce(conrelid::regclass::text || '.', 'domain ') || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
               || {COMMENT.format('k.oid', 'pg_constraint')}
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
        LEFT JOIN pg_class c ON c.oid = conrelid
        WHERE {USER} AND k.contype <> 'n'""".replace("conrelid::regclass::text", "(SELECT conrelid::regclass::text WHERE conrelid <> 0)"),
    f"""SELECT pg_get_indexdef(i.indexrelid)
               || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END || CASE WHEN i.indisclustered THEN ' CLUSTERED' ELSE '' END
               || coalesce(' TABLESPACE ' || (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace), '')
               || {COMMENT.format('c.oid', 'pg_class')}
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {USER}""",
    f"""SELECT CASE t.typtype WHEN 'e' THEN 'enum ' WHEN 'd' THEN 'domain ' ELSE 'range ' END || {NAME.format('t.typname')}
               || coalesce((SELECT ' ' || json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '')
               || CASE WHEN t.typtype = 'd' THEN ' ' || format_type(t.typbasetype, t.typtypmod)
                       || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END || coalesce(' DEFAULT ' || t.typdefault, '')
                       || coalesce(' COLLATE ' || (SELECT quote_ident(collname) FROM pg_collation o WHERE o.oid = t.typcollation
                                                   AND collname <> 'default'), '')
                  ELSE '' END
               || {COMMENT.format('t.oid', 'pg_type')}
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE {USER} AND t.typtype IN ('e', 'd', 'r')""",
    f"""SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {USER} AND NOT t.tgisinternal""",
    f"""SELECT 'function ' || p.oid::regprocedure || ' ' || p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype IN ('e', 'i') WHERE {USER} AND d.objid IS NULL""",
    "SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'",
]
TABLES = f"""SELECT quote_ident(n.nspname), quote_ident(c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {USER} AND c.relkind = 'r' ORDER BY 1, 2"""


def texts(connection, sql):
    return [row[0] for row in connection.exec_driver_sql(sql.replace("%", "%%") if connection.dialect.name == "postgresql" else sql)]


def postgresql_snapshot(connection):
    if "snapshot" not in connection.info:  # planning it takes longer than running it
        connection.exec_driver_sql("PREPARE snapshot AS " + "\nUNION ALL\n".join(POSTGRESQL).replace("%", "%%"))
        connection.info["snapshot"] = True
    lines = texts(connection, "EXECUTE snapshot")
    for schema, table in connection.exec_driver_sql(TABLES.replace("%", "%%")).fetchall():
        name = f"{schema}.{table}"
        lines += [f"row {name} {row}" for row in texts(connection, f"SELECT t::text FROM ONLY {name} t")]
    return lines


def parts_of(text):
    """What stands between the commas that are in no brackets or quotes."""
    parts, depth, quote = [""], 0, ""
    for letter in text:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        if letter == "," and depth == 0 and not quote:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def in_order(sql):
    """CREATE TABLE with its constraints sorted: a copied table has them in the order of a set, in the reference."""
    if not re.match(r"CREATE TABLE [^(]*\(.*\)\s*$", sql, re.S):
        return sql
    head, body = sql.split("(", 1)
    parts = parts_of(body.strip()[:-1])
    constraints = [part for part in parts if re.match(r"(CONSTRAINT|PRIMARY KEY|FOREIGN KEY|UNIQUE|CHECK)\b", part)]
    return f"{head}({', '.join([part for part in parts if part not in constraints] + sorted(constraints))})"


def sqlite_snapshot(connection):
    lines, tables = [], []
    for schema in texts(connection, "SELECT name FROM pragma_database_list ORDER BY seq"):
        prefix = "" if schema == "main" else schema + " "
        rows = connection.exec_driver_sql(f'SELECT type, name, sql FROM "{schema}".sqlite_master ORDER BY rowid').fetchall()
        lines += [prefix + (in_order(sql) if sql else f"{kind} {name}") for kind, name, sql in rows if name != "sqlite_sequence"]
        tables += [(prefix, schema, name) for kind, name, sql in rows if kind == "table"]
    for prefix, schema, name in tables:
        quoted = name.replace('"', '""')
        for row in connection.exec_driver_sql(f'SELECT * FROM "{schema}"."{quoted}"').fetchall():
            lines.append(f"row {prefix}{name} {tuple(row)!r}")
    return lines


def snapshot(connection):
    return postgresql_snapshot(connection) if connection.dialect.name == "postgresql" else sqlite_snapshot(connection)


def changes(before, after):
    """Lines gone and lines new, each told as often as it is; sorted, so that no order of the catalog matters."""
    left = list(after)
    gone = []
    for line in before:
        if line in left:
            left.remove(line)
        else:
            gone.append(line)
    return sorted("- " + steady(line) for line in gone) + sorted("+ " + steady(line) for line in left)


def steady(text):
    """One line, without what differs from run to run."""
    text = re.sub(r"pg_(toast_)?temp_\d+", r"pg_\1temp", text)
    text = re.sub(r"20(?:2[5-9]|[3-9]\d)-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?(?:\+00)?", "now", text)
    text = re.sub(r" at 0x[0-9a-f]+", " at 0x", text)
    return re.sub(r"[ \t]*\n\s*", " ", text.strip())


def clear(engine):
    """Empties the database, as good as new."""
    with engine.connect() as connection:
        for schema in texts(connection, f"SELECT quote_ident(n.nspname) FROM pg_namespace n WHERE {USER}"):
            connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        connection.exec_driver_sql("COMMENT ON SCHEMA public IS 'standard public schema'")
        for name in texts(connection, "SELECT quote_ident(extname) FROM pg_extension WHERE extname <> 'plpgsql'"):
            connection.exec_driver_sql(f"DROP EXTENSION {name} CASCADE")
        connection.commit()
