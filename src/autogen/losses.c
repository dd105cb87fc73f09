/* losses.c -- what an operation does to rows that are there: notes for whoever reads the file. A table one may not read
 * counts as empty. */
#include "autogen/inside.h"

enum { ROWS_COUNTED = 1000 };

typedef struct Question {
    AutogenContext *context;
    const Str *sql;
    Cell answer;
} Question;

static void put_question(void *arg)
{
    Question *question = arg;
    const Result *answer = db_execute(question->context->setup.db, question->sql, NULL, NULL, 0);
    question->answer = result_cell(answer, 0, 0);
}

/* Its only cell; NULL where the server refused. In a transaction that goes on whatever comes. */
static Cell ask(AutogenContext *context, const Str *sql)
{
    Question question = {.context = context, .sql = sql};
    Connection *db = context->setup.db;
    bool guarded = db_in_transaction(db);
    if (guarded)
        db_run(db, "SAVEPOINT retort_rows");
    Err *err = protect(put_question, &question);
    if (err && guarded)
        db_run(db, "ROLLBACK TO SAVEPOINT retort_rows");
    if (guarded)
        db_run(db, "RELEASE SAVEPOINT retort_rows");
    return err ? (Cell){.kind = CELL_NULL} : question.answer;
}

/* rows: "t" or "t WHERE ..."; at most ROWS_COUNTED. */
static int64_t count_rows(AutogenContext *context, const Str *rows)
{
    Cell count =
        ask(context, str_format("SELECT count(*) FROM (SELECT 1 FROM %s LIMIT %d) AS counted",
                                rows->text, ROWS_COUNTED));
    return count.kind == CELL_INT64 ? count.integer : 0;
}

/* "at least 1000 rows" */
static Str *rows_text(int64_t rows)
{
    return str_format("%s%lld %s", rows == ROWS_COUNTED ? "at least " : "", (long long)rows,
                      rows == 1 ? "row" : "rows");
}

void op_add_note(MigrateOperation *op, Str *line)
{
    op->note = op->note ? str_format("%s\n%s", op->note->text, line->text) : line;
}

static void note_drop(AutogenContext *context, MigrateOperation *op)
{
    const char *what = op->kind == OP_DROP_TABLE ? "the table" : "the column";
    int64_t rows =
        count_rows(context, sql_qualified_text(context->setup.dialect, op->schema, op->table_name));
    if (rows)
        op_add_note(op, str_format("loses data: %s of %s", what, rows_text(rows)->text));
}

/* --- columns that every row gets anew ---------------------------------------------------------------------------------- */

static Str *size_of(AutogenContext *context, Str *table)
{
    Str *name = sql_literal_text(context->setup.dialect, STR(table), type_new(TYPE_String));
    Cell size =
        ask(context, str_format("SELECT pg_size_pretty(pg_total_relation_size(%s))", name->text));
    return size.kind == CELL_TEXT ? str_format(" (%s)", size.text->text) : str_empty;
}

static Str *members_text(const Dialect *dialect, const StrVec *labels)
{
    ArgumentList list = {0};
    for (size_t i = 0; i < labels->length; i++)
        argument_add(&list,
                     sql_literal_text(dialect, STR(labels->at[i]), type_new(TYPE_String))->text);
    return argument_text(&list);
}

/* Rows with a member that the type loses stop the statement. */
static void note_lost_members(AutogenContext *context, MigrateOperation *op, const Str *table)
{
    const ColumnRewrite *rewrite = op->rewrite;
    const Dialect *dialect = context->setup.dialect;
    Str *column = sql_name_text(dialect, rewrite->column, TRI_UNSET);
    Str *members = members_text(dialect, &rewrite->lost);
    const char *condition =
        rewrite->is_array ? "%s WHERE %s::text[] && ARRAY[%s]" : "%s WHERE %s::text IN (%s)";
    int64_t rows =
        count_rows(context, str_format(condition, table->text, column->text, members->text));
    if (rows)
        op_add_note(op, str_format("stops at %s of %s with %s: give them another value before",
                                   rows_text(rows)->text,
                                   qualified_name(qualified_name(rewrite->schema, rewrite->table),
                                                  rewrite->column)
                                       ->text,
                                   members->text));
}

static void note_rewrite(AutogenContext *context, MigrateOperation *op)
{
    const ColumnRewrite *rewrite = op->rewrite;
    Str *table = sql_qualified_text(context->setup.dialect, rewrite->schema, rewrite->table);
    int64_t rows = count_rows(context, table);
    if (!rows)
        return;
    op_add_note(op, str_format("rewrites %s%s and locks the table meanwhile", rows_text(rows)->text,
                               size_of(context, table)->text));
    if (rewrite->lost.length)
        note_lost_members(context, op, table);
}

void losses_mark(AutogenContext *context, const List *ops)
{
    for (size_t i = 0; i < ops->length; i++) {
        const OpContainer *inner = as(OpContainer, ops->at[i]);
        MigrateOperation *op = inner ? NULL : as(MigrateOperation, ops->at[i]);
        if (inner)
            losses_mark(context, inner->ops);
        if (op && op->rewrite)
            note_rewrite(context, op);
        if (!op || (op->kind != OP_DROP_TABLE && op->kind != OP_DROP_COLUMN))
            continue;
        note_drop(context, op);
        suggest_rename(context, op, ops);
    }
}
