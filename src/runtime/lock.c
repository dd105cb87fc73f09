/* lock.c -- one migration at a time: takes the lock of a version table before anything is written, and
 * waits for whoever has it, saying for whom.
 *
 * An environment keeps its locks until env.py has ended, because the transaction around run_migrations()
 * commits after it; those whose connection is out of its transaction go earlier, when the next is taken.
 */
#include "runtime/runtime.h"

#include <time.h>

typedef struct HeldLock {
    DatabaseLock *lock;
    VEC(EngineConnection *) users; /* whose work it guards */
} HeldLock;

/* --- settings ------------------------------------------------------------------------------------- */

static const double default_wait = 300;
static const double first_pause = 0.05, longest_pause = 1, note_interval = 15, blocked_note_after = 3;

double lock_wait_seconds(Config *config)
{
    double seconds = default_wait;
    Str *text = config_setting(config, "lock_wait");
    if (text && !duration_parse(text, &seconds))
        raise_file("config.duration", (Pos){0}, "lock_wait = %s: expected a time such as 30s, 5min or 0",
                   text->text);
    return seconds;
}

/* --no-lock, lock = false */
static bool is_off(Config *config)
{
    return config_flag(config, "no_lock") || !config_truth(config, "lock", true);
}

/* Locks whose environment ended before their transaction, which a script began: its commit sets them
 * free, and the next environment closes them. */
static VEC(HeldLock *) outliving;

/* --- the locks of an environment ------------------------------------------------------------------ */

/* An environment may run inside another (a script that calls command.upgrade): theirs are ours. */
static HeldLock *held_find(Environment *env, const Connection *db)
{
    for (; env; env = env->outer)
        for (size_t i = 0; i < env->locks.length; i++)
            if (db_lock_is_for(env->locks.at[i]->lock, db))
                return env->locks.at[i];
    for (size_t i = 0; i < outliving.length; i++)
        if (db_lock_is_for(outliving.at[i]->lock, db))
            return outliving.at[i];
    return NULL;
}

static bool is_in_use(const HeldLock *held)
{
    for (size_t i = 0; i < held->users.length; i++) {
        const EngineConnection *user = held->users.at[i];
        if (!user->closed && db_in_transaction(user->db))
            return true;
    }
    return false;
}

static void close_outlived(void)
{
    size_t kept = 0;
    for (size_t i = 0; i < outliving.length; i++) {
        if (is_in_use(outliving.at[i]))
            outliving.at[kept++] = outliving.at[i];
        else
            db_lock_close(outliving.at[i]->lock);
    }
    outliving.length = kept;
}

static HeldLock *held_get(Environment *env, EngineConnection *c)
{
    close_outlived();
    HeldLock *held = held_find(env, c->db);
    if (!held) {
        held = new (HeldLock);
        held->lock = db_lock_new(c->db);
        vec_push(&env->locks, held);
    } else if (!is_in_use(held)) {
        db_lock_release(held->lock);
        held->users.length = 0;
    }
    return held;
}

void environment_unlock(Environment *env)
{
    for (size_t i = 0; i < env->locks.length; i++)
        if (is_in_use(env->locks.at[i]))
            vec_push(&outliving, env->locks.at[i]);
        else
            db_lock_close(env->locks.at[i]->lock);
    env->locks.length = 0;
}

void context_check_lock(MigrationContext *context)
{
    HeldLock *held = context->connection ? held_find(context->env, context->connection->db) : NULL;
    if (held)
        db_lock_check(held->lock);
}

/* --- statements that wait for the locks of others -------------------------------------------------- */

/* Who blocks the statement that runs now, asked while it waits: afterwards nobody knows. */
typedef struct Watch {
    HeldLock *held;
    EngineConnection *connection;
    double next_note;
} Watch;

static void look_for_blockers(void *arg, double seconds)
{
    Watch *watch = arg;
    EngineConnection *c = watch->connection;
    bool is_first = seconds < 1;
    c->blockers = db_lock_blockers(watch->held->lock, c->db);
    watch->next_note = is_first ? blocked_note_after : watch->next_note;
    if (!c->blockers || seconds < watch->next_note)
        return;
    watch->next_note = seconds + note_interval;
    diag_note("the statement waits for a lock held by %s; %s so far", c->blockers->text,
              duration_text(seconds)->text);
}

static void watch(HeldLock *held, EngineConnection *c)
{
    Watch *watch = new (Watch);
    *watch = (Watch){.held = held, .connection = c};
    c->db->on_wait = look_for_blockers;
    c->db->on_wait_argument = watch;
}

/* --- waiting -------------------------------------------------------------------------------------- */

typedef struct Wait {
    DatabaseLock *lock;
    double began, limit, pause, next_note;
    Str *holder; /* last seen, or NULL */
} Wait;

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static const char *holder_text(const Wait *wait)
{
    return wait->holder ? wait->holder->text : "another session";
}

static void note(Wait *wait, double waited)
{
    if (waited < wait->next_note)
        return;
    wait->next_note = waited + note_interval;
    diag_note("waiting up to %s for %s to finish migrating %s%s", duration_text(wait->limit)->text,
              holder_text(wait), wait->lock->name->text,
              waited < 1 ? "" : str_format("; %s so far", duration_text(waited)->text)->text);
}

static _Noreturn void raise_timeout(const Wait *wait)
{
    Err *err = err_new(ERR_BUSY, "lock.timeout", "%s is being migrated by %s%s", wait->lock->name->text,
                       holder_text(wait),
                       wait->limit > 0
                           ? str_format(", and did not become free in %s", duration_text(wait->limit)->text)->text
                           : "");
    err->hint = str_from("run this again later; --lock-wait (or lock_wait in the ini file) waits longer, "
                         "--no-lock does not ask");
    err_raise(err);
}

/* Until the lock is ours. Nothing waits inside the server, so Ctrl-C needs no cancel here. */
static void wait_for(Wait *wait)
{
    wait->began = seconds_now();
    wait->pause = first_pause;
    do {
        Str *holder = db_lock_holder(wait->lock);
        wait->holder = holder ? holder : wait->holder;
        double waited = seconds_now() - wait->began, left = wait->limit - waited;
        if (left <= 0)
            raise_timeout(wait);
        note(wait, waited);
        interrupt_check();
        interrupt_sleep(wait->pause < left ? wait->pause : left);
        interrupt_check();
        wait->pause = wait->pause * 1.5 < longest_pause ? wait->pause * 1.5 : longest_pause;
    } while (!db_lock_try(wait->lock));
}

/* A transaction that reads the snapshot it began with cannot see what was waited for. */
static void check_snapshot(const DatabaseLock *lock, bool restarted)
{
    if (lock->sees_commits || restarted)
        return;
    Err *err = err_new(ERR_BUSY, "lock.snapshot",
                       "%s was migrated meanwhile, and the transaction that env.py began before "
                       "run_migrations() does not see it",
                       lock->name->text);
    err->hint = str_from("run this again, or begin that transaction at READ COMMITTED");
    err_raise(err);
}

void context_lock(MigrationContext *context)
{
    EngineConnection *c = context->connection;
    Environment *env = context->env;
    if (!c || !env || is_off(env->config))
        return;
    double limit = lock_wait_seconds(env->config);
    HeldLock *held = held_get(env, c);
    connection_prepare(c);
    db_lock_name(held->lock, c->db, context->version_table_schema, context->version_table);
    /* what was read so far shall neither hold back the one who works nor be believed */
    bool restarted = context->is_untouched && connection_restart(c);
    if (!db_lock_try(held->lock)) {
        wait_for(&(Wait){.lock = held->lock, .limit = limit});
        check_snapshot(held->lock, restarted);
    }
    vec_push(&held->users, c);
    watch(held, c);
}

/* --- writers that are no migrations --------------------------------------------------------------- */

static bool is_busy(const Err *err)
{
    const char *name = err->kind == ERR_DATABASE ? db_error_sqlite_name(err) : NULL;
    return name && strncmp(name, "SQLITE_BUSY", strlen("SQLITE_BUSY")) == 0;
}

typedef struct Begin {
    EngineConnection *connection;
    int milliseconds;
} Begin;

static void begin_call(void *arg)
{
    const Begin *begin = arg;
    connection_begin_writing(begin->connection, begin->milliseconds);
}

/* False when somebody else was writing all the time. */
static bool begin_within(EngineConnection *c, double seconds)
{
    Err *err = protect(begin_call, &(Begin){c, (int)(seconds * 1000)});
    if (err && !is_busy(err))
        err_raise(err);
    return !err;
}

void context_begin_writing(MigrationContext *context)
{
    EngineConnection *c = context->connection;
    bool waits = context->env && !is_off(context->env->config);
    if (!waits) {
        connection_begin_writing(c, -1);
        return;
    }
    double limit = lock_wait_seconds(context->env->config);
    if (begin_within(c, limit < 0.1 ? limit : 0.1))
        return;
    const char *name = url_render(c->engine->url, true)->text;
    diag_note("waiting up to %s for another program that writes to %s", duration_text(limit)->text, name);
    if (begin_within(c, limit))
        return;
    Err *err = err_new(ERR_BUSY, "lock.timeout", "another program writes to %s, and did not end in %s", name,
                       duration_text(limit)->text);
    err->hint = str_from("run this again later; --lock-wait (or lock_wait in the ini file) waits longer");
    err_raise(err);
}
