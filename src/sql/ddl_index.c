/* ddl_index.c -- CREATE INDEX and DROP INDEX, the parts that dialects share. */
#include "sql/inside.h"

void write_index_name(Writer *w, const Index *index, bool with_schema)
{
    Str *name = index_final_name(index, w->dialect->identifier_limit);
    const TableClause *table = index->table ? &index->table->clause : NULL;
    if (with_schema && table && table->schema)
        write_qualified(w, table->schema, table->quote_schema, name, index->quote);
    else
        write_name(w, name, index->quote);
}

static void require_table(Writer *w, const Index *index)
{
    if (!index->table)
        raise_compile(w, "Index '%s' is not associated with any table.",
                      index->name ? index->name->text : "None");
    if (!index->name)
        raise_compile(w, "CREATE INDEX requires that the index have a name");
}

void write_create_index_start(Writer *w, const Ddl *ddl, const char *concurrently)
{
    const Index *index = (const Index *)ddl->subject;
    require_table(w, index);
    write_format(w, "CREATE %sINDEX %s%s", index->unique ? "UNIQUE " : "", concurrently,
                 ddl->if_not_exists ? "IF NOT EXISTS " : "");
}

void write_create_index_generic(Writer *w, Ddl *ddl)
{
    const Index *index = (const Index *)ddl->subject;
    write_create_index_start(w, ddl, "");
    write_index_name(w, index, false);
    write_text(w, " ON ");
    write_table_name(w, index->table);
    write_text(w, " (");
    write_index_expressions(w, index);
    write_text(w, ")");
}

void write_index_expressions(Writer *w, const Index *index)
{
    for (size_t i = 0; i < index->expressions.length; i++) {
        write_text(w, i ? ", " : "");
        write_inline(w, index->expressions.at[i]);
    }
}

void write_drop_index_start(Writer *w, const Ddl *ddl, const char *concurrently)
{
    const Index *index = (const Index *)ddl->subject;
    if (!index->name)
        raise_compile(w, "DROP INDEX requires that the index have a name");
    write_format(w, "\nDROP INDEX %s%s", concurrently, ddl->if_exists ? "IF EXISTS " : "");
    write_index_name(w, index, true);
}

void write_drop_index_generic(Writer *w, Ddl *ddl)
{
    write_drop_index_start(w, ddl, "");
}
