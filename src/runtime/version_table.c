/* version_table.c -- alembic_version: created when missing, read, and changed one row at a time. */
#include "runtime/runtime.h"

static Column *version_column(void)
{
    Type *type = type_new(TYPE_String);
    type->length = 32;
    Column *column = column_new(str_from("version_num"), type);
    column->nullable = false;
    return column;
}

/* CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc ...) */
static Table *version_table(const MigrationContext *context)
{
    MetaData *metadata = metadata_new();
    Table *table = table_new(metadata, context->version_table, context->version_table_schema);
    table_add_column(table, version_column());
    if (context->version_table_key) {
        Constraint *key =
            constraint_new(CONSTRAINT_PRIMARY_KEY, str_format("%s_pkc", context->version_table->text));
        vec_push(&key->column_names, str_from("version_num"));
        table_add_constraint(table, key);
    }
    return table;
}

bool version_table_exists(MigrationContext *context)
{
    Stmt stmt = {.text = sql_has_table_text(context->dialect, context->version_table_schema,
                                            context->version_table)};
    return connection_execute(context_connection(context), &stmt)->row_count > 0;
}

void version_table_create(MigrationContext *context, bool check_first)
{
    if (check_first && version_table_exists(context))
        return;
    Table *table = version_table(context);
    context_execute(context, (ClauseElement *)ddl_new(DDL_CREATE_TABLE, (Obj *)table), NULL);
}

static Str *qualified(const MigrationContext *context)
{
    return sql_qualified_text(context->dialect, context->version_table_schema, context->version_table);
}

static Str *literal(MigrationContext *context, const Str *text)
{
    if (!context->version_type)
        context->version_type = type_new(TYPE_String);
    return sql_literal_text(context->dialect, STR(text), context->version_type);
}

StrVec version_table_rows(MigrationContext *context)
{
    Str *name = qualified(context);
    Stmt stmt = {.text = str_format("SELECT %s.version_num \nFROM %s", name->text, name->text)};
    const Result *result = connection_execute(context_connection(context), &stmt);
    StrVec rows = {0};
    for (size_t i = 0; i < result->row_count; i++) {
        Cell cell = result_cell(result, i, 0);
        if (cell.kind != CELL_TEXT)
            raise_tool("rev.not-a-string", NULL,
                       "revision identifier in %s is not a string; ensure database driver settings are "
                       "correct",
                       name->text);
        vec_push(&rows, cell.text);
    }
    return rows;
}

/* --- writes ----------------------------------------------------------------------------------------------- */

/* Offline the text, online executed; rows touched, or -1 offline. */
static int64_t write(MigrationContext *context, Str *text)
{
    if (context->as_sql) {
        context_print(context, text->text);
        return -1;
    }
    Stmt stmt = {.text = text};
    return connection_execute(context_connection(context), &stmt)->affected;
}

void version_table_delete_all(MigrationContext *context)
{
    write(context, str_format("DELETE FROM %s", qualified(context)->text));
}

/* The primary key comes back, as SQLAlchemy's inserts ask for it where the server can. */
static Str *insert_text(MigrationContext *context, const Str *table, const Str *to)
{
    Buf out = {0};
    buf_format(&out, "INSERT INTO %s (version_num) VALUES (%s)", table->text, literal(context, to)->text);
    if (context->version_table_key && dialect_has(context->dialect, FEATURE_IMPLICIT_RETURNING)) {
        bool bare = dialect_has(context->dialect, FEATURE_RETURNING_BARE);
        buf_format(&out, " RETURNING %s%sversion_num", bare ? "" : table->text, bare ? "" : ".");
    }
    return buf_str(&out);
}

static _Noreturn void raise_row_count(const MigrationContext *context, const char *what, int64_t found)
{
    raise_tool("rev.rows", "another process may be migrating this database: check `current` and try again",
               "Online migration expected to match one row when %s in '%s'; %lld found", what,
               context->version_table->text, (long long)found);
}

void version_table_change(MigrationContext *context, const RowChange *change)
{
    Str *table = qualified(context);
    Str *where = change->from ? str_format("WHERE %s.version_num = %s", table->text,
                                           literal(context, change->from)->text)
                              : NULL;
    if (change->kind == ROW_INSERT) {
        write(context, insert_text(context, table, change->to));
        return;
    }
    bool deletes = change->kind == ROW_DELETE;
    Str *text = deletes ? str_format("DELETE FROM %s %s", table->text, where->text)
                        : str_format("UPDATE %s SET version_num=%s %s", table->text,
                                     literal(context, change->to)->text, where->text);
    int64_t touched = write(context, text);
    if (context->as_sql || touched == 1)
        return;
    Str *what = deletes ? str_format("deleting '%s'", change->from->text)
                        : str_format("updating '%s' to '%s'", change->from->text, change->to->text);
    raise_row_count(context, what->text, touched);
}
