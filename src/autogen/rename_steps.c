/* rename_steps.c -- the order in which things of one place take their new names: no name is given while another still has
 * it, and where names go round (a to b, b to a) one waits under a name of its own. */
#include "autogen/inside.h"

static bool is_taken(const RenameStepVec *waiting, const Str *name)
{
    for (size_t i = 0; i < waiting->length; i++)
        if (str_equal(waiting->at[i].from, name))
            return true;
    return false;
}

static RenameStepVec steps_asked(const Map *names)
{
    RenameStepVec list = {0};
    for (size_t i = 0; i < names->length; i++)
        if (!str_equal(names->at[i].key, names->at[i].value))
            vec_push(&list, ((RenameStep){names->at[i].key, names->at[i].value}));
    return list;
}

/* One whose new name is free; else the length. */
static size_t find_free(const RenameStepVec *waiting)
{
    size_t i = 0;
    while (i < waiting->length && is_taken(waiting, waiting->at[i].to))
        i++;
    return i;
}

RenameStepVec rename_steps(const Map *names)
{
    RenameStepVec waiting = steps_asked(names), steps = {0};
    for (size_t aside = 0; waiting.length;) {
        size_t next = find_free(&waiting);
        if (next < waiting.length) {
            vec_push(&steps, waiting.at[next]);
            vec_remove(&waiting, next);
            continue;
        }
        Str *name = str_format("retort_renamed_%zu", ++aside);
        vec_push(&steps, ((RenameStep){waiting.at[0].from, name}));
        waiting.at[0].from = name;
    }
    return steps;
}
