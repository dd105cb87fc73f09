/* alembic_impl.c -- op.get_context().impl, operations.impl: what implementations of plugins call. Each method makes the
 * record of an operation and runs it, past those that a plugin may have put in its place. */
#include "bind/bind.h"

typedef struct DefaultImpl {
    Obj obj;
    MigrationContext *context;
} DefaultImpl;
typedef DefaultImpl PostgresqlImpl, SQLiteImpl;
static const Class DefaultImpl_class, PostgresqlImpl_class, SQLiteImpl_class;

/* What the classes themselves say; the value is that of Alembic's class. */
typedef struct ImplClass {
    const Class *class;
    const char *dialect_name;
    bool transactional_ddl;
} ImplClass;
static const ImplClass impl_rows[] = {
    {&DefaultImpl_class, "default", false},
    {&PostgresqlImpl_class, "postgresql", true},
    {&SQLiteImpl_class, "sqlite", false},
};

static Value tuple_of_words(size_t count, const char *const *words)
{
    Value values[2];
    for (size_t i = 0; i < count; i++)
        values[i] = STR(intern(words[i]));
    return OBJ(tuple_new(count, values));
}

static Value words_alike(size_t count, const char *const pairs[][2])
{
    Value sets[2];
    for (size_t i = 0; i < count; i++) {
        Value words = tuple_of_words(2, pairs[i]);
        sets[i] = call(OBJ(&set_class), 1, &words);
    }
    return OBJ(tuple_new(count, sets));
}

static void class_say(const ImplClass *row)
{
    static const char *const alike[][2] = {{"NUMERIC", "DECIMAL"}, {"FLOAT", "DOUBLE PRECISION"}};
    static const char *const ignored[] = {"order", "on_null"};
    class_set(row->class, intern("__dialect__"), STR(intern(row->dialect_name)));
    class_set(row->class, intern("transactional_ddl"), BOOL(row->transactional_ddl));
    class_set(row->class, intern("command_terminator"), STR(intern(";")));
    class_set(row->class, intern("type_synonyms"),
              words_alike(row->class == &PostgresqlImpl_class ? 2 : 1, alike));
    class_set(row->class, intern("type_arg_extract"), tuple_of_words(0, NULL));
    class_set(row->class, intern("identity_attrs_ignore"), tuple_of_words(2, ignored));
}

static Value impl_class(size_t row)
{
    if (!is_set(class_find(impl_rows[row].class, intern("command_terminator"))))
        for (size_t i = 0; i < COUNT_OF(impl_rows); i++)
            class_say(&impl_rows[i]);
    return OBJ(impl_rows[row].class);
}

static size_t impl_row(const Dialect *dialect)
{
    for (size_t i = COUNT_OF(impl_rows) - 1; i > 0; i--)
        if (strcmp(impl_rows[i].dialect_name, dialect->name) == 0)
            return i;
    return 0;
}

Value impl_object(MigrationContext *context)
{
    if (context->impl)
        return OBJ(context->impl);
    DefaultImpl *impl = obj_new(DefaultImpl);
    impl->obj.class = (const Class *)impl_class(impl_row(context->dialect)).obj;
    impl->context = context;
    dict_set_text(object_attrs(&impl->obj), "transactional_ddl", BOOL(context->transactional_ddl));
    dict_set_text(object_attrs(&impl->obj), "memo", OBJ(dict_new()));
    context->impl = impl;
    return OBJ(impl);
}

static Value default_impl_class(void)
{
    return impl_class(0);
}

static Value postgresql_impl_class(void)
{
    return impl_class(1);
}

static Value sqlite_impl_class(void)
{
    return impl_class(2);
}

static Value run(const DefaultImpl *self, MigrateOperation *op)
{
    return operation_apply(self->context, op);
}

/* Class(*arguments, **keywords), run. */
static Value make_and_run(const DefaultImpl *self, const Class *class, size_t count, Value *arguments, Dict *keywords)
{
    Value made = call_dict(OBJ(class), count, arguments, keywords);
    return run(self, get_as(MigrateOperation, made, "operation"));
}

#define BY_DIALECT(P) P(POS, any, dialect, Required)
FUNCTION(DefaultImpl, get_by_dialect, BY_DIALECT)
{
    Str *name = value_find_str(value_get_attr(a->dialect, intern("name")));
    for (size_t i = 0; name && i < COUNT_OF(impl_rows); i++)
        if (str_is(name, impl_rows[i].dialect_name))
            return OBJ(impl_rows[i].class);
    raise_exception_with(&KeyError_class, STR(name));
}

/* --- columns --------------------------------------------------------------------------------- */

#define IMPL_COLUMN(P)                                                                             \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, column, Required)                                                                  \
    P(KWREST, dict, keywords, Empty)
NATIVE(DefaultImpl, add_column, IMPL_COLUMN)
{
    Value arguments[] = {a->table_name, a->column};
    return make_and_run(self, &AddColumnOp_class, 2, arguments, a->keywords);
}

/* drop_column takes the Column, as DefaultImpl's does; a name will do too. */
NATIVE(DefaultImpl, drop_column, IMPL_COLUMN)
{
    const Column *column = as(Column, a->column);
    Value arguments[] = {a->table_name, column ? STR(column_name(column)) : a->column};
    return make_and_run(self, &DropColumnOp_class, 2, arguments, a->keywords);
}

/* nullable=, name=, type_= ... are modify_nullable, modify_name ... of the record. */
NATIVE(DefaultImpl, alter_column, IMPL_COLUMN)
{
    static const char *const changes[][2] = {{"nullable", "modify_nullable"},
                                             {"server_default", "modify_server_default"},
                                             {"comment", "modify_comment"},
                                             {"name", "modify_name"},
                                             {"type_", "modify_type"}};
    Dict *keywords = dict_copy(a->keywords);
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        Value given = dict_find_text(keywords, changes[i][0]);
        if (!is_set(given))
            continue;
        dict_remove(keywords, STR(intern(changes[i][0])));
        dict_set_text(keywords, changes[i][1], given);
    }
    Value arguments[] = {a->table_name, a->column};
    return make_and_run(self, &AlterColumnOp_class, 2, arguments, keywords);
}

/* --- tables ---------------------------------------------------------------------------------- */

#define IMPL_TABLE(P) P(POS, any, table, Required) P(KWREST, dict, keywords, Empty)
static Table *table_of(Value v)
{
    return get_as(Table, v, "table");
}

NATIVE(DefaultImpl, create_table, IMPL_TABLE)
{
    MigrateOperation *op = op_create_table(table_of(a->table));
    op->if_not_exists = dict_find_text(a->keywords, "if_not_exists");
    return run(self, op);
}

NATIVE(DefaultImpl, drop_table, IMPL_TABLE)
{
    MigrateOperation *op = op_drop_table(table_of(a->table));
    op->if_exists = dict_find_text(a->keywords, "if_exists");
    return run(self, op);
}

#define RENAME_TABLE(P)                                                                            \
    P(POS, any, old_table_name, Required)                                                          \
    P(POS, any, new_table_name, Required)                                                          \
    P(POS, any, schema, None)
NATIVE(DefaultImpl, rename_table, RENAME_TABLE)
{
    Value arguments[] = {a->old_table_name, a->new_table_name};
    Dict *keywords = dict_new();
    dict_set_text(keywords, "schema", a->schema);
    return make_and_run(self, &RenameTableOp_class, 2, arguments, keywords);
}

static Dict *schema_of(const Table *table)
{
    Dict *keywords = dict_new();
    dict_set_text(keywords, "schema", STR(table_schema(table)));
    return keywords;
}

NATIVE(DefaultImpl, create_table_comment, IMPL_TABLE)
{
    const Table *table = table_of(a->table);
    Value arguments[] = {STR(table_name(table)), STR(table->comment)};
    return make_and_run(self, &CreateTableCommentOp_class, 2, arguments, schema_of(table));
}

NATIVE(DefaultImpl, drop_table_comment, IMPL_TABLE)
{
    const Table *table = table_of(a->table);
    Value arguments[] = {STR(table_name(table))};
    return make_and_run(self, &DropTableCommentOp_class, 1, arguments, schema_of(table));
}

/* --- indexes and constraints ----------------------------------------------------------------- */

#define IMPL_INDEX(P) P(POS, any, index, Required) P(KWREST, dict, keywords, Empty)
NATIVE(DefaultImpl, create_index, IMPL_INDEX)
{
    MigrateOperation *op = op_create_index(get_as(Index, a->index, "index"));
    op->if_not_exists = dict_find_text(a->keywords, "if_not_exists");
    return run(self, op);
}

NATIVE(DefaultImpl, drop_index, IMPL_INDEX)
{
    MigrateOperation *op = op_drop_index(get_as(Index, a->index, "index"));
    op->if_exists = dict_find_text(a->keywords, "if_exists");
    return run(self, op);
}

#define IMPL_CONSTRAINT(P) P(POS, any, constraint, Required) P(KWREST, dict, keywords, Empty)
NATIVE(DefaultImpl, add_constraint, IMPL_CONSTRAINT)
{
    return run(self, op_create_constraint(get_as(Constraint, a->constraint, "constraint")));
}

NATIVE(DefaultImpl, drop_constraint, IMPL_CONSTRAINT)
{
    MigrateOperation *op = op_drop_constraint(get_as(Constraint, a->constraint, "constraint"));
    op->if_exists = dict_find_text(a->keywords, "if_exists");
    return run(self, op);
}

/* --- rows and statements --------------------------------------------------------------------- */

#define BULK_INSERT(P)                                                                             \
    P(POS, any, table, Required)                                                                   \
    P(POS, any, rows, Required)                                                                    \
    P(POS, bool, multiinsert, True)
NATIVE(DefaultImpl, bulk_insert, BULK_INSERT)
{
    Value arguments[] = {a->table, a->rows};
    Dict *keywords = dict_new();
    dict_set_text(keywords, "multiinsert", BOOL(a->multiinsert));
    return make_and_run(self, &BulkInsertOp_class, 2, arguments, keywords);
}

#define STATIC_OUTPUT(P) P(POS, str, text, Required)
NATIVE(DefaultImpl, static_output, STATIC_OUTPUT)
{
    context_print_raw(self->context, a->text->text);
    return NONE;
}

/* --- the rest is the context's --------------------------------------------------------------- */

static Value impl_getattr(Value self, Str *name)
{
    const DefaultImpl *impl = as(DefaultImpl, self);
    return value_find_attr(migration_context_object(impl->context), name);
}

static Value of_context(const DefaultImpl *self, const char *name)
{
    return value_get_attr(migration_context_object(self->context), intern(name));
}

NATIVE0(DefaultImpl, dialect)
{
    return of_context(self, "dialect");
}

NATIVE0(DefaultImpl, connection)
{
    return of_context(self, "bind");
}

NATIVE0(DefaultImpl, as_sql)
{
    return of_context(self, "as_sql");
}

static const Method impl_methods[] = {
    METHOD(DefaultImpl, add_column),
    METHOD(DefaultImpl, drop_column),
    METHOD(DefaultImpl, alter_column),
    METHOD(DefaultImpl, create_table),
    METHOD(DefaultImpl, drop_table),
    METHOD(DefaultImpl, rename_table),
    METHOD(DefaultImpl, create_table_comment),
    METHOD(DefaultImpl, drop_table_comment),
    METHOD(DefaultImpl, create_index),
    METHOD(DefaultImpl, drop_index),
    METHOD(DefaultImpl, add_constraint),
    METHOD(DefaultImpl, drop_constraint),
    METHOD(DefaultImpl, bulk_insert),
    METHOD(DefaultImpl, static_output),
    STATIC_METHOD(DefaultImpl, get_by_dialect),
    PROPERTY(DefaultImpl, dialect),
    PROPERTY(DefaultImpl, connection),
    PROPERTY_AS("bind", DefaultImpl, connection),
    PROPERTY(DefaultImpl, as_sql),
    {0},
};
static const Class DefaultImpl_class = {
    CLASS(DefaultImpl, "alembic.ddl.impl", object),
    .methods = impl_methods,
    .getattr = impl_getattr,
};
static const Class PostgresqlImpl_class = {
    CLASS(PostgresqlImpl, "alembic.ddl.postgresql", DefaultImpl),
};
static const Class SQLiteImpl_class = {
    CLASS(SQLiteImpl, "alembic.ddl.sqlite", DefaultImpl),
};

const Export default_impl_exports[] = {EXPORT_MAKE("DefaultImpl", default_impl_class), {0}};
const Export postgresql_impl_exports[] = {EXPORT_MAKE("PostgresqlImpl", postgresql_impl_class),
                                          {0}};
const Export sqlite_impl_exports[] = {EXPORT_MAKE("SQLiteImpl", sqlite_impl_class), {0}};
