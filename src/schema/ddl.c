/* ddl.c -- DDL elements: sa.schema.CreateTable(table) and friends, DDL("..."), and the ALTER records of the
 * runtime. They only hold what is to be written; sql/ddl.c writes it. */
#include "schema/schema.h"

static const Class *const ddl_classes[DDL_COUNT] = {
    [DDL_TEXT] = &DDL_class,
    [DDL_CREATE_TABLE] = &CreateTable_class,
    [DDL_DROP_TABLE] = &DropTable_class,
    [DDL_CREATE_INDEX] = &CreateIndex_class,
    [DDL_DROP_INDEX] = &DropIndex_class,
    [DDL_ADD_CONSTRAINT] = &AddConstraint_class,
    [DDL_DROP_CONSTRAINT] = &DropConstraint_class,
    [DDL_CREATE_SCHEMA] = &CreateSchema_class,
    [DDL_DROP_SCHEMA] = &DropSchema_class,
    [DDL_CREATE_SEQUENCE] = &CreateSequence_class,
    [DDL_DROP_SEQUENCE] = &DropSequence_class,
    [DDL_CREATE_TYPE] = &CreateEnumType_class,
    [DDL_DROP_TYPE] = &DropEnumType_class,
    [DDL_CREATE_COLUMN] = &CreateColumn_class,
    [DDL_SET_TABLE_COMMENT] = &SetTableComment_class,
    [DDL_DROP_TABLE_COMMENT] = &DropTableComment_class,
    [DDL_SET_COLUMN_COMMENT] = &SetColumnComment_class,
    [DDL_DROP_COLUMN_COMMENT] = &DropColumnComment_class,
    [DDL_SET_CONSTRAINT_COMMENT] = &SetConstraintComment_class,
    [DDL_DROP_CONSTRAINT_COMMENT] = &DropConstraintComment_class,
};

/* What each is about. */
static const Class *const subject_classes[DDL_COUNT] = {
    [DDL_CREATE_TABLE] = &Table_class,
    [DDL_DROP_TABLE] = &Table_class,
    [DDL_CREATE_INDEX] = &Index_class,
    [DDL_DROP_INDEX] = &Index_class,
    [DDL_ADD_CONSTRAINT] = &Constraint_class,
    [DDL_DROP_CONSTRAINT] = &Constraint_class,
    [DDL_CREATE_SEQUENCE] = &Sequence_class,
    [DDL_DROP_SEQUENCE] = &Sequence_class,
    [DDL_CREATE_TYPE] = &TypeEngine_class,
    [DDL_DROP_TYPE] = &TypeEngine_class,
    [DDL_CREATE_COLUMN] = &Column_class,
    [DDL_SET_TABLE_COMMENT] = &Table_class,
    [DDL_DROP_TABLE_COMMENT] = &Table_class,
    [DDL_SET_COLUMN_COMMENT] = &Column_class,
    [DDL_DROP_COLUMN_COMMENT] = &Column_class,
    [DDL_SET_CONSTRAINT_COMMENT] = &Constraint_class,
    [DDL_DROP_CONSTRAINT_COMMENT] = &Constraint_class,
};

static DdlRunner ddl_runner; /* both registered once at start by the floor that has connections */
static MetaDataReflector metadata_reflector;

void schema_set_ddl_runner(DdlRunner given)
{
    ddl_runner = given;
}

void schema_set_metadata_reflector(MetaDataReflector given)
{
    metadata_reflector = given;
}

void schema_run_ddl(Obj *subject, Value bind, DdlKind kind, bool check_first, Value tables)
{
    if (!ddl_runner)
        raise_exception(&InvalidRequestError_class, "no connections are available here");
    ddl_runner(subject, bind, kind, check_first, tables);
}

void schema_reflect_metadata(MetaData *metadata, Value bind, Dict *options)
{
    if (!metadata_reflector)
        raise_exception(&InvalidRequestError_class, "no connections are available here");
    metadata_reflector(metadata, bind, options);
}

static void ddl_start(Ddl *ddl, DdlKind kind, Obj *subject)
{
    ddl->element.kind = EXPR_DDL;
    ddl->ddl = kind;
    ddl->subject = subject;
}

Ddl *ddl_new(DdlKind kind, Obj *subject)
{
    const Class *class = ddl_classes[kind] ? ddl_classes[kind] : &DDLElement_class;
    Ddl *ddl = (Ddl *)object_allocate(class);
    ddl_start(ddl, kind, subject);
    return ddl;
}

/* The kind a native class stands for; a script subclass has its base's. */
static DdlKind kind_of(const Class *class)
{
    for (const Class *c = class; c; c = c->base)
        for (size_t kind = DDL_NONE + 1; kind < DDL_COUNT; kind++)
            if (ddl_classes[kind] == c)
                return (DdlKind)kind;
    return DDL_TEXT;
}

/* include_foreign_key_constraints=[...]: the other foreign keys of the table are left to ALTER; None: all belong. */
static void defer_others(Ddl *ddl, const Table *table, Value included)
{
    for (size_t i = 0; !is_none(included) && i < table->constraints.length; i++) {
        Constraint *key = table->constraints.at[i];
        if (key->kind == CONSTRAINT_FOREIGN_KEY && !value_contains(included, OBJ(key)))
            vec_push(&ddl->deferred, key);
    }
}

/* CreateTable(table, if_not_exists=True), DropIndex(index, if_exists=True), AddConstraint(c) ... */
#define ELEMENT_INIT(P)                                                                            \
    P(POS, any, element, Required)                                                                 \
    P(KEY, bool, if_not_exists, False)                                                             \
    P(KEY, bool, if_exists, False)                                                                 \
    P(KEY, bool, cascade, False)                                                                   \
    P(KEY, any, include_foreign_key_constraints, Unset)                                            \
    P(KEY, any, isolate_from_table, Unset)                                                         \
    P(KEY, any, bind, Unset)
NATIVE(Ddl, init, ELEMENT_INIT)
{
    DdlKind kind = kind_of(self->element.obj.class);
    const Class *expected = subject_classes[kind];
    if (value_is_opaque(a->element))
        opaque_raise(a->element);
    if (a->element.tag != TAG_OBJ || (expected && !is_instance(a->element, expected)))
        raise_exception(&ArgumentError_class, "%s() expects a schema object, got %s",
                        class_name(self->element.obj.class)->text, value_repr(a->element)->text);
    ddl_start(self, kind, a->element.obj);
    self->if_not_exists = a->if_not_exists;
    self->if_exists = a->if_exists;
    self->cascade = a->cascade;
    if (is_set(a->include_foreign_key_constraints) && self->ddl == DDL_CREATE_TABLE)
        defer_others(self, get_as(Table, a->element, "element"), a->include_foreign_key_constraints);
    return OBJ(self);
}

/* CreateSchema("name"), DropSchema("name", cascade=True) */
#define SCHEMA_INIT(P)                                                                             \
    P(POS, any, name, Required)                                                                    \
    P(KEY, bool, if_not_exists, False)                                                             \
    P(KEY, bool, if_exists, False)                                                                 \
    P(KEY, bool, cascade, False)                                                                   \
    P(KEY, any, quote, Unset)
#define SCHEMA_NATIVE(T)                                                                           \
    NATIVE(T, init, SCHEMA_INIT)                                                                   \
    {                                                                                              \
        NameSource source;                                                                         \
        ddl_start(self, kind_of(self->element.obj.class), NULL);                                   \
        self->name = name_from(a->name, &self->quote, &source);                                    \
        self->if_not_exists = a->if_not_exists;                                                    \
        self->if_exists = a->if_exists;                                                            \
        self->cascade = a->cascade;                                                                \
        return OBJ(self);                                                                          \
    }
SCHEMA_NATIVE(CreateSchema)
SCHEMA_NATIVE(DropSchema)

/* DDL("ALTER TABLE %(table)s ...", context={...}) */
#define TEXT_INIT(P) P(POS, str, statement, Required) P(POS, any, context, None)
NATIVE(DDL, init, TEXT_INIT)
{
    ddl_start(self, DDL_TEXT, NULL);
    self->name = a->statement;
    self->context = a->context;
    return OBJ(self);
}

/* --- conditions ----------------------------------------------------------------------------------------- */

static Ddl *ddl_copy(const Ddl *ddl)
{
    Ddl *copy = (Ddl *)object_allocate(ddl->element.obj.class);
    Obj head = copy->element.obj;
    *copy = *ddl;
    copy->element.obj = head;
    return copy;
}

Value ddl_condition_new(Value dialect, Value function, Value state)
{
    Value parts[] = {dialect, function, state};
    return OBJ(tuple_new(3, parts));
}

bool ddl_condition_holds(Value condition, const char *dialect_name, const List *arguments, Dict *keywords)
{
    Tuple *parts = is_set(condition) ? (Tuple *)value_get_as(condition, &tuple_class, "condition") : NULL;
    if (!parts)
        return true;
    Value dialect = parts->at[0], function = parts->at[1], name = STR(str_from(dialect_name));
    if (is_str(dialect) && !value_equal(dialect, name))
        return false;
    if (!is_none(dialect) && !is_str(dialect) && !value_contains(dialect, name))
        return false;
    if (is_none(function))
        return true;
    dict_set_text(keywords, "state", parts->at[2]);
    return value_truth(call_dict(function, arguments->length, arguments->at, keywords));
}

#define EXECUTE_IF(P)                                                                              \
    P(POS, any, dialect, None)                                                                     \
    P(POS, any, callable_, None)                                                                   \
    P(POS, any, state, None)
NATIVE(Ddl, execute_if, EXECUTE_IF)
{
    Ddl *copy = ddl_copy(self);
    copy->condition = ddl_condition_new(a->dialect, a->callable_, a->state);
    return OBJ(copy);
}

#define AGAINST(P) P(POS, any, target, Required)
NATIVE(Ddl, against, AGAINST)
{
    Ddl *copy = ddl_copy(self);
    copy->subject = a->target.tag == TAG_OBJ ? a->target.obj : NULL;
    return OBJ(copy);
}

static const Field ddl_fields[] = {
    FIELD_AS("element", Ddl, obj, subject, READONLY),
    FIELD_AS("target", Ddl, obj, subject, READONLY),
    FIELD_AS("statement", Ddl, str, name, READONLY),
    FIELD(Ddl, any, context, READONLY),
    FIELD(Ddl, bool, if_exists, MUTABLE),
    FIELD(Ddl, bool, if_not_exists, MUTABLE),
    {0},
};
static const Method ddl_methods[] = {METHOD(Ddl, execute_if), METHOD(Ddl, against), {0}};

const Class DDLElement_class = {
    CLASS(DDLElement, "sqlalchemy.sql.ddl", ClauseElement),
};
const Class Ddl_class = {
    CLASS_NAMED(Ddl, "ExecutableDDLElement", "sqlalchemy.sql.ddl", DDLElement),
    .fields = ddl_fields,
    .methods = ddl_methods,
};
const Class ExecutableDDLElement_class = {
    CLASS(ExecutableDDLElement, "sqlalchemy.sql.ddl", Ddl),
};
const Class DDL_class = {CLASS(DDL, "sqlalchemy.sql.ddl", Ddl), .init = INIT(DDL)};
const Class CreateSchema_class = {
    CLASS(CreateSchema, "sqlalchemy.sql.ddl", Ddl),
    .init = INIT(CreateSchema),
};
const Class DropSchema_class = {
    CLASS(DropSchema, "sqlalchemy.sql.ddl", Ddl),
    .init = INIT(DropSchema),
};

#define ELEMENT_CLASS(T, module)                                                                   \
    const Class T##_class = {CLASS(T, module, Ddl), .init = INIT(Ddl)};
ELEMENT_CLASS(CreateTable, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(DropTable, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(CreateIndex, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(DropIndex, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(AddConstraint, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(DropConstraint, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(CreateSequence, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(DropSequence, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(CreateColumn, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(SetTableComment, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(DropTableComment, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(SetColumnComment, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(DropColumnComment, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(SetConstraintComment, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(DropConstraintComment, "sqlalchemy.sql.ddl")
ELEMENT_CLASS(CreateEnumType, "sqlalchemy.dialects.postgresql.named_types")
ELEMENT_CLASS(DropEnumType, "sqlalchemy.dialects.postgresql.named_types")
