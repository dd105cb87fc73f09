/* sqlite_types.c -- a declared type of SQLite as a Type: by name, else by SQLite's rules of
 * affinity. */
#include "reflect/reflect.h"
#include "reflect/inside.h"

#include <ctype.h>
#include <stdlib.h>

/* How many numbers in parentheses a type takes, and which. */
typedef enum Arguments { NO_ARGUMENTS, LENGTH, PRECISION, PRECISION_SCALE } Arguments;

static const struct {
    const char *name;
    TypeId id;
    Arguments arguments;
} types[] = {
    {"INTEGER", TYPE_INTEGER, NO_ARGUMENTS},
    {"VARCHAR", TYPE_VARCHAR, LENGTH},
    {"TEXT", TYPE_TEXT, LENGTH},
    {"BOOLEAN", TYPE_BOOLEAN, NO_ARGUMENTS},
    {"BOOL", TYPE_BOOLEAN, NO_ARGUMENTS},
    {"DATETIME", TYPE_DATETIME, NO_ARGUMENTS},
    {"DATETIME_CHAR", TYPE_DATETIME, NO_ARGUMENTS},
    {"TIMESTAMP", TYPE_TIMESTAMP, NO_ARGUMENTS},
    {"DATE", TYPE_DATE, NO_ARGUMENTS},
    {"DATE_CHAR", TYPE_DATE, NO_ARGUMENTS},
    {"TIME", TYPE_TIME, NO_ARGUMENTS},
    {"TIME_CHAR", TYPE_TIME, NO_ARGUMENTS},
    {"BIGINT", TYPE_BIGINT, NO_ARGUMENTS},
    {"SMALLINT", TYPE_SMALLINT, NO_ARGUMENTS},
    {"INT", TYPE_INTEGER, NO_ARGUMENTS},
    {"NUMERIC", TYPE_NUMERIC, PRECISION_SCALE},
    {"DECIMAL", TYPE_DECIMAL, PRECISION_SCALE},
    {"FLOAT", TYPE_FLOAT, PRECISION},
    {"REAL", TYPE_REAL, PRECISION},
    {"DOUBLE", TYPE_DOUBLE, PRECISION},
    {"CHAR", TYPE_CHAR, LENGTH},
    {"NCHAR", TYPE_NCHAR, LENGTH},
    {"NVARCHAR", TYPE_NVARCHAR, LENGTH},
    {"BLOB", TYPE_BLOB, LENGTH},
    {"JSON", TYPE_SQLITE_JSON, NO_ARGUMENTS},
};

static const struct {
    const char *part;
    TypeId id;
    Arguments arguments;
} affinities[] = {
    {"INT", TYPE_INTEGER, NO_ARGUMENTS},   {"CHAR", TYPE_TEXT, LENGTH},
    {"CLOB", TYPE_TEXT, LENGTH},           {"TEXT", TYPE_TEXT, LENGTH},
    {"BLOB", TYPE_NullType, NO_ARGUMENTS}, {"REAL", TYPE_REAL, PRECISION},
    {"FLOA", TYPE_REAL, PRECISION},        {"DOUB", TYPE_REAL, PRECISION},
};

static void choose(const Str *name, TypeId *id, Arguments *arguments)
{
    for (size_t i = 0; i < COUNT_OF(types); i++)
        if (str_is(name, types[i].name)) {
            *id = types[i].id;
            *arguments = types[i].arguments;
            return;
        }
    for (size_t i = 0; i < COUNT_OF(affinities); i++)
        if (strstr(name->text, affinities[i].part)) {
            *id = affinities[i].id;
            *arguments = affinities[i].arguments;
            return;
        }
    *id = name->length ? TYPE_NUMERIC : TYPE_NullType;
    *arguments = name->length ? PRECISION_SCALE : NO_ARGUMENTS;
}

static size_t read_numbers(const char *p, int64_t numbers[2])
{
    size_t count = 0;
    if (*p != '(')
        return 0;
    while (*p && *p != ')') {
        if (!isdigit((unsigned char)*p)) {
            p++;
            continue;
        }
        char *end;
        int64_t number = strtoll(p, &end, 10);
        if (count < 2)
            numbers[count] = number;
        count++;
        p = end;
    }
    return count;
}

Type *sqlite_type_from(const Str *text)
{
    size_t word = 0;
    while (isalnum((unsigned char)text->text[word]) || text->text[word] == '_' ||
           text->text[word] == ' ')
        word++;
    TypeId id;
    Arguments arguments;
    int64_t numbers[2] = {-1, -1};
    size_t count = read_numbers(text->text + word, numbers);
    choose(str_slice_bytes(text, 0, word), &id, &arguments);
    Type *type = type_new(id);
    if (arguments == LENGTH && count == 1)
        type->length = numbers[0];
    if (arguments == PRECISION || arguments == PRECISION_SCALE)
        type->precision = numbers[0];
    if (arguments == PRECISION_SCALE && count == 2)
        type->scale = numbers[1];
    return type;
}
