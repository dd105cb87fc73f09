/* upgrade.c -- `upgrade REVISION`: run the scripts from where the database is to the revision. */
#include "cmd/cmd.h"

const Option upgrade_options[] = {OPTION_SQL, OPTION_TAG, OPTIONS_MIGRATE, OPTION_DRY_RUN, OPTION_JSON, OPTION_REVISION, {0}};

int command_upgrade(Opts *opts)
{
    check_dry_run(opts);
    Session session = session_open(opts);
    session_migrate(&session, plan_upgrade,
                    range_argument(opts_text(opts, "revision"), opts_flag(opts, "sql")));
    return 0;
}
