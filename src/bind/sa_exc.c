/* sa_exc.c -- errors from below as the exceptions scripts know: database errors become
 * sqlalchemy.exc with the driver's own exception as .orig, the tool's become CommandError. Also the
 * drivers' exception modules (psycopg2.errors, sqlite3, asyncpg.exceptions), so that a script can
 * ask isinstance(e.orig, UniqueViolation).
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

#include <ctype.h>

/* --- the drivers' own exceptions -------------------------------------------------------------- */

#define DRIVER_ERROR_LIST(X)                                                                       \
    X(Warning, Exception)                                                                          \
    X(Error, Exception) X(InterfaceError, Error) X(DatabaseError, Error)                           \
        X(DataError, DatabaseError) X(OperationalError, DatabaseError)                             \
            X(IntegrityError, DatabaseError) X(InternalError, DatabaseError)                       \
                X(ProgrammingError, DatabaseError) X(NotSupportedError, DatabaseError)

/* The classes of a module are made when first asked for, and kept in the module. */
static const struct {
    const char *name, *base;
} driver_errors[] = {
#define DRIVER_ERROR_ROW(name, base) {#name, #base},
    DRIVER_ERROR_LIST(DRIVER_ERROR_ROW)};

static Value class_new(const char *module, const char *name, Value base)
{
    Dict *members = dict_new();
    dict_set_text(members, "__module__", STR(str_from(module)));
    return OBJ(class_make(str_from(name), tuple_new(1, &base), members, dict_new()));
}

static Value keep(const char *module, const char *name, Value class)
{
    dict_set_str(object_attrs(&import_module(intern(module))->obj), intern(name), class);
    return class;
}

/* Error, DatabaseError ... of the driver module; UNSET for other names. */
static Value driver_error(const char *module, const char *name)
{
    Value known = dict_find_text(object_attrs(&import_module(intern(module))->obj), name);
    if (is_set(known))
        return known;
    if (strcmp(name, "Exception") == 0)
        return OBJ(&Exception_class);
    for (size_t i = 0; i < COUNT_OF(driver_errors); i++)
        if (strcmp(driver_errors[i].name, name) == 0)
            return keep(module, name,
                        class_new(module, name, driver_error(module, driver_errors[i].base)));
    return UNSET;
}

static Value psycopg2_getattr(Str *name)
{
    return driver_error("psycopg2", name->text);
}

static Value psycopg_getattr(Str *name)
{
    return driver_error("psycopg", name->text);
}

static Value sqlite3_getattr(Str *name)
{
    return driver_error("sqlite3", name->text);
}

/* Which DBAPI class a class of psycopg2.errors derives from, when a script names it before any
 * error did. */
static const char *family_of(const char *name)
{
    static const struct {
        const char *part, *base;
    } families[] = {
        {"RestrictViolation", "IntegrityError"},
        {"NotNullViolation", "IntegrityError"},
        {"ForeignKeyViolation", "IntegrityError"},
        {"UniqueViolation", "IntegrityError"},
        {"CheckViolation", "IntegrityError"},
        {"ExclusionViolation", "IntegrityError"},
        {"Duplicate", "ProgrammingError"},
        {"Undefined", "ProgrammingError"},
        {"Syntax", "ProgrammingError"},
        {"Ambiguous", "ProgrammingError"},
        {"Insufficient", "ProgrammingError"},
        {"WrongObject", "ProgrammingError"},
        {"Datatype", "ProgrammingError"},
        {"InvalidSchemaName", "ProgrammingError"},
        {"FeatureNotSupported", "NotSupportedError"},
        {"Invalid", "DataError"},
        {"OutOfRange", "DataError"},
        {"Truncation", "DataError"},
        {"InFailedSqlTransaction", "InternalError"},
        {"ActiveSqlTransaction", "InternalError"},
    };
    for (size_t i = 0; i < COUNT_OF(families); i++)
        if (strstr(name, families[i].part))
            return families[i].base;
    return "OperationalError";
}

static Value exact_error(const char *driver, const char *module, const char *name, const char *base)
{
    Value known = dict_find_text(object_attrs(&import_module(intern(module))->obj), name);
    if (is_set(known))
        return known;
    return keep(module, name, class_new(module, name, driver_error(driver, base)));
}

static Value psycopg2_errors_getattr(Str *name)
{
    return isupper((unsigned char)name->text[0])
               ? exact_error("psycopg2", "psycopg2.errors", name->text, family_of(name->text))
               : UNSET;
}

static Value psycopg_errors_getattr(Str *name)
{
    return isupper((unsigned char)name->text[0])
               ? exact_error("psycopg", "psycopg.errors", name->text, family_of(name->text))
               : UNSET;
}

/* asyncpg's exceptions all derive from PostgresError. */
static Value asyncpg_getattr(Str *name)
{
    static const char *const module = "asyncpg.exceptions";
    if (!isupper((unsigned char)name->text[0]))
        return UNSET;
    Value base = OBJ(&Exception_class);
    if (!str_is(name, "PostgresError"))
        base = module_find(import_module(intern(module)), "PostgresError");
    return keep(module, name->text, class_new(module, name->text, base));
}

/* What SQLAlchemy's asyncpg dialect raises inside: its own DBAPI classes. */
static Value asyncpg_dbapi_getattr(Str *name)
{
    return driver_error("sqlalchemy.dialects.postgresql.asyncpg", name->text);
}

/* register_adapter(), register_converter(): what they convert does not go through this driver. */
#define CONVERTER(P) P(ONLY, any, what, Required) P(ONLY, any, function, Required)
FUNCTION(sqlite3, register_adapter, CONVERTER)
{
    return NONE;
}

/* Python's is a view of the same bytes. */
FUNCTION(sqlite3, Binary, ONE_VALUE)
{
    return a->value;
}

static const Export *const no_exports[] = {NULL};
static const Export sqlite3_rows[] = {
    EXPORT_CLASS_AS("Connection", SqliteConnection),
    EXPORT_CLASS_AS("Cursor", SqliteCursor),
    EXPORT_CLASS_AS("Row", Row),
    EXPORT_FUNCTION(sqlite3, Binary),
    EXPORT_FUNCTION(sqlite3, register_adapter),
    EXPORT_FUNCTION_AS("register_converter", sqlite3, register_adapter),
    EXPORT_INT("PARSE_DECLTYPES", 1),
    EXPORT_INT("PARSE_COLNAMES", 2),
    EXPORT_TEXT("paramstyle", "qmark"),
    EXPORT_TEXT("__known_modules__", " dbapi2 dump "),
    {0},
};
static const Export *const sqlite3_exports[] = {sqlite3_rows, NULL};
static const Export extension_rows[] = {
    EXPORT_CLASS_AS("connection", PostgresConnection),
    EXPORT_CLASS_AS("cursor", PostgresCursor),
    EXPORT_INT("ISOLATION_LEVEL_AUTOCOMMIT", 0),
    EXPORT_INT("ISOLATION_LEVEL_READ_COMMITTED", 1),
    EXPORT_INT("ISOLATION_LEVEL_REPEATABLE_READ", 2),
    EXPORT_INT("ISOLATION_LEVEL_SERIALIZABLE", 3),
    EXPORT_INT("ISOLATION_LEVEL_READ_UNCOMMITTED", 4),
    {0},
};
static const Export *const extension_exports[] = {extension_rows, NULL};
static const Export *const asyncpg_dialect_tables[] = {postgres_dialect_exports, NULL};
const ModuleDef psycopg2_module = {"psycopg2", no_exports, true, psycopg2_getattr};
const ModuleDef psycopg2_errors_module = {"psycopg2.errors", no_exports, false,
                                          psycopg2_errors_getattr};
const ModuleDef psycopg2_extensions_module = {"psycopg2.extensions", extension_exports, false,
                                              NULL};
const ModuleDef psycopg_module = {"psycopg", no_exports, true, psycopg_getattr};
const ModuleDef psycopg_errors_module = {"psycopg.errors", no_exports, false,
                                         psycopg_errors_getattr};
const ModuleDef asyncpg_exceptions_module = {"asyncpg.exceptions", no_exports, false,
                                             asyncpg_getattr};
const ModuleDef asyncpg_module = {"asyncpg", no_exports, true, asyncpg_getattr};
const ModuleDef sqlite3_module = {"sqlite3", sqlite3_exports, true, sqlite3_getattr};
const ModuleDef asyncpg_dialect_module = {"sqlalchemy.dialects.postgresql.asyncpg",
                                          asyncpg_dialect_tables, false, asyncpg_dbapi_getattr};

/* --- which class, which text ------------------------------------------------------------------ */

#define PLAIN_ERROR_LIST(X) X(ArgumentError) X(NoSuchModuleError) X(TypeError) X(ValueError)
#define WRAPPED_ERROR_LIST(X)                                                                      \
    X(InterfaceError)                                                                              \
    X(DatabaseError) X(DataError) X(OperationalError) X(IntegrityError) X(InternalError)           \
        X(ProgrammingError) X(NotSupportedError) X(DBAPIError)

typedef struct NamedClass {
    const char *name;
    const Class *class;
} NamedClass;
#define CLASS_ROW(T) {#T, &T##_class},
static const NamedClass plain_classes[] = {PLAIN_ERROR_LIST(CLASS_ROW){0}};
static const NamedClass wrapped_classes[] = {WRAPPED_ERROR_LIST(CLASS_ROW){0}};

static const Class *class_named(const NamedClass *table, const char *name)
{
    for (; table->name; table++)
        if (strcmp(table->name, name) == 0)
            return table->class;
    return NULL;
}

static const char *driver_of(const Err *err)
{
    const Execution *execution = err->execution;
    return execution ? execution->connection->db->driver_name->text : "psycopg2";
}

/* asyncpg knows fewer families; what is left is its plain Error, which SQLAlchemy wraps in
 * DBAPIError. */
static const char *asyncpg_class(const Err *err)
{
    if (strncmp(err->sqlstate, "23", 2) == 0)
        return "IntegrityError";
    if (strncmp(err->sqlstate, "42", 2) == 0)
        return "ProgrammingError";
    if (strncmp(err->sqlstate, "XX", 2) == 0)
        return "InternalServerError";
    return "Error";
}

/* "unique_violation" -> "UniqueViolationError" */
static Str *asyncpg_exact_name(const Err *err)
{
    const char *condition = sqlstate_condition_find(err->sqlstate);
    Buf out = {0};
    bool upper = true;
    if (!condition || strcmp(condition, "internal_error") == 0)
        return str_from(condition ? "InternalServerError" : "PostgresError");
    if (strcmp(condition, "syntax_error") == 0)
        return str_from("PostgresSyntaxError");
    if (strcmp(condition, "raise_exception") == 0)
        return str_from("RaiseError");
    for (const char *p = condition; *p; p++) {
        if (*p != '_')
            buf_char(&out, upper ? (char)toupper((unsigned char)*p) : *p);
        upper = *p == '_';
    }
    Str *name = buf_str(&out);
    return str_ends_with(name, "Error") ? name : str_format("%sError", name->text);
}

typedef struct Original {
    Value class;
    const Class *wrapper;
    Str *text;
} Original;

static Original asyncpg_original(const Err *err)
{
    const char *family = asyncpg_class(err), *module = "sqlalchemy.dialects.postgresql.asyncpg";
    bool is_internal = strcmp(family, "InternalServerError") == 0;
    Original o = {.wrapper = class_named(wrapped_classes, is_internal ? "InternalError" : family)};
    if (!o.wrapper)
        o.wrapper = &DBAPIError_class;
    o.class = is_internal ? exact_error(module, module, family, "InternalError")
                          : driver_error(module, family);
    o.text = str_format("<class 'asyncpg.exceptions.%s'>: %s%s%s", asyncpg_exact_name(err)->text,
                        err->message->text, err->detail ? "\n" : "",
                        err->detail ? err->detail->text : "");
    return o;
}

static Original usual_original(const Err *err)
{
    Str *full = db_error_original(err);
    bool is_sqlite = str_starts_with(full, "sqlite3."),
         is_third = strcmp(driver_of(err), "psycopg") == 0;
    const char *driver = is_sqlite ? "sqlite3" : is_third ? "psycopg" : "psycopg2";
    const char *name = strrchr(full->text, '.') + 1, *family = db_error_class(err);
    bool is_exact = strstr(full->text, ".errors.") != NULL;
    Original o = {.wrapper = class_named(wrapped_classes, family), .text = db_error_text(err)};
    if (!o.wrapper)
        o.wrapper = &DBAPIError_class;
    if (is_exact)
        o.class =
            exact_error(driver, is_third ? "psycopg.errors" : "psycopg2.errors", name, family);
    else
        o.class = driver_error(driver, name);
    if (!is_set(o.class))
        o.class = driver_error(driver, "Error");
    return o;
}

static Value original_new(const Err *err, const Original *o)
{
    BaseException *orig = exception_new((const Class *)o->class.obj, STR(o->text));
    Dict *attrs = object_attrs(&orig->obj);
    const char *sqlite_name = db_error_sqlite_name(err);
    if (sqlite_name)
        dict_set_text(attrs, "sqlite_errorname", STR(str_from(sqlite_name)));
    Value state = err->sqlstate[0] ? STR(str_from(err->sqlstate)) : NONE;
    dict_set_text(attrs, "pgcode", state);
    dict_set_text(attrs, "sqlstate", state);
    dict_set_text(attrs, "pgerror", STR(o->text));
    return OBJ(orig);
}

/* --- wrapping --------------------------------------------------------------------------------- */

static BaseException *wrap_database(Err *err)
{
    const Class *plain = class_named(plain_classes, db_error_class(err));
    if (plain)
        return exception_new(plain, STR(err->message));
    const Execution *execution = err->execution;
    bool is_asyncpg = err->sqlstate[0] && strcmp(driver_of(err), "asyncpg") == 0;
    Original o = is_asyncpg ? asyncpg_original(err) : usual_original(err);
    Value orig = original_new(err, &o);
    const Class *class = (const Class *)o.class.obj;
    Value message = STR(
        str_format("(%s.%s) %s", class_module(class)->text, class_name(class)->text, o.text->text));
    BaseException *e = exception_new(o.wrapper, message);
    Dict *attrs = object_attrs(&e->obj);
    dict_set_text(attrs, "statement", execution && execution->text ? STR(execution->text) : NONE);
    dict_set_text(attrs, "params",
                  execution && is_set(execution->params) ? execution->params : NONE);
    dict_set_text(attrs, "ismulti", execution ? BOOL(execution->is_multi) : NONE);
    if (execution && execution->is_shared && !execution->is_multi)
        dict_set_text(attrs, "_cuts_statement", TRUE_VALUE);
    dict_set_text(attrs, "orig", orig);
    dict_set_text(attrs, "hide_parameters",
                  BOOL(execution && execution->connection->engine &&
                       execution->connection->engine->hide_parameters));
    dict_set_text(attrs, "connection_invalidated", BOOL(db_error_is_disconnect(err)));
    e->cause = orig;
    return e;
}

static BaseException *wrap(Err *err)
{
    switch (err->kind) {
    case ERR_DATABASE:
        return wrap_database(err);
    case ERR_TOOL:
    case ERR_BUSY:
        return exception_new(&CommandError_class, STR(err->message));
    default:
        return NULL;
    }
}

void sa_exc_init(void)
{
    exception_set_wrapper(wrap);
}

/* --- exports ---------------------------------------------------------------------------------- */

#define EXPORT_ERROR(name, base) EXPORT_CLASS(name),
const Export exc_exports[] = {
    EXPORT_CLASS(SQLAlchemyError),
    EXPORT_CLASS(SAWarning),
    EXPORT_CLASS(SADeprecationWarning),
    EXPORT_CLASS_AS("SAPendingDeprecationWarning", PendingDeprecationWarning),
    EXPORT_CLASS_AS("RemovedIn20Warning", SADeprecationWarning),
    EXPORT_CLASS_AS("MovedIn20Warning", SADeprecationWarning),
    EXPORT_CLASS_AS("LegacyAPIWarning", SADeprecationWarning),
    EXPORT_CLASS_AS("Base20DeprecationWarning", SADeprecationWarning),
    EXPORT_CLASS_AS("TimeoutError", SATimeoutError),
    EXPORT_CLASS_AS("DontWrapMixin", object),
    SQLALCHEMY_ERROR_LIST(EXPORT_ERROR){0},
};
