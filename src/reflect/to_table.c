/* to_table.c -- what was read of a table as a Table object of the model: columns, constraints,
 * indexes as SQLAlchemy's reflection makes them. */
#include "reflect/reflect.h"

static bool is_postgres(const char *dialect_name)
{
    return strcmp(dialect_name, "postgresql") == 0;
}

/* --- columns ---------------------------------------------------------------------------------- */

static bool is_included(Value include, const Str *name)
{
    return is_absent(include) || value_contains(include, STR(name));
}

static Computed *computed_from(const ReflectedColumn *reflected)
{
    Computed *computed = obj_new(Computed);
    computed->sqltext = ELEMENT(text_new(reflected->computed));
    computed->persisted = reflected->computed_persisted ? TRI_TRUE : TRI_FALSE;
    return computed;
}

static Identity *identity_from(const ReflectedIdentity *reflected)
{
    Identity *identity = obj_new(Identity);
    identity->always = reflected->always;
    identity->options.start = reflected->start;
    identity->options.increment = reflected->increment;
    identity->options.minvalue = reflected->minvalue;
    identity->options.maxvalue = reflected->maxvalue;
    identity->options.cache = reflected->cache;
    identity->options.cycle = reflected->cycle ? TRI_TRUE : TRI_FALSE;
    return identity;
}

bool reflected_default_needs_parentheses(const Str *text)
{
    size_t n = text->length;
    const char *p = text->text;
    if (n == 0 || (n == 1 && (*p == '.' || (*p >= '0' && *p <= '9'))))
        return false;
    bool quoted = n > 2 && p[0] == '\'' && p[n - 1] == '\'';
    bool enclosed = n > 2 && p[0] == '(' && p[n - 1] == ')';
    return !quoted && !enclosed;
}

static void set_default(Column *column, Value value)
{
    if (is_absent(value))
        return;
    Str *text = value_find_str(value);
    column->server_default = server_default_from(text ? OBJ(text_new(text)) : value, false);
    column->server_default->is_reflected = true;
    column->server_default->column = column;
}

/* Types that SQLAlchemy has, but does not know again. */
static const struct {
    const char *text;
    TypeId id;
} unread_types[] = {{"jsonpath", TYPE_PG_JSONPATH}, {"tsquery", TYPE_PG_TSQUERY}};

/* COLLATE of SQLite stands beside the type. */
static Type *exact_type(const ReflectedColumn *reflected)
{
    Type *type = reflected->type;
    for (size_t i = 0; type_is(type, TYPE_NullType) && i < COUNT_OF(unread_types); i++)
        if (str_is(reflected->type_text, unread_types[i].text))
            return type_new(unread_types[i].id);
    if (type_is(type, TYPE_NullType) && reflected->type_text) {
        Type *unknown = type_new(TYPE_NullType);
        unknown->name = reflected->type_text;
        return unknown;
    }
    if (!reflected->collation || !type_is(type, TYPE_String))
        return type;
    Type *copy = type_copy(type);
    copy->collation = str_upper_ascii(reflected->collation);
    return copy;
}

/* Said of a column with a default of its own it makes the column SERIAL, which has another sequence. */
static bool counts_by_itself(const ReflectedColumn *reflected, const TableFilling *filling)
{
    bool has_own = reflected->default_text && !reflected->owned_sequence;
    return reflected->autoincrement && !(filling->exact && has_own);
}

/* As SQLAlchemy warns. */
static void warn_unread(const ReflectedColumn *reflected, const Type *type,
                        const TableFilling *filling)
{
    if (type_is(type, TYPE_NullType) && is_postgres(filling->dialect_name) && reflected->type_text)
        diag_warning((Pos){0}, "Did not recognize type '%.*s' of column '%s'",
                     (int)strcspn(reflected->type_text->text, "["), reflected->type_text->text,
                     reflected->name->text);
}

static Column *column_from(Table *table, const ReflectedColumn *reflected,
                           const TableFilling *filling)
{
    Type *type = filling->exact ? exact_type(reflected) : reflected->type;
    warn_unread(reflected, type, filling);
    bool lent = filling->exact && reflected->has_domain_default;
    ColumnDraft draft = {reflected->name, type, lent ? NONE : STR(reflected->default_text)};
    if (filling->on_column)
        filling->on_column(filling->owner, table, reflected, &draft);
    Column *column = column_new(draft.name, draft.type);
    column->nullable = reflected->nullable || (filling->exact && reflected->has_domain_not_null);
    column->nullable_given = true;
    column->comment = reflected->comment;
    if (is_postgres(filling->dialect_name))
        column->autoincrement = BOOL(counts_by_itself(reflected, filling));
    set_default(column, draft.server_default);
    if (reflected->computed) {
        column->computed = computed_from(reflected);
        column->computed->column = column;
    }
    if (reflected->identity) {
        column->identity = identity_from(reflected->identity);
        column->identity->column = column;
    }
    return column;
}

static void add_columns(Table *table, const ReflectedTable *reflected, const TableFilling *filling)
{
    for (size_t i = 0; i < reflected->columns.length; i++) {
        if (!is_included(filling->include_columns, reflected->columns.at[i]->name))
            continue;
        if (!filling->keeps_columns || !table_find_column(table, reflected->columns.at[i]->name))
            table_replace_column(table, column_from(table, reflected->columns.at[i], filling));
    }
}

/* --- constraints ------------------------------------------------------------------------------ */

static bool all_present(const Table *table, const StrVec *names)
{
    for (size_t i = 0; i < names->length; i++)
        if (!names->at[i] || !table_find_column(table, names->at[i]))
            return false;
    return true;
}

static Constraint *constraint_from(ConstraintKind kind, Str *name, Str *comment)
{
    Constraint *constraint = constraint_new(kind, name);
    constraint->name_source = name ? NAME_FINAL : NAME_NONE;
    constraint->comment = comment;
    return constraint;
}

static Value strings(const StrVec *names)
{
    List *list = list_new(names->length);
    for (size_t i = 0; i < names->length; i++)
        list_append(list, STR(names->at[i]));
    return OBJ(list);
}

static void defer_key(Constraint *constraint, const ReflectedKey *key)
{
    constraint->deferrable = key->deferrable ? TRI_TRUE : TRI_UNSET;
    constraint->initially = key->initially_deferred ? str_from("DEFERRED") : NULL;
}

static void add_primary_key(Table *table, const ReflectedKey *reflected,
                            const TableFilling *filling)
{
    if (!reflected)
        return;
    Constraint *key = table->primary_key;
    key->name = reflected->name;
    key->name_source = reflected->name ? NAME_FINAL : NAME_NONE;
    key->comment = reflected->comment;
    key->columns.length = 0;
    if (filling->exact)
        defer_key(key, reflected);
    if (is_postgres(filling->dialect_name))
        dict_set_text(key->options, "postgresql_include", strings(&reflected->include));
    for (size_t i = 0; i < reflected->columns.length; i++) {
        Column *column = table_find_column(table, reflected->columns.at[i]);
        if (!column)
            continue;
        column->primary_key = true;
        vec_push(&key->columns, column);
    }
}

Constraint *reflected_unique_new(const Table *table, const ReflectedKey *key,
                                 const TableFilling *filling)
{
    if (!all_present(table, &key->columns))
        return NULL;
    Constraint *unique = constraint_from(CONSTRAINT_UNIQUE, key->name, key->comment);
    unique->column_names = key->columns;
    if (filling->exact)
        defer_key(unique, key);
    if (is_postgres(filling->dialect_name)) {
        dict_set_text(unique->options, "postgresql_include", strings(&key->include));
        dict_set_text(unique->options, "postgresql_nulls_not_distinct",
                      BOOL(key->nulls_not_distinct));
    }
    return unique;
}

/* Printed SQL that is to be read again. */
static Str *read_again(const TableFilling *filling, Str *text)
{
    return filling->exact && is_postgres(filling->dialect_name) ? postgres_readable(text) : text;
}

Constraint *reflected_check_new(const ReflectedCheck *check, const TableFilling *filling)
{
    Constraint *constraint = constraint_from(CONSTRAINT_CHECK, check->name, check->comment);
    constraint->sqltext = ELEMENT(text_new(read_again(filling, check->sqltext)));
    if (check->not_valid)
        dict_set_text(constraint->options, "postgresql_not_valid", TRUE_VALUE);
    return constraint;
}

static StrVec targets_of(const ReflectedForeignKey *key)
{
    StrVec targets = {0};
    for (size_t i = 0; i < key->referred_columns.length; i++) {
        Str *name =
            str_format("%s.%s", key->referred_table->text, key->referred_columns.at[i]->text);
        vec_push(&targets, key->referred_schema
                               ? str_format("%s.%s", key->referred_schema->text, name->text)
                               : name);
    }
    return targets;
}

Constraint *reflected_foreign_key_new(const Table *table, const ReflectedForeignKey *key)
{
    if (!all_present(table, &key->columns))
        return NULL;
    StrVec targets = targets_of(key);
    Constraint *constraint = foreign_key_constraint_new(key->name, &key->columns, &targets);
    constraint->name_source = key->name ? NAME_FINAL : NAME_NONE;
    constraint->link_to_name = true;
    constraint->comment = key->comment;
    constraint->onupdate = key->onupdate;
    constraint->ondelete = key->ondelete;
    constraint->match = key->match;
    constraint->deferrable = key->deferrable;
    constraint->initially = key->initially;
    return constraint;
}

static void add_foreign_keys(Table *table, const ReflectedTable *reflected,
                             const TableFilling *filling)
{
    for (size_t i = 0; i < reflected->foreign_keys.length; i++) {
        const ReflectedForeignKey *key = reflected->foreign_keys.at[i];
        Constraint *constraint = reflected_foreign_key_new(table, key);
        if (!constraint)
            continue;
        if (filling->exact && key->not_valid)
            dict_set_text(constraint->options, "postgresql_not_valid", TRUE_VALUE);
        if (filling->on_foreign_key)
            filling->on_foreign_key(filling->owner, table, key);
        table_add_constraint(table, constraint);
    }
}

/* An operator class belongs to the column, or stands in the text of an expression. */
static ExcludeElement excluded_element(const Table *table, const ReflectedIndex *index, size_t i, Dict *classes)
{
    Str *name = index->columns.at[i], *class = i < index->operators.length ? index->operators.at[i] : NULL;
    Column *column = name ? table_find_column(table, name) : NULL;
    if (column && class)
        dict_set_str(classes, name, STR(class));
    if (column)
        return (ExcludeElement){.expression = ELEMENT(column), .name = name};
    Str *text = name ? name : index->expressions.at[i];
    return (ExcludeElement){.expression = ELEMENT(text_new(class ? str_format("%s %s", text->text, class->text) : text))};
}

Constraint *reflected_exclusion_new(const Table *table, const ReflectedExclusion *exclusion)
{
    const ReflectedIndex *index = exclusion->index;
    Constraint *constraint = constraint_from(CONSTRAINT_EXCLUDE, index->name, index->comment);
    constraint->operators = dict_new();
    for (size_t i = 0; i < index->columns.length; i++) {
        ExcludeElement element = excluded_element(table, index, i, constraint->operators);
        element.operator = exclusion->operators.at[i];
        vec_push(&constraint->exclusions, element);
    }
    constraint->using = index->using ? index->using : str_from("btree");
    constraint->where = index->where ? ELEMENT(text_new(index->where)) : NULL;
    constraint->deferrable = exclusion->deferrable ? TRI_TRUE : TRI_UNSET;
    constraint->initially = exclusion->initially_deferred ? str_from("DEFERRED") : NULL;
    return constraint;
}

static void add_constraint_if(Table *table, Constraint *constraint)
{
    if (constraint)
        table_add_constraint(table, constraint);
}

/* --- indexes ---------------------------------------------------------------------------------- */

static Dict *with_dict(const Map *with)
{
    Dict *d = dict_new();
    for (size_t i = 0; i < with->length; i++)
        dict_set_str(d, with->at[i].key, STR((Str *)with->at[i].value));
    return d;
}

/* Operator classes by column, or by the text of the expression. */
static Dict *operators_dict(const ReflectedIndex *index)
{
    Dict *d = dict_new();
    for (size_t i = 0; i < index->operators.length && i < index->columns.length; i++) {
        Str *element = index->columns.at[i] ? index->columns.at[i] : index->expressions.at[i];
        if (index->operators.at[i])
            dict_set_str(d, element, STR(index->operators.at[i]));
    }
    return d;
}

Dict *reflected_index_options(const ReflectedIndex *index, const char *dialect_name)
{
    Dict *options = dict_new();
    if (!is_postgres(dialect_name)) {
        if (index->where)
            dict_set_text(options, "sqlite_where", OBJ(text_new(index->where)));
        return options;
    }
    Dict *operators = operators_dict(index);
    if (operators->length)
        dict_set_text(options, "postgresql_ops", OBJ(operators));
    if (index->with.length)
        dict_set_text(options, "postgresql_with", OBJ(with_dict(&index->with)));
    if (index->using)
        dict_set_text(options, "postgresql_using", STR(index->using));
    if (index->where)
        dict_set_text(options, "postgresql_where", STR(index->where));
    dict_set_text(options, "postgresql_include", strings(&index->include));
    if (index->nulls_not_distinct)
        dict_set_text(options, "postgresql_nulls_not_distinct", TRUE_VALUE);
    return options;
}

static const struct {
    const char *word;
    SqlOperator modifier;
} sort_words[] = {
    {"desc", SQL_DESC}, {"nulls_first", SQL_NULLS_FIRST}, {"nulls_last", SQL_NULLS_LAST}};

static ClauseElement *sorted_element(ClauseElement *element, const StrVec *words)
{
    for (size_t i = 0; i < words->length; i++)
        for (size_t k = 0; k < COUNT_OF(sort_words); k++)
            if (str_is(words->at[i], sort_words[k].word))
                element = ELEMENT(modifier_new(sort_words[k].modifier, element));
    return element;
}

/* A column, sorted or not; else the element's text: SQLite keeps it as CREATE INDEX had it. */
static ClauseElement *written_element(const Table *table, const ReflectedIndex *reflected, size_t i)
{
    Str *name = reflected->columns.at[i];
    Column *column = name ? table_find_column(table, name) : NULL;
    IndexItemKind kind = reflected->kinds.at[i];
    if (!column || kind == INDEX_ITEM_OTHER)
        return ELEMENT(text_new(reflected->items.at[i]));
    return kind == INDEX_ITEM_COLUMN ? ELEMENT(column)
                                     : ELEMENT(modifier_new(SQL_DESC, ELEMENT(column)));
}

Index *reflected_index_new(const Table *table, const ReflectedIndex *reflected,
                           const TableFilling *filling)
{
    Index *index = index_new(reflected->name, NULL);
    bool is_written = filling->exact && reflected->items.length;
    index->name_source = NAME_FINAL;
    index->unique = reflected->unique;
    dict_update(index->options, reflected_index_options(reflected, filling->dialect_name));
    Value where = dict_find_text(index->options, "postgresql_where");
    if (is_set(where))
        dict_set_text(index->options, "postgresql_where",
                      STR(read_again(filling, value_str(where))));
    for (size_t i = 0; i < reflected->columns.length; i++) {
        Column *column =
            reflected->columns.at[i] ? table_find_column(table, reflected->columns.at[i]) : NULL;
        if (reflected->columns.at[i] && !column)
            return NULL;
        ClauseElement *element = is_written ? written_element(table, reflected, i)
                                 : column   ? ELEMENT(column)
                                            : ELEMENT(text_new(reflected->expressions.at[i]));
        if (i < reflected->sorting.length)
            element = sorted_element(element, &reflected->sorting.at[i]);
        vec_push(&index->column_names, NULL);
        vec_push(&index->expressions, element);
    }
    return index;
}

static void add_index(Table *table, const ReflectedIndex *record, const TableFilling *filling)
{
    Index *index =
        record->duplicates_constraint ? NULL : reflected_index_new(table, record, filling);
    if (index)
        table_add_index(table, index);
}

static void add_indexes(Table *table, const ReflectedTable *reflected, const TableFilling *filling)
{
    for (size_t i = 0; i < reflected->indexes.length; i++)
        add_index(table, reflected->indexes.at[i], filling);
    for (size_t i = 0; filling->exact && i < reflected->expression_indexes.length; i++)
        add_index(table, reflected->expression_indexes.at[i], filling);
}

/* --- options of the table --------------------------------------------------------------------- */

static Dict *options_of(Table *table)
{
    if (!table->options)
        table->options = dict_new();
    return table->options;
}

static void set_options(Table *table, const ReflectedTable *reflected)
{
    if (reflected->without_rowid)
        dict_set_text(options_of(table), "sqlite_with_rowid", FALSE_VALUE);
    if (reflected->autoincrement)
        dict_set_text(options_of(table), "sqlite_autoincrement", TRUE_VALUE);
    if (reflected->strict)
        dict_set_text(options_of(table), "sqlite_strict", TRUE_VALUE);
    if (reflected->partition_by)
        dict_set_text(options_of(table), "postgresql_partition_by", STR(reflected->partition_by));
    if (reflected->parents.length)
        dict_set_text(options_of(table), "postgresql_inherits",
                      reflected->parents.length == 1 ? STR(reflected->parents.at[0])
                                                     : strings(&reflected->parents));
    if (reflected->is_unlogged)
        vec_push(&table->prefixes, str_from("UNLOGGED"));
}

/* --- whole tables ----------------------------------------------------------------------------- */

void reflected_fill_table(Table *table, const ReflectedTable *reflected,
                          const TableFilling *filling)
{
    add_columns(table, reflected, filling);
    add_primary_key(table, reflected->primary_key, filling);
    add_foreign_keys(table, reflected, filling);
    add_indexes(table, reflected, filling);
    for (size_t i = 0; i < reflected->uniques.length; i++)
        add_constraint_if(table, reflected_unique_new(table, reflected->uniques.at[i], filling));
    for (size_t i = 0; i < reflected->checks.length; i++)
        table_add_constraint(table, reflected_check_new(reflected->checks.at[i], filling));
    table->comment = reflected->comment ? reflected->comment : table->comment;
    table->is_view = reflected->kind != RELATION_TABLE;
    if (filling->exact)
        set_options(table, reflected);
}
