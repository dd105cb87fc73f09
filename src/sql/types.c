/* types.c -- type names: VARCHAR(50), TIMESTAMP WITH TIME ZONE. One cell per type and dialect; a type without a
 * cell takes that of the class it derives from in the list of types. */
#include "sql/inside.h"

/* --- names alone ------------------------------------------------------------------------------------------- */

#define WRITE_WORD(function, word)                                                                 \
    static void function(Writer *w, Type *type)                                                    \
    {                                                                                              \
        write_text(w, word);                                                                       \
    }
WRITE_WORD(write_integer, "INTEGER")
WRITE_WORD(write_smallint, "SMALLINT")
WRITE_WORD(write_bigint, "BIGINT")
WRITE_WORD(write_real, "REAL")
WRITE_WORD(write_double, "DOUBLE")
WRITE_WORD(write_double_precision, "DOUBLE PRECISION")
WRITE_WORD(write_float, "FLOAT")
WRITE_WORD(write_boolean, "BOOLEAN")
WRITE_WORD(write_blob, "BLOB")
WRITE_WORD(write_date, "DATE")
WRITE_WORD(write_datetime, "DATETIME")
WRITE_WORD(write_timestamp, "TIMESTAMP")
WRITE_WORD(write_time, "TIME")
WRITE_WORD(write_json, "JSON")
WRITE_WORD(write_uuid_word, "UUID")
WRITE_WORD(write_bytea, "BYTEA")
WRITE_WORD(write_clob, "CLOB")
WRITE_WORD(write_nclob, "NCLOB")

/* The class name is the SQL name: INET, JSONB, TSVECTOR, INT4RANGE, MONEY ... */
static void write_own_name(Writer *w, Type *type)
{
    write_text(w, type_info[type_id(type)].name);
}

/* --- names with arguments ------------------------------------------------------------------------------------ */

static void write_string_type(Writer *w, const char *word, int64_t length, const Str *collation)
{
    write_text(w, word);
    if (length == LENGTH_MAX)
        write_text(w, "(max)");
    else if (length > 0)
        write_format(w, "(%lld)", (long long)length);
    if (collation) {
        write_text(w, " COLLATE ");
        write_name(w, collation, TRI_TRUE);
    }
}

#define WRITE_STRING(function, word)                                                               \
    static void function(Writer *w, Type *type)                                                    \
    {                                                                                              \
        write_string_type(w, word, type->length, type->collation);                                 \
    }
WRITE_STRING(write_varchar, "VARCHAR")
WRITE_STRING(write_char, "CHAR")
WRITE_STRING(write_text_type, "TEXT")
WRITE_STRING(write_nvarchar, "NVARCHAR")
WRITE_STRING(write_nchar, "NCHAR")

static void write_binary_type(Writer *w, const char *word, int64_t length)
{
    if (length == LENGTH_MAX)
        raise_type("%%d format: a real number is required, not str");
    write_string_type(w, word, length, NULL);
}

static void write_binary(Writer *w, Type *type)
{
    write_binary_type(w, "BINARY", type->length);
}

static void write_varbinary(Writer *w, Type *type)
{
    write_binary_type(w, "VARBINARY", type->length);
}

static void write_precision_scale(Writer *w, const char *word, const Type *type)
{
    write_text(w, word);
    if (type->precision >= 0 && type->scale >= 0)
        write_format(w, "(%lld, %lld)", (long long)type->precision, (long long)type->scale);
    else if (type->precision >= 0)
        write_format(w, "(%lld)", (long long)type->precision);
}

static void write_numeric(Writer *w, Type *type)
{
    write_precision_scale(w, "NUMERIC", type);
}

static void write_decimal(Writer *w, Type *type)
{
    write_precision_scale(w, "DECIMAL", type);
}

static void write_enum_as_text(Writer *w, Type *type)
{
    write_string_type(w, "VARCHAR", type->length, NULL);
}

static void write_uuid_as_text(Writer *w, Type *type)
{
    write_string_type(w, "CHAR", 32, NULL);
}

/* str(JSONB()): no dialect has to know it. */
void write_unknown_type(Writer *w, const Type *type)
{
    Str *name = class_name(type->obj.class);
    buf_add(&w->out, str_equal(name, str_upper_ascii(name)) ? name : type_repr(type));
}

static void write_null_type(Writer *w, Type *type)
{
    if (is_set(type->impl))
        opaque_raise(type->impl); /* a type of a module that is not available: say which */
    if (type->name) {             /* what the server calls one that SQLAlchemy does not know */
        buf_add(&w->out, type->name);
        return;
    }
    if (w->options.generic_style) {
        write_text(w, "NULL");
        return;
    }
    raise_compile(w, "Can't generate DDL for NullType(); did you forget to specify a type on this Column?");
}

/* UserDefinedType: the script says it by get_col_spec(). */
static void write_user_type(Writer *w, Type *type)
{
    Value method = value_find_attr_text(OBJ(type), "get_col_spec");
    if (!is_set(method) && w->options.generic_style) {
        write_unknown_type(w, type);
        return;
    }
    if (!is_set(method))
        raise_attribute("'%s' object has no attribute 'get_col_spec'", class_name(type->obj.class)->text);
    buf_add(&w->out, value_str(call(method, 0, NULL)));
}

static void write_interval_as_datetime(Writer *w, Type *type)
{
    write_type(w, type_new(TYPE_DateTime));
}

const WriteType generic_type[TYPE_COUNT] = {
    [TYPE_NullType] = write_null_type,       [TYPE_Integer] = write_integer,
    [TYPE_SmallInteger] = write_smallint,    [TYPE_BigInteger] = write_bigint,
    [TYPE_INTEGER] = write_integer,          [TYPE_SMALLINT] = write_smallint,
    [TYPE_BIGINT] = write_bigint,            [TYPE_Numeric] = write_numeric,
    [TYPE_NUMERIC] = write_numeric,          [TYPE_DECIMAL] = write_decimal,
    [TYPE_Float] = write_float,              [TYPE_FLOAT] = write_float,
    [TYPE_REAL] = write_real,                [TYPE_Double] = write_double,
    [TYPE_DOUBLE] = write_double,            [TYPE_DOUBLE_PRECISION] = write_double_precision,
    [TYPE_String] = write_varchar,           [TYPE_Unicode] = write_varchar,
    [TYPE_VARCHAR] = write_varchar,          [TYPE_CHAR] = write_char,
    [TYPE_Text] = write_text_type,           [TYPE_UnicodeText] = write_text_type,
    [TYPE_TEXT] = write_text_type,           [TYPE_CLOB] = write_clob,
    [TYPE_NVARCHAR] = write_nvarchar,        [TYPE_NCHAR] = write_nchar,
    [TYPE_Boolean] = write_boolean,          [TYPE_BOOLEAN] = write_boolean,
    [TYPE_MatchType] = write_boolean,        [TYPE__Binary] = write_blob,
    [TYPE_LargeBinary] = write_blob,         [TYPE_BLOB] = write_blob,
    [TYPE_BINARY] = write_binary,            [TYPE_VARBINARY] = write_varbinary,
    [TYPE_Date] = write_date,                [TYPE_DATE] = write_date,
    [TYPE_DateTime] = write_datetime,        [TYPE_DATETIME] = write_datetime,
    [TYPE_TIMESTAMP] = write_timestamp,      [TYPE_Time] = write_time,
    [TYPE_TIME] = write_time,                [TYPE_Interval] = write_interval_as_datetime,
    [TYPE_JSON] = write_json,                [TYPE_Uuid] = write_uuid_as_text,
    [TYPE_UUID] = write_uuid_word,           [TYPE_Enum] = write_enum_as_text,
    [TYPE_PG_ENUM] = write_enum_as_text,     [TYPE_ORACLE_NCLOB] = write_nclob,
    [TYPE_UserDefinedType] = write_user_type,
};

/* --- PostgreSQL ------------------------------------------------------------------------------------------------- */

static void write_zoned(Writer *w, const char *word, const Type *type)
{
    write_text(w, word);
    if (type->precision >= 0)
        write_format(w, "(%lld)", (long long)type->precision);
    write_text(w, type->timezone ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
}

static void write_pg_timestamp(Writer *w, Type *type)
{
    write_zoned(w, "TIMESTAMP", type);
}

/* SQL Server's row version, no time. */
static void write_pg_row_version(Writer *w, Type *type)
{
    raise_exception(&UnsupportedCompilationError_class,
                    "Compiler for dialect '%s' can't render element of type TIMESTAMP", w->dialect->name);
}

static void write_pg_time(Writer *w, Type *type)
{
    write_zoned(w, "TIME", type);
}

static void write_pg_float(Writer *w, Type *type)
{
    write_text(w, "FLOAT");
    if (type->precision > 0)
        write_format(w, "(%lld)", (long long)type->precision);
}

static void write_pg_interval(Writer *w, Type *type)
{
    write_text(w, "INTERVAL");
    static const char *const fields[] = {"YEAR",          "MONTH",          "DAY",
                                         "HOUR",          "MINUTE",         "SECOND",
                                         "YEAR TO MONTH", "DAY TO HOUR",    "DAY TO MINUTE",
                                         "DAY TO SECOND", "HOUR TO MINUTE", "HOUR TO SECOND",
                                         "MINUTE TO SECOND", NULL};
    if (type->fields) {
        check_phrase(w, type->fields, fields);
        write_format(w, " %s", type->fields->text);
    }
    if (type->precision >= 0)
        write_format(w, " (%lld)", (long long)type->precision);
}

static void write_pg_generic_interval(Writer *w, Type *type)
{
    if (type->native || !type->ready)
        write_pg_interval(w, type);
    else
        write_type(w, type_new(TYPE_DateTime));
}

static void write_pg_bit(Writer *w, Type *type)
{
    write_text(w, type->varying ? "BIT VARYING" : "BIT");
    if (type->length >= 0)
        write_format(w, "(%lld)", (long long)type->length);
}

/* The brackets stand before a COLLATE of the item. */
static void write_pg_array(Writer *w, Type *type)
{
    Writer part = writer_for(w->dialect, &w->options);
    write_type(&part, type->item_type);
    const char *collate = strstr(part.out.data, " COLLATE ");
    size_t head = collate ? (size_t)(collate - part.out.data) : part.out.length;
    buf_bytes(&w->out, part.out.data, head);
    for (int64_t i = 0; i < (type->dimensions > 0 ? type->dimensions : 1); i++)
        write_text(w, "[]");
    write_text(w, part.out.data + head);
}

static void write_pg_enum(Writer *w, Type *type)
{
    if (!type->native_enum) {
        write_enum_as_text(w, type);
        return;
    }
    if (!type->name)
        raise_compile(w, "PostgreSQL %s type requires a name.",
                      type_is(type, TYPE_PG_ENUM) ? "ENUM" : "Enum");
    write_qualified(w, type->schema, TRI_UNSET, type->name, type->quote);
}

static void write_pg_domain(Writer *w, Type *type)
{
    write_qualified(w, type->schema, TRI_UNSET, type->name, type->quote);
}

static void write_pg_uuid(Writer *w, Type *type)
{
    if (type->native_uuid)
        write_text(w, "UUID");
    else
        write_uuid_as_text(w, type);
}

#define OWN_NAME_ROW(ident, name, module, base, family) [TYPE_##ident] = write_own_name,
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"
const WriteType postgres_type[TYPE_COUNT] = {
    POSTGRES_TYPE_LIST(OWN_NAME_ROW) /* INET, JSONB ...; those with arguments follow and win */
        [TYPE_PG_NamedType] = NULL,
    [TYPE_PG_AbstractRange] = NULL,
    [TYPE_PG_AbstractSingleRange] = NULL,
    [TYPE_PG_AbstractMultiRange] = NULL,
    [TYPE_PG_ARRAY] = write_pg_array,
    [TYPE_ARRAY] = write_pg_array,
    [TYPE_PG_BIT] = write_pg_bit,
    [TYPE_PG_DOMAIN] = write_pg_domain,
    [TYPE_PG_ENUM] = write_pg_enum,
    [TYPE_Enum] = write_pg_enum,
    [TYPE_PG_INTERVAL] = write_pg_interval,
    [TYPE_Interval] = write_pg_generic_interval,
    [TYPE_PG_TIME] = write_pg_time,
    [TYPE_Time] = write_pg_time,
    [TYPE_TIME] = write_pg_time,
    [TYPE_PG_TIMESTAMP] = write_pg_timestamp,
    [TYPE_TIMESTAMP] = write_pg_timestamp,
    [TYPE_DateTime] = write_pg_timestamp,
    [TYPE_SQLITE_DATETIME] = write_pg_timestamp, /* there it is the generic one outside SQLite */
    [TYPE_SQLITE_TIME] = write_pg_time,
    [TYPE_MSSQL_TIMESTAMP] = write_pg_row_version,
    [TYPE_Double] = write_double_precision,
    [TYPE_Float] = write_pg_float,
    [TYPE_FLOAT] = write_pg_float,
    [TYPE_LargeBinary] = write_bytea,
    [TYPE__Binary] = write_bytea,
    [TYPE_Uuid] = write_pg_uuid,
    [TYPE_UUID] = write_pg_uuid,
};
#pragma GCC diagnostic pop

/* --- SQLite ----------------------------------------------------------------------------------------------------------- */

/* A storage format of digits alone would get NUMERIC affinity: the name says CHAR then. */
#define WRITE_STORED(function, word)                                                               \
    static void function(Writer *w, Type *type)                                                    \
    {                                                                                              \
        write_text(w, type->digits_only ? word "_CHAR" : word);                                    \
    }
WRITE_STORED(write_sqlite_date, "DATE")
WRITE_STORED(write_sqlite_datetime, "DATETIME")
WRITE_STORED(write_sqlite_time, "TIME")

const WriteType sqlite_type[TYPE_COUNT] = {
    [TYPE_SQLITE_DATE] = write_sqlite_date,
    [TYPE_SQLITE_DATETIME] = write_sqlite_datetime,
    [TYPE_SQLITE_TIME] = write_sqlite_time,
    [TYPE_SQLITE_JSON] = write_json,
};
