/* column_default.c -- Column.default and Column.onupdate as scripts read them: SQLAlchemy wraps what was given. A column
 * itself keeps the bare value; the object around it is made when somebody asks. */
#include "schema/schema.h"

static const Class *class_for(Value argument)
{
    if (element_find(argument))
        return &ColumnElementColumnDefault_class;
    return is_callable(argument) ? &CallableColumnDefault_class : &ScalarElementColumnDefault_class;
}

static ColumnDefault *column_default_new(Value argument, bool for_update)
{
    ColumnDefault *made = (ColumnDefault *)object_allocate(class_for(argument));
    made->argument = argument;
    made->for_update = for_update;
    return made;
}

Value column_default_wrapped(Column *column, Value argument, bool for_update)
{
    ColumnDefault **kept = for_update ? &column->onupdate_object : &column->default_object;
    if (!*kept || (*kept)->column != column || !value_is((*kept)->argument, argument)) {
        *kept = column_default_new(argument, for_update);
        (*kept)->column = column;
    }
    return OBJ(*kept);
}

Value column_default_argument(Value given)
{
    const ColumnDefault *wrapped = as(ColumnDefault, given);
    return wrapped ? wrapped->argument : given;
}

/* --- calling ------------------------------------------------------------------------------------ */

typedef struct DefaultCall {
    Value function, result;
} DefaultCall;

static void call_default(void *data)
{
    DefaultCall *job = data;
    job->result = call(job->function, 0, NULL);
}

Value column_default_call(Value function)
{
    DefaultCall job = {function, UNSET};
    Err *err = protect(call_default, &job);
    if (err && err_is(err, &TypeError_class) && strstr(err->message->text, "missing"))
        return call(function, 1, (Value[]){NONE});
    if (err)
        err_raise(err);
    return job.result;
}

/* --- as scripts see it -------------------------------------------------------------------------- */

#define DEFAULT_INIT(P) P(POS, any, arg, Required) P(POS, bool, for_update, False)
/* ColumnDefault(x) is one of its subclasses, as x is. */
NATIVE_CLASS(ColumnDefault, construct, DEFAULT_INIT)
{
    return OBJ(column_default_new(a->arg, a->for_update));
}

#define CALL_DEFAULT(P) P(POS, any, context, None)
NATIVE(ColumnDefault, _call, CALL_DEFAULT)
{
    return column_default_call(self->argument);
}

/* Of a callable: one that takes an execution context, which is passed on to nobody. */
NATIVE0(ColumnDefault, arg)
{
    if (self->obj.class == &CallableColumnDefault_class)
        return value_get_attr(OBJ(self), intern("_call"));
    return self->argument;
}

NATIVE0(ColumnDefault, is_scalar)
{
    return BOOL(self->obj.class == &ScalarElementColumnDefault_class);
}

NATIVE0(ColumnDefault, is_callable)
{
    return BOOL(self->obj.class == &CallableColumnDefault_class);
}

NATIVE0(ColumnDefault, is_clause_element)
{
    return BOOL(self->obj.class == &ColumnElementColumnDefault_class);
}

NATIVE0(ColumnDefault, yes)
{
    return TRUE_VALUE;
}

NATIVE0(ColumnDefault, no)
{
    return FALSE_VALUE;
}

static Str *default_repr(Value self)
{
    const ColumnDefault *d = as(ColumnDefault, self);
    return str_format("%s(%s)", d->obj.class->name, value_repr(d->argument)->text);
}

static const Field default_fields[] = {
    FIELD(ColumnDefault, bool, for_update, READONLY),
    FIELD(ColumnDefault, obj, column, READONLY),
    {0},
};
static const Method default_methods[] = {
    PROPERTY(ColumnDefault, arg),
    PROPERTY(ColumnDefault, is_scalar),
    PROPERTY(ColumnDefault, is_callable),
    PROPERTY(ColumnDefault, is_clause_element),
    PROPERTY_AS("has_arg", ColumnDefault, yes),
    PROPERTY_AS("is_sequence", ColumnDefault, no),
    PROPERTY_AS("is_identity", ColumnDefault, no),
    PROPERTY_AS("is_server_default", ColumnDefault, no),
    METHOD(ColumnDefault, _call),
    {0},
};
const Class ColumnDefault_class = {
    CLASS(ColumnDefault, "sqlalchemy.sql.schema", object),
    .construct = CONSTRUCT(ColumnDefault),
    .fields = default_fields,
    .methods = default_methods,
    .repr = default_repr,
};

#define COLUMN_DEFAULT_KIND(name)                                                                  \
    const Class name##_class = {                                                                   \
        CLASS(name, "sqlalchemy.sql.schema", ColumnDefault),                                       \
        .construct = CONSTRUCT(ColumnDefault),                                                     \
        .repr = default_repr,                                                                      \
    };
COLUMN_DEFAULT_KIND(ScalarElementColumnDefault)
COLUMN_DEFAULT_KIND(CallableColumnDefault)
COLUMN_DEFAULT_KIND(ColumnElementColumnDefault)
