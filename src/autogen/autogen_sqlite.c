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

/* --- indexes ---------------------------------------------------------------------------------- */

static bool has_index(const IndexVec *list, const Str *name)
{
    for (size_t i = 0; i < list->length; i++)
        if (strings_equal(list->at[i]->name, name))
            return true;
    return false;
}

/* To Alembic an expression index of the model cannot be told from one that is missing. */
static void correct_keys(Comparison *c, KeySides *sides)
{
    if (!c->context->setup.compat)
        return;
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

static bool same_items(const Comparison *c, const Index *model, const ReflectedIndex *database)
{
    if (model->expressions.length != database->items.length)
        return false;
    for (size_t i = 0; i < database->items.length; i++)
        if (!canonical_text_equal(index_element_text(c->context->setup.dialect, model, i),
                                  database->items.at[i]))
            return false;
    return true;
}

/* The condition of a partial index; NULL: it is none. */
static Str *condition_of(const Comparison *c, const Index *model)
{
    Value where = dict_find_text(model->options, "sqlite_where");
    if (!is_set(where) || is_absent(where))
        return NULL;
    Str *text = value_find_str(where);
    return text ? text : sql_inline_text(c->context->setup.dialect, as(ClauseElement, where));
}

static Str *definition_text(const StrVec *items, const Str *where)
{
    Buf out = {0};
    for (size_t i = 0; i < items->length; i++)
        buf_format(&out, "%s%s", i ? ", " : "(", items->at[i]->text);
    buf_char(&out, ')');
    if (where)
        buf_format(&out, " WHERE %s", where->text);
    return buf_str(&out);
}

/* CREATE INDEX is kept as it was written: all of it is compared. */
static Judgement judge_index(Comparison *c, const Index *model, const Index *database)
{
    Judgement columns = judge_index_by_columns(c, model, database);
    const ReflectedIndex *reflected = reflected_index_find(c, database->name);
    bool plain = !index_has_expression(model) && !index_has_expression(database);
    bool decided = plain && columns.equality != EQUALITY_EQUAL;
    if (decided || c->context->setup.compat || !reflected || !reflected->items.length)
        return columns;
    Str *where = condition_of(c, model);
    if (!unique_difference(model, database) && same_items(c, model, reflected) &&
        canonical_text_equal(where, reflected->where))
        return (Judgement){0};
    StrVec items = {0};
    for (size_t i = 0; i < model->expressions.length; i++)
        vec_push(&items, index_element_text(c->context->setup.dialect, model, i));
    return (Judgement){EQUALITY_DIFFERENT,
                       str_format("%s to %s",
                                  definition_text(&reflected->items, reflected->where)->text,
                                  definition_text(&items, where)->text)};
}

const AutogenDialect autogen_sqlite = {
    .name = "sqlite",
    .flavor = SQL_OF_SQLITE,
    .default_collation = "BINARY",
    .keeps_texts = true,
    .synonyms = synonyms,
    .adjust_column = adjust_column,
    .default_differs = default_differs,
    .correct_keys = correct_keys,
    .judge_index = judge_index,
    .judge_unique = judge_unique_by_columns,
};
