/* sqlite_sql.h -- what only the text of CREATE TABLE and CREATE INDEX tells: names of constraints,
 * CHECKs, generated columns, collations, conflict clauses, options of the table, expressions. */
#ifndef RETORT_REFLECT_SQLITE_SQL_H
#define RETORT_REFLECT_SQLITE_SQL_H

#include "reflect/reflect.h"

/* One column definition; members that it does not have are NULL. */
typedef struct ColumnSql {
    Str *name, *collation;
    Str *generated; /* the expression behind AS                      */
    Str *not_null_conflict, *key_conflict;
} ColumnSql;

typedef struct TableSql {
    VEC(ColumnSql *) columns;
    ReflectedKey *primary_key; /* name and conflict clause; NULL = none    */
    VEC(ReflectedForeignKey *) foreign_keys;   /* FOREIGN KEY (...), in order              */
    VEC(ReflectedForeignKey *) inline_keys;    /* REFERENCES behind a column, in order     */
    VEC(ReflectedKey *) uniques;  /* UNIQUE (...) in order, then UNIQUE behind a column     */
    VEC(ReflectedCheck *) checks; /* in order of the text                                   */
    bool autoincrement, without_rowid, strict, is_virtual;
} TableSql;

/* sql NULL: an empty record. Text that is no CREATE TABLE (...) gives what could be found. */
TableSql table_sql_parse(const Str *sql);
/* Of a column, without regard to case; NULL = not in the text. */
const ColumnSql *table_sql_find_column(const TableSql *sql, const Str *name);

typedef struct IndexSql {
    StrVec items; /* as written, "x COLLATE NOCASE DESC" */
    IndexItemKinds kinds; /* beside them                 */
    bool is_plain; /* nothing but names of columns        */
    Str *where;   /* NULL = not partial                  */
} IndexSql;
/* sql NULL (an index of a constraint): an empty record. */
IndexSql index_sql_parse(const Str *sql);

#endif
