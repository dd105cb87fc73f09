/* sa_modules.c -- which name is found in which module of sqlalchemy: tables, shared between the
 * modules that repeat each other's names. Declarative, orm and other plumbing is Python text under
 * lib/sqlalchemy.
 */
#include "bind/bind.h"
#include "bind/known_names.inc"
#include "bind/sa_inside.h"

/* --- types ------------------------------------------------------------------------------------ */

#define GENERIC_ROW(name, base, family) EXPORT_CLASS(name),
static const Export type_rows[] = {
    GENERIC_TYPE_LIST(GENERIC_ROW) EXPORT_CLASS(TypeEngine),
    EXPORT_CLASS(SchemaType),
    EXPORT_CLASS_AS("INT", INTEGER),
    EXPORT_CLASS_AS("ExternalType", object),
    EXPORT_CLASS_AS("Concatenable", TypeEngine),
    EXPORT_CLASS_AS("Indexable", TypeEngine),
    {0},
};

#define TO_INSTANCE(P) P(POS, any, typeobj, Required)
FUNCTION(types, to_instance, TO_INSTANCE)
{
    return OBJ(type_from_value(a->typeobj));
}

static Value null_type(void)
{
    return OBJ(type_new(TYPE_NullType));
}

static Value string_type(void)
{
    return OBJ(type_new(TYPE_String));
}

static const Export type_function_rows[] = {
    EXPORT_FUNCTION(types, to_instance),
    EXPORT_MAKE("NULLTYPE", null_type),
    EXPORT_MAKE("STRINGTYPE", string_type),
    {0},
};

#define DIALECT_ROW(ident, name, module, base, family) EXPORT_CLASS_AS(name, ident),
static const Export postgres_type_rows[] = {POSTGRES_TYPE_LIST(DIALECT_ROW){0}};
static const Export sqlite_type_rows[] = {SQLITE_TYPE_LIST(DIALECT_ROW){0}};

/* Upper-case generic types that each dialect lists again. */
static const Export common_type_rows[] = {
    EXPORT_CLASS(BIGINT),
    EXPORT_CLASS(BINARY),
    EXPORT_CLASS(BLOB),
    EXPORT_CLASS(BOOLEAN),
    EXPORT_CLASS(CHAR),
    EXPORT_CLASS(CLOB),
    EXPORT_CLASS(DATE),
    EXPORT_CLASS(DATETIME),
    EXPORT_CLASS(DECIMAL),
    EXPORT_CLASS(DOUBLE),
    EXPORT_CLASS(DOUBLE_PRECISION),
    EXPORT_CLASS(FLOAT),
    EXPORT_CLASS(INTEGER),
    EXPORT_CLASS(NCHAR),
    EXPORT_CLASS(NUMERIC),
    EXPORT_CLASS(NVARCHAR),
    EXPORT_CLASS(REAL),
    EXPORT_CLASS(SMALLINT),
    EXPORT_CLASS(TEXT),
    EXPORT_CLASS(TIME),
    EXPORT_CLASS(TIMESTAMP),
    EXPORT_CLASS(UUID),
    EXPORT_CLASS(VARBINARY),
    EXPORT_CLASS(VARCHAR),
    {0},
};

/* MYSQL_BIGINT is found as sqlalchemy.dialects.mysql.BIGINT: the rows of one dialect, by the name
 * of its module; else the generic type of that name. */
static Value foreign_type(const char *dialect, const Str *name)
{
#define FOREIGN_ROW(ident, name_, module_, base, family) {name_, module_, &ident##_class},
    static const struct {
        const char *name, *module;
        const Class *class;
    } rows[] = {FOREIGN_TYPE_LIST(FOREIGN_ROW)};
    size_t length = strlen(dialect);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (strncmp(rows[i].module, dialect, length) == 0 && str_is(name, rows[i].name))
            return OBJ(rows[i].class);
    if (str_is(name, "NVARCHAR2")) /* Oracle's name of it */
        return OBJ(&NVARCHAR_class);
    for (const Export *row = common_type_rows; row->name; row++)
        if (str_is(name, row->name))
            return OBJ(row->item);
    return UNSET;
}

static Value mysql_getattr(Str *name)
{
    return foreign_type("mysql", name);
}

static Value mssql_getattr(Str *name)
{
    return foreign_type("mssql", name);
}

static Value oracle_getattr(Str *name)
{
    return foreign_type("oracle", name);
}

/* --- the model -------------------------------------------------------------------------------- */

static const Export schema_rows[] = {
    EXPORT_CLASS(MetaData),
    EXPORT_CLASS(Table),
    EXPORT_CLASS(Column),
    EXPORT_CLASS(ForeignKey),
    EXPORT_CLASS(Constraint),
    EXPORT_CLASS(ColumnCollectionConstraint),
    EXPORT_CLASS(PrimaryKeyConstraint),
    EXPORT_CLASS(ForeignKeyConstraint),
    EXPORT_CLASS(UniqueConstraint),
    EXPORT_CLASS(CheckConstraint),
    EXPORT_CLASS(Index),
    EXPORT_CLASS(Sequence),
    EXPORT_CLASS(Identity),
    EXPORT_CLASS(Computed),
    EXPORT_CLASS(DefaultClause),
    EXPORT_CLASS(ColumnDefault),
    EXPORT_CLASS(ScalarElementColumnDefault),
    EXPORT_CLASS(CallableColumnDefault),
    EXPORT_CLASS(ColumnElementColumnDefault),
    EXPORT_CLASS(FetchedValue),
    EXPORT_CLASS_AS("SchemaItem", object),
    EXPORT_TEXT("BLANK_SCHEMA", ""),
    {0},
};
static const Export ddl_rows[] = {
    EXPORT_CLASS(DDL),
    EXPORT_CLASS(DDLElement),
    EXPORT_CLASS_AS("BaseDDLElement", DDLElement),
    EXPORT_CLASS_AS("ExecutableDDLElement", Ddl),
    EXPORT_CLASS(CreateTable),
    EXPORT_CLASS(DropTable),
    EXPORT_CLASS(CreateIndex),
    EXPORT_CLASS(DropIndex),
    EXPORT_CLASS(AddConstraint),
    EXPORT_CLASS(DropConstraint),
    EXPORT_CLASS(CreateSchema),
    EXPORT_CLASS(DropSchema),
    EXPORT_CLASS(CreateSequence),
    EXPORT_CLASS(DropSequence),
    EXPORT_CLASS(CreateColumn),
    EXPORT_CLASS(SetTableComment),
    EXPORT_CLASS(DropTableComment),
    EXPORT_CLASS(SetColumnComment),
    EXPORT_CLASS(DropColumnComment),
    EXPORT_CLASS(SetConstraintComment),
    EXPORT_CLASS(DropConstraintComment),
    {0},
};
static const Export name_rows[] = {
    EXPORT_CLASS_AS("quoted_name", quoted_name),
    EXPORT_CLASS_AS("conv", conv),
    {0},
};

#define SORT_TABLES(P) P(POS, list, tables, Required) P(KWREST, dict, options, Empty)
FUNCTION(schema, sort_tables, SORT_TABLES)
{
    List *sorted = list_new(0);
    Table *first = a->tables->length ? as(Table, a->tables->at[0]) : NULL;
    TableVec all = first ? metadata_sorted_tables(first->metadata, NULL) : (TableVec){0};
    for (size_t i = 0; i < all.length; i++)
        if (value_contains(OBJ(a->tables), OBJ(all.at[i])))
            list_append(sorted, OBJ(all.at[i]));
    return OBJ(sorted);
}

static const Export schema_function_rows[] = {EXPORT_FUNCTION(schema, sort_tables), {0}};

/* --- functions by name: sqlalchemy.sql.functions.now ------------------------------------------ */

static Value functions_getattr(Str *name)
{
    if (name->length == 0 || name->text[0] == '_' || (name->text[0] >= 'A' && name->text[0] <= 'Z'))
        return UNSET;
    Value func = module_find(import_module(intern("sqlalchemy")), "func");
    return is_set(func) ? value_get_attr(func, name) : UNSET;
}

/* --- names that only annotations use ---------------------------------------------------------- */

static Value interfaces_getattr(Str *name)
{
    static const char *const prefixes[] = {"Reflected", "DBAPI", "_"};
    static const char *const names[] = {"ExecutionContext",
                                        "ExceptionContext",
                                        "CreateEnginePlugin",
                                        "AdaptedConnection",
                                        "Compiled",
                                        "IsolationLevel",
                                        "BindTyping",
                                        "CoreExecuteOptionsParameter",
                                        "SchemaTranslateMapType",
                                        "ConnectionEventsTarget",
                                        "Connectable"};
    if (str_starts_with(name, "__"))
        return UNSET;
    for (size_t i = 0; i < COUNT_OF(prefixes); i++)
        if (str_starts_with(name, prefixes[i]))
            return OBJ(str_is(name, "_") ? &object_class : &dict_class);
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (str_is(name, names[i]))
            return OBJ(&object_class);
    return UNSET;
}

/* sqlalchemy.sql._typing and the like: whatever it is, nothing runs it, but it may be given arguments. */
typedef Obj TypeAlias;
static const Class TypeAlias_class = {
    CLASS(TypeAlias, "sqlalchemy.sql._typing", object),
    .class_subscript = generic_class_subscript,
};

static Value typing_getattr(Str *name)
{
    return str_starts_with(name, "__") ? UNSET : OBJ(&TypeAlias_class);
}

static const Export annotation_rows[] = {
    EXPORT_CLASS_AS("ColumnExpressionArgument", TypeAlias),
    EXPORT_CLASS_AS("SQLColumnExpression", ColumnElement),
    {0},
};

/* What the frozen module `name` has, when there is such a module. */
static Value frozen_name(const char *module, const Str *name)
{
    Module *loaded = import_module(intern(module));
    return loaded->is_opaque || str_starts_with(name, "__") ? UNSET
                                                            : module_find(loaded, name->text);
}

static Value asyncio_getattr(Str *name)
{
    return frozen_name("_sqlalchemy_asyncio", name);
}

/* Range, MultiRange */
static Value ranges_getattr(Str *name)
{
    bool is_known = str_is(name, "Range") || str_is(name, "MultiRange");
    return is_known ? frozen_name("_postgres_ranges", name) : UNSET;
}

static Value postgres_base_getattr(Str *name)
{
    return str_is(name, "ischema_names") ? frozen_name("_ischema_names", intern("postgresql"))
                                         : UNSET;
}

static Value sqlite_base_getattr(Str *name)
{
    return str_is(name, "ischema_names") ? frozen_name("_ischema_names", intern("sqlite")) : UNSET;
}

/* --- the packages themselves ------------------------------------------------------------------ */

static const Export version_rows[] = {
    EXPORT_TEXT("__version__", "2.0.52"),
    EXPORT_TEXT("__known_names__", SQLALCHEMY_KNOWN_NAMES),
    EXPORT_TEXT("__known_modules__", SQLALCHEMY_KNOWN_MODULES),
    EXPORT_MODULE("exc", "sqlalchemy.exc"), /* for `from sqlalchemy import *` */
    EXPORT_MODULE("event", "sqlalchemy.event"),
    EXPORT_MODULE("types", "sqlalchemy.types"),
    EXPORT_MODULE("schema", "sqlalchemy.schema"),
    EXPORT_MODULE("sql", "sqlalchemy.sql"),
    EXPORT_MODULE("dialects", "sqlalchemy.dialects"),
    EXPORT_MODULE("engine", "sqlalchemy.engine"),
    EXPORT_MODULE("pool", "sqlalchemy.pool"),
    {0},
};
static const Export label_style_rows[] = {
    EXPORT_INT("LABEL_STYLE_NONE", 0),
    EXPORT_INT("LABEL_STYLE_TABLENAME_PLUS_COL", 1),
    EXPORT_INT("LABEL_STYLE_DISAMBIGUATE_ONLY", 2),
    EXPORT_INT("LABEL_STYLE_DEFAULT", 2),
    {0},
};
static const Export result_rows[] = {
    EXPORT_CLASS(Result),
    EXPORT_CLASS(CursorResult),
    EXPORT_CLASS_AS("ResultProxy", CursorResult),
    EXPORT_CLASS(ScalarResult),
    EXPORT_CLASS(MappingResult),
    EXPORT_CLASS(TupleResult),
    EXPORT_CLASS(IteratorResult),
    EXPORT_CLASS_AS("ChunkedIteratorResult", IteratorResult),
    EXPORT_CLASS(Row),
    EXPORT_CLASS_AS("BaseRow", Row),
    EXPORT_CLASS_AS("LegacyRow", Row),
    EXPORT_CLASS_AS("RowProxy", Row),
    EXPORT_CLASS(RowMapping),
    EXPORT_CLASS_AS("RMKeyView", ResultKeys),
    {0},
};
static const Export transaction_rows[] = {
    EXPORT_CLASS_AS("Transaction", TransactionObject),
    EXPORT_CLASS(RootTransaction),
    EXPORT_CLASS(NestedTransaction),
    EXPORT_CLASS_AS("TwoPhaseTransaction", RootTransaction),
    EXPORT_CLASS(MockConnection),
    {0},
};
static const Export postgres_schema_rows[] = {
    EXPORT_CLASS(ExcludeConstraint),
    EXPORT_CLASS(CreateEnumType),
    EXPORT_CLASS(DropEnumType),
    {0},
};

static const Export *const sqlalchemy_tables[] = {
    version_rows,
    type_rows,
    schema_rows,
    ddl_rows,
    name_rows,
    EXPRESSION_EXPORTS,
    expression_class_exports,
    engine_exports,
    engine_url_exports,
    result_rows,
    transaction_rows,
    pool_exports,
    inspection_exports,
    dialect_exports,
    label_style_rows,
    annotation_rows,
    NULL,
};
static const Export *const sql_tables[] = {
    EXPRESSION_EXPORTS, expression_class_exports, name_rows, ddl_rows,
    label_style_rows,   annotation_rows,          NULL,
};
static const Export *const schema_tables[] = {schema_rows, schema_function_rows, ddl_rows,
                                              name_rows, NULL};
static const Export *const type_tables[] = {type_rows, type_function_rows, NULL};
static const Export *const engine_tables[] = {
    engine_exports,     engine_url_exports, result_rows, transaction_rows,
    inspection_exports, dialect_exports,    NULL,
};
static const Export *const future_tables[] = {engine_exports, select_exports, NULL};
static const Export *const exc_tables[] = {exc_exports, NULL};
static const Export *const pool_tables[] = {pool_exports, NULL};
static const Export *const event_tables[] = {event_exports, NULL};
static const Export *const inspection_tables[] = {inspection_exports, NULL};
static const Export *const async_tables[] = {async_engine_exports, NULL};
static const Export *const compiler_tables[] = {compiler_exports, NULL};
static const Export *const sql_compiler_tables[] = {sql_compiler_exports, dialect_exports, NULL};
static const Export *const no_tables[] = {NULL};
static const Export *const postgres_tables[] = {
    postgres_type_rows,
    common_type_rows,
    postgres_schema_rows,
    postgres_expression_exports,
    postgres_dml_exports,
    postgres_dialect_exports,
    NULL,
};
static const Export *const sqlite_tables[] = {
    sqlite_type_rows, common_type_rows, sqlite_expression_exports, sqlite_dialect_exports, NULL,
};
static const Export *const mysql_tables[] = {mysql_dialect_exports, NULL};
static const Export *const mssql_tables[] = {mssql_dialect_exports, NULL};
static const Export *const oracle_tables[] = {oracle_dialect_exports, NULL};

/* X(C name, module, tables, is package, getattr) */
#define MODULE_LIST(X)                                                                             \
    X(root, "sqlalchemy", sqlalchemy_tables, true, NULL)                                           \
    X(exc, "sqlalchemy.exc", exc_tables, false, NULL)                                              \
    X(types, "sqlalchemy.types", type_tables, false, NULL)                                         \
    X(schema, "sqlalchemy.schema", schema_tables, false, NULL)                                     \
    X(event, "sqlalchemy.event", event_tables, true, NULL)                                         \
    X(event_api, "sqlalchemy.event.api", event_tables, false, NULL)                                \
    X(inspection, "sqlalchemy.inspection", inspection_tables, false, NULL)                         \
    X(pool, "sqlalchemy.pool", pool_tables, true, NULL)                                            \
    X(pool_base, "sqlalchemy.pool.base", pool_tables, false, NULL)                                 \
    X(pool_impl, "sqlalchemy.pool.impl", pool_tables, false, NULL)                                 \
    X(future, "sqlalchemy.future", future_tables, true, NULL)                                      \
    X(future_engine, "sqlalchemy.future.engine", future_tables, false, NULL)                       \
    X(sql, "sqlalchemy.sql", sql_tables, true, NULL)                                               \
    X(expression, "sqlalchemy.sql.expression", sql_tables, false, NULL)                            \
    X(elements, "sqlalchemy.sql.elements", sql_tables, false, NULL)                                \
    X(selectable, "sqlalchemy.sql.selectable", sql_tables, false, NULL)                            \
    X(dml, "sqlalchemy.sql.dml", sql_tables, false, NULL)                                          \
    X(sql_base, "sqlalchemy.sql.base", sql_tables, false, NULL)                                    \
    X(sql_ddl, "sqlalchemy.sql.ddl", schema_tables, false, NULL)                                   \
    X(sql_schema, "sqlalchemy.sql.schema", schema_tables, false, NULL)                             \
    X(sqltypes, "sqlalchemy.sql.sqltypes", type_tables, false, NULL)                               \
    X(type_api, "sqlalchemy.sql.type_api", type_tables, false, NULL)                               \
    X(naming, "sqlalchemy.sql.naming", sql_tables, false, NULL)                                    \
    X(functions, "sqlalchemy.sql.functions", sql_tables, false, functions_getattr)                 \
    X(sql_compiler, "sqlalchemy.sql.compiler", sql_compiler_tables, false, NULL)                   \
    X(sql_typing, "sqlalchemy.sql._typing", no_tables, false, typing_getattr)                      \
    X(engine, "sqlalchemy.engine", engine_tables, true, NULL)                                      \
    X(engine_base, "sqlalchemy.engine.base", engine_tables, false, NULL)                           \
    X(engine_create, "sqlalchemy.engine.create", engine_tables, false, NULL)                       \
    X(engine_url, "sqlalchemy.engine.url", engine_tables, false, NULL)                             \
    X(engine_reflection, "sqlalchemy.engine.reflection", engine_tables, false, interfaces_getattr) \
    X(engine_result, "sqlalchemy.engine.result", engine_tables, false, NULL)                       \
    X(engine_row, "sqlalchemy.engine.row", engine_tables, false, NULL)                             \
    X(engine_cursor, "sqlalchemy.engine.cursor", engine_tables, false, NULL)                       \
    X(engine_default, "sqlalchemy.engine.default", engine_tables, false, NULL)                     \
    X(engine_mock, "sqlalchemy.engine.mock", engine_tables, false, NULL)                           \
    X(engine_interfaces, "sqlalchemy.engine.interfaces", engine_tables, false, interfaces_getattr) \
    X(ext, "sqlalchemy.ext", no_tables, true, NULL)                                                \
    X(compiler, "sqlalchemy.ext.compiler", compiler_tables, false, NULL)                           \
    X(asyncio, "sqlalchemy.ext.asyncio", async_tables, true, asyncio_getattr)                      \
    X(async_engine, "sqlalchemy.ext.asyncio.engine", async_tables, false, NULL)                    \
    X(dialects, "sqlalchemy.dialects", no_tables, true, NULL)                                      \
    X(postgres, "sqlalchemy.dialects.postgresql", postgres_tables, true, ranges_getattr)           \
    X(postgres_base, "sqlalchemy.dialects.postgresql.base", postgres_tables, false,                \
      postgres_base_getattr)                                                                       \
    X(postgres_types, "sqlalchemy.dialects.postgresql.types", postgres_tables, false, NULL)        \
    X(postgres_array, "sqlalchemy.dialects.postgresql.array", postgres_tables, false, NULL)        \
    X(postgres_json, "sqlalchemy.dialects.postgresql.json", postgres_tables, false, NULL)          \
    X(postgres_ranges, "sqlalchemy.dialects.postgresql.ranges", postgres_tables, false,            \
      ranges_getattr)                                                                              \
    X(postgres_named, "sqlalchemy.dialects.postgresql.named_types", postgres_tables, false, NULL)  \
    X(postgres_hstore, "sqlalchemy.dialects.postgresql.hstore", postgres_tables, false, NULL)      \
    X(postgres_ext, "sqlalchemy.dialects.postgresql.ext", postgres_tables, false, NULL)            \
    X(postgres_dml, "sqlalchemy.dialects.postgresql.dml", postgres_tables, false, NULL)            \
    X(postgres_psycopg2, "sqlalchemy.dialects.postgresql.psycopg2", postgres_tables, false, NULL)  \
    X(postgres_psycopg, "sqlalchemy.dialects.postgresql.psycopg", postgres_tables, false, NULL)    \
    X(sqlite, "sqlalchemy.dialects.sqlite", sqlite_tables, true, NULL)                             \
    X(sqlite_base, "sqlalchemy.dialects.sqlite.base", sqlite_tables, false, sqlite_base_getattr)   \
    X(sqlite_json, "sqlalchemy.dialects.sqlite.json", sqlite_tables, false, NULL)                  \
    X(sqlite_dml, "sqlalchemy.dialects.sqlite.dml", sqlite_tables, false, NULL)                    \
    X(sqlite_pysqlite, "sqlalchemy.dialects.sqlite.pysqlite", sqlite_tables, false, NULL)          \
    X(sqlite_aiosqlite, "sqlalchemy.dialects.sqlite.aiosqlite", sqlite_tables, false, NULL)        \
    X(mysql, "sqlalchemy.dialects.mysql", mysql_tables, true, mysql_getattr)                       \
    X(mysql_base, "sqlalchemy.dialects.mysql.base", mysql_tables, false, mysql_getattr)            \
    X(mysql_types, "sqlalchemy.dialects.mysql.types", mysql_tables, false, mysql_getattr)          \
    X(mysql_enumerated, "sqlalchemy.dialects.mysql.enumerated", mysql_tables, false,               \
      mysql_getattr)                                                                               \
    X(mssql, "sqlalchemy.dialects.mssql", mssql_tables, true, mssql_getattr)                       \
    X(mssql_base, "sqlalchemy.dialects.mssql.base", mssql_tables, false, mssql_getattr)            \
    X(oracle, "sqlalchemy.dialects.oracle", oracle_tables, true, oracle_getattr)                   \
    X(oracle_base, "sqlalchemy.dialects.oracle.base", oracle_tables, false, oracle_getattr)

#define MODULE_DEFINE(ident, name, tables, is_package, getattr)                                    \
    static const ModuleDef ident##_module = {name, tables, is_package, getattr};
#define MODULE_ENTRY(ident, name, tables, is_package, getattr) &ident##_module,
MODULE_LIST(MODULE_DEFINE)

const ModuleDef *const sqlalchemy_modules[] = {
    MODULE_LIST(MODULE_ENTRY) & asyncpg_dialect_module,
    &psycopg2_module,
    &psycopg2_errors_module,
    &psycopg2_extensions_module,
    &psycopg_module,
    &psycopg_errors_module,
    &asyncpg_module,
    &asyncpg_exceptions_module,
    &sqlite3_module,
    NULL,
};
