/* mako.c -- the native half of lib/mako/template.py: scripts that render templates themselves. */
#include "bind/bind.h"

#define RENDER(P) P(POS, str, filename, Required) P(POS, str, text, Required) P(POS, dict, names, Required)
FUNCTION(mako, render, RENDER)
{
    return STR(template_render_text(a->filename, a->text, a->names));
}

static const Export mako_exports[] = {EXPORT_FUNCTION(mako, render), {0}};
static const ModuleDef mako_module = {"_mako", (const Export *const[]){mako_exports, NULL}, false, NULL};
const ModuleDef *const mako_modules[] = {&mako_module, NULL};
