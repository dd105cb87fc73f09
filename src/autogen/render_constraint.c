/* render_constraint.c -- constraints inside create_table(...) and the operations that add or drop one. */
#include "autogen/inside.h"

/* Where a constraint stands: sa.UniqueConstraint(...) in a table, or op.create_unique_constraint(...). */
typedef enum Place { IN_TABLE, AS_OPERATION } Place;

static void add_name_keyword(const RenderContext *r, ArgumentList *list, const Constraint *constraint)
{
    if (constraint->name)
        argument_add_keyword(list, "name",
                             render_name(r, constraint->name, constraint->name_source)->text);
}

static Str *repr_list(size_t count, Str *const *names_)
{
    ArgumentList list = {0};
    for (size_t i = 0; i < count; i++)
        argument_add_repr(&list, names_[i]);
    return str_format("[%s]", argument_text(&list)->text);
}

/* --- UNIQUE --------------------------------------------------------------------------------------- */

static void add_unique_options(RenderContext *r, ArgumentList *list, const Constraint *constraint, Place place)
{
    if (constraint->deferrable == TRI_TRUE)
        argument_add_flag(list, "deferrable", true);
    if (constraint->initially && constraint->initially->length)
        argument_add_text(list, "initially", constraint->initially);
    if (place == AS_OPERATION && !render_in_batch(r))
        argument_add_text(list, "schema", table_schema(constraint->table));
    if (place == IN_TABLE)
        add_name_keyword(r, list, constraint);
    argument_add_options(r, list, constraint->options);
}

static Str *unique_in_table(RenderContext *r, Constraint *constraint, MetaData *namespace)
{
    ArgumentList list = {0};
    for (size_t i = 0; i < constraint->columns.length; i++)
        argument_add_repr(&list, column_name(constraint->columns.at[i]));
    add_unique_options(r, &list, constraint, IN_TABLE);
    return str_format("%sUniqueConstraint(%s)", r->sqlalchemy_prefix, argument_text(&list)->text);
}

static Str *names_of_columns(const ColumnVec *columns)
{
    StrVec names_ = {0};
    for (size_t i = 0; i < columns->length; i++)
        vec_push(&names_, column_name(columns->at[i]));
    return repr_list(names_.length, names_.at);
}

static Str *create_unique(RenderContext *r, const MigrateOperation *op)
{
    const Constraint *constraint = op_to_constraint(op, NULL);
    ArgumentList list = {0};
    argument_add(&list, render_name(r, op->name, op->name_source)->text);
    if (!render_in_batch(r))
        argument_add_repr(&list, table_name(constraint->table));
    argument_add(&list, names_of_columns(&constraint->columns)->text);
    add_unique_options(r, &list, constraint, AS_OPERATION);
    return str_format("%screate_unique_constraint(%s)", render_prefix(r), argument_text(&list)->text);
}

/* --- PRIMARY KEY ---------------------------------------------------------------------------------- */

static Str *primary_key_in_table(RenderContext *r, Constraint *constraint, MetaData *namespace)
{
    if (!constraint->columns.length)
        return NULL;
    ArgumentList list = {0};
    for (size_t i = 0; i < constraint->columns.length; i++)
        argument_add_repr(&list, column_name(constraint->columns.at[i]));
    add_name_keyword(r, &list, constraint);
    return str_format("%sPrimaryKeyConstraint(%s)", r->sqlalchemy_prefix, argument_text(&list)->text);
}

/* The reference cannot write this one. */
static Str *create_primary_key(RenderContext *r, const MigrateOperation *op)
{
    const Constraint *constraint = op_to_constraint(op, NULL);
    ArgumentList list = {0};
    argument_add(&list, render_name(r, op->name, op->name_source)->text);
    if (!render_in_batch(r))
        argument_add_repr(&list, op->table_name);
    argument_add(&list, names_of_columns(&constraint->columns)->text);
    if (!render_in_batch(r))
        argument_add_text(&list, "schema", op->schema);
    return str_format("%screate_primary_key(%s)", render_prefix(r), argument_text(&list)->text);
}

/* --- FOREIGN KEY ---------------------------------------------------------------------------------- */

/* The column's name where the model's foreign key says its key. */
static Str *referred_column(const ForeignKey *key, MetaData *namespace, Str *table_key, Str *column)
{
    if (key->link_to_name || !namespace || !key->parent || !column_table(key->parent))
        return column;
    Table *table = map_find(&namespace->tables, table_key);
    const Column *referred = table ? table_find_column(table, column) : NULL;
    return referred ? column_name(referred) : column;
}

/* "schema.table.column"; a MetaData with a schema of its own is where tables without one live. */
static Str *referred_text(const ForeignKey *key, MetaData *namespace)
{
    Str *schema, *table, *column;
    foreign_key_target(key, &schema, &table, &column);
    if (!schema && namespace)
        schema = namespace->schema;
    Str *table_key = schema ? str_format("%s.%s", schema->text, table->text) : table;
    column = referred_column(key, namespace, table_key, column);
    return str_format("%s.%s", table_key->text, column->text);
}

static void add_foreign_key_options(ArgumentList *list, const Constraint *constraint)
{
    argument_add_text(list, "onupdate", constraint->onupdate);
    argument_add_text(list, "ondelete", constraint->ondelete);
    argument_add_text(list, "initially", constraint->initially);
    if (constraint->deferrable == TRI_TRUE)
        argument_add_flag(list, "deferrable", true);
    if (constraint->use_alter)
        argument_add_flag(list, "use_alter", true);
    argument_add_text(list, "match", constraint->match);
}

static Str *foreign_key_in_table(RenderContext *r, Constraint *constraint, MetaData *namespace)
{
    StrVec local = {0}, remote = {0};
    for (size_t i = 0; i < constraint->elements.length; i++) {
        const ForeignKey *key = constraint->elements.at[i];
        vec_push(&local, column_name(key->parent));
        vec_push(&remote, referred_text(key, namespace));
    }
    ArgumentList list = {0};
    add_name_keyword(r, &list, constraint);
    add_foreign_key_options(&list, constraint);
    return str_format("%sForeignKeyConstraint(%s, %s, %s)", r->sqlalchemy_prefix,
                      repr_list(local.length, local.at)->text, repr_list(remote.length, remote.at)->text,
                      argument_text(&list)->text);
}

static Str *names_in_list(const List *names_)
{
    StrVec texts = {0};
    for (size_t i = 0; i < names_->length; i++) {
        const Column *column = as(Column, names_->at[i]);
        vec_push(&texts, column ? column_name(column) : value_str(names_->at[i]));
    }
    return repr_list(texts.length, texts.at);
}

static Str *create_foreign_key(RenderContext *r, const MigrateOperation *op)
{
    static const char *const keywords[] = {"source_schema", "referent_schema", "onupdate",  "ondelete",
                                           "initially",     "deferrable",      "use_alter", "match"};
    const Constraint *constraint = op_to_constraint(op, NULL);
    ArgumentList list = {0};
    argument_add(&list, render_name(r, op->name, op->name_source)->text);
    if (!render_in_batch(r))
        argument_add_repr(&list, op->table_name);
    argument_add_repr(&list, op->referent_table);
    argument_add(&list, names_in_list(op->column_names)->text);
    argument_add(&list, names_in_list(op->remote_columns)->text);
    for (size_t i = render_in_batch(r) ? 1 : 0; i < COUNT_OF(keywords); i++) {
        Value v = op->kw ? dict_find_text(op->kw, keywords[i]) : UNSET;
        if (!is_absent(v))
            argument_add_keyword(&list, keywords[i], value_repr(v)->text);
    }
    argument_add_options(r, &list, constraint->options);
    return str_format("%screate_foreign_key(%s)", render_prefix(r), argument_text(&list)->text);
}

/* --- CHECK ---------------------------------------------------------------------------------------- */

/* Boolean and Enum bring their own: the type in the column says it. */
static Str *check_in_table(RenderContext *r, Constraint *constraint, MetaData *namespace)
{
    if (constraint->type_bound)
        return NULL;
    ArgumentList list = {0};
    argument_add(&list, render_expression(r, OBJ(constraint->sqltext), RENDER_BARE)->text);
    add_name_keyword(r, &list, constraint);
    return str_format("%sCheckConstraint(%s)", r->sqlalchemy_prefix, argument_text(&list)->text);
}

static Str *create_check(RenderContext *r, const MigrateOperation *op)
{
    const Constraint *constraint = op_to_constraint(op, NULL);
    ArgumentList list = {0};
    argument_add(&list, render_name(r, op->name, op->name_source)->text);
    if (!render_in_batch(r))
        argument_add_repr(&list, op->table_name);
    argument_add(&list, render_expression(r, OBJ(constraint->sqltext), RENDER_BARE)->text);
    if (!render_in_batch(r) && op->schema && op->schema->length)
        argument_add_text(&list, "schema", op->schema);
    if (!render_is_compat(r))
        argument_add_options(r, &list, constraint->options);
    return str_format("%screate_check_constraint(%s)", render_prefix(r), argument_text(&list)->text);
}

/* --- EXCLUDE -------------------------------------------------------------------------------------- */

static Str *excluded_expression(RenderContext *r, const ExcludeElement *element)
{
    const ColumnClause *column = element->expression ? as(ColumnClause, OBJ(element->expression)) : NULL;
    if (column || !element->expression)
        return str_format("%s%s(%s)", r->sqlalchemy_prefix, column && column->is_literal ? "literal_column" : "column",
                          value_repr(STR(column ? column->name : element->name))->text);
    ExprKind kind = element->expression->kind;
    bool wrapped = kind == EXPR_TEXT || kind == EXPR_FUNCTION;
    return render_expression(r, OBJ(element->expression), wrapped ? RENDER_WRAPPED : RENDER_BARE);
}

static void add_exclusions(RenderContext *r, ArgumentList *list, const Constraint *constraint, Place place)
{
    for (size_t i = 0; i < constraint->exclusions.length; i++) {
        const ExcludeElement *element = &constraint->exclusions.at[i];
        argument_add(list, str_format("(%s, %s)", excluded_expression(r, element)->text,
                                      value_repr(STR(element->operator))->text)
                               ->text);
    }
    if (constraint->where)
        argument_add_keyword(list, "where", render_expression(r, OBJ(constraint->where), RENDER_WRAPPED)->text);
    if (constraint->deferrable == TRI_TRUE)
        argument_add_keyword(list, "deferrable", "'True'"); /* a text, as the reference writes it */
    argument_add_text(list, "initially", constraint->initially);
    argument_add_text(list, "using", constraint->using);
    if (constraint->operators && constraint->operators->length && !render_is_compat(r))
        argument_add_keyword(list, "ops", value_repr(OBJ(constraint->operators))->text);
    if (place == AS_OPERATION && !render_in_batch(r))
        argument_add_text(list, "schema", table_schema(constraint->table));
    if (place == IN_TABLE)
        add_name_keyword(r, list, constraint);
}

static Str *exclude_in_table(RenderContext *r, Constraint *constraint, MetaData *namespace)
{
    ArgumentList list = {0};
    add_exclusions(r, &list, constraint, IN_TABLE);
    return str_format("%sExcludeConstraint(%s)", render_dialect_prefix(r, "postgresql")->text,
                      argument_text(&list)->text);
}

static Str *create_exclude(RenderContext *r, const MigrateOperation *op)
{
    const Constraint *constraint = op_to_constraint(op, NULL);
    ArgumentList list = {0};
    argument_add(&list, render_name(r, constraint->name, constraint->name_source)->text);
    if (!render_in_batch(r))
        argument_add_repr(&list, table_name(constraint->table));
    add_exclusions(r, &list, constraint, AS_OPERATION);
    return str_format("%screate_exclude_constraint(%s)", render_prefix(r), argument_text(&list)->text);
}

/* --- DROP ----------------------------------------------------------------------------------------- */

static Str *drop_constraint(RenderContext *r, const MigrateOperation *op)
{
    ArgumentList list = {0};
    bool nameless = !op->name && op->default_name; /* with None there is nothing to drop */
    Str *name = nameless ? render_name(r, op->default_name, NAME_FINAL) : render_name(r, op->name, op->name_source);
    argument_add(&list, name->text);
    if (!render_in_batch(r)) {
        argument_add_repr(&list, op->table_name);
        argument_add_text(&list, "schema", op->schema);
    }
    if (op->constraint_type && op->constraint_type->length)
        argument_add_text(&list, "type_", op->constraint_type);
    argument_add_said(&list, "if_exists", op->if_exists);
    return str_format("%sdrop_constraint(%s)", render_prefix(r), argument_text(&list)->text);
}

/* --- tables --------------------------------------------------------------------------------------- */

static const struct {
    const char *hook; /* what render_item() is told */
    Str *(*in_table)(RenderContext *r, Constraint *constraint, MetaData *namespace);
} kinds[] = {
    [CONSTRAINT_PRIMARY_KEY] = {"primary_key", primary_key_in_table},
    [CONSTRAINT_UNIQUE] = {"unique", unique_in_table},
    [CONSTRAINT_CHECK] = {"check", check_in_table},
    [CONSTRAINT_FOREIGN_KEY] = {"foreign_key", foreign_key_in_table},
    [CONSTRAINT_EXCLUDE] = {"exclude", exclude_in_table},
};

Str *render_constraint(RenderContext *r, Constraint *constraint, MetaData *namespace)
{
    Value function = render_find_function(r->constraint_renderers, OBJ(constraint));
    if (!is_callable(function))
        return render_usual_constraint(r, constraint, namespace);
    Value given[] = {OBJ(constraint), OBJ(r->autogen), namespace ? OBJ(namespace) : NONE};
    Value rendered = call(function, COUNT_OF(given), given);
    return is_none(rendered) ? NULL : value_str(rendered);
}

Str *render_usual_constraint(RenderContext *r, Constraint *constraint, MetaData *namespace)
{
    Str *text = NULL;
    if (render_by_hook(r, kinds[constraint->kind].hook, OBJ(constraint), &text))
        return text;
    return kinds[constraint->kind].in_table(r, constraint, namespace);
}

static const OpRenderer operations[OP_COUNT] = {
    [OP_CREATE_PRIMARY_KEY] = create_primary_key, [OP_CREATE_UNIQUE] = create_unique,
    [OP_CREATE_FOREIGN_KEY] = create_foreign_key, [OP_CREATE_CHECK] = create_check,
    [OP_CREATE_EXCLUDE] = create_exclude,         [OP_DROP_CONSTRAINT] = drop_constraint,
};

Str *render_constraint_op(RenderContext *r, const MigrateOperation *op)
{
    return operations[op->kind](r, op);
}
