/* inside.h -- shared by the files of sql/ only: smaller variation points of a dialect, cells by file. */
#ifndef RETORT_SQL_INSIDE_H
#define RETORT_SQL_INSIDE_H

#include "sql/sql.h"

/* What dialects vary inside a statement; a NULL member is looked up in the base dialect. */
typedef struct DialectHooks {
    const struct ExprHooks *expr;                          /* inside expressions: expr_inside.h     */
    void (*column)(Writer *w, Column *column);             /* "id SERIAL NOT NULL"                  */
    void (*constraint[CONSTRAINT_EXCLUDE + 1])(Writer *w, Constraint *constraint);
    void (*table_options)(Writer *w, const Table *table);  /* behind the closing parenthesis        */
    void (*unique_distinct)(Writer *w, const Constraint *constraint);
    void (*on_delete)(Writer *w, const Constraint *constraint);
    void (*computed)(Writer *w, const Computed *computed);
    void (*index_expression)(Writer *w, ClauseElement *element);
    bool (*default_wants_parentheses)(const Str *text); /* NULL = never                             */
    Str *(*has_table)(const Dialect *dialect, const Str *schema, const Str *name);
    bool remote_table_without_schema; /* REFERENCES t, even when t has a schema                     */
} DialectHooks;

/* The hook of the dialect or the nearest base that has one; NULL when none has. */
#define DIALECT_HOOK(w, member)                                                                    \
    ((w)->dialect->hooks->member ? (w)->dialect->hooks->member : generic_dialect.hooks->member)

/* writer.c */
Writer writer_for(const Dialect *dialect, const CompileOptions *options);
void write_text(Writer *w, const char *text);
void write_format(Writer *w, const char *format, ...) PRINTF_LIKE(2, 3);
/* schema.name, or name alone */
void write_qualified(Writer *w, const Str *schema, Tri quote_schema, const Str *name, Tri quote);
void write_table_clause(Writer *w, const TableClause *table);
void write_table_name(Writer *w, const Table *table);
/* An element with literal values and bare column names: CHECK, DEFAULT, index expressions. */
void write_inline(Writer *w, ClauseElement *element);
bool word_is_reserved(const Dialect *dialect, const Str *lower);
WriteDdl dialect_ddl(const Dialect *dialect, DdlKind kind);

/* phrase.c: words that stand in SQL as they are; each raises CompileError for any other text */
/* One of the words, in any case: "SET NULL", "btree". */
void check_phrase(Writer *w, const Str *phrase, const char *const *words);
void check_column_words(Writer *w, const Str *phrase, const char *list);
void write_method(Writer *w, const Str *method);
void write_operator_class_words(Writer *w, const Str *text);
void write_exclusion_operator(Writer *w, const Str *text);
void write_storage_parameter(Writer *w, const Str *name, Value given);
void write_table_prefix(Writer *w, const Str *prefix);
void write_number_word(Writer *w, Value given);

/* ddl_column.c */
void write_column(Writer *w, Column *column);
void write_column_generic(Writer *w, Column *column);
void write_column_default(Writer *w, Value argument);
void write_computed_generic(Writer *w, const Computed *computed);
void write_identity(Writer *w, const Identity *identity);
/* "INCREMENT BY 2 START WITH 5"; nothing when no option is set. */
void write_sequence_options(Writer *w, const SequenceOptions *options);

/* ddl_constraint.c */
/* Writes nothing for constraints that the dialect leaves out. */
void write_constraint(Writer *w, Constraint *constraint);
bool constraint_is_created(const Writer *w, const Constraint *constraint);
void write_constraint_name(Writer *w, const Constraint *constraint);
void write_deferrability(Writer *w, const Constraint *constraint);
void write_primary_key_generic(Writer *w, Constraint *constraint);
void write_unique_generic(Writer *w, Constraint *constraint);
void write_check_generic(Writer *w, Constraint *constraint);
void write_foreign_key_generic(Writer *w, Constraint *constraint);
void write_on_delete_generic(Writer *w, const Constraint *constraint);

/* ddl_index.c */
void write_create_index_generic(Writer *w, Ddl *ddl);
void write_drop_index_generic(Writer *w, Ddl *ddl);
void write_create_index_start(Writer *w, const Ddl *ddl, const char *concurrently);
void write_index_expressions(Writer *w, const Index *index);
void write_drop_index_start(Writer *w, const Ddl *ddl, const char *concurrently);
void write_index_name(Writer *w, const Index *index, bool with_schema);

/* ddl.c */
/* "ALTER TABLE t ALTER COLUMN c " */
void write_alter_column(Writer *w, const Ddl *ddl);
/* The table of an ALTER record, the parts of a dotted schema quoted one by one. */
void write_altered_table(Writer *w, const Ddl *ddl);

/* cells: ddl.c, postgres_ddl.c, sqlite_ddl.c; expr cells and type cells likewise */
extern const WriteDdl generic_ddl[DDL_COUNT], postgres_ddl[DDL_COUNT], sqlite_ddl[DDL_COUNT];
extern const WriteExpr generic_expr[EXPR_COUNT], postgres_expr[EXPR_COUNT], sqlite_expr[EXPR_COUNT];
extern const WriteType generic_type[TYPE_COUNT], postgres_type[TYPE_COUNT], sqlite_type[TYPE_COUNT];
/* types.c: a type that no dialect has been asked for, str(JSONB()). */
void write_unknown_type(Writer *w, const Type *type);
extern const struct ExprHooks generic_expr_hooks, postgres_expr_hooks, sqlite_expr_hooks;
extern const DialectHooks generic_hooks, postgres_hooks, sqlite_hooks;
extern const Words generic_words, postgres_words, sqlite_words;

#endif
