/* reflect.c -- passes questions on to the reader of the connection's database, and keeps what was
 * asked once. */
#include "reflect/reflect.h"
#include "reflect/inside.h"

static const Reader *reader_of(const Reflection *r)
{
    return strcmp(r->db->driver->name, "sqlite") == 0 ? &sqlite_reader : &postgres_reader;
}

Reflection *reflection_new(Connection *db)
{
    Reflection *r = new (Reflection);
    r->db = db;
    return r;
}

Str *reflect_default_schema(Reflection *r)
{
    if (!r->default_schema)
        r->default_schema = reader_of(r)->default_schema(r);
    return r->default_schema;
}

StrVec reflect_schema_names(Reflection *r)
{
    return reader_of(r)->schema_names(r);
}

StrVec reflect_relation_names(Reflection *r, Str *schema, RelationKind kinds)
{
    return reader_of(r)->relation_names(r, schema, kinds);
}

StrVec reflect_sequence_names(Reflection *r, Str *schema)
{
    return reader_of(r)->sequence_names(r, schema);
}

static bool is_among(const StrVec *names, const Str *name)
{
    for (size_t i = 0; i < names->length; i++)
        if (str_equal(names->at[i], name))
            return true;
    return false;
}

bool reflect_has_relation(Reflection *r, Str *schema, Str *name, RelationKind kinds)
{
    return reader_of(r)->has_relation(r, schema, name, kinds);
}

bool reflect_has_sequence(Reflection *r, Str *schema, Str *name)
{
    StrVec names = reflect_sequence_names(r, schema);
    return is_among(&names, name);
}

bool reflect_has_schema(Reflection *r, Str *name)
{
    StrVec names = reflect_schema_names(r);
    return is_among(&names, name);
}

bool reflect_has_type(Reflection *r, Str *schema, Str *name)
{
    return reader_of(r)->has_type(r, schema, name);
}

Str *reflect_view_definition(Reflection *r, Str *schema, Str *name)
{
    return reader_of(r)->view_definition(r, schema, name);
}

static ReflectedObjectVec objects_of(Reflection *r, Str *schema, const char *type, Str *table)
{
    const Reader *reader = reader_of(r);
    return reader->objects ? reader->objects(r, schema, type, table) : (ReflectedObjectVec){0};
}

ReflectedObjectVec reflect_triggers(Reflection *r, Str *schema, Str *table)
{
    return objects_of(r, schema, "trigger", table);
}

ReflectedObjectVec reflect_views(Reflection *r, Str *schema)
{
    return objects_of(r, schema, "view", NULL);
}

ReflectedEnumVec reflect_enums(Reflection *r, Str *schema)
{
    return reader_of(r)->enums(r, schema);
}

ReflectedDomainVec reflect_domains(Reflection *r, Str *schema)
{
    return reader_of(r)->domains ? reader_of(r)->domains(r, schema) : (ReflectedDomainVec){0};
}

Str *reflect_key(const Str *schema, const Str *name)
{
    return schema ? str_format("%s.%s", schema->text, name->text)
                  : str_new(name->text, name->length);
}

void reflect_put_table(Reflection *r, ReflectedTable *table, const Str *schema)
{
    map_put(&r->tables, reflect_key(schema, table->name), table);
}

static bool is_loaded(const Reflection *r, const Str *schema)
{
    return map_has(&r->loaded, schema ? schema : str_empty);
}

ReflectedTable *reflect_table(Reflection *r, Str *schema, Str *name)
{
    Str *key = reflect_key(schema, name);
    if (!map_has(&r->tables, key) && !is_loaded(r, schema))
        reader_of(r)->load(r, schema, name, REFLECT_ALL);
    return map_find(&r->tables, key);
}

ReflectedTable *reflect_table_parts(Reflection *r, Str *schema, Str *name, unsigned parts)
{
    Str *key = reflect_key(schema, name);
    if (is_loaded(r, schema))
        return map_find(&r->tables, key);
    reader_of(r)->load(r, schema, name, parts);
    ReflectedTable *table = map_find(&r->tables, key);
    map_remove(&r->tables, key);
    return table;
}

void reflect_load_schema(Reflection *r, Str *schema)
{
    if (is_loaded(r, schema))
        return;
    reader_of(r)->load(r, schema, NULL, REFLECT_ALL);
    map_put(&r->loaded, schema ? schema : str_empty, r);
}

/* --- results ---------------------------------------------------------------------------------- */

Result *reflect_query(Reflection *r, const char *sql, size_t count, Str *const *params)
{
    Cell cells[8];
    BUG_UNLESS(count <= COUNT_OF(cells));
    for (size_t i = 0; i < count; i++)
        cells[i] = params[i] ? cell_text(params[i]) : cell_null();
    return db_execute(r->db, str_from(sql), cells, NULL, count);
}

static Cell cell_named(const Result *result, size_t row, const char *column)
{
    ptrdiff_t at = result_column_find(result, column);
    if (at < 0)
        BUG(column);
    return result_cell(result, row, (size_t)at);
}

static Str *cell_as_text(const Cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL:
        return NULL;
    case CELL_BOOL:
        return str_from(cell->boolean ? "t" : "f");
    case CELL_INT64:
        return str_format("%lld", (long long)cell->integer);
    case CELL_DOUBLE:
        return str_format("%g", cell->real);
    case CELL_BYTES:
        return str_new(cell->bytes.data, cell->bytes.length);
    default:
        return cell->text;
    }
}

Str *reflect_text(const Result *result, size_t row, const char *column)
{
    Cell cell = cell_named(result, row, column);
    return cell_as_text(&cell);
}

int64_t reflect_int(const Result *result, size_t row, const char *column)
{
    Cell cell = cell_named(result, row, column);
    return cell.kind == CELL_INT64 ? cell.integer : 0;
}

bool reflect_bool(const Result *result, size_t row, const char *column)
{
    Cell cell = cell_named(result, row, column);
    return cell.kind == CELL_BOOL ? cell.boolean : cell.kind == CELL_INT64 && cell.integer != 0;
}

StrVec reflect_texts(const Result *result, size_t row, const char *column)
{
    Cell cell = cell_named(result, row, column);
    StrVec texts = {0};
    CellVec items = cell.kind == CELL_ARRAY ? cell_array(&cell) : (CellVec){0};
    for (size_t i = 0; i < items.length; i++)
        vec_push(&texts, cell_as_text(&items.at[i]));
    return texts;
}

StrVec reflect_names(const Result *result)
{
    StrVec names = {0};
    for (size_t row = 0; row < result->row_count; row++) {
        Cell cell = result_cell(result, row, 0);
        vec_push(&names, cell_as_text(&cell));
    }
    return names;
}
