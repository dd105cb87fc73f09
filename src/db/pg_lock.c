/* pg_lock.c -- PostgreSQL's migration lock: an advisory lock of a transaction that stays open on a
 * connection of its own. The key is made of the names, so that every process finds the same. */
#include "db/db.h"

#include "db/driver.h"

/* The first eight bytes of the MD5 of "retort migration lock", database, schema and table, each ended by
 * a NUL; docs/safety.md shows it in SQL. */
static int64_t key_of(const Str *database, const Str *schema, const Str *table)
{
    static const char *const tag = "retort migration lock";
    const char *parts[] = {tag, database->text, schema->text, table->text};
    uint8_t digest[16];
    uint64_t key = 0;
    Buf names = {0};
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        buf_bytes(&names, parts[i], strlen(parts[i]) + 1);
    md5(names.data, names.length, digest);
    for (size_t i = 0; i < 8; i++)
        key = key << 8 | digest[i];
    return (int64_t)key;
}

static Str *text_at(const Result *result, size_t column)
{
    Cell cell = result_cell(result, 0, column);
    return cell.kind == CELL_TEXT ? cell.text : str_empty;
}

/* An unqualified table is where the search path finds it, or where it would be made. */
static Str *schema_question(Connection *c, const Str *schema, const Str *table)
{
    if (schema)
        return db_literal(c, schema);
    return str_format(
        "coalesce((SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n "
        "ON n.oid = c.relnamespace WHERE c.relname = %s AND pg_catalog.pg_table_is_visible(c.oid) "
        "LIMIT 1)::text, pg_catalog.current_schema()::text, '')",
        db_literal(c, table)->text);
}

void pg_lock_name(DatabaseLock *lock, Connection *c, const Str *schema, const Str *table)
{
    Str *sql = str_format("SELECT pg_catalog.current_database()::text, %s::text, "
                          "pg_catalog.current_setting('transaction_isolation')",
                          schema_question(c, schema, table)->text);
    Result *result = db_execute(c, sql, NULL, NULL, 0);
    Str *database = text_at(result, 0), *found = text_at(result, 1);
    lock->key = key_of(database, found, table);
    lock->name = str_format("database %s (%s.%s)", database->text, found->text, table->text);
    lock->session_name = str_format("retort lock %s.%s", found->text, table->text);
    lock->sees_commits = strncmp(text_at(result, 2)->text, "read ", 5) == 0;
}

static void open_session(void *arg)
{
    DatabaseLock *lock = arg;
    lock->session = db_open_beside(lock->like, "retort lock");
}

static void get_session(DatabaseLock *lock)
{
    if (lock->session && lock->session->handle)
        return;
    Err *err = protect(open_session, lock);
    if (!err)
        return;
    if (err->kind != ERR_DATABASE)
        err_raise(err);
    Err *told = err_new(ERR_DATABASE, "lock.connect",
                        "the connection that holds the migration lock cannot be opened: %s",
                        err->message->text);
    told->detail = err->detail;
    told->hint = str_from("migrating takes two connections. With --no-lock (or lock = false in the ini "
                          "file) it takes one, and nothing keeps two migrations apart");
    err_raise(told);
}

/* Opens the transaction. Time limits would end an idle one; transaction_timeout exists since 17. */
static Str *begin_text(const DatabaseLock *lock)
{
    Connection *session = lock->session;
    Buf sql = {0};
    if (db_in_transaction(session))
        return str_empty;
    buf_text(&sql, "BEGIN ISOLATION LEVEL READ COMMITTED");
    if (db_server_version(session) >= 90600)
        buf_text(&sql, "; SET LOCAL idle_in_transaction_session_timeout = 0");
    if (db_server_version(session) >= 170000)
        buf_text(&sql, "; SET LOCAL transaction_timeout = 0");
    buf_format(&sql, "; SET LOCAL application_name = %s; ",
               db_literal(session, lock->session_name)->text);
    return buf_str(&sql);
}

bool pg_lock_try(DatabaseLock *lock)
{
    get_session(lock);
    Str *sql = str_format("%sSELECT pg_catalog.pg_try_advisory_xact_lock(%lld)",
                          begin_text(lock)->text, (long long)lock->key);
    Result *result = db_execute(lock->session, sql, NULL, NULL, 0);
    Cell cell = result_cell(result, 0, 0);
    if (cell.kind == CELL_BOOL && cell.boolean)
        return true;
    if (lock->held.length == 0)
        db_rollback(lock->session);
    return false;
}

/* Columns that describe() reads. Other users' rows show only the pid to those without pg_read_all_stats. */
#define WHO                                                                                        \
    "a.pid::text, a.application_name, a.usename::text, "                                           \
    "CASE WHEN a.client_addr IS NULL THEN '' ELSE host(a.client_addr) END, "                       \
    "CASE WHEN a.state LIKE 'idle in%%' THEN a.state ELSE '' END, "                                \
    "coalesce(to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')"

/* "pid 123 (psql, user app, from 10.0.0.7, idle in transaction, since 12:00:01)" */
static void describe(Buf *out, const Result *result, size_t row)
{
    static const char *const labels[] = {"", "user ", "from ", "", "since "};
    bool open = false;
    for (size_t i = 0; i <= COUNT_OF(labels); i++) {
        Cell cell = result_cell(result, row, i);
        Str *text = cell.kind == CELL_TEXT ? cell.text : str_empty;
        if (i == 0)
            buf_format(out, "%spid %s", row ? ", " : "", text->text);
        if (i == 0 || text->length == 0)
            continue;
        buf_format(out, "%s%s%s", open ? ", " : " (", labels[i - 1], text->text);
        open = true;
    }
    buf_text(out, open ? ")" : "");
}

static Str *ask_who(Connection *session, Str *sql)
{
    Result *result = db_execute(session, sql, NULL, NULL, 0);
    Buf out = {0};
    for (size_t i = 0; i < result->row_count; i++)
        describe(&out, result, i);
    return out.length ? buf_str(&out) : NULL;
}

/* A key of 64 bits stands in pg_locks as two halves. */
Str *pg_lock_holder(DatabaseLock *lock)
{
    uint64_t key = (uint64_t)lock->key;
    return ask_who(lock->session,
                   str_format("SELECT " WHO " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a "
                              "ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted AND "
                              "l.objsubid = 1 AND l.classid = %llu AND l.objid = %llu AND l.database = "
                              "(SELECT oid FROM pg_catalog.pg_database WHERE datname = "
                              "pg_catalog.current_database()) LIMIT 1",
                              (unsigned long long)(key >> 32), (unsigned long long)(key & 0xFFFFFFFF)));
}

Str *pg_lock_blockers(DatabaseLock *lock, int backend)
{
    return ask_who(lock->session,
                   str_format("SELECT " WHO " FROM pg_catalog.pg_stat_activity a WHERE a.pid = ANY "
                              "(pg_catalog.pg_blocking_pids(%d)) ORDER BY a.xact_start LIMIT 5",
                              backend));
}

void pg_lock_release(DatabaseLock *lock)
{
    db_rollback(lock->session);
}
