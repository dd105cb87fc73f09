/* expr_inside.h -- shared by the files of sql/ that write expressions and statements: what a
 * statement under way has to remember, and what dialects vary inside an expression. */
#ifndef RETORT_SQL_EXPR_INSIDE_H
#define RETORT_SQL_EXPR_INSIDE_H

#include "sql/inside.h"

/* One SELECT, INSERT ... under way; the outermost is the statement itself. */
typedef struct Frame {
    struct Frame *outer;
    ClauseElement *statement;
    ElementVec correlate; /* FROM items of this and the outer statements      */
    ElementVec as_from;   /* those of this one                                */
    ElementVec columns;   /* what ORDER BY may name                            */
} Frame;

typedef struct AnonymousName {
    const void *object;
    Str *name;
} AnonymousName;

typedef struct WrittenCte {
    Cte *cte;
    Str *name, *text;
    VEC(BoundParam) params; /* they precede those of the statement in the text */
} WrittenCte;

typedef struct BindPlace {
    const BindParameter *bind;
    size_t number;
} BindPlace;

/* What the parts of one statement share. Hangs at Writer.frames. */
typedef struct ExprState {
    Frame *frame;
    VEC(AnonymousName) names; /* of binds, aliases and labels without a name   */
    VEC(WrittenCte *) ctes;
    VEC(const Cte *) open_ctes; /* being written: a reference is just the name */
    bool recursive;
    VEC(BindPlace) places;        /* $n of binds that appear again                 */
    VEC(const Dict *) parameters; /* statement.params()                        */
    bool in_operator;             /* inside an operand: some operators then group  */
    bool in_columns;              /* the columns of a SELECT: labels say AS        */
    bool in_label;
    bool in_from;
    const Label *label_only; /* ORDER BY label                                */
    Map truncated;           /* counters of cut names                         */
} ExprState;

ExprState *expr_state(Writer *w);

typedef struct ExprHooks {
    /* false: not special, write the generic form */
    bool (*binary)(Writer *w, BinaryExpression *binary);
    bool (*function)(Writer *w, Function *function);
    void (*limit)(Writer *w, const GenerativeSelect *select);
    void (*fetch)(Writer *w, const GenerativeSelect *select);
    void (*for_update)(Writer *w, const ForUpdate *lock);
    void (*distinct)(Writer *w, const Select *select);
    /* inside the parentheses of IN () */
    void (*empty_set)(Writer *w, const BindParameter *bind);
    void (*extract)(Writer *w, const Extract *extract);
    void (*delete_froms)(Writer *w, const ElementVec *froms);
    /* "::JSONB" behind the placeholder of a value whose type the server could not guess */
    void (*bind_cast)(Writer *w, Type *type);
    bool has_conflict;
    bool conflict_names; /* ON CONFLICT ON CONSTRAINT name                       */
    bool returning_bare;   /* RETURNING without table names                  */
    bool has_last_row_id;  /* an autoincrement key needs no RETURNING        */
    bool tuples_in_values; /* IN (VALUES (1, 2))                             */
    bool has_ilike;
    bool has_only; /* hints are ONLY, in front of a table                */
    bool literal_conflict_index; /* ON CONFLICT (..) WHERE matches a partial index only with
                                    literals */
} ExprHooks;

#define EXPR_HOOK(w, member)                                                                       \
    ((w)->dialect->hooks->expr->member ? (w)->dialect->hooks->expr->member                         \
                                       : generic_expr_hooks.member)

#define EXPR_FLAG(w, member) ((w)->dialect->hooks->expr->member)

/* hint.c */
typedef void (*WriteFrom)(Writer *w, ClauseElement *from);
/* An item of FROM, with what select().with_hint() says of it, and the table of INSERT, UPDATE, DELETE, whose hints name
 * no table. */
void write_hinted_from(Writer *w, const HintVec *hints, ClauseElement *from, WriteFrom write);
void write_hinted_target(Writer *w, const HintVec *hints, ClauseElement *table, WriteFrom write);
void write_statement_hints(Writer *w, const HintVec *hints);

/* bind.c */
void write_bind(Writer *w, ClauseElement *element);
Value bind_find_value(Writer *w, const BindParameter *bind);
/* The name of something without one: "param_1", "anon_2". */
Str *anonymous_name(Writer *w, const void *object, const Str *base);
void write_bind_value(Writer *w, Str *name, Value value, Type *type);
/* A name longer than the dialect allows is cut. */
Str *fitted_name(Writer *w, Str *name, const char *kind);

/* expr.c */
void write_list(Writer *w, const ElementVec *items, const char *separator);
void write_call(Writer *w, const char *name, const ElementVec *arguments); /* name(a, b) */
bool has_native_boolean(const Writer *w);
void write_raw_text(Writer *w, const Str *text); /* doubles % where placeholders use it */
void write_column_name(Writer *w, const ColumnClause *column);
void write_with_tables(Writer *w, ClauseElement *element, bool without_tables);

/* expr_operators.c */
void write_binary(Writer *w, ClauseElement *element);
void write_unary(Writer *w, ClauseElement *element);
void write_between(Writer *w, ClauseElement *element);
const char *operator_text(SqlOperator op);
void write_generic_binary(Writer *w, BinaryExpression *binary, const char *text, bool eager);

/* select.c */
void write_from(Writer *w, ClauseElement *from);
void write_froms(Writer *w, const ElementVec *froms);
void write_conditions(Writer *w, const ElementVec *conditions);
void write_select(Writer *w, ClauseElement *element);
void write_select_as_from(Writer *w, ClauseElement *element);
void write_select_lateral(Writer *w, ClauseElement *element);
void write_compound(Writer *w, ClauseElement *element);
void write_textual_select(Writer *w, ClauseElement *element);
void write_scalar_select(Writer *w, ClauseElement *element);
void write_exists(Writer *w, ClauseElement *element);
void write_alias(Writer *w, ClauseElement *element);
void write_values(Writer *w, ClauseElement *element);
void write_label_reference(Writer *w, const ColumnClause *reference);
/* The label of a column without a name: "count_1", "anon_1". */
Str *anonymous_label(Writer *w, const ClauseElement *element);
Str *alias_written_name(Writer *w, const ClauseElement *from);
/* Columns of SELECT or RETURNING with their labels; records them as result columns of the outermost
 * statement. */
void write_result_columns(Writer *w, const ElementVec *columns, bool as_from);
Frame *frame_push(Writer *w, ClauseElement *statement);
void frame_pop(Writer *w);
/* Puts WITH ... in front of what was written since `start`. */
void write_ctes_before(Writer *w, size_t start);
void write_prefixes(Writer *w, const PrefixedTextVec *prefixes);
void write_independent_ctes(Writer *w, Cte *const *ctes, size_t count);

/* dml.c */
void write_insert(Writer *w, ClauseElement *element);
void write_update(Writer *w, ClauseElement *element);
void write_delete(Writer *w, ClauseElement *element);

#endif
