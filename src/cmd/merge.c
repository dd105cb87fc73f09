/* merge.c -- `merge REVISIONS`: write an empty revision that joins heads. */
#include "cmd/cmd.h"

const Option merge_options[] = {
    OPTION_MESSAGE, OPTION_BRANCH_LABEL, OPTION_REV_ID, OPTION_SPLICE, OPTION_REVISIONS, {0},
};

int command_merge(Opts *opts)
{
    Session session = session_open(opts);
    Str *label = opts_text(opts, "branch_label");
    NewRevisionRequest request = {
        .id = opts_text(opts, "rev_id"),
        .message = opts_text(opts, "message"),
        .head = symbols_tuple(*opts_list(opts, "revisions")),
        .splice = opts_flag(opts, "splice"),
    };
    if (label)
        vec_push(&request.branch_labels, label);
    project_new_revision(session.project, &request, NULL);
    return 0;
}
