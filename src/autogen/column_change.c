/* column_change.c -- changes of a column that take more than one operation, or a word more, before
 * PostgreSQL makes them: casts it wants to be told of, defaults that no cast can take along,
 * identities that want NOT NULL first. */
#include "autogen/inside.h"

/* --- casts --------------------------------------------------------------------------------- */

static bool is_text(const Type *type)
{
    return type_is(type, TYPE_String) && !type_is(type, TYPE_Enum);
}

static Str *cast_text(const Comparison *c, const Type *from, const Str *type, const Str *kind)
{
    Str *column = sql_name_text(c->context->setup.dialect, c->column_name, TRI_UNSET);
    if (!kind || str_is(kind, canonical_casts[0]))
        return NULL;
    const char *through = str_is(kind, canonical_casts[2]) && !is_text(from) ? "::text" : "";
    return str_format("%s%s::%s", column->text, through, type->text);
}

/* Enum types that this migration makes are not there to be asked about: they become texts by
 * themselves, and nothing else does. */
static Str *guessed_kind(const Type *from, const Type *to)
{
    bool enums = type_is(from, TYPE_Enum) || type_is(to, TYPE_Enum);
    return enums && !is_text(to) ? str_from(canonical_casts[2]) : NULL;
}

static Expression *cast_between(const Comparison *c, Str *from, Str *to)
{
    Expression *cast = new (Expression);
    *cast = (Expression){.kind = EXPRESSION_CAST,
                         .schema = c->schema,
                         .table = c->reflected->name,
                         .type_text = from,
                         .text = to};
    return cast;
}

static void note_cast(const Comparison *c, const char *keyword, const Expression *cast,
                      const Type *from, const Type *to)
{
    Str *kind = cast->canonical ? cast->canonical : guessed_kind(from, to);
    Str *text = cast_text(c, from, cast->text, kind);
    if (text)
        dict_set_text(c->alter->kw, keyword, STR(text));
}

void note_casts(const Comparison *c)
{
    if (c->context->setup.compat || !c->context->comparing->has_casts)
        return;
    const Dialect *dialect = c->context->setup.dialect;
    Type *from = column_type(c->database_column),
         *to = type_for_dialect(column_type(c->model_column), dialect->name);
    Str *database = sql_type_text(dialect, from), *model = sql_type_text(dialect, to);
    ExpressionVec casts = {0};
    vec_push(&casts, cast_between(c, database, model));
    vec_push(&casts, cast_between(c, model, database));
    canonical_ask(c->context->setup.db, &casts);
    note_cast(c, "postgresql_using", casts.at[0], from, to);
    note_cast(c, "existing_postgresql_using", casts.at[1], to, from);
}

/* --- operations besides ----------------------------------------------------------------------- */

static MigrateOperation *alteration(const Comparison *c, Column *column)
{
    MigrateOperation *op = op_new(OP_ALTER_COLUMN);
    op->table_name = c->table_name;
    op->schema = c->schema;
    op->column_name = c->column_name;
    op->source = c->alter->source;
    op->existing_type = column_type(column);
    op->existing_nullable = column->nullable ? TRI_TRUE : TRI_FALSE;
    return op;
}

static void add_nullable(Comparison *c, Tri nullable)
{
    MigrateOperation *op = alteration(c, c->database_column);
    op->existing_nullable = nullable == TRI_TRUE ? TRI_FALSE : TRI_TRUE;
    op->modify_nullable = nullable;
    add_op(c, op);
}

static bool changes_default(const Comparison *c)
{
    return is_set(c->alter->modify_server_default) && !c->context->setup.compat;
}

/* An identity can be given only to a column that is NOT NULL already. */
static bool takes_identity(const Comparison *c)
{
    return changes_default(c) && c->model_column->identity && !c->database_column->identity;
}

static bool loses_identity(const Comparison *c)
{
    return changes_default(c) && c->database_column->identity && !c->model_column->identity;
}

static bool has_plain_default(const Column *column)
{
    return column->server_default && !column->computed && !column->identity;
}

/* The default does not follow a cast that must be told: it goes before and comes back behind. */
static bool is_told(const Comparison *c, const char *keyword, const Column *column)
{
    return is_set(dict_find_text(c->alter->kw, keyword)) && has_plain_default(column);
}

static void add_default(Comparison *c, Column *column, Value from, Value to)
{
    MigrateOperation *op = alteration(c, column);
    op->existing_server_default = from;
    op->modify_server_default = to;
    add_op(c, op);
}

static void add_around_cast(Comparison *c)
{
    Column *database = c->database_column, *model = c->model_column;
    if (has_plain_default(database))
        add_default(c, database, column_default_object(database), NONE);
    c->alter->modify_server_default = c->alter->existing_server_default = UNSET;
    add_op(c, c->alter);
    if (has_plain_default(model))
        add_default(c, model, NONE, column_default_object(model));
}

void add_column_change(Comparison *c)
{
    if (takes_identity(c) && c->database_column->nullable)
        add_nullable(c, TRI_FALSE);
    if (is_told(c, "postgresql_using", c->database_column) ||
        is_told(c, "existing_postgresql_using", c->model_column))
        add_around_cast(c);
    else
        add_op(c, c->alter);
    if (loses_identity(c) && c->model_column->nullable)
        add_nullable(c, TRI_TRUE);
}
