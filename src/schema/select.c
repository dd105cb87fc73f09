/* select.c -- select(), union() and their generative methods: each returns a changed copy. */
#include "schema/expr_inside.h"

/* --- copies ----------------------------------------------------------------------------------- */

static GenerativeSelect *generative_copy(const GenerativeSelect *select)
{
    GenerativeSelect *copy = element_clone(select);
    copy->from.columns = NULL;
    VEC_OWN(&copy->order_by);
    VEC_OWN(&copy->group_by);
    VEC_OWN(&copy->ctes);
    return copy;
}

static Select *select_copy(const Select *select)
{
    Select *copy = (Select *)generative_copy(&select->generative);
    VEC_OWN(&copy->columns);
    VEC_OWN(&copy->froms);
    VEC_OWN(&copy->joins);
    VEC_OWN(&copy->where);
    VEC_OWN(&copy->having);
    VEC_OWN(&copy->distinct_on);
    VEC_OWN(&copy->correlate);
    VEC_OWN(&copy->correlate_except);
    VEC_OWN(&copy->prefixes);
    VEC_OWN(&copy->suffixes);
    VEC_OWN(&copy->hints);
    return copy;
}

/* --- columns ---------------------------------------------------------------------------------- */

static ClauseElement *column_from(Value v)
{
    ClauseElement *element = element_find(v);
    if (!element && v.tag == TAG_OBJ)
        element = as(ClauseElement, value_find_attr_text(v, "__table__"));
    if (element)
        return element_is_select(element) ? element_from_value(OBJ(element), NULL) : element;
    if (is_none(v) || v.tag == TAG_BOOL)
        return element_from_constant(v);
    if (v.tag == TAG_INT || v.tag == TAG_FLOAT) /* select(1) */
        return ELEMENT(literal_column_new(value_str(v), type_of_value(v)));
    if (value_find_str(v))
        raise_exception(
            &ArgumentError_class,
            "Textual column expression %s should be explicitly declared with text(%s), or use "
            "column(%s) for more specificity",
            value_repr(v)->text, value_repr(v)->text, value_repr(v)->text);
    raise_expected("Column expression, FROM clause, or other columns clause element", v);
}

static void spread_column(ElementVec *out, ClauseElement *element)
{
    if (!element_is_from(element)) {
        vec_push(out, element);
        return;
    }
    const ColumnCollection *columns = fromclause_columns((FromClause *)element);
    for (size_t i = 0; i < columns->items.length; i++)
        vec_push(out, ELEMENT(columns->items.at[i]));
}

ElementVec select_result_columns(const ClauseElement *element)
{
    ElementVec out = {0};
    if (element->kind == EXPR_COMPOUND)
        return select_result_columns(((const CompoundSelect *)element)->selects.at[0]);
    if (element->kind == EXPR_GROUPING)
        return select_result_columns(((const Grouping *)element)->element);
    if (element->kind == EXPR_TEXTUAL_SELECT) {
        const TextualSelect *select = (const TextualSelect *)element;
        for (size_t i = 0; i < select->given.length; i++)
            vec_push(&out, ELEMENT(select->given.at[i]));
    } else if (element->kind == EXPR_SELECT) {
        const Select *select = (const Select *)element;
        for (size_t i = 0; i < select->columns.length; i++)
            spread_column(&out, select->columns.at[i]);
    } else if (element->kind == EXPR_INSERT || element->kind == EXPR_UPDATE ||
               element->kind == EXPR_DELETE) {
        const Dml *dml = (const Dml *)element;
        for (size_t i = 0; i < dml->returning.length; i++)
            spread_column(&out, dml->returning.at[i]);
    }
    return out;
}

/* --- select() --------------------------------------------------------------------------------- */

static Value apply_keyword(Value select, const Dict *keywords, const char *keyword,
                           const char *method)
{
    Value given = dict_find_text(keywords, keyword);
    if (is_absent(given))
        return select;
    if (is_instance(given, &list_class) || is_instance(given, &tuple_class)) {
        List *items = list_from(given);
        return call_method(select, method, items->length, items->at);
    }
    return call_method(select, method, 1, &given);
}

/* The keywords of 1.x: select([...], whereclause, from_obj=, order_by=, limit= ...) */
static Value apply_legacy(Value select, const Dict *keywords)
{
    static const char *const rows[][2] = {
        {"whereclause", "where"}, {"from_obj", "select_from"}, {"order_by", "order_by"},
        {"group_by", "group_by"}, {"having", "having"},        {"limit", "limit"},
        {"offset", "offset"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        select = apply_keyword(select, keywords, rows[i][0], rows[i][1]);
    Value distinct = dict_find_text(keywords, "distinct");
    if (!is_absent(distinct) && value_truth(distinct))
        select = call_method(select, "distinct", 0, NULL);
    return select;
}

#define SELECT(P) P(REST, list, entities, Empty) P(KWREST, dict, keywords, Empty)
FUNCTION(expression, select, SELECT)
{
    Select *select = element_new(Select, EXPR_SELECT);
    bool legacy = a->entities->length && is_instance(a->entities->at[0], &list_class);
    elements_from(&select->columns, legacy ? list_from(a->entities->at[0]) : a->entities,
                  column_from);
    Value made = OBJ(select);
    if (legacy && a->entities->length > 1 && !is_none(a->entities->at[1]))
        made = call_method(made, "where", 1, &a->entities->at[1]);
    return a->keywords->length ? apply_legacy(made, a->keywords) : made;
}

/* --- WHERE, HAVING ---------------------------------------------------------------------------- */

#define CONDITIONS(P) P(REST, list, conditions, Empty)
NATIVE(Select, where, CONDITIONS)
{
    Select *copy = select_copy(self);
    elements_from(&copy->where, a->conditions, element_from_condition);
    return OBJ(copy);
}

NATIVE(Select, having, CONDITIONS)
{
    Select *copy = select_copy(self);
    elements_from(&copy->having, a->conditions, element_from_condition);
    return OBJ(copy);
}

/* The FROM item that filter_by() means: the last joined, else the first. */
static ClauseElement *filter_entity(const Select *select)
{
    if (select->joins.length)
        return select->joins.at[select->joins.length - 1].right;
    if (select->froms.length)
        return select->froms.at[0];
    ElementVec found = select_froms(select);
    if (!found.length)
        raise_exception(&InvalidRequestError_class,
                        "Can't determine the FROM clause of filter_by()");
    return found.at[0];
}

#define KEYWORDS(P) P(KWREST, dict, values, Empty)
NATIVE(Select, filter_by, KEYWORDS)
{
    Select *copy = select_copy(self);
    const ColumnCollection *columns = fromclause_columns((FromClause *)filter_entity(self));
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(a->values, &i));) {
        ClauseElement *column = map_find(&columns->by_key, value_find_str(entry->key));
        if (!column)
            raise_exception(
                &InvalidRequestError_class, "Entity namespace for \"%s\" has no property \"%s\"",
                from_name(filter_entity(self)) ? from_name(filter_entity(self))->text : "select",
                value_str(entry->key)->text);
        vec_push(&copy->where, compare(column, SQL_EQ, entry->value));
    }
    return OBJ(copy);
}

/* --- FROM ------------------------------------------------------------------------------------- */

#define FROMS(P) P(REST, list, froms, Empty)
NATIVE(Select, select_from, FROMS)
{
    Select *copy = select_copy(self);
    elements_from(&copy->froms, spread_list(a->froms), element_from_from);
    return OBJ(copy);
}

static Value add_join(const Select *self, Value left, Value right, Value on, bool outer, bool full)
{
    Select *copy = select_copy(self);
    SelectJoin join = {
        .left = is_absent(left) ? NULL : element_from_from(left),
        .right = element_from_from(right),
        .on = is_absent(on) ? NULL : element_from_condition(on),
        .is_outer = outer,
        .is_full = full,
    };
    vec_push(&copy->joins, join);
    return OBJ(copy);
}

#define JOIN(P)                                                                                    \
    P(POS, any, target, Required)                                                                  \
    P(POS, any, onclause, None) P(KEY, bool, isouter, False) P(KEY, bool, full, False)
#define JOIN_FROM(P) P(POS, any, from_, Required) JOIN(P)
NATIVE(Select, join, JOIN)
{
    return add_join(self, UNSET, a->target, a->onclause, a->isouter, a->full);
}

NATIVE(Select, outerjoin, JOIN)
{
    return add_join(self, UNSET, a->target, a->onclause, true, a->full);
}

NATIVE(Select, join_from, JOIN_FROM)
{
    return add_join(self, a->from_, a->target, a->onclause, a->isouter, a->full);
}

NATIVE(Select, outerjoin_from, JOIN_FROM)
{
    return add_join(self, a->from_, a->target, a->onclause, true, a->full);
}

NATIVE(Select, correlate, FROMS)
{
    Select *copy = select_copy(self);
    copy->correlate_given = true;
    if (a->froms->length == 1 && is_none(a->froms->at[0]))
        copy->correlate.length = 0;
    else
        elements_from(&copy->correlate, a->froms, element_from_correlated);
    return OBJ(copy);
}

NATIVE(Select, correlate_except, FROMS)
{
    Select *copy = select_copy(self);
    copy->correlate_except_given = true;
    if (!(a->froms->length == 1 && is_none(a->froms->at[0])))
        elements_from(&copy->correlate_except, a->froms, element_from_correlated);
    return OBJ(copy);
}

/* --- columns ---------------------------------------------------------------------------------- */

#define COLUMNS(P) P(REST, list, entities, Empty) P(KEY, bool, maintain_column_froms, False)
NATIVE(Select, with_only_columns, COLUMNS)
{
    Select *copy = select_copy(self);
    if (a->maintain_column_froms)
        copy->froms = select_froms(self);
    copy->columns.length = 0;
    elements_from(&copy->columns, spread_list(a->entities), column_from);
    return OBJ(copy);
}

#define ADD_COLUMNS(P) P(REST, list, entities, Empty)
NATIVE(Select, add_columns, ADD_COLUMNS)
{
    Select *copy = select_copy(self);
    elements_from(&copy->columns, a->entities, column_from);
    return OBJ(copy);
}

NATIVE(Select, distinct, ADD_COLUMNS)
{
    Select *copy = select_copy(self);
    copy->distinct = true;
    elements_from(&copy->distinct_on, a->entities, element_from_name);
    return OBJ(copy);
}

static void add_texts(PrefixedTextVec *out, const List *texts, Str *dialect)
{
    for (size_t i = 0; i < texts->length; i++) {
        PrefixedText one = {element_from_text(texts->at[i]), dialect};
        vec_push(out, one);
    }
}

static Value with_hint(const Select *self, ClauseElement *from, Str *text, Str *dialect)
{
    Select *copy = select_copy(self);
    Hint hint = {from, text, dialect};
    vec_push(&copy->hints, hint);
    return OBJ(copy);
}

#define HINT(P)                                                                                    \
    P(POS, any, selectable, Required) P(POS, str, text, Required) P(POS, str, dialect_name, None)
NATIVE(Select, with_hint, HINT)
{
    return with_hint(self, element_from_value(a->selectable, NULL), a->text, a->dialect_name);
}

#define STATEMENT_HINT(P) P(POS, str, text, Required) P(POS, str, dialect_name, None)
NATIVE(Select, with_statement_hint, STATEMENT_HINT)
{
    return with_hint(self, NULL, a->text, a->dialect_name);
}

#define PREFIX(P) P(REST, list, texts, Empty) P(KEY, str, dialect, None)
NATIVE(Select, prefix_with, PREFIX)
{
    Select *copy = select_copy(self);
    add_texts(&copy->prefixes, a->texts, a->dialect);
    return OBJ(copy);
}

NATIVE(Select, suffix_with, PREFIX)
{
    Select *copy = select_copy(self);
    add_texts(&copy->suffixes, a->texts, a->dialect);
    return OBJ(copy);
}

static List *element_list(const ElementVec *elements)
{
    List *list = list_new(elements->length);
    for (size_t i = 0; i < elements->length; i++)
        list_append(list, OBJ(elements->at[i]));
    return list;
}

NATIVE0(Select, get_final_froms)
{
    ElementVec froms = select_froms(self);
    return OBJ(element_list(&froms));
}

NATIVE0(Select, whereclause)
{
    return self->where.length ? OBJ(boolean_join(SQL_AND, &self->where)) : NONE;
}

/* --- ORDER BY, LIMIT: select() and union() alike ---------------------------------------------- */

static void order_add(ElementVec *out, const List *clauses)
{
    clauses = spread_list(clauses);
    if (clauses->length == 1 && is_none(clauses->at[0]))
        out->length = 0; /* order_by(None) takes it all back */
    else
        elements_from(out, clauses, element_from_name);
}

#define CLAUSES(P) P(REST, list, clauses, Empty)
NATIVE(GenerativeSelect, order_by, CLAUSES)
{
    GenerativeSelect *copy = generative_copy(self);
    order_add(&copy->order_by, a->clauses);
    return OBJ(copy);
}

NATIVE(GenerativeSelect, group_by, CLAUSES)
{
    GenerativeSelect *copy = generative_copy(self);
    order_add(&copy->group_by, a->clauses);
    return OBJ(copy);
}

static ClauseElement *limit_from(Value v)
{
    if (is_none(v))
        return NULL;
    ClauseElement *element = element_find(v);
    if (element)
        return element;
    Value n = v.tag == TAG_INT ? v : int_parse(v, value_str(v), 10);
    return ELEMENT(bind_new(NULL, n, integer_type(), true));
}

#define LIMIT(P) P(POS, any, limit, Required)
NATIVE(GenerativeSelect, limit, LIMIT)
{
    GenerativeSelect *copy = generative_copy(self);
    copy->fetch = NULL;
    copy->limit = limit_from(a->limit);
    return OBJ(copy);
}

NATIVE(GenerativeSelect, offset, LIMIT)
{
    GenerativeSelect *copy = generative_copy(self);
    copy->offset = limit_from(a->limit);
    return OBJ(copy);
}

#define FETCH(P)                                                                                   \
    P(POS, any, count, Required) P(POS, bool, with_ties, False) P(POS, bool, percent, False)
NATIVE(GenerativeSelect, fetch, FETCH)
{
    GenerativeSelect *copy = generative_copy(self);
    copy->limit = NULL;
    copy->fetch = limit_from(a->count);
    copy->fetch_ties = a->with_ties;
    copy->fetch_percent = a->percent;
    return OBJ(copy);
}

#define SLICE(P) P(POS, int, start, Required) P(POS, int, stop, Required)
NATIVE(GenerativeSelect, slice, SLICE)
{
    GenerativeSelect *copy = generative_copy(self);
    copy->limit = limit_from(INT(a->stop - a->start));
    copy->offset = a->start ? limit_from(INT(a->start)) : NULL;
    return OBJ(copy);
}

#define FOR_UPDATE(P)                                                                              \
    P(KEY, bool, nowait, False)                                                                    \
    P(KEY, bool, read, False) P(KEY, any, of, None) P(KEY, bool, skip_locked, False)               \
        P(KEY, bool, key_share, False)
NATIVE(GenerativeSelect, with_for_update, FOR_UPDATE)
{
    GenerativeSelect *copy = generative_copy(self);
    ForUpdate *lock = new (ForUpdate);
    lock->read = a->read;
    lock->nowait = a->nowait;
    lock->skip_locked = a->skip_locked;
    lock->key_share = a->key_share;
    if (is_instance(a->of, &list_class) || is_instance(a->of, &tuple_class))
        elements_from(&lock->of, list_from(a->of), column_from);
    else if (!is_none(a->of))
        vec_push(&lock->of, column_from(a->of));
    copy->for_update = lock;
    return OBJ(copy);
}

#define OPTIONS(P) P(KWREST, dict, options, Empty)
NATIVE(GenerativeSelect, execution_options, OPTIONS)
{
    GenerativeSelect *copy = generative_copy(self);
    copy->execution_options = dict_with(copy->execution_options, a->options);
    return OBJ(copy);
}

/* options(selectinload(...), load_only(...)): kept for the ORM. */
#define LOADER_OPTIONS(P) P(REST, list, options, Empty)
NATIVE(GenerativeSelect, options, LOADER_OPTIONS)
{
    GenerativeSelect *copy = generative_copy(self);
    List *all =
        self->loader_options ? list_from(OBJ(self->loader_options)) : list_new(a->options->length);
    for (size_t i = 0; i < a->options->length; i++)
        list_append(all, a->options->at[i]);
    copy->loader_options = tuple_new(all->length, all->at);
    return OBJ(copy);
}

NATIVE0(GenerativeSelect, with_options)
{
    return OBJ(self->loader_options ? self->loader_options : tuple_new(0, NULL));
}

NATIVE0(GenerativeSelect, get_execution_options)
{
    return self->execution_options ? OBJ(self->execution_options) : OBJ(dict_new());
}

#define CTES(P) P(REST, list, ctes, Empty) P(KEY, bool, nest_here, False)
NATIVE(GenerativeSelect, add_cte, CTES)
{
    GenerativeSelect *copy = generative_copy(self);
    for (size_t i = 0; i < a->ctes->length; i++)
        vec_push(&copy->ctes, get_as(Cte, a->ctes->at[i], "cte"));
    return OBJ(copy);
}

#define LABEL_STYLE(P) P(POS, any, style, Required)
NATIVE(GenerativeSelect, set_label_style, LABEL_STYLE)
{
    GenerativeSelect *copy = generative_copy(self);
    Value style = value_plain(a->style);
    copy->no_labels = style.tag == TAG_INT && style.integer == 0;
    copy->use_labels = style.tag == TAG_INT && style.integer == 1;
    return OBJ(copy);
}

NATIVE0(GenerativeSelect, apply_labels)
{
    GenerativeSelect *copy = generative_copy(self);
    copy->use_labels = true;
    return OBJ(copy);
}

/* --- UNION and friends ------------------------------------------------------------------------ */

static void compound_add(CompoundSelect *compound, Value v)
{
    ClauseElement *element = element_find(v);
    if (element && element->kind == EXPR_SCALAR_SELECT)
        element = ((ScalarSelect *)element)->select;
    if (!element || !element_is_select(element))
        raise_expected("SELECT construct for inclusion in a UNION or other set construct", v);
    vec_push(&compound->selects, element);
}

static Value compound_new(CompoundKeyword keyword, ClauseElement *first, const List *others)
{
    CompoundSelect *compound = element_new(CompoundSelect, EXPR_COMPOUND);
    compound->keyword = keyword;
    if (first)
        vec_push(&compound->selects, first);
    for (size_t i = 0; i < others->length; i++)
        compound_add(compound, others->at[i]);
    if (!compound->selects.length)
        raise_exception(&ArgumentError_class, "a set operation needs at least one SELECT");
    return OBJ(compound);
}

#define OTHERS(P) P(REST, list, others, Empty)
#define COMPOUND(name, keyword)                                                                    \
    NATIVE(GenerativeSelect, name, OTHERS)                                                         \
    {                                                                                              \
        return compound_new(keyword, ELEMENT(self), a->others);                                    \
    }                                                                                              \
    FUNCTION(expression, name, OTHERS)                                                             \
    {                                                                                              \
        return compound_new(keyword, NULL, a->others);                                             \
    }
COMPOUND(union_, COMPOUND_UNION)
COMPOUND(union_all, COMPOUND_UNION_ALL)
COMPOUND(except_, COMPOUND_EXCEPT)
COMPOUND(except_all, COMPOUND_EXCEPT_ALL)
COMPOUND(intersect, COMPOUND_INTERSECT)
COMPOUND(intersect_all, COMPOUND_INTERSECT_ALL)

const Export select_exports[] = {
    EXPORT_FUNCTION(expression, select),
    EXPORT_FUNCTION_AS("union", expression, union_),
    EXPORT_FUNCTION(expression, union_all),
    EXPORT_FUNCTION(expression, except_),
    EXPORT_FUNCTION(expression, except_all),
    EXPORT_FUNCTION(expression, intersect),
    EXPORT_FUNCTION(expression, intersect_all),
    EXPORT_INT("LABEL_STYLE_NONE", 0),
    EXPORT_INT("LABEL_STYLE_TABLENAME_PLUS_COL", 1),
    EXPORT_INT("LABEL_STYLE_DISAMBIGUATE_ONLY", 2),
    EXPORT_INT("LABEL_STYLE_DEFAULT", 2),
    {0},
};

/* --- classes ---------------------------------------------------------------------------------- */

static const Method generative_methods[] = {
    METHOD(GenerativeSelect, order_by),
    METHOD(GenerativeSelect, group_by),
    METHOD(GenerativeSelect, limit),
    METHOD(GenerativeSelect, offset),
    METHOD(GenerativeSelect, fetch),
    METHOD(GenerativeSelect, slice),
    METHOD(GenerativeSelect, with_for_update),
    METHOD(GenerativeSelect, execution_options),
    METHOD(GenerativeSelect, options),
    PROPERTY_AS("_with_options", GenerativeSelect, with_options),
    METHOD(GenerativeSelect, get_execution_options),
    METHOD(GenerativeSelect, add_cte),
    METHOD(GenerativeSelect, set_label_style),
    METHOD(GenerativeSelect, apply_labels),
    METHOD_AS("union", GenerativeSelect, union_),
    METHOD(GenerativeSelect, union_all),
    METHOD(GenerativeSelect, except_),
    METHOD(GenerativeSelect, except_all),
    METHOD(GenerativeSelect, intersect),
    METHOD(GenerativeSelect, intersect_all),
    {0},
};
const Class GenerativeSelect_class = {
    CLASS(GenerativeSelect, "sqlalchemy.sql.selectable", SelectBase),
    .methods = generative_methods,
};
const Class CompoundSelect_class = {
    CLASS(CompoundSelect, "sqlalchemy.sql.selectable", GenerativeSelect)};

/* select._raw_columns: what was given, tables not spread; how a Session sees which classes are meant. */
NATIVE0(Select, raw_columns)
{
    List *given = list_new(self->columns.length);
    for (size_t i = 0; i < self->columns.length; i++)
        list_append(given, OBJ(self->columns.at[i]));
    return OBJ(given);
}

static const Method select_methods[] = {
    PROPERTY_AS("_raw_columns", Select, raw_columns),
    METHOD(Select, where),
    METHOD_AS("filter", Select, where),
    METHOD(Select, having),
    METHOD(Select, filter_by),
    METHOD(Select, select_from),
    METHOD(Select, join),
    METHOD(Select, outerjoin),
    METHOD(Select, join_from),
    METHOD(Select, outerjoin_from),
    METHOD(Select, correlate),
    METHOD(Select, correlate_except),
    METHOD(Select, with_only_columns),
    METHOD(Select, add_columns),
    METHOD_AS("column", Select, add_columns),
    METHOD(Select, distinct),
    METHOD(Select, with_hint),
    METHOD(Select, prefix_with),
    METHOD(Select, suffix_with),
    METHOD(Select, with_statement_hint),
    METHOD(Select, get_final_froms),
    PROPERTY_AS("froms", Select, get_final_froms),
    PROPERTY(Select, whereclause),
    {0},
};
const Class Select_class = {
    CLASS(Select, "sqlalchemy.sql.selectable", GenerativeSelect),
    .methods = select_methods,
};

/* --- scalar subqueries ------------------------------------------------------------------------ */

/* where(), correlate() and such reach the select inside. */
static Value scalar_apply(const ScalarSelect *self, const char *method, const List *arguments)
{
    ScalarSelect *copy = element_clone(self);
    copy->select =
        get_as(ClauseElement,
               call_method(OBJ(self->select), method, arguments->length, arguments->at), "select");
    return OBJ(copy);
}

NATIVE(ScalarSelect, where, CONDITIONS)
{
    return scalar_apply(self, "where", a->conditions);
}

NATIVE(ScalarSelect, correlate, FROMS)
{
    return scalar_apply(self, "correlate", a->froms);
}

NATIVE(ScalarSelect, correlate_except, FROMS)
{
    return scalar_apply(self, "correlate_except", a->froms);
}

static const Method scalar_methods[] = {
    METHOD(ScalarSelect, where),
    METHOD(ScalarSelect, correlate),
    METHOD(ScalarSelect, correlate_except),
    {0},
};
static const Field scalar_fields[] = {FIELD_AS("element", ScalarSelect, obj, select, READONLY),
                                      {0}};
const Class ScalarSelect_class = {
    CLASS(ScalarSelect, "sqlalchemy.sql.selectable", ColumnElement),
    .methods = scalar_methods,
    .fields = scalar_fields,
};
