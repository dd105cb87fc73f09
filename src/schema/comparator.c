/* comparator.c -- TypeEngine.Comparator, and what a type's own comparator_factory adds to the expressions of
 * that type: column.distance(x) of a vector, column.within(y) of a shape. The class itself is a frozen module,
 * imported when a script first names it. */
#include "schema/schema.h"

static Value comparator_class(void)
{
    return module_find(import_module(intern("_sqlalchemy_comparator")), "Comparator");
}

/* A member of TypeEngine that is the class. */
typedef Obj ComparatorMember;

static Value comparator_get(Value self, Value instance, const Class *owner)
{
    (void)self, (void)instance, (void)owner;
    return comparator_class();
}

static const Class ComparatorMember_class = {
    CLASS_NAMED(ComparatorMember, "memoized", "sqlalchemy.util.langhelpers", object),
    .get = comparator_get,
};
static const Obj comparator_member = {.class = &ComparatorMember_class};

void comparator_init(void)
{
    class_set(&TypeEngine_class, intern("Comparator"), OBJ(&comparator_member));
    class_set(&TypeEngine_class, intern("comparator_factory"), OBJ(&comparator_member));
}

_Noreturn void raise_no_operator(const ClauseElement *element, const char *comparator,
                                 const char *name)
{
    raise_attribute("Neither '%s' object nor '%s' object has an attribute '%s'",
                    class_name(element->obj.class)->text, comparator, name);
}

/* The comparator_factory of a script's own type, or UNSET. */
static Value own_factory(const ClauseElement *element)
{
    const Class *class = element_type(element)->obj.class;
    if (!(class->flags & CLASS_HEAP))
        return UNSET;
    Value factory = class_find(class, intern("comparator_factory"));
    return factory.tag == TAG_OBJ && factory.obj != &comparator_member ? factory : UNSET;
}

Value comparator_find(ClauseElement *element, Str *name)
{
    if (str_starts_with(name, "__"))
        return UNSET;
    Value factory = own_factory(element), self = OBJ(element);
    if (!is_set(factory))
        raise_no_operator(element, "Comparator", name->text);
    return value_get_attr(call(factory, 1, &self), name);
}
