/* alias.c -- what stands in FROM: FromClause, aliases, subqueries, CTEs, LATERAL, and the columns
 * they offer. */
#include "schema/expr_inside.h"

typedef FromClause SelectBase;

/* --- names of result columns ------------------------------------------------------------------ */

Str *element_result_name(const ClauseElement *element)
{
    switch (element->kind) {
    case EXPR_COLUMN:
        return ((const ColumnClause *)element)->key;
    case EXPR_LABEL:
        return ((const Label *)element)->name;
    case EXPR_FUNCTION:
        return ((const Function *)element)->name;
    case EXPR_CAST:
        return element_result_name(((const Cast *)element)->clause);
    case EXPR_TYPE_COERCE:
        return element_result_name(((const TypeCoerce *)element)->clause);
    default:
        return NULL;
    }
}

Str *from_name(const ClauseElement *from)
{
    switch (from->kind) {
    case EXPR_TABLE:
        return ((const TableClause *)from)->name;
    case EXPR_ALIAS:
    case EXPR_SUBQUERY:
    case EXPR_LATERAL:
    case EXPR_CTE:
        return ((const Alias *)from)->name;
    case EXPR_VALUES:
        return ((const Values *)from)->name;
    default:
        return NULL;
    }
}

/* --- .c --------------------------------------------------------------------------------------- */

/* A column of the inner element as seen through the alias. */
static void add_proxy(FromClause *from, const ClauseElement *inner)
{
    Str *name = inner->kind == EXPR_COLUMN ? ((const ColumnClause *)inner)->name
                                           : element_result_name(inner);
    if (!name) /* unnamed expressions are reached by position only */
        name = str_format("anon_%zu", from->columns->items.length + 1);
    ColumnClause *proxy = column_clause_new(name, element_type(inner));
    if (inner->kind == EXPR_COLUMN) {
        proxy->key = ((const ColumnClause *)inner)->key;
        proxy->quote = ((const ColumnClause *)inner)->quote;
    }
    proxy->table = from;
    column_collection_add(from->columns, proxy->key, proxy);
}

static void proxy_all(FromClause *from, const ElementVec *inner)
{
    for (size_t i = 0; i < inner->length; i++)
        add_proxy(from, inner->at[i]);
}

static ElementVec from_columns(ClauseElement *element)
{
    ElementVec list = {0};
    if (element_is_select(element))
        return select_result_columns(element);
    if (element->kind == EXPR_INSERT || element->kind == EXPR_UPDATE ||
        element->kind == EXPR_DELETE)
        return ((Dml *)element)->returning;
    if (!element_is_from(element))
        return list;
    const ColumnCollection *columns = fromclause_columns((FromClause *)element);
    for (size_t i = 0; i < columns->items.length; i++)
        vec_push(&list, ELEMENT(columns->items.at[i]));
    return list;
}

static void join_columns(FromClause *from, ClauseElement *side)
{
    ElementVec inner = from_columns(side);
    for (size_t i = 0; i < inner.length; i++) {
        ColumnClause *column = (ColumnClause *)inner.at[i];
        Str *table = column->table ? from_name(ELEMENT(column->table)) : NULL;
        Str *key = table ? str_format("%s_%s", table->text, column->key->text) : column->key;
        column_collection_add(from->columns, key, column);
    }
}

/* Columns stand for themselves, under the names they have in the result. */
static void result_columns(FromClause *from, const ElementVec *inner)
{
    for (size_t i = 0; i < inner->length; i++) {
        if (inner->at[i]->kind == EXPR_COLUMN)
            column_collection_add(from->columns, element_result_name(inner->at[i]),
                                  (ColumnClause *)inner->at[i]);
        else
            add_proxy(from, inner->at[i]);
    }
}

ColumnCollection *fromclause_columns(FromClause *from)
{
    if (from->columns)
        return from->columns;
    from->columns = column_collection_new();
    ClauseElement *element = &from->element;
    ElementVec inner;
    switch (element->kind) {
    case EXPR_ALIAS:
    case EXPR_SUBQUERY:
    case EXPR_LATERAL:
    case EXPR_CTE:
        inner = from_columns(((Alias *)from)->element);
        proxy_all(from, &inner);
        break;
    case EXPR_JOIN:
        join_columns(from, ((Join *)from)->left);
        join_columns(from, ((Join *)from)->right);
        break;
    case EXPR_SELECT:
    case EXPR_COMPOUND:
    case EXPR_TEXTUAL_SELECT:
        inner = select_result_columns(element);
        result_columns(from, &inner);
        break;
    case EXPR_VALUES:
        for (size_t i = 0; i < ((Values *)from)->given.length; i++)
            add_proxy(from, ELEMENT(((Values *)from)->given.at[i]));
        break;
    default:
        break;
    }
    return from->columns;
}

/* --- making aliases --------------------------------------------------------------------------- */

static Alias *alias_of_class(const Class *class, ExprKind kind, ClauseElement *element, Str *name)
{
    Alias *alias = element_allocate(class, kind);
    alias->element = element;
    alias->name = name;
    return alias;
}

Alias *alias_new(ClauseElement *element, Str *name)
{
    if (element_is_select(element))
        return alias_of_class(&Subquery_class, EXPR_SUBQUERY, element, name);
    return alias_of_class(&Alias_class, EXPR_ALIAS, element, name);
}

static Str *name_given(Value v)
{
    return is_absent(v) ? NULL : value_find_str(v);
}

static Value cte_new(ClauseElement *element, Str *name, bool recursive, bool nesting)
{
    Cte *cte = (Cte *)alias_of_class(&Cte_class, EXPR_CTE, element, name);
    cte->recursive = recursive;
    cte->nesting = nesting;
    return OBJ(cte);
}

#define NAME(P) P(POS, any, name, None) P(POS, bool, flat, False)
#define CTE(P)  P(POS, any, name, None) P(POS, bool, recursive, False) P(POS, bool, nesting, False)

/* --- FromClause ------------------------------------------------------------------------------- */

NATIVE0(FromClause, c)
{
    return OBJ(fromclause_columns(self));
}

NATIVE(FromClause, alias, NAME)
{
    return OBJ(alias_new(&self->element, name_given(a->name)));
}

NATIVE0(FromClause, select)
{
    Select *select = element_new(Select, EXPR_SELECT);
    vec_push(&select->columns, &self->element);
    return OBJ(select);
}

static Value tablesample_new(ClauseElement *element, Value sampling, Value name, Value seed)
{
    Alias *alias = alias_of_class(&TableSample_class, EXPR_ALIAS, element, name_given(name));
    ClauseElement *given =
        element_find(sampling); /* a number is the percentage of the method "system" */
    if (!given || given->kind != EXPR_FUNCTION) {
        Value system = value_get_attr(function_generator(), intern("system"));
        given = get_as(ClauseElement, call(system, 1, &sampling), "sampling");
    }
    alias->sampling = given;
    alias->seed = is_none(seed) ? NULL : element_from_value(seed, NULL);
    return OBJ(alias);
}

#define TABLESAMPLE(P)                                                                             \
    P(POS, any, sampling, Required) P(POS, any, name, None) P(POS, any, seed, None)
NATIVE(FromClause, tablesample, TABLESAMPLE)
{
    return tablesample_new(&self->element, a->sampling, a->name, a->seed);
}

/* Joined on the foreign keys between the two, or on what is given. */
#define JOIN(P)                                                                                    \
    P(POS, any, right, Required)                                                                   \
    P(POS, any, onclause, None) P(POS, bool, isouter, False) P(POS, bool, full, False)
NATIVE(FromClause, join, JOIN)
{
    return OBJ(
        join_new(&self->element, element_from_from(a->right), a->onclause, a->isouter, a->full));
}

#define OUTERJOIN(P)                                                                               \
    P(POS, any, right, Required) P(POS, any, onclause, None) P(POS, bool, full, False)
NATIVE(FromClause, outerjoin, OUTERJOIN)
{
    return OBJ(join_new(&self->element, element_from_from(a->right), a->onclause, true, a->full));
}

static const Method from_methods[] = {
    PROPERTY(FromClause, c),
    PROPERTY_AS("columns", FromClause, c),
    PROPERTY_AS("exported_columns", FromClause, c),
    METHOD(FromClause, alias),
    METHOD(FromClause, select),
    METHOD(FromClause, tablesample),
    METHOD(FromClause, join),
    METHOD(FromClause, outerjoin),
    {0},
};
const Class FromClause_class = {
    CLASS(FromClause, "sqlalchemy.sql.selectable", ClauseElement),
    .methods = from_methods,
};

/* --- SelectBase: select(), union(), text().columns() ------------------------------------------ */

NATIVE(SelectBase, subquery, NAME)
{
    return OBJ(alias_new(&self->element, name_given(a->name)));
}

NATIVE(SelectBase, lateral, NAME)
{
    return OBJ(alias_of_class(&Lateral_class, EXPR_LATERAL, &self->element, name_given(a->name)));
}

NATIVE(SelectBase, cte, CTE)
{
    return cte_new(&self->element, name_given(a->name), a->recursive, a->nesting);
}

NATIVE0(SelectBase, scalar_subquery)
{
    return OBJ(element_from_value(OBJ(self), NULL));
}

#define LABEL(P) P(POS, str, name, None)
NATIVE(SelectBase, label, LABEL)
{
    return OBJ(label_new(a->name, element_from_value(OBJ(self), NULL)));
}

NATIVE0(SelectBase, exists)
{
    Exists *exists = element_new(Exists, EXPR_EXISTS);
    exists->select = &self->element;
    exists->column_element.type = boolean_type();
    return OBJ(exists);
}

NATIVE0(SelectBase, selected_columns)
{
    return OBJ(fromclause_columns(self));
}

static const Method select_base_methods[] = {
    METHOD(SelectBase, subquery),
    METHOD_AS("alias", SelectBase, subquery),
    METHOD(SelectBase, lateral),
    METHOD(SelectBase, cte),
    METHOD(SelectBase, scalar_subquery),
    METHOD_AS("as_scalar", SelectBase, scalar_subquery),
    METHOD(SelectBase, label),
    METHOD(SelectBase, exists),
    PROPERTY(SelectBase, selected_columns),
    PROPERTY_AS("c", SelectBase, selected_columns),
    PROPERTY_AS("columns", SelectBase, selected_columns),
    PROPERTY_AS("exported_columns", SelectBase, selected_columns),
    {0},
};
static const Class *const executable[] = {&Executable_class, NULL};
const Class SelectBase_class = {
    CLASS(SelectBase, "sqlalchemy.sql.selectable", ClauseElement),
    .methods = select_base_methods,
    .mixins = executable,
};
const Class TextualSelect_class = {CLASS(TextualSelect, "sqlalchemy.sql.selectable", SelectBase)};

/* --- aliases ---------------------------------------------------------------------------------- */

/* The columns of a copy belong to it, not to what was copied. */
static void own_columns(Alias *copy, const TableValuedAlias *of)
{
    copy->from.columns = column_collection_new();
    for (size_t i = 0; i < of->from.columns->items.length; i++)
        add_proxy(&copy->from, ELEMENT(of->from.columns->items.at[i]));
}

#define RENDER_DERIVED(P) P(POS, any, name, None) P(POS, bool, with_types, False)
NATIVE(TableValuedAlias, render_derived, RENDER_DERIVED)
{
    Alias *copy = element_clone(self);
    copy->name = name_given(a->name);
    copy->render_derived = true;
    copy->derived_with_types = a->with_types;
    own_columns(copy, self);
    return OBJ(copy);
}

NATIVE(TableValuedAlias, lateral, NAME)
{
    Alias *copy = element_clone(self);
    copy->from.element.kind = EXPR_LATERAL;
    copy->base_name = self->name;
    copy->name = name_given(a->name);
    own_columns(copy, self);
    return OBJ(copy);
}

NATIVE0(TableValuedAlias, column)
{
    ColumnClause *column = column_clause_new(self->name, null_type());
    column->table = &self->from;
    return OBJ(column);
}

static const Field alias_fields[] = {
    FIELD(Alias, str, name, READONLY),
    FIELD(Alias, obj, element, READONLY),
    {0},
};
static const Method table_valued_methods[] = {
    METHOD(TableValuedAlias, render_derived),
    METHOD(TableValuedAlias, lateral),
    PROPERTY(TableValuedAlias, column),
    {0},
};

/* --- CTE: cte.union(...) is the recursive part ------------------------------------------------ */

static Value cte_compound(Cte *self, const char *method, const List *others)
{
    Cte *copy = element_clone(self);
    copy->alias.from.columns = NULL;
    copy->restates = self;
    copy->alias.element =
        get_as(ClauseElement,
               call_method(OBJ(self->alias.element), method, others->length, others->at), "union");
    return OBJ(copy);
}

#define OTHERS(P) P(REST, list, others, Empty)
NATIVE(Cte, union_, OTHERS)
{
    return cte_compound(self, "union", a->others);
}

NATIVE(Cte, union_all, OTHERS)
{
    return cte_compound(self, "union_all", a->others);
}

#define PREFIX(P) P(REST, list, texts, Empty) P(KEY, str, dialect, None)
NATIVE(Cte, prefix_with, PREFIX)
{
    Cte *copy = element_clone(self);
    VEC_OWN(&copy->prefixes);
    for (size_t i = 0; i < a->texts->length; i++)
        vec_push(&copy->prefixes, value_str(a->texts->at[i]));
    return OBJ(copy);
}

NATIVE(Cte, suffix_with, PREFIX)
{
    Cte *copy = element_clone(self);
    VEC_OWN(&copy->suffixes);
    for (size_t i = 0; i < a->texts->length; i++)
        vec_push(&copy->suffixes, value_str(a->texts->at[i]));
    return OBJ(copy);
}

static const Method cte_methods[] = {
    METHOD_AS("union", Cte, union_),
    METHOD(Cte, union_all),
    METHOD(Cte, prefix_with),
    METHOD(Cte, suffix_with),
    {0},
};

#define SELECTABLE "sqlalchemy.sql.selectable"
const Class AliasedReturnsRows_class = {
    CLASS(AliasedReturnsRows, SELECTABLE, FromClause),
    .fields = alias_fields,
};
const Class Alias_class = {CLASS(Alias, SELECTABLE, AliasedReturnsRows)};
const Class Subquery_class = {CLASS(Subquery, SELECTABLE, AliasedReturnsRows)};
const Class Lateral_class = {CLASS(Lateral, SELECTABLE, AliasedReturnsRows)};
const Class TableSample_class = {CLASS(TableSample, SELECTABLE, AliasedReturnsRows)};
const Class TableValuedAlias_class = {
    CLASS(TableValuedAlias, SELECTABLE, Alias),
    .methods = table_valued_methods,
};
const Class Cte_class = {CLASS_NAMED(Cte, "CTE", SELECTABLE, AliasedReturnsRows),
                         .methods = cte_methods};

/* --- functions -------------------------------------------------------------------------------- */

#define ALIAS_FUNCTION(P)                                                                          \
    P(POS, any, selectable, Required) P(POS, any, name, None) P(POS, bool, flat, False)
FUNCTION(expression, alias, ALIAS_FUNCTION)
{
    ClauseElement *element = element_find(a->selectable);
    if (!element)
        element = element_from_from(a->selectable);
    return OBJ(alias_new(element, name_given(a->name)));
}

#define LATERAL_FUNCTION(P) P(POS, any, selectable, Required) P(POS, any, name, None)
FUNCTION(expression, lateral, LATERAL_FUNCTION)
{
    ClauseElement *element = get_as(ClauseElement, a->selectable, "selectable");
    return OBJ(alias_of_class(&Lateral_class, EXPR_LATERAL, element, name_given(a->name)));
}

#define CTE_FUNCTION(P)                                                                            \
    P(POS, any, selectable, Required) P(POS, any, name, None) P(POS, bool, recursive, False)
FUNCTION(expression, cte, CTE_FUNCTION)
{
    return cte_new(get_as(ClauseElement, a->selectable, "selectable"), name_given(a->name),
                   a->recursive, false);
}

#define TABLESAMPLE_FUNCTION(P) P(POS, any, selectable, Required) TABLESAMPLE(P)
FUNCTION(expression, tablesample, TABLESAMPLE_FUNCTION)
{
    return tablesample_new(element_from_from(a->selectable), a->sampling, a->name, a->seed);
}

#define JOIN_FUNCTION(P) P(POS, any, left, Required) JOIN(P)
FUNCTION(expression, join, JOIN_FUNCTION)
{
    return OBJ(join_new(element_from_from(a->left), element_from_from(a->right), a->onclause,
                        a->isouter, a->full));
}

#define OUTERJOIN_FUNCTION(P) P(POS, any, left, Required) OUTERJOIN(P)
FUNCTION(expression, outerjoin, OUTERJOIN_FUNCTION)
{
    return OBJ(join_new(element_from_from(a->left), element_from_from(a->right), a->onclause, true,
                        a->full));
}

const Export alias_exports[] = {
    EXPORT_FUNCTION(expression, alias),       EXPORT_FUNCTION_AS("subquery", expression, alias),
    EXPORT_FUNCTION(expression, lateral),     EXPORT_FUNCTION(expression, cte),
    EXPORT_FUNCTION(expression, tablesample), EXPORT_FUNCTION(expression, join),
    EXPORT_FUNCTION(expression, outerjoin),   {0},
};
