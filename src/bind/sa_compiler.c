/* sa_compiler.c -- sqlalchemy.ext.compiler: @compiles functions, and the compiler object they are
 * given.
 *
 * The functions registered for a class are kept in its member "_compiles" (dialect name ->
 * function). The object wraps the writer that is at work; what it writes for a part comes back as
 * text.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

static const char *const member = "_compiles", *const plain_mark = "_compiles_as_usual";

typedef struct SQLCompiler {
    Obj obj;
    Writer *writer;
} SQLCompiler;
extern const Class SQLCompiler_class;

/* --- registering ------------------------------------------------------------------------------ */

/* The functions of this very class. */
static Dict *functions_of(const Class *class, bool make)
{
    Dict *own = class->state && class->state->dict
                    ? as(Dict, dict_find_text(class->state->dict, member))
                    : NULL;
    if (own || !make)
        return own;
    own = dict_new();
    class_set(class, intern(member), OBJ(own));
    return own;
}

typedef struct CompilesDecorator {
    Obj obj;
    const Class *class;
    List *dialects;
} CompilesDecorator;
extern const Class CompilesDecorator_class;

#define DECORATE_PARAMS(P) P(ONLY, any, fn, Required)
NATIVE(CompilesDecorator, register, DECORATE_PARAMS)
{
    Dict *functions = functions_of(self->class, true);
    for (size_t i = 0; i < self->dialects->length; i++)
        dict_set(functions, self->dialects->at[i], a->fn);
    if (self->dialects->length == 0)
        dict_set_text(functions, "default", a->fn);
    return a->fn;
}

static Value decorator_call(Value self, const Call *arguments)
{
    return CompilesDecorator_register_thunk(&CompilesDecorator_register_native, self, arguments);
}

const Class CompilesDecorator_class = {
    CLASS_NAMED(CompilesDecorator, "compiles", "sqlalchemy.ext.compiler", object),
    .flags = CLASS_ABSTRACT,
    .call = decorator_call,
};

#define COMPILES_PARAMS(P) P(ONLY, type, class_, Required) P(REST, list, specs, Empty)
FUNCTION(compiler, compiles, COMPILES_PARAMS)
{
    CompilesDecorator *decorator = (CompilesDecorator *)object_allocate(&CompilesDecorator_class);
    decorator->class = a->class_;
    decorator->dialects = a->specs;
    return OBJ(decorator);
}

#define CLASS_PARAM(P) P(ONLY, type, class_, Required)
FUNCTION(compiler, deregister, CLASS_PARAM)
{
    class_set(a->class_, intern(member), NONE);
    return NONE;
}

/* --- running ---------------------------------------------------------------------------------- */

static Value function_for(const Class *class, const char *dialect)
{
    for (const Class *c = class; c; c = c->base) {
        Dict *functions = functions_of(c, false);
        Value f = functions ? dict_find_text(functions, dialect) : UNSET;
        if (!is_set(f) && functions)
            f = dict_find_text(functions, "default");
        if (is_set(f))
            return f;
    }
    return UNSET;
}

static bool is_marked(const Obj *element)
{
    return element->attrs && is_set(dict_find_text(element->attrs, plain_mark));
}

static Value compiler_new(Writer *w)
{
    SQLCompiler *compiler = (SQLCompiler *)object_allocate(&SQLCompiler_class);
    compiler->writer = w;
    return OBJ(compiler);
}

static Str *compile_custom(Obj *element, Writer *w)
{
    Value function = is_marked(element) ? UNSET : function_for(element->class, w->dialect->name);
    if (!is_set(function))
        return NULL;
    Value arguments[] = {OBJ(element), compiler_new(w)};
    Value made = call(function, 2, arguments);
    Str *text = value_find_str(made);
    if (!text)
        raise_type("@compiles function for %s must return a str, not %s",
                   class_name(element->class)->text, class_text(made));
    return text;
}

/* --- the compiler object ---------------------------------------------------------------------- */

/* What the writer makes of v, in a buffer of its own. */
static Str *process(Writer *w, Value v)
{
    Buf outer = w->out;
    w->out = (Buf){0};
    if (is_instance(v, &TypeEngine_class))
        write_type(w, (Type *)v.obj);
    else
        write_element(w, is_instance(v, &ClauseElement_class) ? (ClauseElement *)v.obj
                                                              : element_from_value(v, NULL));
    Str *text = buf_str(&w->out);
    w->out = outer;
    return text;
}

static bool option(const Dict *options, const char *name, bool fallback)
{
    Value v = dict_find_text(options, name);
    return is_set(v) ? value_truth(v) : fallback;
}

#define PROCESS_PARAMS(P)                                                                          \
    P(ONLY, any, element, Required) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
NATIVE(SQLCompiler, process, PROCESS_PARAMS)
{
    Writer *w = self->writer;
    bool literal = w->options.literal_binds, bare = w->without_tables;
    w->options.literal_binds = option(a->options, "literal_binds", literal);
    w->without_tables = !option(a->options, "include_table", !bare);
    Str *text = process(w, a->element);
    w->options.literal_binds = literal;
    w->without_tables = bare;
    return STR(text);
}

/* visit_create_table(element) and every other visit_...: as if no function were registered for it.
 */
NATIVE(SQLCompiler, usual, PROCESS_PARAMS)
{
    if (a->element.tag != TAG_OBJ)
        raise_type("a compiler visits elements and types, not %s",
                   class_text(a->element));
    Dict *attrs = object_attrs(a->element.obj);
    dict_set_text(attrs, plain_mark, TRUE_VALUE);
    Str *text = process(self->writer, a->element);
    dict_remove(attrs, STR(intern(plain_mark)));
    return STR(text);
}

#define LITERAL_PARAMS(P) P(POS, any, value, Required) P(POS, any, type_, None)
NATIVE(SQLCompiler, render_literal_value, LITERAL_PARAMS)
{
    Type *type = is_none(a->type_) ? type_of_value(a->value) : type_from_value(a->type_);
    return STR(sql_literal_text(self->writer->dialect, a->value, type));
}

#define COLUMN_PARAMS(P) P(ONLY, any, column, Required) P(KWREST, dict, options, Empty)
NATIVE(SQLCompiler, get_column_specification, COLUMN_PARAMS)
{
    return STR(sql_column_text(self->writer->dialect, get_as(Column, a->column, "column")));
}

NATIVE(SQLCompiler, get_column_default_string, COLUMN_PARAMS)
{
    return STR(sql_default_text(self->writer->dialect, get_as(Column, a->column, "column")));
}

NATIVE0(SQLCompiler, dialect)
{
    return dialect_object_new(self->writer->dialect, NULL);
}

NATIVE0(SQLCompiler, preparer)
{
    return value_get_attr(dialect_object_new(self->writer->dialect, NULL),
                          intern("identifier_preparer"));
}

NATIVE0(SQLCompiler, itself)
{
    return OBJ(self);
}

static Value compiler_getattr(Value self, Str *name)
{
    return str_starts_with(name, "visit_") ? value_get_attr(self, intern("_usual")) : UNSET;
}

static const Method compiler_methods[] = {
    METHOD(SQLCompiler, process),
    METHOD_AS("_usual", SQLCompiler, usual),
    METHOD(SQLCompiler, render_literal_value),
    METHOD(SQLCompiler, get_column_specification),
    METHOD(SQLCompiler, get_column_default_string),
    PROPERTY(SQLCompiler, dialect),
    PROPERTY(SQLCompiler, preparer),
    PROPERTY_AS("identifier_preparer", SQLCompiler, preparer),
    PROPERTY_AS("sql_compiler", SQLCompiler, itself),
    PROPERTY_AS("type_compiler", SQLCompiler, itself),
    {0},
};
const Class SQLCompiler_class = {
    CLASS(SQLCompiler, "sqlalchemy.sql.compiler", object),
    .flags = CLASS_ANY_ATTR,
    .methods = compiler_methods,
    .getattr = compiler_getattr,
};

void sa_compiler_init(void)
{
    sql_set_custom_compiler(compile_custom);
}

const Export compiler_exports[] = {
    EXPORT_FUNCTION(compiler, compiles),
    EXPORT_FUNCTION(compiler, deregister),
    {0},
};
const Export sql_compiler_exports[] = {
    EXPORT_CLASS(SQLCompiler),
    EXPORT_CLASS_AS("DDLCompiler", SQLCompiler),
    EXPORT_CLASS_AS("StrSQLCompiler", SQLCompiler),
    EXPORT_CLASS_AS("Compiled", SQLCompiler),
    {0},
};
