/* batch_reflect.c -- the table of a batch block as the database has it, read through
 * Table(autoload_with=...), and on SQLite what that leaves out: declared types, collations, conflict
 * clauses, options of the table. */
#include "runtime/batch_copy.h"

static MetaData *metadata_for(const BatchOptions *options)
{
    MetaData *metadata = metadata_new();
    if (options->naming_convention && options->naming_convention->length)
        metadata->naming_convention = options->naming_convention;
    return metadata;
}

static void enclose_defaults(const Table *table)
{
    for (size_t i = 0; i < table->columns.length; i++) {
        ServerDefault *given = table->columns.at[i]->server_default;
        const TextClause *text =
            given && is_set(given->argument) ? as(TextClause, given->argument) : NULL;
        if (text && reflected_default_needs_parentheses(text->text))
            given->argument = OBJ(text_new(str_format("(%s)", text->text->text)));
    }
}

/* --- what SQLAlchemy does not read ------------------------------------------------------------ */

/* The same words, whatever their case and the blanks between. */
static bool is_same_type(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, " \t\n");
        b += strspn(b, " \t\n");
        if ((*a | 0x20) != (*b | 0x20))
            return false;
        if (!*a || !*b)
            return *a == *b;
    }
}

/* TINYINT(1), a type without a name ...: what the type that was read cannot write again. */
static Str *declared_type(const Dialect *dialect, const ReflectedColumn *found, Type *type)
{
    if (type->obj.class != found->type->obj.class)
        return NULL; /* a listener or reflect_args knew better */
    if (type_is(type, TYPE_NullType))
        return found->declared;
    return is_same_type(sql_type_text(dialect, type)->text, found->declared->text)
               ? NULL
               : found->declared;
}

static void set_option(Dict *options, const char *name, Value v)
{
    if (!is_set(dict_find_text(options, name)))
        dict_set_text(options, name, v);
}

static void keep_conflict(Dict **options, const char *name, Str *conflict)
{
    if (!conflict)
        return;
    *options = *options ? *options : dict_new();
    set_option(*options, name, STR(conflict));
}

static void keep_column(const Dialect *dialect, const Table *table, const ReflectedColumn *found)
{
    Column *column = table_find_column(table, found->name);
    if (!column)
        return;
    Type *type = column_type(column);
    column->declared = declared_type(dialect, found, type);
    column->collation = type->collation ? NULL : found->collation;
    keep_conflict(&column->options, "sqlite_on_conflict_not_null", found->not_null_conflict);
    keep_conflict(&column->options, "sqlite_on_conflict_primary_key", found->key_conflict);
}

static bool has_columns(const Constraint *constraint, const StrVec *names)
{
    if (constraint->columns.length != names->length)
        return false;
    for (size_t i = 0; i < names->length; i++)
        if (!str_equal(column_name(constraint->columns.at[i]), names->at[i]))
            return false;
    return true;
}

static void keep_unique(const Table *table, const ReflectedKey *found)
{
    for (size_t i = 0; i < table->constraints.length; i++) {
        Constraint *constraint = table->constraints.at[i];
        if (constraint->kind != CONSTRAINT_UNIQUE || !has_columns(constraint, &found->columns))
            continue;
        keep_conflict(&constraint->options, "sqlite_on_conflict", found->on_conflict);
        constraint->key_parts = found->parts;
    }
}

/* Behind a column INTEGER PRIMARY KEY DESC is no alias of the rowid, and only there AUTOINCREMENT can have a name. */
static void keep_primary_key(const Table *table, const ReflectedTable *found)
{
    Constraint *key = table->primary_key;
    keep_conflict(&key->options, "sqlite_on_conflict", found->primary_key->on_conflict);
    key->key_parts = found->primary_key->parts;
    key->is_inline_key =
        found->autoincrement || (found->primary_key->is_inline && key->key_parts.length > 0);
}

static void keep_details(const Dialect *dialect, Table *table, const ReflectedTable *found)
{
    for (size_t i = 0; i < found->columns.length; i++)
        keep_column(dialect, table, found->columns.at[i]);
    for (size_t i = 0; i < found->uniques.length; i++)
        keep_unique(table, found->uniques.at[i]);
    if (found->primary_key)
        keep_primary_key(table, found);
    table->options = table->options ? table->options : dict_new();
    if (found->autoincrement)
        set_option(table->options, "sqlite_autoincrement", TRUE_VALUE);
    if (found->without_rowid)
        set_option(table->options, "sqlite_with_rowid", FALSE_VALUE);
    if (found->strict)
        set_option(table->options, "sqlite_strict", TRUE_VALUE);
}

/* --- reading ---------------------------------------------------------------------------------- */

static Table *read_table(const MigrationContext *context, const BatchOptions *options)
{
    List *arguments = list_new(2);
    list_append(arguments, STR(options->table_name));
    list_append(arguments, OBJ(metadata_for(options)));
    for (size_t i = 0; options->reflect_args && i < options->reflect_args->length; i++)
        list_append(arguments, options->reflect_args->at[i]);
    Dict *keywords = options->reflect_kwargs ? dict_copy(options->reflect_kwargs) : dict_new();
    dict_set_text(keywords, "schema", STR(options->schema));
    dict_set_text(keywords, "autoload_with", context->script_connection);
    Value made = call_dict(OBJ(&Table_class), arguments->length, arguments->at, keywords);
    Table *table = get_as(Table, made, "table");
    if (table->columns.length == 0)
        raise_exception(&NoSuchTableError_class, "%s", options->table_name->text);
    return table;
}

Table *batch_reflect(MigrationContext *context, const BatchOptions *options,
                     const ReflectedTable **found)
{
    Table *table = read_table(context, options);
    if (dialect_has(context->dialect, FEATURE_ALTER_COLUMNS))
        return table;
    enclose_defaults(table);
    if (!batch_keeps(context))
        return table;
    Reflection *reflection = reflection_new(context_connection(context)->db);
    *found = reflect_table(reflection, options->schema, options->table_name);
    if (*found && (*found)->is_virtual)
        raise_tool("batch.virtual-table", "make it again with op.execute()",
                   "%s is a virtual table, which cannot be copied by batch mode",
                   options->table_name->text);
    if (*found)
        keep_details(context->dialect, table, *found);
    return table;
}
