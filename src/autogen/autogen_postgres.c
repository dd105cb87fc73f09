/* autogen_postgres.c -- what is special in comparing with PostgreSQL: SERIAL columns, defaults that the server
 * itself compares, index expressions as the server prints them. */
#include "autogen/inside.h"

#include <ctype.h>

static const char *const synonyms[][2] = {
    {"numeric", "decimal"}, {"float", "double precision"}, {NULL, NULL}};

/* --- SERIAL --------------------------------------------------------------------------------------------------- */

/* nextval('x'::regclass): where the name of the sequence lies; false for other texts. */
static bool find_nextval(const Str *text, size_t *start, size_t *end)
{
    static const char head[] = "nextval('", tail[] = "'::regclass)";
    const char *close = str_starts_with(text, head) ? strstr(text->text + sizeof head, tail) : NULL;
    if (!close)
        return false;
    *start = sizeof head - 1;
    *end = (size_t)(close - text->text);
    return true;
}

/* The sequence of a SERIAL column is part of its type. */
static void adjust_column(AutogenContext *context, Table *table, const ReflectedColumn *column,
                          ColumnDraft *draft)
{
    size_t start, end;
    const Str *text = value_find_str(draft->server_default);
    bool counts = type_is(draft->type, TYPE_INTEGER) || type_is(draft->type, TYPE_BIGINT);
    if (!text || !counts || !column->owned_sequence || !find_nextval(text, &start, &end))
        return;
    logging_emit("alembic.ddl.postgresql", LOGGING_INFO,
                 str_format("Detected sequence named '%s' as owned by integer column '%s(%s)', assuming "
                            "SERIAL and omitting",
                            column->owned_sequence->text, table_name(table)->text, column->name->text));
    draft->server_default = NONE;
}

/* --- defaults --------------------------------------------------------------------------------------------------- */

/* The model's default as an expression; a str is a literal, unless the column holds numbers. */
static Str *model_expression(const Comparison *c)
{
    const ServerDefault *given = c->model_column->server_default;
    Str *text = value_find_str(given->argument);
    if (!text)
        return sql_inline_text(c->context->setup.dialect, as(ClauseElement, given->argument));
    if (type_is(column_type(c->database_column), TYPE_Numeric))
        return text;
    size_t from = text->length && text->text[0] == '\'', to = text->length;
    if (to > from && text->text[to - 1] == '\'')
        to--;
    Str *inside = str_slice_bytes(text, from, to);
    if (!c->context->setup.compat) /* Alembic sends a quote inside as it is, which the server refuses */
        inside = str_replace(str_replace(inside, "''", "'"), "'", "''");
    return str_format("'%s'", inside->text);
}

typedef struct Question {
    Connection *db;
    Str *sql;
    bool equal;
} Question;

static void ask(void *arg)
{
    Question *q = arg;
    const Result *answer = db_execute(q->db, q->sql, NULL, NULL, 0);
    if (!answer->row_count)
        return;
    Cell cell = result_cell(answer, 0, 0);
    q->equal = cell.kind == CELL_BOOL && cell.boolean;
}

/* Values that cannot be compared are different; Alembic fails there. */
static bool ask_server(const Comparison *c, Question *q)
{
    if (c->context->setup.compat || !db_in_transaction(q->db)) {
        ask(q);
        return q->equal;
    }
    db_run(q->db, "SAVEPOINT retort_default");
    Err *err = protect(ask, q);
    if (err)
        db_run(q->db, "ROLLBACK TO SAVEPOINT retort_default");
    db_run(q->db, "RELEASE SAVEPOINT retort_default");
    return !err && q->equal;
}

static bool default_differs(Comparison *c, Str *database, Str *model)
{
    size_t start, end;
    if (c->model_column->primary_key && table_autoincrement_column(c->model) == c->model_column)
        return false;
    if (database && find_nextval(database, &start, &end))
        database = str_replace(database, "::regclass", "");
    if (strings_equal(database, model))
        return false;
    if (!database || !model)
        return true;
    Decision decision = expression_decision(c, EXPRESSION_DEFAULT, c->column_name, database);
    if (decision != DECISION_NONE)
        return decision == DECISION_DIFFERENT;
    Question q = {.db = c->context->setup.db,
                  .sql = str_format("SELECT %s = %s AS anon_1", database->text, model_expression(c)->text)};
    return !ask_server(c, &q);
}

/* --- indexes ------------------------------------------------------------------------------------------------------ */

static Str *without(const Str *text, size_t from, size_t to)
{
    return str_format("%.*s%s", (int)from, text->text, text->text + to);
}

static Str *strip_parentheses(Str *text)
{
    while (text->length > 1 && text->text[0] == '(' && text->text[text->length - 1] == ')')
        text = str_slice_bytes(text, 1, text->length - 1);
    return text;
}

static bool is_type_byte(unsigned char c)
{
    return isalnum(c) || c == '_' || c >= 0x80;
}

/* "::character varying" goes: letters and blanks up to the last letter. */
static Str *strip_casts(const Str *text)
{
    Buf out = {0};
    for (const char *p = text->text; *p;) {
        size_t length = 0, last = 0;
        if (p[0] == ':' && p[1] == ':')
            for (length = 2; is_type_byte((unsigned char)p[length]) || p[length] == ' '; length++)
                last = p[length] == ' ' ? last : length + 1;
        if (last > 3) {
            p += last;
            continue;
        }
        buf_char(&out, *p++);
    }
    return buf_str(&out);
}

/* What the server does not print because it is the default. `keep`: bytes in front that stay; `tail`: behind. */
static const struct {
    const char *ending, *removed, *not_after;
} default_modifiers[] = {
    {" asc nulls last", " asc nulls last", NULL},
    {" nulls last", " nulls last", " desc"},
    {" asc", " asc", NULL},
    {" asc nulls first", " asc", NULL},
    {" desc nulls first", " nulls first", NULL},
};

static Str *strip_modifier(Str *text)
{
    for (size_t i = 0; i < COUNT_OF(default_modifiers); i++) {
        const char *ending = default_modifiers[i].ending, *removed = default_modifiers[i].removed;
        if (!str_ends_with(text, ending))
            continue;
        size_t at = text->length - strlen(ending);
        const char *not_after = default_modifiers[i].not_after;
        if (not_after && str_ends_with(str_slice_bytes(text, 0, at), not_after))
            continue;
        size_t from = at + (size_t)(strstr(ending, removed) - ending);
        return without(text, from, from + strlen(removed));
    }
    return text;
}

static size_t blanks_at(const char *p)
{
    return strspn(p, " \t\r\n\f\v");
}

/* cast(x as type) at the start leaves x. */
static Str *strip_cast_calls(Str *text)
{
    if (strncmp(text->text, "cast", 4) != 0 || text->text[4 + blanks_at(text->text + 4)] != '(')
        return text;
    Buf inner = {0}, out = {0};
    for (const char *p = text->text; *p;) {
        size_t blanks = strncmp(p, "cast", 4) == 0 ? blanks_at(p + 4) : 0;
        if (strncmp(p, "cast", 4) == 0 && p[4 + blanks] == '(')
            p += 5 + blanks;
        else
            buf_char(&inner, *p++);
    }
    for (const char *p = buf_str(&inner)->text; *p;) {
        const char *close = strncmp(p, "as", 2) == 0 && blanks_at(p + 2) ? strchr(p + 2, ')') : NULL;
        if (close)
            p = close + 1;
        else
            buf_char(&out, *p++);
    }
    return buf_str(&out);
}

/* An element of an index as it is compared: no quotes, casts, blanks or default modifiers. */
static Str *clean_element(const Index *index, Str *text)
{
    text = value_str(call_method(STR(text), "lower", 0, NULL));
    text = str_replace(str_replace(text, "\"", ""), "'", "");
    if (index->table) {
        Str *owner = value_str(call_method(STR(table_name(index->table)), "lower", 0, NULL));
        text = str_replace(text, str_format("%s.", owner->text)->text, "");
    }
    text = strip_parentheses(strip_casts(text));
    text = strip_parentheses(strip_modifier(text));
    return str_replace(strip_cast_calls(text), " ", "");
}

/* "lower(x) text_pattern_ops": an operator class inside of an expression. */
static bool has_operator_class(const Str *text)
{
    Str *trimmed = str_trim((Str *)(uintptr_t)text);
    return str_ends_with(trimmed, "_ops") && strpbrk(text->text, " )");
}

static void warn_operator_class(size_t place, const Str *text, const Index *database)
{
    diag_warning((Pos){0},
                 "Expression #%zu %s in index %s detected to include an operator clause. Expression compare "
                 "cannot proceed. Please move the operator clause to the ``postgresql_ops`` dict to enable "
                 "proper compare of the index expressions: "
                 "https://docs.sqlalchemy.org/en/latest/dialects/postgresql.html#operator-classes",
                 place, name_repr(text), name_repr(database->name));
}

static void add_reason(Buf *reasons, const char *format, ...)
{
    va_list args;
    if (reasons->length)
        buf_text(reasons, ", ");
    va_start(args, format);
    buf_format_list(reasons, format, args);
    va_end(args);
}

static bool is_distinct(const Dict *options)
{
    Value v = options ? dict_find_text(options, "postgresql_nulls_not_distinct") : UNSET;
    return is_set(v) && value_truth(v);
}

static const char *distinct_text(bool distinct)
{
    return distinct ? "('nulls_not_distinct',)" : "()";
}

static void judge_element(const Comparison *c, const Index *model, const Index *database, size_t i,
                          Buf *different, Buf *skipped)
{
    const Dialect *dialect = c->context->setup.dialect;
    Str *to = index_element_text(dialect, model, i), *from = index_element_text(dialect, database, i);
    if (str_equal(clean_element(model, to), clean_element(model, from)))
        return;
    if (!has_operator_class(to)) {
        add_reason(different, "expression #%zu %s to %s", i + 1, name_repr(from), name_repr(to));
        return;
    }
    add_reason(skipped, "expression #%zu %s detected as including operator clause.", i + 1, name_repr(to));
    warn_operator_class(i + 1, to, database);
}

/* The whole definition as the server prints it: method, operator classes, INCLUDE, WHERE, storage options too. */
static Judgement judge_definition(Comparison *c, const Index *database, bool *decided)
{
    const ReflectedIndex *reflected = reflected_index_find(c, database->name);
    Str *printed = reflected ? reflected->definition : NULL;
    Decision decision = expression_decision(c, EXPRESSION_INDEX, database->name, printed);
    *decided = decision != DECISION_NONE;
    if (decision != DECISION_DIFFERENT)
        return (Judgement){0};
    Str *wanted = expression_printed(c, EXPRESSION_INDEX, database->name);
    return (Judgement){EQUALITY_DIFFERENT, str_format("%s to %s", printed->text, wanted->text)};
}

static Judgement judge_index(Comparison *c, const Index *model, const Index *database)
{
    Buf different = {0}, skipped = {0};
    const Str *unique = unique_difference(model, database);
    if (unique)
        add_reason(&different, "%s", unique->text);
    bool decided = false;
    Judgement whole = different.length ? (Judgement){0} : judge_definition(c, database, &decided);
    if (decided && whole.equality == EQUALITY_DIFFERENT)
        return whole;
    if (model->expressions.length != database->expressions.length)
        add_reason(&different, "expression number %zu to %zu", database->expressions.length,
                   model->expressions.length);
    if (different.length)
        return (Judgement){EQUALITY_DIFFERENT, buf_str(&different)};
    for (size_t i = 0; i < model->expressions.length; i++)
        judge_element(c, model, database, i, &different, &skipped);
    bool from = is_distinct(database->options), to = is_distinct(model->options);
    if (from != to)
        add_reason(&different, "options %s to %s", distinct_text(from), distinct_text(to));
    if (different.length)
        return (Judgement){EQUALITY_DIFFERENT, buf_str(&different)};
    if (skipped.length)
        return (Judgement){EQUALITY_SKIP, buf_str(&skipped)};
    return (Judgement){0};
}

/* "(a, b) DEFERRABLE INITIALLY DEFERRED": what Alembic does not compare. */
static Str *behind_columns(const Constraint *unique)
{
    Value include = dict_find_text(unique->options, "postgresql_include");
    bool deferred = unique->initially && strcasecmp(unique->initially->text, "DEFERRED") == 0;
    bool deferrable = deferred || unique->deferrable == TRI_TRUE;
    Buf out = {0};
    if (is_set(include) && !is_absent(include) && value_truth(include))
        buf_format(&out, "INCLUDE %s ", value_repr(OBJ(list_from(include)))->text);
    buf_format(&out, "%s%s", deferrable ? "DEFERRABLE" : "", deferred ? " INITIALLY DEFERRED" : "");
    return buf_str(&out);
}

static Judgement judge_unique(Comparison *c, const Constraint *model, const Constraint *database)
{
    Judgement columns = judge_unique_by_columns(c, model, database);
    bool from = is_distinct(database->options), to = is_distinct(model->options);
    if (columns.equality != EQUALITY_EQUAL)
        return columns;
    if (from != to)
        return (Judgement){EQUALITY_DIFFERENT, str_format("expression %s to %s",
                                                          distinct_text(from), distinct_text(to))};
    Str *before = behind_columns(database), *behind = behind_columns(model);
    if (c->context->setup.compat || str_equal(before, behind))
        return columns;
    return (Judgement){EQUALITY_DIFFERENT,
                       str_format("%s to %s", name_repr(before), name_repr(behind))};
}

const AutogenDialect autogen_postgres = {
    .name = "postgresql",
    .flavor = SQL_OF_POSTGRES,
    .renames_constraints = true,
    .has_exclusions = true,
    .has_storage = true,
    .default_collation = "default",
    .has_casts = true,
    .sees_generated = true,
    .pins_sources = true,
    .prints_types = true,
    .synonyms = synonyms,
    .adjust_column = adjust_column,
    .default_differs = default_differs,
    .judge_index = judge_index,
    .judge_unique = judge_unique,
};
