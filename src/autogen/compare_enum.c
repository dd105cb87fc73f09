/* compare_enum.c -- enum types of the database against those of the models: created before the columns that need them,
 * altered when their members differ, dropped with the last table that used them, and all of it undone by the downgrade.
 * Alembic compares names only, and leaves types behind.
 *
 * CREATE TABLE and the Enum types in it look after themselves on the way up; what is written here is the rest. Members
 * that are only added are added in place; anything else makes the type again, with every column that has it, and
 * fails on the server when rows still hold a member that goes. */
#include "autogen/inside.h"

typedef struct EnumUse {
    const Table *table;
    const Column *column;
} EnumUse;

/* One type, on either side or on both. */
typedef struct EnumEntry {
    Str *text;                    /* its name as SQL                                          */
    const Type *wanted;           /* NULL: no model has it                                     */
    const ReflectedEnum *present; /* NULL: the database has not                                */
    bool is_used[TABLE_STATES];   /* by tables in that state                                   */
    VEC(EnumUse) columns;         /* of the database's tables                                  */
} EnumEntry;

struct EnumSides {
    AutogenContext *context;
    VEC(EnumEntry *) entries;
    Map by_text;
};

/* --- gathering ---------------------------------------------------------------------------------------- */

/* The native enum a column holds, alone or in an array; NULL for other types. */
static const Type *enum_of(const Column *column)
{
    const Type *type = type_for_dialect(column_type(column), postgres_dialect.name);
    if (type_is(type, TYPE_ARRAY))
        type = type_for_dialect(type->item_type, postgres_dialect.name);
    bool native = type_is(type, TYPE_Enum) && type->native_enum && type->name;
    return native && (type->create_type || !type_is(type, TYPE_PG_ENUM)) ? type : NULL;
}

static Str *schema_of(const struct EnumSides *sides, const Type *type, const Table *table)
{
    Str *schema = type->schema;
    if (!schema && type->inherit_schema)
        schema = table_schema(table);
    if (!schema && type->metadata)
        schema = type->metadata->schema;
    return schema && str_equal(schema, reflect_default_schema(sides->context->reflection)) ? NULL : schema;
}

static EnumEntry *entry_for(struct EnumSides *sides, Str *text)
{
    EnumEntry *entry = map_find(&sides->by_text, text);
    if (entry)
        return entry;
    entry = new (EnumEntry);
    entry->text = text;
    map_put(&sides->by_text, text, entry);
    vec_push(&sides->entries, entry);
    return entry;
}

static void note_present(struct EnumSides *sides)
{
    ReflectedEnumVec all = reflect_enums(sides->context->reflection, str_from("*"));
    for (size_t i = 0; i < all.length; i++) {
        Str *schema = all.at[i]->visible ? NULL : all.at[i]->schema;
        entry_for(sides, sql_qualified_text(&postgres_dialect, schema, all.at[i]->name))->present = all.at[i];
    }
}

/* alembic_postgresql_enum was imported: types are its business then. */
static bool are_left_to_others(void)
{
    return is_set(dict_find_text(import_modules(), "alembic_postgresql_enum"));
}

struct EnumSides *enums_new(AutogenContext *context)
{
    if (context->setup.compat || are_left_to_others() || !dialect_has(context->setup.dialect, FEATURE_ENUM_TYPES))
        return NULL;
    struct EnumSides *sides = new (struct EnumSides);
    sides->context = context;
    note_present(sides);
    return sides;
}

void enums_note(struct EnumSides *sides, const Table *table, TableState state)
{
    for (size_t i = 0; sides && i < table->columns.length; i++) {
        const Column *column = table->columns.at[i];
        const Type *type = enum_of(column);
        if (!type)
            continue;
        Str *schema = schema_of(sides, type, table);
        EnumEntry *entry = entry_for(sides, sql_qualified_text(&postgres_dialect, schema, type->name));
        entry->is_used[state] = true;
        if (state == TABLE_ADDED || state == TABLE_WANTED)
            entry->wanted = type;
        if (state == TABLE_PRESENT || state == TABLE_REMOVED)
            vec_push(&entry->columns, ((EnumUse){table, column}));
    }
}

/* --- statements --------------------------------------------------------------------------------------- */

static const char *label_text(Str *label)
{
    return sql_literal_text(&postgres_dialect, STR(label), type_new(TYPE_String))->text;
}

static Str *labels_text(const StrVec *labels)
{
    ArgumentList list = {0};
    for (size_t i = 0; i < labels->length; i++)
        argument_add(&list, label_text(labels->at[i]));
    return argument_text(&list);
}

static void add_create(OpContainer *container, const EnumEntry *entry, const StrVec *labels)
{
    add_execute(container, str_format("CREATE TYPE %s AS ENUM (%s)", entry->text->text, labels_text(labels)->text));
}

static void add_drop(OpContainer *container, const EnumEntry *entry)
{
    add_execute(container, str_format("DROP TYPE %s", entry->text->text));
}

static bool has_label(const StrVec *labels, const Str *label)
{
    for (size_t i = 0; i < labels->length; i++)
        if (str_equal(labels->at[i], label))
            return true;
    return false;
}

/* Whether the old members are all there, in their order. */
static bool only_adds(const StrVec *old, const StrVec *labels)
{
    size_t found = 0;
    for (size_t i = 0; i < labels->length; i++)
        found += found < old->length && str_equal(old->at[found], labels->at[i]);
    return found == old->length;
}

static void add_values(OpContainer *container, const EnumEntry *entry, const StrVec *old, const StrVec *labels)
{
    for (size_t i = 0; i < labels->length; i++) {
        if (has_label(old, labels->at[i]))
            continue;
        Str *place = i          ? str_format(" AFTER %s", label_text(labels->at[i - 1]))
                     : old->length ? str_format(" BEFORE %s", label_text(old->at[0]))
                                   : str_empty;
        add_execute(container, str_format("ALTER TYPE %s ADD VALUE %s%s", entry->text->text, label_text(labels->at[i]),
                                          place->text));
    }
}

/* A default that names a member which goes cannot come back. */
static bool keeps_default(const Str *text, const StrVec *labels)
{
    for (size_t i = 0; i < labels->length; i++)
        if (str_starts_with(text, label_text(labels->at[i])))
            return true;
    return text->text[0] != '\'';
}

/* The column takes the type that now has this name, value by value through text. */
static void add_retype(OpContainer *container, const EnumEntry *entry, const EnumUse *use, const StrVec *labels)
{
    const Table *table = use->table;
    Str *where = str_format("ALTER TABLE %s ALTER COLUMN %s",
                            sql_qualified_text(&postgres_dialect, table_schema(table), table_name(table))->text,
                            sql_name_text(&postgres_dialect, column_name(use->column), TRI_UNSET)->text);
    Str *column = sql_name_text(&postgres_dialect, column_name(use->column), TRI_UNSET);
    const char *array = type_is(column_type(use->column), TYPE_ARRAY) ? "[]" : "";
    Str *given = sql_default_text(&postgres_dialect, use->column);
    if (given)
        add_execute(container, str_format("%s DROP DEFAULT", where->text));
    add_execute(container, str_format("%s TYPE %s%s USING %s::text%s::%s%s", where->text, entry->text->text, array,
                                      column->text, array, entry->text->text, array));
    if (given && keeps_default(given, labels))
        add_execute(container, str_format("%s SET DEFAULT %s", where->text, given->text));
}

static void add_remake(OpContainer *container, const EnumEntry *entry, const StrVec *labels)
{
    Str *old = str_format("%s__old", entry->present->name->text);
    Str *schema = entry->present->visible ? NULL : entry->present->schema;
    add_execute(container, str_format("ALTER TYPE %s RENAME TO %s", entry->text->text,
                                      sql_name_text(&postgres_dialect, old, TRI_UNSET)->text));
    add_create(container, entry, labels);
    for (size_t i = 0; i < entry->columns.length; i++)
        add_retype(container, entry, &entry->columns.at[i], labels);
    add_execute(container,
                str_format("DROP TYPE %s", sql_qualified_text(&postgres_dialect, schema, old)->text));
}

static void add_change(OpContainer *container, const EnumEntry *entry, const StrVec *old, const StrVec *labels)
{
    if (only_adds(old, labels))
        add_values(container, entry, old, labels);
    else
        add_remake(container, entry, labels);
}

/* --- the comparison ----------------------------------------------------------------------------------- */

static bool is_new(const EnumEntry *entry)
{
    return entry->wanted && !entry->present;
}

static bool same_labels(const StrVec *a, const StrVec *b)
{
    for (size_t i = 0; i < a->length && a->length == b->length; i++)
        if (!str_equal(a->at[i], b->at[i]))
            return false;
    return a->length == b->length;
}

static void change_type(Comparison *c, const EnumEntry *entry)
{
    const StrVec *old = &entry->present->labels, *labels = &entry->wanted->labels;
    if (same_labels(old, labels))
        return;
    OpContainer *container = undoable(c->ops), undo = undo_of(container);
    add_change(container, entry, old, labels);
    add_change(&undo, entry, labels, old);
    log_found("types", "Detected changed members of enum type %s: (%s) to (%s)", name_repr(entry->text),
              labels_text(old)->text, labels_text(labels)->text);
}

/* Members change while the tables that go are still there and those that come are not: neither must hold the type when
 * it is made again. CREATE TABLE creates a new type, and DROP TABLE leaves it: the downgrade drops it, last of all. */
void enums_before_tables(Comparison *c, const struct EnumSides *sides)
{
    for (size_t i = 0; sides && i < sides->entries.length; i++) {
        const EnumEntry *entry = sides->entries.at[i];
        if (entry->wanted && entry->present)
            change_type(c, entry);
        if (!is_new(entry) || !entry->is_used[TABLE_ADDED])
            continue;
        OpContainer undo = undo_of(undoable(c->ops));
        add_drop(&undo, entry);
    }
}

static void create_type(Comparison *c, const EnumEntry *entry)
{
    OpContainer *container = undoable(c->ops), undo = undo_of(container);
    add_create(container, entry, &entry->wanted->labels);
    add_drop(&undo, entry);
    log_found("types", "Detected added enum type %s", name_repr(entry->text));
}

void enums_before_columns(Comparison *c, const struct EnumSides *sides)
{
    for (size_t i = 0; sides && i < sides->entries.length; i++) {
        const EnumEntry *entry = sides->entries.at[i];
        if (is_new(entry) && !entry->is_used[TABLE_ADDED])
            create_type(c, entry);
    }
}

/* --- types in CREATE TABLE ---------------------------------------------------------------------------- */

/* The column with its type as one that is there already. */
static Column *with_existing_type(const Column *column)
{
    Column *copy = column_copy(column);
    Type *type = column_type(copy), *item = type_is(type, TYPE_ARRAY) ? type->item_type : type;
    Type *made = type_new(TYPE_PG_ENUM);
    made->name = item->name;
    made->name_given = true;
    made->schema = item->schema;
    made->labels = item->labels;
    made->native_enum = true;
    made->create_type = false;
    made->length = item->length;
    copy->clause.column_element.type = made;
    if (type_is(type, TYPE_ARRAY)) {
        Type *array = type_new(TYPE_PG_ARRAY);
        array->item_type = made;
        array->dimensions = type->dimensions;
        copy->clause.column_element.type = array;
    }
    return copy;
}

/* CREATE TABLE makes the enum types of its columns; those that are there (or another table of the file makes) are named
 * with create_type=False, which Alembic leaves to the reader. exists: types known so far, added to. */
static void settle_types(const struct EnumSides *sides, List *items, const Table *table, Map *exists)
{
    VEC(EnumEntry *) made = {0}; /* once by the table itself, however many columns have it */
    for (size_t i = 0; i < items->length; i++) {
        const Column *column = as(Column, items->at[i]);
        const Type *type = column ? enum_of(column) : NULL;
        if (!type)
            continue;
        Str *text = sql_qualified_text(&postgres_dialect, schema_of(sides, type, table), type->name);
        EnumEntry *entry = map_find(&sides->by_text, text);
        if (map_has(exists, text))
            items->at[i] = OBJ(with_existing_type(column));
        else if (entry)
            vec_push(&made, entry);
    }
    for (size_t i = 0; i < made.length; i++)
        map_put(exists, made.at[i]->text, made.at[i]);
}

void enums_settle_added(const struct EnumSides *sides, OpContainer *upgrade, size_t from)
{
    Map exists = {0};
    for (size_t i = 0; sides && i < sides->entries.length; i++)
        if (sides->entries.at[i]->present)
            map_put(&exists, sides->entries.at[i]->text, sides->entries.at[i]);
    for (size_t i = from; sides && i < upgrade->ops->length; i++) {
        MigrateOperation *op = as(MigrateOperation, upgrade->ops->at[i]);
        if (op && op->kind == OP_CREATE_TABLE && op->source)
            settle_types(sides, op->columns, as(Table, OBJ(op->source)), &exists);
    }
}

/* The downgrade creates them again last first; types that stay are there. */
void enums_settle_removed(const struct EnumSides *sides, OpContainer *upgrade, size_t from)
{
    Map exists = {0};
    for (size_t i = 0; sides && i < sides->entries.length; i++)
        if (sides->entries.at[i]->wanted || sides->entries.at[i]->is_used[TABLE_PRESENT])
            map_put(&exists, sides->entries.at[i]->text, sides->entries.at[i]);
    for (size_t i = sides ? upgrade->ops->length : 0; i-- > from;) {
        const MigrateOperation *op = as(MigrateOperation, upgrade->ops->at[i]);
        MigrateOperation *back = op && op->kind == OP_DROP_TABLE ? op->reverse : NULL;
        if (back && back->source)
            settle_types(sides, back->columns, as(Table, OBJ(back->source)), &exists);
    }
}

/* A type goes when what used it goes. CREATE TABLE brings it back; a column does not. */
void enums_after_columns(Comparison *c, const struct EnumSides *sides)
{
    for (size_t i = 0; sides && i < sides->entries.length; i++) {
        const EnumEntry *entry = sides->entries.at[i];
        if (entry->wanted || !entry->present || !(entry->is_used[TABLE_REMOVED] || entry->is_used[TABLE_PRESENT]))
            continue;
        OpContainer *container = undoable(c->ops), undo = undo_of(container);
        add_drop(container, entry);
        if (!entry->is_used[TABLE_REMOVED])
            add_create(&undo, entry, &entry->present->labels);
        log_found("types", "Detected removed enum type %s", name_repr(entry->text));
    }
}
