/* instruction.c -- names, loops, building and unpacking: the work of single instructions. */
#include "py/instruction.h"

/* --- names ------------------------------------------------------------------------------------ */

/* A list, set or dict comprehension is part of the function it stands in: what is free in it is that
 * function's own, unless it is free there, too. */
static bool is_of_function_around(const Code *code, const Str *name)
{
    const Frame *frame = vm.frame;
    if (!frame || frame->code != code)
        return false;
    while (frame->back &&
           (frame->code->flags & (CODE_COMPREHENSION | CODE_GENERATOR)) == CODE_COMPREHENSION)
        frame = frame->back;
    const Code *around = frame->code;
    for (uint32_t i = 0; around != code && i < around->free_start; i++)
        if (around->slot_names[i] == name)
            return true;
    return false;
}

_Noreturn void raise_unbound(const Code *code, uint32_t slot)
{
    const char *name = code->slot_names[slot]->text;
    bool is_free = slot >= code->free_start && slot < code->free_start + code->free_count;
    if (is_free && !is_of_function_around(code, code->slot_names[slot]))
        raise_exception(
            &NameError_class,
            "cannot access free variable '%s' where it is not associated with a value in "
            "enclosing scope",
            name);
    raise_exception(&UnboundLocalError_class,
                    "cannot access local variable '%s' where it is not associated with a value",
                    name);
}

static bool is_plain_dict(const Dict *dict)
{
    return dict->obj.class == &dict_class;
}

Value namespace_find(Dict *space, Str *name)
{
    if (is_plain_dict(space))
        return dict_find_str(space, name);
    return value_contains(OBJ(space), STR(name)) ? value_subscript(OBJ(space), STR(name)) : UNSET;
}

void namespace_set(Dict *space, Str *name, Value value)
{
    if (is_plain_dict(space))
        dict_set_str(space, name, value);
    else
        value_set_subscript(OBJ(space), STR(name), value);
}

static _Noreturn void raise_name(const Frame *frame, Str *name)
{
    BaseException *e =
        exception_new(&NameError_class, STR(str_format("name '%s' is not defined", name->text)));
    e->name = STR(name);
    Err *err = exception_error(e);
    if (frame)
        err_suggest_variable(err, frame, name);
    err_raise(err);
}

void namespace_delete(Dict *space, Str *name)
{
    if (!is_plain_dict(space))
        value_delete_subscript(OBJ(space), STR(name));
    else if (!is_set(dict_remove(space, STR(name))))
        raise_name(NULL, name);
}

enum { HINT_NONE = UINT32_MAX };

/* Remembers where in the dict the name stands, when its key is the interned string itself. */
static void remember_place(const Code *code, uint32_t index, const Dict *space, uint32_t mark)
{
    code->name_hints[index] = HINT_NONE;
    for (size_t i = 0; i < space->used; i++)
        if (space->entries[i].key.tag == TAG_STR && space->entries[i].key.str == code->names[index])
            code->name_hints[index] = (uint32_t)i | mark;
}

Value global_get(const Frame *frame, const Code *code, uint32_t index)
{
    Value v = global_at_hint(frame, code, index);
    if (is_set(v))
        return v;
    Str *name = code->names[index];
    bool is_lost = code->name_hints[index] == HINT_NONE; /* not worth looking for again */
    v = dict_find_str(frame->globals, name);
    if (is_set(v)) {
        if (!is_lost)
            remember_place(code, index, frame->globals, 0);
        return v;
    }
    v = dict_find_str(vm.builtins, name);
    if (is_set(v)) {
        if (!is_lost && !dict_may_have(frame->globals, str_hash(name)))
            remember_place(code, index, vm.builtins, HINT_BUILTIN);
        return v;
    }
    v = name == N(__spec__) ? module_spec_global(frame->globals) : vm_find_builtin(name);
    if (!is_set(v))
        v = opaque_from_star(frame->globals, name);
    if (!is_set(v))
        raise_name(frame, name);
    return v;
}

/* --- loops ------------------------------------------------------------------------------------ */

const Class loop_class = {CLASS_NAMED(Loop, "loop", "builtins", object), .flags = CLASS_FINAL};

Value loop_iterator(Value iterable)
{
    if (iterable.tag == TAG_OBJ && iterable.obj->class == &generator_class)
        return iterable;
    if (value_is_opaque(iterable))
        opaque_raise(iterable);
    Loop *loop = obj_new(Loop);
    loop->kind = LOOP_OTHER;
    loop->source = iterable;
    if (iterable.tag == TAG_OBJ && iterable.obj->class == &list_class) {
        loop->kind = LOOP_LIST;
    } else if (iterable.tag == TAG_OBJ && iterable.obj->class == &tuple_class) {
        loop->kind = LOOP_TUPLE;
    } else if (iterable.tag == TAG_OBJ && iterable.obj->class == &range_class) {
        const Range *range = (const Range *)iterable.obj;
        loop->kind = LOOP_RANGE;
        loop->at = range->start;
        loop->stop = range->stop;
        loop->step = range->step;
    } else {
        loop->it = iter_open(iterable);
    }
    return OBJ(loop);
}

Value loop_next_other(Loop *loop)
{
    if (loop->kind == LOOP_TUPLE) {
        const Tuple *tuple = (const Tuple *)loop->source.obj;
        return loop->index < tuple->length ? tuple->at[loop->index++] : UNSET;
    }
    Value item;
    return iter_next(&loop->it, &item) ? item : UNSET;
}

/* --- values ----------------------------------------------------------------------------------- */

bool compare_ints(Operator op, int64_t a, int64_t b)
{
    switch (op) {
    case OPERATOR_EQ:
        return a == b;
    case OPERATOR_NE:
        return a != b;
    case OPERATOR_LT:
        return a < b;
    case OPERATOR_LE:
        return a <= b;
    case OPERATOR_GT:
        return a > b;
    default:
        return a >= b;
    }
}

Str *concatenate(const Value *parts, uint32_t count)
{
    size_t length = 0, characters = 0;
    for (uint32_t i = 0; i < count; i++) {
        length += parts[i].str->length;
        characters += parts[i].str->characters;
    }
    if (length == 0)
        return str_empty;
    Str *whole = str_blank(length, characters);
    char *at = whole->text;
    for (uint32_t i = 0; i < count; i++) {
        memcpy(at, parts[i].str->text, parts[i].str->length);
        at += parts[i].str->length;
    }
    return whole;
}

static Str *callable_text(Value function);

static bool may_iterate(Value v)
{
    const Class *class = class_of(v);
    return CLASS_SLOT(class, iter) || is_set(class_find(class, N(__iter__))) ||
           is_set(class_find(class, N(__getitem__)));
}

static void check_spread(Value iterable)
{
    if (value_is_opaque(iterable))
        opaque_raise(iterable);
    if (!may_iterate(iterable))
        raise_type("Value after * must be an iterable, not %s", class_text(iterable));
}

void list_extend_spread(List *list, Value iterable)
{
    check_spread(iterable);
    list_extend(list, iterable);
}

Value spread_arguments(Value function, Value iterable)
{
    if (!value_is_opaque(iterable) && !may_iterate(iterable))
        raise_type("%s argument after * must be an iterable, not %s", callable_text(function)->text,
                   class_text(iterable));
    check_spread(iterable);
    return OBJ(tuple_from(iterable));
}

void set_update_spread(Set *set, Value iterable)
{
    if (value_is_opaque(iterable))
        opaque_raise(iterable);
    set_extend(set, iterable);
}

/* Calls add(key, value) for each pair of a mapping; false: it has no keys(). */
static bool mapping_each(Value mapping, void (*add)(void *context, Value key, Value value),
                         void *context)
{
    if (dict_is_plain(mapping)) {
        DictEntry *entry;
        for (size_t i = 0; (entry = dict_next((Dict *)mapping.obj, &i));)
            add(context, entry->key, entry->value);
        return true;
    }
    if (value_is_opaque(mapping))
        opaque_raise(mapping);
    Value keys = value_find_attr(mapping, N(keys));
    if (!is_set(keys))
        return false;
    Iter it = iter_open(call(keys, 0, NULL));
    for (Value key; iter_next(&it, &key);)
        add(context, key, value_subscript(mapping, key));
    return true;
}

static void add_to_dict(void *context, Value key, Value value)
{
    dict_set(context, key, value);
}

void dict_update_mapping(Dict *dict, Value mapping)
{
    if (!mapping_each(mapping, add_to_dict, dict))
        raise_type("'%s' object is not a mapping", class_text(mapping));
}

typedef struct MergeContext {
    Dict *dict;
    Value function;
} MergeContext;

/* "module.f()", as errors about ** call it. */
static Str *callable_text(Value function)
{
    Value name = value_find_attr(function, N(__qualname__));
    Value module = value_find_attr(function, N(__module__));
    if (!is_str(name))
        return value_str(function);
    if (is_str(module) && !str_is(module.str, "builtins"))
        return str_format("%s.%s()", module.str->text, name.str->text);
    return str_format("%s()", name.str->text);
}

static void add_keyword(void *context, Value key, Value value)
{
    MergeContext *merge = context;
    Str *name = value_find_str(key);
    if (!name)
        raise_type("keywords must be strings");
    name = str_intern(name);
    if (is_set(dict_find_str(merge->dict, name)))
        raise_type("%s got multiple values for keyword argument '%s'",
                   callable_text(merge->function)->text, name->text);
    dict_set_str(merge->dict, name, value);
}

void dict_merge_keywords(Dict *dict, Value mapping, Value function)
{
    MergeContext merge = {dict, function};
    if (!mapping_each(mapping, add_keyword, &merge))
        raise_type("%s argument after ** must be a mapping, not %s", callable_text(function)->text,
                   class_text(mapping));
}

Str *format_field(Value v, uint32_t conversion, Str *spec)
{
    if (value_is_opaque(v))
        opaque_raise(v);
    switch (conversion) {
    case 's':
        v = STR(value_str(v));
        break;
    case 'r':
        v = STR(value_repr(v));
        break;
    case 'a':
        v = STR(value_ascii(v));
        break;
    default:
        break;
    }
    if (is_str(v) && (!spec || !spec->length))
        return v.str;
    return value_format(v, spec ? spec : str_empty);
}

/* --- unpacking -------------------------------------------------------------------------------- */

static Iter unpack_open(Value v)
{
    if (value_is_opaque(v))
        opaque_raise(v);
    if (!may_iterate(v))
        raise_type("cannot unpack non-iterable %s object", class_text(v));
    return iter_open(v);
}

void unpack_into(Value v, uint32_t count, Value *out)
{
    Iter it = unpack_open(v);
    Value item, *items = new_array(Value, count + 1);
    uint32_t got = 0;
    while (got < count && iter_next(&it, &item))
        items[got++] = item;
    if (got < count)
        raise_value("not enough values to unpack (expected %u, got %u)", count, got);
    if (iter_next(&it, &item))
        raise_value("too many values to unpack (expected %u)", count);
    for (uint32_t i = 0; i < count; i++)
        out[count - 1 - i] = items[i];
}

void unpack_star_into(Value v, uint32_t before, uint32_t after, Value *out)
{
    unpack_open(v);
    const List *list = list_from(v);
    if (list->length < before + after)
        raise_value("not enough values to unpack (expected at least %u, got %zu)", before + after,
                    list->length);
    size_t middle = list->length - before - after;
    uint32_t place = before + after;
    for (uint32_t i = 0; i < before; i++)
        out[place--] = list->at[i];
    out[place--] = OBJ(list_of(middle, list->at + before));
    for (uint32_t i = 0; i < after; i++)
        out[after - 1 - i] = list->at[before + middle + i];
}

/* --- calls ------------------------------------------------------------------------------------ */

static bool is_object_slot(Value member)
{
    return member.tag == TAG_OBJ && member.obj->class == &SlotFunction_class &&
           ((SlotFunction *)member.obj)->owner == &object_class;
}

Function *plain_constructor(Value callee, Value *made)
{
    if (callee.tag != TAG_OBJ || callee.obj->class != &type_class)
        return NULL;
    const Class *class = (const Class *)callee.obj;
    if (!class_is_heap(class) || class->flags & (CLASS_BOXED | CLASS_STRUCTURAL))
        return NULL;
    Value init = class_find(class, N(__init__));
    if (init.tag != TAG_OBJ || init.obj->class != &function_class ||
        !is_object_slot(class_find(class, N(__new__))))
        return NULL;
    *made = OBJ(object_allocate(class));
    return (Function *)init.obj;
}

void spread_call(Value tuple, Value dict, Call *call)
{
    const Tuple *positional = (const Tuple *)tuple.obj;
    *call = (Call){.count = positional->length, .args = positional->at};
    if (!is_set(dict) || !((Dict *)dict.obj)->length)
        return;
    const Dict *keywords = (const Dict *)dict.obj;
    Value *args = new_array(Value, positional->length + keywords->length);
    Str **list = new_array(Str *, keywords->length);
    if (positional->length)
        memcpy(args, positional->at, positional->length * sizeof(Value));
    size_t count = 0;
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(keywords, &i)); count++) {
        list[count] = str_intern(entry->key.str);
        args[positional->length + count] = entry->value;
    }
    *call = (Call){positional->length, args, count, list};
}
