/* access.c -- what reading, setting and calling an attribute comes to for the objects of a class.
 *
 * Whether an object's own dict may answer depends on its class only: on its hooks, and on what the
 * class has under that name. That is found out once and remembered per class and name, with the
 * place in the dict where the value stood, which is the same in all objects that one __init__ made.
 * Anything unusual is left to the general way (object.c). Who changes a class says so (class.c). */
#include "py/internal.h"

typedef struct Access {
    const Class *class;
    const Str *name;
    Value method;    /* a function that takes self, or UNSET                            */
    Value shared;    /* a number, text or None of the class that all its objects read   */
    uint32_t place;  /* in the own dict, the last time                                  */
    bool reads_own;  /* no hook and no data descriptor comes before the object's own    */
    bool writes_own; /* ... nor when it is set                                          */
} Access;

static Access table[256]; /* more would only be more pages to touch in a short run */

static Access *access_slot(const Class *class, const Str *name)
{
    uintptr_t mixed = ((uintptr_t) class >> 4) * 31 + ((uintptr_t)name >> 4);
    return &table[(mixed ^ mixed >> 10) % COUNT_OF(table)];
}

void access_forget(const Class *class, const Str *name)
{
    Access *access = access_slot(class, name);
    if (access->class == class && access->name == name)
        *access = (Access){0};
}

void access_forget_all(void)
{
    memset(table, 0, sizeof table);
}

static void access_find_out(Access *access, const Class *class, Str *name)
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
    access->writes_own = !is_class && !is_data && object_takes_attrs(class) &&
                         !is_set(class_script_hook(class, N(__setattr__))) &&
                         !class_with_slot(class, offsetof(Class, setattr));
}

static Access *access_get(const Class *class, Str *name)
{
    Access *access = access_slot(class, name);
    if (access->class != class || access->name != name)
        access_find_out(access, class, name);
    return access;
}

/* The entry of an interned name where it stood last; NULL: look for it. */
static DictEntry *entry_near(const Dict *attrs, const Str *name, const Access *access)
{
    if (access->place >= attrs->used)
        return NULL;
    DictEntry *entry = &attrs->entries[access->place];
    return entry->key.tag == TAG_STR && entry->key.str == name ? entry : NULL;
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
    const DictEntry *entry = entry_near(v.obj->attrs, name, access);
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
           (v.tag != TAG_OBJ || !v.obj->attrs || !is_set(dict_find_str(v.obj->attrs, name)));
}

bool access_write(Value v, Str *name, Value value)
{
    if (v.tag != TAG_OBJ)
        return false;
    Access *access = access_get(v.obj->class, name);
    if (!access->writes_own)
        return false;
    Dict *attrs = object_attrs(v.obj);
    DictEntry *entry = entry_near(attrs, name, access);
    if (entry)
        entry->value = value;
    else
        dict_set_str(attrs, name, value);
    return true;
}
