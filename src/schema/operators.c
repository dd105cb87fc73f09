/* operators.c -- the SQL operators as rows, and the types that come out of them. */
#include "schema/expr_inside.h"

typedef struct OperatorRow {
    const char *name;
    int precedence;
    unsigned flags;
} OperatorRow;

#define OPERATOR_ROW(name, python_name, precedence, flags)                                         \
    [SQL_##name] = {python_name, precedence, flags},
static const OperatorRow operators[SQL_OPERATOR_COUNT] = {SQL_OPERATOR_LIST(OPERATOR_ROW)};

const char *sql_operator_name(SqlOperator op)
{
    return operators[op].name;
}

bool sql_operator_is(SqlOperator op, unsigned flag)
{
    return (operators[op].flags & flag) != 0;
}

int sql_operator_precedence(SqlOperator op)
{
    return operators[op].precedence;
}

/* --- types ------------------------------------------------------------------------------------ */

bool type_is_null(const Type *type)
{
    return !type || type_id(type) == TYPE_NullType;
}

/* What a TypeDecorator stands for. */
static const Type *undecorated(const Type *type)
{
    while (type_is(type, TYPE_TypeDecorator) && type_decorated(type))
        type = type_decorated(type);
    return type;
}

const Class *type_affinity(const Type *type)
{
    type = undecorated(type);
    if (type_is(type, TYPE_PG_INTERVAL) || type_is(type, TYPE_ORACLE_INTERVAL))
        return &Interval_class;
    const Class *class = type->obj.class;
    while (class->base && class->base != &TypeEngine_class && class->base != &object_class)
        class = class->base;
    return class;
}

bool type_is_boolean(const Type *type)
{
    return type && type_affinity(type) == &Boolean_class;
}

bool type_is_concatenable(const Type *type)
{
    const Class *affinity = type_affinity(type);
    return affinity == &String_class || affinity == &ARRAY_class || affinity == &PG_HSTORE_class;
}

/* --- types of results ------------------------------------------------------------------------- */

/* left op right -> result, by affinity; what has no row keeps the type of the left side. */
typedef struct ResultRow {
    const Class *left;
    SqlOperator op;
    const Class *right, *result;
    TypeId id;
} ResultRow;

#define ROW(left, op, right, result)                                                               \
    {                                                                                              \
        &left##_class, SQL_##op, &right##_class, &result##_class, TYPE_##result                    \
    }
static const ResultRow results[] = {
    ROW(Integer, ADD, Date, Date),
    ROW(Integer, ADD, Numeric, Numeric),
    ROW(Integer, MUL, Interval, Interval),
    ROW(Integer, MUL, Numeric, Numeric),
    ROW(Integer, TRUEDIV, Integer, Numeric),
    ROW(Integer, TRUEDIV, Numeric, Numeric),
    ROW(Integer, FLOORDIV, Numeric, Numeric),
    ROW(Integer, SUB, Numeric, Numeric),
    ROW(Numeric, MUL, Interval, Interval),
    ROW(Date, ADD, Interval, DateTime),
    ROW(Date, ADD, Time, DateTime),
    ROW(Date, SUB, Date, Integer),
    ROW(Date, SUB, Interval, DateTime),
    ROW(Date, SUB, DateTime, Interval),
    ROW(DateTime, SUB, DateTime, Interval),
    ROW(Time, ADD, Date, DateTime),
    ROW(Time, SUB, Time, Interval),
    ROW(Interval, ADD, Date, DateTime),
    ROW(Interval, ADD, DateTime, DateTime),
    ROW(Interval, ADD, Time, Time),
};

static Type *adapted(SqlOperator op, Type *left, Type *right)
{
    const Class *a = type_affinity(left), *b = type_affinity(right);
    for (size_t i = 0; i < COUNT_OF(results); i++) {
        const ResultRow *row = &results[i];
        if (row->left == a && row->op == op && row->right == b)
            return row->result == b ? right : type_new(row->id);
    }
    return left;
}

Type *operator_result_type(SqlOperator *op, Type *left, Type *right)
{
    if (type_is_null(left)) {
        if (type_is_null(right) || !sql_operator_is(*op, SQL_COMMUTATIVE))
            return left;
        return operator_result_type(op, right, left);
    }
    if (*op == SQL_ADD && type_is_concatenable(left) &&
        (type_is_concatenable(right) || type_is_null(right))) {
        *op = SQL_CONCAT;
        return left;
    }
    return adapted(*op, left, right);
}

/* --- types of plain values -------------------------------------------------------------------- */

static Type *ask_script_type(Type *type, SqlOperator op, Value value)
{
    Value method = value_find_attr_text(OBJ(type), "coerce_compared_value");
    Value own = class_find(type->obj.class, intern("coerce_compared_value"));
    if (!is_set(method) || !is_instance(own, &function_class))
        return NULL;
    Value given = call(method, 2, (Value[]){STR(str_from(sql_operator_name(op))), value});
    return type_from_value(given);
}

Type *type_for_compared(Type *type, SqlOperator op, Value value)
{
    Type *scripted = type ? ask_script_type(type, op, value) : NULL;
    return scripted ? scripted : type_coerced(type, value);
}

Type *type_coerced(Type *type, Value value)
{
    if (type && (type_is(type, TYPE_TypeDecorator) || type_is(type, TYPE_UserDefinedType)))
        return type;
    if (type && type_is(type, TYPE_Uuid) && is_str(value))
        return type;
    Type *own = type_of_value(value);
    if (type && (type_is_null(own) || type_affinity(own) == type_affinity(type)))
        return type;
    return own;
}
