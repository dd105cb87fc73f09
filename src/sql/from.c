/* from.c -- what stands in FROM: tables, aliases, subqueries, joins, VALUES, and the CTEs in front
 * of a statement. */
#include "sql/expr_inside.h"

/* --- names ------------------------------------------------------------------------------------ */

Str *alias_written_name(Writer *w, const ClauseElement *from)
{
    if (from->kind == EXPR_JOIN || !element_is_from(from))
        return NULL;
    Str *name = from_name(from);
    if (name)
        return name;
    if (from->kind == EXPR_VALUES)
        return NULL;
    const Alias *alias = (const Alias *)from;
    Str *base = alias->element->kind == EXPR_TABLE || alias->element->kind == EXPR_ALIAS
                    ? from_name(alias->element)
                    : NULL;
    if (alias->base_name)
        base = alias->base_name;
    return anonymous_name(w, from, base ? base : intern("anon"));
}

/* --- CTEs ------------------------------------------------------------------------------------- */

static WrittenCte *find_cte(const ExprState *state, const Cte *cte)
{
    for (size_t i = 0; i < state->ctes.length; i++)
        if (state->ctes.at[i]->cte == cte)
            return state->ctes.at[i];
    return NULL;
}

static bool is_open(const ExprState *state, const Cte *cte)
{
    for (size_t i = 0; i < state->open_ctes.length; i++)
        if (state->open_ctes.at[i] == cte || state->open_ctes.at[i]->restates == cte)
            return true;
    return false;
}

static const Cte *original(const Cte *cte)
{
    while (cte->restates)
        cte = cte->restates;
    return cte;
}

static Str *cte_name(Writer *w, const Cte *cte)
{
    return alias_written_name(w, ELEMENT(original(cte)));
}

/* "tree(id, parent)": the columns of a recursive CTE are named. */
static void write_cte_columns(Writer *w, Cte *cte)
{
    ElementVec columns = select_result_columns(cte->alias.element);
    write_text(w, "(");
    for (size_t i = 0; i < columns.length; i++) {
        Str *name = element_result_name(columns.at[i]);
        write_text(w, i ? ", " : "");
        write_name(w, name ? name : anonymous_name(w, columns.at[i], intern("anon")), TRI_UNSET);
    }
    write_text(w, ")");
}

static void write_cte_text(Writer *w, Cte *cte)
{
    write_name(w, cte_name(w, cte), TRI_UNSET);
    if (cte->recursive || cte->alias.element->kind == EXPR_VALUES)
        write_cte_columns(w, cte);
    write_text(w, " AS ");
    for (size_t i = 0; i < cte->prefixes.length; i++)
        write_format(w, "%s ", cte->prefixes.at[i]->text);
    write_text(w, "\n(");
    if (cte->alias.element->kind == EXPR_VALUES)
        write_values(w, cte->alias.element);
    else
        write_select_as_from(w, cte->alias.element);
    write_text(w, ")");
    for (size_t i = 0; i < cte->suffixes.length; i++)
        write_format(w, " %s", cte->suffixes.at[i]->text);
}

/* With ? placeholders the values of a CTE come before those of the statement, as their places do.
 */
static void take_params(Writer *w, WrittenCte *written, size_t first)
{
    if (w->options.style != PARAM_QUESTION)
        return;
    for (size_t i = first; i < w->stmt->params.length; i++)
        vec_push(&written->params, w->stmt->params.at[i]);
    w->stmt->params.length = first;
}

/* Writes the CTE aside, once; its place in the list is before those it was needed by. */
static void register_cte(Writer *w, Cte *cte)
{
    ExprState *state = expr_state(w);
    if (find_cte(state, cte) || is_open(state, cte))
        return;
    for (size_t i = 0; i < state->ctes.length;
         i++) { /* the larger form takes the place of the one it restates */
        if (state->ctes.at[i]->cte->restates == cte)
            return;
        if (cte->restates == state->ctes.at[i]->cte) {
            vec_remove(&state->ctes, i);
            break;
        }
        if (str_equal(state->ctes.at[i]->name, cte_name(w, cte)))
            raise_compile(w, "Multiple, unrelated CTEs found with the same name: %s",
                          value_repr(STR(cte_name(w, cte)))->text);
    }
    WrittenCte *written = new (WrittenCte);
    written->cte = cte;
    written->name = cte_name(w, cte);
    state->recursive |= cte->recursive;
    size_t start = w->out.length, first = w->stmt->params.length;
    vec_push(&state->open_ctes, cte);
    write_cte_text(w, cte);
    (void)vec_pop(&state->open_ctes);
    written->text = str_new(w->out.data + start, w->out.length - start);
    buf_truncate(&w->out, start);
    take_params(w, written, first);
    vec_push(&state->ctes, written);
}

void write_independent_ctes(Writer *w, Cte *const *ctes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        register_cte(w, ctes[i]);
}

static void params_before(Writer *w, const ExprState *state)
{
    Stmt *stmt = w->stmt;
    VEC(BoundParam) all = {0};
    for (size_t i = 0; i < state->ctes.length; i++)
        for (size_t j = 0; j < state->ctes.at[i]->params.length; j++)
            vec_push(&all, state->ctes.at[i]->params.at[j]);
    for (size_t i = 0; i < stmt->params.length; i++)
        vec_push(&all, stmt->params.at[i]);
    stmt->params.length = 0;
    for (size_t i = 0; i < all.length; i++)
        vec_push(&stmt->params, all.at[i]);
}

void write_ctes_before(Writer *w, size_t start)
{
    ExprState *state = expr_state(w);
    if (!state->ctes.length || state->frame->outer || state->open_ctes.length)
        return;
    Str *body = str_new(w->out.data + start, w->out.length - start);
    buf_truncate(&w->out, start);
    write_text(w, state->recursive ? "WITH RECURSIVE " : "WITH ");
    for (size_t i = 0; i < state->ctes.length; i++)
        write_format(w, "%s%s", i ? ", \n" : "", state->ctes.at[i]->text->text);
    write_text(w, "\n ");
    buf_add(&w->out, body);
    params_before(w, state);
    state->ctes.length = 0;
}

/* --- aliases ---------------------------------------------------------------------------------- */

/* "(a, b)" or "(a INTEGER, b TEXT)" behind a table function */
static void write_derived_columns(Writer *w, Alias *alias)
{
    const ColumnCollection *columns = fromclause_columns(&alias->from);
    write_text(w, "(");
    for (size_t i = 0; i < columns->items.length; i++) {
        write_text(w, i ? ", " : "");
        write_name(w, columns->items.at[i]->name, columns->items.at[i]->quote);
        if (alias->derived_with_types) {
            write_text(w, " ");
            write_type(w, columns->items.at[i]->column_element.type);
        }
    }
    write_text(w, ")");
}

static void write_plain_from(Writer *w, ClauseElement *from);

static void write_alias_inner(Writer *w, const Alias *alias)
{
    ClauseElement *inner = alias->element;
    bool enclosed = element_is_select(inner) || inner->kind == EXPR_INSERT ||
                    inner->kind == EXPR_UPDATE || inner->kind == EXPR_DELETE;
    write_text(w, enclosed ? "(" : "");
    if (enclosed && alias->from.element.kind == EXPR_LATERAL)
        write_select_lateral(w, inner);
    else if (enclosed)
        write_select_as_from(w, inner);
    else if (inner->kind == EXPR_ALIAS && !((Alias *)inner)->is_table_valued)
        write_alias_inner(w, (Alias *)inner);
    else
        write_plain_from(w, inner); /* a hint for the table is none for its alias */
    write_text(w, enclosed ? ")" : "");
}

static void write_alias_as_from(Writer *w, Alias *alias)
{
    write_text(w, alias->from.element.kind == EXPR_LATERAL ? "LATERAL " : "");
    write_alias_inner(w, alias);
    write_text(w, alias->with_ordinality ? " WITH ORDINALITY" : "");
    Str *name = alias_written_name(w, &alias->from.element);
    if (name) {
        write_text(w, " AS ");
        write_name(w, name, alias->quote);
    }
    if (alias->render_derived)
        write_derived_columns(w, alias);
    if (alias->sampling) {
        write_text(w, " TABLESAMPLE ");
        write_element(w, alias->sampling);
    }
    if (alias->seed) {
        write_text(w, " REPEATABLE (");
        write_element(w, alias->seed);
        write_text(w, ")");
    }
}

/* An alias by itself is what it stands for. */
void write_alias(Writer *w, ClauseElement *element)
{
    write_element(w, ((Alias *)element)->element);
}

/* --- VALUES ----------------------------------------------------------------------------------- */

static void write_value_row(Writer *w, const Values *values, const Tuple *row)
{
    write_text(w, "(");
    for (size_t i = 0; i < row->length; i++) {
        Type *type = i < values->given.length ? values->given.at[i]->column_element.type : NULL;
        ClauseElement *value = element_find(row->at[i]);
        if (!value)
            value = ELEMENT(bind_new(NULL, row->at[i],
                                     type && type_id(type) != TYPE_NullType ? type : NULL, true));
        write_text(w, i ? ", " : "");
        write_element(w, value);
    }
    write_text(w, ")");
}

void write_values(Writer *w, ClauseElement *element)
{
    const Values *values = (Values *)element;
    bool literal = w->options.literal_binds;
    w->options.literal_binds |= values->literal_binds;
    write_text(w, "VALUES ");
    for (size_t i = 0; i < values->rows->length; i++) {
        write_text(w, i ? ", " : "");
        write_value_row(w, values, (Tuple *)values->rows->at[i].obj);
    }
    w->options.literal_binds = literal;
}

static void write_values_as_from(Writer *w, ClauseElement *element)
{
    const Values *values = (Values *)element;
    write_text(w, "(");
    write_values(w, element);
    write_text(w, ")");
    if (!values->name)
        return;
    write_text(w, " AS ");
    write_name(w, values->name, TRI_UNSET);
    write_text(w, " (");
    for (size_t i = 0; i < values->given.length; i++) {
        write_text(w, i ? ", " : "");
        write_column_name(w, values->given.at[i]);
    }
    write_text(w, ")");
}

/* --- joins ------------------------------------------------------------------------------------ */

static void write_join(Writer *w, const Join *join)
{
    write_from(w, join->left);
    write_text(w, join->is_full    ? " FULL OUTER JOIN "
                  : join->is_outer ? " LEFT OUTER JOIN "
                                   : " JOIN ");
    write_from(w, join->right);
    write_text(w, " ON ");
    write_element(w, join->on);
}

static void write_plain_from(Writer *w, ClauseElement *from)
{
    switch (from->kind) {
    case EXPR_ALIAS:
    case EXPR_SUBQUERY:
    case EXPR_LATERAL:
        write_alias_as_from(w, (Alias *)from);
        break;
    case EXPR_CTE:
        register_cte(w, (Cte *)from);
        write_name(w, cte_name(w, (Cte *)from), TRI_UNSET);
        break;
    case EXPR_JOIN:
        write_join(w, (Join *)from);
        break;
    case EXPR_VALUES:
        write_values_as_from(w, from);
        break;
    case EXPR_GROUPING:
        write_text(w, "(");
        write_from(w, ((Grouping *)from)->element);
        write_text(w, ")");
        break;
    default:
        write_element(w, from);
    }
}

void write_from(Writer *w, ClauseElement *from)
{
    const Frame *frame = expr_state(w)->frame;
    const Select *select =
        frame && frame->statement->kind == EXPR_SELECT ? (const Select *)frame->statement : NULL;
    if (select && select->hints.length)
        write_hinted_from(w, &select->hints, from, write_plain_from);
    else
        write_plain_from(w, from);
}

void write_froms(Writer *w, const ElementVec *froms)
{
    for (size_t i = 0; i < froms->length; i++) {
        write_text(w, i ? ", " : "");
        write_from(w, froms->at[i]);
    }
}
