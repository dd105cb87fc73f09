/* journal.c -- what became of the steps of a run: committed, rolled back, half done, not begun.
 *
 * A step is safe when its connection committed something after the step ended, whoever did that: the
 * context, env.py around it, or the server at once in autocommit mode.
 */
#include "runtime/runtime.h"

typedef struct StepRecord {
    const EngineConnection *connection;
    Str *text;                   /* "upgrade a1 -> b2, Message" */
    uint64_t at_begin, at_end;   /* commits of the connection */
    bool begun, ended;
    bool at_once;                /* autocommit: committed when it ended */
} StepRecord;

void journal_plan(MigrationContext *context, const StepVec *steps)
{
    Environment *env = context->env;
    context->journal_start = env->journal.length;
    for (size_t i = 0; context->connection && i < steps->length; i++) {
        StepRecord *record = new (StepRecord);
        record->connection = context->connection;
        record->text = step_log(&steps->at[i]);
        vec_push(&env->journal, record);
    }
}

static StepRecord *record_find(MigrationContext *context, size_t step)
{
    bool is_online = context->connection != NULL;
    return is_online ? context->env->journal.at[context->journal_start + step] : NULL;
}

void journal_begin(MigrationContext *context, size_t step)
{
    StepRecord *record = record_find(context, step);
    if (!record)
        return;
    record->begun = true;
    record->at_begin = record->connection->db->commits;
}

void journal_end(MigrationContext *context, size_t step)
{
    StepRecord *record = record_find(context, step);
    if (!record)
        return;
    record->ended = true;
    record->at_end = record->connection->db->commits;
    record->at_once = !db_in_transaction(record->connection->db);
}

/* --- the account --------------------------------------------------------------------------------- */

typedef enum Fate { COMMITTED, UNKNOWN, HALF_DONE, ROLLED_BACK, NOT_BEGUN, FATE_COUNT } Fate;

static const char *const fate_labels[] = {
    [COMMITTED] = "COMMITTED:   ",   [UNKNOWN] = "UNKNOWN:     ",   [HALF_DONE] = "IN PART:     ",
    [ROLLED_BACK] = "ROLLED BACK: ", [NOT_BEGUN] = "NOT BEGUN:   ",
};

/* The server may have done a COMMIT whose answer never came. */
static bool is_lost_commit(const Err *err)
{
    return db_error_is_disconnect(err) && err->statement && str_is(err->statement, "COMMIT");
}

static Fate fate_of(const StepRecord *record, const Err *err)
{
    uint64_t commits = record->connection->db->commits;
    if (!record->begun)
        return NOT_BEGUN;
    if (record->ended && (record->at_once || commits > record->at_end))
        return COMMITTED;
    if (record->ended && is_lost_commit(err))
        return UNKNOWN;
    return commits > record->at_begin ? HALF_DONE : ROLLED_BACK;
}

typedef struct Account {
    size_t counts[FATE_COUNT];
    const StepRecord *last[FATE_COUNT];
} Account;

static Account account_of(const Environment *env, const Err *err)
{
    Account account = {0};
    for (size_t i = 0; i < env->journal.length; i++) {
        const StepRecord *record = env->journal.at[i];
        Fate fate = fate_of(record, err);
        account.counts[fate]++;
        if (fate != NOT_BEGUN || account.counts[fate] == 1)
            account.last[fate] = record;
    }
    return account;
}

static void write_line(Buf *out, const Account *account, Fate fate)
{
    size_t count = account->counts[fate];
    if (count == 0)
        return;
    buf_format(out, "%s%s", out->length ? "\n" : "", fate_labels[fate]);
    if (count > 1)
        buf_format(out, "%zu steps, the %s ", count, fate == NOT_BEGUN ? "first" : "last");
    buf_add(out, account->last[fate]->text);
}

static Str *account_hint(const Account *account)
{
    if (account->counts[HALF_DONE])
        return str_from("what that step committed by itself stays: undo or finish it by hand before the "
                        "command runs again (`stamp` corrects the version)");
    if (account->counts[UNKNOWN])
        return str_from("`current` tells whether it was committed; the same command goes on from there");
    return str_from("the same command goes on from there; `current` shows where the database is");
}

static bool is_from_outside(const Err *err)
{
    bool lost_lock = err->code && strcmp(err->code, "lock.lost") == 0;
    return err->kind == ERR_INTERRUPT ||
           (err->kind == ERR_DATABASE && (db_error_is_disconnect(err) || lost_lock));
}

void journal_tell(Environment *env, Err *err)
{
    if (!is_from_outside(err) || env->journal.length == 0)
        return;
    Account account = account_of(env, err);
    Buf out = {0};
    if (err->detail)
        buf_add(&out, err->detail);
    for (Fate fate = 0; fate < FATE_COUNT; fate++)
        write_line(&out, &account, fate);
    err->detail = buf_str(&out);
    if (!err->hint)
        err->hint = account_hint(&account);
}
