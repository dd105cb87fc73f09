"""Random models for tests/stress/fixpoint.sh: SEED says which, STATE 1 is the first form of them and 2 a changed one."""

import os
import random

from sqlalchemy import (ARRAY, BigInteger, Boolean, CheckConstraint, Column, Computed, Date, DateTime, Enum, Float,
                        ForeignKeyConstraint, Identity, Index, Integer, Interval, JSON, LargeBinary, MetaData, Numeric,
                        PrimaryKeyConstraint, SmallInteger, String, Table, Text, Time, UniqueConstraint, Uuid, func, text)
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import ExcludeConstraint

pg = os.environ["DIALECT"] == "postgresql"
seed, state = int(os.environ["SEED"]), int(os.environ["STATE"])
r = random.Random(seed)

# name -> (how the type is made, its defaults in SQL)
TYPES = {
    "int": (lambda: Integer(), ["0", "7", "-1"]),
    "small": (lambda: SmallInteger(), ["3"]),
    "big": (lambda: BigInteger(), ["9000000000"]),
    "num": (lambda: Numeric(10, 2), ["0", "12.50"]),
    "float": (lambda: Float(), ["0.5"]),
    "bool": (lambda: Boolean(), ["true", "false"] if pg else ["1", "0"]),
    "str20": (lambda: String(20), ["'draft'", "'it''s'", "'a:b'"]),
    "str50": (lambda: String(50), ["''", "'100%'"]),
    "text": (lambda: Text(), ["'x'"]),
    "date": (lambda: Date(), ["CURRENT_DATE"] if pg else ["CURRENT_DATE"]),
    "time": (lambda: Time(), []),
    "at": (lambda: DateTime(timezone=True) if pg else DateTime(), ["now()", "timezone('utc', now())"] if pg else ["CURRENT_TIMESTAMP"]),
    "bytes": (lambda: LargeBinary(), []),
    "json": (lambda: JSON(), ["'{}'"]),
}
if pg:
    TYPES.update({
        "uuid": (lambda: Uuid(), ["gen_random_uuid()"]),
        "jsonb": (lambda: postgresql.JSONB(), ["'{}'", "'[]'::jsonb"]),
        "ints": (lambda: ARRAY(Integer), ["'{}'", "ARRAY[1,2]"]),
        "texts": (lambda: postgresql.ARRAY(Text), ["'{}'::text[]"]),
        "inet": (lambda: postgresql.INET(), ["'127.0.0.1'"]),
        "interval": (lambda: Interval(), ["'1 day'"]),
        "range": (lambda: postgresql.INT4RANGE(), []),
        "color": (lambda: Enum(*colors, name="color"), ["'red'"]),
    })
NUMBERS = ("int", "small", "big", "num")
TEXTS = ("str20", "str50", "text")
colors = ["red", "green", "blue"]


def new_column(name, nullable=None):
    kind = r.choice(sorted(TYPES))
    defaults = TYPES[kind][1]
    return {
        "name": name, "type": kind, "nullable": r.random() < 0.6 if nullable is None else nullable,
        "default": r.choice(defaults) if defaults and r.random() < 0.4 else None,
        "comment": r.choice([None, None, "it's a \"comment\""]) if pg else None,
    }


def new_table(number):
    columns = [new_column("c%d" % i) for i in range(r.randint(2, 6))]
    return {
        "name": r.choice(["t%d", "Mixed %d", "order_%d"]) % number, "schema": r.choice([None, None, "other"]) if pg else None,
        "key": r.choice(["serial", "identity", "plain"]) if pg else "plain", "columns": columns, "indexes": [], "checks": [],
        "uniques": [], "excludes": [], "refers": None, "computed": None, "second": [], "unlogged": False, "comment": r.choice([None, "table %d" % number]) if pg else None,
    }


def names(table, kinds):
    return [c["name"] for c in table["columns"] if c["type"] in kinds]


def add_index(table):
    n = len(table["indexes"]) + 10 * r.randint(1, 10**6)
    fields = [c["name"] for c in table["columns"] if c["type"] not in ("json", "bytes")]
    index = {"name": "ix_%d" % n, "columns": r.sample(fields, min(len(fields), r.randint(1, 2))), "unique": r.random() < 0.2}
    if not index["columns"]:
        return
    plain = names(table, TEXTS)
    choice = r.random()
    if pg and choice < 0.2 and plain:
        index["expression"] = "lower(%s)" % plain[0]
    elif pg and choice < 0.4 and names(table, NUMBERS):
        index["where"] = "%s>%d" % (names(table, NUMBERS)[0], r.randint(0, 9))
    elif pg and choice < 0.5 and names(table, ("jsonb", "ints")):
        index.update(columns=[names(table, ("jsonb", "ints"))[0]], using="gin", unique=False)
    elif pg and choice < 0.6:
        index["include"] = [table["columns"][0]["name"]]
        index["columns"] = [c for c in index["columns"] if c not in index["include"]] or ["id"]
    table["indexes"].append(index)


def add_check(table):
    fields = names(table, NUMBERS)
    if fields:
        table["checks"].append(("ck_%d" % r.randint(1, 10**8), r.choice(["%s>=0", "%s <> 5", "%s BETWEEN -9 AND 99"]) % fields[0]))


def add_unique(table):
    fields = [c["name"] for c in table["columns"] if c["type"] in NUMBERS + TEXTS]
    if len(fields) > 1:
        columns = sorted(r.sample(fields, 2))
        if columns not in [there for _, there in table["uniques"]]:  # SQLite knows one key a set of columns
            table["uniques"].append(("uq_%d" % r.randint(1, 10**8), columns))


def add_exclude(table):
    fields = names(table, ("range",))
    if pg and fields:
        table["excludes"].append({"name": "ex_%d" % r.randint(1, 10**8), "column": fields[0], "operator": r.choice(["&&", "="]),
                                  "where": r.choice([None, "NOT isempty(%s)" % fields[0]]), "deferrable": r.random() < 0.3})


def key_fields(table):
    return [c["name"] for c in table["columns"] if c["type"] in NUMBERS + ("str20",) and not c["nullable"] and not c.get("identity")]


def decorate(tables):
    for i, table in enumerate(tables):
        for add in (add_index, add_index, add_check, add_unique, add_exclude):
            if r.random() < 0.5:
                add(table)
        if i and r.random() < 0.5:
            table["refers"] = (tables[r.randrange(i)], r.choice([None, "CASCADE", "SET NULL"]))
            table["how"] = key_options()
        if pg and r.random() < 0.2:
            table["unlogged"] = True
        if not table["refers"] and key_fields(table) and r.random() < 0.3:
            table["second"] = key_fields(table)[:1]
        if r.random() < 0.3 and names(table, NUMBERS):
            table["computed"] = "%s+%d" % (names(table, NUMBERS)[0], r.randint(1, 5))


def key_options():
    options = {}
    if pg and r.random() < 0.3:
        options["match"] = "FULL"
    if r.random() < 0.3:
        options["deferrable"] = True
        options["initially"] = r.choice([None, "DEFERRED"])
    return options


def is_unlogged_safe(tables):
    """A logged table cannot refer to one that is not."""
    for table in tables:
        if table["refers"]:
            table["unlogged"] = table["refers"][0]["unlogged"] = False


def change_keys(table):
    """A primary key of one column more or less; nobody may refer to it."""
    fields = key_fields(table)
    if table["referred"] or not fields:
        return
    table["second"] = [] if table["second"] else fields[:1]


def change_excludes(table):
    for exclude in table["excludes"]:
        exclude["where"] = r.choice([None, exclude["where"], "lower(%s) > 3" % exclude["column"]])
    if r.random() < 0.3:
        table["excludes"] = table["excludes"][1:]


def change_references(table):
    if table["refers"]:
        table["how"] = key_options()


def change_identities(table):
    for column in table["columns"]:
        if pg and column["type"] in ("int", "big", "small") and not column["default"] and r.random() < 0.3:
            column["identity"] = r.choice([None, dict(always=True), dict(start=7, increment=2), dict(cycle=True, cache=3)])
            column["nullable"] = False if column["identity"] else column["nullable"]


def retype(table):
    same = {"str20": "str50", "str50": "str20", "int": "big", "small": "int"}
    if pg and r.random() < 0.5:
        same = {"text": "int", "str20": "uuid", "int": "bool", "json": "jsonb", "str50": "color", "color": "text", "bool": "int"}
    used = {c for i in table["indexes"] for c in i["columns"]} | {c for u in table["uniques"] for c in u[1]}
    used |= {table["computed"].split("+")[0]} if table["computed"] else set()
    for column in table["columns"]:
        if column["type"] in same and column["name"] not in used and not any(column["name"] in text for _, text in table["checks"]):
            if column.get("identity") or column["name"] in table["second"]:
                continue
            column["type"] = same[column["type"]]
            if column["default"] not in TYPES[column["type"]][1]:
                column["default"] = None
            return


def change_columns(table):
    for column in table["columns"]:
        defaults = TYPES[column["type"]][1]
        if r.random() < 0.3 and not column.get("identity") and column["name"] not in table["second"]:
            column["nullable"] = not column["nullable"]
        if r.random() < 0.3 and defaults and not column.get("identity"):
            column["default"] = r.choice([None, r.choice(defaults)])
        if pg and r.random() < 0.2:
            column["comment"] = r.choice([None, "other"])


def change_checks(table):
    table["checks"] = [(name, text.replace("5", "6").replace(">=0", ">=1")) for name, text in table["checks"]][: r.randint(0, 3)]


def change_indexes(table):
    for index in table["indexes"]:
        if "where" in index and r.random() < 0.5:
            index["where"] = index["where"] + "0"
        elif "include" in index and r.random() < 0.5:
            del index["include"]
    if r.random() < 0.3:
        table["indexes"] = table["indexes"][1:]


def change(tables):
    for table in tables:
        for step in (change_keys, change_identities, change_columns, change_checks, change_indexes, add_index, add_check, add_unique,
                     retype, add_exclude, change_excludes, change_references):
            if r.random() < 0.4:
                step(table)
        if r.random() < 0.4:
            table["columns"].append(new_column("new%d" % len(table["columns"]), nullable=True))
        if pg and table["computed"] and r.random() < 0.5:
            table["computed"] = table["computed"] + "0"
        if pg and r.random() < 0.3:
            table["comment"] = r.choice([None, "changed"])
        if pg and r.random() < 0.2:
            table["unlogged"] = not table["unlogged"]
    referred = [t["refers"][0]["name"] for t in tables if t["refers"]]
    if r.random() < 0.3 and tables[-1]["name"] not in referred and len(tables) > 1:
        tables.pop()
    if r.random() < 0.5:
        tables.append(new_table(77))
    if r.random() < 0.4:
        colors[:] = r.choice([["red", "orange", "green", "blue"], ["red", "blue"], ["blue", "red", "green"]])


def key_of(table):
    if table["key"] == "identity":
        return Column("id", Integer, Identity(always=True), primary_key=True)
    return Column("id", Integer, primary_key=True, autoincrement=not table["second"] or "auto")


def constraints_of(table):
    made = [CheckConstraint(text(t), name=n) for n, t in table["checks"]]
    made += [UniqueConstraint(*columns, name=n) for n, columns in table["uniques"]]
    if table["refers"]:
        target, action = table["refers"]
        where = "%s.%s" % (target["schema"], target["name"]) if target["schema"] else target["name"]
        made.append(ForeignKeyConstraint(["ref"], [where + ".id"], name="fk_" + table["name"].replace(" ", "_").lower(), ondelete=action,
                                         **table["how"]))
    for e in table["excludes"]:
        made.append(ExcludeConstraint((e["column"], e["operator"]), name=e["name"], using="gist", deferrable=e["deferrable"] or None,
                                      where=text(e["where"]) if e["where"] else None))
    if table["second"]:
        made.append(PrimaryKeyConstraint("id", *table["second"], name="pk_" + table["name"].replace(" ", "_").lower()))
    return made


def build(tables):
    metadata = MetaData()
    for table in tables:
        columns = [key_of(table)]
        for c in table["columns"]:
            identity = [Identity(**c["identity"])] if c.get("identity") else []
            columns.append(Column(c["name"], TYPES[c["type"]][0](), *identity, nullable=c["nullable"], comment=c["comment"],
                                  server_default=text(c["default"]) if c["default"] else None))
        if table["refers"]:
            columns.append(Column("ref", Integer))
        if table["computed"]:
            columns.append(Column("calculated", BigInteger(), Computed(table["computed"], persisted=True if not pg else None)))
        made = Table(table["name"], metadata, *columns, *constraints_of(table), schema=table["schema"], comment=table["comment"],
                     prefixes=["UNLOGGED"] if table["unlogged"] else [])
        for index in table["indexes"]:
            options = {"postgresql_" + k: index[k] for k in ("using", "include") if k in index}
            if "where" in index:
                options["postgresql_where"] = text(index["where"])
            what = [text(index["expression"])] if "expression" in index else [made.c[c] for c in index["columns"]]
            Index(index["name"], *what, unique=index["unique"], **options, **({"_table": made} if "expression" in index else {}))
    return metadata


tables = [new_table(i) for i in range(r.randint(1, 4))]
decorate(tables)
for t in tables:
    t["referred"] = any(other["refers"] and other["refers"][0] is t for other in tables)
    t["second"] = [] if t["referred"] or t["key"] == "serial" else t["second"]
is_unlogged_safe(tables)
if state == 2:
    change(tables)
    is_unlogged_safe(tables)
metadata = build(tables)
