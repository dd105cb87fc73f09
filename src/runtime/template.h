/* template.h -- between the compiler of Mako templates (template.c, template_tags.c) and who runs the script it makes
 * (template_run.c). Private to this folder. */
#ifndef RETORT_RUNTIME_TEMPLATE_H
#define RETORT_RUNTIME_TEMPLATE_H

#include "base/base.h"

/* One line of the script, and the place in the template it was made from. */
typedef struct ScriptLine {
    unsigned indent;
    Str *text;
    bool raw;              /* inside a string of several lines: not indented                       */
    uint32_t line;         /* of the template                                                      */
    uint32_t code, column; /* the text from column `code` on stands at `column` of the template; 0 = unknown */
} ScriptLine;
typedef VEC(ScriptLine) ScriptLines;

/* A function of the script that is being written: the body of the template, or a <%def>. */
typedef struct ScriptFunction {
    struct ScriptFunction *outer;
    ScriptLines nested, body; /* functions inside it come first, as they may be called before they stand */
    Str *signature;           /* "f(a, b=2)"                                                         */
    Str *filters;             /* of its text, or NULL                                                */
    bool buffered;
    unsigned indent; /* of the next line of body */
} ScriptFunction;

/* What is open: a control line ("for"), or a tag ("%def", "%block", "%call"). */
typedef struct OpenBlock {
    const char *word;
    Str *filters;  /* of a block                                                                     */
    uint32_t line;
    bool has_loop; /* a for whose `loop` is used                                                     */
} OpenBlock;

typedef struct TemplateCompiler {
    Str *path;
    const char *start, *p; /* the template, and what is left of it      */
    uint32_t line;         /* of p                                      */
    Buf text;              /* literal text not written yet              */
    ScriptLines module;    /* <%! %>                                    */
    ScriptFunction *function;
    VEC(OpenBlock) open;
    Str *page_filters; /* <%page expression_filter>                 */
    bool uses_loop;
} TemplateCompiler;

_Noreturn void raise_template(const TemplateCompiler *c, const char *format, ...) PRINTF_LIKE(2, 3);

/* A line of the function that is being written. */
ScriptLine *template_emit(TemplateCompiler *c, Str *code);
/* Literal text so far becomes a line. */
void template_flush(TemplateCompiler *c);
/* Moves on, counting lines. */
void template_skip_to(TemplateCompiler *c, const char *to);
/* The first `mark` outside of strings and comments of Python; with `nested` also outside of brackets. */
const char *template_code_end(TemplateCompiler *c, const char *from, const char *mark, bool nested);
/* The code with its filters around it. Expressions get `str` and the page's filters first, unless one is "n". */
Str *template_filtered(const TemplateCompiler *c, Str *code, const Str *filters, bool is_expression);

/* <%def> and the other tags, <% code %> (template_tags.c); false when none begins here. */
bool template_compile_tag(TemplateCompiler *c);

/* The whole script. */
ScriptLines template_compile(Str *path, Str *text);

#endif
