/* revision_context.h -- the making of revision files: alembic.autogenerate.api.RevisionContext. */
#ifndef RETORT_BIND_REVISION_CONTEXT_H
#define RETORT_BIND_REVISION_CONTEXT_H

#include "autogen/autogen.h"
#include "bind/bind.h"

/* An AutogenContext over a migration context; metadata UNSET: its target_metadata. compares: not only for rendering. */
AutogenContext *autogen_context_for(MigrationContext *context, Value metadata, bool compares);
RenderContext autogen_render_context(AutogenContext *context);

#endif
