/* retype.c -- what stands in SQL on a column that gets another type: CHECKs, exclusion constraints, indexes with an
 * expression, a condition or an operator class. PostgreSQL reads again what it printed of them, with the new type: that is
 * not always what the model's words become, nor on the way back what was there, and sometimes it is refused. So what goes
 * anyway goes before the type changes, and what stays is made again around it, where that makes a difference on the way up;
 * where it does so only on the way back, the downgrade alone does. */
#include "autogen/inside.h"

/* One of them in the database. */
typedef struct Dependent {
    ExpressionKind kind;
    Str *name, *printed;
    Constraint *constraint; /* CHECK, EXCLUDE */
    Index *index;
    /* The same in the model, and what the server says about it. */
    Constraint *model_constraint;
    Index *model_index;
    bool goes;                 /* it is dropped as it is                               */
    Expression *kept, *wanted; /* the printed one and the model's with the new type    */
    Expression *back;          /* what was kept, with the old type                     */
} Dependent;
typedef VEC(Dependent *) DependentVec;

/* --- which ----------------------------------------------------------------------------------------------- */

static const MigrateOperation *retyping_at(const Comparison *c, size_t i)
{
    const MigrateOperation *op = as(MigrateOperation, c->ops->ops->at[i]);
    return op && op->kind == OP_ALTER_COLUMN && op->modify_type ? op : NULL;
}

static StrVec retyped_columns(const Comparison *c)
{
    StrVec columns = {0};
    for (size_t i = 0; i < c->ops->ops->length; i++)
        if (retyping_at(c, i))
            vec_push(&columns, retyping_at(c, i)->column_name);
    return columns;
}

static bool is_rewritten(const Constraint *constraint)
{
    return (constraint->kind == CONSTRAINT_CHECK || constraint->kind == CONSTRAINT_EXCLUDE) &&
           constraint->name;
}

static bool has_operator_class(const ReflectedIndex *index)
{
    for (size_t i = 0; i < index->operators.length; i++)
        if (index->operators.at[i])
            return true;
    return false;
}

static bool is_rewritten_index(const ReflectedIndex *index)
{
    bool has_sql = index->expressions.length || index->where || index->using;
    return (has_sql || has_operator_class(index)) && !index->has_constraint && !index->is_inherited;
}

static void add_constraint(const Comparison *c, DependentVec *all, Constraint *constraint)
{
    bool is_check = constraint->kind == CONSTRAINT_CHECK;
    const ReflectedCheck *check = is_check ? reflected_check_find(c, constraint->name) : NULL;
    const ReflectedExclusion *exclusion =
        is_check ? NULL : reflected_exclusion_find(c, constraint->name);
    if ((!check && !exclusion) || (check && check->is_inherited))
        return;
    Dependent *dependent = new (Dependent);
    dependent->kind = is_check ? EXPRESSION_CHECK : EXPRESSION_EXCLUDE;
    dependent->name = constraint->name;
    dependent->printed = check ? check->sqltext : exclusion->definition;
    dependent->constraint = constraint;
    dependent->model_constraint =
        is_check ? model_check_find(c, constraint->name) : model_exclusion_find(c, constraint);
    vec_push(all, dependent);
}

static Index *model_index_find(const Comparison *c, const Str *name)
{
    size_t limit = c->context->setup.dialect->identifier_limit;
    for (size_t i = 0; i < c->model->indexes.length; i++)
        if (strings_equal(index_final_name(c->model->indexes.at[i], limit), name))
            return c->model->indexes.at[i];
    return NULL;
}

static bool has_index(const DependentVec *all, const Str *name)
{
    for (size_t i = 0; i < all->length; i++)
        if (all->at[i]->index && str_equal(all->at[i]->name, name))
            return true;
    return false;
}

/* The comparators may have left it there twice. */
static void add_index(const Comparison *c, DependentVec *all, Index *index)
{
    const ReflectedIndex *reflected = reflected_index_find(c, index->name);
    if (!reflected || !is_rewritten_index(reflected) || has_index(all, index->name))
        return;
    Dependent *dependent = new (Dependent);
    dependent->kind = EXPRESSION_INDEX;
    dependent->name = index->name;
    dependent->printed = reflected->definition;
    dependent->index = index;
    dependent->model_index = model_index_find(c, index->name);
    vec_push(all, dependent);
}

static DependentVec dependents_of(const Comparison *c, const StrVec *columns)
{
    DependentVec all = {0};
    const Table *table = c->database;
    for (size_t i = 0; i < table->constraints.length; i++)
        if (is_rewritten(table->constraints.at[i]) &&
            constraint_stands_on_any(c, table->constraints.at[i], columns))
            add_constraint(c, &all, table->constraints.at[i]);
    for (size_t i = 0; i < table->indexes.length; i++)
        if (index_stands_on_any(c, table->indexes.at[i], columns))
            add_index(c, &all, table->indexes.at[i]);
    return all;
}

/* --- what goes anyway -------------------------------------------------------------------------------------- */

/* Where its drop is; SIZE_MAX when there is none. */
static size_t drop_of(const Comparison *c, const Dependent *dependent)
{
    for (size_t i = 0; i < c->ops->ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, c->ops->ops->at[i]);
        OpKind kind = dependent->index ? OP_DROP_INDEX : OP_DROP_CONSTRAINT;
        if (op && op->kind == kind && strings_equal(op->name, dependent->name))
            return i;
    }
    return SIZE_MAX;
}

static size_t first_retyping(const Comparison *c)
{
    size_t i = 0;
    while (!retyping_at(c, i))
        i++;
    return i;
}

static void drop_early(const Comparison *c, size_t at)
{
    List *ops = c->ops->ops;
    Value drop = ops->at[at];
    for (size_t to = first_retyping(c); at > to; at--)
        ops->at[at] = ops->at[at - 1];
    ops->at[at] = drop;
}

/* --- what stays -------------------------------------------------------------------------------------------- */

/* Of a copy of the table that has the new names and types. */
static StrVec *retype_clauses(const Comparison *c)
{
    const Dialect *dialect = c->context->setup.dialect;
    StrVec *clauses = new (StrVec);
    for (size_t i = 0; i < c->rename_clauses->length; i++)
        vec_push(clauses, c->rename_clauses->at[i]);
    for (size_t i = 0; i < c->ops->ops->length; i++) {
        const MigrateOperation *op = retyping_at(c, i);
        const Column *column = op ? table_find_column(c->model, op->column_name) : NULL;
        if (column)
            vec_push(clauses, str_format("ALTER COLUMN %s TYPE %s USING NULL",
                                         sql_name_text(dialect, op->column_name, TRI_UNSET)->text,
                                         sql_type_text(dialect, column_type(column))->text));
    }
    return clauses;
}

static Expression *ask_about(const Comparison *c, const Dependent *dependent, Str *text,
                             const StrVec *alterations)
{
    Expression *e = new (Expression);
    *e = (Expression){.kind = dependent->kind,
                      .schema = c->schema,
                      .table = c->reflected->name,
                      .alterations = alterations,
                      .text = text};
    if (!text && dependent->kind == EXPRESSION_CHECK)
        e->text = sql_inline_text(c->context->setup.dialect, dependent->model_constraint->sqltext);
    else if (!text) {
        e->index = dependent->model_index;
        e->constraint = dependent->model_constraint;
    }
    return e;
}

static bool says_the_same(const Dependent *d)
{
    const Str *kept = d->kept->canonical, *wanted = d->wanted->canonical;
    return d->index && wanted ? canonical_definition_equal(kept, wanted) : canonical_text_equal(kept, wanted);
}

static bool is_kept(const Dependent *d)
{
    return d->kept->canonical && (d->goes || says_the_same(d));
}

static void ask_about_all(const Comparison *c, const DependentVec *all)
{
    const StrVec *clauses = retype_clauses(c);
    ExpressionVec there = {0}, back = {0};
    for (size_t i = 0; i < all->length; i++) {
        Dependent *dependent = all->at[i];
        vec_push(&there, dependent->kept = ask_about(c, dependent, dependent->printed, clauses));
        if (!dependent->goes)
            vec_push(&there, dependent->wanted = ask_about(c, dependent, NULL, clauses));
    }
    canonical_ask(c->context->setup.db, &there);
    for (size_t i = 0; i < all->length; i++)
        if (is_kept(all->at[i]))
            vec_push(&back, all->at[i]->back = ask_about(c, all->at[i], all->at[i]->kept->canonical,
                                                         c->rename_clauses));
    canonical_ask(c->context->setup.db, &back);
}

static bool comes_back(const Dependent *d)
{
    return d->back->canonical && str_equal(d->back->canonical, d->printed);
}

static bool wants(Comparison *c, const Dependent *d)
{
    const char *kind = d->index                      ? "index"
                       : d->kind == EXPRESSION_CHECK ? "check_constraint"
                                                     : "exclude_constraint";
    Value model = d->index ? OBJ(d->model_index) : OBJ(d->model_constraint);
    return autogen_wants_object(c->context, model, d->name, kind, false,
                                d->index ? OBJ(d->index) : OBJ(d->constraint));
}

static MigrateOperation *drop_op(const Comparison *c, const Dependent *d)
{
    drop_empty_include(d->index ? d->index->options : d->constraint->options);
    return d->index ? op_drop_index(d->index) : drop_constraint_op(c, d->constraint);
}

static void make_again(Comparison *c, const Dependent *d)
{
    insert_op(c->ops->ops, first_retyping(c), (Obj *)drop_op(c, d));
    add_op(c, d->index ? op_create_index(d->model_index)
                       : create_constraint_op(c, d->model_constraint));
    log_found("types", "Detected %s '%s' over a column that changes its type",
              d->index ? "index" : "constraint", d->name->text);
}

/* The last of the table's part of the downgrade, and the first of it. */
static void make_again_on_the_way_back(Comparison *c, const Dependent *d, List *late)
{
    MigrateOperation *drop = drop_op(c, d);
    list_append(undo_of(undoable(c->upgrade)).ops, OBJ(drop->reverse));
    list_append(late, OBJ(drop));
}

/* --- the door ---------------------------------------------------------------------------------------------- */

/* Those that are there while a type changes. */
static DependentVec concerned(const Comparison *c, const StrVec *columns)
{
    DependentVec all = dependents_of(c, columns), concerned = {0};
    for (size_t i = 0; i < all.length; i++) {
        Dependent *d = all.at[i];
        size_t drop = drop_of(c, d);
        d->goes = drop != SIZE_MAX;
        if (d->goes ? drop > first_retyping(c) : d->model_constraint || d->model_index)
            vec_push(&concerned, d);
    }
    return concerned;
}

static void settle(Comparison *c, const Dependent *d, List *late)
{
    bool suits = is_kept(d) && comes_back(d);
    if (d->goes && !suits)
        drop_early(c, drop_of(c, d));
    if (d->goes || suits || !wants(c, d))
        return;
    if (is_kept(d))
        make_again_on_the_way_back(c, d, late);
    else
        make_again(c, d);
}

List *settle_retyped(Comparison *c)
{
    List *late = list_new(0);
    StrVec columns = retyped_columns(c);
    if (!columns.length || c->context->setup.compat || !c->context->comparing->pins_sources)
        return late;
    DependentVec all = concerned(c, &columns);
    ask_about_all(c, &all);
    for (size_t i = 0; i < all.length; i++)
        settle(c, all.at[i], late);
    return late;
}

void undo_retyped(Comparison *c, const List *late)
{
    if (!late->length)
        return;
    List *undo = undo_of(undoable(c->ops)).ops;
    for (size_t i = 0; i < late->length; i++)
        list_append(undo, late->at[i]);
}

/* --- computed columns that go --------------------------------------------------------------------- */

static bool stands_on_retyped(const Comparison *c, const MigrateOperation *op,
                              const StrVec *columns)
{
    const ReflectedColumn *reflected =
        op->kind == OP_DROP_COLUMN ? reflected_column_find(c, op->column_name) : NULL;
    for (size_t i = 0; reflected && reflected->computed && i < columns->length; i++)
        if (sql_mentions_column(c->context->comparing->flavor, reflected->computed, columns->at[i]))
            return true;
    return false;
}

/* The drop of an index or constraint that would go with the columns. */
static bool goes_along(const Comparison *c, const MigrateOperation *op, const StrVec *columns)
{
    const Table *table = c->database;
    for (size_t i = 0; op->kind == OP_DROP_INDEX && i < table->indexes.length; i++)
        if (strings_equal(table->indexes.at[i]->name, op->name))
            return index_stands_on_any(c, table->indexes.at[i], columns);
    for (size_t i = 0; op->kind == OP_DROP_CONSTRAINT && i < table->constraints.length; i++)
        if (strings_equal(table->constraints.at[i]->name, op->name))
            return constraint_stands_on_any(c, table->constraints.at[i], columns);
    return false;
}

typedef bool (*Concerns)(const Comparison *c, const MigrateOperation *op, const StrVec *columns);

static const MigrateOperation *concerning_at(const Comparison *c, size_t i, Concerns concerns,
                                             const StrVec *columns)
{
    const MigrateOperation *op = as(MigrateOperation, c->ops->ops->at[i]);
    return op && concerns(c, op, columns) ? op : NULL;
}

static void all_early(const Comparison *c, Concerns concerns, const StrVec *columns)
{
    for (size_t i = first_retyping(c); i < c->ops->ops->length; i++)
        if (concerning_at(c, i, concerns, columns))
            drop_early(c, i);
}

void drop_computed_early(const Comparison *c)
{
    StrVec columns = retyped_columns(c), gone = {0};
    if (!columns.length || c->context->setup.compat || !c->context->comparing->pins_sources)
        return;
    for (size_t i = first_retyping(c); i < c->ops->ops->length; i++)
        if (concerning_at(c, i, stands_on_retyped, &columns))
            vec_push(&gone, concerning_at(c, i, stands_on_retyped, &columns)->column_name);
    all_early(c, goes_along, &gone);
    all_early(c, stands_on_retyped, &columns);
}
