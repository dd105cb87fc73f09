/* autogen.h -- door of autogenerate: what the models say against what the database has.
 *
 *     autogen_context_set_up(context, &setup);                     options of configure(), a connection
 *     autogen_compare(context, upgrade);                           fills an UpgradeOps
 *     op_container_diffs(upgrade)                                  ("add_table", Table), ... as tuples
 *     autogen_differences(containers)                              the same as readable lines, with places
 *     render_body(&render, upgrade)                                ... and as the text of upgrade(): render.h
 *
 * The sweep is one table of comparators (plugins.c): autogenerate -> schema -> table -> column, each with a
 * plugin's name, a subgroup and a priority, as Alembic dispatches them. Comparators that scripts register stand
 * in the same order. What goes beyond Alembic is a row too, marked so, and left out when `compat` is set.
 *
 *     compare.c         schemas and tables               compare_index.c        indexes and UNIQUE
 *     compare_column.c  columns of a table, NULL         compare_foreign_key.c  compare_check.c
 *     compare_type.c  compare_default.c                  compare_comment.c
 *     dialect.c + autogen_{postgres,sqlite}.c            what differs by database, as a table of functions
 *     filters.c  include_name, include_object            diff_text.c  lines for people and programs
 *
 * Where Alembic walks sets the order here is: schemas, names and signatures sorted, columns as the database has
 * them, removed tables so that those that refer to others go first.
 *
 * Ownership: a context lives for one comparison. The connection stays the caller's; nothing is written to the
 * database, and what is asked runs inside the caller's transaction.
 *
 * Errors: CommandErrors of the reference (no metadata, unknown plugin), SQLAlchemy's exceptions, the database's.
 */
#ifndef RETORT_AUTOGEN_AUTOGEN_H
#define RETORT_AUTOGEN_AUTOGEN_H

#include "autogen/render.h"
#include "ops/ops.h"
#include "pystd/pystd.h"
#include "reflect/reflect.h"
#include "sql/sql.h"

typedef struct AutogenContext AutogenContext;

/* What the floor with the script objects does for this one. */
typedef struct AutogenPorch {
    /* The Inspector on the context's connection; its dialect object. */
    Value (*inspector)(AutogenContext *context);
    Value (*dialect)(AutogenContext *context);
    /* Listeners of the project for "column_reflect". */
    void (*column_reflect)(AutogenContext *context, Table *table, const ReflectedColumn *column,
                           ColumnDraft *draft);
    /* Comparators that scripts registered: a list of tuples (plugin name or None, target, qualifier, priority,
     * function, subgroup), in order; a row without function only says that the plugin is there. NULL = none. */
    List *(*script_comparators)(void);
    /* A question for whoever sits at the terminal; NULL: nobody is asked. */
    bool (*ask)(const char *question, bool usual);
} AutogenPorch;

typedef struct AutogenSetup {
    Value migration_context, connection; /* script objects; unset where there are none               */
    Value metadata;    /* MetaData or a sequence of them; unset: opts["target_metadata"]             */
    Dict *opts;        /* the keywords of configure()                                                */
    const Dialect *dialect;
    Connection *db;    /* NULL: nothing will be compared, only rendered                              */
    Str *version_table, *version_table_schema;
    Str *env_py;       /* path for the message that metadata is missing; NULL: do not ask for it     */
    bool compat;       /* Alembic's detections and nothing else                                      */
    StrVec renames;    /* "old_table:new_table", "table.old_column:new_column"                       */
    bool may_ask;      /* whether something was renamed, through the porch                           */
    const AutogenPorch *porch;
} AutogenSetup;

typedef struct Rename Rename;
typedef VEC(Rename *) RenameVec;

/* alembic.autogenerate.api.AutogenContext: what hooks get; the class is on the floor with the script objects. */
struct AutogenContext {
    Obj obj;
    AutogenSetup setup;
    Reflection *reflection; /* NULL without a connection                                             */
    Set *imports;           /* lines for ${imports}                                                  */
    bool has_batch; /* inside a batch block of the text being written: a script may set it   */
    TableVec sorted_tables; /* of every MetaData, referred tables first; see autogen_tables          */
    Map tables_by_key;
    bool has_tables;
    struct Dispatch *dispatch;                /* the comparators in order                            */
    struct Expressions *expressions;          /* what the server decided about; NULL with compat     */
    const struct AutogenDialect *comparing;   /* what differs by database                            */
    struct KeyMoves *key_moves;               /* foreign keys in the way of primary keys, or NULL     */
    Value inspector;
    RenameVec renames;
};

/* Fills a new one. Sets up the comparators too, and logs them, unless setup->db is NULL. */
void autogen_context_set_up(AutogenContext *context, const AutogenSetup *setup);
/* MetaData's tables in order, if they are not there yet; raises the ValueError for a key that two of them have. */
void autogen_load_tables(AutogenContext *context);
/* An option of configure(), or None. */
Value autogen_option(const AutogenContext *context, const char *name);
/* Appends to upgrade->ops what makes the database as the models are. */
void autogen_compare(AutogenContext *context, OpContainer *upgrade);
/* upgrade filled, downgrade its reverse. */
void autogen_populate(AutogenContext *context, OpContainer *upgrade, OpContainer *downgrade);

/* include_name and include_object; parents: "schema_name" and "table_name". */
bool autogen_wants_name(AutogenContext *context, Str *name, const char *kind, Dict *parents);
bool autogen_wants_object(AutogenContext *context, Value object, Str *name, const char *kind, bool reflected,
                          Value compare_to);

/* One difference for people and programs. */
typedef struct Difference {
    Str *kind;   /* the word of the diff tuple: "add_table", "modify_type" ...                       */
    Str *text;   /* "add column users.email String(), nullable"                                      */
    Str *schema, *table, *column, *name; /* what it is about; NULL where it does not apply           */
    Pos pos;     /* where the model says so; file NULL = unknown                                     */
} Difference;
typedef VEC(Difference) DifferenceVec;
/* Every difference of containers of operations, in order. */
DifferenceVec autogen_differences(const List *containers);

#endif
