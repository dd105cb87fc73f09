/* select_froms.c -- which tables a SELECT reads: those it was given, those of its joins, those its
 * columns and its WHERE mention, each once and none that a join already holds. */
#include "schema/expr_inside.h"

static bool has(const ElementVec *list, const ClauseElement *item)
{
    for (size_t i = 0; i < list->length; i++)
        if (list->at[i] == item)
            return true;
    return false;
}

static void add_once(ElementVec *list, ClauseElement *item)
{
    if (!has(list, item))
        vec_push(list, item);
}

/* --- what an expression mentions -------------------------------------------------------------- */

static bool collect_from(ClauseElement *element, void *data)
{
    ElementVec *found = data;
    switch (element->kind) {
    case EXPR_COLUMN:
        if (((ColumnClause *)element)->table)
            add_once(found, ELEMENT(((ColumnClause *)element)->table));
        return false;
    case EXPR_TABLE:
    case EXPR_ALIAS:
    case EXPR_SUBQUERY:
    case EXPR_LATERAL:
    case EXPR_CTE:
    case EXPR_JOIN:
    case EXPR_VALUES:
        add_once(found, element);
        return false;
    case EXPR_SCALAR_SELECT:
    case EXPR_EXISTS:
    case EXPR_SELECT:
    case EXPR_COMPOUND:
    case EXPR_TEXTUAL_SELECT:
        return false;
    default:
        return true;
    }
}

void element_collect_froms(ClauseElement *element, ElementVec *found)
{
    element_walk(element, collect_from, found);
}

void join_collect_parts(const ClauseElement *element, ElementVec *parts)
{
    if (element->kind == EXPR_GROUPING) {
        join_collect_parts(((const Grouping *)element)->element, parts);
        return;
    }
    if (element->kind != EXPR_JOIN)
        return;
    const Join *join = (const Join *)element;
    ClauseElement *sides[] = {join->left, join->right};
    for (size_t i = 0; i < 2; i++) {
        ClauseElement *side = sides[i];
        if (side->kind == EXPR_GROUPING)
            side = ((Grouping *)side)->element;
        add_once(parts, side);
        join_collect_parts(side, parts);
    }
}

/* --- joins ------------------------------------------------------------------------------------ */

static bool can_join(ClauseElement *left, ClauseElement *right, ClauseElement *on)
{
    ElementVec parts = {0};
    add_once(&parts, left);
    join_collect_parts(left, &parts);
    if (on) { /* the side that the condition mentions */
        ElementVec mentioned = {0};
        element_collect_froms(on, &mentioned);
        for (size_t i = 0; i < mentioned.length; i++)
            if (mentioned.at[i] != right && has(&parts, mentioned.at[i]))
                return true;
        return false;
    }
    return join_is_possible(left, right);
}

static ptrdiff_t find_left(const ElementVec *froms, ClauseElement *right, ClauseElement *on)
{
    if (froms->length == 1)
        return 0;
    for (size_t i = 0; i < froms->length; i++)
        if (can_join(froms->at[i], right, on))
            return (ptrdiff_t)i;
    return -1;
}

static void collect_column_froms(const Select *select, ElementVec *found)
{
    for (size_t i = 0; i < select->columns.length; i++)
        element_collect_froms(select->columns.at[i], found);
}

static ptrdiff_t place_of(const ElementVec *froms, const ClauseElement *left)
{
    for (size_t i = 0; i < froms->length; i++) {
        ElementVec parts = {0};
        join_collect_parts(froms->at[i], &parts);
        if (froms->at[i] == left || has(&parts, left))
            return (ptrdiff_t)i;
    }
    return -1;
}

static _Noreturn void raise_no_left(void)
{
    raise_exception(&InvalidRequestError_class, "Don't know how to join to the right side. Please "
                                                "use the .select_from() method to establish "
                                                "an explicit left side, as well as providing an "
                                                "explicit ON clause if not present already to "
                                                "help resolve the ambiguity.");
}

static void apply_join(const Select *select, ElementVec *froms, const SelectJoin *given)
{
    ClauseElement *left = given->left;
    ptrdiff_t place = -1;
    if (left) {
        place = place_of(froms, left);
    } else if (froms->length) {
        place = find_left(froms, given->right, given->on);
        if (place < 0)
            raise_no_left();
    } else {
        ElementVec candidates = {0};
        collect_column_froms(select, &candidates);
        for (size_t i = candidates.length; i-- > 0;)
            if (candidates.at[i] == given->right)
                vec_remove(&candidates, i);
        ptrdiff_t found = find_left(&candidates, given->right, given->on);
        if (!candidates.length || found < 0)
            raise_no_left();
        left = candidates.at[found];
    }
    if (place >= 0)
        left = froms->at[place];
    Join *join = join_new(left, given->right, given->on ? OBJ(given->on) : UNSET, given->is_outer,
                          given->is_full);
    if (place >= 0)
        froms->at[place] = ELEMENT(join);
    else
        vec_push(froms, ELEMENT(join));
}

/* --- all of them ------------------------------------------------------------------------------ */

ElementVec select_froms(const Select *select)
{
    ElementVec froms = {0}, hidden = {0}, shown = {0};
    for (size_t i = 0; i < select->froms.length; i++)
        add_once(&froms, select->froms.at[i]);
    for (size_t i = 0; i < select->joins.length; i++)
        apply_join(select, &froms, &select->joins.at[i]);
    collect_column_froms(select, &froms);
    for (size_t i = 0; i < select->where.length; i++)
        element_collect_froms(select->where.at[i], &froms);
    for (size_t i = 0; i < froms.length; i++)
        join_collect_parts(froms.at[i], &hidden);
    for (size_t i = 0; i < froms.length; i++)
        if (!has(&hidden, froms.at[i]))
            vec_push(&shown, froms.at[i]);
    return shown;
}
