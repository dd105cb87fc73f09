/* schema.h -- door of the model: tables, columns, constraints, types, SQL expressions, DDL elements.
 *
 * What SQLAlchemy calls MetaData, Table, Column, ForeignKey, String, select(), CreateTable ... Every
 * struct here is a script object (first member Obj), so a script, the reflection reader, the diff and
 * the SQL writer look at the same record. This floor knows no dialect and writes no SQL: sql/ does.
 *
 * Names: `Str *name`, with `Tri quote` beside it where SQLAlchemy has quote= / quoted_name (TRI_UNSET:
 * quote when needed). Strings are never quoted in here.
 *
 * Ownership: collected heap, shared freely. Columns belong to one table (`column->table`), constraints
 * and indexes to one table, tables to one MetaData.
 *
 * Errors: SQLAlchemy's exceptions by name (ArgumentError, InvalidRequestError, NoReferencedTableError,
 * CompileError ...; classes in schema/exceptions.c, exported as sqlalchemy.exc by bind/).
 */
#ifndef RETORT_SCHEMA_SCHEMA_H
#define RETORT_SCHEMA_SCHEMA_H

#include "py/py.h"

/* --- sqlalchemy.sql.schema.SchemaItem ------------------------------------------------------------- */

#define SCHEMA_ITEM_INFO_VALUE(P) P(ONLY, dict, value, Required)
/* The attribute `info` of a struct that has a Dict of that name: there from the first look on. */
#define SCHEMA_ITEM_INFO(T)                                                                        \
    NATIVE0(T, info)                                                                               \
    {                                                                                              \
        if (!self->info)                                                                           \
            self->info = dict_new();                                                               \
        return OBJ(self->info);                                                                    \
    }                                                                                              \
    NATIVE(T, set_info, SCHEMA_ITEM_INFO_VALUE)                                                                 \
    {                                                                                              \
        self->info = a->value;                                                                     \
        return NONE;                                                                               \
    }

/* --- sqlalchemy.exc ------------------------------------------------------------------------------- */

#define SQLALCHEMY_ERROR_LIST(X)                                                                   \
    X(ArgumentError, SQLAlchemyError) X(DuplicateColumnError, ArgumentError)                       \
    X(ConstraintColumnNotFoundError, ArgumentError) X(ObjectNotExecutableError, ArgumentError)     \
    X(NoSuchModuleError, ArgumentError) X(NoForeignKeysError, ArgumentError)                       \
    X(AmbiguousForeignKeysError, ArgumentError) X(CircularDependencyError, SQLAlchemyError)        \
    X(CompileError, SQLAlchemyError) X(UnsupportedCompilationError, CompileError)                  \
    X(IdentifierError, SQLAlchemyError) X(DisconnectionError, SQLAlchemyError)                     \
    X(InvalidatePoolError, DisconnectionError) X(SATimeoutError, SQLAlchemyError)                  \
    X(InvalidRequestError, SQLAlchemyError) X(IllegalStateChangeError, InvalidRequestError)        \
    X(NoInspectionAvailable, InvalidRequestError) X(PendingRollbackError, InvalidRequestError)     \
    X(ResourceClosedError, InvalidRequestError) X(NoSuchColumnError, InvalidRequestError)          \
    X(NoResultFound, InvalidRequestError) X(MultipleResultsFound, InvalidRequestError)             \
    X(NoReferenceError, InvalidRequestError) X(NoReferencedTableError, NoReferenceError)           \
    X(NoReferencedColumnError, NoReferenceError) X(NoSuchTableError, InvalidRequestError)          \
    X(UnreflectableTableError, InvalidRequestError) X(UnboundExecutionError, InvalidRequestError)  \
    X(StatementError, SQLAlchemyError) X(DBAPIError, StatementError)                               \
    X(InterfaceError, DBAPIError) X(DatabaseError, DBAPIError) X(DataError, DatabaseError)         \
    X(OperationalError, DatabaseError) X(IntegrityError, DatabaseError)                            \
    X(InternalError, DatabaseError) X(ProgrammingError, DatabaseError)                             \
    X(NotSupportedError, DatabaseError)
extern const Class SQLAlchemyError_class, SAWarning_class, SADeprecationWarning_class;
SQLALCHEMY_ERROR_LIST(DECLARE_EXCEPTION)

/* --- elements: everything that can stand in SQL text (schema/expr*.c) -------------------------------- */

/* X(kind, struct): one row per struct that the SQL writer has a cell for. */
#define EXPR_LIST(X)                                                                               \
    X(COLUMN, ColumnClause)      /* column("x"), Column, literal_column("1 + 1")             */    \
    X(TABLE, TableClause)        /* table("t", ...), Table                                   */    \
    X(TEXT, TextClause)          /* text("... :name")                                        */    \
    X(BIND, BindParameter)       /* bindparam("n"), 5, "old"                                 */    \
    X(NULL_, Null) X(TRUE_, True_) X(FALSE_, False_)                                               \
    X(BINARY, BinaryExpression)  /* a = b, a LIKE b ESCAPE c, a IN (..), a -> b               */   \
    X(UNARY, UnaryExpression)    /* NOT a, -a, a DESC, DISTINCT a                             */   \
    X(BOOLEAN_LIST, BooleanClauseList) /* a AND b, a OR b                                     */   \
    X(CLAUSE_LIST, ClauseList)   /* a, b                                                      */   \
    X(TUPLE, TupleClause)        /* (a, b)                                                    */   \
    X(GROUPING, Grouping)        /* (a)                                                       */   \
    X(FUNCTION, Function)        /* now(), count(*)                                           */   \
    X(OVER, Over) X(WITHIN_GROUP, WithinGroup) X(FILTER, FunctionFilter)                           \
    X(CAST, Cast) X(TYPE_COERCE, TypeCoerce) X(EXTRACT, Extract) X(COLLATE, CollationClause)       \
    X(CASE, Case) X(LABEL, Label) X(BETWEEN_, Between_) X(EXISTS, Exists)                          \
    X(ARRAY, ArrayLiteral)       /* postgresql.array([...])                                   */   \
    X(AGGREGATE_ORDER_BY, AggregateOrderBy)                                                        \
    X(SELECT, Select) X(COMPOUND, CompoundSelect) X(SUBQUERY, Subquery)                            \
    X(SCALAR_SELECT, ScalarSelect) X(ALIAS, Alias) X(CTE, Cte) X(JOIN, Join)                       \
    X(LATERAL, Lateral) X(VALUES, Values) X(TEXTUAL_SELECT, TextualSelect)                         \
    X(INSERT, Insert) X(UPDATE, Update) X(DELETE, Delete)                                          \
    X(SEQUENCE, Sequence)        /* next value of it                                          */   \
    X(DDL, Ddl)                                                                                    \
    X(CUSTOM, ClauseElement)     /* script subclass; asked through its @compiles function      */

#define EXPR_ENUM(kind, struct_) EXPR_##kind,
/* NONE: of a script subclass that has not run the native __init__; no dialect writes it. */
typedef enum ExprKind { EXPR_NONE, EXPR_LIST(EXPR_ENUM) EXPR_COUNT } ExprKind;

typedef struct Type Type;

/* Base of all: sqlalchemy.sql.elements.ClauseElement. */
typedef struct ClauseElement {
    Obj obj;
    ExprKind kind;
} ClauseElement;
/* Base of those that have a type and take operators: ColumnElement. */
typedef struct ColumnElement {
    ClauseElement element;
    Type *type; /* never NULL: NullType when unknown */
} ColumnElement;
/* Base of those that have columns and stand in FROM. */
typedef struct FromClause {
    ClauseElement element;
    struct ColumnCollection *columns; /* .c; made on demand by fromclause_columns */
} FromClause;
typedef VEC(ClauseElement *) ElementVec;
typedef VEC(ColumnElement *) ColumnElementVec;

extern const Class ClauseElement_class, ColumnElement_class, FromClause_class;

/* --- the model (metadata.c table.c column.c constraint.c index.c defaults.c) -------------------------- */

typedef struct MetaData MetaData;
typedef struct Table Table;
typedef struct Column Column;
typedef struct Constraint Constraint;
typedef struct Index Index;
typedef struct ForeignKey ForeignKey;
typedef struct Sequence Sequence;

/* Ordered, by key; what `table.c` is. */
typedef struct ColumnCollection {
    Obj obj;
    VEC(struct ColumnClause *) items;
    Map by_key; /* key -> ColumnClause */
} ColumnCollection;
extern const Class ColumnCollection_class;

/* column("x", Integer): name, maybe a type, maybe a table. */
typedef struct ColumnClause {
    ColumnElement column_element;
    Str *name, *key; /* key: the name in table.c, usually == name */
    Tri quote;
    bool is_literal; /* literal_column: name is SQL text */
    FromClause *table; /* NULL while alone */
} ColumnClause;
extern const Class ColumnClause_class;

/* server_default / server_onupdate: what stands behind DEFAULT. DefaultClause, FetchedValue. */
typedef struct ServerDefault {
    Obj obj;
    Value argument; /* a str (written as a literal), a ClauseElement, or UNSET for FetchedValue() */
    bool for_update, is_reflected;
    Column *column;
} ServerDefault;
typedef ServerDefault DefaultClause, FetchedValue; /* FetchedValue: no argument */
#define ServerDefault_class FetchedValue_class
extern const Class DefaultClause_class, FetchedValue_class;

/* default= and onupdate= of a Column, as scripts read them (column_default.c). */
typedef struct ColumnDefault {
    Obj obj;
    Value argument; /* a value, a callable, a ClauseElement */
    bool for_update;
    Column *column;
} ColumnDefault;
typedef ColumnDefault ScalarElementColumnDefault, CallableColumnDefault, ColumnElementColumnDefault;
extern const Class ColumnDefault_class, ScalarElementColumnDefault_class,
    CallableColumnDefault_class, ColumnElementColumnDefault_class;
/* The object around what the column keeps. */
Value column_default_wrapped(Column *column, Value argument, bool for_update);
/* What is inside a ColumnDefault; anything else as it is. */
Value column_default_argument(Value given);
/* default=uuid4, default=lambda: ..., default=lambda context: ... (which gets None) */
Value column_default_call(Value function);

typedef struct SequenceOptions { /* of Sequence and Identity; UNSET = not said */
    Value start, increment, minvalue, maxvalue, cache;
    Tri nominvalue, nomaxvalue, cycle, order;
} SequenceOptions;

typedef struct Identity {
    Obj obj;
    bool always;
    Tri on_null;
    SequenceOptions options;
    Column *column;
} Identity;
typedef struct Computed {
    Obj obj;
    ClauseElement *sqltext;
    Tri persisted; /* STORED, VIRTUAL, unset */
    Column *column;
} Computed;
extern const Class Identity_class, Computed_class;

struct Sequence { /* also an expression: its next value */
    ColumnElement column_element;
    Str *name, *schema;
    Tri quote, quote_schema;
    SequenceOptions options;
    Type *data_type;
    MetaData *metadata;
    Column *column;
    bool optional;
    Dict *info;
};
extern const Class Sequence_class;

struct Column {
    ColumnClause clause; /* name, key, type, table */
    bool primary_key, nullable, nullable_given;
    Tri unique, index;        /* index=True, unique=True                                 */
    Value autoincrement;      /* "auto", True, False, "ignore_fk"                        */
    Value default_value, onupdate; /* Python-side: literal, callable, element; UNSET      */
    ColumnDefault *default_object, *onupdate_object; /* around them, once somebody asked  */
    ServerDefault *server_default, *server_onupdate;
    Identity *identity;
    Computed *computed;
    Sequence *sequence;       /* default=Sequence(...)                                    */
    VEC(ForeignKey *) foreign_keys;
    VEC(Constraint *) constraints; /* given inline: CheckConstraint                       */
    Str *comment;
    bool system, insert_default_omitted;
    Str *doc;
    Dict *info, *options;     /* options: dialect keywords "postgresql_x" -> value         */
    Str *declared;            /* SQL of its type out of the database, written in place of the type; or NULL */
    Str *collation;           /* COLLATE out of the database, where the type has no place for it  */
    size_t creation_order;    /* counts Columns as they are made: declarative sorts by it  */
    Pos pos;                  /* the line of the script that made it; of copies the original's */
};
extern const Class Column_class;
typedef VEC(Column *) ColumnVec;

/* table("t", column("x"), schema=...) */
typedef struct TableClause {
    FromClause from;
    Str *name, *schema;
    Tri quote, quote_schema;
} TableClause;
extern const Class TableClause_class;

typedef VEC(Constraint *) ConstraintVec;
typedef VEC(Index *) IndexVec;

struct Table {
    TableClause clause;
    MetaData *metadata;
    Str *key;                 /* "schema.name" or "name": its key in metadata.tables            */
    ColumnVec columns;
    Constraint *primary_key;  /* always there, perhaps without columns                          */
    ConstraintVec constraints; /* in order of attachment, primary key included                   */
    IndexVec indexes;
    Str *comment;
    StrVec prefixes;          /* ["UNLOGGED"]                                                    */
    Dict *info, *options;     /* "postgresql_partition_by" -> value, as written                  */
    VEC(Table *) dependencies; /* add_is_dependent_on(): made before this one                    */
    bool implicit_returning_off;
    bool is_view;             /* set by reflection                                                */
    Pos pos;                  /* the line of the script that made it                              */
};
extern const Class Table_class;
typedef VEC(Table *) TableVec;

typedef enum ConstraintKind {
    CONSTRAINT_PRIMARY_KEY, CONSTRAINT_UNIQUE, CONSTRAINT_CHECK, CONSTRAINT_FOREIGN_KEY, CONSTRAINT_EXCLUDE
} ConstraintKind;

/* How a name came to be, for naming conventions. */
typedef enum NameSource {
    NAME_PLAIN,   /* as written; a convention with %(constraint_name)s still applies to it        */
    NAME_FINAL,   /* op.f(), conv(), or made by a convention: left alone                          */
    NAME_NONE,    /* None: a convention makes one, else it stays unnamed                          */
} NameSource;

typedef struct ExcludeElement {
    ClauseElement *expression;
    Str *name; /* of the column or NULL */
    Str *operator;
} ExcludeElement;

/* All five kinds in one record; which members mean something is said per line. */
/* What stands behind a column in a key of SQLite. */
typedef struct KeyPart {
    Str *collation; /* or NULL */
    bool is_descending;
} KeyPart;
typedef VEC(KeyPart) KeyPartVec;

struct Constraint {
    Obj obj;
    ConstraintKind kind;
    Str *name;
    NameSource name_source;
    Tri deferrable;
    Str *initially;
    Table *table;
    ColumnVec columns;        /* PRIMARY KEY, UNIQUE; resolved local columns of FOREIGN KEY      */
    StrVec column_names;      /* as given, before resolution                                     */
    ClauseElement *sqltext;   /* CHECK                                                           */
    VEC(ForeignKey *) elements; /* FOREIGN KEY, one per column                                   */
    Str *ondelete, *onupdate, *match; /* FOREIGN KEY                                             */
    bool use_alter, link_to_name;
    Table *referred_table;    /* FOREIGN KEY, once resolved                                       */
    VEC(ExcludeElement) exclusions; /* EXCLUDE                                                    */
    ClauseElement *where;     /* EXCLUDE                                                          */
    Str *using;
    Dict *operators;          /* EXCLUDE ops=                                                     */
    Type *type_bound;         /* made by Boolean/Enum(create_constraint=True)                     */
    bool implicit;            /* made from Column(unique=True), primary_key=True, ForeignKey()    */
    bool create_rule_off;     /* not for this dialect (native enum)                               */
    KeyPartVec key_parts; /* of a table that is copied: one for each column, or none           */
    bool is_inline_key;   /* the same: stands behind its column, which is another thing to SQLite */
    size_t creation_order;    /* CREATE TABLE lists constraints in this order, primary key first  */
    Str *comment;
    Value condition;          /* ddl_if(...), or UNSET                                            */
    Dict *info, *options;
    Pos pos;                  /* the line of the script that made it                             */
};
typedef Constraint ColumnCollectionConstraint, PrimaryKeyConstraint, UniqueConstraint, CheckConstraint,
    ForeignKeyConstraint, ExcludeConstraint;
extern const Class Constraint_class, ColumnCollectionConstraint_class, PrimaryKeyConstraint_class,
    UniqueConstraint_class, CheckConstraint_class, ForeignKeyConstraint_class, ExcludeConstraint_class;

struct ForeignKey {
    Obj obj;
    Value target;             /* "schema.table.column" as written, or a Column                    */
    Column *parent;
    Constraint *constraint;   /* made when the column is attached, or the one that holds it       */
    Str *name, *ondelete, *onupdate, *match, *initially, *comment;
    NameSource name_source;
    Tri deferrable;
    bool use_alter, link_to_name;
    Column *column;           /* resolved, or NULL                                                */
    Dict *info, *options;
};
extern const Class ForeignKey_class;

struct Index {
    Obj obj;
    Str *name;
    NameSource name_source;
    Table *table;
    VEC(ClauseElement *) expressions; /* Column or any expression, in order                       */
    StrVec column_names;              /* strings given before a table was known                   */
    bool unique;
    bool implicit;                    /* made from Column(index=True)                             */
    Tri quote;
    Value condition;                  /* ddl_if(...), or UNSET                                    */
    Dict *info, *options;             /* "postgresql_using" -> value, ...                         */
    Pos pos;                          /* the line of the script that made it                      */
};
extern const Class Index_class;

struct MetaData {
    Obj obj;
    Str *schema;
    Tri quote_schema;
    Map tables;               /* key -> Table, in order of creation                               */
    Dict *naming_convention;  /* NULL: {"ix": naming_default_index}                               */
    Map sequences;
    Dict *info;
};
extern const Class MetaData_class;

MetaData *metadata_new(void);
/* The table of that key ("schema.name"), or NULL. */
Table *metadata_find_table(const MetaData *metadata, const Str *name, const Str *schema);
/* Sorted so that referred tables come first; cycles are broken by the foreign keys with use_alter, then by
 * name; those left out are in *deferred (constraints to add by ALTER). Ties by name, as sorted_tables. */
TableVec metadata_sorted_tables(const MetaData *metadata, ConstraintVec *deferred);
/* Some tables, referred ones first, ties in the order given. keeps_unnamed: keys without a name may not be deferred; then
 * a cycle may remain, whose tables are left out and put in *cycle. */
TableVec tables_sorted(const TableVec *tables, bool keeps_unnamed, ConstraintVec *deferred, TableVec *cycle);

/* A table for DDL that names one: columns may be empty. Not entered twice in the metadata. */
Table *table_new(MetaData *metadata, Str *name, Str *schema);
/* What Table(...) does with its positional arguments: columns, constraints, indexes, in order. */
void table_add_items(Table *table, const List *items);
void table_add_index(Table *table, Index *index);
/* Takes the column of that key out of the table and its primary key, if it is there. */
void table_drop_column(Table *table, const Str *key);
/* ... and puts another into its place, by key or by name; behind the others when there was none. */
void table_replace_column(Table *table, Column *column);
/* Turns the names a constraint or index was given into the columns of its table; called on attaching. */
void constraint_resolve_columns(Constraint *constraint);
void index_resolve_columns(Index *index);
/* Makes UNIQUE, FOREIGN KEY and index records out of Column(unique=, index=, ForeignKey()) as attaching does. */
Str *table_full_name(const Table *table);
/* Table.to_metadata: a copy with columns, constraints and indexes. schema NULL = the same. */
Table *table_copy(const Table *table, MetaData *metadata, Str *schema, Str *name);
/* autoload_with=...: who reads a table from a connection (bind/ registers it). */
typedef void (*TableReflector)(Table *table, Value connection, Dict *options);
void table_set_reflector(TableReflector reflector);
void table_add_column(Table *table, Column *column);
void table_add_constraint(Table *table, Constraint *constraint);
Column *table_find_column(const Table *table, const Str *key);
/* The columns of any FromClause (Table, table(), select, alias). */
ColumnCollection *fromclause_columns(FromClause *from);
/* The integer primary key column that gets SERIAL / AUTOINCREMENT, or NULL: Table._autoincrement_column. */
Column *table_autoincrement_column(const Table *table);

static inline Str *column_name(const Column *column)
{
    return column->clause.name;
}
extern const Class NullType_class;
/* Column(ForeignKey("users.id")) has the type of the column it refers to, once that is known. */
Type *column_find_referred_type(const Column *column);
static inline Type *column_type(const Column *column)
{
    Type *type = column->clause.column_element.type;
    bool is_open = ((const Obj *)type)->class == &NullType_class && column->foreign_keys.length;
    return is_open ? column_find_referred_type(column) : type;
}
static inline Table *column_table(const Column *column)
{
    return (Table *)column->clause.table;
}
static inline Str *table_name(const Table *table)
{
    return table->clause.name;
}
static inline Str *table_schema(const Table *table)
{
    return table->clause.schema;
}

/* Keywords named <dialect>_<argument>; anything else is the TypeError SQLAlchemy raises. Returns `given`. */
Dict *dialect_options(const Class *owner, Dict *given);
/* dialect.construct_arguments: [(Index, {"using": None, ...}), ...] */
List *dialect_construct_arguments(const char *dialect_name);
/* The value of option `name` ("using") for a dialect, or UNSET. */
Value dialect_option(const Dict *options, const char *dialect_name, const char *name);
/* A name given by a script: str, quoted_name (its quote), conv / op.f() (NAME_FINAL), None (NAME_NONE). */
Str *name_from(Value v, Tri *quote, NameSource *source);
/* op.f("x"), sqlalchemy.sql.elements.conv: a str that naming conventions leave alone. */
extern const Class conv_class, quoted_name_class;
Value conv_new(Str *name);

Column *column_new(Str *name, Type *type);
/* A copy without table, as Column._copy(): constraints and foreign keys copied with it. */
Column *column_copy(const Column *column);
/* Lists a sequence with its MetaData. */
void sequence_join(Sequence *sequence, MetaData *metadata, bool takes_schema);
ServerDefault *server_default_from(Value argument, bool for_update);

/* A detached copy: Constraint._copy(). */
Constraint *constraint_copy(const Constraint *constraint);
Index *index_copy(const Index *index);
Constraint *constraint_new(ConstraintKind kind, Str *name);
Constraint *foreign_key_constraint_new(Str *name, const StrVec *columns, const StrVec *targets);
Index *index_new(Str *name, Table *table);
/* "schema.table" of what a foreign key refers to, and the column name; raises when malformed. */
/* The Column it refers to, once its table is known; else NULL. */
Column *foreign_key_find_column(ForeignKey *key);
void foreign_key_target(const ForeignKey *key, Str **schema, Str **table, Str **column);

extern const char naming_default_index[]; /* "ix_%(column_0_label)s" */
/* naming.c: gives the constraint or index its name by the convention of its table's metadata; done when it is
 * attached, as SQLAlchemy does. */
void naming_apply_constraint(Constraint *constraint);
void naming_apply_index(Index *index);
/* The name that DDL uses for a constraint or index of its table, after the naming convention;
 * NULL = unnamed. limit: the dialect's identifier length (longer generated names get the _hash suffix as
 * SQLAlchemy's truncation; longer explicit names raise IdentifierError). */
Str *constraint_final_name(const Constraint *constraint, size_t limit);
Str *index_final_name(const Index *index, size_t limit);
/* What PostgreSQL calls one that has no name at all: "t_a_b_key"; attempt n > 0 when that is taken n times. Its columns
 * must be resolved. */
Str *constraint_default_name(const Constraint *constraint, unsigned attempt);

/* --- types (type.c and one file per family) ------------------------------------------------------------ */

/* X(Name, base, module): every type class scripts can name. Name == Python name. Rows live in types.h. */
#include "schema/types.h"

/* --- expressions, statements: the structs of EXPR_LIST (expr.h) ------------------------------------------ */

#include "schema/expr.h"

/* A str becomes text(), an element stays; anything else is ArgumentError: CHECK conditions, index WHERE, defaults. */
ClauseElement *element_from_text(Value v);
/* column IN ('a', 'b') with literal values: the CHECK of Boolean and Enum types. */
ClauseElement *element_in_literals(ColumnElement *column, const List *items);
/* A Column, or a mapped attribute that stands for one; NULL for other values. */
Column *column_given(Value v);
/* The first Table a column inside the element belongs to, or NULL. */
Table *element_find_table(const ClauseElement *element);

/* --- DDL elements (ddl.c): sa.schema.CreateTable and the ALTER forms that alembic adds --------------------- */

#define DDL_LIST(X)                                                                                \
    X(TEXT) /* DDL("...")                                                    */                    \
    X(CREATE_TABLE)                                                                                \
    X(DROP_TABLE) X(CREATE_INDEX) X(DROP_INDEX) X(ADD_CONSTRAINT) X(DROP_CONSTRAINT)               \
        X(CREATE_SCHEMA) X(DROP_SCHEMA) X(CREATE_SEQUENCE) X(DROP_SEQUENCE) X(CREATE_TYPE)         \
            X(DROP_TYPE) /* enum and domain     */                                                 \
        X(SET_TABLE_COMMENT) X(DROP_TABLE_COMMENT) X(SET_COLUMN_COMMENT) X(DROP_COLUMN_COMMENT)    \
            X(SET_CONSTRAINT_COMMENT) X(DROP_CONSTRAINT_COMMENT) X(RENAME_TABLE) X(ADD_COLUMN)     \
                X(DROP_COLUMN) X(CREATE_COLUMN) /* part of CREATE TABLE  */                        \
        X(COLUMN_NULLABLE) X(COLUMN_TYPE) X(COLUMN_NAME) X(COLUMN_DEFAULT) X(COLUMN_IDENTITY)      \
            X(COLUMN_COMPUTED) X(COLUMN_COMMENT)
#define DDL_ENUM(kind) DDL_##kind,
typedef enum DdlKind { DDL_NONE, DDL_LIST(DDL_ENUM) DDL_COUNT } DdlKind;

/* One DDL statement to be. Members that a kind does not use stay zero. */
typedef struct Ddl {
    ClauseElement element; /* kind EXPR_DDL */
    DdlKind ddl;
    Obj *subject;          /* Table, Index, Constraint, Sequence, Type, Column               */
    Str *name;             /* schema name; DDL text                                          */
    Str *table_name, *schema, *column_name, *new_name; /* the ALTER forms                     */
    Tri quote, quote_schema, quote_column, quote_new;
    bool if_exists, if_not_exists, cascade;
    Type *type, *existing_type;
    Str *using;            /* ALTER TYPE ... USING                                           */
    Tri nullable, existing_nullable;
    Value server_default;  /* ColumnDefault: NONE = DROP DEFAULT, else str / element / Identity / Computed */
    Value existing_server_default;
    Str *comment, *existing_comment;
    bool inline_references, inline_primary_key;
    Dict *options;         /* dialect keywords of add/drop column ...                         */
    Value context;         /* DDL(context={...})                                              */
    ConstraintVec deferred; /* CREATE TABLE: constraints left to ALTER                        */
    Value condition;       /* execute_if(...)                                                 */
} Ddl;
/* Enum.create(bind) and drop(bind): who runs them (bind/ registers it). */
typedef void (*TypeRunner)(Type *type, Value bind, DdlKind kind, bool check_first);
void type_set_runner(TypeRunner runner);
/* str(type) and type.compile(dialect): who writes a type. dialect NONE = the type's own, else the generic one. */
typedef Str *(*TypeStringifier)(Type *type, Value dialect);
void type_set_stringifier(TypeStringifier stringifier);
/* Listeners of "before_parent_attach" and "after_parent_attach": told of each column, constraint and index that a table
 * takes, and of each table that a MetaData takes. Nobody is told until somebody listens. */
typedef void (*AttachListener)(const char *event, Value target, Value parent);
void schema_set_attach_listener(AttachListener listener);
/* create(bind), drop(bind), create_all(bind), drop_all(bind) of MetaData, Table, Index and Sequence: subject is one of
 * these, kind says which way (CREATE_TABLE or DROP_TABLE for MetaData). tables: MetaData only; None = all. */
typedef void (*DdlRunner)(Obj *subject, Value bind, DdlKind kind, bool check_first, Value tables);
void schema_set_ddl_runner(DdlRunner runner);
/* Raises InvalidRequestError when nobody is registered. */
void schema_run_ddl(Obj *subject, Value bind, DdlKind kind, bool check_first, Value tables);
/* metadata.reflect(bind, ...): options are its keywords. */
typedef void (*MetaDataReflector)(MetaData *metadata, Value bind, Dict *options);
void schema_set_metadata_reflector(MetaDataReflector reflector);
void schema_reflect_metadata(MetaData *metadata, Value bind, Dict *options);
Ddl *ddl_new(DdlKind kind, Obj *subject);
/* What execute_if() and ddl_if() keep, and whether it holds: `call` has the arguments of callable_ and, among its
 * keywords, "dialect". Without a condition it does. */
Value ddl_condition_new(Value dialect, Value function, Value state);
bool ddl_condition_holds(Value condition, const char *dialect_name, const List *arguments, Dict *keywords);
/* The script classes all share the record. */
typedef Ddl DDL, DDLElement, ExecutableDDLElement, CreateTable, DropTable, CreateIndex, DropIndex, AddConstraint,
    DropConstraint, CreateSchema, DropSchema, CreateSequence, DropSequence, CreateColumn, SetTableComment,
    DropTableComment, SetColumnComment, DropColumnComment, SetConstraintComment, DropConstraintComment,
    CreateEnumType, DropEnumType;
extern const Class Ddl_class, DDLElement_class, ExecutableDDLElement_class, DDL_class, CreateTable_class, DropTable_class,
    CreateIndex_class, DropIndex_class, AddConstraint_class, DropConstraint_class, CreateSchema_class,
    DropSchema_class, CreateSequence_class, DropSequence_class, SetTableComment_class,
    DropTableComment_class, SetColumnComment_class, DropColumnComment_class, SetConstraintComment_class,
    DropConstraintComment_class, CreateEnumType_class,
    DropEnumType_class, CreateColumn_class;

#endif
