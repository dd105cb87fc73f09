/* hint.c -- with_hint() and with_statement_hint(): PostgreSQL knows ONLY in front of a table,
 * SQLite none; without a dialect a hint is shown in brackets. */
#include "sql/expr_inside.h"

static bool is_meant(const Writer *w, const Hint *hint)
{
    return !hint->dialect || str_is(hint->dialect, "*") || str_is(hint->dialect, w->dialect->name);
}

/* select().with_hint(t, "INDEX(%(name)s i)"): the name as it stands in the statement. */
static Str *named_hint(Writer *w, const Hint *hint, WriteFrom write)
{
    size_t start = w->out.length;
    Str *alias = hint->from->kind == EXPR_TABLE ? NULL : alias_written_name(w, hint->from);
    if (alias)
        write_name(w, alias, TRI_UNSET);
    else
        write(w, hint->from);
    Dict *names = dict_new();
    dict_set_text(names, "name", STR(str_new(w->out.data + start, w->out.length - start)));
    buf_truncate(&w->out, start);
    return value_str(value_operate(OPERATOR_MOD, STR(hint->text), OBJ(names)));
}

static const Hint *find_hint(const Writer *w, const HintVec *hints, const ClauseElement *from)
{
    const Hint *found = NULL;
    for (size_t i = 0; i < hints->length; i++)
        if (hints->at[i].from == from && is_meant(w, &hints->at[i]))
            found = &hints->at[i];
    return found;
}

static void write_with_hint(Writer *w, Str *hint, ClauseElement *from, WriteFrom write)
{
    if (hint && EXPR_FLAG(w, has_only)) {
        if (strcasecmp(hint->text, "ONLY") != 0)
            raise_compile(w, "Unrecognized hint: %s", value_repr(STR(hint))->text);
        write_text(w, "ONLY ");
    }
    write(w, from);
    if (hint && w->options.generic_style)
        write_format(w, " [%s]", hint->text);
}

void write_hinted_from(Writer *w, const HintVec *hints, ClauseElement *from, WriteFrom write)
{
    const Hint *hint = find_hint(w, hints, from);
    write_with_hint(w, hint ? named_hint(w, hint, write) : NULL, from, write);
}

void write_hinted_target(Writer *w, const HintVec *hints, ClauseElement *table, WriteFrom write)
{
    const Hint *hint = find_hint(w, hints, table);
    write_with_hint(w, hint ? hint->text : NULL, table, write);
}

void write_statement_hints(Writer *w, const HintVec *hints)
{
    for (size_t i = 0; i < hints->length; i++)
        if (!hints->at[i].from && is_meant(w, &hints->at[i]))
            write_format(w, " %s", hints->at[i].text->text);
}
