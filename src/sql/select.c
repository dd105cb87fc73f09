/* select.c -- SELECT: columns and their labels, correlation, ORDER BY names, set operations. */
#include "sql/expr_inside.h"

/* --- frames ----------------------------------------------------------------------------------- */

static bool has(const ElementVec *list, const ClauseElement *item)
{
    for (size_t i = 0; i < list->length; i++)
        if (list->at[i] == item)
            return true;
    return false;
}

static void add_all(ElementVec *out, const ElementVec *more)
{
    for (size_t i = 0; i < more->length; i++)
        if (!has(out, more->at[i]))
            vec_push(out, more->at[i]);
}

Frame *frame_push(Writer *w, ClauseElement *statement)
{
    ExprState *state = expr_state(w);
    Frame *frame = new (Frame);
    frame->outer = state->frame;
    frame->statement = statement;
    if (frame->outer)
        add_all(&frame->correlate, &frame->outer->correlate);
    state->frame = frame;
    return frame;
}

void frame_pop(Writer *w)
{
    ExprState *state = expr_state(w);
    state->frame = state->frame->outer;
}

void write_prefixes(Writer *w, const PrefixedTextVec *prefixes)
{
    for (size_t i = 0; i < prefixes->length; i++) {
        const PrefixedText *prefix = &prefixes->at[i];
        if (prefix->dialect && !str_is(prefix->dialect, "*") &&
            !str_is(prefix->dialect, w->dialect->name))
            continue;
        write_element(w, prefix->element);
        write_text(w, " ");
    }
}

/* --- labels ----------------------------------------------------------------------------------- */

/* Names taken by the columns before. */
typedef struct Labels {
    Map taken; /* name -> element */
    size_t repeats;
} Labels;

static Str *own_name(const ClauseElement *element)
{
    switch (element->kind) {
    case EXPR_COLUMN:
        return ((const ColumnClause *)element)->name;
    case EXPR_LABEL:
        return ((const Label *)element)->name;
    case EXPR_CAST:
        return own_name(((const Cast *)element)->clause);
    case EXPR_TYPE_COERCE:
        return own_name(((const TypeCoerce *)element)->clause);
    case EXPR_UNARY: {
        const UnaryExpression *unary = (const UnaryExpression *)element;
        return unary->is_boolean_test ? own_name(unary->element) : NULL;
    }
    default:
        return NULL;
    }
}

/* A script's FunctionElement has the name it says it has, or none; a GenericFunction that of its class. */
static bool is_nameless(const Class *class)
{
    if (is_subclass(class, &Function_class) || is_subclass(class, &GenericFunction_class))
        return false;
    for (; class->flags & CLASS_HEAP; class = class->base)
        if (class->state->dict && is_set(dict_find_str(class->state->dict, N(name))))
            return false;
    return true;
}

/* What an anonymous label starts with: count_1, id_1, anon_1. */
static const Str *anonymous_base(const ClauseElement *element)
{
    if (element->kind == EXPR_FUNCTION)
        return is_nameless(element->obj.class) ? intern("anon") : ((const Function *)element)->name;
    Str *name = own_name(element);
    return name && element->kind != EXPR_CAST && element->kind != EXPR_TYPE_COERCE ? name
                                                                                   : intern("anon");
}

/* Keyed by a member, because a parameter that is a column itself has a name of its own too. */
Str *anonymous_label(Writer *w, const ClauseElement *element)
{
    const ClauseElement *named =
        element->kind == EXPR_LABEL ? ((const Label *)element)->element : element;
    return anonymous_name(w, &element->kind, anonymous_base(named));
}

/* A name that another column has already gets a number: id, id_1; the same column again: id__1. */
static Str *label_of_repeated(Writer *w, Labels *labels, ClauseElement *element, Str *name)
{
    ClauseElement *before = map_find(&labels->taken, name);
    if (!before) {
        map_put(&labels->taken, name, element);
        return NULL;
    }
    Str *label = before == element ? NULL : anonymous_label(w, element);
    if (label && !map_has(&labels->taken, label)) {
        map_put(&labels->taken, label, element);
        return label;
    }
    return str_format("%s__%zu", name->text, ++labels->repeats);
}

static Str *table_label(Writer *w, const ClauseElement *element)
{
    const ColumnClause *column = (const ColumnClause *)element;
    if (element->kind != EXPR_COLUMN || !column->table || column->is_literal)
        return NULL;
    Str *table = alias_written_name(w, ELEMENT(column->table));
    return table ? str_format("%s_%s", table->text, column->name->text) : NULL;
}

static bool unary_needs_label(Writer *w, const UnaryExpression *unary, bool as_from)
{
    const ClauseElement *inner = unary->element;
    if (unary->is_boolean_test && !has_native_boolean(w))
        return true;
    if (inner->kind == EXPR_GROUPING)
        inner = ((const Grouping *)inner)->element;
    return as_from || (inner->kind != EXPR_COLUMN && inner->kind != EXPR_LABEL);
}

/* The label a column gets without having one; NULL: none. */
static Str *implied_label(Writer *w, const ClauseElement *element, bool as_from)
{
    const ColumnClause *column = (const ColumnClause *)element;
    switch (element->kind) {
    case EXPR_LABEL:
    case EXPR_TEXT:
        return NULL;
    case EXPR_COLUMN:
        return as_from && column->table && !column->is_literal ? column->name : NULL;
    case EXPR_UNARY:
        if (!unary_needs_label(w, (const UnaryExpression *)element, as_from))
            return NULL;
        return own_name(element) ? own_name(element) : anonymous_label(w, element);
    case EXPR_CAST:
    case EXPR_TYPE_COERCE:
        return own_name(element) ? own_name(element) : anonymous_label(w, element);
    default:
        return anonymous_label(w, element);
    }
}

static void record_result(Writer *w, ClauseElement *element, Str *label)
{
    const ExprState *state = expr_state(w);
    if (!state->frame || state->frame->outer)
        return;
    Str *name = label ? label : own_name(element);
    if (element->kind == EXPR_COLUMN && ((ColumnClause *)element)->is_literal && str_is(name, "*"))
        name = NULL;
    vec_push(&w->stmt->result_columns, (ColumnElement *)element);
    vec_push(&w->stmt->result_names, name ? name : str_empty);
    w->stmt->returns_rows = true;
}

/* UserDefinedType.column_expression(column): what a script's type puts around a column of the outermost SELECT or of
 * RETURNING; NULL: nothing. */
static ClauseElement *column_expression(Writer *w, ClauseElement *element)
{
    const Frame *frame = expr_state(w)->frame;
    const Type *type = frame && !frame->outer ? element_type(element) : NULL;
    Value method = type ? type_find_method(type, "column_expression") : UNSET;
    if (!is_set(method))
        return NULL;
    if (element->kind == EXPR_LABEL)
        element = ((Label *)element)->element;
    return as(ClauseElement, call(method, 1, (Value[]){OBJ(element)}));
}

static void write_labelled(Writer *w, ClauseElement *element, Str *label)
{
    ExprState *state = expr_state(w);
    bool columns = state->in_columns, in_label = state->in_label;
    state->in_columns = true;
    state->in_label = label != NULL;
    write_element(w, element);
    state->in_columns = columns;
    state->in_label = in_label;
    if (label) {
        write_text(w, " AS ");
        write_name(w, label, TRI_UNSET);
    }
}

static void spread(ElementVec *out, ClauseElement *element)
{
    if (!element_is_from(element)) {
        vec_push(out, element);
        return;
    }
    const ColumnCollection *columns = fromclause_columns((FromClause *)element);
    for (size_t i = 0; i < columns->items.length; i++)
        vec_push(out, ELEMENT(columns->items.at[i]));
}

static bool uses_table_labels(const Writer *w)
{
    const ExprState *state = w->frames;
    const Frame *frame = state->frame;
    return frame && frame->statement->kind == EXPR_SELECT &&
           ((const Select *)frame->statement)->generative.use_labels;
}

static Str *label_for(Writer *w, Labels *labels, ClauseElement *element, bool as_from)
{
    Str *qualified = uses_table_labels(w) ? table_label(w, element) : NULL;
    if (qualified) {
        Str *again = label_of_repeated(w, labels, element, qualified);
        return again ? again : qualified;
    }
    bool is_text = element->kind == EXPR_TEXT ||
                   (element->kind == EXPR_COLUMN && ((ColumnClause *)element)->is_literal);
    Str *name = is_text ? NULL : own_name(element);
    Str *label = name ? label_of_repeated(w, labels, element, name) : NULL;
    return label ? label : implied_label(w, element, as_from);
}

void write_result_columns(Writer *w, const ElementVec *columns, bool as_from)
{
    ElementVec all = {0};
    Labels labels = {0};
    for (size_t i = 0; i < columns->length; i++)
        spread(&all, columns->at[i]);
    for (size_t i = 0; i < all.length; i++) {
        write_text(w, i ? ", " : "");
        Str *label = label_for(w, &labels, all.at[i], as_from);
        Str *shown = label                           ? label
                     : all.at[i]->kind == EXPR_LABEL ? ((Label *)all.at[i])->name
                                                     : NULL;
        record_result(w, all.at[i], shown);
        ClauseElement *wrapped = column_expression(w, all.at[i]);
        if (wrapped && !shown)
            shown = own_name(all.at[i]);
        write_labelled(w, wrapped ? wrapped : all.at[i], wrapped ? shown : label);
    }
}

/* --- ORDER BY and GROUP BY -------------------------------------------------------------------- */

/* order_by("name"): a label, or a column of the SELECT list. */
void write_label_reference(Writer *w, const ColumnClause *reference)
{
    const Frame *frame = expr_state(w)->frame;
    if (!frame) {
        buf_add(&w->out, reference->name);
        return;
    }
    for (size_t i = 0; i < frame->columns.length; i++) {
        ClauseElement *column = frame->columns.at[i];
        Str *name = column->kind == EXPR_COLUMN ? ((ColumnClause *)column)->key : own_name(column);
        if (!name || !str_equal(name, reference->name))
            continue;
        if (column->kind == EXPR_LABEL)
            write_name(w, name, TRI_UNSET);
        else
            write_element(w, column);
        return;
    }
    Str *shown = value_repr(STR(reference->name));
    raise_compile(w,
                  "Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual "
                  "SQL expression %s "
                  "should be explicitly declared as text(%s)",
                  shown->text, shown->text);
}

static const Label *label_inside(const ClauseElement *element)
{
    while (element->kind == EXPR_UNARY && ((const UnaryExpression *)element)->modifier != SQL_NONE)
        element = ((const UnaryExpression *)element)->element;
    return element->kind == EXPR_LABEL ? (const Label *)element : NULL;
}

static bool is_selected(const Frame *frame, const Label *label)
{
    for (size_t i = 0; frame && i < frame->columns.length; i++) {
        const Label *other = (const Label *)frame->columns.at[i];
        if (frame->columns.at[i]->kind != EXPR_LABEL)
            continue;
        if (other == label || (label->name && other->name && str_equal(other->name, label->name) &&
                               other->element == label->element))
            return true;
    }
    return false;
}

static void write_order_items(Writer *w, const ElementVec *items)
{
    ExprState *state = expr_state(w);
    for (size_t i = 0; i < items->length; i++) {
        const Label *label = label_inside(items->at[i]);
        const Label *outer = state->label_only;
        state->label_only = label && is_selected(state->frame, label) ? label : outer;
        write_text(w, i ? ", " : "");
        write_element(w, items->at[i]);
        state->label_only = outer;
    }
}

static void write_group_by(Writer *w, const GenerativeSelect *select)
{
    if (select->group_by.length) {
        write_text(w, " GROUP BY ");
        write_list(w, &select->group_by, ", ");
    }
}

static void write_tail(Writer *w, const GenerativeSelect *select)
{
    if (select->order_by.length) {
        write_text(w, " ORDER BY ");
        write_order_items(w, &select->order_by);
    }
    if (select->fetch)
        EXPR_HOOK(w, fetch)(w, select);
    else if (select->limit || select->offset)
        EXPR_HOOK(w, limit)(w, select);
    if (select->for_update)
        EXPR_HOOK(w, for_update)(w, select->for_update);
}

/* Where a SELECT stands; in FROM its columns are labelled and it does not see its neighbours. */
typedef enum Scope { SCOPE_EXPRESSION, SCOPE_FROM, SCOPE_LATERAL } Scope;

/* --- correlation ------------------------------------------------------------------------------ */

static ElementVec without(const ElementVec *list, const ElementVec *taken, const ElementVec *only)
{
    ElementVec kept = {0};
    for (size_t i = 0; i < list->length; i++)
        if (!has(taken, list->at[i]) || (only && !has(only, list->at[i])))
            vec_push(&kept, list->at[i]);
    return kept;
}

/* The FROM items of enclosing statements that a subquery refers to are not repeated in it. */
static ElementVec shown_froms(Writer *w, const Select *select, Scope scope)
{
    ElementVec froms = select_froms(select);
    const Frame *outer = expr_state(w)->frame;
    if (!outer)
        return froms;
    ElementVec enclosing =
        scope == SCOPE_FROM ? without(&outer->correlate, &outer->as_from, NULL) : outer->correlate;
    if (select->correlate_given)
        return without(&froms, &enclosing, &select->correlate);
    if (select->correlate_except_given) {
        ElementVec correlated = without(&enclosing, &select->correlate_except, NULL);
        return without(&froms, &correlated, NULL);
    }
    if (scope == SCOPE_FROM || froms.length <= 1)
        return froms;
    ElementVec kept = without(&froms, &outer->as_from, NULL);
    if (!kept.length)
        raise_exception(
            &InvalidRequestError_class,
            "Select statement returned no FROM clauses due to auto-correlation; specify "
            "correlate(<tables>) to control correlation manually.");
    return kept;
}

/* --- SELECT ----------------------------------------------------------------------------------- */

void write_conditions(Writer *w, const ElementVec *conditions)
{
    ElementVec kept = {0};
    for (size_t i = 0; i < conditions->length; i++)
        if (conditions->at[i]->kind != EXPR_TRUE_ || conditions->length == 1)
            vec_push(&kept, conditions->at[i]);
    if (!kept.length)
        vec_push(&kept, boolean_constant_new(true));
    write_element(w, boolean_join(SQL_AND, &kept));
}

static void write_clause(Writer *w, const char *word, const ElementVec *conditions)
{
    if (!conditions->length)
        return;
    size_t before = w->out.length;
    write_format(w, " \n%s ", word);
    size_t start = w->out.length;
    write_conditions(w, conditions);
    if (w->out.length == start)
        buf_truncate(&w->out, before);
}

static void write_suffixes(Writer *w, const PrefixedTextVec *suffixes)
{
    if (!suffixes->length)
        return;
    write_text(w, " ");
    write_prefixes(w, suffixes);
}

static void start_scope(Frame *frame, const Select *select, const ElementVec *froms)
{
    add_all(&frame->as_from, froms);
    for (size_t i = 0; i < froms->length; i++)
        join_collect_parts(froms->at[i], &frame->as_from);
    add_all(&frame->correlate, &frame->as_from);
    for (size_t i = 0; i < select->columns.length; i++)
        spread(&frame->columns, select->columns.at[i]);
}

static void write_select_body(Writer *w, const Select *select, const ElementVec *froms,
                              bool as_from)
{
    write_text(w, "SELECT ");
    write_prefixes(w, &select->prefixes);
    EXPR_HOOK(w, distinct)(w, select);
    write_result_columns(w, &select->columns, as_from);
    if (froms->length) {
        while (w->out.length && !select->columns.length && w->out.data[w->out.length - 1] == ' ')
            buf_truncate(&w->out, w->out.length - 1);
        write_text(w, " \nFROM ");
        write_froms(w, froms);
    }
    write_clause(w, "WHERE", &select->where);
    write_group_by(w, &select->generative);
    write_clause(w, "HAVING", &select->having);
    write_tail(w, &select->generative);
    write_statement_hints(w, &select->hints);
    write_suffixes(w, &select->suffixes);
}

static void write_select_scoped(Writer *w, ClauseElement *element, Scope scope)
{
    const Select *select = (Select *)element;
    ExprState *state = expr_state(w);
    size_t start = w->out.length;
    bool columns = state->in_columns, in_label = state->in_label, bare = w->without_tables;
    state->in_columns = state->in_label = false;
    w->without_tables = w->in_ddl && bare;
    if (select->generative.parameters)
        vec_push(&state->parameters, select->generative.parameters);
    ElementVec froms = shown_froms(w, select, scope);
    Frame *frame = frame_push(w, element);
    start_scope(frame, select, &froms);
    write_independent_ctes(w, select->generative.ctes.at, select->generative.ctes.length);
    write_select_body(w, select, &froms, scope != SCOPE_EXPRESSION);
    write_ctes_before(w, start);
    frame_pop(w);
    if (select->generative.parameters)
        (void)vec_pop(&state->parameters);
    state->in_columns = columns;
    state->in_label = in_label;
    w->without_tables = bare;
}

void write_select(Writer *w, ClauseElement *element)
{
    write_select_scoped(w, element, SCOPE_EXPRESSION);
}

/* --- UNION ------------------------------------------------------------------------------------ */

static const char *const keywords[] = {
    [COMPOUND_UNION] = " UNION ",         [COMPOUND_UNION_ALL] = " UNION ALL ",
    [COMPOUND_EXCEPT] = " EXCEPT ",       [COMPOUND_EXCEPT_ALL] = " EXCEPT ALL ",
    [COMPOUND_INTERSECT] = " INTERSECT ", [COMPOUND_INTERSECT_ALL] = " INTERSECT ALL ",
};

/* A part with its own ORDER BY or LIMIT, or another set operation, stands in parentheses. */
static bool part_needs_parentheses(const ClauseElement *part)
{
    const GenerativeSelect *select = (const GenerativeSelect *)part;
    if (part->kind == EXPR_COMPOUND)
        return true;
    return part->kind == EXPR_SELECT &&
           (select->limit || select->offset || select->order_by.length);
}

static void write_part(Writer *w, ClauseElement *part, bool as_from)
{
    bool enclosed = part_needs_parentheses(part);
    write_text(w, enclosed ? "(" : "");
    if (as_from)
        write_select_as_from(w, part);
    else
        write_element(w, part);
    write_text(w, enclosed ? ")" : "");
}

/* The first part says what the result's columns are. */
static void record_compound(Writer *w, const CompoundSelect *compound)
{
    ElementVec columns = select_result_columns(ELEMENT(compound));
    for (size_t i = 0; i < columns.length; i++)
        record_result(w, columns.at[i], NULL);
}

static void write_compound_scoped(Writer *w, ClauseElement *element, bool as_from)
{
    const CompoundSelect *compound = (CompoundSelect *)element;
    size_t start = w->out.length;
    Frame *outer = expr_state(w)->frame, *frame = frame_push(w, element);
    if (outer)
        add_all(&frame->as_from, &outer->as_from);
    frame->columns = select_result_columns(element);
    record_compound(w, compound);
    write_independent_ctes(w, compound->generative.ctes.at, compound->generative.ctes.length);
    for (size_t i = 0; i < compound->selects.length; i++) {
        write_text(w, i ? keywords[compound->keyword] : "");
        write_part(w, compound->selects.at[i], as_from);
    }
    bool bare = w->without_tables;
    w->without_tables = true;
    write_group_by(w, &compound->generative);
    write_tail(w, &compound->generative);
    w->without_tables = bare;
    write_ctes_before(w, start);
    frame_pop(w);
}

void write_compound(Writer *w, ClauseElement *element)
{
    write_compound_scoped(w, element, false);
}

void write_select_as_from(Writer *w, ClauseElement *element)
{
    switch (element->kind) {
    case EXPR_SELECT:
        write_select_scoped(w, element, SCOPE_FROM);
        break;
    case EXPR_COMPOUND:
        write_compound_scoped(w, element, true);
        break;
    case EXPR_GROUPING:
        write_text(w, "(");
        write_select_as_from(w, ((Grouping *)element)->element);
        write_text(w, ")");
        break;
    default:
        write_element(w, element);
    }
}

/* LATERAL sees its neighbours. */
void write_select_lateral(Writer *w, ClauseElement *element)
{
    if (element->kind == EXPR_SELECT)
        write_select_scoped(w, element, SCOPE_LATERAL);
    else
        write_select_as_from(w, element);
}

/* --- inside expressions ----------------------------------------------------------------------- */

void write_textual_select(Writer *w, ClauseElement *element)
{
    const TextualSelect *select = (TextualSelect *)element;
    size_t start = w->out.length;
    frame_push(w, element);
    for (size_t i = 0; i < select->given.length; i++)
        record_result(w, ELEMENT(select->given.at[i]), NULL);
    write_element(w, ELEMENT(select->text));
    write_ctes_before(w, start);
    frame_pop(w);
}

void write_scalar_select(Writer *w, ClauseElement *element)
{
    write_text(w, "(");
    write_element(w, ((ScalarSelect *)element)->select);
    write_text(w, ")");
}

void write_exists(Writer *w, ClauseElement *element)
{
    write_text(w, "EXISTS (");
    write_element(w, ((Exists *)element)->select);
    write_text(w, ")");
}
