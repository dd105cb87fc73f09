/* postgres_sql.h -- the questions to PostgreSQL's catalogs, one a kind of thing.
 *
 * Each takes the schema as $1 (NULL: what search_path finds) and, but for names, one relation as $2 (NULL: all).
 * {15: a | b} stands for a on servers of that version and later, for b on others: see postgres_sql_for.
 */
#ifndef RETORT_REFLECT_POSTGRES_SQL_H
#define RETORT_REFLECT_POSTGRES_SQL_H

#include "base/base.h"

extern const char postgres_schemas_sql[], postgres_sequences_sql[], postgres_has_type_sql[],
    postgres_view_sql[], postgres_own_sequences_sql[], postgres_enums_sql[], postgres_domains_sql[],
    postgres_relations_sql[], postgres_columns_sql[], postgres_constraints_sql[],
    postgres_indexes_sql[];
/* With %s for an array of letters: the kinds wished for. */
#define POSTGRES_NAMES_SQL                                                                                             \
    "SELECT c.relname::text\n"                                                                                         \
    "  FROM pg_catalog.pg_class c\n"                                                                                   \
    "  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n"                                                     \
    " WHERE " POSTGRES_IN_SCOPE "\n"                                                                                   \
    "   AND c.relkind = ANY (%s)\n"                                                                                    \
    "   AND c.relpersistence <> 't'\n"                                                                                 \
    " ORDER BY c.relname"
#define POSTGRES_HAS_RELATION_SQL                                                                                      \
    "SELECT 1\n"                                                                                                       \
    "  FROM pg_catalog.pg_class c\n"                                                                                   \
    "  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n"                                                     \
    " WHERE " POSTGRES_IN_SCOPE "\n"                                                                                   \
    "   AND c.relname = $2::text\n"                                                                                    \
    "   AND c.relkind = ANY (%s)"

/* Relations (c in n) of schema $1. */
#define POSTGRES_IN_SCOPE                                                                                              \
    "(CASE WHEN $1::text IS NULL\n"                                                                                    \
    "        THEN pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog'\n"                               \
    "        ELSE n.nspname = $1::text END)"

/* The text of a question as a server of this version (as 150004) takes it. */
Str *postgres_sql_for(const char *sql, int version);

#endif
