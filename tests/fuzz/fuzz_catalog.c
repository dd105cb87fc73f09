/* fuzz_catalog.c -- texts of catalogs: CREATE TABLE and CREATE INDEX of SQLite, and renaming in expressions. floor: reflect */
#include "reflect/sqlite_sql.h"
#include "reflect/sql_tokens.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    vm_init();
    return 0;
}

/* What is found is somewhere in the text, and another name takes nothing else away. */
static void check_renaming(SqlFlavor flavor, const Str *text, Str *column)
{
    Map names = {0};
    map_put(&names, column, str_from("\"a \"\"new\"\" name\""));
    Str *renamed = sql_rename_columns(flavor, text, &names);
    BUG_UNLESS(sql_mentions_column(flavor, text, column) || str_equal(renamed, text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (utf8_check((const char *)data, size) >= 0 || memchr(data, 0, size))
        return 0;
    Str *text = str_new((const char *)data, size);
    TableSql table = table_sql_parse(text);
    for (size_t i = 0; i < table.columns.length; i++)
        BUG_UNLESS(table_sql_find_column(&table, table.columns.at[i]->name));
    for (size_t i = 0; i < table.checks.length; i++)
        BUG_UNLESS(strstr(text->text, table.checks.at[i]->sqltext->text));
    index_sql_parse(text);
    check_renaming(SQL_OF_SQLITE, text, str_from("x"));
    check_renaming(SQL_OF_POSTGRES, text, str_from("x"));
    sqlite_is_membership(text, str_from("x"));
    return 0;
}
