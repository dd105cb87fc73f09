/* ddl_column.c -- one column as CREATE TABLE and ADD COLUMN write it: type, default, identity, computed. */
#include "sql/inside.h"

void write_column(Writer *w, Column *column)
{
    DIALECT_HOOK(w, column)(w, column);
}

/* A str is written as a literal, an element as it is. */
void write_column_default(Writer *w, Value argument)
{
    if (is_str(argument))
        write_literal(w, argument, type_new(TYPE_String));
    else
        write_inline(w, get_as(ClauseElement, argument, "server_default"));
}

void write_computed_generic(Writer *w, const Computed *computed)
{
    write_text(w, "GENERATED ALWAYS AS (");
    write_inline(w, computed->sqltext);
    write_text(w, ")");
    if (computed->persisted != TRI_UNSET)
        write_text(w, computed->persisted == TRI_TRUE ? " STORED" : " VIRTUAL");
}

static void write_option(Writer *w, size_t start, const char *words, Value v)
{
    if (!is_set(v))
        return;
    if (w->out.length > start)
        write_text(w, " ");
    write_format(w, "%s ", words);
    write_number_word(w, v);
}

static void write_switch(Writer *w, size_t start, const char *words, bool is_given)
{
    if (is_given)
        write_format(w, "%s%s", w->out.length > start ? " " : "", words);
}

void write_sequence_options(Writer *w, const SequenceOptions *options)
{
    size_t start = w->out.length;
    write_option(w, start, "INCREMENT BY", options->increment);
    write_option(w, start, "START WITH", options->start);
    write_option(w, start, "MINVALUE", options->minvalue);
    write_option(w, start, "MAXVALUE", options->maxvalue);
    write_switch(w, start, "NO MINVALUE", options->nominvalue != TRI_UNSET);
    write_switch(w, start, "NO MAXVALUE", options->nomaxvalue != TRI_UNSET);
    write_option(w, start, "CACHE", options->cache);
    write_switch(w, start, "CYCLE", options->cycle == TRI_TRUE);
    write_switch(w, start, "NO CYCLE", options->cycle == TRI_FALSE);
}

void write_identity(Writer *w, const Identity *identity)
{
    write_format(w, "GENERATED %s AS IDENTITY", identity->always ? "ALWAYS" : "BY DEFAULT");
    Writer part = writer_for(w->dialect, &w->options);
    write_sequence_options(&part, &identity->options);
    if (part.out.length)
        write_format(w, " (%s)", part.out.data);
}

void write_column_generic(Writer *w, Column *column)
{
    bool identity = column->identity && dialect_has(w->dialect, FEATURE_IDENTITY);
    write_name(w, column_name(column), column->clause.quote);
    write_text(w, " ");
    write_type(w, column_type(column));
    if (column->server_default && is_set(column->server_default->argument)) {
        write_text(w, " DEFAULT ");
        write_column_default(w, column->server_default->argument);
    }
    if (column->computed) {
        write_text(w, " ");
        DIALECT_HOOK(w, computed)(w, column->computed);
    }
    if (identity) {
        write_text(w, " ");
        write_identity(w, column->identity);
    }
    if (!column->nullable && !identity)
        write_text(w, " NOT NULL");
}
