/* tomllib.c -- _tomllib.parse(): the reader of base/toml.h for scripts; lib/tomllib.py is its face. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include "base/toml.h"

typedef struct Job {
    const Str *text;
    TomlValue *document;
} Job;

static void parse(void *arg)
{
    Job *job = arg;
    job->document = toml_parse(str_from("<toml>"), job->text);
}

typedef struct Hooks {
    Value moment, parse_float; /* make dates, and floats unless None, of their text */
} Hooks;

static Value convert(const TomlValue *v, const Hooks *hooks)
{
    List *list;
    Dict *dict;
    switch (v->type) {
    case TOML_STRING:
        return STR(v->text);
    case TOML_INTEGER:
        return v->text ? int_parse(STR(v->text), v->text, 10) : INT(v->integer);
    case TOML_FLOAT:
        return is_absent(hooks->parse_float) ? FLOAT(v->number)
                                             : call1(hooks->parse_float, STR(v->text));
    case TOML_BOOL:
        return BOOL(v->boolean);
    case TOML_DATE:
        return call1(hooks->moment, STR(v->text));
    case TOML_ARRAY:
        list = list_new(0);
        for (size_t i = 0; i < v->array.length; i++)
            list_append(list, convert(v->array.at[i], hooks));
        return OBJ(list);
    default:
        dict = dict_new();
        for (size_t i = 0; i < v->table.length; i++)
            dict_set_str(dict, v->table.at[i].key, convert(v->table.at[i].value, hooks));
        return OBJ(dict);
    }
}

#define PARSE_PARAMS(P)                                                                            \
    P(ONLY, str, text, Required) P(ONLY, any, moment, Required) P(ONLY, any, parse_float, Required)
/* Raises ValueError with (words, line, column). */
FUNCTION(tomllib, parse, PARSE_PARAMS)
{
    Job job = {a->text, NULL};
    Err *err = protect(parse, &job);
    if (!err)
        return convert(job.document, &(Hooks){a->moment, a->parse_float});
    if (!err->code || strcmp(err->code, "toml.syntax") != 0)
        err_raise(err);
    Value parts[] = {STR(err->message), INT(err->pos.line), INT(err->pos.column)};
    raise_exception_with(&ValueError_class, OBJ(tuple_new(3, parts)));
}

static const Export tomllib_exports[] = {EXPORT_FUNCTION(tomllib, parse), {0}};
const ModuleDef tomllib_core_module = {"_tomllib", (const Export *const[]){tomllib_exports, NULL},
                                       false, NULL};
