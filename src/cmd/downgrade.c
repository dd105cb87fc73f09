/* downgrade.c -- `downgrade REVISION`: run the scripts backwards to the revision. */
#include "cmd/cmd.h"

const Option downgrade_options[] = {
    OPTION_SQL, OPTION_TAG, OPTIONS_MIGRATE, OPTION_DRY_RUN, OPTION_JSON, OPTION_REVISION, {0}};

int command_downgrade(Opts *opts)
{
    bool sql = opts_flag(opts, "sql");
    check_dry_run(opts);
    Session session = session_open(opts);
    RevisionRange range = range_argument(opts_text(opts, "revision"), sql);
    if (sql && !range.from)
        raise_tool("rev.range",
                   type_next("without a database the start must be said: the revision it is at, a "
                             "colon, and the target",
                             "downgrade --sql REVISION:base", NULL),
                   "downgrade with --sql requires <fromrev>:<torev>");
    session_migrate(&session, plan_downgrade, range);
    return 0;
}
