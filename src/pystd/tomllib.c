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

/* A script value; `moment` makes dates and floats of their text. */
static Value convert(const TomlValue *v, Value moment)
{
    List *list;
    Dict *dict;
    switch (v->type) {
    case TOML_STRING:
        return STR(v->text);
    case TOML_INTEGER:
        return INT(v->integer);
    case TOML_FLOAT:
        return FLOAT(v->number);
    case TOML_BOOL:
        return BOOL(v->boolean);
    case TOML_DATE:
        return call1(moment, STR(v->text));
    case TOML_ARRAY:
        list = list_new(0);
        for (size_t i = 0; i < v->array.length; i++)
            list_append(list, convert(v->array.at[i], moment));
        return OBJ(list);
    default:
        dict = dict_new();
        for (size_t i = 0; i < v->table.length; i++)
            dict_set_str(dict, v->table.at[i].key, convert(v->table.at[i].value, moment));
        return OBJ(dict);
    }
}

#define PARSE_PARAMS(P) P(ONLY, str, text, Required) P(ONLY, any, moment, Required)
/* Raises ValueError with (words, line, column). */
FUNCTION(tomllib, parse, PARSE_PARAMS)
{
    Job job = {a->text, NULL};
    Err *err = protect(parse, &job);
    if (!err)
        return convert(job.document, a->moment);
    if (!err->code || strcmp(err->code, "toml.syntax") != 0)
        err_raise(err);
    Value parts[] = {STR(err->message), INT(err->pos.line), INT(err->pos.column)};
    raise_exception_with(&ValueError_class, OBJ(tuple_new(3, parts)));
}

static const Export tomllib_exports[] = {EXPORT_FUNCTION(tomllib, parse), {0}};
const ModuleDef tomllib_core_module = {"_tomllib", (const Export *const[]){tomllib_exports, NULL},
                                       false, NULL};
