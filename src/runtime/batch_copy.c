/* batch_copy.c -- move and copy: a new table with the changes made, the rows carried over, the old
 * one dropped and the new one renamed. SQLite's way to do what its ALTER TABLE cannot. */
#include "runtime/batch_copy.h"

Slot *slot_find(TableCopy *copy, const Str *key)
{
    for (size_t i = 0; i < copy->slots.length; i++)
        if (str_equal(copy->slots.at[i].key, key))
            return &copy->slots.at[i];
    return NULL;
}

Slot *slot_get(TableCopy *copy, Str *key)
{
    Slot *slot = slot_find(copy, key);
    if (!slot)
        raise_exception_with(&KeyError_class, STR(key));
    return slot;
}

Map copy_renamed_columns(const TableCopy *copy)
{
    Map names = {0};
    for (size_t i = 0; i < copy->slots.length; i++) {
        const Slot *slot = &copy->slots.at[i];
        if (slot->original && !str_equal(column_name(slot->column), slot->key))
            map_put(&names, slot->key, column_name(slot->column));
    }
    return names;
}

Str *copied_constraint_name(const TableCopy *copy, const Constraint *constraint)
{
    return constraint_final_name(constraint, copy->context->dialect->identifier_limit);
}

/* --- what the table has now ------------------------------------------------------------------ */

static void take_columns(TableCopy *copy)
{
    for (size_t i = 0; i < copy->table->columns.length; i++) {
        const Column *column = copy->table->columns.at[i];
        Slot slot = {.key = column_name(column), .column = column_copy(column)};
        slot.original = copy->table->columns.at[i];
        slot.column->unique = slot.column->index = TRI_FALSE;
        /* foreign keys come with the constraints below */
        memset(&slot.column->foreign_keys, 0, sizeof slot.column->foreign_keys);
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

/* An unnamed CHECK that was read back may belong to a type, which makes it again. Where the reference
 * gives up on all of them, those that no type makes are kept. */
static bool is_left_behind(const TableCopy *copy, const Constraint *constraint)
{
    if (!copy->reflected || constraint->kind != CONSTRAINT_CHECK || constraint->name)
        return false;
    if (!copy->found)
        return true;
    const TextClause *text = as(TextClause, OBJ(constraint->sqltext));
    for (size_t i = 0; text && i < copy->slots.length; i++)
        if (column_type(copy->slots.at[i].column)->create_constraint &&
            sqlite_is_membership(text->text, copy->slots.at[i].key))
            return true;
    return false;
}

static void take_constraints(TableCopy *copy)
{
    const ConstraintVec *list = &copy->table->constraints;
    for (size_t i = 0; i < list->length; i++) {
        Constraint *constraint = list->at[i];
        if (constraint->type_bound || is_left_behind(copy, constraint))
            continue;
        Str *name = copied_constraint_name(copy, constraint);
        if (name)
            map_put(&copy->named, name, constraint);
        else
            vec_push(&copy->unnamed, constraint);
    }
}

static void take_index_text(TableCopy *copy, ReflectedIndex *index)
{
    map_remove(&copy->indexes, index->name);
    map_put(&copy->index_texts, index->name, index);
}

static void take_indexes(TableCopy *copy)
{
    const Table *table = copy->table;
    for (size_t i = 0; i < table->indexes.length; i++)
        if (table->indexes.at[i]->name)
            map_put(&copy->indexes, table->indexes.at[i]->name, table->indexes.at[i]);
    for (size_t i = 0; copy->found && i < copy->found->indexes.length; i++)
        if (!copy->found->indexes.at[i]->is_plain)
            take_index_text(copy, copy->found->indexes.at[i]);
    for (size_t i = 0; copy->found && i < copy->found->expression_indexes.length; i++)
        take_index_text(copy, copy->found->expression_indexes.at[i]);
}

TableCopy *table_copy_new(MigrationContext *context, Table *table, const BatchOptions *options,
                          bool reflected, const ReflectedTable *found)
{
    TableCopy *copy = new (TableCopy);
    copy->context = context;
    copy->table = table;
    copy->options = options;
    copy->reflected = reflected;
    copy->found = found;
    Str *name = str_format("_alembic_tmp_%s", table_name(table)->text);
    copy->temporary_name =
        str_slice_bytes(name, 0, str_offset(name, name->characters < 50 ? name->characters : 50));
    take_columns(copy);
    take_constraints(copy);
    take_indexes(copy);
    return copy;
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

/* An unnamed CHECK out of the database goes with the columns it speaks of; the text of a named one is
 * for the script to settle. */
static bool mentions_dropped(const TableCopy *copy, const Constraint *constraint)
{
    const TextClause *text = constraint->sqltext ? as(TextClause, OBJ(constraint->sqltext)) : NULL;
    for (size_t i = 0; text && !constraint->name && i < copy->dropped.length; i++)
        if (sql_mentions_column(SQL_OF_SQLITE, text->text, copy->dropped.at[i]))
            return true;
    return false;
}

static bool has_columns_of(TableCopy *copy, const Constraint *constraint)
{
    ColumnVec columns = columns_of(constraint);
    for (size_t i = 0; i < columns.length; i++)
        if (!slot_find(copy, columns.at[i]->clause.key))
            return false;
    return !copy->reflected || !mentions_dropped(copy, constraint);
}

/* Their new names as they stand in SQL. */
static Map spelled_names(const TableCopy *copy)
{
    Map names = copy_renamed_columns(copy);
    for (size_t i = 0; i < names.length; i++)
        names.at[i].value = sql_name_text(copy->context->dialect, names.at[i].value, TRI_TRUE);
    return names;
}

/* SQL text with the columns' new names; anything else as it is. */
static ClauseElement *renamed_text(const TableCopy *copy, ClauseElement *element)
{
    Map names = spelled_names(copy);
    const TextClause *text = element && names.length ? as(TextClause, OBJ(element)) : NULL;
    return text ? ELEMENT(text_new(sql_rename_columns(SQL_OF_SQLITE, text->text, &names)))
                : element;
}

/* The column a key of the table to itself means, after a change of names. */
static Str *own_target(const TableCopy *copy, Str *column)
{
    Map names = copy_renamed_columns(copy);
    Str *renamed = map_find(&names, column);
    return renamed ? renamed : column;
}

/* By name: a key of the table to itself means the name it will have again. Where a key holds on to
 * the table and not to its name it must be the new table from the start, or the old one could not
 * be dropped. */
static void copy_targets(TableCopy *copy, const Constraint *constraint, Constraint *made)
{
    bool is_own = refers_to_itself(copy, constraint);
    bool by_table = dialect_has(copy->context->dialect, FEATURE_ALTER_CONSTRAINTS);
    for (size_t i = 0; i < made->elements.length; i++) {
        Str *schema, *table, *column;
        foreign_key_target(constraint->elements.at[i], &schema, &table, &column);
        if (is_own)
            column = own_target(copy, column);
        if (is_own && by_table)
            table = copy->temporary_name;
        made->elements.at[i]->target =
            STR(schema ? str_format("%s.%s.%s", schema->text, table->text, column->text)
                       : str_format("%s.%s", table->text, column->text));
    }
    if (!is_own || (!by_table && !str_equal(table_name(copy->table), copy->temporary_name)))
        add_referent(copy, constraint);
}

static void copy_constraint(TableCopy *copy, const Constraint *constraint)
{
    if (!has_columns_of(copy, constraint))
        return;
    Constraint *made = constraint_copy(constraint);
    Str *name = copied_constraint_name(copy, constraint);
    made->type_bound = NULL; /* an action of its own now */
    if (name) {
        made->name = name;
        made->name_source = NAME_FINAL;
    }
    made->sqltext = renamed_text(copy, made->sqltext);
    if (constraint->kind == CONSTRAINT_FOREIGN_KEY)
        copy_targets(copy, constraint, made);
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

/* A generated column follows the columns it is made of. */
static Column *column_to_make(const TableCopy *copy, Column *column)
{
    if (!column->computed)
        return column;
    Computed *computed = obj_new(Computed);
    Obj head = computed->obj;
    *computed = *column->computed;
    computed->obj = head;
    computed->sqltext = renamed_text(copy, computed->sqltext);
    column->computed = computed;
    return column;
}

static void make_table(TableCopy *copy)
{
    copy_settle_order(copy);
    List *arguments = list_new(copy->slots.length + 2);
    list_append(arguments, STR(copy->temporary_name));
    list_append(arguments, OBJ(metadata_new()));
    for (size_t i = 0; i < copy->slots.length; i++)
        list_append(arguments, OBJ(column_to_make(copy, copy->slots.at[i].column)));
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

/* --- old columns under their new names -------------------------------------------------------- */

/* Expressions of constraints and indexes hold the old Column objects, and SQL is written by name: for
 * the time of `run` those have the names of their copies. */
static void rename_originals(const TableCopy *copy, bool to_new)
{
    for (size_t i = 0; i < copy->slots.length; i++) {
        const Slot *slot = &copy->slots.at[i];
        if (slot->original)
            slot->original->clause.name = to_new ? column_name(slot->column) : slot->key;
    }
}

/* --- doing it -------------------------------------------------------------------------------- */

/* PostgreSQL keeps one name space for constraints: those with names to be used again go first. */
static void free_names(TableCopy *copy)
{
    const MigrateOperation *op = op_new(OP_DROP_CONSTRAINT);
    for (size_t i = 0; i < copy->table->constraints.length; i++) {
        Constraint *constraint = copy->table->constraints.at[i];
        const Str *name = copied_constraint_name(copy, constraint);
        if (name && map_has(&copy->named, name)) {
            const Action drop = {
                .kind = ACTION_DROP_CONSTRAINT, .op = op, .constraint = constraint};
            action_run(copy->context, &drop);
        }
    }
}

/* The old column, quoted, with its table in front: "t.id", "s.t.id"; and the casts around it. */
static Str *copied_value(const TableCopy *copy, const Slot *slot)
{
    const Dialect *dialect = copy->context->dialect;
    const Column *column = copy->is_renamed ? slot->column : slot->original;
    Str *value = str_format(
        "%s.%s",
        sql_qualified_text(dialect, table_schema(copy->table), table_name(copy->table))->text,
        sql_name_text(dialect, column_name(column), column->clause.quote)->text);
    for (size_t i = 0; i < slot->casts.length; i++)
        value = str_format("CAST(%s AS %s)", value->text, slot->casts.at[i]->text);
    if (slot->casts.length == 0)
        return value;
    Str *label = sql_name_text(dialect, slot->key, TRI_UNSET);
    return str_format("%s AS %s", value->text, label->text);
}

/* A colon in a name would be a parameter of text(). */
static Str *escape_colons(const Str *text)
{
    return str_replace(text, ":", "\\:");
}

/* Rows keep what the server would otherwise count anew. */
static const char *overriding(const TableCopy *copy)
{
    if (!dialect_has(copy->context->dialect, FEATURE_IDENTITY))
        return "";
    for (size_t i = 0; i < copy->slots.length; i++) {
        const Slot *slot = &copy->slots.at[i];
        if (slot->original && slot->column->identity && slot->column->identity->always)
            return " OVERRIDING SYSTEM VALUE";
    }
    return "";
}

/*  INSERT INTO _alembic_tmp_t (id, x) SELECT t.id, CAST(t.x AS TEXT) AS x
 *  FROM t
 *
 * Generated columns make their own values.
 */
static void copy_rows(TableCopy *copy)
{
    const Dialect *dialect = copy->context->dialect;
    Str *schema = table_schema(copy->table);
    Buf names_ = {0}, values = {0};
    for (size_t i = 0; i < copy->slots.length; i++) {
        const Slot *slot = &copy->slots.at[i];
        const ColumnClause *column = &slot->column->clause;
        if (!slot->original || slot->column->computed)
            continue;
        const char *comma = names_.length ? ", " : "";
        buf_format(&names_, "%s%s", comma,
                   sql_name_text(dialect, column->name, column->quote)->text);
        buf_format(&values, "%s%s", comma, copied_value(copy, slot)->text);
    }
    if (names_.length == 0)
        return;
    Str *text = str_format("INSERT INTO %s (%s)%s SELECT %s \nFROM %s",
                           sql_qualified_text(dialect, schema, copy->temporary_name)->text,
                           names_.data, overriding(copy), values.data,
                           sql_qualified_text(dialect, schema, table_name(copy->table))->text);
    context_execute(copy->context, ELEMENT(text_new(escape_colons(text))), NULL);
}

/* pg_get_serial_sequence('s.t', 'id') */
static Str *sequence_of(const TableCopy *copy, Str *table, Str *column)
{
    const Dialect *dialect = copy->context->dialect;
    Str *name = sql_qualified_text(dialect, table_schema(copy->table), table);
    Type *text = type_new(TYPE_String);
    return str_format("pg_get_serial_sequence(%s, %s)",
                      sql_literal_text(dialect, STR(name), text)->text,
                      sql_literal_text(dialect, STR(column), text)->text);
}

static bool counts_itself(const TableCopy *copy, const Slot *slot)
{
    const Column *column = table_find_column(copy->made, slot->key);
    return slot->original && column && type_is(column_type(column), TYPE_Integer) &&
           (column->identity || table_autoincrement_column(copy->made) == column);
}

/* The counter of the new column goes on where that of the old one is, and behind the rows. Without either it begins
 * where it says. Online only: on paper nobody knows the rows. */
static void keep_counter(TableCopy *copy, const Slot *slot)
{
    const Dialect *dialect = copy->context->dialect;
    Str *name = column_name(slot->column);
    const char *column = sql_name_text(dialect, name, slot->column->clause.quote)->text;
    const char *made = sequence_of(copy, copy->temporary_name, name)->text;
    Str *sql = str_format(
        "SELECT setval(%s::regclass, n.value) FROM (SELECT CASE WHEN i.seqincrement > 0 THEN "
        "greatest(o.last, r.high) "
        "ELSE least(o.last, r.low) END AS value FROM pg_catalog.pg_sequence AS i, (SELECT max(%s) "
        "AS high, min(%s) AS "
        "low FROM %s) AS r, (SELECT pg_sequence_last_value(%s::regclass) AS last) AS o WHERE "
        "i.seqrelid = "
        "%s::regclass) AS n WHERE n.value IS NOT NULL",
        made, column, column,
        sql_qualified_text(dialect, table_schema(copy->table), copy->temporary_name)->text,
        sequence_of(copy, table_name(copy->table), column_name(slot->original))->text, made);
    context_execute(copy->context, ELEMENT(text_new(escape_colons(sql))), NULL);
}

static void keep_counters(TableCopy *copy)
{
    if (copy->context->as_sql || !dialect_has(copy->context->dialect, FEATURE_IDENTITY))
        return;
    for (size_t i = 0; i < copy->slots.length; i++)
        if (counts_itself(copy, &copy->slots.at[i]))
            keep_counter(copy, &copy->slots.at[i]);
}

static void drop(TableCopy *copy, Table *table)
{
    context_execute_ddl(copy->context, ddl_new(DDL_DROP_TABLE, (Obj *)table));
}

static void drop_made(void *data)
{
    drop(data, ((TableCopy *)data)->made);
}

static void move_rows(void *data)
{
    copy_rows(data);
    keep_counters(data);
    drop(data, ((TableCopy *)data)->table);
}

/* --- indexes ---------------------------------------------------------------------------------- */

static void run_index(TableCopy *copy, Index *index)
{
    MigrateOperation *op = op_new(OP_CREATE_INDEX);
    const Action create = {.kind = ACTION_CREATE_INDEX, .op = op, .index = index};
    action_run(copy->context, &create);
}

/* The condition of a partial index, when it is text, with the columns' new names. */
static void rename_condition(const TableCopy *copy, Index *index)
{
    const char *name = str_format("%s_where", copy->context->dialect->name)->text;
    Value where = dict_find_text(index->options, name);
    ClauseElement *element = is_absent(where) ? NULL : as(ClauseElement, where);
    if (!element)
        return;
    index->options = dict_copy(index->options);
    dict_set_text(index->options, name, OBJ(renamed_text(copy, element)));
}

/* The old table's indexes as they were, but on the new one's columns. */
static void recreate_index(TableCopy *copy, const Index *from)
{
    if (from->implicit)
        return;
    Index *index = index_copy(from);
    rename_condition(copy, index);
    for (size_t i = 0; i < index->expressions.length; i++)
        if (index->expressions.at[i])
            index->expressions.at[i] = renamed_text(copy, index->expressions.at[i]);
    table_add_index(copy->made, index);
    run_index(copy, index);
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

/* A new index names columns of the new table. The reference makes it of the columns alone when it
 * says more: DESC and expressions are lost there. */
static void create_new_index(TableCopy *copy, const Index *from)
{
    Index *index = index_new(NULL, NULL);
    index->name = from->name;
    index->name_source = from->name_source;
    index->unique = from->unique;
    index->options = from->options;
    for (size_t i = 0; i < from->expressions.length; i++) {
        ClauseElement *element = from->expressions.at[i];
        const Column *column = as(Column, OBJ(element));
        if (!column && !batch_keeps(copy->context))
            continue;
        vec_push(&index->column_names, NULL);
        vec_push(&index->expressions,
                 column ? ELEMENT(made_column(copy, column_name(column))) : element);
    }
    table_add_index(copy->made, index);
    run_index(copy, index);
}

/*  CREATE UNIQUE INDEX ix ON t (lower(x), y DESC) WHERE z > 0 */
static void recreate_text(TableCopy *copy, const ReflectedIndex *index, const Map *renamed)
{
    const Dialect *dialect = copy->context->dialect;
    const Str *schema = table_schema(copy->table);
    Buf sql = {0};
    buf_format(&sql, "CREATE %sINDEX %s ON %s (", index->unique ? "UNIQUE " : "",
               sql_qualified_text(dialect, schema, index->name)->text,
               sql_name_text(dialect, table_name(copy->table), TRI_UNSET)->text);
    for (size_t i = 0; i < index->items.length; i++)
        buf_format(&sql, "%s%s", i ? ", " : "",
                   sql_rename_columns(SQL_OF_SQLITE, index->items.at[i], renamed)->text);
    buf_char(&sql, ')');
    if (index->where)
        buf_format(&sql, " WHERE %s",
                   sql_rename_columns(SQL_OF_SQLITE, index->where, renamed)->text);
    context_execute(copy->context, ELEMENT(text_new(escape_colons(buf_str(&sql)))), NULL);
}

static void create_indexes(void *data)
{
    TableCopy *copy = data;
    Map renamed = spelled_names(copy);
    copy->made->clause.name = table_name(copy->table);
    for (size_t i = 0; i < copy->indexes.length; i++)
        recreate_index(copy, copy->indexes.at[i].value);
    for (size_t i = 0; i < copy->index_texts.length; i++)
        recreate_text(copy, copy->index_texts.at[i].value, &renamed);
    for (size_t i = 0; i < copy->new_indexes.length; i++)
        create_new_index(copy, copy->new_indexes.at[i].value);
    copy->made->clause.name = copy->temporary_name;
}

/* --- the whole -------------------------------------------------------------------------------- */

static void create_table(void *data)
{
    TableCopy *copy = data;
    const Action create = {
        .kind = ACTION_CREATE_TABLE, .op = op_new(OP_CREATE_TABLE), .table = copy->made};
    action_run(copy->context, &create);
}

static void rename_back(TableCopy *copy)
{
    MigrateOperation *op = op_new(OP_RENAME_TABLE);
    op->table_name = copy->temporary_name;
    op->new_table_name = table_name(copy->table);
    op->schema = table_schema(copy->table);
    const Action rename = {.kind = ACTION_RENAME_TABLE, .op = op};
    action_run(copy->context, &rename);
}

/* A constraint or an index that names a column the block drops: says what to write. */
static void explain_dropped(const TableCopy *copy, Err *err)
{
    for (size_t i = 0; !err->hint && i < copy->dropped.length; i++)
        if (sql_mentions_column(SQL_OF_SQLITE, err->message, copy->dropped.at[i]))
            err->hint = str_format("a constraint or an index still names the column %s; drop it in "
                                   "the same block: batch_op.drop_constraint() or drop_index()",
                                   copy->dropped.at[i]->text);
}

static void run_renamed(TableCopy *copy, void (*run)(void *copy))
{
    rename_originals(copy, true);
    Err *err = protect(run, copy);
    rename_originals(copy, false);
    if (!err)
        return;
    explain_dropped(copy, err);
    err_raise(err);
}

/* When the rows do not go over, the new table goes away again, as in the reference; where the whole
 * is one transaction, that is undone with the rest. */
static void run_copy(void *data)
{
    TableCopy *copy = data;
    if (dialect_has(copy->context->dialect, FEATURE_ALTER_CONSTRAINTS))
        free_names(copy);
    run_renamed(copy, create_table);
    Err *failed = protect(move_rows, copy);
    if (failed) {
        if (!batch_keeps(copy->context))
            protect(drop_made, copy); /* an aborted transaction takes no DROP: what failed first is told */
        err_raise(failed);
    }
    rename_back(copy);
    run_renamed(copy, create_indexes);
}

void table_copy_finish(TableCopy *copy)
{
    make_table(copy);
    if (!copy->context->as_sql && batch_keeps(copy->context))
        copy_kept_run(copy, run_copy, copy);
    else
        run_copy(copy);
}
