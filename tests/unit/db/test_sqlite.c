/* The SQLite driver: cells, pysqlite's transactions, errors. */
#include "unit.h"

#include "db/db.h"

#include <unistd.h>

static Connection *memory(void)
{
    return db_open(url_parse(str_from("sqlite://")), NULL);
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

static void open_call(void *url)
{
    db_open(url_parse(str_from(url)), NULL);
}

TEST(cells_of_every_kind)
{
    Connection *c = memory();
    Result *r = db_run(c, "select null as n, 9223372036854775807, 1.5, 'h\303\251', x'00ff', ''");
    CHECK(r->has_rows && r->row_count == 1 && r->column_count == 6 && r->affected == -1);
    CHECK_TEXT(r->columns[0].name->text, "n");
    CHECK(result_cell(r, 0, 0).kind == CELL_NULL);
    CHECK(result_cell(r, 0, 1).integer == INT64_MAX);
    CHECK(result_cell(r, 0, 2).kind == CELL_DOUBLE && result_cell(r, 0, 2).real == 1.5);
    CHECK_TEXT(result_cell(r, 0, 3).text->text, "h\303\251");
    Cell bytes = result_cell(r, 0, 4);
    CHECK(bytes.kind == CELL_BYTES && bytes.bytes.length == 2 &&
          memcmp(bytes.bytes.data, "\0\377", 2) == 0);
    CHECK(result_cell(r, 0, 5).text->length == 0);
    db_close(c);
    CHECK(result_cell(r, 0, 1).integer == INT64_MAX);
}

TEST(parameters)
{
    Connection *c = memory();
    Cell params[] = {cell_int(7),
                     cell_text(str_from("it's")),
                     cell_null(),
                     {.kind = CELL_BYTES, .bytes = {"\0x", 2}},
                     {.kind = CELL_BOOL, .boolean = true}};
    Result *r = db_execute(c, str_from("select ?, ?, ?, ?, ?"), params, NULL, 5);
    Cell row[5];
    result_row(r, 0, row);
    CHECK(row[0].integer == 7 && row[2].kind == CELL_NULL && row[3].bytes.length == 2);
    CHECK_TEXT(row[1].text->text, "it's");
    CHECK(row[4].integer == 1);
    CHECK_TEXT(
        failure(c, "select ?")->message->text,
        "Incorrect number of bindings supplied. The current statement uses 1, and there are 0 "
        "supplied.");
}

TEST(many_rows)
{
    Connection *c = memory();
    Result *r =
        db_run(c, "with recursive n(i) as (select 0 union all select i + 1 from n where i < "
                  "4999) select i, 'row ' || i from n");
    CHECK(r->row_count == 5000);
    for (size_t i = 0; i < r->row_count; i += 7) {
        CHECK(result_cell(r, i, 0).integer == (int64_t)i);
        CHECK_TEXT(result_cell(r, i, 1).text->text, str_format("row %zu", i)->text);
    }
    CHECK(result_column_find(r, "i") == 0 && result_column_find(r, "zz") == -1);
}

TEST(pysqlite_begins_before_changes_only)
{
    Connection *c = memory();
    db_run(c, "create table t (a integer primary key, b text)");
    CHECK(!db_in_transaction(c));
    db_run(c, "select 1");
    CHECK(!db_in_transaction(c));
    Result *r = db_run(c, " -- note\n /* x */ INSERT INTO t (b) VALUES ('x'), ('y')");
    CHECK(db_in_transaction(c) && r->affected == 2 && r->last_row_id == 2);
    db_run(c, "create table u (a)");
    CHECK(db_in_transaction(c));
    db_rollback(c);
    CHECK(!db_in_transaction(c));
    CHECK(db_run(c, "select * from t")->row_count == 0);
    CHECK_TEXT(failure(c, "select * from u")->message->text, "no such table: u");
    db_commit(c);
}

TEST(explicit_transactions)
{
    Connection *c = memory();
    db_set_legacy_begin(c, false);
    db_run(c, "create table t (a)");
    db_run(c, "insert into t values (1)");
    CHECK(!db_in_transaction(c));
    db_begin(c);
    db_run(c, "create table u (a)");
    db_savepoint(c, "sp1");
    db_run(c, "insert into t values (2)");
    db_rollback_to(c, "sp1");
    db_release(c, "sp1");
    db_rollback(c);
    CHECK(db_run(c, "select * from t")->row_count == 1);
    CHECK_TEXT(failure(c, "select * from u")->message->text, "no such table: u");
}

TEST(one_statement_at_a_time)
{
    Connection *c = memory();
    Err *err = failure(c, "select 1; select 2");
    CHECK_TEXT(err->message->text, "You can only execute one statement at a time.");
    CHECK_TEXT(db_error_class(err), "ProgrammingError");
    CHECK(db_run(c, "select 1; -- done\n /* really */ ")->row_count == 1);
    CHECK(!db_run(c, "-- nothing")->has_rows);
    db_execute_script(c, str_from("create table t (a); insert into t values (1); select * from t"));
    CHECK(db_run(c, "select a from t")->row_count == 1);
}

TEST(errors_have_codes_classes_and_positions)
{
    Connection *c = memory();
    db_run(c, "create table t (a integer primary key, b text unique not null, check (b <> 'no'))");
    db_run(c, "insert into t values (1, 'x')");
    Err *err = failure(c, "insert into t values (2, 'x')");
    CHECK_TEXT(err->code, "db.sqlite.constraint_unique");
    CHECK_TEXT(err->message->text, "UNIQUE constraint failed: t.b");
    CHECK_TEXT(db_error_class(err), "IntegrityError");
    CHECK_TEXT(db_error_original(err)->text, "sqlite3.IntegrityError");
    CHECK_TEXT(db_error_sqlite_name(err), "SQLITE_CONSTRAINT_UNIQUE");
    CHECK_TEXT(failure(c, "insert into t values (3, null)")->code, "db.sqlite.constraint_notnull");
    err = failure(c, "select '\354\240\200', nope from t");
    CHECK_TEXT(err->message->text, "no such column: nope");
    CHECK_TEXT(db_error_class(err), "OperationalError");
    CHECK(err->statement_offset == 13);
    CHECK_TEXT(err->statement->text, "select '\354\240\200', nope from t");
}

static void cell_call(void *result)
{
    result_cell(result, 0, 0);
}

TEST(broken_text_is_an_error_of_the_cell)
{
    Connection *c = memory();
    Result *r = db_run(c, "select cast(x'61ff' as text) as t");
    CHECK(r->row_count == 1);
    Err *err = protect(cell_call, r);
    CHECK_TEXT(err->message->text,
               "Could not decode to UTF-8 column 't' with text 'a\357\277\275'");
    CHECK_TEXT(db_error_class(err), "OperationalError");
}

TEST(files_and_their_errors)
{
    Str *path = str_format("/tmp/retort-unit-%d.db", (int)getpid());
    Url *url = url_parse(str_format("sqlite:///%s", path->text));
    Connection *a = db_open(url, NULL);
    db_run(a, "create table t (a)");
    db_close(a);
    db_close(a);
    CHECK_TEXT(failure(a, "select 1")->message->text, "Cannot operate on a closed database.");
    ConnectArgs args = {0};
    map_put(&args.values, str_from("timeout"), str_from("0.05"));
    Connection *b = db_open(url, &args), *c = db_open(url, &args);
    db_run(b, "insert into t values (1)");
    Err *err = failure(c, "insert into t values (2)");
    CHECK_TEXT(err->message->text, "database is locked");
    CHECK_TEXT(db_error_class(err), "OperationalError");
    db_close(b);
    db_close(c);
    unlink(path->text);
    err = protect(open_call, (void *)"sqlite:////nonexistent/dir/x.db");
    CHECK_TEXT(err->message->text, "unable to open database file");
    CHECK_TEXT(db_error_class(err), "OperationalError");
    err = protect(open_call, (void *)"sqlite://me:secret@host/x.db");
    CHECK(strstr(err->message->text, "Invalid SQLite URL: sqlite://me:***@host/x.db\n"));
}

UNIT_MAIN
