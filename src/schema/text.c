/* text.c -- text("... :name ..."): SQL as written, with named parameters, and TextualSelect over
 * it. */
#include "schema/expr_inside.h"

#include <ctype.h>

/* --- finding the parameters ------------------------------------------------------------------- */

/* Letters of any language, digits and _ ; bytes of UTF-8 sequences count as letters. */
static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
    return is_word(c) || c == '$';
}

static size_t name_length(const char *p)
{
    size_t n = 0;
    while (is_name(p[n]))
        n++;
    return n;
}

/* The length of the name of a parameter whose colon is at p; 0 when it is none: `a::int`, `x:y`,
 * `\:z`. */
static size_t parameter_at(const char *start, const char *p)
{
    if (*p != ':' || (p > start && (p[-1] == ':' || p[-1] == '\\' || is_word(p[-1]))))
        return 0;
    size_t n = name_length(p + 1);
    return p[1 + n] == ':' ? 0 : n;
}

/* `\:name` is `:name`, unless another colon follows. */
static bool is_escape(const char *p)
{
    return p[0] == '\\' && p[1] == ':' && p[2 + name_length(p + 2)] != ':';
}

static void add_parameter(TextClause *text, Str *name)
{
    vec_push(&text->bind_names, name);
    if (!map_has(&text->binds, name))
        map_put(&text->binds, name, bind_new(name, UNSET, NULL, false));
}

static void text_split(TextClause *text)
{
    const char *start = text->text->text, *p = start;
    Buf part = {0};
    while (*p) {
        size_t n = parameter_at(start, p);
        if (n) {
            vec_push(&text->texts, buf_str(&part));
            buf_truncate(&part, 0);
            add_parameter(text, str_new(p + 1, n));
            p += n + 1;
            continue;
        }
        if (is_escape(p))
            p++;
        buf_char(&part, *p++);
    }
    vec_push(&text->texts, buf_str(&part));
}

TextClause *text_new(Str *given)
{
    TextClause *text = element_new(TextClause, EXPR_TEXT);
    text->text = given;
    text_split(text);
    return text;
}

#define TEXT(P) P(POS, any, text, Required) P(POS, any, bind, None)
FUNCTION(expression, text, TEXT)
{
    Str *given = value_find_str(a->text);
    if (!given)
        raise_type("expected string or bytes-like object, got '%s'",
                   class_text(a->text));
    return OBJ(text_new(given));
}

const Export text_exports[] = {EXPORT_FUNCTION(expression, text), {0}};

/* --- TextClause ------------------------------------------------------------------------------- */

static TextClause *text_copy(const TextClause *text)
{
    TextClause *copy = element_clone(text);
    copy->binds = (Map){0};
    for (size_t i = 0; i < text->binds.length; i++)
        map_put(&copy->binds, text->binds.at[i].key, text->binds.at[i].value);
    return copy;
}

static BindParameter *text_bind(const TextClause *text, Str *name)
{
    BindParameter *bind = map_find(&text->binds, name);
    if (!bind)
        raise_exception(&ArgumentError_class,
                        "This text() construct doesn't define a bound parameter named %s",
                        value_repr(STR(name))->text);
    return bind;
}

static BindParameter *bind_with_value(const BindParameter *bind, Value value)
{
    BindParameter *copy = element_clone(bind);
    copy->value = value;
    copy->required = false;
    if (type_is_null(copy->column_element.type) && !is_none(value))
        copy->column_element.type = type_of_value(value);
    return copy;
}

#define BINDPARAMS(P) P(REST, list, binds, Empty) P(KWREST, dict, values, Empty)
NATIVE(TextClause, bindparams, BINDPARAMS)
{
    TextClause *copy = text_copy(self);
    for (size_t i = 0; i < a->binds->length; i++) {
        BindParameter *bind = get_as(BindParameter, a->binds->at[i], "bindparams() argument");
        text_bind(self, bind->name);
        map_put(&copy->binds, bind->name, bind);
    }
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(a->values, &i));) {
        Str *name = value_find_str(entry->key);
        map_put(&copy->binds, name, bind_with_value(text_bind(copy, name), entry->value));
    }
    return OBJ(copy);
}

static void textual_add(TextualSelect *select, Value item)
{
    ColumnClause *column = as(ColumnClause, item);
    if (!column) {
        ClauseElement *element = element_from_column_name(item);
        Str *name = element_result_name(element);
        column = column_clause_new(name ? name : str_empty, element_type(element));
    }
    vec_push(&select->given, column);
}

#define COLUMNS(P) P(REST, list, columns, Empty) P(KWREST, dict, types, Empty)
NATIVE(TextClause, columns, COLUMNS)
{
    TextualSelect *select = element_new(TextualSelect, EXPR_TEXTUAL_SELECT);
    select->text = self;
    for (size_t i = 0; i < a->columns->length; i++)
        textual_add(select, a->columns->at[i]);
    select->positional = a->columns->length && !a->types->length;
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(a->types, &i));)
        vec_push(&select->given,
                 column_clause_new(value_find_str(entry->key), type_from_value(entry->value)));
    return OBJ(select);
}

#define EXECUTION_OPTIONS(P) P(KWREST, dict, options, Empty)
NATIVE(TextClause, execution_options, EXECUTION_OPTIONS)
{
    TextClause *copy = text_copy(self);
    dict_set_text(object_attrs((Obj *)copy), "_execution_options", OBJ(a->options));
    return OBJ(copy);
}

static Str *text_str(Value self)
{
    return element_text((ClauseElement *)self.obj, NONE, false);
}

static const Field text_fields[] = {FIELD(TextClause, str, text, MUTABLE), {0}};
static const Method text_methods[] = {
    METHOD(TextClause, bindparams),
    METHOD(TextClause, columns),
    METHOD(TextClause, execution_options),
    {0},
};
static const Class *const executable[] = {&Executable_class, NULL};
const Class TextClause_class = {
    CLASS(TextClause, "sqlalchemy.sql.elements", ClauseElement),
    .mixins = executable,
    .fields = text_fields,
    .methods = text_methods,
    .str = text_str,
};
