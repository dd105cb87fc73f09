/* generic_alias.c -- list[int] and int | None as objects: types.GenericAlias and types.UnionType.
 */
#include "py/py.h"
#include "py/internal.h"

/* --- text ------------------------------------------------------------------------------------- */

static void write_type(Buf *out, Value type);

static void write_list_of_types(Buf *out, const Value *types, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_text(out, i ? ", " : "");
        write_type(out, types[i]);
    }
}

/* A type the way annotations spell it. */
static void write_type(Buf *out, Value type)
{
    const Class *class = value_as_class(type);
    if (type.tag == TAG_OBJ && type.obj == &ellipsis_object) {
        buf_text(out, "...");
    } else if (class) {
        if (!str_is(class_module(class), "builtins"))
            buf_format(out, "%s.", class_module(class)->text);
        buf_add(out, class_qualname(class));
    } else if (is_instance(type, &list_class)) {
        const List *list = (List *)type.obj;
        buf_char(out, '[');
        write_list_of_types(out, list->at, list->length);
        buf_char(out, ']');
    } else {
        buf_add(out, value_repr(type));
    }
}

/* --- parameters: TypeVars not filled in yet --------------------------------------------------- */

static bool has_value(const List *list, Value v)
{
    for (size_t i = 0; i < list->length; i++)
        if (value_is(list->at[i], v))
            return true;
    return false;
}

/* arg.__parameters__ if arg is an alias, else NULL. */
static const Tuple *find_parameters(Value arg)
{
    if (arg.tag != TAG_OBJ || value_as_class(arg))
        return NULL;
    Value inner = value_find_attr_text(arg, "__parameters__");
    return inner.tag == TAG_OBJ && is_instance(inner, &tuple_class) ? (Tuple *)inner.obj : NULL;
}

/* Type variables among the arguments, and in the aliases among them, each once. */
static void collect_parameters(List *out, const Value *args, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Value arg = args[i];
        if (arg.tag != TAG_OBJ || value_as_class(arg))
            continue;
        if (is_set(value_find_attr_text(arg, "__typing_subst__"))) {
            if (!has_value(out, arg))
                list_append(out, arg);
            continue;
        }
        const Tuple *inner = find_parameters(arg);
        for (size_t k = 0; inner && k < inner->length; k++)
            if (!has_value(out, inner->at[k]))
                list_append(out, inner->at[k]);
    }
}

static Tuple *parameters_of(const Tuple *args)
{
    List *found = list_new(0);
    collect_parameters(found, args->at, args->length);
    return tuple_new(found->length, found->at);
}

static Tuple *as_tuple(Value key)
{
    return is_instance(key, &tuple_class) ? (Tuple *)key.obj : tuple_new(1, &key);
}

static Value substitute(Value arg, const Tuple *parameters, const Tuple *values)
{
    for (size_t i = 0; i < parameters->length; i++)
        if (value_is(arg, parameters->at[i]))
            return values->at[i];
    const Tuple *inner = find_parameters(arg);
    if (!inner || inner->length == 0)
        return arg;
    List *chosen = list_new(0);
    for (size_t i = 0; i < inner->length; i++)
        list_append(chosen, substitute(inner->at[i], parameters, values));
    return value_subscript(arg, OBJ(tuple_new(chosen->length, chosen->at)));
}

/* The arguments with `key` put in for the free type variables. */
static Tuple *substitute_all(Value self, const Tuple *args, Value key)
{
    const Tuple *parameters = parameters_of(args), *values = as_tuple(key);
    const char *text = value_repr(self)->text;
    if (parameters->length == 0)
        raise_type("%s is not a generic class", text);
    if (parameters->length != values->length)
        raise_type("Too %s arguments for %s; actual %zu, expected %zu",
                   values->length > parameters->length ? "many" : "few", text, values->length,
                   parameters->length);
    Tuple *result = tuple_new(args->length, args->at);
    for (size_t i = 0; i < args->length; i++)
        result->at[i] = substitute(args->at[i], parameters, values);
    return result;
}

/* --- GenericAlias ----------------------------------------------------------------------------- */

Value generic_alias_new(Value origin, Value args)
{
    GenericAlias *alias = obj_new(GenericAlias);
    alias->origin = origin;
    alias->args = as_tuple(args);
    return OBJ(alias);
}

Value generic_class_subscript(const Class *class, Value key)
{
    return generic_alias_new(OBJ(class), key);
}

#define ALIAS_CONSTRUCT(P) P(ONLY, any, origin, Required) P(ONLY, any, args, Required)
NATIVE_CLASS(GenericAlias, construct, ALIAS_CONSTRUCT)
{
    return generic_alias_new(a->origin, a->args);
}

static Str *alias_repr(Value self)
{
    const GenericAlias *alias = (GenericAlias *)self.obj;
    Buf out = {0};
    write_type(&out, alias->origin);
    buf_char(&out, '[');
    write_list_of_types(&out, alias->args->at, alias->args->length);
    if (alias->args->length == 0)
        buf_text(&out, "()");
    buf_char(&out, ']');
    return buf_str(&out);
}

static Value alias_call(Value self, const Call *arguments)
{
    return call_with(((GenericAlias *)self.obj)->origin, arguments);
}

/* Everything the alias does not know itself is the origin's; other dunders are its own business. */
static Value alias_getattr(Value self, Str *name)
{
    static const char *const own[] = {"__origin__",     "__args__",
                                      "__parameters__", "__mro_entries__",
                                      "__reduce_ex__",  "__reduce__",
                                      "__copy__",       "__deepcopy__",
                                      "__unpacked__",   "__typing_unpacked_tuple_args__",
                                      "__class__",      "__typing_subst__"};
    for (size_t i = 0; i < COUNT_OF(own); i++)
        if (str_is(name, own[i]))
            return UNSET;
    return value_find_attr(((GenericAlias *)self.obj)->origin, name);
}

static Value alias_subscript(Value self, Value key)
{
    const GenericAlias *alias = (GenericAlias *)self.obj;
    return generic_alias_new(alias->origin, OBJ(substitute_all(self, alias->args, key)));
}

static Value alias_binop(Operator op, Value left, Value right)
{
    if (op == OPERATOR_OR)
        return union_binop(op, left, right);
    if ((op != OPERATOR_EQ && op != OPERATOR_NE) || !is_instance(left, &GenericAlias_class) ||
        !is_instance(right, &GenericAlias_class))
        return UNSET;
    const GenericAlias *a = (GenericAlias *)left.obj, *b = (GenericAlias *)right.obj;
    bool same = value_equal(a->origin, b->origin) && value_equal(OBJ(a->args), OBJ(b->args));
    return BOOL(same == (op == OPERATOR_EQ));
}

static int64_t alias_hash(Value self)
{
    const GenericAlias *alias = (GenericAlias *)self.obj;
    return value_hash(alias->origin) ^ value_hash(OBJ(alias->args));
}

NATIVE0(GenericAlias, parameters)
{
    return OBJ(parameters_of(self->args));
}

NATIVE(GenericAlias, mro_entries, ONE_VALUE)
{
    return OBJ(tuple_new(1, &self->origin));
}

NATIVE(GenericAlias, instancecheck, ONE_VALUE)
{
    raise_type("isinstance() argument 2 cannot be a parameterized generic");
}

NATIVE(GenericAlias, subclasscheck, ONE_VALUE)
{
    raise_type("issubclass() argument 2 cannot be a parameterized generic");
}

static const Field alias_fields[] = {
    FIELD_AS("__origin__", GenericAlias, any, origin, READONLY),
    FIELD_AS("__args__", GenericAlias, obj, args, READONLY),
    {0},
};
static const Method alias_methods[] = {
    PROPERTY_AS("__parameters__", GenericAlias, parameters),
    METHOD_AS("__mro_entries__", GenericAlias, mro_entries),
    METHOD_AS("__instancecheck__", GenericAlias, instancecheck),
    METHOD_AS("__subclasscheck__", GenericAlias, subclasscheck),
    {0},
};

const Class GenericAlias_class = {
    CLASS(GenericAlias, "types", object),
    .construct = CONSTRUCT(GenericAlias),
    .fields = alias_fields,
    .methods = alias_methods,
    .repr = alias_repr,
    .call = alias_call,
    .getattr = alias_getattr,
    .subscript = alias_subscript,
    .binop = alias_binop,
    .hash = alias_hash,
};

/* --- UnionType -------------------------------------------------------------------------------- */

static bool is_type_like(Value v)
{
    return is_none(v) || value_as_class(v) || is_instance(v, &GenericAlias_class) ||
           is_instance(v, &UnionType_class) || is_instance(v, &TypeAliasType_class) ||
           value_is_opaque(v);
}

bool type_equal(Value a, Value b)
{
    return value_is(a, b) || (!value_is_opaque(a) && !value_is_opaque(b) && value_equal(a, b));
}

static bool has_equal(const List *list, Value v)
{
    for (size_t i = 0; i < list->length; i++)
        if (type_equal(list->at[i], v))
            return true;
    return false;
}

static void add_member(List *members, Value type)
{
    if (is_instance(type, &UnionType_class)) {
        const Tuple *args = ((UnionType *)type.obj)->args;
        for (size_t i = 0; i < args->length; i++)
            add_member(members, args->at[i]);
        return;
    }
    Value member = is_none(type) ? OBJ(&NoneType_class) : type;
    if (!has_equal(members, member))
        list_append(members, member);
}

/* One member left: that member itself. */
static Value union_of(const Value *types, size_t count)
{
    List *members = list_new(0);
    for (size_t i = 0; i < count; i++)
        add_member(members, types[i]);
    if (members->length == 1)
        return members->at[0];
    UnionType *result = obj_new(UnionType);
    result->args = tuple_new(members->length, members->at);
    return OBJ(result);
}

static Value compare_unions(Operator op, const UnionType *a, const UnionType *b)
{
    bool same = set_equal(set_from(OBJ(a->args)), set_from(OBJ(b->args)));
    return BOOL(same == (op == OPERATOR_EQ));
}

Value union_binop(Operator op, Value left, Value right)
{
    if (op == OPERATOR_OR && is_type_like(left) && is_type_like(right))
        return union_of((Value[]){left, right}, 2);
    if ((op == OPERATOR_EQ || op == OPERATOR_NE) && is_instance(left, &UnionType_class) &&
        is_instance(right, &UnionType_class))
        return compare_unions(op, (UnionType *)left.obj, (UnionType *)right.obj);
    return UNSET;
}

static Str *union_repr(Value self)
{
    const Tuple *args = ((UnionType *)self.obj)->args;
    Buf out = {0};
    for (size_t i = 0; i < args->length; i++) {
        buf_text(&out, i ? " | " : "");
        if (value_as_class(args->at[i]) == &NoneType_class)
            buf_text(&out, "None");
        else
            write_type(&out, args->at[i]);
    }
    return buf_str(&out);
}

static int64_t union_hash(Value self)
{
    int64_t hash = 0;
    const Tuple *args = ((UnionType *)self.obj)->args;
    for (size_t i = 0; i < args->length; i++)
        hash ^= value_hash(args->at[i]);
    return hash;
}

static Value union_subscript(Value self, Value key)
{
    const Tuple *args = substitute_all(self, ((UnionType *)self.obj)->args, key);
    return union_of(args->at, args->length);
}

NATIVE0(UnionType, parameters)
{
    return OBJ(parameters_of(self->args));
}

NATIVE(UnionType, instancecheck, ONE_VALUE)
{
    return BOOL(instance_check(a->value, OBJ(self->args)));
}

NATIVE(UnionType, subclasscheck, ONE_VALUE)
{
    return BOOL(subclass_check(a->value, OBJ(self->args)));
}

static const Field union_fields[] = {
    FIELD_AS("__args__", UnionType, obj, args, READONLY),
    {0},
};
static const Method union_methods[] = {
    PROPERTY_AS("__parameters__", UnionType, parameters),
    METHOD_AS("__instancecheck__", UnionType, instancecheck),
    METHOD_AS("__subclasscheck__", UnionType, subclasscheck),
    {0},
};

const Class UnionType_class = {
    CLASS(UnionType, "types", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT,
    .fields = union_fields,
    .methods = union_methods,
    .repr = union_repr,
    .binop = union_binop,
    .subscript = union_subscript,
    .hash = union_hash,
};
