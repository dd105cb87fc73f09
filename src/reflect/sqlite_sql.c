/* sqlite_sql.c -- reads CREATE TABLE and CREATE INDEX as SQLite keeps them. Not a parser of SQL: the
 * statement is known to be valid, so it looks for the words that begin constraints and steps over
 * everything else, quotes, comments and parentheses included. */
#include "reflect/sqlite_sql.h"
#include "reflect/sql_tokens.h"

/* What is being read: the next token, the column it belongs to, the name given by CONSTRAINT. */
typedef struct Reader {
    SqlTokens tokens;
    size_t at, end;
    TableSql *out;
    ColumnSql *column; /* NULL behind the last column definition */
    Str *name;
    VEC(ReflectedKey *) inline_uniques;
} Reader;

/* --- small steps ------------------------------------------------------------------------------ */

static bool is_word(const Reader *r, size_t offset, const char *word)
{
    return r->at + offset < r->end && sql_token_is_word(&r->tokens, r->at + offset, word);
}

static bool is_open(const Reader *r, size_t offset)
{
    return r->at + offset < r->end && sql_token_is(&r->tokens, r->at + offset, TOKEN_OPEN);
}

static bool is_identifier(const Reader *r, size_t offset)
{
    return r->at + offset < r->end && sql_token_is_identifier(&r->tokens, r->at + offset);
}

/* Takes the words if they are next. */
static bool take(Reader *r, const char *first, const char *second)
{
    if (!is_word(r, 0, first) || (second && !is_word(r, 1, second)))
        return false;
    r->at += second ? 2 : 1;
    return true;
}

/* The identifier that is next, or NULL. */
static Str *take_identifier(Reader *r)
{
    return is_identifier(r, 0) ? r->tokens.list.at[r->at++].text : NULL;
}

/* The word that is next in upper case, or NULL. */
static Str *take_word(Reader *r)
{
    if (r->at >= r->end || !sql_token_is(&r->tokens, r->at, TOKEN_WORD))
        return NULL;
    return str_upper_ascii(r->tokens.list.at[r->at++].text);
}

/* What stands in the parenthesis that is next, and over it; NULL when there is none. */
static Str *take_parenthesis(Reader *r)
{
    if (!is_open(r, 0))
        return NULL;
    size_t close = sql_token_closing(&r->tokens, r->at);
    Str *text = sql_token_text(&r->tokens, r->at + 1, close);
    r->at = close + 1;
    return text;
}

/* The names in the parenthesis that is next: the first token of each item. */
static StrVec take_names(Reader *r)
{
    StrVec names = {0};
    if (!is_open(r, 0))
        return names;
    size_t open = r->at, close = sql_token_closing(&r->tokens, open);
    for (size_t i = open + 1; i < close; i++)
        if (sql_token_is_identifier(&r->tokens, i) &&
            (i == open + 1 || sql_token_is(&r->tokens, i - 1, TOKEN_COMMA)))
            vec_push(&names, r->tokens.list.at[i].text);
    r->at = close + 1;
    return names;
}

/* COLLATE x, ASC, DESC, AUTOINCREMENT: what stands behind token i in a key's parenthesis. */
static KeyPart part_behind(Reader *r, size_t i, size_t close)
{
    KeyPart part = {0};
    for (i++; i < close && !sql_token_is(&r->tokens, i, TOKEN_COMMA); i++) {
        if (sql_token_is_word(&r->tokens, i, "COLLATE") && i + 1 < close)
            part.collation = r->tokens.list.at[++i].text;
        part.is_descending |= sql_token_is_word(&r->tokens, i, "DESC");
        r->out->autoincrement |= sql_token_is_word(&r->tokens, i, "AUTOINCREMENT");
    }
    return part;
}

/* The columns of PRIMARY KEY (...) and UNIQUE (...). */
static void take_key_columns(Reader *r, ReflectedKey *key)
{
    size_t open = r->at, close = is_open(r, 0) ? sql_token_closing(&r->tokens, open) : open;
    KeyPartVec parts = {0};
    bool matter = false;
    for (size_t i = open + 1; i < close; i++) {
        if (!sql_token_is_identifier(&r->tokens, i) ||
            (i > open + 1 && !sql_token_is(&r->tokens, i - 1, TOKEN_COMMA)))
            continue;
        KeyPart part = part_behind(r, i, close);
        vec_push(&parts, part);
        matter |= part.collation || part.is_descending;
    }
    key->columns = take_names(r);
    if (matter)
        key->parts = parts;
}

/* The name CONSTRAINT gave, once. */
static Str *take_name(Reader *r)
{
    Str *name = r->name;
    r->name = NULL;
    return name;
}

/* ON CONFLICT x */
static Str *take_conflict(Reader *r)
{
    return take(r, "ON", "CONFLICT") ? take_word(r) : NULL;
}

/* --- constraints ------------------------------------------------------------------------------ */

/* SET NULL, CASCADE ...; NULL for NO ACTION. */
static Str *take_action(Reader *r)
{
    Str *first = take_word(r);
    bool two = first && (str_is(first, "SET") || str_is(first, "NO"));
    Str *second = two ? take_word(r) : NULL;
    if (second)
        first = str_format("%s %s", first->text, second->text);
    return first && str_is(first, "NO ACTION") ? NULL : first;
}

/* What follows REFERENCES t (...). */
static void read_options(Reader *r, ReflectedForeignKey *key)
{
    for (;;) {
        if (take(r, "ON", "DELETE"))
            key->ondelete = take_action(r);
        else if (take(r, "ON", "UPDATE"))
            key->onupdate = take_action(r);
        else if (take(r, "MATCH", NULL))
            key->match = take_word(r);
        else if (take(r, "NOT", "DEFERRABLE"))
            key->deferrable = TRI_FALSE;
        else if (take(r, "DEFERRABLE", NULL))
            key->deferrable = TRI_TRUE;
        else if (take(r, "INITIALLY", NULL))
            key->initially = take_word(r);
        else
            return;
    }
}

/* REFERENCES t (x, y) ...; false when that is not next. */
static bool read_references(Reader *r, ReflectedForeignKey *key)
{
    if (!take(r, "REFERENCES", NULL) || !(key->referred_table = take_identifier(r)))
        return false;
    key->referred_columns = take_names(r);
    read_options(r, key);
    return true;
}

static void read_foreign_key(Reader *r)
{
    ReflectedForeignKey *key = new (ReflectedForeignKey);
    r->at += 2;
    key->name = take_name(r);
    key->columns = take_names(r);
    if (read_references(r, key))
        vec_push(&r->out->foreign_keys, key);
}

static void read_inline_key(Reader *r)
{
    ReflectedForeignKey *key = new (ReflectedForeignKey);
    key->name = take_name(r);
    vec_push(&key->columns, r->column->name);
    if (read_references(r, key))
        vec_push(&r->out->inline_keys, key);
    else
        r->at++;
}

static void read_unique(Reader *r)
{
    ReflectedKey *key = new (ReflectedKey);
    r->at++;
    key->name = take_name(r);
    if (is_open(r, 0)) {
        take_key_columns(r, key);
        vec_push(&r->out->uniques, key);
    } else if (r->column) {
        vec_push(&key->columns, r->column->name);
        vec_push(&r->inline_uniques, key);
    }
    key->on_conflict = take_conflict(r);
}

/* PRIMARY KEY (...) or behind a column: PRIMARY KEY [ASC | DESC] [conflict] [AUTOINCREMENT]. */
static void read_primary_key(Reader *r)
{
    ReflectedKey *key = new (ReflectedKey);
    r->at += 2;
    key->name = take_name(r);
    if (r->out->primary_key)
        return;
    r->out->primary_key = key;
    key->is_inline = !is_open(r, 0);
    take_key_columns(r, key);
    if (!take(r, "ASC", NULL) && take(r, "DESC", NULL))
        vec_push(&key->parts, ((KeyPart){.is_descending = true}));
    key->on_conflict = take_conflict(r);
    if (r->column)
        r->column->key_conflict = key->on_conflict;
    r->out->autoincrement |= take(r, "AUTOINCREMENT", NULL);
}

static void read_check(Reader *r)
{
    ReflectedCheck *check = new (ReflectedCheck);
    r->at++;
    check->name = take_name(r);
    check->sqltext = take_parenthesis(r);
    if (check->sqltext)
        vec_push(&r->out->checks, check);
    take_conflict(r);
}

/* --- columns ---------------------------------------------------------------------------------- */

static void read_name(Reader *r)
{
    r->at++;
    r->name = take_identifier(r);
}

static void read_not_null(Reader *r)
{
    r->at += 2;
    r->name = NULL;
    Str *conflict = take_conflict(r);
    if (r->column)
        r->column->not_null_conflict = conflict;
}

static void read_collation(Reader *r)
{
    r->at++;
    r->name = NULL;
    Str *collation = take_identifier(r);
    if (r->column)
        r->column->collation = collation;
}

static void read_generated(Reader *r)
{
    r->at++;
    r->name = NULL;
    Str *text = take_parenthesis(r);
    if (r->column && text)
        r->column->generated = text;
}

/* The value may be an expression, a word, or a number with its sign; none of them is a constraint. */
static void read_default(Reader *r)
{
    r->at++;
    r->name = NULL;
    if (!take_parenthesis(r))
        r->at += sql_token_is(&r->tokens, r->at, TOKEN_OTHER) ? 2 : 1;
}

/* What begins a constraint; second NULL: the word alone. `needs_column`: only behind a column. */
static const struct {
    const char *first, *second;
    bool needs_column;
    void (*read)(Reader *r);
} clauses[] = {
    {"CONSTRAINT", NULL, false, read_name},     {"PRIMARY", "KEY", false, read_primary_key},
    {"FOREIGN", "KEY", false, read_foreign_key}, {"UNIQUE", NULL, false, read_unique},
    {"CHECK", NULL, false, read_check},         {"NOT", "NULL", true, read_not_null},
    {"COLLATE", NULL, true, read_collation},    {"REFERENCES", NULL, true, read_inline_key},
    {"AS", NULL, true, read_generated},         {"DEFAULT", NULL, true, read_default},
};

static bool read_clause(Reader *r)
{
    for (size_t i = 0; i < COUNT_OF(clauses); i++) {
        if (!is_word(r, 0, clauses[i].first) || (clauses[i].needs_column && !r->column) ||
            (clauses[i].second && !is_word(r, 1, clauses[i].second)))
            continue;
        clauses[i].read(r);
        return true;
    }
    return false;
}

static bool starts_constraint(const Reader *r)
{
    static const char *const words[] = {"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (is_word(r, 0, words[i]))
            return true;
    return false;
}

/* The first token of a definition: a column's name, or the word of a table constraint. */
static void start_definition(Reader *r)
{
    r->column = NULL;
    r->name = NULL;
    if (starts_constraint(r) || !is_identifier(r, 0))
        return;
    r->column = new (ColumnSql);
    r->column->name = take_identifier(r);
    vec_push(&r->out->columns, r->column);
}

static void read_definitions(Reader *r)
{
    start_definition(r);
    while (r->at < r->end) {
        if (sql_token_is(&r->tokens, r->at, TOKEN_COMMA)) {
            r->at++;
            start_definition(r);
        } else if (is_open(r, 0)) {
            r->at = sql_token_closing(&r->tokens, r->at) + 1;
        } else if (!read_clause(r)) {
            r->at++;
        }
    }
}

/* --- whole statements ------------------------------------------------------------------------- */

static size_t first_open(const SqlTokens *t)
{
    size_t i = 0;
    while (i + 1 < t->list.length && !sql_token_is(t, i, TOKEN_OPEN))
        i++;
    return i;
}

/* WITHOUT ROWID, STRICT: behind the definitions. */
static void read_table_options(const SqlTokens *t, size_t i, TableSql *out)
{
    for (; i < t->list.length; i++) {
        out->without_rowid |= sql_token_is_word(t, i, "WITHOUT") && sql_token_is_word(t, i + 1, "ROWID");
        out->strict |= sql_token_is_word(t, i, "STRICT");
    }
}

TableSql table_sql_parse(const Str *sql)
{
    TableSql out = {0};
    if (!sql)
        return out;
    Reader r = {.tokens = sql_tokens_read(SQL_OF_SQLITE, sql), .out = &out};
    out.is_virtual = sql_token_is_word(&r.tokens, 1, "VIRTUAL");
    size_t open = first_open(&r.tokens);
    if (out.is_virtual || !sql_token_is(&r.tokens, open, TOKEN_OPEN))
        return out;
    r.at = open + 1;
    r.end = sql_token_closing(&r.tokens, open);
    read_table_options(&r.tokens, r.end, &out);
    read_definitions(&r);
    for (size_t i = 0; i < r.inline_uniques.length; i++)
        vec_push(&out.uniques, r.inline_uniques.at[i]);
    return out;
}

const ColumnSql *table_sql_find_column(const TableSql *sql, const Str *name)
{
    for (size_t i = 0; i < sql->columns.length; i++)
        if (sqlite_names_equal(sql->columns.at[i]->name, name))
            return sql->columns.at[i];
    return NULL;
}

static IndexItemKind item_kind(const SqlTokens *t, size_t start, size_t end)
{
    if (!sql_token_is_identifier(t, start) || end > start + 2)
        return INDEX_ITEM_OTHER;
    if (end == start + 1 || sql_token_is_word(t, start + 1, "ASC"))
        return INDEX_ITEM_COLUMN;
    return sql_token_is_word(t, start + 1, "DESC") ? INDEX_ITEM_DESCENDING : INDEX_ITEM_OTHER;
}

static void add_item(const SqlTokens *t, size_t start, size_t end, IndexSql *out)
{
    if (start >= end)
        return;
    vec_push(&out->items, sql_token_text(t, start, end));
    vec_push(&out->kinds, item_kind(t, start, end));
    out->is_plain &= end == start + 1 && sql_token_is_identifier(t, start);
}

IndexSql index_sql_parse(const Str *sql)
{
    IndexSql out = {.is_plain = true};
    if (!sql)
        return out;
    SqlTokens t = sql_tokens_read(SQL_OF_SQLITE, sql);
    size_t open = first_open(&t), close = sql_token_closing(&t, open), start = open + 1;
    for (size_t i = start; i < close; i++) {
        if (sql_token_is(&t, i, TOKEN_OPEN)) {
            i = sql_token_closing(&t, i);
        } else if (sql_token_is(&t, i, TOKEN_COMMA)) {
            add_item(&t, start, i, &out);
            start = i + 1;
        }
    }
    add_item(&t, start, close, &out);
    if (sql_token_is_word(&t, close + 1, "WHERE"))
        out.where = sql_token_text(&t, close + 2, t.list.length - 1);
    return out;
}
