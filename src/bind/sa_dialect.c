/* sa_dialect.c -- dialect objects: what scripts ask of conn.dialect, postgresql.dialect() and the
 * objects that quote names and write types. Everything is answered by the tables of sql/. */
#include "bind/bind.h"
#include "bind/sa_face.h"

/* --- dialects --------------------------------------------------------------------------------- */

typedef DialectObject PGDialect, SQLiteDialect, DefaultDialect;

DialectObject *dialect_object_make(const Dialect *dialect, Str *driver, bool is_async)
{
    DialectObject *object = (DialectObject *)object_allocate(face_of(dialect)->class);
    object->dialect = dialect;
    object->driver = driver ? driver : str_from(dialect->driver);
    object->is_async = is_async;
    return object;
}

Value dialect_object_new(const Dialect *dialect, EngineConnection *connection)
{
    DialectObject *object =
        dialect_object_make(dialect, connection ? connection->db->driver_name : NULL,
                            connection && connection->engine && connection->engine->is_async);
    object->connection = connection;
    return OBJ(object);
}

const Dialect *dialect_find_in(Value v)
{
    DialectObject *object = as(DialectObject, v);
    if (object)
        return object->dialect;
    Engine *engine = engine_find_record(v);
    if (engine)
        return engine->dialect;
    if (v.tag != TAG_OBJ)
        return NULL;
    object = as(DialectObject, value_find_attr_text(v, "dialect"));
    return object ? object->dialect : NULL;
}

#define DIALECT_INIT(P) P(KWREST, dict, options, Empty)
NATIVE(DialectObject, init, DIALECT_INIT)
{
    self->dialect = face_of_class(self->obj.class)->dialect;
    self->driver = str_from(self->dialect->driver);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(a->options, &i));)
        dict_set(object_attrs(&self->obj), entry->key, entry->value);
    return NONE;
}

NATIVE0(DialectObject, name)
{
    return STR(str_from(self->dialect->name));
}

NATIVE0(DialectObject, construct_arguments)
{
    return OBJ(dialect_construct_arguments(self->dialect->name));
}

NATIVE0(DialectObject, server_version_info)
{
    if (!self->connection || !self->connection->db->handle)
        return NONE;
    return face_of(self->dialect)->version(db_server_version(self->connection->db));
}

/* The recipe for tenants sets it, beside search_path. */
NATIVE(DialectObject, set_default_schema_name, ONE_VALUE)
{
    if (self->connection)
        self->connection->engine->default_schema = value_find_str(a->value);
    return NONE;
}

NATIVE0(DialectObject, default_schema_name)
{
    EngineConnection *c = self->connection;
    if (c && c->engine->default_schema)
        return STR(c->engine->default_schema);
    const char *query = face_of(self->dialect)->current_schema;
    if (c && query && !c->closed && db_transaction_state(c->db) != TRANSACTION_FAILED) {
        Result *result = db_run(c->db, query);
        Cell cell = result_cell(result, 0, 0);
        return cell.kind == CELL_TEXT ? STR(cell.text) : NONE;
    }
    return self->dialect->default_schema ? STR(str_from(self->dialect->default_schema)) : NONE;
}

static Value preparer_new(const Dialect *dialect);
static Value type_compiler_new(const Dialect *dialect);

NATIVE0(DialectObject, identifier_preparer)
{
    return preparer_new(self->dialect);
}

NATIVE0(DialectObject, type_compiler)
{
    return type_compiler_new(self->dialect);
}

#define TYPE_PARAM(P) P(POS, any, typeobj, Required)
NATIVE(DialectObject, type_descriptor, TYPE_PARAM)
{
    return OBJ(type_from_value(a->typeobj));
}

#define TABLE_PARAMS(P)                                                                            \
    P(POS, any, connection, Required)                                                              \
    P(POS, any, table_name, Required) P(POS, any, schema, None) P(KWREST, dict, options, Empty)
static Value ask_inspector(const char *method, Value connection, Value name, Value schema)
{
    Value arguments[] = {name, schema};
    return call_method(inspector_new(connection), method, is_absent(name) ? 1 : 2,
                       is_absent(name) ? &arguments[1] : arguments);
}

#define ASK(method)                                                                                \
    NATIVE(DialectObject, method, TABLE_PARAMS)                                                    \
    {                                                                                              \
        return ask_inspector(#method, a->connection, a->table_name, a->schema);                    \
    }
ASK(has_table)
ASK(get_columns)
ASK(get_indexes)
ASK(get_pk_constraint)
ASK(get_foreign_keys)
ASK(get_unique_constraints)
ASK(get_check_constraints)

#define INDEX_PARAMS(P)                                                                            \
    P(POS, any, connection, Required)                                                              \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, index_name, Required) P(POS, any, schema, None) P(KWREST, dict, options, Empty)
NATIVE(DialectObject, has_index, INDEX_PARAMS)
{
    Value arguments[] = {a->table_name, a->index_name, a->schema};
    return call_method(inspector_new(a->connection), "has_index", COUNT_OF(arguments), arguments);
}

#define SEQUENCE_PARAMS(P)                                                                         \
    P(POS, any, connection, Required)                                                              \
    P(POS, any, sequence_name, Required) P(POS, any, schema, None) P(KWREST, dict, options, Empty)
NATIVE(DialectObject, has_sequence, SEQUENCE_PARAMS)
{
    return ask_inspector("has_sequence", a->connection, a->sequence_name, a->schema);
}

#define SCHEMA_NAME_PARAMS(P)                                                                      \
    P(POS, any, connection, Required)                                                              \
    P(POS, any, schema_name, Required) P(KWREST, dict, options, Empty)
NATIVE(DialectObject, has_schema, SCHEMA_NAME_PARAMS)
{
    return ask_inspector("has_schema", a->connection, UNSET, a->schema_name);
}

#define SCHEMA_PARAMS(P)                                                                           \
    P(POS, any, connection, Required) P(POS, any, schema, None) P(KWREST, dict, options, Empty)
NATIVE(DialectObject, get_table_names, SCHEMA_PARAMS)
{
    return ask_inspector("get_table_names", a->connection, UNSET, a->schema);
}

static const struct {
    const char *name;
    unsigned feature; /* 0: always true */
} features[] = {
    {"supports_alter", FEATURE_ALTER_CONSTRAINTS},
    {"supports_comments", FEATURE_COMMENTS},
    {"supports_sequences", FEATURE_SEQUENCES},
    {"supports_native_enum", FEATURE_ENUM_TYPES},
    {"supports_native_boolean", FEATURE_NATIVE_BOOLEAN},
    {"supports_native_uuid", FEATURE_NATIVE_UUID},
    {"supports_native_decimal", FEATURE_NATIVE_UUID},
    {"supports_schemas", FEATURE_SCHEMAS},
    {"supports_identity_columns", FEATURE_IDENTITY},
    {"supports_constraint_comments", FEATURE_COMMENTS},
    {"inline_comments", 1u << 31},
    {"implicit_returning", FEATURE_IMPLICIT_RETURNING},
    {"insert_returning", FEATURE_RETURNING},
    {"update_returning", FEATURE_RETURNING},
    {"delete_returning", FEATURE_RETURNING},
    {"supports_default_values", 0},
    {"supports_empty_insert", FEATURE_ENUM_TYPES},
    {"supports_multivalues_insert", 0},
    {"supports_statement_cache", 0},
    {"supports_sane_rowcount", 0},
    {"supports_sane_multi_rowcount", 0},
    {"supports_views", 0},
    {"supports_cast", 0},
    {"tuple_in_values", 0},
    {"supports_is_distinct_from", 0},
};

static Value dialect_getattr(Value self, Str *name)
{
    const DialectObject *object = (DialectObject *)self.obj;
    const DialectFace *face = face_of(object->dialect);
    ParamStyle style = face_driver(face, object->driver)->style;
    for (size_t i = 0; i < COUNT_OF(features); i++)
        if (str_is(name, features[i].name))
            return BOOL(!features[i].feature || (object->dialect->features & features[i].feature));
    if (str_is(name, "max_identifier_length"))
        return INT((int64_t)object->dialect->identifier_limit);
    if (str_is(name, "paramstyle"))
        return STR(str_from(param_style_name(style)));
    if (str_is(name, "positional"))
        return BOOL(style == PARAM_QUESTION || style == PARAM_DOLLAR);
    if (str_is(name, "default_isolation_level"))
        return STR(str_from(object->dialect->default_isolation));
    if (str_is(name, "dbapi") || str_is(name, "loaded_dbapi"))
        return OBJ(import_module(intern(face->dbapi)));
    if (str_is(name, "dialect_description"))
        return STR(str_format("%s+%s", object->dialect->name, object->driver->text));
    return UNSET;
}

static Str *dialect_repr(Value self)
{
    const DialectObject *object = (DialectObject *)self.obj;
    Str *class = class_name(self.obj->class);
    return str_format("<%s.%s object at 0x%llx>", class_module(self.obj->class)->text, class->text,
                      (unsigned long long)(uintptr_t)object);
}

static const Field dialect_fields[] = {
    FIELD(DialectObject, str, driver, READONLY),
    FIELD(DialectObject, bool, is_async, READONLY),
    {0},
};
void sa_dialect_init(void)
{
    class_set_frozen(&PGDialect_class, "ischema_names", "_ischema_names", "postgresql");
    class_set_frozen(&SQLiteDialect_class, "ischema_names", "_ischema_names", "sqlite");
}

static const Method dialect_methods[] = {
    PROPERTY(DialectObject, name),
    PROPERTY(DialectObject, construct_arguments),
    PROPERTY(DialectObject, server_version_info),
    PROPERTY_SET(DialectObject, default_schema_name, set_default_schema_name),
    PROPERTY(DialectObject, identifier_preparer),
    PROPERTY(DialectObject, type_compiler),
    PROPERTY_AS("type_compiler_instance", DialectObject, type_compiler),
    METHOD(DialectObject, type_descriptor),
    METHOD(DialectObject, has_table),
    METHOD(DialectObject, has_index),
    METHOD(DialectObject, has_sequence),
    METHOD(DialectObject, has_schema),
    METHOD(DialectObject, get_columns),
    METHOD(DialectObject, get_indexes),
    METHOD(DialectObject, get_pk_constraint),
    METHOD(DialectObject, get_foreign_keys),
    METHOD(DialectObject, get_unique_constraints),
    METHOD(DialectObject, get_check_constraints),
    METHOD(DialectObject, get_table_names),
    {0},
};
const Class DialectObject_class = {
    CLASS_NAMED(DialectObject, "Dialect", "sqlalchemy.engine.interfaces", object),
    .flags = CLASS_ANY_ATTR,
    .init = INIT(DialectObject),
    .fields = dialect_fields,
    .methods = dialect_methods,
    .getattr = dialect_getattr,
    .repr = dialect_repr,
};
const Class DefaultDialect_class = {
    CLASS_NAMED(DialectObject, "DefaultDialect", "sqlalchemy.engine.default", DialectObject),
    .flags = CLASS_ANY_ATTR,
};
const Class PGDialect_class = {
    CLASS_NAMED(DialectObject, "PGDialect", "sqlalchemy.dialects.postgresql.base", DefaultDialect),
    .flags = CLASS_ANY_ATTR,
};
const Class SQLiteDialect_class = {
    CLASS_NAMED(DialectObject, "SQLiteDialect", "sqlalchemy.dialects.sqlite.base", DefaultDialect),
    .flags = CLASS_ANY_ATTR,
};

/* Known by name, so that isinstance() can say no; none of them can be made. */
#define FOREIGN_DIALECT_INIT(P) P(KWREST, dict, options, Empty)
typedef DialectObject MySQLDialect, MSDialect, OracleDialect, MariaDBDialect;
extern const Class MySQLDialect_class, MSDialect_class, OracleDialect_class, MariaDBDialect_class;
NATIVE(MySQLDialect, init, FOREIGN_DIALECT_INIT)
{
    raise_exception(&NoSuchModuleError_class,
                    "There is no SQL for this dialect here: %s; postgresql and sqlite are known",
                    class_name(self->obj.class)->text);
}
#define FOREIGN_DIALECT(T, name_)                                                                  \
    const Class T##_class = {                                                                      \
        CLASS_NAMED(DialectObject, #T, "sqlalchemy.dialects." name_ ".base", DefaultDialect),      \
        .init = INIT(MySQLDialect),                                                                \
    };
FOREIGN_DIALECT(MySQLDialect, "mysql")
FOREIGN_DIALECT(MSDialect, "mssql")
FOREIGN_DIALECT(OracleDialect, "oracle")
const Class MariaDBDialect_class = {
    CLASS_NAMED(DialectObject, "MariaDBDialect", "sqlalchemy.dialects.mysql.mariadb", MySQLDialect),
};

/* --- identifier preparers --------------------------------------------------------------------- */

typedef struct IdentifierPreparer {
    Obj obj;
    const Dialect *dialect;
} IdentifierPreparer;

static Value preparer_new(const Dialect *dialect)
{
    IdentifierPreparer *p = obj_new(IdentifierPreparer);
    p->dialect = dialect;
    return OBJ(p);
}

#define PREPARER_INIT(P) P(POS, any, dialect, Required) P(KWREST, dict, options, Empty)
NATIVE(IdentifierPreparer, init, PREPARER_INIT)
{
    self->dialect = dialect_find_in(a->dialect);
    if (!self->dialect)
        raise_type("IdentifierPreparer() argument 'dialect' must be a Dialect, not %s",
                   class_text(a->dialect));
    return NONE;
}

static Str *quote_value(const Dialect *dialect, Value ident, bool force)
{
    Tri quote = TRI_UNSET;
    NameSource source;
    Str *name = name_from(ident, &quote, &source);
    if (!name)
        raise_type("a name must be a str, not %s", class_text(ident));
    return sql_name_text(dialect, name, force ? TRI_TRUE : quote);
}

#define IDENT_PARAMS(P) P(POS, any, ident, Required) P(POS, any, force, None)
NATIVE(IdentifierPreparer, quote, IDENT_PARAMS)
{
    return STR(quote_value(self->dialect, a->ident, false));
}

NATIVE(IdentifierPreparer, quote_identifier, IDENT_PARAMS)
{
    return STR(quote_value(self->dialect, a->ident, true));
}

#define TABLE_FORMAT(P)                                                                            \
    P(POS, any, table, Required) P(POS, bool, use_schema, True) P(POS, any, name, None)
NATIVE(IdentifierPreparer, format_table, TABLE_FORMAT)
{
    TableClause *table = as(TableClause, a->table);
    if (!table)
        raise_type("format_table() argument must be a Table, not %s", class_text(a->table));
    Str *name = is_none(a->name) ? sql_name_text(self->dialect, table->name, table->quote)
                                 : quote_value(self->dialect, a->name, false);
    if (!a->use_schema || !table->schema)
        return STR(name);
    return STR(str_format("%s.%s",
                          sql_name_text(self->dialect, table->schema, table->quote_schema)->text,
                          name->text));
}

#define COLUMN_FORMAT(P)                                                                           \
    P(POS, any, column, Required)                                                                  \
    P(POS, bool, use_table, False)                                                                 \
    P(POS, any, name, None) P(POS, any, table_name, None) P(POS, bool, use_schema, False)
NATIVE(IdentifierPreparer, format_column, COLUMN_FORMAT)
{
    ColumnClause *column = as(ColumnClause, a->column);
    if (!column)
        raise_type("format_column() argument must be a Column, not %s", class_text(a->column));
    Str *name = is_none(a->name) ? sql_name_text(self->dialect, column->name, column->quote)
                                 : quote_value(self->dialect, a->name, false);
    if (!a->use_table || !column->table)
        return STR(name);
    IdentifierPreparer_format_table_Args table = {OBJ(column->table), a->use_schema, a->table_name,
                                                  0};
    return STR(str_format("%s.%s", value_str(IdentifierPreparer_format_table(self, &table))->text,
                          name->text));
}

/* format_constraint, format_index, format_sequence, format_schema, format_label, format_type ...:
 * the name. */
#define NAMED_PARAM(P) P(POS, any, subject, Required) P(KWREST, dict, options, Empty)
NATIVE(IdentifierPreparer, format_named, NAMED_PARAM)
{
    if (value_find_str(a->subject))
        return STR(quote_value(self->dialect, a->subject, false));
    Constraint *constraint = as(Constraint, a->subject);
    Index *index = as(Index, a->subject);
    size_t limit = self->dialect->identifier_limit;
    Value name = constraint ? STR(constraint_final_name(constraint, limit))
                 : index    ? STR(index_final_name(index, limit))
                            : value_get_attr(a->subject, N(name));
    return is_none(name) ? NONE : STR(quote_value(self->dialect, name, false));
}

NATIVE0(IdentifierPreparer, initial_quote)
{
    return STR(str_from("\""));
}

static const Method preparer_methods[] = {
    METHOD(IdentifierPreparer, quote),
    METHOD_AS("quote_schema", IdentifierPreparer, quote),
    METHOD(IdentifierPreparer, quote_identifier),
    METHOD(IdentifierPreparer, format_table),
    METHOD(IdentifierPreparer, format_column),
    METHOD_AS("format_constraint", IdentifierPreparer, format_named),
    METHOD_AS("format_index", IdentifierPreparer, format_named),
    METHOD_AS("format_sequence", IdentifierPreparer, format_named),
    METHOD_AS("format_schema", IdentifierPreparer, format_named),
    METHOD_AS("format_label", IdentifierPreparer, format_named),
    METHOD_AS("format_alias", IdentifierPreparer, format_named),
    METHOD_AS("format_type", IdentifierPreparer, format_named),
    METHOD_AS("format_collation", IdentifierPreparer, quote),
    PROPERTY(IdentifierPreparer, initial_quote),
    PROPERTY_AS("final_quote", IdentifierPreparer, initial_quote),
    PROPERTY_AS("escape_quote", IdentifierPreparer, initial_quote),
    {0},
};
const Class IdentifierPreparer_class = {
    CLASS(IdentifierPreparer, "sqlalchemy.sql.compiler", object),
    .init = INIT(IdentifierPreparer),
    .methods = preparer_methods,
};

/* --- type compilers --------------------------------------------------------------------------- */

typedef struct TypeCompiler {
    Obj obj;
    const Dialect *dialect;
} TypeCompiler;

static Value type_compiler_new(const Dialect *dialect)
{
    TypeCompiler *c = obj_new(TypeCompiler);
    c->dialect = dialect;
    return OBJ(c);
}

#define PROCESS_PARAMS(P) P(POS, any, type_, Required) P(KWREST, dict, options, Empty)
NATIVE(TypeCompiler, process, PROCESS_PARAMS)
{
    return STR(sql_type_text(self->dialect, type_from_value(a->type_)));
}

/* visit_VARCHAR(type_), visit_string(type_): the type's own text. */
static Value type_compiler_getattr(Value self, Str *name)
{
    return str_starts_with(name, "visit_") ? value_get_attr(self, intern("process")) : UNSET;
}

static const Method type_compiler_methods[] = {METHOD(TypeCompiler, process), {0}};
const Class TypeCompiler_class = {
    CLASS_NAMED(TypeCompiler, "GenericTypeCompiler", "sqlalchemy.sql.compiler", object),
    .methods = type_compiler_methods,
    .getattr = type_compiler_getattr,
};

/* --- exports ---------------------------------------------------------------------------------- */

const Export dialect_exports[] = {
    EXPORT_CLASS_AS("Dialect", DialectObject),
    EXPORT_CLASS(DefaultDialect),
    EXPORT_CLASS(IdentifierPreparer),
    EXPORT_CLASS(TypeCompiler),
    EXPORT_CLASS_AS("GenericTypeCompiler", TypeCompiler),
    {0},
};
const Export postgres_dialect_exports[] = {
    EXPORT_CLASS_AS("dialect", PGDialect),
    EXPORT_CLASS(PGDialect),
    EXPORT_CLASS_AS("PGDialect_psycopg2", PGDialect),
    EXPORT_CLASS_AS("PGDialect_psycopg", PGDialect),
    EXPORT_CLASS_AS("PGDialectAsync_psycopg", PGDialect),
    EXPORT_CLASS_AS("PGDialect_asyncpg", PGDialect),
    EXPORT_CLASS_AS("PGTypeCompiler", TypeCompiler),
    EXPORT_CLASS_AS("PGIdentifierPreparer", IdentifierPreparer),
    {0},
};
const Export sqlite_dialect_exports[] = {
    EXPORT_CLASS_AS("dialect", SQLiteDialect),
    EXPORT_CLASS(SQLiteDialect),
    EXPORT_CLASS_AS("SQLiteDialect_pysqlite", SQLiteDialect),
    EXPORT_CLASS_AS("SQLiteDialect_aiosqlite", SQLiteDialect),
    {0},
};
const Export mysql_dialect_exports[] = {EXPORT_CLASS_AS("dialect", MySQLDialect),
                                        EXPORT_CLASS(MySQLDialect),
                                        EXPORT_CLASS(MariaDBDialect),
                                        {0}};
const Export mssql_dialect_exports[] = {
    EXPORT_CLASS_AS("dialect", MSDialect), EXPORT_CLASS(MSDialect), {0}};
const Export oracle_dialect_exports[] = {
    EXPORT_CLASS_AS("dialect", OracleDialect), EXPORT_CLASS(OracleDialect), {0}};
