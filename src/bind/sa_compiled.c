/* sa_compiled.c -- str(statement), statement.compile(...), str(type), type.compile(...): SQL as
 * text for scripts. */
#include "bind/bind.h"
#include "bind/sa_inside.h"

/* The dialect of an argument that may be a Dialect, an Engine or a Connection; NONE: no dialect. */
static const Dialect *dialect_wanted(Value dialect)
{
    const Dialect *found = is_absent(dialect) ? NULL : dialect_find_in(dialect);
    if (!found && !is_absent(dialect))
        raise_exception(&ArgumentError_class, "Expected a Dialect, Engine or Connection, got %s",
                        value_repr(dialect)->text);
    return found;
}

/* How parameters are shown: the dialect object's paramstyle, which a script may have chosen. */
static ParamStyle style_of(const Dialect *dialect, Value object)
{
    Value given = is_instance(object, &DialectObject_class)
                      ? value_find_attr_text(object, "paramstyle")
                      : UNSET;
    Str *name = is_set(given) ? value_find_str(given) : NULL;
    ParamStyle style = dialect->shown_style;
    if (name)
        param_style_find(name, &style);
    return style;
}

static Stmt *compile(ClauseElement *element, Value dialect, bool literal_binds)
{
    const Dialect *wanted = dialect_wanted(dialect);
    CompileOptions options = {
        .literal_binds = literal_binds,
        .style = wanted ? style_of(wanted, dialect) : PARAM_NAMED,
        .generic_style = !wanted,
    };
    return sql_compile(wanted ? wanted : &generic_dialect, element, &options);
}

static Str *element_string(ClauseElement *element, Value dialect, bool literal_binds)
{
    return compile(element, dialect, literal_binds)->text;
}

static bool is_wanted(const Dict *keywords, const char *name)
{
    Value v = keywords ? dict_find_text(keywords, name) : UNSET;
    return is_set(v) && value_truth(v);
}

static Compiled *element_compiled(ClauseElement *element, Value dialect, const Dict *keywords)
{
    Stmt *stmt = compile(element, dialect, is_wanted(keywords, "literal_binds"));
    Compiled *compiled = obj_new(Compiled);
    compiled->string = stmt->text;
    compiled->params = dict_new();
    for (size_t i = 0; i < stmt->params.length; i++) {
        const BoundParam *param = &stmt->params.at[i];
        dict_set_str(compiled->params, param->name, is_set(param->value) ? param->value : NONE);
    }
    compiled->statement = element;
    compiled->dialect = dialect;
    return compiled;
}

static Str *type_string(Type *type, Value dialect)
{
    const Dialect *wanted = dialect_wanted(dialect);
    return wanted ? sql_type_text(wanted, type) : sql_type_text_plain(type);
}

void sa_compiled_init(void)
{
    schema_set_stringifier(element_string);
    schema_set_compiler(element_compiled);
    type_set_stringifier(type_string);
}
