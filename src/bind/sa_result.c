/* sa_result.c -- CursorResult and its views: the rows of a statement as scripts fetch them.
 *
 * The driver's result is drained already; rows are decoded one by one as they are asked for. A
 * Result, ScalarResult, MappingResult and TupleResult are the same struct with another view,
 * sharing one ResultSource.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

typedef enum View { VIEW_ROW, VIEW_SCALAR, VIEW_MAPPING } View;

struct ResultSource {
    VEC(Result *) results; /* of an executemany with RETURNING there are several */
    size_t part, next;     /* the next row: results[part], row next              */
    const List *rows;      /* rows that came from no driver; results is empty     */
    RowKeys *keys;
    Type **types; /* by column, NULL entries: as the driver gives it; NULL: none known */
    const Dialect *dialect;
    const Stmt *stmt;
    bool returns_rows, is_closed;
    int64_t rowcount, last_row_id;
    Value inserted_key;
};

struct ResultObject {
    Obj obj;
    ResultSource *source;
    View view;
    RowKeys *keys;   /* of the view                                       */
    size_t *columns; /* positions in the source; NULL: all of them        */
    size_t column;   /* VIEW_SCALAR: position in the source               */
    bool is_unique;
    Value strategy; /* unique(strategy): what is compared                */
    Set *seen;
};

/* --- making ----------------------------------------------------------------------------------- */

static StrVec driver_names(const Result *result)
{
    StrVec names = {0};
    for (size_t i = 0; i < result->column_count; i++)
        vec_push(&names, result->columns[i].name);
    return names;
}

/* Names, types and expressions of the columns, from the statement where it knows them. */
static void set_columns(ResultSource *source, const Result *result, const Stmt *stmt)
{
    size_t count = result->column_count;
    bool has_names = stmt && stmt->result_names.length == count && count > 0;
    bool has_elements = stmt && stmt->result_columns.length == count && count > 0;
    StrVec names = has_names ? stmt->result_names : driver_names(result);
    source->keys = row_keys_new(&names);
    if (!has_elements)
        return;
    source->keys->elements = stmt->result_columns.at;
    source->types = new_array(Type *, count);
    for (size_t i = 0; i < count; i++)
        if (stmt->result_columns.at[i])
            source->types[i] = element_type((ClauseElement *)stmt->result_columns.at[i]);
}

static Value object_of(ResultSource *source, const Class *class)
{
    ResultObject *r = (ResultObject *)object_allocate(class);
    r->source = source;
    r->keys = source->keys;
    return OBJ(r);
}

Value result_object_new(EngineConnection *connection, Result *result, const Stmt *stmt)
{
    ResultSource *source = new (ResultSource);
    source->dialect = connection->dialect;
    source->stmt = stmt;
    source->returns_rows = result->has_rows;
    source->rowcount = result->affected;
    source->last_row_id = result->last_row_id;
    vec_push(&source->results, result);
    if (result->has_rows)
        set_columns(source, result, stmt);
    return object_of(source, &CursorResult_class);
}

Value result_object_of_rows(const StrVec *names, const List *rows)
{
    ResultSource *source = new (ResultSource);
    source->keys = row_keys_new(names);
    source->rows = rows;
    source->returns_rows = true;
    source->rowcount = -1;
    return object_of(source, &IteratorResult_class);
}

void result_object_add(Value result, Result *more)
{
    ResultSource *source = ((ResultObject *)result.obj)->source;
    vec_push(&source->results, more);
    source->rowcount =
        source->rowcount < 0 || more->affected < 0 ? -1 : source->rowcount + more->affected;
    source->last_row_id = more->last_row_id;
}

/* The implicit RETURNING of an INSERT was for the primary key: scripts see no rows. */
void result_object_set_key(Value result, Value inserted_primary_key)
{
    ResultSource *source = ((ResultObject *)result.obj)->source;
    source->inserted_key = inserted_primary_key;
    source->returns_rows = false;
}

static ResultObject *view_new(const ResultObject *from, const Class *class, View view)
{
    ResultObject *r = (ResultObject *)object_allocate(class);
    Obj head = r->obj;
    *r = *from;
    r->obj = head;
    r->view = view;
    return r;
}

/* --- fetching --------------------------------------------------------------------------------- */

static void check_fetch(const ResultSource *source)
{
    if (!source->returns_rows)
        raise_exception(
            &ResourceClosedError_class,
            "This result object does not return rows. It has been closed automatically.");
    if (source->is_closed)
        raise_exception(&ResourceClosedError_class, "This result object is closed.");
}

/* Steps to the next row; false at the end. Then result_now and row_now are its place. */
static bool step(ResultSource *source, const Result **result, size_t *row)
{
    if (source->rows) {
        *result = NULL;
        *row = source->next;
        return source->next++ < source->rows->length;
    }
    while (source->part < source->results.length) {
        *result = source->results.at[source->part];
        if (source->next < (*result)->row_count) {
            *row = source->next++;
            return true;
        }
        source->part++;
        source->next = 0;
    }
    return false;
}

static Value cell_at(const ResultSource *source, const Result *result, size_t row, size_t column)
{
    if (!result)
        return value_subscript(source->rows->at[row], INT((int64_t)column));
    Cell cell = result_cell(result, row, column);
    return connection_cell_value(source->dialect, &cell,
                                 source->types ? source->types[column] : NULL);
}

static Value row_at(const ResultObject *r, const Result *result, size_t row)
{
    size_t count = r->keys->names.length;
    Value *values = new_array(Value, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = cell_at(r->source, result, row, r->columns ? r->columns[i] : i);
    Row *made = row_new(r->keys, count, values);
    return r->view == VIEW_MAPPING ? row_mapping_new(made) : OBJ(made);
}

static bool is_repeated(ResultObject *r, Value v)
{
    if (!r->is_unique)
        return false;
    if (!r->seen)
        r->seen = set_new();
    Value key = is_absent(r->strategy) ? v : call(r->strategy, 1, &v);
    if (set_has(r->seen, key))
        return true;
    set_add(r->seen, key);
    return false;
}

static bool fetch_next(ResultObject *r, Value *out)
{
    const Result *result;
    size_t row;
    while (step(r->source, &result, &row)) {
        *out = r->view == VIEW_SCALAR ? cell_at(r->source, result, row, r->column)
                                      : row_at(r, result, row);
        if (!is_repeated(r, *out))
            return true;
    }
    return false;
}

static Value fetch_list(ResultObject *r, size_t limit)
{
    check_fetch(r->source);
    List *list = list_new(0);
    Value v;
    while (list->length < limit && fetch_next(r, &v))
        list_append(list, v);
    return OBJ(list);
}

typedef enum Expect { EXPECT_FIRST, EXPECT_ONE, EXPECT_ONE_OR_NONE } Expect;

/* The first row, with what one() and friends demand of the rest; UNSET when there is none. */
static Value fetch_single(ResultObject *r, Expect expect)
{
    check_fetch(r->source);
    Value first, second;
    bool found = fetch_next(r, &first);
    bool more = found && expect != EXPECT_FIRST && fetch_next(r, &second);
    r->source->is_closed = true;
    if (!found && expect == EXPECT_ONE)
        raise_exception(&NoResultFound_class, "No row was found when one was required");
    if (more)
        raise_exception(&MultipleResultsFound_class,
                        expect == EXPECT_ONE
                            ? "Multiple rows were found when exactly one was required"
                            : "Multiple rows were found when one or none was required");
    return found ? first : UNSET;
}

static Value none_when_unset(Value v)
{
    return is_set(v) ? v : NONE;
}

/* --- what every view has ---------------------------------------------------------------------- */

typedef ResultObject AnyResult;
extern const Class AnyResult_class;

NATIVE0(AnyResult, all)
{
    return fetch_list(self, SIZE_MAX);
}

NATIVE0(AnyResult, fetchone)
{
    check_fetch(self->source);
    Value v;
    return fetch_next(self, &v) ? v : NONE;
}

#define SIZE_PARAM(P) P(POS, any, size, None)
NATIVE(AnyResult, fetchmany, SIZE_PARAM)
{
    return fetch_list(self, is_none(a->size) ? 1 : (size_t)value_index(a->size).integer);
}

NATIVE0(AnyResult, first)
{
    return none_when_unset(fetch_single(self, EXPECT_FIRST));
}

NATIVE0(AnyResult, one)
{
    return fetch_single(self, EXPECT_ONE);
}

NATIVE0(AnyResult, one_or_none)
{
    return none_when_unset(fetch_single(self, EXPECT_ONE_OR_NONE));
}

NATIVE(AnyResult, partitions, SIZE_PARAM)
{
    size_t size = is_none(a->size) ? SIZE_MAX : (size_t)value_index(a->size).integer;
    List *parts = list_new(0);
    for (;;) {
        Value part = fetch_list(self, size);
        if (value_length(part) == 0)
            return value_iter(OBJ(parts));
        list_append(parts, part);
    }
}

#define STRATEGY(P) P(POS, any, strategy, None)
NATIVE(AnyResult, unique, STRATEGY)
{
    self->is_unique = true;
    self->strategy = a->strategy;
    return OBJ(self);
}

#define NUMBER(P) P(POS, int, num, Required)
NATIVE(AnyResult, yield_per, NUMBER)
{
    return OBJ(self);
}

NATIVE0(AnyResult, close)
{
    self->source->is_closed = true;
    return NONE;
}

NATIVE0(AnyResult, closed)
{
    return BOOL(self->source->is_closed || !self->source->returns_rows);
}

NATIVE0(AnyResult, keys)
{
    if (!self->keys)
        check_fetch(self->source);
    return result_keys_new(self->keys);
}

NATIVE0(AnyResult, enter)
{
    return OBJ(self);
}

#define EXIT_PARAMS(P) P(REST, list, args, Empty)
NATIVE(AnyResult, leave, EXIT_PARAMS)
{
    self->source->is_closed = true;
    return FALSE_VALUE;
}

#define COLUMNS(P) P(REST, list, columns, Empty)
NATIVE(AnyResult, columns, COLUMNS)
{
    ResultObject *view = view_new(self, self->obj.class, self->view);
    StrVec names = {0};
    check_fetch(self->source);
    view->columns = new_array(size_t, a->columns->length + 1);
    for (size_t i = 0; i < a->columns->length; i++) {
        size_t at = row_keys_get(self->keys, a->columns->at[i]);
        view->columns[i] = self->columns ? self->columns[at] : at;
        vec_push(&names, self->keys->names.at[at]);
    }
    view->keys = row_keys_new(&names);
    return OBJ(view);
}

static Value result_iter(Value self)
{
    check_fetch(((ResultObject *)self.obj)->source);
    return self;
}

static Value result_next(Value self)
{
    ResultObject *r = (ResultObject *)self.obj;
    Value v;
    check_fetch(r->source);
    return fetch_next(r, &v) ? v : UNSET;
}

/* --- Result only ------------------------------------------------------------------------------ */

static Value scalar_of(Value row)
{
    return is_set(row) ? ((Row *)row.obj)->tuple.at[0] : NONE;
}

NATIVE0(AnyResult, scalar)
{
    return scalar_of(fetch_single(self, EXPECT_FIRST));
}

Value result_scalar(Value result)
{
    return scalar_of(fetch_single((ResultObject *)result.obj, EXPECT_FIRST));
}

NATIVE0(AnyResult, scalar_one)
{
    return scalar_of(fetch_single(self, EXPECT_ONE));
}

NATIVE0(AnyResult, scalar_one_or_none)
{
    return scalar_of(fetch_single(self, EXPECT_ONE_OR_NONE));
}

#define INDEX(P) P(POS, any, index, Zero)
NATIVE(AnyResult, scalars, INDEX)
{
    check_fetch(self->source);
    ResultObject *view = view_new(self, &ScalarResult_class, VIEW_SCALAR);
    size_t at = row_keys_get(self->keys, is_set(a->index) ? a->index : INT(0));
    view->column = self->columns ? self->columns[at] : at;
    return OBJ(view);
}

NATIVE0(AnyResult, mappings)
{
    check_fetch(self->source);
    return OBJ(view_new(self, &MappingResult_class, VIEW_MAPPING));
}

NATIVE0(AnyResult, tuples)
{
    return OBJ(view_new(self, &TupleResult_class, VIEW_ROW));
}

NATIVE0(AnyResult, returns_rows)
{
    return BOOL(self->source->returns_rows);
}

NATIVE0(AnyResult, rowcount)
{
    return INT(self->source->rowcount);
}

NATIVE0(AnyResult, lastrowid)
{
    return INT(self->source->last_row_id);
}

NATIVE0(AnyResult, is_insert)
{
    const Stmt *stmt = self->source->stmt;
    return BOOL(stmt && stmt->source && stmt->source->kind == EXPR_INSERT);
}

NATIVE0(AnyResult, inserted_primary_key)
{
    if (!is_set(self->source->inserted_key))
        raise_exception(&InvalidRequestError_class,
                        "Statement is not an insert() expression construct.");
    return self->source->inserted_key;
}

NATIVE0(AnyResult, yes)
{
    return TRUE_VALUE;
}

#define RESULT_METHODS                                                                             \
    METHOD(AnyResult, all), METHOD_AS("fetchall", AnyResult, all), METHOD(AnyResult, fetchmany),   \
        METHOD(AnyResult, first), METHOD(AnyResult, one), METHOD(AnyResult, one_or_none),          \
        METHOD(AnyResult, partitions), METHOD(AnyResult, unique), METHOD(AnyResult, yield_per),    \
        METHOD(AnyResult, close), PROPERTY(AnyResult, closed),                                     \
        METHOD_AS("__enter__", AnyResult, enter), METHOD_AS("__exit__", AnyResult, leave)

static const Method any_methods[] = {RESULT_METHODS, {0}};
static const Method result_methods[] = {
    METHOD(AnyResult, fetchone),       METHOD(AnyResult, keys),
    METHOD(AnyResult, columns),        METHOD(AnyResult, scalar),
    METHOD(AnyResult, scalar_one),     METHOD(AnyResult, scalar_one_or_none),
    METHOD(AnyResult, scalars),        METHOD(AnyResult, mappings),
    METHOD(AnyResult, tuples),         PROPERTY_AS("t", AnyResult, tuples),
    PROPERTY(AnyResult, returns_rows), {0},
};
static const Method cursor_methods[] = {
    PROPERTY(AnyResult, rowcount),
    PROPERTY(AnyResult, lastrowid),
    PROPERTY(AnyResult, is_insert),
    PROPERTY(AnyResult, inserted_primary_key),
    METHOD_AS("supports_sane_rowcount", AnyResult, yes),
    METHOD_AS("supports_sane_multi_rowcount", AnyResult, yes),
    {0},
};
static const Method mapping_methods[] = {
    METHOD(AnyResult, fetchone), METHOD(AnyResult, keys), METHOD(AnyResult, columns), {0}};

#define RESULT_CLASS(T, name_, module_, base_)                                                     \
    .obj = {.class = &type_class}, .name = name_, .module = module_, .base = &base_##_class,       \
    .size = sizeof(ResultObject), .flags = CLASS_ABSTRACT, .state = &(ClassState)                  \
    {                                                                                              \
        0                                                                                          \
    }

const Class AnyResult_class = {
    RESULT_CLASS(AnyResult, "ResultInternal", "sqlalchemy.engine.result", object),
    .class_subscript = generic_class_subscript, /* Result[Any] */
    .methods = any_methods,
    .iter = result_iter,
    .next = result_next,
};
const Class Result_class = {
    RESULT_CLASS(Result, "Result", "sqlalchemy.engine.result", AnyResult),
    .methods = result_methods,
};
const Class IteratorResult_class = {
    RESULT_CLASS(IteratorResult, "IteratorResult", "sqlalchemy.engine.result", Result),
};
const Class CursorResult_class = {
    RESULT_CLASS(CursorResult, "CursorResult", "sqlalchemy.engine.cursor", Result),
    .methods = cursor_methods,
};
const Class ScalarResult_class = {
    RESULT_CLASS(ScalarResult, "ScalarResult", "sqlalchemy.engine.result", AnyResult),
};
const Class MappingResult_class = {
    RESULT_CLASS(MappingResult, "MappingResult", "sqlalchemy.engine.result", AnyResult),
    .methods = mapping_methods,
};
const Class TupleResult_class = {
    RESULT_CLASS(TupleResult, "TupleResult", "sqlalchemy.engine.result", Result),
};
