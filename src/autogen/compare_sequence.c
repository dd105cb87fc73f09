/* compare_sequence.c -- sequences of their own, not those behind SERIAL and identity columns: created before the tables
 * whose defaults need them, altered where the model says other numbers, dropped with the last default that used them.
 * Alembic does not look at them, so that its files fail where a default says nextval(). */
#include "autogen/inside.h"

typedef struct SequenceEntry {
    Str *schema, *text;         /* NULL = the default one; the name as SQL                     */
    Sequence *wanted;           /* NULL: no model has it                                       */
    ReflectedSequence *present; /* NULL: the database has not                                */
} SequenceEntry;

struct Sequences {
    AutogenContext *context;
    VEC(SequenceEntry *) entries;
    Map by_text;
    Buf defaults;         /* of the models' columns                                             */
    VEC(uint32_t) tables; /* of the database, that are compared                              */
    bool has_foreign;     /* whether a default of theirs takes from a sequence of its own       */
};

/* --- gathering ---------------------------------------------------------------------------------- */

struct Sequences *sequences_new(AutogenContext *context)
{
    if (context->setup.compat || !dialect_has(context->setup.dialect, FEATURE_SEQUENCES))
        return NULL;
    struct Sequences *all = new (struct Sequences);
    all->context = context;
    return all;
}

static SequenceEntry *entry_for(struct Sequences *all, Str *schema, const Str *name)
{
    if (schema && str_equal(schema, reflect_default_schema(all->context->reflection)))
        schema = NULL;
    Str *text = sql_qualified_text(all->context->setup.dialect, schema, name);
    SequenceEntry *entry = map_find(&all->by_text, text);
    if (entry)
        return entry;
    entry = new (SequenceEntry);
    entry->schema = schema;
    entry->text = text;
    map_put(&all->by_text, text, entry);
    vec_push(&all->entries, entry);
    return entry;
}

/* An optional one is for databases that cannot do without. */
static void want(struct Sequences *all, Sequence *sequence)
{
    if (sequence && !sequence->optional)
        entry_for(all, sequence->schema, sequence->name)->wanted = sequence;
}

void sequences_note_model(struct Sequences *all, const Table *table)
{
    for (size_t i = 0; all && i < table->metadata->sequences.length; i++)
        want(all, table->metadata->sequences.at[i].value);
    for (size_t i = 0; all && i < table->columns.length; i++) {
        const Column *column = table->columns.at[i];
        const Str *given = sql_default_text(all->context->setup.dialect, column);
        want(all, column->sequence);
        if (given)
            buf_format(&all->defaults, "%s\n", given->text);
    }
}

void sequences_note_database(struct Sequences *all, const ReflectedTable *table)
{
    if (!all)
        return;
    vec_push(&all->tables, table->oid);
    for (size_t i = 0; i < table->columns.length; i++) {
        const ReflectedColumn *column = table->columns.at[i];
        bool counts = column->default_text && strstr(column->default_text->text, "nextval(");
        all->has_foreign |= counts && !column->owned_sequence;
    }
}

static bool is_wanted_schema(const Comparison *c, const Str *schema)
{
    for (size_t i = 0; i < c->schemas->length; i++)
        if (strings_equal(c->schemas->at[i], schema))
            return true;
    return false;
}

static void read_database(struct Sequences *all)
{
    ReflectedSequenceVec found = reflect_sequences(all->context->reflection);
    for (size_t i = 0; i < found.length; i++)
        entry_for(all, found.at[i]->visible ? NULL : found.at[i]->schema, found.at[i]->name)
            ->present = found.at[i];
}

/* --- statements --------------------------------------------------------------------------------- */

/* "CREATE SEQUENCE s START WITH 7"; ALTER takes the same options. */
static Str *statement(const SequenceEntry *entry, const Sequence *sequence, const char *verb)
{
    Sequence copy = *sequence;
    copy.schema = entry->schema;
    Str *create =
        sql_compile(&postgres_dialect, ELEMENT(ddl_new(DDL_CREATE_SEQUENCE, (Obj *)&copy)), NULL)
            ->text;
    return str_format("%s%s", verb, create->text + strlen("CREATE"));
}

static Sequence *sequence_of(const ReflectedSequence *present)
{
    Sequence *sequence = (Sequence *)object_allocate(&Sequence_class);
    sequence->name = present->name;
    sequence->data_type = present->type;
    sequence->options = present->options;
    return sequence;
}

static bool option_differs(Value wanted, Value present)
{
    return !is_absent(wanted) && !value_equal(wanted, present);
}

/* Whether the model says a number that the database has otherwise. */
static bool differs(const Sequence *wanted, const ReflectedSequence *present)
{
    const SequenceOptions *to = &wanted->options, *from = &present->options;
    bool type = wanted->data_type && !str_equal(sql_type_text(&postgres_dialect, wanted->data_type),
                                                sql_type_text(&postgres_dialect, present->type));
    return type || option_differs(to->start, from->start) ||
           option_differs(to->increment, from->increment) ||
           option_differs(to->minvalue, from->minvalue) ||
           option_differs(to->maxvalue, from->maxvalue) || option_differs(to->cache, from->cache) ||
           (to->cycle != TRI_UNSET && to->cycle != from->cycle);
}

/* --- the comparison ----------------------------------------------------------------------------- */

static bool wants(const Comparison *c, Sequence *sequence, bool reflected, Sequence *other)
{
    return autogen_wants_object(c->context, OBJ(sequence), sequence->name, "sequence", reflected,
                                OBJ(other));
}

static void log_sequence(const char *what, const SequenceEntry *entry)
{
    log_found("sequences", "Detected %s sequence %s", what, name_repr(entry->text));
}

static void add_sequence(Comparison *c, const SequenceEntry *entry)
{
    if (!wants(c, entry->wanted, false, NULL))
        return;
    OpContainer *container = undoable(c->ops), undo = undo_of(container);
    add_execute(container, statement(entry, entry->wanted, "CREATE"));
    add_execute(&undo, str_format("DROP SEQUENCE %s", entry->text->text));
    log_sequence("added", entry);
}

static void alter_sequence(Comparison *c, const SequenceEntry *entry)
{
    Sequence *present = sequence_of(entry->present);
    if (!differs(entry->wanted, entry->present) || !wants(c, entry->wanted, false, present))
        return;
    OpContainer *container = undoable(c->ops), undo = undo_of(container);
    add_execute(container, statement(entry, entry->wanted, "ALTER"));
    add_execute(&undo, statement(entry, present, "ALTER"));
    log_sequence("changed", entry);
}

void sequences_before_tables(Comparison *c, struct Sequences *all)
{
    if (!all || (!all->entries.length && !all->has_foreign))
        return;
    read_database(all);
    for (size_t i = 0; i < all->entries.length; i++) {
        const SequenceEntry *entry = all->entries.at[i];
        if (!entry->wanted || !is_wanted_schema(c, entry->schema))
            continue;
        if (entry->present)
            alter_sequence(c, entry);
        else
            add_sequence(c, entry);
    }
}

/* Defaults of other tables than those compared keep a sequence, too; and who was never used has other users. */
static bool is_used_here_only(const struct Sequences *all, const ReflectedSequence *present)
{
    for (size_t i = 0; i < present->users.length; i++) {
        bool here = false;
        for (size_t j = 0; j < all->tables.length && !here; j++)
            here = all->tables.at[j] == present->users.at[i];
        if (!here)
            return false;
    }
    return present->users.length > 0;
}

static bool is_mentioned(struct Sequences *all, const Str *name)
{
    return all->defaults.length && strstr(buf_str(&all->defaults)->text, name->text);
}

void sequences_after_tables(Comparison *c, struct Sequences *all)
{
    for (size_t i = 0; all && i < all->entries.length; i++) {
        const SequenceEntry *entry = all->entries.at[i];
        if (entry->wanted || !entry->present || !is_wanted_schema(c, entry->schema) ||
            !is_used_here_only(all, entry->present) || is_mentioned(all, entry->present->name))
            continue;
        Sequence *present = sequence_of(entry->present);
        if (!wants(c, present, true, NULL))
            continue;
        OpContainer *container = undoable(c->ops), undo = undo_of(container);
        add_execute(container, str_format("DROP SEQUENCE %s", entry->text->text));
        add_execute(&undo, statement(entry, present, "CREATE"));
        log_sequence("removed", entry);
    }
}
