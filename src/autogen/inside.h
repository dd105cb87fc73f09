/* inside.h -- shared by the files of autogen/ only. */
#ifndef RETORT_AUTOGEN_INSIDE_H
#define RETORT_AUTOGEN_INSIDE_H

#include "autogen/render.h"

/* render_expr.c: by code point, as Python's sorted(). */
void texts_sort(StrVec *texts);

/* render_op.c: one cell an operation; NULL = it has no text. */
typedef Str *(*OpRenderer)(RenderContext *r, const MigrateOperation *op);
extern const OpRenderer op_renderers[OP_COUNT];

#endif
