/* undoable.c -- statements that have no operation of their own: op.execute() lines, in a container
 * that knows what undoes them. */
#include "autogen/inside.h"

/* op.execute() takes ":name" for a parameter, in quotes too. */
static Str *escaped(const Str *sql)
{
    Buf out = {0};
    for (const char *p = sql->text; *p; p++) {
        bool starts_name = p[0] == ':' && p[1] != ':' && (p == sql->text || p[-1] != ':');
        buf_format(&out, "%s%c", starts_name ? "\\" : "", *p);
    }
    return buf_str(&out);
}

MigrateOperation *add_execute(OpContainer *container, const Str *sql)
{
    MigrateOperation *op = op_new(OP_EXECUTE);
    op->sqltext = STR(escaped(sql));
    list_append(container->ops, OBJ(op));
    return op;
}

OpContainer *undoable(OpContainer *upgrade)
{
    OpContainer *container = op_container_new(&OpContainer_class);
    container->undo = list_new(0);
    list_append(upgrade->ops, OBJ(container));
    return container;
}

OpContainer undo_of(const OpContainer *container)
{
    return (OpContainer){.ops = container->undo};
}

void insert_op(List *list, size_t at, Obj *op)
{
    list_append(list, OBJ(op));
    for (size_t i = list->length - 1; i > at; i--)
        list->at[i] = list->at[i - 1];
    list->at[at] = OBJ(op);
}
