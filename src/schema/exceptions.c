/* exceptions.c -- the exception classes of sqlalchemy.exc: their extra attributes and texts; bind/
 * exports them.
 *
 * All have the struct of BaseException; what StatementError adds (.statement, .params, .orig ...)
 * are attributes of the object, with the class's defaults behind them.
 */
#include "schema/schema.h"

/* NATIVE names the type of self; all of these are the one struct. */
typedef BaseException SQLAlchemyError, StatementError, DBAPIError, NoReferenceError;

/* --- codes ------------------------------------------------------------------------------------ */

static const struct {
    const Class *class;
    const char *code;
} class_codes[] = {
    {&UnsupportedCompilationError_class, "l7de"},
    {&InterfaceError_class, "rvf5"},
    {&DataError_class, "9h9h"},
    {&OperationalError_class, "e3q8"},
    {&IntegrityError_class, "gkpj"},
    {&InternalError_class, "2j85"},
    {&ProgrammingError_class, "f405"},
    {&NotSupportedError_class, "tw8g"},
    {&DatabaseError_class, "4xp6"},
    {&DBAPIError_class, "dbapi"},
};

/* The code of the class or its nearest base that has one, or NULL. */
static const char *class_code(const Class *class)
{
    for (const Class *c = class; c; c = c->base)
        for (size_t i = 0; i < COUNT_OF(class_codes); i++)
            if (class_codes[i].class == c)
                return class_codes[i].code;
    return NULL;
}

/* What reading an attribute gives that the object itself lacks. */
static Value error_getattr(Value self, Str *name)
{
    const Class *class = class_of(self);
    if (str_is(name, "code"))
        return class_code(class) ? STR(str_from(class_code(class))) : NONE;
    if (!is_subclass(class, &StatementError_class))
        return BaseException_class.getattr(self, name);
    if (str_is(name, "statement") || str_is(name, "params") || str_is(name, "orig") ||
        str_is(name, "ismulti"))
        return NONE;
    if (str_is(name, "connection_invalidated") || str_is(name, "hide_parameters"))
        return FALSE_VALUE;
    if (str_is(name, "detail")) {
        Value detail = OBJ(list_new(0));
        dict_set_text(object_attrs(self.obj), "detail", detail);
        return detail;
    }
    return BaseException_class.getattr(self, name);
}

/* --- texts ------------------------------------------------------------------------------------ */

enum { SHOWN_CHARACTERS = 300, SHOWN_BATCHES = 10, SHOWN_PARAMS = 100 };

/* repr(v), the middle of a long one left out. */
static Str *shown_value(Value v)
{
    Str *text = value_repr(v);
    if (text->characters <= SHOWN_CHARACTERS)
        return text;
    size_t half = SHOWN_CHARACTERS / 2;
    Str *left = str_slice_bytes(text, 0, str_offset(text, half));
    Str *right = str_slice_bytes(text, str_offset(text, text->characters - half), text->length);
    return str_format("%s ... (%u characters truncated) ... %s", left->text,
                      text->characters - SHOWN_CHARACTERS, right->text);
}

/* Items of one parameter set, joined; of very many, the first and the last. */
static void join_shown(Buf *out, const StrVec *items)
{
    size_t half = SHOWN_PARAMS / 2;
    bool cut = items->length > SHOWN_PARAMS;
    for (size_t i = 0; i < items->length; i++) {
        if (cut && i == half) {
            buf_format(out, " ... %zu parameters truncated ... ", items->length - SHOWN_PARAMS);
            i = items->length - half;
        } else if (i > 0) {
            buf_text(out, ", ");
        }
        buf_add(out, items->at[i]);
    }
}

static Str *shown_set(Value params)
{
    Buf out = {0};
    StrVec items = {0};
    bool is_dict = is_instance(params, &dict_class), is_tuple = is_instance(params, &tuple_class);
    if (is_dict) {
        DictEntry *entry;
        for (size_t i = 0; (entry = dict_next((Dict *)params.obj, &i));)
            vec_push(&items, str_format("%s: %s", value_repr(entry->key)->text,
                                        shown_value(entry->value)->text));
    } else {
        Iter it = iter_open(params);
        for (Value item; iter_next(&it, &item);)
            vec_push(&items, shown_value(item));
    }
    buf_char(&out, is_dict ? '{' : is_tuple ? '(' : '[');
    join_shown(&out, &items);
    buf_text(&out, is_dict ? "}" : !is_tuple ? "]" : items.length == 1 ? ",)" : ")");
    return buf_str(&out);
}

static void show_sets(Buf *out, const List *sets, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        buf_text(out, i > from ? ", " : "");
        buf_add(out, shown_set(sets->at[i]));
    }
}

/* The parameters as the [parameters: ...] line shows them. is_multi: a list of parameter sets. */
static Str *shown_params(Value params, Value is_multi)
{
    bool is_list = is_instance(params, &list_class);
    if (is_absent(is_multi) ||
        !(is_list || is_instance(params, &tuple_class) || is_instance(params, &dict_class)))
        return shown_value(params);
    if (!value_truth(is_multi))
        return shown_set(params);
    List *sets = list_from(params);
    Buf out = {0};
    buf_char(&out, is_list ? '[' : '(');
    if (sets->length > SHOWN_BATCHES) {
        show_sets(&out, sets, 0, SHOWN_BATCHES - 2);
        buf_format(&out, "  ... displaying %d of %zu total bound parameter sets ...  ",
                   SHOWN_BATCHES, sets->length);
        show_sets(&out, sets, sets->length - 2, sets->length);
    } else {
        show_sets(&out, sets, 0, sets->length);
    }
    buf_char(&out, is_list ? ']' : ')');
    return buf_str(&out);
}

static Str *message_of(const BaseException *e)
{
    if (e->args && e->args->length == 1)
        return value_str(e->args->at[0]);
    return value_repr(OBJ(e->args ? e->args : tuple_new(0, NULL)));
}

static Str *background(Value code)
{
    return str_format("(Background on this error at: https://sqlalche.me/e/20/%s)",
                      value_str(code)->text);
}

static Value attribute(Value self, const char *name)
{
    Value v = value_find_attr_text(self, name);
    return is_set(v) ? v : NONE;
}

static void add_line(Buf *out, const char *text)
{
    buf_text(out, out->length ? "\n" : "");
    buf_text(out, text);
}

enum { WHOLE_STATEMENT = 500, SHOWN_LEFT = 250, SHOWN_RIGHT = 100 };

/* Of many rows in one text both ends, as SQLAlchemy's insertmanyvalues shows them. */
static Str *shown_statement(Value self, Str *text)
{
    Value cuts = value_find_attr_text(self, "_cuts_statement");
    if (!is_set(cuts) || text->characters <= WHOLE_STATEMENT)
        return text;
    Str *left = str_slice_bytes(text, 0, str_offset(text, SHOWN_LEFT));
    Str *right =
        str_slice_bytes(text, str_offset(text, text->characters - SHOWN_RIGHT), text->length);
    return str_format("%s ... %u characters truncated ... %s", left->text,
                      (unsigned)(text->characters - SHOWN_LEFT - SHOWN_RIGHT), right->text);
}

static Str *statement_text(Value self)
{
    Buf out = {0};
    Value statement = attribute(self, "statement"), params = attribute(self, "params");
    Iter it = iter_open(attribute(self, "detail"));
    for (Value line; iter_next(&it, &line);)
        add_line(&out, str_format("(%s)", value_str(line)->text)->text);
    add_line(&out, message_of((BaseException *)self.obj)->text);
    if (value_truth(statement)) {
        add_line(&out,
                 str_format("[SQL: %s]", shown_statement(self, value_str(statement))->text)->text);
        if (value_truth(attribute(self, "hide_parameters")) && value_truth(params))
            add_line(&out, "[SQL parameters hidden due to hide_parameters=True]");
        else if (value_truth(params))
            add_line(&out, str_format("[parameters: %s]",
                                      shown_params(params, attribute(self, "ismulti"))->text)
                               ->text);
    }
    Value code = attribute(self, "code");
    if (value_truth(code))
        add_line(&out, background(code)->text);
    return buf_str(&out);
}

/* SQLAlchemyError.__str__: the message, and where to read about its code. */
static Str *error_text(Value self)
{
    if (is_instance(self, &StatementError_class))
        return statement_text(self);
    Str *message = message_of((BaseException *)self.obj);
    Value code = attribute(self, "code");
    return value_truth(code) ? str_format("%s %s", message->text, background(code)->text) : message;
}

/* --- making them from scripts ----------------------------------------------------------------- */

#define ERROR_INIT(P) P(REST, list, args, Empty) P(KEY, any, code, None)
NATIVE(SQLAlchemyError, init, ERROR_INIT)
{
    self->args = tuple_new(a->args->length, a->args->at);
    if (!is_none(a->code))
        dict_set_text(object_attrs(&self->obj), "code", a->code);
    return NONE;
}

static void statement_set(BaseException *e, Value message, Value statement, Value params,
                          Value orig)
{
    Dict *attrs = object_attrs(&e->obj);
    e->args = tuple_new(1, &message);
    dict_set_text(attrs, "statement", statement);
    dict_set_text(attrs, "params", params);
    dict_set_text(attrs, "orig", orig);
}

#define STATEMENT_INIT(P)                                                                          \
    P(POS, any, message, Required)                                                                 \
    P(POS, any, statement, None) P(POS, any, params, None) P(POS, any, orig, None)                 \
        P(POS, bool, hide_parameters, False) P(POS, any, code, None) P(POS, any, ismulti, None)
NATIVE(StatementError, init, STATEMENT_INIT)
{
    Dict *attrs = object_attrs(&self->obj);
    statement_set(self, a->message, a->statement, a->params, a->orig);
    dict_set_text(attrs, "hide_parameters", BOOL(a->hide_parameters));
    dict_set_text(attrs, "ismulti", a->ismulti);
    if (!is_none(a->code))
        dict_set_text(attrs, "code", a->code);
    return NONE;
}

#define ADD_DETAIL(P) P(POS, any, msg, Required)
NATIVE(StatementError, add_detail, ADD_DETAIL)
{
    list_append((List *)attribute(OBJ(self), "detail").obj, a->msg);
    return NONE;
}

#define DBAPI_INIT(P)                                                                              \
    P(POS, any, statement, None)                                                                   \
    P(POS, any, params, None) P(POS, any, orig, None) P(POS, bool, hide_parameters, False)         \
        P(POS, bool, connection_invalidated, False) P(POS, any, code, None)                        \
            P(POS, any, ismulti, None)
NATIVE(DBAPIError, init, DBAPI_INIT)
{
    const Class *orig = class_of(a->orig);
    Str *message = str_format("(%s.%s) %s", class_module(orig)->text, class_name(orig)->text,
                              value_str(a->orig)->text);
    Dict *attrs = object_attrs(&self->obj);
    statement_set(self, STR(message), a->statement, a->params, a->orig);
    dict_set_text(attrs, "hide_parameters", BOOL(a->hide_parameters));
    dict_set_text(attrs, "connection_invalidated", BOOL(a->connection_invalidated));
    dict_set_text(attrs, "ismulti", a->ismulti);
    if (!is_none(a->code))
        dict_set_text(attrs, "code", a->code);
    return NONE;
}

/* NoReferencedTableError(message, table_name), NoReferencedColumnError(message, table_name,
 * column_name) */
#define REFERENCE_INIT(P)                                                                          \
    P(POS, any, message, Required) P(POS, any, tname, None) P(POS, any, cname, None)
NATIVE(NoReferenceError, init, REFERENCE_INIT)
{
    self->args = tuple_new(1, &a->message);
    dict_set_text(object_attrs(&self->obj), "table_name", a->tname);
    if (is_subclass(self->obj.class, &NoReferencedColumnError_class))
        dict_set_text(object_attrs(&self->obj), "column_name", a->cname);
    return NONE;
}

/* --- classes ---------------------------------------------------------------------------------- */

static const Method statement_methods[] = {METHOD(StatementError, add_detail), {0}};
/* A result without the row or column asked for is a missing key, too. */
static const Class *const key_error_mixins[] = {&KeyError_class, NULL};

/* Numbers, because comparing addresses is no constant expression under the sanitizers. */
#define EXCEPTION_NUMBER(name_, base_) NUMBER_##name_,
enum { NUMBER_SAWarning, NUMBER_SADeprecationWarning, SQLALCHEMY_ERROR_LIST(EXCEPTION_NUMBER) };
#define IS(a, b) (NUMBER_##a == NUMBER_##b)
#define DEFINE_EXCEPTION(name_, base_)                                                             \
    const Class name_##_class = {                                                                  \
        .obj = {.class = &type_class},                                                             \
        .name = IS(name_, SATimeoutError) ? "TimeoutError" : #name_,                               \
        .module = "sqlalchemy.exc",                                                                \
        .base = &base_##_class,                                                                    \
        .mixins = IS(name_, NoSuchColumnError) ? key_error_mixins : NULL,                          \
        .size = sizeof(BaseException),                                                             \
        .flags = CLASS_ANY_ATTR,                                                                   \
        .init = IS(name_, StatementError)     ? &StatementError_init_native                        \
                : IS(name_, DBAPIError)       ? &DBAPIError_init_native                            \
                : IS(name_, NoReferenceError) ? &NoReferenceError_init_native                      \
                                              : NULL,                                              \
        .methods = IS(name_, StatementError) ? statement_methods : NULL,                           \
        .str = IS(name_, NoSuchColumnError) ? error_text : NULL,                                   \
        .getattr = IS(name_, NoSuchColumnError) ? error_getattr : NULL,                            \
        .state = &(ClassState){0},                                                                 \
    };

const Class SQLAlchemyError_class = {
    .obj = {.class = &type_class},
    .name = "SQLAlchemyError",
    .module = "sqlalchemy.exc",
    .base = &Exception_class,
    .size = sizeof(BaseException),
    .flags = CLASS_ANY_ATTR,
    .init = INIT(SQLAlchemyError),
    .str = error_text,
    .getattr = error_getattr,
    .state = &(ClassState){0},
};
DEFINE_EXCEPTION(SAWarning, RuntimeWarning)
DEFINE_EXCEPTION(SADeprecationWarning, DeprecationWarning)
SQLALCHEMY_ERROR_LIST(DEFINE_EXCEPTION)
