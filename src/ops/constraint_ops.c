/* constraint_ops.c -- records about constraints: one class a kind to create them, one to drop any.
 */
#include "ops/inside.h"

typedef struct KindRow {
    OpKind op;
    ConstraintKind kind;
    const char *type;      /* constraint_type of the record that creates it */
    const char *drop_type; /* type_ of drop_constraint; NULL = none         */
} KindRow;

static const KindRow kind_rows[] = {
    {OP_CREATE_PRIMARY_KEY, CONSTRAINT_PRIMARY_KEY, "primarykey", "primary"},
    {OP_CREATE_UNIQUE, CONSTRAINT_UNIQUE, "unique", "unique"},
    {OP_CREATE_CHECK, CONSTRAINT_CHECK, "check", "check"},
    {OP_CREATE_FOREIGN_KEY, CONSTRAINT_FOREIGN_KEY, "foreignkey", "foreignkey"},
    {OP_CREATE_EXCLUDE, CONSTRAINT_EXCLUDE, "exclude", NULL},
};

static const KindRow *row_of(ConstraintKind kind)
{
    for (size_t i = 0; i < COUNT_OF(kind_rows); i++)
        if (kind_rows[i].kind == kind)
            return &kind_rows[i];
    BUG("constraint of unknown kind");
}

static void start(MigrateOperation *op, OpKind kind, Value name, Value table_name, Value schema,
                  Dict *keywords)
{
    op_start(op, kind, table_name, schema);
    op_take_name(op, name);
    op->kw = keywords;
}

/* --- from a constraint ----------------------------------------------------------------------- */

static void keep_if(Dict *keywords, const char *name, Value v)
{
    if (!is_absent(v) && value_truth(v))
        dict_set_text(keywords, name, v);
}

static void keep_timing(Dict *keywords, const Constraint *constraint)
{
    if (constraint->deferrable == TRI_TRUE)
        dict_set_text(keywords, "deferrable", TRUE_VALUE);
    keep_if(keywords, "initially", STR(constraint->initially));
}

static void take_key_columns(MigrateOperation *op, const Constraint *constraint)
{
    op->column_names = op_column_names(&constraint->columns);
}

static void take_unique(MigrateOperation *op, const Constraint *constraint)
{
    take_key_columns(op, constraint);
    keep_timing(op->kw, constraint);
}

static void take_check(MigrateOperation *op, const Constraint *constraint)
{
    op->condition = OBJ(constraint->sqltext);
}

static void take_foreign_key(MigrateOperation *op, const Constraint *constraint)
{
    Str *schema, *table, *column;
    op->column_names = list_new(constraint->elements.length);
    op->remote_columns = list_new(constraint->elements.length);
    for (size_t i = 0; i < constraint->elements.length; i++) {
        const ForeignKey *key = constraint->elements.at[i];
        foreign_key_target(key, &schema, &table, &column);
        list_append(op->column_names, STR(column_name(key->parent)));
        list_append(op->remote_columns, STR(column));
        op->referent_table = table;
        op->referent_schema = schema;
    }
    keep_if(op->kw, "onupdate", STR(constraint->onupdate));
    keep_if(op->kw, "ondelete", STR(constraint->ondelete));
    keep_timing(op->kw, constraint);
    keep_if(op->kw, "use_alter", BOOL(constraint->use_alter));
    keep_if(op->kw, "match", STR(constraint->match));
    dict_set_text(op->kw, "source_schema", STR(op->schema));
    dict_set_text(op->kw, "referent_schema", STR(op->referent_schema));
}

static void take_exclude(MigrateOperation *op, const Constraint *constraint)
{
    op->exclusions = list_new(constraint->exclusions.length);
    for (size_t i = 0; i < constraint->exclusions.length; i++) {
        const ExcludeElement *element = &constraint->exclusions.at[i];
        Value pair[] = {element->expression ? OBJ(element->expression) : STR(element->name),
                        STR(element->operator)};
        list_append(op->exclusions, OBJ(tuple_new(2, pair)));
    }
    op->condition = OBJ(constraint->where);
    dict_set_text(op->kw, "deferrable", tri_value(constraint->deferrable));
    dict_set_text(op->kw, "initially", STR(constraint->initially));
    dict_set_text(op->kw, "using", STR(constraint->using));
    if (constraint->operators && constraint->operators->length)
        dict_set_text(op->kw, "ops", OBJ(constraint->operators));
}

static void (*const takers[])(MigrateOperation *op, const Constraint *constraint) = {
    [CONSTRAINT_PRIMARY_KEY] = take_key_columns,
    [CONSTRAINT_UNIQUE] = take_unique,
    [CONSTRAINT_CHECK] = take_check,
    [CONSTRAINT_FOREIGN_KEY] = take_foreign_key,
    [CONSTRAINT_EXCLUDE] = take_exclude,
};

static void take_place(MigrateOperation *op, const Constraint *constraint)
{
    BUG_UNLESS(constraint->table);
    op->name = constraint->name;
    op->name_source = constraint->name ? constraint->name_source : NAME_NONE;
    op->table_name = table_name(constraint->table);
    op->schema = table_schema(constraint->table);
    op->quote = constraint->table->clause.quote;
    op->quote_schema = constraint->table->clause.quote_schema;
}

MigrateOperation *op_create_constraint(const Constraint *constraint)
{
    MigrateOperation *op = op_new(row_of(constraint->kind)->op);
    take_place(op, constraint);
    op->source = (Obj *)(uintptr_t)&constraint->obj;
    takers[constraint->kind](op, constraint);
    if (constraint->options)
        dict_update(op->kw, constraint->options);
    return op;
}

MigrateOperation *op_drop_constraint(const Constraint *constraint)
{
    const char *type = row_of(constraint->kind)->drop_type;
    MigrateOperation *op = op_new(OP_DROP_CONSTRAINT);
    take_place(op, constraint);
    op->constraint_type = type ? str_from(type) : NULL;
    op->reverse = op_create_constraint(constraint);
    return op;
}

#define FROM_CONSTRAINT(P) P(POS, any, constraint, Required)
NATIVE_CLASS(AddConstraintOp, from_constraint, FROM_CONSTRAINT)
{
    return OBJ(op_create_constraint(get_as(Constraint, a->constraint, "constraint")));
}

NATIVE_CLASS(DropConstraintOp, from_constraint, FROM_CONSTRAINT)
{
    return OBJ(op_drop_constraint(get_as(Constraint, a->constraint, "constraint")));
}

/* --- AddConstraintOp: what its subclasses share ---------------------------------------------- */

#define MIGRATION_CONTEXT(P) P(POS, any, migration_context, None)
NATIVE(MigrateOperation, to_constraint, MIGRATION_CONTEXT)
{
    return OBJ(op_to_constraint(self, op_naming_of(a->migration_context)));
}

NATIVE0(AddConstraintOp, constraint_type)
{
    OpKind kind;
    for (size_t i = 0; op_find_kind(self, &kind) && i < COUNT_OF(kind_rows); i++)
        if (kind_rows[i].op == kind)
            return STR(str_from(kind_rows[i].type));
    raise_exception(&NotImplementedError_class, "%s", "");
}

NAME_ATTRIBUTE(MigrateOperation)
LIST_ATTRIBUTE(MigrateOperation, column_names)
LIST_ATTRIBUTE(MigrateOperation, remote_columns)
LIST_ATTRIBUTE(MigrateOperation, exclusions)

static const Field constraint_fields[] = {
    FIELD(AddConstraintOp, str, table_name, MUTABLE),
    FIELD(AddConstraintOp, str, schema, MUTABLE),
    FIELD(AddConstraintOp, obj, kw, READONLY),
    {0},
};
static const Method constraint_methods[] = {
    ATTRIBUTE_AS("constraint_name", MigrateOperation, name),
    PROPERTY(AddConstraintOp, constraint_type),
    CLASS_METHOD(AddConstraintOp, from_constraint),
    METHOD(MigrateOperation, to_constraint),
    {0},
};
const Class AddConstraintOp_class = {
    CLASS(AddConstraintOp, "alembic.operations.ops", MigrateOperation),
    .fields = constraint_fields,
    .methods = constraint_methods,
};

/* --- CreatePrimaryKeyOp, CreateUniqueConstraintOp -------------------------------------------- */

#define KEY_INIT(P)                                                                                \
    P(POS, any, constraint_name, Required)                                                         \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, columns, Required)                                                                 \
    P(KEY, any, schema, None)                                                                      \
    P(KWREST, dict, kw, Empty)
NATIVE(CreatePrimaryKeyOp, init, KEY_INIT)
{
    start(self, OP_CREATE_PRIMARY_KEY, a->constraint_name, a->table_name, a->schema, a->kw);
    self->column_names = list_from(a->columns);
    return OBJ(self);
}

NATIVE(CreateUniqueConstraintOp, init, KEY_INIT)
{
    start(self, OP_CREATE_UNIQUE, a->constraint_name, a->table_name, a->schema, a->kw);
    self->column_names = list_from(a->columns);
    return OBJ(self);
}

static const Method key_methods[] = {
    ATTRIBUTE_AS("columns", MigrateOperation, column_names),
    {0},
};
const Class CreatePrimaryKeyOp_class = {
    CLASS(CreatePrimaryKeyOp, "alembic.operations.ops", AddConstraintOp),
    .init = INIT(CreatePrimaryKeyOp),
    .methods = key_methods,
};
const Class CreateUniqueConstraintOp_class = {
    CLASS(CreateUniqueConstraintOp, "alembic.operations.ops", AddConstraintOp),
    .init = INIT(CreateUniqueConstraintOp),
    .methods = key_methods,
};

/* --- CreateForeignKeyOp ---------------------------------------------------------------------- */

#define FOREIGN_KEY_INIT(P)                                                                        \
    P(POS, any, constraint_name, Required)                                                         \
    P(POS, any, source_table, Required)                                                            \
    P(POS, any, referent_table, Required)                                                          \
    P(POS, any, local_cols, Required)                                                              \
    P(POS, any, remote_cols, Required)                                                             \
    P(KWREST, dict, kw, Empty)
NATIVE(CreateForeignKeyOp, init, FOREIGN_KEY_INIT)
{
    NameSource source;
    Value schema = dict_find_text(a->kw, "source_schema");
    start(self, OP_CREATE_FOREIGN_KEY, a->constraint_name, a->source_table, schema, a->kw);
    self->referent_table = name_from(a->referent_table, NULL, &source);
    self->referent_schema = name_from(dict_find_text(a->kw, "referent_schema"), NULL, &source);
    self->column_names = list_from(a->local_cols);
    self->remote_columns = list_from(a->remote_cols);
    return OBJ(self);
}

static const Field foreign_key_fields[] = {
    FIELD_AS("source_table", CreateForeignKeyOp, str, table_name, MUTABLE),
    FIELD(CreateForeignKeyOp, str, referent_table, MUTABLE),
    FIELD(CreateForeignKeyOp, str, referent_schema, MUTABLE),
    FIELD_AS("source_schema", CreateForeignKeyOp, str, schema, MUTABLE),
    {0},
};
static const Method foreign_key_methods[] = {
    ATTRIBUTE_AS("local_cols", MigrateOperation, column_names),
    ATTRIBUTE_AS("remote_cols", MigrateOperation, remote_columns),
    {0},
};
const Class CreateForeignKeyOp_class = {
    CLASS(CreateForeignKeyOp, "alembic.operations.ops", AddConstraintOp),
    .init = INIT(CreateForeignKeyOp),
    .fields = foreign_key_fields,
    .methods = foreign_key_methods,
};

/* --- CreateCheckConstraintOp, CreateExcludeConstraintOp -------------------------------------- */

#define CHECK_INIT(P)                                                                              \
    P(POS, any, constraint_name, Required)                                                         \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, condition, Required)                                                               \
    P(KEY, any, schema, None)                                                                      \
    P(KWREST, dict, kw, Empty)
NATIVE(CreateCheckConstraintOp, init, CHECK_INIT)
{
    start(self, OP_CREATE_CHECK, a->constraint_name, a->table_name, a->schema, a->kw);
    self->condition = a->condition;
    return OBJ(self);
}

static const Field check_fields[] = {
    FIELD(CreateCheckConstraintOp, any, condition, MUTABLE),
    {0},
};
const Class CreateCheckConstraintOp_class = {
    CLASS(CreateCheckConstraintOp, "alembic.operations.ops", AddConstraintOp),
    .init = INIT(CreateCheckConstraintOp),
    .fields = check_fields,
};

#define EXCLUDE_INIT(P)                                                                            \
    P(POS, any, constraint_name, Required)                                                         \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, elements, Required)                                                                \
    P(POS, any, where, None)                                                                       \
    P(POS, any, schema, None)                                                                      \
    P(POS, any, _orig_constraint, None)                                                            \
    P(KWREST, dict, kw, Empty)
NATIVE(CreateExcludeConstraintOp, init, EXCLUDE_INIT)
{
    start(self, OP_CREATE_EXCLUDE, a->constraint_name, a->table_name, a->schema, a->kw);
    self->exclusions = list_from(a->elements);
    self->condition = a->where;
    self->source = (Obj *)as(Constraint, a->_orig_constraint);
    return OBJ(self);
}

static const Field exclude_fields[] = {
    FIELD_AS("where", CreateExcludeConstraintOp, any, condition, MUTABLE),
    {0},
};
static const Method exclude_methods[] = {
    ATTRIBUTE_AS("elements", MigrateOperation, exclusions),
    {0},
};
const Class CreateExcludeConstraintOp_class = {
    CLASS(CreateExcludeConstraintOp, "alembic.ddl.postgresql", AddConstraintOp),
    .init = INIT(CreateExcludeConstraintOp),
    .fields = exclude_fields,
    .methods = exclude_methods,
};

/* --- DropConstraintOp ------------------------------------------------------------------------ */

#define DROP_INIT(P)                                                                               \
    P(POS, any, constraint_name, Required)                                                         \
    P(POS, any, table_name, Required)                                                              \
    P(POS, str, type_, None)                                                                       \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, if_exists, None)                                                                   \
    P(KEY, any, _reverse, None)
NATIVE(DropConstraintOp, init, DROP_INIT)
{
    start(self, OP_DROP_CONSTRAINT, a->constraint_name, a->table_name, a->schema, dict_new());
    self->constraint_type = a->type_;
    self->if_exists = a->if_exists;
    self->reverse = as(MigrateOperation, a->_reverse);
    return OBJ(self);
}

static const Field drop_fields[] = {
    FIELD(DropConstraintOp, str, table_name, MUTABLE),
    FIELD(DropConstraintOp, str, schema, MUTABLE),
    FIELD(DropConstraintOp, str, constraint_type, MUTABLE),
    FIELD(DropConstraintOp, any, if_exists, MUTABLE),
    FIELD_AS("_reverse", DropConstraintOp, obj, reverse, READONLY),
    {0},
};
static const Method drop_methods[] = {
    ATTRIBUTE_AS("constraint_name", MigrateOperation, name),
    CLASS_METHOD(DropConstraintOp, from_constraint),
    METHOD(MigrateOperation, to_constraint),
    {0},
};
const Class DropConstraintOp_class = {
    CLASS(DropConstraintOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(DropConstraintOp),
    .fields = drop_fields,
    .methods = drop_methods,
};
