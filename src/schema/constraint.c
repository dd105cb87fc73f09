/* constraint.c -- PRIMARY KEY, UNIQUE, CHECK, FOREIGN KEY and EXCLUDE constraints: one record, five classes. */
#include "schema/schema.h"

static size_t constraints_made; /* creation_order: CREATE TABLE lists them as they were made */

static const Class *const constraint_classes[] = {
    [CONSTRAINT_PRIMARY_KEY] = &PrimaryKeyConstraint_class,
    [CONSTRAINT_UNIQUE] = &UniqueConstraint_class,
    [CONSTRAINT_CHECK] = &CheckConstraint_class,
    [CONSTRAINT_FOREIGN_KEY] = &ForeignKeyConstraint_class,
    [CONSTRAINT_EXCLUDE] = &ExcludeConstraint_class,
};

static void constraint_start(Constraint *constraint, ConstraintKind kind)
{
    constraint->kind = kind;
    constraint->creation_order = ++constraints_made;
}

Constraint *constraint_new(ConstraintKind kind, Str *name)
{
    Constraint *constraint = (Constraint *)object_allocate(constraint_classes[kind]);
    constraint_start(constraint, kind);
    constraint->name = name;
    constraint->name_source = name ? NAME_PLAIN : NAME_NONE;
    constraint->options = dict_new();
    return constraint;
}

Constraint *foreign_key_constraint_new(Str *name, const StrVec *columns, const StrVec *targets)
{
    Constraint *constraint = constraint_new(CONSTRAINT_FOREIGN_KEY, name);
    for (size_t i = 0; i < columns->length; i++) {
        vec_push(&constraint->column_names, columns->at[i]);
        ForeignKey *key = obj_new(ForeignKey);
        key->target = STR(targets->at[i]);
        key->constraint = constraint;
        vec_push(&constraint->elements, key);
    }
    return constraint;
}

Constraint *constraint_copy(const Constraint *constraint)
{
    Constraint *copy = (Constraint *)object_allocate(constraint->obj.class);
    Obj head = copy->obj;
    *copy = *constraint;
    copy->obj = head;
    copy->creation_order = ++constraints_made;
    copy->table = copy->referred_table = NULL;
    memset(&copy->columns, 0, sizeof copy->columns);
    memset(&copy->column_names, 0, sizeof copy->column_names);
    memset(&copy->elements, 0, sizeof copy->elements);
    for (size_t i = 0; i < constraint->columns.length; i++)
        vec_push(&copy->column_names, constraint->columns.at[i]->clause.key);
    for (size_t i = constraint->columns.length; i < constraint->column_names.length; i++)
        vec_push(&copy->column_names, constraint->column_names.at[i]);
    for (size_t i = 0; i < constraint->elements.length; i++) {
        ForeignKey *key = obj_new(ForeignKey);
        key->target = constraint->elements.at[i]->target;
        key->constraint = copy;
        vec_push(&copy->elements, key);
    }
    return copy;
}

/* --- columns ------------------------------------------------------------------------------------------- */

static Column *require_column(const Constraint *constraint, const Str *name)
{
    Column *column = table_find_column(constraint->table, name);
    if (!column)
        raise_exception(&ConstraintColumnNotFoundError_class,
                        "Can't create %s on table '%s': no column named '%s' is present.",
                        constraint->obj.class->name, table_name(constraint->table)->text, name->text);
    return column;
}

static void tie_foreign_keys(Constraint *constraint)
{
    for (size_t i = 0; i < constraint->elements.length; i++) {
        ForeignKey *key = constraint->elements.at[i];
        if (key->parent)
            continue;
        key->parent = constraint->columns.at[i];
        vec_push(&key->parent->foreign_keys, key);
    }
}

static Str *referent_name(const ForeignKey *key)
{
    Str *schema, *table, *column;
    foreign_key_target(key, &schema, &table, &column);
    return schema ? str_format("%s.%s", schema->text, table->text) : table;
}

static void check_one_referent(const Constraint *constraint)
{
    for (size_t i = 1; i < constraint->elements.length; i++) {
        Str *first = referent_name(constraint->elements.at[0]), *other = referent_name(constraint->elements.at[i]);
        if (str_equal(first, other))
            continue;
        Buf columns = {0};
        for (size_t k = 0; k < constraint->columns.length; k++)
            buf_format(&columns, "%s%s", k ? ", " : "", column_name(constraint->columns.at[k])->text);
        raise_exception(&ArgumentError_class, "ForeignKeyConstraint on %s(%s) refers to multiple remote tables: %s and %s",
                        table_full_name(constraint->table)->text, buf_str(&columns)->text, first->text, other->text);
    }
}

void constraint_resolve_columns(Constraint *constraint)
{
    if (constraint->columns.length == 0)
        for (size_t i = 0; i < constraint->column_names.length; i++)
            vec_push(&constraint->columns,
                     require_column(constraint, constraint->column_names.at[i]));
    if (constraint->kind == CONSTRAINT_FOREIGN_KEY) {
        tie_foreign_keys(constraint);
        check_one_referent(constraint);
    }
}

/* Columns as scripts give them: names, Columns, or mapped attributes that carry one. */
static void take_columns(Constraint *constraint, const List *columns)
{
    bool by_name = false;
    for (size_t i = 0; i < columns->length; i++)
        by_name |= value_find_str(columns->at[i]) != NULL;
    for (size_t i = 0; i < columns->length; i++) {
        Value item = columns->at[i];
        Column *column = column_given(item);
        if (!column && !value_find_str(item))
            raise_exception(&ArgumentError_class, "Element %s is not a string name or column element",
                            value_repr(item)->text);
        if (column && !by_name)
            vec_push(&constraint->columns, column);
        else
            vec_push(&constraint->column_names, column ? column->clause.key : value_find_str(item));
    }
}

/* UniqueConstraint(t.c.a, t.c.b) joins the table of its columns by itself. */
static void attach_by_columns(Constraint *constraint)
{
    if (constraint->columns.length == 0)
        return;
    Table *table = column_table(constraint->columns.at[0]);
    for (size_t i = 0; i < constraint->columns.length; i++)
        if (!column_table(constraint->columns.at[i]) || column_table(constraint->columns.at[i]) != table)
            return;
    if (as(Table, OBJ(table)))
        table_add_constraint(table, constraint);
}

/* --- classes ----------------------------------------------------------------------------------------------- */

static Tri tri_from(Value v)
{
    return is_absent(v) ? TRI_UNSET : value_truth(v) ? TRI_TRUE : TRI_FALSE;
}

/* What all five take. */
static void constraint_settle(Constraint *self, ConstraintKind kind, Value name, Value deferrable,
                              Str *initially, Dict *info, Str *comment, Dict *options)
{
    constraint_start(self, kind);
    self->pos = vm_script_position();
    self->name = name_from(name, NULL, &self->name_source);
    self->deferrable = tri_from(deferrable);
    self->initially = initially;
    self->info = info;
    self->comment = comment;
    self->options = dialect_options(constraint_classes[kind], options);
}

#define COMMON_KEYWORDS(P)                                                                         \
    P(KEY, any, name, None)                                                                        \
    P(KEY, any, deferrable, None)                                                                  \
    P(KEY, str, initially, None)                                                                   \
    P(KEY, dict, info, None)                                                                       \
    P(KEY, str, comment, None)

#define COLUMNS_INIT(P)                                                                            \
    P(REST, list, columns, Empty)                                                                  \
    COMMON_KEYWORDS(P)                                                                             \
    P(KEY, any, _implicit_generated, Unset)                                                        \
    P(KWREST, dict, options, Empty)
NATIVE(PrimaryKeyConstraint, init, COLUMNS_INIT)
{
    constraint_settle(self, CONSTRAINT_PRIMARY_KEY, a->name, a->deferrable, a->initially, a->info,
                      a->comment, a->options);
    take_columns(self, a->columns);
    attach_by_columns(self);
    return OBJ(self);
}

NATIVE(UniqueConstraint, init, COLUMNS_INIT)
{
    constraint_settle(self, CONSTRAINT_UNIQUE, a->name, a->deferrable, a->initially, a->info,
                      a->comment, a->options);
    take_columns(self, a->columns);
    attach_by_columns(self);
    return OBJ(self);
}

#define CHECK_INIT(P)                                                                              \
    P(POS, any, sqltext, Required)                                                                 \
    P(POS, any, name, None)                                                                        \
    P(POS, any, deferrable, None)                                                                  \
    P(POS, str, initially, None)                                                                   \
    P(POS, any, table, None)                                                                       \
    P(POS, dict, info, None)                                                                       \
    P(POS, any, _create_rule, None)                                                                \
    P(POS, bool, _autoattach, True)                                                                \
    P(POS, bool, _type_bound, False)                                                               \
    P(KEY, str, comment, None)                                                                     \
    P(KWREST, dict, options, Empty)
NATIVE(CheckConstraint, init, CHECK_INIT)
{
    constraint_settle(self, CONSTRAINT_CHECK, a->name, a->deferrable, a->initially, a->info, a->comment,
                      a->options);
    self->sqltext = element_from_text(a->sqltext);
    if (!is_absent(a->table))
        table_add_constraint(get_as(Table, a->table, "table"), self);
    return OBJ(self);
}

static Str *target_text(Value v)
{
    Str *text = value_find_str(v);
    if (text)
        return text;
    const Column *column = column_given(v);
    if (!column || !column->clause.table)
        raise_exception(&ArgumentError_class, "String column name or column element expected, got %s",
                        value_repr(v)->text);
    return str_format("%s.%s", column_table(column)->key->text, column->clause.key->text);
}

#define FOREIGN_KEY_INIT(P)                                                                        \
    P(POS, list, columns, Required)                                                                \
    P(POS, list, refcolumns, Required)                                                             \
    P(POS, any, name, None)                                                                        \
    P(POS, str, onupdate, None)                                                                    \
    P(POS, str, ondelete, None)                                                                    \
    P(POS, any, deferrable, None)                                                                  \
    P(POS, str, initially, None)                                                                   \
    P(POS, bool, use_alter, False)                                                                 \
    P(POS, bool, link_to_name, False)                                                              \
    P(POS, str, match, None)                                                                       \
    P(POS, any, table, None)                                                                       \
    P(POS, dict, info, None)                                                                       \
    P(POS, str, comment, None)                                                                     \
    P(KWREST, dict, options, Empty)
static void foreign_key_take_targets(Constraint *self, const List *columns, const List *targets)
{
    if (columns->length != targets->length)
        raise_exception(&ArgumentError_class,
                        "ForeignKeyConstraint number of constrained columns must match the number of "
                        "referenced columns.");
    for (size_t i = 0; i < targets->length; i++) {
        ForeignKey *key = obj_new(ForeignKey);
        key->target = as(Column, targets->at[i]) ? targets->at[i] : STR(target_text(targets->at[i]));
        key->constraint = self;
        vec_push(&self->elements, key);
    }
}

NATIVE(ForeignKeyConstraint, init, FOREIGN_KEY_INIT)
{
    constraint_settle(self, CONSTRAINT_FOREIGN_KEY, a->name, a->deferrable, a->initially, a->info,
                      a->comment, a->options);
    self->onupdate = a->onupdate;
    self->ondelete = a->ondelete;
    self->match = a->match;
    self->use_alter = a->use_alter;
    self->link_to_name = a->link_to_name;
    foreign_key_take_targets(self, a->columns, a->refcolumns);
    take_columns(self, a->columns);
    if (!is_absent(a->table))
        table_add_constraint(get_as(Table, a->table, "table"), self);
    else
        attach_by_columns(self);
    return OBJ(self);
}

#define EXCLUDE_INIT(P)                                                                            \
    P(REST, list, elements, Empty)                                                                 \
    P(KEY, any, name, None)                                                                        \
    P(KEY, any, deferrable, None)                                                                  \
    P(KEY, str, initially, None)                                                                   \
    P(KEY, any, where, None)                                                                       \
    P(KEY, str, using, None)                                                                       \
    P(KEY, dict, ops, None)                                                                        \
    P(KEY, dict, info, None)                                                                       \
    P(KWREST, dict, options, Empty)
/* One (expression or column name, operator) pair. */
static void take_exclusion(Constraint *self, Value pair)
{
    Tuple *parts = tuple_from(pair);
    if (parts->length != 2 || !value_find_str(parts->at[1]))
        raise_exception(&ArgumentError_class,
                        "ExcludeConstraint elements are (column, operator) pairs, not %s",
                        value_repr(pair)->text);
    ExcludeElement element = {.operator= value_find_str(parts->at[1])};
    element.name = value_find_str(parts->at[0]);
    if (!element.name)
        element.expression = element_find(parts->at[0]);
    if (!element.name && !element.expression)
        get_as(ClauseElement, parts->at[0], "column");
    vec_push(&self->exclusions, element);
}

NATIVE(ExcludeConstraint, init, EXCLUDE_INIT)
{
    constraint_settle(self, CONSTRAINT_EXCLUDE, a->name, a->deferrable, a->initially, a->info, NULL,
                      a->options);
    if (a->elements->length == 0)
        raise_exception(&ArgumentError_class, "an exclusion constraint needs (column, operator) pairs");
    for (size_t i = 0; i < a->elements->length; i++)
        take_exclusion(self, a->elements->at[i]);
    self->where = is_absent(a->where) ? NULL : element_from_text(a->where);
    self->using = a->using ? a->using : str_from("gist");
    self->operators = a->ops;
    return OBJ(self);
}

/* --- what scripts read --------------------------------------------------------------------------------------- */

NATIVE0(Constraint, name)
{
    if (self->name && self->name_source == NAME_FINAL)
        return conv_new(self->name);
    return STR(self->name);
}

NATIVE(Constraint, set_name, ONE_VALUE)
{
    self->name = name_from(a->value, NULL, &self->name_source);
    return NONE;
}

NATIVE0(Constraint, columns)
{
    ColumnCollection *columns = obj_new(ColumnCollection);
    for (size_t i = 0; i < self->columns.length; i++) {
        vec_push(&columns->items, &self->columns.at[i]->clause);
        map_put(&columns->by_key, self->columns.at[i]->clause.key, self->columns.at[i]);
    }
    return OBJ(columns);
}

NATIVE0(Constraint, elements)
{
    List *elements = list_new(self->elements.length);
    for (size_t i = 0; i < self->elements.length; i++)
        list_append(elements, OBJ(self->elements.at[i]));
    return OBJ(elements);
}

NATIVE0(Constraint, column_keys)
{
    List *keys = list_new(0);
    for (size_t i = 0; i < self->columns.length; i++)
        list_append(keys, STR(self->columns.at[i]->clause.key));
    for (size_t i = self->columns.length; i < self->column_names.length; i++)
        list_append(keys, STR(self->column_names.at[i]));
    return OBJ(keys);
}

static Value tri_value(Tri tri)
{
    return tri == TRI_UNSET ? NONE : BOOL(tri == TRI_TRUE);
}

NATIVE0(Constraint, deferrable)
{
    return tri_value(self->deferrable);
}

NATIVE0(Constraint, referred_table)
{
    if (self->elements.length == 0)
        return NONE;
    Column *column = foreign_key_find_column(self->elements.at[0]);
    return column ? OBJ(column_table(column)) : NONE;
}

/* `for column in table.primary_key`, `len(constraint)`, `column in constraint` */
static Value constraint_iter(Value self)
{
    const Constraint *c = as(Constraint, self);
    List *columns = list_new(c->columns.length);
    for (size_t i = 0; i < c->columns.length; i++)
        list_append(columns, OBJ(c->columns.at[i]));
    return value_iter(OBJ(columns));
}

static int64_t constraint_length(Value self)
{
    return (int64_t)as(Constraint, self)->columns.length;
}

static bool constraint_contains(Value self, Value item)
{
    const Constraint *c = as(Constraint, self);
    for (size_t i = 0; i < c->columns.length; i++)
        if (item.tag == TAG_OBJ && item.obj == (Obj *)c->columns.at[i])
            return true;
    return false;
}

static bool constraint_truth(Value self)
{
    return true;
}

static Value said(Tri tri)
{
    return tri == TRI_TRUE ? TRUE_VALUE : tri == TRI_FALSE ? FALSE_VALUE : NONE;
}

static bool stands_in_column(const Constraint *c)
{
    for (size_t i = 0; c->table && i < c->table->columns.length; i++) {
        const Column *column = c->table->columns.at[i];
        for (size_t j = 0; j < column->constraints.length; j++)
            if (column->constraints.at[j] == c)
                return true;
    }
    return false;
}

/* Keywords in the order of __init__ that are not what they would be by default. */
static void write_keywords(Buf *out, const Constraint *c)
{
    bool key = c->kind == CONSTRAINT_FOREIGN_KEY;
    const struct {
        const char *name;
        Value value;
    } rows[] = {
        {"name", STR(c->name)},
        {"onupdate", key ? STR(c->onupdate) : NONE},
        {"ondelete", key ? STR(c->ondelete) : NONE},
        {"deferrable", said(c->deferrable)},
        {"initially", STR(c->initially)},
        {"use_alter", c->use_alter ? TRUE_VALUE : NONE},
        {"link_to_name", c->link_to_name ? TRUE_VALUE : NONE},
        {"match", key ? STR(c->match) : NONE},
        {"table", stands_in_column(c) ? NONE : OBJ(c->table)},
        {"info", c->info && c->info->length ? OBJ(c->info) : NONE},
        {"comment", key ? STR(c->comment) : NONE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (!is_none(rows[i].value))
            buf_format(out, ", %s=%s", rows[i].name, value_repr(rows[i].value)->text);
}

static Str *constraint_repr(Value self)
{
    const Constraint *c = as(Constraint, self);
    Buf out = {0};
    bool check = c->kind == CONSTRAINT_CHECK;
    if (check || c->kind == CONSTRAINT_FOREIGN_KEY) {
        buf_format(&out, "%s(%s", c->obj.class->name,
                   check ? value_repr(OBJ(c->sqltext))->text
                         : str_format("<sqlalchemy.sql.base.ReadOnlyColumnCollection object at %p>, None", c)->text);
        write_keywords(&out, c);
        buf_char(&out, ')');
        return buf_str(&out);
    }
    buf_format(&out, "%s(", c->obj.class->name);
    for (size_t i = 0; i < c->columns.length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", value_repr(OBJ(c->columns.at[i]))->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

#define DDL_IF(P)                                                                                  \
    P(POS, any, dialect, None)                                                                     \
    P(POS, any, callable_, None)                                                                   \
    P(POS, any, state, None)
NATIVE(Constraint, ddl_if, DDL_IF)
{
    self->condition = ddl_condition_new(a->dialect, a->callable_, a->state);
    return OBJ(self);
}

static const Field constraint_fields[] = {
    FIELD(Constraint, str, initially, MUTABLE),
    FIELD(Constraint, obj, table, READONLY),
    FIELD_AS("parent", Constraint, obj, table, READONLY),
    FIELD(Constraint, obj, sqltext, READONLY),
    FIELD(Constraint, str, ondelete, MUTABLE),
    FIELD(Constraint, str, onupdate, MUTABLE),
    FIELD(Constraint, str, match, MUTABLE),
    FIELD(Constraint, bool, use_alter, MUTABLE),
    FIELD(Constraint, str, using, READONLY),
    FIELD(Constraint, obj, where, READONLY),
    FIELD(Constraint, str, comment, MUTABLE),
    FIELD_AS("dialect_kwargs", Constraint, obj, options, READONLY),
    FIELD_AS("kwargs", Constraint, obj, options, READONLY),
    {0},
};
SCHEMA_ITEM_INFO(Constraint)

static const Method constraint_methods[] = {
    PROPERTY_SET(Constraint, info, set_info),
    METHOD(Constraint, ddl_if),
    PROPERTY_SET(Constraint, name, set_name), PROPERTY(Constraint, columns),
    PROPERTY(Constraint, elements),           PROPERTY(Constraint, column_keys),
    PROPERTY(Constraint, deferrable),         PROPERTY(Constraint, referred_table),
    {0},
};
const Class Constraint_class = {
    CLASS(Constraint, "sqlalchemy.sql.schema", object),
    .fields = constraint_fields,
    .methods = constraint_methods,
    .repr = constraint_repr,
    .iter = constraint_iter,
    .length = constraint_length,
    .contains = constraint_contains,
    .truth = constraint_truth,
};
const Class ColumnCollectionConstraint_class = {
    CLASS(ColumnCollectionConstraint, "sqlalchemy.sql.schema", Constraint),
};
const Class PrimaryKeyConstraint_class = {
    CLASS(PrimaryKeyConstraint, "sqlalchemy.sql.schema", ColumnCollectionConstraint),
    .init = INIT(PrimaryKeyConstraint),
};
const Class UniqueConstraint_class = {
    CLASS(UniqueConstraint, "sqlalchemy.sql.schema", ColumnCollectionConstraint),
    .init = INIT(UniqueConstraint),
};
const Class CheckConstraint_class = {
    CLASS(CheckConstraint, "sqlalchemy.sql.schema", ColumnCollectionConstraint),
    .init = INIT(CheckConstraint),
};
const Class ForeignKeyConstraint_class = {
    CLASS(ForeignKeyConstraint, "sqlalchemy.sql.schema", ColumnCollectionConstraint),
    .init = INIT(ForeignKeyConstraint),
};
const Class ExcludeConstraint_class = {
    CLASS(ExcludeConstraint, "sqlalchemy.dialects.postgresql.ext", ColumnCollectionConstraint),
    .init = INIT(ExcludeConstraint),
};
