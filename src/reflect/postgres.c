/* postgres.c -- reads PostgreSQL's catalogs: one query each for relations, columns, constraints and
 * indexes, for one table or for a whole schema. What the columns mean is what SQLAlchemy's
 * inspector makes of the same catalogs.
 */
#include "reflect/reflect.h"
#include "reflect/inside.h"
#include "reflect/postgres_sql.h"

#include <ctype.h>
#include <stdlib.h>

/* --- questions --------------------------------------------------------------------------------- */

static Result *query(Reflection *r, const char *sql, Str *schema, Str *name)
{
    Str *params[] = {schema, name};
    return reflect_query(r, sql, 2, params);
}

/* --- names ------------------------------------------------------------------------------------ */

static Str *default_schema(Reflection *r)
{
    Str *current = reflect_names(reflect_query(r, "select current_schema()::text", 0, NULL)).at[0];
    return current ? current : str_from("public");
}

static StrVec schema_names(Reflection *r)
{
    return reflect_names(reflect_query(r, postgres_schemas_sql, 0, NULL));
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
    Str *sql = str_format(POSTGRES_NAMES_SQL, relation_letters(kinds, false)->text);
    return reflect_names(reflect_query(r, sql->text, 1, &schema));
}

static StrVec sequence_names(Reflection *r, Str *schema)
{
    return reflect_names(reflect_query(r, postgres_sequences_sql, 1, &schema));
}

static bool has_relation(Reflection *r, Str *schema, Str *name, RelationKind kinds)
{
    Str *sql = str_format(POSTGRES_HAS_RELATION_SQL, relation_letters(kinds, true)->text);
    return query(r, sql->text, schema, name)->row_count > 0;
}

static bool has_type(Reflection *r, Str *schema, Str *name)
{
    return query(r, postgres_has_type_sql, schema, name)->row_count > 0;
}

static Str *view_definition(Reflection *r, Str *schema, Str *name)
{
    StrVec found = reflect_names(query(r, postgres_view_sql, schema, name));
    return found.length ? found.at[0] : NULL;
}

/* --- types ------------------------------------------------------------------------------------ */

static void load_enums(Reflection *r)
{
    Result *rows = reflect_query(r, postgres_enums_sql, 0, NULL);
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
    Result *rows = reflect_query(r, postgres_domains_sql, 0, NULL);
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedDomain *d = new (ReflectedDomain);
        d->name = reflect_text(rows, i, "name");
        d->schema = reflect_text(rows, i, "schema");
        d->visible = reflect_bool(rows, i, "visible");
        d->full_type = reflect_text(rows, i, "type");
        d->type = without_arguments(d->full_type);
        d->not_null = reflect_bool(rows, i, "not_null");
        d->default_text = reflect_text(rows, i, "value");
        d->collation = reflect_text(rows, i, "collation");
        d->check_names = reflect_texts(rows, i, "check_names");
        d->checks = reflect_texts(rows, i, "checks");
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

static ReflectedDomainVec domains(Reflection *r, Str *schema)
{
    ReflectedDomainVec found = {0};
    load_types(r);
    for (size_t i = 0; i < r->domains.length; i++) {
        ReflectedDomain *d = r->domains.at[i];
        if (schema ? str_is(schema, "*") || str_equal(d->schema, schema) : d->visible)
            vec_push(&found, d);
    }
    return found;
}

/* --- sequences -------------------------------------------------------------------------------- */

static Value int_value(const Result *rows, size_t row, const char *column)
{
    return INT(reflect_int(rows, row, column));
}

static ReflectedSequence *sequence_from(Reflection *r, const Result *rows, size_t row)
{
    ReflectedSequence *sequence = new (ReflectedSequence);
    StrVec users = reflect_texts(rows, row, "users");
    sequence->name = reflect_text(rows, row, "name");
    sequence->schema = reflect_text(rows, row, "schema");
    sequence->visible = reflect_bool(rows, row, "visible");
    sequence->type = postgres_type_from(r, reflect_text(rows, row, "type"), NULL);
    sequence->options.start = int_value(rows, row, "seqstart");
    sequence->options.increment = int_value(rows, row, "seqincrement");
    sequence->options.minvalue = int_value(rows, row, "seqmin");
    sequence->options.maxvalue = int_value(rows, row, "seqmax");
    sequence->options.cache = int_value(rows, row, "seqcache");
    sequence->options.cycle = reflect_bool(rows, row, "seqcycle") ? TRI_TRUE : TRI_FALSE;
    for (size_t i = 0; i < users.length; i++)
        vec_push(&sequence->users, (uint32_t)strtoul(users.at[i]->text, NULL, 10));
    return sequence;
}

ReflectedSequenceVec reflect_sequences(Reflection *r)
{
    ReflectedSequenceVec found = {0};
    Result *rows = reflect_query(r, postgres_own_sequences_sql, 0, NULL);
    for (size_t i = 0; i < rows->row_count; i++)
        vec_push(&found, sequence_from(r, rows, i));
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

static Result *load_query(const Load *load, const char *sql)
{
    Str *text = postgres_sql_for(sql, db_server_version(load->r->db));
    return query(load->r, text->text, load->schema, load->name);
}

/* "fillfactor=70" of pg_class.reloptions */
static Map storage_from(const Result *rows, size_t row)
{
    Map storage = {0};
    StrVec options = reflect_texts(rows, row, "storage");
    for (size_t i = 0; i < options.length; i++) {
        const Str *option = options.at[i];
        size_t equals = strcspn(option->text, "=");
        if (equals < option->length)
            map_put(&storage, str_slice_bytes(option, 0, equals),
                    str_slice_bytes(option, equals + 1, option->length));
    }
    return storage;
}

static void load_relations(Load *load)
{
    Result *rows = load_query(load, postgres_relations_sql);
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
        table->is_partition = reflect_bool(rows, i, "is_partition");
        table->of_extension = reflect_bool(rows, i, "of_extension");
        table->is_unlogged = reflect_bool(rows, i, "is_unlogged");
        table->tablespace = reflect_text(rows, i, "tablespace");
        table->partition_by = reflect_text(rows, i, "partition_by");
        table->partitions = reflect_texts(rows, i, "partitions");
        table->parents = reflect_texts(rows, i, "parents");
        table->storage = storage_from(rows, i);
        vec_push(&load->tables, table);
        reflect_put_table(load->r, table, load->schema);
    }
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
    column->has_domain_default = !column->default_text && is_set(column->type->default_value);
    column->has_domain_not_null = column->nullable && column->type->not_null == TRI_TRUE;
    if (column->has_domain_default)
        column->default_text = value_str(column->type->default_value);
    column->nullable = column->nullable && !column->has_domain_not_null;
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
    column->is_inherited = reflect_bool(rows, row, "is_inherited");
    column->is_local = reflect_bool(rows, row, "attislocal");
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
    Result *rows = load_query(load, postgres_columns_sql);
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
    key->is_inherited = reflect_bool(rows, row, "is_inherited");
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
    key->not_valid = !reflect_bool(rows, row, "convalidated");
    key->is_inherited = reflect_bool(rows, row, "is_inherited");
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
    check->is_inherited = reflect_bool(rows, row, "is_inherited");
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

static void load_constraints(Load *load)
{
    Result *rows = load_query(load, postgres_constraints_sql);
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

static ReflectedIndex *index_from(const Result *rows, size_t row)
{
    ReflectedIndex *index = new (ReflectedIndex);
    Str *method = reflect_text(rows, row, "method");
    index->name = reflect_text(rows, row, "name");
    index->unique = reflect_bool(rows, row, "indisunique");
    index->nulls_not_distinct = reflect_bool(rows, row, "nulls_not_distinct");
    index->has_constraint = reflect_bool(rows, row, "has_constraint");
    index->duplicates_constraint = index->has_constraint ? index->name : NULL;
    index->definition = postgres_index_tail(reflect_text(rows, row, "definition"));
    index->where = reflect_text(rows, row, "filter");
    index->using = str_is(method, "btree") ? NULL : method;
    index->comment = reflect_text(rows, row, "comment");
    index->tablespace = reflect_text(rows, row, "tablespace");
    index->is_inherited = reflect_bool(rows, row, "is_inherited");
    index->with = storage_from(rows, row);
    set_elements(index, rows, row);
    return index;
}

/* EXCLUDE: its index and what the index does not say. */
static ReflectedExclusion *exclusion_from(ReflectedIndex *index, const Result *rows, size_t row)
{
    ReflectedExclusion *exclusion = new (ReflectedExclusion);
    exclusion->index = index;
    exclusion->definition = reflect_text(rows, row, "exclusion");
    exclusion->operators = reflect_texts(rows, row, "exclusion_operators");
    exclusion->deferrable = reflect_bool(rows, row, "condeferrable");
    exclusion->initially_deferred = reflect_bool(rows, row, "condeferred");
    return exclusion;
}

static void load_indexes(Load *load)
{
    Result *rows = load_query(load, postgres_indexes_sql);
    for (size_t i = 0; i < rows->row_count; i++) {
        ReflectedTable *table = table_of(load, reflect_int(rows, i, "oid"));
        if (!table)
            continue;
        ReflectedIndex *index = index_from(rows, i);
        vec_push(&table->indexes, index);
        if (reflect_text(rows, i, "exclusion"))
            vec_push(&table->exclusions, exclusion_from(index, rows, i));
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
    .domains = domains,
    .load = load,
};
