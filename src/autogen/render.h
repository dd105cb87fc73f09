/* render.h -- operations as the Python text of a revision file: what `revision --autogenerate` writes between
 * "commands auto generated" and "end Alembic commands".
 *
 *     RenderContext r = {.autogen = context, .dialect = dialect, .alembic_prefix = "op.", ..., .imports = set};
 *     Str *body = render_body(&r, upgrade_ops);      lines joined, framed, indented by four spaces
 *
 * The text is that of alembic.autogenerate.render, byte for byte (order, wrapping, `op.f`, imports); what that
 * cannot render and Retort can (primary keys, renamed tables) is written in the same style.
 *
 * Expressions become text through the dialect (sql/), everything else is repr(). Renders nothing by itself from
 * a database. Errors: those of script hooks pass through; NotImplementedError where an operation has no text.
 */
#ifndef RETORT_AUTOGEN_RENDER_H
#define RETORT_AUTOGEN_RENDER_H

#include "ops/ops.h"
#include "sql/sql.h"

typedef struct RenderContext {
    struct AutogenContext
        *autogen; /* what hooks get beside the object; knows of batch blocks     */
    const Dialect *dialect;
    const char *alembic_prefix;    /* "op."                                                        */
    const char *sqlalchemy_prefix; /* "sa."                                                        */
    Str *user_prefix;              /* before types of the project; NULL = their module             */
    bool render_as_batch;
    Value render_item; /* configure(render_item=...), or NONE                          */
    Set *imports;                  /* import lines that the text needs; hooks add to it, too       */
    Dict *renderers;            /* op class -> function of `renderers.dispatch_for`; may be NULL */
    Dict *constraint_renderers; /* the same by class of constraint, in create_table(...)        */
} RenderContext;

/* All operations of UpgradeOps or DowngradeOps with the two comment lines around them, "pass" when there is none;
 * lines after the first are indented by four spaces. */
Str *render_body(RenderContext *r, const OpContainer *container);
/* The same, nothing indented, a line end behind the last. */
Str *render_lines(RenderContext *r, const OpContainer *container);
/* The lines of one operation or ModifyTableOps; those it has when no script renders it. */
StrVec render_op_lines(RenderContext *r, Value op);
StrVec render_usual_lines(RenderContext *r, Value op);
/* The lines of one operation or ModifyTableOps, joined: alembic.autogenerate.render.render_op_text. */
Str *render_op_text(RenderContext *r, Value op);
/* The import lines, sorted, joined: the template's ${imports}. */
Str *render_imports(const RenderContext *r);

/* --- pieces, for hooks and for each other ---------------------------------------------------------------- */

/* sa.Column(...), postgresql.ENUM(...), sa.text(...) as one line of text. */
/* with_checks: those that stand in it and have no name; one with a name is an operation of its own. */
Str *render_column(RenderContext *r, Column *column, bool with_checks);
Str *render_type(RenderContext *r, Type *type);
/* ... without its variants. */
Str *render_type_alone(RenderContext *r, Type *type);
/* What stands behind server_default=: a str, an element, DefaultClause, Computed, Identity; NULL = nothing. */
Str *render_server_default(RenderContext *r, Value server_default);
/* How an expression stands among the arguments. */
typedef enum RenderForm {
    RENDER_WRAPPED, /* sa.text('...')                          */
    RENDER_BARE,    /* '...'                                   */
    RENDER_DEFAULT, /* sa.text('...') of a server default      */
    RENDER_INDEX,   /* sa.literal_column('...') of an index    */
} RenderForm;
/* A column is its name, an element the text its dialect writes, a list its items, anything else its repr(). */
Str *render_expression(RenderContext *r, Value value, RenderForm form);
/* A constraint inside create_table(...); NULL when it is left out. namespace: the MetaData whose keys the foreign
 * keys of the model use, or NULL. */
Str *render_constraint(RenderContext *r, Constraint *constraint, MetaData *namespace);
/* ... when no script renders it. */
Str *render_usual_constraint(RenderContext *r, Constraint *constraint, MetaData *namespace);
/* A script's function for the class of `object` or its nearest base; UNSET or None = the usual text. */
Value render_find_function(const Dict *functions, Value object);
/* op.create_unique_constraint(...) and the other operations about constraints. */
Str *render_constraint_op(RenderContext *r, const MigrateOperation *op);
/* repr() of a name; op.f('name') when conventions must leave it alone; None. */
Str *render_name(const RenderContext *r, const Str *name, NameSource source);

/* Whether the text stands inside `with op.batch_alter_table(...)`. */
bool render_in_batch(const RenderContext *r);
/* "op." or, inside a batch, "batch_op." */
const char *render_prefix(const RenderContext *r);
/* Whether the text must be the reference's even where that loses something. */
bool render_is_compat(const RenderContext *r);
/* "postgresql.", and the import line for it. */
Str *render_dialect_prefix(RenderContext *r, const char *dialect_name);
/* What configure(render_item=...) says of an object: false = nothing, else its text (NULL = leave it out). */
bool render_by_hook(RenderContext *r, const char *kind, Value object, Str **text);

/* --- an argument list being written: "a, b, name=c" ------------------------------------------------------- */

typedef struct ArgumentList {
    Buf out;
    const char *separator; /* NULL = ", " */
    size_t count;
} ArgumentList;
void argument_add(ArgumentList *list, const char *text);
void argument_add_repr(ArgumentList *list, const Str *text); /* NULL = None */
void argument_add_keyword(ArgumentList *list, const char *keyword, const char *text);
/* keyword=repr(text), unless it is NULL */
void argument_add_text(ArgumentList *list, const char *keyword, const Str *text);
/* keyword=True or =False, unless the flag is None. */
void argument_add_said(ArgumentList *list, const char *keyword, Value flag);
void argument_add_flag(ArgumentList *list, const char *keyword, bool flag);
/* postgresql_using='gin', ... in the order given */
void argument_add_options(RenderContext *r, ArgumentList *list, const Dict *options);
Str *argument_text(const ArgumentList *list);

#endif
