/* context_options.c -- what context.opts holds beside what configure() was given: the defaults of its keywords, and what the
 * command was asked, as far as the reference's command of that name tells it. */
#include "bind/bind.h"

/* What context.opts holds of keywords that were not given; None for the rest. */
static const struct {
    const char *name;
    const char *text; /* NULL: `truth` */
    bool truth;
} configure_defaults[] = {
    {"upgrade_token", "upgrades", false},
    {"downgrade_token", "downgrades", false},
    {"alembic_module_prefix", "op.", false},
    {"sqlalchemy_module_prefix", "sa.", false},
    {"compare_type", NULL, true},
    {"compare_server_default", NULL, false},
    {"include_schemas", NULL, false},
    {"render_as_batch", NULL, false},
    {"literal_binds", NULL, false},
    {"transaction_per_migration", NULL, false},
};
static const char *const configure_nones[] = {
    "target_metadata", "include_name",       "include_object", "process_revision_directives",
    "render_item",     "user_module_prefix",
};

static void add_configure_defaults(Dict *options)
{
    for (size_t i = 0; i < COUNT_OF(configure_defaults); i++)
        if (!is_set(dict_find_text(options, configure_defaults[i].name)))
            dict_set_text(options, configure_defaults[i].name,
                          configure_defaults[i].text ? STR(str_from(configure_defaults[i].text))
                                                     : BOOL(configure_defaults[i].truth));
    for (size_t i = 0; i < COUNT_OF(configure_nones); i++)
        if (!is_set(dict_find_text(options, configure_nones[i])))
            dict_set_text(options, configure_nones[i], NONE);
}

static void add_option(Dict *options, const char *name, Value value)
{
    if (!is_set(dict_find_text(options, name)))
        dict_set_text(options, name, value);
}

/* What the command was asked, for hooks that look into context.opts. */
static void add_command_options(Dict *options, const Environment *env)
{
    const Symbols *destination = &env->destination;
    add_option(options, "script", script_directory_object(env->project));
    if (env->told & TOLD_TARGET) {
        add_option(options, "tag", STR(env->tag));
        add_option(options, "starting_rev", STR(env->starting_revision));
        if (destination->at.length)
            add_option(options, "destination_rev",
                       env->told & TOLD_PURGE
                           ? OBJ(tuple_of_strings(destination->at.length, destination->at.at))
                           : STR(destination->at.at[0]));
    }
    if (env->told & TOLD_AS_SQL)
        add_option(options, "as_sql", BOOL(env->as_sql));
    if (env->told & TOLD_PURGE)
        add_option(options, "purge", BOOL(env->purge));
    if (env->told & TOLD_DONT_MUTATE)
        add_option(options, "dont_mutate", BOOL(env->dont_mutate));
}

void context_add_options(Dict *options, const Environment *env)
{
    add_configure_defaults(options);
    add_command_options(options, env);
}

unsigned context_told_options(const Dict *keywords)
{
    static const struct {
        const char *keyword;
        ToldOption option;
    } rows[] = {{"as_sql", TOLD_AS_SQL},       {"destination_rev", TOLD_TARGET},
                {"starting_rev", TOLD_TARGET}, {"tag", TOLD_TARGET},
                {"purge", TOLD_PURGE},         {"dont_mutate", TOLD_DONT_MUTATE}};
    unsigned told = 0;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        told |= is_set(dict_find_text(keywords, rows[i].keyword)) ? rows[i].option : 0;
    return told;
}
