/* decimal_context.c -- contexts, signals and the decimal module. */
#include "pystd/decimal.h"

static const Class Context_class;
static const Class DecimalException_class = {
    CLASS_NAMED(BaseException, "DecimalException", "decimal", ArithmeticError)};
const Class InvalidOperation_class = {
    CLASS_NAMED(BaseException, "InvalidOperation", "decimal", DecimalException)};
const Class DivisionByZero_class = {
    CLASS_NAMED(BaseException, "DivisionByZero", "decimal", ZeroDivisionError)};

/* What an InvalidOperation says it was. */
static const Class ConversionSyntax_class = {
    CLASS_NAMED(BaseException, "ConversionSyntax", "decimal", InvalidOperation)};
static const Class DivisionUndefined_class = {
    CLASS_NAMED(BaseException, "DivisionUndefined", "decimal", InvalidOperation)};

_Noreturn void decimal_raise_condition(DecimalCondition condition)
{
    Value class = condition == DECIMAL_CONVERSION_SYNTAX ? OBJ(&ConversionSyntax_class)
                                                         : OBJ(&DivisionUndefined_class);
    raise_exception_with(&InvalidOperation_class, OBJ(list_of(1, &class)));
}

/* What getcontext() gives. Every result asks for its precision, so it is not looked up by name. */
static Context *current;

Context *decimal_context(void)
{
    if (!current)
        current = (Context *)instantiate(&Context_class, &(Call){0}).obj;
    return current;
}

_Noreturn void decimal_raise_invalid(const char *what)
{
    Value condition = OBJ(&InvalidOperation_class);
    raise_exception_with(&InvalidOperation_class,
                         what ? STR(str_from(what)) : OBJ(list_of(1, &condition)));
}

/* --- contexts --------------------------------------------------------------------------------- */

#define CONTEXT_INIT(P)                                                                            \
    P(POS, any, prec, None) P(POS, any, rounding, None) P(KWREST, dict, more, Empty)
NATIVE(Context, init, CONTEXT_INIT)
{
    self->prec = is_none(a->prec) ? 28 : value_plain(a->prec).integer;
    self->rounding = is_none(a->rounding) ? str_from("ROUND_HALF_EVEN") : value_str(a->rounding);
    return NONE;
}

NATIVE0(Context, copy)
{
    Context *copy = obj_new(Context);
    copy->prec = self->prec;
    copy->rounding = self->rounding;
    return OBJ(copy);
}

#define NUMBER_PARAMS(P) P(ONLY, any, num, Required)
NATIVE(Context, create_decimal, NUMBER_PARAMS)
{
    Value made = instantiate(&Decimal_class, &(Call){.count = 1, .args = &a->num});
    Value args[] = {made, OBJ(self)};
    return call(library_get("_decimal_methods", "_rounded"), 2, args);
}

static Str *context_repr(Value self)
{
    Context *context = (Context *)self.obj;
    return str_format(
        "Context(prec=%lld, rounding=%s, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], "
        "traps=[InvalidOperation, DivisionByZero, Overflow])",
        (long long)context->prec, context->rounding->text);
}

/* Limits, signals and operations under a context are Python. */
static Value context_rare(Value self, Str *name)
{
    if (name->text[0] == '_')
        return UNSET;
    Value args[] = {self, STR(name)};
    Value found = call(library_get("_decimal_methods", "context_attribute"), 2, args);
    return is_none(found) ? UNSET : found;
}

static const Method context_methods[] = {METHOD(Context, copy),
                                         METHOD_AS("__copy__", Context, copy),
                                         METHOD(Context, create_decimal),
                                         {0}};
static const Field context_fields[] = {
    FIELD(Context, int, prec, MUTABLE), FIELD(Context, str, rounding, MUTABLE), {0}};
static const Class Context_class = {CLASS(Context, "decimal", object),
                                    .init = INIT(Context),
                                    .methods = context_methods,
                                    .fields = context_fields,
                                    .repr = context_repr,
                                    .getattr = context_rare,
                                    .flags = CLASS_ANY_ATTR};

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
    current = get_as(Context, a->context, "context");
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
