/* sqlite.c -- reads a SQLite database by its pragmas, and the text of CREATE TABLE for what pragmas
 * do not tell. */
#include "reflect/reflect.h"
#include "reflect/inside.h"
#include "reflect/sqlite_sql.h"

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

/* --- columns ---------------------------------------------------------------------------------- */

enum { HIDDEN_COLUMN = 1, STORED_COLUMN = 3 }; /* of table_xinfo; 2 is a virtual generated column */

/* "INTEGER GENERATED ALWAYS" is how a generated column's type comes back. */
static Str *without_generated(Str *type)
{
    return str_trim(str_replace(str_replace(type, "GENERATED", ""), "ALWAYS", ""));
}

static ReflectedColumn *column_from(const Result *rows, size_t row, const TableSql *sql)
{
    ReflectedColumn *column = new (ReflectedColumn);
    int64_t hidden = reflect_int(rows, row, "hidden");
    Str *declared = reflect_text(rows, row, "type");
    column->name = reflect_text(rows, row, "name");
    column->type_text = str_upper_ascii(declared ? declared : str_empty);
    if (hidden) {
        Str *text = map_find(&sql->generated, column->name);
        column->type_text = without_generated(column->type_text);
        column->computed = text ? text : str_empty;
        column->computed_persisted = hidden == STORED_COLUMN;
    }
    column->type = sqlite_type_from(column->type_text);
    column->nullable = !reflect_bool(rows, row, "notnull");
    column->default_text = reflect_text(rows, row, "dflt_value");
    column->primary_key = (unsigned)reflect_int(rows, row, "pk");
    return column;
}

static void load_columns(Reflection *r, Str *schema, ReflectedTable *table, const TableSql *sql)
{
    Result *rows = pragma(r, "table_xinfo", schema, table->name);
    for (size_t i = 0; i < rows->row_count; i++)
        if (reflect_int(rows, i, "hidden") != HIDDEN_COLUMN)
            vec_push(&table->columns, column_from(rows, i, sql));
}

/* --- constraints ------------------------------------------------------------------------------ */

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
    table->primary_key->name = sql->primary_key;
    table->primary_key->columns = columns;
}

static bool names_equal(const StrVec *a, const StrVec *b)
{
    if (a->length != b->length)
        return false;
    for (size_t i = 0; i < a->length; i++)
        if (!str_equal(a->at[i], b->at[i]))
            return false;
    return true;
}

/* The columns a key without named ones refers to: the primary key of its table. */
static StrVec referred_key(Reflection *r, Str *schema, Str *name)
{
    ReflectedTable other = {.name = name};
    load_columns(r, schema, &other, &(TableSql){0});
    return key_columns(&other);
}

typedef VEC(ReflectedForeignKey *) KeyVec;

static KeyVec pragma_keys(Reflection *r, Str *schema, const Str *table)
{
    Result *rows = pragma(r, "foreign_key_list", schema, table);
    KeyVec keys = {0};
    int64_t last = -1;
    for (size_t i = 0; i < rows->row_count; i++) {
        Str *to = reflect_text(rows, i, "to");
        if (reflect_int(rows, i, "id") != last) {
            ReflectedForeignKey *key = new (ReflectedForeignKey);
            last = reflect_int(rows, i, "id");
            key->referred_schema = schema;
            key->referred_table = reflect_text(rows, i, "table");
            if (!to)
                key->referred_columns = referred_key(r, schema, key->referred_table);
            vec_push(&keys, key);
        }
        vec_push(&keys.at[keys.length - 1]->columns, reflect_text(rows, i, "from"));
        if (to)
            vec_push(&keys.at[keys.length - 1]->referred_columns, to);
    }
    return keys;
}

/* Takes the pragma's key that the text's key describes out of the list, and gives it what the text
 * says. */
static ReflectedForeignKey *take_matching(KeyVec *keys, const ReflectedForeignKey *written)
{
    for (size_t i = 0; i < keys->length; i++) {
        ReflectedForeignKey *key = keys->at[i];
        if (!str_equal(key->referred_table, written->referred_table) ||
            !names_equal(&key->columns, &written->columns) ||
            !names_equal(&key->referred_columns, &written->referred_columns))
            continue;
        key->name = written->name;
        key->ondelete = written->ondelete;
        key->onupdate = written->onupdate;
        key->deferrable = written->deferrable;
        key->initially = written->initially;
        vec_remove(keys, i);
        return key;
    }
    return NULL;
}

/* Those written as FOREIGN KEY come first, with name and options; REFERENCES behind a column has
 * neither. */
static void load_foreign_keys(Reflection *r, Str *schema, ReflectedTable *table,
                              const TableSql *sql)
{
    KeyVec keys = pragma_keys(r, schema, table->name);
    for (size_t i = 0; i < sql->foreign_keys.length; i++) {
        ReflectedForeignKey *key = take_matching(&keys, sql->foreign_keys.at[i]);
        if (key)
            vec_push(&table->foreign_keys, key);
    }
    for (size_t i = 0; i < keys.length; i++)
        vec_push(&table->foreign_keys, keys.at[i]);
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

/* Columns of an index; false when one is an expression, which the reference leaves out. */
static bool index_columns(Reflection *r, Str *schema, const Str *name, StrVec *columns)
{
    Result *rows = pragma(r, "index_info", schema, name);
    for (size_t i = 0; i < rows->row_count; i++) {
        Str *column = reflect_text(rows, i, "name");
        if (!column)
            return false;
        vec_push(columns, column);
    }
    return true;
}

/* What follows ") WHERE" in the text of CREATE INDEX. */
static Str *predicate_of(Reflection *r, Str *schema, Str *name)
{
    Str *query =
        str_format("SELECT sql FROM %s WHERE name = ? AND type = 'index'", master_of(schema)->text);
    StrVec texts = reflect_names(reflect_query(r, query->text, 1, &name));
    const char *at = texts.length && texts.at[0] ? strcasestr(texts.at[0]->text, " where ") : NULL;
    return at ? str_trim(str_from(at + strlen(" where "))) : NULL;
}

static int compare_indexes(const void *a, const void *b)
{
    const ReflectedIndex *left = *(ReflectedIndex *const *)a, *right = *(ReflectedIndex *const *)b;
    return strcmp(left->name->text, right->name->text);
}

/* UNIQUE constraints are those of the text that have an index of their own. */
typedef VEC(StrVec) NameLists;

static void take_uniques(ReflectedTable *table, const TableSql *sql, NameLists *automatic)
{
    for (size_t i = 0; i < sql->uniques.length; i++)
        for (size_t k = 0; k < automatic->length; k++)
            if (automatic->at[k].length &&
                names_equal(&automatic->at[k], &sql->uniques.at[i]->columns)) {
                automatic->at[k].length = 0;
                vec_push(&table->uniques, sql->uniques.at[i]);
                break;
            }
}

static void load_indexes(Reflection *r, Str *schema, ReflectedTable *table, const TableSql *sql)
{
    Result *rows = pragma(r, "index_list", schema, table->name);
    NameLists automatic = {0};
    for (size_t i = 0; i < rows->row_count; i++) {
        Str *name = reflect_text(rows, i, "name");
        StrVec columns = {0};
        bool plain = index_columns(r, schema, name, &columns);
        if (str_starts_with(name, "sqlite_autoindex")) {
            vec_push(&automatic, columns);
            continue;
        }
        if (!plain)
            continue;
        ReflectedIndex *index = new (ReflectedIndex);
        index->name = name;
        index->columns = columns;
        index->unique = reflect_bool(rows, i, "unique");
        index->where = reflect_bool(rows, i, "partial") ? predicate_of(r, schema, name) : NULL;
        vec_push(&table->indexes, index);
    }
    if (table->indexes.length)
        qsort(table->indexes.at, table->indexes.length, sizeof *table->indexes.at, compare_indexes);
    take_uniques(table, sql, &automatic);
}

static void load_table(Reflection *r, Str *schema, Str *name)
{
    Str *kind, *text = sql_of(r, schema, name, &kind);
    if (!kind)
        return;
    TableSql sql = table_sql_parse(text);
    ReflectedTable *table = new (ReflectedTable);
    table->name = name;
    table->schema = schema;
    table->kind = str_is(kind, "view") ? RELATION_VIEW : RELATION_TABLE;
    load_columns(r, schema, table, &sql);
    set_primary_key(table, &sql);
    load_foreign_keys(r, schema, table, &sql);
    set_checks(table, &sql);
    load_indexes(r, schema, table, &sql);
    reflect_put_table(r, table, schema);
}

/* All parts every time: pragmas cost next to nothing. */
static void load(Reflection *r, Str *schema, Str *name, unsigned parts)
{
    if (name) {
        load_table(r, schema, name);
        return;
    }
    StrVec names = relation_names(r, schema, RELATION_ANY);
    for (size_t i = 0; i < names.length; i++)
        load_table(r, schema, names.at[i]);
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
    .load = load,
};
