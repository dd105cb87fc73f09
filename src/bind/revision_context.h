/* revision_context.h -- the making of revision files: alembic.autogenerate.api.RevisionContext, AutogenContext. */
#ifndef RETORT_BIND_REVISION_CONTEXT_H
#define RETORT_BIND_REVISION_CONTEXT_H

#include "autogen/autogen.h"
#include "bind/bind.h"

extern const Class AutogenContext_class;
extern const AutogenPorch autogen_porch;

AutogenContext *autogen_context_new(const AutogenSetup *setup);
/* An AutogenContext over a migration context; metadata UNSET: its target_metadata. compares: not only for rendering. */
AutogenContext *autogen_context_for(MigrationContext *context, Value metadata, bool compares);
RenderContext autogen_render_context(AutogenContext *context);
/* Of an argument of a script; raises TypeError. */
MigrationContext *migration_context_argument(Value v);
/* --compat and the ini key, or configure(compat=True). */
bool context_wants_compat(const MigrationContext *context);

#endif
