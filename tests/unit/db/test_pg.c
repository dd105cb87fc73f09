/* The PostgreSQL driver against the server of RETORT_TEST_PG (see tests/pg.sh); skipped without. */
#include "unit.h"

#include "db/db.h"

#include <stdlib.h>

static Connection *open_args(const char *drivername, const ConnectArgs *args)
{
    Url *url = url_copy(url_parse(str_from(getenv("RETORT_TEST_PG"))));
    url->drivername = str_from(drivername);
    return db_open(url, args);
}

static Connection *server(void)
{
    return open_args("postgresql", NULL);
}

typedef struct Call {
    Connection *c;
    const char *sql;
} Call;

static void run_call(void *arg)
{
    Call *call = arg;
    db_run(call->c, call->sql);
}

static Err *failure(Connection *c, const char *sql)
{
    Call call = {c, sql};
    Err *err = protect(run_call, &call);
    return err ? err : err_new(ERR_DATABASE, "none", "no error: %s", sql);
}

static const char *one(Connection *c, const char *sql)
{
    return result_cell(db_run(c, sql), 0, 0).text->text;
}

TEST(cells_of_every_kind)
{
    Connection *c = server();
    Result *r = db_run(c, "select null::int, true, 42::int2, 9223372036854775807, 1.5::float8, "
                          "'h\303\251'::text, '\\x00ff'::bytea, 12.50::numeric, date '2024-01-31', "
                          "time '12:00:00.5', timestamp '2024-01-31 12:00', interval '1 mon 3:00', "
                          "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid, '{\"a\": 1}'::jsonb, "
                          "array[1,2], 'x'::name, 5::oid");
    static const CellKind kinds[] = {
        CELL_NULL,  CELL_BOOL,    CELL_INT64, CELL_INT64, CELL_DOUBLE,    CELL_TEXT,
        CELL_BYTES, CELL_NUMERIC, CELL_DATE,  CELL_TIME,  CELL_TIMESTAMP, CELL_INTERVAL,
        CELL_UUID,  CELL_JSON,    CELL_ARRAY, CELL_TEXT,  CELL_INT64};
    Cell row[COUNT_OF(kinds)];
    CHECK(r->column_count == COUNT_OF(kinds) && r->row_count == 1 && r->affected == 1);
    CHECK_TEXT(r->command->text, "SELECT 1");
    result_row(r, 0, row);
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        CHECK(row[i].kind == kinds[i]);
    CHECK(row[1].boolean && row[2].integer == 42 && row[3].integer == INT64_MAX);
    CHECK(row[4].real == 1.5 && row[6].bytes.length == 2 && row[6].bytes.data[1] == '\377');
    CHECK_TEXT(row[7].text->text, "12.50");
    CHECK_TEXT(row[10].text->text, "2024-01-31 12:00:00");
    CHECK_TEXT(row[11].text->text, "1 mon 03:00:00");
    CHECK_TEXT(row[12].text->text, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
    CHECK(r->columns[0].kind == CELL_INT64 && r->columns[0].type == 23);
    db_close(c);
}

TEST(arrays)
{
    Connection *c = server();
    Result *r = db_run(c, "select array['a','b,\"c\\', null, 'NULL', '']::text[], '{}'::int[], "
                          "'[0:1]={7,8}'::int[], '{{1,2},{3,4}}'::int[], array['\\x01'::bytea]");
    Cell row[5];
    result_row(r, 0, row);
    CellVec items = cell_array(&row[0]);
    CHECK(items.length == 5 && items.at[2].kind == CELL_NULL);
    CHECK_TEXT(items.at[1].text->text, "b,\"c\\");
    CHECK_TEXT(items.at[3].text->text, "NULL");
    CHECK(items.at[4].text->length == 0);
    CHECK(cell_array(&row[1]).length == 0);
    CHECK(cell_array(&row[2]).at[1].integer == 8);
    items = cell_array(&row[3]);
    CHECK(items.length == 2 && cell_array(&items.at[1]).at[0].integer == 3);
    CHECK(cell_array(&row[4]).at[0].bytes.data[0] == 1);
    db_close(c);
}

TEST(parameters)
{
    Connection *c = server();
    Cell params[] = {cell_int(7),
                     cell_text(str_from("it's")),
                     cell_null(),
                     {.kind = CELL_BYTES, .bytes = {"\0\1", 2}},
                     {.kind = CELL_BOOL, .boolean = true},
                     {.kind = CELL_DOUBLE, .real = 0.1}};
    Result *r = db_execute(
        c, str_from("select $1::int, $2::text, $3::int, $4::bytea, $5::bool, $6::float8"), params,
        NULL, 6);
    Cell row[6];
    result_row(r, 0, row);
    CHECK(row[0].integer == 7 && row[2].kind == CELL_NULL && row[3].bytes.length == 2);
    CHECK_TEXT(row[1].text->text, "it's");
    CHECK(row[4].boolean && row[5].real == 0.1);
    uint32_t type = 1700;
    r = db_execute(c, str_from("select $1"),
                   &(Cell){.kind = CELL_NUMERIC, .text = str_from("1.10")}, &type, 1);
    CHECK(r->columns[0].kind == CELL_NUMERIC);
    r = db_execute(c, str_from("select $1::numeric"), &(Cell){.kind = CELL_DOUBLE, .real = 0.1},
                   NULL, 1);
    CHECK_TEXT(result_cell(r, 0, 0).text->text, "0.1");
    db_close(c);
}

static void nul_call(void *connection)
{
    Cell text = cell_text(str_new("a\0b", 3));
    db_execute(connection, str_from("select $1::text"), &text, NULL, 1);
}

TEST(text_with_a_nul_is_refused)
{
    Connection *c = server();
    Err *err = protect(nul_call, c);
    CHECK_TEXT(err->message->text, "A string literal cannot contain NUL (0x00) characters.");
    CHECK_TEXT(db_error_class(err), "ValueError");
    db_close(c);
}

TEST(several_statements_give_the_last_result)
{
    Connection *c = server();
    Result *r = db_run(c, "create temp table t (a int); insert into t values (1),(2); "
                          "select a from t order by a; update t set a = a + 1;");
    CHECK(!r->has_rows && r->affected == 2);
    CHECK_TEXT(r->command->text, "UPDATE 2");
    r = db_run(c, "select 1 as x; select a as y from t where false");
    CHECK(r->has_rows && r->row_count == 0 && r->column_count == 1);
    CHECK_TEXT(r->columns[0].name->text, "y");
    r = db_run(c, "insert into t values (9) returning a");
    CHECK(r->affected == 1 && result_cell(r, 0, 0).integer == 9);
    CHECK(db_run(c, "create temp table u (a int)")->affected == -1);
    CHECK_TEXT(failure(c, " -- nothing")->message->text, "can't execute an empty query");
    db_close(c);
    c = open_args("postgresql+asyncpg", NULL);
    CHECK(!db_run(c, " -- nothing")->has_rows);
    db_close(c);
}

TEST(errors_have_states_and_positions)
{
    Connection *c = server();
    Err *err = failure(c, "select '\354\240\200', nope from pg_class");
    CHECK_TEXT(err->sqlstate, "42703");
    CHECK_TEXT(err->code, "db.pg.undefined_column");
    CHECK_TEXT(err->message->text, "column \"nope\" does not exist");
    CHECK(err->statement_offset == 13);
    CHECK_TEXT(db_error_class(err), "ProgrammingError");
    CHECK_TEXT(db_error_original(err)->text, "psycopg2.errors.UndefinedColumn");
    db_run(c, "create temp table t (a int primary key)");
    err = failure(c, "insert into t values (1), (1)");
    CHECK_TEXT(db_error_class(err), "IntegrityError");
    CHECK_TEXT(db_error_original(err)->text, "psycopg2.errors.UniqueViolation");
    CHECK_TEXT(err->detail->text, "DETAIL:  Key (a)=(1) already exists.");
    CHECK_TEXT(db_error_class(failure(c, "select 1/0")), "DataError");
    CHECK_TEXT(db_error_class(failure(c, "copy t from stdin")), "ProgrammingError");
    CHECK_TEXT(db_error_class(failure(c, "copy t to stdout")), "ProgrammingError");
    CHECK_TEXT(one(c, "select 'alive'"), "alive");
    CHECK(!db_error_is_disconnect(err));
    err = failure(c, "select 1,\n  '\354\240\200', nope");
    CHECK_TEXT(db_error_text(err)->text, "column \"nope\" does not exist\n"
                                         "LINE 2:   '\354\240\200', nope\n"
                                         "                ^\n");
    db_close(c);
}

/* Rows had come already when the error happened. */
TEST(errors_in_the_middle_of_rows)
{
    Connection *c = server();
    Err *err = failure(c, "select 10 / (50 - i) from generate_series(1, 100) i");
    CHECK_TEXT(err->sqlstate, "22012");
    CHECK_TEXT(one(c, "select 'alive'"), "alive");
    db_close(c);
}

TEST(transaction_states)
{
    Connection *c = server();
    CHECK(db_transaction_state(c) == TRANSACTION_NONE);
    db_begin(c);
    db_begin(c);
    CHECK(db_transaction_state(c) == TRANSACTION_OPEN);
    failure(c, "select 1/0");
    CHECK(db_transaction_state(c) == TRANSACTION_FAILED && db_in_transaction(c));
    CHECK_TEXT(failure(c, "select 1")->sqlstate, "25P02");
    db_rollback(c);
    db_begin(c);
    db_run(c, "commit");
    CHECK(!db_in_transaction(c));
    db_commit(c);
    db_close(c);
    CHECK(db_transaction_state(c) == TRANSACTION_LOST);
}

TEST(notices_are_collected)
{
    Connection *c = server();
    db_run(c, "drop table if exists nothing_here");
    db_run(c, "do $$ begin raise warning 'careful' using hint = 'slowly'; end $$");
    NoticeVec notices = db_take_notices(c);
    CHECK(notices.length == 2);
    CHECK_TEXT(notices.at[0]->message->text, "table \"nothing_here\" does not exist, skipping");
    CHECK_TEXT(notices.at[1]->severity->text, "WARNING");
    CHECK_TEXT(notices.at[1]->hint->text, "slowly");
    CHECK(db_take_notices(c).length == 0);
    db_close(c);
}

TEST(server_settings_reach_the_session)
{
    ConnectArgs args = {0};
    map_put(&args.server_settings, str_from("search_path"), str_from("\"we ird\\\", public"));
    map_put(&args.server_settings, str_from("application_name"), str_from("unit test"));
    map_put(&args.values, str_from("command_timeout"), str_from("0.05"));
    Connection *c = open_args("postgresql+asyncpg", &args);
    CHECK_TEXT(one(c, "show search_path"), "\"we ird\\\", public");
    CHECK_TEXT(one(c, "select current_setting('application_name')"), "unit test");
    Err *err = failure(c, "select pg_sleep(5)");
    CHECK_TEXT(err->sqlstate, "57014");
    CHECK_TEXT(db_error_class(err), "OperationalError");
    db_close(c);
}

TEST(facts_about_the_server)
{
    Connection *c = server();
    CHECK(db_server_version(c) >= 90000);
    CHECK(db_server_version_text(c)->length > 0);
    CHECK_TEXT(db_parameter_find(c, "standard_conforming_strings")->text, "on");
    CHECK(!db_parameter_find(c, "no_such_parameter"));
    Str *text = str_from("it's \\ here");
    CHECK_TEXT(db_literal(c, text)->text, "'it''s \\ here'");
    db_run(c, "set standard_conforming_strings to off");
    CHECK_TEXT(one(c, str_format("select %s", db_literal(c, text)->text)->text), text->text);
    db_close(c);
}

TEST(a_lost_connection_is_told)
{
    Connection *c = server();
    Err *err = failure(c, "select pg_terminate_backend(pg_backend_pid())");
    CHECK(db_error_is_disconnect(err));
    CHECK_TEXT(db_error_class(err), "OperationalError");
    err = failure(c, "select 1");
    CHECK(db_error_is_disconnect(err));
    CHECK(db_transaction_state(c) == TRANSACTION_LOST);
    db_close(c);
}

static void open_call(void *url)
{
    db_open(url, NULL);
}

TEST(connect_errors_help_and_hide_the_password)
{
    Err *err = protect(open_call, url_parse(str_from("postgresql://me:secret@127.0.0.1:1/shop")));
    CHECK_TEXT(err->code, "db.connect");
    CHECK(strstr(err->message->text, "127.0.0.1") && strstr(err->message->text, "port 1"));
    CHECK(err->hint && strstr(err->hint->text, "is the server running"));
    CHECK_TEXT(err->detail->text, "DETAIL:  host 127.0.0.1, port 1, database shop, user me");
    CHECK_TEXT(db_error_class(err), "OperationalError");
    Url *url = url_copy(url_parse(str_from(getenv("RETORT_TEST_PG"))));
    url->database = str_from("no_such_database");
    err = protect(open_call, url);
    CHECK(strstr(err->message->text, "database \"no_such_database\" does not exist"));
    CHECK_TEXT(err->hint->text, "create it with: createdb no_such_database");
    err = protect(open_call, url_parse(str_from("postgresql:///d?nope=1")));
    CHECK_TEXT(err->message->text, "invalid dsn: invalid connection option \"nope\"");
    CHECK_TEXT(db_error_class(err), "ProgrammingError");
    err = protect(open_call, url_parse(str_from("postgresql://u:sec@ret@nowhere.invalid/d")));
    CHECK(!strstr(err->message->text, "ret@") && !strstr(err->detail->text, "ret@"));
}

TEST(big_results)
{
    Connection *c = server();
    Result *r = db_run(c, "select i, 'row ' || i from generate_series(0, 99999) i");
    CHECK(r->row_count == 100000);
    for (size_t i = 0; i < r->row_count; i += 997)
        CHECK(result_cell(r, i, 0).integer == (int64_t)i);
    CHECK_TEXT(result_cell(r, 99999, 1).text->text, "row 99999");
    db_close(c);
}

int main(void)
{
    if (getenv("RETORT_TEST_PG"))
        return unit_main();
    printf("ok 1 - postgresql # SKIP RETORT_TEST_PG is not set\n1..1\n");
    return 0;
}
