/* suggest.c -- what a wrong word of the command line may have meant. */
#include "base/base.h"

#include <string.h>

typedef VEC(const char *) Names;

static Str *did_you_mean(const Str *word, const Names *names)
{
    const char *closest = text_closest(word->text, names->at, names->length);
    return closest ? str_format("did you mean \"%s\"?", closest) : NULL;
}

Str *suggest_command(const Program *program, const Str *name)
{
    Names names = {0};
    for (const Command *c = program->commands; c->name; c++)
        if (c->help)
            vec_push(&names, c->name);
    return did_you_mean(name, &names);
}

static void add_names(const Option *rows, Names *names)
{
    for (const Option *row = rows; row && row->kind; row++) {
        StrVec own = option_names(row);
        for (size_t i = 0; option_is_named(row) && !row->hidden && i < own.length; i++)
            vec_push(names, own.at[i]->text);
    }
}

static bool has_name(const Names *names, const char *name)
{
    for (size_t i = 0; i < names->length; i++)
        if (strcmp(names->at[i], name) == 0)
            return true;
    return false;
}

/* "--name=value" -> "--name" */
static Str *name_of(const Str *word)
{
    return str_new(word->text, strcspn(word->text, "="));
}

Str *suggest_option(const Program *program, const Command *command, const StrVec *words)
{
    Names global = {0}, all = {0};
    add_names(program->options, &global);
    add_names(command ? command->options : NULL, &all);
    for (size_t i = 0; i < words->length; i++) {
        Str *name = name_of(words->at[i]);
        if (name->text[0] == '-' && command && has_name(&global, name->text))
            return str_format("%s goes before the command: %s %s ... %s", name->text, program->name,
                              name->text, command->name);
    }
    for (size_t i = 0; i < global.length; i++)
        vec_push(&all, global.at[i]);
    for (size_t i = 0; i < words->length; i++) {
        Str *name = name_of(words->at[i]);
        Str *meant = name->length > 2 && name->text[0] == '-' ? did_you_mean(name, &all) : NULL;
        if (meant)
            return meant;
    }
    return NULL;
}
