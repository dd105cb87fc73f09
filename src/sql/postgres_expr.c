/* postgres_expr.c -- what PostgreSQL's expressions have beyond the generic form: JSON operators,
 * ILIKE, regular expressions, text search, DISTINCT ON, row locks. */
#include "sql/expr_inside.h"

/* --- JSON ------------------------------------------------------------------------------------- */

/* ("a", 0) is the path '{a, 0}' */
static Value path_text(Value path)
{
    Buf out = {0};
    List *parts = list_from(path);
    buf_char(&out, '{');
    for (size_t i = 0; i < parts->length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", value_str(parts->at[i])->text);
    buf_char(&out, '}');
    return STR(buf_str(&out));
}

static bool is_sequence(Value v)
{
    return is_instance(v, &list_class) || is_instance(v, &tuple_class);
}

/* The right side of -> and #> as the server takes it. */
static BinaryExpression *with_json_path(BinaryExpression *binary)
{
    const BindParameter *bind = (BindParameter *)binary->right;
    if (binary->right->kind != EXPR_BIND || !is_sequence(bind->value))
        return binary;
    BinaryExpression *copy = element_clone(binary);
    BindParameter *path = element_clone(bind);
    path->value = path_text(bind->value);
    path->column_element.type = type_new(TYPE_Text);
    copy->right = ELEMENT(path);
    return copy;
}

static bool is_json(const ClauseElement *element)
{
    const Type *type = element_type(element);
    while (type_is(type, TYPE_TypeDecorator) && type_decorated(type))
        type = type_decorated(type);
    return type_is(type, TYPE_JSON);
}

/* CAST(data ->> 'a' AS INTEGER) */
static void write_json_cast(Writer *w, BinaryExpression *binary, const char *text)
{
    write_text(w, "CAST(");
    write_generic_binary(w, with_json_path(binary), text, true);
    write_text(w, " AS ");
    write_type(w, binary->column_element.type);
    write_text(w, ")");
}

/* data['a'] of JSONB, data -> 'a' of JSON */
static void write_json_item(Writer *w, BinaryExpression *binary)
{
    ClauseElement *left = binary->left;
    if (!is_json(ELEMENT(binary))) {
        write_json_cast(w, binary, " ->> ");
    } else if (type_is(element_type(left), TYPE_PG_JSONB)) {
        bool enclosed = left->kind == EXPR_FUNCTION || left->kind == EXPR_CAST;
        write_text(w, enclosed ? "(" : "");
        write_element(w, left);
        write_text(w, enclosed ? ")[" : "[");
        write_element(w, binary->right);
        write_text(w, "]");
    } else {
        write_generic_binary(w, binary, " -> ", true);
    }
}

static void write_json_path(Writer *w, BinaryExpression *binary)
{
    if (!is_json(ELEMENT(binary)))
        write_json_cast(w, binary, " #>> ");
    else
        write_generic_binary(w, with_json_path(binary), " #> ", true);
}

/* --- text search, regular expressions --------------------------------------------------------- */

static void write_match(Writer *w, const BinaryExpression *binary)
{
    Value config =
        binary->modifiers ? dict_find_text(binary->modifiers, "postgresql_regconfig") : UNSET;
    write_element(w, binary->left);
    write_text(w, " @@ plainto_tsquery(");
    if (!is_absent(config)) {
        write_literal(w, config, type_new(TYPE_String));
        write_text(w, ", ");
    }
    write_element(w, binary->right);
    write_text(w, ")");
}

static void write_regexp(Writer *w, BinaryExpression *binary, const char *op)
{
    Str *flags = is_set(binary->flags) ? value_find_str(binary->flags) : NULL;
    if (!flags || str_is(flags, "i")) {
        write_generic_binary(w, binary, str_format(" %s%s ", op, flags ? "*" : "")->text, false);
        return;
    }
    write_element(w, binary->left);
    write_format(w, " %s CONCAT('(?', ", op);
    write_literal(w, STR(flags), type_new(TYPE_String));
    write_text(w, ", ')', ");
    write_element(w, binary->right);
    write_text(w, ")");
}

static void write_regexp_replace(Writer *w, const BinaryExpression *binary)
{
    write_text(w, "REGEXP_REPLACE(");
    write_element(w, binary->left);
    write_text(w, ", ");
    write_element(w, binary->right);
    if (is_set(binary->flags)) {
        write_text(w, ", ");
        write_literal(w, binary->flags, type_new(TYPE_String));
    }
    write_text(w, ")");
}

/* --- hooks ------------------------------------------------------------------------------------ */

/* (data -> '{a}') ->> 'b': the path of ->> and #>> too */
static bool write_path_operator(Writer *w, BinaryExpression *binary)
{
    if (binary->op != SQL_CUSTOM || binary->right->kind != EXPR_BIND ||
        !str_is(binary->custom->text, "#>>"))
        return false;
    BinaryExpression *copy = with_json_path(binary);
    if (copy == binary)
        return false;
    write_generic_binary(w, copy, " #>> ", true);
    return true;
}

static bool write_postgres_binary(Writer *w, BinaryExpression *binary)
{
    switch (binary->op) {
    case SQL_JSON_GETITEM:
        write_json_item(w, binary);
        return true;
    case SQL_JSON_PATH_GETITEM:
        write_json_path(w, binary);
        return true;
    case SQL_MATCH:
        write_match(w, binary);
        return true;
    case SQL_BITWISE_XOR:
        write_generic_binary(w, binary, " # ", false);
        return true;
    case SQL_REGEXP_MATCH:
        write_regexp(w, binary, "~");
        return true;
    case SQL_NOT_REGEXP_MATCH:
        write_regexp(w, binary, "!~");
        return true;
    case SQL_REGEXP_REPLACE:
        write_regexp_replace(w, binary);
        return true;
    default:
        return write_path_operator(w, binary);
    }
}

/* SUBSTRING(x FROM 2 FOR 3) */
static void write_substring(Writer *w, const Function *function)
{
    static const char *const words[] = {"SUBSTRING(", " FROM ", " FOR "};
    for (size_t i = 0; i < function->arguments.length && i < 3; i++) {
        write_text(w, words[i]);
        write_element(w, function->arguments.at[i]);
    }
    write_text(w, ")");
}

static bool write_postgres_function(Writer *w, Function *function)
{
    Str *name = str_lower_ascii(function->name);
    if (function->packages.length)
        return false;
    if (str_is(name, "substring") && function->arguments.length >= 2)
        write_substring(w, function);
    else if (str_is(name, "aggregate_strings"))
        write_call(w, "string_agg", &function->arguments);
    else if (str_is(name, "next_value") && function->sequence)
        write_element(w, ELEMENT(function->sequence));
    else
        return false;
    return true;
}

static void write_limit(Writer *w, const GenerativeSelect *select)
{
    if (select->limit) {
        write_text(w, " \n LIMIT ");
        write_element(w, select->limit);
    }
    if (select->offset) {
        write_text(w, select->limit ? " OFFSET " : "\n LIMIT ALL OFFSET ");
        write_element(w, select->offset);
    }
}

static void write_fetch(Writer *w, const GenerativeSelect *select)
{
    if (select->offset) {
        write_text(w, "\n OFFSET (");
        write_element(w, select->offset);
        write_text(w, ") ROWS");
    }
    write_text(w, "\n FETCH FIRST (");
    write_element(w, select->fetch);
    write_format(w, ")%s ROWS %s", select->fetch_percent ? " PERCENT" : "",
                 select->fetch_ties ? "WITH TIES" : "ONLY");
}

static void write_locked_tables(Writer *w, const ForUpdate *lock)
{
    ElementVec tables = {0};
    for (size_t i = 0; i < lock->of.length; i++)
        element_collect_froms(lock->of.at[i], &tables);
    for (size_t i = 0; i < tables.length; i++) {
        write_text(w, i ? ", " : " OF ");
        write_name(w, alias_written_name(w, tables.at[i]), TRI_UNSET);
    }
}

static void write_for_update(Writer *w, const ForUpdate *lock)
{
    if (lock->read)
        write_text(w, lock->key_share ? " FOR KEY SHARE" : " FOR SHARE");
    else
        write_text(w, lock->key_share ? " FOR NO KEY UPDATE" : " FOR UPDATE");
    write_locked_tables(w, lock);
    write_text(w, lock->nowait ? " NOWAIT" : "");
    write_text(w, lock->skip_locked ? " SKIP LOCKED" : "");
}

static void write_distinct(Writer *w, const Select *select)
{
    if (!select->distinct_on.length) {
        write_text(w, select->distinct ? "DISTINCT " : "");
        return;
    }
    write_text(w, "DISTINCT ON (");
    write_list(w, &select->distinct_on, ", ");
    write_text(w, ") ");
}

static void write_using(Writer *w, const ElementVec *froms)
{
    write_text(w, "USING ");
    write_froms(w, froms);
}

/* As the drivers of the reference do it. */
static void write_bind_cast(Writer *w, Type *type)
{
    static const TypeId cast_types[] = {TYPE_JSON, TYPE_ARRAY, TYPE_UUID, TYPE_Uuid,
                                        TYPE_PG_AbstractRange};
    Type *own = type_for_dialect(type, w->dialect->name);
    if (type_is(own, TYPE_Uuid) && !own->native_uuid)
        return;
    for (size_t i = 0; i < COUNT_OF(cast_types); i++)
        if (type_is(own, cast_types[i])) {
            write_text(w, "::");
            write_type(w, own);
            return;
        }
}

const ExprHooks postgres_expr_hooks = {
    .bind_cast = write_bind_cast,
    .binary = write_postgres_binary,
    .function = write_postgres_function,
    .limit = write_limit,
    .fetch = write_fetch,
    .for_update = write_for_update,
    .distinct = write_distinct,
    .delete_froms = write_using,
    .has_conflict = true,
    .conflict_names = true,
    .has_ilike = true,
    .has_only = true,
};

/* --- cells ------------------------------------------------------------------------------------ */

/* nextval('schema.name') */
static void write_sequence(Writer *w, ClauseElement *element)
{
    const Sequence *sequence = (Sequence *)element;
    Writer name = writer_for(w->dialect, &w->options);
    write_qualified(&name, sequence->schema, sequence->quote_schema, sequence->name,
                    sequence->quote);
    write_text(w, "nextval(");
    write_literal(w, STR(buf_str(&name.out)), type_new(TYPE_String));
    write_text(w, ")");
}

static void write_array(Writer *w, ClauseElement *element)
{
    const ArrayLiteral *array = (ArrayLiteral *)element;
    const Type *type = array->column_element.type;
    write_text(w, "ARRAY[");
    write_list(w, &array->items, ", ");
    write_text(w, "]");
    if (!array->items.length && type->item_type && type_id(type->item_type) != TYPE_NullType) {
        write_text(w, "::");
        write_type(w, array->column_element.type);
    }
}

const WriteExpr postgres_expr[EXPR_COUNT] = {
    [EXPR_SEQUENCE] = write_sequence,
    [EXPR_ARRAY] = write_array,
};
