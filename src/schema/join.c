/* join.c -- Join, and the condition that the foreign keys between two tables give. */
#include "schema/expr_inside.h"

/* The tables at the leaves of a FROM item. */
static void collect_leaves(ClauseElement *from, ElementVec *leaves)
{
    if (from->kind == EXPR_JOIN) {
        collect_leaves(((Join *)from)->left, leaves);
        collect_leaves(((Join *)from)->right, leaves);
    } else {
        vec_push(leaves, from);
    }
}

/* The Table behind a leaf, through aliases. */
static Table *leaf_table(ClauseElement *leaf)
{
    while (leaf->kind == EXPR_ALIAS)
        leaf = ((Alias *)leaf)->element;
    return as(Table, OBJ(leaf));
}

static ClauseElement *leaf_column(ClauseElement *leaf, const Column *column)
{
    ColumnCollection *columns = fromclause_columns((FromClause *)leaf);
    return map_find(&columns->by_key, column->clause.key);
}

/* Conditions of the keys of `child` that refer to `parent`, one per constraint. */
static void collect_conditions(ClauseElement *parent, ClauseElement *child, ElementVec *found)
{
    Table *owner = leaf_table(child), *referred = leaf_table(parent);
    if (!owner || !referred)
        return;
    for (size_t i = 0; i < owner->constraints.length; i++) {
        Constraint *constraint = owner->constraints.at[i];
        ElementVec parts = {0};
        for (size_t j = 0;
             constraint->kind == CONSTRAINT_FOREIGN_KEY && j < constraint->elements.length; j++) {
            ForeignKey *key = constraint->elements.at[j];
            Column *target = foreign_key_find_column(key);
            if (!target || column_table(target) != referred || !key->parent)
                continue;
            ClauseElement *there = leaf_column(parent, target),
                          *here = leaf_column(child, key->parent);
            vec_push(&parts, ELEMENT(binary_new(SQL_EQ, there, here, NULL)));
        }
        if (parts.length)
            vec_push(found, boolean_join(SQL_AND, &parts));
    }
}

static ElementVec conditions_between(ClauseElement *left, ClauseElement *right)
{
    ElementVec leaves = {0}, found = {0};
    collect_leaves(left, &leaves);
    for (size_t i = leaves.length; i-- > 0 && !found.length;) {
        collect_conditions(leaves.at[i], right, &found);
        if (leaf_table(leaves.at[i]) != leaf_table(right))
            collect_conditions(right, leaves.at[i], &found);
    }
    return found;
}

bool join_is_possible(ClauseElement *left, ClauseElement *right)
{
    return conditions_between(left, right).length > 0;
}

static Str *shown_name(const ClauseElement *from)
{
    Str *name = from_name(from);
    return name ? name : str_from("anonymous");
}

ClauseElement *join_condition(ClauseElement *left, ClauseElement *right)
{
    ElementVec found = conditions_between(left, right);
    if (!found.length)
        raise_exception(&NoForeignKeysError_class,
                        "Can't find any foreign key relationships between '%s' and '%s'.",
                        shown_name(left)->text, shown_name(right)->text);
    if (found.length > 1)
        raise_exception(
            &AmbiguousForeignKeysError_class,
            "Can't determine join between '%s' and '%s'; tables have more than one foreign key "
            "constraint relationship between them. Please specify the 'onclause' of this join "
            "explicitly.",
            shown_name(left)->text, shown_name(right)->text);
    return found.at[0];
}

Join *join_new(ClauseElement *left, ClauseElement *right, Value onclause, bool outer, bool full)
{
    Join *join = element_new(Join, EXPR_JOIN);
    join->left = left;
    join->right = element_self_group(right, SQL_NONE);
    join->on = is_absent(onclause)
                   ? join_condition(left, right)
                   : element_self_group(element_from_condition(onclause), SQL_AS_BOOLEAN);
    join->is_outer = outer;
    join->is_full = full;
    return join;
}

static const Field join_fields[] = {
    FIELD(Join, obj, left, READONLY),
    FIELD(Join, obj, right, READONLY),
    FIELD_AS("onclause", Join, obj, on, READONLY),
    FIELD_AS("isouter", Join, bool, is_outer, READONLY),
    FIELD_AS("full", Join, bool, is_full, READONLY),
    {0},
};
const Class Join_class = {CLASS(Join, "sqlalchemy.sql.selectable", FromClause),
                          .fields = join_fields};
