/* object.c -- attributes of values (descriptors, __dict__, __getattr__) and calls of what is
 * callable. */
#include "py/py.h"
#include "py/internal.h"

/* --- classes of values ------------------------------------------------------------------------ */

const Class *const tag_classes[] = {
    [TAG_UNSET] = &NoneType_class, [TAG_NONE] = &NoneType_class, [TAG_BOOL] = &bool_class,
    [TAG_INT] = &int_class,        [TAG_FLOAT] = &float_class,   [TAG_STR] = &str_class,
};

bool is_instance(Value v, const Class *class)
{
    return is_subclass(class_of(v), class);
}

/* Whether instances are Boxed: script subclasses of int, str ..., native ones such as conv; not int and bytes
 * themselves, whose objects are what they are. */
static bool is_box_class(const Class *class)
{
    return class_is_heap(class) || (class->base && class->base->flags & CLASS_BOXED);
}

static bool is_boxed(Value v)
{
    return v.tag == TAG_OBJ && (v.obj->class->flags & CLASS_BOXED) && is_box_class(v.obj->class);
}

Value value_plain(Value v)
{
    return is_boxed(v) ? ((Boxed *)v.obj)->plain : v;
}

Str *value_find_str(Value v)
{
    v = value_plain(v);
    return v.tag == TAG_STR ? v.str : NULL;
}

void *value_as(Value v, const Class *class)
{
    if (v.tag == TAG_OBJ && v.obj->class == class && !(class->flags & CLASS_BOXED))
        return v.obj;
    if (v.tag != TAG_OBJ || !is_subclass(v.obj->class, class))
        return NULL;
    if ((class->flags & CLASS_BOXED) && !is_box_class(class))
        v = value_plain(v);
    return v.tag == TAG_OBJ ? v.obj : NULL;
}

void *value_get_as(Value v, const Class *class, const char *what)
{
    void *object = value_as(v, class);
    if (!object)
        raise_type("'%s' must be %s, not %s", what, class->name, class_text(v));
    return object;
}

/* --- special methods -------------------------------------------------------------------------- */

bool member_takes_self(Value member)
{
    if (member.tag != TAG_OBJ)
        return false;
    const Class *class = member.obj->class;
    return class == &function_class || (class == &native_function_class &&
                                        ((NativeFunction *)member.obj)->kind == METHOD_INSTANCE);
}

static Value call_member(Value member, Value self, const Call *call)
{
    if (member_takes_self(member))
        return call_with_self(member, self, call);
    return call_with(member_bind(member, self, class_of(self)), call);
}

Value special_call(Value v, Str *name, size_t count, const Value *args)
{
    Value member = class_find(class_of(v), name);
    if (!is_set(member))
        return UNSET;
    return call_member(member, v, &(Call){.count = count, .args = args});
}

/* --- reading ---------------------------------------------------------------------------------- */

static Value class_get_attr(const Class *class, Str *name)
{
    const Class *meta = class->obj.class;
    Value of_meta = class_find(meta, name);
    if (is_set(of_meta) && member_is_data(of_meta))
        return member_bind(of_meta, OBJ(class), meta);
    Value own = class_find(class, name);
    if (is_set(own))
        return member_bind(own, UNSET, class);
    if (is_set(of_meta))
        return member_bind(of_meta, OBJ(class), meta);
    const Class *with = class_with_slot(meta, offsetof(Class, getattr));
    return with ? with->getattr(OBJ(class), name) : UNSET;
}

Value object_get_generic(Value v, Str *name)
{
    const Class *class = class_of(v);
    if (is_subclass(class, &type_class))
        return class_get_attr((const Class *)v.obj, name);
    if (is_subclass(class, &super_class)) { /* super().__init__ is not super's own */
        Value behind = super_find_attr(v, name);
        if (is_set(behind))
            return behind;
    }
    Value member = class_find(class, name);
    if (is_set(member) && member_is_data(member))
        return member_bind(member, v, class);
    if (v.tag == TAG_OBJ && v.obj->attrs) {
        Value own = dict_find_str(v.obj->attrs, name);
        if (is_set(own))
            return own;
    }
    if (is_set(member))
        return member_bind(member, v, class);
    const Class *with = class_with_slot(class, offsetof(Class, getattr));
    Value found = with ? with->getattr(v, name) : UNSET;
    return is_set(found) || name != N(__doc__) ? found : NONE; /* everything has a __doc__ */
}

typedef struct AttrJob {
    Value v;
    Str *name;
    Value (*get)(Value v, Str *name);
    Value result;
} AttrJob;

static void attr_job_run(void *arg)
{
    AttrJob *job = arg;
    job->result = job->get(job->v, job->name);
}

/* The attribute; an AttributeError on the way counts as "there is none" and is left in *missing. */
static Value get_guarded(Value v, Str *name, Value (*get)(Value, Str *), Err **missing)
{
    AttrJob job = {v, name, get, UNSET};
    Err *err = protect(attr_job_run, &job);
    if (err && !err_is(err, &AttributeError_class))
        err_raise(err);
    *missing = err;
    return err ? UNSET : job.result;
}

Value class_script_hook(const Class *class, Str *name)
{
    if (!class_is_heap(class))
        return UNSET;
    Value hook = class_find(class, name);
    bool is_native = hook.tag == TAG_OBJ && (hook.obj->class == &native_function_class ||
                                             hook.obj->class == &SlotFunction_class);
    return is_native ? UNSET : hook;
}

static Value get_by_getattribute(Value v, Str *name)
{
    Value hook = class_script_hook(class_of(v), N(__getattribute__));
    if (!is_set(hook))
        return object_get_generic(v, name);
    const Value arg = STR(name);
    return call_member(hook, v, &(Call){.count = 1, .args = &arg});
}

static Value get_attr(Value v, Str *name)
{
    const Class *class = class_of(v);
    if (!class_is_heap(class))
        return object_get_generic(v, name);
    Value hook = class_script_hook(class, N(__getattr__));
    if (!is_set(hook))
        return get_by_getattribute(v, name);
    Err *missing;
    Value found = get_guarded(v, name, get_by_getattribute, &missing);
    if (is_set(found))
        return found;
    const Value arg = STR(name);
    return call_member(hook, v, &(Call){.count = 1, .args = &arg});
}

/* Plain data in attrs or members cannot raise, and is most of what is asked for. */
static bool find_simple(Value v, Str *name, Value *found)
{
    const Class *class = class_of(v);
    if (class_is_heap(class) || is_subclass(class, &type_class) || v.tag != TAG_OBJ ||
        !v.obj->attrs || is_set(class_find(class, name)))
        return false;
    *found = dict_find_str(v.obj->attrs, name);
    return is_set(*found);
}

Value value_find_attr(Value v, Str *name)
{
    name = str_intern(name);
    Value found;
    Err *missing;
    return find_simple(v, name, &found) ? found : get_guarded(v, name, get_attr, &missing);
}

Value value_find_attr_text(Value v, const char *name)
{
    return value_find_attr(v, intern(name));
}

_Noreturn void raise_no_attribute(Value v, Str *name)
{
    if (v.tag == TAG_OBJ && v.obj->class == &method_class)
        v = value_find_attr_text(v, "__func__"); /* the function is who lacks it */
    const Class *class = value_as_class(v);
    Str *message;
    if (class)
        message = str_format("type object '%s' has no attribute '%s'", class->name, name->text);
    else if (is_instance(v, &module_class) && v.obj->attrs)
        message = str_format("module '%s' has no attribute '%s'",
                             value_str(dict_find_str(v.obj->attrs, N(__name__)))->text, name->text);
    else
        message = str_format("'%s' object has no attribute '%s'", class_told(class_of(v)), name->text);
    BaseException *exception = exception_new(&AttributeError_class, STR(message));
    exception->name = STR(name);
    exception->object = v;
    err_raise(exception_error(exception));
}

static Str *interned(Str *name)
{
    return name->interned ? name : str_intern(name);
}

Value value_get_attr(Value v, Str *name)
{
    Value found;
    name = interned(name);
    if (access_read(v, name, &found))
        return found;
    found = get_attr(v, name);
    if (!is_set(found))
        found = opaque_inherited(v, name);
    if (!is_set(found))
        raise_no_attribute(v, name);
    return found;
}

bool value_load_method(Value *self, Str *name, Value *function)
{
    name = interned(name);
    if (access_method(*self, name, function) || super_load_method(self, name, function))
        return true;
    *function = value_get_attr(*self, name);
    return false;
}

/* --- writing ---------------------------------------------------------------------------------- */

bool object_takes_attrs(const Class *class)
{
    if (class == &module_class || class == &function_class)
        return true;
    if (class->flags & CLASS_NO_ATTR)
        return false;
    if (class_is_heap(class)) /* slots.c decided */
        return class->flags & CLASS_ANY_ATTR;
    for (const Class *c = class; c && c != &object_class; c = c->base)
        if (c->flags & CLASS_ANY_ATTR)
            return true;
    return strcmp(class->module, "builtins") != 0 && !(class->flags & CLASS_FINAL);
}

Dict *object_attrs(Obj *obj)
{
    if (!obj->attrs)
        obj->attrs = dict_new_small();
    return obj->attrs;
}

/* Lets a data descriptor take the value (UNSET: delete); false when member is none. */
static bool descriptor_set(Value member, Value v, Str *name, Value value)
{
    if (!is_set(member) || !member_is_data(member))
        return false;
    const Class *class = member.obj->class;
    if (!class_is_heap(class) ||
        !is_set(class_script_hook(class, is_set(value) ? N(__set__) : N(__delete__)))) {
        const Class *with = class_with_slot(class, offsetof(Class, set));
        if (with && with->set(member, v, value))
            return true;
        raise_attribute(is_set(value) ? "__set__" : "__delete__");
    }
    const Value args[] = {v, value};
    special_call(member, is_set(value) ? N(__set__) : N(__delete__), is_set(value) ? 2 : 1, args);
    return true;
}

static void class_set_attr(const Class *class, Str *name, Value value)
{
    Value member = class_find(class->obj.class, name);
    if (descriptor_set(member, OBJ(class), name, value))
        return;
    if (!class_is_heap(class) &&
        (class->flags & CLASS_NO_ATTR || strcmp(class->module, "builtins") == 0))
        raise_type("cannot set '%s' attribute of immutable type '%s'", name->text,
                   class_told(class));
    if (!is_set(value) && !(class->state->dict && is_set(dict_find_str(class->state->dict, name))))
        raise_no_attribute(OBJ(class), name);
    class_set(class, name, value);
}

static void attrs_set(Value v, Str *name, Value value)
{
    if (is_set(value))
        dict_set_str(object_attrs(v.obj), name, value);
    else if (!v.obj->attrs || !is_set(dict_remove(v.obj->attrs, STR(name))))
        raise_no_attribute(v, name);
}

void object_set_generic(Value v, Str *name, Value value)
{
    const Class *class = class_of(v);
    if (is_subclass(class, &type_class)) {
        class_set_attr((const Class *)v.obj, name, value);
        return;
    }
    const Class *with = class_with_slot(class, offsetof(Class, setattr));
    if (with && is_set(value) && with->setattr(v, name, value))
        return;
    Value member = class_find(class, name);
    if (descriptor_set(member, v, name, value))
        return;
    if (v.tag == TAG_OBJ && object_takes_attrs(class))
        attrs_set(v, name, value);
    else if (is_set(member))
        raise_attribute("'%s' object attribute '%s' is read-only", class_told(class), name->text);
    else
        raise_no_attribute(v, name);
}

void value_set_attr(Value v, Str *name, Value value)
{
    name = interned(name);
    if (access_write(v, name, value))
        return;
    Value hook = class_script_hook(class_of(v), N(__setattr__));
    if (is_set(hook)) {
        const Value args[] = {STR(name), value};
        call_member(hook, v, &(Call){.count = 2, .args = args});
    } else
        object_set_generic(v, name, value);
}

void value_delete_attr(Value v, Str *name)
{
    name = str_intern(name);
    Value hook = class_script_hook(class_of(v), N(__delattr__));
    if (is_set(hook)) {
        const Value arg = STR(name);
        call_member(hook, v, &(Call){.count = 1, .args = &arg});
    } else
        object_set_generic(v, name, UNSET);
}

/* --- calls ------------------------------------------------------------------------------------ */

Value object_call(Value callee, const Call *call)
{
    const Class *class = class_of(callee);
    if (is_subclass(class, &type_class))
        return instantiate((const Class *)callee.obj, call);
    if (class->call && !class_is_heap(class))
        return class->call(callee, call);
    Value override = class_override(class, N(__call__), offsetof(Class, call));
    if (is_set(override))
        return call_member(override, callee, call);
    const Class *with = class_with_slot(class, offsetof(Class, call));
    if (!with)
        raise_type("'%s' object is not callable", class_told(class));
    return with->call(callee, call);
}
