/* plugins.c -- the table of comparators, the globs that choose among them, and their dispatch in Alembic's
 * order: priority, then the dialect's own before the general ones, then the plugins in order.
 *
 * To add a detection write its function, declare it in inside.h and give it a row here; one that Alembic does not
 * have says is_beyond. */
#include "autogen/inside.h"

#include <ctype.h>

static const char *const plugin_names[] = {
    "alembic.autogenerate.schemas",     "alembic.autogenerate.tables",
    "alembic.autogenerate.types",       "alembic.autogenerate.constraints",
    "alembic.autogenerate.defaults",    "alembic.autogenerate.comments",
    "alembic.autogenerate.checkconstraint_byname",
};

#define PLUGIN(name) "alembic.autogenerate." name
static const Comparator comparators[] = {
    {PLUGIN("schemas"), TARGET_AUTOGENERATE, NULL, PRIORITY_MEDIUM, compare_schemas},
    {PLUGIN("tables"), TARGET_SCHEMA, "tables", PRIORITY_MEDIUM, compare_tables},
    {PLUGIN("types"), TARGET_COLUMN, "types", PRIORITY_FIRST, compare_type_by_user},
    {PLUGIN("types"), TARGET_COLUMN, "types", PRIORITY_LAST, compare_type},
    {PLUGIN("constraints"), TARGET_TABLE, "primarykeys", PRIORITY_FIRST, compare_primary_key, true},
    {PLUGIN("constraints"), TARGET_TABLE, "indexes", PRIORITY_MEDIUM, compare_indexes},
    {PLUGIN("constraints"), TARGET_TABLE, "foreignkeys", PRIORITY_MEDIUM, compare_foreign_keys},
    {PLUGIN("constraints"), TARGET_TABLE, "exclusions", PRIORITY_LAST, compare_exclusions, true},
    {PLUGIN("tables"), TARGET_TABLE, "storage", PRIORITY_LAST, compare_storage, true},
    {PLUGIN("constraints"), TARGET_COLUMN, "nullable", PRIORITY_MEDIUM, compare_nullable},
    {PLUGIN("defaults"), TARGET_COLUMN, "server_default", PRIORITY_FIRST, compare_default_by_user},
    {PLUGIN("defaults"), TARGET_COLUMN, "server_default", PRIORITY_MEDIUM, compare_computed},
    {PLUGIN("defaults"), TARGET_COLUMN, "server_default", PRIORITY_MEDIUM, compare_identity},
    {PLUGIN("defaults"), TARGET_COLUMN, "server_default", PRIORITY_MEDIUM, note_autoincrement},
    {PLUGIN("defaults"), TARGET_COLUMN, "server_default", PRIORITY_LAST, compare_default},
    {PLUGIN("comments"), TARGET_COLUMN, "comments", PRIORITY_MEDIUM, compare_column_comment},
    {PLUGIN("comments"), TARGET_TABLE, "comments", PRIORITY_MEDIUM, compare_table_comment},
    {PLUGIN("checkconstraint_byname"), TARGET_TABLE, "checkconstraints", PRIORITY_MEDIUM, compare_checks},
};

/* --- a comparator in its place: ours or a script's --------------------------------------------------------------- */

typedef struct Entry {
    int order; /* ascending */
    Str *subgroup;
    Compare compare; /* NULL: function */
    Value function;
} Entry;
typedef VEC(Entry) EntryVec;
struct Dispatch {
    EntryVec targets[TARGET_COUNT];
};

static const char *const target_names[TARGET_COUNT] = {"autogenerate", "schema", "table", "column"};

/* Higher priority first; at one priority what is for this dialect only. */
static int order_of(int64_t priority, bool of_dialect)
{
    return (int)(-2 * priority) - of_dialect;
}

/* Behind those that come before or stand equal. */
static void insert(EntryVec *entries, Entry entry)
{
    size_t at = entries->length;
    while (at > 0 && entries->at[at - 1].order > entry.order)
        at--;
    vec_insert(entries, at, entry);
}

/* --- globs -------------------------------------------------------------------------------------------------------- */

static bool is_identifier(const char *text, size_t length)
{
    if (length == 0 || isdigit((unsigned char)text[0]))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)text[i]) && text[i] != '_' && (unsigned char)text[i] < 0x80)
            return false;
    return true;
}

static void check_glob(const Str *glob)
{
    for (const char *p = glob->text;; p++) {
        size_t length = strcspn(p, ".");
        if (!(length == 1 && *p == '*') && !is_identifier(p, length))
            raise_value("Invalid plugin expression %s", name_repr(glob));
        p += length;
        if (!*p)
            return;
    }
}

/* "*" stands for one or more tokens. */
static bool glob_matches(const char *glob, const char *name)
{
    size_t token = strcspn(glob, ".");
    if (token == 1 && *glob == '*') {
        for (const char *rest = name + strcspn(name, ".");; rest += 1 + strcspn(rest + 1, ".")) {
            if (!glob[token] ? !*rest : *rest && glob_matches(glob + token + 1, rest + 1))
                return true;
            if (!*rest)
                return false;
        }
    }
    if (strcspn(name, ".") != token || strncmp(glob, name, token) != 0)
        return false;
    if (!glob[token] || !name[token])
        return glob[token] == name[token];
    return glob_matches(glob + token + 1, name + token + 1);
}

typedef struct Choice {
    StrVec include, exclude;
    VEC(bool) matched; /* beside include */
} Choice;

static Choice choice_from(Value option)
{
    Choice choice = {0};
    Value everything = STR(str_from("alembic.autogenerate.*"));
    const List *list = is_absent(option) ? list_of(1, &everything) : list_from(option);
    for (size_t i = 0; i < list->length; i++) {
        Str *glob = value_str(list->at[i]);
        bool out = str_starts_with(glob, "~");
        if (out)
            glob = str_slice_bytes(glob, 1, glob->length);
        check_glob(glob);
        if (out) {
            vec_push(&choice.exclude, glob);
        } else {
            vec_push(&choice.include, glob);
            vec_push(&choice.matched, false);
        }
    }
    return choice;
}

static bool choice_takes(Choice *choice, const char *name)
{
    bool taken = false;
    for (size_t i = 0; i < choice->exclude.length; i++)
        if (glob_matches(choice->exclude.at[i]->text, name))
            return false;
    for (size_t i = 0; i < choice->include.length; i++)
        if (glob_matches(choice->include.at[i]->text, name))
            taken = choice->matched.at[i] = true;
    return taken;
}

static void refuse_unmatched(const Choice *choice)
{
    Buf out = {0};
    for (size_t i = 0; i < choice->include.length; i++)
        if (!choice->matched.at[i])
            buf_format(&out, "%s%s", out.length ? ", " : "", choice->include.at[i]->text);
    if (out.length)
        raise_tool("autogen.plugin", "the names are those of the lines \"setting up autogenerate plugin\"",
                   "Did not locate plugins: %s", buf_str(&out)->text);
}

static void log_plugin(const char *name)
{
    logging_emit("alembic.runtime.plugins", LOGGING_INFO, str_format("setting up autogenerate plugin %s", name));
}

/* --- collecting ------------------------------------------------------------------------------------------------------ */

static void add_ours(AutogenContext *context, struct Dispatch *chosen, const char *plugin)
{
    for (size_t i = 0; i < COUNT_OF(comparators); i++) {
        const Comparator *row = &comparators[i];
        if (strcmp(row->plugin, plugin) != 0 || (row->is_beyond && context->setup.compat))
            continue;
        Entry entry = {.order = order_of(row->priority, false),
                       .subgroup = row->subgroup ? intern(row->subgroup) : NULL,
                       .compare = row->compare};
        insert(&chosen->targets[row->target], entry);
    }
}

enum { ROW_PLUGIN, ROW_TARGET, ROW_QUALIFIER, ROW_PRIORITY, ROW_FUNCTION, ROW_SUBGROUP, ROW_WIDTH };

static void add_script_row(AutogenContext *context, struct Dispatch *chosen, const Tuple *row)
{
    Str *target = value_find_str(row->at[ROW_TARGET]), *qualifier = value_find_str(row->at[ROW_QUALIFIER]);
    bool general = qualifier && str_is(qualifier, "default");
    if (is_none(row->at[ROW_FUNCTION]) || !target ||
        (!general && !(qualifier && str_is(qualifier, context->setup.dialect->name))))
        return;
    Str *subgroup = value_find_str(row->at[ROW_SUBGROUP]);
    Entry entry = {.order = order_of(value_plain(row->at[ROW_PRIORITY]).integer, !general),
                   .subgroup = subgroup ? str_intern(subgroup) : NULL,
                   .function = row->at[ROW_FUNCTION]};
    for (size_t i = 0; i < TARGET_COUNT; i++)
        if (str_is(target, target_names[i]))
            insert(&chosen->targets[i], entry);
}

/* Rows without a plugin stand before all plugins. */
static void add_global_rows(AutogenContext *context, struct Dispatch *chosen, const List *rows)
{
    for (size_t i = 0; rows && i < rows->length; i++) {
        const Tuple *row = get_as(Tuple, rows->at[i], "comparator");
        if (is_none(row->at[ROW_PLUGIN]))
            add_script_row(context, chosen, row);
    }
}

static void add_script_plugins(AutogenContext *context, struct Dispatch *chosen, Choice *choice, const List *rows)
{
    Set *seen = set_new(), *taken = set_new();
    for (size_t i = 0; rows && i < rows->length; i++) {
        const Tuple *row = get_as(Tuple, rows->at[i], "comparator");
        Value name = row->at[ROW_PLUGIN];
        if (is_none(name))
            continue;
        if (!set_has(seen, name)) {
            set_add(seen, name);
            if (choice_takes(choice, value_str(name)->text)) {
                log_plugin(value_str(name)->text);
                set_add(taken, name);
            }
        }
        if (set_has(taken, name))
            add_script_row(context, chosen, row);
    }
}

struct Dispatch *dispatch_new(AutogenContext *context)
{
    struct Dispatch *chosen = new (struct Dispatch);
    Choice choice = choice_from(autogen_option(context, "autogenerate_plugins"));
    const AutogenPorch *porch = context->setup.porch;
    const List *rows = porch && porch->script_comparators ? porch->script_comparators() : NULL;
    add_global_rows(context, chosen, rows);
    for (size_t i = 0; i < COUNT_OF(plugin_names); i++)
        if (choice_takes(&choice, plugin_names[i])) {
            log_plugin(plugin_names[i]);
            add_ours(context, chosen, plugin_names[i]);
        }
    add_script_plugins(context, chosen, &choice, rows);
    refuse_unmatched(&choice);
    return chosen;
}

/* --- dispatch ----------------------------------------------------------------------------------------------------------- */

static Value schema_set(const Comparison *c)
{
    Set *set = set_new();
    for (size_t i = 0; i < c->schemas->length; i++)
        set_add(set, STR(c->schemas->at[i]));
    return OBJ(set);
}

static Value call_function(Comparison *c, Target target, Value function)
{
    Value arguments[7] = {OBJ(c->context), OBJ(c->ops)};
    size_t count = 2;
    if (target == TARGET_SCHEMA) {
        arguments[count++] = schema_set(c);
    } else if (target == TARGET_TABLE) {
        arguments[count++] = STR(c->schema);
        arguments[count++] = STR(c->table_name);
        arguments[count++] = OBJ(c->database);
        arguments[count++] = OBJ(c->model);
    } else if (target == TARGET_COLUMN) {
        arguments[1] = OBJ(c->alter);
        arguments[count++] = STR(c->schema);
        arguments[count++] = STR(c->table_name);
        arguments[count++] = STR(c->column_name);
        arguments[count++] = OBJ(c->database_column);
        arguments[count++] = OBJ(c->model_column);
    }
    return call(function, count, arguments);
}

/* PriorityDispatchResult.STOP; anything else, None too, goes on. */
static bool says_stop(Value answer)
{
    Value name = answer.tag == TAG_OBJ ? value_find_attr(answer, N(name)) : UNSET;
    return is_set(name) && value_find_str(name) && str_is(value_find_str(name), "STOP");
}

enum { SUBGROUP_LIMIT = 64 };

void dispatch(Comparison *c, Target target)
{
    const EntryVec *entries = &c->context->dispatch->targets[target];
    Str *stopped[SUBGROUP_LIMIT];
    size_t count = 0;
    for (size_t i = 0; i < entries->length; i++) {
        const Entry *entry = &entries->at[i];
        bool skip = false;
        for (size_t j = 0; j < count && !skip; j++)
            skip = stopped[j] == entry->subgroup;
        if (skip)
            continue;
        bool stop = entry->compare ? entry->compare(c) == VERDICT_STOP
                                   : says_stop(call_function(c, target, entry->function));
        if (stop && count < SUBGROUP_LIMIT)
            stopped[count++] = entry->subgroup;
    }
}
