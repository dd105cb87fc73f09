/* merge.c -- `merge REVISIONS`: write an empty revision that joins heads. */
#include "cmd/cmd.h"

const Option merge_options[] = {
    OPTION_MESSAGE, OPTION_BRANCH_LABEL, OPTION_REV_ID, OPTION_SPLICE, OPTION_REVISIONS, {0},
};

static StepVec no_steps(Environment *env, StrVec rows, MigrationContext *context)
{
    (void)env, (void)rows, (void)context;
    return (StepVec){0};
}

int command_merge(Opts *opts)
{
    Session session = session_open(opts);
    Environment env = {.plan = no_steps, .dont_mutate = true, .told = TOLD_AS_SQL};
    if (config_truth(session.config, "revision_environment", false))
        session_run_environment(&session, &env);
    Str *label = opts_text(opts, "branch_label");
    NewRevisionRequest request = {
        .id = opts_text(opts, "rev_id"),
        .message = opts_text(opts, "message"),
        .head = symbols_tuple(*opts_list(opts, "revisions")),
        .splice = opts_flag(opts, "splice"),
    };
    if (label)
        vec_push(&request.branch_labels, label);
    project_new_revision(session.project, &request, env.template_arguments);
    return 0;
}
