/* bind.h -- door of the porch: the names scripts import, sqlalchemy.* and alembic.*, and their objects.
 *
 * Each object is a thin struct around a record of the floors below (Config, EngineConnection,
 * MigrationContext ...); `x_object(record)` gives the one object of a record, `x_record(value)` the record of
 * an object, or NULL.
 */
#ifndef RETORT_BIND_BIND_H
#define RETORT_BIND_BIND_H

#include "runtime/runtime.h"

/* Every native module of this floor, NULL-terminated: for import_add_modules (exports.c). */
extern const ModuleDef *const bind_modules[];
/* Registers what lower floors ask of this one: error wrapper, compilers, runners. After vm_init(). */
void bind_init(void);

/* --- alembic ------------------------------------------------------------------------------------------------ */

Value config_object(Config *config);
Config *config_record(Value v);
Value environment_object(Environment *env);
Value migration_context_object(MigrationContext *context);
MigrationContext *migration_context_record(Value v);
Value script_directory_object(Project *project);
Value revision_object(Revision *revision);
/* op.get_bind(): the connection configure() was given, or a mock that prints offline. */
Value context_bind(MigrationContext *context);
Value alembic_context_getattr(Str *name);
void alembic_context_init(void);
extern const Export alembic_config_exports[], alembic_migration_exports[], alembic_environment_exports[],
    alembic_script_exports[], alembic_op_exports[], alembic_operations_exports[], alembic_ops_exports[],
    alembic_exc_exports[];
extern const Class CommandError_class;

/* --- sqlalchemy ----------------------------------------------------------------------------------------------- */

/* The record of a Connection object (sync or async), or NULL. */
EngineConnection *connection_record(Value v);
Value connection_object(EngineConnection *connection);
/* A Connection that compiles and prints instead of executing: op.get_bind() offline. */
Value mock_connection_object(MigrationContext *context);
/* connection.dialect, context.dialect; connection NULL = not connected. */
Value dialect_object(const Dialect *dialect, EngineConnection *connection);
/* The Url of a sqlalchemy URL object, or NULL. */
Url *url_record(Value v);
/* CursorResult over a drained result of this connection. */
Value result_object(EngineConnection *connection, Result *result);

#endif
