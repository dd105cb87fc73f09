/* renamed.c -- a table of the catalog as it is when some of its columns have other names: in keys, in
 * indexes, and in the SQL of CHECKs, computed columns, indexes and partitioning. */
#include "reflect/reflect.h"

typedef struct Renaming {
    SqlFlavor flavor;
    const Map *names, *spelled;
} Renaming;

#define COPY_OF(record) memcpy(mem_alloc(sizeof *(record)), record, sizeof *(record))

static Str *renamed_name(const Renaming *r, Str *name)
{
    Str *to = name ? map_find(r->names, name) : NULL;
    return to ? to : name;
}

static Str *renamed_sql(const Renaming *r, Str *sql)
{
    return sql ? sql_rename_columns(r->flavor, sql, r->spelled) : NULL;
}

typedef Str *(*RenameText)(const Renaming *r, Str *text);

static StrVec renamed_all(const Renaming *r, const StrVec *texts, RenameText rename)
{
    StrVec all = {0};
    for (size_t i = 0; i < texts->length; i++)
        vec_push(&all, rename(r, texts->at[i]));
    return all;
}

static ReflectedColumn *renamed_column(const Renaming *r, const ReflectedColumn *column)
{
    ReflectedColumn *copy = COPY_OF(column);
    copy->name = renamed_name(r, column->name);
    copy->computed = renamed_sql(r, column->computed);
    return copy;
}

static ReflectedKey *renamed_key(const Renaming *r, const ReflectedKey *key)
{
    ReflectedKey *copy = COPY_OF(key);
    copy->columns = renamed_all(r, &key->columns, renamed_name);
    copy->include = renamed_all(r, &key->include, renamed_name);
    return copy;
}

/* What it refers to may be renamed too, for another reason: that is the caller's to know. */
static ReflectedForeignKey *renamed_foreign_key(const Renaming *r, const ReflectedForeignKey *key)
{
    ReflectedForeignKey *copy = COPY_OF(key);
    copy->columns = renamed_all(r, &key->columns, renamed_name);
    return copy;
}

static ReflectedCheck *renamed_check(const Renaming *r, const ReflectedCheck *check)
{
    ReflectedCheck *copy = COPY_OF(check);
    copy->sqltext = renamed_sql(r, check->sqltext);
    return copy;
}

static ReflectedIndex *renamed_index(const Renaming *r, const ReflectedIndex *index)
{
    ReflectedIndex *copy = COPY_OF(index);
    copy->columns = renamed_all(r, &index->columns, renamed_name);
    copy->include = renamed_all(r, &index->include, renamed_name);
    copy->expressions = renamed_all(r, &index->expressions, renamed_sql);
    copy->items = renamed_all(r, &index->items, renamed_sql);
    copy->where = renamed_sql(r, index->where);
    copy->definition = renamed_sql(r, index->definition);
    return copy;
}

static ReflectedExclusion *renamed_exclusion(const Renaming *r, const ReflectedExclusion *exclusion)
{
    ReflectedExclusion *copy = COPY_OF(exclusion);
    copy->index = renamed_index(r, exclusion->index);
    copy->definition = renamed_sql(r, exclusion->definition);
    return copy;
}

/* The records of one kind, each a renamed copy. */
#define RENAME_PARTS(copy, table, parts, rename, r)                                                \
    do {                                                                                           \
        memset(&(copy)->parts, 0, sizeof(copy)->parts);                                            \
        for (size_t part = 0; part < (table)->parts.length; part++)                                \
            vec_push(&(copy)->parts, rename(r, (table)->parts.at[part]));                          \
    } while (0)

ReflectedTable *reflected_table_renamed(const ReflectedTable *table, SqlFlavor flavor,
                                        const Map *names, const Map *spelled)
{
    const Renaming renaming = {flavor, names, spelled}, *r = &renaming;
    ReflectedTable *copy = COPY_OF(table);
    copy->new_names = *names;
    copy->primary_key = table->primary_key ? renamed_key(r, table->primary_key) : NULL;
    copy->partition_by = renamed_sql(r, table->partition_by);
    RENAME_PARTS(copy, table, columns, renamed_column, r);
    RENAME_PARTS(copy, table, uniques, renamed_key, r);
    RENAME_PARTS(copy, table, foreign_keys, renamed_foreign_key, r);
    RENAME_PARTS(copy, table, checks, renamed_check, r);
    RENAME_PARTS(copy, table, indexes, renamed_index, r);
    RENAME_PARTS(copy, table, expression_indexes, renamed_index, r);
    RENAME_PARTS(copy, table, exclusions, renamed_exclusion, r);
    return copy;
}
