/* postgres.c -- reads PostgreSQL's catalogs: one query each for relations, columns, constraints and
 * indexes, for one table or for a whole schema. What the columns mean is what SQLAlchemy's
 * inspector makes of the same catalogs.
 */
#include "reflect/reflect.h"
#include "reflect/inside.h"

#include <ctype.h>
#include <stdlib.h>

/* --- scope ------------------------------------------------------------------------------------ */

/* Relations (c, n) of schema $1; NULL: what search_path finds. */
#define IN_SCOPE                                                                                   \
    "((case when $1::text is null then pg_catalog.pg_table_is_visible(c.oid) and n.nspname <> "    \
    "'pg_catalog' "                                                                                \
    "else n.nspname = $1::text end))"
/* ... and of name $2, when there is one. */
#define NAMED      "($2::text is null or c.relname = $2::text)"
#define TABLE_LIKE "c.relkind = any (array['r', 'p', 'f', 'v', 'm'])"
#define RELATIONS                                                                                  \
    "from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace "

static Result *query(Reflection *r, const Str *sql, Str *schema, Str *name)
{
    Str *params[] = {schema, name};
    return reflect_query(r, sql->text, 2, params);
}

static bool is_at_least(const Reflection *r, int major)
{
    return db_server_version(r->db) >= major * 10000;
}

/* --- names ------------------------------------------------------------------------------------ */

static Str *default_schema(Reflection *r)
{
    Str *current = reflect_names(reflect_query(r, "select current_schema()::text", 0, NULL)).at[0];
    return current ? current : str_from("public");
}

static StrVec schema_names(Reflection *r)
{
    return reflect_names(reflect_query(r,
                                       "select nspname::text from pg_catalog.pg_namespace "
                                       "where nspname not like 'pg\\_%' order by nspname",
                                       0, NULL));
}

/* "array['r', 'p']" of the kinds wished for; names leave foreign tables out, as get_table_names
 * does. */
static Str *relation_letters(RelationKind kinds, bool with_foreign)
{
    Buf out = {0};
    buf_text(&out, "array['-'");
    if (kinds & RELATION_TABLE)
        buf_text(&out, with_foreign ? ", 'r', 'p', 'f'" : ", 'r', 'p'");
    if (kinds & RELATION_VIEW)
        buf_text(&out, ", 'v'");
    if (kinds & RELATION_MATERIALIZED_VIEW)
        buf_text(&out, ", 'm'");
    buf_char(&out, ']');
    return buf_str(&out);
}

static StrVec relation_names(Reflection *r, Str *schema, RelationKind kinds)
{
    Str *sql = str_format("select c.relname::text " RELATIONS "where " IN_SCOPE
                          " and c.relkind = any (%s) "
                          "and c.relpersistence <> 't' order by c.relname",
                          relation_letters(kinds, false)->text);
    return reflect_names(reflect_query(r, sql->text, 1, &schema));
}

static StrVec sequence_names(Reflection *r, Str *schema)
{
    static const char *const sql = "select c.relname::text " RELATIONS "where " IN_SCOPE
                                   " and c.relkind = 'S' order by c.relname";
    return reflect_names(reflect_query(r, sql, 1, &schema));
}

static bool has_relation(Reflection *r, Str *schema, Str *name, RelationKind kinds)
{
    Str *sql = str_format("select 1 " RELATIONS "where " IN_SCOPE
                          " and c.relname = $2::text and c.relkind = any (%s)",
                          relation_letters(kinds, true)->text);
    return query(r, sql, schema, name)->row_count > 0;
}

#define TYPE_SCOPE                                                                                 \
    "(case when $1::text is null then pg_catalog.pg_type_is_visible(t.oid) and n.nspname <> "      \
    "'pg_catalog' "                                                                                \
    "else n.nspname = $1::text end)"

static bool has_type(Reflection *r, Str *schema, Str *name)
{
    Str *sql = str_from("select 1 from pg_catalog.pg_type t join pg_catalog.pg_namespace n on "
                        "n.oid = t.typnamespace "
                        "where t.typname = $2::text and " TYPE_SCOPE);
    return query(r, sql, schema, name)->row_count > 0;
}

static Str *view_definition(Reflection *r, Str *schema, Str *name)
{
    Str *sql = str_from("select pg_catalog.pg_get_viewdef(c.oid) " RELATIONS "where " IN_SCOPE
                        " and c.relname = $2::text and c.relkind = any (array['v', 'm'])");
    StrVec found = reflect_names(query(r, sql, schema, name));
    return found.length ? found.at[0] : NULL;
}

/* --- types ------------------------------------------------------------------------------------ */

static void load_enums(Reflection *r)
{
    Result *rows = reflect_query(r,
                                 "select t.typname::text as name, n.nspname::text as schema, "
                                 "pg_catalog.pg_type_is_visible(t.oid) as visible, "
                                 "array(select e.enumlabel::text from pg_catalog.pg_enum e where "
                                 "e.enumtypid = t.oid order by e.enumsortorder) "
                                 "as labels from pg_catalog.pg_type t join pg_catalog.pg_namespace "
                                 "n on n.oid = t.typnamespace "
                                 "where t.typtype = 'e' order by n.nspname, t.typname",
                                 0, NULL);
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedEnum *e = new (ReflectedEnum);
        e->name = reflect_text(rows, i, "name");
        e->schema = reflect_text(rows, i, "schema");
        e->visible = reflect_bool(rows, i, "visible");
        e->labels = reflect_texts(rows, i, "labels");
        vec_push(&r->enums, e);
    }
}

/* "character varying(30)" -> "character varying" */
static Str *without_arguments(Str *type)
{
    return str_slice_bytes(type, 0, strcspn(type->text, "("));
}

static void load_domains(Reflection *r)
{
    Result *rows = reflect_query(
        r,
        "select t.typname::text as name, n.nspname::text as schema, "
        "pg_catalog.pg_type_is_visible(t.oid) as visible, "
        "pg_catalog.format_type(t.typbasetype, t.typtypmod) as type, t.typnotnull as not_null, "
        "t.typdefault as value, "
        "co.collname::text as collation, k.conname::text as constraint_name, "
        "pg_catalog.pg_get_constraintdef(k.oid, true) as definition "
        "from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace "
        "left join pg_catalog.pg_collation co on co.oid = t.typcollation "
        "left join lateral (select c.oid, c.conname from pg_catalog.pg_constraint c "
        "where c.contypid = t.oid and c.contype = 'c' order by c.conname limit 1) k on true "
        "where t.typtype = 'd' order by n.nspname, t.typname",
        0, NULL);
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedDomain *d = new (ReflectedDomain);
        Str *definition = reflect_text(rows, i, "definition");
        d->name = reflect_text(rows, i, "name");
        d->schema = reflect_text(rows, i, "schema");
        d->visible = reflect_bool(rows, i, "visible");
        d->type = without_arguments(reflect_text(rows, i, "type"));
        d->not_null = reflect_bool(rows, i, "not_null");
        d->default_text = reflect_text(rows, i, "value");
        d->collation = reflect_text(rows, i, "collation");
        d->constraint_name = reflect_text(rows, i, "constraint_name");
        if (definition && definition->length > 8) /* CHECK (...) */
            d->check = str_slice_bytes(definition, 7, definition->length - 1);
        vec_push(&r->domains, d);
    }
}

static void load_types(Reflection *r)
{
    if (r->types_loaded)
        return;
    r->types_loaded = true;
    load_enums(r);
    load_domains(r);
}

static ReflectedEnumVec enums(Reflection *r, Str *schema)
{
    ReflectedEnumVec found = {0};
    load_types(r);
    for (size_t i = 0; i < r->enums.length; i++) {
        ReflectedEnum *e = r->enums.at[i];
        if (schema ? str_is(schema, "*") || str_equal(e->schema, schema) : e->visible)
            vec_push(&found, e);
    }
    return found;
}

/* --- relations and columns -------------------------------------------------------------------- */

/* Tables of one load, by oid, to attach what the other queries find. */
typedef struct Load {
    Reflection *r;
    Str *schema, *name;
    VEC(ReflectedTable *) tables; /* sorted by oid */
} Load;

static ReflectedTable *table_of(const Load *load, int64_t oid)
{
    size_t low = 0, high = load->tables.length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (load->tables.at[middle]->oid == oid)
            return load->tables.at[middle];
        if (load->tables.at[middle]->oid < oid)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static Result *load_query(const Load *load, const Str *sql)
{
    return query(load->r, sql, load->schema, load->name);
}

static void load_relations(Load *load)
{
    Result *rows = load_query(
        load,
        str_from("select c.oid::int8 as oid, c.relname::text as name, n.nspname::text as schema, "
                 "c.relkind::text "
                 "as kind, d.description as comment " RELATIONS
                 "left join pg_catalog.pg_description d on d.objoid = c.oid and d.objsubid = 0 "
                 "and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass "
                 "where " IN_SCOPE " and " NAMED " and " TABLE_LIKE " order by c.oid"));
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedTable *table = new (ReflectedTable);
        Str *kind = reflect_text(rows, i, "kind");
        table->oid = (uint32_t)reflect_int(rows, i, "oid");
        table->name = reflect_text(rows, i, "name");
        table->schema = reflect_text(rows, i, "schema");
        table->comment = reflect_text(rows, i, "comment");
        table->kind = str_is(kind, "v")   ? RELATION_VIEW
                      : str_is(kind, "m") ? RELATION_MATERIALIZED_VIEW
                                          : RELATION_TABLE;
        vec_push(&load->tables, table);
        reflect_put_table(load->r, table, load->schema);
    }
}

static Value int_value(const Result *rows, size_t row, const char *column)
{
    return INT(reflect_int(rows, row, column));
}

static ReflectedIdentity *identity_from(const Result *rows, size_t row)
{
    Str *kind = reflect_text(rows, row, "identity");
    if (!kind || kind->length == 0)
        return NULL;
    ReflectedIdentity *identity = new (ReflectedIdentity);
    identity->always = str_is(kind, "a");
    identity->start = int_value(rows, row, "seqstart");
    identity->increment = int_value(rows, row, "seqincrement");
    identity->minvalue = int_value(rows, row, "seqmin");
    identity->maxvalue = int_value(rows, row, "seqmax");
    identity->cache = int_value(rows, row, "seqcache");
    identity->cycle = reflect_bool(rows, row, "seqcycle");
    return identity;
}

/* nextval('seq'::regclass) in another schema than the default gets its schema, as the reference
 * writes it. */
static void adjust_default(const Load *load, ReflectedColumn *column)
{
    const char *text = column->default_text ? column->default_text->text : "";
    const char *start = strstr(text, "nextval('");
    const char *end = start ? strchr(start + 9, '\'') : NULL;
    if (!end || end == start + 9)
        return;
    column->autoincrement = type_is(column->type, TYPE_Integer);
    if (load->schema && !memchr(start + 9, '.', (size_t)(end - start - 9)))
        column->default_text = str_format("%.*s\"%s\".%s", (int)(start + 9 - text), text,
                                          load->schema->text, start + 9);
}

/* What a domain says about its columns. */
static void apply_domain(ReflectedColumn *column)
{
    if (type_id(column->type) != TYPE_PG_DOMAIN)
        return;
    if (!column->default_text && is_set(column->type->default_value))
        column->default_text = value_str(column->type->default_value);
    column->nullable = column->nullable && column->type->not_null != TRI_TRUE;
}

static ReflectedColumn *column_from(const Load *load, const Result *rows, size_t row)
{
    ReflectedColumn *column = new (ReflectedColumn);
    Str *generated = reflect_text(rows, row, "generated");
    column->name = reflect_text(rows, row, "name");
    column->type_text = reflect_text(rows, row, "type");
    column->type =
        postgres_type_from(load->r, column->type_text, reflect_text(rows, row, "collation"));
    column->nullable = !reflect_bool(rows, row, "not_null");
    column->default_text = reflect_text(rows, row, "value");
    column->comment = reflect_text(rows, row, "comment");
    column->owned_sequence = reflect_text(rows, row, "owned_sequence");
    column->identity = identity_from(rows, row);
    apply_domain(column);
    if (generated && generated->length) {
        column->computed = column->default_text;
        column->computed_persisted = str_is(generated, "s");
        column->default_text = NULL;
    }
    adjust_default(load, column);
    column->autoincrement = column->autoincrement || column->identity;
    return column;
}

static void load_columns(Load *load)
{
    Str *sql = str_format(
        "select c.oid::int8 as oid, a.attname::text as name, pg_catalog.format_type(a.atttypid, "
        "a.atttypmod) as type, "
        "a.attnotnull as not_null, pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) as value, "
        "d.description as comment, "
        "%s as generated, a.attidentity::text as identity, s.seqstart, s.seqincrement, s.seqmin, "
        "s.seqmax, s.seqcache, "
        "s.seqcycle, case when pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) like 'nextval(%%' then "
        "(select sc.relname::text from pg_catalog.pg_class sc join pg_catalog.pg_depend sd "
        "on sd.objid = sc.oid and sd.classid = 'pg_catalog.pg_class'::pg_catalog.regclass "
        "and sd.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass "
        "join pg_catalog.pg_attribute sa on sa.attrelid = sd.refobjid and sa.attnum = sd.refobjsubid "
        "where sc.relkind = 'S' and sa.attname = a.attname and sc.oid = pg_catalog.to_regclass("
        "substring(pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) from "
        "'^nextval\\(''(.+?)''::regclass\\)')) limit 1) end as owned_sequence, "
        "case when a.attcollation <> t.typcollation then co.collname::text end as "
        "collation " RELATIONS "join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum "
                               "> 0 and not a.attisdropped "
        "join pg_catalog.pg_type t on t.oid = a.atttypid "
        "left join pg_catalog.pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum "
        "left join pg_catalog.pg_description d on d.objoid = a.attrelid and d.objsubid = a.attnum "
        "and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass "
        "left join pg_catalog.pg_collation co on co.oid = a.attcollation "
        "left join pg_catalog.pg_depend p on a.attidentity <> '' and p.refobjid = a.attrelid "
        "and p.refobjsubid = a.attnum and p.deptype = 'i' "
        "and p.classid = 'pg_catalog.pg_class'::pg_catalog.regclass "
        "and p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass "
        "left join pg_catalog.pg_sequence s on s.seqrelid = p.objid "
        "where " IN_SCOPE " and " NAMED " and " TABLE_LIKE " order by c.oid, a.attnum",
        is_at_least(load->r, 12) ? "a.attgenerated::text" : "''::text");
    Result *rows = load_query(load, sql);
    if (rows->row_count)
        load_types(load->r);
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedTable *table = table_of(load, reflect_int(rows, i, "oid"));
        if (table)
            vec_push(&table->columns, column_from(load, rows, i));
    }
}

/* --- constraints ------------------------------------------------------------------------------ */

static void split_include(const StrVec *all, size_t keys, StrVec *columns, StrVec *include)
{
    for (size_t i = 0; i < all->length; i++) {
        if (i < keys)
            vec_push(columns, all->at[i]);
        else
            vec_push(include, all->at[i]);
    }
}

static ReflectedKey *key_from(const Result *rows, size_t row)
{
    ReflectedKey *key = new (ReflectedKey);
    StrVec all = reflect_texts(rows, row, "index_columns");
    key->name = reflect_text(rows, row, "name");
    key->comment = reflect_text(rows, row, "comment");
    key->deferrable = reflect_bool(rows, row, "condeferrable");
    key->initially_deferred = reflect_bool(rows, row, "condeferred");
    key->nulls_not_distinct = reflect_bool(rows, row, "nulls_not_distinct");
    split_include(&all, (size_t)reflect_int(rows, row, "key_count"), &key->columns, &key->include);
    return key;
}

static Str *action_name(const Str *definition, const char *clause, const Str *letter)
{
    static const struct {
        const char *letter, *name;
    } actions[] = {{"r", "RESTRICT"}, {"c", "CASCADE"}, {"n", "SET NULL"}, {"d", "SET DEFAULT"}};
    for (size_t i = 0; i < COUNT_OF(actions); i++) {
        if (!str_is(letter, actions[i].letter))
            continue;
        /* SET NULL (column) of PostgreSQL 15 keeps its columns */
        Str *with_columns = str_format("%s %s (", clause, actions[i].name);
        const char *at = strstr(definition->text, with_columns->text);
        const char *end = at ? strchr(at, ')') : NULL;
        size_t skip = strlen(clause) + 1;
        return end ? str_new(at + skip, (size_t)(end + 1 - at) - skip) : str_from(actions[i].name);
    }
    return NULL;
}

static ReflectedForeignKey *foreign_key_from(const Load *load, const Result *rows, size_t row)
{
    ReflectedForeignKey *key = new (ReflectedForeignKey);
    Str *definition = reflect_text(rows, row, "definition"),
        *match = reflect_text(rows, row, "match");
    Str *schema = reflect_text(rows, row, "referred_schema");
    bool is_visible = reflect_bool(rows, row, "referred_visible");
    key->name = reflect_text(rows, row, "name");
    key->comment = reflect_text(rows, row, "comment");
    key->columns = reflect_texts(rows, row, "columns");
    key->referred_columns = reflect_texts(rows, row, "referred_columns");
    key->referred_table = reflect_text(rows, row, "referred_table");
    key->referred_schema =
        !is_visible || (load->schema && str_equal(schema, load->schema)) ? schema : NULL;
    key->onupdate = action_name(definition, "ON UPDATE", reflect_text(rows, row, "on_update"));
    key->ondelete = action_name(definition, "ON DELETE", reflect_text(rows, row, "on_delete"));
    key->match = str_is(match, "f")   ? str_from("FULL")
                 : str_is(match, "p") ? str_from("PARTIAL")
                                      : NULL;
    key->deferrable = reflect_bool(rows, row, "condeferrable") ? TRI_TRUE : TRI_UNSET;
    key->initially = reflect_bool(rows, row, "condeferred") ? str_from("DEFERRED") : NULL;
    return key;
}

static bool cut_end(Str **text, const char *end)
{
    if (!str_ends_with(*text, end))
        return false;
    *text = str_slice_bytes(*text, 0, (*text)->length - strlen(end));
    return true;
}

/* One layer of parentheses around all of the text is taken off; quoted text is no parenthesis. */
static Str *strip_parentheses(Str *given)
{
    Str *text = str_trim(given);
    if (text->length < 2 || text->text[0] != '(' || text->text[text->length - 1] != ')')
        return given;
    size_t depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < text->length; i++) {
        char c = text->text[i];
        if (c == '\'')
            quoted = !quoted;
        else if (!quoted && c == '(')
            depth++;
        else if (!quoted && c == ')' && --depth == 0 && i + 1 < text->length)
            return given;
    }
    return str_slice_bytes(text, 1, text->length - 1);
}

/* CHECK ((a > 1)) NO INHERIT NOT VALID */
static ReflectedCheck *check_from(const Result *rows, size_t row)
{
    ReflectedCheck *check = new (ReflectedCheck);
    Str *text = reflect_text(rows, row, "definition");
    check->name = reflect_text(rows, row, "name");
    check->comment = reflect_text(rows, row, "comment");
    check->not_valid = cut_end(&text, " NOT VALID");
    check->no_inherit = cut_end(&text, " NO INHERIT");
    const char *open = strchr(text->text, '(');
    size_t start = open ? (size_t)(open - text->text) + 1 : 0;
    check->sqltext = strip_parentheses(str_slice_bytes(text, start, text->length - (open != NULL)));
    return check;
}

static void add_constraint(const Load *load, ReflectedTable *table, const Result *rows, size_t row)
{
    switch (reflect_text(rows, row, "kind")->text[0]) {
    case 'p':
        table->primary_key = key_from(rows, row);
        break;
    case 'u':
        vec_push(&table->uniques, key_from(rows, row));
        break;
    case 'f':
        vec_push(&table->foreign_keys, foreign_key_from(load, rows, row));
        break;
    case 'c':
        vec_push(&table->checks, check_from(rows, row));
        break;
    default:
        break;
    }
}

#define COLUMN_NAMES(relation, numbers)                                                            \
    "array(select a.attname::text from unnest(" numbers ") with ordinality m(number, place) "      \
    "join pg_catalog.pg_attribute a on a.attrelid = " relation                                     \
    " and a.attnum = m.number order by m.place)"

static void load_constraints(Load *load)
{
    Str *sql = str_format(
        "select c.oid::int8 as oid, k.conname::text as name, k.contype::text as kind, "
        "d.description as comment, "
        "k.condeferrable, k.condeferred, case when k.contype = any (array['f', 'c']) then "
        "pg_catalog.pg_get_constraintdef(k.oid, true) end as definition, "
        "%s as key_count, %s as nulls_not_distinct, "
        "case when k.contype = any (array['p', 'u']) then " COLUMN_NAMES(
            "i.indrelid",
            "i.indkey") " end as index_columns, "
                        "case when k.contype = 'f' then " COLUMN_NAMES(
                            "k.conrelid",
                            "k.conkey") " end as columns, "
                                        "case when k.contype = 'f' then " COLUMN_NAMES(
                                            "k.confrelid",
                                            "k.confkey") " end as referred_columns, "
                                                         "rc.relname::text as referred_table, "
                                                         "rn.nspname::text as referred_schema, "
                                                         "pg_catalog.pg_table_is_visible(rc.oid) "
                                                         "as referred_visible, k.confupdtype::text "
                                                         "as on_update, "
                                                         "k.confdeltype::text as on_delete, "
                                                         "k.confmatchtype::text as match " RELATIONS
                                                         "join pg_catalog.pg_constraint k on "
                                                         "k.conrelid = c.oid and k.contype = any "
                                                         "(array['p', 'u', 'f', 'c']) "
                                                         "left join pg_catalog.pg_index i on "
                                                         "i.indexrelid = k.conindid and k.contype "
                                                         "= any (array['p', 'u']) "
                                                         "left join pg_catalog.pg_class rc on "
                                                         "rc.oid = k.confrelid and k.contype = 'f' "
                                                         "left join pg_catalog.pg_namespace rn on "
                                                         "rn.oid = rc.relnamespace "
                                                         "left join pg_catalog.pg_description d on "
                                                         "d.objoid = k.oid "
                                                         "and d.classoid = "
                                                         "'pg_catalog.pg_constraint'::pg_catalog."
                                                         "regclass "
                                                         "where " IN_SCOPE " and " NAMED
                                                         " and " TABLE_LIKE
                                                         " order by c.oid, k.conname",
        is_at_least(load->r, 11) ? "i.indnkeyatts::int8" : "i.indnatts::int8",
        is_at_least(load->r, 15) ? "coalesce(i.indnullsnotdistinct, false)" : "false");
    Result *rows = load_query(load, sql);
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedTable *table = table_of(load, reflect_int(rows, i, "oid"));
        if (table)
            add_constraint(load, table, rows, i);
    }
}

/* --- indexes ---------------------------------------------------------------------------------- */

enum { INDEX_DESC = 1, INDEX_NULLS_FIRST = 2 }; /* bits of pg_index.indoption */

static StrVec sorting_from(long flags)
{
    StrVec words = {0};
    if (flags & INDEX_DESC) {
        vec_push(&words, str_from("desc"));
        if (!(flags & INDEX_NULLS_FIRST))
            vec_push(&words, str_from("nulls_last"));
    } else if (flags & INDEX_NULLS_FIRST) {
        vec_push(&words, str_from("nulls_first"));
    }
    return words;
}

static void set_elements(ReflectedIndex *index, const Result *rows, size_t row)
{
    StrVec elements = reflect_texts(rows, row, "elements"),
           names = reflect_texts(rows, row, "column_names");
    StrVec operators = reflect_texts(rows, row, "operators"),
           flags = reflect_texts(rows, row, "flags");
    size_t keys = (size_t)reflect_int(rows, row, "key_count");
    bool has_expression = false;
    for (size_t i = 0; i < elements.length; i++) {
        if (i >= keys) {
            vec_push(&index->include, elements.at[i]);
            continue;
        }
        Str *name = i < names.length ? names.at[i] : NULL;
        has_expression = has_expression || !name;
        vec_push(&index->columns, name);
        vec_push(&index->expressions, elements.at[i]);
        vec_push(&index->operators, i < operators.length ? operators.at[i] : NULL);
        StrVec words = sorting_from(i < flags.length ? strtol(flags.at[i]->text, NULL, 10) : 0);
        vec_push(&index->sorting, words);
    }
    if (!has_expression)
        index->expressions = (StrVec){0};
}

static void set_storage(ReflectedIndex *index, const StrVec *options)
{
    for (size_t i = 0; i < options->length; i++) {
        const Str *option = options->at[i];
        size_t equals = strcspn(option->text, "=");
        if (equals < option->length)
            map_put(&index->with, str_slice_bytes(option, 0, equals),
                    str_slice_bytes(option, equals + 1, option->length));
    }
}

static ReflectedIndex *index_from(const Result *rows, size_t row)
{
    ReflectedIndex *index = new (ReflectedIndex);
    Str *method = reflect_text(rows, row, "method");
    StrVec storage = reflect_texts(rows, row, "storage");
    index->name = reflect_text(rows, row, "name");
    index->unique = reflect_bool(rows, row, "indisunique");
    index->nulls_not_distinct = reflect_bool(rows, row, "nulls_not_distinct");
    index->has_constraint = reflect_bool(rows, row, "has_constraint");
    index->duplicates_constraint = index->has_constraint ? index->name : NULL;
    index->definition = reflect_text(rows, row, "definition");
    index->where = reflect_text(rows, row, "filter");
    index->using = str_is(method, "btree") ? NULL : method;
    index->comment = reflect_text(rows, row, "comment");
    set_elements(index, rows, row);
    set_storage(index, &storage);
    return index;
}

static void load_indexes(Load *load)
{
    Str *sql = str_format(
        "select c.oid::int8 as oid, ic.relname::text as name, i.indisunique, %s as key_count, %s "
        "as nulls_not_distinct, "
        "am.amname::text as method, pg_catalog.pg_get_expr(i.indpred, i.indrelid) as filter, "
        "ic.reloptions as storage, "
        "exists (select 1 from pg_catalog.pg_constraint k where k.conrelid = i.indrelid and "
        "k.conindid = i.indexrelid "
        "and k.contype = any (array['p', 'u', 'x'])) as has_constraint, d.description as comment, "
        POSTGRES_INDEX_DEFINITION("i.indexrelid") " as definition, "
        "e.elements, e.column_names, e.operators, "
        "array(select f::text from unnest(i.indoption::int2[]) with ordinality o(f, place) order "
        "by place) as flags " RELATIONS
        "join pg_catalog.pg_index i on i.indrelid = c.oid and not i.indisprimary "
        "join pg_catalog.pg_class ic on ic.oid = i.indexrelid join pg_catalog.pg_am am on am.oid = "
        "ic.relam "
        "left join pg_catalog.pg_description d on d.objoid = i.indexrelid and d.objsubid = 0 "
        "and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass "
        "cross join lateral (select "
        "array_agg(case when k.number = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, "
        "k.place::int, true) "
        "else a.attname::text end order by k.place) as elements, "
        "array_agg(case when k.number <> 0 then a.attname::text end order by k.place) as "
        "column_names, "
        "array_agg(case when not oc.opcdefault then oc.opcname::text end order by k.place) as "
        "operators "
        "from unnest(i.indkey::int2[]) with ordinality k(number, place) "
        "left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number "
        "and k.number <> 0 "
        "left join unnest(i.indclass::oid[]) with ordinality q(class, place) on q.place = k.place "
        "left join pg_catalog.pg_opclass oc on oc.oid = q.class) e "
        "where " IN_SCOPE " and " NAMED " and " TABLE_LIKE " order by c.oid, ic.relname",
        is_at_least(load->r, 11) ? "i.indnkeyatts::int8" : "i.indnatts::int8",
        is_at_least(load->r, 15) ? "i.indnullsnotdistinct" : "false");
    Result *rows = load_query(load, sql);
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedTable *table = table_of(load, reflect_int(rows, i, "oid"));
        if (table)
            vec_push(&table->indexes, index_from(rows, i));
    }
}

static void load(Reflection *r, Str *schema, Str *name, unsigned parts)
{
    Load job = {.r = r, .schema = schema, .name = name};
    load_relations(&job);
    if (job.tables.length == 0)
        return;
    if (parts & REFLECT_COLUMNS)
        load_columns(&job);
    if (parts & REFLECT_CONSTRAINTS)
        load_constraints(&job);
    if (parts & REFLECT_INDEXES)
        load_indexes(&job);
}

const Reader postgres_reader = {
    .default_schema = default_schema,
    .schema_names = schema_names,
    .relation_names = relation_names,
    .sequence_names = sequence_names,
    .has_relation = has_relation,
    .has_type = has_type,
    .view_definition = view_definition,
    .enums = enums,
    .load = load,
};
