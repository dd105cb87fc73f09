/* inside.h -- shared by the files of reflect/: one reader per database, and small helpers over
 * results. */
#ifndef RETORT_REFLECT_INSIDE_H
#define RETORT_REFLECT_INSIDE_H

#include "reflect/reflect.h"

/* One database; the functions of reflect.h pass through to these. schema may be NULL. */
typedef struct Reader {
    Str *(*default_schema)(Reflection *r);
    StrVec (*schema_names)(Reflection *r);
    StrVec (*relation_names)(Reflection *r, Str *schema, RelationKind kinds);
    StrVec (*sequence_names)(Reflection *r, Str *schema);
    bool (*has_relation)(Reflection *r, Str *schema, Str *name, RelationKind kinds);
    bool (*has_type)(Reflection *r, Str *schema, Str *name);
    Str *(*view_definition)(Reflection *r, Str *schema, Str *name);
    ReflectedEnumVec (*enums)(Reflection *r, Str *schema);
    ReflectedDomainVec (*domains)(Reflection *r, Str *schema); /* NULL: there are none */
    /* type is "trigger" or "view"; NULL where the copy of a table needs neither */
    ReflectedObjectVec (*objects)(Reflection *r, Str *schema, const char *type, Str *table);
    /* Puts the table of that name, or with NULL all of the schema, into r->tables. */
    void (*load)(Reflection *r, Str *schema, Str *name, unsigned parts);
} Reader;
extern const Reader postgres_reader, sqlite_reader;

/* The result of SQL with text parameters ($1 ... or ?). */
Result *reflect_query(Reflection *r, const char *sql, size_t count, Str *const *params);
/* A cell as text; NULL for NULL. */
Str *reflect_text(const Result *result, size_t row, const char *column);
int64_t reflect_int(const Result *result, size_t row, const char *column);
bool reflect_bool(const Result *result, size_t row, const char *column);
/* The items of an array cell as texts; NULL items stay NULL. */
StrVec reflect_texts(const Result *result, size_t row, const char *column);
/* The first column of every row. */
StrVec reflect_names(const Result *result);

/* The key of a table in r->tables. */
Str *reflect_key(const Str *schema, const Str *name);
void reflect_put_table(Reflection *r, ReflectedTable *table, const Str *schema);

/* postgres_types.c, sqlite_types.c: the type a server's text stands for. collation may be NULL. */
Type *postgres_type_from(Reflection *r, const Str *text, Str *collation);
Type *sqlite_type_from(const Str *text);

/* postgres_text.c: what stands in pg_get_indexdef() behind the name of the table, "UNIQUE " in front where it is; as
 * POSTGRES_INDEX_DEFINITION has it. */
Str *postgres_index_tail(const Str *definition);

#endif
