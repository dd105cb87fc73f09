/* bind.h -- door of the script world: the modules `sqlalchemy` and `alembic` as scripts import them.
 *
 *     vm_init();
 *     import_add_modules(pystd_modules);
 *     bind_init();              adds the modules; registers error wrapper, compilers, runners
 *
 * Everything of a module is resolved when it is used, and nothing connects before connect(). The
 * model classes themselves (Table, Column, types, select ...) are script objects already and live
 * in schema/; here are engines, connections, results, dialect objects, events, inspection, and the
 * export tables.
 *
 * Ownership: an engine's connections are closed by whoever opened them, by dispose(), or when the command ends.
 *
 * Errors: those of SQLAlchemy and Alembic, as script exceptions.
 */
#ifndef RETORT_BIND_BIND_H
#define RETORT_BIND_BIND_H

#include "runtime/runtime.h"

/* alembic.* but for alembic.op and alembic.operations (alembic_op_modules). */
extern const ModuleDef *const alembic_modules[], *const alembic_op_modules[];
/* How alembic.command runs a command: options by dest. Returns the revision it wrote, or NULL. */
typedef void CommandRunner(Config *config, Str *name, Dict *options);
/* How alembic.config.main() runs the words of a command line. */
typedef void LineRunner(const StrVec *words);
void bind_set_command_runner(CommandRunner *runner, LineRunner *line_runner);
extern const ModuleDef *const alembic_command_modules[];
/* _mako, under lib/mako/template.py. */
extern const ModuleDef *const mako_modules[];
void bind_init(void);

/* --- connections that scripts hold ------------------------------------------------------------ */

/* The record in a Connection object or an AsyncConnection; NULL when v is none of them.
 * An Engine is none: it has no connection yet. */
EngineConnection *connection_find_record(Value v);
/* The same; raises ArgumentError naming what was given. */
EngineConnection *connection_get_record(Value v);
/* The Connection object of a record: the one that made it, or a new one. */
Value connection_object_for(EngineConnection *connection);
/* The engine in an Engine or AsyncEngine object, or NULL. */
Engine *engine_find_record(Value v);
/* conn.execute(statement, parameters): the CursorResult. parameters: None, dict, list of dicts. */
Value connection_object_execute(Value connection, Value statement, Value parameters);
/* The CursorResult of something that ran already. stmt may be NULL. */
Value result_object_new(EngineConnection *connection, Result *result, const Stmt *stmt);
/* begin() of the Connection object: its transaction, as `with` uses it. */
Value connection_object_begin(Value connection);

/* --- dialect objects -------------------------------------------------------------------------- */

/* What scripts see as conn.dialect, context.dialect. connection may be NULL: then no server version
 * is known. */
Value dialect_object_new(const Dialect *dialect, EngineConnection *connection);
/* The dialect of a dialect object, or of anything with a .dialect; NULL for other values. */
const Dialect *dialect_find_in(Value v);

/* --- alembic's objects: each a thin struct around a record of runtime/ ------------------------ */

/* x_object(record) is the one object of a record; x_record(value) the record of an object, or NULL.
 */
Value config_object(Config *config);
Config *config_record(Value v);
Value environment_object(Environment *env);
Value migration_context_object(MigrationContext *context);
MigrationContext *migration_context_record(Value v);
Value script_directory_object(Project *project);
Project *script_directory_record(Value v);
/* Steps in what a script's function returned; None is none. */
StepVec steps_from_list(Value list);
Value revision_object(Revision *revision);
/* op.get_bind(): the connection configure() was given; offline one that prints what it is asked to
 * execute. */
Value context_bind(MigrationContext *context);
/* table_events.c: RuntimeHooks.table_event */
void table_event(MigrationContext *context, Table *table, const char *name);
/* cursor_events.c: RuntimeHooks.before_cursor_execute, after_cursor_execute */
bool before_cursor_execute(Execution *execution);
void after_cursor_execute(Execution *execution);
Value mock_connection_object(MigrationContext *context);
/* op.get_context().impl, and its class for each dialect */
Value impl_object(MigrationContext *context);
extern const Export default_impl_exports[], postgresql_impl_exports[], sqlite_impl_exports[];
/* context_options.c: defaults of configure(), and what the command tells; the options that an EnvironmentContext was
 * made with, as a set of ToldOptions. */
void context_add_options(Dict *options, const Environment *env);
unsigned context_told_options(const Dict *keywords);
Value alembic_context_getattr(Str *name);
void alembic_context_init(void);
extern const Export alembic_config_exports[], alembic_migration_exports[],
    alembic_environment_exports[], alembic_script_exports[];

/* --- new revision files (revision_context.c): alembic.autogenerate.api.RevisionContext -------- */

typedef struct RevisionArguments {
    Str *message, *rev_id, *head, *branch_label, *version_path; /* NULL: not given */
    StrVec depends_on;
    bool splice, autogenerate;
    Value hook; /* process_revision_directives of alembic.command.revision(), or unset */
} RevisionArguments;
typedef struct RevisionContext RevisionContext;
RevisionContext *revision_context_new(Project *project, const RevisionArguments *arguments);
/* Environment.plan with the context as its job: compares, and calls process_revision_directives. No
 * steps. */
StepVec revision_context_plan(Environment *env, StrVec rows, MigrationContext *migration);
/* The UpgradeOps of the script made last: one a database. */
List *revision_context_upgrades(const RevisionContext *context);
/* Whether there are scripts, and none has any operation. */
bool revision_context_is_empty(const RevisionContext *context);
/* Writes the files; template_arguments (of env.py) may be NULL. */
RevisionVec revision_context_write(RevisionContext *context, const Dict *template_arguments);
/* Names of lib/_alembic_hooks.py: Rewriter, comparators, Plugin ... */
Value alembic_hooks_getattr(Str *name);
extern const Export alembic_autogenerate_exports[], alembic_render_exports[];

/* --- alembic.util.exc, alembic.script.revision ------------------------------------------------ */

#define ALEMBIC_ERROR_LIST(X)                                                                      \
    X(CommandError, Exception, "alembic.util.exc")                                                 \
    X(DatabaseNotAtHead, CommandError, "alembic.util.exc")                                         \
    X(AutogenerateDiffsDetected, CommandError, "alembic.util.exc")                                 \
    X(RevisionError, Exception, "alembic.script.revision")                                         \
    X(RangeNotAncestorError, RevisionError, "alembic.script.revision")                             \
    X(MultipleHeads, RevisionError, "alembic.script.revision")                                     \
    X(ResolutionError, RevisionError, "alembic.script.revision")                                   \
    X(CycleDetected, RevisionError, "alembic.script.revision")                                     \
    X(DependencyCycleDetected, CycleDetected, "alembic.script.revision")                           \
    X(LoopDetected, CycleDetected, "alembic.script.revision")                                      \
    X(DependencyLoopDetected, DependencyCycleDetected, "alembic.script.revision")
#define DECLARE_ALEMBIC_ERROR(name, base, module) extern const Class name##_class;
ALEMBIC_ERROR_LIST(DECLARE_ALEMBIC_ERROR)
extern const Export
    alembic_exc_exports[]; /* CommandError, DatabaseNotAtHead, AutogenerateDiffsDetected */
extern const Export alembic_revision_exports[]; /* RevisionError and what derives from it */

/* The table of SQLAlchemy's modules; exports.c joins it with the tables of alembic's. */
extern const ModuleDef *const sqlalchemy_modules[];

#endif
