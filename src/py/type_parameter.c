/* type_parameter.c -- PEP 695: `def f[T]`, `class C[T]` and `type X = ...`. Type variables are
 * those of the typing module; an alias evaluates its value when first asked. */
#include "py/instruction.h"

static Value typing_attribute(const char *name)
{
    Value v = module_find(import_module(intern("typing")), name);
    if (!is_set(v))
        raise_exception(&ImportError_class, "cannot import name '%s' from 'typing'", name);
    return v;
}

/* The bound is a function of no arguments, or None; (int, str) means constraints. */
static Value type_variable(Value class, Str *name, Value bound)
{
    const Value first = STR(name);
    List *args = list_of(1, &first);
    Dict *keywords = dict_new();
    dict_set_text(keywords, "infer_variance", TRUE_VALUE);
    Value value = is_none(bound) ? NONE : call(bound, 0, NULL);
    const Tuple *constraints = as(Tuple, value);
    for (size_t i = 0; constraints && i < constraints->length; i++)
        list_append(args, constraints->at[i]);
    if (!constraints)
        dict_set_text(keywords, "bound", value);
    return call_dict(class, args->length, args->at, keywords);
}

Value type_parameter_new(Str *name, Value bound, int kind)
{
    static const char *const classes[] = {"TypeVar", "TypeVarTuple", "ParamSpec"};
    return type_variable(typing_attribute(classes[kind]), name, bound);
}

Value generic_base(Tuple *parameters)
{
    return value_subscript(typing_attribute("Generic"), OBJ(parameters));
}

/* --- type X = ... ----------------------------------------------------------------------------- */

typedef struct TypeAliasType {
    Obj obj;
    Str *name;
    Tuple *parameters;
    Value function, value; /* value UNSET: not asked for yet */
} TypeAliasType;

Value type_alias_new(Str *name, Tuple *parameters, Value function)
{
    TypeAliasType *alias = obj_new(TypeAliasType);
    alias->name = name;
    alias->parameters = parameters;
    alias->function = function;
    return OBJ(alias);
}

static Value alias_getattr(Value self, Str *name)
{
    TypeAliasType *alias = (TypeAliasType *)self.obj;
    if (name == N(__name__))
        return STR(alias->name);
    if (name == N(__type_params__))
        return OBJ(alias->parameters);
    if (name == N(__module__))
        return ((Function *)alias->function.obj)->module;
    if (!str_is(name, "__value__"))
        return UNSET;
    if (!is_set(alias->value))
        alias->value = call(alias->function, 0, NULL);
    return alias->value;
}

static Str *alias_repr(Value self)
{
    return ((TypeAliasType *)self.obj)->name;
}

static Value alias_subscript(Value self, Value key)
{
    return generic_alias_new(self, key);
}

const Class TypeAliasType_class = {CLASS_NAMED(TypeAliasType, "TypeAliasType", "typing", object),
                                   .flags = CLASS_FINAL,
                                   .repr = alias_repr,
                                   .getattr = alias_getattr,
                                   .binop = union_binop,
                                   .subscript = alias_subscript};
