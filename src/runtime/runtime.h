/* runtime.h -- door of the runtime: the project, the run of env.py, and the steps of a migration.
 *
 *     Config *config = config_load(ini_path, NULL, "alembic");
 *     Project *project = project_open(config);     ScriptDirectory: folders and, on demand, the graph
 *     Environment env = {.project = project, .plan = plan, .destination = symbols_one(intern("head"))};
 *     environment_run(&env);                       runs env.py, which calls back:
 *         context.configure(...)     makes a MigrationContext
 *         context.begin_transaction()
 *         context.run_migrations()   plan, then each step: upgrade(), rows of the version table
 *
 * Script objects (context, config, op) are in bind/ and hold these records. One environment is
 * current at a time (a stack, kept in env.c): that is what `alembic.context` and `alembic.op` mean.
 *
 * Errors: the reference's CommandErrors are ERR_TOOL; errors of scripts and servers pass through.
 */
#ifndef RETORT_RUNTIME_RUNTIME_H
#define RETORT_RUNTIME_RUNTIME_H

#include "base/base.h"
#include "ops/ops.h"
#include "pystd/pystd.h"
#include "rev/rev.h"
#include "runtime/engine.h"
#include "runtime/insert_rows.h"

/* --- configuration (config.c): alembic.config.Config ------------------------------------------ */

typedef struct Config {
    Ini *ini;        /* never NULL: empty when there is no file                                */
    Str *ini_path;   /* as given; the file may be missing; NULL: Config() of a script           */
    TomlValue *toml; /* [tool.alembic] of pyproject.toml, or NULL                              */
    Str *toml_path;  /* the same                                                               */
    Map arguments;   /* config_args: more names for %(name)s                                   */
    Str *section;    /* "alembic", or -n                                                       */
    StrVec x_arguments; /* -x, in order                                                           */
    Dict *command_options; /* cmd_opts: what the command line said, by dest; made by cmd/ */
    Str *command;     /* its name; set with command_options */
    Dict *attributes; /* config.attributes                                                      */
    Value
        output_buffer; /* Config(output_buffer=...): where --sql text goes; unset or None: stdout */
    Value output;      /* Config(stdout=...): where listings go; unset: stdout                    */
    RevisionVec written; /* revisions that the last command wrote */
    Value revision_hook; /* process_revision_directives of alembic.command.revision(), or unset */
    bool quiet;
    void *script_object; /* the wrapper bind/ made, or NULL */
} Config;

/* Reads what exists: -c wins over ALEMBIC_CONFIG over alembic.ini and pyproject.toml in the working
 * directory. */
Config *config_load(const StrVec *files, Str *section);
/* Reads exactly these; each may be NULL. */
Config *config_new(Str *ini_path, Str *toml_path, Str *section, const Map *arguments);
/* A main option: ini section first, then toml; interpolated; NULL when absent. */
Str *config_find(Config *config, const char *name);
/* Reference rules for booleans of the ini ("true", "yes", "1" ...); raises for other texts. */
bool config_truth(Config *config, const char *name, bool fallback);
/* What the command line says (cmd_opts, by dest), else the ini; NULL when neither does. */
Str *config_setting(Config *config, const char *name);
/* The same for a flag: set on the command line, or true in the ini. */
bool config_flag(Config *config, const char *name);
/* get_alembic_boolean_option: "true" in the ini, a boolean in the toml. */
bool config_is_true(Config *config, const char *name);
/* A list option split by path_separator, each made absolute where it names a folder of the project.
 */
StrVec config_paths(Config *config, const char *name);

typedef struct HookSettings {
    Str *name;
    Map options; /* "type", "executable", ... -> Str * */
} HookSettings;
typedef VEC(HookSettings) HookSettingsVec;
/* Post-write hooks in order: those of the ini when it has the section, else those of the toml. */
HookSettingsVec config_hooks(Config *config);

/* --- the project (project.c): alembic.script.ScriptDirectory ---------------------------------- */

typedef struct Project {
    Config *config;
    Str *location; /* script_location, absolute                                          */
    StrVec version_locations; /* absolute */
    ScanOptions scan;
    Graph *graph; /* NULL until project_graph                                           */
    Str *file_template, *timezone, *output_encoding;
    int64_t truncate_slug_length;
    size_t warnings_told; /* of the graph's                                                      */
    void *script_object;
} Project;

/* Finds the folders; reads no revision. Puts prepend_sys_path on the script path. Raises ERR_TOOL
 * as the reference ("No 'script_location' key found in configuration", "Path doesn't exist: ...").
 */
Project *project_open(Config *config);
/* project_path.c: where scripts import from (prepend_sys_path, PYTHONPATH, then what an editable install of the
 * project would offer), and what they may read. */
void project_set_path(Config *config);
void project_open_to_scripts(const Project *project);
/* The revision graph, loaded at the first call. */
Graph *project_graph(Project *project);
/* Prints what the graph warns of since it was asked last. */
void project_tell_warnings(Project *project);
/* The executed module of a revision (run once, kept in revision->module). */
Module *project_module(Project *project, Revision *revision);
/* None, one text or several: what down_revision, depends_on and branch_labels may be. */
StrVec project_strings(Value v);
/* Before the graph is read, by who will run revisions: their text is kept, as far as memory allows. */
void project_keep_sources(Project *project);

/* --- environments (env.c): alembic.runtime.environment.EnvironmentContext --------------------- */

typedef struct MigrationContext MigrationContext;
typedef struct Environment Environment;

/* What context.opts has of a command; the reference's commands give each its own. */
typedef enum ToldOption {
    TOLD_AS_SQL = 1,
    TOLD_TARGET = 2, /* tag, starting_rev, destination_rev */
    TOLD_PURGE = 4,
    TOLD_DONT_MUTATE = 8,
} ToldOption;

struct Environment {
    Project *project;
    Config *config;
    bool as_sql, purge, dont_mutate;
    unsigned told;       /* ToldOptions                                                         */
    bool keeps_out;      /* takes the migration lock although it only reads                     */
    bool no_database;    /* an engine that is asked to connect raises: env.py is only looked at */
    bool misses_x;       /* env.py asked for -x arguments and there were none                   */
    bool migrates;       /* writes the version table; `plan` only plans and may be asked twice  */
    Symbols destination; /* destination_rev                                                   */
    Str *starting_revision; /* the left side of a:b, or NULL                                     */
    Str *tag;
    /* Steps to run given the rows of the version table: what the command wants done. NULL = none.
     */
    StepVec (*plan)(Environment *env, StrVec heads, MigrationContext *context);
    void *job; /* the command's own                                                 */
    MigrationContext *context; /* the last one configured */
    Dict *template_arguments;
    Buf *output; /* --sql text goes here when set, else to stdout                     */
    VEC(struct HeldLock *)
    locks; /* lock.c                                                         */
    VEC(struct StepRecord *)
    journal; /* journal.c                                                  */
    Environment *outer;
    void *script_object;
};

/* Runs env.py of the project with this environment as the current one. */
void environment_run(Environment *env);
/* The same in the environment that is the current one (ScriptDirectory.run_env()). */
void environment_run_file(Environment *env);
/* The current one; without one the NameError of the reference's proxy, which names the function. */
Environment *environment_current(const char *function);
Environment *environment_find(void); /* or NULL */
void environment_enter(Environment *env);
void environment_leave(Environment *env);
/* get_revision_argument(), get_starting_revision_argument(): resolved as the reference does; NULL =
 * None. */
Value environment_revision_argument(Environment *env);
Value environment_starting_revision(Environment *env);

/* --- migration contexts (context.c): alembic.runtime.migration.MigrationContext --------------- */

struct MigrationContext {
    Environment *env; /* NULL when configured by a script on its own                       */
    const Dialect *dialect;
    EngineConnection *connection; /* NULL offline */
    Value script_connection; /* the Connection object scripts passed: op.get_bind()               */
    bool as_sql, literal_binds, transactional_ddl, transaction_per_migration;
    bool in_external_transaction;
    bool in_transaction;  /* ours, opened by context_begin                                     */
    size_t journal_start; /* where its steps begin in the journal                              */
    bool is_untouched;    /* nothing was sent in the transaction before run_migrations()       */
    ParamStyle style;     /* dialect_opts paramstyle, offline                                  */
    Str *version_table, *version_table_schema;
    bool version_table_key;
    Type *version_type;        /* of the literals written into it; made at the first                */
    Str *starting_revision;
    Value on_version_apply;  /* callable or list of them                                          */
    Dict *options;           /* every keyword of configure()                                      */
    Dict *naming_convention; /* of target_metadata, or NULL                                       */
    Map named_types;         /* "enum s.name": enum types and domains created or dropped so far   */
    void *script_object;
    void *impl; /* op.get_context().impl, once asked for */
};

/* What the floor with the script objects does for this one; registered once at start. */
typedef struct RuntimeHooks {
    /* Calls the on_version_apply callbacks: callback(ctx=, step=, heads=, run_args=). */
    void (*version_applied)(MigrationContext *context, const Step *step, const StrVec *heads,
                            Dict *run_args);
    /* Writes offline text to the object given as output_buffer to configure() or Config(). */
    void (*write_output)(Value output_buffer, const char *text);
    /* Calls the listeners of a table: before_create, after_create, before_drop, after_drop. */
    void (*table_event)(MigrationContext *context, Table *table, const char *name);
    /* Calls the listeners of before_cursor_execute; true when one of them gave another text or other
     * values, which then stand in `execution` as the driver takes them. */
    bool (*before_cursor_execute)(Execution *execution);
    /* Those of after_cursor_execute. */
    void (*after_cursor_execute)(Execution *execution);
} RuntimeHooks;
void runtime_set_hooks(const RuntimeHooks *hooks);
const RuntimeHooks *runtime_hooks(void);

/* What configure() knows, after bind/ took the keywords apart. connection NULL: dialect must be
 * set. */
MigrationContext *context_new(Environment *env, const Dialect *dialect,
                              EngineConnection *connection, Dict *options);
/* The context of the current environment; raises when configure() was not called yet. */
MigrationContext *context_current(void);
/* begin_transaction(): true when a transaction (or BEGIN; text) was opened that context_end must
 * end. */
bool context_begin(MigrationContext *context, bool per_migration);
void context_end(MigrationContext *context, bool failed);
/* run_migrations(**keywords), in steps.c */
void context_run(MigrationContext *context, Dict *keywords);
/* MigrationContext.stamp(): rows of the version table only. */
void context_stamp(MigrationContext *context, Graph *graph, Symbols target);
/* autocommit_block(): enter, leave. */
typedef struct AutocommitBlock {
    bool had_transaction;
    Str *isolation_level;
} AutocommitBlock;
AutocommitBlock context_autocommit_enter(MigrationContext *context);
void context_autocommit_leave(MigrationContext *context, AutocommitBlock block);
/* One migration at a time (lock.c). Takes the lock of the context's version table, which env.py
 * keeps to its end; waits as long as lock_wait says for who has it, then raises "lock.timeout"
 * (ERR_BUSY). Rows read before are to be read again. Nothing offline or when locking is switched
 * off. `revision --autogenerate` calls it before it compares. */
void context_lock(MigrationContext *context);
/* Raises "lock.lost" when the server ended the session that holds it. */
void context_check_lock(MigrationContext *context);
/* connection_begin_writing, which says whom it waits for. */
void context_begin_writing(MigrationContext *context);
void environment_unlock(Environment *env);
/* --lock-wait, lock_wait: raises "config.duration". */
double lock_wait_seconds(Config *config);

/* What became of the steps (journal.c): begun and ended are told as they happen, and the error of a
 * run that was stopped from outside (a signal, a server that went away) gets the account as its
 * detail and hint. */
void journal_plan(MigrationContext *context, const StepVec *steps);
void journal_begin(MigrationContext *context, size_t step);
void journal_end(MigrationContext *context, size_t step);
void journal_tell(Environment *env, Err *err);

/* Its connection; raises AssertionError, as the reference does, when configure() was given none and
 * the run is online. */
EngineConnection *context_connection(const MigrationContext *context);

/* Rows of the version table; the start of a range offline. */
StrVec context_heads(MigrationContext *context);

/* Runs an element online (its result; NULL never) or prints it offline (NULL). text without
 * parameters given:
 * `:name` in it is a bind parameter, as in the reference. */
Result *context_execute(MigrationContext *context, ClauseElement *element, const Dict *values);
/* "text;\n\n" on the offline output. */
void context_print(MigrationContext *context, const char *text);
/* The text and an empty line, as static_output() does. */
void context_print_raw(MigrationContext *context, const char *text);

/* --- operations (toddl.c, apply.c) ------------------------------------------------------------ */

/* Does what the record says, at once: DDL elements made and executed in the reference's order.
 * Returns what the directive returns to the script (create_table: the Table), else None. */
Value operation_apply(MigrationContext *context, MigrateOperation *op);

/* with op.batch_alter_table(...) as batch_op: operations wait until the block ends; then they run
 * as they are, or the table is copied into a new one that has them done (batch.c). */
typedef struct Batch Batch;
typedef struct BatchOptions {
    Str *table_name, *schema;
    Str *recreate;    /* "auto", "always", "never": anything else is a ValueError           */
    Table *copy_from; /* NULL = the table is read from the database                         */
    List *table_args;
    Dict *table_kwargs;
    List *reflect_args;
    Dict *reflect_kwargs;
    Dict *naming_convention;
    List *partial_reordering; /* of tuples of column names */
} BatchOptions;
Batch *batch_new(MigrationContext *context, const BatchOptions *options);
Str *batch_table_name(const Batch *batch);
Str *batch_schema(const Batch *batch);
Value batch_apply(Batch *batch, MigrateOperation *op);
void batch_flush(Batch *batch);

/* --- version table (version_table.c) ---------------------------------------------------------- */

void version_table_create(MigrationContext *context, bool check_first);
bool version_table_exists(MigrationContext *context);
StrVec version_table_rows(MigrationContext *context);
void version_table_delete_all(MigrationContext *context);
/* One row change with the reference's guard: exactly one row must be touched. */
void version_table_change(MigrationContext *context, const RowChange *change);

/* --- templates (template.c): script.py.mako --------------------------------------------------- */

/* Reads a template without rendering it: raises what rendering would say of its syntax. */
void template_check(Str *path);
/* Renders the text of a Mako template with these names. Errors point into it; path is its file. */
Str *template_render_text(Str *path, Str *text, Dict *names);

/* --- looking at a project (examine.c) --------------------------------------------------------- */

typedef struct Examination {
    FindingVec findings;
    size_t revisions, modules;
    Reach *reach; /* what scripts come to */
    Str *note;    /* why env.py was looked at but not run to its end, or NULL */
} Examination;
/* Loads env.py, the revisions, the template and the modules they import, without a database and
 * without running a migration, and lists what would be refused. */
Examination project_examine(Project *project);

/* --- new revision files (new_revision.c) ------------------------------------------------------ */

/* Writes the file from script.py.mako, loads it back into the graph; prints the status lines.
 * names: extra template variables (upgrades, downgrades, imports). */
Revision *project_new_revision(Project *project, const NewRevisionRequest *request, Dict *names);
/* Runs the project's post-write hooks on a file that was just written (hooks.c). They are the
 * project's own configuration, as much as env.py, so they need no --allow. A hook that fails is the
 * error "hook.failed". */
void project_run_hooks(Project *project, Str *path);
/* The date of creation in the project's time zone, and its text for the template. */
CreateDate project_create_date(Project *project, Value *script_date);

/* --- new projects (init.c) -------------------------------------------------------------------- */

typedef struct ProjectTemplate {
    const char *name, *synopsis;
    const char *readme; /* more for the README, or NULL                               */
    const struct TemplateFile *files; /* private */
} ProjectTemplate;
extern const ProjectTemplate project_templates[]; /* sorted by name; ends with a zero row */

/* Writes the folder, its files and the configuration, saying so; the config tells which files.
 * Raises "init.*". */
void project_init(Config *config, Str *folder, const Str *template_name, bool package);

/* --- what is being done, on stdout unless quiet (status.c) ------------------------------------ */

typedef struct StatusLine {
    Str *text;
    bool output_follows; /* what the work prints begins on a line of its own */
} StatusLine;
/* "Generating /p/x.py ...", the work, then "  done" or "  FAILED" and its error. */
void status_run(const Config *config, StatusLine line, void (*work)(void *), void *arg);
void status_create_folder(const Config *config, Str *folder);
void status_write(const Config *config, const char *what, Str *path, Str *text, bool exclusive);
void status_message(const Config *config, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
