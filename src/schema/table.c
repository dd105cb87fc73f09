/* table.c -- Table: columns, constraints and indexes under one name, entered in a MetaData. */
#include "schema/schema.h"

static TableReflector reflector; /* registered once at start by the floor that has connections */

void table_set_reflector(TableReflector given)
{
    reflector = given;
}

static Str *key_of(const Str *name, const Str *schema)
{
    return schema ? str_format("%s.%s", schema->text, name->text) : str_from(name->text);
}

Str *table_full_name(const Table *table)
{
    return key_of(table_name(table), table_schema(table));
}

static Table *table_allocate(const Class *class)
{
    Table *table = (Table *)object_allocate(class);
    table->clause.from.element.kind = EXPR_TABLE;
    table->clause.from.columns = obj_new(ColumnCollection);
    return table;
}

/* Every table has a primary key record, perhaps without columns. */
static void table_start(Table *table, MetaData *metadata, Str *name, Str *schema)
{
    table->metadata = metadata;
    table->clause.name = name;
    table->clause.schema = schema;
    table->key = key_of(name, schema);
    Constraint *key = constraint_new(CONSTRAINT_PRIMARY_KEY, NULL);
    key->implicit = true;
    table->primary_key = key;
    key->table = table;
    vec_push(&table->constraints, key);
}

Table *table_new(MetaData *metadata, Str *name, Str *schema)
{
    Table *table = table_allocate(&Table_class);
    table_start(table, metadata, name, schema);
    table->options = dict_new();
    return table;
}

/* --- attaching --------------------------------------------------------------------------------------- */

static AttachListener attach_listener;
static const char *const before_attach = "before_parent_attach", *const after_attach =
                                                                     "after_parent_attach";

void schema_set_attach_listener(AttachListener listener)
{
    attach_listener = listener;
}

static void tell(const char *event, Value target, Value parent)
{
    if (attach_listener)
        attach_listener(event, target, parent);
}

static void collection_put(ColumnCollection *columns, ColumnClause *column)
{
    vec_push(&columns->items, column);
    map_put(&columns->by_key, column->key, column);
}

Column *table_find_column(const Table *table, const Str *key)
{
    return map_find(&table->clause.from.columns->by_key, key);
}

static ptrdiff_t column_place(const ColumnVec *columns, const Column *column)
{
    for (size_t i = 0; i < columns->length; i++)
        if (columns->at[i] == column)
            return (ptrdiff_t)i;
    return -1;
}

static void attach_foreign_keys(Table *table, Column *column)
{
    for (size_t i = 0; i < column->foreign_keys.length; i++) {
        ForeignKey *key = column->foreign_keys.at[i];
        if (key->constraint)
            continue;
        Constraint *made = constraint_new(CONSTRAINT_FOREIGN_KEY, key->name);
        made->name_source = key->name_source;
        made->pos = column->pos;
        made->implicit = true;
        made->ondelete = key->ondelete;
        made->onupdate = key->onupdate;
        made->match = key->match;
        made->initially = key->initially;
        made->deferrable = key->deferrable;
        made->use_alter = key->use_alter;
        made->link_to_name = key->link_to_name;
        made->options = key->options;
        made->comment = key->comment;
        vec_push(&made->columns, column);
        vec_push(&made->elements, key);
        vec_push(&made->column_names, column->clause.key);
        key->constraint = made;
        table_add_constraint(table, made);
    }
}

/* Column(index=True), Column(unique=True) */
static void attach_implied(Table *table, Column *column)
{
    if (column->index == TRI_TRUE) {
        Index *index = index_new(NULL, NULL);
        index->implicit = true;
        index->unique = column->unique == TRI_TRUE;
        index->pos = column->pos;
        vec_push(&index->expressions, (ClauseElement *)column);
        table_add_index(table, index);
    } else if (column->unique == TRI_TRUE) {
        Constraint *unique = constraint_new(CONSTRAINT_UNIQUE, NULL);
        unique->implicit = true;
        unique->pos = column->pos;
        vec_push(&unique->columns, column);
        table_add_constraint(table, unique);
    }
}

static void require_name(const Table *table, const Column *column)
{
    if (!column_name(column))
        raise_exception(&ArgumentError_class,
                        "Column must be constructed with a non-blank name or assign a non-blank "
                        ".name before adding to a Table.");
    if (column->clause.table && column_table(column) != table)
        raise_exception(&ArgumentError_class, "Column object '%s' already assigned to Table '%s'",
                        column->clause.key->text, table_full_name(column_table(column))->text);
    if (map_has(&table->clause.from.columns->by_key, column->clause.key))
        raise_exception(&DuplicateColumnError_class,
                        "A column with name '%s' is already present in table '%s'.",
                        column->clause.key->text, table_name(table)->text);
}

/* The key every table has gets its columns one by one; the name that a convention gives it is made from all. */
static void add_key_column(Constraint *key, Column *column)
{
    vec_push(&key->columns, column);
    key->name = NULL;
    key->name_source = NAME_NONE;
    naming_apply_constraint(key);
}

void table_add_column(Table *table, Column *column)
{
    require_name(table, column);
    tell(before_attach, OBJ(column), OBJ(table));
    column->clause.table = &table->clause.from;
    collection_put(table->clause.from.columns, &column->clause);
    vec_push(&table->columns, column);
    if (column->primary_key && table->primary_key->implicit)
        add_key_column(table->primary_key, column);
    for (size_t i = 0; i < column->constraints.length; i++) { /* written with the column */
        column->constraints.at[i]->table = table;
        naming_apply_constraint(column->constraints.at[i]);
    }
    attach_implied(table, column);
    tell(after_attach, OBJ(column), OBJ(table));
    attach_foreign_keys(table, column);
    type_attach(column_type(column), column);
    Sequence *sequence = column->sequence;
    if (sequence && table->metadata && !sequence->metadata)
        sequence_join(sequence, table->metadata, false);
}

/* An explicit PrimaryKeyConstraint takes the place of the implicit one. */
static void take_primary_key(Table *table, Constraint *key)
{
    Constraint *old = table->primary_key;
    for (size_t i = 0; i < table->constraints.length; i++)
        if (table->constraints.at[i] == old) {
            vec_remove(&table->constraints, i);
            break;
        }
    if (key->columns.length == 0 && old)
        for (size_t i = 0; i < old->columns.length; i++)
            vec_push(&key->columns, old->columns.at[i]);
    for (size_t i = 0; i < key->columns.length; i++) {
        key->columns.at[i]->primary_key = true;
        if (!key->columns.at[i]->nullable_given)
            key->columns.at[i]->nullable = false;
    }
    table->primary_key = key;
}

void table_add_constraint(Table *table, Constraint *constraint)
{
    tell(before_attach, OBJ(constraint), OBJ(table));
    constraint->table = table;
    constraint_resolve_columns(constraint);
    if (constraint->kind == CONSTRAINT_PRIMARY_KEY)
        take_primary_key(table, constraint);
    naming_apply_constraint(constraint);
    vec_push(&table->constraints, constraint);
    tell(after_attach, OBJ(constraint), OBJ(table));
}

void table_add_index(Table *table, Index *index)
{
    if (index->table == table)
        return;
    if (index->table)
        raise_exception(&ArgumentError_class, "Index '%s' is against table '%s', and cannot be "
                                              "associated with table '%s'.",
                        index->name ? index->name->text : "None", table_name(index->table)->text,
                        table_name(table)->text);
    tell(before_attach, OBJ(index), OBJ(table));
    index->table = table;
    index_resolve_columns(index);
    naming_apply_index(index);
    vec_push(&table->indexes, index);
    tell(after_attach, OBJ(index), OBJ(table));
}

static void table_add_item(Table *table, Value item)
{
    if (as(Column, item))
        table_add_column(table, as(Column, item));
    else if (as(Constraint, item))
        table_add_constraint(table, as(Constraint, item));
    else if (as(Index, item))
        table_add_index(table, as(Index, item));
    else if (is_none(item))
        return;
    else
        raise_exception(&ArgumentError_class,
                        "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %s",
                        value_repr(item)->text);
}

void table_add_items(Table *table, const List *items)
{
    for (size_t i = 0; i < items->length; i++)
        table_add_item(table, items->at[i]);
}

/* --- Table(...) ----------------------------------------------------------------------------------------- */

static void table_take_prefixes(Table *table, const List *prefixes)
{
    for (size_t i = 0; prefixes && i < prefixes->length; i++)
        vec_push(&table->prefixes, value_str(prefixes->at[i]));
}

static Tri quote_from(Value v, Tri from_name)
{
    return is_absent(v) ? from_name : value_truth(v) ? TRI_TRUE : TRI_FALSE;
}

/* A schema not given is the metadata's; BLANK_SCHEMA and None given keep it so too. */
static Str *table_schema_from(Value schema, const MetaData *metadata, Tri *quote)
{
    NameSource source;
    if (!is_absent(schema))
        return name_from(schema, quote, &source);
    *quote = metadata->quote_schema;
    return metadata->schema;
}

#define TABLE_CONSTRUCT(P)                                                                         \
    P(ONLY, any, name, Required)                                                                   \
    P(ONLY, any, metadata, Required)                                                               \
    P(REST, list, items, Empty)                                                                    \
    P(KEY, any, schema, Unset)                                                                     \
    P(KEY, any, quote, Unset)                                                                      \
    P(KEY, any, quote_schema, Unset)                                                               \
    P(KEY, any, autoload_with, Unset)                                                              \
    P(KEY, any, autoload, Unset) /* SQLAlchemy 1.x */                                              \
    P(KEY, any, autoload_replace, Unset)                                                           \
    P(KEY, bool, keep_existing, False)                                                             \
    P(KEY, bool, extend_existing, False)                                                           \
    P(KEY, any, resolve_fks, Unset)                                                                \
    P(KEY, any, include_columns, Unset)                                                            \
    P(KEY, any, implicit_returning, Unset)                                                         \
    P(KEY, str, comment, None)                                                                     \
    P(KEY, dict, info, None)                                                                       \
    P(KEY, any, listeners, Unset)                                                                  \
    P(KEY, bool, must_exist, False)                                                                \
    P(KEY, list, prefixes, None)                                                                   \
    P(KWREST, dict, options, Empty)
NATIVE_ROWS(Table, construct, TABLE_CONSTRUCT)
/* The table of that key as metadata has it; NULL: it is to be made. */
static Table *table_known(const MetaData *metadata, Str *key, const Table_construct_Args *a)
{
    Table *table = map_find(&metadata->tables, key);
    if (!table && a->must_exist)
        raise_exception(&InvalidRequestError_class, "Table '%s' not defined", key->text);
    if (table && !a->keep_existing && !a->extend_existing && a->items->length)
        raise_exception(&InvalidRequestError_class,
                        "Table '%s' is already defined for this MetaData instance.  Specify "
                        "'extend_existing=True' to redefine options and columns on an existing Table "
                        "object.",
                        key->text);
    return table;
}

/* autoload_with: what the database has comes before what is given. */
static void table_autoload(Table *table, const Table_construct_Args *a)
{
    dict_set_text(a->options, "include_columns",
                  is_absent(a->include_columns) ? NONE : a->include_columns);
    if (!is_absent(a->listeners))
        dict_set_text(a->options, "listeners", a->listeners);
    dict_set_text(a->options, "autoload_replace",
                  is_absent(a->autoload_replace) ? TRUE_VALUE : a->autoload_replace);
    dict_set_text(a->options, "resolve_fks",
                  is_absent(a->resolve_fks) ? TRUE_VALUE : a->resolve_fks);
    reflector(table, a->autoload_with, a->options);
}

static void table_take_items(Table *table, const Table_construct_Args *a)
{
    for (size_t i = 0; i < a->items->length; i++) {
        Column *column = as(Column, a->items->at[i]);
        if (column && (a->extend_existing || !is_absent(a->autoload_with)))
            table_replace_column(table, column);
        else
            table_add_item(table, a->items->at[i]);
    }
}

static Value Table_construct(const Class *class, const Table_construct_Args *a)
{
    MetaData *metadata = get_as(MetaData, a->metadata, "metadata");
    Tri quote = TRI_UNSET, quote_schema = TRI_UNSET;
    NameSource source;
    Str *name = name_from(a->name, &quote, &source);
    Str *schema = table_schema_from(a->schema, metadata, &quote_schema);
    Str *key = key_of(name, schema);
    Table *table = table_known(metadata, key, a);
    if (table && !a->extend_existing)
        return OBJ(table);
    bool is_new = !table;
    if (is_new) {
        table = table_allocate(class);
        table_start(table, metadata, name, schema);
        tell(before_attach, OBJ(table), OBJ(metadata));
        tell(before_attach, OBJ(table->primary_key), OBJ(table));
        tell(after_attach, OBJ(table->primary_key), OBJ(table));
        table->pos = vm_script_position();
        table->options = dict_new();
        map_put(&metadata->tables, key, table);
    }
    table->clause.quote = quote_from(a->quote, quote);
    table->clause.quote_schema = quote_from(a->quote_schema, quote_schema);
    if (a->comment)
        table->comment = a->comment;
    if (a->info)
        table->info = a->info;
    table_take_prefixes(table, a->prefixes);
    dict_update(table->options, dialect_options(&Table_class, a->options));
    if (!is_absent(a->autoload_with) && reflector)
        table_autoload(table, a);
    table_take_items(table, a);
    if (is_new)
        tell(after_attach, OBJ(table), OBJ(metadata));
    return OBJ(table);
}
NATIVE_THUNK(Table, construct, (const Class *)self.obj)

/* --- copies -------------------------------------------------------------------------------------------- */

void table_drop_column(Table *table, const Str *key)
{
    Column *column = table_find_column(table, key);
    if (!column)
        return;
    ColumnCollection *columns = table->clause.from.columns;
    map_remove(&columns->by_key, key);
    ptrdiff_t place = column_place(&table->columns, column);
    vec_remove(&columns->items, (size_t)place);
    vec_remove(&table->columns, (size_t)place);
    ColumnVec *keys = &table->primary_key->columns;
    if ((place = column_place(keys, column)) >= 0)
        vec_remove(keys, (size_t)place);
    for (size_t i = table->constraints.length; i-- > 0;) {
        const Constraint *constraint = table->constraints.at[i];
        if (constraint->kind == CONSTRAINT_FOREIGN_KEY &&
            column_place(&constraint->columns, column) >= 0)
            vec_remove(&table->constraints, i);
    }
}

/* The column that a new one takes the place of, by its key or, where no key is meant, by its name. */
static Column *find_replaced(const Table *table, const Column *column, const Column *but)
{
    Column *same = table_find_column(table, column->clause.key);
    if (same && same != but)
        return same;
    for (size_t i = 0; i < table->columns.length; i++) {
        Column *other = table->columns.at[i];
        bool is_plain = str_equal(other->clause.key, column_name(other));
        if (other != but && column_name(column) &&
            str_equal(column_name(other), column_name(column)) && (!same || is_plain))
            return other;
    }
    return NULL;
}

static void move_last(ColumnVec *columns, ptrdiff_t place)
{
    if (place < 0 || (size_t)place + 1 >= columns->length)
        return;
    Column *last = columns->at[columns->length - 1];
    columns->length--;
    vec_insert(columns, (size_t)place, last);
}

/* Where a column with its key or its name stood before, which goes. */
void table_replace_column(Table *table, Column *column)
{
    ptrdiff_t place = -1, key_place = -1;
    for (Column *old; (old = find_replaced(table, column, column));) {
        ptrdiff_t at = column_place(&table->columns, old),
                  key_at = column_place(&table->primary_key->columns, old);
        if (key_at >= 0 && !column->primary_key && str_equal(old->clause.key, column->clause.key))
            raise_exception(&ArgumentError_class,
                            "Trying to redefine primary-key column '%s' as a non-primary-key "
                            "column on table '%s'",
                            column->clause.key->text, table_full_name(table)->text);
        place = place < 0 || at < place ? at : place;
        key_place = key_place < 0 ? key_at : key_place;
        table_drop_column(table, old->clause.key);
    }
    table_add_column(table, column);
    ColumnCollection *columns = table->clause.from.columns;
    if (place < 0 || (size_t)place + 1 >= table->columns.length)
        return;
    columns->items.length--;
    vec_insert(&columns->items, (size_t)place, &column->clause);
    columns->by_key = (Map){0}; /* its order is that of keys() */
    for (size_t i = 0; i < columns->items.length; i++)
        map_put(&columns->by_key, columns->items.at[i]->key, columns->items.at[i]);
    move_last(&table->columns, place);
    if (column->primary_key)
        move_last(&table->primary_key->columns, key_place);
}

/* Constraints that a copied Column brings along must not be copied twice. */
static bool comes_with_column(const Constraint *constraint)
{
    return constraint->type_bound || (constraint->implicit && constraint->kind != CONSTRAINT_CHECK);
}

static bool index_comes_with_column(const Index *index)
{
    return index->implicit;
}

Table *table_copy(const Table *table, MetaData *metadata, Str *schema, Str *name)
{
    Table *copy = table_new(metadata, name ? name : table_name(table),
                            schema ? schema : table_schema(table));
    copy->clause.quote = table->clause.quote;
    copy->clause.quote_schema = table->clause.quote_schema;
    copy->comment = table->comment;
    copy->prefixes = table->prefixes;
    copy->info = table->info;
    copy->options = dict_copy(table->options);
    map_put(&metadata->tables, copy->key, copy);
    for (size_t i = 0; i < table->columns.length; i++)
        table_add_column(copy, column_copy(table->columns.at[i]));
    for (size_t i = 0; i < table->constraints.length; i++)
        if (!comes_with_column(table->constraints.at[i]))
            table_add_constraint(copy, constraint_copy(table->constraints.at[i]));
    for (size_t i = 0; i < table->indexes.length; i++)
        if (!index_comes_with_column(table->indexes.at[i]))
            table_add_index(copy, index_copy(table->indexes.at[i]));
    return copy;
}

#define TABLE_TO_METADATA(P)                                                                       \
    P(POS, any, metadata, Required)                                                                \
    P(POS, any, schema, Unset)                                                                     \
    P(KEY, any, referred_schema_fn, Unset)                                                         \
    P(KEY, str, name, None)
NATIVE(Table, to_metadata, TABLE_TO_METADATA)
{
    MetaData *metadata = get_as(MetaData, a->metadata, "metadata");
    return OBJ(table_copy(self, metadata, is_str(a->schema) ? a->schema.str : NULL, a->name));
}

/* --- what scripts ask a table ----------------------------------------------------------------------------- */

#define TABLE_APPEND_COLUMN(P) P(POS, any, column, Required) P(KEY, bool, replace_existing, False)
NATIVE(Table, append_column, TABLE_APPEND_COLUMN)
{
    Column *column = get_as(Column, a->column, "column");
    if (a->replace_existing)
        table_replace_column(self, column);
    else
        table_add_column(self, column);
    return NONE;
}

#define TABLE_APPEND_CONSTRAINT(P) P(POS, any, constraint, Required)
NATIVE(Table, append_constraint, TABLE_APPEND_CONSTRAINT)
{
    Index *index = as(Index, a->constraint);
    if (!index)
        table_add_constraint(self, get_as(Constraint, a->constraint, "constraint"));
    else if (index->table != self)
        table_add_index(self, index);
    return NONE;
}

#define TABLE_ADD_IS_DEPENDENT_ON(P) P(POS, any, table, Required)
NATIVE(Table, add_is_dependent_on, TABLE_ADD_IS_DEPENDENT_ON)
{
    vec_push(&self->dependencies, get_as(Table, a->table, "table"));
    return NONE;
}

NATIVE0(Table, constraints)
{
    Set *constraints = set_new();
    for (size_t i = 0; i < self->constraints.length; i++)
        set_add(constraints, OBJ(self->constraints.at[i]));
    return OBJ(constraints);
}

NATIVE0(Table, indexes)
{
    Set *indexes = set_new();
    for (size_t i = 0; i < self->indexes.length; i++)
        set_add(indexes, OBJ(self->indexes.at[i]));
    return OBJ(indexes);
}

NATIVE0(Table, foreign_keys)
{
    Set *keys = set_new();
    for (size_t i = 0; i < self->columns.length; i++)
        for (size_t j = 0; j < self->columns.at[i]->foreign_keys.length; j++)
            set_add(keys, OBJ(self->columns.at[i]->foreign_keys.at[j]));
    return OBJ(keys);
}

NATIVE0(Table, foreign_key_constraints)
{
    Set *keys = set_new();
    for (size_t i = 0; i < self->constraints.length; i++)
        if (self->constraints.at[i]->kind == CONSTRAINT_FOREIGN_KEY)
            set_add(keys, OBJ(self->constraints.at[i]));
    return OBJ(keys);
}

NATIVE0(Table, fullname)
{
    return STR(table_full_name(self));
}

SCHEMA_ITEM_INFO(Table)

static Str *table_repr(Value self)
{
    const Table *table = as(Table, self);
    Buf out = {0};
    buf_format(&out, "Table(%s, MetaData()", value_repr(STR(table_name(table)))->text);
    for (size_t i = 0; i < table->columns.length; i++)
        buf_format(&out, ", %s", value_repr(OBJ(table->columns.at[i]))->text);
    buf_format(&out, ", schema=%s)", value_repr(STR(table_schema(table)))->text);
    return buf_str(&out);
}

static Str *table_str(Value self)
{
    return table_full_name(as(Table, self));
}

static bool says_autoincrement(const Column *column)
{
    return column->autoincrement.tag == TAG_BOOL && column->autoincrement.boolean;
}

/* Integers, and as there numbers with a fraction; a decorator counts as what it decorates. */
static bool is_countable(const Type *type)
{
    while (type && type_id(type) == TYPE_TypeDecorator)
        type = type_decorated(type);
    return type_is(type, TYPE_Integer) || type_is(type, TYPE_Numeric);
}

static void check_countable(const Column *column)
{
    if (!is_countable(column_type(column)))
        raise_exception(&ArgumentError_class, "Column type %s on column '%s' is not compatible with autoincrement=True",
                        value_str(OBJ(column_type(column)))->text, value_str(OBJ(column))->text);
}

/* A key column that counts without being told to: one that nothing else fills. */
static bool counts_by_itself(const Column *column)
{
    bool ignores_keys = is_str(column->autoincrement) && str_is(column->autoincrement.str, "ignore_fk");
    bool is_auto = ignores_keys || (is_str(column->autoincrement) && str_is(column->autoincrement.str, "auto"));
    bool has_default = is_set(column->default_value) || column->server_default || column->computed;
    return is_auto && is_countable(column_type(column)) && !has_default &&
           (column->foreign_keys.length == 0 || ignores_keys);
}

Column *table_autoincrement_column(const Table *table)
{
    const ColumnVec *keys = &table->primary_key->columns;
    if (keys->length == 1) {
        Column *column = keys->at[0];
        if (says_autoincrement(column))
            check_countable(column);
        return says_autoincrement(column) || counts_by_itself(column) ? column : NULL;
    }
    Column *found = NULL;
    for (size_t i = 0; i < keys->length; i++) {
        Column *column = keys->at[i];
        if (!says_autoincrement(column))
            continue;
        check_countable(column);
        if (found)
            raise_exception(&ArgumentError_class,
                            "Only one Column may be marked autoincrement=True, found both %s and %s.",
                            column_name(column)->text, column_name(found)->text);
        found = column;
    }
    return found;
}

static const Field table_fields[] = {
    FIELD_AS("name", Table, str, clause.name, MUTABLE),
    FIELD_AS("schema", Table, str, clause.schema, MUTABLE),
    FIELD(Table, str, key, READONLY),
    FIELD(Table, obj, metadata, READONLY),
    FIELD(Table, obj, primary_key, READONLY),
    FIELD(Table, str, comment, MUTABLE),
    FIELD_AS("dialect_kwargs", Table, obj, options, READONLY),
    FIELD_AS("kwargs", Table, obj, options, READONLY),
    {0},
};
#define RUN_DDL(P) P(POS, any, bind, Required) P(POS, bool, checkfirst, False)
NATIVE(Table, create, RUN_DDL)
{
    schema_run_ddl((Obj *)self, a->bind, DDL_CREATE_TABLE, a->checkfirst, NONE);
    return NONE;
}

NATIVE(Table, drop, RUN_DDL)
{
    schema_run_ddl((Obj *)self, a->bind, DDL_DROP_TABLE, a->checkfirst, NONE);
    return NONE;
}

static const Method table_methods[] = {
    METHOD(Table, create),
    METHOD(Table, drop),
    METHOD(Table, append_column),
    METHOD(Table, append_constraint),
    METHOD(Table, add_is_dependent_on),
    METHOD(Table, to_metadata),
    METHOD_AS("tometadata", Table, to_metadata),
    PROPERTY(Table, constraints),
    PROPERTY(Table, indexes),
    PROPERTY(Table, foreign_keys),
    PROPERTY(Table, foreign_key_constraints),
    PROPERTY(Table, fullname),
    PROPERTY_SET(Table, info, set_info),
    {0},
};
const Class Table_class = {
    CLASS(Table, "sqlalchemy.sql.schema", TableClause),
    .construct = CONSTRUCT(Table),
    .fields = table_fields,
    .methods = table_methods,
    .repr = table_repr,
    .str = table_str,
};
