/* compare_foreign_key.c -- foreign keys by what they say, not by name: columns, target, ON UPDATE and ON DELETE,
 * and when they are checked. */
#include "autogen/inside.h"

/* --- signatures ---------------------------------------------------------------------------------------------------- */

typedef struct KeySignature {
    Constraint *key;
    Str *source_schema, *target_schema, *target_table;
    StrVec source_columns, target_columns;
    Str *text; /* all of it, to compare and to sort by */
    bool is_inherited;
} KeySignature;
typedef VEC(KeySignature) KeyVec;

/* "SET NULL (a, b)" and "set null(a,b)" are the same, but not to Alembic. */
static Str *action_text(const Comparison *c, const Str *action)
{
    Str *text = action ? str_lower_ascii((Str *)(uintptr_t)action) : str_empty;
    if (str_is(text, "no action"))
        return str_empty;
    return c->context->setup.compat ? text : str_replace(text, " ", "");
}

static const char *match_text(const Constraint *key)
{
    const Str *match = key->match ? str_lower_ascii(key->match) : str_empty;
    return str_is(match, "simple") ? "" : match->text;
}

/* Both deferrable and initially, as one of three states. */
static const char *timing_text(const Constraint *key)
{
    if (key->initially && str_is(str_lower_ascii(key->initially), "deferred"))
        return "initially_deferrable";
    return key->deferrable == TRI_TRUE ? "deferrable" : "not deferrable";
}

static void set_target(KeySignature *s, ForeignKey *key)
{
    Str *schema, *table, *column;
    const Column *referred = foreign_key_find_column(key);
    foreign_key_target(key, &schema, &table, &column);
    if (referred && referred->clause.table) {
        schema = table_schema(column_table(referred));
        table = table_name(column_table(referred));
        column = column_name(referred);
    }
    s->target_schema = schema;
    s->target_table = table;
    vec_push(&s->target_columns, column);
}

static void write_names(Buf *out, const StrVec *names)
{
    for (size_t i = 0; i < names->length; i++)
        buf_format(out, "%s\x01", names->at[i]->text);
    buf_char(out, '\x02');
}

static void write_name_or_nothing(Buf *out, const Str *name)
{
    buf_format(out, "%s\x02", name ? name->text : "");
}

static KeySignature signature_of(const Comparison *c, Constraint *key)
{
    KeySignature s = {.key = key, .source_schema = table_schema(key->table)};
    for (size_t i = 0; i < key->elements.length; i++) {
        vec_push(&s.source_columns, column_name(key->elements.at[i]->parent));
        set_target(&s, key->elements.at[i]);
    }
    const Str *default_schema = reflect_default_schema(c->context->reflection);
    bool plain = !c->context->setup.compat; /* a model may name the default schema */
    if (plain && s.source_schema && str_equal(s.source_schema, default_schema))
        s.source_schema = NULL;
    if (plain && s.target_schema && str_equal(s.target_schema, default_schema))
        s.target_schema = NULL;
    Buf out = {0};
    write_name_or_nothing(&out, s.source_schema);
    write_name_or_nothing(&out, table_name(key->table));
    write_names(&out, &s.source_columns);
    write_name_or_nothing(&out, s.target_schema);
    write_name_or_nothing(&out, s.target_table);
    write_names(&out, &s.target_columns);
    buf_format(&out, "%s\x02%s\x02%s", action_text(c, key->onupdate)->text, action_text(c, key->ondelete)->text,
               timing_text(key));
    if (plain)
        buf_format(&out, "\x02%s", match_text(key));
    s.text = buf_str(&out);
    return s;
}

static const KeySignature *find_signature(const KeyVec *list, const KeySignature *s)
{
    for (size_t i = 0; i < list->length; i++)
        if (str_equal(list->at[i].text, s->text))
            return &list->at[i];
    return NULL;
}

/* In order of their texts; two keys that say the same are one. */
static void add_signature(KeyVec *list, KeySignature s)
{
    size_t at = list->length;
    if (find_signature(list, &s))
        return;
    while (at > 0 && str_compare(list->at[at - 1].text, s.text) > 0)
        at--;
    vec_insert(list, at, s);
}

static KeyVec model_keys(const Comparison *c)
{
    KeyVec list = {0};
    for (size_t i = 0; i < c->model->constraints.length; i++)
        if (c->model->constraints.at[i]->kind == CONSTRAINT_FOREIGN_KEY)
            add_signature(&list, signature_of(c, c->model->constraints.at[i]));
    return list;
}

/* The table a key refers to must be there for its DDL to be written; of columns it gets those named. */
static void add_referent(Table *database, const ReflectedForeignKey *reflected)
{
    MetaData *metadata = database->metadata;
    Table *referent = metadata_find_table(metadata, reflected->referred_table, reflected->referred_schema);
    if (!referent) {
        referent = table_new(metadata, reflected->referred_table, reflected->referred_schema);
        map_put(&metadata->tables, referent->key, referent);
    }
    for (size_t i = 0; i < reflected->referred_columns.length && i < reflected->columns.length; i++) {
        Column *local = table_find_column(database, reflected->columns.at[i]);
        if (local && !table_find_column(referent, reflected->referred_columns.at[i]))
            table_add_column(referent, column_new(reflected->referred_columns.at[i], column_type(local)));
    }
}

/* What is renamed follows in the keys to it. */
static const ReflectedForeignKey *under_new_names(const Comparison *c,
                                                  const ReflectedForeignKey *key)
{
    AutogenContext *context = c->context;
    if (!context->renames.length)
        return key;
    ReflectedForeignKey *copy = new (ReflectedForeignKey);
    *copy = *key;
    copy->referred_columns =
        renamed_columns(context, key->referred_schema, key->referred_table, &key->referred_columns);
    copy->referred_table = renamed_table(context, key->referred_schema, key->referred_table);
    return copy;
}

static KeyVec database_keys(Comparison *c)
{
    KeyVec list = {0};
    for (size_t i = 0; i < c->reflected->foreign_keys.length; i++) {
        const ReflectedForeignKey *reflected = under_new_names(c, c->reflected->foreign_keys.at[i]);
        Constraint *key = wants_part_name(c, reflected->name, "foreign_key_constraint")
                              ? reflected_foreign_key_new(c->database, reflected)
                              : NULL;
        if (!key)
            continue;
        if (c->context->setup.compat)
            key->match = NULL;
        else if (reflected->not_valid)
            dict_set_text(key->options, "postgresql_not_valid", TRUE_VALUE);
        add_referent(c->database, reflected);
        table_add_constraint(c->database, key);
        KeySignature signature = signature_of(c, key);
        signature.is_inherited = reflected->is_inherited;
        add_signature(&list, signature);
    }
    return list;
}

/* --- the comparator --------------------------------------------------------------------------------------------------- */

static Value same_name(const KeyVec *list, const Str *name)
{
    for (size_t i = 0; name && i < list->length; i++)
        if (list->at[i].key->name && str_equal(list->at[i].key->name, name))
            return OBJ(list->at[i].key);
    return NONE;
}

static Str *names_text(const StrVec *names)
{
    Buf out = {0};
    for (size_t i = 0; i < names->length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", names->at[i]->text);
    return buf_str(&out);
}

static void log_key(const Comparison *c, const char *what, const KeySignature *s)
{
    log_found("constraints", "Detected %s foreign key (%s)(%s) on table %s", what,
              names_text(&s->source_columns)->text, names_text(&s->target_columns)->text,
              qualified_name(s->source_schema, c->table_name)->text);
}

static bool wants_key(Comparison *c, const KeySignature *s, bool reflected, Value other)
{
    return autogen_wants_object(c->context, OBJ(s->key), s->key->name, "foreign_key_constraint", reflected, other);
}

static KeyTarget target_of(const Comparison *c, const KeySignature *s)
{
    const Str *default_schema = reflect_default_schema(c->context->reflection);
    const Str *schema = s->target_schema && str_equal(s->target_schema, default_schema) ? NULL : s->target_schema;
    return (KeyTarget){schema, s->target_table, &s->target_columns};
}

static void drop_key(Comparison *c, const KeySignature *s)
{
    MigrateOperation *op = drop_constraint_op(c, s->key);
    KeyTarget target = target_of(c, s);
    if (!key_moves_drop(c, &target, op))
        add_op(c, op);
}

static void create_key(Comparison *c, const KeySignature *s)
{
    MigrateOperation *op = create_constraint_op(c, s->key);
    KeyTarget target = target_of(c, s);
    if (!key_moves_create(c, &target, op))
        add_op(c, op);
}

static bool is_not_valid(const Constraint *key)
{
    Value v = dict_find_text(key->options, "postgresql_not_valid");
    return is_set(v) && value_truth(v);
}

/* Rows that were there before a key NOT VALID are checked now, where the model knows of no such thing. What undoes it is
 * to make the key again, which checks nothing. */
static void validate_key(Comparison *c, const KeySignature *database, const KeySignature *model)
{
    if (!is_not_valid(database->key) || is_not_valid(model->key) ||
        !wants_key(c, model, false, OBJ(database->key)))
        return;
    OpContainer *container = undoable(c->upgrade), undo = undo_of(container);
    Str *name = sql_name_text(&postgres_dialect, database->key->name, TRI_UNSET);
    add_execute(container, str_format("ALTER TABLE %s VALIDATE CONSTRAINT %s",
                                      sql_qualified_text(&postgres_dialect, c->schema, c->table_name)->text, name->text));
    list_append(undo.ops, OBJ(drop_constraint_op(c, database->key)));
    list_append(undo.ops, OBJ(create_constraint_op(c, database->key)));
    log_key(c, "not validated", database);
}

/* One that stays; but it has to make room for a primary key. */
static void keep_key(Comparison *c, const KeySignature *database, const KeySignature *model)
{
    KeyTarget target = target_of(c, database);
    if (key_moves_drop(c, &target, drop_constraint_op(c, database->key)))
        key_moves_create(c, &target, create_constraint_op(c, database->key));
    else
        validate_key(c, database, model);
}

/* CREATE TABLE leaves out keys with use_alter, since their table may come later; Alembic forgets them. */
void add_deferred_keys(Comparison *c, size_t from)
{
    if (c->context->setup.compat || !dialect_has(c->context->setup.dialect, FEATURE_DEFERRED_FOREIGN_KEYS))
        return;
    for (size_t i = from, end = c->ops->ops->length; i < end; i++) {
        const MigrateOperation *op = as(MigrateOperation, c->ops->ops->at[i]);
        const Table *table = op && op->kind == OP_CREATE_TABLE && op->source ? as(Table, OBJ(op->source)) : NULL;
        for (size_t j = 0; table && j < table->constraints.length; j++)
            if (table->constraints.at[j]->use_alter)
                add_op(c, create_constraint_op(c, table->constraints.at[j]));
    }
}

Verdict compare_foreign_keys(Comparison *c)
{
    if (!c->database || !c->model)
        return VERDICT_CONTINUE;
    KeyVec model = model_keys(c), database = database_keys(c);
    for (size_t i = 0; i < database.length; i++) {
        const KeySignature *s = &database.at[i];
        const KeySignature *kept = find_signature(&model, s);
        if (kept && !c->context->setup.compat)
            keep_key(c, s, kept);
        if (kept || (s->is_inherited && !c->context->setup.compat) ||
            !wants_key(c, s, true, same_name(&model, s->key->name)))
            continue;
        drop_key(c, s);
        log_key(c, "removed", s);
    }
    for (size_t i = 0; i < model.length; i++) {
        const KeySignature *s = &model.at[i];
        if (find_signature(&database, s) || !wants_key(c, s, false, same_name(&database, s->key->name)))
            continue;
        create_key(c, s);
        log_key(c, "added", s);
    }
    return VERDICT_CONTINUE;
}
