/* alembic_op.c -- `alembic.op`: the directives of a migration script, and the classes Operations
 * and BatchOperations.
 *
 * A directive builds the record of its class from its arguments and hands it to the runtime at
 * once; in a batch block the runtime keeps it until the block ends. `op.create_table` at module
 * level is a proxy that looks for the current context when it is called. Plugins add directives
 * (register_operation) and say how they run (implementation_for). */
#include "bind/bind.h"

/* Both kinds; `batch` is NULL for Operations. */
typedef struct AbstractOperations {
    Obj obj;
    MigrationContext *context;
    Batch *batch;
} AbstractOperations;
typedef AbstractOperations Operations, BatchOperations;
static const Class AbstractOperations_class;
extern const Class Operations_class, BatchOperations_class;

static AbstractOperations *operations_new(const Class *class, MigrationContext *context,
                                          Batch *batch)
{
    AbstractOperations *operations = (AbstractOperations *)object_allocate(class);
    operations->context = context;
    operations->batch = batch;
    return operations;
}

/* --- running an operation -------------------------------------------------------------------- */

/* Where implementation_for leaves its function: an attribute of the operation's class, found along
 * the MRO. */
static Str *implementation_name(void)
{
    return intern("__operation_implementation__");
}

static Value invoke(AbstractOperations *self, Value operation)
{
    Value implementation = class_find(class_of(operation), implementation_name());
    if (is_set(implementation)) {
        Value arguments[] = {OBJ(self), operation};
        return call(implementation, 2, arguments);
    }
    MigrateOperation *record = as(MigrateOperation, operation);
    if (!record || !op_find_kind(record, &record->kind))
        raise_value("no dispatch function for object: %s", value_str(operation)->text);
    return self->batch ? batch_apply(self->batch, record) : operation_apply(self->context, record);
}

#define INVOKE(P) P(POS, any, operation, Required)
NATIVE(AbstractOperations, invoke, INVOKE)
{
    return invoke(self, a->operation);
}

/* --- from the arguments of a directive to a record ------------------------------------------- */

typedef struct Rename {
    const char *from, *to;
} Rename;
/* The directives' names for what the records call otherwise. */
static const Rename alter_renames[] = {
    {"nullable", "modify_nullable"},
    {"comment", "modify_comment"},
    {"server_default", "modify_server_default"},
    {"new_column_name", "modify_name"},
    {"type_", "modify_type"},
};

static const char *renamed(OpKind kind, const char *name)
{
    for (size_t i = 0; kind == OP_ALTER_COLUMN && i < COUNT_OF(alter_renames); i++)
        if (strcmp(alter_renames[i].from, name) == 0)
            return alter_renames[i].to;
    return name;
}

/* What **keywords of a directive become: keywords of the record, or its table_kw. */
static void take_rest(Dict *out, OpKind kind, const Dict *keywords)
{
    if (kind == OP_DROP_TABLE)
        dict_set_text(out, "table_kw", OBJ(dict_copy(keywords)));
    else
        dict_update(out, keywords);
}

/* The argument struct of a directive as keywords of its record's class. Its members are Values, but
 * for *rest (a list) and **keywords; what was not given stays out. */
static Dict *record_keywords(const Native *native, const void *arguments, OpKind kind)
{
    Dict *out = dict_new();
    const char *at = arguments;
    for (size_t i = 0; i < native->count; i++) {
        const Param *param = &native->params[i];
        if (param->kind == PARAM_REST) {
            dict_set_text(out, kind == OP_CREATE_TABLE ? "columns" : "elements",
                          OBJ(*(List *const *)at));
            at += sizeof(List *);
        } else if (param->kind == PARAM_KWREST) {
            take_rest(out, kind, *(Dict *const *)at);
            at += sizeof(Dict *);
        } else {
            Value v = *(const Value *)at;
            if (is_set(v))
                dict_set_text(out, renamed(kind, param->name), v);
            at += sizeof(Value);
        }
    }
    return out;
}

static Value directive(AbstractOperations *self, const Native *native, const void *arguments,
                       OpKind kind)
{
    Dict *keywords = record_keywords(native, arguments, kind);
    if (self->batch) {
        bool key = kind == OP_CREATE_FOREIGN_KEY;
        if (kind != OP_EXECUTE) {
            dict_set_text(keywords, key ? "source_table" : "table_name",
                          STR(batch_table_name(self->batch)));
            dict_set_text(keywords, key ? "source_schema" : "schema",
                          STR(batch_schema(self->batch)));
        }
    }
    return invoke(self, call_dict(OBJ(op_info[kind].class), 0, NULL, keywords));
}

#define DIRECTIVE(T, m, kind, P)                                                                   \
    NATIVE(T, m, P)                                                                                \
    {                                                                                              \
        return directive(self, &T##_##m##_native, a, OP_##kind);                                   \
    }

/* --- the directives: what each takes in Operations, and in BatchOperations ------------------- */

#define TABLE(P)    P(POS, any, table_name, Required)
#define SCHEMA(P)   P(KEY, any, schema, Unset)
#define KEYWORDS(P) P(KWREST, dict, kw, Empty)

#define CREATE_TABLE(P)                                                                            \
    TABLE(P)                                                                                       \
    P(REST, list, columns, Empty)                                                                  \
    P(KEY, any, if_not_exists, Unset)                                                              \
    KEYWORDS(P)
DIRECTIVE(Operations, create_table, CREATE_TABLE, CREATE_TABLE)

#define DROP_TABLE(P) TABLE(P) SCHEMA(P) P(KEY, any, if_exists, Unset) KEYWORDS(P)
NATIVE(Operations, drop_table, DROP_TABLE)
{
    directive(self, &Operations_drop_table_native, a, OP_DROP_TABLE);
    return NONE;
}

#define RENAME_TABLE(P)                                                                            \
    P(POS, any, old_table_name, Required)                                                          \
    P(POS, any, new_table_name, Required)                                                          \
    SCHEMA(P)
DIRECTIVE(Operations, rename_table, RENAME_TABLE, RENAME_TABLE)

#define COLUMN_OPTIONS(P)                                                                          \
    P(KEY, any, if_not_exists, Unset)                                                              \
    P(KEY, any, inline_references, Unset)                                                          \
    P(KEY, any, inline_primary_key, Unset)
#define ADD_COLUMN(P) TABLE(P) P(POS, any, column, Required) SCHEMA(P) COLUMN_OPTIONS(P)
#define BATCH_ADD_COLUMN(P)                                                                        \
    P(POS, any, column, Required)                                                                  \
    P(KEY, any, insert_before, Unset)                                                              \
    P(KEY, any, insert_after, Unset)                                                               \
    COLUMN_OPTIONS(P)
DIRECTIVE(Operations, add_column, ADD_COLUMN, ADD_COLUMN)
DIRECTIVE(BatchOperations, add_column, ADD_COLUMN, BATCH_ADD_COLUMN)

#define DROP_COLUMN(P)       TABLE(P) P(POS, any, column_name, Required) SCHEMA(P) KEYWORDS(P)
#define BATCH_DROP_COLUMN(P) P(POS, any, column_name, Required) KEYWORDS(P)
DIRECTIVE(Operations, drop_column, DROP_COLUMN, DROP_COLUMN)
DIRECTIVE(BatchOperations, drop_column, DROP_COLUMN, BATCH_DROP_COLUMN)

#define ALTERATIONS(P)                                                                             \
    P(POS, any, column_name, Required)                                                             \
    P(KEY, any, nullable, Unset)                                                                   \
    P(KEY, any, comment, Unset)                                                                    \
    P(KEY, any, server_default, Unset)                                                             \
    P(KEY, any, new_column_name, Unset)                                                            \
    P(KEY, any, type_, Unset)                                                                      \
    P(KEY, any, existing_type, Unset)                                                              \
    P(KEY, any, existing_server_default, Unset)                                                    \
    P(KEY, any, existing_nullable, Unset)                                                          \
    P(KEY, any, existing_comment, Unset)
#define ALTER_COLUMN(P) TABLE(P) ALTERATIONS(P) SCHEMA(P) KEYWORDS(P)
#define BATCH_ALTER_COLUMN(P)                                                                      \
    ALTERATIONS(P)                                                                                 \
    P(KEY, any, insert_before, Unset)                                                              \
    P(KEY, any, insert_after, Unset)                                                               \
    KEYWORDS(P)
DIRECTIVE(Operations, alter_column, ALTER_COLUMN, ALTER_COLUMN)
DIRECTIVE(BatchOperations, alter_column, ALTER_COLUMN, BATCH_ALTER_COLUMN)

#define CREATE_INDEX(P)                                                                            \
    P(POS, any, index_name, Required)                                                              \
    TABLE(P)                                                                                       \
    P(POS, any, columns, Required)                                                                 \
    SCHEMA(P)                                                                                      \
    P(KEY, any, unique, Unset)                                                                     \
    P(KEY, any, if_not_exists, Unset)                                                              \
    KEYWORDS(P)
#define BATCH_CREATE_INDEX(P)                                                                      \
    P(POS, any, index_name, Required)                                                              \
    P(POS, any, columns, Required)                                                                 \
    KEYWORDS(P)
DIRECTIVE(Operations, create_index, CREATE_INDEX, CREATE_INDEX)
DIRECTIVE(BatchOperations, create_index, CREATE_INDEX, BATCH_CREATE_INDEX)

#define DROP_INDEX(P)                                                                              \
    P(POS, any, index_name, Required)                                                              \
    P(POS, any, table_name, Unset)                                                                 \
    SCHEMA(P)                                                                                      \
    P(KEY, any, if_exists, Unset)                                                                  \
    KEYWORDS(P)
#define BATCH_DROP_INDEX(P) P(POS, any, index_name, Required) KEYWORDS(P)
DIRECTIVE(Operations, drop_index, DROP_INDEX, DROP_INDEX)
DIRECTIVE(BatchOperations, drop_index, DROP_INDEX, BATCH_DROP_INDEX)

#define CONSTRAINT(P)               P(POS, any, constraint_name, Required)
#define KEY_COLUMNS(P)              P(POS, any, columns, Required)
#define CREATE_PRIMARY_KEY(P)       CONSTRAINT(P) TABLE(P) KEY_COLUMNS(P) SCHEMA(P)
#define BATCH_CREATE_PRIMARY_KEY(P) CONSTRAINT(P) KEY_COLUMNS(P)
DIRECTIVE(Operations, create_primary_key, CREATE_PRIMARY_KEY, CREATE_PRIMARY_KEY)
DIRECTIVE(BatchOperations, create_primary_key, CREATE_PRIMARY_KEY, BATCH_CREATE_PRIMARY_KEY)

#define CREATE_UNIQUE(P)       CONSTRAINT(P) TABLE(P) KEY_COLUMNS(P) SCHEMA(P) KEYWORDS(P)
#define BATCH_CREATE_UNIQUE(P) CONSTRAINT(P) KEY_COLUMNS(P) KEYWORDS(P)
DIRECTIVE(Operations, create_unique_constraint, CREATE_UNIQUE, CREATE_UNIQUE)
DIRECTIVE(BatchOperations, create_unique_constraint, CREATE_UNIQUE, BATCH_CREATE_UNIQUE)

#define CHECK_CONDITION(P)    P(POS, any, condition, Required)
#define CREATE_CHECK(P)       CONSTRAINT(P) TABLE(P) CHECK_CONDITION(P) SCHEMA(P) KEYWORDS(P)
#define BATCH_CREATE_CHECK(P) CONSTRAINT(P) CHECK_CONDITION(P) KEYWORDS(P)
DIRECTIVE(Operations, create_check_constraint, CREATE_CHECK, CREATE_CHECK)
DIRECTIVE(BatchOperations, create_check_constraint, CREATE_CHECK, BATCH_CREATE_CHECK)

#define KEY_TARGET(P)                                                                              \
    P(POS, any, referent_table, Required)                                                          \
    P(POS, any, local_cols, Required)                                                              \
    P(POS, any, remote_cols, Required)
#define KEY_OPTIONS(P)                                                                             \
    P(KEY, any, onupdate, Unset)                                                                   \
    P(KEY, any, ondelete, Unset)                                                                   \
    P(KEY, any, deferrable, Unset)                                                                 \
    P(KEY, any, initially, Unset)                                                                  \
    P(KEY, any, match, Unset)                                                                      \
    P(KEY, any, referent_schema, Unset)
#define CREATE_FOREIGN_KEY(P)                                                                      \
    CONSTRAINT(P)                                                                                  \
    P(POS, any, source_table, Required)                                                            \
    KEY_TARGET(P)                                                                                  \
    KEY_OPTIONS(P)                                                                                 \
    P(KEY, any, source_schema, Unset)                                                              \
    P(KWREST, dict, dialect_kw, Empty)
#define BATCH_CREATE_FOREIGN_KEY(P)                                                                \
    CONSTRAINT(P)                                                                                  \
    KEY_TARGET(P)                                                                                  \
    KEY_OPTIONS(P)                                                                                 \
    P(KWREST, dict, dialect_kw, Empty)
DIRECTIVE(Operations, create_foreign_key, CREATE_FOREIGN_KEY, CREATE_FOREIGN_KEY)
DIRECTIVE(BatchOperations, create_foreign_key, CREATE_FOREIGN_KEY, BATCH_CREATE_FOREIGN_KEY)

#define CREATE_EXCLUDE(P)       CONSTRAINT(P) TABLE(P) P(REST, list, elements, Empty) KEYWORDS(P)
#define BATCH_CREATE_EXCLUDE(P) CONSTRAINT(P) P(REST, list, elements, Empty) KEYWORDS(P)
DIRECTIVE(Operations, create_exclude_constraint, CREATE_EXCLUDE, CREATE_EXCLUDE)
DIRECTIVE(BatchOperations, create_exclude_constraint, CREATE_EXCLUDE, BATCH_CREATE_EXCLUDE)

#define DROP_CONSTRAINT(P)                                                                         \
    CONSTRAINT(P)                                                                                  \
    TABLE(P)                                                                                       \
    P(POS, any, type_, Unset)                                                                      \
    SCHEMA(P)                                                                                      \
    P(KEY, any, if_exists, Unset)
#define BATCH_DROP_CONSTRAINT(P) CONSTRAINT(P) P(POS, any, type_, Unset)
DIRECTIVE(Operations, drop_constraint, DROP_CONSTRAINT, DROP_CONSTRAINT)
DIRECTIVE(BatchOperations, drop_constraint, DROP_CONSTRAINT, BATCH_DROP_CONSTRAINT)

#define COMMENT(P)                    P(POS, any, comment, Required)
#define EXISTING(P)                   P(KEY, any, existing_comment, Unset)
#define CREATE_TABLE_COMMENT(P)       TABLE(P) COMMENT(P) EXISTING(P) SCHEMA(P)
#define BATCH_CREATE_TABLE_COMMENT(P) COMMENT(P) EXISTING(P)
#define DROP_TABLE_COMMENT(P)         TABLE(P) EXISTING(P) SCHEMA(P)
DIRECTIVE(Operations, create_table_comment, CREATE_TABLE_COMMENT, CREATE_TABLE_COMMENT)
DIRECTIVE(BatchOperations, create_table_comment, CREATE_TABLE_COMMENT, BATCH_CREATE_TABLE_COMMENT)
DIRECTIVE(Operations, drop_table_comment, DROP_TABLE_COMMENT, DROP_TABLE_COMMENT)
DIRECTIVE(BatchOperations, drop_table_comment, DROP_TABLE_COMMENT, EXISTING)

#define BULK_INSERT(P)                                                                             \
    P(POS, any, table, Required)                                                                   \
    P(POS, any, rows, Required)                                                                    \
    P(KEY, any, multiinsert, Unset)
DIRECTIVE(Operations, bulk_insert, BULK_INSERT, BULK_INSERT)

#define EXECUTE(P) P(POS, any, sqltext, Required) P(KEY, any, execution_options, Unset)
DIRECTIVE(Operations, execute, EXECUTE, EXECUTE)
DIRECTIVE(BatchOperations, execute, EXECUTE, EXECUTE)

/* --- beside the directives ------------------------------------------------------------------- */

NATIVE0(AbstractOperations, get_context)
{
    return migration_context_object(self->context);
}

NATIVE0(AbstractOperations, get_bind)
{
    return context_bind(self->context);
}

NATIVE0(AbstractOperations, impl)
{
    if (self->batch)
        return OBJ(self);
    return value_get_attr(migration_context_object(self->context), intern("impl"));
}

#define F_PARAMS(P) P(POS, str, name, Required)
NATIVE(AbstractOperations, f, F_PARAMS)
{
    return conv_new(a->name);
}

/* A value that stands in the text of whatever statement it becomes part of. */
#define INLINE_LITERAL(P) P(POS, any, value, Required) P(POS, any, type_, None)
NATIVE(AbstractOperations, inline_literal, INLINE_LITERAL)
{
    Type *type = is_none(a->type_) ? type_of_value(a->value) : type_from_value(a->type_);
    return OBJ(literal_column_new(sql_literal_text(self->context->dialect, a->value, type), type));
}

#define RUN_ASYNC(P)                                                                               \
    P(POS, any, async_function, Required)                                                          \
    P(REST, list, args, Empty)                                                                     \
    P(KWREST, dict, kw_args, Empty)
NATIVE(AbstractOperations, run_async, RUN_ASYNC)
{
    if (self->context->as_sql)
        raise_exception(&NotImplementedError_class, "Cannot call run_async in SQL mode");
    if (!self->context->connection->engine->is_async)
        raise_value("Cannot call run_async with a sync engine");
    const Module *module = import_module(str_from("sqlalchemy.ext.asyncio"));
    Value class = value_get_attr(OBJ(module), intern("AsyncConnection"));
    Value bind = context_bind(self->context);
    List *arguments = list_new(a->args->length + 1);
    list_append(arguments, call_method(class, "_retrieve_proxy_for_target", 1, &bind));
    for (size_t i = 0; i < a->args->length; i++)
        list_append(arguments, a->args->at[i]);
    return await_value(call_dict(a->async_function, arguments->length, arguments->at, a->kw_args));
}

/* --- with op.batch_alter_table(...) as batch_op: --------------------------------------------- */

typedef struct BatchBlock {
    Obj obj;
    AbstractOperations *operations;
} BatchBlock;
static const Class BatchBlock_class;

NATIVE0(BatchBlock, __enter__)
{
    return OBJ(self->operations);
}

#define EXIT_PARAMS(P)                                                                             \
    P(ONLY, any, kind, None)                                                                       \
    P(ONLY, any, value, None)                                                                      \
    P(ONLY, any, traceback, None)
NATIVE(BatchBlock, __exit__, EXIT_PARAMS)
{
    if (is_none(a->kind))
        batch_flush(self->operations->batch);
    return FALSE_VALUE;
}

static const Method block_methods[] = {
    METHOD(BatchBlock, __enter__), METHOD(BatchBlock, __exit__), {0}};
static const Class BatchBlock_class = {
    CLASS_NAMED(BatchBlock, "_GeneratorContextManager", "contextlib", object),
    .methods = block_methods,
};

#define BATCH_ALTER_TABLE(P)                                                                       \
    P(POS, str, table_name, Required)                                                              \
    P(POS, str, schema, None)                                                                      \
    P(POS, any, recreate, Unset)                                                                   \
    P(POS, list, partial_reordering, None)                                                         \
    P(POS, any, copy_from, None)                                                                   \
    P(POS, list, table_args, Empty)                                                                \
    P(POS, dict, table_kwargs, Empty)                                                              \
    P(POS, list, reflect_args, Empty)                                                              \
    P(POS, dict, reflect_kwargs, Empty)                                                            \
    P(POS, dict, naming_convention, None)
NATIVE(AbstractOperations, batch_alter_table, BATCH_ALTER_TABLE)
{
    const BatchOptions options = {
        .table_name = a->table_name,
        .schema = a->schema,
        .recreate = is_set(a->recreate) ? value_str(a->recreate) : str_from("auto"),
        .copy_from = is_none(a->copy_from) ? NULL : get_as(Table, a->copy_from, "copy_from"),
        .table_args = a->table_args,
        .table_kwargs = dict_copy(a->table_kwargs),
        .reflect_args = a->reflect_args,
        .reflect_kwargs = dict_copy(a->reflect_kwargs),
        .naming_convention = a->naming_convention,
        .partial_reordering = a->partial_reordering,
    };
    BatchBlock *block = obj_new(BatchBlock);
    block->operations =
        operations_new(&BatchOperations_class, self->context, batch_new(self->context, &options));
    return OBJ(block);
}

/* What registered batch directives ask of batch_op.impl. */
NATIVE0(BatchOperations, table_name)
{
    return STR(batch_table_name(self->batch));
}

NATIVE0(BatchOperations, schema)
{
    return STR(batch_schema(self->batch));
}

/* --- directives of plugins ------------------------------------------------------------------- */

/* The classmethod of an operation class as a method of Operations: op.create_view(...) calls
 * CreateViewOp.create_view(operations, ...). */
typedef struct RegisteredDirective {
    Obj obj;
    Value function;   /* the bound classmethod */
    Value operations; /* unset until read through an instance */
} RegisteredDirective;
static const Class RegisteredDirective_class;

static Value registered_get(Value self, Value instance, const Class *owner)
{
    if (is_absent(instance))
        return self;
    RegisteredDirective *bound = obj_new(RegisteredDirective);
    bound->function = as(RegisteredDirective, self)->function;
    bound->operations = instance;
    return OBJ(bound);
}

static Value registered_call(Value self, const Call *given)
{
    const RegisteredDirective *directive_ = as(RegisteredDirective, self);
    if (!is_set(directive_->operations))
        return call_with(directive_->function, given);
    size_t total = given->count + given->keyword_count;
    Value *arguments = new_array(Value, total + 1);
    arguments[0] = directive_->operations;
    for (size_t i = 0; i < total; i++)
        arguments[i + 1] = given->args[i];
    Call with_self = *given;
    with_self.args = arguments;
    with_self.count++;
    return call_with(directive_->function, &with_self);
}

static const Class RegisteredDirective_class = {
    CLASS_NAMED(RegisteredDirective, "function", "builtins", object),
    .get = registered_get,
    .call = registered_call,
};

/* What register_operation and implementation_for return: they decorate a class, a function. */
typedef struct Decorator {
    Obj obj;
    const Class *class; /* Operations, BatchOperations; the operation's class */
    Str *name, *source; /* of the directive; NULL: implementation_for         */
} Decorator;
static const Class Decorator_class;

static Value decorator_call(Value self, const Call *given)
{
    const Decorator *decorator = as(Decorator, self);
    if (given->count != 1 || given->keyword_count)
        raise_type("register() takes exactly one argument (%zu given)", given->count);
    if (!decorator->name) {
        class_set(decorator->class, implementation_name(), given->args[0]);
        return given->args[0];
    }
    RegisteredDirective *made = obj_new(RegisteredDirective);
    made->function = value_get_attr(given->args[0], decorator->source);
    class_set(decorator->class, decorator->name, OBJ(made));
    return given->args[0];
}

static const Class Decorator_class = {
    CLASS_NAMED(Decorator, "function", "builtins", object),
    .call = decorator_call,
};

#define REGISTER(P) P(POS, str, name, Required) P(POS, str, sourcename, None)
NATIVE_CLASS(AbstractOperations, register_operation, REGISTER)
{
    Decorator *decorator = obj_new(Decorator);
    decorator->class = class;
    decorator->name = str_intern(a->name);
    decorator->source = a->sourcename ? str_intern(a->sourcename) : decorator->name;
    return OBJ(decorator);
}

#define IMPLEMENTATION(P) P(POS, type, op_cls, Required) P(POS, bool, replace, False)
NATIVE_CLASS(AbstractOperations, implementation_for, IMPLEMENTATION)
{
    bool is_known = false;
    for (size_t i = 0; i < OP_COUNT; i++)
        is_known |= op_info[i].class == a->op_cls;
    if (is_known && !a->replace)
        raise_value(
            "Can not set dispatch function for object %s: key already exists. To replace existing "
            "function, use replace=True.",
            value_repr(OBJ(a->op_cls))->text);
    Decorator *decorator = obj_new(Decorator);
    decorator->class = a->op_cls;
    return OBJ(decorator);
}

/* --- classes --------------------------------------------------------------------------------- */

#define OPERATIONS_INIT(P) P(POS, any, migration_context, Required) P(POS, any, impl, None)
NATIVE(AbstractOperations, init, OPERATIONS_INIT)
{
    self->context = migration_context_record(a->migration_context);
    if (!self->context)
        raise_type("Operations() argument 'migration_context' must be MigrationContext, not %s",
                   class_of(a->migration_context)->name);
    return OBJ(self);
}

static const Method abstract_methods[] = {
    METHOD(AbstractOperations, invoke),
    METHOD(AbstractOperations, get_context),
    METHOD(AbstractOperations, get_bind),
    METHOD(AbstractOperations, f),
    METHOD(AbstractOperations, inline_literal),
    METHOD(AbstractOperations, run_async),
    METHOD(AbstractOperations, batch_alter_table),
    PROPERTY(AbstractOperations, impl),
    PROPERTY_AS("migration_context", AbstractOperations, get_context),
    CLASS_METHOD(AbstractOperations, register_operation),
    CLASS_METHOD(AbstractOperations, implementation_for),
    {0},
};
static const Class AbstractOperations_class = {
    CLASS(AbstractOperations, "alembic.operations.base", object),
    .init = INIT(AbstractOperations),
    .methods = abstract_methods,
};

static const Method batch_methods[] = {
    METHOD(BatchOperations, add_column),
    METHOD(BatchOperations, drop_column),
    METHOD(BatchOperations, alter_column),
    METHOD(BatchOperations, create_index),
    METHOD(BatchOperations, drop_index),
    METHOD(BatchOperations, create_primary_key),
    METHOD(BatchOperations, create_unique_constraint),
    METHOD(BatchOperations, create_check_constraint),
    METHOD(BatchOperations, create_foreign_key),
    METHOD(BatchOperations, create_exclude_constraint),
    METHOD(BatchOperations, drop_constraint),
    METHOD(BatchOperations, create_table_comment),
    METHOD(BatchOperations, drop_table_comment),
    METHOD(BatchOperations, execute),
    PROPERTY(BatchOperations, table_name),
    PROPERTY(BatchOperations, schema),
    {0},
};
const Class BatchOperations_class = {
    CLASS(BatchOperations, "alembic.operations.base", AbstractOperations),
    .methods = batch_methods,
};

/* --- Operations.context(...) and the module -------------------------------------------------- */

/* with Operations.context(migration_context) as op: while it is entered, alembic.op means these
 * operations too. */
typedef struct OperationsBlock {
    Obj obj;
    AbstractOperations *operations;
    struct OperationsBlock *outer;
} OperationsBlock;
static const Class OperationsBlock_class;
static OperationsBlock
    *installed; /* the innermost one entered: what the reference keeps in the module's globals */

NATIVE0(OperationsBlock, __enter__)
{
    self->outer = installed;
    installed = self;
    return OBJ(self->operations);
}

NATIVE(OperationsBlock, __exit__, EXIT_PARAMS)
{
    installed = self->outer;
    return FALSE_VALUE;
}

static const Method operations_block_methods[] = {
    METHOD(OperationsBlock, __enter__),
    METHOD(OperationsBlock, __exit__),
    {0},
};
static const Class OperationsBlock_class = {
    CLASS_NAMED(OperationsBlock, "_GeneratorContextManager", "contextlib", object),
    .methods = operations_block_methods,
};

#define CONTEXT_PARAMS(P) P(POS, any, migration_context, Required)
NATIVE_CLASS(Operations, context, CONTEXT_PARAMS)
{
    OperationsBlock *block = obj_new(OperationsBlock);
    MigrationContext *context = migration_context_record(a->migration_context);
    if (!context)
        raise_type("context() argument 'migration_context' must be MigrationContext, not %s",
                   class_of(a->migration_context)->name);
    block->operations = operations_new(class, context, NULL);
    return OBJ(block);
}

static const Method operations_methods[] = {
    METHOD(Operations, create_table),
    METHOD(Operations, drop_table),
    METHOD(Operations, rename_table),
    METHOD(Operations, add_column),
    METHOD(Operations, drop_column),
    METHOD(Operations, alter_column),
    METHOD(Operations, create_index),
    METHOD(Operations, drop_index),
    METHOD(Operations, create_primary_key),
    METHOD(Operations, create_unique_constraint),
    METHOD(Operations, create_check_constraint),
    METHOD(Operations, create_foreign_key),
    METHOD(Operations, create_exclude_constraint),
    METHOD(Operations, drop_constraint),
    METHOD(Operations, create_table_comment),
    METHOD(Operations, drop_table_comment),
    METHOD(Operations, bulk_insert),
    METHOD(Operations, execute),
    CLASS_METHOD(Operations, context),
    {0},
};
const Class Operations_class = {
    CLASS(Operations, "alembic.operations.base", AbstractOperations),
    .methods = operations_methods,
};

/* A function of the module: finds the operations when it is called, not when it is imported. */
typedef struct OperationsProxy {
    Obj obj;
    Str *name;
} OperationsProxy;
static const Class OperationsProxy_class;

static AbstractOperations *current_operations(const Str *name)
{
    if (installed)
        return installed->operations;
    const Environment *env = environment_find();
    if (!env || !env->context)
        raise_exception(
            &NameError_class,
            "Can't invoke function '%s', as the proxy object has not yet been established for "
            "the Alembic 'Operations' class.  Try placing this code inside a callable.",
            name->text);
    return operations_new(&Operations_class, env->context, NULL);
}

static Value proxy_call(Value self, const Call *given)
{
    Str *name = as(OperationsProxy, self)->name;
    return call_with(value_get_attr(OBJ(current_operations(name)), name), given);
}

static Str *proxy_repr(Value self)
{
    return str_format("<function %s>", as(OperationsProxy, self)->name->text);
}

static const Field proxy_fields[] = {
    FIELD_AS("__name__", OperationsProxy, str, name, READONLY),
    {0},
};
static const Class OperationsProxy_class = {
    CLASS_NAMED(OperationsProxy, "function", "builtins", object),
    .fields = proxy_fields,
    .call = proxy_call,
    .repr = proxy_repr,
};

static Value alembic_op_getattr(Str *name)
{
    Value found = name->text[0] == '_' ? UNSET : class_find(&Operations_class, str_intern(name));
    if (!is_set(found))
        return UNSET;
    if (str_is(name, "migration_context") || str_is(name, "impl"))
        return value_get_attr(OBJ(current_operations(name)), name);
    if (str_is(name, "register_operation") || str_is(name, "implementation_for") ||
        str_is(name, "context"))
        return value_get_attr(OBJ(&Operations_class), name);
    OperationsProxy *proxy = obj_new(OperationsProxy);
    proxy->name = str_intern(name);
    return OBJ(proxy);
}

static const Export operations_exports[] = {
    EXPORT_CLASS(AbstractOperations),
    EXPORT_CLASS(Operations),
    EXPORT_CLASS(BatchOperations),
    EXPORT_CLASS_AS("MigrateOperation", MigrateOperation),
    EXPORT_CLASS(MigrationScript),
    EXPORT_MODULE("ops", "alembic.operations.ops"),
    EXPORT_MODULE("base", "alembic.operations.base"),
    {0},
};
static const Export exclude_exports[] = {EXPORT_CLASS(CreateExcludeConstraintOp), {0}};
static const Export nothing[] = {{0}};

#define TABLES(...)                                                                                \
    (const Export *const[])                                                                        \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }
static const ModuleDef op_module = {"alembic.op", TABLES(nothing), false, alembic_op_getattr,
                                    &Operations_class};
static const ModuleDef operations_module = {"alembic.operations", TABLES(operations_exports), true,
                                            NULL};
static const ModuleDef base_module = {"alembic.operations.base", TABLES(operations_exports), false,
                                      NULL};
static const ModuleDef ops_module = {"alembic.operations.ops", TABLES(operation_class_exports),
                                     false, NULL};
static const ModuleDef ddl_module = {"alembic.ddl", TABLES(default_impl_exports), true, NULL};
static const ModuleDef impl_module = {"alembic.ddl.impl", TABLES(default_impl_exports), false,
                                      NULL};
static const ModuleDef postgresql_module = {
    "alembic.ddl.postgresql", TABLES(exclude_exports, postgresql_impl_exports), false, NULL};
static const ModuleDef sqlite_module = {"alembic.ddl.sqlite", TABLES(sqlite_impl_exports), false,
                                        NULL};
const ModuleDef *const alembic_op_modules[] = {
    &op_module,   &operations_module, &base_module,   &ops_module, &ddl_module,
    &impl_module, &postgresql_module, &sqlite_module, NULL,
};
