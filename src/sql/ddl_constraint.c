/* ddl_constraint.c -- constraints as CREATE TABLE and ALTER TABLE ... ADD write them. */
#include "sql/inside.h"

/* ddl_if(...) */
static bool is_wanted_here(const Writer *w, Value condition, const Obj *subject)
{
    if (!is_set(condition))
        return true;
    Value arguments[] = {NONE, OBJ(subject), NONE};
    Dict *keywords = dict_new();
    dict_set_text(keywords, "dialect", type_dialect(w->dialect->name));
    return ddl_condition_holds(condition, w->dialect->name, list_of(3, arguments), keywords);
}

bool constraint_is_created(const Writer *w, const Constraint *constraint)
{
    const Type *type = constraint->type_bound;
    if (constraint->create_rule_off || !is_wanted_here(w, constraint->condition, &constraint->obj))
        return false;
    if (!type)
        return true;
    if (type_is(type, TYPE_Enum))
        return !(type->native_enum && dialect_has(w->dialect, FEATURE_ENUM_TYPES));
    return w->dialect->base &&
           !dialect_has(w->dialect, FEATURE_NATIVE_BOOLEAN); /* str() has booleans */
}

/* Enum(name=..., quote=True) names its CHECK as it names its type. */
static Tri constraint_quote(const Constraint *constraint, const Str *name)
{
    const Type *type = constraint->type_bound;
    return type && type->name && str_equal(type->name, name) ? type->quote : TRI_UNSET;
}

/* "CONSTRAINT x ", or nothing for one without a name. */
void write_constraint_name(Writer *w, const Constraint *constraint)
{
    Str *name = constraint_final_name(constraint, w->dialect->identifier_limit);
    if (!name)
        return;
    write_text(w, "CONSTRAINT ");
    write_name(w, name, constraint_quote(constraint, name));
    write_text(w, " ");
}

void write_deferrability(Writer *w, const Constraint *constraint)
{
    static const char *const times[] = {"DEFERRED", "IMMEDIATE", NULL};
    if (constraint->deferrable != TRI_UNSET)
        write_text(w, constraint->deferrable == TRI_TRUE ? " DEFERRABLE" : " NOT DEFERRABLE");
    if (constraint->initially) {
        check_phrase(w, constraint->initially, times);
        write_format(w, " INITIALLY %s", constraint->initially->text);
    }
}

static void write_key_part(Writer *w, const KeyPart *part)
{
    if (part->collation) {
        write_text(w, " COLLATE ");
        write_name(w, part->collation, TRI_TRUE);
    }
    write_text(w, part->is_descending ? " DESC" : "");
}

static void write_columns_in_key(Writer *w, const Constraint *constraint, const Column *first)
{
    const ColumnVec *columns = &constraint->columns;
    bool comma = false, has_parts = constraint->key_parts.length == columns->length;
    for (size_t pass = first ? 0 : 1; pass < 2; pass++)
        for (size_t i = 0; i < columns->length; i++) {
            if (first && (pass == 0) != (columns->at[i] == first))
                continue;
            write_text(w, comma ? ", " : "");
            write_name(w, column_name(columns->at[i]), columns->at[i]->clause.quote);
            if (has_parts)
                write_key_part(w, &constraint->key_parts.at[i]);
            comma = true;
        }
}

/* The key made from Column(primary_key=True) names its counting column first. */
void write_primary_key_generic(Writer *w, Constraint *constraint)
{
    if (constraint->columns.length == 0)
        return;
    write_constraint_name(w, constraint);
    write_text(w, "PRIMARY KEY (");
    const Column *first =
        constraint->implicit && constraint->table ? table_autoincrement_column(constraint->table) : NULL;
    write_columns_in_key(w, constraint, first);
    write_text(w, ")");
}

static void write_primary_key(Writer *w, Constraint *constraint)
{
    write_primary_key_generic(w, constraint);
    if (constraint->columns.length)
        write_deferrability(w, constraint);
}

void write_unique_generic(Writer *w, Constraint *constraint)
{
    if (constraint->columns.length == 0)
        return;
    write_constraint_name(w, constraint);
    write_text(w, "UNIQUE ");
    if (DIALECT_HOOK(w, unique_distinct))
        DIALECT_HOOK(w, unique_distinct)(w, constraint);
    write_text(w, "(");
    write_columns_in_key(w, constraint, NULL);
    write_text(w, ")");
}

static void write_unique(Writer *w, Constraint *constraint)
{
    write_unique_generic(w, constraint);
    if (constraint->columns.length)
        write_deferrability(w, constraint);
}

void write_check_generic(Writer *w, Constraint *constraint)
{
    write_constraint_name(w, constraint);
    write_text(w, "CHECK (");
    write_inline(w, constraint->sqltext);
    write_text(w, ")");
    write_deferrability(w, constraint);
}

/* --- foreign keys ------------------------------------------------------------------------------------------ */

static const char *const key_actions[] = {"RESTRICT", "CASCADE", "SET NULL", "NO ACTION", "SET DEFAULT",
                                          NULL};

void write_on_delete_generic(Writer *w, const Constraint *constraint)
{
    check_phrase(w, constraint->ondelete, key_actions);
    write_format(w, " ON DELETE %s", constraint->ondelete->text);
}

static void write_remote_column(Writer *w, ForeignKey *key)
{
    const Column *column = foreign_key_find_column(key);
    Str *schema, *table, *name;
    foreign_key_target(key, &schema, &table, &name);
    write_name(w, column ? column_name(column) : name, column ? column->clause.quote : TRI_UNSET);
}

static void write_remote_table(Writer *w, ForeignKey *key)
{
    const Column *column = foreign_key_find_column(key);
    const Table *table = column ? column_table(column) : NULL;
    Str *schema, *name, *column_name_;
    foreign_key_target(key, &schema, &name, &column_name_);
    if (w->dialect->hooks->remote_table_without_schema && !w->with_remote_schema)
        schema = NULL;
    write_qualified(w, schema, table ? table->clause.quote_schema : TRI_UNSET, name,
                    table ? table->clause.quote : TRI_UNSET);
}

static void write_key_columns(Writer *w, const Constraint *constraint)
{
    for (size_t i = 0; i < constraint->elements.length; i++) {
        const Column *column = constraint->elements.at[i]->parent;
        write_text(w, i ? ", " : "");
        write_name(w, column_name(column), column->clause.quote);
    }
}

void write_foreign_key_generic(Writer *w, Constraint *constraint)
{
    write_constraint_name(w, constraint);
    write_text(w, "FOREIGN KEY(");
    write_key_columns(w, constraint);
    write_text(w, ") REFERENCES ");
    write_remote_table(w, constraint->elements.at[0]);
    write_text(w, " (");
    for (size_t i = 0; i < constraint->elements.length; i++) {
        write_text(w, i ? ", " : "");
        write_remote_column(w, constraint->elements.at[i]);
    }
    write_text(w, ")");
    static const char *const matches[] = {"FULL", "PARTIAL", "SIMPLE", NULL};
    if (constraint->match) {
        check_phrase(w, constraint->match, matches);
        write_format(w, " MATCH %s", constraint->match->text);
    }
    if (constraint->ondelete)
        DIALECT_HOOK(w, on_delete)(w, constraint);
    if (constraint->onupdate) {
        check_phrase(w, constraint->onupdate, key_actions);
        write_format(w, " ON UPDATE %s", constraint->onupdate->text);
    }
    write_deferrability(w, constraint);
}

static void write_exclude_unsupported(Writer *w, Constraint *constraint)
{
    raise_exception(&UnsupportedCompilationError_class,
                    "Compiler for dialect '%s' can't render element of type <class "
                    "'sqlalchemy.dialects.postgresql.ext.ExcludeConstraint'>",
                    w->dialect->name);
}

void write_constraint(Writer *w, Constraint *constraint)
{
    DIALECT_HOOK(w, constraint[constraint->kind])(w, constraint);
}

const DialectHooks generic_hooks = {
    .expr = &generic_expr_hooks,
    .column = write_column_generic,
    .constraint =
        {
            [CONSTRAINT_PRIMARY_KEY] = write_primary_key,
            [CONSTRAINT_UNIQUE] = write_unique,
            [CONSTRAINT_CHECK] = write_check_generic,
            [CONSTRAINT_FOREIGN_KEY] = write_foreign_key_generic,
            [CONSTRAINT_EXCLUDE] = write_exclude_unsupported,
        },
    .on_delete = write_on_delete_generic,
    .computed = write_computed_generic,
    .index_expression = write_inline,
};
