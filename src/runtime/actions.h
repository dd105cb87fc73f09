/* actions.h -- shared by toddl.c, apply.c and batch*.c only: what an operation asks of a database,
 * one thing each.
 *
 * An operation becomes actions (toddl.c); an action becomes DDL that runs at once (apply.c), or, in
 * batch mode, a change to the copy of the table (batch_copy.c). They are the methods of Alembic's
 * DefaultImpl, in its order.
 */
#ifndef RETORT_RUNTIME_ACTIONS_H
#define RETORT_RUNTIME_ACTIONS_H

#include "runtime/runtime.h"

typedef enum ActionKind {
    ACTION_CREATE_TABLE,
    ACTION_DROP_TABLE,
    ACTION_RENAME_TABLE,
    ACTION_ADD_COLUMN,
    ACTION_DROP_COLUMN,
    ACTION_ALTER_COLUMN,
    ACTION_ADD_CONSTRAINT,
    ACTION_DROP_CONSTRAINT,
    ACTION_CREATE_INDEX,
    ACTION_DROP_INDEX,
    ACTION_CREATE_TABLE_COMMENT,
    ACTION_DROP_TABLE_COMMENT,
    ACTION_CREATE_COLUMN_COMMENT,
    ACTION_BULK_INSERT,
    ACTION_EXECUTE,
    ACTION_COUNT
} ActionKind;

/* Only the member of its kind is set; `op` always. */
typedef struct Action {
    ActionKind kind;
    const MigrateOperation *op;
    Table *table;
    Column *column;
    Constraint *constraint;
    Index *index;
} Action;
typedef VEC(Action) ActionVec;

/* toddl.c */
ActionVec operation_actions(const MigrationContext *context, const MigrateOperation *op);
/* apply.c */
void action_run(MigrationContext *context, const Action *action);
void context_execute_ddl(MigrationContext *context, Ddl *ddl);

/* insert_rows.c */
void action_insert_rows(MigrationContext *context, const Action *action);

#endif
