/* dml.c -- insert(), update(), delete(), and the ON CONFLICT of PostgreSQL and SQLite. */
#include "schema/expr_inside.h"

static Dml *dml_copy(const Dml *dml)
{
    Dml *copy = element_clone(dml);
    VEC_OWN(&copy->values);
    VEC_OWN(&copy->rows);
    VEC_OWN(&copy->where);
    VEC_OWN(&copy->returning);
    VEC_OWN(&copy->return_defaults_columns);
    VEC_OWN(&copy->prefixes);
    VEC_OWN(&copy->hints);
    VEC_OWN(&copy->ctes);
    return copy;
}

/* --- values() --------------------------------------------------------------------------------- */

static Value key_from(Value key)
{
    Str *name = value_find_str(key);
    if (name)
        return STR(name);
    ClauseElement *element = element_find(key);
    if (element && element->kind == EXPR_COLUMN)
        return OBJ(element);
    raise_expected("Column name or column object for the SET or VALUES clause", key);
}

static Str *key_name(Value key)
{
    return is_str(key) ? key.str : ((ColumnClause *)key.obj)->key;
}

/* A later value for the same column takes the place of the earlier one. */
static void assign(AssignmentVec *out, Value key, Value value)
{
    key = key_from(key);
    for (size_t i = 0; i < out->length; i++) {
        bool same_table =
            is_str(key) || is_str(out->at[i].key) ||
            ((ColumnClause *)key.obj)->table == ((ColumnClause *)out->at[i].key.obj)->table;
        if (same_table && str_equal(key_name(out->at[i].key), key_name(key))) {
            out->at[i].value = value;
            return;
        }
    }
    Assignment one = {key, value};
    vec_push(out, one);
}

static void assign_dict(AssignmentVec *out, const Dict *dict)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(dict, &i));)
        assign(out, entry->key, entry->value);
}

/* values((1, "x")): by position */
static void assign_sequence(const Dml *dml, AssignmentVec *out, Value sequence)
{
    const ColumnCollection *columns = fromclause_columns((FromClause *)dml->table);
    List *items = list_from(sequence);
    for (size_t i = 0; i < items->length && i < columns->items.length; i++)
        assign(out, OBJ(columns->items.at[i]), items->at[i]);
}

static bool is_sequence(Value v)
{
    return is_instance(v, &list_class) || is_instance(v, &tuple_class);
}

static void assign_row(const Dml *dml, AssignmentVec *out, Value row)
{
    if (is_instance(row, &dict_class))
        assign_dict(out, (Dict *)row.obj);
    else if (is_sequence(row))
        assign_sequence(dml, out, row);
    else
        raise_exception(&ArgumentError_class, "values() takes dictionaries or tuples, got %s",
                        value_repr(row)->text);
}

static void assign_rows(Dml *dml, const List *rows)
{
    for (size_t i = 0; i < rows->length; i++) {
        AssignmentVec row = {0};
        assign_row(dml, &row, rows->at[i]);
        vec_push(&dml->rows, row);
    }
}

static void assign_argument(Dml *dml, Value argument)
{
    bool nested = is_sequence(argument) && value_length(argument) > 0 &&
                  (is_instance(value_subscript(argument, INT(0)), &dict_class) ||
                   is_sequence(value_subscript(argument, INT(0))));
    if (nested && is_instance(argument, &list_class))
        assign_rows(dml, list_from(argument));
    else if (is_instance(argument, &list_class) && value_length(argument) == 0)
        return;
    else
        assign_row(dml, &dml->values, argument);
}

#define VALUES(P) P(REST, list, rows, Empty) P(KWREST, dict, values, Empty)
NATIVE(ValuesBase, values, VALUES)
{
    Dml *copy = dml_copy(self);
    copy->values_given = true;
    if (self->select)
        raise_exception(&InvalidRequestError_class, "This construct already inserts from a SELECT");
    if (a->rows->length > 1)
        raise_exception(&ArgumentError_class,
                        "Only a single dictionary/tuple or list of dictionaries/tuples is accepted "
                        "positionally.");
    if (a->rows->length && a->values->length)
        raise_exception(&ArgumentError_class,
                        "Can't pass positional and kwargs to values() simultaneously");
    if (a->rows->length)
        assign_argument(copy, a->rows->at[0]);
    assign_dict(&copy->values, a->values);
    return OBJ(copy);
}

/* --- RETURNING, prefixes, options: all three -------------------------------------------------- */

static ClauseElement *returning_from(Value v)
{
    ClauseElement *element = element_find(v);
    if (!element && v.tag == TAG_OBJ)
        element = as(ClauseElement, value_find_attr_text(v, "__table__"));
    if (element)
        return element;
    if (value_find_str(v))
        raise_expected("Column expression, FROM clause, or other columns clause element", v);
    return element_from_value(v, NULL);
}

#define RETURNING(P) P(REST, list, columns, Empty) P(KEY, bool, sort_by_parameter_order, False)
NATIVE(UpdateBase, returning, RETURNING)
{
    Dml *copy = dml_copy(self);
    copy->returning_given = true;
    elements_from(&copy->returning, a->columns, returning_from);
    return OBJ(copy);
}

#define RETURN_DEFAULTS(P) P(REST, list, columns, Empty) P(KWREST, dict, options, Empty)
NATIVE(UpdateBase, return_defaults, RETURN_DEFAULTS)
{
    Dml *copy = dml_copy(self);
    copy->return_defaults = true;
    elements_from(&copy->return_defaults_columns, a->columns, element_from_column_name);
    return OBJ(copy);
}

#define CONDITIONS(P) P(REST, list, conditions, Empty)
NATIVE(UpdateBase, where, CONDITIONS)
{
    Dml *copy = dml_copy(self);
    elements_from(&copy->where, a->conditions, element_from_condition);
    return OBJ(copy);
}

#define KEYWORDS(P) P(KWREST, dict, values, Empty)
NATIVE(UpdateBase, filter_by, KEYWORDS)
{
    Dml *copy = dml_copy(self);
    const ColumnCollection *columns = fromclause_columns((FromClause *)self->table);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(a->values, &i));) {
        ClauseElement *column = map_find(&columns->by_key, value_find_str(entry->key));
        if (!column)
            raise_exception(&InvalidRequestError_class,
                            "Entity namespace for \"%s\" has no property \"%s\"",
                            from_name(self->table)->text, value_str(entry->key)->text);
        vec_push(&copy->where, compare(column, SQL_EQ, entry->value));
    }
    return OBJ(copy);
}

#define PREFIX(P) P(REST, list, texts, Empty) P(KEY, str, dialect, None)
NATIVE(UpdateBase, prefix_with, PREFIX)
{
    Dml *copy = dml_copy(self);
    for (size_t i = 0; i < a->texts->length; i++) {
        PrefixedText one = {element_from_text(a->texts->at[i]), a->dialect};
        vec_push(&copy->prefixes, one);
    }
    return OBJ(copy);
}

#define HINT(P)                                                                                    \
    P(POS, str, text, Required) P(POS, any, selectable, None) P(POS, str, dialect_name, None)
NATIVE(UpdateBase, with_hint, HINT)
{
    Dml *copy = dml_copy(self);
    ClauseElement *table =
        is_none(a->selectable) ? self->table : element_from_value(a->selectable, NULL);
    Hint hint = {table, a->text, a->dialect_name};
    vec_push(&copy->hints, hint);
    return OBJ(copy);
}

#define OPTIONS(P) P(KWREST, dict, options, Empty)
NATIVE(UpdateBase, execution_options, OPTIONS)
{
    Dml *copy = dml_copy(self);
    copy->execution_options = dict_with(copy->execution_options, a->options);
    return OBJ(copy);
}

NATIVE0(UpdateBase, get_execution_options)
{
    return self->execution_options ? OBJ(self->execution_options) : OBJ(dict_new());
}

#define CTES(P) P(REST, list, ctes, Empty) P(KEY, bool, nest_here, False)
NATIVE(UpdateBase, add_cte, CTES)
{
    Dml *copy = dml_copy(self);
    for (size_t i = 0; i < a->ctes->length; i++)
        vec_push(&copy->ctes, get_as(Cte, a->ctes->at[i], "cte"));
    return OBJ(copy);
}

#define CTE(P) P(POS, str, name, None) P(POS, bool, recursive, False) P(POS, bool, nesting, False)
NATIVE(UpdateBase, cte, CTE)
{
    Cte *cte = element_new(Cte, EXPR_CTE);
    cte->alias.element = ELEMENT(self);
    cte->alias.name = a->name;
    cte->recursive = a->recursive;
    cte->nesting = a->nesting;
    return OBJ(cte);
}

NATIVE0(UpdateBase, inline_)
{
    Dml *copy = dml_copy(self);
    copy->is_inline = true;
    return OBJ(copy);
}

/* --- INSERT ----------------------------------------------------------------------------------- */

#define FROM_SELECT(P)                                                                             \
    P(POS, list, names, Required) P(POS, any, select, Required) P(POS, bool, include_defaults, True)
NATIVE(Insert, from_select, FROM_SELECT)
{
    if (self->values.length || self->rows.length)
        raise_exception(&InvalidRequestError_class, "This construct already has VALUES");
    Dml *copy = dml_copy(self);
    copy->select_names = (StrVec){0};
    for (size_t i = 0; i < a->names->length; i++)
        vec_push(&copy->select_names, key_name(key_from(a->names->at[i])));
    ClauseElement *select = element_find(a->select);
    if (!select)
        raise_expected("SELECT construct for inclusion in an INSERT", a->select);
    copy->select = select->kind == EXPR_SCALAR_SELECT ? ((ScalarSelect *)select)->select : select;
    copy->is_inline = true;
    copy->select_defaults = a->include_defaults;
    return OBJ(copy);
}

/* --- UPDATE ----------------------------------------------------------------------------------- */

#define ORDERED(P) P(REST, list, pairs, Empty)
NATIVE(Update, ordered_values, ORDERED)
{
    if (self->values.length)
        raise_exception(&ArgumentError_class, "This statement already has values present");
    Dml *copy = dml_copy(self);
    copy->is_ordered = true;
    for (size_t i = 0; i < a->pairs->length; i++) {
        List *pair = list_from(a->pairs->at[i]);
        if (pair->length != 2)
            raise_exception(&ArgumentError_class,
                            "ordered_values() takes pairs of column and value");
        assign(&copy->values, pair->at[0], pair->at[1]);
    }
    return OBJ(copy);
}

/* --- ON CONFLICT ------------------------------------------------------------------------------ */

NATIVE0(Insert, excluded)
{
    if (!self->excluded)
        self->excluded = alias_new(self->table, str_from("excluded"));
    return OBJ(fromclause_columns(&self->excluded->from));
}

static void conflict_add_element(OnConflict *conflict, Value v)
{
    Str *name = value_find_str(v);
    ClauseElement *element = name ? ELEMENT(column_clause_new(name, NULL)) : element_find(v);
    if (!element)
        raise_expected("Column name or column object for index_elements", v);
    vec_push(&conflict->index_elements, element);
    vec_push(&conflict->index_values, v);
}

static void conflict_add_columns(OnConflict *conflict, const Constraint *constraint)
{
    for (size_t i = 0; i < constraint->columns.length; i++)
        conflict_add_element(conflict, OBJ(constraint->columns.at[i]));
}

/* constraint=: a name, a constraint (its name, or its columns when it has none) or an index. */
static void conflict_set_constraint(OnConflict *conflict, Value given)
{
    const Constraint *constraint = as(Constraint, given);
    const Index *index = as(Index, given);
    conflict->constraint = value_find_str(given);
    if (constraint && constraint->name)
        conflict->constraint = constraint->name;
    else if (constraint)
        conflict_add_columns(conflict, constraint);
    else if (index) {
        for (size_t i = 0; i < index->expressions.length; i++)
            conflict_add_element(conflict, OBJ(index->expressions.at[i]));
        Value where = dialect_option(index->options, "postgresql", "where");
        conflict->index_where = is_absent(where) ? NULL : element_from_text(where);
    } else if (!conflict->constraint) {
        raise_expected("Constraint name or object", given);
    }
}

static OnConflict *conflict_new(Value constraint, Value index_elements, Value index_where)
{
    OnConflict *conflict = new (OnConflict);
    if (!is_absent(constraint) && !is_absent(index_elements))
        raise_value("'constraint' and 'index_elements' are mutually exclusive");
    if (!is_absent(constraint))
        conflict_set_constraint(conflict, constraint);
    if (!is_absent(index_elements)) {
        List *items = list_from(index_elements);
        for (size_t i = 0; i < items->length; i++)
            conflict_add_element(conflict, items->at[i]);
    }
    if (!is_absent(index_where))
        conflict->index_where = element_from_text(index_where);
    return conflict;
}

static Value with_conflict(const Dml *dml, OnConflict *conflict)
{
    if (dml->on_conflict)
        raise_exception(&InvalidRequestError_class,
                        "This Insert construct already has an ON CONFLICT clause established");
    Dml *copy = dml_copy(dml);
    copy->on_conflict = conflict;
    return OBJ(copy);
}

static void conflict_set_values(OnConflict *conflict, Value set)
{
    if (is_absent(set) || (is_instance(set, &dict_class) && !((Dict *)set.obj)->length))
        raise_value("set parameter dictionary must not be empty");
    if (is_instance(set, &dict_class)) {
        assign_dict(&conflict->set, (Dict *)set.obj);
    } else if (as(ColumnCollection, set)) { /* set_=stmt.excluded */
        const ColumnCollection *columns = (ColumnCollection *)set.obj;
        for (size_t i = 0; i < columns->items.length; i++)
            assign(&conflict->set, STR(columns->items.at[i]->key), OBJ(columns->items.at[i]));
    } else if (is_sequence(set)) {
        List *pairs = list_from(set);
        for (size_t i = 0; i < pairs->length; i++)
            assign(&conflict->set, value_subscript(pairs->at[i], INT(0)),
                   value_subscript(pairs->at[i], INT(1)));
    } else {
        raise_value(
            "set parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` "
            "collection of a Table object");
    }
}

#define CONFLICT(P)                                                                                \
    P(POS, any, constraint, None) P(POS, any, index_elements, None) P(POS, any, index_where, None)
NATIVE(Insert, on_conflict_do_nothing, CONFLICT)
{
    return with_conflict(self, conflict_new(a->constraint, a->index_elements, a->index_where));
}

#define CONFLICT_UPDATE(P) CONFLICT(P) P(POS, any, set_, None) P(POS, any, where, None)
NATIVE(Insert, on_conflict_do_update, CONFLICT_UPDATE)
{
    OnConflict *conflict = conflict_new(a->constraint, a->index_elements, a->index_where);
    if (!conflict->constraint && !conflict->index_elements.length)
        raise_value("Either constraint or index_elements, but not both, must be specified unless "
                    "DO NOTHING");
    conflict->do_update = true;
    conflict_set_values(conflict, a->set_);
    conflict->where = is_none(a->where) ? NULL : element_from_text(a->where);
    return with_conflict(self, conflict);
}

/* SQLite has no ON CONSTRAINT. */
#define SQLITE_CONFLICT(P) P(POS, any, index_elements, None) P(POS, any, index_where, None)
NATIVE(Insert, sqlite_do_nothing, SQLITE_CONFLICT)
{
    return with_conflict(self, conflict_new(UNSET, a->index_elements, a->index_where));
}

#define SQLITE_CONFLICT_UPDATE(P)                                                                  \
    SQLITE_CONFLICT(P) P(POS, any, set_, None) P(POS, any, where, None)
NATIVE(Insert, sqlite_do_update, SQLITE_CONFLICT_UPDATE)
{
    OnConflict *conflict = conflict_new(UNSET, a->index_elements, a->index_where);
    conflict->do_update = true;
    conflict_set_values(conflict, a->set_);
    conflict->where = is_none(a->where) ? NULL : element_from_text(a->where);
    return with_conflict(self, conflict);
}

/* --- insert(table), update(table), delete(table) ---------------------------------------------- */

static ClauseElement *subject_from(Value v)
{
    ClauseElement *element = element_find(v);
    if (!element && v.tag == TAG_OBJ)
        element = as(ClauseElement, value_find_attr_text(v, "__table__"));
    if (!element || !element_is_from(element))
        raise_expected("subject table for an INSERT, UPDATE or DELETE", v);
    return element;
}

static Value dml_new(const Class *class, ExprKind kind, Value table)
{
    Dml *dml = element_allocate(class, kind);
    dml->table = subject_from(table);
    return OBJ(dml);
}

static Value apply(Value made, const char *method, Value argument)
{
    return is_absent(argument) ? made : call_method(made, method, 1, &argument);
}

#define INSERT(P)                                                                                  \
    P(POS, any, table, Required) P(POS, any, values, None) P(POS, bool, inline__, False)
FUNCTION(expression, insert, INSERT)
{
    return apply(dml_new(&Insert_class, EXPR_INSERT, a->table), "values", a->values);
}

FUNCTION(postgresql, insert, INSERT)
{
    return apply(dml_new(&PostgresInsert_class, EXPR_INSERT, a->table), "values", a->values);
}

FUNCTION(sqlite, insert, INSERT)
{
    return apply(dml_new(&SqliteInsert_class, EXPR_INSERT, a->table), "values", a->values);
}

#define UPDATE(P)                                                                                  \
    P(POS, any, table, Required) P(POS, any, whereclause, None) P(POS, any, values, None)
FUNCTION(expression, update, UPDATE)
{
    Value made = dml_new(&Update_class, EXPR_UPDATE, a->table);
    return apply(apply(made, "where", a->whereclause), "values", a->values);
}

#define DELETE(P) P(POS, any, table, Required) P(POS, any, whereclause, None)
FUNCTION(expression, delete, DELETE)
{
    return apply(dml_new(&Delete_class, EXPR_DELETE, a->table), "where", a->whereclause);
}

const Export dml_exports[] = {
    EXPORT_FUNCTION(expression, insert),
    EXPORT_FUNCTION(expression, update),
    EXPORT_FUNCTION(expression, delete),
    {0},
};
const Export sqlite_expression_exports[] = {
    EXPORT_FUNCTION(sqlite, insert),
    EXPORT_CLASS_AS("Insert", SqliteInsert),
    {0},
};
const Export postgres_dml_exports[] = {
    EXPORT_FUNCTION(postgresql, insert),
    EXPORT_CLASS_AS("Insert", PostgresInsert),
    {0},
};

/* --- classes ---------------------------------------------------------------------------------- */

static const Field dml_fields[] = {FIELD_AS("table", Dml, obj, table, READONLY), {0}};
static const Method update_base_methods[] = {
    METHOD(UpdateBase, returning),
    METHOD(UpdateBase, return_defaults),
    METHOD(UpdateBase, prefix_with),
    METHOD(UpdateBase, with_hint),
    METHOD(UpdateBase, add_cte),
    METHOD(UpdateBase, execution_options),
    METHOD(UpdateBase, cte),
    METHOD(UpdateBase, get_execution_options),
    {0},
};
static const Class *const executable[] = {&Executable_class, NULL};
const Class UpdateBase_class = {
    CLASS(UpdateBase, "sqlalchemy.sql.dml", ClauseElement),
    .fields = dml_fields,
    .methods = update_base_methods,
    .mixins = executable,
};
static const Method values_methods[] = {
    METHOD(ValuesBase, values), METHOD_AS("inline", UpdateBase, inline_), {0}};
const Class ValuesBase_class = {CLASS(ValuesBase, "sqlalchemy.sql.dml", UpdateBase),
                                .methods = values_methods};
static const Method insert_methods[] = {METHOD(Insert, from_select), {0}};
const Class Insert_class = {CLASS(Insert, "sqlalchemy.sql.dml", ValuesBase),
                            .methods = insert_methods};
static const Method update_methods[] = {
    METHOD(Update, ordered_values),
    METHOD_AS("where", UpdateBase, where),
    METHOD_AS("filter", UpdateBase, where),
    METHOD_AS("filter_by", UpdateBase, filter_by),
    {0},
};
const Class Update_class = {CLASS(Update, "sqlalchemy.sql.dml", ValuesBase),
                            .methods = update_methods};
static const Method delete_methods[] = {
    METHOD_AS("where", UpdateBase, where),
    METHOD_AS("filter", UpdateBase, where),
    METHOD_AS("filter_by", UpdateBase, filter_by),
    {0},
};
const Class Delete_class = {CLASS(Delete, "sqlalchemy.sql.dml", UpdateBase),
                            .methods = delete_methods};

static const Method postgres_insert_methods[] = {
    METHOD(Insert, on_conflict_do_nothing),
    METHOD(Insert, on_conflict_do_update),
    PROPERTY(Insert, excluded),
    {0},
};
const Class PostgresInsert_class = {
    CLASS_NAMED(Insert, "Insert", "sqlalchemy.dialects.postgresql.dml", Insert),
    .methods = postgres_insert_methods,
};
static const Method sqlite_insert_methods[] = {
    METHOD_AS("on_conflict_do_nothing", Insert, sqlite_do_nothing),
    METHOD_AS("on_conflict_do_update", Insert, sqlite_do_update),
    PROPERTY(Insert, excluded),
    {0},
};
const Class SqliteInsert_class = {
    CLASS_NAMED(Insert, "Insert", "sqlalchemy.dialects.sqlite.dml", Insert),
    .methods = sqlite_insert_methods,
};
