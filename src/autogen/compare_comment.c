/* compare_comment.c -- comments of columns and tables. */
#include "autogen/inside.h"

Verdict compare_column_comment(Comparison *c)
{
    Str *database = c->database_column->comment, *model = c->model_column->comment;
    if (!dialect_has(c->context->setup.dialect, FEATURE_COMMENTS) || (!database && !model))
        return VERDICT_CONTINUE;
    c->alter->existing_comment = STR(database);
    if (strings_equal(database, model))
        return VERDICT_CONTINUE;
    c->alter->modify_comment = STR(model);
    log_found("comments", "Detected column comment '%s.%s'", c->table_name->text, c->column_name->text);
    return VERDICT_STOP;
}

Verdict compare_table_comment(Comparison *c)
{
    if (!dialect_has(c->context->setup.dialect, FEATURE_COMMENTS) || !c->database || !c->model ||
        strings_equal(c->database->comment, c->model->comment))
        return VERDICT_CONTINUE;
    MigrateOperation *op = op_new(c->model->comment ? OP_CREATE_TABLE_COMMENT : OP_DROP_TABLE_COMMENT);
    op->table_name = c->table_name;
    op->schema = c->schema;
    op->comment = c->model->comment;
    op->existing_table_comment = c->database->comment;
    op->source = (Obj *)c->model; /* the place of the difference */
    add_op(c, op);
    return VERDICT_STOP;
}
