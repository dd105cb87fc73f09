/* sqlite_expr.c -- what SQLite says in its own way: JSON functions, EXTRACT, LIMIT, no row locks.
 */
#include "sql/expr_inside.h"

/* --- JSON: '$."a"', '$[0]' -------------------------------------------------------------------- */

static void add_step(Buf *out, Value step)
{
    if (is_int(step))
        buf_format(out, "[%s]", value_str(step)->text);
    else
        buf_format(out, ".\"%s\"", value_str(step)->text);
}

static Value json_path(Value key)
{
    Buf out = {0};
    buf_char(&out, '$');
    if (is_instance(key, &list_class) || is_instance(key, &tuple_class)) {
        List *steps = list_from(key);
        for (size_t i = 0; i < steps->length; i++)
            add_step(&out, steps->at[i]);
    } else {
        add_step(&out, key);
    }
    return STR(buf_str(&out));
}

static ClauseElement *path_element(ClauseElement *right)
{
    if (right->kind != EXPR_BIND)
        return right;
    BindParameter *bind = element_clone(right);
    bind->value = json_path(bind->value);
    bind->column_element.type = type_new(TYPE_String);
    return ELEMENT(bind);
}

static void write_json_item(Writer *w, const BinaryExpression *binary)
{
    bool json = type_is(element_type(ELEMENT(binary)), TYPE_JSON);
    write_text(w, json ? "JSON_QUOTE(JSON_EXTRACT(" : "JSON_EXTRACT(");
    write_element(w, binary->left);
    write_text(w, ", ");
    write_element(w, path_element(binary->right));
    write_text(w, json ? "))" : ")");
}

/* data ->> '$."a"': the operators of PostgreSQL's types, with SQLite's form of the path. */
static bool write_json_text(Writer *w, const BinaryExpression *binary)
{
    if (!binary->custom->takes_json_key)
        return false;
    BinaryExpression *copy = element_clone(binary);
    copy->right = path_element(binary->right);
    write_generic_binary(w, copy, str_format(" %s ", binary->custom->text->text)->text, true);
    return true;
}

/* --- operators -------------------------------------------------------------------------------- */

/* a XOR b = (a | b) - (a & b) */
static void write_xor(Writer *w, BinaryExpression *binary)
{
    write_text(w, "(");
    write_generic_binary(w, binary, " | ", true);
    write_text(w, " - ");
    write_generic_binary(w, binary, " & ", true);
    write_text(w, ")");
}

static void write_pair(Writer *w, const BinaryExpression *binary, const char *text, const char *end)
{
    write_element(w, binary->left);
    write_text(w, text);
    write_element(w, binary->right);
    write_text(w, end);
}

static void refuse(Writer *w, ClauseElement *element)
{
    raise_exception(&UnsupportedCompilationError_class,
                    "Compiler for dialect 'sqlite' can't render element of type %s",
                    value_repr(OBJ(element->obj.class))->text);
}

static bool write_sqlite_binary(Writer *w, BinaryExpression *binary)
{
    switch (binary->op) {
    case SQL_JSON_GETITEM:
    case SQL_JSON_PATH_GETITEM:
        write_json_item(w, binary);
        return true;
    case SQL_CUSTOM:
        return write_json_text(w, binary);
    case SQL_TRUEDIV:
        write_pair(w, binary, " / (", " + 0.0)");
        return true;
    case SQL_IS_DISTINCT_FROM:
        write_pair(w, binary, " IS NOT ", "");
        return true;
    case SQL_IS_NOT_DISTINCT_FROM:
        write_pair(w, binary, " IS ", "");
        return true;
    case SQL_REGEXP_MATCH:
        write_generic_binary(w, binary, " REGEXP ", false);
        return true;
    case SQL_NOT_REGEXP_MATCH:
        write_generic_binary(w, binary, " NOT REGEXP ", false);
        return true;
    case SQL_BITWISE_XOR:
        write_xor(w, binary);
        return true;
    case SQL_GETITEM:
        refuse(w, ELEMENT(binary));
        return true;
    default:
        return false;
    }
}

/* --- functions -------------------------------------------------------------------------------- */

static bool write_sqlite_function(Writer *w, Function *function)
{
    static const struct {
        const char *name;
        const char *text;  /* what stands instead of the call, or NULL */
        const char *other; /* what the function is called there        */
    } rows[] = {
        {"now", "CURRENT_TIMESTAMP", NULL},
        {"localtimestamp", "DATETIME(CURRENT_TIMESTAMP, 'localtime')", NULL},
        {"char_length", NULL, "length"},
        {"aggregate_strings", NULL, "group_concat"},
    };
    Str *name = str_lower_ascii(function->name);
    size_t i = 0;
    while (i < COUNT_OF(rows) && !str_is(name, rows[i].name))
        i++;
    if (function->packages.length || i == COUNT_OF(rows))
        return false;
    if (rows[i].text)
        write_text(w, rows[i].text);
    else
        write_call(w, rows[i].other, &function->arguments);
    return true;
}

static void write_extract(Writer *w, const Extract *extract)
{
    static const char *const fields[][2] = {
        {"month", "%m"}, {"day", "%d"},    {"year", "%Y"},  {"second", "%S"}, {"hour", "%H"},
        {"doy", "%j"},   {"minute", "%M"}, {"epoch", "%s"}, {"dow", "%w"},    {"week", "%W"},
    };
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (str_is(extract->field, fields[i][0])) {
            write_format(w, "CAST(STRFTIME('%s', ", fields[i][1]);
            write_element(w, extract->expression);
            write_text(w, ") AS INTEGER)");
            return;
        }
    raise_compile(w, "%s is not a valid extract argument.", extract->field->text);
}

/* --- statements ------------------------------------------------------------------------------- */

static void write_number(Writer *w, int64_t n)
{
    write_bind(w, ELEMENT(bind_new(NULL, INT(n), NULL, true)));
}

static void write_limit(Writer *w, const GenerativeSelect *select)
{
    write_text(w, "\n LIMIT ");
    if (select->limit)
        write_element(w, select->limit);
    else
        write_number(w, -1);
    write_text(w, " OFFSET ");
    if (select->offset)
        write_element(w, select->offset);
    else
        write_number(w, 0);
}

static void write_no_lock(Writer *w, const ForUpdate *lock)
{
}

static void write_empty_set(Writer *w, const BindParameter *bind)
{
    const Type *type = bind->column_element.type;
    size_t columns = type_is(type, TYPE_TupleType) ? type->type_count : 1;
    Buf ones = {0};
    for (size_t i = 0; i < columns; i++)
        buf_text(&ones, i ? ", 1" : "1");
    write_format(w, "SELECT %s FROM (SELECT %s) WHERE 1!=1", ones.data, ones.data);
}

static void refuse_delete_froms(Writer *w, const ElementVec *froms)
{
    raise_exception(&NotImplementedError_class,
                    "This backend does not support multiple-table criteria within DELETE");
}

const ExprHooks sqlite_expr_hooks = {
    .delete_froms = refuse_delete_froms,
    .literal_conflict_index = true,
    .binary = write_sqlite_binary,
    .function = write_sqlite_function,
    .limit = write_limit,
    .for_update = write_no_lock,
    .empty_set = write_empty_set,
    .extract = write_extract,
    .has_conflict = true,
    .returning_bare = true,
    .has_last_row_id = true,
    .tuples_in_values = true,
};

const WriteExpr sqlite_expr[EXPR_COUNT] = {
    [EXPR_ARRAY] = refuse,
    [EXPR_AGGREGATE_ORDER_BY] = refuse,
};
