/* defaults.c -- what fills a column by itself: server defaults, IDENTITY, GENERATED columns, sequences. */
#include "schema/schema.h"

static Tri tri_from(Value v)
{
    return is_absent(v) ? TRI_UNSET : value_truth(v) ? TRI_TRUE : TRI_FALSE;
}

static Value tri_value(Tri tri)
{
    return tri == TRI_UNSET ? NONE : BOOL(tri == TRI_TRUE);
}

/* --- DefaultClause, FetchedValue ------------------------------------------------------------------------ */

#define FETCHED_INIT(P) P(POS, bool, for_update, False)
NATIVE(FetchedValue, init, FETCHED_INIT)
{
    self->for_update = a->for_update;
    return OBJ(self);
}

static Str *fetched_repr(Value self)
{
    (void)self;
    return str_from("FetchedValue()");
}

static const Field fetched_fields[] = {
    FIELD_AS("arg", FetchedValue, any, argument, READONLY),
    FIELD(FetchedValue, bool, for_update, READONLY),
    FIELD_AS("column", FetchedValue, obj, column, READONLY),
    FIELD_AS("reflected", FetchedValue, bool, is_reflected, READONLY),
    {0},
};
const Class FetchedValue_class = {
    CLASS(FetchedValue, "sqlalchemy.sql.schema", object),
    .init = INIT(FetchedValue),
    .fields = fetched_fields,
    .repr = fetched_repr,
};

#define DEFAULT_INIT(P)                                                                            \
    P(POS, any, arg, Required)                                                                     \
    P(POS, bool, for_update, False)                                                                \
    P(POS, bool, _reflected, False)
NATIVE(DefaultClause, init, DEFAULT_INIT)
{
    const ServerDefault *made = server_default_from(a->arg, a->for_update);
    self->argument = made->argument;
    self->for_update = a->for_update;
    self->is_reflected = a->_reflected;
    return OBJ(self);
}

static Str *default_repr(Value self)
{
    const ServerDefault *clause = as(ServerDefault, self);
    const Sequence *sequence =
        as(Sequence, clause->argument); /* its next value, to SQLAlchemy a function */
    Str *argument = sequence
                        ? str_format("<sqlalchemy.sql.functions.next_value at 0x%llx; next_value>",
                                     (unsigned long long)(uintptr_t)sequence)
                        : value_repr(clause->argument);
    return str_format("DefaultClause(%s, for_update=%s)", argument->text,
                      clause->for_update ? "True" : "False");
}

const Class DefaultClause_class = {
    CLASS(DefaultClause, "sqlalchemy.sql.schema", FetchedValue),
    .init = INIT(DefaultClause),
    .repr = default_repr,
};

/* --- options shared by Identity and Sequence --------------------------------------------------------------- */

#define SEQUENCE_OPTIONS(P)                                                                        \
    P(POS, any, start, None)                                                                       \
    P(POS, any, increment, None)                                                                   \
    P(POS, any, minvalue, None)                                                                    \
    P(POS, any, maxvalue, None)                                                                    \
    P(POS, any, nominvalue, None)                                                                  \
    P(POS, any, nomaxvalue, None)                                                                  \
    P(POS, any, cycle, None)
/* Each init has its own argument struct with the same member names. */
#define TAKE_SEQUENCE_OPTIONS(options, a)                                                          \
    do {                                                                                           \
        (options)->start = absent_to_unset((a)->start);                                            \
        (options)->increment = absent_to_unset((a)->increment);                                    \
        (options)->minvalue = absent_to_unset((a)->minvalue);                                      \
        (options)->maxvalue = absent_to_unset((a)->maxvalue);                                      \
        (options)->nominvalue = tri_from((a)->nominvalue);                                         \
        (options)->nomaxvalue = tri_from((a)->nomaxvalue);                                         \
        (options)->cycle = tri_from((a)->cycle);                                                   \
        (options)->cache = absent_to_unset((a)->cache);                                            \
        (options)->order = tri_from((a)->order);                                                   \
    } while (0)

static Value absent_to_unset(Value v)
{
    return is_absent(v) ? UNSET : v;
}

#define IDENTITY_INIT(P)                                                                           \
    P(POS, any, always, None)                                                                     \
    P(POS, any, on_null, None)                                                                     \
    SEQUENCE_OPTIONS(P)                                                                            \
    P(POS, any, cache, None)                                                                       \
    P(POS, any, order, None)                                                                       \
    P(KWREST, dict, options, Empty)
NATIVE(Identity, init, IDENTITY_INIT)
{
    self->always = !is_absent(a->always) && value_truth(a->always);
    self->on_null = tri_from(a->on_null);
    TAKE_SEQUENCE_OPTIONS(&self->options, a);
    return OBJ(self);
}

NATIVE0(Identity, on_null)
{
    return tri_value(self->on_null);
}
NATIVE0(Identity, cycle)
{
    return tri_value(self->options.cycle);
}
NATIVE0(Identity, nominvalue)
{
    return tri_value(self->options.nominvalue);
}
NATIVE0(Identity, nomaxvalue)
{
    return tri_value(self->options.nomaxvalue);
}

static const Field identity_fields[] = {
    FIELD(Identity, bool, always, MUTABLE),
    FIELD(Identity, obj, column, READONLY),
    FIELD_AS("start", Identity, any, options.start, MUTABLE),
    FIELD_AS("increment", Identity, any, options.increment, MUTABLE),
    FIELD_AS("minvalue", Identity, any, options.minvalue, MUTABLE),
    FIELD_AS("maxvalue", Identity, any, options.maxvalue, MUTABLE),
    FIELD_AS("cache", Identity, any, options.cache, MUTABLE),
    {0},
};
static const Method identity_methods[] = {
    PROPERTY(Identity, on_null),
    PROPERTY(Identity, cycle),
    PROPERTY(Identity, nominvalue),
    PROPERTY(Identity, nomaxvalue),
    {0},
};
static Str *identity_repr(Value self)
{
    const Identity *identity = as(Identity, self);
    const SequenceOptions *o = &identity->options;
    const struct {
        const char *name;
        Value value;
    } rows[] = {
        {"always", identity->always ? TRUE_VALUE : NONE},
        {"on_null", tri_value(identity->on_null)},
        {"start", o->start},
        {"increment", o->increment},
        {"minvalue", o->minvalue},
        {"maxvalue", o->maxvalue},
        {"nominvalue", tri_value(o->nominvalue)},
        {"nomaxvalue", tri_value(o->nomaxvalue)},
        {"cycle", tri_value(o->cycle)},
        {"cache", o->cache},
        {"order", tri_value(o->order)},
    };
    Buf out = {0};
    buf_text(&out, "Identity(");
    for (size_t i = 0, count = 0; i < COUNT_OF(rows); i++)
        if (!is_absent(rows[i].value))
            buf_format(&out, "%s%s=%s", count++ ? ", " : "", rows[i].name, value_repr(rows[i].value)->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

const Class Identity_class = {
    CLASS(Identity, "sqlalchemy.sql.schema", FetchedValue),
    .init = INIT(Identity),
    .repr = identity_repr,
    .fields = identity_fields,
    .methods = identity_methods,
};

/* --- Computed -------------------------------------------------------------------------------------------------- */

#define COMPUTED_INIT(P) P(POS, any, sqltext, Required) P(POS, any, persisted, None)
NATIVE(Computed, init, COMPUTED_INIT)
{
    self->sqltext = element_from_text(a->sqltext);
    self->persisted = tri_from(a->persisted);
    return OBJ(self);
}

NATIVE0(Computed, persisted)
{
    return tri_value(self->persisted);
}

static const Field computed_fields[] = {
    FIELD(Computed, obj, sqltext, READONLY),
    FIELD(Computed, obj, column, READONLY),
    {0},
};
static const Method computed_methods[] = {PROPERTY(Computed, persisted), {0}};
static Str *computed_repr(Value self)
{
    const Computed *computed = as(Computed, self);
    Str *text = value_repr(OBJ(computed->sqltext));
    if (is_absent(tri_value(computed->persisted)))
        return str_format("Computed(%s)", text->text);
    return str_format("Computed(%s, persisted=%s)", text->text,
                      value_repr(tri_value(computed->persisted))->text);
}

const Class Computed_class = {
    CLASS(Computed, "sqlalchemy.sql.schema", FetchedValue),
    .init = INIT(Computed),
    .repr = computed_repr,
    .fields = computed_fields,
    .methods = computed_methods,
};

/* --- Sequence --------------------------------------------------------------------------------------------------- */

#define SEQUENCE_INIT(P)                                                                           \
    P(POS, any, name, Required)                                                                    \
    SEQUENCE_OPTIONS(P)                                                                            \
    P(POS, any, schema, Unset)                                                                     \
    P(POS, any, cache, None)                                                                       \
    P(POS, any, order, None)                                                                       \
    P(POS, any, data_type, None)                                                                   \
    P(POS, bool, optional, False)                                                                  \
    P(POS, any, quote, None)                                                                       \
    P(POS, any, metadata, None)                                                                    \
    P(POS, any, quote_schema, None)                                                                \
    P(POS, bool, for_update, False)
void sequence_join(Sequence *self, MetaData *metadata, bool takes_schema)
{
    self->metadata = metadata;
    if (takes_schema && !self->schema)
        self->schema = metadata->schema;
    Str *key = self->schema ? str_format("%s.%s", self->schema->text, self->name->text) : self->name;
    map_put(&metadata->sequences, key, self);
}

NATIVE(Sequence, init, SEQUENCE_INIT)
{
    NameSource source;
    self->column_element.element.kind = EXPR_SEQUENCE;
    self->column_element.type = type_new(TYPE_Integer);
    self->name = name_from(a->name, &self->quote, &source);
    self->schema = name_from(a->schema, &self->quote_schema, &source);
    TAKE_SEQUENCE_OPTIONS(&self->options, a);
    if (!is_absent(a->data_type))
        self->data_type = type_from_value(a->data_type);
    self->optional = a->optional;
    if (!is_absent(a->quote))
        self->quote = tri_from(a->quote);
    if (!is_absent(a->quote_schema))
        self->quote_schema = tri_from(a->quote_schema);
    if (!is_absent(a->metadata))
        sequence_join(self, get_as(MetaData, a->metadata, "metadata"), !is_set(a->schema));
    return OBJ(self);
}

/* next_value() is written as nextval(...) by the dialect's cell for sequences. */
NATIVE0(Sequence, next_value)
{
    return OBJ(self);
}

static void repr_option(Buf *out, const char *name, Value v)
{
    if (!is_absent(v))
        buf_format(out, ", %s=%s", name, value_repr(v)->text);
}

static Str *sequence_repr(Value self)
{
    const Sequence *sequence = as(Sequence, self);
    const SequenceOptions *o = &sequence->options;
    Buf out = {0};
    buf_format(&out, "Sequence(%s", value_repr(STR(sequence->name))->text);
    repr_option(&out, "start", o->start);
    repr_option(&out, "increment", o->increment);
    repr_option(&out, "minvalue", o->minvalue);
    repr_option(&out, "maxvalue", o->maxvalue);
    repr_option(&out, "nominvalue", tri_value(o->nominvalue));
    repr_option(&out, "nomaxvalue", tri_value(o->nomaxvalue));
    repr_option(&out, "cycle", tri_value(o->cycle));
    repr_option(&out, "schema", STR(sequence->schema));
    repr_option(&out, "cache", o->cache);
    repr_option(&out, "order", tri_value(o->order));
    repr_option(&out, "data_type", OBJ(sequence->data_type));
    repr_option(&out, "optional", sequence->optional ? TRUE_VALUE : NONE);
    repr_option(&out, "metadata", OBJ(sequence->metadata));
    buf_char(&out, ')');
    return buf_str(&out);
}

static const Field sequence_fields[] = {
    FIELD(Sequence, str, name, READONLY),
    FIELD(Sequence, str, schema, MUTABLE),
    FIELD(Sequence, obj, metadata, READONLY),
    FIELD(Sequence, obj, column, READONLY),
    FIELD(Sequence, bool, optional, READONLY),
    FIELD(Sequence, obj, data_type, READONLY),
    FIELD_AS("start", Sequence, any, options.start, MUTABLE),
    FIELD_AS("increment", Sequence, any, options.increment, MUTABLE),
    FIELD_AS("minvalue", Sequence, any, options.minvalue, MUTABLE),
    FIELD_AS("maxvalue", Sequence, any, options.maxvalue, MUTABLE),
    FIELD_AS("cache", Sequence, any, options.cache, MUTABLE),
    {0},
};
#define RUN_DDL(P) P(POS, any, bind, Required) P(POS, bool, checkfirst, True)
NATIVE(Sequence, create, RUN_DDL)
{
    schema_run_ddl((Obj *)self, a->bind, DDL_CREATE_SEQUENCE, a->checkfirst, NONE);
    return NONE;
}

NATIVE(Sequence, drop, RUN_DDL)
{
    schema_run_ddl((Obj *)self, a->bind, DDL_DROP_SEQUENCE, a->checkfirst, NONE);
    return NONE;
}

static const Method sequence_methods[] = {
    METHOD(Sequence, next_value), METHOD(Sequence, create), METHOD(Sequence, drop), {0}};
const Class Sequence_class = {
    CLASS(Sequence, "sqlalchemy.sql.schema", ColumnElement),
    .init = INIT(Sequence),
    .fields = sequence_fields,
    .methods = sequence_methods,
    .repr = sequence_repr,
};
