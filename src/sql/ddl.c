/* ddl.c -- the DDL statements all dialects share, one function a kind: CREATE TABLE, COMMENT ON, ALTER TABLE. */
#include "sql/inside.h"

/* --- tables ------------------------------------------------------------------------------------------------ */

static void write_column_checks(Writer *w, const Column *column)
{
    for (size_t i = 0; i < column->constraints.length; i++) {
        write_text(w, " ");
        write_constraint(w, column->constraints.at[i]);
    }
}

typedef struct ColumnJob {
    Writer *writer;
    Column *column;
} ColumnJob;

static void write_create_column(Writer *w, Ddl *ddl)
{
    Column *column = get_as(Column, OBJ(ddl->subject), "element");
    write_column(w, column);
    write_column_checks(w, column);
}

/* By way of an element, for scripts that say @compiles(CreateColumn). */
static void write_whole_column(void *arg)
{
    const ColumnJob *job = arg;
    write_element(job->writer, &ddl_new(DDL_CREATE_COLUMN, (Obj *)job->column)->element);
}

/* Without the link that str() adds: the outer error has its own. */
static const char *inner_text(const BaseException *inner)
{
    bool has_text = inner->args && inner->args->length && is_str(inner->args->at[0]);
    return has_text ? inner->args->at[0].str->text : value_str(OBJ(inner))->text;
}

/* A CompileError inside a column is told with the names of its table and column. */
static void write_table_column(Writer *w, const Table *table, Column *column)
{
    ColumnJob job = {w, column};
    Err *err = protect(write_whole_column, &job);
    if (!err)
        return;
    if (!err_is(err, &CompileError_class))
        err_raise(err);
    BaseException *inner = exception_from(err);
    Str *message = str_format("(in table '%s', column '%s'): %s", table_name(table)->text,
                              column_name(column)->text, inner_text(inner));
    BaseException *outer = exception_new(&CompileError_class, STR(message));
    outer->cause = OBJ(inner);
    err_raise(exception_error(outer));
}

static void write_columns(Writer *w, const Table *table, const char **separator)
{
    for (size_t i = 0; i < table->columns.length; i++) {
        Column *column = table->columns.at[i];
        if (column->system)
            continue;
        write_format(w, "%s\t", *separator);
        write_table_column(w, table, column);
        *separator = ", \n";
    }
}

static bool is_left_to_alter(const Writer *w, const Ddl *ddl, const Constraint *constraint)
{
    for (size_t i = 0; i < ddl->deferred.length; i++)
        if (ddl->deferred.at[i] == constraint)
            return true;
    return constraint->use_alter && dialect_has(w->dialect, FEATURE_ALTER_CONSTRAINTS);
}

static void write_table_constraint(Writer *w, const Ddl *ddl, Constraint *constraint,
                                   const char **separator)
{
    size_t before = w->out.length;
    if (!constraint_is_created(w, constraint) || is_left_to_alter(w, ddl, constraint))
        return;
    write_format(w, "%s\t", *separator);
    size_t start = w->out.length;
    write_constraint(w, constraint);
    if (w->out.length == start)
        buf_truncate(&w->out, before);
    else
        *separator = ", \n";
}

static const Constraint *next_created(const ConstraintVec *constraints, const Constraint *after,
                                      const Constraint *key)
{
    const Constraint *best = NULL;
    for (size_t i = 0; i < constraints->length; i++) {
        const Constraint *c = constraints->at[i];
        bool later = !after || c->creation_order > after->creation_order;
        if (c != key && later && (!best || c->creation_order < best->creation_order))
            best = c;
    }
    return best;
}

/* Primary key first, the rest in the order in which they were made. */
static void write_constraints(Writer *w, const Ddl *ddl, const Table *table, const char **separator)
{
    write_table_constraint(w, ddl, table->primary_key, separator);
    const Constraint *c = NULL;
    while ((c = next_created(&table->constraints, c, table->primary_key)))
        write_table_constraint(w, ddl, (Constraint *)(uintptr_t)c, separator);
}

/*  CREATE TABLE t (
 *      id SERIAL NOT NULL,
 *      PRIMARY KEY (id)
 *  )
 */
static void write_create_table(Writer *w, Ddl *ddl)
{
    const Table *table = (const Table *)ddl->subject;
    const char *separator = "\n";
    write_text(w, "\nCREATE ");
    for (size_t i = 0; i < table->prefixes.length; i++)
        write_table_prefix(w, table->prefixes.at[i]);
    write_format(w, "TABLE %s", ddl->if_not_exists ? "IF NOT EXISTS " : "");
    write_table_name(w, table);
    write_text(w, " (");
    write_columns(w, table, &separator);
    write_constraints(w, ddl, table, &separator);
    write_text(w, "\n)");
    if (DIALECT_HOOK(w, table_options))
        DIALECT_HOOK(w, table_options)(w, table);
    write_text(w, "\n\n");
}

static void write_drop_table(Writer *w, Ddl *ddl)
{
    write_format(w, "\nDROP TABLE %s", ddl->if_exists ? "IF EXISTS " : "");
    write_table_name(w, (const Table *)ddl->subject);
}

/* --- schemas, sequences -------------------------------------------------------------------------------------- */

static void write_create_schema(Writer *w, Ddl *ddl)
{
    write_format(w, "CREATE SCHEMA %s", ddl->if_not_exists ? "IF NOT EXISTS " : "");
    write_name(w, ddl->name, ddl->quote);
}

static void write_drop_schema(Writer *w, Ddl *ddl)
{
    write_format(w, "DROP SCHEMA %s", ddl->if_exists ? "IF EXISTS " : "");
    write_name(w, ddl->name, ddl->quote);
    write_text(w, ddl->cascade ? " CASCADE" : "");
}

static void write_sequence_name(Writer *w, const Sequence *sequence)
{
    write_qualified(w, sequence->schema, sequence->quote_schema, sequence->name, sequence->quote);
}

static void write_create_sequence(Writer *w, Ddl *ddl)
{
    const Sequence *sequence = (const Sequence *)ddl->subject;
    write_format(w, "CREATE SEQUENCE %s", ddl->if_not_exists ? "IF NOT EXISTS " : "");
    write_sequence_name(w, sequence);
    if (sequence->data_type && dialect_has(w->dialect, FEATURE_SEQUENCES)) {
        write_text(w, " AS ");
        write_type(w, sequence->data_type);
    }
    Writer options = writer_for(w->dialect, &w->options);
    write_sequence_options(&options, &sequence->options);
    if (options.out.length)
        write_format(w, " %s", options.out.data);
}

static void write_drop_sequence(Writer *w, Ddl *ddl)
{
    write_format(w, "DROP SEQUENCE %s", ddl->if_exists ? "IF EXISTS " : "");
    write_sequence_name(w, (const Sequence *)ddl->subject);
}

/* --- constraints ---------------------------------------------------------------------------------------------- */

static void write_add_constraint(Writer *w, Ddl *ddl)
{
    Constraint *constraint = (Constraint *)ddl->subject;
    write_text(w, "ALTER TABLE ");
    write_table_name(w, constraint->table);
    write_text(w, " ADD ");
    write_constraint(w, constraint);
}

static void write_drop_constraint(Writer *w, Ddl *ddl)
{
    const Constraint *constraint = (const Constraint *)ddl->subject;
    Str *name = constraint_final_name(constraint, w->dialect->identifier_limit);
    if (!name)
        raise_compile(w, "Can't emit DROP CONSTRAINT for constraint %s; it has no name",
                      value_repr(OBJ(constraint))->text);
    write_text(w, "ALTER TABLE ");
    write_table_name(w, constraint->table);
    write_format(w, " DROP CONSTRAINT %s", ddl->if_exists ? "IF EXISTS " : "");
    write_name(w, name, TRI_UNSET);
    write_text(w, ddl->cascade ? " CASCADE" : "");
}

/* --- comments --------------------------------------------------------------------------------------------------- */

static void write_comment(Writer *w, const Str *comment)
{
    write_text(w, " IS ");
    if (comment)
        write_literal(w, STR(comment), type_new(TYPE_String));
    else
        write_text(w, "NULL");
}

static void write_table_comment(Writer *w, Ddl *ddl)
{
    const Table *table = (const Table *)ddl->subject;
    write_text(w, "COMMENT ON TABLE ");
    write_table_name(w, table);
    write_comment(w, ddl->ddl == DDL_SET_TABLE_COMMENT ? table->comment : NULL);
}

static void write_column_comment(Writer *w, Ddl *ddl)
{
    const Column *column = (const Column *)ddl->subject;
    write_text(w, "COMMENT ON COLUMN ");
    write_table_name(w, column_table(column));
    write_text(w, ".");
    write_name(w, column_name(column), column->clause.quote);
    write_comment(w, ddl->ddl == DDL_SET_COLUMN_COMMENT ? column->comment : NULL);
}

/* --- DDL("...") ---------------------------------------------------------------------------------------------------- */

static void default_to(Dict *context, const char *key, Str *value)
{
    if (!is_set(dict_find_text(context, key)))
        dict_set_text(context, key, STR(value));
}

/* statement % context, with the names of its table added. */
static void write_ddl_text(Writer *w, Ddl *ddl)
{
    Dict *context = dict_new();
    if (!is_absent(ddl->context))
        dict_update(context, (Dict *)value_get_as(ddl->context, &dict_class, "context"));
    const Table *table = ddl->subject ? as(Table, OBJ(ddl->subject)) : NULL;
    if (table) {
        default_to(context, "table", sql_name_text(w->dialect, table_name(table), table->clause.quote));
        default_to(context, "schema",
                   table_schema(table) ? sql_name_text(w->dialect, table_schema(table), TRI_UNSET)
                                       : str_empty);
        default_to(context, "fullname",
                   sql_qualified_text(w->dialect, table_schema(table), table_name(table)));
    }
    Str *text = value_str(value_operate(OPERATOR_MOD, STR(ddl->name), OBJ(context)));
    buf_add(&w->out, w->options.style == PARAM_PYFORMAT ? str_replace(text, "%", "%%") : text);
}

/* --- ALTER TABLE ------------------------------------------------------------------------------------------------------ */

/* Alembic quotes the parts of a dotted schema one by one. */
static void write_dotted(Writer *w, const Str *schema, Tri quote)
{
    const char *p = schema->text;
    for (;;) {
        size_t length = quote == TRI_UNSET ? strcspn(p, ".") : strlen(p);
        write_name(w, str_new(p, length), quote);
        p += length;
        if (!*p)
            return;
        write_text(w, ".");
        p++;
    }
}

void write_altered_table(Writer *w, const Ddl *ddl)
{
    if (ddl->schema) {
        write_dotted(w, ddl->schema, ddl->quote_schema);
        write_text(w, ".");
    }
    write_name(w, ddl->table_name, ddl->quote);
}

static void write_alter_table(Writer *w, const Ddl *ddl)
{
    write_text(w, "ALTER TABLE ");
    write_altered_table(w, ddl);
    write_text(w, " ");
}

void write_alter_column(Writer *w, const Ddl *ddl)
{
    write_alter_table(w, ddl);
    write_text(w, "ALTER COLUMN ");
    write_name(w, ddl->column_name, ddl->quote_column);
    write_text(w, " ");
}

static void write_rename_table(Writer *w, Ddl *ddl)
{
    write_alter_table(w, ddl);
    write_text(w, "RENAME TO ");
    if (ddl->schema && !dialect_has(w->dialect, FEATURE_RENAME_WITHOUT_SCHEMA)) {
        write_dotted(w, ddl->schema, ddl->quote_schema);
        write_text(w, ".");
    }
    write_name(w, ddl->new_name, ddl->quote_new);
}

/* REFERENCES behind an added column: only a single-column key, as Alembic's inline_references. */
static void write_inline_references(Writer *w, const Column *column)
{
    if (column->foreign_keys.length != 1 || !column->foreign_keys.at[0]->constraint)
        return;
    const Constraint *constraint = column->foreign_keys.at[0]->constraint;
    if (constraint->columns.length != 1)
        return;
    Writer part = writer_for(w->dialect, &w->options);
    Constraint *unnamed = constraint_copy(constraint);
    unnamed->name = NULL;
    unnamed->name_source = NAME_FINAL;
    unnamed->table = constraint->table;
    unnamed->columns = constraint->columns;
    unnamed->elements.length = 0;
    vec_push(&unnamed->elements, column->foreign_keys.at[0]);
    part.with_remote_schema = true;
    write_foreign_key_generic(&part, unnamed);
    const char *references = strstr(part.out.data, " REFERENCES ");
    write_text(w, references);
}

static void write_add_column(Writer *w, Ddl *ddl)
{
    Column *column = (Column *)ddl->subject;
    write_alter_table(w, ddl);
    write_format(w, "ADD COLUMN %s", ddl->if_not_exists ? "IF NOT EXISTS " : "");
    write_column(w, column);
    if (ddl->inline_primary_key && column->primary_key)
        write_text(w, " PRIMARY KEY");
    if (ddl->inline_references)
        write_inline_references(w, column);
    write_column_checks(w, column);
}

static void write_drop_column(Writer *w, Ddl *ddl)
{
    write_alter_table(w, ddl);
    write_format(w, "DROP COLUMN %s", ddl->if_exists ? "IF EXISTS " : "");
    write_name(w, ddl->column_name, ddl->quote);
}

static void write_column_nullable(Writer *w, Ddl *ddl)
{
    write_alter_column(w, ddl);
    write_text(w, ddl->nullable == TRI_TRUE ? "DROP NOT NULL" : "SET NOT NULL");
}

static void write_column_type(Writer *w, Ddl *ddl)
{
    write_alter_column(w, ddl);
    write_text(w, "TYPE ");
    write_type(w, ddl->type);
}

static void write_column_rename(Writer *w, Ddl *ddl)
{
    write_alter_table(w, ddl);
    write_text(w, dialect_has(w->dialect, FEATURE_RENAME_COLUMN_WORD) ? "RENAME COLUMN " : "RENAME ");
    write_name(w, ddl->column_name, ddl->quote_column);
    write_text(w, " TO ");
    write_name(w, ddl->new_name, ddl->quote_new);
}

static void write_column_set_default(Writer *w, Ddl *ddl)
{
    write_alter_column(w, ddl);
    if (is_absent(ddl->server_default)) {
        write_text(w, "DROP DEFAULT");
        return;
    }
    write_text(w, "SET DEFAULT ");
    write_column_default(w, server_default_from(ddl->server_default, false)->argument);
}

static void refuse_computed(Writer *w, Ddl *ddl)
{
    raise_compile(w, "Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from "
                     "an existing column is not supported.");
}

static void refuse_identity(Writer *w, Ddl *ddl)
{
    raise_compile(w, "Adding, removing or modifying an \"identity\" construct, e.g. GENERATED AS "
                     "IDENTITY, to or from an existing column is not supported in this dialect.");
}

/* Only PostgreSQL has comments of its own. */
static void refuse_column_comment(Writer *w, Ddl *ddl)
{
    static const char class[] = "<class 'alembic.ddl.base.ColumnComment'>";
    raise_exception(&UnsupportedCompilationError_class,
                    "Compiler for dialect '%s' can't render element of type %s: %s construct has no default "
                    "compilation handler.",
                    w->dialect->name, class, class);
}

const WriteDdl generic_ddl[DDL_COUNT] = {
    [DDL_TEXT] = write_ddl_text,
    [DDL_CREATE_TABLE] = write_create_table,
    [DDL_CREATE_COLUMN] = write_create_column,
    [DDL_DROP_TABLE] = write_drop_table,
    [DDL_CREATE_INDEX] = write_create_index_generic,
    [DDL_DROP_INDEX] = write_drop_index_generic,
    [DDL_ADD_CONSTRAINT] = write_add_constraint,
    [DDL_DROP_CONSTRAINT] = write_drop_constraint,
    [DDL_CREATE_SCHEMA] = write_create_schema,
    [DDL_DROP_SCHEMA] = write_drop_schema,
    [DDL_CREATE_SEQUENCE] = write_create_sequence,
    [DDL_DROP_SEQUENCE] = write_drop_sequence,
    [DDL_SET_TABLE_COMMENT] = write_table_comment,
    [DDL_DROP_TABLE_COMMENT] = write_table_comment,
    [DDL_SET_COLUMN_COMMENT] = write_column_comment,
    [DDL_DROP_COLUMN_COMMENT] = write_column_comment,
    [DDL_RENAME_TABLE] = write_rename_table,
    [DDL_ADD_COLUMN] = write_add_column,
    [DDL_DROP_COLUMN] = write_drop_column,
    [DDL_COLUMN_NULLABLE] = write_column_nullable,
    [DDL_COLUMN_TYPE] = write_column_type,
    [DDL_COLUMN_NAME] = write_column_rename,
    [DDL_COLUMN_DEFAULT] = write_column_set_default,
    [DDL_COLUMN_COMMENT] = refuse_column_comment,
    [DDL_COLUMN_COMPUTED] = refuse_computed,
    [DDL_COLUMN_IDENTITY] = refuse_identity,
};
