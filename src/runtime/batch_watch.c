/* batch_watch.c -- views and triggers around a table that is copied: dropping it drops its triggers and
 * leaves views behind that may name columns it no longer has. SQLite compiles both only when they are
 * used, so they are compiled here, before and after. */
#include "runtime/batch_copy.h"

static Str *qualified(const Watch *watch, Str *name)
{
    return sql_qualified_text(watch->context->dialect, watch->schema, name);
}

/* --- compiling -------------------------------------------------------------------------------- */

typedef struct Trial {
    Connection *db;
    Str *sql;
} Trial;

static void explain(void *arg)
{
    const Trial *trial = arg;
    db_run(trial->db, str_format("EXPLAIN %s", trial->sql->text)->text);
}

/* The error of compiling it, or NULL. */
static Err *compile(const Watch *watch, Str *sql)
{
    return protect(explain, &(Trial){watch->context->connection->db, sql});
}

/* UPDATE of all columns fires every UPDATE OF trigger. */
static Str *update_of(const Watch *watch, const ReflectedTable *table)
{
    const Dialect *dialect = watch->context->dialect;
    Buf sql = {0};
    for (size_t i = 0; i < table->columns.length; i++) {
        const char *name = sql_name_text(dialect, table->columns.at[i]->name, TRI_TRUE)->text;
        if (!table->columns.at[i]->computed)
            buf_format(&sql, "%s%s = %s", sql.length ? ", " : "", name, name);
    }
    return str_format("UPDATE %s SET %s", qualified(watch, table->name)->text,
                      sql.length ? sql.data : "");
}

/* The statements that fire the triggers of a table or view. */
static StrVec changes_of(const Watch *watch, Str *name)
{
    Reflection *reflection = reflection_new(watch->context->connection->db);
    const ReflectedTable *table = reflect_table(reflection, watch->schema, name);
    StrVec changes = {0};
    if (!table)
        return changes;
    Str *target = qualified(watch, name);
    vec_push(&changes, str_format("INSERT INTO %s DEFAULT VALUES", target->text));
    vec_push(&changes, update_of(watch, table));
    vec_push(&changes, str_format("DELETE FROM %s", target->text));
    return changes;
}

/* --- before ----------------------------------------------------------------------------------- */

static void watch_one(Watch *watch, const char *kind, Str *name, Str *sql)
{
    if (!compile(watch, sql))
        vec_push(&watch->others, ((Watched){kind, name, sql}));
}

static void watch_views(Watch *watch)
{
    ReflectedObjectVec views = reflect_views(watch->reflection, watch->schema);
    for (size_t i = 0; i < views.length; i++) {
        Str *name = views.at[i].name;
        watch_one(watch, "view", name,
                  str_format("SELECT * FROM %s", qualified(watch, name)->text));
    }
}

static bool is_own(const Watch *watch, const ReflectedObject *trigger)
{
    return strcasecmp(trigger->table->text, watch->table->text) == 0;
}

/* Those of the connection, on tables of this name in whatever database: the ones that go with the table are its own. */
static ReflectedObjectVec temporary_triggers(const Watch *watch)
{
    Reflection *fresh = reflection_new(watch->context->connection->db);
    return reflect_triggers(fresh, str_from("temp"), watch->table);
}

static void watch_triggers(Watch *watch)
{
    if (!watch->schema || !str_is(watch->schema, "temp"))
        watch->temporary = temporary_triggers(watch);
    ReflectedObjectVec triggers = reflect_triggers(watch->reflection, watch->schema, NULL);
    for (size_t i = 0; i < triggers.length; i++) {
        const ReflectedObject *trigger = &triggers.at[i];
        if (is_own(watch, trigger)) {
            vec_push(&watch->triggers, *trigger);
            continue;
        }
        if (!sql_mentions_column(SQL_OF_SQLITE, trigger->sql, watch->table))
            continue;
        StrVec changes = changes_of(watch, trigger->table);
        for (size_t k = 0; k < changes.length; k++)
            watch_one(watch, "trigger", trigger->name, changes.at[k]);
    }
}

Watch *watch_new(MigrationContext *context, Str *schema, Str *table)
{
    Watch *watch = new (Watch);
    watch->context = context;
    watch->schema = schema;
    watch->table = table;
    watch->reflection = reflection_new(context->connection->db);
    watch_views(watch);
    watch_triggers(watch);
    StrVec changes =
        watch->triggers.length || watch->temporary.length ? changes_of(watch, table) : (StrVec){0};
    for (size_t i = 0; i < changes.length; i++)
        watch->compiles[i] = !compile(watch, changes.at[i]);
    return watch;
}

bool watch_has_followers(const Watch *watch)
{
    return watch->others.length > 0 || watch->triggers.length > 0 || watch->temporary.length > 0;
}

void watch_read_renamed(Watch *watch)
{
    watch->triggers = reflect_triggers(reflection_new(watch->context->connection->db),
                                       watch->schema, watch->table);
    if (watch->temporary.length)
        watch->temporary = temporary_triggers(watch);
}

/* --- after ------------------------------------------------------------------------------------ */

static _Noreturn void raise_broken(const char *kind, const Str *name, const Err *why)
{
    bool is_view = strcmp(kind, "view") == 0;
    Err *err = err_new(ERR_TOOL, is_view ? "batch.view" : "batch.trigger",
                       "The %s \"%s\" does not work any more after this block: %s", kind,
                       name->text, why->message->text);
    err->pos = vm_position();
    err->hint = str_format("drop it before the block with op.execute('DROP %s ...') and create it "
                           "again behind the block",
                           is_view ? "VIEW" : "TRIGGER");
    err_raise(err);
}

/* "CREATE TRIGGER name ...": the catalog leaves out the database it belongs to. */
static Str *creation(const Watch *watch, const ReflectedObject *trigger)
{
    static const char start[] = "CREATE TRIGGER ";
    if (!watch->schema || !str_starts_with(trigger->sql, start))
        return trigger->sql;
    return str_format("%s%s.%s", start,
                      sql_name_text(watch->context->dialect, watch->schema, TRI_TRUE)->text,
                      trigger->sql->text + strlen(start));
}

static void run_creation(void *arg)
{
    const Trial *trial = arg;
    db_run(trial->db, trial->sql->text);
}

static void restore_trigger(Watch *watch, const ReflectedObject *trigger, Str *sql)
{
    Connection *db = watch->context->connection->db;
    Err *err = protect(run_creation, &(Trial){db, sql});
    StrVec changes = changes_of(watch, watch->table);
    for (size_t i = 0; !err && i < changes.length; i++)
        err = watch->compiles[i] ? compile(watch, changes.at[i]) : NULL;
    if (err)
        raise_broken("trigger", trigger->name, err);
}

static bool is_among(const ReflectedObjectVec *triggers, const Str *name)
{
    for (size_t i = 0; i < triggers->length; i++)
        if (str_equal(triggers->at[i].name, name))
            return true;
    return false;
}

/* The catalog leaves TEMP out of their text. */
static void restore_temporary(Watch *watch)
{
    static const char start[] = "CREATE TRIGGER ";
    ReflectedObjectVec left =
        watch->temporary.length ? temporary_triggers(watch) : (ReflectedObjectVec){0};
    for (size_t i = 0; i < watch->temporary.length; i++) {
        const ReflectedObject *trigger = &watch->temporary.at[i];
        if (is_among(&left, trigger->name) || !str_starts_with(trigger->sql, start))
            continue;
        restore_trigger(watch, trigger,
                        str_format("CREATE TEMP TRIGGER %s", trigger->sql->text + strlen(start)));
    }
}

void watch_restore(Watch *watch)
{
    restore_temporary(watch);
    for (size_t i = 0; i < watch->triggers.length; i++)
        restore_trigger(watch, &watch->triggers.at[i], creation(watch, &watch->triggers.at[i]));
    for (size_t i = 0; i < watch->others.length; i++) {
        const Watched *other = &watch->others.at[i];
        Err *err = compile(watch, other->sql);
        if (err)
            raise_broken(other->kind, other->name, err);
    }
}
