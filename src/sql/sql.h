/* sql.h -- door of the dialects: model records and expressions in, SQL text out.
 *
 *     Stmt *stmt = sql_compile(&postgres_dialect, ELEMENT(create_table), NULL);
 *
 * A Dialect is three tables of functions (expressions, types, DDL) over a base dialect; an empty cell
 * is looked up in the base (generic), and a cell that is empty there too raises CompileError with the
 * position. Nobody above asks `dialect == ...`: ask a feature bit or fill a cell.
 *
 * Every name and every literal goes through write_name and write_literal, nothing else.
 * Text is the reference's byte for byte: a leading newline and tabs in CREATE TABLE included (the paper
 * sink strips and expands them, as Alembic does).
 *
 * Ownership: a Stmt is its own; compiling changes no element. Errors: CompileError and its kin of SQLAlchemy.
 */
#ifndef RETORT_SQL_SQL_H
#define RETORT_SQL_SQL_H

#include "schema/schema.h"

typedef struct Dialect Dialect;
typedef struct Writer Writer;

typedef enum ParamStyle {
    PARAM_DOLLAR,   /* $1            libpq                                                */
    PARAM_QUESTION, /* ?             sqlite3                                              */
    PARAM_NAMED,    /* :name         str(statement), dialect_opts={"paramstyle": "named"} */
    PARAM_PYFORMAT, /* %(name)s      what --sql without literal_binds prints on PostgreSQL; doubles % in text */
} ParamStyle;

/* One value that travels beside the text. */
typedef struct BoundParam {
    Str *name;
    Value value; /* before the type's bind processing; UNSET = required and missing */
    Type *type;
} BoundParam;

/* A finished statement. */
typedef struct Stmt {
    Str *text;
    VEC(BoundParam) params;  /* in the order of their places in the text                  */
    ClauseElement *source;   /* what was compiled                                         */
    bool returns_rows;       /* SELECT, RETURNING                                         */
    bool is_ddl;
    bool is_shared;          /* an INSERT of several executions                           */
    VEC(ColumnElement *) result_columns; /* expressions of the result, for typed rows     */
    StrVec result_names;
    Pos pos;                 /* the script line it comes from                             */
} Stmt;

typedef struct CompileOptions {
    bool literal_binds;  /* values stand in the text                                      */
    ParamStyle style;
    const Dict *values; /* parameters of this execution: name -> value (INSERT/UPDATE columns too);
                          * NULL when the statement is not run: str() shows every column */
    const Map *schema_translate; /* schema_translate_map                                  */
    const Dict *const *rows; /* INSERT: the executions that share the statement, of the same keys; `values` is */
    size_t row_count;        /* the first of them. 0: one execution                                             */
    bool generic_style;  /* str(stmt): no dialect                                         */
} CompileOptions;

typedef enum Feature {
    FEATURE_COMMENTS = 1 << 0,        /* COMMENT ON                                       */
    FEATURE_ENUM_TYPES = 1 << 1,      /* CREATE TYPE ... AS ENUM                          */
    FEATURE_SEQUENCES = 1 << 2,
    FEATURE_ALTER_CONSTRAINTS = 1 << 3, /* ALTER TABLE ... ADD CONSTRAINT                  */
    FEATURE_ALTER_COLUMNS = 1 << 4,
    FEATURE_TRANSACTIONAL_DDL = 1 << 5,
    FEATURE_RETURNING = 1 << 6,
    FEATURE_SCHEMAS = 1 << 7,
    FEATURE_NATIVE_BOOLEAN = 1 << 8,
    FEATURE_NATIVE_UUID = 1 << 9,
    FEATURE_IDENTITY = 1 << 10,
    FEATURE_DEFERRED_FOREIGN_KEYS = 1 << 11, /* use_alter constraints go to ALTER          */
    FEATURE_IMPLICIT_RETURNING = 1 << 12,
    FEATURE_RENAME_WITHOUT_SCHEMA = 1 << 13, /* ALTER TABLE s.a RENAME TO b                 */
    FEATURE_RETURNING_BARE = 1 << 15,        /* RETURNING a, not RETURNING t.a               */
    FEATURE_RENAME_COLUMN_WORD = 1 << 14,    /* RENAME COLUMN a TO b                        */
    FEATURE_TIME_AS_TEXT = 1 << 16,          /* DATETIME and TIME are texts with 6 decimals */
    FEATURE_IN_PROCESS = 1 << 17,            /* the database is a library and a file or memory */
    FEATURE_DRIVER_BEGINS = 1 << 18, /* the driver that projects know begins by itself, before DML only */
    FEATURE_PLAIN_VALUES = 1 << 19,  /* numbers, texts and bytes travel; the rest is converted to them  */
} Feature;

typedef void (*WriteExpr)(Writer *w, ClauseElement *element);
typedef void (*WriteType)(Writer *w, Type *type);
typedef void (*WriteDdl)(Writer *w, Ddl *ddl);

/* Sorted, in lower case. */
typedef struct Words {
    const char *const *at;
    size_t count;
} Words;

struct Dialect {
    const char *name;      /* "postgresql"                                                */
    const char *driver;    /* what scripts see as dialect.driver                          */
    const char *impl_name; /* "PostgresqlImpl": in Alembic's log lines                    */
    const Dialect *base;   /* NULL for generic                                            */
    unsigned features;
    size_t identifier_limit; /* 63; 9999 for sqlite                                       */
    ParamStyle style;
    ParamStyle shown_style; /* the one that the Python driver has: in --sql, str(compiled)   */
    const Words *reserved; /* that no bare name may be                                    */
    const char *default_schema;
    const char *const *isolation_levels; /* NULL-terminated, as the reference lists them      */
    const char *default_isolation;
    const WriteExpr *expr; /* [EXPR_COUNT]                                                */
    const WriteType *type; /* [TYPE_COUNT]                                                */
    const WriteDdl *ddl;   /* [DDL_COUNT]                                                 */
    const struct DialectHooks *hooks; /* smaller variation points: private to sql/        */
};
extern const Dialect generic_dialect, postgres_dialect, sqlite_dialect;
/* "pyformat" and back; false when there is no such style. */
const char *param_style_name(ParamStyle style);
bool param_style_find(const Str *name, ParamStyle *style);
/* By name ("postgresql", "sqlite"); NULL when there is none. */
const Dialect *dialect_find(const Str *name);
static inline bool dialect_has(const Dialect *dialect, Feature feature)
{
    return (dialect->features & (unsigned)feature) != 0;
}

/* Any element: DDL, text, expression, SELECT, INSERT. options NULL = defaults of the dialect.
 * Raises CompileError and friends with Err.pos of the script line. */
Stmt *sql_compile(const Dialect *dialect, ClauseElement *element, const CompileOptions *options);
/* "VARCHAR(50)" */
Str *sql_type_text(const Dialect *dialect, Type *type);
/* ... without a dialect, as str() shows it: a type that only some database has is its class name. */
Str *sql_type_text_plain(Type *type);
/* Quoted when needed. */
Str *sql_name_text(const Dialect *dialect, const Str *name, Tri quote);
/* schema.name, each quoted when needed. */
Str *sql_qualified_text(const Dialect *dialect, const Str *schema, const Str *name);
/* A value as a literal of that type ('it''s', 5, NULL, '2024-01-01'); raises CompileError where the
 * reference has no literal renderer. */
Str *sql_literal_text(const Dialect *dialect, Value value, Type *type);
/* A query that returns a row exactly when the table (or view) exists; schema NULL = the default ones. */
Str *sql_has_table_text(const Dialect *dialect, const Str *schema, const Str *name);
/* An element inlined as text with literals: defaults, checks, index expressions. */
Str *sql_inline_text(const Dialect *dialect, ClauseElement *element);
/* The same as CREATE INDEX has it, without operator class. */
Str *sql_index_expression_text(const Dialect *dialect, ClauseElement *element);
/* The same as a server default that can be written into DDL again: Alembic puts it in parentheses for SQLite unless it
 * is a literal or enclosed already. */
Str *sql_default_expression_text(const Dialect *dialect, ClauseElement *element);
/* What stands behind DEFAULT for this column, or NULL. */
Str *sql_default_text(const Dialect *dialect, const Column *column);
/* "name TYPE DEFAULT ... NOT NULL", as in CREATE TABLE and ADD COLUMN. */
Str *sql_column_text(const Dialect *dialect, Column *column);
/* "CONSTRAINT x CHECK (...)", or NULL when the dialect leaves it out. */
Str *sql_constraint_text(const Dialect *dialect, Constraint *constraint);
/* Enum and domain types that have to exist before this table: CREATE TYPE elements, in column order. */
typedef VEC(Ddl *) DdlVec;
DdlVec sql_types_to_create(const Dialect *dialect, const Table *table);
DdlVec sql_types_to_drop(const Dialect *dialect, const Table *table);

/* Elements defined by scripts with @compiles: bind/ registers who runs those functions. Returns NULL when
 * no function is registered for the element's class and this dialect. */
typedef Str *(*CustomCompiler)(Obj *element, Writer *w);
void sql_set_custom_compiler(CustomCompiler compiler);

/* --- inside sql/ and for custom compilers: the writer -------------------------------------------------- */

struct Writer {
    Buf out;
    const Dialect *dialect;
    CompileOptions options;
    Stmt *stmt;       /* collects params and result columns                               */
    Map used_names;   /* bind names in use, for "x_1"                                     */
    unsigned depth;   /* nesting, guarded                                                 */
    bool in_ddl, without_tables; /* column names without "table."                         */
    bool with_remote_schema; /* REFERENCES s.t, also where the dialect leaves s out       */
    void *frames;     /* scopes of SELECT, CTEs: private to select.c                      */
};
void write_element(Writer *w, ClauseElement *element);
void write_type(Writer *w, Type *type);
void write_name(Writer *w, const Str *name, Tri quote);
void write_literal(Writer *w, Value value, Type *type);
_Noreturn void raise_compile(Writer *w, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
