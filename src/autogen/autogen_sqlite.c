/* autogen_sqlite.c -- what is special in comparing with SQLite: defaults come back as they were written, and
 * indexes over expressions are not told of. */
#include "autogen/inside.h"

static const char *const synonyms[][2] = {{"numeric", "decimal"}, {NULL, NULL}};

/* DEFAULT (expression): the catalog leaves the parentheses out. */
static void adjust_column(AutogenContext *context, Table *table, const ReflectedColumn *column,
                          ColumnDraft *draft)
{
    Str *text = value_find_str(draft->server_default);
    if (text && reflected_default_needs_parentheses(text))
        draft->server_default = STR(str_format("(%s)", text->text));
}

static Str *inside_of(Str *text, size_t open, size_t close)
{
    return str_slice_bytes(text, open, text->length - close);
}

/* Outer parentheses, then outer quotes, go. */
static Str *bare(Str *text)
{
    if (!text)
        return NULL;
    size_t n = text->length;
    if (n > 2 && text->text[0] == '(' && text->text[n - 1] == ')')
        text = inside_of(text, 1, 1);
    n = text->length;
    size_t open = n && text->text[0] == '"' ? 1 : 0;
    size_t close = n > 1 && text->text[n - 1] == '"' ? 1 : 0;
    if (n < open + close + 3 || text->text[open] != '\'' || text->text[n - close - 1] != '\'')
        return text;
    return inside_of(text, open + 1, close + 1);
}

/* A str of the model is a value, which stands quoted in the database; Alembic compares it as it is. */
static bool is_same_literal(const Comparison *c, const Str *database)
{
    const ServerDefault *given = c->model_column->server_default;
    if (c->context->setup.compat || !database || !given || !is_str(given->argument))
        return false;
    Str *literal = sql_literal_text(&sqlite_dialect, given->argument, type_new(TYPE_String));
    return str_equal(database, literal) || str_equal(database, str_format("(%s)", literal->text));
}

static bool default_differs(Comparison *c, Str *database, Str *model)
{
    return !is_same_literal(c, database) && !strings_equal(bare(database), bare(model));
}

static bool has_index(const IndexVec *list, const Str *name)
{
    for (size_t i = 0; i < list->length; i++)
        if (strings_equal(list->at[i]->name, name))
            return true;
    return false;
}

/* An expression index of the model cannot be told from one that is missing. */
static void correct_keys(Comparison *c, KeySides *sides)
{
    for (size_t i = 0; i < sides->model_indexes.length;) {
        const Index *index = sides->model_indexes.at[i];
        if (has_index(&sides->database_indexes, index->name) || !index_has_expression(index)) {
            i++;
            continue;
        }
        diag_warning((Pos){0},
                     "autogenerate skipping metadata-specified expression-based index %s; dialect 'sqlite' "
                     "can't reflect these indexes so they can't be compared",
                     name_repr(index->name));
        vec_remove(&sides->model_indexes, i);
    }
}

const AutogenDialect autogen_sqlite = {
    .name = "sqlite",
    .synonyms = synonyms,
    .adjust_column = adjust_column,
    .default_differs = default_differs,
    .correct_keys = correct_keys,
    .judge_index = judge_index_by_columns,
    .judge_unique = judge_unique_by_columns,
};
