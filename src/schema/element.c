/* element.c -- ClauseElement and ColumnElement: what every SQL element can be asked, and walking
 * through one. */
#include "schema/expr_inside.h"

static ElementStringifier
    stringifier; /* both registered once at start by the floor that knows dialects */
static ElementCompiler compiler;

void schema_set_stringifier(ElementStringifier given)
{
    stringifier = given;
}

void schema_set_compiler(ElementCompiler given)
{
    compiler = given;
}

Str *element_text(ClauseElement *element, Value dialect, bool literal_binds)
{
    if (!stringifier)
        return str_format("<%s>", class_name(element->obj.class)->text);
    return stringifier(element, dialect, literal_binds);
}

const char *element_own_dialect(const ClauseElement *element)
{
    Value v = OBJ(element);
    if (as(Grouping, v))
        return element_own_dialect(((const Grouping *)element)->element);
    if (is_instance(v, &PostgresInsert_class) || is_instance(v, &ArrayLiteral_class) ||
        is_instance(v, &AggregateOrderBy_class))
        return "postgresql";
    return is_instance(v, &SqliteInsert_class) ? "sqlite" : NULL;
}

/* --- walking ---------------------------------------------------------------------------------- */

static void walk_all(const ElementVec *list, ElementVisit visit, void *data)
{
    for (size_t i = 0; i < list->length; i++)
        element_walk(list->at[i], visit, data);
}

static void walk_case(const Case *c, ElementVisit visit, void *data)
{
    element_walk(c->value, visit, data);
    for (size_t i = 0; i < c->whens.length; i++) {
        element_walk(c->whens.at[i].condition, visit, data);
        element_walk(c->whens.at[i].result, visit, data);
    }
    element_walk(c->otherwise, visit, data);
}

static void walk_text(const TextClause *text, ElementVisit visit, void *data)
{
    for (size_t i = 0; i < text->binds.length; i++)
        element_walk(text->binds.at[i].value, visit, data);
}

static void walk_select(const Select *select, ElementVisit visit, void *data)
{
    walk_all(&select->columns, visit, data);
    walk_all(&select->froms, visit, data);
    for (size_t i = 0; i < select->joins.length; i++) {
        element_walk(select->joins.at[i].left, visit, data);
        element_walk(select->joins.at[i].right, visit, data);
        element_walk(select->joins.at[i].on, visit, data);
    }
    walk_all(&select->where, visit, data);
    walk_all(&select->having, visit, data);
    walk_all(&select->generative.group_by, visit, data);
    walk_all(&select->generative.order_by, visit, data);
}

static void walk_dml(const Dml *dml, ElementVisit visit, void *data)
{
    element_walk(dml->table, visit, data);
    for (size_t i = 0; i < dml->values.length; i++)
        element_walk(element_find(dml->values.at[i].value), visit, data);
    walk_all(&dml->where, visit, data);
    element_walk(dml->select, visit, data);
    walk_all(&dml->returning, visit, data);
}

#define INSIDE(T, member)     element_walk(((T *)e)->member, visit, data)
#define INSIDE_ALL(T, member) walk_all(&((T *)e)->member, visit, data)
void element_walk(ClauseElement *e, ElementVisit visit, void *data)
{
    if (!e || !visit(e, data))
        return;
    switch (e->kind) {
    case EXPR_TEXT:
        walk_text((TextClause *)e, visit, data);
        break;
    case EXPR_BINARY:
        INSIDE(BinaryExpression, left), INSIDE(BinaryExpression, right);
        break;
    case EXPR_UNARY:
        INSIDE(UnaryExpression, element);
        break;
    case EXPR_BOOLEAN_LIST:
        INSIDE_ALL(BooleanClauseList, items);
        break;
    case EXPR_CLAUSE_LIST:
        INSIDE_ALL(ClauseList, items);
        break;
    case EXPR_TUPLE:
        INSIDE_ALL(TupleClause, items);
        break;
    case EXPR_GROUPING:
        INSIDE(Grouping, element);
        break;
    case EXPR_BETWEEN_:
        INSIDE(Between_, element), INSIDE(Between_, low), INSIDE(Between_, high);
        break;
    case EXPR_FUNCTION:
        INSIDE_ALL(Function, arguments);
        break;
    case EXPR_OVER:
        INSIDE(Over, element), INSIDE_ALL(Over, partition_by), INSIDE_ALL(Over, order_by);
        break;
    case EXPR_WITHIN_GROUP:
        INSIDE(WithinGroup, element), INSIDE_ALL(WithinGroup, order_by);
        break;
    case EXPR_FILTER:
        INSIDE(FunctionFilter, function), INSIDE(FunctionFilter, criterion);
        break;
    case EXPR_CAST:
        INSIDE(Cast, clause);
        break;
    case EXPR_TYPE_COERCE:
        INSIDE(TypeCoerce, clause);
        break;
    case EXPR_EXTRACT:
        INSIDE(Extract, expression);
        break;
    case EXPR_CASE:
        walk_case((Case *)e, visit, data);
        break;
    case EXPR_LABEL:
        INSIDE(Label, element);
        break;
    case EXPR_EXISTS:
        INSIDE(Exists, select);
        break;
    case EXPR_ARRAY:
        INSIDE_ALL(ArrayLiteral, items);
        break;
    case EXPR_AGGREGATE_ORDER_BY:
        INSIDE(AggregateOrderBy, target), INSIDE_ALL(AggregateOrderBy, order_by);
        break;
    case EXPR_SELECT:
        walk_select((Select *)e, visit, data);
        break;
    case EXPR_COMPOUND:
        INSIDE_ALL(CompoundSelect, selects);
        break;
    case EXPR_SCALAR_SELECT:
        INSIDE(ScalarSelect, select);
        break;
    case EXPR_TEXTUAL_SELECT:
        element_walk(ELEMENT(((TextualSelect *)e)->text), visit, data);
        break;
    case EXPR_SUBQUERY:
    case EXPR_ALIAS:
    case EXPR_LATERAL:
    case EXPR_CTE:
        INSIDE(Alias, element);
        break;
    case EXPR_JOIN:
        INSIDE(Join, left), INSIDE(Join, right), INSIDE(Join, on);
        break;
    case EXPR_INSERT:
    case EXPR_UPDATE:
    case EXPR_DELETE:
        walk_dml((Dml *)e, visit, data);
        break;
    default:
        break;
    }
}

/* --- ClauseElement ---------------------------------------------------------------------------- */

static Str *element_str(Value self)
{
    return element_text((ClauseElement *)self.obj, NONE, false);
}

static bool element_truth(Value self)
{
    raise_type("Boolean value of this clause is not defined");
}

static bool literal_wanted(Value keywords)
{
    const Dict *dict = is_instance(keywords, &dict_class) ? (Dict *)keywords.obj : NULL;
    Value literal = dict ? dict_find_text(dict, "literal_binds") : UNSET;
    return is_set(literal) && value_truth(literal);
}

#define COMPILE(P)                                                                                 \
    P(POS, any, bind, None)                                                                        \
    P(POS, any, dialect, None)                                                                     \
    P(KEY, any, compile_kwargs, None)                                                              \
    P(KWREST, dict, more, Empty)
NATIVE(ClauseElement, compile, COMPILE)
{
    Value dialect = a->dialect;
    if (is_none(dialect) && !is_none(a->bind))
        dialect = value_get_attr(a->bind, intern("dialect"));
    if (compiler) {
        Dict *keywords = is_instance(a->compile_kwargs, &dict_class)
                             ? dict_copy((Dict *)a->compile_kwargs.obj)
                             : dict_new();
        return OBJ(compiler(self, dialect, keywords));
    }
    Compiled *made = obj_new(Compiled);
    made->string = element_text(self, dialect, literal_wanted(a->compile_kwargs));
    made->params = dict_new();
    made->statement = self;
    made->dialect = dialect;
    return OBJ(made);
}

#define SELF_GROUP(P) P(POS, any, against, None)
NATIVE(ClauseElement, self_group, SELF_GROUP)
{
    return OBJ(element_self_group(self, SQL_NONE));
}

static bool set_bind_value(ClauseElement *element, void *data)
{
    Dict *values = data;
    if (element->kind != EXPR_BIND || !((BindParameter *)element)->name)
        return true;
    BindParameter *bind = (BindParameter *)element;
    Value given = dict_find_str(values, bind->name);
    if (is_set(given)) {
        bind->value = given;
        bind->required = false;
        if (type_is_null(bind->column_element.type))
            bind->column_element.type = type_of_value(given);
    }
    return true;
}

static Dict *merged_values(const List *dicts, const Dict *keywords)
{
    Dict *values = dict_new();
    for (size_t i = 0; i < dicts->length; i++)
        if (is_instance(dicts->at[i], &dict_class))
            dict_update(values, (Dict *)dicts->at[i].obj);
    dict_update(values, keywords);
    return values;
}

/* Statements carry the values and apply them when they are written; other elements take them at
 * once. */
#define PARAMS(P) P(REST, list, dicts, Empty) P(KWREST, dict, values, Empty)
NATIVE(ClauseElement, params, PARAMS)
{
    Dict *values = merged_values(a->dicts, a->values);
    if (self->kind == EXPR_SELECT || self->kind == EXPR_COMPOUND) {
        GenerativeSelect *copy = element_clone(self);
        copy->parameters = dict_with(copy->parameters, values);
        return OBJ(copy);
    }
    if (self->kind == EXPR_INSERT || self->kind == EXPR_UPDATE || self->kind == EXPR_DELETE) {
        Dml *copy = element_clone(self);
        copy->parameters = dict_with(copy->parameters, values);
        return OBJ(copy);
    }
    element_walk(self, set_bind_value, values);
    return OBJ(self);
}

#define COMPARE(P) P(POS, any, other, Required)
NATIVE(ClauseElement, compare, COMPARE)
{
    const ClauseElement *other = as(ClauseElement, a->other);
    return BOOL(other && (other == self ||
                          str_equal(element_text(self, NONE, true),
                                    element_text((ClauseElement *)a->other.obj, NONE, true))));
}

/* text("a") & text("b"), ~text("a") */
static Value element_binop(Operator op, Value left, Value right)
{
    ClauseElement *element = as(ClauseElement, op == OPERATOR_INVERT ? left : left);
    if (op == OPERATOR_INVERT && element)
        return OBJ(element_not(element));
    if (op != OPERATOR_AND && op != OPERATOR_OR)
        return UNSET;
    SqlOperator sql = op == OPERATOR_AND ? SQL_AND : SQL_OR;
    if (element)
        return OBJ(compare(element, sql, right));
    return OBJ(compare_reversed(left, sql, as(ClauseElement, right)));
}

NATIVE0(ClauseElement, is_clause_element)
{
    return TRUE_VALUE;
}

static const Method element_methods[] = {
    PROPERTY(ClauseElement, is_clause_element),
    METHOD(ClauseElement, compile), METHOD(ClauseElement, self_group),
    METHOD(ClauseElement, params),  METHOD_AS("unique_params", ClauseElement, params),
    METHOD(ClauseElement, compare), {0},
};
const Class ClauseElement_class = {
    CLASS(ClauseElement, "sqlalchemy.sql.elements", object),
    .class_subscript = generic_class_subscript, /* Column[str], Select[Any] */
    .methods = element_methods,
    .str = element_str,
    .truth = element_truth,
    .binop = element_binop,
};

/* sqlalchemy.sql.base.Executable: for isinstance(), and a mixin of scripts' own statements: it adds no members */
typedef Obj Executable;
const Class Executable_class = {CLASS(Executable, "sqlalchemy.sql.base", object)};

/* --- ColumnElement ---------------------------------------------------------------------------- */

static Str *name_of(const ColumnElement *self)
{
    const ClauseElement *element = &self->element;
    switch (element->kind) {
    case EXPR_COLUMN:
        return ((const ColumnClause *)element)->name;
    case EXPR_LABEL:
        return ((const Label *)element)->name;
    case EXPR_FUNCTION:
        return ((const Function *)element)->name;
    case EXPR_BIND:
        return ((const BindParameter *)element)->name;
    default:
        return NULL;
    }
}

NATIVE0(ColumnElement, name)
{
    Str *name = name_of(self);
    if (!name)
        raise_no_operator(&self->element, "Comparator", "name");
    return STR(name);
}

NATIVE0(ColumnElement, key)
{
    return STR(name_of(self));
}

NATIVE0(ColumnElement, type)
{
    /* element_type asks script subclasses for this attribute */
    if (self->element.obj.class->flags & CLASS_HEAP)
        return OBJ(self->type ? self->type : null_type());
    return OBJ(element_type(&self->element));
}

NATIVE(ColumnElement, set_type, ONE_VALUE)
{
    self->type = type_from_value(a->value);
    return NONE;
}

#define LABEL(P) P(POS, any, name, None)
NATIVE(ColumnElement, label, LABEL)
{
    Str *name = is_none(a->name) ? NULL : value_find_str(a->name);
    if (!name && !is_none(a->name))
        raise_expected("Label name", a->name);
    return OBJ(label_new(name, &self->element));
}

#define CAST(P) P(POS, any, type_, Required)
NATIVE(ColumnElement, cast, CAST)
{
    return OBJ(cast_new(&self->element, type_from_value(a->type_)));
}

NATIVE0(ColumnElement, false_property)
{
    return FALSE_VALUE;
}

NATIVE0(ColumnElement, foreign_keys)
{
    return OBJ(set_new());
}

NATIVE0(ColumnElement, expression)
{
    return OBJ(self);
}

#define SHARES(P) P(POS, any, other, Required)
NATIVE(ColumnElement, shares_lineage, SHARES)
{
    return BOOL(a->other.tag == TAG_OBJ && a->other.obj == (Obj *)self);
}

static const Method column_element_methods[] = {
    PROPERTY(ColumnElement, name),
    PROPERTY(ColumnElement, key),
    PROPERTY_SET(ColumnElement, type, set_type),
    METHOD(ColumnElement, label),
    METHOD(ColumnElement, cast),
    PROPERTY_AS("primary_key", ColumnElement, false_property),
    PROPERTY(ColumnElement, foreign_keys),
    PROPERTY(ColumnElement, expression),
    METHOD(ColumnElement, shares_lineage),
    {0},
};
static Value column_element_getattr(Value self, Str *name)
{
    return comparator_find((ClauseElement *)self.obj, name);
}

const Class ColumnElement_class = {
    CLASS(ColumnElement, "sqlalchemy.sql.elements", ColumnOperators),
    .methods = column_element_methods,
    .getattr = column_element_getattr,
};

/* --- Compiled --------------------------------------------------------------------------------- */

static Str *compiled_str(Value self)
{
    return ((Compiled *)self.obj)->string;
}

static const Field compiled_fields[] = {
    FIELD(Compiled, str, string, READONLY),
    FIELD(Compiled, obj, params, READONLY),
    FIELD(Compiled, obj, statement, READONLY),
    FIELD(Compiled, any, dialect, READONLY),
    {0},
};
const Class Compiled_class = {
    CLASS(Compiled, "sqlalchemy.sql.compiler", object),
    .fields = compiled_fields,
    .str = compiled_str,
};
