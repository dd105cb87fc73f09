/* dml.c -- INSERT, UPDATE, DELETE: which columns get which values, defaults of the script's side,
 * implicit RETURNING of keys, ON CONFLICT. */
#include "sql/expr_inside.h"

/* --- values by column ------------------------------------------------------------------------- */

/* One column of VALUES or SET. */
typedef struct Setting {
    ColumnClause *column;
    Value value; /* plain, element; UNSET = comes with the execution, or nothing yet */
} Setting;
typedef VEC(Setting) SettingVec;

static Str *key_name(Value key)
{
    return is_str(key) ? key.str : ((ColumnClause *)key.obj)->key;
}

static const Assignment *find_assignment(const AssignmentVec *values, const Str *key)
{
    for (size_t i = 0; i < values->length; i++)
        if (str_equal(key_name(values->at[i].key), key))
            return &values->at[i];
    return NULL;
}

static ColumnCollection *target_columns(const Dml *dml)
{
    return fromclause_columns((FromClause *)dml->table);
}

static const Table *target_table(const Dml *dml)
{
    return as(Table, OBJ(dml->table));
}

static Value execution_value(Writer *w, const Str *key)
{
    return w->options.values ? dict_find_str(w->options.values, key) : UNSET;
}

/* --- defaults of the script's side ------------------------------------------------------------ */

/* Literal text has no execution: a value made by Python is not known, and the reference writes
 * NULL. */
static Value default_of(Writer *w, Value given)
{
    if (element_find(given))
        return given;
    if (w->options.literal_binds || w->options.generic_style)
        return UNSET;
    return is_callable(given) ? column_default_call(given) : given;
}

/* --- writing one value ------------------------------------------------------------------------ */

static void write_setting_value(Writer *w, const Setting *setting, Str *name)
{
    Type *type = setting->column->column_element.type;
    ClauseElement *element = is_set(setting->value) ? element_find(setting->value) : NULL;
    if (!element) {
        write_bind_value(w, name, setting->value, type);
        return;
    }
    if (element_is_select(element))
        element = element_from_value(OBJ(element), NULL);
    if (element->kind == EXPR_BIND) {
        BindParameter *bind = element_clone(element);
        if (type_id(bind->column_element.type) == TYPE_NullType)
            bind->column_element.type = type;
        if (bind->unique && !bind->name) {
            bind->name = name;
            bind->unique = false;
        }
        element = ELEMENT(bind);
    }
    write_element(w, element_self_group(element, SQL_NONE)->kind == EXPR_GROUPING &&
                             element->kind != EXPR_SELECT
                         ? element_self_group(element, SQL_NONE)
                         : element);
}

/* --- which columns ---------------------------------------------------------------------------- */

static void check_consumed(Writer *w, const Dml *dml, const AssignmentVec *values)
{
    Buf unknown = {0};
    const ColumnCollection *columns = target_columns(dml);
    for (size_t i = 0; i < values->length; i++) {
        Str *key = key_name(values->at[i].key);
        if (!map_has(&columns->by_key, key))
            buf_format(&unknown, "%s%s", unknown.length ? ", " : "", key->text);
    }
    if (unknown.length)
        raise_compile(w, "Unconsumed column names: %s", buf_str(&unknown)->text);
}

/* str(insert(t)) shows every column; run, or with literals, such an INSERT has DEFAULT VALUES. */
static bool has_no_values(const Writer *w, const Dml *dml)
{
    return !dml->values_given && !w->options.literal_binds && !dml->values.length &&
           !dml->rows.length && !w->options.values;
}

static const Column *as_column(const ColumnClause *column)
{
    return as(Column, OBJ(column));
}

/* What INSERT does for a column nobody gave a value: its default, or RETURNING when it is a key. */
static void settle_missing(Writer *w, const Dml *dml, ColumnClause *clause, bool returns_keys,
                           bool in_values, SettingVec *out, ElementVec *returning)
{
    const Column *column = as_column(clause);
    const Table *table = target_table(dml);
    if (!column || !table)
        return;
    bool key = column->primary_key && returns_keys;
    Setting setting = {clause, UNSET};
    if (column->sequence && dialect_has(w->dialect, FEATURE_SEQUENCES) &&
        !column->sequence->optional) {
        setting.value = OBJ(column->sequence);
        vec_push(out, setting);
        if (key)
            vec_push(returning, ELEMENT(clause));
    } else if (is_set(column->default_value) && !is_none(column->default_value)) {
        setting.value = default_of(w, column->default_value);
        vec_push(out, setting);
        if (key && is_set(setting.value) && element_find(setting.value))
            vec_push(returning, ELEMENT(clause));
    } else if (key && (table_autoincrement_column(table) == column || column->server_default ||
                       column->identity)) {
        vec_push(returning, ELEMENT(clause));
    }
}

/* Whether the keys that the database makes have to come back with the row. */
static bool returns_keys(Writer *w, const Dml *dml)
{
    const Table *table = target_table(dml);
    const ExprState *state = expr_state(w);
    if (!table || dml->is_inline || dml->returning_given || dml->rows.length ||
        (state->frame && state->frame->outer))
        return false;
    if (table->implicit_returning_off ||
        (w->dialect->base && !dialect_has(w->dialect, FEATURE_IMPLICIT_RETURNING)))
        return false;
    if (EXPR_FLAG(w, has_last_row_id) && dml->on_conflict)
        return false;
    return !EXPR_FLAG(w, has_last_row_id) || !table_autoincrement_column(table) ||
           dml->return_defaults;
}

static void insert_settings(Writer *w, const Dml *dml, const AssignmentVec *given, SettingVec *out,
                            ElementVec *returning)
{
    const ColumnCollection *columns = target_columns(dml);
    bool keys = returns_keys(w, dml), all = has_no_values(w, dml);
    check_consumed(w, dml, given);
    for (size_t i = 0; i < columns->items.length; i++) {
        ColumnClause *column = columns->items.at[i];
        const Assignment *assignment = find_assignment(given, column->key);
        Setting setting = {column,
                           assignment ? assignment->value : execution_value(w, column->key)};
        if (!assignment && !is_set(setting.value) && !all) {
            settle_missing(w, dml, column, keys, true, out, returning);
            continue;
        }
        vec_push(out, setting);
        ClauseElement *element = is_set(setting.value) ? element_find(setting.value) : NULL;
        const Column *full = as_column(column);
        if (keys && full && full->primary_key && element && element->kind != EXPR_BIND)
            vec_push(returning, ELEMENT(column));
    }
}

/* --- RETURNING -------------------------------------------------------------------------------- */

static void write_returning(Writer *w, const Dml *dml, const ElementVec *implicit)
{
    const ElementVec *columns = dml->returning_given ? &dml->returning : implicit;
    if (!columns->length)
        return;
    bool bare = w->without_tables;
    w->without_tables = EXPR_FLAG(w, returning_bare);
    write_text(w, " RETURNING ");
    write_result_columns(w, columns, false);
    w->without_tables = bare;
}

/* --- ON CONFLICT ------------------------------------------------------------------------------ */

static void write_conflict_target(Writer *w, const OnConflict *conflict)
{
    if (conflict->constraint && !EXPR_FLAG(w, conflict_names))
        return; /* as the reference: any conflict will do */
    if (conflict->constraint) {
        write_text(w, " ON CONSTRAINT ");
        write_name(w, conflict->constraint, TRI_UNSET);
        return;
    }
    if (!conflict->index_elements.length)
        return;
    write_text(w, " (");
    for (size_t i = 0; i < conflict->index_elements.length; i++) {
        write_text(w, i ? ", " : "");
        write_with_tables(w, conflict->index_elements.at[i], true);
    }
    write_text(w, ")");
    if (conflict->index_where) {
        bool literal = w->options.literal_binds;
        w->options.literal_binds |= EXPR_FLAG(w, literal_conflict_index);
        write_text(w, " WHERE ");
        write_with_tables(w, conflict->index_where, true);
        w->options.literal_binds = literal;
    }
}

static Value conflict_value(const ColumnClause *column, Value value)
{
    ClauseElement *element = element_find(value);
    if (!element)
        return OBJ(bind_new(NULL, value, column ? column->column_element.type : NULL, true));
    if (column && element->kind == EXPR_BIND && type_id(element_type(element)) == TYPE_NullType) {
        BindParameter *bind = element_clone(element);
        bind->column_element.type = column->column_element.type;
        return OBJ(bind);
    }
    return OBJ(element);
}

static void write_conflict_setting(Writer *w, const ColumnClause *column, const Str *key,
                                   Value value, bool first)
{
    write_text(w, first ? "" : ", ");
    if (column)
        write_name(w, column->name, column->quote);
    else
        write_name(w, key, TRI_UNSET);
    write_text(w, " = ");
    ClauseElement *element = element_from_value(conflict_value(column, value), NULL);
    write_element(w, element_self_group(element, SQL_NONE));
}

/* Columns of the table in its order, then the names it does not have. */
static void write_conflict_settings(Writer *w, const Dml *dml, const OnConflict *conflict)
{
    const ColumnCollection *columns = target_columns(dml);
    bool first = true;
    for (size_t i = 0; i < columns->items.length; i++) {
        const ColumnClause *column = columns->items.at[i];
        const Assignment *assignment = find_assignment(&conflict->set, column->key);
        if (!assignment)
            continue;
        write_conflict_setting(w, column, column->key, assignment->value, first);
        first = false;
    }
    for (size_t i = 0; i < conflict->set.length; i++) {
        Str *key = key_name(conflict->set.at[i].key);
        if (map_has(&columns->by_key, key))
            continue;
        write_conflict_setting(w, NULL, key, conflict->set.at[i].value, first);
        first = false;
    }
}

static void write_on_conflict(Writer *w, const Dml *dml)
{
    const OnConflict *conflict = dml->on_conflict;
    if (!conflict)
        return;
    if (w->dialect->base && !EXPR_FLAG(w, has_conflict))
        raise_compile(w, "ON CONFLICT is not supported by the %s dialect", w->dialect->name);
    write_text(w, " ON CONFLICT");
    write_conflict_target(w, conflict);
    if (!conflict->do_update) {
        write_text(w, " DO NOTHING");
        return;
    }
    bool has_target =
        conflict->index_elements.length || (conflict->constraint && EXPR_FLAG(w, conflict_names));
    write_text(w, has_target ? " DO UPDATE SET " : "  DO UPDATE SET ");
    write_conflict_settings(w, dml, conflict);
    if (conflict->where) {
        write_text(w, " WHERE ");
        write_element(w, conflict->where);
    }
}

/* --- INSERT ----------------------------------------------------------------------------------- */

static void write_column_list(Writer *w, const SettingVec *settings)
{
    write_text(w, " (");
    for (size_t i = 0; i < settings->length; i++) {
        write_text(w, i ? ", " : "");
        write_name(w, settings->at[i].column->name, settings->at[i].column->quote);
    }
    write_text(w, ")");
}

static void write_value_list(Writer *w, const SettingVec *settings, const char *suffix)
{
    write_text(w, "(");
    for (size_t i = 0; i < settings->length; i++) {
        write_text(w, i ? ", " : "");
        write_setting_value(w, &settings->at[i],
                            str_format("%s%s", settings->at[i].column->key->text, suffix));
    }
    write_text(w, ")");
}

/* Every row names the columns of the first one. */
static void write_rows(Writer *w, const Dml *dml)
{
    SettingVec first = {0};
    ElementVec none = {0};
    insert_settings(w, dml, &dml->rows.at[0], &first, &none);
    write_column_list(w, &first);
    write_text(w, " VALUES ");
    for (size_t i = 0; i < dml->rows.length; i++) {
        SettingVec row = {0};
        for (size_t j = 0; j < first.length; j++) {
            const Assignment *given = find_assignment(&dml->rows.at[i], first.at[j].column->key);
            bool expected = find_assignment(&dml->rows.at[0], first.at[j].column->key) != NULL;
            if (!given && expected)
                raise_compile(w,
                              "INSERT value for column %s is explicitly rendered as a "
                              "boundparameter in the VALUES "
                              "clause; a Python-side value or SQL expression is required",
                              value_str(OBJ(first.at[j].column))->text);
            Setting one = {first.at[j].column, given ? given->value : first.at[j].value};
            vec_push(&row, one);
        }
        write_text(w, i ? ", " : "");
        write_value_list(w, &row, str_format("_m%zu", i)->text);
    }
}

/* Columns with defaults of the script's side join the SELECT. */
static ClauseElement *select_with_defaults(Writer *w, const Dml *dml, SettingVec *columns)
{
    const Table *table = target_table(dml);
    if (!table || !dml->select_defaults || dml->select->kind != EXPR_SELECT)
        return dml->select;
    Select *select = NULL;
    for (size_t i = 0; i < table->columns.length; i++) {
        Column *column = table->columns.at[i];
        bool named = false;
        for (size_t j = 0; j < dml->select_names.length; j++)
            named |= str_equal(dml->select_names.at[j], column->clause.key);
        if (named || !is_set(column->default_value) || is_none(column->default_value))
            continue;
        Setting setting = {&column->clause, default_of(w, column->default_value)};
        if (!select) {
            select = element_clone(dml->select);
            ElementVec own = {0};
            for (size_t j = 0; j < select->columns.length; j++)
                vec_push(&own, select->columns.at[j]);
            select->columns = own;
        }
        ClauseElement *element = is_set(setting.value) ? element_find(setting.value) : NULL;
        if (!element) {
            BindParameter *bind =
                bind_new(column->clause.key, is_set(setting.value) ? setting.value : NONE,
                         column_type(column), false);
            element = ELEMENT(bind);
        }
        vec_push(&select->columns, element);
        vec_push(columns, setting);
    }
    return select ? ELEMENT(select) : dml->select;
}

static void write_insert_select(Writer *w, const Dml *dml)
{
    const ColumnCollection *columns = target_columns(dml);
    SettingVec settings = {0};
    for (size_t i = 0; i < dml->select_names.length; i++) {
        ColumnClause *column = map_find(&columns->by_key, dml->select_names.at[i]);
        Setting one = {column ? column : column_clause_new(dml->select_names.at[i], NULL), UNSET};
        vec_push(&settings, one);
    }
    ClauseElement *select = select_with_defaults(w, dml, &settings);
    write_column_list(w, &settings);
    write_text(w, " ");
    write_element(w, select);
    write_on_conflict(w, dml);
    write_returning(w, dml, &(ElementVec){0});
}

/* Rows of an executemany: the parameters are called name__0, name__1 ..., and each row has defaults of its own. */
static void write_shared_rows(Writer *w, const Dml *dml)
{
    const Dict *values = w->options.values;
    for (size_t i = 0; i < w->options.row_count; i++) {
        SettingVec settings = {0};
        ElementVec none = {0};
        w->options.values = w->options.rows[i];
        insert_settings(w, dml, &dml->values, &settings, &none);
        if (i == 0)
            write_column_list(w, &settings);
        write_text(w, i ? ", " : " VALUES ");
        write_value_list(w, &settings, str_format("__%zu", i)->text);
    }
    w->options.values = values;
    write_on_conflict(w, dml);
    write_returning(w, dml, &(ElementVec){0});
}

static void write_single(Writer *w, const Dml *dml)
{
    SettingVec settings = {0};
    ElementVec returning = {0};
    insert_settings(w, dml, &dml->values, &settings, &returning);
    if (settings.length) {
        write_column_list(w, &settings);
        write_text(w, " VALUES ");
        write_value_list(w, &settings, "");
    } else {
        write_text(w, " DEFAULT VALUES");
    }
    write_on_conflict(w, dml);
    write_returning(w, dml, &returning);
}

static void statement_start(Writer *w, const Dml *dml)
{
    if (dml->parameters)
        vec_push(&expr_state(w)->parameters, dml->parameters);
    write_independent_ctes(w, dml->ctes.at, dml->ctes.length);
}

static void statement_end(Writer *w, const Dml *dml, size_t start)
{
    write_ctes_before(w, start);
    if (dml->parameters)
        (void)vec_pop(&expr_state(w)->parameters);
    frame_pop(w);
}

void write_insert(Writer *w, ClauseElement *element)
{
    const Dml *dml = (Dml *)element;
    size_t start = w->out.length;
    frame_push(w, element);
    statement_start(w, dml);
    write_text(w, "INSERT ");
    write_prefixes(w, &dml->prefixes);
    write_text(w, "INTO ");
    write_hinted_target(w, &dml->hints, dml->table, write_element);
    if (dml->table->kind == EXPR_ALIAS) { /* INSERT INTO t AS a */
        write_text(w, " AS ");
        write_name(w, alias_written_name(w, dml->table), TRI_UNSET);
    }
    if (dml->select)
        write_insert_select(w, dml);
    else if (dml->rows.length) {
        write_rows(w, dml);
        write_on_conflict(w, dml);
        write_returning(w, dml, &(ElementVec){0});
    } else if (w->options.row_count) {
        write_shared_rows(w, dml);
    } else {
        write_single(w, dml);
    }
    statement_end(w, dml, start);
}

/* --- UPDATE and DELETE ------------------------------------------------------------------------ */

static bool is_in(const ElementVec *list, const ClauseElement *item)
{
    for (size_t i = 0; i < list->length; i++)
        if (list->at[i] == item)
            return true;
    return false;
}

/* Tables that WHERE and SET mention besides the target. */
static ElementVec extra_froms(const Dml *dml)
{
    ElementVec found = {0}, extra = {0}, main_parts = {0};
    vec_push(&main_parts, dml->table);
    join_collect_parts(dml->table, &main_parts);
    for (size_t i = 0; i < dml->values.length; i++)
        if (element_find(dml->values.at[i].value))
            element_collect_froms(element_find(dml->values.at[i].value), &found);
    for (size_t i = 0; i < dml->where.length; i++)
        element_collect_froms(dml->where.at[i], &found);
    for (size_t i = 0; i < found.length; i++)
        if (!is_in(&main_parts, found.at[i]))
            vec_push(&extra, found.at[i]);
    return extra;
}

static void scope_of(Frame *frame, const Dml *dml, const ElementVec *extra)
{
    vec_push(&frame->as_from, dml->table);
    for (size_t i = 0; i < extra->length; i++)
        vec_push(&frame->as_from, extra->at[i]);
    for (size_t i = 0; i < frame->as_from.length; i++)
        vec_push(&frame->correlate, frame->as_from.at[i]);
}

static void settle_on_update(Writer *w, ColumnClause *clause, SettingVec *out)
{
    const Column *column = as_column(clause);
    if (!column || !is_set(column->onupdate) || is_none(column->onupdate))
        return;
    Setting setting = {clause, default_of(w, column->onupdate)};
    vec_push(out, setting);
}

static void update_add(Writer *w, const Dml *dml, ColumnClause *column, SettingVec *out)
{
    const Assignment *given = find_assignment(&dml->values, column->key);
    Setting setting = {column, given ? given->value : execution_value(w, column->key)};
    if (given || is_set(setting.value) || has_no_values(w, dml))
        vec_push(out, setting);
    else
        settle_on_update(w, column, out);
}

/* In the order of the table, unless ordered_values() gave one. */
static SettingVec update_settings(Writer *w, const Dml *dml)
{
    SettingVec settings = {0};
    const ColumnCollection *columns = target_columns(dml);
    check_consumed(w, dml, &dml->values);
    for (size_t i = 0; dml->is_ordered && i < dml->values.length; i++)
        update_add(w, dml, map_find(&columns->by_key, key_name(dml->values.at[i].key)), &settings);
    for (size_t i = 0; i < columns->items.length; i++)
        if (!dml->is_ordered || !find_assignment(&dml->values, columns->items.at[i]->key))
            update_add(w, dml, columns->items.at[i], &settings);
    return settings;
}

static void write_where(Writer *w, const Dml *dml)
{
    if (!dml->where.length)
        return;
    write_text(w, " WHERE ");
    write_conditions(w, &dml->where);
}

void write_update(Writer *w, ClauseElement *element)
{
    const Dml *dml = (Dml *)element;
    size_t start = w->out.length;
    ElementVec extra = extra_froms(dml);
    scope_of(frame_push(w, element), dml, &extra);
    statement_start(w, dml);
    write_text(w, "UPDATE ");
    write_prefixes(w, &dml->prefixes);
    write_hinted_target(w, &dml->hints, dml->table, write_from);
    write_text(w, " SET ");
    SettingVec settings = update_settings(w, dml);
    for (size_t i = 0; i < settings.length; i++) {
        write_text(w, i ? ", " : "");
        write_name(w, settings.at[i].column->name, settings.at[i].column->quote);
        write_text(w, "=");
        write_setting_value(w, &settings.at[i], settings.at[i].column->key);
    }
    if (extra.length) {
        write_text(w, " FROM ");
        write_froms(w, &extra);
    }
    write_where(w, dml);
    write_returning(w, dml, &(ElementVec){0});
    statement_end(w, dml, start);
}

void write_delete(Writer *w, ClauseElement *element)
{
    const Dml *dml = (Dml *)element;
    size_t start = w->out.length;
    ElementVec extra = extra_froms(dml);
    scope_of(frame_push(w, element), dml, &extra);
    statement_start(w, dml);
    write_text(w, "DELETE ");
    write_prefixes(w, &dml->prefixes);
    write_text(w, "FROM ");
    write_hinted_target(w, &dml->hints, dml->table, write_from);
    if (extra.length) {
        write_text(w, " ");
        EXPR_HOOK(w, delete_froms)(w, &extra);
    }
    write_where(w, dml);
    write_returning(w, dml, &(ElementVec){0});
    statement_end(w, dml, start);
}
