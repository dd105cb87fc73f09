/* hint.c -- with_hint() and with_statement_hint(): PostgreSQL knows ONLY in front of a table,
 * SQLite none; without a dialect a hint is shown in brackets. */
#include "sql/expr_inside.h"

static bool is_meant(const Writer *w, const Hint *hint)
{
    return !hint->dialect || str_is(hint->dialect, "*") || str_is(hint->dialect, w->dialect->name);
}

static const Str *find_hint(const Writer *w, const HintVec *hints, const ClauseElement *from)
{
    const Str *found = NULL;
    for (size_t i = 0; i < hints->length; i++)
        if (hints->at[i].from == from && is_meant(w, &hints->at[i]))
            found = hints->at[i].text;
    return found;
}

void write_hinted(Writer *w, const HintVec *hints, ClauseElement *from,
                  void (*write)(Writer *w, ClauseElement *from))
{
    const Str *hint = find_hint(w, hints, from);
    if (hint && EXPR_FLAG(w, has_only)) {
        if (strcasecmp(hint->text, "ONLY") != 0)
            raise_compile(w, "Unrecognized hint: %s", value_repr(STR((Str *)hint))->text);
        write_text(w, "ONLY ");
    }
    write(w, from);
    if (hint && w->options.generic_style)
        write_format(w, " [%s]", hint->text);
}

void write_statement_hints(Writer *w, const HintVec *hints)
{
    for (size_t i = 0; i < hints->length; i++)
        if (!hints->at[i].from && is_meant(w, &hints->at[i]))
            write_format(w, " %s", hints->at[i].text->text);
}
