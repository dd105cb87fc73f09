/* typing_variables.c -- TypeVar and its kin, ForwardRef, NewType. */
#include "pystd/typing.h"

/* --- TypeVar, ParamSpec, ForwardRef, NewType -------------------------------------------------- */

#define TYPEVAR_PARAMS(P)                                                                          \
    P(POS, str, name, Required)                                                                    \
    P(REST, list, constraints, Empty)                                                              \
    P(KEY, any, bound, None)                                                                       \
    P(KEY, bool, covariant, False)                                                                 \
    P(KEY, bool, contravariant, False)                                                             \
    P(KEY, bool, infer_variance, False)                                                            \
    P(KEY, any, default__, Unset)
NATIVE(TypeVar, init, TYPEVAR_PARAMS)
{
    if (a->constraints->length == 1)
        raise_type("A single constraint is not allowed");
    self->name = a->name;
    self->bound = is_none(a->bound) ? NONE : typing_argument(a->bound);
    self->constraints = tuple_new(a->constraints->length, a->constraints->at);
    self->covariant = a->covariant;
    self->contravariant = a->contravariant;
    self->infer_variance = a->infer_variance;
    return NONE;
}

static Str *typevar_repr(Value self)
{
    TypeVar *variable = (TypeVar *)self.obj;
    const char *mark = variable->infer_variance  ? ""
                       : variable->covariant     ? "+"
                       : variable->contravariant ? "-"
                                                 : "~";
    return str_format("%s%s", mark, variable->name->text);
}

static Value typevar_getattr(Value self, Str *name)
{
    if (str_is(name, "args") || str_is(name, "kwargs"))
        return STR(str_format("%s.%s", ((TypeVar *)self.obj)->name->text, name->text));
    return UNSET;
}

/* *Ts in a subscript: the variable stands for itself once. */
static Value typevar_iter(Value self)
{
    return value_iter(OBJ(tuple_new(1, &self)));
}

#define SUBST_PARAMS(P) P(ONLY, any, arg, Required)
NATIVE(TypeVar, subst, SUBST_PARAMS)
{
    return typing_argument(a->arg);
}

static Str *typevar_tuple_repr(Value self)
{
    return ((TypeVar *)self.obj)->name;
}

static const Method typevar_methods[] = {METHOD_AS("__typing_subst__", TypeVar, subst), {0}};
static const Field typevar_fields[] = {
    FIELD_AS("__name__", TypeVar, str, name, READONLY),
    FIELD_AS("__bound__", TypeVar, any, bound, READONLY),
    FIELD_AS("__constraints__", TypeVar, obj, constraints, READONLY),
    FIELD_AS("__covariant__", TypeVar, bool, covariant, READONLY),
    FIELD_AS("__contravariant__", TypeVar, bool, contravariant, READONLY),
    FIELD_AS("__infer_variance__", TypeVar, bool, infer_variance, READONLY),
    {0}};
const Class TypeVar_class = {
    CLASS(TypeVar, "typing", object), .init = INIT(TypeVar), .repr = typevar_repr,
    .fields = typevar_fields,         .binop = typing_binop, .flags = CLASS_ANY_ATTR,
    .methods = typevar_methods};
typedef TypeVar ParamSpec;
typedef TypeVar TypeVarTuple;
const Class ParamSpec_class = {CLASS(ParamSpec, "typing", TypeVar), .getattr = typevar_getattr,
                               .flags = CLASS_ANY_ATTR};
const Class TypeVarTuple_class = {CLASS(TypeVarTuple, "typing", TypeVar), .repr = typevar_tuple_repr, .iter = typevar_iter,
                                  .flags = CLASS_ANY_ATTR};

#define FORWARD_PARAMS(P)                                                                          \
    P(POS, str, arg, Required)                                                                     \
    P(POS, any, is_argument, True) P(POS, any, module, None) P(KEY, any, is_class, False)
NATIVE(ForwardRef, init, FORWARD_PARAMS)
{
    self->text = a->arg;
    return NONE;
}

static Str *forward_repr(Value self)
{
    return str_format("ForwardRef(%s)", value_repr(STR(((ForwardRef *)self.obj)->text))->text);
}

static bool forward_equal(Value left, Value right)
{
    ForwardRef *a = as(ForwardRef, left), *b = as(ForwardRef, right);
    return a && b && str_equal(a->text, b->text);
}

static int64_t forward_hash(Value self)
{
    return str_hash(((ForwardRef *)self.obj)->text);
}

static const Field forward_fields[] = {FIELD_AS("__forward_arg__", ForwardRef, str, text, READONLY),
                                       {0}};
const Class ForwardRef_class = {CLASS(ForwardRef, "typing", object),
                                .init = INIT(ForwardRef),
                                .repr = forward_repr,
                                .fields = forward_fields,
                                .equal = forward_equal,
                                .hash = forward_hash,
                                .binop = typing_binop};

#define NEWTYPE_PARAMS(P) P(POS, str, name, Required) P(POS, any, tp, Required)
NATIVE(NewType, init, NEWTYPE_PARAMS)
{
    self->name = a->name;
    self->supertype = a->tp;
    Dict *names_ = object_attrs(&self->obj);
    dict_set_text(names_, "__module__", STR(intern("__main__")));
    return NONE;
}

static Value newtype_call(Value self, const Call *call_)
{
    if (call_->count != 1 || call_->keyword_count)
        raise_type("NewType.__call__() takes 2 positional arguments but %zu were given",
                   call_->count + 1);
    return call_->args[0];
}

static Str *newtype_repr(Value self)
{
    return str_format("__main__.%s", ((NewType *)self.obj)->name->text);
}

static const Field newtype_fields[] = {FIELD_AS("__name__", NewType, str, name, READONLY),
                                       FIELD_AS("__qualname__", NewType, str, name, READONLY),
                                       FIELD_AS("__supertype__", NewType, any, supertype, READONLY),
                                       {0}};
const Class NewType_class = {CLASS(NewType, "typing", object),
                             .init = INIT(NewType),
                             .call = newtype_call,
                             .repr = newtype_repr,
                             .fields = newtype_fields,
                             .binop = typing_binop,
                             .flags = CLASS_ANY_ATTR};
