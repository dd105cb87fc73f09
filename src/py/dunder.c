/* dunder.c -- the slots of a class seen from scripts: obj.__repr__(), int.__add__, str.__new__(cls,
 * v).
 *
 * One row per dunder method says which slot it stands for and how a script's call becomes a call of
 * the slot. Must not know which class overrides what: that is the work of class_find.
 */
#include "py/py.h"
#include "py/internal.h"

typedef struct Dunder Dunder;
typedef struct SlotCall {
    const Class *owner;
    const Dunder *row;
    Value self;
    const Value *args; /* behind self, as many as the row says */
    const Call *call;  /* the same with keywords               */
} SlotCall;

struct Dunder {
    const char *name;
    size_t slot, other_slot; /* given when one of the two is filled */
    Value (*run)(const SlotCall *c);
    short arguments; /* behind self; -1: any, also keywords */
    Operator op;
    bool is_reflected, is_static;
};

/* --- one function per shape of slot ----------------------------------------------------------- */

static Value run_repr(const SlotCall *c)
{
    return STR(c->owner->repr(c->self));
}

static Value run_str(const SlotCall *c)
{
    return STR(c->owner->str ? c->owner->str(c->self) : value_repr(c->self));
}

static Value run_format(const SlotCall *c)
{
    Str *spec = value_find_str(c->args[0]);
    if (!spec)
        raise_type("__format__() argument must be str, not %s", class_of(c->args[0])->name);
    return STR(c->owner->format(c->self, spec));
}

static Value run_call(const SlotCall *c)
{
    return c->owner->call(c->self, c->call);
}

static Value equal_by_slots(const SlotCall *c)
{
    if (c->owner->binop) {
        Value result = c->owner->binop(OPERATOR_EQ, c->self, c->args[0]);
        if (is_set(result))
            return result;
    }
    const Class *owner = class_with_slot(c->owner, offsetof(Class, equal));
    if (!owner || owner == &object_class)
        return value_is(c->self, c->args[0]) ? TRUE_VALUE : NOT_IMPLEMENTED;
    if (!is_instance(c->args[0], owner))
        return NOT_IMPLEMENTED;
    return BOOL(owner->equal(c->self, c->args[0]));
}

/* object.__ne__ turns round what the class's own __eq__ says. */
static Value run_not_equal(const SlotCall *c)
{
    if (c->owner->binop) {
        Value result = c->owner->binop(OPERATOR_NE, c->self, c->args[0]);
        if (is_set(result))
            return result;
    }
    Value equal = special_call(c->self, N(__eq__), 1, c->args);
    if (!is_set(equal) || (equal.tag == TAG_OBJ && equal.obj == NOT_IMPLEMENTED.obj))
        return NOT_IMPLEMENTED;
    return BOOL(!value_truth(equal));
}

static Value run_operator(const SlotCall *c)
{
    Value other = c->row->arguments ? c->args[0] : UNSET;
    Value result = c->row->is_reflected ? c->owner->binop(c->row->op, other, c->self)
                                        : c->owner->binop(c->row->op, c->self, other);
    return is_set(result) ? result : NOT_IMPLEMENTED;
}

static Value run_getattr(const SlotCall *c)
{
    Str *name = value_find_str(c->args[0]);
    if (!name)
        raise_type("attribute name must be string, not '%s'", class_of(c->args[0])->name);
    Value result = c->owner->getattr(c->self, name);
    if (!is_set(result))
        raise_no_attribute(c->self, name);
    return result;
}

static Value run_subscript(const SlotCall *c)
{
    return c->owner->subscript(c->self, c->args[0]);
}

static Value run_set_subscript(const SlotCall *c)
{
    c->owner->set_subscript(c->self, c->args[0], c->args[1]);
    return NONE;
}

static Value run_delete_subscript(const SlotCall *c)
{
    c->owner->set_subscript(c->self, c->args[0], UNSET);
    return NONE;
}

static Value run_contains(const SlotCall *c)
{
    return BOOL(c->owner->contains(c->self, c->args[0]));
}

static Value run_length(const SlotCall *c)
{
    return INT(c->owner->length(c->self));
}

static Value run_truth(const SlotCall *c)
{
    return BOOL(c->owner->truth ? c->owner->truth(c->self) : c->owner->length(c->self) != 0);
}

static Value run_hash(const SlotCall *c)
{
    return INT(c->owner->hash(c->self));
}

static Value run_iter(const SlotCall *c)
{
    return c->owner->iter(c->self);
}

static Value run_next(const SlotCall *c)
{
    Value item = c->owner->next(c->self);
    if (!is_set(item))
        raise_exception_with(&StopIteration_class, UNSET);
    return item;
}

static Value run_get(const SlotCall *c)
{
    if (c->call->count < 1)
        raise_type("__get__() takes at least 1 argument (0 given)");
    Value instance = is_none(c->args[0]) && c->call->count > 1 ? UNSET : c->args[0];
    const Class *owner = c->call->count > 1 ? value_as_class(c->args[1]) : NULL;
    return c->owner->get(c->self, instance, owner ? owner : class_of(c->args[0]));
}

static Value run_set(const SlotCall *c)
{
    c->owner->set(c->self, c->args[0], c->args[1]);
    return NONE;
}

static Value run_delete(const SlotCall *c)
{
    c->owner->set(c->self, c->args[0], UNSET);
    return NONE;
}

static Value run_class_getitem(const SlotCall *c)
{
    const Class *class = value_as_class(c->self);
    return c->owner->class_subscript(class ? class : c->owner, c->args[0]);
}

static Value run_init(const SlotCall *c)
{
    return c->owner->init->thunk(c->owner->init, c->self, c->call);
}

static Value run_new(const SlotCall *c)
{
    const Class *class = value_as_class(c->self);
    if (!class)
        raise_type("%s.__new__(X): X is not a type object (%s)", c->owner->name,
                   class_text(c->self));
    if (!is_subclass(class, c->owner))
        raise_type("%s.__new__(%s): %s is not a subtype of %s", c->owner->name, class->name,
                   class->name, c->owner->name);
    return c->owner->construct->thunk(c->owner->construct, c->self, c->call);
}

static Value run_init_subclass(const SlotCall *c)
{
    const Class *class = value_as_class(c->self);
    Dict *keywords = dict_new();
    for (size_t i = 0; i < c->call->keyword_count; i++)
        dict_set_str(keywords, c->call->keywords[i], c->call->args[c->call->count + i]);
    c->owner->subclass_made(class ? class : c->owner, keywords);
    return NONE;
}

/* --- the rows --------------------------------------------------------------------------------- */

#define AT(member) offsetof(Class, member)
#define ROW(name, member, run, count)                                                              \
    {                                                                                              \
        name, AT(member), AT(member), run, count, 0, false, false                                  \
    }
#define BINARY(left, right, op)                                                                    \
    {left, AT(binop), AT(binop), run_operator, 1, op, false, false},                               \
    {                                                                                              \
        right, AT(binop), AT(binop), run_operator, 1, op, true, false                              \
    }
#define COMPARE(name, op)                                                                          \
    {                                                                                              \
        name, AT(binop), AT(binop), run_operator, 1, op, false, false                              \
    }
#define UNARY(name, op)                                                                            \
    {                                                                                              \
        name, AT(binop), AT(binop), run_operator, 0, op, false, false                              \
    }

static const Dunder rows[] = {
    ROW("__repr__", repr, run_repr, 0),
    ROW("__str__", str, run_str, 0),
    ROW("__format__", format, run_format, 1),
    ROW("__call__", call, run_call, -1),
    {"__eq__", AT(binop), AT(equal), equal_by_slots, 1, 0, false, false},
    {"__ne__", AT(binop), AT(equal), run_not_equal, 1, 0, false, false},
    COMPARE("__lt__", OPERATOR_LT),
    COMPARE("__le__", OPERATOR_LE),
    COMPARE("__gt__", OPERATOR_GT),
    COMPARE("__ge__", OPERATOR_GE),
    BINARY("__add__", "__radd__", OPERATOR_ADD),
    BINARY("__sub__", "__rsub__", OPERATOR_SUB),
    BINARY("__mul__", "__rmul__", OPERATOR_MUL),
    BINARY("__truediv__", "__rtruediv__", OPERATOR_DIV),
    BINARY("__floordiv__", "__rfloordiv__", OPERATOR_FLOORDIV),
    BINARY("__mod__", "__rmod__", OPERATOR_MOD),
    BINARY("__pow__", "__rpow__", OPERATOR_POW),
    BINARY("__matmul__", "__rmatmul__", OPERATOR_MATMUL),
    BINARY("__lshift__", "__rlshift__", OPERATOR_LSHIFT),
    BINARY("__rshift__", "__rrshift__", OPERATOR_RSHIFT),
    BINARY("__and__", "__rand__", OPERATOR_AND),
    BINARY("__or__", "__ror__", OPERATOR_OR),
    BINARY("__xor__", "__rxor__", OPERATOR_XOR),
    UNARY("__neg__", OPERATOR_NEG),
    UNARY("__pos__", OPERATOR_POS),
    UNARY("__invert__", OPERATOR_INVERT),
    ROW("__getattr__", getattr, run_getattr, 1),
    ROW("__getitem__", subscript, run_subscript, 1),
    ROW("__setitem__", set_subscript, run_set_subscript, 2),
    ROW("__delitem__", set_subscript, run_delete_subscript, 1),
    ROW("__contains__", contains, run_contains, 1),
    ROW("__len__", length, run_length, 0),
    ROW("__bool__", truth, run_truth, 0),
    ROW("__hash__", hash, run_hash, 0),
    ROW("__iter__", iter, run_iter, 0),
    ROW("__next__", next, run_next, 0),
    ROW("__get__", get, run_get, -1),
    ROW("__set__", set, run_set, 2),
    ROW("__delete__", set, run_delete, 1),
    ROW("__class_getitem__", class_subscript, run_class_getitem, 1),
    ROW("__init__", init, run_init, -1),
    {"__new__", AT(construct), AT(construct), run_new, -1, 0, false, true},
    ROW("__init_subclass__", subclass_made, run_init_subclass, -1),
};

/* --- which operators a built-in class has
 * One slot does them all; these classes know but some, and a script may ask (hasattr(x, "__add__")). A class
 * without a row has every operator: SQL expressions do. */

#define BIT(name) (1u << OPERATOR_##name)
#define SIGNS     (BIT(NEG) | BIT(POS))
#define LOGIC     (BIT(AND) | BIT(OR) | BIT(XOR))
#define BASICS    (BIT(ADD) | BIT(SUB) | BIT(MUL) | BIT(DIV) | BIT(POW))
#define WHOLE     (BIT(FLOORDIV) | BIT(MOD))
#define BITWISE   (LOGIC | BIT(LSHIFT) | BIT(RSHIFT))

static const struct OperatorRow {
    const Class *class;
    uint32_t left, right; /* bits of Operator: a op b asked of a, and of b (__radd__) */
} operator_rows[] = {
    {&int_class, BASICS | WHOLE | BITWISE | SIGNS | BIT(INVERT), BASICS | WHOLE | BITWISE},
    {&float_class, BASICS | WHOLE | SIGNS, BASICS | WHOLE},
    {&complex_class, BASICS | SIGNS, BASICS},
    {&str_class, BIT(ADD) | BIT(MUL) | BIT(MOD), BIT(MUL) | BIT(MOD)},
    {&bytes_class, BIT(ADD) | BIT(MUL) | BIT(MOD), BIT(MUL) | BIT(MOD)},
    {&bytearray_class, BIT(ADD) | BIT(MUL) | BIT(MOD), BIT(MUL) | BIT(MOD)},
    {&list_class, BIT(ADD) | BIT(MUL), BIT(MUL)},
    {&tuple_class, BIT(ADD) | BIT(MUL), BIT(MUL)},
    {&dict_class, BIT(OR), BIT(OR)},
    {&mapping_proxy_class, BIT(OR), BIT(OR)},
    {&set_class, LOGIC | BIT(SUB), LOGIC | BIT(SUB)},
    {&frozenset_class, LOGIC | BIT(SUB), LOGIC | BIT(SUB)},
    {&dict_keys_class, LOGIC | BIT(SUB), LOGIC | BIT(SUB)},
    {&dict_items_class, LOGIC | BIT(SUB), LOGIC | BIT(SUB)},
    {&type_class, BIT(OR), BIT(OR)},
    {&UnionType_class, BIT(OR), BIT(OR)},
    {&GenericAlias_class, BIT(OR), BIT(OR)},
    {&slice_class, 0, 0},
    {&range_class, 0, 0},
};

static bool has_operator(const Class *class, const Dunder *row)
{
    if (row->run != run_operator || (row->op >= OPERATOR_EQ && row->op <= OPERATOR_GE))
        return true;
    for (size_t i = 0; i < COUNT_OF(operator_rows); i++)
        if (operator_rows[i].class == class)
            return (row->is_reflected ? operator_rows[i].right : operator_rows[i].left) >> row->op & 1;
    return true;
}

static bool slot_is_filled(const Class *class, size_t slot)
{
    return *(void *const *)(const void *)((const char *)class + slot) != NULL;
}

/* What has a length is true by it and has no __bool__, but for ranges; some classes are never hashed. */
static bool has_row(const Class *class, const Dunder *row)
{
    if (row->run == run_truth && class->length)
        return class == &range_class;
    return (slot_is_filled(class, row->slot) || slot_is_filled(class, row->other_slot)) && has_operator(class, row);
}

/* Methods on the class itself rather than on its instances. */
static bool binds_class(const Dunder *row)
{
    return row->run == run_class_getitem || row->run == run_init_subclass;
}

static Value slot_function_new(const Class *class, const Dunder *row)
{
    SlotFunction *f = obj_new(SlotFunction);
    f->owner = class;
    f->row = row;
    return OBJ(f);
}

Value dunder_own(const Class *class, const Str *name)
{
    if (name->length < 5 || name->text[0] != '_' || name->text[1] != '_')
        return UNSET;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (rows[i].run == run_hash && class->hash == hash_unhashable && name == N(__hash__))
            return NONE;
        else if (str_is(name, rows[i].name) && has_row(class, &rows[i]))
            return slot_function_new(class, &rows[i]);
    return UNSET;
}

void dunder_own_names(const Class *class, List *out)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (has_row(class, &rows[i]))
            list_append(out, STR(intern(rows[i].name)));
}

/* --- slot functions as objects ---------------------------------------------------------------- */

/* A class may borrow a function of another one (`__len__ = list.__len__`): its instances are no lists. */
static void slot_function_check_self(const SlotFunction *f, Value self)
{
    if (f->row->is_static)
        return;
    const Class *class = binds_class(f->row) ? value_as_class(self) : NULL;
    if (class ? !is_subclass(class, f->owner) : !is_instance(self, f->owner))
        raise_type("descriptor '%s' requires a '%s' object but received a '%s'", f->row->name,
                   f->owner->name, class_text(self));
}

bool slot_function_is_own(Value member, const Class *class, const Str *name)
{
    if (member.tag != TAG_OBJ || member.obj->class != &SlotFunction_class)
        return false;
    const SlotFunction *f = (const SlotFunction *)member.obj;
    return f->owner == class && str_is(name, f->row->name);
}

static Value slot_function_run(SlotFunction *f, Value self, const Call *call)
{
    const Dunder *row = f->row;
    slot_function_check_self(f, self);
    if (row->arguments >= 0 && call->keyword_count)
        raise_type("wrapper %s() takes no keyword arguments", row->name);
    if (row->arguments >= 0 && call->count != (size_t)row->arguments)
        raise_type("expected %d argument%s, got %zu", row->arguments,
                   row->arguments == 1 ? "" : "s", call->count);
    return row->run(&(SlotCall){f->owner, row, self, call->args, call});
}

Value slot_function_call(Value function, Value self, const Call *call)
{
    return slot_function_run((SlotFunction *)function.obj, self, call);
}

static Value slot_call_unbound(Value function, const Call *call)
{
    SlotFunction *f = (SlotFunction *)function.obj;
    if (call->count == 0 && f->row->is_static)
        raise_type("%s.__new__(): not enough arguments", f->owner->name);
    if (call->count == 0)
        raise_type("descriptor '%s' of '%s' object needs an argument", f->row->name,
                   f->owner->name);
    Call rest = *call;
    rest.args++;
    rest.count--;
    return slot_function_run(f, call->args[0], &rest);
}

static Value slot_function_get(Value function, Value instance, const Class *owner)
{
    SlotFunction *f = (SlotFunction *)function.obj;
    if (binds_class(f->row))
        return method_new(function, OBJ(owner));
    return f->row->is_static || !is_set(instance) ? function : method_new(function, instance);
}

static Str *slot_function_repr(Value function)
{
    SlotFunction *f = (SlotFunction *)function.obj;
    return str_format("<slot wrapper '%s' of '%s' objects>", f->row->name, f->owner->name);
}

static bool slot_function_equal(Value a, Value b)
{
    SlotFunction *f = (SlotFunction *)a.obj, *g = (SlotFunction *)b.obj;
    return f->owner == g->owner && f->row == g->row;
}

static int64_t slot_function_hash(Value a)
{
    return (int64_t)((uintptr_t)((SlotFunction *)a.obj)->row >> 4);
}

static Value slot_function_getattr(Value self, Str *name)
{
    SlotFunction *f = (SlotFunction *)self.obj;
    if (name == N(__name__))
        return STR(intern(f->row->name));
    if (name == N(__qualname__))
        return STR(str_format("%s.%s", f->owner->name, f->row->name));
    if (str_is(name, "__text_signature__") && strcmp(f->row->name, "__init__") == 0) {
        const Native *native = f->owner->init ? f->owner->init : f->owner->construct;
        return native ? STR(native_signature(native, true)) : NONE;
    }
    return str_is(name, "__objclass__") ? OBJ(f->owner) : UNSET;
}

const Class SlotFunction_class = {
    CLASS_NAMED(SlotFunction, "wrapper_descriptor", "builtins", object),
    .flags = CLASS_FINAL,
    .call = slot_call_unbound,
    .get = slot_function_get,
    .repr = slot_function_repr,
    .equal = slot_function_equal,
    .hash = slot_function_hash,
    .getattr = slot_function_getattr,
};

/* --- names of operators ----------------------------------------------------------------------- */

static const struct {
    NameId method, reflected;
    const char *symbol;
} operators[OPERATOR_COUNT] = {
    [OPERATOR_ADD] = {NAME___add__, NAME___radd__, "+"},
    [OPERATOR_SUB] = {NAME___sub__, NAME___rsub__, "-"},
    [OPERATOR_MUL] = {NAME___mul__, NAME___rmul__, "*"},
    [OPERATOR_DIV] = {NAME___truediv__, NAME___rtruediv__, "/"},
    [OPERATOR_FLOORDIV] = {NAME___floordiv__, NAME___rfloordiv__, "//"},
    [OPERATOR_MOD] = {NAME___mod__, NAME___rmod__, "%"},
    [OPERATOR_POW] = {NAME___pow__, NAME___rpow__, "** or pow()"},
    [OPERATOR_MATMUL] = {NAME___matmul__, NAME___rmatmul__, "@"},
    [OPERATOR_LSHIFT] = {NAME___lshift__, NAME___rlshift__, "<<"},
    [OPERATOR_RSHIFT] = {NAME___rshift__, NAME___rrshift__, ">>"},
    [OPERATOR_AND] = {NAME___and__, NAME___rand__, "&"},
    [OPERATOR_OR] = {NAME___or__, NAME___ror__, "|"},
    [OPERATOR_XOR] = {NAME___xor__, NAME___rxor__, "^"},
    [OPERATOR_EQ] = {NAME___eq__, NAME___eq__, "=="},
    [OPERATOR_NE] = {NAME___ne__, NAME___ne__, "!="},
    [OPERATOR_LT] = {NAME___lt__, NAME___gt__, "<"},
    [OPERATOR_LE] = {NAME___le__, NAME___ge__, "<="},
    [OPERATOR_GT] = {NAME___gt__, NAME___lt__, ">"},
    [OPERATOR_GE] = {NAME___ge__, NAME___le__, ">="},
    [OPERATOR_NEG] = {NAME___neg__, NAME___neg__, "-"},
    [OPERATOR_POS] = {NAME___pos__, NAME___pos__, "+"},
    [OPERATOR_INVERT] = {NAME___invert__, NAME___invert__, "~"},
};

Str *operator_method(Operator op, bool reflected)
{
    return interned_names[reflected ? operators[op].reflected : operators[op].method];
}

const char *operator_symbol(Operator op)
{
    return operators[op].symbol;
}
