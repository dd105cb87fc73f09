/* template_tags.c -- tags of Mako templates: <%def>, <%block>, <%call>, <%page>, <%text>, <%doc>, and code blocks. */
#include "runtime/runtime.h"
#include "runtime/template.h"

#include <ctype.h>

/* --- <% code %> and <%! module code %> ----------------------------------------------------------------------------- */

/* The quotes that are open at the end of a line: "'''", "\"\"\"" or NULL. */
static const char *open_quotes(const char *p, const char *end, const char *open)
{
    while (p < end) {
        if (open) {
            if (*p == '\\')
                p += 2;
            else if (strncmp(p, open, 3) == 0)
                open = NULL, p += 3;
            else
                p++;
        } else if (strncmp(p, "'''", 3) == 0 || strncmp(p, "\"\"\"", 3) == 0) {
            open = *p == '"' ? "\"\"\"" : "'''";
            p += 3;
        } else if (*p == '\'' || *p == '"') {
            const char quote = *p++;
            while (p < end && *p != quote)
                p += *p == '\\' ? 2 : 1;
            p++;
        } else if (*p == '#') {
            return NULL;
        } else {
            p++;
        }
    }
    return open;
}

/* White space before the first line that has something other than a comment. */
static size_t margin_of(const char *p, const char *end)
{
    while (p < end) {
        size_t blank = strspn(p, " \t");
        if (p + blank < end && p[blank] != '\n' && p[blank] != '#')
            return blank;
        p += strcspn(p, "\n") + 1;
    }
    return 0;
}

/* Code lines without their common margin, at the depth where they stand. */
static void emit_code(TemplateCompiler *c, ScriptLines *into, unsigned indent, const char *p, const char *end)
{
    size_t margin = margin_of(p, end);
    const char *quotes = NULL;
    uint32_t line = c->line;
    for (; p < end; line++) {
        size_t length = strcspn(p, "\n"), blank = strspn(p, " \t");
        if (p + length > end)
            length = (size_t)(end - p);
        size_t skip = quotes ? 0 : blank < margin ? blank : margin;
        skip = skip < length ? skip : length;
        size_t shown = length && p[length - 1] == '\r' ? length - 1 : length;
        ScriptLine code = {.indent = indent, .text = str_new(p + skip, shown > skip ? shown - skip : 0), .raw = quotes != NULL,
                           .line = line, .code = indent * 4 + 1, .column = (uint32_t)skip + 1};
        if (quotes || blank < shown)
            vec_push(into, code);
        quotes = open_quotes(p, p + length, quotes);
        p += length + 1;
    }
}

static void compile_code(TemplateCompiler *c)
{
    bool module = c->p[2] == '!';
    const char *from = c->p + (module ? 3 : 2), *end = template_code_end(c, from, "%>", false);
    template_flush(c);
    emit_code(c, module ? &c->module : &c->function->body, module ? 0 : c->function->indent, from, end);
    template_skip_to(c, end + 2);
}

/* --- tags ----------------------------------------------------------------------------------------------------------------- */

typedef struct TemplateTag {
    Str *name;        /* "%def" */
    Map attributes;
    bool closed;      /* <%tag/> */
    const char *end;  /* after the > */
} TemplateTag;

static Str *attribute(const TemplateTag *tag, const char *name)
{
    return map_find(&tag->attributes, str_from(name));
}

static size_t word_length(const char *p)
{
    size_t n = 0;
    while (isalnum((unsigned char)p[n]) || strchr("_.:", p[n]) != NULL) {
        if (!p[n])
            break;
        n++;
    }
    return n;
}

static TemplateTag read_tag(TemplateCompiler *c)
{
    const char *p = c->p + 2;
    size_t length = word_length(p);
    TemplateTag tag = {.name = str_format("%%%s", str_new(p, length)->text)};
    p += length;
    for (;;) {
        p += strspn(p, " \t\r\n,");
        if (*p == '>' || (p[0] == '/' && p[1] == '>')) {
            tag.closed = *p == '/';
            tag.end = p + (tag.closed ? 2 : 1);
            return tag;
        }
        size_t n = word_length(p);
        const char *value = p + n + strspn(p + n, " \t\r\n");
        if (n == 0 || *value != '=')
            raise_template(c, "the tag <%s> is not closed", tag.name->text);
        value += 1 + strspn(value + 1, " \t\r\n");
        const char *close = *value == '"' || *value == '\'' ? strchr(value + 1, *value) : NULL;
        if (!close)
            raise_template(c, "the attribute %.*s of <%s> has no value in quotes", (int)n, p, tag.name->text);
        map_put(&tag.attributes, str_new(p, n), str_new(value + 1, (size_t)(close - value - 1)));
        p = close + 1;
    }
}

static void emit_text(TemplateCompiler *c, const char *code)
{
    template_emit(c, str_from(code));
}

static void open_block(TemplateCompiler *c, const char *word, Str *filters)
{
    OpenBlock open = {.word = word, .filters = filters, .line = c->line};
    vec_push(&c->open, open);
}

/* Text of a <%def> or <%block> with a filter is collected first. */
static void begin_collecting(TemplateCompiler *c)
{
    emit_text(c, "__M_push()");
    emit_text(c, "try:");
    c->function->indent++;
    emit_text(c, "pass");
}

static void end_collecting(TemplateCompiler *c)
{
    c->function->indent--;
    emit_text(c, "finally:");
    c->function->indent++;
    emit_text(c, "__M_text = __M_pop()");
    c->function->indent--;
}

static bool is_true(const Str *text)
{
    return text && (str_is(text, "True") || str_is(text, "true"));
}

static void begin_function(TemplateCompiler *c, Str *signature)
{
    ScriptFunction *function = new(ScriptFunction);
    function->outer = c->function;
    function->signature = signature;
    function->indent = 1;
    c->function = function;
}

/* Puts the finished function before the body of the one around it. */
static void end_function(TemplateCompiler *c)
{
    ScriptFunction *done = c->function;
    ScriptLines *into = &done->outer->nested;
    emit_text(c, "return ''");
    vec_push(into, ((ScriptLine){.text = str_format("def %s:", done->signature->text), .line = c->line}));
    for (size_t pass = 0; pass < 2; pass++) {
        const ScriptLines *lines = pass == 0 ? &done->nested : &done->body;
        for (size_t i = 0; i < lines->length; i++) {
            ScriptLine line = lines->at[i];
            line.indent += pass == 0;
            vec_push(into, line);
        }
    }
    c->function = done->outer;
}

static void open_def(TemplateCompiler *c, const TemplateTag *tag)
{
    Str *name = attribute(tag, "name");
    if (!name)
        raise_template(c, "Missing attribute(s): 'name'");
    if (!strchr(name->text, '('))
        raise_template(c, "Missing parenthesis in %%def: <%%def name=\"%s()\">", name->text);
    open_block(c, "%def", NULL);
    begin_function(c, name);
    c->function->filters = attribute(tag, "filter");
    c->function->buffered = is_true(attribute(tag, "buffered"));
    if (c->function->filters || c->function->buffered)
        begin_collecting(c);
}

static void close_def(TemplateCompiler *c)
{
    const ScriptFunction *function = c->function;
    if (function->filters || function->buffered) {
        end_collecting(c);
        Str *text = template_filtered(c, str_from("__M_text"), function->filters, false);
        template_emit(c, str_format(function->buffered ? "return %s" : "__M_write(%s)", text->text));
    }
    end_function(c);
}

/* A block without inheritance is its text, at its place. */
static void open_text_block(TemplateCompiler *c, const TemplateTag *tag)
{
    open_block(c, "%block", attribute(tag, "filter"));
    if (attribute(tag, "filter"))
        begin_collecting(c);
}

static void close_text_block(TemplateCompiler *c)
{
    Str *filters = c->open.at[c->open.length - 1].filters;
    if (!filters)
        return;
    end_collecting(c);
    Str *text = template_filtered(c, str_from("__M_text"), filters, false);
    template_emit(c, str_format("__M_write(%s)", text->text));
}

/* <%call expr="f()">body</%call>: f() may call caller.body(). */
static void open_call(TemplateCompiler *c, const TemplateTag *tag)
{
    Str *expression = attribute(tag, "expr");
    if (!expression)
        raise_template(c, "Missing attribute(s): 'expr'");
    open_block(c, "%call", expression);
    Str *args = attribute(tag, "args");
    begin_function(c, str_format("__M_caller_%u(%s)", c->line, args ? args->text : ""));
}

static void close_call(TemplateCompiler *c)
{
    const OpenBlock *open = &c->open.at[c->open.length - 1];
    end_function(c);
    template_emit(c, str_format("__M_callers.append(__M_caller_%u)", open->line));
    emit_text(c, "try:");
    c->function->indent++;
    template_emit(c, str_format("__M_write(str(%s))", open->filters->text));
    c->function->indent--;
    emit_text(c, "finally:");
    c->function->indent++;
    emit_text(c, "__M_callers.pop()");
    c->function->indent--;
}

/* <%page args="x, y=2" expression_filter="h"/> */
static void compile_page(TemplateCompiler *c, const TemplateTag *tag)
{
    c->page_filters = attribute(tag, "expression_filter");
    Str *args = attribute(tag, "args");
    if (!args)
        return;
    template_emit(c, str_format("def __M_page(%s, **__M_rest): return locals()", args->text));
    emit_text(c, "globals().update(__M_page(**context.kwargs))");
}

static void take_text(TemplateCompiler *c, const TemplateTag *tag)
{
    const char *end = strstr(tag->end, "</%text>");
    if (!end)
        raise_template(c, "Unclosed tag: <%%text>");
    Str *text = str_new(tag->end, (size_t)(end - tag->end));
    Str *given = attribute(tag, "filter");
    if (given) {
        template_flush(c);
        Str *literal = value_repr(STR(text));
        template_emit(c, str_format("__M_write(%s)", template_filtered(c, literal, given, false)->text));
    } else {
        buf_add(&c->text, text);
    }
    template_skip_to(c, end + 8);
}

static _Noreturn void raise_no_lookup(TemplateCompiler *c, const TemplateTag *tag)
{
    const char *name = tag->name->text;
    if (str_is(tag->name, "%include") || str_is(tag->name, "%inherit") || str_is(tag->name, "%namespace"))
        raise_template(c, "<%s> needs a TemplateLookup, which the templates of migration projects do not have: "
                          "write the text into this file",
                       name);
    raise_template(c, "No such tag: '<%s>'", name);
}

static const struct {
    const char *name;
    void (*open)(TemplateCompiler *c, const TemplateTag *tag);
    void (*close)(TemplateCompiler *c); /* NULL: has no body */
} tags[] = {
    {"%def", open_def, close_def},
    {"%block", open_text_block, close_text_block},
    {"%call", open_call, close_call},
    {"%page", compile_page, NULL},
};

static void compile_open_tag(TemplateCompiler *c)
{
    TemplateTag tag = read_tag(c);
    if (str_is(tag.name, "%text") && !tag.closed) {
        take_text(c, &tag);
        return;
    }
    template_flush(c);
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        if (!str_is(tag.name, tags[i].name))
            continue;
        tags[i].open(c, &tag);
        template_skip_to(c, tag.end);
        if (tag.closed && tags[i].close) {
            tags[i].close(c);
            c->open.length--;
        }
        return;
    }
    raise_no_lookup(c, &tag);
}

static void compile_close_tag(TemplateCompiler *c)
{
    Str *name = str_format("%%%s", str_new(c->p + 3, word_length(c->p + 3))->text);
    const OpenBlock *open = c->open.length ? &c->open.at[c->open.length - 1] : NULL;
    if (!open || !str_is(name, open->word))
        raise_template(c, "Closing tag without opening tag: </%s>", name->text);
    template_flush(c);
    for (size_t i = 0; i < COUNT_OF(tags); i++)
        if (str_is(name, tags[i].name))
            tags[i].close(c);
    c->open.length--;
    template_skip_to(c, template_code_end(c, c->p, ">", false) + 1);
}

bool template_compile_tag(TemplateCompiler *c)
{
    if (strncmp(c->p, "<%doc>", 6) == 0) {
        const char *end = strstr(c->p, "</%doc>");
        if (!end)
            raise_template(c, "Unclosed tag: <%%doc>");
        template_skip_to(c, end + 7);
    } else if (strncmp(c->p, "</%", 3) == 0 && isalpha((unsigned char)c->p[3])) {
        compile_close_tag(c);
    } else if (strncmp(c->p, "<%", 2) == 0 && isalpha((unsigned char)c->p[2])) {
        compile_open_tag(c);
    } else if (strncmp(c->p, "<%", 2) == 0) {
        compile_code(c);
    } else {
        return false;
    }
    return true;
}
