/* foreign_key.c -- ForeignKey("other.id") on a column, and finding what it refers to. */
#include "schema/schema.h"

#define FOREIGN_KEY_INIT(P)                                                                        \
    P(POS, any, column, Required)                                                                  \
    P(POS, any, _constraint, None)                                                                 \
    P(POS, bool, use_alter, False)                                                                 \
    P(POS, any, name, None)                                                                        \
    P(POS, str, onupdate, None)                                                                    \
    P(POS, str, ondelete, None)                                                                    \
    P(POS, any, deferrable, None)                                                                  \
    P(POS, str, initially, None)                                                                   \
    P(POS, bool, link_to_name, False)                                                              \
    P(POS, str, match, None)                                                                       \
    P(POS, dict, info, None)                                                                       \
    P(POS, str, comment, None)                                                                     \
    P(KEY, any, _unresolvable, Unset)                                                              \
    P(KWREST, dict, options, Empty)
/* A Column, what stands for one (an attribute of a mapped class), or an object that has one. */
static Column *column_of(Value v)
{
    ClauseElement *element = element_find(v);
    return as(Column, element ? OBJ(element) : value_find_attr_text(v, "column"));
}

NATIVE(ForeignKey, init, FOREIGN_KEY_INIT)
{
    if (value_is_opaque(a->column))
        opaque_raise(a->column);
    Column *column = value_find_str(a->column) ? NULL : column_of(a->column);
    self->target = column ? OBJ(column) : STR(value_find_str(a->column));
    if (is_none(self->target))
        raise_exception(&ArgumentError_class,
                        "String column name or column element for FOREIGN KEY constraint expected, "
                        "got %s.",
                        value_repr(a->column)->text);
    self->name = name_from(a->name, NULL, &self->name_source);
    self->use_alter = a->use_alter;
    self->onupdate = a->onupdate;
    self->ondelete = a->ondelete;
    self->deferrable =
        is_absent(a->deferrable) ? TRI_UNSET : value_truth(a->deferrable) ? TRI_TRUE : TRI_FALSE;
    self->initially = a->initially;
    self->link_to_name = a->link_to_name;
    self->match = a->match;
    self->info = a->info;
    self->comment = a->comment;
    self->options = dialect_options(&ForeignKey_class, a->options);
    return OBJ(self);
}

/* "a.b.c" -> schema "a", table "b", column "c"; "t" alone is a table whose column has the same name. */
static void split_target(const Str *spec, Str **schema, Str **table, Str **column)
{
    const char *last = strrchr(spec->text, '.');
    *schema = NULL;
    *column = NULL;
    if (!last) {
        *table = str_from(spec->text);
        return;
    }
    *column = str_from(last + 1);
    Str *rest = str_new(spec->text, (size_t)(last - spec->text));
    const char *dot = strrchr(rest->text, '.');
    *table = str_from(dot ? dot + 1 : rest->text);
    if (dot)
        *schema = str_new(rest->text, (size_t)(dot - rest->text));
}

/* A target without schema means the metadata's own schema when it has one. */
void foreign_key_target(const ForeignKey *key, Str **schema, Str **table, Str **column)
{
    const Column *target = as(Column, key->target);
    if (target && target->clause.table) {
        *schema = table_schema(column_table(target));
        *table = table_name(column_table(target));
        *column = column_name(target);
        return;
    }
    if (!is_str(key->target))
        raise_exception(&InvalidRequestError_class,
                        "ForeignKey refers to a Column that is not part of a table yet");
    split_target(key->target.str, schema, table, column);
    if (!*column && key->parent)
        *column = key->parent->clause.key;
    const Table *owner = key->parent ? column_table(key->parent) : NULL;
    if (!*schema && owner && owner->metadata)
        *schema = owner->metadata->schema;
}

Column *foreign_key_find_column(ForeignKey *key)
{
    if (key->column)
        return key->column;
    if (as(Column, key->target))
        return key->column = as(Column, key->target);
    const Table *owner = key->parent ? column_table(key->parent) : NULL;
    if (!owner || !owner->metadata)
        return NULL;
    Str *schema, *table, *column;
    foreign_key_target(key, &schema, &table, &column);
    Table *referred = metadata_find_table(owner->metadata, table, schema);
    if (referred && column)
        key->column = table_find_column(referred, column);
    return key->column;
}

enum { MAX_REFERENCES = 16 }; /* two columns may refer to each other */

Type *column_find_referred_type(const Column *column)
{
    Column *start = (Column *)(uintptr_t)column, *at = start;
    Type *type = at->clause.column_element.type;
    if (is_set(type->impl)) /* a type of a module that is not available is no missing type */
        return type;
    for (int i = 0; i < MAX_REFERENCES && type->obj.class == &NullType_class && at->foreign_keys.length; i++) {
        at = foreign_key_find_column(at->foreign_keys.at[0]);
        if (!at)
            break;
        type = at->clause.column_element.type;
    }
    if (type->obj.class != &NullType_class)
        start->clause.column_element.type = type;
    return type;
}

static Str *key_text(const Str *schema, const Str *table)
{
    return schema ? str_format("%s.%s", schema->text, table->text) : str_from(table->text);
}

NATIVE0(ForeignKey, column)
{
    Column *column = foreign_key_find_column(self);
    if (column)
        return OBJ(column);
    Str *schema, *table, *name;
    foreign_key_target(self, &schema, &table, &name);
    const Table *owner = self->parent ? column_table(self->parent) : NULL;
    if (!owner)
        raise_exception(&InvalidRequestError_class,
                        "this ForeignKey object does not yet have a parent Column associated with it.");
    Str *parent = str_format("%s.%s", owner->key->text, column_name(self->parent)->text);
    if (metadata_find_table(owner->metadata, table, schema))
        raise_exception(&NoReferencedColumnError_class,
                        "Could not initialize target column for ForeignKey '%s' on table '%s': table "
                        "'%s' has no column named '%s'",
                        value_str(self->target)->text, owner->key->text, table->text, name->text);
    raise_exception(&NoReferencedTableError_class,
                    "Foreign key associated with column '%s' could not find table '%s' with which to "
                    "generate a foreign key to target column '%s'",
                    parent->text, key_text(schema, table)->text, name->text);
}

NATIVE0(ForeignKey, target_fullname)
{
    Str *schema, *table, *column;
    foreign_key_target(self, &schema, &table, &column);
    return STR(str_format("%s.%s", key_text(schema, table)->text, column->text));
}

#define FOREIGN_KEY_REFERENCES(P) P(POS, any, table, Required)
NATIVE(ForeignKey, references, FOREIGN_KEY_REFERENCES)
{
    Column *column = foreign_key_find_column(self);
    return BOOL(column && OBJ(column_table(column)).obj == a->table.obj);
}

static Str *foreign_key_repr(Value self)
{
    Value full = call_method(self, "_get_colspec", 0, NULL);
    return str_format("ForeignKey(%s)", value_repr(full)->text);
}

static const Field foreign_key_fields[] = {
    FIELD(ForeignKey, obj, parent, READONLY),    FIELD(ForeignKey, obj, constraint, READONLY),
    FIELD(ForeignKey, str, name, MUTABLE),       FIELD(ForeignKey, str, ondelete, MUTABLE),
    FIELD(ForeignKey, str, onupdate, MUTABLE),   FIELD(ForeignKey, str, match, MUTABLE),
    FIELD(ForeignKey, str, initially, MUTABLE),  FIELD(ForeignKey, bool, use_alter, MUTABLE),
    FIELD_AS("_colspec", ForeignKey, any, target, READONLY),
    FIELD_AS("dialect_kwargs", ForeignKey, obj, options, READONLY),
    {0},
};
SCHEMA_ITEM_INFO(ForeignKey)

static const Method foreign_key_methods[] = {
    PROPERTY_SET(ForeignKey, info, set_info),
    PROPERTY(ForeignKey, column),
    PROPERTY(ForeignKey, target_fullname),
    METHOD_AS("_get_colspec", ForeignKey, target_fullname),
    METHOD(ForeignKey, references),
    {0},
};
const Class ForeignKey_class = {
    CLASS(ForeignKey, "sqlalchemy.sql.schema", object),
    .init = INIT(ForeignKey),
    .fields = foreign_key_fields,
    .methods = foreign_key_methods,
    .repr = foreign_key_repr,
};
