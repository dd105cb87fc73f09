/* batch_copy.c -- move and copy: a new table with the changes made, the rows carried over, the old
 * one dropped and the new one renamed. SQLite's way to do what its ALTER TABLE cannot. */
#include "runtime/actions.h"

/* One column of the new table. `key` is its name in the old one (or its own when it is new): a
 * renamed column keeps it as the key by which constraints find it. */
typedef struct Slot {
    Str *key;
    Column *column;
    Str *expression; /* what its values are copied from; NULL for a new column */
} Slot;
typedef struct Pair {
    Str *before, *after;
} Pair;

/* A constraint written with its column: Column("x", ..., CheckConstraint(..., name="c")). */
typedef struct ColumnCheck {
    Str *column_key;
    Constraint *constraint;
} ColumnCheck;

struct TableCopy {
    MigrationContext *context;
    Table *table; /* as it is */
    const BatchOptions *options;
    bool reflected;
    Str *temporary_name;
    VEC(Slot) slots;
    StrVec existing_order;
    VEC(Pair) order; /* "before" must stand somewhere before "after" */
    Map named, column_checks, indexes, new_indexes;
    ConstraintVec unnamed;
    Table *made;
};

static Slot *slot_find(TableCopy *copy, const Str *key)
{
    for (size_t i = 0; i < copy->slots.length; i++)
        if (str_equal(copy->slots.at[i].key, key))
            return &copy->slots.at[i];
    return NULL;
}

static Slot *slot_get(TableCopy *copy, Str *key)
{
    Slot *slot = slot_find(copy, key);
    if (!slot)
        raise_exception_with(&KeyError_class, STR(key));
    return slot;
}

/* --- what the table has now ------------------------------------------------------------------ */

/* Quoted as the database would, with the table in front: "t.id", "s.t.id". */
static Str *qualified_column(const TableCopy *copy, const Column *column)
{
    const Dialect *dialect = copy->context->dialect;
    return str_format(
        "%s.%s",
        sql_qualified_text(dialect, table_schema(copy->table), table_name(copy->table))->text,
        sql_name_text(dialect, column_name(column), column->clause.quote)->text);
}

static void take_columns(TableCopy *copy)
{
    for (size_t i = 0; i < copy->table->columns.length; i++) {
        const Column *column = copy->table->columns.at[i];
        Slot slot = {.key = column_name(column), .column = column_copy(column)};
        slot.column->unique = slot.column->index = TRI_FALSE;
        /* foreign keys come with the constraints below */
        memset(&slot.column->foreign_keys, 0, sizeof slot.column->foreign_keys);
        slot.expression = qualified_column(copy, column);
        vec_push(&copy->slots, slot);
        vec_push(&copy->existing_order, slot.key);
        for (size_t j = 0; !copy->reflected && j < column->constraints.length; j++) {
            ColumnCheck *check = new (ColumnCheck);
            *check = (ColumnCheck){slot.key, column->constraints.at[j]};
            if (check->constraint->name)
                map_put(&copy->column_checks, check->constraint->name, check);
        }
    }
}

/* An unnamed CHECK that was read back may belong to a type, which makes it again. */
static void take_constraints(TableCopy *copy)
{
    const ConstraintVec *list = &copy->table->constraints;
    for (size_t i = 0; i < list->length; i++) {
        Constraint *constraint = list->at[i];
        if (constraint->type_bound)
            continue;
        if (copy->reflected && constraint->kind == CONSTRAINT_CHECK && !constraint->name)
            continue;
        if (constraint->name)
            map_put(&copy->named, constraint->name, constraint);
        else
            vec_push(&copy->unnamed, constraint);
    }
}

TableCopy *table_copy_new(MigrationContext *context, Table *table, const BatchOptions *options,
                          bool reflected)
{
    TableCopy *copy = new (TableCopy);
    copy->context = context;
    copy->table = table;
    copy->options = options;
    copy->reflected = reflected;
    Str *name = str_format("_alembic_tmp_%s", table_name(table)->text);
    copy->temporary_name =
        str_slice_bytes(name, 0, str_offset(name, name->characters < 50 ? name->characters : 50));
    take_columns(copy);
    take_constraints(copy);
    for (size_t i = 0; i < table->indexes.length; i++)
        if (table->indexes.at[i]->name)
            map_put(&copy->indexes, table->indexes.at[i]->name, table->indexes.at[i]);
    return copy;
}

/* --- changes: columns ------------------------------------------------------------------------ */

static ptrdiff_t existing_index(const TableCopy *copy, const Str *key)
{
    for (size_t i = 0; i < copy->existing_order.length; i++)
        if (str_equal(copy->existing_order.at[i], key))
            return (ptrdiff_t)i;
    return -1;
}

static void order(TableCopy *copy, Str *before, Str *after)
{
    vec_push(&copy->order, ((Pair){before, after}));
}

/* The last pair with this column on one side tells its neighbour on the other. */
static Str *neighbour(const TableCopy *copy, Str *key, bool after)
{
    for (size_t i = copy->order.length; i-- > 0;) {
        const Pair *pair = &copy->order.at[i];
        if (str_equal(after ? pair->before : pair->after, key))
            return after ? pair->after : pair->before;
    }
    raise_exception_with(&KeyError_class, STR(key));
}

static Str *next_of(const TableCopy *copy, Str *key)
{
    ptrdiff_t i = existing_index(copy, key);
    if (i < 0)
        return neighbour(copy, key, true);
    return (size_t)i + 1 < copy->existing_order.length ? copy->existing_order.at[i + 1] : NULL;
}

static Str *previous_of(const TableCopy *copy, Str *key)
{
    ptrdiff_t i = existing_index(copy, key);
    if (i < 0)
        return neighbour(copy, key, false);
    return i > 0 ? copy->existing_order.at[i - 1] : NULL;
}

/* insert_before, insert_after; without either the column goes to the end. */
static void place_column(TableCopy *copy, Str *key, Str *before, Str *after)
{
    bool free_order = !copy->options->partial_reordering;
    Str *asked_before = before;
    if (free_order && after && !before)
        before = next_of(copy, after);
    if (free_order && asked_before && !after)
        after = previous_of(copy, asked_before);
    if (before)
        order(copy, key, before);
    if (after)
        order(copy, after, key);
    if (free_order && !before && !after && copy->existing_order.length)
        order(copy, copy->existing_order.at[copy->existing_order.length - 1], key);
}

static void add_column(TableCopy *copy, const Action *action)
{
    Column *column = column_copy(action->column);
    place_column(copy, column_name(column), action->op->insert_before, action->op->insert_after);
    memset(&column->foreign_keys, 0, sizeof column->foreign_keys);
    column->unique = column->index =
        TRI_FALSE; /* their constraint and index are actions of their own */
    Slot slot = {.key = column_name(column), .column = column};
    vec_push(&copy->slots, slot);
}

static void drop_column(TableCopy *copy, const Action *action)
{
    Str *key = column_name(action->column);
    const Slot *slot = slot_get(copy, key);
    ColumnVec *keys = &copy->table->primary_key->columns;
    for (size_t i = 0; i < keys->length; i++)
        if (str_equal(column_name(keys->at[i]), key)) {
            vec_remove(keys, i);
            break;
        }
    vec_remove(&copy->slots, (size_t)(slot - copy->slots.at));
    ptrdiff_t at = existing_index(copy, key);
    if (at >= 0)
        vec_remove(&copy->existing_order, (size_t)at);
}

/* The class below TypeEngine that a type derives from: what decides whether values need a CAST. */
static const Class *affinity(const Type *type, const Dialect *dialect)
{
    const Class *class = type_for_dialect(type, dialect->name)->obj.class;
    while (class->base && class->base != &TypeEngine_class)
        class = class->base;
    return class;
}

static void change_type(TableCopy *copy, Slot *slot, Type *type)
{
    const Dialect *dialect = copy->context->dialect;
    bool as_it_is = type_is(type, TYPE_JSON) && !dialect_has(dialect, FEATURE_ALTER_COLUMNS);
    if (slot->expression && !as_it_is &&
        affinity(column_type(slot->column), dialect) != affinity(type, dialect))
        slot->expression = str_format("CAST(%s AS %s) AS %s", slot->expression->text,
                                      sql_type_text(dialect, type)->text,
                                      sql_name_text(dialect, slot->key, TRI_UNSET)->text);
    slot->column->clause.column_element.type = type;
}

static void rename_column(TableCopy *copy, Slot *slot, const MigrateOperation *op)
{
    slot->column->clause.name = op->modify_name;
    const Type *type = op->existing_type;
    if (type && (type_is(type, TYPE_Enum) || type_is(type, TYPE_Boolean)) && type->name)
        map_remove(&copy->named, type->name);
}

static void change_default(Slot *slot, Value to)
{
    slot->column->server_default = NULL;
    slot->column->computed = NULL;
    slot->column->identity = NULL;
    if (as(Computed, to))
        slot->column->computed = as(Computed, to);
    else if (as(Identity, to))
        slot->column->identity = as(Identity, to);
    else if (!is_none(to))
        slot->column->server_default = server_default_from(to, false);
}

static void alter_column(TableCopy *copy, const Action *action)
{
    const MigrateOperation *op = action->op;
    Slot *slot = slot_get(copy, op->column_name);
    if (op->modify_name && !str_equal(op->modify_name, op->column_name))
        rename_column(copy, slot, op);
    if (op->modify_type)
        change_type(copy, slot, op->modify_type);
    if (op->modify_nullable != TRI_UNSET)
        slot->column->nullable = op->modify_nullable == TRI_TRUE;
    if (is_set(op->modify_server_default))
        change_default(slot, op->modify_server_default);
    if (is_set(op->autoincrement))
        slot->column->autoincrement = BOOL(value_truth(op->autoincrement));
    if (is_set(op->modify_comment))
        slot->column->comment = value_find_str(op->modify_comment);
}

/* --- changes: constraints, indexes ----------------------------------------------------------- */

static void forget_unnamed(TableCopy *copy, const Constraint *constraint)
{
    for (size_t i = 0; i < copy->unnamed.length; i++)
        if (copy->unnamed.at[i] == constraint) {
            vec_remove(&copy->unnamed, i);
            return;
        }
}

static void add_constraint(TableCopy *copy, const Action *action)
{
    Constraint *constraint = action->constraint;
    if (constraint->type_bound) /* its type makes it again when the column joins the new table */
        return;
    if (!constraint->name)
        raise_value("Constraint must have a name");
    if (constraint->kind == CONSTRAINT_PRIMARY_KEY)
        forget_unnamed(copy, copy->table->primary_key);
    map_put(&copy->named, constraint->name, constraint);
}

static void drop_column_check(TableCopy *copy, Str *name, const ColumnCheck *check)
{
    Column *column = slot_get(copy, check->column_key)->column;
    map_remove(&copy->column_checks, name);
    for (size_t i = 0; i < column->constraints.length; i++)
        if (column->constraints.at[i]->name && str_equal(column->constraints.at[i]->name, name)) {
            vec_remove(&column->constraints, i);
            return;
        }
}

static void drop_constraint(TableCopy *copy, const Action *action)
{
    const Constraint *given = action->constraint;
    if (!given->name && given->type_bound)
        return;
    if (!given->name)
        raise_value("Constraint must have a name");
    const ColumnCheck *check = map_find(&copy->column_checks, given->name);
    if (check) {
        drop_column_check(copy, given->name, check);
        return;
    }
    const Constraint *found = map_find(&copy->named, given->name);
    if (!found && given->type_bound)
        return;
    if (!found)
        raise_value("No such constraint: '%s'", given->name->text);
    map_remove(&copy->named, given->name);
    for (size_t i = 0; found->kind == CONSTRAINT_PRIMARY_KEY && i < found->columns.length; i++)
        slot_get(copy, column_name(found->columns.at[i]))->column->primary_key = false;
}

static void create_index(TableCopy *copy, const Action *action)
{
    map_put(&copy->new_indexes, action->index->name ? action->index->name : str_empty,
            action->index);
}

static void drop_index(TableCopy *copy, const Action *action)
{
    if (!action->index->name || !map_remove(&copy->indexes, action->index->name))
        raise_value("No such index: '%s'",
                    action->index->name ? action->index->name->text : "None");
}

static void rename_table(TableCopy *copy, const Action *action)
{
    raise_exception(&NotImplementedError_class, "a table cannot be renamed while it is copied; use "
                                                "op.rename_table() after the block");
}

/* Comments are part of the copied Table. */
static void nothing(TableCopy *copy, const Action *action)
{
}

static void (*const changes[ACTION_COUNT])(TableCopy *copy, const Action *action) = {
    [ACTION_RENAME_TABLE] = rename_table,     [ACTION_ADD_COLUMN] = add_column,
    [ACTION_DROP_COLUMN] = drop_column,       [ACTION_ALTER_COLUMN] = alter_column,
    [ACTION_ADD_CONSTRAINT] = add_constraint, [ACTION_DROP_CONSTRAINT] = drop_constraint,
    [ACTION_CREATE_INDEX] = create_index,     [ACTION_DROP_INDEX] = drop_index,
    [ACTION_CREATE_TABLE_COMMENT] = nothing,  [ACTION_DROP_TABLE_COMMENT] = nothing,
    [ACTION_CREATE_COLUMN_COMMENT] = nothing,
};

void table_copy_change(TableCopy *copy, const Action *action)
{
    BUG_UNLESS(changes[action->kind]);
    changes[action->kind](copy, action);
}

/* --- the order of the columns ---------------------------------------------------------------- */

static void add_partial_order(TableCopy *copy)
{
    for (size_t i = 0; i < copy->options->partial_reordering->length; i++) {
        const List *names_ = list_from(copy->options->partial_reordering->at[i]);
        for (size_t j = 1; j < names_->length; j++)
            order(copy, value_str(names_->at[j - 1]), value_str(names_->at[j]));
    }
}

static bool must_wait(const TableCopy *copy, const Str *key, const bool *is_placed)
{
    for (size_t i = 0; i < copy->order.length; i++) {
        const Pair *pair = &copy->order.at[i];
        if (!str_equal(pair->after, key) || str_equal(pair->before, key))
            continue;
        for (size_t j = 0; j < copy->slots.length; j++)
            if (!is_placed[j] && str_equal(copy->slots.at[j].key, pair->before))
                return true;
    }
    return false;
}

/* Rounds: all columns that nothing unplaced must precede, in their present order. */
static void sort_columns(TableCopy *copy)
{
    size_t count = copy->slots.length, done = 0;
    bool *is_placed = (bool *)mem_alloc(count + 1), *in_round = (bool *)mem_alloc(count + 1);
    Slot *sorted = new_array(Slot, count + 1);
    while (done < count) {
        size_t before = done;
        for (size_t i = 0; i < count; i++)
            in_round[i] = !is_placed[i] && !must_wait(copy, copy->slots.at[i].key, is_placed);
        for (size_t i = 0; i < count; i++)
            if (in_round[i]) {
                sorted[done++] = copy->slots.at[i];
                is_placed[i] = true;
            }
        if (done == before)
            raise_exception(&CircularDependencyError_class, "Circular dependency detected.");
    }
    memcpy(copy->slots.at, sorted, count * sizeof *sorted);
}

static void settle_order(TableCopy *copy)
{
    if (copy->options->partial_reordering) {
        add_partial_order(copy);
    } else if (copy->order.length == 0) {
        return;
    } else {
        for (size_t i = 1; i < copy->existing_order.length; i++)
            order(copy, copy->slots.at[i - 1].key, copy->existing_order.at[i]);
    }
    sort_columns(copy);
}

/* --- the new table --------------------------------------------------------------------------- */

static bool refers_to_itself(const TableCopy *copy, const Constraint *constraint)
{
    Str *schema, *table, *column;
    foreign_key_target(constraint->elements.at[0], &schema, &table, &column);
    return str_equal(table, table_name(copy->table));
}

/* Tables that foreign keys of the new table refer to have to exist beside it. */
static void add_referent(TableCopy *copy, const Constraint *constraint)
{
    for (size_t i = 0; i < constraint->elements.length; i++) {
        Str *schema, *name, *column;
        foreign_key_target(constraint->elements.at[i], &schema, &name, &column);
        if (str_equal(name, copy->temporary_name))
            continue;
        Table *referent = metadata_find_table(copy->made->metadata, name, schema);
        if (!referent) {
            referent = table_new(copy->made->metadata, name, schema);
            map_put(&copy->made->metadata->tables, referent->key, referent);
        }
        if (!table_find_column(referent, column))
            table_add_column(referent, column_new(column, type_new(TYPE_NullType)));
    }
}

static bool visit_column(ClauseElement *element, void *data)
{
    const Column *column = as(Column, OBJ(element));
    if (column)
        vec_push((ColumnVec *)data, (Column *)(uintptr_t)column);
    return true;
}

static ColumnVec columns_of(const Constraint *constraint)
{
    ColumnVec columns = {0};
    if (constraint->kind == CONSTRAINT_CHECK)
        element_walk(constraint->sqltext, visit_column, &columns);
    else
        for (size_t i = 0; i < constraint->columns.length; i++)
            vec_push(&columns, constraint->columns.at[i]);
    return columns;
}

static bool has_columns_of(TableCopy *copy, const Constraint *constraint)
{
    ColumnVec columns = columns_of(constraint);
    for (size_t i = 0; i < columns.length; i++)
        if (!slot_find(copy, columns.at[i]->clause.key))
            return false;
    return true;
}

static void copy_constraint(TableCopy *copy, const Constraint *constraint)
{
    if (!has_columns_of(copy, constraint))
        return;
    Constraint *made = constraint_copy(constraint);
    if (constraint->kind == CONSTRAINT_FOREIGN_KEY) {
        /* by name: a key of the table to itself means the name it will have again */
        for (size_t i = 0; i < made->elements.length; i++) {
            Str *schema, *table, *column;
            foreign_key_target(constraint->elements.at[i], &schema, &table, &column);
            made->elements.at[i]->target =
                STR(schema ? str_format("%s.%s.%s", schema->text, table->text, column->text)
                           : str_format("%s.%s", table->text, column->text));
        }
        if (!refers_to_itself(copy, constraint) ||
            !str_equal(table_name(copy->table), copy->temporary_name))
            add_referent(copy, constraint);
    }
    table_add_constraint(copy->made, made);
}

static void set_default(Dict *keywords, const char *name, Value v)
{
    if (!is_set(dict_find_text(keywords, name)))
        dict_set_text(keywords, name, v);
}

static Dict *table_keywords(const TableCopy *copy)
{
    Dict *keywords = dict_copy(copy->options->table_kwargs);
    DictEntry *entry;
    for (size_t i = 0; copy->table->options && (entry = dict_next(copy->table->options, &i));)
        if (!is_set(dict_find(keywords, entry->key)))
            dict_set(keywords, entry->key, entry->value);
    set_default(keywords, "schema", STR(table_schema(copy->table)));
    return keywords;
}

static void make_table(TableCopy *copy)
{
    settle_order(copy);
    List *arguments = list_new(copy->slots.length + 2);
    list_append(arguments, STR(copy->temporary_name));
    list_append(arguments, OBJ(metadata_new()));
    for (size_t i = 0; i < copy->slots.length; i++)
        list_append(arguments, OBJ(copy->slots.at[i].column));
    for (size_t i = 0; copy->options->table_args && i < copy->options->table_args->length; i++)
        list_append(arguments, copy->options->table_args->at[i]);
    Value made =
        call_dict(OBJ(&Table_class), arguments->length, arguments->at, table_keywords(copy));
    copy->made = get_as(Table, made, "table");
    for (size_t i = 0; i < copy->named.length; i++)
        copy_constraint(copy, copy->named.at[i].value);
    for (size_t i = 0; i < copy->unnamed.length; i++)
        copy_constraint(copy, copy->unnamed.at[i]);
}

/* --- doing it -------------------------------------------------------------------------------- */

/* PostgreSQL keeps one name space for constraints: those with names to be used again go first. */
static void free_names(TableCopy *copy, const MigrateOperation *op)
{
    for (size_t i = 0; i < copy->table->constraints.length; i++) {
        Constraint *constraint = copy->table->constraints.at[i];
        if (constraint->name && map_has(&copy->named, constraint->name)) {
            const Action drop = {
                .kind = ACTION_DROP_CONSTRAINT, .op = op, .constraint = constraint};
            action_run(copy->context, &drop);
        }
    }
}

/* A colon in a name would be a parameter of text(). */
static Str *escape_colons(const Str *text)
{
    return str_replace(text, ":", "\\:");
}

/*  INSERT INTO _alembic_tmp_t (id, x) SELECT t.id, CAST(t.x AS TEXT) AS x
 *  FROM t
 */
static void copy_rows(TableCopy *copy)
{
    const Dialect *dialect = copy->context->dialect;
    Str *schema = table_schema(copy->table);
    Buf names_ = {0}, values = {0};
    for (size_t i = 0; i < copy->slots.length; i++) {
        const Slot *slot = &copy->slots.at[i];
        if (!slot->expression)
            continue;
        const char *comma = names_.length ? ", " : "";
        const ColumnClause *column = &slot->column->clause;
        buf_format(&names_, "%s%s", comma,
                   sql_name_text(dialect, column->name, column->quote)->text);
        buf_format(&values, "%s%s", comma, slot->expression->text);
    }
    Str *text = str_format("INSERT INTO %s (%s) SELECT %s \nFROM %s",
                           sql_qualified_text(dialect, schema, copy->temporary_name)->text,
                           names_.length ? names_.data : "", values.length ? values.data : "",
                           sql_qualified_text(dialect, schema, table_name(copy->table))->text);
    context_execute(copy->context, ELEMENT(text_new(escape_colons(text))), NULL);
}

typedef struct Move {
    TableCopy *copy;
    const MigrateOperation *op;
} Move;

static void drop(TableCopy *copy, const MigrateOperation *op, Table *table)
{
    Ddl *ddl = ddl_new(DDL_DROP_TABLE, (Obj *)table);
    context_execute_ddl(copy->context, ddl);
}

static void move_rows(void *data)
{
    const Move *move = data;
    copy_rows(move->copy);
    drop(move->copy, move->op, move->copy->table);
}

/* The old table's indexes as they were, but on the new one's columns. */
static void recreate_index(TableCopy *copy, const MigrateOperation *op, const Index *from)
{
    if (from->implicit)
        return;
    Action create = {.kind = ACTION_CREATE_INDEX, .op = op, .index = index_copy(from)};
    table_add_index(copy->made, create.index);
    action_run(copy->context, &create);
}

/* A column of the new table by its key, which is its old name, or by its new name. */
static Column *made_column(const TableCopy *copy, Str *name)
{
    Column *found = table_find_column(copy->made, name);
    for (size_t i = 0; !found && i < copy->made->columns.length; i++)
        if (str_equal(column_name(copy->made->columns.at[i]), name))
            found = copy->made->columns.at[i];
    if (!found)
        raise_exception_with(&KeyError_class, STR(name));
    return found;
}

/* A new index names columns of the new table, even when it says more: only columns are kept, as the
 * reference does. */
static void create_new_index(TableCopy *copy, const MigrateOperation *op, const Index *from)
{
    Index *index = index_new(NULL, NULL);
    index->name = from->name;
    index->name_source = from->name_source;
    index->unique = from->unique;
    index->options = from->options;
    for (size_t i = 0; i < from->expressions.length; i++) {
        const Column *column = as(Column, OBJ(from->expressions.at[i]));
        if (!column)
            continue;
        vec_push(&index->column_names, NULL);
        vec_push(&index->expressions, ELEMENT(made_column(copy, column_name(column))));
    }
    const Action create = {.kind = ACTION_CREATE_INDEX, .op = op, .index = index};
    table_add_index(copy->made, index);
    action_run(copy->context, &create);
}

static void create_indexes(TableCopy *copy, const MigrateOperation *op)
{
    copy->made->clause.name = table_name(copy->table);
    for (size_t i = 0; i < copy->indexes.length; i++)
        recreate_index(copy, op, copy->indexes.at[i].value);
    for (size_t i = 0; i < copy->new_indexes.length; i++)
        create_new_index(copy, op, copy->new_indexes.at[i].value);
    copy->made->clause.name = copy->temporary_name;
}

void table_copy_finish(TableCopy *copy)
{
    MigrateOperation *op = op_new(OP_RENAME_TABLE);
    op->table_name = copy->temporary_name;
    op->new_table_name = table_name(copy->table);
    op->schema = table_schema(copy->table);
    make_table(copy);
    if (dialect_has(copy->context->dialect, FEATURE_ALTER_CONSTRAINTS))
        free_names(copy, op);
    const Action create = {.kind = ACTION_CREATE_TABLE, .op = op, .table = copy->made};
    action_run(copy->context, &create);
    Move move = {copy, op};
    Err *failed = protect(move_rows, &move);
    if (failed) {
        drop(copy, op, copy->made);
        err_raise(failed);
    }
    const Action rename = {.kind = ACTION_RENAME_TABLE, .op = op};
    action_run(copy->context, &rename);
    create_indexes(copy, op);
}
