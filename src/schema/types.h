/* types.h -- the column types: one record, one row per type class. Included by schema.h.
 *
 * Every type of sqlalchemy.types and of the postgresql and sqlite dialects, and those of other dialects
 * that migration histories name (they construct and print, and fail when compiled for a dialect that
 * cannot take them). A script's own class (TypeDecorator, UserDefinedType, String ...) has the id of the
 * nearest native class it derives from.
 */
#ifndef RETORT_SCHEMA_TYPES_H
#define RETORT_SCHEMA_TYPES_H

/* Generic types. X(Name, Base, family): family names the parameters of __init__ (types.c). */
#define GENERIC_TYPE_LIST(X)                                                                       \
    X(NullType, TypeEngine, PLAIN) X(TupleType, TypeEngine, TUPLE)                                 \
    X(Integer, TypeEngine, PLAIN) X(SmallInteger, Integer, PLAIN) X(BigInteger, Integer, PLAIN)    \
    X(INTEGER, Integer, PLAIN) X(SMALLINT, SmallInteger, PLAIN) X(BIGINT, BigInteger, PLAIN)       \
    X(Numeric, TypeEngine, NUMERIC) X(NUMERIC, Numeric, NUMERIC) X(DECIMAL, Numeric, NUMERIC)      \
    X(Float, Numeric, FLOAT) X(Double, Float, FLOAT) X(FLOAT, Float, FLOAT) X(REAL, Float, FLOAT)  \
    X(DOUBLE, Double, FLOAT) X(DOUBLE_PRECISION, Double, FLOAT)                                    \
    X(String, TypeEngine, STRING) X(Text, String, STRING) X(Unicode, String, STRING)               \
    X(UnicodeText, Text, STRING) X(VARCHAR, String, STRING) X(CHAR, String, STRING)                \
    X(TEXT, Text, STRING) X(CLOB, Text, STRING) X(NVARCHAR, Unicode, STRING)                       \
    X(NCHAR, Unicode, STRING) X(Boolean, TypeEngine, BOOLEAN) X(BOOLEAN, Boolean, BOOLEAN)         \
    X(MatchType, Boolean, BOOLEAN)                                                                 \
    X(_Binary, TypeEngine, BINARY) X(LargeBinary, _Binary, LARGE_BINARY) X(BINARY, _Binary, BINARY)      \
    X(VARBINARY, _Binary, BINARY) X(BLOB, LargeBinary, LARGE_BINARY)                                     \
    X(Date, TypeEngine, PLAIN) X(DATE, Date, PLAIN) X(DateTime, TypeEngine, DATETIME)                  \
    X(DATETIME, DateTime, DATETIME) X(TIMESTAMP, DateTime, STAMP) X(Time, TypeEngine, TIME)             \
    X(TIME, Time, TIME) X(Interval, TypeEngine, INTERVAL) X(JSON, TypeEngine, JSON)                \
    X(Uuid, TypeEngine, GENERIC_UUID) X(UUID, Uuid, UUID) X(ARRAY, TypeEngine, ARRAY)                      \
    X(Enum, String, ENUM) X(TypeDecorator, TypeEngine, DECORATOR)                                  \
    X(PickleType, TypeDecorator, PICKLE) X(Variant, TypeDecorator, VARIANT) X(UserDefinedType, TypeEngine, USER)

/* Dialect types. X(Ident, "ScriptName", "module", Base, family) */
#define POSTGRES_TYPE_LIST(X)                                                                      \
    X(PG_ARRAY, "ARRAY", "array", ARRAY, ARRAY) X(PG_BIT, "BIT", "types", TypeEngine, BIT)         \
    X(PG_BYTEA, "BYTEA", "types", LargeBinary, LARGE_BINARY) X(PG_CIDR, "CIDR", "types", TypeEngine, PLAIN) \
    X(PG_CITEXT, "CITEXT", "types", TEXT, STRING)                                                  \
    X(PG_NamedType, "NamedType", "named_types", TypeEngine, NAMED)                                 \
    X(PG_DOMAIN, "DOMAIN", "named_types", PG_NamedType, DOMAIN)                                    \
    X(PG_ENUM, "ENUM", "named_types", Enum, PG_ENUM) X(PG_HSTORE, "HSTORE", "hstore", TypeEngine, HSTORE) \
    X(PG_INET, "INET", "types", TypeEngine, PLAIN) X(PG_INTERVAL, "INTERVAL", "types", TypeEngine, PG_INTERVAL) \
    X(PG_JSON, "JSON", "json", JSON, PG_JSON) X(PG_JSONB, "JSONB", "json", PG_JSON, PG_JSON)       \
    X(PG_JSONPATH, "JSONPATH", "json", TypeEngine, PLAIN)                                          \
    X(PG_MACADDR, "MACADDR", "types", TypeEngine, PLAIN) X(PG_MACADDR8, "MACADDR8", "types", TypeEngine, PLAIN) \
    X(PG_MONEY, "MONEY", "types", TypeEngine, PLAIN) X(PG_OID, "OID", "types", TypeEngine, PLAIN)  \
    X(PG_REGCLASS, "REGCLASS", "types", TypeEngine, PLAIN)                                         \
    X(PG_REGCONFIG, "REGCONFIG", "types", TypeEngine, PLAIN)                                       \
    X(PG_TIME, "TIME", "types", TIME, PG_TIME) X(PG_TIMESTAMP, "TIMESTAMP", "types", TIMESTAMP, PG_TIMESTAMP) \
    X(PG_TSQUERY, "TSQUERY", "types", TypeEngine, PLAIN) X(PG_TSVECTOR, "TSVECTOR", "types", TypeEngine, PLAIN) \
    X(PG_AbstractRange, "AbstractRange", "ranges", TypeEngine, PLAIN)                              \
    X(PG_AbstractSingleRange, "AbstractSingleRange", "ranges", PG_AbstractRange, PLAIN)            \
    X(PG_AbstractMultiRange, "AbstractMultiRange", "ranges", PG_AbstractRange, PLAIN)              \
    X(PG_INT4RANGE, "INT4RANGE", "ranges", PG_AbstractSingleRange, PLAIN) \
    X(PG_INT8RANGE, "INT8RANGE", "ranges", PG_AbstractSingleRange, PLAIN) \
    X(PG_NUMRANGE, "NUMRANGE", "ranges", PG_AbstractSingleRange, PLAIN) \
    X(PG_DATERANGE, "DATERANGE", "ranges", PG_AbstractSingleRange, PLAIN) \
    X(PG_TSRANGE, "TSRANGE", "ranges", PG_AbstractSingleRange, PLAIN) \
    X(PG_TSTZRANGE, "TSTZRANGE", "ranges", PG_AbstractSingleRange, PLAIN) \
    X(PG_INT4MULTIRANGE, "INT4MULTIRANGE", "ranges", PG_AbstractMultiRange, PLAIN) \
    X(PG_INT8MULTIRANGE, "INT8MULTIRANGE", "ranges", PG_AbstractMultiRange, PLAIN) \
    X(PG_NUMMULTIRANGE, "NUMMULTIRANGE", "ranges", PG_AbstractMultiRange, PLAIN) \
    X(PG_DATEMULTIRANGE, "DATEMULTIRANGE", "ranges", PG_AbstractMultiRange, PLAIN) \
    X(PG_TSMULTIRANGE, "TSMULTIRANGE", "ranges", PG_AbstractMultiRange, PLAIN) \
    X(PG_TSTZMULTIRANGE, "TSTZMULTIRANGE", "ranges", PG_AbstractMultiRange, PLAIN)
#define SQLITE_TYPE_LIST(X)                                                                        \
    X(SQLITE_DATE, "DATE", "base", Date, SQLITE_DATETIME) X(SQLITE_DATETIME, "DATETIME", "base", DateTime, SQLITE_DATETIME) \
    X(SQLITE_TIME, "TIME", "base", Time, SQLITE_TIME) X(SQLITE_JSON, "JSON", "json", JSON, JSON)
/* mysql, mssql, oracle: what they take is in type_foreign.c. Ident carries the dialect. */
#define FOREIGN_TYPE_LIST(X)                                                                       \
    X(MYSQL_BIGINT, "BIGINT", "mysql.types", BIGINT, FOREIGN)                                      \
    X(MYSQL_BIT, "BIT", "mysql.types", TypeEngine, FOREIGN)                                        \
    X(MYSQL_CHAR, "CHAR", "mysql.types", CHAR, FOREIGN)                                            \
    X(MYSQL_DATETIME, "DATETIME", "mysql.types", DATETIME, FOREIGN)                                \
    X(MYSQL_DECIMAL, "DECIMAL", "mysql.types", DECIMAL, FOREIGN)                                   \
    X(MYSQL_DOUBLE, "DOUBLE", "mysql.types", DOUBLE, FOREIGN)                                      \
    X(MYSQL_ENUM, "ENUM", "mysql.enumerated", Enum, FOREIGN)                                       \
    X(MYSQL_FLOAT, "FLOAT", "mysql.types", FLOAT, FOREIGN)                                         \
    X(MYSQL_INTEGER, "INTEGER", "mysql.types", INTEGER, FOREIGN)                                   \
    X(MYSQL_INET4, "INET4", "mysql.mariadb", TypeEngine, FOREIGN)                                  \
    X(MYSQL_INET6, "INET6", "mysql.mariadb", TypeEngine, FOREIGN)                                  \
    X(MYSQL_JSON, "JSON", "mysql.json", JSON, FOREIGN)                                             \
    X(MYSQL_LONGBLOB, "LONGBLOB", "mysql.types", _Binary, FOREIGN)                                 \
    X(MYSQL_LONGTEXT, "LONGTEXT", "mysql.types", String, FOREIGN)                                  \
    X(MYSQL_MEDIUMBLOB, "MEDIUMBLOB", "mysql.types", _Binary, FOREIGN)                             \
    X(MYSQL_MEDIUMINT, "MEDIUMINT", "mysql.types", Integer, FOREIGN)                               \
    X(MYSQL_MEDIUMTEXT, "MEDIUMTEXT", "mysql.types", String, FOREIGN)                              \
    X(MYSQL_NCHAR, "NCHAR", "mysql.types", NCHAR, FOREIGN)                                         \
    X(MYSQL_NUMERIC, "NUMERIC", "mysql.types", NUMERIC, FOREIGN)                                   \
    X(MYSQL_NVARCHAR, "NVARCHAR", "mysql.types", NVARCHAR, FOREIGN)                                \
    X(MYSQL_REAL, "REAL", "mysql.types", REAL, FOREIGN)                                            \
    X(MYSQL_SET, "SET", "mysql.enumerated", String, FOREIGN)                                       \
    X(MYSQL_SMALLINT, "SMALLINT", "mysql.types", SMALLINT, FOREIGN)                                \
    X(MYSQL_TEXT, "TEXT", "mysql.types", TEXT, FOREIGN)                                            \
    X(MYSQL_TIME, "TIME", "mysql.types", TIME, FOREIGN)                                            \
    X(MYSQL_TIMESTAMP, "TIMESTAMP", "mysql.types", TIMESTAMP, FOREIGN)                             \
    X(MYSQL_TINYBLOB, "TINYBLOB", "mysql.types", _Binary, FOREIGN)                                 \
    X(MYSQL_TINYINT, "TINYINT", "mysql.types", Integer, FOREIGN)                                   \
    X(MYSQL_TINYTEXT, "TINYTEXT", "mysql.types", String, FOREIGN)                                  \
    X(MYSQL_VARCHAR, "VARCHAR", "mysql.types", VARCHAR, FOREIGN)                                   \
    X(MYSQL_YEAR, "YEAR", "mysql.types", TypeEngine, FOREIGN)                                      \
    X(MSSQL_BIT, "BIT", "mssql.base", Boolean, FOREIGN)                                            \
    X(MSSQL_DATETIME2, "DATETIME2", "mssql.base", DateTime, FOREIGN)                               \
    X(MSSQL_DATETIMEOFFSET, "DATETIMEOFFSET", "mssql.base", DateTime, FOREIGN)                     \
    X(MSSQL_DOUBLE_PRECISION, "DOUBLE_PRECISION", "mssql.base", DOUBLE_PRECISION, FOREIGN)         \
    X(MSSQL_IMAGE, "IMAGE", "mssql.base", LargeBinary, FOREIGN)                                    \
    X(MSSQL_JSON, "JSON", "mssql.json", JSON, FOREIGN)                                             \
    X(MSSQL_MONEY, "MONEY", "mssql.base", TypeEngine, FOREIGN)                                     \
    X(MSSQL_NTEXT, "NTEXT", "mssql.base", UnicodeText, FOREIGN)                                    \
    X(MSSQL_REAL, "REAL", "mssql.base", REAL, FOREIGN)                                             \
    X(MSSQL_TIMESTAMP, "TIMESTAMP", "mssql.base", _Binary, FOREIGN)                                \
    X(MSSQL_ROWVERSION, "ROWVERSION", "mssql.base", MSSQL_TIMESTAMP, FOREIGN)                      \
    X(MSSQL_SMALLDATETIME, "SMALLDATETIME", "mssql.base", DateTime, FOREIGN)                       \
    X(MSSQL_SMALLMONEY, "SMALLMONEY", "mssql.base", TypeEngine, FOREIGN)                           \
    X(MSSQL_SQL_VARIANT, "SQL_VARIANT", "mssql.base", TypeEngine, FOREIGN)                         \
    X(MSSQL_TIME, "TIME", "mssql.base", TIME, FOREIGN)                                             \
    X(MSSQL_TINYINT, "TINYINT", "mssql.base", Integer, FOREIGN)                                    \
    X(MSSQL_UNIQUEIDENTIFIER, "UNIQUEIDENTIFIER", "mssql.base", Uuid, FOREIGN)                     \
    X(MSSQL_VARBINARY, "VARBINARY", "mssql.base", VARBINARY, FOREIGN)                              \
    X(MSSQL_XML, "XML", "mssql.base", Text, FOREIGN)                                               \
    X(ORACLE_BFILE, "BFILE", "oracle.types", LargeBinary, FOREIGN)                                 \
    X(ORACLE_BINARY_DOUBLE, "BINARY_DOUBLE", "oracle.types", Double, FOREIGN)                      \
    X(ORACLE_BINARY_FLOAT, "BINARY_FLOAT", "oracle.types", Float, FOREIGN)                         \
    X(ORACLE_DATE, "DATE", "oracle.types", DateTime, FOREIGN)                                      \
    X(ORACLE_FLOAT, "FLOAT", "oracle.types", FLOAT, FOREIGN)                                       \
    X(ORACLE_INTERVAL, "INTERVAL", "oracle.types", TypeEngine, FOREIGN)                            \
    X(ORACLE_LONG, "LONG", "oracle.types", Text, FOREIGN)                                          \
    X(ORACLE_NCLOB, "NCLOB", "oracle.types", Text, FOREIGN)                                        \
    X(ORACLE_NUMBER, "NUMBER", "oracle.types", Numeric, FOREIGN)                                   \
    X(ORACLE_RAW, "RAW", "oracle.types", _Binary, FOREIGN)                                         \
    X(ORACLE_ROWID, "ROWID", "oracle.types", TypeEngine, FOREIGN)                                  \
    X(ORACLE_TIMESTAMP, "TIMESTAMP", "oracle.types", TIMESTAMP, FOREIGN)                           \
    X(ORACLE_VARCHAR2, "VARCHAR2", "oracle.types", VARCHAR, FOREIGN)                               \
    X(ORACLE_VECTOR, "VECTOR", "oracle.vector", TypeEngine, FOREIGN)

#define TYPE_ENUM_GENERIC(name, base, family) TYPE_##name,
#define TYPE_ENUM_DIALECT(ident, name, module, base, family) TYPE_##ident,
typedef enum TypeId {
    TYPE_TypeEngine,
    GENERIC_TYPE_LIST(TYPE_ENUM_GENERIC) POSTGRES_TYPE_LIST(TYPE_ENUM_DIALECT)
        SQLITE_TYPE_LIST(TYPE_ENUM_DIALECT) FOREIGN_TYPE_LIST(TYPE_ENUM_DIALECT) TYPE_COUNT
} TypeId;

#define TYPE_DECLARE_GENERIC(name, base, family) extern const Class name##_class;
#define TYPE_DECLARE_DIALECT(ident, name, module, base, family) extern const Class ident##_class;
extern const Class TypeEngine_class, SchemaType_class;
GENERIC_TYPE_LIST(TYPE_DECLARE_GENERIC)
POSTGRES_TYPE_LIST(TYPE_DECLARE_DIALECT)
SQLITE_TYPE_LIST(TYPE_DECLARE_DIALECT)
FOREIGN_TYPE_LIST(TYPE_DECLARE_DIALECT)

/* String(length="max"), as SQL Server has it. */
enum { LENGTH_MAX = -2 };

/* A type with its arguments; a member that a family does not have stays zero, "not given" is -1 for the
 * numbers. */
struct Type {
    Obj obj;
    TypeId id;             /* TYPE_TypeEngine (0) until first asked: read it through type_id()      */
    Map variants;          /* dialect name -> Type: with_variant()                                  */
    bool ready;            /* __init__ ran: the numbers below are meaningful                        */
    int64_t length, precision, scale, decimal_return_scale, dimensions;
    Str *collation;
    bool asdecimal, timezone, as_uuid, native_uuid, varying, none_as_null, as_tuple, zero_indexes, native,
        digits_only;       /* sqlite.DATE(storage_format=...) without a separator                   */
    Type *item_type;       /* ARRAY item; HSTORE/JSONB text type; DOMAIN data type                  */
    /* Enum, Boolean, DOMAIN */
    Str *name, *schema, *constraint_name;
    Tri quote;             /* of the name                                                            */
    StrVec labels;         /* what the database sees                                                */
    Tuple *tuple_label; /* Enum(("a", "b")): one label, which no SQL takes; NULL for others       */
    List *enum_values;     /* the Python members, beside labels; NULL for plain strings             */
    Value enum_class, values_callable;
    MetaData *metadata;
    bool native_enum, create_constraint, create_type, validate_strings, inherit_schema, omit_aliases,
        length_given, name_given;
    Value default_value, check;
    Tri not_null;
    Str *fields;           /* INTERVAL                                                               */
    Value impl;            /* TypeDecorator: the Type it wraps (instance)                            */
    List *arguments;       /* FOREIGN: the texts of SET and ENUM                                     */
    Dict *keywords;        /* FOREIGN: those that are not at their defaults, in the order of repr    */
    Type **types;          /* TUPLE                                                                  */
    size_t type_count;
};
#define Type_class TypeEngine_class

typedef struct TypeInfo {
    const Class *class;
    const char *name, *dialect; /* dialect NULL = generic */
} TypeInfo;
extern const TypeInfo type_info[TYPE_COUNT];

/* Gives a type its "not given" values; called by every __init__ and by who meets a type whose script class has an
 * __init__ of its own that never called it. */
void type_prepare(Type *type);
TypeId type_id(const Type *type);
/* Whether it is (a subclass of) that type: type_is(t, TYPE_String). */
bool type_is(const Type *type, TypeId id);
/* A type with default arguments: type_new(TYPE_Integer). */
Type *type_new(TypeId id);
/* The `impl` of a TypeDecorator, as its script may have set it anew; NULL where its __init__ made none. */
Type *type_decorated(const Type *type);
/* Class or instance -> instance; None -> NullType; else ArgumentError / TypeError as to_instance(). */
Type *type_from_value(Value v);
/* A length as scripts give it: -1 for None, LENGTH_MAX for "max"; raises TypeError for what is no number. */
int64_t type_length_from(Value v);
/* TypeEngine.as_generic(); raises NotImplementedError when there is none. */
Type *type_as_generic(const Type *type);
/* The type of a plain value: 5 -> Integer, "x" -> String, None -> NullType ... */
Type *type_of_value(Value v);
/* enum_value.c: a member, or the label itself -> the label for the database; what came back -> the member, or the label
 * where there are none. LookupError for what is neither, but a str goes out as it is unless validate_strings. */
Value enum_label(const Type *type, Value v);
Value enum_member(const Type *type, Value v);
/* range_type.c: of a Range or MultiRange; NULL for anything else. */
Type *range_find_type(Value v);
/* The type for one dialect: the variant if there is one, TypeDecorator.load_dialect_impl / impl unwrapped. */
Type *type_for_dialect(const Type *type, const char *dialect_name);
/* What the methods of a script's type are given as `dialect`. */
Value type_dialect(const char *dialect_name);
/* ... and the value that is written as a literal: TypeDecorator.process_literal_param. */
Value type_literal_value(const Type *type, const char *dialect_name, Value v);
/* The script's own method of a type (bind_expression, literal_processor), bound; UNSET when it has none. */
Value type_find_method(const Type *type, const char *name);
/* symbol.c: JSON.NULL, a class member from symbols_init() on. */
bool is_json_null(Value v);
void symbols_init(void);
/* comparator.c: TypeEngine.Comparator and comparator_factory, class members from comparator_init() on. */
void comparator_init(void);
/* TypeDecorator.process_bind_param, Enum member -> label, JSON -> text ...: the value the driver gets. */
Value type_bind_value(const Type *type, const char *dialect_name, Value v);
/* The value a script gets for a result cell that arrived as `v`. */
Value type_result_value(const Type *type, const char *dialect_name, Value v);
/* The arguments of a type of another dialect; raises TypeError for those it does not take. */
void type_take_foreign(Type *type, const List *arguments, const Dict *keywords);
/* repr(): "VARCHAR(length=50)", as autogenerate prints it. */
Str *type_repr(const Type *type);
/* An Enum's label as its scripts see it, and the characters of the longest. */
Value type_label(const Type *type, size_t i);
int64_t type_longest_label(const Type *type);
/* A copy with its own variants and attributes. */
Type *type_copy(const Type *type);
/* Boolean and Enum with create_constraint make a CHECK when their column joins a table; called by table_add_column. */
void type_attach(Type *type, Column *column);

#endif
