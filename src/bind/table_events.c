/* table_events.c -- before_create, after_create, before_drop, after_drop of a table that op.create_table() makes and
 * op.drop_table() drops: listeners of the table and of the class Table are called as the reference's
 * DefaultImpl.create_table() and drop_table() do. Those of create_all() and its kin: sa_create.c. */
#include "bind/bind.h"
#include "bind/sa_inside.h"

static void run_listening_ddl(Ddl *ddl, MigrationContext *context, Value target)
{
    Value bind = context_bind(context);
    Value arguments[] = {OBJ(ddl), target, bind};
    Dict *keywords = dict_new();
    dict_set_text(keywords, "dialect", dialect_object_new(context->dialect, context->connection));
    if (!ddl_condition_holds(ddl->condition, context->dialect->name, list_of(3, arguments), keywords))
        return;
    Value element = call_method(OBJ(ddl), "against", 1, &target);
    call_method(bind, "execute", 1, &element);
}

void table_event(MigrationContext *context, Table *table, const char *name)
{
    List *listeners = event_listeners(OBJ(table), name);
    if (listeners->length == 0)
        return;
    Dict *keywords = dict_new();
    dict_set_text(keywords, "checkfirst", FALSE_VALUE);
    dict_set_text(keywords, "_ddl_runner", impl_object(context));
    Value arguments[] = {OBJ(table), context_bind(context)};
    for (size_t i = 0; i < listeners->length; i++) {
        Value listener = listeners->at[i];
        if (is_instance(listener, &DDLElement_class))
            run_listening_ddl((Ddl *)listener.obj, context, arguments[0]);
        else
            call_dict(listener, 2, arguments, keywords);
    }
}
