/* sqlite_sql.h -- what only the text of CREATE TABLE tells: names of constraints, CHECKs, generated
 * columns. */
#ifndef RETORT_REFLECT_SQLITE_SQL_H
#define RETORT_REFLECT_SQLITE_SQL_H

#include "reflect/reflect.h"

typedef struct TableSql {
    Str *primary_key; /* name of the constraint, or NULL                       */
    VEC(ReflectedForeignKey *) foreign_keys; /* FOREIGN KEY (...) REFERENCES t (...), in order   */
    VEC(ReflectedKey *) uniques;  /* UNIQUE (...) in order, then UNIQUE behind a column     */
    VEC(ReflectedCheck *) checks; /* in order of the text                                  */
    Map generated;                /* column -> Str of its expression                       */
} TableSql;

/* sql NULL: an empty record. Text that is no CREATE TABLE (...) gives what could be found. */
TableSql table_sql_parse(const Str *sql);

#endif
