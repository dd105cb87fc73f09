/* match.c -- what match statements ask of their subjects. */
#include "py/frame.h"

bool match_is_sequence(Value v)
{
    if (v.tag != TAG_OBJ)
        return false;
    if (is_instance(v, &list_class) || is_instance(v, &tuple_class) || is_instance(v, &range_class) ||
        is_memoryview(v))
        return true;
    if (is_instance(v, &dict_class) || is_instance(v, &set_class) || is_instance(v, &bytes_class) ||
        is_instance(v, &bytearray_class))
        return false;
    const Class *class = class_of(v);
    return is_set(class_find(class, intern("index"))) &&
           is_set(class_find(class, intern("count"))) &&
           is_set(class_find(class, N(__getitem__))) && is_set(class_find(class, N(__len__))) &&
           !is_instance(v, &str_class);
}

bool match_is_mapping(Value v)
{
    if (is_instance(v, &dict_class))
        return true;
    const Class *class = class_of(v);
    return is_set(class_find(class, N(keys))) && is_set(class_find(class, N(get))) &&
           is_set(class_find(class, N(__getitem__)));
}

/* subject.get(key, marker) on anything that is no plain dict. */
static Value mapping_find(Value subject, Value key)
{
    if (subject.obj->class == &dict_class)
        return dict_find((const Dict *)subject.obj, key);
    Value marker = OBJ(object_allocate(&object_class));
    const Value args[] = {key, marker};
    Value found = call_method(subject, "get", 2, args);
    return value_is(found, marker) ? UNSET : found;
}

Value match_keys(Value subject, Value keys)
{
    const Tuple *tuple = (const Tuple *)keys.obj;
    Value *values = new_array(Value, tuple->length + 1);
    for (size_t i = 0; i < tuple->length; i++) {
        for (size_t k = 0; k < i; k++)
            if (value_equal(tuple->at[i], tuple->at[k]))
                raise_value("mapping pattern checks duplicate key (%s)",
                            value_repr(tuple->at[i])->text);
        values[i] = mapping_find(subject, tuple->at[i]);
        if (!is_set(values[i]))
            return NONE;
    }
    return OBJ(tuple_new(tuple->length, values));
}

Value match_rest(Value subject, Value keys)
{
    const Tuple *tuple = (const Tuple *)keys.obj;
    Dict *rest = dict_new();
    Iter it = iter_open(call_method(subject, "keys", 0, NULL));
    for (Value key; iter_next(&it, &key);)
        dict_set(rest, key, value_subscript(subject, key));
    for (size_t i = 0; i < tuple->length; i++)
        dict_remove(rest, tuple->at[i]);
    return OBJ(rest);
}

/* int(x), str(x), ...: the one positional pattern is the subject itself. */
static bool matches_self(const Class *class)
{
    const Class *const classes[] = {&bool_class,  &bytes_class,     &bytearray_class, &dict_class,
                                    &float_class, &frozenset_class, &int_class,       &list_class,
                                    &set_class,   &str_class,       &tuple_class};
    for (size_t i = 0; i < COUNT_OF(classes); i++)
        if (is_subclass(class, classes[i]))
            return true;
    return false;
}

static bool match_positional(Value subject, const Class *class, size_t count, Value *values)
{
    Value listed = class_find(class, N(__match_args__));
    if (!is_set(listed) && count == 1 && matches_self(class)) {
        values[0] = subject;
        return true;
    }
    const Tuple *tuple = is_set(listed) ? as(Tuple, listed) : NULL;
    if (is_set(listed) && !tuple)
        raise_type("%s.__match_args__ must be a tuple (got %s)", class->name,
                   class_text(listed));
    size_t allowed = tuple ? tuple->length : matches_self(class);
    if (count > allowed)
        raise_type("%s() accepts %zu positional sub-pattern%s (%zu given)", class->name, allowed,
                   allowed == 1 ? "" : "s", count);
    for (size_t i = 0; i < count; i++) {
        Str *name = value_find_str(tuple->at[i]);
        if (!name)
            raise_type("__match_args__ elements must be strings (got %s)",
                       class_of(tuple->at[i])->name);
        values[i] = value_find_attr(subject, name);
        if (!is_set(values[i]))
            return false;
    }
    return true;
}

/* A keyword may not name what a position stands for. */
static void check_attribute_once(const Class *class, Str *name, size_t positional)
{
    const Tuple *listed = as(Tuple, class_find(class, N(__match_args__)));
    for (size_t i = 0; listed && i < positional && i < listed->length; i++)
        if (value_equal(listed->at[i], STR(name)))
            raise_type("%s() got multiple sub-patterns for attribute '%s'", class->name, name->text);
}

Value match_class(Value subject, Value class_value, Value attributes, size_t positional)
{
    const Tuple *tuple = (const Tuple *)attributes.obj;
    const Class *class = value_as_class(class_value);
    if (value_is_opaque(class_value))
        opaque_raise(class_value);
    if (!class)
        raise_type("called match pattern must be a class");
    if (!instance_check(subject, class_value))
        return NONE;
    Value *values = new_array(Value, positional + tuple->length + 1);
    if (positional && !match_positional(subject, class, positional, values))
        return NONE;
    for (size_t i = 0; i < tuple->length; i++) {
        check_attribute_once(class, tuple->at[i].str, positional);
        Value v = value_find_attr(subject, tuple->at[i].str);
        if (!is_set(v))
            return NONE;
        values[positional + i] = v;
    }
    return OBJ(tuple_new(positional + tuple->length, values));
}
