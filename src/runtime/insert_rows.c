/* insert_rows.c -- op.bulk_insert: rows as one INSERT each on paper, as one statement with many
 * values online. */
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

static Stmt *compile_row(const MigrationContext *context, ClauseElement *insert, const Dict *row)
{
    const CompileOptions options = {
        .style = context->dialect->style,
        .values = row,
        .schema_translate = context_connection(context)->schema_translate,
    };
    return sql_compile(context->dialect, insert, &options);
}

/* The statement of the first row with the values of another; NULL when that one has other keys, or
 * values that are SQL, and needs a statement of its own. */
static Stmt *with_values(const Stmt *first, const Dict *row)
{
    if (row->length != first->params.length)
        return NULL;
    Stmt *stmt = new (Stmt);
    *stmt = *first;
    memset(&stmt->params, 0, sizeof stmt->params);
    for (size_t i = 0; i < first->params.length; i++) {
        BoundParam param = first->params.at[i];
        param.value = dict_find_str(row, param.name);
        if (!is_set(param.value) || as(ClauseElement, param.value))
            return NULL;
        vec_push(&stmt->params, param);
    }
    return stmt;
}

/* Of a server every statement is waited for, so that rows alike share one: some hundred at a time, far from
 * the 65,535 parameters that the protocol counts. A library in this process is as fast with one each. */
enum { SHARED_ROWS = 250, SHARED_PARAMS = 10000 };

static size_t shared_rows(const Dialect *dialect, const Stmt *first)
{
    size_t params = first->params.length;
    if (dialect_has(dialect, FEATURE_IN_PROCESS) || !params || params > SHARED_PARAMS)
        return 1;
    return params * SHARED_ROWS <= SHARED_PARAMS ? SHARED_ROWS : SHARED_PARAMS / params;
}

/* How many rows from `start` may share a statement: as many as have the first one's keys and plain values. */
static size_t rows_alike(const List *rows, size_t start, size_t most, const Stmt *first)
{
    size_t count = 0;
    while (count < most && start + count < rows->length &&
           with_values(first, row_at(rows, start + count)))
        count++;
    return count;
}

static const Stmt *compile_rows(const MigrationContext *context, ClauseElement *insert,
                                const List *rows, size_t start, size_t count)
{
    Value list = OBJ(list_of(count, rows->at + start));
    Value many = call_method(OBJ(insert), "values", 1, &list);
    return compile_row(context, get_as(ClauseElement, many, "insert"), NULL);
}

static void insert_online(MigrationContext *context, const MigrateOperation *op, const List *rows)
{
    ClauseElement *insert = inline_insert(op);
    const Stmt *first = NULL;
    size_t most = 1;
    for (size_t i = 0, count; i < rows->length; i += count) {
        const Stmt *stmt = first ? with_values(first, row_at(rows, i)) : NULL;
        count = 1;
        if (stmt && most > 1)
            count = rows_alike(rows, i, most, first);
        if (!stmt)
            stmt = compile_row(context, insert, row_at(rows, i));
        else if (count > 1)
            stmt = compile_rows(context, insert, rows, i, count);
        if (!first) {
            first = stmt;
            most = shared_rows(context->dialect, first);
        }
        connection_execute(context->connection, stmt);
    }
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
