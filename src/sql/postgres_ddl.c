/* postgres_ddl.c -- what PostgreSQL's DDL has beyond the generic form: SERIAL, INCLUDE, NOT VALID, EXCLUDE,
 * index methods, enum types and domains, identity changes. */
#include "sql/inside.h"

#include <ctype.h>

static Value option(const Dict *options, const char *name)
{
    return dialect_option(options, "postgresql", name);
}

static bool is_true(Value v)
{
    return !is_absent(v) && value_truth(v);
}

/* --- columns --------------------------------------------------------------------------------------------------- */

/* SERIAL stands for an integer primary key that counts by itself and has no identity. */
static const char *serial_word(const Column *column)
{
    const Table *table = column_table(column);
    if (!table || !column->primary_key || column->identity || table_autoincrement_column(table) != column)
        return NULL;
    if (is_set(column->default_value) || (column->sequence && !column->sequence->optional))
        return NULL;
    const Type *type = type_for_dialect(column_type(column), "postgresql");
    return type_is(type, TYPE_BigInteger)     ? "BIGSERIAL"
           : type_is(type, TYPE_SmallInteger) ? "SMALLSERIAL"
                                              : "SERIAL";
}

static void write_type_and_default(Writer *w, const Column *column)
{
    const char *serial = serial_word(column);
    if (serial) {
        write_text(w, serial);
        return;
    }
    write_type(w, column_type(column));
    if (column->server_default && is_set(column->server_default->argument)) {
        write_text(w, " DEFAULT ");
        write_column_default(w, column->server_default->argument);
    }
}

static void write_computed(Writer *w, const Computed *computed)
{
    if (computed->persisted == TRI_FALSE)
        raise_compile(w, "PostgreSQL computed columns do not support 'virtual' persistence; set the "
                         "'persisted' flag to None or True for PostgreSQL support.");
    write_text(w, "GENERATED ALWAYS AS (");
    write_inline(w, computed->sqltext);
    write_text(w, ") STORED");
}

static void write_postgres_column(Writer *w, Column *column)
{
    write_name(w, column_name(column), column->clause.quote);
    write_text(w, " ");
    write_type_and_default(w, column);
    if (column->computed) {
        write_text(w, " ");
        write_computed(w, column->computed);
    }
    if (column->identity) {
        write_text(w, " ");
        write_identity(w, column->identity);
    }
    if (!column->nullable && !column->identity)
        write_text(w, " NOT NULL");
    else if (column->nullable && column->identity)
        write_text(w, " NULL");
}

/* --- constraints -------------------------------------------------------------------------------------------------- */

static void write_include(Writer *w, const Table *table, const Dict *options)
{
    Value include = option(options, "include");
    if (!is_true(include))
        return;
    const List *columns = list_from(include);
    write_text(w, " INCLUDE (");
    for (size_t i = 0; i < columns->length; i++) {
        Str *name = value_find_str(columns->at[i]);
        const Column *column = name ? table_find_column(table, name) : column_given(columns->at[i]);
        if (!column)
            raise_exception_with(&KeyError_class, name ? STR(name) : columns->at[i]);
        write_text(w, i ? ", " : "");
        write_name(w, column_name(column), column->clause.quote);
    }
    write_text(w, ")");
}

static void write_not_valid(Writer *w, const Constraint *constraint)
{
    if (is_true(option(constraint->options, "not_valid")))
        write_text(w, " NOT VALID");
}

static void write_primary_key(Writer *w, Constraint *constraint)
{
    if (constraint->columns.length == 0)
        return;
    write_primary_key_generic(w, constraint);
    write_include(w, constraint->table, constraint->options);
    write_deferrability(w, constraint);
}

static void write_unique(Writer *w, Constraint *constraint)
{
    if (constraint->columns.length == 0)
        return;
    write_unique_generic(w, constraint);
    write_include(w, constraint->table, constraint->options);
    write_deferrability(w, constraint);
}

static void write_unique_distinct(Writer *w, const Constraint *constraint)
{
    Value given = option(constraint->options, "nulls_not_distinct");
    if (given.tag == TAG_BOOL)
        write_text(w, given.boolean ? "NULLS NOT DISTINCT " : "NULLS DISTINCT ");
}

static void write_check(Writer *w, Constraint *constraint)
{
    write_check_generic(w, constraint);
    write_not_valid(w, constraint);
}

static void write_foreign_key(Writer *w, Constraint *constraint)
{
    write_foreign_key_generic(w, constraint);
    write_not_valid(w, constraint);
}

/* SET NULL and SET DEFAULT may name columns: SET NULL (a, b). */
static void write_on_delete(Writer *w, const Constraint *constraint)
{
    const char *action = constraint->ondelete->text, *list = strchr(action, '(');
    if (!list || action[strlen(action) - 1] != ')') {
        write_on_delete_generic(w, constraint);
        return;
    }
    static const char *const with_columns[] = {"SET NULL", "SET DEFAULT", NULL};
    Str *words = str_trim(str_new(action, (size_t)(list - action)));
    check_phrase(w, words, with_columns);
    check_column_words(w, constraint->ondelete, list);
    write_format(w, " ON DELETE %s", action);
}

/* The key by which an expression is found in ops={"name": "gin_trgm_ops"}. */
static Str *expression_key(const ClauseElement *element)
{
    const ColumnClause *column = as(ColumnClause, OBJ(element));
    const TextClause *text = as(TextClause, OBJ(element));
    if (text) /* the text is its own key */
        return text->text;
    return column ? column->key : value_find_str(value_find_attr_text(OBJ(element), "key"));
}

/* ... and its operator class: a name, perhaps with a schema and parameters, written as given. */
static void write_operator_class(Writer *w, const Dict *ops, const Str *key)
{
    Value given = ops && key ? dict_find_str(ops, key) : UNSET;
    if (!is_set(given))
        return;
    write_operator_class_words(w, value_str(given));
}

static void write_exclude(Writer *w, Constraint *constraint)
{
    write_constraint_name(w, constraint);
    write_text(w, "EXCLUDE USING ");
    write_method(w, constraint->using);
    write_text(w, " (");
    for (size_t i = 0; i < constraint->exclusions.length; i++) {
        const ExcludeElement *element = &constraint->exclusions.at[i];
        const Str *key = element->name;
        write_text(w, i ? ", " : "");
        if (element->expression) {
            write_inline(w, element->expression);
            key = expression_key(element->expression);
        } else {
            write_name(w, element->name, TRI_UNSET);
        }
        write_operator_class(w, constraint->operators, key);
        write_exclusion_operator(w, element->operator);
    }
    write_text(w, ")");
    if (constraint->where) {
        write_text(w, " WHERE (");
        write_inline(w, constraint->where);
        write_text(w, ")");
    }
    write_deferrability(w, constraint);
}

/* --- table options ----------------------------------------------------------------------------------------------------- */

static void write_inherits(Writer *w, Value inherits)
{
    if (is_absent(inherits))
        return;
    Str *single = value_find_str(inherits);
    const List *parents = single ? list_of(1, &inherits) : list_from(inherits);
    write_text(w, "\n INHERITS ( ");
    for (size_t i = 0; i < parents->length; i++) {
        write_text(w, i ? ", " : "");
        write_name(w, value_str(parents->at[i]), TRI_UNSET);
    }
    write_text(w, " )");
}

static void write_table_method(Writer *w, const Str *method)
{
    write_text(w, "\n USING ");
    write_method(w, method);
}

static void write_on_commit(Writer *w, const Str *given)
{
    static const char *const actions[] = {"PRESERVE ROWS", "DELETE ROWS", "DROP", NULL};
    Str *action = str_upper_ascii(str_replace(given, "_", " "));
    check_phrase(w, action, actions);
    write_format(w, "\n ON COMMIT %s", action->text);
}

static void write_table_options(Writer *w, const Table *table)
{
    const Dict *options = table->options;
    write_inherits(w, option(options, "inherits"));
    Value partition = option(options, "partition_by"), using = option(options, "using");
    if (is_true(partition))
        write_format(w, "\n PARTITION BY %s", value_str(partition)->text);
    if (is_true(using))
        write_table_method(w, value_str(using));
    Value oids = option(options, "with_oids");
    if (oids.tag == TAG_BOOL)
        write_text(w, oids.boolean ? "\n WITH OIDS" : "\n WITHOUT OIDS");
    Value on_commit = option(options, "on_commit"), tablespace = option(options, "tablespace");
    if (is_true(on_commit))
        write_on_commit(w, value_str(on_commit));
    if (is_true(tablespace)) {
        write_text(w, "\n TABLESPACE ");
        write_name(w, value_str(tablespace), TRI_UNSET);
    }
}

/* --- indexes --------------------------------------------------------------------------------------------------------------- */

/* Anything but a bare column stands in parentheses, unless it is a function call. */
static void write_index_expression(Writer *w, ClauseElement *element)
{
    bool bare = as(ColumnClause, OBJ(element)) != NULL;
    bool enclosed = !bare && (element->kind == EXPR_BINARY || element->kind == EXPR_BOOLEAN_LIST ||
                              element->kind == EXPR_CLAUSE_LIST);
    write_text(w, enclosed ? "(" : "");
    write_inline(w, element);
    write_text(w, enclosed ? ")" : "");
}

static void write_index_columns(Writer *w, const Index *index)
{
    Value ops = option(index->options, "ops");
    const Dict *classes = is_absent(ops) ? NULL : (Dict *)value_get_as(ops, &dict_class, "postgresql_ops");
    write_text(w, "(");
    for (size_t i = 0; i < index->expressions.length; i++) {
        write_text(w, i ? ", " : "");
        write_index_expression(w, index->expressions.at[i]);
        write_operator_class(w, classes, expression_key(index->expressions.at[i]));
    }
    write_text(w, ")");
}

static void write_storage_parameters(Writer *w, Value given)
{
    if (!is_true(given))
        return;
    const Dict *parameters = (Dict *)value_get_as(given, &dict_class, "postgresql_with");
    const char *separator = " WITH (";
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(parameters, &i)); separator = ", ") {
        write_text(w, separator);
        write_storage_parameter(w, value_str(entry->key), entry->value);
    }
    write_text(w, ")");
}

static void write_index_where(Writer *w, Value where)
{
    if (is_absent(where))
        return;
    write_text(w, " WHERE ");
    write_inline(w, element_from_text(where));
}

static void write_create_index(Writer *w, Ddl *ddl)
{
    const Index *index = (const Index *)ddl->subject;
    const Dict *options = index->options;
    write_create_index_start(w, ddl, is_true(option(options, "concurrently")) ? "CONCURRENTLY " : "");
    write_index_name(w, index, false);
    write_text(w, " ON ");
    write_table_name(w, index->table);
    write_text(w, " ");
    Value using = option(options, "using");
    if (is_true(using)) {
        write_text(w, "USING ");
        write_method(w, value_str(using));
        write_text(w, " ");
    }
    write_index_columns(w, index);
    write_include(w, index->table, options);
    Value distinct = option(options, "nulls_not_distinct");
    if (distinct.tag == TAG_BOOL)
        write_text(w, distinct.boolean ? " NULLS NOT DISTINCT" : " NULLS DISTINCT");
    write_storage_parameters(w, option(options, "with"));
    Value tablespace = option(options, "tablespace");
    if (is_true(tablespace)) {
        write_text(w, " TABLESPACE ");
        write_name(w, value_str(tablespace), TRI_UNSET);
    }
    write_index_where(w, option(options, "where"));
}

static void write_drop_index(Writer *w, Ddl *ddl)
{
    const Index *index = (const Index *)ddl->subject;
    write_drop_index_start(w, ddl, is_true(option(index->options, "concurrently")) ? "CONCURRENTLY " : "");
}

/* --- enum types and domains ----------------------------------------------------------------------------------------------------- */

static void write_type_name(Writer *w, const Type *type)
{
    if (!type->name)
        raise_compile(w, "PostgreSQL ENUM type requires a name.");
    write_qualified(w, type->schema, TRI_UNSET, type->name, type->quote);
}

static void write_create_domain(Writer *w, const Type *type)
{
    write_text(w, "CREATE DOMAIN ");
    write_type_name(w, type);
    write_text(w, " AS ");
    write_type(w, type->item_type);
    write_text(w, " ");
    const char *space = "";
    if (type->collation) {
        write_text(w, "COLLATE ");
        write_name(w, type->collation, TRI_UNSET);
        space = " ";
    }
    if (!is_absent(type->default_value)) {
        write_format(w, "%sDEFAULT ", space);
        write_column_default(w, type->default_value);
        space = " ";
    }
    if (type->constraint_name) {
        write_format(w, "%sCONSTRAINT ", space);
        write_name(w, type->constraint_name, TRI_UNSET);
        space = " ";
    }
    if (type->not_null == TRI_TRUE) {
        write_format(w, "%sNOT NULL", space);
        space = " ";
    }
    if (!is_absent(type->check)) {
        write_format(w, "%sCHECK (", space);
        write_inline(w, element_from_text(type->check));
        write_text(w, ")");
    }
}

static void write_create_type(Writer *w, Ddl *ddl)
{
    const Type *type = (const Type *)ddl->subject;
    if (type_is(type, TYPE_PG_DOMAIN)) {
        write_create_domain(w, type);
        return;
    }
    write_text(w, "CREATE TYPE ");
    write_type_name(w, type);
    write_text(w, " AS ENUM (");
    for (size_t i = 0; i < type->labels.length; i++) {
        write_text(w, i ? ", " : "");
        write_literal(w, type_label(type, i), type->tuple_label ? NULL : type_new(TYPE_String));
    }
    write_text(w, ")");
}

static void write_drop_type(Writer *w, Ddl *ddl)
{
    const Type *type = (const Type *)ddl->subject;
    write_format(w, "DROP %s %s", type_is(type, TYPE_PG_DOMAIN) ? "DOMAIN" : "TYPE",
                 ddl->if_exists ? "IF EXISTS " : "");
    write_type_name(w, type);
}

static bool same_name(const Str *a, const Str *b)
{
    return a && b ? str_equal(a, b) : a == b;
}

/* A type without a name as well: its CREATE TYPE is the error. */
static bool is_created_with_table(const Type *type)
{
    bool named = type_is(type, TYPE_PG_DOMAIN) || (type_is(type, TYPE_Enum) && type->native_enum);
    return named && type->create_type;
}

/* Each type once, in column order; ARRAY items count too. */
static DdlVec table_types(const Dialect *dialect, const Table *table, DdlKind kind)
{
    DdlVec list = {0};
    if (!dialect_has(dialect, FEATURE_ENUM_TYPES))
        return list;
    for (size_t i = 0; i < table->columns.length; i++) {
        Type *type = type_for_dialect(column_type(table->columns.at[i]), dialect->name);
        if (type_is(type, TYPE_ARRAY))
            type = type_for_dialect(type->item_type, dialect->name);
        bool known = !is_created_with_table(type);
        for (size_t j = 0; j < list.length && !known; j++) {
            const Type *other = (const Type *)list.at[j]->subject;
            known = same_name(other->name, type->name) && same_name(other->schema, type->schema);
        }
        if (!known)
            vec_push(&list, ddl_new(kind, &type->obj));
    }
    return list;
}

DdlVec sql_types_to_create(const Dialect *dialect, const Table *table)
{
    return table_types(dialect, table, DDL_CREATE_TYPE);
}

DdlVec sql_types_to_drop(const Dialect *dialect, const Table *table)
{
    return table_types(dialect, table, DDL_DROP_TYPE);
}

/* --- ALTER COLUMN ------------------------------------------------------------------------------------------------------------------ */

static void write_column_type(Writer *w, Ddl *ddl)
{
    write_alter_column(w, ddl);
    write_text(w, "TYPE ");
    write_type(w, ddl->type);
    write_text(w, " "); /* the reference leaves it there without USING too */
    if (ddl->using)
        write_format(w, "USING %s", ddl->using->text);
}

static void write_column_comment(Writer *w, Ddl *ddl)
{
    write_text(w, "COMMENT ON COLUMN ");
    write_altered_table(w, ddl);
    write_text(w, ".");
    write_name(w, ddl->column_name, ddl->quote_column);
    write_text(w, " IS ");
    if (ddl->comment)
        write_literal(w, STR(ddl->comment), type_new(TYPE_String));
    else
        write_text(w, "NULL");
}

static void write_constraint_comment(Writer *w, Ddl *ddl)
{
    const Constraint *constraint = (const Constraint *)ddl->subject;
    Str *name = constraint_final_name(constraint, w->dialect->identifier_limit);
    if (!name || !constraint->table)
        raise_compile(w, "Can't emit COMMENT ON for a constraint without a name and a table");
    write_text(w, "COMMENT ON CONSTRAINT ");
    write_name(w, name, TRI_UNSET);
    write_text(w, " ON ");
    write_table_name(w, constraint->table);
    write_text(w, " IS ");
    if (ddl->ddl == DDL_SET_CONSTRAINT_COMMENT && constraint->comment)
        write_literal(w, STR(constraint->comment), type_new(TYPE_String));
    else
        write_text(w, "NULL");
}

/* What the new identity does not say is left as it is. */
static bool same_option(Value a, Value b)
{
    return is_absent(a) || (!is_absent(b) && value_equal(a, b));
}

static bool same_switch(Tri a, Tri b)
{
    return a == TRI_UNSET || a == b;
}

/* "SET INCREMENT BY 2 SET CYCLE ": what differs from the old identity, by attribute name. */
static void write_identity_changes(Writer *w, const Identity *to, const Identity *from)
{
    const SequenceOptions *a = &to->options, *b = &from->options;
    const struct {
        bool changed;
        SequenceOptions only;
    } rows[] = {
        {!same_option(a->cache, b->cache), {.cache = a->cache}},
        {!same_switch(a->cycle, b->cycle), {.cycle = a->cycle}},
        {!same_option(a->increment, b->increment), {.increment = a->increment}},
        {!same_option(a->maxvalue, b->maxvalue), {.maxvalue = a->maxvalue}},
        {!same_option(a->minvalue, b->minvalue), {.minvalue = a->minvalue}},
        {!same_switch(a->nomaxvalue, b->nomaxvalue), {.nomaxvalue = a->nomaxvalue}},
        {!same_switch(a->nominvalue, b->nominvalue), {.nominvalue = a->nominvalue}},
        {!same_option(a->start, b->start), {.start = a->start}},
    };
    if (to->always != from->always)
        write_format(w, "SET GENERATED %s ", to->always ? "ALWAYS" : "BY DEFAULT");
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (rows[i].changed) {
            write_text(w, "SET ");
            write_sequence_options(w, &rows[i].only);
            write_text(w, " ");
        }
}

static void write_column_identity(Writer *w, Ddl *ddl)
{
    const Identity *to = as(Identity, ddl->server_default);
    const Identity *from = as(Identity, ddl->existing_server_default);
    write_alter_column(w, ddl);
    if (!to) {
        write_text(w, "DROP IDENTITY");
    } else if (!from) {
        write_text(w, "ADD ");
        write_identity(w, to);
    } else {
        write_identity_changes(w, to, from);
    }
}

static Str *text_literal(const Dialect *dialect, const Str *text)
{
    return sql_literal_text(dialect, STR(text), type_new(TYPE_String));
}

/* From the table, not by to_regclass(): the server remembers for the rest of a transaction that a name was not
 * there, and another migration may have made it meanwhile. Without a join, which a fresh session plans slowly. */
static Str *has_table(const Dialect *dialect, const Str *schema, const Str *name)
{
    Str *where = schema
                     ? str_format("c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = %s)",
                                  text_literal(dialect, schema)->text)
                     : str_from("pg_catalog.pg_table_is_visible(c.oid)");
    return str_format("SELECT 1 FROM pg_catalog.pg_class c WHERE c.relname = %s AND "
                      "c.relkind IN ('r', 'p', 'f', 'v', 'm') AND %s",
                      text_literal(dialect, name)->text, where->text);
}

const WriteDdl postgres_ddl[DDL_COUNT] = {
    [DDL_CREATE_INDEX] = write_create_index,   [DDL_DROP_INDEX] = write_drop_index,
    [DDL_CREATE_TYPE] = write_create_type,     [DDL_DROP_TYPE] = write_drop_type,
    [DDL_COLUMN_TYPE] = write_column_type,     [DDL_COLUMN_COMMENT] = write_column_comment,
    [DDL_COLUMN_IDENTITY] = write_column_identity,
    [DDL_SET_CONSTRAINT_COMMENT] = write_constraint_comment,
    [DDL_DROP_CONSTRAINT_COMMENT] = write_constraint_comment,
};

const DialectHooks postgres_hooks = {
    .expr = &postgres_expr_hooks,
    .column = write_postgres_column,
    .constraint =
        {
            [CONSTRAINT_PRIMARY_KEY] = write_primary_key,
            [CONSTRAINT_UNIQUE] = write_unique,
            [CONSTRAINT_CHECK] = write_check,
            [CONSTRAINT_FOREIGN_KEY] = write_foreign_key,
            [CONSTRAINT_EXCLUDE] = write_exclude,
        },
    .table_options = write_table_options,
    .unique_distinct = write_unique_distinct,
    .on_delete = write_on_delete,
    .computed = write_computed,
    .index_expression = write_index_expression,
    .has_table = has_table,
};
