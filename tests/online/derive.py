"""What a script needs that it does not make itself, found by letting it fail: needed() returns the statements.

Only for recording. Each failure that names something missing adds a statement, until the script runs or the failure says
nothing that could be mended.
"""

import re

import sqlalchemy as sa

KEY = "PRIMARY KEY"


def quoted(name):
    return name if re.fullmatch(r"[a-z_][a-z0-9_]*", name) and name not in ("user", "order", "table", "group", "select") else '"' + name.replace('"', '""') + '"'


def dotted(name):
    """A name as a message has it: a.b is a table in a schema."""
    return ".".join(quoted(part) for part in name.split(".")) if name.count(".") == 1 else quoted(name)


def word(pattern, text):
    found = re.search(pattern, text, re.I | re.S)
    return found and next(group for group in found.groups() if group is not None)


def target(statement):
    """The table that a statement is about, as written there."""
    name = r'((?:"(?:[^"]|"")+"|[\w$]+)(?:\.(?:"(?:[^"]|"")+"|[\w$]+))?)'
    return (word(r"CREATE (?:UNIQUE )?INDEX .*? ON (?:ONLY )?" + name, statement)
            or word(r"ALTER TABLE (?:ONLY )?(?:IF EXISTS )?" + name, statement)
            or word(r"COMMENT ON COLUMN (.*)\.[^.]* IS", statement)
            or word(r"(?:INSERT INTO|UPDATE|DELETE FROM|COMMENT ON TABLE|DROP TABLE) " + name, statement)
            or word(r"CREATE TABLE " + name, statement)
            or word(r"FROM " + name, statement))


def type_of(column, statement):
    """A type that the statement's words about the column suggest."""
    if re.search(r"(tags|data|json|attrs|payload|doc)", column):
        return "JSON"
    if re.search(r"\bTYPE \w*CHAR|'[^']*'|lower\(|ILIKE|gin|text_pattern|COLLATE|name|title|email|status|label|body", statement, re.I):
        return "TEXT" if not re.search(r"(^id$|_id$|^n$|count|age)", column) else "INTEGER"
    if re.search(r"(_at$|^at$|date|time|during|period)", column):
        return "TIMESTAMP"
    return "INTEGER"


def referred(statement):
    found = re.search(r'REFERENCES ((?:"[^"]+"|[\w.])+) ?\(([^)]*)\)', statement)
    return (found.group(1), found.group(2)) if found else (None, None)


def retyped(before, column, types):
    """The statements with another type for a column that an earlier mend added: the next one of types."""
    start = f" ADD COLUMN {quoted(column)} "
    for place, sql in enumerate(before):
        if start in sql:
            now = sql.split(start)[1]
            later = types[types.index(now) + 1 :] if now in types else types
            if later:
                return before[:place] + [sql.split(start)[0] + start + later[0]] + before[place + 1 :]
    return None


def postgresql_retype(before, message):
    column = word(r'column "(.*?)"', message)
    wanted = word(r"(?:cast automatically to type|but default expression is of type|but expression is of type) (.*)$", message)
    if column and wanted:
        return retyped(before, column, ["INTEGER", "TEXT", wanted])
    wanted = word(r"cannot cast type \w+ to (.*)$", message)
    if wanted:
        for sql in before:
            column = word(r" ADD COLUMN (\w+) ", sql)
            if column:
                return retyped(before, column, ["INTEGER", "TEXT", wanted])
    return None


def postgresql_mend(state, message, statement):
    table = target(statement)
    if "must be declared NOT NULL before identity" in message:
        return [f"ALTER TABLE {table} ALTER COLUMN {quoted(word('column .(.*?). of', message))} SET NOT NULL"]
    missing = word(r'schema "(.*?)" does not exist', message)
    if missing:
        return [f"CREATE SCHEMA {quoted(missing)}"]
    missing = word(r'^(?:relation|table) "(.*?)" does not exist', message)
    if missing:
        if re.search(r"\bSEQUENCE\b|nextval", statement, re.I) and not re.search("ALTER TABLE|CREATE TABLE", statement):
            return [f"CREATE SEQUENCE {dotted(missing)}"]
        if re.match(r"(ALTER|COMMENT ON|REINDEX) INDEX", statement):
            return ["CREATE TABLE indexed (a INTEGER)", f"CREATE INDEX {dotted(missing)} ON indexed (a)"]
        name, columns = referred(statement)
        if name and name.strip('"').split(".")[-1].strip('"') == missing.split(".")[-1] and columns:
            body = ", ".join(f"{part.strip()} INTEGER" for part in columns.split(","))
            return [f"CREATE TABLE {name} ({body}, PRIMARY KEY ({columns}))"]
        return [f"CREATE TABLE {dotted(missing)} ()"]
    missing = word(r'index "(.*?)" does not exist', message)
    if missing:
        return ["CREATE TABLE IF NOT EXISTS indexed (a INTEGER)", f"CREATE INDEX {quoted(missing.split('.')[-1])} ON indexed (a)"]
    missing = word(r'sequence "(.*?)" does not exist', message)
    if missing:
        return [f"CREATE SEQUENCE {dotted(missing)}"]
    missing = word(r'view "(.*?)" does not exist', message)
    if missing:
        return [f"CREATE VIEW {dotted(missing)} AS SELECT 1 AS a"]
    missing = word(r'constraint "(.*?)" of relation "', message)
    if missing and table and "does not exist" in message:
        return [f"ALTER TABLE {table} ADD CONSTRAINT {quoted(missing)} CHECK (true)"]
    missing = word(r'column "(.*?)" of relation "(?:.*?)" does not exist', message) or word(
        r'column "(.*?)" (?:named in key |referenced in foreign key constraint )?does not exist', message) or word(
        r'column (?:\w+\.)?(\w+) does not exist', message)
    if missing and "referenced in foreign key" in message:
        name, _ = referred(statement)
        in_target = re.search(r"FOREIGN KEY ?\(([^)]*)\)", statement)
        if in_target and missing not in re.split(r'[ ,"]+', in_target.group(1)):
            return [f"ALTER TABLE {name} ADD COLUMN {quoted(missing)} INTEGER"]
    owner = word(r"column (\w+)\.\w+ does not exist", message)
    if owner:
        table = word(rf"(?:FROM|UPDATE|JOIN|INTO) ((?:\w+\.)?{owner})\b", statement) or owner
    if missing and table:
        return [f"ALTER TABLE {table} ADD COLUMN {quoted(missing)} {type_of(missing, statement)}"]
    if "there is no unique constraint matching given keys" in message or "there is no primary key for referenced table" in message:
        name, columns = referred(statement)
        return [f"ALTER TABLE {name} ADD UNIQUE ({columns})"] if columns else [f"ALTER TABLE {word(r'table .(.*?).$', message)} ADD COLUMN id INTEGER {KEY}"]
    missing = word(r'type "(.*?)" does not exist', message)
    if missing and missing.split("[")[0] in ("citext", "hstore", "ltree"):  # of contrib, which every server has
        return [f"CREATE EXTENSION {missing.split('[')[0]}"]
    if missing:
        return [f"CREATE TYPE {dotted(missing.split('[')[0])} AS ENUM ('a', 'b')"]
    missing = word(r'collation "(.*?)" for', message)
    if missing:
        return [f"CREATE COLLATION {dotted(missing)} (LOCALE = 'C')"]
    if "is not an identity column" in message and table:
        column = word(r'column "(.*?)" of', message)
        return [f"ALTER TABLE {table} ALTER COLUMN {quoted(column)} SET NOT NULL", f"ALTER TABLE {table} ALTER COLUMN {quoted(column)} ADD GENERATED BY DEFAULT AS IDENTITY"]
    if re.search(r"operator class|data type \w+ has no default operator class", message) and "gist" in message:
        return ["CREATE EXTENSION btree_gist"]
    missing = word(r'operator class "(\w+)" does not exist', message)
    if missing and "trgm" in missing:
        return ["CREATE EXTENSION pg_trgm"]
    return None


def sqlite_mend(state, message, statement):
    table = target(statement) or next((t for t in state if t), None)
    missing = word(r"no such table: (.+)$", message) or (word(r"^(\S+)$", message) if state.get("error") == "NoSuchTableError" else None)
    if missing:
        missing = missing.removeprefix("main.")
        if "." not in missing:
            return [f"CREATE TABLE {quoted(missing)} (k0 INTEGER)"]
        if "." in missing:
            schema = missing.split(".")[0]
            more = [] if state["attached"] == schema else [f"ATTACH DATABASE ':memory:' AS {quoted(schema)}"]
            return more + [f"CREATE TABLE {dotted(missing)} (k0 INTEGER)"]
    missing = word(r"unknown database (.+)$", message)
    if missing:
        return [f"ATTACH DATABASE ':memory:' AS {quoted(missing.strip(chr(34)))}"]
    missing = word(r"no such column: (.+)$", message) or word(r"has no column named (.+)$", message) or word(r'no such column: "(.+)"$', message)
    if not missing and state.get("error") in ("KeyError", "ConstraintColumnNotFoundError", "NoReferencedColumnError"):
        missing = word(r"^'(.+)'$", message) or word(r"column named '(.+?)'", message)
    if not missing:
        missing = word(r"unknown column \"(.+)\" in foreign key", message) or word(r'expected to be present.*?(\w+)$', message)
    owner = word(r"^(\w+)\.\w+$", missing or "")
    if owner:
        table = word(rf"(?:FROM|UPDATE|JOIN|INTO) ((?:\w+\.)?{owner})\b", statement) or table
    if missing and (table or state.get("table")):
        missing = missing.strip('"').split(".")[-1]
        return [f"ALTER TABLE {table or quoted(state['table'])} ADD COLUMN {quoted(missing)} {type_of(missing, statement)}"]
    missing = word(r"no such index: (.+)$", message)
    if missing:
        return ["CREATE TABLE IF NOT EXISTS indexed (a INTEGER)", f"CREATE INDEX {quoted(missing)} ON indexed (a)"]
    missing = word(r"no such view: (.+)$", message)
    if missing:
        return [f"CREATE VIEW {quoted(missing)} AS SELECT 1 AS a"]
    return None


def first_cause(error):
    """The failure behind one that came of it: the DROP after a failed copy, in an aborted transaction."""
    while isinstance(error, sa.exc.DBAPIError) and "aborted" in str(error) and isinstance(error.__context__, Exception):
        error = error.__context__
        while not isinstance(error, sa.exc.DBAPIError) and isinstance(error.__context__, sa.exc.DBAPIError):
            error = error.__context__
    return error


VALUES = {"INTEGER": "1", "TEXT": "'a'", "JSON": "'{}'", "TIMESTAMP": "'2024-01-02 03:04:05'"}


def rows_for(before):
    """A row for each table that the statements make, as far as its columns are known."""
    tables = {}
    for sql in before:
        made = re.match(r"CREATE TABLE (\S+) \(([^()]*)", sql)
        if made:
            tables[made.group(1)] = re.findall(r"(\w+) (INTEGER)", made.group(2))
        added = re.match(r'ALTER TABLE (\S+) ADD COLUMN ("[^"]*"|\w+) (\w+)', sql)
        if added and added.group(1) in tables:
            tables[added.group(1)].append(added.groups()[1:])
    for table, columns in tables.items():
        if columns and all(kind in VALUES for _, kind in columns):
            names = ", ".join(name for name, _ in columns)
            yield f"INSERT INTO {table} ({names}) VALUES ({', '.join(VALUES[kind] for _, kind in columns)})"


def mend(error, script, before):
    error = first_cause(error)
    state = {"error": type(error).__name__, "table": word(r"batch_alter_table\(\s*[\"'](.*?)[\"']", script),
             "attached": word(r"ATTACH DATABASE \S+ AS (\S+)", " ".join(before))}
    dialect = None
    if isinstance(error, sa.exc.DBAPIError):
        message, statement = str(error.orig).split("\n")[0], error.statement or ""
        dialect = "postgresql" if "psycopg2" in type(error.orig).__module__ else "sqlite"
    else:
        message, statement = str(error).split("\n")[0], ""
    if dialect == "postgresql":
        return postgresql_mend(state, message, statement)
    return sqlite_mend(state, message, statement)


def needed(attempt, script):
    before, error = [], None
    for _ in range(16):
        _, error = attempt(before)
        if error is None:
            for row in rows_for(before):
                if sound(attempt, before + [row]) and attempt(before + [row])[1] is None:
                    before = before + [row]
            return before
        try:
            more = mend(error, script, before)
        except Exception:
            more = None
        tried = before + more if more and more[-1] not in before else postgresql_retype(before, str(getattr(error, "orig", error)).split("\n")[0])
        if not tried or not sound(attempt, tried):
            break
        before = tried
    return before


def sound(attempt, before):
    """Whether the statements themselves run."""
    try:
        attempt(before)
    except Exception:
        return False
    return True
