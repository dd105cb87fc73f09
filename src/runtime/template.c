/* template.c -- script.py.mako: a Mako template becomes a small script, line by line, and the evaluator runs it.
 *
 *     ${expr | filter,n}   % for x in y: ... % endfor   ## comment   <% code %>   <%! module code %>
 *     <%def name="f(x)"> ... </%def>   <%text> ... </%text>   <%doc> ... </%doc>   a backslash at the end of a line
 *
 * Every script line knows the template line it came from, so that an error points into the template.
 */
#include "runtime/runtime.h"

#include <ctype.h>

typedef struct Compiler {
    Str *path;
    const char *p;      /* what is left of the template                                     */
    uint32_t line;
    Buf module, script; /* <%! %> blocks, and everything else                               */
    VEC(uint32_t) lines; /* template line of each script line                               */
    size_t module_lines;
    unsigned indent;
    Buf text;           /* literal text not written yet                                      */
    VEC(char) blocks;   /* what is open: '%' control line, 'd' def                           */
} Compiler;

static _Noreturn void raise_template(const Compiler *c, const char *format, ...) PRINTF_LIKE(2, 3);
static _Noreturn void raise_template(const Compiler *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *message = str_format_list(format, args);
    va_end(args);
    raise_file("template.syntax", (Pos){.file = c->path, .line = c->line, .column = 1}, "%s",
               message->text);
}

/* --- emitting ------------------------------------------------------------------------------------------------ */

static void emit(Compiler *c, uint32_t line, const char *code)
{
    buf_fill(&c->script, ' ', c->indent * 4);
    buf_text(&c->script, code);
    buf_char(&c->script, '\n');
    vec_push(&c->lines, line);
}

static void flush_text(Compiler *c)
{
    if (c->text.length == 0)
        return;
    Str *literal = value_repr(STR(buf_str(&c->text)));
    emit(c, c->line, str_format("__write(%s)", literal->text)->text);
    buf_truncate(&c->text, 0);
}

/* --- ${ ... } ---------------------------------------------------------------------------------------------------- */

/* The end of an expression: the closing brace outside of strings and brackets. */
static const char *expression_end(Compiler *c, const char *p)
{
    int depth = 0;
    for (; *p; p++) {
        if (*p == '\'' || *p == '"') {
            const char quote = *p++;
            while (*p && *p != quote)
                p += *p == '\\' && p[1] ? 2 : 1;
            if (!*p)
                break;
        } else if (strchr("([{", *p))
            depth++;
        else if (*p == '}' && depth == 0)
            return p;
        else if (strchr(")]}", *p))
            depth--;
    }
    raise_template(c, "Expected: }");
}

/* The bar that begins the filters, or NULL: outside of strings and brackets, and not "||". */
static const char *filter_bar(const char *from, const char *to)
{
    int depth = 0;
    for (const char *p = from; p < to; p++) {
        if (*p == '\'' || *p == '"') {
            const char quote = *p++;
            while (p < to && *p != quote)
                p += *p == '\\' ? 2 : 1;
        } else if (strchr("([{", *p))
            depth++;
        else if (strchr(")]}", *p))
            depth--;
        else if (*p == '|' && depth == 0 && p[1] != '|' && (p == from || p[-1] != '|'))
            return p;
    }
    return NULL;
}

static const struct {
    const char *name, *function;
} filters[] = {
    {"h", "__filter_html"},  {"x", "__filter_html"}, {"u", "__filter_url"},
    {"trim", "__filter_trim"}, {"entity", "__filter_html"}, {"str", "str"}, {"unicode", "str"},
};

static const char *filter_function(const Str *name)
{
    for (size_t i = 0; i < COUNT_OF(filters); i++)
        if (str_is(name, filters[i].name))
            return filters[i].function;
    return name->text;
}

/* str first unless "n" is among the filters, then each in turn. */
static Str *filtered(const Str *expression, const char *names, const char *end)
{
    Str *code = str_format("(%s)", expression->text);
    StrVec list = {0};
    bool plain = false;
    while (names < end) {
        size_t length = 0;
        int depth = 0;
        while (names + length < end && (names[length] != ',' || depth)) {
            depth += names[length] == '(' ? 1 : names[length] == ')' ? -1 : 0;
            length++;
        }
        Str *name = str_trim(str_new(names, length));
        if (str_is(name, "n"))
            plain = true;
        else if (name->length)
            vec_push(&list, name);
        names += length + 1;
    }
    if (!plain)
        code = str_format("str%s", code->text);
    for (size_t i = 0; i < list.length; i++)
        code = str_format("%s(%s)", filter_function(list.at[i]), code->text);
    return code;
}

static uint32_t count_lines(const char *from, const char *to)
{
    uint32_t count = 0;
    for (; from < to; from++)
        count += *from == '\n';
    return count;
}

static void compile_expression(Compiler *c)
{
    const char *from = c->p + 2, *end = expression_end(c, from);
    const char *bar = filter_bar(from, end);
    flush_text(c);
    Str *expression = str_trim(str_new(from, (size_t)((bar ? bar : end) - from)));
    if (expression->length == 0)
        raise_template(c, "an expression ${...} is empty");
    expression = str_replace(expression, "\n", " ");
    Str *code = filtered(expression, bar ? bar + 1 : end, end);
    emit(c, c->line, str_format("__write(%s)", code->text)->text);
    c->line += count_lines(c->p, end);
    c->p = end + 1;
}

/* --- control lines -------------------------------------------------------------------------------------------------- */

static bool is_word(const Str *text, const char *word)
{
    size_t n = strlen(word);
    return str_starts_with(text, word) && !isalnum((unsigned char)text->text[n]) && text->text[n] != '_';
}

static bool is_continuation(const Str *code)
{
    static const char *const words[] = {"else", "elif", "except", "finally"};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (is_word(code, words[i]))
            return true;
    return false;
}

static void compile_control(Compiler *c, Str *code)
{
    flush_text(c);
    if (str_starts_with(code, "end")) {
        if (c->blocks.length == 0 || c->blocks.at[c->blocks.length - 1] != '%')
            raise_template(c, "No starting keyword for '%s'", code->text);
        emit(c, c->line, "pass");
        c->blocks.length--;
        c->indent--;
        return;
    }
    if (is_continuation(code)) {
        emit(c, c->line, "pass");
        c->indent--;
        emit(c, c->line, code->text);
        c->indent++;
        return;
    }
    emit(c, c->line, code->text);
    if (str_ends_with(code, ":")) {
        vec_push(&c->blocks, '%');
        c->indent++;
    }
}

/* --- <% ... %> and tags ------------------------------------------------------------------------------------------------ */

static size_t margin_of(const char *p)
{
    size_t n = strspn(p, " \t");
    return n;
}

/* Code lines with their common margin taken away, put at the current depth. */
static void emit_block(Compiler *c, const char *from, const char *to, bool module)
{
    size_t margin = SIZE_MAX;
    for (const char *p = from; p < to; p += strcspn(p, "\n") + 1)
        if (p != from && p[margin_of(p)] != '\n' && p + margin_of(p) < to && margin_of(p) < margin)
            margin = margin_of(p);
    uint32_t line = c->line;
    for (const char *p = from; p < to; line++) {
        size_t length = strcspn(p, "\n");
        if (p + length > to)
            length = (size_t)(to - p);
        size_t skip = p == from ? margin_of(p) : margin_of(p) < margin ? margin_of(p) : margin;
        Str *code = str_new(p + (skip < length ? skip : length), skip < length ? length - skip : 0);
        if (module) {
            buf_add(&c->module, code);
            buf_char(&c->module, '\n');
            c->module_lines++;
        } else if (code->length) {
            emit(c, line, code->text);
        }
        p += length + 1;
    }
}

static const char *find_end(Compiler *c, const char *from, const char *mark)
{
    const char *end = strstr(from, mark);
    if (!end)
        raise_template(c, "Expected: %s", mark);
    return end;
}

static void skip_to(Compiler *c, const char *to)
{
    c->line += count_lines(c->p, to);
    c->p = to;
}

static void compile_code(Compiler *c)
{
    bool module = c->p[2] == '!';
    const char *from = c->p + (module ? 3 : 2), *end = find_end(c, from, "%>");
    flush_text(c);
    emit_block(c, from, end, module);
    skip_to(c, end + 2);
}

static void open_def(Compiler *c, const char *end)
{
    const char *name = strstr(c->p, "name=\"");
    if (!name || name > end)
        raise_template(c, "Missing attribute(s): 'name'");
    const char *close = strchr(name + 6, '"');
    emit(c, c->line, str_format("def %s:", str_new(name + 6, (size_t)(close - name - 6))->text)->text);
    c->indent++;
    emit(c, c->line, "__push()");
    emit(c, c->line, "if True:");
    c->indent++;
    vec_push(&c->blocks, 'd');
}

static void close_def(Compiler *c)
{
    if (c->blocks.length == 0 || c->blocks.at[c->blocks.length - 1] != 'd')
        raise_template(c, "Closing tag without opening tag: </%%def>");
    c->blocks.length--;
    emit(c, c->line, "pass");
    c->indent--;
    emit(c, c->line, "return __pop()");
    c->indent--;
}

static bool compile_tag(Compiler *c)
{
    if (strncmp(c->p, "<%text", 6) == 0) {
        const char *from = find_end(c, c->p, ">") + 1, *end = find_end(c, from, "</%text>");
        buf_bytes(&c->text, from, (size_t)(end - from));
        skip_to(c, end + 8);
    } else if (strncmp(c->p, "<%doc>", 6) == 0) {
        skip_to(c, find_end(c, c->p, "</%doc>") + 7);
    } else if (strncmp(c->p, "<%def", 5) == 0) {
        const char *end = find_end(c, c->p, ">");
        flush_text(c);
        open_def(c, end);
        skip_to(c, end + 1);
    } else if (strncmp(c->p, "</%def>", 7) == 0) {
        flush_text(c);
        close_def(c);
        skip_to(c, c->p + 7);
    } else if (strncmp(c->p, "<%page", 6) == 0) {
        skip_to(c, find_end(c, c->p, ">") + 1);
    } else if (strncmp(c->p, "<%", 2) == 0 && isalpha((unsigned char)c->p[2])) {
        raise_template(c, "Mako tag '%.*s' is not supported", (int)strcspn(c->p, " >"), c->p);
    } else if (strncmp(c->p, "<%", 2) == 0) {
        compile_code(c);
    } else {
        return false;
    }
    return true;
}

/* --- lines ---------------------------------------------------------------------------------------------------------------- */

/* "% for ..." and "## ..." take their whole line; "%%" is a percent sign. True when the line was taken. */
static bool compile_line_start(Compiler *c)
{
    const char *p = c->p + strspn(c->p, " \t");
    size_t length = strcspn(p, "\n");
    if (p[0] == '#' && p[1] == '#') {
        skip_to(c, p[length] ? p + length + 1 : p + length);
        return true;
    }
    if (p[0] != '%' || p[1] == '%')
        return false;
    Str *code = str_new(p + 1, length - 1);
    while (str_ends_with(code, "\\") && p[length]) {
        const char *next = p + length + 1;
        size_t more = strcspn(next, "\n");
        code = str_format("%s %s", str_slice_bytes(code, 0, code->length - 1)->text,
                          str_new(next, more)->text);
        length += more + 1;
    }
    compile_control(c, str_trim(code));
    skip_to(c, p[length] ? p + length + 1 : p + length);
    return true;
}

static void compile_template(Compiler *c)
{
    bool line_start = true;
    while (*c->p) {
        if (line_start && compile_line_start(c))
            continue;
        line_start = false;
        if (c->p[0] == '$' && c->p[1] == '{') {
            compile_expression(c);
        } else if (c->p[0] == '<' && compile_tag(c)) {
            line_start = c->p[-1] == '\n';
        } else if (c->p[0] == '\\' && c->p[1] == '\n') {
            skip_to(c, c->p + 2);
            line_start = true;
        } else {
            line_start = *c->p == '\n';
            bool doubled = c->p[0] == '%' && c->p[1] == '%' && (c->text.length == 0 ||
                           c->text.data[c->text.length - 1] == '\n');
            buf_char(&c->text, *c->p);
            skip_to(c, c->p + (doubled ? 2 : 1));
        }
    }
    flush_text(c);
    if (c->blocks.length)
        raise_template(c, "Unterminated control keyword or tag");
}

/* --- running ---------------------------------------------------------------------------------------------------------------- */

/* The text being written; <%def> bodies write into a buffer of their own and return it. */
typedef struct TemplateOutput {
    Obj obj;
    VEC(Buf *) stack;
} TemplateOutput;
extern const Class TemplateOutput_class;

static Buf *top(TemplateOutput *output)
{
    return output->stack.at[output->stack.length - 1];
}

#define WRITE_PARAMS(P) P(ONLY, any, text, Required)
NATIVE(TemplateOutput, write, WRITE_PARAMS)
{
    buf_add(top(self), value_str(a->text));
    return NONE;
}

NATIVE0(TemplateOutput, push)
{
    vec_push(&self->stack, new(Buf));
    return NONE;
}

NATIVE0(TemplateOutput, pop)
{
    const Buf *text = vec_pop(&self->stack);
    return STR(buf_str(text));
}

static const Method template_output_methods[] = {
    METHOD(TemplateOutput, write), METHOD(TemplateOutput, push), METHOD(TemplateOutput, pop), {0}};
const Class TemplateOutput_class = {
    CLASS(TemplateOutput, "mako", object),
    .methods = template_output_methods,
};

#define FILTER_PARAMS(P) P(ONLY, any, value, Required)
FUNCTION(template, filter_html, FILTER_PARAMS)
{
    static const char *const pairs[][2] = {
        {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&#34;"}, {"'", "&#39;"}};
    Str *text = value_str(a->value);
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        text = str_replace(text, pairs[i][0], pairs[i][1]);
    return STR(text);
}

FUNCTION(template, filter_trim, FILTER_PARAMS)
{
    return STR(str_trim(value_str(a->value)));
}

FUNCTION(template, filter_url, FILTER_PARAMS)
{
    return STR(url_quote_plus(value_str(a->value)));
}

typedef struct TemplateRun {
    Compiler *compiler;
    Dict *names;
    bool in_module;
} TemplateRun;

static void run_template(void *arg)
{
    TemplateRun *run = arg;
    run->in_module = true;
    execute_text(buf_str(&run->compiler->module), run->names, run->compiler->path);
    run->in_module = false;
    execute_text(buf_str(&run->compiler->script), run->names, run->compiler->path);
}

/* A line of the script becomes the template line it was made from. */
static _Noreturn void raise_in_template(const TemplateRun *run, Err *err)
{
    const Compiler *c = run->compiler;
    if (err->pos.file && str_equal(err->pos.file, c->path) && !run->in_module && err->pos.line >= 1 &&
        err->pos.line <= c->lines.length)
        err->pos = (Pos){.file = c->path, .line = c->lines.at[err->pos.line - 1], .column = 1};
    err->trace = NULL;
    err_raise(err);
}

static void add_names(Dict *names, TemplateOutput *output)
{
    Value self = OBJ(output);
    dict_set_text(names, "__write", value_get_attr(self, intern("write")));
    dict_set_text(names, "__push", value_get_attr(self, intern("push")));
    dict_set_text(names, "__pop", value_get_attr(self, intern("pop")));
    dict_set_text(names, "__filter_html", native_function(&template_filter_html_native));
    dict_set_text(names, "__filter_trim", native_function(&template_filter_trim_native));
    dict_set_text(names, "__filter_url", native_function(&template_filter_url_native));
    Dict *context = dict_copy(names);
    dict_set_text(names, "context", OBJ(context));
}

Str *template_render(Str *path, Dict *names)
{
    return template_render_text(path, file_read(path), names);
}

Str *template_render_text(Str *path, Str *text, Dict *names)
{
    Str *source = str_replace(text, "\r\n", "\n");
    Compiler compiler = {.path = path, .p = source->text, .line = 1};
    TemplateOutput *output = obj_new(TemplateOutput);
    vec_push(&output->stack, new(Buf));
    compile_template(&compiler);
    Dict *globals = dict_copy(names);
    add_names(globals, output);
    TemplateRun run = {&compiler, globals, false};
    Err *err = protect(run_template, &run);
    if (err)
        raise_in_template(&run, err);
    return buf_str(top(output));
}
