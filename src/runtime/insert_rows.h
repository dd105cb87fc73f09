/* insert_rows.h -- the rows of one INSERT as statements, for op.bulk_insert and for executemany.
 *
 * A server answers every statement, and waiting for it is most of the time: rows alike, with the keys of the
 * first one and plain values, share a statement. A library in this process gets one statement a row.
 */
#ifndef RETORT_RUNTIME_INSERT_ROWS_H
#define RETORT_RUNTIME_INSERT_ROWS_H

#include "sql/sql.h"

/* Begins zeroed but for the first three members. */
typedef struct RowInsert {
    const Dialect *dialect;
    const Map *schema_translate; /* may be NULL                                       */
    ClauseElement *insert;       /* without values, or with those that all rows share */
    size_t most;                 /* rows that a statement may take, once the first is */
} RowInsert;

/* The statement for rows[0] and, in *count, so many of the `length` there are. Defaults of the script's side are asked
 * for once a row. Raises what sql_compile raises. */
const Stmt *row_insert_next(RowInsert *insert, const Dict *const *rows, size_t length, size_t *count);

#endif
