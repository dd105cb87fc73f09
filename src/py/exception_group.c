/* exception_group.c -- BaseExceptionGroup and ExceptionGroup: subgroup, split, derive. */
#include "py/py.h"
#include "py/internal.h"

static const Tuple *members_of(const BaseException *e)
{
    return (const Tuple *)e->group.obj;
}

Value group_make(const Class *class, const List *args)
{
    if (args->length != 2)
        raise_type("BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)",
                   args->length);
    if (!value_find_str(args->at[0]))
        raise_type("BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                   class_of(args->at[0])->name);
    if (!as(List, args->at[1]) && !as(Tuple, args->at[1]))
        raise_type("second argument (exceptions) must be a sequence");
    Tuple *members = tuple_from(args->at[1]);
    if (members->length == 0)
        raise_value("second argument (exceptions) must be a non-empty sequence");
    bool ordinary = true;
    for (size_t i = 0; i < members->length; i++) {
        if (!as(BaseException, members->at[i]))
            raise_value("Item %zu of second argument (exceptions) is not an exception", i);
        ordinary &= is_instance(members->at[i], &Exception_class);
    }
    if (!ordinary && is_subclass(class, &Exception_class))
        raise_type("Cannot nest BaseExceptions in an %s", class->name);
    if (class == &BaseExceptionGroup_class && ordinary)
        class = &ExceptionGroup_class;
    BaseException *e = (BaseException *)object_allocate(class);
    e->args = tuple_new(2, args->at);
    e->group = OBJ(members);
    return OBJ(e);
}

Str *group_text(BaseException *e)
{
    size_t count = members_of(e)->length;
    return str_format("%s (%zu sub-exception%s)", value_str(e->args->at[0])->text, count,
                      count == 1 ? "" : "s");
}

Value group_attribute(BaseException *e, const Str *name)
{
    if (str_is(name, "message"))
        return e->args->at[0];
    return str_is(name, "exceptions") ? e->group : UNSET;
}

/* --- parts ------------------------------------------------------------------------------------ */

static bool matches(Value condition, Value exception)
{
    if (as(Tuple, condition)) {
        const Tuple *classes = as(Tuple, condition);
        for (size_t i = 0; i < classes->length; i++)
            if (matches(classes->at[i], exception))
                return true;
        return false;
    }
    const Class *class = value_as_class(condition);
    if (class && is_subclass(class, &BaseException_class))
        return is_instance(exception, class);
    if (class || !is_callable(condition))
        raise_type("expected a function, exception type or tuple of exception types");
    return value_truth(call(condition, 1, &exception));
}

static Value derive(BaseException *group, const List *members)
{
    if (members->length == 0)
        return NONE;
    const Value arg = OBJ(members);
    Value made = call_method(OBJ(group), "derive", 1, &arg);
    BaseException *e = as(BaseException, made);
    if (!e)
        raise_type("derive must return an instance of BaseExceptionGroup");
    e->cause = group->cause;
    e->context = group->context;
    e->trace = group->trace;
    e->notes = group->notes ? list_of(group->notes->length, group->notes->at) : NULL;
    return made;
}

typedef struct Parts {
    Value match, rest; /* None when empty */
} Parts;

static Parts split(BaseException *group, Value condition)
{
    if (matches(condition, OBJ(group)))
        return (Parts){OBJ(group), NONE};
    List *match = list_new(2), *rest = list_new(2);
    for (size_t i = 0; i < members_of(group)->length; i++) {
        Value member = members_of(group)->at[i];
        if (is_instance(member, &BaseExceptionGroup_class)) {
            Parts parts = split((BaseException *)member.obj, condition);
            if (!is_none(parts.match))
                list_append(match, parts.match);
            if (!is_none(parts.rest))
                list_append(rest, parts.rest);
        } else
            list_append(matches(condition, member) ? match : rest, member);
    }
    return (Parts){derive(group, match), derive(group, rest)};
}

NATIVE(BaseException, split, ONE_VALUE)
{
    Parts parts = split(self, a->value);
    const Value pair[] = {parts.match, parts.rest};
    return OBJ(tuple_new(2, pair));
}

NATIVE(BaseException, subgroup, ONE_VALUE)
{
    return split(self, a->value).match;
}

NATIVE(BaseException, derive, ONE_VALUE)
{
    const Value args[] = {self->args->at[0], a->value};
    return instantiate(&BaseExceptionGroup_class, &(Call){.count = 2, .args = args});
}

const Method group_methods[] = {
    METHOD(BaseException, split),
    METHOD(BaseException, subgroup),
    METHOD(BaseException, derive),
    {0},
};

static const Class *const group_mixins[] = {&Exception_class, NULL};

const Class ExceptionGroup_class = {
    CLASS_NAMED(BaseException, "ExceptionGroup", "builtins", BaseExceptionGroup),
    .flags = CLASS_ANY_ATTR,
    .mixins = group_mixins,
};
