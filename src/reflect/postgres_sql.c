/* postgres_sql.c -- the questions to PostgreSQL's catalogs, one a kind of thing; what the answers mean is known by
 * postgres.c. */
#include "reflect/postgres_sql.h"

#include "reflect/reflect.h"

#include <stdlib.h>

/* clang-format off: it folds SQL into stairs */

/* Tables and what is read like one, with their schemas. */
#define RELATIONS                                                                                                      \
    "  FROM pg_catalog.pg_class c\n"                                                                                   \
    "  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n"
#define ASKED_FOR                                                                                                      \
    " WHERE " POSTGRES_IN_SCOPE "\n"                                                                                   \
    "   AND ($2::text IS NULL OR c.relname = $2::text)\n"                                                              \
    "   AND c.relkind = ANY (ARRAY['r', 'p', 'f', 'v', 'm'])\n"
/* The comment on an object that is not part of another. */
#define DESCRIPTION_OF(oid, catalog)                                                                                   \
    "  LEFT JOIN pg_catalog.pg_description d ON d.objoid = " oid " AND d.objsubid = 0\n"                               \
    "   AND d.classoid = 'pg_catalog." catalog "'::pg_catalog.regclass\n"

/* --- names -------------------------------------------------------------------------------------------------- */

const char postgres_schemas_sql[] = "SELECT nspname::text\n"
                                    "  FROM pg_catalog.pg_namespace\n"
                                    " WHERE nspname NOT LIKE 'pg\\_%'\n"
                                    " ORDER BY nspname";

const char postgres_sequences_sql[] = "SELECT c.relname::text\n" RELATIONS " WHERE " POSTGRES_IN_SCOPE "\n"
                                      "   AND c.relkind = 'S'\n"
                                      " ORDER BY c.relname";

/* users: tables with a default that takes from it. */
const char postgres_own_sequences_sql[] =
    "SELECT c.relname::text AS name,\n"
    "       n.nspname::text AS schema,\n"
    "       pg_catalog.pg_table_is_visible(c.oid) AS visible,\n"
    "       pg_catalog.format_type(s.seqtypid, NULL) AS type,\n"
    "       s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,\n"
    "       array(SELECT DISTINCT a.adrelid::text\n"
    "               FROM pg_catalog.pg_depend u\n"
    "               JOIN pg_catalog.pg_attrdef a ON a.oid = u.objid\n"
    "              WHERE u.refobjid = c.oid AND u.refclassid = "
    "'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "                AND u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass) AS "
    "users\n" RELATIONS "  JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid\n"
    " WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d\n"
    "                    WHERE d.objid = c.oid AND d.classid = "
    "'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "                      AND d.deptype = ANY (ARRAY['a', 'i', 'e']))\n"
    " ORDER BY n.nspname, c.relname";

const char postgres_has_type_sql[] = "SELECT 1\n"
                                     "  FROM pg_catalog.pg_type t\n"
                                     "  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace\n"
                                     " WHERE t.typname = $2::text\n"
                                     "   AND (CASE WHEN $1::text IS NULL\n"
                                     "        THEN pg_catalog.pg_type_is_visible(t.oid) AND n.nspname <> 'pg_catalog'\n"
                                     "        ELSE n.nspname = $1::text END)";

const char postgres_view_sql[] = "SELECT pg_catalog.pg_get_viewdef(c.oid)\n" RELATIONS " WHERE " POSTGRES_IN_SCOPE "\n"
                                 "   AND c.relname = $2::text\n"
                                 "   AND c.relkind = ANY (ARRAY['v', 'm'])";

/* --- types -------------------------------------------------------------------------------------------------- */

const char postgres_enums_sql[] =
    "SELECT t.typname::text AS name,\n"
    "       n.nspname::text AS schema,\n"
    "       pg_catalog.pg_type_is_visible(t.oid) AS visible,\n"
    "       array(SELECT e.enumlabel::text\n"
    "               FROM pg_catalog.pg_enum e\n"
    "              WHERE e.enumtypid = t.oid\n"
    "              ORDER BY e.enumsortorder) AS labels\n"
    "  FROM pg_catalog.pg_type t\n"
    "  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace\n"
    " WHERE t.typtype = 'e'\n"
    " ORDER BY n.nspname, t.typname";

#define DOMAIN_CHECKS                                                                              \
    "\n               FROM pg_catalog.pg_constraint k\n"                                           \
    "              WHERE k.contypid = t.oid AND k.contype = 'c'\n"                                 \
    "              ORDER BY k.conname"
const char postgres_domains_sql[] =
    "SELECT t.typname::text AS name,\n"
    "       n.nspname::text AS schema,\n"
    "       pg_catalog.pg_type_is_visible(t.oid) AS visible,\n"
    "       pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,\n"
    "       t.typnotnull AS not_null,\n"
    "       t.typdefault AS value,\n"
    "       co.collname::text AS collation,\n"
    "       array(SELECT k.conname::text" DOMAIN_CHECKS ") AS check_names,\n"
    "       array(SELECT pg_catalog.pg_get_expr(k.conbin, 0, true)" DOMAIN_CHECKS ") AS checks\n"
    "  FROM pg_catalog.pg_type t\n"
    "  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace\n"
    "  LEFT JOIN pg_catalog.pg_collation co ON co.oid = t.typcollation\n"
    " WHERE t.typtype = 'd'\n"
    " ORDER BY n.nspname, t.typname";

/* --- relations ---------------------------------------------------------------------------------------------- */

/* The partitions of a tree, and what each has of its own: indexes, constraints, defaults. step: what needs what. */
#define PARTITIONS_AS_SQL                                                                          \
    "SELECT own.sql FROM (\n"                                                                      \
    " SELECT 1 AS step, pt.level, pc.relname::text AS name,\n"                                     \
    "        pg_catalog.format('CREATE %sTABLE %s PARTITION OF %s %s%s%s',\n"                      \
    "         CASE pc.relpersistence WHEN 'u' THEN 'UNLOGGED ' END,\n"                             \
    "         pt.relid, pt.parentrelid, pg_catalog.pg_get_expr(pc.relpartbound, pc.oid),\n"        \
    "         CASE pc.relkind WHEN 'p' THEN ' PARTITION BY ' END,\n"                               \
    "         CASE pc.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(pc.oid) END) AS sql\n"    \
    "   FROM pg_catalog.pg_partition_tree(c.oid) pt\n"                                             \
    "   JOIN pg_catalog.pg_class pc ON pc.oid = pt.relid WHERE pt.level > 0\n"                     \
    " UNION ALL\n"                                                                                 \
    " SELECT 2, pt.level, a.attname::text,\n"                                                      \
    "        pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I %s', pt.relid, a.attname,\n"        \
    "         CASE WHEN d.oid IS NULL THEN 'DROP DEFAULT'\n"                                       \
    "              ELSE pg_catalog.format('SET DEFAULT %s',\n"                                     \
    "                                     pg_catalog.pg_get_expr(d.adbin, d.adrelid)) END)\n"      \
    "   FROM pg_catalog.pg_partition_tree(c.oid) pt\n"                                             \
    "   JOIN pg_catalog.pg_attribute a ON a.attrelid = pt.relid AND a.attnum > 0\n"                \
    "        AND NOT a.attisdropped AND a.attgenerated = ''\n"                                     \
    "   JOIN pg_catalog.pg_attribute b ON b.attrelid = pt.parentrelid AND b.attname = a.attname\n" \
    "   LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum\n"      \
    "   LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = b.attrelid AND e.adnum = b.attnum\n"      \
    "  WHERE pt.level > 0 AND pg_catalog.pg_get_expr(d.adbin, d.adrelid)\n"                        \
    "        IS DISTINCT FROM pg_catalog.pg_get_expr(e.adbin, e.adrelid)\n"                        \
    " UNION ALL\n"                                                                                 \
    " SELECT 3, pt.level, k.conname::text,\n"                                                      \
    "        pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', pt.relid, k.conname,\n"      \
    "                          pg_catalog.pg_get_constraintdef(k.oid))\n"                          \
    "   FROM pg_catalog.pg_partition_tree(c.oid) pt\n"                                             \
    "   JOIN pg_catalog.pg_constraint k ON k.conrelid = pt.relid\n"                                \
    "  WHERE pt.level > 0 AND k.coninhcount = 0 AND k.conparentid = 0\n"                           \
    "    AND k.contype = ANY (ARRAY['c', 'p', 'u', 'x', 'f']::\"char\"[])\n"                       \
    " UNION ALL\n"                                                                                 \
    " SELECT 4, pt.level, pt.relid::text, pg_catalog.pg_get_indexdef(i.indexrelid)\n"              \
    "   FROM pg_catalog.pg_partition_tree(c.oid) pt\n"                                             \
    "   JOIN pg_catalog.pg_index i ON i.indrelid = pt.relid\n"                                     \
    "  WHERE pt.level > 0\n"                                                                       \
    "    AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = i.indexrelid)\n"  \
    "    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid "  \
    "AND k.contype <> 'f')\n"                                                                      \
    ") own ORDER BY own.step, own.level, own.name, own.sql"

/* of_extension: it came with CREATE EXTENSION and goes with it. partitions: those of a whole tree, as SQL. */
const char postgres_relations_sql[] =
    "SELECT c.oid::int8 AS oid,\n"
    "       c.relname::text AS name,\n"
    "       n.nspname::text AS schema,\n"
    "       c.relkind::text AS kind,\n"
    "       d.description AS comment,\n"
    "       c.relispartition AS is_partition,\n"
    "       c.relpersistence = 'u' AS is_unlogged,\n"
    "       c.reloptions AS storage,\n"
    "       ts.spcname::text AS tablespace,\n"
    "       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS "
    "partition_by,\n"
    "       {12: CASE WHEN c.relkind = 'p' AND NOT c.relispartition THEN\n"
    "            array(" PARTITIONS_AS_SQL ") END | NULL} AS partitions,\n"
    "       CASE WHEN NOT c.relispartition THEN\n"
    "            array(SELECT hc.relname::text FROM pg_catalog.pg_inherits h\n"
    "                    JOIN pg_catalog.pg_class hc ON hc.oid = h.inhparent AND "
    "pg_catalog.pg_table_is_visible(hc.oid)\n"
    "                   WHERE h.inhrelid = c.oid ORDER BY h.inhseqno) END AS parents,\n"
    "       x.objid IS NOT NULL AS of_extension\n" RELATIONS
    "  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace\n"
    "  LEFT JOIN pg_catalog.pg_depend x ON x.objid = c.oid AND x.deptype = 'e'\n"
    "   AND x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass\n" DESCRIPTION_OF(
        "c.oid", "pg_class") ASKED_FOR " ORDER BY c.oid";

/* owned_sequence: the one behind nextval(), when a column of this name owns it. */
const char postgres_columns_sql[] =
    "SELECT c.oid::int8 AS oid,\n"
    "       a.attname::text AS name,\n"
    "       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,\n"
    "       a.attnotnull AS not_null,\n"
    "       a.attinhcount > 0 AS is_inherited, a.attislocal,\n"
    "       ad.value,\n"
    "       d.description AS comment,\n"
    "       {12: a.attgenerated::text | ''::text} AS generated,\n"
    "       a.attidentity::text AS identity,\n"
    "       s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,\n"
    "       CASE WHEN ad.value LIKE 'nextval(%' THEN coalesce(\n"
    "            (SELECT oc.relname::text FROM pg_catalog.pg_depend od\n"
    "               JOIN pg_catalog.pg_class oc ON oc.oid = od.objid AND oc.relkind = 'S'\n"
    "              WHERE od.refobjid = a.attrelid AND od.refobjsubid = a.attnum AND od.deptype = 'a'\n"
    "                AND od.classid = 'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "                AND od.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "                AND ad.value = 'nextval(' || quote_literal(oc.oid::pg_catalog.regclass::text) || '::regclass)'\n"
    "              LIMIT 1),\n"
    "            (SELECT sc.relname::text\n"
    "               FROM pg_catalog.pg_class sc\n"
    "               JOIN pg_catalog.pg_depend sd ON sd.objid = sc.oid\n"
    "                AND sd.classid = 'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "                AND sd.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "               JOIN pg_catalog.pg_attribute sa ON sa.attrelid = sd.refobjid AND sa.attnum = "
    "sd.refobjsubid\n"
    "              WHERE sc.relkind = 'S' AND sa.attname = a.attname\n"
    "                AND sc.oid = pg_catalog.to_regclass(\n"
    "                        substring(ad.value FROM '^nextval\\(''(.+?)''::regclass\\)'))\n"
    "              LIMIT 1)) END AS owned_sequence,\n"
    "       CASE WHEN a.attcollation <> t.typcollation THEN co.collname::text END AS "
    "collation\n" RELATIONS "  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > "
                            "0 AND NOT a.attisdropped\n"
    "  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid\n"
    "  LEFT JOIN LATERAL (SELECT pg_catalog.pg_get_expr(e.adbin, e.adrelid) AS value\n"
    "                       FROM pg_catalog.pg_attrdef e\n"
    "                      WHERE e.adrelid = a.attrelid AND e.adnum = a.attnum OFFSET 0) ad ON "
    "a.atthasdef\n"
    "  LEFT JOIN pg_catalog.pg_description d ON d.objoid = a.attrelid AND d.objsubid = a.attnum\n"
    "   AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "  LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation\n"
    "  LEFT JOIN pg_catalog.pg_depend p ON a.attidentity <> '' AND p.refobjid = a.attrelid\n"
    "   AND p.refobjsubid = a.attnum AND p.deptype = 'i'\n"
    "   AND p.classid = 'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "   AND p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass\n"
    "  LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = p.objid\n" ASKED_FOR
    " ORDER BY c.oid, a.attnum";

/* --- constraints -------------------------------------------------------------------------------------------- */

#define COLUMN_NAMES(relation, numbers)                                                                                \
    "array(SELECT (SELECT a.attname::text FROM pg_catalog.pg_attribute a\n"                                            \
    "                      WHERE a.attrelid = " relation " AND a.attnum = m.number)\n"                                 \
    "               FROM unnest(" numbers ") WITH ORDINALITY m(number, place)\n"                                       \
    "              ORDER BY m.place)"

/* is_inherited: of a parent table, or made by the server for a partition: not to be dropped by itself. */
const char postgres_constraints_sql[] =
    "SELECT c.oid::int8 AS oid,\n"
    "       k.conname::text AS name,\n"
    "       k.contype::text AS kind,\n"
    "       d.description AS comment,\n"
    "       k.condeferrable, k.condeferred, k.convalidated,\n"
    "       k.coninhcount > 0 OR {11: k.conparentid <> 0 | false} AS is_inherited,\n"
    "       CASE WHEN k.contype = ANY (ARRAY['f', 'c'])\n"
    "            THEN pg_catalog.pg_get_constraintdef(k.oid, true) END AS definition,\n"
    "       {11: i.indnkeyatts::int8 | i.indnatts::int8} AS key_count,\n"
    "       {15: coalesce(i.indnullsnotdistinct, false) | false} AS nulls_not_distinct,\n"
    "       CASE WHEN k.contype = ANY (ARRAY['p', 'u'])\n"
    "            THEN " COLUMN_NAMES("i.indrelid", "i.indkey") " END AS index_columns,\n"
    "       CASE WHEN k.contype = 'f'\n"
    "            THEN " COLUMN_NAMES("k.conrelid", "k.conkey") " END AS columns,\n"
    "       CASE WHEN k.contype = 'f'\n"
    "            THEN " COLUMN_NAMES("k.confrelid", "k.confkey") " END AS referred_columns,\n"
    "       rc.relname::text AS referred_table,\n"
    "       rn.nspname::text AS referred_schema,\n"
    "       pg_catalog.pg_table_is_visible(rc.oid) AS referred_visible,\n"
    "       k.confupdtype::text AS on_update,\n"
    "       k.confdeltype::text AS on_delete,\n"
    "       k.confmatchtype::text AS match\n" RELATIONS
    "  JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = ANY (ARRAY['p', 'u', 'f', 'c'])\n"
    "  LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype = ANY (ARRAY['p', 'u'])\n"
    "  LEFT JOIN pg_catalog.pg_class rc ON rc.oid = k.confrelid AND k.contype = 'f'\n"
    "  LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.relnamespace\n" DESCRIPTION_OF("k.oid", "pg_constraint")
        ASKED_FOR " ORDER BY c.oid, k.conname";

/* --- indexes ------------------------------------------------------------------------------------------------ */

/* Indexes of exclusion constraints have these as well: what the constraint says beside its elements. */
const char postgres_indexes_sql[] =
    "SELECT c.oid::int8 AS oid,\n"
    "       ic.relname::text AS name,\n"
    "       i.indisunique,\n"
    "       {11: i.indnkeyatts::int8 | i.indnatts::int8} AS key_count,\n"
    "       {15: i.indnullsnotdistinct | false} AS nulls_not_distinct,\n"
    "       am.amname::text AS method,\n"
    "       pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS filter,\n"
    "       ic.reloptions AS storage,\n"
    "       ts.spcname::text AS tablespace,\n"
    "       ic.relispartition AS is_inherited,\n"
    "       k.oid IS NOT NULL AS has_constraint,\n"
    "       d.description AS comment,\n"
    "       pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,\n"
    "       e.elements, e.column_names, e.operators,\n"
    "       array(SELECT f::text\n"
    "               FROM unnest(i.indoption::int2[]) WITH ORDINALITY o(f, place)\n"
    "              ORDER BY place) AS flags,\n"
    "       CASE WHEN k.contype = 'x' THEN pg_catalog.pg_get_constraintdef(k.oid) END AS exclusion,\n"
    "       CASE WHEN k.contype = 'x' THEN\n"
    "            array(SELECT CASE WHEN pg_catalog.pg_operator_is_visible(o.oid) THEN o.oprname::text\n"
    "                              ELSE 'OPERATOR(' || pg_catalog.quote_ident(os.nspname) || '.' || o.oprname || ')' END\n"
    "                    FROM unnest(k.conexclop) WITH ORDINALITY x(operator, place)\n"
    "                    JOIN pg_catalog.pg_operator o ON o.oid = x.operator\n"
    "                    JOIN pg_catalog.pg_namespace os ON os.oid = o.oprnamespace\n"
    "                   ORDER BY x.place) END AS exclusion_operators,\n"
    "       k.condeferrable, k.condeferred\n" RELATIONS
    "  JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND NOT i.indisprimary\n"
    "  JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid\n"
    "  JOIN pg_catalog.pg_am am ON am.oid = ic.relam\n"
    "  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace\n"
    "  LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = i.indrelid AND k.conindid = i.indexrelid\n"
    "   AND k.contype = ANY (ARRAY['p', 'u', 'x'])\n" DESCRIPTION_OF("i.indexrelid", "pg_class")
    " CROSS JOIN LATERAL (\n"
    "       SELECT array_agg(coalesce(p.column_name, pg_catalog.pg_get_indexdef(i.indexrelid, p.place::int, true))\n"
    "                        ORDER BY p.place) AS elements,\n"
    "              array_agg(p.column_name ORDER BY p.place) AS column_names,\n"
    "              array_agg(p.operator ORDER BY p.place) AS operators\n"
    "         FROM (SELECT m.place,\n"
    "                      CASE WHEN m.number <> 0 THEN\n"
    "                           (SELECT a.attname::text FROM pg_catalog.pg_attribute a\n"
    "                             WHERE a.attrelid = i.indrelid AND a.attnum = m.number) END AS column_name,\n"
    "                      (SELECT oc.opcname::text FROM pg_catalog.pg_opclass oc\n"
    "                        WHERE oc.oid = i.indclass[m.place - 1] AND NOT oc.opcdefault) AS operator\n"
    "                 FROM unnest(i.indkey::int2[]) WITH ORDINALITY m(number, place)) p) e\n" ASKED_FOR " ORDER BY c.oid, ic.relname";

/* clang-format on */

/* --- versions ----------------------------------------------------------------------------------------------- */

Str *postgres_sql_for(const char *sql, int version)
{
    Buf out = {0};
    for (const char *open; (open = strchr(sql, '{')); sql = strchr(open, '}') + 1) {
        char *colon;
        bool is_new = version >= strtol(open + 1, &colon, 10) * 10000;
        const char *bar = strchr(colon, '|'), *close = strchr(bar, '}');
        buf_bytes(&out, sql, (size_t)(open - sql));
        if (is_new)
            buf_bytes(&out, colon + 1, (size_t)(bar - colon - 1));
        else
            buf_bytes(&out, bar + 1, (size_t)(close - bar - 1));
    }
    buf_text(&out, sql);
    return buf_str(&out);
}
