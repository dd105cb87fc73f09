/* dialects.c -- the dialects as rows: features, limits, and their tables of cells. */
#include "sql/inside.h"

static const char *const postgres_levels[] = {
    "AUTOCOMMIT", "READ COMMITTED", "READ UNCOMMITTED", "REPEATABLE READ", "SERIALIZABLE", NULL};
static const char *const sqlite_levels[] = {"READ UNCOMMITTED", "SERIALIZABLE", "AUTOCOMMIT", NULL};

const Dialect generic_dialect = {
    .name = "default",
    .driver = "default",
    .impl_name = "DefaultImpl",
    .features = FEATURE_ALTER_CONSTRAINTS | FEATURE_ALTER_COLUMNS | FEATURE_SCHEMAS |
                FEATURE_DEFERRED_FOREIGN_KEYS,
    .identifier_limit = 9999,
    .style = PARAM_NAMED,
    .shown_style = PARAM_NAMED,
    .reserved = &generic_words,
    .expr = generic_expr,
    .type = generic_type,
    .ddl = generic_ddl,
    .hooks = &generic_hooks,
};

const Dialect postgres_dialect = {
    .name = "postgresql",
    .driver = "psycopg2",
    .impl_name = "PostgresqlImpl",
    .base = &generic_dialect,
    .features = FEATURE_COMMENTS | FEATURE_ENUM_TYPES | FEATURE_SEQUENCES |
                FEATURE_ALTER_CONSTRAINTS | FEATURE_ALTER_COLUMNS | FEATURE_TRANSACTIONAL_DDL |
                FEATURE_RETURNING | FEATURE_SCHEMAS | FEATURE_NATIVE_BOOLEAN | FEATURE_NATIVE_UUID |
                FEATURE_IDENTITY | FEATURE_DEFERRED_FOREIGN_KEYS | FEATURE_IMPLICIT_RETURNING |
                FEATURE_RENAME_WITHOUT_SCHEMA,
    .identifier_limit = 63,
    .style = PARAM_DOLLAR,
    .shown_style = PARAM_PYFORMAT,
    .reserved = &postgres_words,
    .default_schema = "public",
    .isolation_levels = postgres_levels,
    .default_isolation = "READ COMMITTED",
    .expr = postgres_expr,
    .type = postgres_type,
    .ddl = postgres_ddl,
    .hooks = &postgres_hooks,
};

const Dialect sqlite_dialect = {
    .name = "sqlite",
    .driver = "pysqlite",
    .impl_name = "SQLiteImpl",
    .base = &generic_dialect,
    .features = FEATURE_RETURNING | FEATURE_SCHEMAS | FEATURE_RENAME_WITHOUT_SCHEMA |
                FEATURE_RENAME_COLUMN_WORD | FEATURE_IMPLICIT_RETURNING | FEATURE_RETURNING_BARE |
                FEATURE_TIME_AS_TEXT | FEATURE_IN_PROCESS | FEATURE_DRIVER_BEGINS |
                FEATURE_PLAIN_VALUES,
    .identifier_limit = 9999,
    .style = PARAM_QUESTION,
    .shown_style = PARAM_QUESTION,
    .reserved = &sqlite_words,
    .default_schema = "main",
    .isolation_levels = sqlite_levels,
    .default_isolation = "SERIALIZABLE",
    .expr = sqlite_expr,
    .type = sqlite_type,
    .ddl = sqlite_ddl,
    .hooks = &sqlite_hooks,
};

static const struct {
    const char *name;
    ParamStyle style;
} param_styles[] = {
    {"named", PARAM_NAMED},    {"pyformat", PARAM_PYFORMAT},     {"format", PARAM_PYFORMAT},
    {"qmark", PARAM_QUESTION}, {"numeric_dollar", PARAM_DOLLAR},
};

const char *param_style_name(ParamStyle style)
{
    size_t i = 0;
    while (param_styles[i].style != style)
        i++;
    return param_styles[i].name;
}

bool param_style_find(const Str *name, ParamStyle *style)
{
    for (size_t i = 0; i < COUNT_OF(param_styles); i++) {
        if (str_is(name, param_styles[i].name)) {
            *style = param_styles[i].style;
            return true;
        }
    }
    return false;
}

Str *sql_has_table_text(const Dialect *dialect, const Str *schema, const Str *name)
{
    return dialect->hooks->has_table(dialect, schema, name);
}

const Dialect *dialect_find(const Str *name)
{
    static const Dialect *const dialects[] = {&postgres_dialect, &sqlite_dialect, &generic_dialect};
    for (size_t i = 0; i < COUNT_OF(dialects); i++)
        if (str_is(name, dialects[i]->name))
            return dialects[i];
    return NULL;
}
