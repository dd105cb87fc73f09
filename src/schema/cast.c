/* cast.c -- cast(), case(), extract(), exists(), tuple_() ... and the functions that order: desc(),
 * nulls_last(). */
#include "schema/expr_inside.h"

/* --- cast, type_coerce ------------------------------------------------------------------------ */

#define CAST(P) P(POS, any, expression, Required) P(POS, any, type_, Required)
FUNCTION(expression, cast, CAST)
{
    Type *type = type_from_value(a->type_);
    return OBJ(cast_new(
        is_none(a->expression) ? null_new() : element_from_value(a->expression, type), type));
}

FUNCTION(expression, try_cast, CAST)
{
    Type *type = type_from_value(a->type_);
    Cast *cast = cast_new(element_from_value(a->expression, type), type);
    cast->is_try = true;
    return OBJ(cast);
}

FUNCTION(expression, type_coerce, CAST)
{
    TypeCoerce *coerce = element_new(TypeCoerce, EXPR_TYPE_COERCE);
    Type *type = type_from_value(a->type_);
    coerce->column_element.type = type;
    coerce->clause = element_from_value(a->expression, type);
    if (coerce->clause->kind == EXPR_BIND) {
        BindParameter *bind = element_clone(coerce->clause);
        bind->column_element.type = type;
        coerce->clause = ELEMENT(bind);
    }
    return OBJ(coerce);
}

#define EXTRACT(P) P(POS, str, field, Required) P(POS, any, expr, Required)
FUNCTION(expression, extract, EXTRACT)
{
    Extract *extract = element_new(Extract, EXPR_EXTRACT);
    extract->field = a->field;
    extract->expression = element_from_value(a->expr, NULL);
    extract->column_element.type = integer_type();
    return OBJ(extract);
}

#define COLLATE(P) P(POS, any, expression, Required) P(POS, str, collation, Required)
FUNCTION(expression, collate, COLLATE)
{
    return call_method(OBJ(element_from_value(a->expression, string_type())), "collate", 1,
                       (Value[]){STR(a->collation)});
}

#define BETWEEN(P)                                                                                 \
    P(POS, any, expr, Required)                                                                    \
    P(POS, any, lower_bound, Required) P(POS, any, upper_bound, Required)                          \
        P(POS, bool, symmetric, False)
FUNCTION(expression, between, BETWEEN)
{
    Between_ *made = as(Between_, call_method(OBJ(element_from_value(a->expr, NULL)), "between", 2,
                                              (Value[]){a->lower_bound, a->upper_bound}));
    made->symmetric = a->symmetric;
    return OBJ(made);
}

/* --- case ------------------------------------------------------------------------------------- */

static ClauseElement *case_result(Value v)
{
    return is_none(v) ? null_new() : element_from_value(v, NULL);
}

static void case_add(Case *made, Value condition, Value result)
{
    When when = {.result = case_result(result)};
    if (made->value) /* CASE value WHEN condition */
        when.condition = element_from_value(condition, NULL);
    else
        when.condition = element_self_group(element_from_condition(condition), SQL_NONE);
    vec_push(&made->whens, when);
}

static void case_add_pair(Case *made, Value pair)
{
    List *parts = list_from(pair);
    if (parts->length != 2)
        raise_exception(&ArgumentError_class, "case() WHEN/THEN pairs have two members, got %s",
                        value_repr(pair)->text);
    case_add(made, parts->at[0], parts->at[1]);
}

static void case_add_dict(Case *made, const Dict *whens)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(whens, &i));)
        case_add(made, entry->key, entry->value);
}

static void case_settle_type(Case *made)
{
    for (size_t i = made->whens.length; i-- > 0;) {
        Type *type = element_type(made->whens.at[i].result);
        if (!type_is_null(type)) {
            made->column_element.type = type;
            return;
        }
    }
}

/* case((condition, result), ..., else_=) or case({value: result}, value=column); 1.x: one list of
 * pairs */
#define CASE(P) P(REST, list, whens, Empty) P(KEY, any, value, None) P(KEY, any, else_, Unset)
FUNCTION(expression, case_, CASE)
{
    Case *made = element_new(Case, EXPR_CASE);
    if (!is_none(a->value))
        made->value = element_from_value(a->value, NULL);
    const List *whens = a->whens;
    if (whens->length == 1 && is_instance(whens->at[0], &list_class))
        whens = list_from(whens->at[0]);
    for (size_t i = 0; i < whens->length; i++) {
        if (is_instance(whens->at[i], &dict_class))
            case_add_dict(made, (Dict *)whens->at[i].obj);
        else
            case_add_pair(made, whens->at[i]);
    }
    case_settle_type(made);
    if (!is_absent(a->else_))
        made->otherwise = case_result(a->else_);
    return OBJ(made);
}

/* --- exists ----------------------------------------------------------------------------------- */

static ClauseElement *exists_select(const List *arguments)
{
    if (arguments->length) {
        ClauseElement *element = element_find(arguments->at[0]);
        if (element && element->kind == EXPR_SCALAR_SELECT)
            return ((ScalarSelect *)element)->select;
        if (element && element_is_select(element))
            return element;
    }
    Select *select = element_new(Select, EXPR_SELECT);
    if (arguments->length) {
        const List *columns = spread_list(arguments);
        elements_from(&select->columns, columns, element_from_column_name);
    } else {
        vec_push(&select->columns, ELEMENT(literal_column_new(str_from("*"), NULL)));
    }
    return ELEMENT(select);
}

#define EXISTS(P) P(REST, list, arguments, Empty) P(KEY, any, whereclause, None)
FUNCTION(expression, exists, EXISTS)
{
    Exists *made = element_new(Exists, EXPR_EXISTS);
    made->select = exists_select(a->arguments);
    made->column_element.type = boolean_type();
    return OBJ(made);
}

/* exists().where(...): the method of the select inside. */
static Value exists_apply(const Exists *self, const char *method, const List *arguments)
{
    Exists *copy = element_clone(self);
    copy->select =
        get_as(ClauseElement,
               call_method(OBJ(self->select), method, arguments->length, arguments->at), "exists");
    return OBJ(copy);
}

#define ANYTHING(P) P(REST, list, arguments, Empty)
NATIVE(Exists, where, ANYTHING)
{
    return exists_apply(self, "where", a->arguments);
}

NATIVE(Exists, select_from, ANYTHING)
{
    return exists_apply(self, "select_from", a->arguments);
}

NATIVE(Exists, correlate, ANYTHING)
{
    return exists_apply(self, "correlate", a->arguments);
}

NATIVE(Exists, correlate_except, ANYTHING)
{
    return exists_apply(self, "correlate_except", a->arguments);
}

NATIVE0(Exists, select)
{
    Select *select = element_new(Select, EXPR_SELECT);
    vec_push(&select->columns, ELEMENT(self));
    return OBJ(select);
}

/* --- tuples and unary forms ------------------------------------------------------------------- */

static void tuple_settle_type(TupleClause *tuple)
{
    Type *type = type_new(TYPE_TupleType);
    type->type_count = tuple->items.length;
    type->types = new_array(Type *, tuple->items.length + 1);
    for (size_t i = 0; i < tuple->items.length; i++)
        type->types[i] = element_type(tuple->items.at[i]);
    tuple->column_element.type = type;
}

#define TUPLE(P) P(REST, list, clauses, Empty) P(KEY, any, types, None)
FUNCTION(expression, tuple_, TUPLE)
{
    TupleClause *tuple = element_new(TupleClause, EXPR_TUPLE);
    for (size_t i = 0; i < a->clauses->length; i++)
        vec_push(&tuple->items, element_from_value(a->clauses->at[i], NULL));
    tuple_settle_type(tuple);
    return OBJ(tuple);
}

#define ONE(P) P(POS, any, expr, Required)
FUNCTION(expression, distinct, ONE)
{
    ClauseElement *element = element_from_value(a->expr, NULL);
    return OBJ(unary_new(SQL_DISTINCT, element, element_type(element)));
}

FUNCTION(expression, any_, ONE)
{
    return OBJ(unary_new(SQL_ANY, element_from_value(a->expr, NULL), boolean_type()));
}

FUNCTION(expression, all_, ONE)
{
    return OBJ(unary_new(SQL_ALL, element_from_value(a->expr, NULL), boolean_type()));
}

FUNCTION(expression, bitwise_not, ONE)
{
    ClauseElement *element = element_from_value(a->expr, NULL);
    return OBJ(unary_new(SQL_BITWISE_NOT, element, element_type(element)));
}

#define LABEL(P) P(POS, str, name, Required) P(POS, any, element, Required) P(POS, any, type_, None)
FUNCTION(expression, label, LABEL)
{
    Label *label = label_new(a->name, element_from_value(a->element, NULL));
    if (!is_none(a->type_))
        label->column_element.type = type_from_value(a->type_);
    return OBJ(label);
}

const Export cast_exports[] = {
    EXPORT_FUNCTION(expression, cast),
    EXPORT_FUNCTION(expression, try_cast),
    EXPORT_FUNCTION(expression, type_coerce),
    EXPORT_FUNCTION(expression, extract),
    EXPORT_FUNCTION(expression, collate),
    EXPORT_FUNCTION(expression, between),
    EXPORT_FUNCTION_AS("case", expression, case_),
    EXPORT_FUNCTION(expression, exists),
    EXPORT_FUNCTION(expression, tuple_),
    EXPORT_FUNCTION(expression, distinct),
    EXPORT_FUNCTION(expression, any_),
    EXPORT_FUNCTION(expression, all_),
    EXPORT_FUNCTION(expression, bitwise_not),
    EXPORT_FUNCTION(expression, label),
    {0},
};

/* --- order ------------------------------------------------------------------------------------ */

#define ORDER(P) P(POS, any, column, Required)
FUNCTION(expression, desc, ORDER)
{
    return OBJ(modifier_new(SQL_DESC, element_from_name(a->column)));
}

FUNCTION(expression, asc, ORDER)
{
    return OBJ(modifier_new(SQL_ASC, element_from_name(a->column)));
}

FUNCTION(expression, nulls_first, ORDER)
{
    return OBJ(modifier_new(SQL_NULLS_FIRST, element_from_name(a->column)));
}

FUNCTION(expression, nulls_last, ORDER)
{
    return OBJ(modifier_new(SQL_NULLS_LAST, element_from_name(a->column)));
}

const Export order_exports[] = {
    EXPORT_FUNCTION(expression, desc),
    EXPORT_FUNCTION(expression, asc),
    EXPORT_FUNCTION(expression, nulls_first),
    EXPORT_FUNCTION_AS("nullsfirst", expression, nulls_first),
    EXPORT_FUNCTION(expression, nulls_last),
    EXPORT_FUNCTION_AS("nullslast", expression, nulls_last),
    {0},
};

/* --- classes ---------------------------------------------------------------------------------- */

#define PLAIN_CLASS(T) const Class T##_class = {CLASS(T, "sqlalchemy.sql.elements", ColumnElement)}
static const Field cast_fields[] = {FIELD(Cast, obj, clause, READONLY), {0}};
const Class Cast_class = {CLASS(Cast, "sqlalchemy.sql.elements", ColumnElement),
                          .fields = cast_fields};
PLAIN_CLASS(TypeCoerce);
PLAIN_CLASS(Extract);
PLAIN_CLASS(Case);
const Class TupleClause_class = {
    CLASS_NAMED(TupleClause, "Tuple", "sqlalchemy.sql.elements", ColumnElement)};
static const Method exists_methods[] = {
    METHOD(Exists, where),     METHOD(Exists, select_from),
    METHOD(Exists, correlate), METHOD(Exists, correlate_except),
    METHOD(Exists, select),    {0},
};
const Class Exists_class = {
    CLASS(Exists, "sqlalchemy.sql.selectable", ColumnElement),
    .methods = exists_methods,
};
