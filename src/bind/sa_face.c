/* sa_face.c -- the dialects as scripts see them, as rows. A new dialect is one more row. */
#include "bind/sa_face.h"

static Value version_tuple(size_t count, int first, int second, int third)
{
    Value parts[] = {INT(first), INT(second), INT(third)};
    return OBJ(tuple_new(count, parts));
}

/* 170002 is 17.2, 90603 is 9.6.3 of which the last part is not told. */
static Value postgres_version(int number)
{
    return number >= 100000 ? version_tuple(2, number / 10000, number % 10000, 0)
                            : version_tuple(3, number / 10000, number / 100 % 100, number % 100);
}

static Value sqlite_version(int number)
{
    return version_tuple(3, number / 1000000, number / 1000 % 1000, number % 1000);
}

static Value no_version(int number)
{
    (void)number;
    return NONE;
}

static const DriverFace generic_drivers[] = {
    {"default", "DefaultDialect", PARAM_NAMED},
    {0},
};
static const DriverFace postgres_drivers[] = {
    {"psycopg2", "PGDialect_psycopg2", PARAM_PYFORMAT},
    {"psycopg", "PGDialect_psycopg", PARAM_PYFORMAT},
    {"asyncpg", "PGDialect_asyncpg", PARAM_DOLLAR},
    {0},
};
static const DriverFace sqlite_drivers[] = {
    {"pysqlite", "SQLiteDialect_pysqlite", PARAM_QUESTION},
    {"aiosqlite", "SQLiteDialect_aiosqlite", PARAM_QUESTION},
    {0},
};

static const DialectFace faces[] = {
    {
        .dialect = &generic_dialect,
        .class = &DefaultDialect_class,
        .dbapi = "psycopg2",
        .drivers = generic_drivers,
        .version = no_version,
        .shape = {"", "", "", "", "", "", "", false},
    },
    {
        .dialect = &postgres_dialect,
        .class = &PGDialect_class,
        .dbapi = "psycopg2",
        .drivers = postgres_drivers,
        .current_schema = "select current_schema()",
        .version = postgres_version,
        .shape =
            {
                .column = "name type nullable default autoincrement comment computed identity",
                .primary_key = "constrained_columns name comment dialect_options",
                .foreign_key = "name constrained_columns referred_schema referred_table "
                               "referred_columns options comment",
                .foreign_key_options = "onupdate ondelete initially deferrable match",
                .unique = "column_names name comment dialect_options",
                .check = "name sqltext comment dialect_options",
                .index = "name unique column_names expressions column_sorting "
                         "duplicates_constraint include_columns dialect_options",
            },
    },
    {
        .dialect = &sqlite_dialect,
        .class = &SQLiteDialect_class,
        .dbapi = "sqlite3",
        .drivers = sqlite_drivers,
        .version = sqlite_version,
        .shape =
            {
                .column = "name type nullable default primary_key computed identity",
                .primary_key = "constrained_columns name",
                .foreign_key = "name constrained_columns referred_schema referred_table "
                               "referred_columns options",
                .foreign_key_options = "ondelete onupdate deferrable initially match",
                .unique = "name column_names",
                .check = "sqltext name dialect_options",
                .index = "name column_names unique dialect_options",
                .unique_is_number = true,
            },
    },
};

const DialectFace *face_of(const Dialect *dialect)
{
    for (size_t i = 1; i < COUNT_OF(faces); i++)
        if (faces[i].dialect == dialect)
            return &faces[i];
    return &faces[0];
}

const DialectFace *face_of_class(const Class *class)
{
    for (size_t i = 1; i < COUNT_OF(faces); i++)
        if (is_subclass(class, faces[i].class))
            return &faces[i];
    return &faces[0];
}

const DriverFace *face_driver(const DialectFace *face, const Str *name)
{
    for (const DriverFace *driver = face->drivers; name && driver->name; driver++)
        if (str_is(name, driver->name))
            return driver;
    return &face->drivers[0];
}

Dict *dict_shaped(const Dict *d, const char *shape)
{
    Dict *shaped = dict_new();
    for (const char *word = shape; *word;) {
        size_t length = strcspn(word, " ");
        Str *key = intern_bytes(word, length);
        Value v = dict_find_str(d, key);
        if (is_set(v))
            dict_set_str(shaped, key, v);
        word += length + (word[length] == ' ');
    }
    return shaped;
}
