/* compare_storage.c -- where PostgreSQL keeps tables and indexes, and whether it logs their changes: the tablespace where the
 * model names one, since the people who run the database set it, too; and UNLOGGED. Alembic compares neither. */
#include "autogen/inside.h"

static void log_storage(const Comparison *c, const char *what)
{
    log_found("tables", "Detected changed %s of table %s", what,
              name_repr(qualified_name(c->schema, c->table_name)));
}

static Str *table_text(const Comparison *c)
{
    return sql_qualified_text(&postgres_dialect, c->schema, c->table_name);
}

/* --- tablespace ---------------------------------------------------------------------------- */

static Str *tablespace_of(const Dict *options)
{
    Value v = options ? dict_find_text(options, "postgresql_tablespace") : UNSET;
    return is_set(v) ? value_find_str(v) : NULL;
}

/* NULL = the one of the database, which has a name as well. */
static void move(Comparison *c, const char *what, const Str *object, const Str *from, const Str *to)
{
    static const char format[] = "ALTER %s %s SET TABLESPACE %s";
    OpContainer *container = undoable(c->upgrade), undo = undo_of(container);
    const Str *back = from ? from : str_from("pg_default");
    add_execute(container, str_format(format, what, object->text,
                                      sql_name_text(&postgres_dialect, to, TRI_UNSET)->text));
    add_execute(&undo, str_format(format, what, object->text,
                                  sql_name_text(&postgres_dialect, back, TRI_UNSET)->text));
    log_storage(c, "tablespace");
}

static bool moves(const Str *from, const Str *to)
{
    return to && !(from ? str_equal(from, to) : str_is(to, "pg_default"));
}

static void compare_tablespaces(Comparison *c)
{
    const Str *wanted = tablespace_of(c->model->options);
    if (moves(c->reflected->tablespace, wanted))
        move(c, "TABLE", table_text(c), c->reflected->tablespace, wanted);
    for (size_t i = 0; i < c->model->indexes.length; i++) {
        const Index *index = c->model->indexes.at[i];
        Str *name = index_final_name(index, c->context->setup.dialect->identifier_limit);
        const ReflectedIndex *there = name ? reflected_index_find(c, name) : NULL;
        wanted = tablespace_of(index->options);
        if (there && moves(there->tablespace, wanted))
            move(c, "INDEX", sql_qualified_text(&postgres_dialect, c->schema, name),
                 there->tablespace, wanted);
    }
}

/* --- UNLOGGED ------------------------------------------------------------------------------ */

static bool is_unlogged(const Table *table)
{
    for (size_t i = 0; i < table->prefixes.length; i++)
        if (strcasecmp(table->prefixes.at[i]->text, "UNLOGGED") == 0)
            return true;
    return false;
}

static void compare_logging(Comparison *c)
{
    static const char *const words[] = {"LOGGED", "UNLOGGED"};
    bool wanted = is_unlogged(c->model), present = c->reflected->is_unlogged;
    if (wanted == present)
        return;
    OpContainer *container = undoable(c->upgrade), undo = undo_of(container);
    add_execute(container, str_format("ALTER TABLE %s SET %s", table_text(c)->text, words[wanted]));
    add_execute(&undo, str_format("ALTER TABLE %s SET %s", table_text(c)->text, words[present]));
    log_storage(c, "logging");
}

Verdict compare_storage(Comparison *c)
{
    if (!c->database || !c->model || !c->context->comparing->has_storage)
        return VERDICT_CONTINUE;
    compare_logging(c);
    compare_tablespaces(c);
    return VERDICT_CONTINUE;
}
