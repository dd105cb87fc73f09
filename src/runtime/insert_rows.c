/* insert_rows.c -- op.bulk_insert: rows as one INSERT each on paper; online they share statements. */
#include "runtime/actions.h"

static ClauseElement *inline_insert(const MigrateOperation *op)
{
    Value insert = call_method(OBJ(op->target), "insert", 0, NULL);
    return get_as(ClauseElement, call_method(insert, "inline", 0, NULL), "insert");
}

static ClauseElement *insert_values(const MigrateOperation *op, const Dict *values)
{
    Value method = value_get_attr(OBJ(inline_insert(op)), intern("values"));
    return get_as(ClauseElement, call_dict(method, 0, NULL, values), "insert");
}

static Type *target_type(const MigrateOperation *op, const Str *column)
{
    const ColumnClause *found = map_find(&fromclause_columns(op->target)->by_key, column);
    if (!found)
        raise_exception_with(&KeyError_class, STR(column));
    return found->column_element.type;
}

/* Offline every value stands in the text, whatever literal_binds says. */
static Dict *literal_row(MigrationContext *context, const MigrateOperation *op, const Dict *row)
{
    Dict *values = dict_new();
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(row, &i));) {
        Str *name = value_str(entry->key);
        Value value = entry->value;
        Type *type = target_type(op, name);
        if (!as(ClauseElement, value)) {
            Str *text = sql_literal_text(context->dialect, value, type);
            value = OBJ(literal_column_new(text, type));
        }
        dict_set_str(values, name, value);
    }
    return values;
}

static const Dict *row_at(const List *rows, size_t i)
{
    if (!is_instance(rows->at[i], &dict_class))
        raise_type("List of dictionaries expected");
    return (const Dict *)rows->at[i].obj;
}

/* --- online: one statement, many rows -------------------------------------------------------- */

/* Plain values alone: what an expression names its parameters is its own affair. */
static bool is_plain(const Dict *row)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(row, &i));)
        if (as(ClauseElement, entry->value))
            return false;
    return true;
}

/* The keys of the first row, and plain values. */
static bool is_alike(const Dict *first, const Dict *row)
{
    if (row->length != first->length || !is_plain(row))
        return false;
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(first, &i));)
        if (!is_set(dict_find(row, entry->key)))
            return false;
    return true;
}

/* The reference's insertmanyvalues_page_size and insertmanyvalues_max_parameters. */
enum { SHARED_ROWS = 1000, SHARED_PARAMS = 32700 };

/* With rows or a SELECT of its own, or what to do on conflict (with a row of the same statement, perhaps), each row
 * stays alone. */
static size_t shared_rows(const RowInsert *s, const Dict *row, size_t length)
{
    const Dml *insert = (const Dml *)s->insert;
    if (dialect_has(s->dialect, FEATURE_IN_PROCESS) || insert->rows.length || insert->select ||
        insert->on_conflict || !row->length || length == 1)
        return 1;
    size_t most = SHARED_PARAMS / row->length;
    return most > SHARED_ROWS ? SHARED_ROWS : most ? most : 1;
}

const Stmt *row_insert_next(RowInsert *s, const Dict *const *rows, size_t length, size_t *count)
{
    if (!s->most)
        s->most = shared_rows(s, rows[0], length);
    bool shares = s->most > 1 && is_plain(rows[0]);
    size_t alike = 1;
    while (shares && alike < s->most && alike < length && is_alike(rows[0], rows[alike]))
        alike++;
    *count = alike;
    const CompileOptions options = {
        .style = s->dialect->style,
        .values = rows[0],
        .schema_translate = s->schema_translate,
        .rows = shares ? rows : NULL,
        .row_count = shares ? alike : 0,
    };
    Stmt *stmt = sql_compile(s->dialect, s->insert, &options);
    stmt->is_shared = shares;
    return stmt;
}

static void insert_online(MigrationContext *context, const MigrateOperation *op, const List *rows)
{
    RowInsert insert = {
        .dialect = context->dialect,
        .schema_translate = context_connection(context)->schema_translate,
        .insert = inline_insert(op),
    };
    const Dict **dicts = new_array(const Dict *, rows->length + 1);
    for (size_t i = 0; i < rows->length; i++)
        dicts[i] = row_at(rows, i);
    for (size_t i = 0, count; i < rows->length; i += count)
        connection_execute(context->connection,
                           row_insert_next(&insert, dicts + i, rows->length - i, &count));
}

void action_insert_rows(MigrationContext *context, const Action *action)
{
    const MigrateOperation *op = action->op;
    if (!is_instance(op->rows, &list_class))
        raise_type("List expected");
    const List *rows = (const List *)op->rows.obj;
    if (!context->as_sql && op->multiinsert) {
        insert_online(context, op, rows);
        return;
    }
    for (size_t i = 0; i < rows->length; i++) {
        const Dict *row = row_at(rows, i);
        const Dict *values = context->as_sql ? literal_row(context, op, row) : row;
        context_execute(context, insert_values(op, values), NULL);
    }
}
