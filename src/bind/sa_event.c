/* sa_event.c -- sqlalchemy.event: functions registered on engines, pools, tables ... and called
 * back by name.
 *
 * The listeners of a target are kept with it: in the attributes of an object, in the members of a
 * class. What matters to migrations is called ("connect", "begin", before_create, before_cursor_execute
 * ...); the rest is only remembered.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

static const char *const attribute = "_event_listeners";

/* The dict of listener lists of this very target; NULL when it has none and `make` is false. */
static Dict *listeners_of(Value target, bool make)
{
    if (target.tag != TAG_OBJ)
        return NULL;
    bool is_class = is_instance(target, &type_class);
    Value found = UNSET;
    if (is_class)
        found = class_find((const Class *)target.obj, intern(attribute));
    else if (target.obj->attrs)
        found = dict_find_text(target.obj->attrs, attribute);
    if (is_set(found) || !make)
        return as(Dict, found);
    Dict *made = dict_new();
    if (is_class)
        class_set((const Class *)target.obj, intern(attribute), OBJ(made));
    else
        dict_set_text(object_attrs(target.obj), attribute, OBJ(made));
    return made;
}

static List *list_in(const Dict *listeners, const char *name)
{
    return listeners ? as(List, dict_find_text(listeners, name)) : NULL;
}

static void add_all(List *out, const List *from)
{
    for (size_t i = 0; from && i < from->length; i++)
        list_append(out, from->at[i]);
}

List *event_listeners(Value target, const char *name)
{
    List *all = list_new(0);
    if (target.tag != TAG_OBJ)
        return all;
    if (!is_instance(target, &type_class))
        add_all(all, list_in(listeners_of(OBJ(target.obj->class), false), name));
    add_all(all, list_in(listeners_of(target, false), name));
    return all;
}

void event_call(Value target, const char *name, size_t count, const Value *args,
                const Dict *keywords)
{
    List *functions = event_listeners(target, name);
    for (size_t i = 0; i < functions->length; i++)
        call_dict(functions->at[i], count, args, keywords);
}

bool ddl_is_wanted(const DdlPlace *place, Value condition, Value ddl, Value target)
{
    Value arguments[] = {ddl, target, place->bind};
    Dict *keywords = dict_new();
    dict_set_text(keywords, "dialect", dialect_object_new(place->dialect, place->connection));
    return ddl_condition_holds(condition, place->dialect->name, list_of(3, arguments), keywords);
}

void ddl_listeners_call(const DdlPlace *place, const List *listeners, Value target, Dict *keywords)
{
    const Value arguments[] = {target, place->bind};
    for (size_t i = 0; i < listeners->length; i++) {
        Value listener = listeners->at[i];
        const Ddl *ddl = is_instance(listener, &DDLElement_class) ? (Ddl *)listener.obj : NULL;
        if (!ddl) {
            call_dict(listener, 2, arguments, keywords);
        } else if (ddl_is_wanted(place, ddl->condition, listener, target)) {
            Value element = call_method(listener, "against", 1, &target);
            call_method(place->bind, "execute", 1, &element);
        }
    }
}

/* --- listeners of cursors ------------------------------------------------------------------------ */

static bool has_cursor_listeners;

bool event_has_cursor_listeners(void)
{
    return has_cursor_listeners;
}

static const char *const returning = "returning a value";

static bool is_in(const List *list, Value function)
{
    for (size_t i = 0; list && i < list->length; i++)
        if (value_is(list->at[i], function))
            return true;
    return false;
}

bool event_returns_value(Value target, Value function)
{
    return is_in(event_listeners(target, returning), function);
}

/* --- listening ------------------------------------------------------------------------------------ */

static void attached(const char *event, Value target, Value parent)
{
    const Value arguments[] = {target, parent};
    event_call(target, event, COUNT_OF(arguments), arguments, NULL);
}

static List *list_for(Dict *listeners, Str *name)
{
    List *list = list_in(listeners, name->text);
    if (!list) {
        list = list_new(1);
        dict_set_str(listeners, name, OBJ(list));
    }
    return list;
}

static bool is_asked(const Dict *options, const char *option)
{
    Value v = options ? dict_find_text(options, option) : UNSET;
    return is_set(v) && value_truth(v);
}

static void listen_to(Value target, Str *name, Value function, const Dict *options)
{
    if (target.tag != TAG_OBJ)
        raise_exception(&InvalidRequestError_class, "No such event '%s' for target '%s'",
                        name->text, value_str(target)->text);
    if (str_is(name, "before_parent_attach") || str_is(name, "after_parent_attach"))
        schema_set_attach_listener(attached);
    has_cursor_listeners |= str_ends_with(name, "_cursor_execute");
    Dict *listeners = listeners_of(target, true);
    List *list = list_for(listeners, name);
    list_append(list, function);
    if (is_asked(options, "insert")) {
        memmove(list->at + 1, list->at, (list->length - 1) * sizeof *list->at);
        list->at[0] = function;
    }
    if (is_asked(options, "retval"))
        list_append(list_for(listeners, intern(returning)), function);
}

void event_add(Value target, Str *name, Value function)
{
    listen_to(target, name, function, NULL);
}

#define LISTEN_PARAMS(P)                                                                           \
    P(POS, any, target, Required)                                                                  \
    P(POS, str, identifier, Required) P(POS, any, fn, Required) P(REST, list, args, Empty)         \
        P(KWREST, dict, options, Empty)
FUNCTION(event, listen, LISTEN_PARAMS)
{
    listen_to(a->target, a->identifier, a->fn, a->options);
    return NONE;
}

/* listens_for(target, name) -> the decorator. */
typedef struct Listener {
    Obj obj;
    Value target;
    Str *name;
    Dict *options;
} Listener;
extern const Class Listener_class;

#define DECORATE_PARAMS(P) P(ONLY, any, fn, Required)
NATIVE(Listener, register, DECORATE_PARAMS)
{
    listen_to(self->target, self->name, a->fn, self->options);
    return a->fn;
}

static Value listener_call(Value self, const Call *call_)
{
    return Listener_register_thunk(&Listener_register_native, self, call_);
}

const Class Listener_class = {
    CLASS_NAMED(Listener, "listens_for", "sqlalchemy.event", object),
    .flags = CLASS_ABSTRACT,
    .call = listener_call,
};

#define LISTENS_FOR_PARAMS(P)                                                                      \
    P(POS, any, target, Required)                                                                  \
    P(POS, str, identifier, Required) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
FUNCTION(event, listens_for, LISTENS_FOR_PARAMS)
{
    Listener *listener = (Listener *)object_allocate(&Listener_class);
    listener->target = a->target;
    listener->name = a->identifier;
    listener->options = a->options;
    return OBJ(listener);
}

#define REMOVE_PARAMS(P)                                                                           \
    P(POS, any, target, Required) P(POS, str, identifier, Required) P(POS, any, fn, Required)
static ptrdiff_t place_of(const List *list, Value function)
{
    for (size_t i = 0; list && i < list->length; i++)
        if (value_equal(list->at[i], function))
            return (ptrdiff_t)i;
    return -1;
}

FUNCTION(event, remove, REMOVE_PARAMS)
{
    List *list = list_in(listeners_of(a->target, false), a->identifier->text);
    ptrdiff_t at = place_of(list, a->fn);
    if (at < 0)
        raise_exception(&InvalidRequestError_class, "No listeners found for event %s / %s / %s ",
                        value_repr(a->target)->text, value_repr(STR(a->identifier))->text,
                        value_repr(a->fn)->text);
    vec_remove(list, (size_t)at);
    return NONE;
}

FUNCTION(event, contains, REMOVE_PARAMS)
{
    return BOOL(place_of(list_in(listeners_of(a->target, false), a->identifier->text), a->fn) >= 0);
}

const Export event_exports[] = {
    EXPORT_FUNCTION(event, listen),
    EXPORT_FUNCTION(event, listens_for),
    EXPORT_FUNCTION(event, remove),
    EXPORT_FUNCTION(event, contains),
    {0},
};
