/* operator.c -- the operator module: operators as functions, attrgetter, itemgetter, methodcaller.
 */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#define AB_PARAMS(P) P(ONLY, any, a, Required) P(ONLY, any, b, Required)
#define A_PARAMS(P)  P(ONLY, any, a, Required)

#define BINARY(name, op)                                                                           \
    FUNCTION(operator, name, AB_PARAMS)                                                            \
    {                                                                                              \
        return value_operate(OPERATOR_##op, a->a, a->b);                                           \
    }
#define IN_PLACE(name, op)                                                                         \
    FUNCTION(operator, name, AB_PARAMS)                                                            \
    {                                                                                              \
        return value_operate_in_place(OPERATOR_##op, a->a, a->b);                                  \
    }
#define UNARY(name, op)                                                                            \
    FUNCTION(operator, name, A_PARAMS)                                                             \
    {                                                                                              \
        return value_operate(OPERATOR_##op, a->a, UNSET);                                          \
    }
BINARY(add, ADD)
BINARY(sub, SUB)
BINARY(mul, MUL)
BINARY(truediv, DIV)
BINARY(floordiv, FLOORDIV)
BINARY(mod, MOD)
BINARY(pow, POW)
BINARY(matmul, MATMUL)
BINARY(lshift, LSHIFT)
BINARY(rshift, RSHIFT)
BINARY(and_, AND)
BINARY(or_, OR)
BINARY(xor, XOR)
BINARY(eq, EQ)
BINARY(ne, NE)
BINARY(lt, LT)
BINARY(le, LE)
BINARY(gt, GT)
BINARY(ge, GE)
IN_PLACE(iadd, ADD)
IN_PLACE(isub, SUB)
IN_PLACE(imul, MUL)
IN_PLACE(itruediv, DIV)
IN_PLACE(ior, OR)
IN_PLACE(iand, AND)
IN_PLACE(ixor, XOR)
UNARY(neg, NEG)
UNARY(pos, POS)
UNARY(invert, INVERT)

FUNCTION(operator, not_, A_PARAMS)
{
    return BOOL(!value_truth(a->a));
}

FUNCTION(operator, truth, A_PARAMS)
{
    return BOOL(value_truth(a->a));
}

FUNCTION(operator, is_, AB_PARAMS)
{
    return BOOL(value_is(a->a, a->b));
}

FUNCTION(operator, is_not, AB_PARAMS)
{
    return BOOL(!value_is(a->a, a->b));
}

FUNCTION(operator, abs, A_PARAMS)
{
    return call1(value_get_attr(OBJ(import_module(intern("builtins"))), intern("abs")), a->a);
}

FUNCTION(operator, index, A_PARAMS)
{
    return value_index(a->a);
}

FUNCTION(operator, contains, AB_PARAMS)
{
    return BOOL(value_contains(a->a, a->b));
}

FUNCTION(operator, getitem, AB_PARAMS)
{
    return value_subscript(a->a, a->b);
}

#define ABC_PARAMS(P) AB_PARAMS(P) P(ONLY, any, c, Required)
FUNCTION(operator, setitem, ABC_PARAMS)
{
    value_set_subscript(a->a, a->b, a->c);
    return NONE;
}

FUNCTION(operator, delitem, AB_PARAMS)
{
    value_delete_subscript(a->a, a->b);
    return NONE;
}

/* What CPython walks as a sequence: its message is that of `in`. */
static Iter search_open(Value v)
{
    if (!has_items(v))
        raise_type("argument of type '%s' is not iterable", class_of(v)->name);
    return iter_open(v);
}

static void check_joins(Value v)
{
    const Class *class = class_of(v);
    bool is_sequence = is_set(class_find(class, N(__getitem__))) && class != &range_class && !is_instance(v, &dict_class);
    if (!value_is_opaque(v) && !is_sequence)
        raise_type("'%s' object can't be concatenated", class->name);
}

FUNCTION(operator, concat, AB_PARAMS)
{
    check_joins(a->a);
    return value_operate(OPERATOR_ADD, a->a, a->b);
}

FUNCTION(operator, iconcat, AB_PARAMS)
{
    check_joins(a->a);
    return value_operate_in_place(OPERATOR_ADD, a->a, a->b);
}

FUNCTION(operator, countOf, AB_PARAMS)
{
    int64_t count = 0;
    Value item;
    for (Iter it = search_open(a->a); iter_next(&it, &item);)
        count += value_equal(item, a->b);
    return INT(count);
}

FUNCTION(operator, indexOf, AB_PARAMS)
{
    Value item;
    int64_t index = 0;
    for (Iter it = search_open(a->a); iter_next(&it, &item); index++)
        if (value_equal(item, a->b))
            return INT(index);
    raise_value("sequence.index(x): x not in sequence");
}

#define HINT_PARAMS(P) P(ONLY, any, obj, Required) P(ONLY, any, otherwise, Zero)
FUNCTION(operator, length_hint, HINT_PARAMS)
{
    if (!is_int(value_plain(a->otherwise)))
        raise_type("'%s' object cannot be interpreted as an integer", class_text(a->otherwise));
    return INT(value_length_hint(a->obj, value_plain(a->otherwise).integer));
}

/* --- attrgetter("a.b", "c"), itemgetter(1, 2), methodcaller("name", ...) ---------------------- */

typedef struct Getter {
    Obj obj;
    List *names;
    Dict *keywords; /* methodcaller */
} Getter;
typedef Getter attrgetter;
typedef Getter itemgetter;
typedef Getter methodcaller;
static const Class attrgetter_class, itemgetter_class, methodcaller_class;

#define NAMES_PARAMS(P) P(REST, list, names, Empty)
static void getter_init(Getter *self, List *names)
{
    if (!names->length)
        raise_type("%s expected 1 argument, got 0", self->obj.class->name);
    self->names = names;
}

NATIVE(attrgetter, init, NAMES_PARAMS)
{
    getter_init(self, a->names);
    for (size_t i = 0; i < self->names->length; i++)
        if (!is_str(self->names->at[i]))
            raise_type("attribute name must be a string");
    return NONE;
}

NATIVE(itemgetter, init, NAMES_PARAMS)
{
    getter_init(self, a->names);
    return NONE;
}

#define METHODCALLER_PARAMS(P) NAMES_PARAMS(P) P(KWREST, dict, keywords, Empty)
NATIVE(methodcaller, init, METHODCALLER_PARAMS)
{
    if (!a->names->length)
        raise_type("methodcaller needs at least one argument, the method name");
    if (!value_find_str(a->names->at[0]))
        raise_type("method name must be a string");
    getter_init(self, a->names);
    self->keywords = a->keywords;
    return NONE;
}

static Value attribute_path(Value v, Value name)
{
    return v = value_get_attr(v, str_intern(name.str)), v;
}

static Value dotted(Value v, Value name)
{
    const char *p = name.str->text;
    for (const char *dot; (dot = strchr(p, '.')); p = dot + 1)
        v = value_get_attr(v, intern_bytes(p, (size_t)(dot - p)));
    return value_get_attr(v, intern(p));
}

static Value gather(Value self, const Call *call_, Value (*get)(Value, Value))
{
    Getter *getter = (Getter *)self.obj;
    if (call_->count != 1 || call_->keyword_count)
        raise_type("%s expected 1 argument, got %zu", class_text(self),
                   call_->count);
    if (getter->names->length == 1)
        return get(call_->args[0], getter->names->at[0]);
    List *parts = list_new(getter->names->length);
    for (size_t i = 0; i < getter->names->length; i++)
        list_append(parts, get(call_->args[0], getter->names->at[i]));
    return OBJ(tuple_new(parts->length, parts->at));
}

static Value attrgetter_call(Value self, const Call *call_)
{
    return gather(self, call_, dotted);
}

static Value itemgetter_call(Value self, const Call *call_)
{
    return gather(self, call_, value_subscript);
}

static Value methodcaller_call(Value self, const Call *call_)
{
    Getter *getter = (Getter *)self.obj;
    if (call_->count != 1)
        raise_type("methodcaller expected 1 argument, got %zu", call_->count);
    Value method = attribute_path(call_->args[0], getter->names->at[0]);
    return call_dict(method, getter->names->length - 1, getter->names->at + 1, getter->keywords);
}

static Str *getter_repr(Value self)
{
    Getter *getter = (Getter *)self.obj;
    Buf out = {0};
    buf_format(&out, "%s(", class_text(self));
    for (size_t i = 0; i < getter->names->length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", value_repr(getter->names->at[i])->text);
    DictEntry *entry;
    for (size_t i = 0; getter->keywords && (entry = dict_next(getter->keywords, &i));)
        buf_format(&out, ", %s=%s", entry->key.str->text, value_repr(entry->value)->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

static const Class attrgetter_class = {CLASS(attrgetter, "operator", object),
                                       .init = INIT(attrgetter), .call = attrgetter_call,
                                       .repr = getter_repr};
static const Class itemgetter_class = {CLASS(itemgetter, "operator", object),
                                       .init = INIT(itemgetter), .call = itemgetter_call,
                                       .repr = getter_repr};
static const Class methodcaller_class = {CLASS(methodcaller, "operator", object),
                                         .init = INIT(methodcaller), .call = methodcaller_call,
                                         .repr = getter_repr};

#define CALL_PARAMS(P)                                                                             \
    P(ONLY, any, callee, Required) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)
FUNCTION(operator, call, CALL_PARAMS)
{
    return call_dict(a->callee, a->args->length, a->args->at, a->keywords);
}

#define F(name) EXPORT_FUNCTION(operator, name)
/* --- _tuplegetter(index, doc): a field of a named tuple */

typedef struct TupleGetter {
    Obj obj;
    int64_t index;
    Value doc;
} TupleGetter;

#define TUPLE_GETTER_INIT(P) P(ONLY, int, index, Required) P(ONLY, any, doc, Required)
static const Class TupleGetter_class;
NATIVE(TupleGetter, init, TUPLE_GETTER_INIT)
{
    self->index = a->index;
    self->doc = a->doc;
    return NONE;
}

static Value tuple_getter_get(Value self, Value instance, const Class *owner)
{
    const TupleGetter *getter = (const TupleGetter *)self.obj;
    if (!is_set(instance))
        return self;
    if (!is_instance(instance, &tuple_class))
        raise_type("descriptor for index '%lld' for tuple subclasses doesn't apply to '%s' object",
                   (long long)getter->index, class_text(instance));
    const Tuple *tuple = (const Tuple *)instance.obj;
    if ((size_t)getter->index >= tuple->length)
        raise_exception(&IndexError_class, "tuple index out of range");
    return tuple->at[getter->index];
}

static bool tuple_getter_set(Value self, Value instance, Value value)
{
    raise_attribute(is_set(value) ? "can't set attribute" : "can't delete attribute");
}

static Value tuple_getter_getattr(Value self, Str *name)
{
    return str_is(name, "__doc__") ? ((const TupleGetter *)self.obj)->doc : UNSET;
}

static const Class TupleGetter_class = {
    CLASS_NAMED(TupleGetter, "_tuplegetter", "collections", object),
    .flags = CLASS_FINAL,
    .init = INIT(TupleGetter),
    .get = tuple_getter_get,
    .set = tuple_getter_set,
    .getattr = tuple_getter_getattr};

static const Export operator_exports[] = {EXPORT_CLASS_AS("_tuplegetter", TupleGetter),
                                          F(add),
                                          F(sub),
                                          F(mul),
                                          F(truediv),
                                          F(floordiv),
                                          F(mod),
                                          F(pow),
                                          F(matmul),
                                          F(lshift),
                                          F(rshift),
                                          F(and_),
                                          F(or_),
                                          F(xor),
                                          F(eq),
                                          F(ne),
                                          F(lt),
                                          F(le),
                                          F(gt),
                                          F(ge),
                                          F(call),
                                          F(concat),
                                          F(iconcat),
                                          F(iadd),
                                          F(isub),
                                          F(imul),
                                          F(itruediv),
                                          F(ior),
                                          F(iand),
                                          F(ixor),
                                          F(neg),
                                          F(pos),
                                          F(invert),
                                          EXPORT_FUNCTION_AS("inv", operator, invert),
                                          F(not_),
                                          F(truth),
                                          F(is_),
                                          F(is_not),
                                          F(abs),
                                          F(index),
                                          F(contains),
                                          F(getitem),
                                          F(setitem),
                                          F(delitem),
                                          F(countOf),
                                          F(indexOf),
                                          F(length_hint),
                                          EXPORT_CLASS(attrgetter),
                                          EXPORT_CLASS(itemgetter),
                                          EXPORT_CLASS(methodcaller),
                                          EXPORT_FUNCTION_AS("__add__", operator, add),
                                          EXPORT_FUNCTION_AS("__concat__", operator, concat),
                                          EXPORT_FUNCTION_AS("__iconcat__", operator, iconcat),
                                          EXPORT_FUNCTION_AS("__eq__", operator, eq),
                                          EXPORT_FUNCTION_AS("__lt__", operator, lt),
                                          EXPORT_FUNCTION_AS("__and__", operator, and_),
                                          EXPORT_FUNCTION_AS("__or__", operator, or_),
                                          {0}};
const ModuleDef operator_module = {"operator", (const Export *const[]){operator_exports, NULL},
                                   false, NULL};
