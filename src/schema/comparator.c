/* comparator.c -- TypeEngine.Comparator, and what a type's own comparator_factory adds to the expressions of
 * that type: column.distance(x) of a vector, column.within(y) of a shape. The class itself, like other members of
 * native classes that frozen modules have, is imported when a script first names it. */
#include "schema/schema.h"

void comparator_init(void)
{
    static const char module[] = "_sqlalchemy_comparator", name[] = "Comparator";
    class_set_frozen(&TypeEngine_class, "Comparator", module, name);
    class_set_frozen(&TypeEngine_class, "comparator_factory", module, name);
    class_set_frozen(&Executable_class, "_execution_options", "sqlalchemy.util", "EMPTY_DICT");
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
    return is_frozen_member(factory) ? UNSET : factory;
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
