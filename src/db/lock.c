/* lock.c -- one migration at a time: what the locks of both databases have in common. */
#include "db/db.h"

#include "db/driver.h"

DatabaseLock *db_lock_new(Connection *c)
{
    DatabaseLock *lock = new (DatabaseLock);
    lock->driver = c->driver;
    lock->like = c;
    lock->file = -1;
    return lock;
}

bool db_lock_is_for(const DatabaseLock *lock, const Connection *c)
{
    return lock->driver == c->driver && lock->like->args == c->args &&
           str_equal(url_render(lock->like->url, false), url_render(c->url, false));
}

void db_lock_name(DatabaseLock *lock, Connection *c, const Str *schema, const Str *table)
{
    lock->driver->lock_name(lock, c, schema, table);
}

static bool is_held(const DatabaseLock *lock)
{
    for (size_t i = 0; i < lock->held.length; i++)
        if (lock->held.at[i] == lock->key)
            return true;
    return false;
}

bool db_lock_try(DatabaseLock *lock)
{
    if (is_held(lock))
        return true;
    if (!lock->driver->lock_try(lock))
        return false;
    vec_push(&lock->held, lock->key);
    return true;
}

Str *db_lock_holder(DatabaseLock *lock)
{
    return lock->driver->lock_holder(lock);
}

typedef struct Blockers {
    DatabaseLock *lock;
    int backend;
    Str *found;
} Blockers;

static void blockers_call(void *arg)
{
    Blockers *b = arg;
    b->found = b->lock->driver->lock_blockers(b->lock, b->backend);
}

Str *db_lock_blockers(DatabaseLock *lock, const Connection *c)
{
    Blockers b = {lock, db_backend(c), NULL};
    bool can_ask = lock->driver->lock_blockers && lock->session && lock->session->handle;
    Err *err = can_ask ? protect(blockers_call, &b) : NULL;
    if (err && err->kind == ERR_INTERRUPT)
        interrupt_give_back();
    return err ? NULL : b.found;
}

static void check_call(void *session)
{
    db_check(session);
}

void db_lock_check(DatabaseLock *lock)
{
    Err *cause = lock->session && lock->held.length ? protect(check_call, lock->session) : NULL;
    if (!cause)
        return;
    Err *err = err_new(ERR_DATABASE, "lock.lost", "the session that holds the migration lock is gone: %s",
                       cause->message->text);
    err->hint = str_from("another migration may have begun; this one stops here. Find out who ended the "
                         "session (pg_terminate_backend, a pooler, a firewall), then run it again");
    err_raise(err);
}

static void release_call(void *lock)
{
    ((DatabaseLock *)lock)->driver->lock_release(lock);
}

void db_lock_release(DatabaseLock *lock)
{
    if (lock->held.length && protect(release_call, lock) && lock->session)
        db_close(lock->session); /* broken: its end is the release */
    lock->held.length = 0;
}

/* Released before the session ends, which the server of a busy machine notices only later: the next
 * command must not have to wait. */
void db_lock_close(DatabaseLock *lock)
{
    db_lock_release(lock);
    if (lock->session)
        db_close(lock->session);
    lock->session = NULL;
}
