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

static Stmt *compile_row(const RowInsert *s, ClauseElement *insert, const Dict *row)
{
    const CompileOptions options = {
        .style = s->dialect->style,
        .values = row,
        .schema_translate = s->schema_translate,
    };
    return sql_compile(s->dialect, insert, &options);
}

/* Has the row just the parameters of the first one, and no SQL among its values? */
static bool is_alike(const Stmt *first, const Dict *row)
{
    if (row->length != first->params.length)
        return false;
    for (size_t i = 0; i < first->params.length; i++) {
        Value value = dict_find_str(row, first->params.at[i].name);
        if (!is_set(value) || as(ClauseElement, value))
            return false;
    }
    return true;
}

/* The statement of the first row with the values of another. */
static Stmt *with_values(const Stmt *first, const Dict *row)
{
    Stmt *stmt = new (Stmt);
    *stmt = *first;
    memset(&stmt->params, 0, sizeof stmt->params);
    for (size_t i = 0; i < first->params.length; i++) {
        BoundParam param = first->params.at[i];
        param.value = dict_find_str(row, param.name);
        vec_push(&stmt->params, param);
    }
    return stmt;
}

/* Some hundred rows, far from the 65,535 parameters that the protocol counts. */
enum { SHARED_ROWS = 250, SHARED_PARAMS = 10000 };

/* With values of its own, or what to do on conflict (with a row of the same statement, perhaps), each row
 * stays alone. */
static size_t shared_rows(const RowInsert *s)
{
    const Dml *insert = (const Dml *)s->insert;
    size_t params = s->first->params.length;
    if (dialect_has(s->dialect, FEATURE_IN_PROCESS) || insert->values_given ||
        insert->on_conflict || !params || params > SHARED_PARAMS)
        return 1;
    return params * SHARED_ROWS <= SHARED_PARAMS ? SHARED_ROWS : SHARED_PARAMS / params;
}

static const Stmt *compile_rows(const RowInsert *s, const Dict *const *rows, size_t count)
{
    List *list = list_new(count);
    for (size_t i = 0; i < count; i++)
        list_append(list, OBJ(rows[i]));
    const Value argument = OBJ(list);
    Value many = call_method(OBJ(s->insert), "values", 1, &argument);
    return compile_row(s, get_as(ClauseElement, many, "insert"), NULL);
}

const Stmt *row_insert_next(RowInsert *s, const Dict *const *rows, size_t length, size_t *count)
{
    *count = 1;
    if (!s->first) {
        s->first = compile_row(s, s->insert, rows[0]);
        s->most = shared_rows(s);
        return s->first;
    }
    size_t alike = 0, most = length < s->most ? length : s->most;
    while (alike < most && is_alike(s->first, rows[alike]))
        alike++;
    if (!alike)
        return compile_row(s, s->insert, rows[0]);
    *count = alike;
    return alike == 1 ? with_values(s->first, rows[0]) : compile_rows(s, rows, alike);
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
