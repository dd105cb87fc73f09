/* sqlite.c -- reads a SQLite database: one query per kind of thing over the pragmas as functions, and
 * the text of CREATE TABLE and CREATE INDEX for what pragmas do not tell. */
#include "reflect/reflect.h"
#include "reflect/inside.h"
#include "reflect/sqlite_sql.h"
#include "reflect/sql_tokens.h"

#include <stdlib.h>

/* --- scope ------------------------------------------------------------------------------------ */

static Str *quoted(const Str *name)
{
    return str_format("\"%s\"", str_replace(name, "\"", "\"\"")->text);
}

/* "main".sqlite_master, or that of an attached database. */
static Str *master_of(const Str *schema)
{
    return schema ? str_format("%s.sqlite_master", quoted(schema)->text)
                  : str_from("sqlite_master");
}

/* PRAGMA main.x(table), and for temporary tables PRAGMA temp.x(table): the first that gives rows.
 */
static Result *pragma(Reflection *r, const char *name, Str *schema, const Str *subject)
{
    static const char *const both[] = {"main", "temp"};
    Result *result = NULL;
    for (size_t i = 0; i < (schema ? 1 : COUNT_OF(both)); i++) {
        const char *database = schema ? quoted(schema)->text : both[i];
        Str *sql = str_format("PRAGMA %s.%s(%s)", database, name, quoted(subject)->text);
        result = reflect_query(r, sql->text, 0, NULL);
        if (result->row_count > 0)
            break;
    }
    return result;
}

/* --- names ------------------------------------------------------------------------------------ */

static Str *default_schema(Reflection *r)
{
    return str_from("main");
}

static StrVec schema_names(Reflection *r)
{
    Result *rows = reflect_query(r, "PRAGMA database_list", 0, NULL);
    StrVec names = {0};
    for (size_t i = 0; i < rows->row_count; i++) {
        Str *name = reflect_text(rows, i, "name");
        if (!str_is(name, "temp"))
            vec_push(&names, name);
    }
    return names;
}

static StrVec names_of_type(Reflection *r, Str *schema, const char *type)
{
    Str *sql = str_format("SELECT name FROM %s WHERE type='%s' AND name NOT LIKE 'sqlite~_%%' "
                          "ESCAPE '~' ORDER BY name",
                          master_of(schema)->text, type);
    return reflect_names(reflect_query(r, sql->text, 0, NULL));
}

static StrVec relation_names(Reflection *r, Str *schema, RelationKind kinds)
{
    StrVec names = {0};
    if (kinds & RELATION_TABLE)
        names = names_of_type(r, schema, "table");
    StrVec views = kinds & RELATION_VIEW ? names_of_type(r, schema, "view") : (StrVec){0};
    for (size_t i = 0; i < views.length; i++)
        vec_push(&names, views.at[i]);
    return names;
}

static StrVec sequence_names(Reflection *r, Str *schema)
{
    return (StrVec){0};
}

static bool is_attached(Reflection *r, const Str *schema)
{
    StrVec names = schema_names(r);
    for (size_t i = 0; i < names.length; i++)
        if (str_equal(names.at[i], schema))
            return true;
    return false;
}

static bool has_relation(Reflection *r, Str *schema, Str *name, RelationKind kinds)
{
    if (schema && !is_attached(r, schema))
        return false;
    return pragma(r, "table_info", schema, name)->row_count > 0;
}

static bool has_type(Reflection *r, Str *schema, Str *name)
{
    return false;
}

/* The text of CREATE; NULL when there is none of that name. *kind gets "table" or "view". */
static Str *sql_of(Reflection *r, Str *schema, Str *name, Str **kind)
{
    Str *from =
        schema
            ? master_of(schema)
            : str_from("(SELECT * FROM sqlite_master UNION ALL SELECT * FROM sqlite_temp_master)");
    Str *sql = str_format("SELECT sql, type FROM %s WHERE name = ? AND type in ('table', 'view')",
                          from->text);
    Result *rows = reflect_query(r, sql->text, 1, &name);
    *kind = rows->row_count ? reflect_text(rows, 0, "type") : NULL;
    return rows->row_count ? reflect_text(rows, 0, "sql") : NULL;
}

static Str *view_definition(Reflection *r, Str *schema, Str *name)
{
    Str *kind, *sql = sql_of(r, schema, name, &kind);
    return kind && str_is(kind, "view") ? sql : NULL;
}

static ReflectedEnumVec enums(Reflection *r, Str *schema)
{
    return (ReflectedEnumVec){0};
}

static ReflectedObjectVec objects(Reflection *r, Str *schema, const char *type, Str *table)
{
    Str *sql = str_format("SELECT name, tbl_name, sql FROM %s WHERE type = '%s'%s ORDER BY rowid",
                          master_of(schema)->text, type,
                          table ? " AND tbl_name = ? COLLATE NOCASE" : "");
    Result *rows = reflect_query(r, sql->text, table ? 1 : 0, &table);
    ReflectedObjectVec found = {0};
    for (size_t i = 0; i < rows->row_count; i++)
        vec_push(&found, ((ReflectedObject){reflect_text(rows, i, "name"),
                                            reflect_text(rows, i, "tbl_name"),
                                            reflect_text(rows, i, "sql")}));
    return found;
}

/* --- one loading ------------------------------------------------------------------------------ */

/* A table with what its text says. */
typedef struct Entry {
    ReflectedTable *table;
    TableSql sql;
} Entry;

typedef struct Loading {
    Reflection *r;
    Str *schema;   /* as asked                                        */
    Str *database; /* "main", "temp", or that of the schema           */
    Str *name;     /* the only table wanted; NULL = all of this type  */
    const char *type;
    Map entries; /* name -> Entry, in the order of their creation   */
} Loading;

/* SELECT columns FROM the relations wanted, joined with a pragma about each: rows have table_name. */
static Result *ask(Loading *loading, const char *columns, const char *joins, const char *order)
{
    const char *database = quoted(loading->database)->text;
    Str *literal = str_format("'%s'", str_replace(loading->database, "'", "''")->text);
    Str *sql = str_format("SELECT m.name AS table_name, %s FROM %s.sqlite_master AS m %s "
                          "WHERE m.type = '%s'%s ORDER BY m.rowid%s",
                          columns, database,
                          str_replace(str_from(joins), "DATABASE", literal->text)->text,
                          loading->type, loading->name ? " AND m.name = ?" : "", order);
    return reflect_query(loading->r, sql->text, loading->name ? 1 : 0, &loading->name);
}

static Entry *entry_of(const Loading *loading, const Result *rows, size_t row)
{
    return map_find(&loading->entries, reflect_text(rows, row, "table_name"));
}

static void load_entries(Loading *loading)
{
    Result *rows = ask(loading, "m.sql AS sql", "", "");
    for (size_t i = 0; i < rows->row_count; i++) {
        Entry *entry = new (Entry);
        entry->sql = table_sql_parse(reflect_text(rows, i, "sql"));
        entry->table = new (ReflectedTable);
        entry->table->name = reflect_text(rows, i, "table_name");
        entry->table->schema = loading->schema;
        entry->table->kind = *loading->type == 'v' ? RELATION_VIEW : RELATION_TABLE;
        entry->table->autoincrement = entry->sql.autoincrement;
        entry->table->without_rowid = entry->sql.without_rowid;
        entry->table->strict = entry->sql.strict;
        entry->table->is_virtual = entry->sql.is_virtual;
        map_put(&loading->entries, entry->table->name, entry);
    }
}

/* --- columns ---------------------------------------------------------------------------------- */

enum { HIDDEN_COLUMN = 1, STORED_COLUMN = 3 }; /* of table_xinfo; 2 is a virtual generated column */

/* "INTEGER GENERATED ALWAYS" is how a generated column's type comes back. */
static Str *without_generated(Str *type)
{
    const char *at = strcasestr(type->text, "GENERATED");
    return at ? str_trim(str_slice_bytes(type, 0, (size_t)(at - type->text))) : type;
}

static ReflectedColumn *column_from(const Result *rows, size_t row, const TableSql *sql)
{
    static const ColumnSql nothing;
    ReflectedColumn *column = new (ReflectedColumn);
    int64_t hidden = reflect_int(rows, row, "hidden");
    Str *declared = reflect_text(rows, row, "type");
    column->name = reflect_text(rows, row, "name");
    column->declared = declared ? declared : str_empty;
    const ColumnSql *text = table_sql_find_column(sql, column->name);
    text = text ? text : &nothing;
    if (hidden) {
        column->declared = without_generated(column->declared);
        column->computed = text->generated ? text->generated : str_empty;
        column->computed_persisted = hidden == STORED_COLUMN;
    }
    column->type_text = str_upper_ascii(column->declared);
    column->type = sqlite_type_from(column->type_text);
    column->nullable = !reflect_bool(rows, row, "notnull");
    column->default_text = reflect_text(rows, row, "dflt_value");
    column->primary_key = (unsigned)reflect_int(rows, row, "pk");
    column->collation = text->collation;
    column->not_null_conflict = text->not_null_conflict;
    column->key_conflict = text->key_conflict;
    return column;
}

static void load_columns(Loading *loading)
{
    Result *rows = ask(loading, "x.*", "JOIN pragma_table_xinfo(m.name, DATABASE) AS x", ", x.cid");
    for (size_t i = 0; i < rows->row_count; i++) {
        Entry *entry = entry_of(loading, rows, i);
        if (reflect_int(rows, i, "hidden") != HIDDEN_COLUMN)
            vec_push(&entry->table->columns, column_from(rows, i, &entry->sql));
    }
}

/* --- keys ------------------------------------------------------------------------------------- */

static StrVec key_columns(const ReflectedTable *table)
{
    StrVec names = {0};
    for (unsigned place = 1; place <= table->columns.length; place++)
        for (size_t i = 0; i < table->columns.length; i++)
            if (table->columns.at[i]->primary_key == place)
                vec_push(&names, table->columns.at[i]->name);
    return names;
}

static void set_primary_key(ReflectedTable *table, const TableSql *sql)
{
    StrVec columns = key_columns(table);
    if (columns.length == 0)
        return;
    table->primary_key = new (ReflectedKey);
    if (sql->primary_key) {
        table->primary_key->name = sql->primary_key->name;
        table->primary_key->on_conflict = sql->primary_key->on_conflict;
        table->primary_key->parts = sql->primary_key->parts;
        table->primary_key->is_inline = sql->primary_key->is_inline;
    }
    table->primary_key->columns = columns;
}

static bool names_equal(const StrVec *a, const StrVec *b)
{
    if (a->length != b->length)
        return false;
    for (size_t i = 0; i < a->length; i++)
        if (!sqlite_names_equal(a->at[i], b->at[i]))
            return false;
    return true;
}

/* The columns a key without named ones refers to: the primary key of its table. */
static StrVec referred_key(Loading *loading, Str *name)
{
    const Entry *known = map_find(&loading->entries, name);
    if (known)
        return key_columns(known->table);
    Loading other = {.r = loading->r, .schema = loading->schema, .database = loading->database};
    other.name = name;
    other.type = "table";
    load_entries(&other);
    load_columns(&other);
    return other.entries.length ? key_columns(((Entry *)other.entries.at[0].value)->table)
                                : (StrVec){0};
}

/* A key as the pragma has it, with what is still to be found in the text. */
typedef struct PragmaKey {
    ReflectedForeignKey *key;
    bool without_columns;
} PragmaKey;
typedef VEC(PragmaKey) KeyVec;

static PragmaKey new_key(Loading *loading, const Result *rows, size_t row)
{
    PragmaKey key = {.key = new (ReflectedForeignKey)};
    key.key->referred_schema = loading->schema;
    key.key->referred_table = reflect_text(rows, row, "referred");
    key.without_columns = !reflect_text(rows, row, "to");
    if (key.without_columns)
        key.key->referred_columns = referred_key(loading, key.key->referred_table);
    return key;
}

/* Takes the pragma's key that the text's key describes out of the list, and gives it what the text
 * says. */
static ReflectedForeignKey *take_matching(KeyVec *keys, const ReflectedForeignKey *written)
{
    for (size_t i = 0; i < keys->length; i++) {
        ReflectedForeignKey *key = keys->at[i].key;
        bool is_target = keys->at[i].without_columns
                             ? written->referred_columns.length == 0
                             : names_equal(&key->referred_columns, &written->referred_columns);
        if (!sqlite_names_equal(key->referred_table, written->referred_table) ||
            !names_equal(&key->columns, &written->columns) || !is_target)
            continue;
        key->name = written->name;
        key->ondelete = written->ondelete;
        key->onupdate = written->onupdate;
        key->match = written->match;
        key->deferrable = written->deferrable;
        key->initially = written->initially;
        vec_remove(keys, i);
        return key;
    }
    return NULL;
}

/* Those written as FOREIGN KEY in the order of the text, then those behind columns in the order of
 * the pragma, as SQLAlchemy has them. */
static void put_foreign_keys(const Entry *entry, KeyVec *keys)
{
    ReflectedTable *table = entry->table;
    KeyVec inline_keys = {0}, known = *keys;
    for (size_t i = 0; i < entry->sql.foreign_keys.length; i++) {
        ReflectedForeignKey *key = take_matching(&known, entry->sql.foreign_keys.at[i]);
        if (key)
            vec_push(&table->foreign_keys, key);
    }
    for (size_t i = 0; i < known.length; i++)
        vec_push(&inline_keys, known.at[i]);
    for (size_t i = 0; i < entry->sql.inline_keys.length; i++)
        take_matching(&known, entry->sql.inline_keys.at[i]);
    for (size_t i = 0; i < inline_keys.length; i++)
        vec_push(&table->foreign_keys, inline_keys.at[i].key);
}

static void load_foreign_keys(Loading *loading)
{
    Result *rows =
        ask(loading, "f.id, f.seq, f.\"table\" AS referred, f.\"from\" AS own, f.\"to\" AS \"to\"",
            "JOIN pragma_foreign_key_list(m.name, DATABASE) AS f", ", f.id, f.seq");
    KeyVec keys = {0};
    Entry *entry = NULL;
    for (size_t i = 0; i < rows->row_count; i++) {
        Entry *owner = entry_of(loading, rows, i);
        if (entry && owner != entry) {
            put_foreign_keys(entry, &keys);
            keys = (KeyVec){0};
        }
        entry = owner;
        if (reflect_int(rows, i, "seq") == 0)
            vec_push(&keys, new_key(loading, rows, i));
        ReflectedForeignKey *key = keys.at[keys.length - 1].key;
        Str *to = reflect_text(rows, i, "to");
        vec_push(&key->columns, reflect_text(rows, i, "own"));
        if (to)
            vec_push(&key->referred_columns, to);
    }
    if (entry)
        put_foreign_keys(entry, &keys);
}

static int compare_checks(const void *a, const void *b)
{
    const ReflectedCheck *left = *(ReflectedCheck *const *)a, *right = *(ReflectedCheck *const *)b;
    return strcmp(left->name ? left->name->text : "~", right->name ? right->name->text : "~");
}

static void set_checks(ReflectedTable *table, const TableSql *sql)
{
    for (size_t i = 0; i < sql->checks.length; i++)
        vec_push(&table->checks, sql->checks.at[i]);
    if (table->checks.length)
        qsort(table->checks.at, table->checks.length, sizeof *table->checks.at, compare_checks);
}

/* --- indexes ---------------------------------------------------------------------------------- */

/* The texts of all CREATE INDEX wanted: name -> sql. */
static Map index_texts(Loading *loading)
{
    Map texts = {0};
    Result *rows = ask(loading, "s.name AS name, s.sql AS sql",
                       str_format("JOIN %s.sqlite_master AS s ON s.type = 'index' AND s.tbl_name = "
                                  "m.name",
                                  quoted(loading->database)->text)
                           ->text,
                       "");
    for (size_t i = 0; i < rows->row_count; i++)
        map_put(&texts, reflect_text(rows, i, "name"), reflect_text(rows, i, "sql"));
    return texts;
}

static bool is_automatic(const ReflectedIndex *index)
{
    return str_starts_with(index->name, "sqlite_autoindex");
}

static ReflectedIndex *new_index(const Result *rows, size_t row, const Map *texts)
{
    ReflectedIndex *index = new (ReflectedIndex);
    index->name = reflect_text(rows, row, "index_name");
    index->unique = reflect_bool(rows, row, "is_unique");
    IndexSql sql = index_sql_parse(map_find(texts, index->name));
    index->is_plain = sql.is_plain;
    index->where = sql.where;
    index->items = sql.items;
    index->kinds = sql.kinds;
    return index;
}

static int compare_indexes(const void *a, const void *b)
{
    const ReflectedIndex *left = *(ReflectedIndex *const *)a, *right = *(ReflectedIndex *const *)b;
    return strcmp(left->name->text, right->name->text);
}

typedef VEC(ReflectedIndex *) FoundVec;

static bool has_expression(const ReflectedIndex *index)
{
    for (size_t i = 0; i < index->columns.length; i++)
        if (!index->columns.at[i])
            return true;
    return false;
}

static void put_index(ReflectedTable *table, ReflectedIndex *index)
{
    if (has_expression(index)) {
        index->expressions = index->items;
        vec_push(&table->expression_indexes, index);
    } else {
        vec_push(&table->indexes, index);
    }
}

/* UNIQUE constraints are those of the text that have an index of their own; their columns are
 * spelled as the index has them. */
static void take_uniques(const Entry *entry, FoundVec *automatic)
{
    for (size_t i = 0; i < entry->sql.uniques.length; i++)
        for (size_t k = 0; k < automatic->length; k++) {
            ReflectedKey *key = entry->sql.uniques.at[i];
            if (!names_equal(&automatic->at[k]->columns, &key->columns))
                continue;
            key->columns = automatic->at[k]->columns;
            vec_remove(automatic, k);
            vec_push(&entry->table->uniques, key);
            break;
        }
}

static void put_indexes(const Entry *entry, const FoundVec *found)
{
    FoundVec automatic = {0};
    ReflectedTable *table = entry->table;
    for (size_t i = 0; i < found->length; i++) {
        if (is_automatic(found->at[i]))
            vec_push(&automatic, found->at[i]);
        else
            put_index(table, found->at[i]);
    }
    if (table->indexes.length)
        qsort(table->indexes.at, table->indexes.length, sizeof *table->indexes.at, compare_indexes);
    take_uniques(entry, &automatic);
}

static void load_indexes(Loading *loading)
{
    Result *rows = ask(
        loading,
        "i.name AS index_name, i.\"unique\" AS is_unique, x.seqno AS seqno, x.name AS column_name",
        "JOIN pragma_index_list(m.name, DATABASE) AS i "
        "JOIN pragma_index_info(i.name, DATABASE) AS x",
        ", i.seq, x.seqno");
    Map texts = rows->row_count ? index_texts(loading) : (Map){0};
    FoundVec found = {0};
    Entry *entry = NULL;
    for (size_t i = 0; i < rows->row_count; i++) {
        Entry *owner = entry_of(loading, rows, i);
        if (entry && owner != entry) {
            put_indexes(entry, &found);
            found = (FoundVec){0};
        }
        entry = owner;
        if (reflect_int(rows, i, "seqno") == 0)
            vec_push(&found, new_index(rows, i, &texts));
        vec_push(&found.at[found.length - 1]->columns, reflect_text(rows, i, "column_name"));
    }
    if (entry)
        put_indexes(entry, &found);
}

/* --- whole tables ----------------------------------------------------------------------------- */

static void load_relations(void *arg)
{
    Loading *loading = arg;
    load_entries(loading);
    if (loading->entries.length == 0)
        return;
    load_columns(loading);
    load_foreign_keys(loading);
    load_indexes(loading);
    for (size_t i = 0; i < loading->entries.length; i++) {
        const Entry *entry = loading->entries.at[i].value;
        set_primary_key(entry->table, &entry->sql);
        set_checks(entry->table, &entry->sql);
        reflect_put_table(loading->r, entry->table, loading->schema);
    }
}

static bool load_one(Reflection *r, Str *schema, const char *database, Str *name)
{
    static const char *const types[] = {"table", "view"};
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        Loading loading = {.r = r, .schema = schema, .name = name, .type = types[i]};
        loading.database = str_from(database);
        load_relations(&loading);
        if (loading.entries.length)
            return true;
    }
    return false;
}

/* A view that does not compile, or a virtual table without its module, spoils the query for all:
 * then each is read by itself and those are left out, as if they were not there. */
static void load_apart(Loading *loading, Err *err)
{
    StrVec names = names_of_type(loading->r, loading->schema, loading->type);
    size_t failed = 0;
    for (size_t i = 0; i < names.length; i++) {
        Loading one = *loading;
        one.entries = (Map){0};
        one.name = names.at[i];
        failed += protect(load_relations, &one) ? 1 : 0;
    }
    if (failed == names.length)
        err_raise(err);
}

static void load_all(Reflection *r, Str *schema, const char *type)
{
    Loading loading = {.r = r, .schema = schema, .type = type};
    loading.database = schema ? schema : str_from("main");
    Err *err = protect(load_relations, &loading);
    if (err)
        load_apart(&loading, err);
}

/* All parts every time: pragmas cost next to nothing. */
static void load(Reflection *r, Str *schema, Str *name, unsigned parts)
{
    if (!name) {
        load_all(r, schema, "table");
        load_all(r, schema, "view");
    } else if (schema) {
        load_one(r, schema, schema->text, name);
    } else if (!load_one(r, schema, "main", name)) {
        load_one(r, schema, "temp", name);
    }
}

const Reader sqlite_reader = {
    .default_schema = default_schema,
    .schema_names = schema_names,
    .relation_names = relation_names,
    .sequence_names = sequence_names,
    .has_relation = has_relation,
    .has_type = has_type,
    .view_definition = view_definition,
    .enums = enums,
    .objects = objects,
    .load = load,
};
