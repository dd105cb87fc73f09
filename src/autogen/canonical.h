/* canonical.h -- whether two SQL expressions are the same one, decided by the server that stores them.
 *
 * PostgreSQL keeps expressions parsed and prints them its own way: `total>=0` becomes `total >= 0::numeric`. Comparing the
 * model's text with what the catalog prints therefore finds differences where there are none, and comparing values
 * (as Alembic does for defaults) finds none where there are some. So the model's text is given to the same server in a
 * scratch copy of the table, and both are compared as the catalog prints them:
 *
 *     Expression e = {.kind = EXPRESSION_CHECK, .schema = s, .table = t, .text = text};
 *     canonical_ask(db, &expressions);          two round trips for any number of them; nothing stays
 *     e.canonical                               what pg_get_constraintdef() says of it, NULL = not to be had
 *
 * What cannot be asked (no right to make temporary tables, a standby, an expression about columns that do not exist yet)
 * stays NULL: callers fall back on canonical_text_equal, which ignores spaces, case, outer parentheses and the cast of
 * a literal.
 */
#ifndef RETORT_AUTOGEN_CANONICAL_H
#define RETORT_AUTOGEN_CANONICAL_H

#include "db/db.h"
#include "schema/schema.h"

typedef enum ExpressionKind {
    EXPRESSION_DEFAULT,  /* DEFAULT of `column`                                                */
    EXPRESSION_COMPUTED, /* GENERATED ALWAYS AS, a column of the type `type_text`               */
    EXPRESSION_CHECK,    /* without the word CHECK                                             */
    EXPRESSION_INDEX,    /* a whole index: `index`, or text as ReflectedIndex.definition       */
    EXPRESSION_EXCLUDE,  /* an exclusion constraint: `constraint`, or text beginning EXCLUDE   */
    EXPRESSION_TYPE,     /* of a column                                                        */
    EXPRESSION_CAST, /* of a column of the type `type_text` to that in `text`; the answer is one of canonical_casts */
} ExpressionKind;

typedef struct Expression {
    ExpressionKind kind;
    Str *schema, *table;  /* the table in the database; schema NULL = by search_path            */
    const StrVec *alterations; /* of its scratch copy, behind ALTER TABLE; NULL = none         */
    Str *column;          /* DEFAULT                                                            */
    Str *type_text;       /* COMPUTED, CAST: the column's type as the server prints it          */
    Str *text;            /* SQL as the model has it                                            */
    const Index *index;   /* INDEX: of the model                                                */
    const Constraint *constraint; /* EXCLUDE: of the model                                      */
    Str *canonical;       /* out: the same as the catalog prints it (an index as
                           * ReflectedIndex.definition), or NULL                               */
} Expression;
typedef VEC(Expression *) ExpressionVec;

/* What ALTER COLUMN TYPE needs: nothing, USING column::type, USING column::text::type. */
extern const char *const canonical_casts[3];

/* Fills in `canonical`. Works inside the caller's transaction (a savepoint, rolled back) or in one of its own. Does nothing
 * on databases that keep the text as it was written. Raises only when the connection is lost. */
void canonical_ask(Connection *db, const ExpressionVec *expressions);

/* Whether two texts are the same but for spaces, letter case outside quotes, parentheses around the whole, and the casts
 * of literals. Either may be NULL: equal only to NULL. */
bool canonical_text_equal(const Str *a, const Str *b);
/* The same for two definitions of indexes as the catalog prints them. */
bool canonical_definition_equal(const Str *a, const Str *b);
/* The same for a whole index and ReflectedIndex.definition; false when that is NULL. */
bool canonical_index_equal(const Index *model, const Str *definition);
/* The same for an exclusion constraint and ReflectedExclusion.definition. */
bool canonical_exclusion_equal(const Constraint *model, const Str *definition);

#endif
