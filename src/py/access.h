/* access.h -- the quick way to attributes: what access.c found out about a class and a name, and the reading
 * and writing that follow from it, inline for interpret.c. Names are interned. */
#ifndef RETORT_PY_ACCESS_H
#define RETORT_PY_ACCESS_H

#include "py/code.h"
#include "py/function.h"

typedef struct Access {
    const Class *class;
    const Str *name;
    Value method;     /* a function that takes self, or UNSET                            */
    Value shared;     /* a number, text or None of the class that all its objects read   */
    Function *getter; /* what a plain property asks, or NULL                             */
    uint32_t place;   /* in the own dict, the last time                                  */
    bool reads_own;   /* no hook and no data descriptor comes before the object's own    */
    bool writes_own;  /* ... nor when it is set                                          */
} Access;

enum { ACCESS_COUNT = 256 }; /* more would only be more pages to touch in a short run */
extern Access access_table[ACCESS_COUNT];
void access_find_out(Access *access, const Class *class, Str *name);

static inline Access *access_slot(const Class *class, const Str *name)
{
    uintptr_t mixed = ((uintptr_t) class >> 4) * 31 + ((uintptr_t)name >> 4);
    return &access_table[(mixed ^ mixed >> 10) % ACCESS_COUNT];
}

static inline Access *access_get(const Class *class, Str *name)
{
    Access *access = access_slot(class, name);
    if (access->class != class || access->name != name)
        access_find_out(access, class, name);
    return access;
}

/* ... for code->names[index], which remembers where it was found the last time. */
static inline Access *access_hinted(const Class *class, const Code *code, uint32_t index)
{
    Str *name = code->names[index];
    Access *access = &access_table[code->name_hints[index] % ACCESS_COUNT];
    if (access->class != class || access->name != name) {
        access = access_get(class, name);
        code->name_hints[index] = (uint32_t)(access - access_table);
    }
    return access;
}

/* The entry of an interned name at a place where it stood before; NULL: look for it. */
static inline DictEntry *dict_entry_near(const Dict *d, const Str *name, size_t place)
{
    if (place >= d->used)
        return NULL;
    DictEntry *entry = &d->entries[place];
    return entry->key.tag == TAG_STR && entry->key.str == name ? entry : NULL;
}

/* The object's own value, where it was found the last time in another one of its class; NULL: not so quickly. */
static inline DictEntry *access_near(Value v, const Access *access)
{
    if (!v.obj->attrs || !access->reads_own)
        return NULL;
    return dict_entry_near(v.obj->attrs, access->name, access->place);
}

/* The function that `v.name(...)` calls with v as self, for code->names[index]; UNSET: ask access_method. */
static inline Value access_method_near(Value v, const Code *code, uint32_t index)
{
    if (v.tag == TAG_STR)
        return value_load(&access_hinted(&str_class, code, index)->method);
    if (v.tag != TAG_OBJ || (v.obj->attrs && dict_may_have(v.obj->attrs, code->names[index]->hash)))
        return UNSET;
    return value_load(&access_hinted(v.obj->class, code, index)->method);
}

#endif
