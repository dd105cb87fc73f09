/* depsort.c -- MetaData.sorted_tables: referred tables first, level by level, ties by key. Cycles are broken by leaving
 * foreign keys to ALTER: those with use_alter, then, where a cycle remains, every foreign key of the tables in it, as
 * SQLAlchemy does. */
#include "schema/schema.h"

#include <stdlib.h>

typedef struct SortNode {
    Table *table;
    VEC(size_t) children;       /* nodes that refer to this one                              */
    size_t waiting;             /* references of this one that are not placed yet             */
    size_t order, low;          /* of Tarjan's search: when it was met (from 1), how far up   */
    bool on_stack, is_in_cycle; /* ... and what it found                                      */
} SortNode;

typedef VEC(size_t) Numbers;

typedef struct Sort {
    VEC(SortNode) nodes; /* in the order that decides between equals */
    bool keeps_unnamed;  /* keys without a name cannot be left to ALTER */
    Map numbers;         /* key -> SortNode position + 1 */
    ConstraintVec *deferred;
    Numbers stack; /* of the search for cycles */
    size_t met;
} Sort;

/* --- the graph ---------------------------------------------------------------------------------- */

static int compare_tables(const void *a, const void *b)
{
    return str_compare(((const SortNode *)a)->table->key, ((const SortNode *)b)->table->key);
}

static void add_metadata(Sort *sort, const MetaData *metadata)
{
    for (size_t i = 0; i < metadata->tables.length; i++)
        vec_push(&sort->nodes, (SortNode){.table = metadata->tables.at[i].value});
    if (sort->nodes.length)
        qsort(sort->nodes.at, sort->nodes.length, sizeof *sort->nodes.at, compare_tables);
}

static void number_nodes(Sort *sort)
{
    for (size_t i = 0; i < sort->nodes.length; i++)
        map_put(&sort->numbers, sort->nodes.at[i].table->key, &sort->nodes.at[i]);
}

static Table *referred_table(const Table *table, const Constraint *key)
{
    const Column *target = as(Column, key->elements.at[0]->target);
    if (target && target->clause.table)
        return column_table(target);
    Str *schema, *name, *column;
    foreign_key_target(key->elements.at[0], &schema, &name, &column);
    return metadata_find_table(table->metadata, name, schema);
}

/* NULL for tables elsewhere, and for the table itself. */
static SortNode *node_of(const Sort *sort, const Table *table, const Table *referred)
{
    SortNode *node = referred && referred != table ? map_find(&sort->numbers, referred->key) : NULL;
    return node && node->table == referred ? node : NULL;
}

/* The node a constraint makes its table wait for; NULL for those that do not. */
static SortNode *referred_node(const Sort *sort, const Table *table, const Constraint *key)
{
    if (key->kind != CONSTRAINT_FOREIGN_KEY || !key->elements.length)
        return NULL;
    return node_of(sort, table, referred_table(table, key));
}

/* Left to ALTER: asked for, or of a table in a cycle. */
static bool is_deferred(const Sort *sort, const SortNode *node, const Constraint *key)
{
    if (key->kind != CONSTRAINT_FOREIGN_KEY)
        return false;
    return key->use_alter || (node->is_in_cycle && (key->name || !sort->keeps_unnamed));
}

static void wait_for(SortNode *node, SortNode *referred, size_t number)
{
    if (!referred)
        return;
    vec_push(&referred->children, number);
    node->waiting++;
}

static void link_node(Sort *sort, size_t number)
{
    SortNode *node = &sort->nodes.at[number];
    for (size_t i = 0; i < node->table->dependencies.length; i++)
        wait_for(node, node_of(sort, node->table, node->table->dependencies.at[i]), number);
    for (size_t i = 0; i < node->table->constraints.length; i++) {
        const Constraint *key = node->table->constraints.at[i];
        if (!is_deferred(sort, node, key))
            wait_for(node, referred_node(sort, node->table, key), number);
    }
}

/* Tables in a cycle wait for nobody. */
static void link_nodes(Sort *sort)
{
    for (size_t i = 0; i < sort->nodes.length; i++) {
        sort->nodes.at[i].children.length = 0;
        sort->nodes.at[i].waiting = 0;
    }
    for (size_t i = 0; i < sort->nodes.length; i++)
        link_node(sort, i);
}

/* --- levels ------------------------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

static Numbers roots(const Sort *sort)
{
    Numbers level = {0};
    for (size_t i = 0; i < sort->nodes.length; i++)
        if (!sort->nodes.at[i].waiting)
            vec_push(&level, i);
    return level;
}

/* Those that waited for this level only. */
static Numbers next_level(Sort *sort, const Numbers *level)
{
    Numbers next = {0};
    for (size_t i = 0; i < level->length; i++) {
        const SortNode *node = &sort->nodes.at[level->at[i]];
        for (size_t j = 0; j < node->children.length; j++)
            if (--sort->nodes.at[node->children.at[j]].waiting == 0)
                vec_push(&next, node->children.at[j]);
    }
    if (next.length)
        qsort(next.at, next.length, sizeof *next.at, compare_numbers);
    return next;
}

/* As far as it goes: fewer than all tables when there is a cycle. */
static TableVec place(Sort *sort)
{
    TableVec sorted = {0};
    link_nodes(sort);
    for (Numbers level = roots(sort); level.length; level = next_level(sort, &level))
        for (size_t i = 0; i < level.length; i++)
            vec_push(&sorted, sort->nodes.at[level.at[i]].table);
    return sorted;
}

/* --- cycles ------------------------------------------------------------------------------------- */

static void search(Sort *sort, size_t number);

static void search_child(Sort *sort, size_t number, size_t child)
{
    SortNode *node = &sort->nodes.at[number], *other = &sort->nodes.at[child];
    if (!other->order)
        search(sort, child);
    else if (!other->on_stack)
        return;
    size_t low = other->low < other->order ? other->low : other->order;
    if (low < node->low)
        node->low = low;
}

/* Tarjan's: a strongly connected part of more than one table is a cycle. */
static void search(Sort *sort, size_t number)
{
    SortNode *node = &sort->nodes.at[number];
    node->order = node->low = ++sort->met;
    node->on_stack = true;
    vec_push(&sort->stack, number);
    for (size_t i = 0; i < node->children.length; i++)
        search_child(sort, number, node->children.at[i]);
    if (node->low != node->order)
        return;
    bool is_alone = sort->stack.at[sort->stack.length - 1] == number;
    for (size_t top = SIZE_MAX; top != number;) {
        top = sort->stack.at[--sort->stack.length];
        sort->nodes.at[top].on_stack = false;
        sort->nodes.at[top].is_in_cycle = !is_alone;
    }
}

static void find_cycles(Sort *sort)
{
    for (size_t i = 0; i < sort->nodes.length; i++)
        if (!sort->nodes.at[i].order)
            search(sort, i);
}

static void defer_keys(Sort *sort)
{
    for (size_t i = 0; i < sort->nodes.length; i++) {
        const SortNode *node = &sort->nodes.at[i];
        for (size_t j = 0; j < node->table->constraints.length; j++) {
            Constraint *key = node->table->constraints.at[j];
            if (is_deferred(sort, node, key))
                vec_push(sort->deferred, key);
        }
    }
}

static TableVec run(Sort *sort)
{
    number_nodes(sort);
    TableVec sorted = place(sort);
    if (sorted.length < sort->nodes.length) {
        find_cycles(sort);
        sorted = place(sort);
    }
    defer_keys(sort);
    return sorted;
}

TableVec metadata_sorted_tables(const MetaData *metadata, ConstraintVec *deferred)
{
    ConstraintVec own = {0};
    Sort sort = {.deferred = deferred ? deferred : &own};
    add_metadata(&sort, metadata);
    return run(&sort);
}

TableVec tables_sorted(const TableVec *tables, bool keeps_unnamed, ConstraintVec *deferred, TableVec *cycle)
{
    Sort sort = {.deferred = deferred, .keeps_unnamed = keeps_unnamed};
    for (size_t i = 0; i < tables->length; i++)
        vec_push(&sort.nodes, (SortNode){.table = tables->at[i]});
    TableVec sorted = run(&sort);
    for (size_t i = 0; sorted.length < tables->length && i < sort.nodes.length; i++)
        if (sort.nodes.at[i].is_in_cycle)
            vec_push(cycle, sort.nodes.at[i].table);
    return sorted;
}
