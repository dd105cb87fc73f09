/* expr_inside.h -- shared by the expression files of schema/ only: allocation, types of operators,
 * coercions. */
#ifndef RETORT_SCHEMA_EXPR_INSIDE_H
#define RETORT_SCHEMA_EXPR_INSIDE_H

#include "schema/schema.h"

/* A zeroed element of that class, with its kind and NullType. */
void *element_allocate(const Class *class, ExprKind kind);
#define element_new(T, kind)    ((T *)element_allocate(&T##_class, (kind)))
#define COLUMN_ELEMENT(pointer) ((ColumnElement *)(pointer))

/* One object each, shared. */
Type *null_type(void);
Type *boolean_type(void);
Type *string_type(void);
Type *integer_type(void);
Type *numeric_type(void);

/* A VEC of its own, so that a copy of a statement can grow without touching the original. */
#define VEC_OWN(v)                                                                                 \
    do {                                                                                           \
        void *old_ = (v)->at;                                                                      \
        (v)->at = (v)->length ? mem_alloc((v)->length * sizeof *(v)->at) : NULL;                   \
        if ((v)->length)                                                                           \
            memcpy((v)->at, old_, (v)->length * sizeof *(v)->at);                                  \
        (v)->capacity = (v)->length;                                                               \
    } while (0)

/* operators.c */
bool type_is_null(const Type *type);
/* The generic class a type belongs to: String for Text and Enum, Numeric for Float ... */
const Class *type_affinity(const Type *type);
bool type_is_boolean(const Type *type);
bool type_is_concatenable(const Type *type);
/* The type of `left op right`; may turn + into ||. */
Type *operator_result_type(SqlOperator *op, Type *left, Type *right);
/* The type that a plain value gets beside an expression of this type. */
Type *type_for_compared(Type *type, SqlOperator op, Value value);
/* The same where the type has no rule of a script. */
Type *type_coerced(Type *type, Value value);

/* compare.c: what the operators and methods of ColumnElement make */
ClauseElement *compare(ClauseElement *left, SqlOperator op, Value right);
ClauseElement *compare_reversed(Value left, SqlOperator op, ClauseElement *right);
ClauseElement *compare_in(ClauseElement *left, SqlOperator op, Value list);
ClauseElement *compare_custom(ClauseElement *left, const CustomOperator *op, Value right);
/* A plain value as the operand beside `expression`. */
ClauseElement *operand_from(ClauseElement *expression, SqlOperator op, Value v);
ClauseElement *operand_typed(ClauseElement *expression, SqlOperator op, Value v, Type *type);
/* The name of the parameter beside it: that of a column or function; NULL else. */
Str *operand_name(const ClauseElement *expression);
SqlOperator operator_negated(SqlOperator op); /* SQL_NONE when there is none */
BinaryExpression *binary_with(ClauseElement *left, SqlOperator op, ClauseElement *right,
                              SqlOperator negate);

/* type_operators.c: what a column's type adds: JSON, ARRAY, HSTORE, ranges */
/* left @> right for types that have it; NULL for those that mean LIKE. */
ClauseElement *type_contains(ClauseElement *left, Value right);
/* << and >> of ranges; NULL for other operators and types */
ClauseElement *type_shift(ClauseElement *left, Operator op, Value right);

/* coerce.c */
_Noreturn void raise_expected(const char *what, Value got);
Str *describe_value(Value v); /* as SQLAlchemy's errors print an object: repr */
void elements_from(ElementVec *out, const List *list, ClauseElement *(*coerce)(Value));
/* The arguments of f(*items) or f([items]). */
const List *spread_list(const List *arguments);
ClauseElement *
element_from_constant(Value v); /* None, True, False, null() ... ; else ArgumentError */
ClauseElement *element_from_column_name(Value v); /* a str becomes column() */
bool type_value_is_plain(Value v);

/* function.c: `func` */
Value function_generator(void);

/* join.c: onclause None joins on the foreign keys between the two */
Join *join_new(ClauseElement *left, ClauseElement *right, Value onclause, bool outer, bool full);
/* The condition of the foreign keys from one side to the other. */
ClauseElement *join_condition(ClauseElement *left, ClauseElement *right);
bool join_is_possible(ClauseElement *left, ClauseElement *right);

Dict *dict_with(const Dict *old, const Dict *more);

#endif
