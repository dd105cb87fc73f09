/* toml.h -- TOML 1.0 as a tree, for pyproject.toml. Dates and times stay text.
 *
 *     TomlValue *document = toml_read(path);
 *     TomlValue *alembic = toml_find(document, "tool.alembic");      NULL when absent
 *
 * Errors are ERR_FILE, code "toml.syntax", with the texts of Python's tomllib; line and column are
 * those of the culprit, where tomllib often gives the end of the statement.
 */
#ifndef RETORT_BASE_TOML_H
#define RETORT_BASE_TOML_H

#include "base/err.h"
#include "base/map.h"
#include "base/vec.h"

typedef enum TomlType {
    TOML_STRING,
    TOML_INTEGER,
    TOML_FLOAT,
    TOML_BOOL,
    TOML_DATE, /* date, time or both, as written */
    TOML_ARRAY,
    TOML_TABLE,
} TomlType;

typedef struct TomlValue TomlValue;
struct TomlValue {
    TomlType type;
    uint8_t seal; /* who may still add to it; the parser's */
    Pos pos;      /* of the value, or of the table's header */
    Str *text; /* TOML_STRING, TOML_DATE; of a number its digits as written, without underscores */
    union {
        int64_t integer;
        double number;
        bool boolean;
        VEC(TomlValue *) array;
        Map table; /* name -> TomlValue * */
    };
};

TomlValue *toml_read(Str *path);
TomlValue *toml_parse(Str *path, const Str *text);
/* Follows a dotted path of bare keys through tables. */
TomlValue *toml_find(const TomlValue *table, const char *path);

#endif
