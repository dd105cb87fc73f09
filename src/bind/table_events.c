/* table_events.c -- before_create, after_create, before_drop, after_drop of a table that op.create_table() makes and
 * op.drop_table() drops: listeners of the table and of the class Table are called as the reference's
 * DefaultImpl.create_table() and drop_table() do. Those of create_all() and its kin: sa_create.c. */
#include "bind/bind.h"
#include "bind/sa_inside.h"

void table_event(MigrationContext *context, Table *table, const char *name)
{
    List *listeners = event_listeners(OBJ(table), name);
    if (listeners->length == 0)
        return;
    Dict *keywords = dict_new();
    dict_set_text(keywords, "checkfirst", FALSE_VALUE);
    dict_set_text(keywords, "_ddl_runner", impl_object(context));
    DdlPlace place = {context_bind(context), context->dialect, context->connection};
    ddl_listeners_call(&place, listeners, OBJ(table), keywords);
}
