/* decimal_context.c -- contexts, signals and the decimal module. */
#include "pystd/decimal.h"

#include <stddef.h>

static const Class Context_class;
static const Class DecimalException_class = {
    CLASS_NAMED(BaseException, "DecimalException", "decimal", ArithmeticError)};
const Class InvalidOperation_class = {
    CLASS_NAMED(BaseException, "InvalidOperation", "decimal", DecimalException)};
const Class DivisionByZero_class = {
    CLASS_NAMED(BaseException, "DivisionByZero", "decimal", ZeroDivisionError)};

/* What getcontext() gives. Every result asks for its precision, so it is not looked up by name. */
static Context *current;

Context *decimal_context(void)
{
    if (!current)
        current = (Context *)instantiate(&Context_class, &(Call){0}).obj;
    return current;
}

/* --- signals ---------------------------------------------------------------------------------- */

enum { SIGNAL_COUNT = 9, CONDITION_COUNT = 3, ALL_SIGNALS = (1 << SIGNAL_COUNT) - 1 };
enum {
    INVALID_KINDS =
        DECIMAL_DIVISION_IMPOSSIBLE | DECIMAL_DIVISION_UNDEFINED | DECIMAL_CONVERSION_SYNTAX
};

/* By bit; the first nine in the order in which CPython looks for one that is trapped. */
static const char *const signal_names[] = {
    "InvalidOperation", "FloatOperation",     "DivisionByZero",    "Overflow",
    "Underflow",        "Subnormal",          "Inexact",           "Rounded",
    "Clamped",          "DivisionImpossible", "DivisionUndefined", "ConversionSyntax"};

static Value signal_class(size_t bit)
{
    return library_get("_decimal_more", signal_names[bit]);
}

/* The exception is the first signal that is trapped, its argument the list of all, kinds of invalid operations first. */
static _Noreturn void raise_trapped(int64_t signals, int64_t trapped)
{
    List *classes = list_new(0);
    size_t first = (size_t)__builtin_ctzll((unsigned long long)trapped);
    if ((trapped & DECIMAL_INVALID_OPERATION) && !(signals & INVALID_KINDS))
        list_append(classes, signal_class(0));
    for (size_t bit = SIGNAL_COUNT; bit < SIGNAL_COUNT + CONDITION_COUNT; bit++)
        if (signals >> bit & 1)
            list_append(classes, signal_class(bit));
    for (size_t bit = 1; bit < SIGNAL_COUNT; bit++)
        if (trapped >> bit & 1)
            list_append(classes, signal_class(bit));
    Value list = OBJ(classes);
    raise_object(call(signal_class(first), 1, &list));
}

void decimal_signal(int64_t signals)
{
    Context *context = decimal_context();
    int64_t noted = signals & INVALID_KINDS ? signals | DECIMAL_INVALID_OPERATION : signals;
    context->flags |= noted & ALL_SIGNALS;
    int64_t trapped = noted & context->traps & ALL_SIGNALS;
    if (trapped)
        raise_trapped(signals, trapped);
}

Value decimal_invalid(int64_t signals)
{
    decimal_signal(signals);
    return OBJ(decimal_special(&Decimal_class, DECIMAL_NAN, false));
}

int64_t decimal_aside(int64_t more, Rounding rounding, void (*body)(void *), void *arg)
{
    Context *before = decimal_context(), *aside = obj_new(Context);
    const Obj own = aside->obj;
    *aside = *before;
    aside->obj = own;
    aside->flags = aside->traps = 0;
    aside->prec += more;
    aside->clamp = more ? 0 : aside->clamp;
    aside->rounding = decimal_rounding_name(rounding);
    current = aside;
    Err *err = protect(body, arg);
    current = before;
    if (err)
        err_raise(err);
    return aside->flags;
}

typedef struct UnderJob {
    Value self, result;
    const char *method;
    size_t count;
    const Value *args;
} UnderJob;

static void under_job(void *arg)
{
    UnderJob *job = arg;
    bool constructs = strcmp(job->method, "__call__") == 0;
    job->result = constructs ? call(job->self, job->count, job->args)
                             : call_method(job->self, job->method, job->count, job->args);
}

Value decimal_under(Value context, Value self, const char *method, size_t count, const Value *args)
{
    if (!as(Context, context))
        raise_type("optional argument must be a context");
    Context *before = decimal_context();
    UnderJob job = {self, UNSET, method, count, args};
    current = as(Context, context);
    Err *err = protect(under_job, &job);
    current = before;
    if (err)
        err_raise(err);
    return job.result;
}

/* --- contexts --------------------------------------------------------------------------------- */

/* What an attribute may be: an int within bounds, or the words by which others are refused. */
static const struct ContextPart {
    const char *name;
    size_t offset;
    int64_t low, high;
    const char *refusal;
} context_parts[] = {
    {"prec", offsetof(Context, prec), 1, INT64_C(999999999999999999),
     "valid range for prec is [1, MAX_PREC]"},
    {"Emin", offsetof(Context, e_min), INT64_C(-999999999999999999), 0,
     "valid range for Emin is [MIN_EMIN, 0]"},
    {"Emax", offsetof(Context, e_max), 0, INT64_C(999999999999999999),
     "valid range for Emax is [0, MAX_EMAX]"},
    {"capitals", offsetof(Context, capitals), 0, 1, "valid values for capitals are 0 or 1"},
    {"clamp", offsetof(Context, clamp), 0, 1, "valid values for clamp are 0 or 1"},
};

/* A list of signals, or another mapping of them. */
static int64_t signals_from(Value v)
{
    return value_plain(call(library_get("_decimal_methods", "_signal_bits"), 1, &v)).integer;
}

static bool context_setattr(Value self, Str *name, Value value)
{
    Context *context = (Context *)self.obj;
    bool is_signals = str_is(name, "flags") || str_is(name, "traps");
    for (size_t i = 0; i < COUNT_OF(context_parts); i++) {
        const struct ContextPart *part = &context_parts[i];
        if (!str_is(name, part->name))
            continue;
        if (!is_set(value))
            raise_attribute("context attributes cannot be deleted");
        if (!is_int(value_plain(value)))
            raise_type("an integer is required");
        Value n = value_plain(value);
        if (n.tag != TAG_INT || n.integer < part->low || n.integer > part->high)
            raise_value("%s", part->refusal);
        *(int64_t *)(void *)((char *)context + part->offset) = n.integer;
        return true;
    }
    if (!is_signals && !str_is(name, "rounding"))
        return false;
    if (!is_set(value))
        raise_attribute("context attributes cannot be deleted");
    if (is_signals)
        *(str_is(name, "flags") ? &context->flags : &context->traps) = signals_from(value);
    else
        decimal_rounding(is_absent(value) ? INT(0) : value), context->rounding = value_str(value);
    return true;
}

static void set_part(Context *context, const char *name, Value value)
{
    if (!is_absent(value))
        context_setattr(OBJ(context), intern(name), value);
}

static void make_usual(Context *context)
{
    context->prec = 28;
    context->rounding = str_from("ROUND_HALF_EVEN");
    context->e_min = -999999;
    context->e_max = 999999;
    context->capitals = 1;
    context->traps = DECIMAL_INVALID_OPERATION | DECIMAL_DIVISION_BY_ZERO | DECIMAL_OVERFLOW;
}

#define CONTEXT_INIT(P)                                                                            \
    P(POS, any, prec, None)                                                                        \
    P(POS, any, rounding, None)                                                                    \
    P(POS, any, Emin, None)                                                                        \
    P(POS, any, Emax, None)                                                                        \
    P(POS, any, capitals, None)                                                                    \
    P(POS, any, clamp, None)                                                                       \
    P(POS, any, flags, None)                                                                       \
    P(POS, any, traps, None)                                                                       \
    P(KWREST, dict, more, Empty)
NATIVE(Context, init, CONTEXT_INIT)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(a->more, &i));)
        raise_type("'%s' is an invalid keyword argument for this function",
                   value_str(entry->key)->text);
    make_usual(self);
    set_part(self, "prec", a->prec);
    set_part(self, "rounding", a->rounding);
    set_part(self, "Emin", a->Emin);
    set_part(self, "Emax", a->Emax);
    set_part(self, "capitals", a->capitals);
    set_part(self, "clamp", a->clamp);
    set_part(self, "flags", a->flags);
    set_part(self, "traps", a->traps);
    return NONE;
}

NATIVE0(Context, copy)
{
    Context *copy = obj_new(Context);
    const Obj own = copy->obj;
    *copy = *self;
    copy->obj = own;
    return OBJ(copy);
}

#define NUMBER_PARAMS(P) P(ONLY, any, num, Required)
NATIVE(Context, create_decimal, NUMBER_PARAMS)
{
    const Str *text = value_find_str(a->num);
    bool has_blanks = text && strpbrk(text->text, "_ \t\n\r\f\v"); /* which Decimal() passes over */
    Value source = has_blanks ? STR(str_from("?")) : a->num;
    Value made = decimal_under(OBJ(self), OBJ(&Decimal_class), "__call__", 1, &source);
    Value args[] = {made, OBJ(self)};
    return call(library_get("_decimal_methods", "_rounded"), 2, args);
}

NATIVE0(Context, clear_flags)
{
    self->flags = 0;
    return NONE;
}

NATIVE0(Context, clear_traps)
{
    self->traps = 0;
    return NONE;
}

NATIVE0(Context, Etiny)
{
    return INT(self->e_min - self->prec + 1);
}

NATIVE0(Context, Etop)
{
    return INT(self->e_max - self->prec + 1);
}

/* "Inexact, Rounded", in the order in which CPython's C library numbers them. */
static Str *list_signals(int64_t signals)
{
    static const DecimalSignal order[] = {
        DECIMAL_CLAMPED, DECIMAL_INVALID_OPERATION, DECIMAL_DIVISION_BY_ZERO,
        DECIMAL_INEXACT, DECIMAL_FLOAT_OPERATION,   DECIMAL_OVERFLOW,
        DECIMAL_ROUNDED, DECIMAL_SUBNORMAL,         DECIMAL_UNDERFLOW};
    Buf out = {0};
    for (size_t i = 0; i < COUNT_OF(order); i++)
        if (signals & order[i])
            buf_format(&out, "%s%s", out.length ? ", " : "", signal_names[__builtin_ctz(order[i])]);
    return buf_str(&out);
}

static Str *context_repr(Value self)
{
    const Context *c = (Context *)self.obj;
    return str_format("Context(prec=%lld, rounding=%s, Emin=%lld, Emax=%lld, capitals=%lld, "
                      "clamp=%lld, flags=[%s], "
                      "traps=[%s])",
                      (long long)c->prec, c->rounding->text, (long long)c->e_min,
                      (long long)c->e_max, (long long)c->capitals, (long long)c->clamp,
                      list_signals(c->flags)->text, list_signals(c->traps)->text);
}

/* Signals as mappings, and operations under a context, are Python. */
static Value context_rare(Value self, Str *name)
{
    if (name->text[0] == '_')
        return UNSET;
    Value args[] = {self, STR(name)};
    Value found = call(library_get("_decimal_methods", "context_attribute"), 2, args);
    return is_none(found) ? UNSET : found;
}

static const Method context_methods[] = {
    METHOD(Context, copy),           METHOD_AS("__copy__", Context, copy),
    METHOD(Context, create_decimal), METHOD(Context, clear_flags),
    METHOD(Context, clear_traps),    METHOD(Context, Etiny),
    METHOD(Context, Etop),           {0}};
static const Field context_fields[] = {FIELD(Context, int, prec, READONLY),
                                       FIELD(Context, str, rounding, READONLY),
                                       FIELD_AS("Emin", Context, int, e_min, READONLY),
                                       FIELD_AS("Emax", Context, int, e_max, READONLY),
                                       FIELD(Context, int, capitals, READONLY),
                                       FIELD(Context, int, clamp, READONLY),
                                       FIELD_AS("_flags", Context, int, flags, MUTABLE),
                                       FIELD_AS("_traps", Context, int, traps, MUTABLE),
                                       {0}};
static const Class Context_class = {
    CLASS(Context, "decimal", object), .init = INIT(Context), .methods = context_methods,
    .fields = context_fields,          .repr = context_repr,  .getattr = context_rare,
    .setattr = context_setattr,        .flags = CLASS_NO_ATTR};

static Value make_context(void)
{
    return instantiate(&Context_class, &(Call){0});
}

FUNCTION(decimal, getcontext, NO_PARAMS)
{
    return OBJ(decimal_context());
}

#define SET_PARAMS(P) P(ONLY, any, context, Required)
FUNCTION(decimal, setcontext, SET_PARAMS)
{
    static const char *const templates[] = {"DefaultContext", "BasicContext", "ExtendedContext"};
    Value context = a->context;
    if (!as(Context, context))
        raise_type("argument must be a context");
    for (size_t i = 0; i < COUNT_OF(templates); i++)
        if (value_is(library_get("decimal", templates[i]), a->context))
            context = call_method(a->context, "copy", 0, NULL); /* they stay what they are */
    current = as(Context, context);
    return NONE;
}

#define SIGNALS_PARAMS(P) P(ONLY, int, signals, Required)
FUNCTION(decimal, _signal, SIGNALS_PARAMS)
{
    decimal_signal(a->signals);
    return NONE;
}

#define R(name) EXPORT_TEXT(#name, #name)
static Value make_all(void)
{
    return names_list(
        "Decimal Context DecimalTuple DefaultContext BasicContext ExtendedContext DecimalException "
        "InvalidOperation DivisionByZero Inexact Rounded Overflow Underflow FloatOperation "
        "Subnormal Clamped MAX_PREC MAX_EMAX MIN_EMIN MIN_ETINY HAVE_THREADS HAVE_CONTEXTVAR "
        "ROUND_HALF_EVEN ROUND_HALF_UP ROUND_HALF_DOWN ROUND_UP ROUND_DOWN ROUND_CEILING "
        "ROUND_FLOOR ROUND_05UP getcontext setcontext localcontext");
}

static const Export decimal_exports[] = {EXPORT_MAKE("__all__", make_all),
                                         EXPORT_CLASS(Decimal),
                                         EXPORT_CLASS(Context),
                                         EXPORT_CLASS(DecimalException),
                                         EXPORT_CLASS(InvalidOperation),
                                         EXPORT_CLASS(DivisionByZero),
                                         EXPORT_MAKE("DefaultContext", make_context),
                                         EXPORT_FUNCTION(decimal, getcontext),
                                         EXPORT_FUNCTION(decimal, setcontext),
                                         EXPORT_FUNCTION(decimal, _signal),
                                         R(ROUND_HALF_EVEN),
                                         R(ROUND_HALF_UP),
                                         R(ROUND_HALF_DOWN),
                                         R(ROUND_UP),
                                         R(ROUND_DOWN),
                                         R(ROUND_CEILING),
                                         R(ROUND_FLOOR),
                                         R(ROUND_05UP),
                                         {0}};

static Value decimal_getattr(Str *name)
{
    return library_find("_decimal_more", name);
}

const ModuleDef decimal_module = {"decimal", (const Export *const[]){decimal_exports, NULL}, false,
                                  decimal_getattr};
