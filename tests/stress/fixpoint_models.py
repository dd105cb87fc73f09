"""Random models for tests/stress/fixpoint.sh: SEED says which, STATE 1 is the first form of them and 2 a changed one.

Run as a program it prints what was renamed from the first to the second, a line each, as --rename takes it.
"""

import os
import random
import re

from fixpoint_types import TYPES, colors, good_for, moods, pg, sizes, successors, zip_codes
from sqlalchemy import (BigInteger, CheckConstraint, Column, Computed, ForeignKeyConstraint, Identity, Index, Integer, MetaData,
                        PrimaryKeyConstraint, Sequence, Table, UniqueConstraint, func, text)
from sqlalchemy.dialects.postgresql import ExcludeConstraint

seed, state = int(os.environ["SEED"]), int(os.environ["STATE"])
r = random.Random(seed)
more = random.Random(-seed - 1)  # for "more of both states", so that the rest stays as it is
third = random.Random(-seed - 2 - 10**9)  # for "keys of several columns, CHECKs of columns, domains, schemas"
renames = []

CONVENTION = {
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s",
}
by_convention = r.random() < 0.25
metadata = MetaData(naming_convention=CONVENTION if by_convention else None)
loose = {}  # sequences of their own: name -> options
# Names that want quotes; expressions stay away from columns of such names.
HOSTILE = ["Mixed Case", 'say "hi"', "50%", "naïve", "group", "back\\slash", "a.b", "it's", "x" * 63]


def maybe(chance, value, otherwise=None):
    return value if r.random() < chance else otherwise


def quoted(name):
    return '"%s"' % name.replace('"', '""') if name != name.lower() or not name.isidentifier() else name


# --- columns --------------------------------------------------------------------------------------------------------------


def new_column(name, nullable=None):
    kind = r.choice(sorted(TYPES))
    defaults = TYPES[kind][1]
    column = {
        "name": name, "type": kind, "nullable": r.random() < 0.6 if nullable is None else nullable,
        "default": maybe(0.4, r.choice(defaults)) if defaults else None, "identity": None,
        "comment": r.choice([None, None, "it's a \"comment\"", "100% \\ ☃"]) if pg else None,
        "collation": None, "index": r.random() < 0.1 and good_for(kind, "plain"),
        "unique": r.random() < 0.05 and good_for(kind, "plain"), "hostile": False,
    }
    if good_for(kind, "text"):
        column["collation"] = maybe(0.2, r.choice(["C", "POSIX", "und-x-icu"] if pg else ["NOCASE", "RTRIM", "BINARY"]))
    return column


def new_table(number):
    columns = [new_column("c%d" % i) for i in range(r.randint(2, 7))]
    if r.random() < 0.3:
        columns.append(new_column(r.choice(HOSTILE)))
        columns[-1].update(hostile=True, index=False, unique=False)
    return {
        "name": r.choice(["t%d", "t%d", "Mixed %d", "order_%d", "per%%cent%d", 'quo"te%d']) % number,
        "schema": r.choice([None, None, "other", "pgs_analysis"]) if pg else None,
        "key": r.choice(["serial", "identity", "plain", "big", "sequence", "none"]) if pg else r.choice(["plain", "plain", "none"]),
        "columns": columns, "indexes": [], "checks": [], "uniques": [], "excludes": [], "refers": [], "computed": [],
        "second": [], "unlogged": False, "comment": r.choice([None, "table %d" % number, "it's"]) if pg else None,
        "partition": None, "inherits": None, "options": {}, "referred": False, "pairs": [], "pair_keys": [],
    }


def names(table, purpose):
    """Of columns for this purpose, in tables where they may be used in any way."""
    return [c["name"] for c in table["columns"] if good_for(c["type"], purpose) and not c["hostile"]]


def column_of(table, name):
    return next(c for c in table["columns"] if c["name"] == name)


def number():
    return r.randint(1, 10**8)


# --- indexes and constraints ------------------------------------------------------------------------------------------------


def plain_index(table):
    fields = names(table, "plain")
    return {"columns": r.sample(fields, min(len(fields), r.randint(1, 3)))} if fields else None


def sorted_index(table):
    index = plain_index(table)
    orders = ["", "desc", "desc nulls last", "asc nulls first"] if pg else ["", "desc"]
    return index and dict(index, order=[r.choice(orders) for _ in index["columns"]])


def expression_index(table):
    texts, numbers = names(table, "text"), names(table, "number")
    choices = ["lower(%s)" % name for name in texts] + ["%s + 1" % name for name in numbers]
    choices += ["coalesce(%s, '')" % name for name in texts]
    index = {"columns": [], "expressions": r.sample(choices, min(len(choices), r.randint(1, 2)))} if choices else None
    if index and r.random() < 0.3 and names(table, "plain"):
        index["columns"] = names(table, "plain")[:1]
    return index


def partial_index(table):
    index, numbers, texts = plain_index(table), names(table, "number"), names(table, "text")
    wheres = ["%s>%d" % (name, r.randint(0, 9)) for name in numbers] + ["%s IS NOT NULL AND %s <> 'x'" % (n, n) for n in texts]
    return index and wheres and dict(index, where=r.choice(wheres))


def covering_index(table):
    index = plain_index(table)
    include = [c["name"] for c in table["columns"] if index and c["name"] not in index["columns"]]
    return include and dict(index, include=include[:r.randint(1, 2)], unique=r.random() < 0.3)


def method_index(table):
    method = r.choice(["gin", "gist", "hash", "brin", "spgist"])
    purpose = {"brin": "number", "spgist": "range"}.get(method, method)
    fields = names(table, purpose)
    options = {"gin": {"fastupdate": "off"}, "brin": {"pages_per_range": "32"}, "hash": {"fillfactor": "60"}}
    if table["partition"] or not fields:
        return None
    return {"columns": fields[:1], "using": method, "with": maybe(0.4, options.get(method), None), "unique": False}


def class_index(table):
    fields = names(table, "text")
    if not fields or column_of(table, fields[0])["type"] in ("str20", "unicode", "str", "str50"):
        return fields and {"columns": fields[:1], "ops": {fields[0]: "varchar_pattern_ops"}}
    return {"columns": fields[:1], "ops": {fields[0]: "text_pattern_ops"}}


def unique_index(table):
    index = plain_index(table)
    if not index or table["partition"]:
        return None
    return dict(index, unique=True, **({"nulls_not_distinct": True} if pg and r.random() < 0.4 else {}))


INDEXES = [plain_index, sorted_index, partial_index, expression_index, unique_index]
INDEXES += [covering_index, method_index, class_index] if pg else []


def add_index(table):
    index = r.choice(INDEXES)(table)
    if index and (index["columns"] or index.get("expressions")):
        table["indexes"].append({"unique": False, "name": "%s_%d" % (r.choice(["ix", "Ix"]), number()), **index})


def add_check(table):
    fields, texts = names(table, "number"), names(table, "text")
    choices = [f % name for name in fields for f in ("%s>=0", "%s <> 5", "%s BETWEEN -9 AND 99", "%s % 7 <> 5" .replace("% 7", "%% 7"))]
    choices += ["%s IN ('a', 'b5')" % name for name in texts] + ["length(%s)>5" % name for name in texts]
    if choices:
        table["checks"].append(["ck_%d" % number(), r.choice(choices)])


def add_unique(table):
    fields = names(table, "plain")
    if len(fields) > 1 and not table["partition"]:
        columns = sorted(r.sample(fields, 2))
        if columns not in [there["columns"] for there in table["uniques"]] + table["pairs"]:  # SQLite knows one key a set of columns
            table["uniques"].append({
                "name": "uq_%d" % number() if not by_convention else None, "columns": columns,
                "deferrable": maybe(0.2 if pg else 0, True), "distinct": not (pg and r.random() < 0.2), "include": pg and r.random() < 0.2})


def add_exclude(table):
    fields = names(table, "range")
    if pg and fields and not table["partition"]:
        name = fields[0]
        table["excludes"].append({
            "name": maybe(0.7, "ex_%d" % number()), "column": name, "operator": r.choice(["&&", "="]),
            "where": maybe(0.4, "NOT isempty(%s)" % name), "deferrable": maybe(0.3, True), "expression": r.random() < 0.2})


def add_computed(table):
    numbers, texts = names(table, "number"), names(table, "text")
    choices = ["%s+%d" % (name, r.randint(1, 5)) for name in numbers]
    choices += [("length(%s)" if pg else "length(%s) + 1") % name for name in texts]
    if choices and not table["partition"]:
        name = "own%d" if table["inherits"] else "calculated%d"
        table["computed"].append([name % len(table["computed"]), r.choice(choices)])


def key_options():
    return {
        "ondelete": r.choice([None, "CASCADE", "SET NULL", "RESTRICT", "NO ACTION" if pg else None]), "onupdate": r.choice([None, None, "CASCADE"]),
        "match": maybe(0.2, "FULL" if pg else None), "deferrable": maybe(0.3, True), "initially": None,
        "not_valid": pg and r.random() < 0.1,
    }


def add_reference(table, tables):
    """To an earlier table, or to itself; a later one with use_alter."""
    choices = [t for t in tables if t["key"] != "none" and not t["partition"] and not t["second"] and not t["unlogged"]]
    if not choices:
        return
    target = r.choice(choices)
    options = key_options()
    options["initially"] = options["deferrable"] and r.choice([None, "DEFERRED"])
    if table["partition"]:
        options["not_valid"] = False
    later = tables.index(target) > tables.index(table)
    if later and not pg:
        return
    name = "ref%d" % len(table["refers"])
    key = "fk_%s_%d" % (name, number())
    table["refers"].append({"column": name, "target": target, "name": key if later or not by_convention else None,
                            "use_alter": later, "options": options})
    target["referred"] = True


def key_fields(table):
    return [c["name"] for c in table["columns"] if good_for(c["type"], "plain") and not c["nullable"] and not c["identity"]]


# --- tables -----------------------------------------------------------------------------------------------------------------


def make_partitioned(table):
    """By a column that stays as it is; PostgreSQL wants it in every key."""
    fields = [name for name in names(table, "number") if column_of(table, name)["type"] in ("int", "big")]
    if fields:
        field = column_of(table, fields[0])
        field.update(unique=False, fixed=True, nullable=False)
        table.update(key=r.choice(["none", "plain"]), partition=(r.choice(["RANGE", "LIST", "HASH"]), field["name"]))
        for column in table["columns"]:
            column["unique"] = False
        table["second"] = [field["name"]] if table["key"] == "plain" else []


def make_child(table, tables):
    parents = [t for t in tables if not t["partition"] and not t["inherits"] and not t["unlogged"] and not t["schema"]]
    if parents:
        table.update(inherits=r.choice(parents), key="none")
        for i, column in enumerate(table["columns"]):
            column.update(name=column["name"][:59] + "_own", unique=False)


def set_options(table):
    if pg:
        table["options"] = {"postgresql_using": "heap"}
    elif table["key"] == "plain":
        table["options"] = r.choice([{"sqlite_with_rowid": False}, {"sqlite_autoincrement": True}])


def decorate(tables):
    for i, table in enumerate(tables):
        if pg and i and r.random() < 0.12:
            make_child(table, tables[:i])
        elif pg and r.random() < 0.12:
            make_partitioned(table)
        elif pg and r.random() < 0.15:
            table["unlogged"] = True
        if r.random() < 0.12 and not table["partition"]:
            set_options(table)
        for add in (add_index, add_index, add_index, add_check, add_check, add_unique, add_exclude, add_computed):
            if r.random() < 0.45:
                add(table)
    for table in tables:
        if not table["inherits"] and not table["unlogged"]:
            for _ in range(r.choice([0, 0, 1, 1, 2])):
                add_reference(table, tables)
        if not table["partition"] and not table["referred"] and not table["options"] and table["key"] in ("identity", "plain") and key_fields(table):
            table["second"] = maybe(0.25, key_fields(table)[:1], [])


# --- the second state -------------------------------------------------------------------------------------------------------


def is_child(table, tables):
    return table["inherits"] or any(t["inherits"] is table for t in tables)


def change_keys(table):
    """A primary key of one column more or less; nobody may refer to it."""
    fields = key_fields(table)
    if table["referred"] or table["partition"] or table["options"] or table["key"] not in ("identity", "plain") or not fields:
        return
    table["second"] = [] if table["second"] else fields[:1]


def change_excludes(table):
    for exclude in table["excludes"]:
        exclude["where"] = r.choice([None, exclude["where"], "NOT isempty(%s) OR 1 = 2" % exclude["column"]])
    if r.random() < 0.3:
        table["excludes"] = table["excludes"][1:]


def change_references(table):
    for key in table["refers"]:
        if r.random() < 0.5 and not key["target"]["unlogged"]:
            key["options"] = dict(key_options(), not_valid=key["options"]["not_valid"])
    if r.random() < 0.2:
        table["refers"] = [key for key in table["refers"] if key["use_alter"]]


def change_identities(table):
    for column in table["columns"]:
        free = not column["default"] and not table["partition"] and column["name"] not in table["second"]
        if pg and column["type"] in ("int", "big", "small") and free and r.random() < 0.3:
            column["identity"] = r.choice([None, dict(always=True), dict(start=7, increment=2), dict(cycle=True, cache=3),
                                           dict(minvalue=3, maxvalue=99), dict(increment=-1)])
            column["nullable"] = False if column["identity"] else column["nullable"]


def used_names(table):
    """Columns that an expression, an operator class or a key has; their types stay."""
    used = set(table["second"]) | {c["name"] for c in table["columns"] if c.get("fixed") or c["identity"] or c["collation"]}
    words = " ".join([t for _, t in table["checks"] + table["computed"]] + [i.get("where", "") for i in table["indexes"]] +
                     [e for i in table["indexes"] for e in i.get("expressions", [])])
    used |= {c["name"] for c in table["columns"] if c["name"] in words}
    used |= {name for i in table["indexes"] if "using" in i or "ops" in i for name in i["columns"]}
    return used | {e["column"] for e in table["excludes"]}


def retype(table):
    used, by_text = used_names(table), pg and r.random() < 0.5
    keyed = {c for i in table["indexes"] for c in i["columns"]} | {c for u in table["uniques"] for c in u["columns"]}
    for column in table["columns"]:
        choices = successors(column["type"], by_text)
        if column["name"] in keyed or column["index"] or column["unique"]:
            choices = [kind for kind in choices if good_for(kind, "plain")]
        if choices and column["name"] not in used and r.random() < 0.5:
            column["type"] = r.choice(choices)
            if column["default"] not in TYPES[column["type"]][1]:
                column["default"] = None


def change_columns(table):
    for column in table["columns"]:
        defaults = TYPES[column["type"]][1]
        if r.random() < 0.3 and not column["identity"] and column["name"] not in table["second"] and not column.get("fixed"):
            column["nullable"] = not column["nullable"]
        if r.random() < 0.3 and defaults and not column["identity"]:
            column["default"] = r.choice([None, r.choice(defaults)])
        if pg and r.random() < 0.2:
            column["comment"] = r.choice([None, "other"])
        if r.random() < 0.1 and good_for(column["type"], "text") and column["name"] not in used_names(table):
            column["collation"] = r.choice([None, "C"] if pg else [None, "NOCASE"])
        if r.random() < 0.1 and good_for(column["type"], "plain") and not column["hostile"]:
            column["index"] = not column["index"]


def change_checks(table):
    table["checks"] = [[name, t.replace("> 5", "> 6").replace(" 5", " 6").replace(">=0", ">=1").replace("b5", "b6")] for name, t in table["checks"]][: r.randint(0, 3)]


def change_computed(table):
    for computed in table["computed"]:
        if pg and r.random() < 0.5:
            computed[1] += " + 10"
    if r.random() < 0.2:
        table["computed"] = table["computed"][1:]


def change_indexes(table):
    for index in table["indexes"]:
        if "where" in index and r.random() < 0.5:
            index["where"] = r.choice([index["where"] + " AND 1 = 1", index["where"].replace("'x'", "'y'")])
        elif "include" in index and r.random() < 0.5:
            del index["include"]
        elif "order" in index and r.random() < 0.5:
            index["order"] = ["desc" for _ in index["order"]]
        elif index.get("with") and r.random() < 0.5:
            index["with"] = None
        elif r.random() < 0.1 and not table["partition"] and index.get("using") is None:
            index["unique"] = not index["unique"]
        if r.random() < 0.15:
            index["name"] += "_new"
    if r.random() < 0.3:
        table["indexes"] = table["indexes"][1:]


def change_uniques(table):
    for unique in table["uniques"]:
        if pg and r.random() < 0.3:
            unique["distinct"] = not unique["distinct"]
        if pg and r.random() < 0.2:
            unique["deferrable"] = None if unique["deferrable"] else True
        if unique["name"] and r.random() < 0.15:
            unique["name"] += "_new"
    if r.random() < 0.2:
        table["uniques"] = table["uniques"][1:]


def drop_column(table):
    """One that nothing is built on."""
    used = used_names(table) | {c for i in table["indexes"] for c in i["columns"] + i.get("include", [])}
    used |= {c for u in table["uniques"] for c in u["columns"]}
    free = [c for c in table["columns"] if c["name"] not in used]
    if len(table["columns"]) > 1 and free:
        table["columns"].remove(r.choice(free))


def rename_column(table):
    plain = [c for c in table["columns"] if c["name"] not in used_names(table) and not c["hostile"] and not c["index"] and not c["unique"]]
    if not plain or not is_plain(table):
        return
    column = r.choice(plain)
    old, column["name"] = column["name"], column["name"] + "_renamed"
    for parts in table["indexes"] + table["uniques"]:
        for key in ("columns", "include"):
            if isinstance(parts.get(key), list):
                parts[key] = [column["name"] if c == old else c for c in parts[key]]
    renames.append("%s.%s:%s" % (table["schema"] + "." + table["name"] if table["schema"] else table["name"], old, column["name"]))


def is_plain(table):
    return table["name"][0] in "to" and '"' not in table["name"]


def rename_table(table):
    if is_plain(table):
        old, table["name"] = table["name"], table["name"] + "_renamed"
        renames.append("%s:%s" % (table["schema"] + "." + old if table["schema"] else old, table["name"]))


CHANGES = [change_keys, change_identities, change_columns, change_checks, change_indexes, change_uniques, change_computed,
           add_index, add_check, add_unique, retype, add_exclude, change_excludes, change_references, drop_column]


def change_table(table, tables):
    for step in CHANGES:
        if r.random() < 0.35 and not (is_child(table, tables) and step in (retype, drop_column, change_keys, change_columns)):
            step(table)
    fresh = None
    if r.random() < 0.4:
        fresh = new_column(("new_own%d" if table["inherits"] else "new%d") % len(table["columns"]), nullable=True)
        fresh["unique"] = fresh["unique"] and not table["partition"]
    if r.random() < 0.2 and not is_child(table, tables):
        rename_column(table)
    elif r.random() < 0.1 and not is_child(table, tables) and table["key"] not in ("serial", "big", "identity"):
        rename_table(table)
    if fresh:
        table["columns"].append(fresh)
    if pg and r.random() < 0.3:
        table["comment"] = r.choice([None, "changed"])
    if pg and r.random() < 0.2 and not (table["referred"] or table["refers"] or table["partition"] or is_child(table, tables)):
        table["unlogged"] = not table["unlogged"]


def change(tables):
    for table in tables:
        change_table(table, tables)
    last = tables[-1]
    if r.random() < 0.3 and len(tables) > 1 and not last["referred"] and not last["name"].endswith("_renamed"):
        tables.pop()
        renames[:] = [line for line in renames if not line.split(":")[0].split(".")[-2:-1] == [last["name"]]]
    if r.random() < 0.5:
        tables.append(new_table(77))
        decorate(tables[-1:])
    if r.random() < 0.4:
        colors[:] = r.choice([["red", "orange", "green", "blue"], ["red", "blue"], ["blue", "red", "green"]])
    if r.random() < 0.3:
        moods[:] = r.choice([moods + ["x"], ["so so", "50%"]])
    if r.random() < 0.2:
        sizes.append("XL")


# --- more of both states ----------------------------------------------------------------------------------------------------

NUMBERS = ["int", "small", "big", "num", "num5", "numeric", "money"]
STRINGS = ["str20", "str50", "str", "unicode", "text", "unitext"]


def add_more():
    for i in range(more.choice([0, 0, 1, 2]) if pg else 0):
        loose["loose %d" % i] = more.choice([{}, {"start": 5, "increment": 2}, {"cycle": True, "minvalue": 2, "maxvalue": 99}, {"cache": 4}])


def change_more(tables):
    for table in tables:
        if not is_child(table, tables) and not table["partition"]:
            if more.random() < 0.3:
                retype_used(table)
            if more.random() < 0.2:
                rename_used(table)
    for name in list(loose):
        loose[name] = more.choice([loose[name], {"start": 7}, {"increment": -1}, {"cycle": True, "cache": 3}, None])
    if pg and more.random() < 0.2:
        loose["Another"] = {"start": 3}


def sql_of(table):
    """The texts that name columns, each with what takes another one."""
    for part in table["checks"] + table["computed"]:
        yield part[1], lambda text, part=part: part.__setitem__(1, text)
    for part in table["indexes"] + table["excludes"]:
        if part.get("where"):
            yield part["where"], lambda text, part=part: part.__setitem__("where", text)
        for i, text in enumerate(part.get("expressions", [])):
            yield text, lambda text, part=part, i=i: part["expressions"].__setitem__(i, text)


def in_sql(table):
    words = {word for text, _ in sql_of(table) for word in re.findall(r"\w+", text)}
    return [c for c in table["columns"] if c["name"] in words and not c["hostile"]]


def retype_used(table):
    """Columns that expressions have: what they say stays possible."""
    classes = {name for i in table["indexes"] if "ops" in i or "using" in i for name in i["columns"]}
    for column in in_sql(table):
        family = next((f for f in (NUMBERS, STRINGS) if column["type"] in f), [])
        free = not column["identity"] and not column.get("fixed") and column["name"] not in classes | set(table["second"])
        if family and free and more.random() < 0.5:
            column["type"] = more.choice(family)
            if column["default"] not in TYPES[column["type"]][1]:
                column["default"] = None


def rename_used(table):
    free = [c for c in in_sql(table) if not c["index"] and not c["unique"] and c["name"] not in table["second"] and not c.get("fixed") and
            not c["name"].endswith("_renamed")]
    if not free or not is_plain(table):
        return
    column = more.choice(free)
    old, new = column["name"], more.choice(["Renamed ", "renamed_"]) + column["name"]
    column["name"] = new
    for text, put in list(sql_of(table)):
        put(re.sub(r"\b%s\b" % old, lambda _: quoted(new), text))
    for part in table["excludes"]:
        part["column"] = new if part["column"] == old else part["column"]
    for part in table["indexes"] + table["uniques"]:
        for key in ("columns", "include"):
            if isinstance(part.get(key), list):
                part[key] = [new if c == old else c for c in part[key]]
        if old in part.get("ops", {}):
            part["ops"] = {new: part["ops"][old]}
    renames.append("%s.%s:%s" % (table["schema"] + "." + table["name"] if table["schema"] else table["name"], old, new))


# --- keys of several columns, CHECKs of columns, domains, schemas ---------------------------------------------------------------


def add_column_checks(table):
    for column in table["columns"]:
        if good_for(column["type"], "number") and not column["hostile"] and third.random() < 0.6:
            column["check"] = [third.choice([None, "ck_own_%d" % third.randint(1, 10**8)]), "%s > -7", column["name"]]
            column["fixed"] = True  # a name that the server gives goes with the column's


def add_pair(table, tables):
    """A UNIQUE of one or two columns, and a foreign key to it."""
    targets = [t for t in tables[: tables.index(table) + 1] if not t["partition"] and not t["inherits"] and not t["options"]]
    target = third.choice(targets) if targets else None
    fields = [c for c in target["columns"] if c["type"] in ("int", "big", "small", "text", "date", "uuid") and not c["hostile"] and
              not c["unique"] and not c["collation"]] if target else []
    columns = sorted(c["name"] for c in third.sample(fields, min(len(fields), third.choice([1, 2, 2]))))
    if not columns or columns in target["pairs"] + [there["columns"] for there in target["uniques"]]:
        return
    for name in columns:
        column_of(target, name)["fixed"] = True
    target["pairs"].append(columns)
    target["referred"] = True
    table["pair_keys"].append({
        "columns": ["pair%d_%d" % (len(table["pair_keys"]), i) for i in range(len(columns))], "target": target, "to": columns,
        "types": [column_of(target, name)["type"] for name in columns], "options": pair_options(columns),
        "name": maybe_by(third, 0.6, "fk_pair_%d" % third.randint(1, 10**8))})


def maybe_by(generator, chance, value):
    return value if generator.random() < chance else None


def pair_options(columns):
    options = {"ondelete": third.choice([None, "CASCADE", "SET NULL"]), "onupdate": third.choice([None, "CASCADE"])}
    if pg and third.random() < 0.2:
        options["match"] = "FULL"
    if third.random() < 0.2:
        options.update(deferrable=True, initially="DEFERRED")
    return options


def is_apart(table, tables):
    """No other table has to do with it, so that it may go to another schema."""
    return pg and not (table["referred"] or table["refers"] or table["pair_keys"] or is_child(table, tables) or table["partition"])


def add_third(tables):
    for table in tables:
        if third.random() < 0.5 and not is_child(table, tables):
            add_column_checks(table)
        for _ in range(third.choice([0, 1, 1, 2, 3])):
            if not (table["inherits"] or table["partition"] or table["unlogged"]):
                add_pair(table, tables)


def change_third(tables):
    for table in tables:
        for key in table["pair_keys"]:
            if third.random() < 0.4:
                key["options"] = pair_options(key["to"])
        if third.random() < 0.15:
            table["pair_keys"] = table["pair_keys"][1:]
        for column in table["columns"]:
            if column.get("check") and third.random() < 0.3:
                column["check"] = third.choice([None, column["check"][:1] + ["%s > -8"] + column["check"][2:]])
        if third.random() < 0.1 and is_apart(table, tables) and table["key"] != "sequence" and not table["name"].endswith("_renamed"):
            table["schema"] = third.choice([s for s in (None, "other", "pgs_analysis") if s != table["schema"]])
            renames[:] = [line for line in renames if not re.search(r"\b%s\b" % re.escape(table["name"]), line)]
    if third.random() < 0.3:
        zip_codes.update(third.choice([{"check": r"VALUE ~ '^\d{5,6}$'"}, {"default": "'54321'"}, {"check": None}, {"not_null": True}]))


def pair_key(key):
    target = where_of(key["target"])
    return ForeignKeyConstraint(key["columns"], ["%s.%s" % (target, name) for name in key["to"]], name=key["name"], **key["options"])


# --- names of members ---------------------------------------------------------------------------------------------------------


def rename_member(first, second):
    """Of the enum type that both states have."""
    if more.random() < 0.3 and colors == ["red", "green", "blue"] and all("color" in kinds or "colors" in kinds for kinds in (first, second)):
        colors[1] = "lime"
        renames.append("color.green:lime")


def kinds(tables):
    return {c["type"] for table in tables for c in table["columns"]}


# --- as MetaData --------------------------------------------------------------------------------------------------------------


def key_of(table):
    if table["key"] == "identity":
        return Column("id", Integer, Identity(always=True), primary_key=not table["second"])
    if table["key"] == "sequence":
        sequence = Sequence("seq_%s" % table["name"].split("_renamed")[0], metadata=metadata, schema=table["schema"], **r.choice(
            [{}, {"start": 100}, {"increment": 5, "cycle": True}]))
        return Column("id", Integer, sequence, server_default=sequence.next_value(), primary_key=True)
    return Column("id", BigInteger if table["key"] == "big" else Integer, primary_key=not table["second"],
                  autoincrement="auto" if table["second"] else not table["partition"])


def where_of(target):
    return "%s.%s" % (target["schema"], target["name"]) if target["schema"] else target["name"]


def foreign_key(key):
    options = dict(key["options"])
    valid = {"postgresql_not_valid": True} if options.pop("not_valid") else {}
    return ForeignKeyConstraint([key["column"]], [where_of(key["target"]).replace("%", "%") + ".id"], name=key["name"],
                                use_alter=key["use_alter"], **options, **valid)


def unique_of(u, columns):
    options = {} if u["distinct"] else {"postgresql_nulls_not_distinct": True}
    include = [name for name in columns if name not in u["columns"]][:1]
    if u["include"] and include:
        options["postgresql_include"] = include
    return UniqueConstraint(*u["columns"], name=u["name"], deferrable=u["deferrable"], **options)


def exclude_of(e):
    what = func.coalesce(text(e["column"]), text("'empty'")) if e["expression"] else e["column"]
    return ExcludeConstraint((text("coalesce(%s, 'empty')" % e["column"]) if e["expression"] else what, e["operator"]), name=e["name"],
                             using="gist", deferrable=e["deferrable"], where=text(e["where"]) if e["where"] else None)


def constraints_of(table):
    made = [CheckConstraint(text(t.replace("%%", "%")), name=n) for n, t in table["checks"]]
    made += [unique_of(u, [c["name"] for c in table["columns"] if c["type"] != "json"]) for u in table["uniques"]]
    made += [exclude_of(e) for e in table["excludes"]]
    if table["refers"]:
        made += [foreign_key(key) for key in table["refers"]]
    made += [UniqueConstraint(*pair, name="uq_pair_" + "_".join(pair)) for pair in table["pairs"]]
    made += [pair_key(key) for key in table["pair_keys"]]
    if table["second"]:
        made.append(PrimaryKeyConstraint("id", *table["second"], name="pk_" + table["name"].replace(" ", "_").lower()))
    return made


def type_of(column):
    collation = {"collation": column["collation"]} if column["collation"] and good_for(column["type"], "text") else {}
    return TYPES[column["type"]][0](**collation)


def column_from(c):
    parts = [Identity(**c["identity"])] if c["identity"] else []
    if c.get("check"):
        name, what, column = c["check"]
        parts.append(CheckConstraint(what % column, name=name if name or not by_convention else "own_" + column))
    return Column(c["name"], type_of(c), *parts, nullable=c["nullable"], comment=c["comment"], index=c["index"] or None,
                  unique=c["unique"] or None, server_default=text(c["default"].replace(":b", "\\:b")) if c["default"] else None)


def table_options(table):
    options = dict(table["options"])
    if table["partition"]:
        options["postgresql_partition_by"] = "%s (%s)" % table["partition"]
    if table["inherits"]:
        parent = table["inherits"]
        options["postgresql_inherits"] = parent["name"]
    return options


def element_of(made, index, i):
    column = made.c[index["columns"][i]]
    for word in index.get("order", [""] * 9)[i].replace("nulls ", "nulls_").split():
        column = getattr(column, word if "_" in word else word)()
    return column


def index_of(made, index):
    options = {"postgresql_" + k: index[k] for k in ("using", "include", "ops", "with", "nulls_not_distinct") if index.get(k)}
    if "where" in index:
        options[("postgresql" if pg else "sqlite") + "_where"] = text(index["where"])
    what = [element_of(made, index, i) for i in range(len(index["columns"]))]
    what += [text("(%s)" % e if pg else e) for e in index.get("expressions", [])]
    return Index(index["name"], *what, unique=index["unique"], _table=made, **options)


def build(tables):
    for table in tables:
        columns = [key_of(table)] if table["key"] != "none" else []
        columns += [column_from(c) for c in table["columns"]]
        columns += [Column(key["column"], BigInteger if key["target"]["key"] == "big" else Integer) for key in table["refers"]]
        columns += [Column(name, TYPES[kind][0]()) for key in table["pair_keys"] for name, kind in zip(key["columns"], key["types"])]
        columns += [Column(name, BigInteger(), Computed(t, persisted=True)) for name, t in table["computed"]]
        made = Table(table["name"], metadata, *columns, *constraints_of(table), schema=table["schema"], comment=table["comment"],
                     prefixes=["UNLOGGED"] if table["unlogged"] else [], **table_options(table))
        table["made"] = made
        if table["inherits"]:
            made.add_is_dependent_on(table["inherits"]["made"])
        for index in table["indexes"]:
            index_of(made, index)


tables = [new_table(i) for i in range(r.randint(1, 5))]
decorate(tables)
add_third(tables)
for t in tables:
    t["referred"] = any(key["target"] is t for other in tables for key in other["refers"] + other["pair_keys"])
    t["unlogged"] = t["unlogged"] and not t["referred"]
add_more()
if state == 2:
    first, first_kinds = list(tables), kinds(tables)
    change(tables)
    change_more([table for table in tables if any(table is old for old in first)])
    rename_member(first_kinds, kinds(tables))
    change_third([table for table in tables if any(table is old for old in first)])
r = random.Random(seed)  # what is chosen while building is the same in both
build(tables)
for name, options in loose.items():
    if options is not None:
        Sequence(name, metadata=metadata, **options)
if __name__ == "__main__":
    print("\n".join(renames))
