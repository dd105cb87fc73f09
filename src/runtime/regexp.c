/* regexp.c -- `x REGEXP y` on SQLite, which has the operator but no function for it: re.search, as
 * the Python driver of the reference registers it. */
#include "runtime/engine.h"

typedef struct Search {
    Str *pattern, *text;
    bool found;
} Search;

static void search(void *data)
{
    Search *s = data;
    Value arguments[] = {STR(s->pattern), STR(s->text)};
    Value match = call(module_find(import_module(intern("re")), "search"), 2, arguments);
    s->found = !is_none(match);
}

/* Called out of the library, where nothing may be raised. */
static bool regexp_search(Str *pattern, Str *text, bool *found)
{
    Search s = {pattern, text, false};
    Err *failed = protect(search, &s);
    *found = s.found;
    return !failed;
}

void connection_define_regexp(Connection *db)
{
    db_define_regexp(db, regexp_search);
}
