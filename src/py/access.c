/* access.c -- what reading, setting and calling an attribute comes to for the objects of a class.
 *
 * Whether an object's own dict may answer depends on its class only: on its hooks, and on what the
 * class has under that name. That is found out once and remembered per class and name, with the
 * place in the dict where the value stood, which is the same in all objects that one __init__ made.
 * Anything unusual is left to the general way (object.c). Who changes a class says so (class.c). */
#include "py/access.h"
#include "py/internal.h"

Access access_table[ACCESS_COUNT];

void access_forget(const Class *class, const Str *name)
{
    Access *access = access_slot(class, name);
    if (access->class == class && access->name == name)
        *access = (Access){0};
}

void access_forget_all(void)
{
    memset(access_table, 0, sizeof access_table);
}

/* The function a property asks, where nothing else has a say in it. */
static Function *plain_getter(const Class *class, Value member)
{
    if (member.tag != TAG_OBJ || member.obj->class != &property_class ||
        is_set(class_find(class, N(__getattr__))))
        return NULL;
    Value function = ((const Property *)member.obj)->fget;
    return function.tag == TAG_OBJ && function.obj->class == &function_class
               ? (Function *)function.obj
               : NULL;
}

void access_find_out(Access *access, const Class *class, Str *name)
{
    Value member = class_find(class, name);
    bool is_data = is_set(member) && member_is_data(member);
    bool is_class = is_subclass(class, &type_class);
    bool is_hooked = is_class || is_subclass(class, &super_class) ||
                     is_set(class_script_hook(class, N(__getattribute__)));
    *access = (Access){.class = class, .name = name};
    access->method = !is_hooked && member_takes_self(member) ? member : UNSET;
    access->reads_own = !is_hooked && !is_data;
    access->shared = access->reads_own && member.tag != TAG_OBJ ? member : UNSET;
    access->getter = is_hooked ? NULL : plain_getter(class, member);
    access->writes_own = !is_class && !is_data && object_takes_attrs(class) &&
                         !is_set(class_script_hook(class, N(__setattr__))) &&
                         !class_with_slot(class, offsetof(Class, setattr));
}

static void remember_place(const Dict *attrs, const Str *name, Access *access)
{
    for (size_t i = 0; i < attrs->used; i++)
        if (attrs->entries[i].key.tag == TAG_STR && attrs->entries[i].key.str == name)
            access->place = (uint32_t)i;
}

bool access_read(Value v, Str *name, Value *found)
{
    if (v.tag != TAG_OBJ || !v.obj->attrs)
        return false;
    Access *access = access_get(v.obj->class, name);
    if (!access->reads_own)
        return false;
    const DictEntry *entry = dict_entry_near(v.obj->attrs, name, access->place);
    *found = entry ? entry->value : dict_find_str(v.obj->attrs, name);
    if (!is_set(*found))
        *found = access->shared;
    else if (!entry)
        remember_place(v.obj->attrs, name, access);
    return is_set(*found);
}

bool access_method(Value v, Str *name, Value *function)
{
    *function = access_get(class_of(v), name)->method;
    return is_set(*function) &&
           (v.tag != TAG_OBJ || !v.obj->attrs || !dict_may_have(v.obj->attrs, str_hash(name)) ||
            !is_set(dict_find_str(v.obj->attrs, name)));
}

bool access_write(Value v, Str *name, Value value)
{
    if (v.tag != TAG_OBJ)
        return false;
    Access *access = access_get(v.obj->class, name);
    if (!access->writes_own)
        return false;
    Dict *attrs = v.obj->attrs ? v.obj->attrs : object_attrs(v.obj);
    DictEntry *entry = dict_entry_near(attrs, name, access->place);
    if (entry)
        entry->value = value;
    else
        dict_set_str(attrs, name, value);
    return true;
}
