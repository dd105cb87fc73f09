/* typing.c -- typing: special forms, what subscripting them gives, type variables, NewType.
 *
 * Revision files evaluate `Union[str, Sequence[str], None]` at every import, so forms are rows of a
 * table and collections.abc is loaded only when somebody asks for an origin. NamedTuple, TypedDict
 * and get_type_hints are Python (lib/_typing.py). */
#include "pystd/typing.h"

static const FormRow forms[] = {
    {"Any", FORM_PLAIN},
    {"NoReturn", FORM_PLAIN},
    {"Never", FORM_PLAIN},
    {"Self", FORM_PLAIN},
    {"LiteralString", FORM_PLAIN},
    {"TypeAlias", FORM_PLAIN},
    {"Union", FORM_UNION},
    {"Optional", FORM_OPTIONAL},
    {"Literal", FORM_LITERAL},
    {"Annotated", FORM_ANNOTATED},
    {"ClassVar", FORM_WRAP},
    {"Final", FORM_WRAP},
    {"Required", FORM_WRAP},
    {"NotRequired", FORM_WRAP},
    {"ReadOnly", FORM_WRAP},
    {"TypeGuard", FORM_WRAP},
    {"TypeIs", FORM_WRAP},
    {"Concatenate", FORM_WRAP},
    {"Unpack", FORM_WRAP},
    {"Callable", FORM_CALLABLE, NULL, "collections.abc"},
    {"List", FORM_GENERIC, &list_class, .count = 1},
    {"Dict", FORM_GENERIC, &dict_class, .count = 2},
    {"Set", FORM_GENERIC, &set_class, .count = 1},
    {"FrozenSet", FORM_GENERIC, &frozenset_class, .count = 1},
    {"Tuple", FORM_GENERIC, &tuple_class},
    {"Type", FORM_GENERIC, &type_class, .count = 1},
    {"DefaultDict", FORM_GENERIC, NULL, "collections", "defaultdict", .count = 2},
    {"OrderedDict", FORM_GENERIC, NULL, "collections", .count = 2},
    {"Counter", FORM_GENERIC, NULL, "collections", .count = 1},
    {"ChainMap", FORM_GENERIC, NULL, "collections", .count = 2},
    {"Deque", FORM_GENERIC, NULL, "collections", "deque", .count = 1},
    {"AbstractSet", FORM_GENERIC, NULL, "collections.abc", "Set", .count = 1},
    {"MutableSet", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Mapping", FORM_GENERIC, NULL, "collections.abc", .count = 2},
    {"MutableMapping", FORM_GENERIC, NULL, "collections.abc", .count = 2},
    {"MappingView", FORM_GENERIC, NULL, "collections.abc"},
    {"KeysView", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"ItemsView", FORM_GENERIC, NULL, "collections.abc", .count = 2},
    {"ValuesView", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Sequence", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"MutableSequence", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Iterable", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Iterator", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Generator", FORM_GENERIC, NULL, "collections.abc", .count = 3},
    {"Collection", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Container", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Reversible", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Sized", FORM_GENERIC, NULL, "collections.abc"},
    {"Hashable", FORM_GENERIC, NULL, "collections.abc"},
    {"Awaitable", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"Coroutine", FORM_GENERIC, NULL, "collections.abc", .count = 3},
    {"AsyncIterable", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"AsyncIterator", FORM_GENERIC, NULL, "collections.abc", .count = 1},
    {"AsyncGenerator", FORM_GENERIC, NULL, "collections.abc", .count = 2},
    {"ByteString", FORM_GENERIC, &bytes_class},
    {"ContextManager", FORM_GENERIC, NULL, "contextlib", "AbstractContextManager"},
    {"AsyncContextManager", FORM_GENERIC, NULL, "contextlib", "AbstractAsyncContextManager"},
    {"Pattern", FORM_GENERIC, NULL, "re"},
    {"Match", FORM_GENERIC, NULL, "re"},
    {"IO", FORM_GENERIC, NULL, "io", "IOBase"},
    {"TextIO", FORM_GENERIC, NULL, "io", "TextIOBase"},
    {"BinaryIO", FORM_GENERIC, NULL, "io", "BufferedIOBase"},
    {"Generic", FORM_WRAP}, /* Generic[T], Protocol[T]: rows for aliases only */
    {"Protocol", FORM_WRAP},
};

/* --- text of types ---------------------------------------------------------------------------- */

static void write_type(Buf *out, Value v);

static void write_class(Buf *out, const Class *class)
{
    Str *module = class_module(class);
    Value qualname = value_find_attr(OBJ(class), N(__qualname__));
    if (module && !str_is(module, "builtins"))
        buf_format(out, "%s.", module->text);
    buf_add(out, is_str(qualname) ? qualname.str : class_name(class));
}

static void write_types(Buf *out, const Value *types, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_text(out, ", ");
        write_type(out, types[i]);
    }
}

static void write_type(Buf *out, Value v)
{
    if (v.tag == TAG_OBJ && is_instance(v, &type_class)) {
        write_class(out, (const Class *)v.obj);
    } else if (v.tag == TAG_OBJ && v.obj->class == &ellipsis_class) {
        buf_text(out, "...");
    } else if (v.tag == TAG_OBJ && v.obj->class == &function_class) {
        buf_add(out, value_str(value_get_attr(v, N(__name__))));
    } else if (v.tag == TAG_OBJ && v.obj->class == &list_class) {
        List *list = (List *)v.obj;
        buf_char(out, '[');
        write_types(out, list->at, list->length);
        buf_char(out, ']');
    } else {
        buf_add(out, value_repr(v));
    }
}

static Str *form_repr(Value self)
{
    return str_format("typing.%s", ((SpecialForm *)self.obj)->row->name);
}

static bool is_none_type(Value v)
{
    return v.tag == TAG_OBJ && v.obj == (Obj *)(uintptr_t)&NoneType_class;
}

static void write_callable(Buf *out, const Tuple *args)
{
    size_t last = args->length - 1;
    buf_text(out, "typing.Callable[");
    if (last == 1 && args->at[0].tag == TAG_OBJ && args->at[0].obj->class == &ellipsis_class) {
        buf_text(out, "...");
    } else {
        buf_char(out, '[');
        write_types(out, args->at, last);
        buf_char(out, ']');
    }
    buf_text(out, ", ");
    write_type(out, args->at[last]);
    buf_char(out, ']');
}

static void write_optional(Buf *out, const Tuple *args)
{
    buf_text(out, "typing.Optional[");
    write_type(out, args->at[is_none_type(args->at[0])]);
    buf_char(out, ']');
}

static void write_literals(Buf *out, const Tuple *args)
{
    buf_text(out, args->length ? "typing.Literal[" : "typing.Literal[()");
    for (size_t i = 0; i < args->length; i++) {
        buf_text(out, i ? ", " : "");
        buf_add(out, value_repr(args->at[i]));
    }
    buf_char(out, ']');
}

static void write_annotated(Buf *out, const TypingAlias *alias)
{
    buf_text(out, "typing.Annotated[");
    write_type(out, alias->origin);
    for (size_t i = 0; i < alias->metadata->length; i++)
        buf_format(out, ", %s", value_repr(alias->metadata->at[i])->text);
    buf_char(out, ']');
}

static bool is_optional(const TypingAlias *alias)
{
    const Tuple *args = alias->args;
    return args->length == 2 && (is_none_type(args->at[0]) || is_none_type(args->at[1]));
}

static Str *alias_repr(Value self)
{
    TypingAlias *alias = (TypingAlias *)self.obj;
    Buf out = {0};
    if (!alias->row)
        write_type(&out, alias->origin);
    else if (alias->row->kind == FORM_CALLABLE && alias->args->length)
        return write_callable(&out, alias->args), buf_str(&out);
    else if (alias->row->kind == FORM_UNION && is_optional(alias))
        return write_optional(&out, alias->args), buf_str(&out);
    else if (alias->row->kind == FORM_LITERAL)
        return write_literals(&out, alias->args), buf_str(&out);
    else if (alias->row->kind == FORM_ANNOTATED)
        return write_annotated(&out, alias), buf_str(&out);
    else
        buf_format(&out, "typing.%s", alias->row->name);
    buf_char(&out, '[');
    if (alias->args->length)
        write_types(&out, alias->args->at, alias->args->length);
    else
        buf_text(&out, "()");
    buf_char(&out, ']');
    return buf_str(&out);
}

/* --- making aliases --------------------------------------------------------------------------- */

const FormRow *typing_form_find(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    return NULL;
}

static Value alias_new(const FormRow *row, Value origin, size_t count, const Value *args)
{
    TypingAlias *alias = obj_new(TypingAlias);
    alias->row = row;
    alias->origin = origin;
    alias->args = tuple_new(count, args);
    return OBJ(alias);
}

static Value forward_new(Str *text)
{
    ForwardRef *forward = obj_new(ForwardRef);
    forward->text = text;
    return OBJ(forward);
}

/* None is its type, a string a forward reference. */
Value typing_argument(Value v)
{
    if (is_none(v))
        return OBJ(&NoneType_class);
    return is_str(v) ? forward_new(v.str) : v;
}

static bool types_have(const ValueVec *types, Value v)
{
    for (size_t i = 0; i < types->length; i++)
        if (type_equal(types->at[i], v))
            return true;
    return false;
}

static void union_add(ValueVec *types, Value v)
{
    TypingAlias *alias = as(TypingAlias, v);
    Tuple *inner = NULL;
    if (alias && alias->row && alias->row->kind == FORM_UNION)
        inner = alias->args;
    else if (v.tag == TAG_OBJ && v.obj->class == &UnionType_class)
        inner = tuple_from(value_get_attr(v, intern("__args__")));
    if (!inner) {
        v = typing_argument(v);
        if (!types_have(types, v))
            vec_push(types, v);
        return;
    }
    for (size_t i = 0; i < inner->length; i++)
        union_add(types, inner->at[i]);
}

static Value union_new(size_t count, const Value *args)
{
    ValueVec types = {0};
    for (size_t i = 0; i < count; i++)
        union_add(&types, args[i]);
    if (types.length == 1)
        return types.at[0];
    return alias_new(typing_form_find("Union"), UNSET, types.length, types.at);
}

/* 1 and True are two literals, 1 and 1 are one. */
static void literal_add(ValueVec *values, Value v)
{
    for (size_t i = 0; i < values->length; i++)
        if (class_of(values->at[i]) == class_of(v) && value_equal(values->at[i], v))
            return;
    vec_push(values, v);
}

static Value literal_new(const FormRow *row, size_t count, const Value *args)
{
    ValueVec values = {0};
    for (size_t i = 0; i < count; i++) {
        TypingAlias *inner = as(TypingAlias, args[i]);
        if (inner && inner->row && inner->row->kind == FORM_LITERAL) {
            for (size_t j = 0; j < inner->args->length; j++)
                literal_add(&values, inner->args->at[j]);
        } else {
            literal_add(&values, args[i]);
        }
    }
    return alias_new(row, UNSET, values.length, values.at);
}

static Value callable_new(const FormRow *row, size_t count, const Value *args)
{
    if (count != 2)
        raise_type("Callable must be used as Callable[[arg, ...], result].");
    ValueVec types = {0};
    List *parameters = is_instance(args[0], &list_class) ? (List *)args[0].obj : NULL;
    for (size_t i = 0; parameters && i < parameters->length; i++)
        vec_push(&types, typing_argument(parameters->at[i]));
    if (!parameters)
        vec_push(&types, args[0]);
    vec_push(&types, typing_argument(args[1]));
    return alias_new(row, UNSET, types.length, types.at);
}

static Value annotated_new(const FormRow *row, size_t count, const Value *args)
{
    if (count < 2)
        raise_type("Annotated[...] should be used with at least two arguments (a type and an "
                   "annotation).");
    TypingAlias *inner = as(TypingAlias, args[0]);
    bool nested = inner && inner->row && inner->row->kind == FORM_ANNOTATED;
    Value type = nested ? inner->origin : typing_argument(args[0]);
    TypingAlias *alias = (TypingAlias *)alias_new(row, type, 1, &type).obj;
    List *metadata = list_new(0);
    for (size_t i = 0; nested && i < inner->metadata->length; i++)
        list_append(metadata, inner->metadata->at[i]);
    for (size_t i = 1; i < count; i++)
        list_append(metadata, args[i]);
    alias->metadata = tuple_new(metadata->length, metadata->at);
    return OBJ(alias);
}

Value typing_generic_new(const FormRow *row, Value origin, size_t count, const Value *args)
{
    ValueVec types = {0};
    for (size_t i = 0; i < count; i++)
        vec_push(&types, typing_argument(args[i]));
    return alias_new(row, origin, types.length, types.at);
}

static Value form_subscript(Value self, Value key)
{
    const FormRow *row = ((SpecialForm *)self.obj)->row;
    bool many = key.tag == TAG_OBJ && key.obj->class == &tuple_class;
    size_t count = many ? ((Tuple *)key.obj)->length : 1;
    const Value *args = many ? ((Tuple *)key.obj)->at : &key;
    switch (row->kind) {
    case FORM_UNION:
        if (count == 0)
            raise_type("Cannot take a Union of no types.");
        return union_new(count, args);
    case FORM_OPTIONAL:
        if (count != 1)
            raise_type("typing.Optional requires a single type. Got %s.", value_repr(key)->text);
        return union_new(2, (Value[]){key, NONE});
    case FORM_LITERAL:
        return literal_new(row, count, args);
    case FORM_CALLABLE:
        return callable_new(row, count, args);
    case FORM_ANNOTATED:
        return annotated_new(row, count, args);
    case FORM_PLAIN:
        raise_type("typing.%s is not subscriptable", row->name);
    default:
        if (row->count && count != row->count)
            raise_type("Too %s arguments for typing.%s; actual %zu, expected %zu",
                       count < row->count ? "few" : "many", row->name, count, row->count);
        return typing_generic_new(row, UNSET, count, args);
    }
}

/* --- type variables inside aliases ------------------------------------------------------------ */

void typing_collect_parameters(ValueVec *out, Value v)
{
    if (is_instance(v, &TypeVar_class)) {
        if (!types_have(out, v))
            vec_push(out, v);
        return;
    }
    TypingAlias *alias = as(TypingAlias, v);
    Tuple *args = alias ? alias->args : NULL;
    if (!args && v.tag == TAG_OBJ && v.obj->class == &GenericAlias_class)
        args = tuple_from(value_get_attr(v, intern("__args__")));
    for (size_t i = 0; args && i < args->length; i++)
        typing_collect_parameters(out, args->at[i]);
}

static Value substitute(Value v, const ValueVec *parameters, const Value *values)
{
    for (size_t i = 0; i < parameters->length; i++)
        if (value_is(v, parameters->at[i]))
            return values[i];
    TypingAlias *alias = as(TypingAlias, v);
    if (v.tag == TAG_OBJ && v.obj->class == &GenericAlias_class) {
        Tuple *inner = tuple_from(value_get_attr(v, intern("__args__")));
        List *made = list_new(inner->length);
        for (size_t i = 0; i < inner->length; i++)
            list_append(made, substitute(inner->at[i], parameters, values));
        return value_subscript(value_get_attr(v, intern("__origin__")),
                               OBJ(tuple_new(made->length, made->at)));
    }
    if (!alias)
        return v;
    List *args = list_new(alias->args->length);
    for (size_t i = 0; i < alias->args->length; i++)
        list_append(args, substitute(alias->args->at[i], parameters, values));
    if (alias->row && alias->row->kind == FORM_UNION)
        return union_new(args->length, args->at);
    TypingAlias *made =
        (TypingAlias *)alias_new(alias->row, alias->origin, args->length, args->at).obj;
    made->metadata = alias->metadata;
    if (alias->metadata)
        made->origin = args->at[0];
    return OBJ(made);
}

static Value alias_subscript(Value self, Value key)
{
    ValueVec parameters = {0};
    typing_collect_parameters(&parameters, self);
    if (parameters.length == 0)
        raise_type("%s is not a generic class", value_repr(self)->text);
    bool many = key.tag == TAG_OBJ && key.obj->class == &tuple_class;
    Tuple *values = many ? (Tuple *)key.obj : tuple_new(1, &key);
    if (values->length != parameters.length)
        raise_type("Too %s arguments for %s; actual %zu, expected %zu",
                   values->length < parameters.length ? "few" : "many", value_repr(self)->text,
                   values->length, parameters.length);
    List *types = list_new(values->length);
    for (size_t i = 0; i < values->length; i++)
        list_append(types, typing_argument(values->at[i]));
    return substitute(self, &parameters, types->at);
}

/* --- origins ---------------------------------------------------------------------------------- */

Value typing_row_origin(const FormRow *row)
{
    if (row->builtin)
        return OBJ(row->builtin);
    if (row->module)
        return library_get(row->module, row->origin ? row->origin : row->name);
    return UNSET;
}

Value typing_form_new(const FormRow *row)
{
    SpecialForm *form = obj_new(SpecialForm);
    form->row = row;
    return OBJ(form);
}

Value typing_attribute(const char *name)
{
    return value_get_attr(OBJ(import_module(intern("typing"))), intern(name));
}

/* What get_origin answers. */
static Value alias_origin(const TypingAlias *alias)
{
    if (is_set(alias->origin))
        return alias->origin;
    Value origin = typing_row_origin(alias->row);
    return is_set(origin) ? origin : typing_attribute(alias->row->name);
}

static Value alias_getattr(Value self, Str *name)
{
    TypingAlias *alias = (TypingAlias *)self.obj;
    if (str_is(name, "__origin__"))
        return alias_origin(alias);
    if (str_is(name, "__args__"))
        return OBJ(alias->args);
    if (str_is(name, "__metadata__"))
        return alias->metadata ? OBJ(alias->metadata) : UNSET;
    if (str_is(name, "__parameters__")) {
        ValueVec parameters = {0};
        typing_collect_parameters(&parameters, self);
        return OBJ(tuple_new(parameters.length, parameters.at));
    }
    if (str_is(name, "__module__"))
        return STR(intern("typing"));
    if (alias->row && !str_is(name, "__name__"))
        return UNSET;
    if (alias->row)
        return STR(str_from(alias->row->name));
    if (str_starts_with(name, "__") && !str_is(name, "__name__") && !str_is(name, "__qualname__"))
        return UNSET;
    return value_find_attr(alias->origin, name);
}

typedef struct OrigClassJob {
    Value made, alias;
} OrigClassJob;

static void set_orig_class(void *argument)
{
    OrigClassJob *job = argument;
    value_set_attr(job->made, intern("__orig_class__"), job->alias);
}

static _Noreturn void raise_no_instances(const FormRow *row)
{
    raise_type("Type %s cannot be instantiated; use %s() instead", row->name, row->builtin->name);
}

static Value alias_call(Value self, const Call *call_)
{
    TypingAlias *alias = (TypingAlias *)self.obj;
    Value origin = alias_origin(alias);
    if (!is_instance(origin, &type_class))
        raise_type("Type %s cannot be instantiated", value_repr(self)->text);
    if (alias->row && alias->row->builtin)
        raise_no_instances(alias->row);
    Value made = call_with(origin, call_);
    OrigClassJob job = {made, self};
    Err *err = alias->row ? NULL : protect(set_orig_class, &job);
    if (err && !err_is(err, &AttributeError_class) && !err_is(err, &TypeError_class))
        err_raise(err);
    return made;
}

static bool same_members(const Tuple *a, const Tuple *b)
{
    for (size_t i = 0; i < a->length; i++)
        if (!value_contains(OBJ(b), a->at[i]))
            return false;
    return a->length == b->length;
}

static bool alias_equal(Value left, Value right)
{
    TypingAlias *a = as(TypingAlias, left), *b = as(TypingAlias, right);
    if (!a || !b || a->row != b->row || is_set(a->origin) != is_set(b->origin))
        return false;
    if (is_set(a->origin) && !value_equal(a->origin, b->origin))
        return false;
    if (a->row && (a->row->kind == FORM_UNION || a->row->kind == FORM_LITERAL))
        return same_members(a->args, b->args);
    if (a->metadata && !value_equal(OBJ(a->metadata), OBJ(b->metadata)))
        return false;
    return value_equal(OBJ(a->args), OBJ(b->args));
}

static int64_t alias_hash(Value self)
{
    TypingAlias *alias = (TypingAlias *)self.obj;
    int64_t hash = alias->row ? (int64_t)(alias->row - forms) + 77 : value_hash(alias->origin);
    for (size_t i = 0; i < alias->args->length; i++)
        hash += value_hash(alias->args->at[i]);
    return hash;
}

/* X | Y of anything from typing. */
Value typing_binop(Operator op, Value left, Value right)
{
    return op == OPERATOR_OR ? union_new(2, (Value[]){left, right}) : UNSET;
}

#define BASES_PARAMS(P) P(ONLY, any, bases, Required)
/* class C(Base[int]): the real base. Generic itself gives way when a later base derives from it. */
NATIVE(TypingAlias, mro_entries, BASES_PARAMS)
{
    Value origin = alias_origin(self);
    if (self->row && strcmp(self->row->name, "Generic") == 0) {
        Tuple *bases = tuple_from(a->bases);
        for (size_t i = 0; i < bases->length; i++) {
            TypingAlias *other = as(TypingAlias, bases->at[i]);
            if (other && other != self &&
                (!other->row || strcmp(other->row->name, "Protocol") == 0))
                return OBJ(tuple_new(0, NULL));
        }
    }
    return OBJ(tuple_new(1, &origin));
}

#define INSTANCE_PARAMS(P) P(ONLY, any, instance, Required)
NATIVE(TypingAlias, instancecheck, INSTANCE_PARAMS)
{
    if (!self->row || self->row->kind != FORM_UNION)
        raise_type("Subscripted generics cannot be used with class and instance checks");
    for (size_t i = 0; i < self->args->length; i++)
        if (instance_check(a->instance, self->args->at[i]))
            return TRUE_VALUE;
    return FALSE_VALUE;
}

NATIVE(TypingAlias, copy_with, INSTANCE_PARAMS)
{
    Tuple *args = tuple_from(a->instance);
    if (self->row && self->row->kind == FORM_UNION)
        return union_new(args->length, args->at);
    return alias_new(self->row, self->origin, args->length, args->at);
}

static const Method alias_methods[] = {METHOD_AS("__mro_entries__", TypingAlias, mro_entries),
                                       METHOD_AS("__instancecheck__", TypingAlias, instancecheck),
                                       METHOD(TypingAlias, copy_with),
                                       {0}};
const Class TypingAlias_class = {
    CLASS_NAMED(TypingAlias, "_GenericAlias", "typing", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .methods = alias_methods,
    .repr = alias_repr,
    .getattr = alias_getattr,
    .subscript = alias_subscript,
    .call = alias_call,
    .equal = alias_equal,
    .hash = alias_hash,
    .binop = typing_binop,
};

/* --- forms as objects ------------------------------------------------------------------------- */

static Value form_getattr(Value self, Str *name)
{
    const FormRow *row = ((SpecialForm *)self.obj)->row;
    if (str_is(name, "_name") || str_is(name, "__name__") || str_is(name, "__qualname__"))
        return STR(str_from(row->name));
    if (str_is(name, "__module__"))
        return STR(intern("typing"));
    if (str_is(name, "__origin__") && (row->builtin || row->module))
        return typing_row_origin(row);
    return UNSET;
}

static Value form_call(Value self, const Call *call_)
{
    const FormRow *row = ((SpecialForm *)self.obj)->row;
    if (strcmp(row->name, "Any") == 0)
        raise_type("Any cannot be instantiated");
    if (row->kind != FORM_GENERIC)
        raise_type("Cannot instantiate typing.%s", row->name);
    if (row->builtin)
        raise_no_instances(row);
    return call_with(typing_row_origin(row), call_);
}

static bool form_equal(Value left, Value right)
{
    SpecialForm *a = as(SpecialForm, left), *b = as(SpecialForm, right);
    return a && b && a->row == b->row;
}

static int64_t form_hash(Value self)
{
    return (int64_t)(((SpecialForm *)self.obj)->row - forms) + 1000;
}

NATIVE(SpecialForm, mro_entries, BASES_PARAMS)
{
    if (self->row->kind == FORM_PLAIN)
        return OBJ(tuple_new(0, NULL));
    Value origin = typing_row_origin(self->row);
    if (!is_set(origin))
        raise_type("Cannot subclass typing.%s", self->row->name);
    return OBJ(tuple_new(1, &origin));
}

NATIVE(SpecialForm, instancecheck, INSTANCE_PARAMS)
{
    Value origin = typing_row_origin(self->row);
    if (!is_set(origin))
        raise_type("typing.%s cannot be used with isinstance()", self->row->name);
    return BOOL(instance_check(a->instance, origin));
}

NATIVE(SpecialForm, subclasscheck, INSTANCE_PARAMS)
{
    Value origin = typing_row_origin(self->row);
    if (!is_set(origin))
        raise_type("typing.%s cannot be used with issubclass()", self->row->name);
    Value builtin = value_get_attr(OBJ(import_module(intern("builtins"))), intern("issubclass"));
    return call(builtin, 2, (Value[]){a->instance, origin});
}

static const Method form_methods[] = {METHOD_AS("__mro_entries__", SpecialForm, mro_entries),
                                      METHOD_AS("__instancecheck__", SpecialForm, instancecheck),
                                      METHOD_AS("__subclasscheck__", SpecialForm, subclasscheck),
                                      {0}};
const Class SpecialForm_class = {
    CLASS_NAMED(SpecialForm, "_SpecialForm", "typing", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT,
    .methods = form_methods,
    .repr = form_repr,
    .getattr = form_getattr,
    .subscript = form_subscript,
    .call = form_call,
    .equal = form_equal,
    .hash = form_hash,
    .binop = typing_binop,
};

void typing_add_form_names(List *names_)
{
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (strcmp(forms[i].name, "Generic") != 0 && strcmp(forms[i].name, "Protocol") != 0)
            list_append(names_, STR(intern(forms[i].name)));
}
