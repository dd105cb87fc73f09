/* dialect.c -- which table of comparing functions belongs to a dialect, and the one for those without their
 * own. */
#include "autogen/inside.h"

static const char *const synonyms[][2] = {{"numeric", "decimal"}, {NULL, NULL}};

static bool default_differs(Comparison *c, Str *database, Str *model)
{
    return !strings_equal(database, model);
}

const AutogenDialect autogen_generic = {
    .name = "default",
    .synonyms = synonyms,
    .default_differs = default_differs,
    .judge_index = judge_index_by_columns,
    .judge_unique = judge_unique_by_columns,
};

const AutogenDialect *autogen_dialect_find(const Dialect *dialect)
{
    static const AutogenDialect *const all[] = {&autogen_postgres, &autogen_sqlite};
    for (size_t i = 0; dialect && i < COUNT_OF(all); i++)
        if (strcmp(all[i]->name, dialect->name) == 0)
            return all[i];
    return &autogen_generic;
}
