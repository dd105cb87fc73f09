/* inquiry.c -- the builtins that ask objects and frames: isinstance, getattr, dir, vars, globals,
 * id ... */
#include "py/py.h"
#include "py/internal.h"
#include "py/builtins.h"
#include "py/frame.h"

/* --- isinstance and issubclass ---------------------------------------------------------------- */

/* metaclass.__instancecheck__ and its like; UNSET: the plain rule counts. */
static Value ask_type(Value info, Str *method, Value v)
{
    const Class *meta = class_of(info);
    if (meta == &type_class || info.tag != TAG_OBJ || !is_set(class_find(meta, method)))
        return UNSET;
    return special_call(info, method, 1, &v);
}

typedef bool Check(Value v, Value info);

static bool check_any(Value v, const Tuple *infos, Check *check)
{
    for (size_t i = 0; i < infos->length; i++)
        if (check(v, infos->at[i]))
            return true;
    return false;
}

/* An object that names another class its __class__, as proxies do. */
static bool poses_as(Value v, const Class *class)
{
    const Class *owner;
    if (v.tag != TAG_OBJ || !class_is_heap(v.obj->class) ||
        !is_set(class_find_owner(v.obj->class, N(__class__), &owner)) || owner == &object_class)
        return false;
    const Class *posed = value_as_class(value_find_attr(v, N(__class__)));
    return posed && posed != v.obj->class && is_subclass(posed, class);
}

/* A protocol asks for members, not for bases. */
static bool has_members_of(const char *question, const Class *protocol, Value v)
{
    Value args[] = {OBJ(protocol), v};
    return value_truth(
        call(value_get_attr(OBJ(import_module(intern("_typing"))), intern(question)), 2, args));
}

bool instance_check(Value v, Value info)
{
    const Class *class = value_as_class(info);
    if (class && (info.obj->class == &type_class || class_of(v) == class))
        return is_subclass(class_shown(v), class) || poses_as(v, class) ||
               (class->flags & CLASS_STRUCTURAL &&
                has_members_of("is_instance_of_protocol", class, v));
    if (info.tag == TAG_OBJ && is_instance(info, &tuple_class))
        return check_any(v, (Tuple *)info.obj, instance_check);
    if (value_is_opaque(info))
        return opaque_is_instance(v, info);
    Value answer = ask_type(info, N(__instancecheck__), v);
    if (is_set(answer))
        return value_truth(answer);
    if (!class)
        raise_type("isinstance() arg 2 must be a type, a tuple of types, or a union");
    return is_instance(v, class);
}

bool subclass_check(Value v, Value info)
{
    const Class *subclass = value_as_class(v), *class = value_as_class(info);
    if (info.tag == TAG_OBJ && is_instance(info, &tuple_class))
        return check_any(v, (Tuple *)info.obj, subclass_check);
    if (value_is_opaque(info))
        return subclass && opaque_is_subclass(subclass, info);
    Value answer = ask_type(info, N(__subclasscheck__), v);
    if (is_set(answer))
        return value_truth(answer);
    if (!subclass)
        raise_type("issubclass() arg 1 must be a class");
    if (!class)
        raise_type("issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return is_subclass(subclass, class) ||
           (class->flags & CLASS_STRUCTURAL && has_members_of("is_subclass_of_protocol", class, v));
}

#define CHECK_PARAMS(P) P(ONLY, any, object, Required) P(ONLY, any, info, Required)
FUNCTION(builtins, isinstance, CHECK_PARAMS)
{
    return BOOL(instance_check(a->object, a->info));
}

FUNCTION(builtins, issubclass, CHECK_PARAMS)
{
    if (!value_as_class(a->object) && value_as_class(a->info))
        raise_type("issubclass() arg 1 must be a class");
    return BOOL(subclass_check(a->object, a->info));
}

/* --- attributes ------------------------------------------------------------------------------- */

static Str *attribute_name(Value name)
{
    Str *text = value_find_str(name);
    if (!text)
        raise_type("attribute name must be string, not '%s'", class_text(name));
    return str_intern(text);
}

#define GETATTR_PARAMS(P)                                                                          \
    P(ONLY, any, object, Required) P(ONLY, any, name, Required) P(ONLY, any, default__, Unset)
FUNCTION(builtins, getattr, GETATTR_PARAMS)
{
    Str *name = attribute_name(a->name);
    if (!is_set(a->default__))
        return value_get_attr(a->object, name);
    Value found = value_find_attr(a->object, name);
    return is_set(found) ? found : a->default__;
}

#define HASATTR_PARAMS(P) P(ONLY, any, object, Required) P(ONLY, any, name, Required)
FUNCTION(builtins, hasattr, HASATTR_PARAMS)
{
    return BOOL(is_set(value_find_attr(a->object, attribute_name(a->name))));
}

#define SETATTR_PARAMS(P)                                                                          \
    P(ONLY, any, object, Required) P(ONLY, any, name, Required) P(ONLY, any, value, Required)
FUNCTION(builtins, setattr, SETATTR_PARAMS)
{
    value_set_attr(a->object, attribute_name(a->name), a->value);
    return NONE;
}

FUNCTION(builtins, delattr, HASATTR_PARAMS)
{
    value_delete_attr(a->object, attribute_name(a->name));
    return NONE;
}

#define OPTIONAL_VALUE(P) P(ONLY, any, object, Unset)
FUNCTION(builtins, vars, OPTIONAL_VALUE)
{
    if (!is_set(a->object))
        return OBJ(frame_locals());
    Value attrs = value_find_attr(a->object, N(__dict__));
    if (!is_set(attrs))
        raise_type("vars() argument must have __dict__ attribute");
    return attrs;
}

/* --- dir -------------------------------------------------------------------------------------- */

static void add_class_names(List *out, const Class *class)
{
    for (const Class *const *mro = class_mro(class); *mro; mro++)
        class_own_names(*mro, out);
}

static void add_open_names(List *out, const Class *class)
{
    List *all = list_new(0);
    add_class_names(all, class);
    for (size_t i = 0; i < all->length; i++)
        if (all->at[i].str->text[0] != '_')
            list_append(out, all->at[i]);
}

static void add_module_names(List *out, const Module *module)
{
    const ModuleDef *definition = module->definition;
    if (definition && definition->open_names)
        add_open_names(out, definition->open_names);
    for (size_t i = 0; definition && definition->exports && definition->exports[i]; i++)
        for (const Export *e = definition->exports[i]; e->name; e++)
            list_append(out, STR(str_from(e->name)));
}

static void add_attribute_names(List *out, Value v)
{
    if (v.tag == TAG_OBJ && v.obj->attrs)
        list_extend(out, OBJ(v.obj->attrs));
}

static List *names_of(Value v)
{
    List *out = list_new(0);
    Value own = class_is_heap(class_of(v)) ? class_find(class_of(v), N(__dir__)) : UNSET;
    if (v.tag == TAG_OBJ && is_set(own)) {
        list_extend(out, special_call(v, N(__dir__), 0, NULL));
        return out;
    }
    if (v.tag == TAG_OBJ && is_instance(v, &module_class)) {
        add_module_names(out, (Module *)v.obj);
        add_attribute_names(out, v);
        return out;
    }
    const Class *class = value_as_class(v);
    add_class_names(out, class ? class : class_of(v));
    if (!class)
        add_attribute_names(out, v);
    return out;
}

static void hint_at_closest(Err *err, const Str *name, const List *found)
{
    const char **candidates = new_array(const char *, found->length);
    size_t count = 0;
    for (size_t i = 0; i < found->length; i++)
        if (is_str(found->at[i]))
            candidates[count++] = found->at[i].str->text;
    const char *closest = text_closest(name->text, candidates, count);
    if (closest)
        err->hint = str_format("did you mean '%s'?", closest);
}

void err_suggest_variable(Err *err, const Frame *frame, const Str *name)
{
    List *found = list_new(0);
    for (uint32_t i = 0; i < frame->code->slot_count; i++)
        list_append(found, STR(frame->code->slot_names[i]));
    if (frame->names && frame->names != frame->globals)
        list_extend(found, OBJ(dict_copy(frame->names)));
    list_extend(found, OBJ(frame->globals));
    add_module_names(found, (Module *)dict_find_text(vm.modules, "builtins").obj);
    hint_at_closest(err, name, found);
}

/* Only for an error that is about to be shown: attribute misses are daily business for scripts. */
void exception_suggest(Err *err)
{
    const BaseException *e = err->exception;
    if (e && !err->hint) /* what a module of ours knows: os.environ, pydantic_settings */
        err->hint = value_find_str(value_find_attr_text(OBJ(err->exception), "_hint"));
    if (!e || err->hint || !is_subclass(e->obj.class, &AttributeError_class) || !is_str(e->name) || !is_set(e->object))
        return;
    hint_at_closest(err, e->name.str, names_of(e->object));
}

FUNCTION(builtins, dir, OPTIONAL_VALUE)
{
    List *found = is_set(a->object) ? names_of(a->object) : list_from(OBJ(frame_locals()));
    List *names_once = list_from(OBJ(set_from(OBJ(found))));
    sort_values(names_once->at, names_once->length, NONE, false);
    return OBJ(names_once);
}

/* --- frames and identity ---------------------------------------------------------------------- */

FUNCTION(builtins, globals, NO_PARAMS)
{
    return OBJ(frame_globals());
}

FUNCTION(builtins, locals, NO_PARAMS)
{
    return OBJ(frame_locals());
}

/* Unboxed values have no address: equal ones share a made-up id, far from every heap block. */
FUNCTION(builtins, id, ONE_VALUE)
{
    vm.loose_hashes++;
    switch (a->value.tag) {
    case TAG_OBJ:
        return INT((int64_t)(uintptr_t)a->value.obj);
    case TAG_STR:
        return INT((int64_t)(uintptr_t)a->value.str);
    default:
        return INT(
            (int64_t)((((uint64_t)value_hash(a->value) << 5) | a->value.tag << 1 | 1) & INT64_MAX));
    }
}

FUNCTION(builtins, hash, ONE_VALUE)
{
    return INT(value_hash(a->value));
}

FUNCTION(builtins, callable, ONE_VALUE)
{
    return BOOL(is_callable(a->value));
}

const Export inquiry_exports[] = {
    EXPORT_FUNCTION(builtins, isinstance), EXPORT_FUNCTION(builtins, issubclass),
    EXPORT_FUNCTION(builtins, getattr),    EXPORT_FUNCTION(builtins, hasattr),
    EXPORT_FUNCTION(builtins, setattr),    EXPORT_FUNCTION(builtins, delattr),
    EXPORT_FUNCTION(builtins, vars),       EXPORT_FUNCTION(builtins, dir),
    EXPORT_FUNCTION(builtins, globals),    EXPORT_FUNCTION(builtins, locals),
    EXPORT_FUNCTION(builtins, id),         EXPORT_FUNCTION(builtins, hash),
    EXPORT_FUNCTION(builtins, callable),   {0},
};
