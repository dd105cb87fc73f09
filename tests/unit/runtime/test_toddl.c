/* test_toddl.c -- operation records made by hand: the SQL each becomes, what undoes it, and what
 * batch mode makes of it. */
#include "unit.h"

#include "runtime/runtime.h"

static void start(void)
{
    vm_init();
    import_add_modules(pystd_modules);
}

static MigrationContext *offline(const Dialect *dialect)
{
    start();
    Environment *env = new (Environment);
    env->as_sql = true;
    env->output = new (Buf);
    Dict *options = dict_new();
    dict_set_text(options, "literal_binds", TRUE_VALUE);
    return context_new(env, dialect, NULL, options);
}

static MigrateOperation *record(OpKind kind, const char *table)
{
    MigrateOperation *op = op_new(kind);
    op->table_name = str_from(table);
    return op;
}

static Column *column(const char *name, TypeId type)
{
    return column_new(str_from(name), type_new(type));
}

static const char *printed(MigrationContext *context)
{
    Buf *out = context->env->output;
    return out->length ? str_trim(buf_str(out))->text : "";
}

static const char *sql_of(const Dialect *dialect, MigrateOperation *op)
{
    MigrationContext *context = offline(dialect);
    operation_apply(context, op);
    return printed(context);
}

static MigrateOperation *table_of_two(void)
{
    MigrateOperation *op = record(OP_CREATE_TABLE, "t");
    Column *id = column("id", TYPE_Integer), *x = column("x", TYPE_Text);
    id->primary_key = true;
    id->nullable = false;
    x->comment = str_from("why");
    Value items[] = {OBJ(id), OBJ(x)};
    op->columns = list_of(2, items);
    return op;
}

TEST(create_table_then_comments)
{
    start();
    CHECK_TEXT(
        sql_of(&postgres_dialect, table_of_two()),
        "CREATE TABLE t (\n    id SERIAL NOT NULL, \n    x TEXT, \n    PRIMARY KEY (id)\n);\n\n"
        "COMMENT ON COLUMN t.x IS 'why';");
    CHECK_TEXT(
        sql_of(&sqlite_dialect, table_of_two()),
        "CREATE TABLE t (\n    id INTEGER NOT NULL, \n    x TEXT, \n    PRIMARY KEY (id)\n);");
}

TEST(add_column_then_constraint)
{
    start();
    MigrateOperation *op = record(OP_ADD_COLUMN, "t");
    op->column = column("x", TYPE_Integer);
    op->column->unique = TRI_TRUE;
    CHECK_TEXT(sql_of(&postgres_dialect, op),
               "ALTER TABLE t ADD COLUMN x INTEGER;\n\nALTER TABLE t ADD UNIQUE (x);");
}

TEST(alter_column_in_order)
{
    start();
    MigrateOperation *op = record(OP_ALTER_COLUMN, "t");
    op->column_name = str_from("x");
    op->modify_name = str_from("y");
    op->modify_type = type_new(TYPE_BigInteger);
    op->modify_nullable = TRI_FALSE;
    op->modify_server_default = STR(str_from("5"));
    CHECK_TEXT(sql_of(&postgres_dialect, op), "ALTER TABLE t ALTER COLUMN x TYPE BIGINT;\n\n"
                                              "ALTER TABLE t ALTER COLUMN x SET NOT NULL;\n\n"
                                              "ALTER TABLE t ALTER COLUMN x SET DEFAULT '5';\n\n"
                                              "ALTER TABLE t RENAME x TO y;");
}

TEST(index_and_its_reverse)
{
    start();
    MigrateOperation *op = record(OP_CREATE_INDEX, "t");
    op->name = str_from("ix");
    op->name_source = NAME_PLAIN;
    Value names_[] = {STR(str_from("a")), STR(str_from("b"))};
    op->index_columns = list_of(2, names_);
    op->unique = TRI_TRUE;
    CHECK_TEXT(sql_of(&postgres_dialect, op), "CREATE UNIQUE INDEX ix ON t (a, b);");
    MigrateOperation *back = op_reverse(op);
    CHECK(back->kind == OP_DROP_INDEX);
    CHECK_TEXT(sql_of(&postgres_dialect, back), "DROP INDEX ix;");
    CHECK_TEXT(sql_of(&postgres_dialect, op_reverse(back)), "CREATE UNIQUE INDEX ix ON t (a, b);");
}

static MigrateOperation *foreign_key_op(void)
{
    MigrateOperation *op = record(OP_CREATE_FOREIGN_KEY, "t");
    Value local = STR(str_from("a")), remote = STR(str_from("id"));
    op->name = str_from("fk");
    op->name_source = NAME_PLAIN;
    op->referent_table = str_from("u");
    op->column_names = list_of(1, &local);
    op->remote_columns = list_of(1, &remote);
    dict_set_text(op->kw, "ondelete", STR(str_from("CASCADE")));
    return op;
}

TEST(foreign_key)
{
    start();
    CHECK_TEXT(
        sql_of(&postgres_dialect, foreign_key_op()),
        "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES u (id) ON DELETE CASCADE;");
    MigrateOperation *drop = op_reverse(foreign_key_op());
    CHECK(str_is(drop->constraint_type, "foreignkey"));
    CHECK_TEXT(sql_of(&postgres_dialect, drop), "ALTER TABLE t DROP CONSTRAINT fk;");
}

static void add_key_on_sqlite(void *unused)
{
    sql_of(&sqlite_dialect, foreign_key_op());
}

TEST(sqlite_has_no_alter_of_constraints)
{
    start();
    const Err *err = protect(add_key_on_sqlite, NULL);
    CHECK(err && err_is((Err *)(uintptr_t)err, &NotImplementedError_class));
}

TEST(named_type_is_created_once)
{
    MigrationContext *context = offline(&postgres_dialect);
    for (int i = 0; i < 2; i++) {
        MigrateOperation *op = record(OP_CREATE_TABLE, i ? "b" : "a");
        Type *type = type_new(TYPE_Enum);
        type->name = str_from("k");
        type->native_enum = type->create_type = true;
        vec_push(&type->labels, str_from("x"));
        Value item = OBJ(column_new(str_from("k"), type));
        op->columns = list_of(1, &item);
        operation_apply(context, op);
    }
    CHECK_TEXT(printed(context), "CREATE TYPE k AS ENUM ('x');\n\nCREATE TABLE a (\n    k k\n);\n\n"
                                 "CREATE TABLE b (\n    k k\n);");
}

static BatchOptions batch_of(Table *copy_from, const char *recreate)
{
    return (BatchOptions){.table_name = str_from("t"),
                          .recreate = str_from(recreate),
                          .copy_from = copy_from,
                          .table_kwargs = dict_new()};
}

TEST(batch_copies_the_table)
{
    MigrationContext *context = offline(&sqlite_dialect);
    Table *table = op_to_table(table_of_two(), NULL);
    BatchOptions options = batch_of(table, "auto");
    Batch *batch = batch_new(context, &options);
    MigrateOperation *drop = record(OP_DROP_COLUMN, "t");
    drop->column_name = str_from("x");
    batch_apply(batch, drop);
    batch_flush(batch);
    CHECK_TEXT(printed(context),
               "CREATE TABLE _alembic_tmp_t (\n    id INTEGER NOT NULL, \n    PRIMARY KEY (id)\n"
               ");\n\nINSERT INTO _alembic_tmp_t (id) SELECT t.id \nFROM t;\n\nDROP TABLE t;\n\n"
               "ALTER TABLE _alembic_tmp_t RENAME TO t;");
}

TEST(batch_without_a_copy)
{
    MigrationContext *context = offline(&postgres_dialect);
    BatchOptions options = batch_of(NULL, "auto");
    Batch *batch = batch_new(context, &options);
    MigrateOperation *drop = record(OP_DROP_COLUMN, "t");
    drop->column_name = str_from("x");
    batch_apply(batch, drop);
    CHECK_TEXT(printed(context), "");
    batch_flush(batch);
    CHECK_TEXT(printed(context), "ALTER TABLE t DROP COLUMN x;");
}

UNIT_MAIN
