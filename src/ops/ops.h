/* ops.h -- door of the operations: what a migration does, as records.
 *
 * `op.create_table(...)` in a script makes a CreateTableOp and hands it to the runtime at once. The same
 * records come out of the autogenerate diff, are reversed for downgrade (reverse.c) and printed as Python
 * (autogen/render_op.c). Class and attribute names are those of alembic.operations.ops, because
 * process_revision_directives hooks edit them.
 *
 * Ops know the model (schema/), not how they are printed: runtime/toddl.c turns one into DDL elements.
 *
 * Ownership: collected heap; a record keeps the tables and columns it was given, not copies.
 *
 * Errors: those of Alembic's operations, as script exceptions with the position of the call.
 */
#ifndef RETORT_OPS_OPS_H
#define RETORT_OPS_OPS_H

#include "schema/schema.h"

/* X(KIND, Class, directive, batchable, reversible) */
#define OP_LIST(X)                                                                                 \
    X(CREATE_TABLE, CreateTableOp, create_table, false, true)                                      \
    X(DROP_TABLE, DropTableOp, drop_table, false, true)                                            \
    X(RENAME_TABLE, RenameTableOp, rename_table, false, true)                                      \
    X(ADD_COLUMN, AddColumnOp, add_column, true, true)                                             \
    X(DROP_COLUMN, DropColumnOp, drop_column, true, true)                                          \
    X(ALTER_COLUMN, AlterColumnOp, alter_column, true, true)                                       \
    X(CREATE_INDEX, CreateIndexOp, create_index, true, true)                                       \
    X(DROP_INDEX, DropIndexOp, drop_index, true, true)                                             \
    X(CREATE_PRIMARY_KEY, CreatePrimaryKeyOp, create_primary_key, true, true)                      \
    X(CREATE_UNIQUE, CreateUniqueConstraintOp, create_unique_constraint, true, true)               \
    X(CREATE_FOREIGN_KEY, CreateForeignKeyOp, create_foreign_key, true, true)                      \
    X(CREATE_CHECK, CreateCheckConstraintOp, create_check_constraint, true, true)                  \
    X(CREATE_EXCLUDE, CreateExcludeConstraintOp, create_exclude_constraint, true, true)            \
    X(DROP_CONSTRAINT, DropConstraintOp, drop_constraint, true, true)                              \
    X(CREATE_TABLE_COMMENT, CreateTableCommentOp, create_table_comment, true, true)                \
    X(DROP_TABLE_COMMENT, DropTableCommentOp, drop_table_comment, true, true)                      \
    X(BULK_INSERT, BulkInsertOp, bulk_insert, false, false)                                        \
    X(EXECUTE, ExecuteSQLOp, execute, true, false)

#define OP_ENUM(kind, class_, directive, batchable, reversible) OP_##kind,
typedef enum OpKind { OP_LIST(OP_ENUM) OP_COUNT } OpKind;

/* One record for every kind: a member that a kind does not use stays zero. */
typedef struct MigrateOperation {
    Obj obj;
    OpKind kind;
    Pos pos;                 /* the script line that asked for it                                  */
    Str *note;               /* lines of comment in front of it in a generated file, or NULL       */
    const struct ColumnRewrite
        *rewrite; /* what an execute does to every row of a table, or NULL  */
    Str *table_name, *schema;
    Str *name;               /* constraint_name, index_name                                        */
    NameSource name_source;
    Str *default_name;       /* autogenerate: what the server calls a constraint without a name, or NULL */
    Str *new_table_name;
    List *columns;           /* CREATE_TABLE: Columns, Constraints, Indexes, as given              */
    Column *column;          /* ADD_COLUMN                                                         */
    Str *column_name;        /* DROP_COLUMN, ALTER_COLUMN                                          */
    List *index_columns;     /* CREATE_INDEX: str or element                                       */
    List *column_names;      /* PRIMARY KEY, UNIQUE, local columns of FOREIGN KEY                  */
    Str *referent_table, *referent_schema; /* FOREIGN KEY                                          */
    List *remote_columns;
    Value condition;         /* CHECK: str or element                                              */
    Str *constraint_type;    /* DROP_CONSTRAINT: "foreignkey", "primary", "unique", "check", NULL  */
    List *exclusions;        /* EXCLUDE: (expression, operator) tuples                             */
    /* ALTER_COLUMN; UNSET / TRI_UNSET = not mentioned                                              */
    Tri modify_nullable, existing_nullable;
    Value modify_server_default, existing_server_default; /* False is "not mentioned" in scripts    */
    Value modify_comment, existing_comment;
    Str *modify_name;
    Type *modify_type, *existing_type;
    Value autoincrement, existing_autoincrement;
    Str *comment;            /* CREATE_TABLE, CREATE_TABLE_COMMENT                                 */
    Str *existing_table_comment;
    Value if_exists,
        if_not_exists; /* None and False are the same SQL, but not the same text              */
    bool inline_references, inline_primary_key;
    Tri unique;              /* CREATE_INDEX                                                       */
    List *prefixes;
    Value rows;              /* BULK_INSERT: list of dicts                                         */
    FromClause *target;      /* BULK_INSERT                                                        */
    bool multiinsert;
    Value sqltext;           /* EXECUTE: str or element                                            */
    Dict *execution_options;
    Dict *kw;                /* dialect keywords and the rest, as `op.kw`                          */
    Dict *info;
    Obj *source;             /* the Table, Index or Constraint it was made from (autogenerate), or NULL */
    struct MigrateOperation *reverse; /* given by autogenerate for drops                           */
    Str *insert_before, *insert_after; /* batch                                                    */
    Tri quote, quote_schema, /* of table_name and schema, when a script gave a quoted_name         */
        quote_name, quote_column, quote_new; /* of name, column_name, new_table_name or modify_name    */
    bool constraints_included; /* CREATE_TABLE made from a Table: unique=, index= of its columns are
                                * among the constraints already                                    */
    MetaData *namespace_metadata; /* CREATE_TABLE made from a Table: where that lived, or NULL     */
} MigrateOperation;

/* Every class shares the record. */
#define DECLARE_OP_CLASS(kind, class_, directive, batchable, reversible)                           \
    typedef MigrateOperation class_;                                                               \
    extern const Class class_##_class;
typedef MigrateOperation AlterTableOp, AddConstraintOp;
extern const Class MigrateOperation_class, AlterTableOp_class, AddConstraintOp_class;
OP_LIST(DECLARE_OP_CLASS)

typedef struct OpInfo {
    const char *class_name, *directive;
    const Class *class;
    bool batchable, reversible;
} OpInfo;
extern const OpInfo op_info[OP_COUNT];

/* ModifyTableOps, UpgradeOps, DowngradeOps: a script list of operations that hooks may edit. */
typedef struct OpContainer {
    MigrateOperation op; /* table_name, schema: ModifyTableOps                                      */
    List *ops;
    List *undo;          /* what reverse() gives instead of the ops reversed; NULL = those          */
    Str *token;          /* upgrade_token, downgrade_token                                          */
    Str *difference; /* what its statements come to, in words; NULL = each is a difference      */
    Pos model;       /* where the model says so; file NULL = unknown                            */
    Str *model_column; /* the column there, or NULL                                              */
} OpContainer;
typedef OpContainer ModifyTableOps, UpgradeOps, DowngradeOps;

/* One revision file to be: what process_revision_directives hooks get a list of. */
typedef struct MigrationScript {
    MigrateOperation op;
    Value rev_id, message, imports, head, splice, branch_label, version_path, depends_on;
    List *upgrade_ops, *downgrade_ops; /* of UpgradeOps, DowngradeOps: several with many databases  */
    bool needs_render;
} MigrationScript;
extern const Class OpContainer_class, ModifyTableOps_class, UpgradeOps_class, DowngradeOps_class,
    MigrationScript_class;

/* class: &UpgradeOps_class ... */
OpContainer *op_container_new(const Class *class);
MigrationScript *migration_script_new(Value rev_id, Value message, OpContainer *upgrade, OpContainer *downgrade);
/* container.as_diffs(): a list of diff tuples as compare_metadata() gives. */
List *op_container_diffs(const OpContainer *container);
/* The operations of a container undone, last first. */
List *op_container_reversed(const OpContainer *container);

/* A blank record of a kind, with the script's position. */
MigrateOperation *op_new(OpKind kind);
/* Whether if_exists or if_not_exists was asked for. */
bool op_says(Value flag);
/* Which kind a record is by its class, whatever its __init__ did; false for operations of a script's own making. */
bool op_find_kind(const MigrateOperation *op, OpKind *kind);
/* The schema objects a record stands for, made in a private MetaData that carries naming_convention
 * (NULL = none): what DDL is written from. Foreign keys get placeholder tables for what they refer to. */
Table *op_to_table(const MigrateOperation *op, Dict *naming_convention);
Constraint *op_to_constraint(const MigrateOperation *op, Dict *naming_convention);
Index *op_to_index(const MigrateOperation *op, Dict *naming_convention);
Column *op_to_column(const MigrateOperation *op, Dict *naming_convention);
/* The op that undoes it; raises ValueError or NotImplementedError for those that cannot be, as the reference. */
MigrateOperation *op_reverse(const MigrateOperation *op);
/* ("add_column", schema, table, column), a list of them for ALTER_COLUMN. */
Value op_diff_tuple(const MigrateOperation *op);
/* The records that make what exists: CreateTableOp.from_table(table) ... */
MigrateOperation *op_create_table(Table *table);
MigrateOperation *op_drop_table(Table *table);
MigrateOperation *op_add_column(Str *table_name, Str *schema, Column *column);
MigrateOperation *op_drop_column(Str *table_name, Str *schema, Column *column);
MigrateOperation *op_create_index(const Index *index);
MigrateOperation *op_drop_index(const Index *index);
MigrateOperation *op_create_constraint(const Constraint *constraint);
MigrateOperation *op_drop_constraint(const Constraint *constraint);
/* constraint_name or index_name as a script sees it: conv for names that conventions leave alone. */
Value op_name_value(const MigrateOperation *op);

/* alembic.operations.ops */
extern const Export operation_class_exports[];

#endif
