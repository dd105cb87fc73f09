/* sa_create.c -- create_all, drop_all, table.create, enum.create ...: DDL run at once on an Engine
 * or Connection, in the order and with the existence checks of SQLAlchemy's SchemaGenerator and
 * SchemaDropper.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

#include "reflect/reflect.h"

#include <stdlib.h>

/* One create or drop on its way. */
typedef struct Job {
    Value connection;         /* Connection, or what create_mock_engine made                  */
    EngineConnection *record; /* NULL for the latter                                          */
    const Dialect *dialect;
    Reflection *reflection;
    bool check_first;
    bool is_metadata;       /* create_all, drop_all                                         */
    VEC(Type *) types_done; /* enum types that this job created or dropped                  */
} Job;

static void run(Job *job, Ddl *ddl)
{
    Value element = OBJ(ddl);
    call_method(job->connection, "execute", 1, &element);
}

/* --- events ----------------------------------------------------------------------------------- */

static DdlPlace place_of(const Job *job)
{
    return (DdlPlace){job->connection, job->dialect, job->record};
}

/* tables: of MetaData; NULL for a table, whose listeners hear whether it is one of many. */
static void call_events(Job *job, Value target, const char *name, List *tables)
{
    List *listeners = event_listeners(target, name);
    if (listeners->length == 0)
        return;
    Dict *keywords = dict_new();
    dict_set_text(keywords, "checkfirst", BOOL(job->check_first));
    if (tables)
        dict_set_text(keywords, "tables", OBJ(tables));
    else
        dict_set_text(keywords, "_is_metadata_operation", BOOL(job->is_metadata));
    dict_set_text(keywords, "_ddl_runner", NONE);
    DdlPlace place = place_of(job);
    ddl_listeners_call(&place, listeners, target, keywords);
}

/* --- what exists ------------------------------------------------------------------------------ */

static Str *schema_of(const Job *job, Str *schema)
{
    const Map *translate = job->record ? job->record->schema_translate : NULL;
    Str *mapped = translate ? map_find(translate, schema ? schema : str_empty) : NULL;
    return mapped ? (mapped->length ? mapped : NULL) : schema;
}

static bool has_table(const Job *job, const Table *table)
{
    return reflect_has_relation(job->reflection, schema_of(job, table_schema(table)),
                                table_name(table), RELATION_ANY);
}

static bool has_index(const Job *job, const Index *index)
{
    Str *name = index_final_name(index, job->dialect->identifier_limit);
    ReflectedTable *table =
        reflect_table_parts(job->reflection, schema_of(job, table_schema(index->table)),
                            table_name(index->table), REFLECT_INDEXES);
    for (size_t i = 0; table && name && i < table->indexes.length; i++)
        if (str_equal(table->indexes.at[i]->name, name))
            return true;
    return false;
}

static bool has_sequence(const Job *job, const Sequence *sequence)
{
    return reflect_has_sequence(job->reflection, schema_of(job, sequence->schema), sequence->name);
}

/* --- types ------------------------------------------------------------------------------------ */

static bool is_done(const Job *job, const Type *type)
{
    for (size_t i = 0; i < job->types_done.length; i++) {
        const Type *done = job->types_done.at[i];
        bool same_schema = done->schema == type->schema ||
                           (done->schema && type->schema && str_equal(done->schema, type->schema));
        if (done == type ||
            (same_schema && done->name && type->name && str_equal(done->name, type->name)))
            return true;
    }
    return false;
}

static void run_type(Job *job, Ddl *ddl, bool check_first)
{
    Type *type = as(Type, OBJ(ddl->subject));
    bool exists = check_first && job->reflection && type && type->name &&
                  reflect_has_type(job->reflection, schema_of(job, type->schema), type->name);
    if (type && is_done(job, type))
        return;
    if (type)
        vec_push(&job->types_done, type);
    if (!check_first || exists == (ddl->ddl == DDL_DROP_TYPE))
        run(job, ddl);
}

/* --- tables ----------------------------------------------------------------------------------- */

static void create_comments(Job *job, Table *table)
{
    if (!dialect_has(job->dialect, FEATURE_COMMENTS))
        return;
    if (table->comment)
        run(job, ddl_new(DDL_SET_TABLE_COMMENT, (Obj *)table));
    for (size_t i = 0; i < table->columns.length; i++)
        if (table->columns.at[i]->comment)
            run(job, ddl_new(DDL_SET_COLUMN_COMMENT, (Obj *)table->columns.at[i]));
}

static void create_sequence(Job *job, Sequence *sequence)
{
    if (!dialect_has(job->dialect, FEATURE_SEQUENCES) ||
        (job->check_first && has_sequence(job, sequence)))
        return;
    run(job, ddl_new(DDL_CREATE_SEQUENCE, (Obj *)sequence));
}

static void create_table(Job *job, Table *table, const ConstraintVec *deferred, bool check_types)
{
    DdlVec types = sql_types_to_create(job->dialect, table);
    for (size_t i = 0; i < types.length; i++)
        run_type(job, types.at[i], check_types);
    call_events(job, OBJ(table), "before_create", NULL);
    for (size_t i = 0; i < table->columns.length; i++)
        if (table->columns.at[i]->sequence)
            create_sequence(job, table->columns.at[i]->sequence);
    Ddl *create = ddl_new(DDL_CREATE_TABLE, (Obj *)table);
    if (deferred && dialect_has(job->dialect, FEATURE_DEFERRED_FOREIGN_KEYS))
        create->deferred = *deferred;
    run(job, create);
    DdlPlace place = place_of(job);
    for (size_t i = 0; i < table->indexes.length; i++) {
        Ddl *index = ddl_new(DDL_CREATE_INDEX, (Obj *)table->indexes.at[i]);
        if (ddl_is_wanted(&place, table->indexes.at[i]->condition, OBJ(index),
                          OBJ(table->indexes.at[i])))
            run(job, index);
    }
    create_comments(job, table);
    call_events(job, OBJ(table), "after_create", NULL);
}

static void drop_sequence(Job *job, Sequence *sequence)
{
    if (!dialect_has(job->dialect, FEATURE_SEQUENCES) ||
        (job->check_first && !has_sequence(job, sequence)))
        return;
    run(job, ddl_new(DDL_DROP_SEQUENCE, (Obj *)sequence));
}

static void drop_types(Job *job, const Table *table)
{
    DdlVec types = sql_types_to_drop(job->dialect, table);
    for (size_t i = 0; i < types.length; i++)
        run_type(job, types.at[i], job->check_first);
}

/* drop_all drops sequences and types once all tables are gone. */
static void drop_table(Job *job, Table *table)
{
    call_events(job, OBJ(table), "before_drop", NULL);
    run(job, ddl_new(DDL_DROP_TABLE, (Obj *)table));
    for (size_t i = 0; !job->is_metadata && i < table->columns.length; i++)
        if (table->columns.at[i]->sequence)
            drop_sequence(job, table->columns.at[i]->sequence);
    call_events(job, OBJ(table), "after_drop", NULL);
    if (!job->is_metadata)
        drop_types(job, table);
}

/* --- whole collections ------------------------------------------------------------------------ */

static bool is_chosen(Value tables, const Table *table)
{
    return is_absent(tables) || value_contains(tables, OBJ(table));
}

/* The tables to work on, in the order of their declaration. */
static TableVec tables_for(const Job *job, const MetaData *metadata, Value tables, bool existing)
{
    TableVec chosen = {0};
    for (size_t i = 0; i < metadata->tables.length; i++) {
        Table *table = metadata->tables.at[i].value;
        if (is_chosen(tables, table) && (!job->check_first || has_table(job, table) == existing))
            vec_push(&chosen, table);
    }
    return chosen;
}

static int compare_texts(const void *a, const void *b)
{
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

static Str *names_of(const TableVec *tables)
{
    StrVec names_ = {0};
    for (size_t i = 0; i < tables->length; i++)
        vec_push(&names_, table_full_name(tables->at[i]));
    qsort(names_.at, names_.length, sizeof *names_.at, compare_texts);
    Buf out = {0};
    for (size_t i = 0; i < names_.length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", names_.at[i]->text);
    return buf_str(&out);
}

/* Referring tables first. A cycle can be undone only by dropping named keys; where there is no ALTER, it stays, and
 * the tables go in the order of their declaration. */
static TableVec sorted_for_drop(const Job *job, const TableVec *chosen, ConstraintVec *deferred)
{
    bool can_alter = dialect_has(job->dialect, FEATURE_ALTER_CONSTRAINTS);
    TableVec cycle = {0}, reversed = {0};
    TableVec sorted = tables_sorted(chosen, true, deferred, &cycle);
    if (!can_alter && deferred->length)
        return *chosen;
    if (cycle.length && !can_alter)
        return *chosen;
    if (cycle.length)
        raise_exception(&CircularDependencyError_class,
                        "Can't sort tables for DROP; an unresolvable foreign key dependency exists between tables: %s.  "
                        "Please ensure that the ForeignKey and ForeignKeyConstraint objects involved in the cycle have "
                        "names so that they can be dropped using DROP CONSTRAINT.",
                        names_of(&cycle)->text);
    for (size_t i = sorted.length; i-- > 0;)
        vec_push(&reversed, sorted.at[i]);
    return reversed;
}

static List *table_list(const TableVec *tables)
{
    List *list = list_new(tables->length);
    for (size_t i = 0; i < tables->length; i++)
        list_append(list, OBJ(tables->at[i]));
    return list;
}

static bool is_among(const TableVec *tables, const Table *table)
{
    for (size_t i = 0; i < tables->length; i++)
        if (tables->at[i] == table)
            return true;
    return false;
}

/* use_alter constraints, and those that close a cycle. */
static void run_deferred(Job *job, const ConstraintVec *deferred, const TableVec *tables,
                         DdlKind kind)
{
    if (!dialect_has(job->dialect, FEATURE_ALTER_CONSTRAINTS))
        return;
    for (size_t i = 0; i < deferred->length; i++)
        if (is_among(tables, deferred->at[i]->table))
            run(job, ddl_new(kind, (Obj *)deferred->at[i]));
}

/* The enum types of every table, chosen or not, as the reference. */
static void create_all_types(Job *job, const MetaData *metadata)
{
    for (size_t i = 0; i < metadata->tables.length; i++) {
        DdlVec types = sql_types_to_create(job->dialect, metadata->tables.at[i].value);
        for (size_t k = 0; k < types.length; k++)
            run_type(job, types.at[k], job->check_first);
    }
}

static void create_all(Job *job, MetaData *metadata, Value tables)
{
    ConstraintVec deferred = {0};
    TableVec wanted = tables_for(job, metadata, tables, false), cycle = {0};
    TableVec chosen = tables_sorted(&wanted, false, &deferred, &cycle);
    List *list = table_list(&chosen);
    call_events(job, OBJ(metadata), "before_create", list);
    create_all_types(job, metadata);
    for (size_t i = 0; i < metadata->sequences.length; i++) {
        Sequence *sequence = metadata->sequences.at[i].value;
        if (!sequence->column)
            create_sequence(job, sequence);
    }
    for (size_t i = 0; i < chosen.length; i++)
        create_table(job, chosen.at[i], &deferred, job->check_first);
    run_deferred(job, &deferred, &chosen, DDL_ADD_CONSTRAINT);
    call_events(job, OBJ(metadata), "after_create", list);
}

/* In the order of their declaration. */
static void drop_all_sequences(Job *job, const MetaData *metadata)
{
    for (size_t i = 0; i < metadata->sequences.length; i++)
        drop_sequence(job, metadata->sequences.at[i].value);
}

static void drop_all(Job *job, MetaData *metadata, Value tables)
{
    ConstraintVec deferred = {0};
    TableVec wanted = tables_for(job, metadata, tables, true);
    TableVec chosen = sorted_for_drop(job, &wanted, &deferred);
    List *list = table_list(&chosen);
    call_events(job, OBJ(metadata), "before_drop", list);
    run_deferred(job, &deferred, &chosen, DDL_DROP_CONSTRAINT);
    for (size_t i = 0; i < chosen.length; i++)
        drop_table(job, chosen.at[i]);
    drop_all_sequences(job, metadata);
    for (size_t i = 0; i < metadata->tables.length; i++)
        drop_types(job, metadata->tables.at[i].value);
    call_events(job, OBJ(metadata), "after_drop", list);
}

/* --- entry ------------------------------------------------------------------------------------ */

typedef struct Request {
    Obj *subject;
    DdlKind kind;
    bool check_first;
    Value tables;
} Request;

static void run_single(Job *job, const Request *request)
{
    Value subject = OBJ(request->subject);
    bool is_create = request->kind == DDL_CREATE_TABLE || request->kind == DDL_CREATE_INDEX ||
                     request->kind == DDL_CREATE_SEQUENCE;
    bool exists = false;
    if (is_instance(subject, &Table_class)) {
        exists = job->check_first && has_table(job, (Table *)subject.obj);
        if (!job->check_first || exists != is_create)
            is_create ? create_table(job, (Table *)subject.obj, NULL, job->check_first)
                      : drop_table(job, (Table *)subject.obj);
        return;
    }
    if (job->check_first)
        exists = is_instance(subject, &Index_class) ? has_index(job, (Index *)subject.obj)
                                                    : has_sequence(job, (Sequence *)subject.obj);
    bool is_possible =
        !is_instance(subject, &Sequence_class) || dialect_has(job->dialect, FEATURE_SEQUENCES);
    if (is_possible && (!job->check_first || exists != is_create))
        run(job, ddl_new(request->kind, request->subject));
}

static void run_request(Job *job, const Request *request)
{
    job->is_metadata = is_instance(OBJ(request->subject), &MetaData_class);
    if (!job->is_metadata)
        run_single(job, request);
    else if (request->kind == DDL_CREATE_TABLE)
        create_all(job, (MetaData *)request->subject, request->tables);
    else
        drop_all(job, (MetaData *)request->subject, request->tables);
}

static Job job_on(Value connection, bool check_first)
{
    Job job = {.connection = connection, .check_first = check_first};
    job.record = connection_find_record(connection);
    job.dialect = dialect_find_in(connection);
    if (!job.dialect)
        raise_exception(&ArgumentError_class, "Expected an Engine or Connection, got %s",
                        value_repr(connection)->text);
    if (job.record) {
        connection_begin(job.record);
        connection_prepare(job.record);
        job.reflection = reflection_new(job.record->db);
    } else {
        job.check_first = false;
    }
    return job;
}

/* Runs on a connection of its own, inside a transaction, when bind is an engine. */
typedef struct EngineRun {
    Value bind;
    const Request *request;
    Type *type;
} EngineRun;

static void run_on(Value connection, const EngineRun *engine_run)
{
    const Request *request = engine_run->request;
    Job job = job_on(connection, request->check_first);
    if (engine_run->type)
        run_type(&job, ddl_new(request->kind, &engine_run->type->obj), job.check_first);
    else
        run_request(&job, request);
}

typedef struct Opened {
    ConnectionObject *connection;
    const EngineRun *run;
} Opened;

static void run_and_commit(void *arg)
{
    Opened *opened = arg;
    run_on(OBJ(opened->connection), opened->run);
    connection_object_commit(opened->connection);
}

static void run_on_bind(const EngineRun *engine_run)
{
    EngineObject *engine = as(EngineObject, engine_run->bind);
    if (!engine) {
        run_on(engine_run->bind, engine_run);
        return;
    }
    Opened opened = {connection_object_open(engine), engine_run};
    Err *err = protect(run_and_commit, &opened);
    connection_object_close(opened.connection);
    if (err)
        err_raise(err);
}

static void run_ddl(Obj *subject, Value bind, DdlKind kind, bool check_first, Value tables)
{
    Request request = {subject, kind, check_first, tables};
    run_on_bind(&(EngineRun){bind, &request, NULL});
}

/* Enum.create(bind): does nothing where enums are no types of their own, or this one is none. */
static void run_enum(Type *type, Value bind, DdlKind kind, bool check_first)
{
    const Dialect *dialect = dialect_find_in(bind);
    bool is_domain = type_is(type, TYPE_PG_DOMAIN);
    if (!is_domain && !type->native_enum)
        return;
    if (dialect && !dialect_has(dialect, FEATURE_ENUM_TYPES)) {
        if (is_domain)
            sql_type_text(dialect, type); /* says that there is no such type */
        return;
    }
    Request request = {NULL, kind, check_first, NONE};
    run_on_bind(&(EngineRun){bind, &request, type});
}

void sa_create_init(void)
{
    schema_set_ddl_runner(run_ddl);
    type_set_runner(run_enum);
}
