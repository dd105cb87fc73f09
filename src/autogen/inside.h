/* inside.h -- shared by the files of autogen/ only: one comparison, the rows of comparators, and what differs
 * by database. */
#ifndef RETORT_AUTOGEN_INSIDE_H
#define RETORT_AUTOGEN_INSIDE_H

#include "autogen/autogen.h"
#include "autogen/canonical.h"

/* get_as(Tuple, ...) names the class object after the C struct. */
#define Tuple_class tuple_class

/* --- comparators (plugins.c) ---------------------------------------------------------------------------- */

typedef enum Target { TARGET_AUTOGENERATE, TARGET_SCHEMA, TARGET_TABLE, TARGET_COLUMN, TARGET_COUNT } Target;
typedef enum Priority { PRIORITY_FIRST = 50, PRIORITY_MEDIUM = 25, PRIORITY_LAST = 10 } Priority;
/* STOP: no further comparator of the same subgroup. */
typedef enum Verdict { VERDICT_CONTINUE, VERDICT_STOP } Verdict;

/* What is compared; a target sets the members of those before it too. */
typedef struct Comparison {
    AutogenContext *context;
    OpContainer *ops;       /* where found operations go: UpgradeOps, or the ModifyTableOps of the table   */
    OpContainer *upgrade;   /* from TARGET_TABLE on: the UpgradeOps                                       */
    const StrVec *schemas;  /* from TARGET_SCHEMA on; a NULL item is the default schema                   */
    Str *schema, *table_name; /* from TARGET_TABLE on; schema NULL: the default one                       */
    Table *database, *model;  /* one of them may be NULL                                                  */
    const ReflectedTable *reflected; /* of `database`                                                     */
    Str *column_name;         /* from TARGET_COLUMN on                                                    */
    Column *database_column, *model_column;
    MigrateOperation *alter;  /* the AlterColumnOp to fill                                                */
    StrVec *made_again;       /* computed columns of the table that are dropped and added                 */
    const StrVec
        *rename_clauses; /* RENAME COLUMN ... of `reflected`, behind ALTER TABLE                 */
} Comparison;
typedef Verdict (*Compare)(Comparison *comparison);

typedef struct Comparator {
    const char *plugin; /* "alembic.autogenerate.tables" */
    Target target;
    const char *subgroup;
    Priority priority;
    Compare compare;
    bool is_beyond; /* not in Alembic: left out with compat */
} Comparator;

/* Chosen comparators by the globs of `autogenerate_plugins`; logs each plugin taken. */
struct Dispatch *dispatch_new(AutogenContext *context);
void dispatch(Comparison *comparison, Target target);

Verdict compare_schemas(Comparison *c);
Verdict compare_tables(Comparison *c);
Verdict compare_type_by_user(Comparison *c);
Verdict compare_type(Comparison *c);
Verdict compare_indexes(Comparison *c);
Verdict compare_foreign_keys(Comparison *c);
Verdict compare_nullable(Comparison *c);
Verdict compare_default_by_user(Comparison *c);
Verdict compare_computed(Comparison *c);
Verdict compare_identity(Comparison *c);
Verdict note_autoincrement(Comparison *c);
Verdict compare_default(Comparison *c);
Verdict compare_column_comment(Comparison *c);
Verdict compare_table_comment(Comparison *c);
Verdict compare_checks(Comparison *c);
Verdict compare_primary_key(Comparison *c);
Verdict compare_exclusions(Comparison *c);
Verdict compare_storage(Comparison *c);

/* --- SQL of the models, as the server understands it (expressions.c) -------------------------------------------- */

/* DECISION_NONE: nobody could decide; the caller falls back on what Alembic does. */
typedef enum Decision { DECISION_NONE, DECISION_SAME, DECISION_DIFFERENT } Decision;
/* Notes what a common table says in other words than the database; nothing with compat. */
void expressions_gather(const Comparison *c);
/* Asks the server about all of them at once. */
void expressions_decide(AutogenContext *context);
/* About the default or computed column of that name, the CHECK or the index; `printed`: as the catalog has it. */
Decision expression_decision(const Comparison *c, ExpressionKind kind, const Str *name, const Str *printed);
/* What the server says of the model's; NULL when it was not asked or would not have it. */
Str *expression_printed(const Comparison *c, ExpressionKind kind, const Str *name);
/* Of the table in the database; NULL when there is none of that name. */
const ReflectedColumn *reflected_column_find(const Comparison *c, const Str *name);
const ReflectedCheck *reflected_check_find(const Comparison *c, const Str *name);
const ReflectedIndex *reflected_index_find(const Comparison *c, const Str *name);
/* Whether both are columns in ascending order, and no more. */
bool index_is_plain(const Index *model, const ReflectedIndex *database);

/* --- changes of a column that take more than one operation (column_change.c) -------------------------------------- */

/* What the alteration of the column found before and after needs besides, in order; nothing with compat. */
void add_column_change(Comparison *c);
/* postgresql_using, where the server casts the old type to the new one only when told to; and back. */
void note_casts(const Comparison *c);

/* --- SQL over columns that get another type (retype.c) ------------------------------------------------------------ */

/* Behind the comparators of the table: what stands on such columns goes before the type changes, and comes again behind
 * it where the server would not keep it as it should be. Gives back what the downgrade begins with, for undo_retyped()
 * when the table's operations are in the UpgradeOps. */
List *settle_retyped(Comparison *c);
void undo_retyped(Comparison *c, const List *late);
/* Behind the removed columns: computed ones go before a type changes that they stand on. */
void drop_computed_early(const Comparison *c);
/* Their parts of the model, or NULL. */
Constraint *model_check_find(const Comparison *c, const Str *name);
Constraint *model_exclusion_find(const Comparison *c, const Constraint *database);

/* --- exclusion constraints (compare_exclude.c) -------------------------------------------------------------------- */

/* Of the model: its name, or for one without a name something that no name is. */
Str *exclusion_key(const Comparison *c, const Constraint *exclusion);
const ReflectedExclusion *reflected_exclusion_find(const Comparison *c, const Str *name);

/* Those of added tables that refer to each other, behind the operations from `from` on. */
void add_deferred_keys(Comparison *c, size_t from);

/* --- foreign keys to primary keys that change (key_moves.c) ------------------------------------------------------- */

/* Whether the columns differ (compare_primary_key.c). */
bool primary_key_moves(const Comparison *c);
/* What a foreign key refers to. */
typedef struct KeyTarget {
    const Str *schema, *table;
    const StrVec *columns;
} KeyTarget;
/* NULL where no key is in the way of another: SQLite, compat. The functions below do nothing then. */
struct KeyMoves *key_moves_new(Comparison *c);
void key_moves_note(struct KeyMoves *moves, const Comparison *table);
/* Drops stand here. */
void key_moves_begin(struct KeyMoves *moves);
/* Take the operation to its early or late place; false: it is none of theirs. */
bool key_moves_drop(const Comparison *c, const KeyTarget *target, MigrateOperation *op);
bool key_moves_create(const Comparison *c, const KeyTarget *target, MigrateOperation *op);
/* Creates stand here. */
void key_moves_finish(struct KeyMoves *moves);

/* --- enum types and domains (compare_named_type.c) --------------------------------------------------------------------------------- */

/* What becomes of a table: both sides of one that stays are TABLE_WANTED (the model's) and TABLE_PRESENT. */
typedef enum TableState { TABLE_ADDED, TABLE_REMOVED, TABLE_WANTED, TABLE_PRESENT, TABLE_STATES } TableState;
/* NULL where named types are not compared: other databases, compat. The functions below do nothing then. */
struct NamedTypes *named_types_new(AutogenContext *context);
/* present: of the database; NULL for a table of the models. */
void named_types_note(struct NamedTypes *sides, const Table *table, const ReflectedTable *present,
                      TableState state);
/* A default of the database's column that is a member which gets another name follows it. */
Str *default_under_new_name(AutogenContext *context, const Type *type, Str *text);
/* The operations about types, in their place among those about tables. */
void named_types_before_tables(Comparison *c, const struct NamedTypes *sides);
/* CREATE TABLE in the operations from `from` on, or in what undoes them, leaves alone types that are there. */
void named_types_settle_added(const struct NamedTypes *sides, OpContainer *upgrade, size_t from);
void named_types_settle_removed(const struct NamedTypes *sides, OpContainer *upgrade, size_t from);
void named_types_before_columns(Comparison *c, const struct NamedTypes *sides);
void named_types_after_columns(Comparison *c, const struct NamedTypes *sides);

/* --- domains that both sides have (compare_domain.c) ------------------------------------------------------------------ */

/* What the server makes of the model's domain; NULL: it would not have it, or may not. */
ReflectedDomain *domain_printed(Connection *db, const Type *type);
typedef struct DomainChange {
    const Str *name; /* as SQL */
    const ReflectedDomain *present, *wanted;
    const Type *model;
} DomainChange;
/* "default 'x' to 'y', NOT NULL"; empty: they are the same. */
Str *domain_difference(const ReflectedDomain *present, const ReflectedDomain *wanted,
                       const Type *model);
/* By base type and collation; by NOT NULL and CHECKs. */
bool domain_is_other_type(const ReflectedDomain *a, const ReflectedDomain *b);
bool domain_has_other_rules(const ReflectedDomain *present, const ReflectedDomain *wanted,
                            const Type *model);
/* ALTER DOMAIN for the rest, and back. */
void domain_alter(OpContainer *up, OpContainer *down, const DomainChange *change);
void domain_add_check(OpContainer *container, const Str *domain, const Str *name, const Str *check);

/* --- sequences of their own (compare_sequence.c) ------------------------------------------------------------------ */

/* NULL where they are not compared: other databases, compat. The functions below do nothing then. */
struct Sequences *sequences_new(AutogenContext *context);
void sequences_note_model(struct Sequences *all, const Table *table);
void sequences_note_database(struct Sequences *all, const ReflectedTable *table);
/* Those that come or change; then those that go. */
void sequences_before_tables(Comparison *c, struct Sequences *all);
void sequences_after_tables(Comparison *c, struct Sequences *all);

/* --- rendering ------------------------------------------------------------------------------------------------ */

/* render_expr.c: by code point, as Python's sorted(). */
void texts_sort(StrVec *texts);

/* render_op.c: one cell an operation; NULL = it has no text. */
typedef Str *(*OpRenderer)(RenderContext *r, const MigrateOperation *op);
extern const OpRenderer op_renderers[OP_COUNT];

/* --- the sweep ---------------------------------------------------------------------------------------------- */

/* Columns added and altered; then the comparators of the table; then columns removed. */
void compare_columns(Comparison *c);
/* Whether there is something to ask the server (compare_type.c). */
bool column_type_texts_differ(const Comparison *c, Column *database, Column *model);
void compare_removed_columns(Comparison *c);
/* How a table of the database becomes one of the model. */
TableFilling autogen_filling(AutogenContext *context);
/* A table of the database as a Table of `metadata`, its columns under their new names; as far as it can be compared with
 * `model`, NULL: with none. */
Table *autogen_reflect(AutogenContext *context, MetaData *metadata, Str *schema, Str *name,
                       Table *model, const ReflectedTable **reflected);
/* unknown_base.c: a table without what only the database has, when the model's class may have it from a base that is not
 * available; else the whole. */
const ReflectedTable *reflected_known_part(const ReflectedTable *whole, Table *model);

/* rename_steps.c: new names, by the old ones, as steps that can be done one after the other. */
typedef struct RenameStep {
    Str *from, *to;
} RenameStep;
typedef VEC(RenameStep) RenameStepVec;
RenameStepVec rename_steps(const Map *names);

/* rename.c */
RenameVec renames_from(const StrVec *texts);
/* What the models call a table of the database. */
Str *renamed_table(AutogenContext *context, const Str *schema, Str *name);
/* ... and a member of an enum type. */
Str *renamed_member(AutogenContext *context, const Str *type, Str *label);
/* What they call columns of a table of the database. */
StrVec renamed_columns(AutogenContext *context, const Str *schema, const Str *old_table,
                       const StrVec *names);
/* "RENAME COLUMN a TO b" for each of its new names. */
StrVec *rename_clauses(const Dialect *dialect, const ReflectedTable *table);
/* A table of the database with its columns called as the models call them. */
const ReflectedTable *table_under_new_names(AutogenContext *context, const Str *schema,
                                            const ReflectedTable *table);
/* Asks about drops that may be renames; true when one is: compare again. */
bool renames_ask(AutogenContext *context, const List *ops);
/* Raises for a --rename that fitted nothing. */
void renames_finish(const AutogenContext *context);
/* The tables of a schema that are called otherwise, by the names they have. */
void add_table_renames(Comparison *c, Str *schema, const Map *names);
void add_column_renames(const Comparison *table, List *ops);
/* Gives a drop of a table or a column a note: how to write the rename it may be, given the operations beside it. */
void suggest_rename(AutogenContext *context, MigrateOperation *drop, const List *ops);

/* losses.c: an execute that gives a column of every row another type, by its names in the catalog. */
typedef struct ColumnRewrite {
    Str *schema, *table, *column;
    bool is_array;
    StrVec lost; /* members that the new type does not have */
} ColumnRewrite;
/* Gives notes: to drops, the rows that they lose and the rename that they may be; to rewrites, how many rows they take, and
 * how many stand in the way. */
void losses_mark(AutogenContext *context, const List *ops);
/* One more line. */
void op_add_note(MigrateOperation *op, Str *line);

void add_op(Comparison *c, MigrateOperation *op);
/* undoable.c: a container whose reverse is filled by hand, at the end of the UpgradeOps; what undoes it; a line of it. */
OpContainer *undoable(OpContainer *upgrade);
OpContainer undo_of(const OpContainer *container);
MigrateOperation *add_execute(OpContainer *container, const Str *sql);
void insert_op(List *list, size_t at, Obj *op);
/* constraint_op.c */
MigrateOperation *create_constraint_op(const Comparison *c, const Constraint *constraint);
MigrateOperation *drop_constraint_op(const Comparison *c, const Constraint *constraint);
/* What a constraint or an index of PostgreSQL takes to have another name, and what undoes it. */
void add_constraint_rename(const Comparison *c, const Str *from, const Str *to);
void add_index_rename(const Comparison *c, const Str *from, const Str *to);
/* Filters with the parents of a table's part: name NULL is None. */
bool wants_part_name(Comparison *c, Str *name, const char *kind);
/* "schema.table" or "table" */
Str *qualified_name(const Str *schema, const Str *name);
/* repr() of a name, "None" for NULL. */
const char *name_repr(const Str *name);
/* "alembic.autogenerate.compare.<part>" at INFO. */
void log_found(const char *part, const char *format, ...) PRINTF_LIKE(2, 3);
bool strings_equal(const Str *a, const Str *b);
/* ('a', 'b') as Python shows a tuple of names; NULL items are None. */
Str *tuple_text(const StrVec *names);

/* --- what differs by database (autogen_postgres.c, autogen_sqlite.c, dialect.c) --------------------------------- */

typedef enum Equality { EQUALITY_EQUAL, EQUALITY_DIFFERENT, EQUALITY_SKIP } Equality;
typedef struct Judgement {
    Equality equality;
    Str *why;
} Judgement;

typedef VEC(Constraint *) UniqueVec;
/* Both sides of compare_indexes, for corrections. */
typedef struct KeySides {
    UniqueVec database_uniques, model_uniques;
    IndexVec database_indexes, model_indexes;
} KeySides;

typedef struct AutogenDialect {
    const char *name;
    SqlFlavor flavor; /* of the SQL in its catalog                                          */
    bool renames_constraints; /* and lets no primary key go that a foreign key needs               */
    bool has_exclusions, has_storage, has_casts;
    const char
        *default_collation; /* what a column has that names none; NULL: they are not compared  */
    bool sees_generated; /* reads identities and computed columns back as they were written        */
    bool pins_sources;   /* a column keeps its type while a computed one stands on it                 */
    bool
        prints_types; /* the catalog prints types its own way                                      */
    bool
        keeps_texts; /* the catalog has the SQL of CHECKs as it was written                       */
    const char *const (*synonyms)[2]; /* pairs of type names that mean the same; ends with {NULL} */
    /* A column as it is read: a SERIAL's default goes, an expression gets its parentheses back. */
    void (*adjust_column)(AutogenContext *context, Table *table, const ReflectedColumn *column,
                          ColumnDraft *draft);
    /* Whether the defaults differ; texts are NULL for none. */
    bool (*default_differs)(Comparison *c, Str *database, Str *model);
    /* Takes out what the database makes by itself or cannot tell. */
    void (*correct_keys)(Comparison *c, KeySides *sides);
    Judgement (*judge_index)(Comparison *c, const Index *model, const Index *database);
    Judgement (*judge_unique)(Comparison *c, const Constraint *model, const Constraint *database);
} AutogenDialect;
extern const AutogenDialect autogen_generic, autogen_postgres, autogen_sqlite;
const AutogenDialect *autogen_dialect_find(const Dialect *dialect);

/* compare_index.c, for the dialects */
/* unique=..., as a reason; NULL when the same. */
Str *unique_difference(const Index *model, const Index *database);
Judgement judge_index_by_columns(Comparison *c, const Index *model, const Index *database);
Judgement judge_unique_by_columns(Comparison *c, const Constraint *model, const Constraint *database);
Str *index_element_text(const Dialect *dialect, const Index *index, size_t i);
bool index_has_expression(const Index *index);
/* The names of a key's columns, in order; sorted. */
StrVec key_column_names(const Constraint *key);
bool key_has_column(const Constraint *key, const Str *name);
/* An empty INCLUDE of the catalog is not said. */
void drop_empty_include(Dict *options);

/* compare_computed.c: between the columns of a table and its keys. */
void make_computed_again(Comparison *c);
/* Whether one of the columns stands in a part of the database, in the SQL of it too. */
bool constraint_stands_on_any(const Comparison *c, const Constraint *constraint,
                              const StrVec *columns);
bool index_stands_on_any(const Comparison *c, const Index *index, const StrVec *columns);

/* compare_default.c */
/* "table.column" */
Str *column_label(const Comparison *c);
/* column.server_default as scripts see it: Computed, Identity, DefaultClause or None. */
Value column_default_object(const Column *column);

#endif
