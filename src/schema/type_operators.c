/* type_operators.c -- what a column's type lets it do: JSON paths, array elements, HSTORE keys,
 * ranges.
 *
 * SQLAlchemy gives every type a Comparator class; here they are methods of every column that
 * refuse, as a missing attribute would, when the type has no such operator.
 */
#include "schema/expr_inside.h"

typedef ClauseElement TypeOperators;

enum { PRECEDENCE_GETITEM = 15, PRECEDENCE_EQUAL = 5 };

typedef struct OperatorSpec {
    const char *text;
    int64_t precedence;
    bool is_comparison, is_natural, eager, takes_json_key;
} OperatorSpec;

/* PostgreSQL's operators, each one object: parentheses depend on whether two of them are the same.
 */
typedef enum PostgresOperator {
    PG_ASTEXT,
    PG_PATH_ASTEXT,
    PG_HAS_KEY,
    PG_HAS_ALL,
    PG_HAS_ANY,
    PG_DELETE_PATH,
    PG_PATH_EXISTS,
    PG_PATH_MATCH,
    PG_CONTAINS,
    PG_CONTAINED_BY,
    PG_OVERLAP,
    PG_LEFT_OF,
    PG_RIGHT_OF,
    PG_NOT_RIGHT_OF,
    PG_NOT_LEFT_OF,
    PG_ADJACENT,
    PG_HSTORE_ITEM,
    PG_OPERATOR_COUNT
} PostgresOperator;

static CustomOperator *postgres_operator(PostgresOperator which)
{
    static const OperatorSpec specs[PG_OPERATOR_COUNT] = {
        [PG_ASTEXT] = {"->>", PRECEDENCE_GETITEM, false, true, true, true},
        [PG_PATH_ASTEXT] = {"#>>", PRECEDENCE_GETITEM, false, true, true, true},
        [PG_HAS_KEY] = {"?", PRECEDENCE_EQUAL, true, true, true},
        [PG_HAS_ALL] = {"?&", PRECEDENCE_EQUAL, true, true, true},
        [PG_HAS_ANY] = {"?|", PRECEDENCE_EQUAL, true, true, true},
        [PG_DELETE_PATH] = {"#-", PRECEDENCE_GETITEM, false, true, true},
        [PG_PATH_EXISTS] = {"@?", PRECEDENCE_EQUAL, true, true, true},
        [PG_PATH_MATCH] = {"@@", PRECEDENCE_EQUAL, true, true, true},
        [PG_CONTAINS] = {"@>", PRECEDENCE_EQUAL, true, true, true},
        [PG_CONTAINED_BY] = {"<@", PRECEDENCE_EQUAL, true, true, true},
        [PG_OVERLAP] = {"&&", PRECEDENCE_EQUAL, true, false, false},
        [PG_LEFT_OF] = {"<<", PRECEDENCE_EQUAL, true, false, false},
        [PG_RIGHT_OF] = {">>", PRECEDENCE_EQUAL, true, false, false},
        [PG_NOT_RIGHT_OF] = {"&<", PRECEDENCE_EQUAL, true, false, false},
        [PG_NOT_LEFT_OF] = {"&>", PRECEDENCE_EQUAL, true, false, false},
        [PG_ADJACENT] = {"-|-", PRECEDENCE_EQUAL, true, false, false},
        [PG_HSTORE_ITEM] = {"->", PRECEDENCE_GETITEM, false, true, true},
    };
    static CustomOperator *made[PG_OPERATOR_COUNT];
    if (!made[which]) {
        const OperatorSpec *spec = &specs[which];
        CustomOperator *op = new (CustomOperator);
        *op = (CustomOperator){
            .text = str_from(spec->text),
            .precedence = spec->precedence,
            .is_comparison = spec->is_comparison,
            .is_natural = spec->is_natural,
            .eager_grouping = spec->eager,
            .takes_json_key = spec->takes_json_key,
        };
        made[which] = op;
    }
    return made[which];
}

/* --- which types have what -------------------------------------------------------------------- */

typedef enum TypeFamily {
    HAS_NONE = 0,
    IS_JSON = 1,
    IS_JSONB = 2,
    IS_ARRAY = 4,
    IS_HSTORE = 8,
    IS_RANGE = 16
} TypeFamily;

static unsigned family_of(const ClauseElement *element)
{
    const Type *type = element_type(element);
    while (type_is(type, TYPE_TypeDecorator) && type_decorated(type))
        type = type_decorated(type);
    if (type_is(type, TYPE_PG_JSONB))
        return IS_JSON | IS_JSONB;
    if (type_is(type, TYPE_JSON))
        return IS_JSON;
    if (type_is(type, TYPE_ARRAY))
        return IS_ARRAY;
    if (type_is(type, TYPE_PG_HSTORE))
        return IS_HSTORE;
    return type_is(type, TYPE_PG_AbstractRange) ? IS_RANGE : HAS_NONE;
}

static void require(const ClauseElement *element, unsigned families, const char *name)
{
    if (!(family_of(element) & families))
        raise_no_operator(element, "Comparator", name);
}

static Value apply(ClauseElement *self, PostgresOperator op, Value other, Type *result)
{
    ClauseElement *made = compare_custom(self, postgres_operator(op), other);
    if (result)
        COLUMN_ELEMENT(made)->type = result;
    return OBJ(made);
}

ClauseElement *type_contains(ClauseElement *left, Value right)
{
    if (!(family_of(left) & (IS_JSONB | IS_ARRAY | IS_HSTORE | IS_RANGE)))
        return NULL;
    return compare_custom(left, postgres_operator(PG_CONTAINS), right);
}

ClauseElement *type_shift(ClauseElement *left, Operator op, Value right)
{
    if ((op != OPERATOR_LSHIFT && op != OPERATOR_RSHIFT) || !(family_of(left) & IS_RANGE))
        return NULL;
    PostgresOperator which = op == OPERATOR_LSHIFT ? PG_LEFT_OF : PG_RIGHT_OF;
    return compare_custom(left, postgres_operator(which), right);
}

#define OTHER(P) P(POS, any, other, Required)
#define TYPE_METHOD(name, op, families)                                                            \
    NATIVE(TypeOperators, name, OTHER)                                                             \
    {                                                                                              \
        require(self, families, #name);                                                            \
        return apply(self, op, a->other, NULL);                                                    \
    }
TYPE_METHOD(contained_by, PG_CONTAINED_BY, IS_JSONB | IS_ARRAY | IS_HSTORE | IS_RANGE)
TYPE_METHOD(has_key, PG_HAS_KEY, IS_JSONB | IS_HSTORE)
TYPE_METHOD(has_all, PG_HAS_ALL, IS_JSONB | IS_HSTORE)
TYPE_METHOD(has_any, PG_HAS_ANY, IS_JSONB | IS_HSTORE)
TYPE_METHOD(delete_path, PG_DELETE_PATH, IS_JSONB)
TYPE_METHOD(path_exists, PG_PATH_EXISTS, IS_JSONB)
TYPE_METHOD(path_match, PG_PATH_MATCH, IS_JSONB)
TYPE_METHOD(overlap, PG_OVERLAP, IS_ARRAY)
TYPE_METHOD(overlaps, PG_OVERLAP, IS_RANGE | IS_ARRAY)
TYPE_METHOD(strictly_left_of, PG_LEFT_OF, IS_RANGE)
TYPE_METHOD(strictly_right_of, PG_RIGHT_OF, IS_RANGE)
TYPE_METHOD(not_extend_right_of, PG_NOT_RIGHT_OF, IS_RANGE)
TYPE_METHOD(not_extend_left_of, PG_NOT_LEFT_OF, IS_RANGE)
TYPE_METHOD(adjacent_to, PG_ADJACENT, IS_RANGE)

/* r.union(x) is r + x, and so on */
#define RANGE_METHOD(name, named, operator)                                                        \
    NATIVE(TypeOperators, name, OTHER)                                                             \
    {                                                                                              \
        require(self, IS_RANGE, named);                                                            \
        return value_operate(operator, OBJ(self), a->other);                                       \
    }
RANGE_METHOD(union_, "union", OPERATOR_ADD) /* union is a word of C */
RANGE_METHOD(difference, "difference", OPERATOR_SUB)
RANGE_METHOD(intersection, "intersection", OPERATOR_MUL)

/* --- [index] ---------------------------------------------------------------------------------- */

static bool is_path(Value key)
{
    return is_instance(key, &tuple_class) || is_instance(key, &list_class);
}

/* data["a"], data[("a", "b")] */
static ClauseElement *json_item(ClauseElement *self, Value key)
{
    SqlOperator op = is_path(key) ? SQL_JSON_PATH_GETITEM : SQL_JSON_GETITEM;
    BinaryExpression *made =
        binary_with(self, op, operand_typed(self, op, key, type_of_value(key)), SQL_NONE);
    made->column_element.type = element_type(self);
    return ELEMENT(made);
}

static ClauseElement *array_bound(ClauseElement *self, Value bound, bool shift)
{
    if (is_absent(bound))
        return ELEMENT(bind_new(NULL, NONE, integer_type(), true));
    if (shift && bound.tag == TAG_INT)
        bound.integer++;
    return operand_typed(self, SQL_GETITEM, bound, integer_type());
}

static Type *array_item_type(Type *array)
{
    if (array->dimensions <= 1)
        return array->item_type ? array->item_type : null_type();
    Type *inner = element_clone(array); /* any native object can be copied so */
    inner->dimensions--;
    return inner;
}

/* tags[1], tags[1:3] */
static ClauseElement *array_item(ClauseElement *self, Value key)
{
    Type *type = element_type(self);
    const Slice *slice = is_instance(key, &slice_class) ? (Slice *)key.obj : NULL;
    BinaryExpression *made;
    if (slice) {
        BinaryExpression *bounds = element_new(BinaryExpression, EXPR_BINARY);
        bounds->op = SQL_SLICE;
        bounds->left = array_bound(self, slice->start, type->zero_indexes);
        bounds->right = array_bound(self, slice->stop, type->zero_indexes);
        made = element_new(BinaryExpression, EXPR_BINARY);
        made->op = SQL_GETITEM;
        made->left = element_self_group(self, SQL_GETITEM);
        made->right = ELEMENT(bounds);
    } else {
        made = binary_with(self, SQL_GETITEM, array_bound(self, key, type->zero_indexes), SQL_NONE);
    }
    made->column_element.type = slice ? type : array_item_type(type);
    return ELEMENT(made);
}

static Value type_subscript(Value v, Value key)
{
    ClauseElement *self = (ClauseElement *)v.obj;
    unsigned family = family_of(self);
    if (family & IS_JSON)
        return OBJ(json_item(self, key));
    if (family & IS_ARRAY)
        return OBJ(array_item(self, key));
    if (family & IS_HSTORE)
        return apply(self, PG_HSTORE_ITEM, key, type_new(TYPE_Text));
    raise_exception(&NotImplementedError_class,
                    "Operator 'getitem' is not supported on this expression");
}

/* --- JSON values as SQL types ----------------------------------------------------------------- */

static BinaryExpression *json_access(ClauseElement *self, const char *name)
{
    require(self, IS_JSON, name);
    BinaryExpression *binary = (BinaryExpression *)self;
    if (self->kind != EXPR_BINARY ||
        (binary->op != SQL_JSON_GETITEM && binary->op != SQL_JSON_PATH_GETITEM))
        raise_exception(
            &InvalidRequestError_class,
            "The JSON cast operator JSON.%s() only works with a JSON index expression e.g. "
            "col['q'].%s()",
            name, name);
    return binary;
}

NATIVE0(TypeOperators, astext)
{
    require(self, IS_JSON, "astext");
    BinaryExpression *access = (BinaryExpression *)self;
    if (self->kind != EXPR_BINARY ||
        (access->op != SQL_JSON_GETITEM && access->op != SQL_JSON_PATH_GETITEM))
        raise_attribute("'%s' object has no attribute 'astext'", class_name(self->obj.class)->text);
    const CustomOperator *op =
        postgres_operator(access->op == SQL_JSON_GETITEM ? PG_ASTEXT : PG_PATH_ASTEXT);
    ColumnElement *made = binary_custom_new(op, access->left, access->right);
    made->type = type_new(TYPE_Text);
    return OBJ(made);
}

static Value json_as(ClauseElement *self, const char *name, Type *type)
{
    BinaryExpression *copy = element_clone(json_access(self, name));
    copy->column_element.type = type;
    return OBJ(copy);
}

#define JSON_AS(name, type)                                                                        \
    NATIVE0(TypeOperators, name)                                                                   \
    {                                                                                              \
        return json_as(self, #name, type);                                                         \
    }
JSON_AS(as_boolean, boolean_type())
JSON_AS(as_string, type_new(TYPE_Unicode))
JSON_AS(as_integer, integer_type())
JSON_AS(as_float, type_new(TYPE_Float))

#define AS_NUMERIC(P)                                                                              \
    P(POS, int, precision, Required) P(POS, int, scale, Required) P(POS, bool, asdecimal, True)
NATIVE(TypeOperators, as_numeric, AS_NUMERIC)
{
    Type *type = type_new(TYPE_Numeric);
    type->precision = a->precision;
    type->scale = a->scale;
    type->asdecimal = a->asdecimal;
    return json_as(self, "as_numeric", type);
}

NATIVE0(TypeOperators, as_json)
{
    return OBJ(json_access(self, "as_json"));
}

/* --- arrays ----------------------------------------------------------------------------------- */

static SqlOperator comparison_named(Value operator_)
{
    static const struct {
        const char *name;
        SqlOperator op;
    } rows[] = {{"eq", SQL_EQ}, {"ne", SQL_NE}, {"lt", SQL_LT},
                {"le", SQL_LE}, {"gt", SQL_GT}, {"ge", SQL_GE}};
    if (is_absent(operator_))
        return SQL_EQ;
    Str *name = value_find_str(value_find_attr(operator_, N(__name__)));
    for (size_t i = 0; name && i < COUNT_OF(rows); i++)
        if (str_is(name, rows[i].name))
            return rows[i].op;
    raise_expected("comparison operator", operator_);
}

static Value array_test(ClauseElement *self, SqlOperator which, Value other, Value operator_)
{
    SqlOperator op = comparison_named(operator_);
    Type *item = array_item_type(element_type(self));
    ClauseElement *value = element_find(other);
    if (!value)
        value =
            ELEMENT(bind_new(operand_name(self), other, type_for_compared(item, op, other), true));
    ColumnElement *test = unary_new(which, self, boolean_type());
    BinaryExpression *made = binary_with(value, op, ELEMENT(test), SQL_NONE);
    made->column_element.type = boolean_type();
    return OBJ(made);
}

#define ARRAY_TEST(P) P(POS, any, other, Required) P(POS, any, operator, None)
NATIVE(TypeOperators, any, ARRAY_TEST)
{
    require(self, IS_ARRAY, "any");
    return array_test(self, SQL_ANY, a->other, a->operator);
}

NATIVE(TypeOperators, all, ARRAY_TEST)
{
    require(self, IS_ARRAY, "all");
    return array_test(self, SQL_ALL, a->other, a->operator);
}

/* --- HSTORE functions ------------------------------------------------------------------------- */

static Value hstore_function(ClauseElement *self, const char *method, const char *name, Type *type)
{
    require(self, IS_HSTORE, method);
    Function *made = function_call_new(name, 1, &self);
    made->column_element.type = type;
    return OBJ(made);
}

static Type *text_array(void)
{
    Type *type = type_new(TYPE_PG_ARRAY);
    type->item_type = type_new(TYPE_Text);
    return type;
}

NATIVE0(TypeOperators, keys)
{
    return hstore_function(self, "keys", "akeys", text_array());
}

NATIVE0(TypeOperators, vals)
{
    return hstore_function(self, "vals", "avals", text_array());
}

static const Method type_methods[] = {
    METHOD(TypeOperators, contained_by),
    METHOD(TypeOperators, has_key),
    METHOD(TypeOperators, has_all),
    METHOD(TypeOperators, has_any),
    METHOD(TypeOperators, delete_path),
    METHOD(TypeOperators, path_exists),
    METHOD(TypeOperators, path_match),
    METHOD(TypeOperators, overlap),
    METHOD(TypeOperators, overlaps),
    METHOD(TypeOperators, strictly_left_of),
    METHOD(TypeOperators, strictly_right_of),
    METHOD(TypeOperators, not_extend_right_of),
    METHOD(TypeOperators, not_extend_left_of),
    METHOD(TypeOperators, adjacent_to),
    METHOD_AS("union", TypeOperators, union_),
    METHOD(TypeOperators, difference),
    METHOD(TypeOperators, intersection),
    PROPERTY(TypeOperators, astext),
    METHOD(TypeOperators, as_boolean),
    METHOD(TypeOperators, as_string),
    METHOD(TypeOperators, as_integer),
    METHOD(TypeOperators, as_float),
    METHOD(TypeOperators, as_numeric),
    METHOD(TypeOperators, as_json),
    METHOD(TypeOperators, any),
    METHOD(TypeOperators, all),
    METHOD(TypeOperators, keys),
    METHOD(TypeOperators, vals),
    {0},
};
const Class TypeOperators_class = {
    CLASS_NAMED(TypeOperators, "Comparator", "sqlalchemy.sql.type_api", ClauseElement),
    .methods = type_methods,
    .subscript = type_subscript,
};
