/* protocol.c -- what builtins ask of any value: repr, str, format, truth, hash, length, subscripts.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/frame.h"

/* The override of a script, called; UNSET when the native slot counts. */
static Value override_call(Value v, Str *name, size_t slot, size_t count, const Value *args)
{
    Value override = class_override(class_of(v), name, slot);
    return is_set(override) ? special_call(v, name, count, args) : UNSET;
}

/* --- text ------------------------------------------------------------------------------------- */

static Str *text_result(Value result, const char *method)
{
    Str *text = value_find_str(result);
    if (!text)
        raise_type("%s returned non-string (type %s)", method, class_text(result));
    return text;
}

Str *value_repr(Value v)
{
    vm_check_stack_in(" while getting the repr of an object");
    Value result = override_call(v, N(__repr__), offsetof(Class, repr), 0, NULL);
    if (is_set(result))
        return text_result(result, "__repr__");
    return class_with_slot(class_of(v), offsetof(Class, repr))->repr(v);
}

/* What object.__str__ gives; a wrong result of __repr__ is then __str__'s. */
static Str *repr_as_str(Value v)
{
    Value result = override_call(v, N(__repr__), offsetof(Class, repr), 0, NULL);
    return is_set(result) ? text_result(result, "__str__") : value_repr(v);
}

/* str: the nearest of __str__ and the str slot; object.__str__ is repr(self). */
Str *value_str(Value v)
{
    if (v.tag == TAG_STR)
        return v.str;
    const Class *owner;
    Value member = class_find_owner(class_of(v), N(__str__), &owner);
    if (owner == &object_class)
        return repr_as_str(v);
    if (slot_function_is_own(member, owner, N(__str__)))
        return owner->str(v);
    return text_result(special_call(v, N(__str__), 0, NULL), "__str__");
}

Str *value_format(Value v, Str *spec)
{
    const Class *owner;
    Value member = class_find_owner(class_of(v), N(__format__), &owner);
    if (slot_function_is_own(member, owner, N(__format__)) && (spec->length || v.tag != TAG_OBJ))
        return owner->format(v, spec);
    if (spec->length == 0 && (owner == &object_class || slot_function_is_own(member, owner, N(__format__))))
        return value_str(v);
    const Value arg = STR(spec);
    Value result = special_call(v, N(__format__), 1, &arg);
    if (!value_find_str(result))
        raise_type("__format__ must return a str, not %s", class_of(result)->name);
    return value_find_str(result);
}

Str *value_ascii(Value v)
{
    Str *text = value_repr(v);
    if (str_is_ascii(text))
        return text;
    Buf out = {0};
    for (const char *p = text->text, *end = p + text->length; p < end;) {
        uint32_t c = utf8_next(&p);
        if (c < 0x80)
            buf_char(&out, (char)c);
        else
            buf_format(&out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
    return buf_str(&out);
}

/* --- truth, hash, length ---------------------------------------------------------------------- */

static int64_t length_result(Value result)
{
    Value n = value_index(result);
    if (n.tag != TAG_INT)
        raise_exception(&OverflowError_class, "cannot fit 'int' into an index-sized integer");
    if (n.integer < 0)
        raise_value("__len__() should return >= 0");
    return n.integer;
}

/* -1: the class has no length. */
static int64_t find_length(Value v)
{
    Value result = override_call(v, N(__len__), offsetof(Class, length), 0, NULL);
    if (is_set(result))
        return length_result(result);
    const Class *with = class_with_slot(class_of(v), offsetof(Class, length));
    return with ? with->length(v) : -1;
}

int64_t value_length(Value v)
{
    if (v.tag == TAG_STR)
        return v.str->characters;
    int64_t length = find_length(v);
    if (length < 0)
        raise_type("object of type '%s' has no len()", class_text(v));
    return length;
}

typedef struct HintJob {
    Value v, result;
    int64_t length;
} HintJob;

static void find_length_job(void *argument)
{
    HintJob *job = argument;
    job->length = find_length(job->v);
}

static void find_hint_job(void *argument)
{
    HintJob *job = argument;
    job->result = special_call(job->v, intern("__length_hint__"), 0, NULL);
}

/* A TypeError only says that there is no hint. */
static bool hint_protected(void (*run)(void *), HintJob *job)
{
    Err *err = protect(run, job);
    if (err && !err_is(err, &TypeError_class))
        err_raise(err);
    return !err;
}

int64_t value_length_hint(Value v, int64_t otherwise)
{
    HintJob job = {.v = v, .length = -1};
    if (hint_protected(find_length_job, &job) && job.length >= 0)
        return job.length;
    if (!hint_protected(find_hint_job, &job) || !is_set(job.result) || value_is(job.result, NOT_IMPLEMENTED))
        return otherwise;
    Value n = value_plain(job.result);
    if (!is_int(n))
        raise_type("__length_hint__ must be an integer, not %s", class_text(job.result));
    int64_t hint = index_check_size(n);
    if (hint < 0)
        raise_value("__length_hint__() should return >= 0");
    return hint;
}

static bool object_truth(Value v)
{
    const Class *class = v.obj->class, *owner;
    if (!class_is_heap(class) && class->truth)
        return class->truth(v);
    Value member = class_find_owner(class, N(__bool__), &owner);
    if (slot_function_is_own(member, owner, N(__bool__)))
        return owner->truth ? owner->truth(v) : find_length(v) != 0;
    if (is_set(member)) {
        Value result = special_call(v, N(__bool__), 0, NULL);
        if (result.tag != TAG_BOOL)
            raise_type("__bool__ should return bool, returned %s", class_text(result));
        return result.boolean;
    }
    return find_length(v) != 0;
}

bool value_truth(Value v)
{
    switch (v.tag) {
    case TAG_UNSET:
    case TAG_NONE:
        return false;
    case TAG_BOOL:
        return v.boolean;
    case TAG_INT:
        return v.integer != 0;
    case TAG_FLOAT:
        return v.number != 0;
    case TAG_STR:
        return v.str->length != 0;
    case TAG_OBJ:
        return object_truth(v);
    }
    return false;
}

int64_t hash_unhashable(Value v)
{
    raise_type("unhashable type: '%s'", class_text(v));
}

int64_t value_hash(Value v)
{
    if (v.tag == TAG_STR) {
        vm.loose_hashes++;
        return str_hash(v.str);
    }
    const Class *class = class_of(v);
    Value override = class_override(class, N(__hash__), offsetof(Class, hash));
    if (!is_set(override)) {
        const Class *with = class_with_slot(class, offsetof(Class, hash));
        vm.loose_hashes += !(with->flags & CLASS_FIXED_HASH);
        return with->hash(v);
    }
    if (is_none(override))
        hash_unhashable(v);
    Value result = value_plain(special_call(v, N(__hash__), 0, NULL));
    if (!is_int(result))
        raise_type("__hash__ method should return an integer");
    return result.tag != TAG_INT ? value_hash(result) : result.integer == -1 ? -2 : result.integer;
}

/* --- subscripts ------------------------------------------------------------------------------- */

static Value class_subscripted(const Class *class, Value key)
{
    Value own = class_find(class, N(__class_getitem__));
    if (!is_set(own))
        raise_type("type '%s' is not subscriptable", class->name);
    return call(member_bind(own, UNSET, class), 1, &key);
}

Value value_subscript(Value v, Value key)
{
    const Class *class = class_of(v);
    Value result = override_call(v, N(__getitem__), offsetof(Class, subscript), 1, &key);
    if (is_set(result))
        return result;
    const Class *with = class_with_slot(class, offsetof(Class, subscript));
    if (with)
        return with->subscript(v, key);
    if (is_subclass(class, &type_class))
        return class_subscripted((const Class *)v.obj, key);
    raise_type("'%s' object is not subscriptable", class_told(class));
}

/* What CPython gives sequence slots. */
static bool is_sequence_like(Value v)
{
    return class_is_heap(class_of(v)) || find_length(v) >= 0;
}

void value_set_subscript(Value v, Value key, Value value)
{
    const Value args[] = {key, value};
    if (is_set(override_call(v, N(__setitem__), offsetof(Class, set_subscript), 2, args)))
        return;
    const Class *with = class_with_slot(class_of(v), offsetof(Class, set_subscript));
    if (!with && is_sequence_like(v) && is_index(key))
        index_check_size(key);
    if (!with)
        raise_type("'%s' object does not support item assignment", class_text(v));
    with->set_subscript(v, key, value);
}

void value_delete_subscript(Value v, Value key)
{
    if (is_set(override_call(v, N(__delitem__), offsetof(Class, set_subscript), 1, &key)))
        return;
    const Class *with = class_with_slot(class_of(v), offsetof(Class, set_subscript));
    if (!with && is_sequence_like(v) && is_index(key))
        index_check_size(key);
    if (!with)
        raise_type("'%s' object %s support item deletion", class_text(v),
                   is_sequence_like(v) && is_index(key) ? "doesn't" : "does not");
    with->set_subscript(v, key, UNSET);
}

bool value_contains(Value container, Value item)
{
    const Class *class = class_of(container);
    Value override = class_override(class, N(__contains__), offsetof(Class, contains));
    if (is_none(override) && is_set(override))
        raise_type("'%s' object is not a container", class_told(class));
    if (is_set(override))
        return value_truth(special_call(container, N(__contains__), 1, &item));
    const Class *with = class_with_slot(class, offsetof(Class, contains));
    if (with)
        return with->contains(container, item);
    if (!is_iterable(container))
        raise_type("argument of type '%s' is not iterable", class->name);
    Iter it = iter_open(container);
    for (Value other; iter_next(&it, &other);)
        if (value_equal(other, item))
            return true;
    return false;
}

/* --- indexes ---------------------------------------------------------------------------------- */

Value value_index(Value v)
{
    Value plain = value_plain(v);
    if (plain.tag == TAG_INT)
        return plain;
    if (plain.tag == TAG_BOOL)
        return INT(plain.boolean);
    if (is_int(plain))
        return plain;
    Value result = v.tag == TAG_OBJ ? special_call(v, N(__index__), 0, NULL) : UNSET;
    if (!is_set(result))
        raise_type("'%s' object cannot be interpreted as an integer", class_text(v));
    result = value_plain(result);
    if (!is_int(result))
        raise_type("__index__ returned non-int (type %s)", class_text(result));
    return result.tag == TAG_BOOL ? INT(result.boolean) : result;
}
