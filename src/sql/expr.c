/* expr.c -- the plain expressions, one function a kind: columns, text, functions, CASE, CAST; the
 * generic cells. */
#include "sql/expr_inside.h"

/* --- helpers ---------------------------------------------------------------------------------- */

bool has_native_boolean(const Writer *w)
{
    return dialect_has(w->dialect, FEATURE_NATIVE_BOOLEAN) || !w->dialect->base;
}

void write_raw_text(Writer *w, const Str *text)
{
    buf_add(&w->out, w->options.style == PARAM_PYFORMAT ? str_replace(text, "%", "%%") : text);
}

/* Elements that write nothing (an empty and_()) leave no separator. */
void write_list(Writer *w, const ElementVec *items, const char *separator)
{
    size_t start = w->out.length;
    for (size_t i = 0; i < items->length; i++) {
        size_t before = w->out.length;
        if (before > start)
            write_text(w, separator);
        size_t written = w->out.length;
        write_element(w, items->at[i]);
        if (w->out.length == written)
            buf_truncate(&w->out, before);
    }
}

void write_call(Writer *w, const char *name, const ElementVec *arguments)
{
    write_format(w, "%s(", name);
    write_list(w, arguments, ", ");
    write_text(w, ")");
}

void write_with_tables(Writer *w, ClauseElement *element, bool without_tables)
{
    bool outer = w->without_tables;
    w->without_tables = without_tables;
    write_element(w, element);
    w->without_tables = outer;
}

/* --- columns and tables ----------------------------------------------------------------------- */

void write_column_name(Writer *w, const ColumnClause *column)
{
    if (!column->name)
        raise_compile(w, "Cannot compile Column object until its 'name' is assigned.");
    if (column->is_literal)
        write_raw_text(w, column->name);
    else
        write_name(w, column->name, column->quote);
}

/* "schema.table." or "alias." in front of a column */
static void write_column_table(Writer *w, const FromClause *from)
{
    const ClauseElement *element = &from->element;
    if (element->kind == EXPR_TABLE) {
        write_table_clause(w, (const TableClause *)from);
        write_text(w, ".");
        return;
    }
    Str *name = alias_written_name(w, element);
    if (name) {
        write_name(w, name,
                   element->kind == EXPR_VALUES ? TRI_UNSET : ((const Alias *)from)->quote);
        write_text(w, ".");
    }
}

static void write_column_element(Writer *w, ClauseElement *element)
{
    const ColumnClause *column = (ColumnClause *)element;
    if (column->name && !column->key) {
        write_label_reference(w, column);
        return;
    }
    bool is_whole = column->table && element_is_from(ELEMENT(column->table)) &&
                    column->is_literal &&
                    column->table->element.kind == EXPR_ALIAS; /* column_valued() */
    if (column->table && !w->without_tables && !is_whole)
        write_column_table(w, column->table);
    if (is_whole)
        write_name(w, alias_written_name(w, ELEMENT(column->table)), TRI_UNSET);
    else
        write_column_name(w, column);
}

static void write_table(Writer *w, ClauseElement *element)
{
    write_table_clause(w, (TableClause *)element);
}

/* --- text, constants -------------------------------------------------------------------------- */

static void write_textclause(Writer *w, ClauseElement *element)
{
    const TextClause *text = (TextClause *)element;
    for (size_t i = 0; i < text->texts.length; i++) {
        write_raw_text(w, text->texts.at[i]);
        if (i < text->bind_names.length)
            write_bind(w, map_find(&text->binds, text->bind_names.at[i]));
    }
}

static void write_null(Writer *w, ClauseElement *element)
{
    write_text(w, "NULL");
}

static void write_true(Writer *w, ClauseElement *element)
{
    write_text(w, has_native_boolean(w) ? "true" : "1");
}

static void write_false(Writer *w, ClauseElement *element)
{
    write_text(w, has_native_boolean(w) ? "false" : "0");
}

/* --- lists ------------------------------------------------------------------------------------ */

static void write_boolean_list(Writer *w, ClauseElement *element)
{
    const BooleanClauseList *list = (BooleanClauseList *)element;
    bool outer = expr_state(w)->in_operator;
    expr_state(w)->in_operator = true;
    write_list(w, &list->items, operator_text(list->op));
    expr_state(w)->in_operator = outer;
}

static void write_clause_list(Writer *w, ClauseElement *element)
{
    const ClauseList *list = (ClauseList *)element;
    write_list(w, &list->items, operator_text(list->op));
}

static void write_tuple(Writer *w, ClauseElement *element)
{
    write_text(w, "(");
    write_list(w, &((TupleClause *)element)->items, ", ");
    write_text(w, ")");
}

static void write_grouping(Writer *w, ClauseElement *element)
{
    write_text(w, "(");
    write_element(w, ((Grouping *)element)->element);
    write_text(w, ")");
}

/* --- functions -------------------------------------------------------------------------------- */

/* Anything but letters, digits, _ and $ makes the name of a function quoted. */
static bool is_plain_word(const Str *name)
{
    for (const char *p = name->text; *p; p++)
        if (!(*p == '_' || *p == '$' || (*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'z') ||
              (*p >= 'A' && *p <= 'Z')))
            return false;
    return name->length > 0;
}

static void write_function_word(Writer *w, const Str *name)
{
    if (is_plain_word(name))
        buf_add(&w->out, name);
    else
        write_name(w, name, TRI_TRUE);
}

static const char *const upper_functions[][2] = {
    {"current_date", "CURRENT_DATE"},
    {"current_time", "CURRENT_TIME"},
    {"current_timestamp", "CURRENT_TIMESTAMP"},
    {"current_user", "CURRENT_USER"},
    {"localtime", "LOCALTIME"},
    {"localtimestamp", "LOCALTIMESTAMP"},
    {"session_user", "SESSION_USER"},
    {"user", "USER"},
    {"cube", "CUBE"},
    {"rollup", "ROLLUP"},
    {"grouping_sets", "GROUPING SETS"},
};

static void write_known_name(Writer *w, const Str *name)
{
    for (size_t i = 0; i < COUNT_OF(upper_functions); i++)
        if (str_is(name, upper_functions[i][0])) {
            write_text(w, upper_functions[i][1]);
            return;
        }
    buf_add(&w->out, name);
}

static void write_function(Writer *w, ClauseElement *element)
{
    Function *function = (Function *)element;
    ExprState *state = expr_state(w);
    bool columns = state->in_columns;
    state->in_columns = false;
    if (!EXPR_HOOK(w, function)(w, function)) {
        for (size_t i = 0; i < function->packages.length; i++) {
            write_function_word(w, function->packages.at[i]);
            write_text(w, ".");
        }
        if (function->identifier)
            write_known_name(w, function->name);
        else
            write_function_word(w, function->name);
        if (!function->is_ansi || function->arguments.length)
            write_call(w, "", &function->arguments);
    }
    state->in_columns = columns;
}

static void write_frame_bound(Writer *w, FrameBound bound, bool is_end)
{
    if (bound.is_unbounded) {
        write_text(w, is_end ? "UNBOUNDED FOLLOWING" : "UNBOUNDED PRECEDING");
    } else if (bound.offset == 0) {
        write_text(w, "CURRENT ROW");
    } else {
        int64_t distance = bound.offset < 0 ? -bound.offset : bound.offset;
        write_bind(w, ELEMENT(bind_new(NULL, INT(distance), NULL, true)));
        write_text(w, bound.offset < 0 ? " PRECEDING" : " FOLLOWING");
    }
}

static void write_over(Writer *w, ClauseElement *element)
{
    static const char *const frames[] = {NULL, "RANGE", "ROWS", "GROUPS"};
    const Over *over = (Over *)element;
    const char *space = "";
    write_element(w, over->element);
    write_text(w, " OVER (");
    if (over->partition_by.length) {
        write_text(w, "PARTITION BY ");
        write_list(w, &over->partition_by, ", ");
        space = " ";
    }
    if (over->order_by.length) {
        write_format(w, "%sORDER BY ", space);
        write_list(w, &over->order_by, ", ");
        space = " ";
    }
    if (over->frame != FRAME_NONE) {
        write_format(w, "%s%s BETWEEN ", space, frames[over->frame]);
        write_frame_bound(w, over->from, false);
        write_text(w, " AND ");
        write_frame_bound(w, over->to, true);
    }
    write_text(w, ")");
}

static void write_within_group(Writer *w, ClauseElement *element)
{
    const WithinGroup *within = (WithinGroup *)element;
    write_element(w, within->element);
    write_text(w, " WITHIN GROUP (ORDER BY ");
    write_list(w, &within->order_by, ", ");
    write_text(w, ")");
}

static void write_filter(Writer *w, ClauseElement *element)
{
    const FunctionFilter *filter = (FunctionFilter *)element;
    write_element(w, filter->function);
    write_text(w, " FILTER (WHERE ");
    write_element(w, filter->criterion);
    write_text(w, ")");
}

/* --- CAST, CASE, EXTRACT ---------------------------------------------------------------------- */

/* CAST(x AS VARCHAR(5)) COLLATE "C": the collation of the type moves behind. */
static void write_cast(Writer *w, ClauseElement *element)
{
    const Cast *cast = (Cast *)element;
    write_text(w, cast->is_try ? "TRY_CAST(" : "CAST(");
    write_element(w, cast->clause);
    write_text(w, " AS ");
    size_t start = w->out.length;
    write_type(w, cast->column_element.type);
    Str *type = buf_str(&w->out);
    const char *collate = strstr(type->text + start, " COLLATE ");
    if (collate) {
        Str *behind = str_from(collate);
        buf_truncate(&w->out, (size_t)(collate - type->text));
        write_format(w, ")%s", behind->text);
    } else {
        write_text(w, ")");
    }
}

static void write_type_coerce(Writer *w, ClauseElement *element)
{
    write_element(w, ((TypeCoerce *)element)->clause);
}

static void write_extract_cell(Writer *w, ClauseElement *element)
{
    EXPR_HOOK(w, extract)(w, (Extract *)element);
}

static void write_extract_generic(Writer *w, const Extract *extract)
{
    write_format(w, "EXTRACT(%s FROM ", extract->field->text);
    write_element(w, extract->expression);
    write_text(w, ")");
}

static void write_case(Writer *w, ClauseElement *element)
{
    const Case *c = (Case *)element;
    write_text(w, "CASE ");
    if (c->value) {
        write_element(w, c->value);
        write_text(w, " ");
    }
    for (size_t i = 0; i < c->whens.length; i++) {
        write_text(w, "WHEN ");
        write_element(w, c->whens.at[i].condition);
        write_text(w, " THEN ");
        write_element(w, c->whens.at[i].result);
        write_text(w, " ");
    }
    if (c->otherwise) {
        write_text(w, "ELSE ");
        write_element(w, c->otherwise);
        write_text(w, " ");
    }
    write_text(w, "END");
}

static void write_collation(Writer *w, ClauseElement *element)
{
    write_name(w, ((CollationClause *)element)->collation, TRI_UNSET);
}

/* --- labels ----------------------------------------------------------------------------------- */

/* Only the list of columns says AS; elsewhere a label is what it stands for, or its name in ORDER
 * BY. */
static void write_label(Writer *w, ClauseElement *element)
{
    const Label *label = (Label *)element;
    ExprState *state = expr_state(w);
    if (state->label_only == label) {
        write_name(w, label->name ? label->name : anonymous_label(w, element), TRI_UNSET);
        return;
    }
    bool columns = state->in_columns, with_as = columns && !state->in_label;
    bool in_label = state->in_label;
    state->in_columns = with_as;
    state->in_label = with_as;
    write_element(w, label->element);
    state->in_columns = columns;
    state->in_label = in_label;
    if (with_as) {
        write_text(w, " AS ");
        write_name(w, label->name ? label->name : anonymous_label(w, element), TRI_UNSET);
    }
}

/* --- arrays, sequences ------------------------------------------------------------------------ */

static void write_array(Writer *w, ClauseElement *element)
{
    write_text(w, "ARRAY[");
    write_list(w, &((ArrayLiteral *)element)->items, ", ");
    write_text(w, "]");
}

static void write_aggregate_order_by(Writer *w, ClauseElement *element)
{
    const AggregateOrderBy *made = (AggregateOrderBy *)element;
    write_element(w, made->target);
    write_text(w, " ORDER BY ");
    write_list(w, &made->order_by, ", ");
}

static void write_sequence(Writer *w, ClauseElement *element)
{
    const Sequence *sequence = (Sequence *)element;
    if (w->dialect->base && !dialect_has(w->dialect, FEATURE_SEQUENCES))
        raise_exception(&NotImplementedError_class, "Dialect '%s' does not support sequence increments.",
                        w->dialect->name);
    write_text(w, "<next sequence value: ");
    write_qualified(w, sequence->schema, sequence->quote_schema, sequence->name, sequence->quote);
    write_text(w, ">");
}

/* --- variation points ------------------------------------------------------------------------- */

static bool no_special_function(Writer *w, Function *function)
{
    return false;
}

static bool no_special_binary(Writer *w, BinaryExpression *binary)
{
    return false;
}

static void write_limit_generic(Writer *w, const GenerativeSelect *select)
{
    if (select->limit) {
        write_text(w, "\n LIMIT ");
        write_element(w, select->limit);
    }
    if (select->offset) {
        write_text(w, select->limit ? " OFFSET " : "\n LIMIT -1 OFFSET ");
        write_element(w, select->offset);
    }
}

static void write_fetch_generic(Writer *w, const GenerativeSelect *select)
{
    if (select->offset) {
        write_text(w, "\n OFFSET ");
        write_element(w, select->offset);
        write_text(w, " ROWS");
    }
    write_text(w, "\n FETCH FIRST ");
    write_element(w, select->fetch);
    write_format(w, "%s ROWS %s", select->fetch_percent ? " PERCENT" : "",
                 select->fetch_ties ? "WITH TIES" : "ONLY");
}

static void write_for_update_generic(Writer *w, const ForUpdate *lock)
{
    write_text(w, " FOR UPDATE");
}

static void write_distinct_generic(Writer *w, const Select *select)
{
    write_text(w, select->distinct ? "DISTINCT " : "");
}

/* x IN (NULL) AND (1 != 1) */
static void write_empty_set_generic(Writer *w, const BindParameter *bind)
{
    const Type *type = bind->column_element.type;
    size_t columns = type_is(type, TYPE_TupleType) ? type->type_count : 1;
    write_text(w, columns > 1 ? "(" : "");
    for (size_t i = 0; i < columns; i++)
        write_text(w, i ? ", NULL" : "NULL");
    write_text(w, columns > 1 ? ")" : "");
    write_text(w, bind->expand_op == SQL_NOT_IN ? ") OR (1 = 1" : ") AND (1 != 1");
}

static void write_delete_froms_generic(Writer *w, const ElementVec *froms)
{
    write_text(w, ", ");
    write_froms(w, froms);
}

const ExprHooks generic_expr_hooks = {
    .binary = no_special_binary,
    .function = no_special_function,
    .limit = write_limit_generic,
    .fetch = write_fetch_generic,
    .for_update = write_for_update_generic,
    .distinct = write_distinct_generic,
    .empty_set = write_empty_set_generic,
    .extract = write_extract_generic,
    .delete_froms = write_delete_froms_generic,
    .has_last_row_id = true,
};

const WriteExpr generic_expr[EXPR_COUNT] = {
    [EXPR_COLUMN] = write_column_element,
    [EXPR_TABLE] = write_table,
    [EXPR_TEXT] = write_textclause,
    [EXPR_BIND] = write_bind,
    [EXPR_NULL_] = write_null,
    [EXPR_TRUE_] = write_true,
    [EXPR_FALSE_] = write_false,
    [EXPR_BINARY] = write_binary,
    [EXPR_UNARY] = write_unary,
    [EXPR_BOOLEAN_LIST] = write_boolean_list,
    [EXPR_CLAUSE_LIST] = write_clause_list,
    [EXPR_TUPLE] = write_tuple,
    [EXPR_GROUPING] = write_grouping,
    [EXPR_FUNCTION] = write_function,
    [EXPR_OVER] = write_over,
    [EXPR_WITHIN_GROUP] = write_within_group,
    [EXPR_FILTER] = write_filter,
    [EXPR_CAST] = write_cast,
    [EXPR_TYPE_COERCE] = write_type_coerce,
    [EXPR_EXTRACT] = write_extract_cell,
    [EXPR_COLLATE] = write_collation,
    [EXPR_CASE] = write_case,
    [EXPR_LABEL] = write_label,
    [EXPR_BETWEEN_] = write_between,
    [EXPR_EXISTS] = write_exists,
    [EXPR_ARRAY] = write_array,
    [EXPR_AGGREGATE_ORDER_BY] = write_aggregate_order_by,
    [EXPR_SELECT] = write_select,
    [EXPR_COMPOUND] = write_compound,
    [EXPR_SUBQUERY] = write_alias,
    [EXPR_SCALAR_SELECT] = write_scalar_select,
    [EXPR_ALIAS] = write_alias,
    [EXPR_CTE] = write_alias,
    [EXPR_JOIN] = write_from,
    [EXPR_LATERAL] = write_alias,
    [EXPR_VALUES] = write_values,
    [EXPR_TEXTUAL_SELECT] = write_textual_select,
    [EXPR_INSERT] = write_insert,
    [EXPR_UPDATE] = write_update,
    [EXPR_DELETE] = write_delete,
    [EXPR_SEQUENCE] = write_sequence,
};
