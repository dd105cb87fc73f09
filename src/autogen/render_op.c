/* render_op.c -- operations about tables, columns, indexes and comments as lines of Python, and the table of all. */
#include "autogen/inside.h"

enum { MAX_PYTHON_ARGUMENTS = 255 };

/* Arguments of alter_column stand under each other here. */
static const char alter_separator[] = ",\n           ";

static Str *call_text(const RenderContext *r, const char *directive, const ArgumentList *list)
{
    return str_format("%s%s(%s)", render_prefix(r), directive, argument_text(list)->text);
}

/* --- tables ------------------------------------------------------------------------------------- */

static void add_constraint(RenderContext *r, StrVec *texts, const MigrateOperation *op,
                           Constraint *constraint)
{
    Str *text = render_constraint(r, constraint, op->namespace_metadata);
    if (text)
        vec_push(texts, text);
}

/* CHECKs given with a column, which Alembic leaves out. */
static void add_checks_of_column(RenderContext *r, StrVec *texts, const MigrateOperation *op,
                                 const Column *column)
{
    for (size_t i = 0; i < column->constraints.length; i++)
        if (column->constraints.at[i]->kind == CONSTRAINT_CHECK &&
            !column->constraints.at[i]->type_bound)
            add_constraint(r, texts, op, column->constraints.at[i]);
}

/* Columns in their order, constraints sorted by their text. */
static StrVec table_arguments(RenderContext *r, const MigrateOperation *op, const Table *table)
{
    StrVec arguments = {0};
    for (size_t i = 0; i < table->columns.length; i++) {
        Str *text = render_column(r, table->columns.at[i], false);
        if (text && text->length)
            vec_push(&arguments, text);
    }
    StrVec constraints = {0};
    for (size_t i = 0; i < table->constraints.length; i++)
        add_constraint(r, &constraints, op, table->constraints.at[i]);
    for (size_t i = 0; i < table->columns.length && !render_is_compat(r); i++)
        add_checks_of_column(r, &constraints, op, table->columns.at[i]);
    texts_sort(&constraints);
    for (size_t i = 0; i < constraints.length; i++)
        vec_push(&arguments, constraints.at[i]);
    return arguments;
}

/* A call takes no more than 255 arguments in the Pythons this file may meet: a longer list is spread. */
static Str *joined_arguments(const StrVec *arguments)
{
    ArgumentList list = {.separator = ",\n"};
    for (size_t i = 0; i < arguments->length; i++)
        argument_add(&list, arguments->at[i]->text);
    Str *text = argument_text(&list);
    return arguments->length > MAX_PYTHON_ARGUMENTS ? str_format("*[%s]", text->text) : text;
}

static void add_keywords(ArgumentList *list, const Dict *keywords)
{
    StrVec names_ = {0};
    DictEntry *entry;
    for (size_t i = 0; keywords && (entry = dict_next(keywords, &i));)
        vec_push(&names_, value_str(entry->key));
    texts_sort(&names_);
    for (size_t i = 0; i < names_.length; i++)
        argument_add_keyword(list, names_.at[i]->text,
                             value_repr(dict_find_text(keywords, names_.at[i]->text))->text);
}

static void add_prefixes(ArgumentList *list, const StrVec *prefixes)
{
    ArgumentList words = {0};
    for (size_t i = 0; i < prefixes->length; i++)
        argument_add_repr(&words, prefixes->at[i]);
    if (prefixes->length)
        argument_add_keyword(list, "prefixes", str_format("[%s]", argument_text(&words)->text)->text);
}

static Str *create_table(RenderContext *r, const MigrateOperation *op)
{
    const Table *table = op_to_table(op, NULL);
    StrVec arguments = table_arguments(r, op, table);
    ArgumentList list = {.separator = ",\n"};
    argument_add_repr(&list, op->table_name);
    argument_add(&list, joined_arguments(&arguments)->text);
    if (op->schema && op->schema->length)
        argument_add_text(&list, "schema", op->schema);
    if (table->comment && table->comment->length)
        argument_add_text(&list, "comment", table->comment);
    if (table->info && table->info->length)
        argument_add_keyword(&list, "info", value_repr(OBJ(table->info))->text);
    add_keywords(&list, op->kw);
    add_prefixes(&list, &table->prefixes);
    argument_add_said(&list, "if_not_exists", op->if_not_exists);
    return str_format("%screate_table(%s\n)", render_prefix(r), argument_text(&list)->text);
}

static Str *drop_table(RenderContext *r, const MigrateOperation *op)
{
    ArgumentList list = {0};
    argument_add_repr(&list, op->table_name);
    if (op->schema && op->schema->length)
        argument_add_text(&list, "schema", op->schema);
    argument_add_said(&list, "if_exists", op->if_exists);
    return call_text(r, "drop_table", &list);
}

/* The reference has no text for this one. */
static Str *rename_table(RenderContext *r, const MigrateOperation *op)
{
    ArgumentList list = {0};
    argument_add_repr(&list, op->table_name);
    argument_add_repr(&list, op->new_table_name);
    argument_add_text(&list, "schema", op->schema);
    return call_text(r, "rename_table", &list);
}

/* --- comments ----------------------------------------------------------------------------------- */

/* One argument a line, at four spaces; the last has no comma. */
static Str *comment_call(const RenderContext *r, const char *directive, const MigrateOperation *op, bool creates)
{
    ArgumentList list = {.separator = ",\n    "};
    if (!render_in_batch(r))
        argument_add_repr(&list, op->table_name);
    if (creates)
        argument_add_repr(&list, op->comment);
    argument_add_keyword(&list, "existing_comment", value_repr(STR(op->existing_table_comment))->text);
    if (!render_in_batch(r))
        argument_add_keyword(&list, "schema", value_repr(STR(op->schema))->text);
    return str_format("%s%s(\n    %s\n)", render_prefix(r), directive, argument_text(&list)->text);
}

static Str *create_table_comment(RenderContext *r, const MigrateOperation *op)
{
    return comment_call(r, "create_table_comment", op, true);
}

static Str *drop_table_comment(RenderContext *r, const MigrateOperation *op)
{
    return comment_call(r, "drop_table_comment", op, false);
}

/* --- indexes ------------------------------------------------------------------------------------ */

static Str *index_columns(RenderContext *r, const Index *index)
{
    ArgumentList list = {0};
    for (size_t i = 0; i < index->expressions.length; i++)
        argument_add(&list, render_expression(r, OBJ(index->expressions.at[i]), RENDER_INDEX)->text);
    return str_format("[%s]", argument_text(&list)->text);
}

static Str *create_index(RenderContext *r, const MigrateOperation *op)
{
    const Index *index = op_to_index(op, NULL);
    ArgumentList list = {0};
    argument_add(&list, render_name(r, index->name, index->name_source)->text);
    if (!render_in_batch(r))
        argument_add_repr(&list, table_name(index->table));
    argument_add(&list, index_columns(r, index)->text);
    argument_add_flag(&list, "unique", index->unique);
    if (!render_in_batch(r))
        argument_add_text(&list, "schema", table_schema(index->table));
    argument_add_options(r, &list, index->options);
    argument_add_said(&list, "if_not_exists", op->if_not_exists);
    return call_text(r, "create_index", &list);
}

static Str *drop_index(RenderContext *r, const MigrateOperation *op)
{
    const Index *index = op_to_index(op, NULL);
    ArgumentList list = {0};
    argument_add(&list, render_name(r, op->name, op->name_source)->text);
    if (!render_in_batch(r)) {
        argument_add_keyword(&list, "table_name", value_repr(STR(op->table_name))->text);
        argument_add_text(&list, "schema", op->schema);
    }
    argument_add_options(r, &list, index->options);
    argument_add_said(&list, "if_exists", op->if_exists);
    return call_text(r, "drop_index", &list);
}

/* --- columns ------------------------------------------------------------------------------------ */

static Str *add_column(RenderContext *r, const MigrateOperation *op)
{
    ArgumentList list = {0};
    if (!render_in_batch(r))
        argument_add_repr(&list, op->table_name);
    Str *column = render_column(r, op->column, !render_is_compat(r));
    argument_add(&list, column ? column->text : "None");
    if (!render_in_batch(r) && op->schema && op->schema->length)
        argument_add_text(&list, "schema", op->schema);
    if (!render_in_batch(r))
        argument_add_said(&list, "if_not_exists", op->if_not_exists);
    return call_text(r, "add_column", &list);
}

static Str *drop_column(RenderContext *r, const MigrateOperation *op)
{
    ArgumentList list = {0};
    if (!render_in_batch(r))
        argument_add_repr(&list, op->table_name);
    argument_add_repr(&list, op->column_name);
    if (!render_in_batch(r) && op->schema && op->schema->length)
        argument_add_text(&list, "schema", op->schema);
    if (!render_in_batch(r))
        argument_add_said(&list, "if_exists", op->if_exists);
    return call_text(r, "drop_column", &list);
}

static void add_default(RenderContext *r, ArgumentList *list, const char *keyword, Value given)
{
    Str *text = render_server_default(r, given);
    argument_add_keyword(list, keyword, text ? text->text : "None");
}

static void add_type(RenderContext *r, ArgumentList *list, const char *keyword, Type *type)
{
    if (type)
        argument_add_keyword(list, keyword, render_type(r, type)->text);
}

static void add_nullable(ArgumentList *list, const MigrateOperation *op)
{
    if (op->modify_nullable != TRI_UNSET)
        argument_add_flag(list, "nullable", op->modify_nullable == TRI_TRUE);
}

static Str *using_text(const MigrateOperation *op)
{
    Value v = op->kw ? dict_find_text(op->kw, "postgresql_using") : UNSET;
    return is_set(v) ? value_find_str(v) : NULL;
}

/* Without it nobody knows whether an identity comes, changes or goes. */
static bool needs_existing_default(const RenderContext *r, const MigrateOperation *op)
{
    Value from = op->existing_server_default;
    bool identity = as(Identity, op->modify_server_default) || (is_set(from) && as(Identity, from));
    return identity && !render_is_compat(r);
}

/* Everything known of a column, so that any database can be told in its own way. */
static void add_changes(RenderContext *r, ArgumentList *list, const MigrateOperation *op)
{
    bool has_default = is_set(op->modify_server_default);
    add_type(r, list, "existing_type", op->existing_type);
    if (has_default)
        add_default(r, list, "server_default", op->modify_server_default);
    argument_add_text(list, "new_column_name", op->modify_name);
    add_type(r, list, "type_", op->modify_type);
    argument_add_text(list, "postgresql_using", using_text(op));
    add_nullable(list, op);
    if (is_set(op->modify_comment))
        argument_add_keyword(list, "comment", value_repr(op->modify_comment)->text);
    if (!is_absent(op->existing_comment))
        argument_add_keyword(list, "existing_comment", value_repr(op->existing_comment)->text);
    if (op->modify_nullable == TRI_UNSET && op->existing_nullable != TRI_UNSET)
        argument_add_flag(list, "existing_nullable", op->existing_nullable == TRI_TRUE);
    if (!is_absent(op->autoincrement))
        argument_add_keyword(list, "autoincrement", value_repr(op->autoincrement)->text);
    if (has_default ? needs_existing_default(r, op) : !is_absent(op->existing_server_default))
        add_default(r, list, "existing_server_default", op->existing_server_default);
    if (!render_in_batch(r) && op->schema && op->schema->length)
        argument_add_text(list, "schema", op->schema);
}

static Str *alter_column(RenderContext *r, const MigrateOperation *op)
{
    ArgumentList names_ = {0};
    if (!render_in_batch(r))
        argument_add_repr(&names_, op->table_name);
    argument_add_repr(&names_, op->column_name);
    ArgumentList list = {.separator = alter_separator};
    argument_add(&list, argument_text(&names_)->text);
    add_changes(r, &list, op);
    return call_text(r, "alter_column", &list);
}

/* --- SQL ---------------------------------------------------------------------------------------- */

static Str *execute(RenderContext *r, const MigrateOperation *op)
{
    if (!is_str(op->sqltext))
        raise_exception(&NotImplementedError_class,
                        "Autogenerate rendering of SQL Expression language constructs not supported here; please use a "
                        "plain SQL string");
    ArgumentList list = {0};
    argument_add_repr(&list, op->sqltext.str);
    return call_text(r, "execute", &list);
}

const OpRenderer op_renderers[OP_COUNT] = {
    [OP_CREATE_TABLE] = create_table,
    [OP_DROP_TABLE] = drop_table,
    [OP_RENAME_TABLE] = rename_table,
    [OP_ADD_COLUMN] = add_column,
    [OP_DROP_COLUMN] = drop_column,
    [OP_ALTER_COLUMN] = alter_column,
    [OP_CREATE_INDEX] = create_index,
    [OP_DROP_INDEX] = drop_index,
    [OP_CREATE_PRIMARY_KEY] = render_constraint_op,
    [OP_CREATE_UNIQUE] = render_constraint_op,
    [OP_CREATE_FOREIGN_KEY] = render_constraint_op,
    [OP_CREATE_CHECK] = render_constraint_op,
    [OP_CREATE_EXCLUDE] = render_constraint_op,
    [OP_DROP_CONSTRAINT] = render_constraint_op,
    [OP_CREATE_TABLE_COMMENT] = create_table_comment,
    [OP_DROP_TABLE_COMMENT] = drop_table_comment,
    [OP_EXECUTE] = execute,
};
