/* reverse.c -- table [op] -> the op that undoes it, and table [op] -> its diff tuple. */
#include "ops/inside.h"

/* --- reverse --------------------------------------------------------------------------------- */

static MigrateOperation *reverse_create_table(const MigrateOperation *op)
{
    MigrateOperation *drop = op_drop_table(op_to_table(op, NULL));
    drop->reverse->namespace_metadata = op->namespace_metadata;
    return drop;
}

static MigrateOperation *reverse_drop_table(const MigrateOperation *op)
{
    return op_create_table(op_to_table(op, NULL));
}

static MigrateOperation *reverse_rename_table(const MigrateOperation *op)
{
    MigrateOperation *back = op_new(OP_RENAME_TABLE);
    back->table_name = op->new_table_name;
    back->new_table_name = op->table_name;
    back->schema = op->schema;
    return back;
}

static MigrateOperation *reverse_add_column(const MigrateOperation *op)
{
    MigrateOperation *drop = op_drop_column(op->table_name, op->schema, op->column);
    drop->if_exists = op->if_not_exists;
    return drop;
}

static MigrateOperation *reverse_drop_column(const MigrateOperation *op)
{
    if (!op->reverse)
        raise_value("operation is not reversible; original column is not present");
    MigrateOperation *add = op_add_column(op->table_name, op->schema, op->reverse->column);
    add->if_not_exists = op->if_exists;
    return add;
}

/* The cast to the new type, and the one back. */
static void swap_using(Dict *swapped, const Dict *keywords)
{
    static const char *const names[] = {"postgresql_using", "existing_postgresql_using"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        Value other = dict_find_text(keywords, names[1 - i]);
        dict_remove(swapped, STR(intern(names[i])));
        if (is_set(other))
            dict_set_text(swapped, names[i], other);
    }
}

/* existing_x and modify_x keywords of dialects change places like the members do. */
static Dict *swapped_keywords(const Dict *keywords)
{
    Dict *swapped = dict_copy(keywords);
    DictEntry *entry;
    swap_using(swapped, keywords);
    for (size_t i = 0; (entry = dict_next(keywords, &i));) {
        const Str *name = value_find_str(entry->key);
        if (!name || !str_starts_with(name, "modify_"))
            continue;
        Str *existing = str_format("existing_%s", name->text + strlen("modify_"));
        Value before = dict_find_str(keywords, existing);
        dict_set_str(swapped, existing, entry->value);
        dict_set(swapped, entry->key, is_set(before) ? before : NONE);
    }
    return swapped;
}

static MigrateOperation *reverse_alter_column(const MigrateOperation *op)
{
    MigrateOperation *back = op_new(OP_ALTER_COLUMN);
    back->table_name = op->table_name;
    back->schema = op->schema;
    back->column_name = op->column_name;
    back->existing_type = op->modify_type ? op->modify_type : op->existing_type;
    back->modify_type = op->modify_type ? op->existing_type : NULL;
    bool nullable = op->modify_nullable != TRI_UNSET;
    back->existing_nullable = nullable ? op->modify_nullable : op->existing_nullable;
    back->modify_nullable = nullable ? op->existing_nullable : TRI_UNSET;
    bool default_ = is_set(op->modify_server_default);
    back->existing_server_default =
        default_ ? op->modify_server_default : op->existing_server_default;
    back->modify_server_default = default_ ? op->existing_server_default : UNSET;
    bool comment = is_set(op->modify_comment);
    back->existing_comment = comment ? op->modify_comment : op->existing_comment;
    back->modify_comment = comment ? op->existing_comment : UNSET;
    back->kw = swapped_keywords(op->kw);
    back->autoincrement = op->autoincrement;
    back->existing_autoincrement = op->existing_autoincrement;
    if (op->modify_name) {
        back->column_name = op->modify_name;
        back->modify_name = op->column_name;
    }
    return back;
}

static MigrateOperation *reverse_create_index(const MigrateOperation *op)
{
    return op_drop_index(op_to_index(op, NULL));
}

static MigrateOperation *reverse_drop_index(const MigrateOperation *op)
{
    return op_create_index(op_to_index(op, NULL));
}

static MigrateOperation *reverse_create_constraint(const MigrateOperation *op)
{
    MigrateOperation *back = op_drop_constraint(op_to_constraint(op, NULL));
    back->default_name = op->default_name;
    return back;
}

static MigrateOperation *reverse_drop_constraint(const MigrateOperation *op)
{
    MigrateOperation *back = op_create_constraint(op_to_constraint(op, NULL));
    back->default_name = op->default_name;
    return back;
}

static MigrateOperation *comment_op(const MigrateOperation *op, OpKind kind, Str *comment,
                                    Str *existing)
{
    MigrateOperation *back = op_new(kind);
    back->table_name = op->table_name;
    back->schema = op->schema;
    back->comment = comment;
    back->existing_table_comment = existing;
    return back;
}

static MigrateOperation *reverse_create_comment(const MigrateOperation *op)
{
    OpKind kind = op->existing_table_comment ? OP_CREATE_TABLE_COMMENT : OP_DROP_TABLE_COMMENT;
    return comment_op(op, kind, op->existing_table_comment, op->comment);
}

static MigrateOperation *reverse_drop_comment(const MigrateOperation *op)
{
    return comment_op(op, OP_CREATE_TABLE_COMMENT, op->existing_table_comment, NULL);
}

static MigrateOperation *(*const reversers[OP_COUNT])(const MigrateOperation *op) = {
    [OP_CREATE_TABLE] = reverse_create_table,
    [OP_DROP_TABLE] = reverse_drop_table,
    [OP_RENAME_TABLE] = reverse_rename_table,
    [OP_ADD_COLUMN] = reverse_add_column,
    [OP_DROP_COLUMN] = reverse_drop_column,
    [OP_ALTER_COLUMN] = reverse_alter_column,
    [OP_CREATE_INDEX] = reverse_create_index,
    [OP_DROP_INDEX] = reverse_drop_index,
    [OP_CREATE_PRIMARY_KEY] = reverse_create_constraint,
    [OP_CREATE_UNIQUE] = reverse_create_constraint,
    [OP_CREATE_FOREIGN_KEY] = reverse_create_constraint,
    [OP_CREATE_CHECK] = reverse_create_constraint,
    [OP_CREATE_EXCLUDE] = reverse_create_constraint,
    [OP_DROP_CONSTRAINT] = reverse_drop_constraint,
    [OP_CREATE_TABLE_COMMENT] = reverse_create_comment,
    [OP_DROP_TABLE_COMMENT] = reverse_drop_comment,
};

MigrateOperation *op_reverse(const MigrateOperation *op)
{
    if (!reversers[op->kind])
        raise_exception(&NotImplementedError_class, "%s", "");
    MigrateOperation *back = reversers[op->kind](op);
    back->pos = op->pos;
    return back;
}

/* --- diff tuples ----------------------------------------------------------------------------- */

#define TUPLE(...) OBJ(tuple_new(COUNT_OF(((Value[]){__VA_ARGS__})), (Value[]){__VA_ARGS__}))

static Value word(const char *text)
{
    return STR(str_from(text));
}

static Value diff_create_table(const MigrateOperation *op)
{
    return TUPLE(word("add_table"), OBJ(op_to_table(op, NULL)));
}

static Value diff_drop_table(const MigrateOperation *op)
{
    return TUPLE(word("remove_table"), OBJ(op_to_table(op, NULL)));
}

static Value diff_add_column(const MigrateOperation *op)
{
    return TUPLE(word("add_column"), STR(op->schema), STR(op->table_name), OBJ(op->column));
}

static Value diff_drop_column(const MigrateOperation *op)
{
    return TUPLE(word("remove_column"), STR(op->schema), STR(op->table_name),
                 OBJ(op_to_column(op, NULL)));
}

static Value set_or(Value v, Value fallback)
{
    return is_set(v) ? v : fallback;
}

/* What else is known about the column: everything but the thing that changes. */
static Value alter_details(const MigrateOperation *op, const char *except)
{
    const struct {
        const char *name;
        Value value;
    } rows[] = {
        {"existing_nullable", tri_value(op->existing_nullable)},
        {"existing_type", OBJ(op->existing_type)},
        {"existing_server_default", set_or(op->existing_server_default, FALSE_VALUE)},
        {"existing_comment", set_or(op->existing_comment, NONE)},
    };
    Dict *details = dict_new();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (strcmp(rows[i].name, except) != 0)
            dict_set_text(details, rows[i].name, rows[i].value);
    return OBJ(details);
}

static void add_alteration(List *list, const MigrateOperation *op, const char *what,
                           const char *existing, Value from, Value to)
{
    list_append(list, TUPLE(word(what), STR(op->schema), STR(op->table_name), STR(op->column_name),
                            alter_details(op, existing), from, to));
}

static Value diff_alter_column(const MigrateOperation *op)
{
    List *list = list_new(0);
    if (op->modify_type)
        add_alteration(list, op, "modify_type", "existing_type", OBJ(op->existing_type),
                       OBJ(op->modify_type));
    if (op->modify_nullable != TRI_UNSET)
        add_alteration(list, op, "modify_nullable", "existing_nullable",
                       tri_value(op->existing_nullable), tri_value(op->modify_nullable));
    if (is_set(op->modify_server_default))
        add_alteration(list, op, "modify_default", "existing_server_default",
                       set_or(op->existing_server_default, FALSE_VALUE), op->modify_server_default);
    if (is_set(op->modify_comment))
        add_alteration(list, op, "modify_comment", "existing_comment",
                       set_or(op->existing_comment, NONE), op->modify_comment);
    return OBJ(list);
}

static Value diff_create_index(const MigrateOperation *op)
{
    return TUPLE(word("add_index"), OBJ(op_to_index(op, NULL)));
}

static Value diff_drop_index(const MigrateOperation *op)
{
    return TUPLE(word("remove_index"), OBJ(op_to_index(op, NULL)));
}

static Value diff_create_constraint(const MigrateOperation *op)
{
    return TUPLE(word(op->kind == OP_CREATE_FOREIGN_KEY ? "add_fk" : "add_constraint"),
                 OBJ(op_to_constraint(op, NULL)));
}

static Value diff_drop_constraint(const MigrateOperation *op)
{
    bool key = op->constraint_type && str_is(op->constraint_type, "foreignkey");
    return TUPLE(word(key ? "remove_fk" : "remove_constraint"), OBJ(op_to_constraint(op, NULL)));
}

static Value diff_create_comment(const MigrateOperation *op)
{
    return TUPLE(word("add_table_comment"), OBJ(op_to_table(op, NULL)),
                 STR(op->existing_table_comment));
}

static Value diff_drop_comment(const MigrateOperation *op)
{
    return TUPLE(word("remove_table_comment"), OBJ(op_to_table(op, NULL)));
}

static Value diff_execute(const MigrateOperation *op)
{
    return TUPLE(word("execute"), op->sqltext);
}

static Value (*const differs[OP_COUNT])(const MigrateOperation *op) = {
    [OP_CREATE_TABLE] = diff_create_table,       [OP_DROP_TABLE] = diff_drop_table,
    [OP_ADD_COLUMN] = diff_add_column,           [OP_DROP_COLUMN] = diff_drop_column,
    [OP_ALTER_COLUMN] = diff_alter_column,       [OP_CREATE_INDEX] = diff_create_index,
    [OP_DROP_INDEX] = diff_drop_index,           [OP_CREATE_PRIMARY_KEY] = diff_create_constraint,
    [OP_CREATE_UNIQUE] = diff_create_constraint, [OP_CREATE_FOREIGN_KEY] = diff_create_constraint,
    [OP_CREATE_CHECK] = diff_create_constraint,  [OP_CREATE_EXCLUDE] = diff_create_constraint,
    [OP_DROP_CONSTRAINT] = diff_drop_constraint, [OP_CREATE_TABLE_COMMENT] = diff_create_comment,
    [OP_DROP_TABLE_COMMENT] = diff_drop_comment, [OP_EXECUTE] = diff_execute,
};

Value op_diff_tuple(const MigrateOperation *op)
{
    if (!differs[op->kind])
        raise_exception(&NotImplementedError_class, "%s", "");
    return differs[op->kind](op);
}
