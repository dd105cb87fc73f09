/* Which statements have to stand outside of a transaction. */
#include "unit.h"

#include "runtime/outside.h"

static const char *found(const char *sql)
{
    const char *name = outside_find(str_from(sql));
    return name ? name : "-";
}

TEST(concurrently)
{
    CHECK_TEXT(found("CREATE INDEX CONCURRENTLY ix ON t (a)"), "CREATE INDEX CONCURRENTLY");
    CHECK_TEXT(found("  create  unique\nindex concurrently if not exists ix on t (a)"), "CREATE INDEX CONCURRENTLY");
    CHECK_TEXT(found("-- why\n/* a /* b */ c */ DROP INDEX /* x */ CONCURRENTLY ix"), "DROP INDEX CONCURRENTLY");
    CHECK_TEXT(found("REINDEX (VERBOSE) TABLE CONCURRENTLY t"), "REINDEX CONCURRENTLY");
    CHECK_TEXT(found("ALTER TABLE \"Big one\" DETACH PARTITION s.p CONCURRENTLY"), "DETACH PARTITION CONCURRENTLY");
}

TEST(whole_databases)
{
    CHECK_TEXT(found("VACUUM ANALYZE t"), "VACUUM");
    CHECK_TEXT(found("alter system set work_mem = '1MB'"), "ALTER SYSTEM");
    CHECK_TEXT(found("CREATE DATABASE x"), "CREATE DATABASE");
}

TEST(all_others_stay_inside)
{
    CHECK_TEXT(found("CREATE INDEX concurrently_made ON t (a)"), "-");
    CHECK_TEXT(found("CREATE INDEX ix ON t (a); DROP INDEX CONCURRENTLY ix"), "-");
    CHECK_TEXT(found("INSERT INTO t VALUES ('VACUUM')"), "-");
    CHECK_TEXT(found("-- VACUUM"), "-");
    CHECK_TEXT(found("REFRESH MATERIALIZED VIEW CONCURRENTLY v"), "-");
    CHECK_TEXT(found("CREATE TABLE vacuum (a int)"), "-");
    CHECK_TEXT(found("ALTER TABLE t DETACH PARTITION p"), "-");
    CHECK_TEXT(found("REINDEX TABLE t"), "-");
    CHECK_TEXT(found(""), "-");
    CHECK_TEXT(found("/* never closed"), "-");
    CHECK_TEXT(found("CREATE UNIQUE"), "-");
}

UNIT_MAIN
