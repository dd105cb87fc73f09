/* canonical.c -- asks PostgreSQL how it prints expressions of the models: a scratch copy of each table, every expression
 * put on it, the catalog read, all of it rolled back. */
#include "autogen/canonical.h"

#include "reflect/reflect.h"
#include "sql/sql.h"

#include <ctype.h>

/* --- the question --------------------------------------------------------------------------------- */

static const char savepoint_name[] = "retort_scratch";

/* What the catalog has of the scratch tables: kind, table, name, text. */
#define SCRATCH "c.relnamespace = pg_catalog.pg_my_temp_schema() AND c.relname LIKE 'retort\\_scratch\\_%'"
static const char answers_sql[] =
    "SELECT 'column' AS kind, c.relname::text AS scratch, a.attname::text AS name,\n"
    "       pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS printed\n"
    "  FROM pg_catalog.pg_class c\n"
    "  JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid\n"
    "  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum\n"
    " WHERE " SCRATCH "\n"
    " UNION ALL\n"
    "SELECT 'check', c.relname::text, k.conname::text, pg_catalog.pg_get_expr(k.conbin, "
    "k.conrelid, true)\n"
    "  FROM pg_catalog.pg_class c\n"
    "  JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = 'c'\n"
    " WHERE " SCRATCH "\n"
    " UNION ALL\n"
    "SELECT 'index', c.relname::text, x.relname::text, " POSTGRES_INDEX_DEFINITION(
        "i.indexrelid") "\n"
                        "  FROM pg_catalog.pg_class c\n"
                        "  JOIN pg_catalog.pg_index i ON i.indrelid = c.oid\n"
                        "  JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid\n"
                        " WHERE " SCRATCH "\n"
                        " UNION ALL\n"
                        "SELECT 'exclude', c.relname::text, k.conname::text, "
                        "pg_catalog.pg_get_constraintdef(k.oid)\n"
                        "  FROM pg_catalog.pg_class c\n"
                        "  JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = "
                        "'x'\n"
                        " WHERE " SCRATCH "\n"
                        " UNION ALL\n"
                        "SELECT 'type', c.relname::text, a.attname::text, "
                        "pg_catalog.format_type(a.atttypid, a.atttypmod)\n"
                        "  FROM pg_catalog.pg_class c\n"
                        "  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname LIKE "
                        "'retort\\_%'\n"
                        " WHERE " SCRATCH "\n"
                        " UNION ALL\n"
                        "SELECT 'cast', c.relname::text, a.attname::text, d.description\n"
                        "  FROM pg_catalog.pg_class c\n"
                        "  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid\n"
                        "  JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.objsubid = "
                        "a.attnum\n"
                        " WHERE " SCRATCH;
const char *const canonical_casts[3] = {"implicit", "explicit", "by text"};

/* One run: the body of a DO block in the making. */
typedef struct Question {
    Connection *db;
    Buf body;
    StrVec tables;      /* keys; position = number of the scratch table              */
    VEC(Str *) answers; /* one an expression: the key under which its answer comes  */
} Question;

/* A statement that may fail without failing the others. */
static void add_attempt(Question *q, const Str *statement)
{
    buf_format(&q->body, "BEGIN EXECUTE %s; EXCEPTION WHEN OTHERS THEN NULL; END;\n",
               db_literal(q->db, statement)->text);
}

static Str *scratch_name(size_t table)
{
    return str_format("retort_scratch_%zu", table);
}

/* Copies of one table that are altered in other ways are other tables. */
static Str *scratch_key(const Expression *e, const Str *source)
{
    Buf key = {0};
    buf_add(&key, source);
    for (size_t i = 0; e->alterations && i < e->alterations->length; i++)
        buf_format(&key, "\n%s", e->alterations->at[i]->text);
    return buf_str(&key);
}

/* The scratch copy of a table, made when it is first needed. */
static size_t scratch_of(Question *q, const Expression *e)
{
    const Str *source = sql_qualified_text(&postgres_dialect, e->schema, e->table);
    Str *key = scratch_key(e, source);
    for (size_t i = 0; i < q->tables.length; i++)
        if (str_equal(q->tables.at[i], key))
            return i;
    size_t table = q->tables.length;
    const char *name = scratch_name(table)->text;
    vec_push(&q->tables, key);
    add_attempt(q, str_format("CREATE TEMPORARY TABLE %s (LIKE %s)", name, source->text));
    for (size_t i = 0; e->alterations && i < e->alterations->length; i++)
        add_attempt(q, str_format("ALTER TABLE pg_temp.%s %s", name, e->alterations->at[i]->text));
    return table;
}

/* The model's table under the scratch table's name. */
static Table on_scratch(const Table *model, Str *scratch)
{
    Table table = *model;
    table.clause.name = scratch;
    table.clause.schema = str_from("pg_temp");
    table.clause.quote = table.clause.quote_schema = TRI_UNSET;
    return table;
}

/* CREATE INDEX of the model, on the scratch table. */
static Str *index_statement(const Expression *e, Str *scratch, Str *name)
{
    Index index = *e->index;
    Table table = on_scratch(index.table, scratch);
    index.table = &table;
    index.name = name;
    index.name_source = NAME_PLAIN;
    index.options = dict_copy(index.options);
    dict_remove(index.options, STR(intern("postgresql_concurrently")));
    return sql_compile(&postgres_dialect, ELEMENT(ddl_new(DDL_CREATE_INDEX, (Obj *)&index)), NULL)->text;
}

/* ADD CONSTRAINT of the model, on the scratch table. */
static Str *exclude_statement(const Expression *e, Str *scratch, Str *name)
{
    Constraint constraint = *e->constraint;
    Table table = on_scratch(constraint.table, scratch);
    constraint.table = &table;
    constraint.name = name;
    constraint.name_source = NAME_FINAL;
    return sql_compile(&postgres_dialect, ELEMENT(ddl_new(DDL_ADD_CONSTRAINT, (Obj *)&constraint)), NULL)->text;
}

/* The same of what the catalog prints. */
static Str *printed_index_statement(const Str *definition, const Str *scratch, const Str *name)
{
    static const char unique[] = "UNIQUE ";
    size_t skipped = str_starts_with(definition, unique) ? strlen(unique) : 0;
    return str_format("CREATE %sINDEX %s ON pg_temp.%s %s", skipped ? unique : "", name->text,
                      scratch->text, definition->text + skipped);
}

/* A column of the old type; the first of the casts that goes is told by the column's comment. */
static void add_cast(Question *q, const Expression *e, const Str *scratch, const Str *name)
{
    buf_text(&q->body, "BEGIN\n");
    buf_format(&q->body, "EXECUTE %s;\n",
               db_literal(q->db, str_format("ALTER TABLE pg_temp.%s ADD COLUMN %s %s", scratch->text, name->text,
                                            e->type_text->text))
                   ->text);
    for (size_t i = 0; i < COUNT_OF(canonical_casts); i++) {
        Str *using = i == 0 ? str_empty
                            : str_format(i == 1 ? " USING %s::%s" : " USING %s::text::%s", name->text, e->text->text);
        Str *alter = str_format("ALTER TABLE pg_temp.%s ALTER COLUMN %s TYPE %s%s", scratch->text, name->text,
                                e->text->text, using->text);
        buf_format(&q->body, "BEGIN EXECUTE %s; COMMENT ON COLUMN pg_temp.%s.%s IS '%s';\nEXCEPTION WHEN OTHERS THEN\n",
                   db_literal(q->db, alter)->text, scratch->text, name->text, canonical_casts[i]);
    }
    buf_format(&q->body, "COMMENT ON COLUMN pg_temp.%s.%s IS '%s';\nEND; END; END;\n", scratch->text, name->text,
               canonical_casts[2]);
    buf_text(&q->body, "EXCEPTION WHEN OTHERS THEN NULL; END;\n");
}

/* The statement that puts an expression on its scratch table, under this name where it gets one. */
static Str *statement_for(const Expression *e, Str *scratch, Str *name)
{
    const char *table = scratch->text, *text = e->text ? e->text->text : "";
    switch (e->kind) {
    case EXPRESSION_DEFAULT:
        return str_format("ALTER TABLE pg_temp.%s ALTER COLUMN %s SET DEFAULT %s", table,
                          sql_name_text(&postgres_dialect, e->column, TRI_UNSET)->text, text);
    case EXPRESSION_COMPUTED:
        return str_format("ALTER TABLE pg_temp.%s ADD COLUMN %s %s GENERATED ALWAYS AS (%s) STORED", table, name->text,
                          e->type_text->text, text);
    case EXPRESSION_TYPE:
        return str_format("ALTER TABLE pg_temp.%s ADD COLUMN %s %s", table, name->text, text);
    case EXPRESSION_CHECK:
        return str_format("ALTER TABLE pg_temp.%s ADD CONSTRAINT %s CHECK (%s)", table, name->text, text);
    case EXPRESSION_INDEX:
        return e->text ? printed_index_statement(e->text, scratch, name)
                       : index_statement(e, scratch, name);
    case EXPRESSION_EXCLUDE:
        return e->text ? str_format("ALTER TABLE pg_temp.%s ADD CONSTRAINT %s %s", table,
                                    name->text, text)
                       : exclude_statement(e, scratch, name);
    case EXPRESSION_CAST:
        break;
    }
    BUG("expression kind");
}

/* What the answer to an expression is called: kind, scratch table, name. */
static Str *answer_key(const char *kind, const Str *scratch, const Str *name)
{
    return str_format("%s %s %s", kind, scratch->text, name->text);
}

static void add_expression(Question *q, const Expression *e)
{
    static const char *const kinds[] = {"column",  "column", "check", "index",
                                        "exclude", "type",   "cast"};
    Str *scratch = scratch_name(scratch_of(q, e));
    Str *name = e->kind == EXPRESSION_DEFAULT ? e->column : str_format("retort_%zu", q->answers.length);
    vec_push(&q->answers, answer_key(kinds[e->kind], scratch, name));
    if (e->kind == EXPRESSION_CAST)
        add_cast(q, e, scratch, name);
    else
        add_attempt(q, statement_for(e, scratch, name));
}

static Question question_about(Connection *db, const ExpressionVec *expressions)
{
    Question q = {.db = db};
    buf_text(&q.body, "BEGIN\n");
    for (size_t i = 0; i < expressions->length; i++)
        add_expression(&q, expressions->at[i]);
    buf_text(&q.body, "END");
    return q;
}

/* --- the answer ----------------------------------------------------------------------------------- */

static Str *cell_at(const Result *rows, size_t row, size_t column)
{
    Cell cell = result_cell(rows, row, column);
    return cell.kind == CELL_TEXT ? cell.text : NULL;
}

static void take_answers(const Question *q, const ExpressionVec *expressions, const Result *rows)
{
    Map answers = {0};
    for (size_t row = 0; row < rows->row_count; row++)
        map_put(&answers,
                answer_key(cell_at(rows, row, 0)->text, cell_at(rows, row, 1), cell_at(rows, row, 2)),
                cell_at(rows, row, 3));
    for (size_t i = 0; i < expressions->length; i++)
        expressions->at[i]->canonical = map_find(&answers, q->answers.at[i]);
}

typedef struct Asking {
    const Question *question;
    const ExpressionVec *expressions;
} Asking;

static void ask(void *arg)
{
    const Asking *asking = arg;
    const Question *q = asking->question;
    Str *block = db_literal(q->db, buf_str(&q->body));
    Str *sql = str_format("SET LOCAL client_min_messages = error; DO %s; %s", block->text, answers_sql);
    take_answers(q, asking->expressions, db_execute(q->db, sql, NULL, NULL, 0));
}

void canonical_ask(Connection *db, const ExpressionVec *expressions)
{
    if (!expressions->length || strcmp(db->driver->name, "postgresql") != 0)
        return;
    Question question = question_about(db, expressions);
    Asking asking = {&question, expressions};
    db_rehearse(db, savepoint_name, ask, &asking);
}

/* --- without the server ---------------------------------------------------------------------------- */

/* The end of a quoted run that starts at p: '...', "..." with doubled quotes inside. */
static const char *quoted_end(const char *p)
{
    char quote = *p++;
    while (*p && !(*p == quote && p[1] != quote))
        p += *p == quote ? 2 : 1;
    return *p ? p + 1 : p;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* 1 for "name", which is the same as name. */
static size_t needs_no_quotes(const char *p, const char *end)
{
    if (*p != '"' || end - p < 3 || isdigit((unsigned char)p[1]))
        return 0;
    for (const char *c = p + 1; c < end - 1; c++)
        if (!islower((unsigned char)*c) && !isdigit((unsigned char)*c) && *c != '_')
            return 0;
    return 1;
}

/* '5' -> 5 */
static Str *number_or_literal(Str *literal)
{
    const char *p = literal->text + 1;
    size_t sign = *p == '-', digits = strspn(p + sign, "0123456789.");
    bool is_number = digits && p[sign + digits] == '\'' && p[sign + digits + 1] == '\0';
    return is_number ? str_new(p, sign + digits) : literal;
}

/* The end of a type's name: "character varying(20)", "timestamp(3) with time zone[]", "s.color". */
static const char *type_end(const char *p)
{
    static const char *const following[] = {" varying", " precision", " with time zone", " without time zone"};
    while (is_word(*p) || *p == '.' || *p == '"')
        p = *p == '"' ? quoted_end(p) : p + 1;
    for (size_t i = 0; i < 2 * COUNT_OF(following); i++) { /* twice: arguments stand in the middle */
        const char *words = following[i % COUNT_OF(following)];
        if (*p == '(')
            p += strcspn(p, ")") + (strchr(p, ')') != NULL);
        if (strncasecmp(p, words, strlen(words)) == 0)
            p += strlen(words);
    }
    return p + 2 * strspn(p, "[]") / 2;
}

/* A text being brought into the form that is compared. */
typedef struct Squeeze {
    Buf out;
    size_t literal; /* where in `out` a literal began that ends at its end; SIZE_MAX = it ends in something else */
} Squeeze;

/* Behind a literal the type it is given says nothing that its place does not: '5'::numeric is 5. */
static const char *skip_cast(Squeeze *s, const char *p)
{
    Str *literal = str_new(s->out.data + s->literal, s->out.length - s->literal);
    if (*literal->text == '\'') {
        buf_truncate(&s->out, s->literal);
        buf_add(&s->out, number_or_literal(literal));
    }
    p += 2;
    p += strspn(p, " ");
    return type_end(p);
}

/* Two words stay two, without quotes too. */
static void separate(Squeeze *s)
{
    if (s->out.length && is_word(s->out.data[s->out.length - 1]))
        buf_char(&s->out, ' ');
}

static const char *take_quoted(Squeeze *s, const char *p)
{
    const char *end = quoted_end(p);
    size_t quotes = needs_no_quotes(p, end);
    if (quotes)
        separate(s);
    s->literal = *p == '\'' ? s->out.length : SIZE_MAX;
    buf_bytes(&s->out, p + quotes, (size_t)(end - p) - 2 * quotes);
    return end;
}

static const char *take_space(Squeeze *s, const char *p)
{
    while (isspace((unsigned char)*p))
        p++;
    if (is_word(*p))
        separate(s);
    return p;
}

static const char *take_word(Squeeze *s, const char *p)
{
    bool number = isdigit((unsigned char)*p);
    separate(s);
    size_t start = s->out.length;
    while (is_word(*p) || (number && *p == '.'))
        buf_char(&s->out, (char)tolower((unsigned char)*p++));
    s->literal = number ? start : SIZE_MAX;
    return p;
}

/* "(5)::numeric": whether the parenthesis that closes at p holds nothing but the literal at the end of `out`. */
static bool closes_literal(const Squeeze *s, const char *p)
{
    if (strncmp(p, ")::", 3) != 0 || s->literal == SIZE_MAX || s->literal == 0 || s->out.data[s->literal - 1] != '(')
        return false;
    return s->literal == 1 || !is_word(s->out.data[s->literal - 2]);
}

static const char *drop_parentheses(Squeeze *s, const char *p)
{
    Str *literal = str_new(s->out.data + s->literal, s->out.length - s->literal);
    buf_truncate(&s->out, --s->literal);
    buf_add(&s->out, literal);
    return p + 1;
}

/* Lower case, no space but between words, no casts of literals; quoted runs as they are. */
static Str *squeezed(const char *p)
{
    Squeeze s = {.literal = SIZE_MAX};
    while (*p) {
        if (p[0] == ':' && p[1] == ':' && s.literal != SIZE_MAX)
            p = skip_cast(&s, p);
        else if (*p == '\'' || *p == '"')
            p = take_quoted(&s, p);
        else if (isspace((unsigned char)*p))
            p = take_space(&s, p);
        else if (closes_literal(&s, p))
            p = drop_parentheses(&s, p);
        else if (is_word(*p))
            p = take_word(&s, p);
        else {
            s.literal = SIZE_MAX;
            buf_char(&s.out, *p++);
        }
    }
    return buf_str(&s.out);
}

/* Whether the parenthesis at the start is the one that the last character closes. */
static bool is_enclosed(const Str *text)
{
    size_t depth = 0;
    if (text->length < 2 || text->text[0] != '(')
        return false;
    for (const char *p = text->text; *p;) {
        if (*p == '\'' || *p == '"') {
            p = quoted_end(p);
            continue;
        }
        depth += *p == '(';
        depth -= *p == ')' && depth;
        p++;
        if (!depth)
            return *p == '\0';
    }
    return false;
}

/* The end of literals with commas between them; a bracket behind them closes their array. */
static const char *literals_end(const char *p)
{
    while (*p == '\'' || *p == ',' || *p == '.' || *p == '-' || isdigit((unsigned char)*p))
        p = *p == '\'' ? quoted_end(p) : p + 1;
    return p;
}

/* array['a','b']::text[], perhaps with the array in parentheses, is array['a','b']: the server moves the cast of an array
 * to its items when it reads again what it printed. */
static Str *without_array_casts(const Str *text)
{
    static const char opening[] = "array[";
    Buf out = {0};
    const char *p = text->text;
    for (const char *at; (at = strstr(p, opening)); p = at) {
        bool enclosed = at > p && at[-1] == '(';
        const char *end = literals_end(at + strlen(opening)),
                   *cast = end + (*end == ']') + enclosed;
        bool is_cast = *end == ']' && (!enclosed || end[1] == ')') && strncmp(cast, "::", 2) == 0;
        bool drops = is_cast && enclosed;
        buf_bytes(&out, p, (size_t)(at - p) - drops);
        p = at;
        at = is_cast ? type_end(cast + 2) : at + strlen(opening);
        buf_bytes(&out, p, (size_t)((is_cast ? end + 1 : at) - p));
    }
    buf_text(&out, p);
    return buf_str(&out);
}

static Str *comparable(const Str *text)
{
    Str *plain = without_array_casts(squeezed(text->text));
    while (is_enclosed(plain))
        plain = str_slice_bytes(plain, 1, plain->length - 1);
    return *plain->text == '\'' ? number_or_literal(plain) : plain;
}

/* 1.50 and 1.5 are the same value. */
static Str *plain_number(Str *text)
{
    size_t sign = *text->text == '-', digits = strspn(text->text + sign, "0123456789");
    size_t end = text->length;
    if (!digits || text->text[sign + digits] != '.' ||
        strspn(text->text + sign + digits + 1, "0123456789") != end - sign - digits - 1)
        return text;
    while (text->text[end - 1] == '0')
        end--;
    return str_slice_bytes(text, 0, text->text[end - 1] == '.' ? end - 1 : end);
}

bool canonical_text_equal(const Str *a, const Str *b)
{
    if (!a || !b)
        return a == b;
    return str_equal(a, b) || str_equal(plain_number(comparable(a)), plain_number(comparable(b)));
}

/* --- indexes -------------------------------------------------------------------------------------------- */

/* What stands behind the table's name, as the catalog would begin it. */
static Str *index_definition(const Index *index)
{
    const Expression e = {.kind = EXPRESSION_INDEX, .index = index};
    Str *statement = index_statement(&e, str_from("t"), str_from("i"));
    const char *rest = strstr(statement->text, " ON pg_temp.t ");
    rest = rest ? rest + strlen(" ON pg_temp.t ") : "";
    const char *method = strncmp(rest, "USING ", 6) == 0 ? "" : "USING btree ";
    return str_format("%s%s%s", index->unique ? "UNIQUE " : "", method, rest);
}

/* The end of the first of the terms that AND connects. */
static const char *term_end(const char *p)
{
    size_t depth = 0;
    for (const char *start = p; *p;) {
        if (*p == '\'' || *p == '"') {
            p = quoted_end(p);
            continue;
        }
        bool begins_word = p == start || !is_word(p[-1]);
        if (!depth && begins_word && strncmp(p, "and", 3) == 0 && !is_word(p[3]))
            return p;
        depth += *p == '(';
        depth -= *p == ')' && depth;
        p++;
    }
    return p;
}

/* flag = true and flag IS TRUE choose the rows that flag chooses. */
static Str *without_truth(Str *term)
{
    static const char *const endings[] = {"=true", " is true"};
    while (is_enclosed(term))
        term = str_slice_bytes(term, 1, term->length - 1);
    size_t word = 0;
    while (is_word(term->text[word]))
        word++;
    for (size_t i = 0; word && i < COUNT_OF(endings); i++)
        if (strcmp(term->text + word, endings[i]) == 0)
            return str_slice_bytes(term, 0, word);
    return term;
}

/* A predicate as the terms that all have to hold, in their order. */
static Str *comparable_predicate(const Str *text)
{
    Buf out = {0};
    for (const char *p = text->text;;) {
        const char *end = term_end(p);
        Str *term = without_truth(str_trim(str_new(p, (size_t)(end - p))));
        buf_add(&out, term);
        if (!*end)
            return buf_str(&out);
        buf_text(&out, " and ");
        p = end + 3;
    }
}

/* "... WHERE (x)" and "... WHERE x" are the same. */
static Str *comparable_definition(const Str *text)
{
    Str *plain = squeezed(text->text);
    const char *where = strstr(plain->text, ")where");
    if (!where)
        return plain;
    size_t head = (size_t)(where - plain->text) + strlen(")where");
    Str *predicate = comparable(str_slice_bytes(plain, head, plain->length));
    return str_format("%.*s %s", (int)head, plain->text, comparable_predicate(predicate)->text);
}

bool canonical_definition_equal(const Str *a, const Str *b)
{
    return str_equal(comparable_definition(a), comparable_definition(b));
}

bool canonical_index_equal(const Index *model, const Str *definition)
{
    return definition && str_equal(comparable_definition(index_definition(model)), comparable_definition(definition));
}

bool canonical_exclusion_equal(const Constraint *model, const Str *definition)
{
    const Expression e = {.kind = EXPRESSION_EXCLUDE, .constraint = model};
    Str *statement = exclude_statement(&e, str_from("t"), str_from("n"));
    const char *start = strstr(statement->text, "EXCLUDE ");
    return start && str_equal(squeezed(start), squeezed(definition->text));
}
