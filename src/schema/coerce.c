/* coerce.c -- script values as elements: what select(), where(), order_by(), operators and DDL
 * accept. */
#include "schema/expr_inside.h"

_Noreturn void raise_expected(const char *what, Value got)
{
    raise_exception(&ArgumentError_class, "%s expected, got %s.", what, value_repr(got)->text);
}

/* --- elements and what stands for one --------------------------------------------------------- */

enum { MAX_INDIRECTIONS = 8 };

ClauseElement *element_find(Value v)
{
    for (int i = 0; i < MAX_INDIRECTIONS && v.tag == TAG_OBJ; i++) {
        ClauseElement *element = as(ClauseElement, v);
        if (element)
            return element;
        Value method = value_find_attr_text(v, "__clause_element__");
        if (!is_set(method) || !is_callable(method))
            break;
        v = call(method, 0, NULL);
    }
    return NULL;
}

/* A mapped class stands for its table. */
static ClauseElement *element_find_mapped(Value v)
{
    ClauseElement *element = element_find(v);
    if (element || v.tag != TAG_OBJ)
        return element;
    return as(ClauseElement, value_find_attr_text(v, "__table__"));
}

Type *element_type(const ClauseElement *element)
{
    Type *type = NULL;
    if (element->kind == EXPR_TEXT || as(ColumnElement, OBJ(element)))
        type = ((const ColumnElement *)element)->type;
    if (type && !(element->obj.class->flags & CLASS_HEAP && type_is_null(type)))
        return type;
    if (element->obj.class->flags &
        CLASS_HEAP) { /* class utcnow(FunctionElement): type = DateTime() */
        Value given = value_find_attr_text(OBJ(element), "type");
        if (!is_absent(given))
            return type_from_value(given);
    }
    return null_type();
}

bool element_is_select(const ClauseElement *element)
{
    return element->kind == EXPR_SELECT || element->kind == EXPR_COMPOUND ||
           element->kind == EXPR_TEXTUAL_SELECT;
}

bool element_is_from(const ClauseElement *element)
{
    switch (element->kind) {
    case EXPR_TABLE:
    case EXPR_ALIAS:
    case EXPR_SUBQUERY:
    case EXPR_LATERAL:
    case EXPR_CTE:
    case EXPR_JOIN:
    case EXPR_VALUES:
        return true;
    default:
        return false;
    }
}

bool element_is_boolean(const ClauseElement *element)
{
    return type_is_boolean(element_type(element));
}

/* A select inside an expression is a scalar subquery. */
static ClauseElement *scalar_from(ClauseElement *element)
{
    if (!element_is_select(element))
        return element;
    ScalarSelect *scalar = element_new(ScalarSelect, EXPR_SCALAR_SELECT);
    scalar->select = element;
    ElementVec columns = select_result_columns(element);
    if (columns.length)
        scalar->column_element.type = element_type(columns.at[0]);
    return ELEMENT(scalar);
}

static bool is_plain_container(Value v)
{
    return is_instance(v, &type_class) || is_instance(v, &function_class);
}

ClauseElement *element_from_value(Value v, Type *type)
{
    ClauseElement *element = element_find(v);
    if (element)
        return scalar_from(element);
    if (is_none(v) && !type)
        return null_new();
    if (is_plain_container(v))
        raise_expected("SQL expression element or literal value", v);
    return ELEMENT(bind_new(NULL, v, type, true));
}

ClauseElement *element_from_text(Value v)
{
    Str *text = value_find_str(v);
    if (text)
        return ELEMENT(text_new(text));
    ClauseElement *element = element_find(v);
    if (element)
        return element;
    if (v.tag == TAG_BOOL)
        return boolean_constant_new(v.boolean);
    if (is_none(v))
        return null_new();
    raise_expected("SQL expression for DDL", v);
}

ClauseElement *element_from_constant(Value v)
{
    if (is_none(v))
        return null_new();
    if (v.tag == TAG_BOOL)
        return boolean_constant_new(v.boolean);
    ClauseElement *element = element_find(v);
    if (element)
        return element;
    raise_expected("SQL constant", v);
}

static _Noreturn void raise_textual(Value v)
{
    Str *shown = value_repr(v);
    raise_exception(&ArgumentError_class,
                    "Textual SQL expression %s should be explicitly declared as text(%s)",
                    shown->text, shown->text);
}

ClauseElement *element_from_condition(Value v)
{
    ClauseElement *element = element_find(v);
    if (element)
        return scalar_from(element);
    if (is_none(v) || v.tag == TAG_BOOL)
        return element_from_constant(v);
    if (value_find_str(v))
        raise_textual(v);
    raise_expected("SQL expression for WHERE/HAVING role", v);
}

ClauseElement *element_from_column_name(Value v)
{
    Str *name = value_find_str(v);
    if (name)
        return ELEMENT(column_clause_new(name, NULL));
    ClauseElement *element = element_find(v);
    if (element)
        return scalar_from(element);
    raise_expected("Column expression", v);
}

/* A str in ORDER BY or GROUP BY names a column or label: a ColumnClause without key, which the
 * writer looks up among the columns of the SELECT. "x desc" is refused there. */
ClauseElement *element_from_name(Value v)
{
    Str *name = value_find_str(v);
    if (name) {
        ColumnClause *reference = column_clause_new(name, NULL);
        reference->key = NULL;
        return ELEMENT(reference);
    }
    ClauseElement *element = element_find(v);
    if (element)
        return scalar_from(element);
    if (is_none(v))
        return null_new();
    raise_expected("ORDER BY expression", v);
}

ClauseElement *element_from_from(Value v)
{
    ClauseElement *element = element_find_mapped(v);
    if (!element)
        raise_expected("FROM expression, such as a Table or alias() object", v);
    if (element_is_select(element))
        return ELEMENT(alias_new(element, NULL));
    return element;
}

/* For correlate(): only the table counts, whatever rows of it a mapped class stands for. */
ClauseElement *element_from_correlated(Value v)
{
    Value mapper = v.tag == TAG_OBJ && v.obj->class->flags & CLASS_HEAP
                       ? value_find_attr_text(v, "__mapper__")
                       : UNSET;
    return element_from_from(is_set(mapper) ? value_get_attr(mapper, intern("selectable")) : v);
}

/* --- lists of arguments ----------------------------------------------------------------------- */

void elements_from(ElementVec *out, const List *list, ClauseElement *(*coerce)(Value))
{
    for (size_t i = 0; i < list->length; i++)
        vec_push(out, coerce(list->at[i]));
}

const List *spread_list(const List *arguments)
{
    if (arguments->length != 1)
        return arguments;
    Value only = arguments->at[0];
    if (is_instance(only, &list_class) || is_instance(only, &tuple_class) ||
        is_instance(only, &set_class))
        return list_from(only);
    return arguments;
}

Dict *dict_with(const Dict *old, const Dict *more)
{
    Dict *merged = old ? dict_copy(old) : dict_new();
    dict_update(merged, more);
    return merged;
}

/* --- CHECK (column IN ('a', 'b')) ------------------------------------------------------------- */

ClauseElement *element_in_literals(ColumnElement *column, const List *items)
{
    List *values = list_of(items->length, items->at);
    return compare_in(ELEMENT(column), SQL_IN, OBJ(values));
}

/* --- looking inside --------------------------------------------------------------------------- */

static bool find_table(ClauseElement *element, void *data)
{
    Table **found = data;
    if (!*found && element->kind == EXPR_COLUMN) {
        FromClause *from = ((ColumnClause *)element)->table;
        *found = from ? as(Table, OBJ(from)) : NULL;
    }
    return !*found;
}

Table *element_find_table(const ClauseElement *element)
{
    Table *found = NULL;
    element_walk((ClauseElement *)(uintptr_t)element, find_table, &found);
    return found;
}
