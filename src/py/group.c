/* group.c -- except*: taking an exception group apart for its handlers and putting back together
 * what they left and raised. */
#include "py/frame.h"

static bool is_group(Value v)
{
    return is_instance(v, &BaseExceptionGroup_class);
}

static Value group_of(const Class *class, Value errors)
{
    const Value args[] = {STR(str_empty), errors};
    return call(OBJ(class), 2, args);
}

static void check_handler_class(Value v)
{
    const Tuple *tuple = as(Tuple, v);
    for (size_t i = 0; tuple && i < tuple->length; i++)
        check_handler_class(tuple->at[i]);
    if (tuple)
        return;
    const Class *class = value_as_class(v);
    if (!class || !is_subclass(class, &BaseException_class))
        raise_type("catching classes that do not inherit from BaseException is not allowed");
    if (is_subclass(class, &BaseExceptionGroup_class))
        raise_type("catching ExceptionGroup with except* is not allowed. Use except instead.");
}

void group_split(Value error, Value class, Value *rest, Value *matched)
{
    check_handler_class(class);
    *rest = error;
    *matched = NONE;
    if (is_none(error))
        return;
    if (!is_group(error)) {
        if (!instance_check(error, class))
            return;
        const Class *kind = is_instance(error, &Exception_class) ? &ExceptionGroup_class
                                                                 : &BaseExceptionGroup_class;
        *matched = group_of(kind, OBJ(tuple_new(1, &error)));
        *rest = NONE;
        return;
    }
    const Tuple *parts = get_as(Tuple, call_method(error, "split", 1, &class), "split()");
    *matched = parts->at[0];
    *rest = parts->at[1];
}

static void add_leaves(Value error, List *out)
{
    if (!is_group(error)) {
        list_append(out, error);
        return;
    }
    Iter it = iter_open(value_get_attr(error, intern("exceptions")));
    for (Value inner; iter_next(&it, &inner);)
        add_leaves(inner, out);
}

/* Part of the original that a handler raised again or nobody took. */
static bool is_part_of(Value error, const List *leaves)
{
    List *own = list_new(4);
    add_leaves(error, own);
    for (size_t i = 0; i < own->length; i++) {
        bool found = false;
        for (size_t k = 0; k < leaves->length && !found; k++)
            found = value_is(own->at[i], leaves->at[k]);
        if (!found)
            return false;
    }
    return true;
}

/* The group with those leaves alone, in its own order and nesting; None when none is left. */
static Value group_project(Value group, const List *leaves)
{
    List *kept = list_new(4);
    Iter it = iter_open(value_get_attr(group, intern("exceptions")));
    for (Value inner; iter_next(&it, &inner);) {
        Value part = inner;
        if (is_group(inner))
            part = group_project(inner, leaves);
        else if (!is_part_of(inner, leaves))
            part = NONE;
        if (!is_none(part))
            list_append(kept, part);
    }
    const Value list = OBJ(kept);
    return kept->length ? call_method(group, "derive", 1, &list) : NONE;
}

/* The original's parts come back as one group of its kind; new errors stand beside it. */
Value group_join(Value original, List *raised)
{
    List *leaves = list_new(4), *back = list_new(4), *fresh = list_new(4);
    add_leaves(original, leaves);
    for (size_t i = 0; i < raised->length; i++) {
        if (is_none(raised->at[i]))
            continue;
        list_append(is_part_of(raised->at[i], leaves) ? back : fresh, raised->at[i]);
    }
    if (!back->length && !fresh->length)
        return NONE;
    Value rest = NONE;
    if (back->length == 1) {
        rest = back->at[0];
    } else if (back->length) {
        List *errors = list_new(4);
        for (size_t i = 0; i < back->length; i++)
            add_leaves(back->at[i], errors);
        rest = is_group(original) ? group_project(original, errors) : original;
    }
    if (!is_group(original)) /* a naked exception, which one clause caught */
        return fresh->length ? fresh->at[0] : back->at[0];
    if (!fresh->length)
        return rest;
    if (fresh->length == 1 && is_none(rest))
        return fresh->at[0];
    if (!is_none(rest))
        list_append(fresh, rest);
    bool plain = true;
    for (size_t i = 0; i < fresh->length; i++)
        plain &= is_instance(fresh->at[i], &Exception_class);
    return group_of(plain ? &ExceptionGroup_class : &BaseExceptionGroup_class, OBJ(fresh));
}
