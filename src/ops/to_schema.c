/* to_schema.c -- the Table, Column, Constraint or Index a record stands for, in a private MetaData
 * that carries the project's naming convention. What a record does not say about its table is made
 * up: columns without a type. */
#include "ops/inside.h"

static MetaData *metadata_for(Dict *naming_convention)
{
    MetaData *metadata = metadata_new();
    if (naming_convention && naming_convention->length)
        metadata->naming_convention = naming_convention;
    return metadata;
}

static Column *blank_column(Str *name)
{
    return column_new(name, type_new(TYPE_NullType));
}

static Table *blank_table(const MigrateOperation *op, MetaData *metadata)
{
    Table *table =
        table_new(metadata, op->table_name ? op->table_name : str_from("no_table"), op->schema);
    table->clause.quote = op->quote;
    table->clause.quote_schema = op->quote_schema;
    map_put(&metadata->tables, table->key, table);
    return table;
}

static Str *name_of_column(Value v)
{
    Str *name = value_find_str(v);
    const Column *column = name ? NULL : as(Column, v);
    if (!name && !column)
        raise_exception(&ArgumentError_class, "String column name or Column expected, got %s",
                        value_repr(v)->text);
    return name ? name : column_name(column);
}

/* Adds a column of that name unless the table has it. */
static void need_column(Table *table, Str *name)
{
    if (!table_find_column(table, name))
        table_add_column(table, blank_column(name));
}

/* --- tables ---------------------------------------------------------------------------------- */

static List *copied_columns(const MigrateOperation *op, const List *items)
{
    List *columns = list_new(items->length);
    for (size_t i = 0; i < items->length; i++) {
        Column *column = as(Column, items->at[i]);
        if (!column)
            continue;
        if (column->clause.table)
            column = column_copy(column);
        if (op->constraints_included) { /* what the column would bring along is among the items */
            column->unique = column->index = TRI_FALSE;
            memset(&column->foreign_keys, 0, sizeof column->foreign_keys);
        }
        list_append(columns, OBJ(column));
    }
    return columns;
}

/* Constraints and indexes that belong to another table are copied. */
static void add_constraints(Table *table, const List *items)
{
    for (size_t i = 0; i < items->length; i++) {
        Constraint *constraint = as(Constraint, items->at[i]);
        Index *index = constraint ? NULL : as(Index, items->at[i]);
        if (constraint && constraint->table == table)
            continue;
        if (constraint)
            table_add_constraint(table,
                                 constraint->table ? constraint_copy(constraint) : constraint);
        else if (index)
            table_add_index(table,
                            index->table && index->table != table ? index_copy(index) : index);
    }
}

/* What the foreign keys of a table refer to has to exist in its MetaData. */
static void add_referents(Table *table)
{
    for (size_t i = 0; i < table->constraints.length; i++) {
        const Constraint *constraint = table->constraints.at[i];
        for (size_t j = 0; j < constraint->elements.length; j++) {
            Str *schema, *name, *column;
            if (!is_str(constraint->elements.at[j]->target))
                continue;
            foreign_key_target(constraint->elements.at[j], &schema, &name, &column);
            Table *referent = metadata_find_table(table->metadata, name, schema);
            if (!referent) {
                referent = table_new(table->metadata, name, schema);
                map_put(&table->metadata->tables, referent->key, referent);
            }
            need_column(referent, column);
        }
    }
}

static void set_keyword(Dict *keywords, const char *name, Value v)
{
    if (!is_set(dict_find_text(keywords, name)))
        dict_set_text(keywords, name, v);
}

static Dict *table_keywords(const MigrateOperation *op)
{
    Dict *keywords = dict_copy(op->kw);
    dict_set_text(keywords, "schema", STR(op->schema));
    dict_set_text(keywords, "comment", STR(op->comment));
    if (op->prefixes)
        dict_set_text(keywords, "prefixes", OBJ(op->prefixes));
    if (op->info)
        dict_set_text(keywords, "info", OBJ(dict_copy(op->info)));
    if (op->quote != TRI_UNSET)
        set_keyword(keywords, "quote", tri_value(op->quote));
    if (op->quote_schema != TRI_UNSET)
        set_keyword(keywords, "quote_schema", tri_value(op->quote_schema));
    return keywords;
}

static Table *table_with(const MigrateOperation *op, const List *items, bool included, Dict *naming)
{
    MigrateOperation how = *op;
    how.constraints_included = included;
    List *arguments = list_new(2 + items->length);
    list_append(arguments, STR(op->table_name));
    list_append(arguments, OBJ(metadata_for(naming)));
    const List *columns = copied_columns(&how, items);
    for (size_t i = 0; i < columns->length; i++)
        list_append(arguments, columns->at[i]);
    Value made = call_dict(OBJ(&Table_class), arguments->length, arguments->at, table_keywords(op));
    Table *table = get_as(Table, made, "table");
    add_constraints(table, items);
    add_referents(table);
    return table;
}

Table *op_to_table(const MigrateOperation *op, Dict *naming_convention)
{
    const List *items = op->columns;
    bool included = op->constraints_included;
    if (op->kind == OP_DROP_TABLE && op->reverse) {
        items = op->reverse->columns;
        included = op->reverse->constraints_included;
    }
    if (op->kind == OP_ADD_COLUMN) {
        Value column = OBJ(op->column);
        items = list_of(1, &column);
    }
    if (op->kind == OP_CREATE_TABLE || op->kind == OP_DROP_TABLE)
        return table_with(op, items ? items : list_new(0), included, naming_convention);
    Table *table = blank_table(op, metadata_for(naming_convention));
    table->comment = op->kind == OP_CREATE_TABLE_COMMENT ? op->comment : NULL;
    for (size_t i = 0; items && i < items->length; i++)
        table_add_column(table, get_as(Column, items->at[i], "column"));
    add_referents(table);
    return table;
}

Column *op_to_column(const MigrateOperation *op, Dict *naming_convention)
{
    if (op->kind == OP_ADD_COLUMN) {
        MigrateOperation how = *op;
        if (op->column->clause.table)
            how.column = column_copy(op->column);
        op_to_table(&how, naming_convention);
        return how.column;
    }
    if (op->reverse)
        return op->reverse->column;
    return blank_column(op->column_name);
}

/* --- constraints ----------------------------------------------------------------------------- */

/* Class(*columns, name=..., **kw) joined to its table. */
static Constraint *constraint_with(const MigrateOperation *op, const Class *class,
                                   const List *arguments, Table *table)
{
    Dict *keywords = dict_copy(op->kw);
    dict_set_text(keywords, "name", op_name_value(op));
    Value made = call_dict(OBJ(class), arguments->length, arguments->at, keywords);
    Constraint *constraint = get_as(Constraint, made, "constraint");
    if (!constraint->table)
        table_add_constraint(table, constraint);
    return constraint;
}

/* INCLUDE names columns that the statement would not mention otherwise. */
static void add_included(Table *table, const Dict *keywords)
{
    Value include = dict_find_text(keywords, "postgresql_include");
    if (is_absent(include))
        return;
    const List *names_ = list_from(include);
    for (size_t i = 0; i < names_->length; i++)
        need_column(table, name_of_column(names_->at[i]));
}

static Constraint *key_constraint(const MigrateOperation *op, const Class *class, Dict *naming)
{
    Table *table = blank_table(op, metadata_for(naming));
    const List *names_ = op->column_names ? op->column_names : list_new(0);
    if (names_->length == 0)
        raise_exception(&InvalidRequestError_class, "This constraint is not bound to a table.  Did you mean to call "
                                                    "table.append_constraint(constraint) ?");
    List *columns = list_new(names_->length);
    for (size_t i = 0; i < names_->length; i++) {
        Str *name = name_of_column(names_->at[i]);
        table_add_column(table, blank_column(name));
        list_append(columns, OBJ(table_find_column(table, name)));
    }
    add_included(table, op->kw);
    return constraint_with(op, class, columns, table);
}

static Constraint *primary_key(const MigrateOperation *op, Dict *naming)
{
    return key_constraint(op, &PrimaryKeyConstraint_class, naming);
}

static Constraint *unique(const MigrateOperation *op, Dict *naming)
{
    return key_constraint(op, &UniqueConstraint_class, naming);
}

static Constraint *check(const MigrateOperation *op, Dict *naming)
{
    Table *table = blank_table(op, metadata_for(naming));
    table_add_column(table, column_new(str_from("x"), type_new(TYPE_Integer)));
    return constraint_with(op, &CheckConstraint_class, list_of(1, &op->condition), table);
}

static bool refers_to_itself(const MigrateOperation *op)
{
    if (!str_equal(op->table_name, op->referent_table))
        return false;
    if (!op->schema || !op->referent_schema)
        return op->schema == op->referent_schema;
    return str_equal(op->schema, op->referent_schema);
}

static Constraint *foreign_key(const MigrateOperation *op, Dict *naming)
{
    MetaData *metadata = metadata_for(naming);
    Table *table = blank_table(op, metadata), *referent = table;
    for (size_t i = 0; i < op->column_names->length; i++)
        need_column(table, name_of_column(op->column_names->at[i]));
    if (!refers_to_itself(op)) {
        referent = table_new(metadata, op->referent_table, op->referent_schema);
        map_put(&metadata->tables, referent->key, referent);
    }
    List *targets = list_new(op->remote_columns->length);
    for (size_t i = 0; i < op->remote_columns->length; i++) {
        Str *name = name_of_column(op->remote_columns->at[i]);
        need_column(referent, name);
        list_append(targets, OBJ(table_find_column(referent, name))); /* whatever dots the names have */
    }
    MigrateOperation how = *op;
    how.kw = dict_copy(op->kw);
    dict_remove(how.kw, STR(intern("source_schema")));
    dict_remove(how.kw, STR(intern("referent_schema")));
    Value arguments[] = {OBJ(op->column_names), OBJ(targets)};
    return constraint_with(&how, &ForeignKeyConstraint_class, list_of(2, arguments), table);
}

static Constraint *exclude(const MigrateOperation *op, Dict *naming)
{
    if (op->source)
        return as(Constraint, OBJ(op->source));
    MigrateOperation how = *op;
    how.kw = dict_copy(op->kw);
    dict_set_text(how.kw, "where", is_set(op->condition) ? op->condition : NONE);
    return constraint_with(&how, &ExcludeConstraint_class, op->exclusions,
                           blank_table(op, metadata_for(naming)));
}

/* The dropped constraint as it was, under the name and at the table the record says now. */
static Constraint *dropped(const MigrateOperation *op, Dict *naming)
{
    if (!op->reverse)
        raise_value("constraint cannot be produced; original constraint is not present");
    Constraint *constraint = op_to_constraint(op->reverse, naming);
    constraint->name = op->name;
    constraint->name_source = op->name_source;
    constraint->table->clause.name = op->table_name;
    constraint->table->clause.schema = op->schema;
    return constraint;
}

static Constraint *(*const makers[OP_COUNT])(const MigrateOperation *op, Dict *naming) = {
    [OP_CREATE_PRIMARY_KEY] = primary_key, [OP_CREATE_UNIQUE] = unique,
    [OP_CREATE_FOREIGN_KEY] = foreign_key, [OP_CREATE_CHECK] = check,
    [OP_CREATE_EXCLUDE] = exclude,         [OP_DROP_CONSTRAINT] = dropped,
};

Constraint *op_to_constraint(const MigrateOperation *op, Dict *naming_convention)
{
    BUG_UNLESS(makers[op->kind]);
    return makers[op->kind](op, naming_convention);
}

/* --- indexes --------------------------------------------------------------------------------- */

/* Names become columns; text() and expressions stand for themselves. */
static Value index_item(Table *table, Value item)
{
    if (value_find_str(item)) {
        NameSource source;
        Tri quote = TRI_UNSET;
        Column *column = blank_column(name_from(item, &quote, &source));
        column->clause.quote = quote;
        table_add_column(table, column);
        return OBJ(table_find_column(table, column_name(column)));
    }
    if (!as(ClauseElement, item))
        raise_value("String or text() construct expected");
    return item;
}

Index *op_to_index(const MigrateOperation *op, Dict *naming_convention)
{
    Table *table = blank_table(op, metadata_for(naming_convention));
    const List *items = op->index_columns;
    Value placeholder = STR(str_from("x"));
    if (op->kind == OP_DROP_INDEX)
        items = op->reverse ? op->reverse->index_columns : list_of(1, &placeholder);
    List *arguments = list_new(items->length + 1);
    list_append(arguments, op_name_value(op));
    for (size_t i = 0; i < items->length; i++)
        list_append(arguments, index_item(table, items->at[i]));
    Dict *keywords = dict_copy(op->kw);
    if (op->kind == OP_CREATE_INDEX)
        dict_set_text(keywords, "unique", BOOL(op->unique == TRI_TRUE));
    if (op->quote_name != TRI_UNSET)
        set_keyword(keywords, "quote", tri_value(op->quote_name));
    dict_set_text(keywords, "_table", OBJ(table));
    add_included(table, op->kw);
    Value made = call_dict(OBJ(&Index_class), arguments->length, arguments->at, keywords);
    return get_as(Index, made, "index");
}
