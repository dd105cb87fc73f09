/* reflect.h -- door of the catalog readers: what a database contains, as plain records.
 *
 *     Reflection *r = reflection_new(db);
 *     ReflectedTable *table = reflect_table(r, NULL, str_from("users"));
 *     for (size_t i = 0; table && i < table->columns.length; i++)
 *         ... table->columns.at[i]->name ...
 *
 * A catalog is asked one query per kind of thing, for one table or for a whole schema; postgres.c and sqlite.c have
 * the same functions in the same order. Texts (defaults, checks, types) are those that SQLAlchemy's inspector
 * returns. A schema of NULL is what search_path finds, or "main".
 *
 * Ownership: a Reflection remembers what it read until it is dropped; the connection stays the caller's.
 *
 * Knows connections and records, no script values but Type objects and option dicts. Errors are
 * ERR_DATABASE from db/.
 */
#ifndef RETORT_REFLECT_REFLECT_H
#define RETORT_REFLECT_REFLECT_H

#include "db/db.h"
#include "schema/schema.h"

typedef enum RelationKind {
    RELATION_TABLE = 1, /* ordinary and partitioned tables; foreign tables too, as in SQLAlchemy */
    RELATION_VIEW = 2,
    RELATION_MATERIALIZED_VIEW = 4,
    RELATION_ANY = 7,
} RelationKind;

typedef struct ReflectedIdentity {
    bool always;
    Value start, increment, minvalue, maxvalue, cache; /* ints */
    bool cycle;
} ReflectedIdentity;

typedef struct ReflectedColumn {
    Str *name;
    Type *type;
    Str *type_text; /* as the server writes it: "character varying(50)", "VARCHAR(50)"     */
    bool nullable;
    Str *default_text;  /* SQL behind DEFAULT; NULL = none                                      */
    bool autoincrement; /* PostgreSQL: the default is its own sequence                          */
    Str *owned_sequence; /* PostgreSQL: the sequence behind the default, when a column of this name
                            owns it: SERIAL                                                     */
    Str *comment;
    Str *computed; /* SQL of a generated column; NULL = none                               */
    bool computed_persisted;
    ReflectedIdentity *identity;
    bool has_domain_default,
        has_domain_not_null; /* PostgreSQL: it is the domain that says so      */
    bool is_inherited,
        is_local;         /* PostgreSQL: of a parent table; of this one (perhaps too)       */
    unsigned primary_key; /* sqlite: position in the primary key from 1; 0 = not in it            */
    /* sqlite: the type as declared, COLLATE, and the conflict clauses of NOT NULL and PRIMARY KEY */
    Str *declared, *collation, *not_null_conflict, *key_conflict;
} ReflectedColumn;

/* PRIMARY KEY and UNIQUE. */
typedef struct ReflectedKey {
    Str *name; /* NULL: unnamed */
    StrVec columns, include;
    Str *comment;
    bool deferrable, initially_deferred, nulls_not_distinct;
    bool is_inherited; /* PostgreSQL: of the partitioned table                                    */
    Str *on_conflict; /* sqlite: ON CONFLICT x */
    KeyPartVec parts;     /* sqlite: one for each column, when one of them is more than a name       */
    bool is_inline;       /* sqlite: PRIMARY KEY behind a column                                     */
} ReflectedKey;

typedef struct ReflectedForeignKey {
    Str *name;
    StrVec columns;
    Str *referred_schema,
        *referred_table; /* schema NULL: in the search path, or the table's own default */
    StrVec referred_columns;
    Str *onupdate, *ondelete, *match; /* NULL: not said, or the default                    */
    Tri deferrable;
    Str *initially;
    bool not_valid;    /* PostgreSQL                                                              */
    bool is_inherited; /* PostgreSQL: of the partitioned table, or one to each partition of the referred table */
    Str *comment;
} ReflectedForeignKey;

typedef struct ReflectedCheck {
    Str *name, *sqltext, *comment;
    bool not_valid, no_inherit;
    bool is_inherited; /* PostgreSQL: of a parent table                                           */
} ReflectedCheck;

/* What an item of CREATE INDEX is in SQLite: a column, alone or with DESC; more than that. */
typedef enum IndexItemKind {
    INDEX_ITEM_COLUMN,
    INDEX_ITEM_DESCENDING,
    INDEX_ITEM_OTHER
} IndexItemKind;
typedef VEC(IndexItemKind) IndexItemKinds;

typedef struct ReflectedIndex {
    Str *name;
    StrVec columns;     /* NULL items: expressions                                  */
    StrVec expressions; /* every item as SQL; empty when all are columns            */
    StrVec include;
    VEC(StrVec) sorting;  /* by position: "desc", "nulls_first", "nulls_last"; may be shorter */
    VEC(Str *) operators; /* by position: operator class that is not the default, or NULL     */
    bool unique, nulls_not_distinct, has_constraint; /* made by UNIQUE or EXCLUDE           */
    Str *duplicates_constraint; /* the UNIQUE constraint it belongs to                      */
    Str *where, *using;         /* using NULL: btree                                          */
    Str *definition;            /* PostgreSQL: what CREATE INDEX says behind the table's name,
                                 * "UNIQUE " in front when it is: comparable between tables    */
    Map with;                   /* storage options: name -> text                              */
    Str *tablespace;            /* PostgreSQL; NULL = the database's                            */
    bool is_inherited;          /* PostgreSQL: part of an index of the partitioned table        */
    Str *comment;
    StrVec items;  /* sqlite: as CREATE INDEX has them, "lower(x) DESC"                      */
    IndexItemKinds kinds; /* beside them                                                     */
    bool is_plain; /* sqlite: columns only, ascending, in their own collations               */
} ReflectedIndex;

/* EXCLUDE of PostgreSQL. */
typedef struct ReflectedExclusion {
    ReflectedIndex *index; /* name, elements, operator classes, method, condition                */
    StrVec operators;      /* one an element: "=", "&&"                                          */
    Str *definition;       /* pg_get_constraintdef()                                             */
    bool deferrable, initially_deferred;
} ReflectedExclusion;

/* A trigger or a view of SQLite with its CREATE statement. */
typedef struct ReflectedObject {
    Str *name, *table, *sql;
} ReflectedObject;
typedef VEC(ReflectedObject) ReflectedObjectVec;

typedef struct ReflectedTable {
    Str *name, *schema;
    RelationKind kind;
    Str *comment;
    VEC(ReflectedColumn *) columns;
    ReflectedKey *primary_key; /* NULL = none */
    VEC(ReflectedKey *) uniques;
    VEC(ReflectedForeignKey *) foreign_keys;
    VEC(ReflectedCheck *) checks;
    VEC(ReflectedIndex *) indexes;
    VEC(ReflectedExclusion *) exclusions;
    uint32_t oid;
    /* PostgreSQL */
    bool is_partition, of_extension, is_unlogged;
    Str *tablespace; /* NULL = the database's                                                    */
    Str *partition_by; /* "RANGE (day)"; NULL = not partitioned                                  */
    StrVec partitions; /* CREATE TABLE ... PARTITION OF ... of each one, outer ones first        */
    StrVec parents;    /* INHERITS (...): those that are found without their schema              */
    Map storage;     /* WITH (...): name -> text                                                 */
    /* sqlite: indexes with expressions, which SQLAlchemy does not see, and options of the table */
    VEC(ReflectedIndex *) expression_indexes;
    bool autoincrement, without_rowid, strict, is_virtual;
    Map new_names; /* of columns, by those in the catalog: of a table that was renamed          */
} ReflectedTable;

typedef struct ReflectedEnum {
    Str *name, *schema;
    bool visible; /* found without its schema */
    StrVec labels;
} ReflectedEnum;

typedef VEC(ReflectedEnum *) ReflectedEnumVec;

/* A domain of PostgreSQL. */
typedef struct ReflectedDomain {
    Str *name, *schema;
    Str *type, *full_type; /* without and with its arguments; SQLAlchemy leaves them out */
    Str *default_text, *collation;
    StrVec check_names, checks; /* in that order of names; without the word CHECK        */
    bool visible, not_null;     /* visible: found without its schema                     */
} ReflectedDomain;
typedef VEC(ReflectedDomain *) ReflectedDomainVec;

/* A sequence that no column owns. */
typedef struct ReflectedSequence {
    Str *name, *schema;
    bool visible; /* found without its schema                                                    */
    Type *type;
    SequenceOptions options; /* all numbers, and cycle                                           */
    VEC(uint32_t) users;     /* oids of the tables with a default that takes from it             */
} ReflectedSequence;
typedef VEC(ReflectedSequence *) ReflectedSequenceVec;

/* What was read so far of one connection; a new one sees changes. */
typedef struct Reflection {
    Connection *db;
    Str *default_schema;    /* asked once                                             */
    Map tables;             /* "schema.name", or "name" alone -> ReflectedTable        */
    Map loaded;             /* schemas whose tables are all there ("" for NULL)        */
    ReflectedEnumVec enums; /* of all schemas, read once with the first column        */
    ReflectedDomainVec domains;
    bool types_loaded;
} Reflection;
Reflection *reflection_new(Connection *db);

Str *reflect_default_schema(Reflection *r);
/* Sorted by name as the reference: PostgreSQL by catalog order, SQLite by name. Without system
 * schemas' insides. */
StrVec reflect_schema_names(Reflection *r);
StrVec reflect_relation_names(Reflection *r, Str *schema, RelationKind kinds);
StrVec reflect_sequence_names(Reflection *r, Str *schema);
/* PostgreSQL only: those of all schemas that no column owns. */
ReflectedSequenceVec reflect_sequences(Reflection *r);
bool reflect_has_relation(Reflection *r, Str *schema, Str *name, RelationKind kinds);
bool reflect_has_sequence(Reflection *r, Str *schema, Str *name);
bool reflect_has_type(Reflection *r, Str *schema, Str *name);
bool reflect_has_schema(Reflection *r, Str *name);
/* The text of CREATE VIEW (SQLite) or its SELECT (PostgreSQL); NULL = no such view. */
Str *reflect_view_definition(Reflection *r, Str *schema, Str *name);
/* SQLite only, in the order of their creation; table NULL: of all tables. PostgreSQL has none here. */
ReflectedObjectVec reflect_triggers(Reflection *r, Str *schema, Str *table);
ReflectedObjectVec reflect_views(Reflection *r, Str *schema);
/* Whose SQL it is. SQLite takes `x` and [x] for names and has no regard for the case of letters; of
 * PostgreSQL it is what its catalog prints. */
typedef enum SqlFlavor { SQL_OF_SQLITE, SQL_OF_POSTGRES } SqlFlavor;
/* Whether an expression names a column; and the expression with columns renamed (map: old name ->
 * new name as SQL spells it). Strings, functions, type names and collations are left alone. */
bool sql_mentions_column(SqlFlavor flavor, const Str *sql, const Str *name);
Str *sql_rename_columns(SqlFlavor flavor, const Str *sql, const Map *spelled);
/* Whether it is "column IN (...)" and no more: what a Boolean or Enum type checks. */
bool sqlite_is_membership(const Str *sql, const Str *column);
/* schema NULL: those found without their schema; "*": all. */
ReflectedEnumVec reflect_enums(Reflection *r, Str *schema);
/* The same for domains; none but on PostgreSQL. */
ReflectedDomainVec reflect_domains(Reflection *r, Str *schema);

/* Enum types and domains of all schemas as types; `schema` is NULL for those found without it. */
typedef VEC(Type *) TypeVec;
TypeVec reflect_named_types(Reflection *r);

/* Everything about one table or view, read once; NULL when there is none of that name. */
ReflectedTable *reflect_table(Reflection *r, Str *schema, Str *name);
/* Some of it, as it is now (unless the whole schema was loaded). PostgreSQL is asked for no more
 * than that. */
typedef enum ReflectPart {
    REFLECT_COLUMNS = 1,
    REFLECT_CONSTRAINTS = 2,
    REFLECT_INDEXES = 4,
    REFLECT_ALL = 7
} ReflectPart;
ReflectedTable *reflect_table_parts(Reflection *r, Str *schema, Str *name, unsigned parts);
/* A copy with other names for columns in all its parts; what foreign keys refer to stays. names: old ->
 * new, in the order of the columns; spelled: the same as SQL spells them. */
ReflectedTable *reflected_table_renamed(const ReflectedTable *table, SqlFlavor flavor,
                                        const Map *names, const Map *spelled);
/* Reads all tables of a schema at once, so that reflect_table asks nothing more for them. */
void reflect_load_schema(Reflection *r, Str *schema);

/* --- records as objects of the model (to_table.c) --------------------------------------------- */

/* A column on its way into a Table: what listeners may change. */
typedef struct ColumnDraft {
    Str *name;
    Type *type;
    Value server_default; /* a str is SQL; None = none */
} ColumnDraft;
typedef struct TableFilling {
    const char *dialect_name; /* prefix of the options: "postgresql", "sqlite"            */
    bool exact;               /* also what SQLAlchemy does not reflect: sorted and expression
                               * indexes, collations and table options of SQLite, UNLOGGED,
                               * partitioning, parents, DEFERRABLE of keys, NOT VALID       */
    bool keeps_columns;       /* those that the table has already                         */
    Value include_columns;    /* None, unset, or the names wanted                         */
    void (*on_column)(void *owner, Table *table, const ReflectedColumn *column,
                      ColumnDraft *draft); /* NULL = nobody asks                          */
    void (*on_foreign_key)(void *owner, Table *table, const ReflectedForeignKey *key);
    void *owner;
} TableFilling;
/* What Table(autoload_with=...) makes of a record: columns, keys, indexes (but those of UNIQUE
 * constraints), CHECKs, comment. Names out of the database are final: no convention is applied. */
void reflected_fill_table(Table *table, const ReflectedTable *reflected,
                          const TableFilling *filling);
/* One of its parts over a table that has the columns, not attached yet; NULL when a column is not
 * there. */
Constraint *reflected_unique_new(const Table *table, const ReflectedKey *key,
                                 const TableFilling *filling);
Constraint *reflected_check_new(const ReflectedCheck *check, const TableFilling *filling);
Constraint *reflected_foreign_key_new(const Table *table, const ReflectedForeignKey *key);
Constraint *reflected_exclusion_new(const Table *table, const ReflectedExclusion *exclusion);
Index *reflected_index_new(const Table *table, const ReflectedIndex *index,
                           const TableFilling *filling);
/* SQLite tells DEFAULT (expression) without the parentheses; a literal has none. */
bool reflected_default_needs_parentheses(const Str *text);
/* postgresql_where, sqlite_where ... as get_indexes() has them. */
Dict *reflected_index_options(const ReflectedIndex *index, const char *dialect_name);

/* The same so that it is printed again like this, when it is read again: the cast of an array, ARRAY['a'::varchar]::text[],
 * would move to its items. */
Str *postgres_readable(const Str *text);

/* --- SQL that others share ------------------------------------------------------------------- */

/* pg_get_indexdef() without the names of the index and its table: "UNIQUE USING btree (lower(x))". */
#define POSTGRES_INDEX_DEFINITION(oid)                                                             \
    "pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(" oid "), "                              \
    "'^CREATE (UNIQUE )?INDEX (\"([^\"]|\"\")*\"|[^\" ]+) ON (ONLY )?"                               \
    "(\"([^\"]|\"\")*\"|[^\". ]+)[.](\"([^\"]|\"\")*\"|[^\" ]+) ', '\\1')"

#endif
