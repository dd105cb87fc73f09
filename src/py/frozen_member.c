/* frozen_member.c -- a member of a native class that a frozen module has: TypeEngine.Comparator. The module is
 * imported when a script first names the member. */
#include "py/internal.h"

typedef struct FrozenMember {
    Obj obj;
    const char *module, *name;
} FrozenMember;

static Value frozen_member_get(Value self, Value instance, const Class *owner)
{
    (void)instance, (void)owner;
    const FrozenMember *member = (const FrozenMember *)self.obj;
    return module_find(import_module(intern(member->module)), member->name);
}

static const Class FrozenMember_class = {
    CLASS_NAMED(FrozenMember, "frozen_member", "builtins", object),
    .get = frozen_member_get,
};

void class_set_frozen(const Class *class, const char *name, const char *module, const char *member)
{
    FrozenMember *made = obj_new(FrozenMember);
    made->module = module;
    made->name = member;
    class_set(class, intern(name), OBJ(made));
}

bool is_frozen_member(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &FrozenMember_class;
}
