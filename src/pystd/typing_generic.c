/* typing_generic.c -- the classes Generic and Protocol: their variables, their arguments, what is below them. */
#include "pystd/typing.h"

static bool takes_any_count(const Tuple *parameters)
{
    for (size_t i = 0; i < parameters->length; i++)
        if (is_instance(parameters->at[i], &ParamSpec_class) ||
            is_instance(parameters->at[i], &TypeVarTuple_class))
            return true;
    return false;
}

static bool is_variable(Value v)
{
    return is_instance(v, &TypeVar_class) || is_instance(v, &ParamSpec_class) ||
           is_instance(v, &TypeVarTuple_class) || value_is_opaque(v) ||
           (v.tag == TAG_OBJ && is_set(value_find_attr_text(v, "__typing_unpacked_tuple_args__")));
}

/* Generic[T, K]: variables only, each once. */
static void check_variables(const Class *class, size_t count, const Value *args)
{
    if (count == 0)
        raise_type("Parameter list to %s[...] cannot be empty", class->name);
    for (size_t i = 0; i < count; i++)
        if (!is_variable(args[i]) &&
            !(args[i].tag == TAG_OBJ && args[i].obj->class == &GenericAlias_class))
            raise_type("Parameters to %s[...] must all be type variables or parameter "
                       "specification variables.",
                       class->name);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (value_is(args[i], args[j]))
                raise_type("Parameters to %s[...] must all be unique", class->name);
}

/* Box[int]: as many arguments as the class has variables. */
static void check_arguments(const Class *class, size_t count)
{
    Value known = class_find(class, intern("__parameters__"));
    if (!is_instance(known, &tuple_class))
        return;
    const Tuple *parameters = (const Tuple *)known.obj;
    if (parameters->length == 0)
        raise_type("%s is not a generic class", value_repr(OBJ(class))->text);
    if (count != parameters->length && !takes_any_count(parameters))
        raise_type("Too %s arguments for %s; actual %zu, expected %zu",
                   count < parameters->length ? "few" : "many", value_repr(OBJ(class))->text, count,
                   parameters->length);
}

static bool has_protocol_base(const Class *class)
{
    const Tuple *bases = (const Tuple *)value_get_attr(OBJ(class), intern("__bases__")).obj;
    for (size_t i = 0; i < bases->length; i++)
        if (bases->at[i].obj == &Protocol_class.obj)
            return true;
    return false;
}

/* A class with Protocol itself among its bases is one; others below it are ordinary, and may be abstract. */
static void protocol_subclass_made(const Class *class)
{
    bool is_protocol = has_protocol_base(class);
    Value self = OBJ(class);
    class_set(class, intern("_is_protocol"), BOOL(is_protocol));
    class_set(class, intern("__abstractmethods__"),
              call(library_get("_typing", "abstract_names"), 1, &self));
    if (is_protocol)
        ((Class *)(uintptr_t) class)->flags |= CLASS_STRUCTURAL;
}

/* The variables of a new class: those of Generic[...] among its bases, else all that its bases name. */
static void generic_subclass_made(const Class *class, Dict *keywords)
{
    ValueVec parameters = {0};
    Value bases = class->state->dict ? dict_find_text(class->state->dict, "__orig_bases__") : UNSET;
    const Tuple *named = is_instance(bases, &tuple_class) ? (const Tuple *)bases.obj : NULL;
    for (size_t i = 0; named && i < named->length; i++) {
        TypingAlias *alias = as(TypingAlias, named->at[i]);
        bool lists_all =
            alias && alias->row &&
            (strcmp(alias->row->name, "Generic") == 0 || strcmp(alias->row->name, "Protocol") == 0);
        if (lists_all)
            parameters.length = 0;
        typing_collect_parameters(&parameters, named->at[i]);
        for (size_t k = 0; lists_all && k < alias->args->length; k++)
            if (value_is_opaque(alias->args->at[k])) /* Generic[T], T of a library that is not there */
                vec_push(&parameters, alias->args->at[k]);
        if (lists_all)
            break;
    }
    class_set(class, intern("__parameters__"), OBJ(tuple_new(parameters.length, parameters.at)));
    if (keywords->length)
        raise_type("%s.__init_subclass__() takes no keyword arguments", class->name);
    if (is_subclass(class, &Protocol_class))
        protocol_subclass_made(class);
}

static Value generic_class_getitem(const Class *class, Value key)
{
    bool many = key.tag == TAG_OBJ && key.obj->class == &tuple_class;
    size_t count = many ? ((Tuple *)key.obj)->length : 1;
    const Value *args = many ? ((Tuple *)key.obj)->at : &key;
    const FormRow *row = class == &Generic_class    ? typing_form_find("Generic")
                         : class == &Protocol_class ? typing_form_find("Protocol")
                                                    : NULL;
    if (row)
        check_variables(class, count, args);
    else
        check_arguments(class, count);
    return typing_generic_new(row, OBJ(class), count, args);
}

const Class Generic_class = {CLASS(Generic, "typing", object),
                             .class_subscript = generic_class_getitem,
                             .subclass_made = generic_subclass_made, .flags = CLASS_ANY_ATTR};
const Class Protocol_class = {CLASS(Protocol, "typing", Generic), .flags = CLASS_ANY_ATTR};
