/* batch_copy.h -- shared by the batch_*.c files only: the copy of a table while it is being thought
 * out. batch_copy.c takes the table apart and makes the new one, batch_change.c makes the changes of
 * the block, batch_order.c sorts the columns, batch_keep.c keeps what belongs to the table beside its
 * rows. */
#ifndef RETORT_RUNTIME_BATCH_COPY_H
#define RETORT_RUNTIME_BATCH_COPY_H

#include "reflect/reflect.h"
#include "runtime/actions.h"

/* One column of the new table. `key` is its name in the old one (or its own when it is new): a
 * renamed column keeps it as the key by which constraints find it. */
typedef struct Slot {
    Str *key;
    Column *column, *original; /* original NULL: a new column                                  */
    StrVec casts;              /* SQL of the types its values are cast to, the innermost first */
} Slot;

typedef struct ColumnPair {
    Str *before, *after;
} ColumnPair;

/* A constraint written with its column: Column("x", ..., CheckConstraint(..., name="c")). */
typedef struct ColumnCheck {
    Str *column_key;
    Constraint *constraint;
} ColumnCheck;

typedef struct TableCopy {
    MigrationContext *context;
    Table *table; /* as it is */
    const BatchOptions *options;
    bool reflected;
    const ReflectedTable *found; /* what SQLite has, for what a Table does not hold; or NULL */
    Str *temporary_name;
    VEC(Slot) slots;
    StrVec existing_order, dropped; /* names of the old table */
    VEC(ColumnPair) order;          /* "before" must stand somewhere before "after" */
    Map named, column_checks, indexes, new_indexes;
    Map index_texts; /* name -> ReflectedIndex: those that an Index cannot say */
    ConstraintVec unnamed;
    bool is_renamed; /* the old table's columns have their new names already */
    Table *made;
} TableCopy;

/* batch_copy.c. `reflected`: the table was read from the database; found: what else was read, when it
 * is to be kept. */
TableCopy *table_copy_new(MigrationContext *context, Table *table, const BatchOptions *options,
                          bool reflected, const ReflectedTable *found);
void table_copy_finish(TableCopy *copy);
/* batch_change.c */
void table_copy_change(TableCopy *copy, const Action *action);

/* batch_reflect.c: the table, and its record where a copy keeps what a Table cannot hold. */
Table *batch_reflect(MigrationContext *context, const BatchOptions *options,
                     const ReflectedTable **found);

Slot *slot_find(TableCopy *copy, const Str *key);
Slot *slot_get(TableCopy *copy, Str *key); /* raises KeyError */
/* Old name -> new name of the columns that get one. */
Map copy_renamed_columns(const TableCopy *copy);
/* The name a constraint has in the database, conventions applied; NULL = none. */
Str *copied_constraint_name(const TableCopy *copy, const Constraint *constraint);

/* batch_order.c: where a column goes, and the order of all in the end. */
void copy_place_column(TableCopy *copy, Str *key, Str *before, Str *after);
void copy_forget_order(TableCopy *copy, const Str *key);
void copy_settle_order(TableCopy *copy);

/* batch_watch.c: what else of the schema compiles before a copy and must do so after it: views, and
 * triggers that mention the table. `sql` is compiled, not run. */
typedef struct Watched {
    const char *kind; /* "view", "trigger" */
    Str *name, *sql;
} Watched;
typedef VEC(Watched) WatchedVec;
typedef struct Watch {
    MigrationContext *context;
    Reflection *reflection;
    Str *schema, *table;
    WatchedVec others;
    ReflectedObjectVec triggers;  /* of the table itself                       */
    ReflectedObjectVec temporary; /* of the connection, on a table of its name */
    bool compiles[3];             /* INSERT, UPDATE, DELETE of it              */
} Watch;
Watch *watch_new(MigrationContext *context, Str *schema, Str *table);
/* The triggers of the table are made again, each tried; then the others are. Raises
 * "batch.trigger" or "batch.view" for the first that does not compile any more. */
void watch_restore(Watch *watch);
/* What may follow a column that gets another name: other objects that name the table. */
bool watch_has_followers(const Watch *watch);
/* Columns have new names now, and with them the texts of the triggers. */
void watch_read_renamed(Watch *watch);

/* batch_keep.c: runs the copying as one transaction in which triggers, views, the AUTOINCREMENT
 * value and rows of other tables survive; when it fails the table is as it was. */
void copy_kept_run(TableCopy *copy, void (*run)(void *data), void *data);

/* Whether a copy keeps what the reference loses: on SQLite, unless `sqlite_batch = alembic` says
 * otherwise. */
bool batch_keeps(const MigrationContext *context);

#endif
