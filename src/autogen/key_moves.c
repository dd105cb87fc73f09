/* key_moves.c -- foreign keys that refer to a primary key which changes: the server lets it go only
 * when they are gone, and takes them again when the new one is there. So they go before any table
 * is changed, and come last. */
#include "autogen/inside.h"

struct KeyMoves {
    OpContainer *upgrade;
    size_t early; /* where in its operations those stand that come before all tables */
    List *late;   /* containers for the end                                          */
    Map old_keys; /* key of a table -> the Constraint that goes                      */
};

static Str *key_of(const Str *schema, const Str *name)
{
    return str_format("%s\x01%s", schema ? schema->text : "", name->text);
}

struct KeyMoves *key_moves_new(Comparison *c)
{
    if (c->context->setup.compat || !c->context->comparing->renames_constraints)
        return NULL;
    struct KeyMoves *moves = new (struct KeyMoves);
    moves->upgrade = c->ops;
    moves->late = list_new(0);
    return moves;
}

void key_moves_note(struct KeyMoves *moves, const Comparison *table)
{
    if (moves && primary_key_moves(table))
        map_put(&moves->old_keys, key_of(table->schema, table->table_name),
                table->database->primary_key);
}

void key_moves_begin(struct KeyMoves *moves)
{
    if (moves)
        moves->early = moves->upgrade->ops->length;
}

/* Whether a key to these columns is in the way. */
static bool needs_old_key(const struct KeyMoves *moves, const Str *schema, const Str *table,
                          const StrVec *columns)
{
    const Constraint *old = map_find(&moves->old_keys, key_of(schema, table));
    if (!old || old->columns.length != columns->length)
        return false;
    for (size_t i = 0; i < columns->length; i++)
        if (!key_has_column(old, columns->at[i]))
            return false;
    return true;
}

static OpContainer *alone(const Comparison *c, MigrateOperation *op)
{
    OpContainer *container = op_container_new(&ModifyTableOps_class);
    container->op.table_name = c->table_name;
    container->op.schema = c->schema;
    list_append(container->ops, OBJ(op));
    return container;
}

bool key_moves_drop(const Comparison *c, const KeyTarget *target, MigrateOperation *op)
{
    struct KeyMoves *moves = c->context->key_moves;
    if (!moves || !needs_old_key(moves, target->schema, target->table, target->columns))
        return false;
    insert_op(moves->upgrade->ops, moves->early++, (Obj *)alone(c, op));
    return true;
}

bool key_moves_create(const Comparison *c, const KeyTarget *target, MigrateOperation *op)
{
    struct KeyMoves *moves = c->context->key_moves;
    if (!moves || !map_has(&moves->old_keys, key_of(target->schema, target->table)))
        return false;
    list_append(moves->late, OBJ(alone(c, op)));
    return true;
}

void key_moves_finish(struct KeyMoves *moves)
{
    for (size_t i = 0; moves && i < moves->late->length; i++)
        list_append(moves->upgrade->ops, moves->late->at[i]);
}
