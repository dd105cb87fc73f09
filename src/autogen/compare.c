/* compare.c -- the sweep over schemas and tables: which are new, which are gone, and the comparison of those
 * that both sides have. */
#include "autogen/inside.h"

#include <stdlib.h>

/* --- schemas ------------------------------------------------------------------------------------------------- */

/* Alembic asks for names NOT LIKE 'pg_%', where _ stands for any letter: "pgs_analysis" is not seen by it. */
static bool is_hidden_from_alembic(const Str *schema)
{
    return str_starts_with(schema, "pg") && schema->length > 2;
}

static bool wants_schema(AutogenContext *context, Str *schema)
{
    return autogen_wants_name(context, schema, "schema", dict_new());
}

static StrVec schemas_to_compare(AutogenContext *context)
{
    StrVec schemas = {0};
    if (wants_schema(context, NULL))
        vec_push(&schemas, NULL);
    if (!value_truth(autogen_option(context, "include_schemas")))
        return schemas;
    const Str *default_schema = reflect_default_schema(context->reflection);
    StrVec names = reflect_schema_names(context->reflection);
    texts_sort(&names);
    for (size_t i = 0; i < names.length; i++) {
        Str *name = names.at[i];
        bool hidden = context->setup.compat && is_hidden_from_alembic(name);
        if (!hidden && !str_is(name, "information_schema") && !str_equal(name, default_schema) &&
            wants_schema(context, name))
            vec_push(&schemas, name);
    }
    return schemas;
}

Verdict compare_schemas(Comparison *c)
{
    StrVec schemas = schemas_to_compare(c->context);
    Comparison inner = *c;
    inner.schemas = &schemas;
    dispatch(&inner, TARGET_SCHEMA);
    return VERDICT_CONTINUE;
}

/* --- tables of one side ------------------------------------------------------------------------------------------ */

/* A table by its place: the default schema is NULL on both sides. */
typedef struct Place {
    Str *schema, *name;
    Table *model;  /* of the models' side */
    Str *old_name; /* in the database, when it is renamed; else NULL */
} Place;
typedef VEC(Place) PlaceVec;
typedef struct Sides {
    PlaceVec database, model;
    Map database_names, model_names; /* keys of places */
} Sides;

static Str *place_key(const Place *place)
{
    return place->schema ? str_format("%s\x01%s", place->schema->text, place->name->text) : place->name;
}

static void add_place(PlaceVec *places, Map *names, Place place)
{
    Str *key = place_key(&place);
    if (map_has(names, key))
        return;
    map_put(names, key, places);
    vec_push(places, place);
}

/* version_table_schema="public" names the default schema, where Alembic takes the table for one of the project's. */
static bool is_version_table(const AutogenContext *context, const Str *schema, const Str *name)
{
    const Str *home = context->setup.version_table_schema;
    if (!strings_equal(name, context->setup.version_table))
        return false;
    if (context->setup.compat || strings_equal(schema, home))
        return strings_equal(schema, home);
    const Str *default_schema = reflect_default_schema(context->reflection);
    return strings_equal(schema ? schema : default_schema, home ? home : default_schema);
}

static bool wants_table(AutogenContext *context, Str *schema, Str *name)
{
    Dict *parents = dict_new();
    dict_set_text(parents, "schema_name", STR(schema));
    return autogen_wants_name(context, name, "table", parents);
}

static Place database_place(AutogenContext *context, Str *schema, Str *name)
{
    Str *to = renamed_table(context, schema, name);
    return (Place){.schema = schema, .name = to, .old_name = to == name ? NULL : name};
}

static void add_database_tables(Comparison *c, Sides *sides, Str *schema)
{
    AutogenContext *context = c->context;
    StrVec names = reflect_relation_names(context->reflection, schema, RELATION_TABLE);
    size_t before = sides->database.length;
    texts_sort(&names);
    for (size_t i = 0; i < names.length; i++)
        if (!is_version_table(context, schema, names.at[i]) && wants_table(context, schema, names.at[i]))
            add_place(&sides->database, &sides->database_names, database_place(context, schema, names.at[i]));
    if (sides->database.length > before + 1)
        reflect_load_schema(context->reflection, schema);
}

static void add_model_tables(Comparison *c, Sides *sides)
{
    AutogenContext *context = c->context;
    const Str *default_schema = reflect_default_schema(context->reflection);
    autogen_load_tables(context);
    for (size_t i = 0; i < context->sorted_tables.length; i++) {
        Table *table = context->sorted_tables.at[i];
        Str *schema = table_schema(table);
        if (is_version_table(context, schema, table_name(table)))
            continue;
        if (schema && str_equal(schema, default_schema))
            schema = NULL;
        add_place(&sides->model, &sides->model_names,
                  (Place){.schema = schema, .name = table_name(table), .model = table});
    }
}

/* --- reading a table ----------------------------------------------------------------------------------------------- */

static void adjust(void *owner, Table *table, const ReflectedColumn *column, ColumnDraft *draft)
{
    AutogenContext *context = owner;
    if (context->renames.length && is_str(draft->server_default))
        draft->server_default =
            STR(default_under_new_name(context, draft->type, value_str(draft->server_default)));
    if (context->comparing->adjust_column)
        context->comparing->adjust_column(context, table, column, draft);
    if (context->setup.porch && context->setup.porch->column_reflect)
        context->setup.porch->column_reflect(context, table, column, draft);
}

TableFilling autogen_filling(AutogenContext *context)
{
    return (TableFilling){.dialect_name = context->setup.dialect->name,
                          .exact = !context->setup.compat,
                          .on_column = adjust,
                          .owner = context};
}

Table *autogen_reflect(AutogenContext *context, MetaData *metadata, Str *schema, Str *name,
                       Table *model, const ReflectedTable **reflected)
{
    const ReflectedTable *present = reflect_table(context->reflection, schema, name);
    if (!present)
        raise_exception(&NoSuchTableError_class, "%s", name->text);
    *reflected = reflected_known_part(table_under_new_names(context, schema, present), model);
    Table *table = table_new(metadata, name, schema);
    const TableFilling filling = autogen_filling(context);
    map_put(&metadata->tables, table->key, table);
    reflected_fill_table(table, *reflected, &filling);
    for (size_t i = 0; !context->setup.compat && i < (*reflected)->exclusions.length; i++)
        table_add_constraint(table, reflected_exclusion_new(table, (*reflected)->exclusions.at[i]));
    return table;
}

/* --- one table ------------------------------------------------------------------------------------------------------- */

static OpContainer *modify_ops(const Comparison *c)
{
    OpContainer *ops = op_container_new(&ModifyTableOps_class);
    ops->op.table_name = c->table_name;
    ops->op.schema = c->schema;
    return ops;
}

/* The comparison of one table inside that of all. */
static Comparison table_comparison(const Comparison *c, Str *schema, Str *name, Table *database,
                                   const ReflectedTable *reflected, Table *model)
{
    Comparison inner = *c;
    inner.schema = schema;
    inner.table_name = name;
    inner.database = database;
    inner.reflected = reflected;
    inner.model = model;
    inner.upgrade = c->ops;
    inner.ops = modify_ops(&inner);
    inner.made_again = new (StrVec);
    inner.rename_clauses = rename_clauses(c->context->setup.dialect, reflected);
    return inner;
}

static void keep_ops(Comparison *c, const Comparison *inner)
{
    if (inner->ops->ops->length)
        list_append(c->ops->ops, OBJ(inner->ops));
}

static void compare_added(Comparison *c, const Place *place)
{
    if (!autogen_wants_object(c->context, OBJ(place->model), place->name, "table", false, NONE))
        return;
    add_op(c, op_create_table(place->model));
    log_found("tables", "Detected added table %s", name_repr(qualified_name(place->schema, place->name)));
    Comparison inner = table_comparison(c, place->schema, place->name, NULL, NULL, place->model);
    dispatch(&inner, TARGET_TABLE);
    keep_ops(c, &inner);
}

typedef struct Found {
    Place place;
    Table *table;
    const ReflectedTable *reflected;
} Found;
typedef VEC(Found) FoundVec;

static bool comes_with_parent(const Comparison *removed, Value item)
{
    const Column *column = as(Column, item);
    const Constraint *constraint = as(Constraint, item);
    const ReflectedColumn *reflected =
        column ? reflected_column_find(removed, column_name(column)) : NULL;
    const ReflectedCheck *check =
        constraint ? reflected_check_find(removed, constraint->name) : NULL;
    return (reflected && reflected->is_inherited && !reflected->is_local) ||
           (check && check->is_inherited);
}

/* INHERITS brings columns and CHECKs along, when the table comes back. */
static MigrateOperation *drop_of(const Comparison *removed)
{
    MigrateOperation *op = op_drop_table(removed->database);
    List *items = op->reverse ? op->reverse->columns : NULL;
    size_t kept = 0;
    for (size_t i = 0; items && removed->reflected->parents.length && i < items->length; i++)
        if (!comes_with_parent(removed, items->at[i]))
            items->at[kept++] = items->at[i];
    if (items && removed->reflected->parents.length)
        items->length = kept;
    return op;
}

/* The partitions go with the table, and come back when it has its indexes again. */
static void bring_back_partitions(Comparison *c, const ReflectedTable *removed)
{
    if (!removed->partitions.length || c->context->setup.compat)
        return;
    OpContainer undo = undo_of(undoable(c->ops));
    for (size_t i = 0; i < removed->partitions.length; i++)
        add_execute(&undo, removed->partitions.at[i]);
}

static void compare_removed(Comparison *c, const Found *found)
{
    const Place *place = &found->place;
    if (!autogen_wants_object(c->context, OBJ(found->table), place->name, "table", true, NONE))
        return;
    Comparison inner =
        table_comparison(c, place->schema, place->name, found->table, found->reflected, NULL);
    bring_back_partitions(c, found->reflected);
    dispatch(&inner, TARGET_TABLE);
    keep_ops(c, &inner);
    add_op(c, c->context->setup.compat ? op_drop_table(found->table) : drop_of(&inner));
    log_found("tables", "Detected removed table %s", name_repr(qualified_name(place->schema, place->name)));
}

static void compare_common(Comparison *c, const Found *found, Table *model)
{
    const Place *place = &found->place;
    if (!autogen_wants_object(c->context, OBJ(model), place->name, "table", false, OBJ(found->table)))
        return;
    Comparison inner =
        table_comparison(c, place->schema, place->name, found->table, found->reflected, model);
    compare_columns(&inner);
    make_computed_again(&inner);
    dispatch(&inner, TARGET_TABLE);
    const List *late = settle_retyped(&inner);
    compare_removed_columns(&inner);
    drop_computed_early(&inner);
    keep_ops(c, &inner);
    undo_retyped(c, late);
}

static int compare_places(const void *a, const void *b)
{
    const Place *x = a, *y = b;
    int order = str_compare(x->schema ? x->schema : str_empty, y->schema ? y->schema : str_empty);
    return order ? order : str_compare(x->name, y->name);
}

static Table *model_at(const Sides *sides, const Place *place)
{
    for (size_t i = 0; i < sides->model.length; i++)
        if (compare_places(&sides->model.at[i], place) == 0)
            return sides->model.at[i].model;
    return NULL;
}

static bool takes_part(Comparison *c, const Found *found, Table *model)
{
    return autogen_wants_object(c->context, OBJ(model), found->place.name, "table", false, OBJ(found->table));
}

/* Tables that are called otherwise, the schemas in turn. */
static void add_renamed_tables(Comparison *c, const FoundVec *common, const Sides *sides)
{
    Map names = {0};
    for (size_t i = 0; i < common->length; i++) {
        const Place *place = &common->at[i].place;
        if (place->old_name && takes_part(c, &common->at[i], model_at(sides, place)))
            map_put(&names, place->old_name, place->name);
        if (i + 1 < common->length && strings_equal(common->at[i + 1].place.schema, place->schema))
            continue;
        add_table_renames(c, place->schema, &names);
        names = (Map){0};
    }
}

/* Before all that uses the new names. */
static void add_renames(Comparison *c, const FoundVec *common, const Sides *sides)
{
    if (!c->context->renames.length)
        return;
    add_renamed_tables(c, common, sides);
    for (size_t i = 0; i < common->length; i++) {
        const Found *found = &common->at[i];
        const Place *place = &found->place;
        Table *model = model_at(sides, place);
        if (!takes_part(c, found, model))
            continue;
        const Comparison inner =
            table_comparison(c, place->schema, place->name, found->table, found->reflected, model);
        add_column_renames(&inner, c->ops->ops);
    }
}

/* --- all tables -------------------------------------------------------------------------------------------------------- */

/* Partitions go with their table, what an extension made goes with it: neither is dropped by itself. */
static bool is_dependent(AutogenContext *context, const Place *place)
{
    const ReflectedTable *table = reflect_table(context->reflection, place->schema, place->name);
    return !context->setup.compat && table && (table->is_partition || table->of_extension);
}

/* Tables of the database that the models have, or have not; by schema and name. */
static FoundVec read_tables(Comparison *c, const Sides *sides, bool in_model, MetaData *metadata)
{
    PlaceVec places = {0};
    FoundVec found = {0};
    for (size_t i = 0; i < sides->database.length; i++)
        if (map_has(&sides->model_names, place_key(&sides->database.at[i])) == in_model &&
            (in_model || !is_dependent(c->context, &sides->database.at[i])))
            vec_push(&places, sides->database.at[i]);
    if (places.length)
        qsort(places.at, places.length, sizeof *places.at, compare_places);
    for (size_t i = 0; i < places.length; i++) {
        Found one = {.place = places.at[i]};
        Str *name = one.place.old_name ? one.place.old_name : one.place.name;
        Table *model = in_model ? model_at(sides, &one.place) : NULL;
        one.table =
            autogen_reflect(c->context, metadata, one.place.schema, name, model, &one.reflected);
        one.table->clause.name = one.place.name;
        vec_push(&found, one);
    }
    return found;
}

/* Those that refer to others first, so that the drops run and their reverse creates in order. */
static void compare_all_removed(Comparison *c, const FoundVec *found, const MetaData *metadata)
{
    for (size_t i = 0; i < found->length; i++)
        for (size_t j = 0; j < found->at[i].reflected->parents.length; j++) {
            Table *parent =
                metadata_find_table(metadata, found->at[i].reflected->parents.at[j], NULL);
            if (parent)
                vec_push(&found->at[i].table->dependencies, parent);
        }
    TableVec sorted = metadata_sorted_tables(metadata, NULL);
    for (size_t i = sorted.length; i-- > 0;)
        for (size_t j = 0; j < found->length; j++)
            if (found->at[j].table == sorted.at[i])
                compare_removed(c, &found->at[j]);
}

/* One question to the server for all tables, before any is compared. */
static void decide_expressions(Comparison *c, const Sides *sides, const FoundVec *common)
{
    for (size_t i = 0; i < common->length; i++) {
        const Found *found = &common->at[i];
        const Comparison inner = table_comparison(c, found->place.schema, found->place.name, found->table,
                                                  found->reflected, model_at(sides, &found->place));
        expressions_gather(&inner);
        key_moves_note(c->context->key_moves, &inner);
    }
    expressions_decide(c->context);
}

static bool is_added(const Sides *sides, const Place *place)
{
    return !map_has(&sides->database_names, place_key(place));
}

static struct NamedTypes *gather_named_types(Comparison *c, const Sides *sides,
                                             const FoundVec *removed, const FoundVec *common)
{
    struct NamedTypes *types = named_types_new(c->context);
    for (size_t i = 0; i < sides->model.length; i++) {
        const Place *place = &sides->model.at[i];
        named_types_note(types, place->model, NULL,
                         is_added(sides, place) ? TABLE_ADDED : TABLE_WANTED);
    }
    for (size_t i = 0; i < removed->length; i++)
        named_types_note(types, removed->at[i].table, removed->at[i].reflected, TABLE_REMOVED);
    for (size_t i = 0; i < common->length; i++)
        named_types_note(types, common->at[i].table, common->at[i].reflected, TABLE_PRESENT);
    return types;
}

static struct Sequences *gather_sequences(Comparison *c, const Sides *sides,
                                          const FoundVec *removed, const FoundVec *common)
{
    struct Sequences *sequences = sequences_new(c->context);
    for (size_t i = 0; i < sides->model.length; i++)
        sequences_note_model(sequences, sides->model.at[i].model);
    for (size_t i = 0; i < removed->length; i++)
        sequences_note_database(sequences, removed->at[i].reflected);
    for (size_t i = 0; i < common->length; i++)
        sequences_note_database(sequences, common->at[i].reflected);
    return sequences;
}

/* Operations from `middle` on come before those from `start` on. */
static void rotate(List *ops, size_t start, size_t middle)
{
    for (size_t i = middle; i < ops->length; i++) {
        Value moved = ops->at[i];
        for (size_t j = i; j > start; j--)
            ops->at[j] = ops->at[j - 1];
        ops->at[start++] = moved;
    }
}

Verdict compare_tables(Comparison *c)
{
    Sides sides = {0};
    MetaData *removed_metadata = metadata_new();
    for (size_t i = 0; i < c->schemas->length; i++)
        add_database_tables(c, &sides, c->schemas->at[i]);
    add_model_tables(c, &sides);
    FoundVec removed = read_tables(c, &sides, false, removed_metadata);
    FoundVec common = read_tables(c, &sides, true, metadata_new());
    const struct NamedTypes *types = gather_named_types(c, &sides, &removed, &common);
    struct Sequences *sequences = gather_sequences(c, &sides, &removed, &common);
    c->context->key_moves = key_moves_new(c);
    decide_expressions(c, &sides, &common);
    named_types_before_tables(c, types);
    sequences_before_tables(c, sequences);
    size_t renames = c->ops->ops->length;
    add_renames(c, &common, &sides);
    size_t from = c->ops->ops->length;
    for (size_t i = 0; i < sides.model.length; i++)
        if (is_added(&sides, &sides.model.at[i]))
            compare_added(c, &sides.model.at[i]);
    named_types_settle_added(types, c->ops, from);
    add_deferred_keys(c, from);
    from = c->ops->ops->length;
    compare_all_removed(c, &removed, removed_metadata);
    named_types_settle_removed(types, c->ops, from);
    if (c->context->renames.length) /* they refer to tables by the old names, when they come back */
        rotate(c->ops->ops, renames, from);
    named_types_before_columns(c, types);
    key_moves_begin(c->context->key_moves);
    for (size_t i = 0; i < common.length; i++)
        compare_common(c, &common.at[i], model_at(&sides, &common.at[i].place));
    key_moves_finish(c->context->key_moves);
    named_types_after_columns(c, types);
    sequences_after_tables(c, sequences);
    return VERDICT_CONTINUE;
}

/* --- the door ------------------------------------------------------------------------------------------------------------ */

void autogen_compare(AutogenContext *context, OpContainer *upgrade)
{
    BUG_UNLESS(context->dispatch);
    Comparison c = {.context = context, .ops = upgrade};
    dispatch(&c, TARGET_AUTOGENERATE);
    if (context->setup.may_ask && !context->setup.compat && renames_ask(context, upgrade->ops)) {
        upgrade->ops->length = 0;
        context->expressions = NULL;
        dispatch(&c, TARGET_AUTOGENERATE);
    }
    renames_finish(context);
    if (!context->setup.compat)
        losses_mark(context, upgrade->ops);
}

void autogen_populate(AutogenContext *context, OpContainer *upgrade, OpContainer *downgrade)
{
    autogen_compare(context, upgrade);
    *downgrade->ops = *op_container_reversed(upgrade);
}
