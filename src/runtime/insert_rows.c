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

static void insert_online(MigrationContext *context, const MigrateOperation *op, const List *rows)
{
    ClauseElement *insert = inline_insert(op);
    const Stmt *first = NULL;
    for (size_t i = 0; i < rows->length; i++) {
        const Stmt *stmt = first ? with_values(first, row_at(rows, i)) : NULL;
        if (!stmt)
            stmt = compile_row(context, insert, row_at(rows, i));
        if (!first)
            first = stmt;
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
