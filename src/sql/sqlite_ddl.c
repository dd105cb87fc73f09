/* sqlite_ddl.c -- what SQLite's DDL varies: parenthesised defaults, ON CONFLICT, AUTOINCREMENT, partial indexes. */
#include "sql/inside.h"

#include <ctype.h>

static Value option(const Dict *options, const char *name)
{
    return dialect_option(options, "sqlite", name);
}

static bool is_true(Value v)
{
    return !is_absent(v) && value_truth(v);
}

static void write_on_conflict(Writer *w, Value given)
{
    static const char *const ways[] = {"ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE", NULL};
    if (is_absent(given))
        return;
    Str *way = value_str(given);
    check_phrase(w, way, ways);
    write_format(w, " ON CONFLICT %s", way->text);
}

/* A default that is neither quoted nor parenthesised nor a plain word has to stand in parentheses. */
static bool default_needs_parentheses(const Str *text)
{
    const char *p = text->text;
    while (isspace((unsigned char)*p))
        p++;
    if (*p == '\'' || *p == '"' || *p == '(')
        return false;
    for (p = text->text; *p && *p != '\n'; p++)
        if (!isalnum((unsigned char)*p) && *p != '_' && (unsigned char)*p < 0x80)
            return true;
    return false;
}

/* Alembic's own guess, for defaults that were read from a database: literals and what is enclosed stay. */
static bool read_default_wants_parentheses(const Str *text)
{
    size_t n = text->length;
    const char *p = text->text;
    if (n == 0 || (n == 1 && (*p == '.' || (*p >= '0' && *p <= '9'))))
        return false;
    bool quoted = n > 2 && p[0] == '\'' && p[n - 1] == '\'';
    bool enclosed = n > 2 && p[0] == '(' && p[n - 1] == ')';
    return !quoted && !enclosed;
}

static void write_sqlite_default(Writer *w, const Column *column)
{
    if (!column->server_default || !is_set(column->server_default->argument))
        return;
    Writer part = writer_for(w->dialect, &w->options);
    write_column_default(&part, column->server_default->argument);
    Str *text = buf_str(&part.out);
    write_format(w, default_needs_parentheses(text) ? " DEFAULT (%s)" : " DEFAULT %s", text->text);
}

static bool counts_up(const Table *table, const Column *column)
{
    return is_true(option(table->options, "autoincrement")) &&
           type_is(column_type(column), TYPE_Integer) && column->foreign_keys.length == 0;
}

/* sqlite_autoincrement=True moves the key of a single integer column into the column. */
static bool has_inline_key(const Column *column)
{
    const Table *table = column_table(column);
    if (!table || !column->primary_key || table->primary_key->columns.length != 1)
        return false;
    return table->primary_key->is_inline_key || counts_up(table, column);
}

/* With the name and the order it had, in a table that is copied. */
static void write_inline_key(Writer *w, const Column *column)
{
    const Table *table = column_table(column);
    const Constraint *key = table->primary_key;
    write_text(w, " ");
    if (key->is_inline_key)
        write_constraint_name(w, key);
    write_text(w, "PRIMARY KEY");
    if (key->is_inline_key && key->key_parts.length == 1 && key->key_parts.at[0].is_descending)
        write_text(w, " DESC");
    write_on_conflict(w, option(column->options, "on_conflict_primary_key"));
    if (counts_up(table, column))
        write_text(w, " AUTOINCREMENT");
}

/* The type, or how the table that is copied declares it, where the type says less than that. */
static void write_column_type(Writer *w, Column *column)
{
    if (!column->declared)
        write_text(w, " "), write_type(w, column_type(column));
    else if (column->declared->length)
        write_format(w, " %s", column->declared->text);
    if (column->collation) {
        write_text(w, " COLLATE ");
        write_name(w, column->collation, TRI_TRUE);
    }
}

static void write_sqlite_column(Writer *w, Column *column)
{
    write_name(w, column_name(column), column->clause.quote);
    write_column_type(w, column);
    write_sqlite_default(w, column);
    if (!column->nullable) {
        write_text(w, " NOT NULL");
        write_on_conflict(w, option(column->options, "on_conflict_not_null"));
    }
    const Table *table = column_table(column);
    bool asks = column->autoincrement.tag == TAG_BOOL && column->autoincrement.boolean;
    if (column->primary_key && asks && table && table->primary_key->columns.length != 1)
        raise_compile(w, "SQLite does not support autoincrement for composite primary keys");
    if (has_inline_key(column))
        write_inline_key(w, column);
    if (column->computed) {
        write_text(w, " ");
        write_computed_generic(w, column->computed);
    }
}

/* --- constraints ------------------------------------------------------------------------------------------- */

/* ON CONFLICT of the constraint, or the one its only column names for this kind. */
static void write_constraint_conflict(Writer *w, const Constraint *constraint, const char *column_option)
{
    Value given = option(constraint->options, "on_conflict");
    if (is_absent(given) && constraint->columns.length == 1)
        given = option(constraint->columns.at[0]->options, column_option);
    write_on_conflict(w, given);
}

static void write_primary_key(Writer *w, Constraint *constraint)
{
    if (constraint->columns.length == 0)
        return;
    if (constraint->columns.length == 1 && has_inline_key(constraint->columns.at[0]))
        return;
    write_primary_key_generic(w, constraint);
    write_deferrability(w, constraint);
    write_constraint_conflict(w, constraint, "on_conflict_primary_key");
}

static void write_unique(Writer *w, Constraint *constraint)
{
    if (constraint->columns.length == 0)
        return;
    write_unique_generic(w, constraint);
    write_deferrability(w, constraint);
    write_constraint_conflict(w, constraint, "on_conflict_unique");
}

static void write_check(Writer *w, Constraint *constraint)
{
    write_check_generic(w, constraint);
    write_on_conflict(w, option(constraint->options, "on_conflict"));
}

/* A key across attached databases cannot exist: the reference leaves it out. */
static void write_foreign_key(Writer *w, Constraint *constraint)
{
    Str *schema, *table, *column;
    foreign_key_target(constraint->elements.at[0], &schema, &table, &column);
    const Str *own = constraint->table ? table_schema(constraint->table) : NULL;
    if ((own == NULL) == (schema == NULL) && (!own || str_equal(own, schema)))
        write_foreign_key_generic(w, constraint);
}

static void write_table_options(Writer *w, const Table *table)
{
    Value with_rowid = option(table->options, "with_rowid");
    const char *separator = "\n ";
    if (is_set(with_rowid) && !value_truth(with_rowid)) {
        write_format(w, "%sWITHOUT ROWID", separator);
        separator = ",\n ";
    }
    if (is_true(option(table->options, "strict")))
        write_format(w, "%sSTRICT", separator);
}

/* --- indexes: the schema stands before the index, not before the table -------------------------------------- */

static void write_create_index(Writer *w, Ddl *ddl)
{
    const Index *index = (const Index *)ddl->subject;
    write_create_index_start(w, ddl, "");
    write_index_name(w, index, true);
    write_text(w, " ON ");
    write_name(w, table_name(index->table), index->table->clause.quote);
    write_text(w, " (");
    write_index_expressions(w, index);
    write_text(w, ")");
    Value where = option(index->options, "where");
    if (!is_absent(where)) {
        write_text(w, " WHERE ");
        write_inline(w, element_from_text(where));
    }
}

static Str *has_table(const Dialect *dialect, const Str *schema, const Str *name)
{
    Str *owner = schema ? str_format("%s.", sql_name_text(dialect, schema, TRI_UNSET)->text) : str_empty;
    return str_format("PRAGMA %stable_info(%s)", owner->text, sql_name_text(dialect, name, TRI_TRUE)->text);
}

const WriteDdl sqlite_ddl[DDL_COUNT] = {
    [DDL_CREATE_INDEX] = write_create_index,
};

const DialectHooks sqlite_hooks = {
    .expr = &sqlite_expr_hooks,
    .column = write_sqlite_column,
    .constraint =
        {
            [CONSTRAINT_PRIMARY_KEY] = write_primary_key,
            [CONSTRAINT_UNIQUE] = write_unique,
            [CONSTRAINT_CHECK] = write_check,
            [CONSTRAINT_FOREIGN_KEY] = write_foreign_key,
        },
    .table_options = write_table_options,
    .default_wants_parentheses = read_default_wants_parentheses,
    .has_table = has_table,
    .remote_table_without_schema = true,
};
