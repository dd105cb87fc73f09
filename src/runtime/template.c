/* template.c -- script.py.mako: a Mako template becomes a script, line by line.
 *
 *     ${expr | filter,n}   % for x in y: ... % endfor   ## comment   a backslash at the end of a line
 *     <% code %>   <%! module code %>   <%def name="f(x)">   <%block>   <%call>   <%text>   <%doc>   <%page>
 *
 * Every line of the script knows the place in the template it came from. Tags and code blocks are in template_tags.c,
 * the names a script uses in lib/mako/runtime.py.
 */
#include "runtime/runtime.h"
#include "runtime/template.h"

#include <ctype.h>

void raise_template(const TemplateCompiler *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *message = str_format_list(format, args);
    va_end(args);
    raise_file("template.syntax", (Pos){.file = c->path, .line = c->line, .column = 1}, "%s",
               message->text);
}

/* --- emitting ------------------------------------------------------------------------------------------------ */

ScriptLine *template_emit(TemplateCompiler *c, Str *code)
{
    ScriptLine line = {.indent = c->function->indent, .text = code, .line = c->line};
    vec_push(&c->function->body, line);
    return &c->function->body.at[c->function->body.length - 1];
}

static void emit_text(TemplateCompiler *c, const char *code)
{
    template_emit(c, str_from(code));
}

void template_flush(TemplateCompiler *c)
{
    if (c->text.length == 0)
        return;
    Str *literal = value_repr(STR(buf_str(&c->text)));
    template_emit(c, str_format("__M_write(%s)", literal->text));
    buf_truncate(&c->text, 0);
}

void template_skip_to(TemplateCompiler *c, const char *to)
{
    for (; c->p < to; c->p++)
        c->line += *c->p == '\n';
}

static uint32_t column_of(const TemplateCompiler *c, const char *p)
{
    const char *from = p;
    while (from > c->start && from[-1] != '\n')
        from--;
    return str_new(from, (size_t)(p - from))->characters + 1;
}

/* --- Python inside the template ----------------------------------------------------------------------------------- */

/* Past a string that begins at p. */
static const char *skip_string(const char *p)
{
    const char quote = *p;
    bool triple = p[1] == quote && p[2] == quote;
    p += triple ? 3 : 1;
    while (*p) {
        if (*p == '\\' && p[1])
            p += 2;
        else if (*p != quote)
            p++;
        else if (!triple)
            return p + 1;
        else if (p[1] == quote && p[2] == quote)
            return p + 3;
        else
            p++;
    }
    return p;
}

const char *template_code_end(TemplateCompiler *c, const char *from, const char *mark, bool nested)
{
    size_t length = strlen(mark);
    int depth = 0;
    for (const char *p = from; *p;) {
        if (depth == 0 && strncmp(p, mark, length) == 0)
            return p;
        if (*p == '\'' || *p == '"') {
            p = skip_string(p);
            continue;
        }
        if (*p == '#')
            p += strcspn(p, "\n");
        else if (nested && strchr("([{", *p))
            depth++, p++;
        else if (nested && depth && strchr(")]}", *p))
            depth--, p++;
        else
            p++;
    }
    raise_template(c, "Expected: %s", mark);
}

/* The bar before the filters of an expression, outside of strings and brackets; NULL when there is none. */
static const char *filter_bar(const char *from, const char *to)
{
    int depth = 0;
    for (const char *p = from; p < to;) {
        if (*p == '\'' || *p == '"') {
            p = skip_string(p);
            continue;
        }
        if (*p == '|' && depth == 0)
            return p;
        depth += strchr("([{", *p) ? 1 : strchr(")]}", *p) ? -1 : 0;
        p++;
    }
    return NULL;
}

static const struct {
    const char *name, *function;
} filters[] = {
    {"h", "__M_filters.html"}, {"x", "__M_filters.xml"},       {"u", "__M_filters.url"},
    {"trim", "__M_filters.trim"}, {"entity", "__M_filters.entity"}, {"unicode", "str"},
    {"decode", "__M_filters.decode"},
};

/* "trim", "decode.utf8", "own", "own(arguments)" as the callable it means. */
static Str *filter_function(const Str *name)
{
    if (str_starts_with(name, "decode."))
        return str_format("__M_filters.%s", name->text);
    for (size_t i = 0; i < COUNT_OF(filters); i++)
        if (str_is(name, filters[i].name))
            return str_from(filters[i].function);
    return str_new(name->text, name->length);
}

/* Splits at commas outside of brackets. */
static StrVec filter_names(const Str *text)
{
    StrVec names = {0};
    const char *from = text->text;
    int depth = 0;
    for (const char *p = from;; p++) {
        if (*p == '\0' || (*p == ',' && depth == 0)) {
            Str *name = str_trim(str_new(from, (size_t)(p - from)));
            if (name->length)
                vec_push(&names, name);
            from = p + 1;
        }
        if (*p == '\0')
            return names;
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
    }
}

static bool has_name(const StrVec *names, const char *name)
{
    for (size_t i = 0; i < names->length; i++)
        if (str_is(names->at[i], name))
            return true;
    return false;
}

static Str *wrap(Str *code, const StrVec *names)
{
    for (size_t i = 0; i < names->length; i++)
        if (!str_is(names->at[i], "n"))
            code = str_format("%s(%s)", filter_function(names->at[i])->text, code->text);
    return code;
}

Str *template_filtered(const TemplateCompiler *c, Str *code, const Str *given, bool is_expression)
{
    StrVec names = filter_names(given ? given : str_empty), page = {0};
    if (is_expression && !has_name(&names, "n"))
        code = str_format("str(%s)", code->text);
    if (is_expression && c->page_filters && !has_name(&names, "n")) {
        page = filter_names(c->page_filters);
        code = wrap(code, &page);
    }
    return wrap(code, &names);
}

static bool is_name(const Str *text)
{
    for (size_t i = 0; i < text->length; i++)
        if (!isalnum((unsigned char)text->text[i]) && text->text[i] != '_')
            return false;
    return text->length && !isdigit((unsigned char)text->text[0]);
}

/* ${ ... } */
static void compile_expression(TemplateCompiler *c)
{
    const char *from = c->p + 2, *end = template_code_end(c, from, "}", true), *bar = filter_bar(from, end);
    template_flush(c);
    const char *first = from + strspn(from, " \t\r\n");
    Str *expression = str_trim(str_new(from, (size_t)((bar ? bar : end) - from)));
    if (expression->length == 0)
        raise_template(c, "an expression ${...} is empty");
    expression = str_replace(str_replace(expression, "\r", ""), "\n", " ");
    Str *code = is_name(expression) ? str_format("__M_defined(%s, '%s')", expression->text, expression->text)
                                    : str_format("(%s)", expression->text);
    Str *given = bar ? str_new(bar + 1, (size_t)(end - bar - 1)) : NULL;
    Str *line = str_format("__M_write(%s)", template_filtered(c, code, given, true)->text);
    ScriptLine *emitted = template_emit(c, line);
    ptrdiff_t at = str_find(line, code, 0);
    emitted->code = (uint32_t)(at + (code->text[0] == '(' ? 1 : 12)) + emitted->indent * 4 + 1;
    emitted->column = column_of(c, first);
    template_skip_to(c, end + 1);
}

/* --- control lines -------------------------------------------------------------------------------------------------- */

static const char *const control_words[] = {"for", "if", "while", "try", "with", "else", "elif", "except", "finally"};

/* Which of control_words `code` begins with, or NULL. */
static const char *control_word(const char *code)
{
    size_t length = 0;
    while (isalnum((unsigned char)code[length]) || code[length] == '_')
        length++;
    for (size_t i = 0; i < COUNT_OF(control_words); i++)
        if (strlen(control_words[i]) == length && strncmp(code, control_words[i], length) == 0)
            return control_words[i];
    return NULL;
}

static bool continues(const char *word, const char *open)
{
    static const struct {
        const char *open, *words;
    } rows[] = {{"if", "elif else"}, {"try", "except else finally"}, {"for", "else"}, {"while", "else"}};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (strcmp(open, rows[i].open) == 0)
            return strstr(rows[i].words, word) != NULL;
    return false;
}

static bool is_ternary(const char *word)
{
    return strcmp(word, "else") == 0 || strcmp(word, "elif") == 0 || strcmp(word, "except") == 0 ||
           strcmp(word, "finally") == 0;
}

/* `for x in y:` whose body asks `loop`: the iterable is handed to the stack of loops. */
static bool open_loop(TemplateCompiler *c, const Str *code)
{
    ptrdiff_t in = str_find(code, str_from(" in "), 0);
    const char *colon = strrchr(code->text, ':');
    if (!c->uses_loop || in < 0 || !colon || colon < code->text + in + 4)
        return false;
    Str *iterable = str_new(code->text + in + 4, (size_t)(colon - code->text - in - 4));
    template_emit(c, str_format("loop = __M_loops.enter(%s)", iterable->text));
    emit_text(c, "try:");
    c->function->indent++;
    template_emit(c, str_format("%s in loop:", str_new(code->text, (size_t)in)->text));
    return true;
}

static void close_control(TemplateCompiler *c, const char *word)
{
    const OpenBlock *open = c->open.length ? &c->open.at[c->open.length - 1] : NULL;
    if (!open || open->word[0] == '%')
        raise_template(c, "No starting keyword for '%s' to end", word);
    if (strcmp(open->word, word) != 0)
        raise_template(c, "'end%s' does not end the '%s' of line %u", word, open->word, open->line);
    emit_text(c, "pass");
    c->function->indent--;
    if (open->has_loop) {
        c->function->indent--;
        emit_text(c, "finally:");
        c->function->indent++;
        emit_text(c, "loop = __M_loops.leave()");
        c->function->indent--;
    }
    c->open.length--;
}

static void compile_control(TemplateCompiler *c, Str *code)
{
    template_flush(c);
    if (strncmp(code->text, "end", 3) == 0 && control_word(code->text + 3)) {
        close_control(c, control_word(code->text + 3));
        return;
    }
    const char *word = control_word(code->text);
    if (!word)
        raise_template(c, "Invalid control line: '%s'", code->text);
    if (is_ternary(word)) {
        const OpenBlock *open = c->open.length ? &c->open.at[c->open.length - 1] : NULL;
        if (!open || !continues(word, open->word))
            raise_template(c, "Keyword '%s' not a legal ternary for keyword '%s'", word, open ? open->word : "");
        emit_text(c, "pass");
        c->function->indent--;
        template_emit(c, code);
        c->function->indent++;
        return;
    }
    OpenBlock block = {.word = word, .line = c->line};
    block.has_loop = strcmp(word, "for") == 0 && open_loop(c, code);
    if (!block.has_loop)
        template_emit(c, code);
    c->function->indent++;
    vec_push(&c->open, block);
}

/* The rest of a line, joined with the next ones while it ends in a backslash. *end gets where the next line begins. */
static Str *whole_line(const char *p, const char **end)
{
    Buf line = {0};
    for (;;) {
        size_t length = strcspn(p, "\n");
        size_t shown = length && p[length - 1] == '\r' ? length - 1 : length;
        bool joins = shown && p[shown - 1] == '\\' && p[length];
        buf_bytes(&line, p, joins ? shown - 1 : shown);
        p += length + (p[length] == '\n');
        if (!joins)
            break;
    }
    *end = p;
    return str_trim(buf_str(&line));
}

/* "% for ..." and "## ..." take their whole line, "%%" is a percent sign. True when something was taken. */
static bool compile_line_start(TemplateCompiler *c)
{
    const char *mark = c->p + strspn(c->p, " \t"), *end;
    if (mark[0] == '#' && mark[1] == '#') {
        whole_line(mark, &end);
        template_skip_to(c, end);
        return true;
    }
    if (mark[0] != '%')
        return false;
    if (mark[1] == '%') {
        buf_bytes(&c->text, c->p, (size_t)(mark - c->p));
        buf_char(&c->text, '%');
        template_skip_to(c, mark + 2);
        while (*c->p == '%')
            buf_char(&c->text, *c->p++);
        return true;
    }
    compile_control(c, whole_line(mark + 1, &end));
    template_skip_to(c, end);
    return true;
}

/* --- the whole ----------------------------------------------------------------------------------------------------------- */

static void compile_step(TemplateCompiler *c)
{
    bool line_start = c->p == c->start || c->p[-1] == '\n';
    if (line_start && compile_line_start(c))
        return;
    if (c->p[0] == '$' && c->p[1] == '{') {
        compile_expression(c);
    } else if (c->p[0] == '<' && template_compile_tag(c)) {
        return;
    } else if (c->p[0] == '\\' && (c->p[1] == '\n' || (c->p[1] == '\r' && c->p[2] == '\n'))) {
        template_skip_to(c, c->p + (c->p[1] == '\n' ? 2 : 3));
    } else {
        buf_char(&c->text, *c->p);
        template_skip_to(c, c->p + 1);
    }
}

static bool mentions_loop(const Str *text)
{
    for (const char *p = text->text; (p = strstr(p, "loop")); p += 4) {
        bool begins = p == text->text || (!isalnum((unsigned char)p[-1]) && p[-1] != '_' && p[-1] != '.');
        if (begins && !isalnum((unsigned char)p[4]) && p[4] != '_')
            return true;
    }
    return false;
}

ScriptLines template_compile(Str *path, Str *text)
{
    ScriptFunction body = {.signature = str_from("__M_body()"), .indent = 1};
    TemplateCompiler c = {.path = path, .start = text->text, .p = text->text, .line = 1, .function = &body,
                          .uses_loop = mentions_loop(text)};
    while (*c.p)
        compile_step(&c);
    template_flush(&c);
    if (c.open.length) {
        c.line = c.open.at[c.open.length - 1].line;
        const char *word = c.open.at[c.open.length - 1].word;
        raise_template(&c, word[0] == '%' ? "Unclosed tag: <%s>" : "Unterminated control keyword: '%s'", word);
    }
    ScriptLines script = c.module;
    for (size_t i = 0; i < body.nested.length; i++)
        vec_push(&script, body.nested.at[i]);
    vec_push(&script, ((ScriptLine){.text = str_from("def __M_body():")}));
    for (size_t i = 0; i < body.body.length; i++)
        vec_push(&script, body.body.at[i]);
    vec_push(&script, ((ScriptLine){.indent = 1, .text = str_from("pass")}));
    vec_push(&script, ((ScriptLine){.text = str_from("__M_body()")}));
    return script;
}

void template_check(Str *path)
{
    template_compile(path, file_read(path));
}
