/* depsort.c -- MetaData.sorted_tables: referred tables first, ties by key; cycles are broken by leaving
 * foreign keys to ALTER: those with use_alter, then, where a cycle remains, all that keep it closed. */
#include "schema/schema.h"

#include <stdlib.h>

typedef struct SortNode {
    Table *table;
    bool placed;
} SortNode;
typedef VEC(SortNode) SortNodes;

static int compare_tables(const void *a, const void *b)
{
    return str_compare(((const SortNode *)a)->table->key, ((const SortNode *)b)->table->key);
}

static SortNodes nodes_by_key(const MetaData *metadata)
{
    SortNodes nodes = {0};
    for (size_t i = 0; i < metadata->tables.length; i++) {
        SortNode node = {.table = metadata->tables.at[i].value};
        vec_push(&nodes, node);
    }
    if (nodes.length)
        qsort(nodes.at, nodes.length, sizeof *nodes.at, compare_tables);
    return nodes;
}

static Table *referred_table(const Table *table, const Constraint *key)
{
    if (key->kind != CONSTRAINT_FOREIGN_KEY || key->elements.length == 0)
        return NULL;
    Str *schema, *name, *column;
    foreign_key_target(key->elements.at[0], &schema, &name, &column);
    const Column *target = as(Column, key->elements.at[0]->target);
    if (target && target->clause.table)
        return column_table(target);
    return metadata_find_table(table->metadata, name, schema);
}

static bool is_deferred(const ConstraintVec *deferred, const Constraint *key)
{
    for (size_t i = 0; i < deferred->length; i++)
        if (deferred->at[i] == key)
            return true;
    return false;
}

static bool is_placed(const TableVec *sorted, const Table *table)
{
    for (size_t i = 0; i < sorted->length; i++)
        if (sorted->at[i] == table)
            return true;
    return false;
}

/* Whether everything the table refers to stands already, leaving out deferred keys and itself. */
static bool is_ready(const TableVec *sorted, const Table *table, const ConstraintVec *deferred)
{
    for (size_t i = 0; i < table->constraints.length; i++) {
        const Constraint *key = table->constraints.at[i];
        const Table *referred = referred_table(table, key);
        if (referred && referred != table && !is_deferred(deferred, key) && !is_placed(sorted, referred))
            return false;
    }
    return true;
}

/* One sweep places every table that is ready at its start, as a topological sort by levels does. */
static bool place_ready(SortNodes *nodes, TableVec *sorted, const ConstraintVec *deferred)
{
    size_t before = sorted->length;
    TableVec level = {0};
    for (size_t i = 0; i < nodes->length; i++)
        if (!nodes->at[i].placed && is_ready(sorted, nodes->at[i].table, deferred)) {
            nodes->at[i].placed = true;
            vec_push(&level, nodes->at[i].table);
        }
    for (size_t i = 0; i < level.length; i++)
        vec_push(sorted, level.at[i]);
    return sorted->length > before;
}

/* Defers the open foreign keys of the first table that still waits. */
static void break_cycle(const SortNodes *nodes, const TableVec *sorted, ConstraintVec *deferred)
{
    for (size_t i = 0; i < nodes->length; i++) {
        const Table *table = nodes->at[i].table;
        if (nodes->at[i].placed)
            continue;
        for (size_t j = 0; j < table->constraints.length; j++) {
            Constraint *key = table->constraints.at[j];
            const Table *referred = referred_table(table, key);
            if (referred && referred != table && !is_placed(sorted, referred) &&
                !is_deferred(deferred, key))
                vec_push(deferred, key);
        }
        return;
    }
}

static void defer_use_alter(const SortNodes *nodes, ConstraintVec *deferred)
{
    for (size_t i = 0; i < nodes->length; i++)
        for (size_t j = 0; j < nodes->at[i].table->constraints.length; j++)
            if (nodes->at[i].table->constraints.at[j]->use_alter)
                vec_push(deferred, nodes->at[i].table->constraints.at[j]);
}

TableVec metadata_sorted_tables(const MetaData *metadata, ConstraintVec *deferred)
{
    ConstraintVec own = {0};
    deferred = deferred ? deferred : &own;
    SortNodes nodes = nodes_by_key(metadata);
    TableVec sorted = {0};
    defer_use_alter(&nodes, deferred);
    while (sorted.length < nodes.length)
        if (!place_ready(&nodes, &sorted, deferred))
            break_cycle(&nodes, &sorted, deferred);
    return sorted;
}
