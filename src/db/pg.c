/* pg.c -- the PostgreSQL driver, the only file that includes libpq-fe.h. libpq is opened at the
 * first connection, so that a machine with only SQLite databases needs none.
 *
 * Without parameters a text goes out by the simple protocol, which takes several statements; with
 * parameters by the extended one. Results come row by row (single-row mode) and are packed at once.
 */
#include "db/db.h"

#include "db/driver.h"

#include <dlfcn.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdlib.h>

/* --- libpq ----------------------------------------------------------------------------------- */

#define LIBPQ_FUNCTIONS(X)                                                                         \
    X(PQconnectdbParams)                                                                           \
    X(PQconndefaults)                                                                              \
    X(PQconninfoFree)                                                                              \
    X(PQfinish)                                                                                    \
    X(PQstatus)                                                                                    \
    X(PQtransactionStatus)                                                                         \
    X(PQparameterStatus)                                                                           \
    X(PQserverVersion)                                                                             \
    X(PQerrorMessage)                                                                              \
    X(PQsendQuery)                                                                                 \
    X(PQsendQueryParams)                                                                           \
    X(PQsetSingleRowMode)                                                                          \
    X(PQgetResult)                                                                                 \
    X(PQresultStatus)                                                                              \
    X(PQresultErrorField)                                                                          \
    X(PQresultErrorMessage)                                                                        \
    X(PQntuples)                                                                                   \
    X(PQnfields)                                                                                   \
    X(PQfname)                                                                                     \
    X(PQftype)                                                                                     \
    X(PQfmod)                                                                                      \
    X(PQftable)                                                                                    \
    X(PQgetvalue)                                                                                  \
    X(PQgetisnull)                                                                                 \
    X(PQgetlength)                                                                                 \
    X(PQcmdStatus)                                                                                 \
    X(PQcmdTuples)                                                                                 \
    X(PQclear)                                                                                     \
    X(PQsetNoticeReceiver)                                                                         \
    X(PQconsumeInput)                                                                              \
    X(PQbackendPID)                                                                                \
    X(PQsocket)                                                                                    \
    X(PQisBusy)                                                                                    \
    X(PQputCopyEnd)                                                                                \
    X(PQgetCopyData)                                                                               \
    X(PQfreemem)                                                                                   \
    X(PQgetCancel)                                                                                 \
    X(PQfreeCancel)                                                                                \
    X(PQcancel)

#define MEMBER(name) __typeof__(name) *name;
typedef struct Libpq {
    LIBPQ_FUNCTIONS(MEMBER)
} Libpq;

#define NAME(name) #name,
static const char *const libpq_names[] = {LIBPQ_FUNCTIONS(NAME)};

/* A connection's own: its functions, libpq's handle, and what Ctrl-C needs, made ready. */
typedef struct Session {
    Libpq pq;
    PGconn *conn;
    PGcancel *cancel;
} Session;

static _Noreturn void raise_no_library(const char *reason)
{
    raise_database("db.library",
                   "install the package libpq5 (Debian, Ubuntu), libpq (Fedora, Alpine)",
                   "PostgreSQL's client library cannot be loaded: %s", reason);
}

static void load_libpq(Libpq *pq)
{
    void *library = dlopen("libpq.so.5", RTLD_LAZY | RTLD_LOCAL);
    if (!library)
        raise_no_library(dlerror());
    for (size_t i = 0; i < COUNT_OF(libpq_names); i++) {
        void *function = dlsym(library, libpq_names[i]);
        if (!function)
            raise_no_library(dlerror());
        memcpy((char *)pq + i * sizeof function, &function, sizeof function);
    }
}

/* --- types ----------------------------------------------------------------------------------- */

typedef struct TypeKind {
    uint32_t oid;
    CellKind kind;
    uint32_t array_oid; /* 0 = none */
} TypeKind;

/* pg_type.dat; a type not listed is text, and so are its arrays. */
static const TypeKind type_kinds[] = {
    {16, CELL_BOOL, 1000},
    {17, CELL_BYTES, 1001},
    {18, CELL_TEXT, 1002},
    {19, CELL_TEXT, 1003},
    {20, CELL_INT64, 1016},
    {21, CELL_INT64, 1005},
    {23, CELL_INT64, 1007},
    {25, CELL_TEXT, 1009},
    {26, CELL_INT64, 1028},
    {114, CELL_JSON, 199},
    {700, CELL_DOUBLE, 1021},
    {701, CELL_DOUBLE, 1022},
    {1042, CELL_TEXT, 1014},
    {1043, CELL_TEXT, 1015},
    {1082, CELL_DATE, 1182},
    {1083, CELL_TIME, 1183},
    {1114, CELL_TIMESTAMP, 1115},
    {1184, CELL_TIMESTAMPTZ, 1185},
    {1186, CELL_INTERVAL, 1187},
    {1266, CELL_TIMETZ, 1270},
    {1700, CELL_NUMERIC, 1231},
    {2950, CELL_UUID, 2951},
    {3802, CELL_JSON, 3807},
    {3904, CELL_INT_RANGE, 3905},
    {3906, CELL_NUMERIC_RANGE, 3907},
    {3908, CELL_TIMESTAMP_RANGE, 3909},
    {3910, CELL_TIMESTAMPTZ_RANGE, 3911},
    {3912, CELL_DATE_RANGE, 3913},
    {3926, CELL_INT_RANGE, 3927},
};

static void set_kind(ResultColumn *column)
{
    column->kind = CELL_TEXT;
    for (size_t i = 0; i < COUNT_OF(type_kinds); i++) {
        if (type_kinds[i].oid == column->type)
            column->kind = type_kinds[i].kind;
        else if (type_kinds[i].array_oid == column->type) {
            column->kind = CELL_ARRAY;
            column->element = type_kinds[i].kind;
        }
    }
}

/* --- errors and notices ---------------------------------------------------------------------- */

static Str *field_find(const Libpq *pq, const PGresult *result, int field)
{
    const char *text = pq->PQresultErrorField(result, field);
    return text ? str_lossy_from(text) : NULL;
}

static void copy_sqlstate(const Libpq *pq, const PGresult *result, char out[6])
{
    const char *state = pq->PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (state && strlen(state) == 5)
        memcpy(out, state, 6);
}

/* "DETAIL:  ..." and so on, a line each, in the order psql shows them; or NULL. */
static Str *detail_find(const Libpq *pq, const PGresult *result)
{
    static const struct {
        int field;
        const char *label;
    } lines[] = {
        {PG_DIAG_MESSAGE_DETAIL, "DETAIL"},
        {PG_DIAG_MESSAGE_HINT, "HINT"},
        {PG_DIAG_INTERNAL_QUERY, "QUERY"},
        {PG_DIAG_CONTEXT, "CONTEXT"},
    };
    Buf out = {0};
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        const Str *text = field_find(pq, result, lines[i].field);
        if (text)
            buf_format(&out, "%s%s:  %s", out.length ? "\n" : "", lines[i].label, text->text);
    }
    return out.length ? buf_str(&out) : NULL;
}

static const char *code_of_state(const char *sqlstate)
{
    const char *condition = sqlstate_condition_find(sqlstate);
    return intern(str_format("db.pg.%s", condition ? condition : sqlstate)->text)->text;
}

static Err *copy_server_error(const Libpq *pq, const PGresult *result)
{
    Err *err = new (Err);
    err->kind = ERR_DATABASE;
    copy_sqlstate(pq, result, err->sqlstate);
    err->code = code_of_state(err->sqlstate);
    err->message = field_find(pq, result, PG_DIAG_MESSAGE_PRIMARY);
    if (!err->message)
        err->message = str_trim(str_lossy_from(pq->PQresultErrorMessage(result)));
    err->detail = detail_find(pq, result);
    const char *position = pq->PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
    err->statement_offset = position ? (size_t)strtoul(position, NULL, 10) : 0;
    return err;
}

/* An error that libpq itself makes has no SQLSTATE: the connection broke. */
static Err *copy_error(const Session *s, const PGresult *result, const Str *sql)
{
    Err *err;
    if (result && s->pq.PQresultErrorField(result, PG_DIAG_SQLSTATE))
        err = copy_server_error(&s->pq, result);
    else {
        const char *text =
            result ? s->pq.PQresultErrorMessage(result) : s->pq.PQerrorMessage(s->conn);
        bool lost = s->pq.PQstatus(s->conn) == CONNECTION_BAD;
        err = err_new(ERR_DATABASE, lost ? "db.connection-lost" : "db.pg.protocol", "%s",
                      str_trim(str_lossy_from(text))->text);
    }
    err->statement = sql ? str_new(sql->text, sql->length) : NULL;
    return err;
}

/* Called by libpq in the middle of its work: copies, never raises. */
static void receive_notice(void *connection, const PGresult *result)
{
    Connection *c = connection;
    const Libpq *pq = &((Session *)c->handle)->pq;
    Notice *notice = new (Notice);
    notice->severity = field_find(pq, result, PG_DIAG_SEVERITY);
    notice->message = field_find(pq, result, PG_DIAG_MESSAGE_PRIMARY);
    if (!notice->message)
        notice->message = str_trim(str_lossy_from(pq->PQresultErrorMessage(result)));
    notice->detail = field_find(pq, result, PG_DIAG_MESSAGE_DETAIL);
    notice->hint = field_find(pq, result, PG_DIAG_MESSAGE_HINT);
    copy_sqlstate(pq, result, notice->sqlstate);
    vec_push(&c->notices, notice);
}

/* --- connecting ------------------------------------------------------------------------------ */

typedef struct HintRule {
    const char *part, *hint;
    bool asks; /* pg_isready tells more */
} HintRule;

/* libpq gives no code for a refused connection; its English texts decide, others get no hint. */
static const HintRule hint_rules[] = {
    {"password authentication failed", "check user and password of the URL; characters like @ : / "
                                       "in a password are written %40 %3A %2F"},
    {"no password supplied", "put the password into the URL, into PGPASSWORD or into ~/.pgpass"},
    {"Peer authentication failed",
     "the socket wants the operating system's user of that name; name a host to use a password"},
    {"no encryption", "the server wants TLS here: sslmode=require (asyncpg: ssl=require), or its pg_hba.conf does not let "
                      "this user in from here"},
    {"pg_hba.conf", "the server's pg_hba.conf does not let this user in from here"},
    {"Connection refused", "is the server running, and are host and port of the URL right?", true},
    {"No such file or directory", "is the server running, and does it listen on this socket?", true},
    {"could not translate host name", "check the host name of the URL", true},
    {"timeout expired", "the host does not answer; a firewall may be in between", true},
    {"does not support SSL", "this server has no TLS: sslmode=prefer or disable (asyncpg: ssl), or switch ssl on there"},
    {"certificate", "see sslmode and sslrootcert (asyncpg: ssl) of the URL"},
    {"SSL", "see sslmode (asyncpg: ssl) of the URL"},
    {"too many clients", "the server has no free connection; try again or raise max_connections"},
    {"connection slots are reserved", "the server has no free connection; try again or raise max_connections"},
    {"too many connections", "the limit of this role or database is reached; try again, or raise it (ALTER ROLE ... "
                             "CONNECTION LIMIT)"},
    {"not currently accepting", "the server is being stopped, or the database does not allow connections"},
    {"starting up", "the server is starting; try again in a moment"},
};

static const char *keyword_text(const Map *keywords, const char *name, const char *otherwise)
{
    const Str *value = map_find(keywords, str_from(name));
    return value ? value->text : otherwise;
}

/* The command that tells whether a server is there. */
static Str *with_question(const char *hint, const Map *keywords)
{
    const Str *host = map_find(keywords, str_from("host")), *port = map_find(keywords, str_from("port"));
    Buf out = {0};
    buf_format(&out, "%s\n      pg_isready", hint);
    if (host && !strchr(host->text, '@')) /* else it is the end of a password, see without_secret() */
        buf_format(&out, " -h %s", host->text);
    if (port)
        buf_format(&out, " -p %s", port->text);
    return buf_str(&out);
}

static Str *connect_hint_find(const Str *message, const Map *keywords)
{
    const Str *database = map_find(keywords, str_from("dbname"));
    if (database && strstr(message->text, "database \"") && strstr(message->text, "does not exist"))
        return str_format("create it with: createdb %s", database->text);
    if (strstr(message->text, "role \"") && strstr(message->text, "does not exist"))
        return str_format("create it with: createuser %s, or name another user in the URL",
                          keyword_text(keywords, "user", "NAME"));
    for (size_t i = 0; i < COUNT_OF(hint_rules); i++)
        if (strstr(message->text, hint_rules[i].part))
            return hint_rules[i].asks ? with_question(hint_rules[i].hint, keywords)
                                      : str_from(hint_rules[i].hint);
    return NULL;
}

/* libpq names host and port in most messages; this says what was asked for. */
static Str *connect_detail(const Map *keywords)
{
    return str_format(
        "DETAIL:  host %s, port %s, database %s, user %s",
        keyword_text(keywords, "host", "(default)"), keyword_text(keywords, "port", "(default)"),
        keyword_text(keywords, "dbname", "(default)"), keyword_text(keywords, "user", "(default)"));
}

/* "postgresql://me:p@ss@host" reads as host "ss@host": what is left of the "@" is the end of an
 * unencoded password and must not be shown. */
static Str *without_secret(Str *text, const Map *keywords)
{
    const char *host = keyword_text(keywords, "host", "");
    const char *sign = strrchr(host, '@');
    if (!sign)
        return text;
    return str_replace(text, host, str_format("***%s", sign)->text);
}

/* With sslmode=prefer libpq tries twice, with TLS and without, and says the same twice. */
static Str *without_repetition(Str *text)
{
    const char *end = strchr(text->text, '\n');
    size_t length = end ? (size_t)(end - text->text) : 0;
    bool twice = end && strncmp(end + 1, text->text, length) == 0 && strlen(end + 1) == length;
    return twice ? str_new(text->text, length) : text;
}

static _Noreturn void raise_connect(Session *s, const Map *keywords)
{
    Str *text = without_repetition(str_trim(str_lossy_from(s->pq.PQerrorMessage(s->conn))));
    text = without_secret(text, keywords);
    s->pq.PQfinish(s->conn);
    Err *err = err_new(ERR_DATABASE, "db.connect", "%s", text->text);
    err->hint = connect_hint_find(text, keywords);
    err->detail = without_secret(connect_detail(keywords), keywords);
    err_raise(err);
}

/* psycopg hands every keyword to libpq, which would only say "invalid connection option". */
static void check_keywords(const Libpq *pq, const Map *keywords)
{
    PQconninfoOption *options = pq->PQconndefaults();
    const Str *unknown = NULL;
    for (size_t i = 0; options && i < keywords->length && !unknown; i++) {
        PQconninfoOption *option = options;
        while (option->keyword && !str_is(keywords->at[i].key, option->keyword))
            option++;
        if (!option->keyword)
            unknown = keywords->at[i].key;
    }
    pq->PQconninfoFree(options);
    if (unknown)
        raise_database("db.connect.option", NULL, "invalid dsn: invalid connection option \"%s\"",
                       unknown->text);
}

/* asyncpg-only keywords never reach libpq, so only psycopg's can be unknown. */
static PGconn *connect_keywords(const Libpq *pq, const Map *keywords)
{
    size_t count = keywords->length + 3, n = 0;
    const char **names = new_array(const char *, count);
    const char **values = new_array(const char *, count);
    for (; n < keywords->length; n++) {
        names[n] = keywords->at[n].key->text;
        values[n] = ((Str *)keywords->at[n].value)->text;
    }
    names[n] = "client_encoding";
    values[n++] = "UTF8";
    names[n] = "fallback_application_name";
    values[n++] = "retort";
    return pq->PQconnectdbParams(names, values, 0);
}

/* The cells' text forms rely on these; servers report both, so the usual case asks nothing. */
static void set_text_forms(Connection *c)
{
    const Session *s = c->handle;
    const char *dates = s->pq.PQparameterStatus(s->conn, "DateStyle");
    const char *intervals = s->pq.PQparameterStatus(s->conn, "IntervalStyle");
    if (dates && strncmp(dates, "ISO", 3) != 0)
        db_run(c, "SET datestyle TO 'ISO'");
    if (intervals && strcmp(intervals, "postgres") != 0)
        db_run(c, "SET intervalstyle TO 'postgres'");
}

static void pg_open(Connection *c, const ConnectArgs *args)
{
    Map keywords = pg_keywords(c->url, c->driver_name, args);
    if (c->application_name)
        map_put(&keywords, str_from("application_name"), str_from(c->application_name));
    Session *s = new (Session);
    load_libpq(&s->pq);
    check_keywords(&s->pq, &keywords);
    s->conn = connect_keywords(&s->pq, &keywords);
    if (s->pq.PQstatus(s->conn) != CONNECTION_OK)
        raise_connect(s, &keywords);
    s->pq.PQsetNoticeReceiver(s->conn, receive_notice, c);
    s->cancel = s->pq.PQgetCancel(s->conn);
    c->handle = s;
    set_text_forms(c);
}

static void pg_close(Connection *c)
{
    Session *s = c->handle;
    c->handle = NULL;
    s->pq.PQfreeCancel(s->cancel);
    s->pq.PQfinish(s->conn);
}

/* --- running --------------------------------------------------------------------------------- */

typedef struct Params {
    const char **values;
    int *lengths, *formats;
} Params;

/* The shortest text that reads back as the same number: 0.1 must not become 0.10000000000000001
 * where the server makes a numeric of it. */
static const char *double_text(double real)
{
    for (int digits = 15; digits < 17; digits++) {
        Str *text = str_format("%.*g", digits, real);
        if (strtod(text->text, NULL) == real)
            return text->text;
    }
    return str_format("%.17g", real)->text;
}

/* bytes go in binary form, everything else as text. */
static void set_param(Params *p, size_t i, const Cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL:
        return;
    case CELL_BOOL:
        p->values[i] = cell->boolean ? "t" : "f";
        return;
    case CELL_INT64:
        p->values[i] = str_format("%lld", (long long)cell->integer)->text;
        return;
    case CELL_DOUBLE:
        p->values[i] = double_text(cell->real);
        return;
    case CELL_BYTES:
        p->values[i] = cell->bytes.length ? cell->bytes.data : "";
        p->lengths[i] = (int)cell->bytes.length;
        p->formats[i] = 1;
        return;
    default:
        p->values[i] = cell->text->text;
    }
}

static int send(const Session *s, const Str *sql, const Cell *params, const uint32_t *types,
                size_t count)
{
    if (!count)
        return s->pq.PQsendQuery(s->conn, sql->text);
    Params p = {new_array(const char *, count), new_array(int, count), new_array(int, count)};
    for (size_t i = 0; i < count; i++)
        set_param(&p, i, &params[i]);
    return s->pq.PQsendQueryParams(s->conn, sql->text, (int)count, types, p.values, p.lengths,
                                   p.formats, 0);
}

/* What one drain keeps while results pass by. */
typedef struct Drain {
    Connection *c;
    Session *s;
    const Str *sql;
    ResultBuilder builder; /* of the statement whose rows are coming; result NULL between */
    Result *last;
    Err *err; /* the first one */
    bool empty, copied;
} Drain;

static void read_columns(Drain *d, const PGresult *pg)
{
    const Libpq *pq = &d->s->pq;
    Result *result = result_new((size_t)pq->PQnfields(pg));
    result->has_rows = true;
    for (size_t i = 0; i < result->column_count; i++) {
        ResultColumn *column = &result->columns[i];
        column->name = str_lossy_from(pq->PQfname(pg, (int)i));
        column->type = pq->PQftype(pg, (int)i);
        column->modifier = pq->PQfmod(pg, (int)i);
        column->table = pq->PQftable(pg, (int)i);
        set_kind(column);
    }
    d->builder.result = result;
}

static void take_rows(Drain *d, const PGresult *pg)
{
    const Libpq *pq = &d->s->pq;
    if (!d->builder.result)
        read_columns(d, pg);
    const Result *result = d->builder.result;
    for (int row = 0; row < pq->PQntuples(pg); row++) {
        builder_row_start(&d->builder);
        for (int i = 0; i < (int)result->column_count; i++)
            if (pq->PQgetisnull(pg, row, i))
                builder_put_null(&d->builder);
            else
                builder_put_printed(&d->builder, result->columns[i].kind,
                                    pq->PQgetvalue(pg, row, i),
                                    (size_t)pq->PQgetlength(pg, row, i));
        builder_row_end(&d->builder);
    }
}

/* The end of one statement. */
static void finish_statement(Drain *d, PGresult *pg)
{
    Result *result = d->builder.result ? d->builder.result : result_new(0);
    const char *tuples = d->s->pq.PQcmdTuples(pg);
    result->affected = *tuples ? strtoll(tuples, NULL, 10) : -1;
    /* EXPLAIN and SHOW have no count in their tag */
    if (result->has_rows)
        result->affected = (int64_t)result->row_count;
    result->command = str_lossy_from(d->s->pq.PQcmdStatus(pg));
    if (str_is(result->command, "COMMIT")) /* also in the middle of a text of several */
        d->c->commits++;
    d->last = result;
    d->builder.result = NULL;
}

/* COPY wants a stream that a migration has not got: end it, so that the connection stays usable. */
static void refuse_copy(Drain *d, ExecStatusType status)
{
    d->copied = true;
    if (status == PGRES_COPY_IN) {
        d->s->pq.PQputCopyEnd(d->s->conn, "no data to copy");
        return;
    }
    char *data;
    while (d->s->pq.PQgetCopyData(d->s->conn, &data, 0) > 0)
        d->s->pq.PQfreemem(data);
}

static void take_result(Drain *d, PGresult *pg)
{
    ExecStatusType status = d->s->pq.PQresultStatus(pg);
    switch (status) {
    case PGRES_SINGLE_TUPLE:
        take_rows(d, pg);
        break;
    case PGRES_TUPLES_OK:
        take_rows(d, pg);
        finish_statement(d, pg);
        break;
    case PGRES_COMMAND_OK:
        finish_statement(d, pg);
        break;
    case PGRES_EMPTY_QUERY:
        d->empty = true;
        break;
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH:
        refuse_copy(d, status);
        break;
    default:
        if (!d->err)
            d->err = copy_error(d->s, pg, d->sql);
    }
}

static void drain(Drain *d)
{
    PGresult *pg;
    while ((pg = d->s->pq.PQgetResult(d->s->conn))) {
        take_result(d, pg);
        d->s->pq.PQclear(pg);
        if (d->s->pq.PQstatus(d->s->conn) == CONNECTION_BAD && d->err)
            break;
    }
}

/* Until the answer begins to come. The signal handler's cancel may have been too early for the server:
 * then it is sent again. */
static void wait_for_answer(Connection *c)
{
    enum { tick = 500 };
    const Session *s = c->handle;
    struct pollfd socket = {.fd = s->pq.PQsocket(s->conn), .events = POLLIN};
    int ticks = 0;
    while (s->pq.PQisBusy(s->conn)) {
        if (poll(&socket, 1, tick) != 0) {
            if (!s->pq.PQconsumeInput(s->conn))
                return;
            continue;
        }
        if (interrupt_pending())
            db_interrupt(c);
        else if (c->on_wait)
            c->on_wait(c->on_wait_argument, ++ticks * tick / 1000.0);
    }
}

static _Noreturn void raise_copy(const Str *sql)
{
    raise_failed_statement("db.statement-copy", sql,
                    "COPY to or from the client is not supported; use INSERT, or COPY with a file "
                    "on the server");
}

static Result *pg_execute(Connection *c, const Str *sql, const Cell *params, const uint32_t *types,
                          size_t count)
{
    Session *s = c->handle;
    if (!send(s, sql, params, types, count))
        err_raise(copy_error(s, NULL, sql));
    s->pq.PQsetSingleRowMode(s->conn);
    wait_for_answer(c);
    Drain d = {.c = c, .s = s, .sql = sql};
    drain(&d);
    if (d.copied)
        raise_copy(sql);
    if (d.err)
        err_raise(d.err);
    /* psycopg2 refuses a text of nothing but comments; asyncpg and psycopg 3 take it */
    if (d.empty && !d.last && str_starts_with(c->driver_name, "psycopg2"))
        raise_failed_statement("db.statement-empty", sql, "can't execute an empty query");
    return d.last ? d.last : result_new(0);
}

static Result *pg_execute_script(Connection *c, const Str *sql)
{
    return pg_execute(c, sql, NULL, NULL, 0);
}

/* --- the rest -------------------------------------------------------------------------------- */

static TransactionState pg_transaction_state(const Connection *c)
{
    const Session *s = c->handle;
    switch (s->pq.PQtransactionStatus(s->conn)) {
    case PQTRANS_IDLE:
        return TRANSACTION_NONE;
    case PQTRANS_INERROR:
        return TRANSACTION_FAILED;
    case PQTRANS_UNKNOWN:
        return TRANSACTION_LOST;
    default:
        return TRANSACTION_OPEN;
    }
}

static int pg_server_version(const Connection *c)
{
    const Session *s = c->handle;
    return s->pq.PQserverVersion(s->conn);
}

static Str *pg_parameter_find(const Connection *c, const char *name)
{
    const Session *s = c->handle;
    const char *value = s->pq.PQparameterStatus(s->conn, name);
    return value ? str_lossy_from(value) : NULL;
}

static Str *pg_server_version_text(const Connection *c)
{
    Str *text = pg_parameter_find(c, "server_version");
    return text ? text : str_empty;
}

/* With standard_conforming_strings off a backslash in '...' escapes: E'' says what is meant. */
static Str *pg_literal(const Connection *c, const Str *text)
{
    Str *doubled = str_replace(text, "'", "''");
    Str *standard = pg_parameter_find(c, "standard_conforming_strings");
    if (!strchr(text->text, '\\') || !standard || str_is(standard, "on"))
        return str_format("'%s'", doubled->text);
    return str_format("E'%s'", str_replace(doubled, "\\", "\\\\")->text);
}

static void pg_end(Connection *c, bool commit)
{
    db_run(c, commit ? "COMMIT" : "ROLLBACK");
}

static void pg_set_legacy_begin(Connection *c, bool legacy)
{
}

static int pg_backend(const Connection *c)
{
    const Session *s = c->handle;
    return s->pq.PQbackendPID(s->conn);
}

/* Reads what the server sent by itself: its good-bye, or the end of the connection. */
static void pg_check(Connection *c)
{
    const Session *s = c->handle;
    if (s->pq.PQconsumeInput(s->conn) && s->pq.PQstatus(s->conn) == CONNECTION_OK)
        return;
    Err *err = copy_error(s, NULL, NULL);
    s->pq.PQisBusy(s->conn); /* reads the good-bye, which comes as a notice */
    if (c->notices.length > 0)
        err->message = c->notices.at[c->notices.length - 1]->message;
    err_raise(err);
}

static void pg_interrupt(Connection *c)
{
    Session *s = c->handle;
    char reason[256];
    if (s->cancel)
        s->pq.PQcancel(s->cancel, reason, sizeof reason);
}

const Driver pg_driver = {
    .name = "postgresql",
    .placeholder = "$1",
    .open = pg_open,
    .close = pg_close,
    .execute = pg_execute,
    .execute_script = pg_execute_script,
    .transaction_state = pg_transaction_state,
    .server_version = pg_server_version,
    .server_version_text = pg_server_version_text,
    .parameter_find = pg_parameter_find,
    .literal = pg_literal,
    .end = pg_end,
    .set_legacy_begin = pg_set_legacy_begin,
    .interrupt = pg_interrupt,
    .check = pg_check,
    .backend = pg_backend,
    .lock_name = pg_lock_name,
    .lock_try = pg_lock_try,
    .lock_holder = pg_lock_holder,
    .lock_blockers = pg_lock_blockers,
    .lock_release = pg_lock_release,
};
