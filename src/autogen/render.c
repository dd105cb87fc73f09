/* render.c -- the body of upgrade() and downgrade(): lines of operations, batch blocks, framing comments, imports. */
#include "autogen/inside.h"

/* --- lines ------------------------------------------------------------------------------------ */

/* Lines as Mako's printer of Python writes them, which is what the reference uses: a line that ends in a colon
 * indents those after it, a blank one ends that. */
typedef struct Lines {
    Buf out;
    unsigned depth;
} Lines;

static bool is_blank(const char *line)
{
    return line[strspn(line, " \t")] == '\0';
}

static bool opens_block(const char *line)
{
    size_t length = strlen(line);
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
        length--;
    static const char *const words[] = {"with ", "if ", "for ", "while ", "try:", "else:", "def ", "class "};
    if (!length || line[length - 1] != ':')
        return false;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strncmp(line, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static void write_line(Lines *lines, const char *line)
{
    if (is_blank(line) && lines->depth)
        lines->depth--;
    for (unsigned i = 0; i < lines->depth; i++)
        buf_text(&lines->out, "    ");
    buf_format(&lines->out, "%s\n", line);
    if (opens_block(line))
        lines->depth++;
}

/* Each line four spaces further in, without spaces at its end; no blank lines around the whole. */
static Str *indented(const Buf *text)
{
    Buf out = {0};
    const char *at = text->data, *end = text->data + text->length;
    while (end > at && (end[-1] == '\n' || end[-1] == ' '))
        end--;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        const char *line_end = stop ? stop : end, *last = line_end;
        while (last > at && last[-1] == ' ')
            last--;
        if (out.length)
            buf_text(&out, last > at ? "\n    " : "\n");
        buf_bytes(&out, at, (size_t)(last - at));
        at = stop ? stop + 1 : end;
    }
    return buf_str(&out);
}

/* --- operations ------------------------------------------------------------------------------- */

static void add_lines(RenderContext *r, StrVec *lines, Value op);

Value render_find_function(const Dict *functions, Value object)
{
    if (!functions || !functions->length)
        return UNSET;
    for (const Class *class = class_of(object); class; class = class->base) {
        Value function = dict_find(functions, OBJ(class));
        if (is_set(function))
            return function;
    }
    return UNSET;
}

static void add_script_lines(StrVec *lines, Value rendered)
{
    Str *text = value_find_str(rendered);
    if (text) {
        vec_push(lines, text);
        return;
    }
    const List *list = list_from(rendered);
    for (size_t i = 0; i < list->length; i++)
        vec_push(lines, value_str(list->at[i]));
}

static void add_batch_lines(RenderContext *r, StrVec *lines, const OpContainer *container)
{
    Value schema = container->op.schema ? STR(container->op.schema) : NONE;
    vec_push(lines, str_format("with op.batch_alter_table(%s, schema=%s) as batch_op:",
                               value_repr(STR(container->op.table_name))->text, value_repr(schema)->text));
    r->autogen->has_batch = true; /* hooks look there, too */
    for (size_t i = 0; i < container->ops->length; i++)
        add_lines(r, lines, container->ops->at[i]);
    r->autogen->has_batch = false;
    vec_push(lines, str_from(""));
}

static void add_container_lines(RenderContext *r, StrVec *lines, const OpContainer *container)
{
    if (container->ops->length && r->render_as_batch && as(ModifyTableOps, OBJ(container))) {
        add_batch_lines(r, lines, container);
        return;
    }
    for (size_t i = 0; i < container->ops->length; i++)
        add_lines(r, lines, container->ops->at[i]);
}

/* The comment in front of an operation, line by line. */
static void add_note(StrVec *lines, const MigrateOperation *op)
{
    for (const char *at = op->note ? op->note->text : ""; *at; at += *at == '\n') {
        size_t length = strcspn(at, "\n");
        vec_push(lines, str_format("# %.*s", (int)length, at));
        at += length;
    }
}

static void add_usual_lines(RenderContext *r, StrVec *lines, Value op)
{
    const OpContainer *container = as(OpContainer, op);
    if (container) {
        add_container_lines(r, lines, container);
        return;
    }
    const MigrateOperation *record = as(MigrateOperation, op);
    OpKind kind;
    if (!record || !op_find_kind(record, &kind) || !op_renderers[kind])
        raise_value("no dispatch function for object: %s", value_repr(op)->text);
    add_note(lines, record);
    vec_push(lines, op_renderers[kind](r, record));
}

static void add_lines(RenderContext *r, StrVec *lines, Value op)
{
    Value script_renderer = render_find_function(r->renderers, op);
    if (is_absent(script_renderer)) {
        add_usual_lines(r, lines, op);
        return;
    }
    Value arguments[] = {OBJ(r->autogen), op};
    add_script_lines(lines, call(script_renderer, 2, arguments));
}

StrVec render_op_lines(RenderContext *r, Value op)
{
    StrVec lines = {0};
    add_lines(r, &lines, op);
    return lines;
}

StrVec render_usual_lines(RenderContext *r, Value op)
{
    StrVec lines = {0};
    add_usual_lines(r, &lines, op);
    return lines;
}

Str *render_op_text(RenderContext *r, Value op)
{
    StrVec lines = {0};
    add_lines(r, &lines, op);
    Buf out = {0};
    for (size_t i = 0; i < lines.length; i++)
        buf_format(&out, "%s%s", i ? "\n" : "", lines.at[i]->text);
    return buf_str(&out);
}

/* The framed lines, none indented. */
static Buf body_text(RenderContext *r, const OpContainer *container)
{
    StrVec lines = {0};
    for (size_t i = 0; i < container->ops->length; i++)
        add_lines(r, &lines, container->ops->at[i]);
    Lines body = {0};
    write_line(&body, "# ### commands auto generated by Alembic - please adjust! ###");
    for (size_t i = 0; i < lines.length; i++)
        write_line(&body, lines.at[i]->text);
    if (!lines.length)
        write_line(&body, "pass");
    write_line(&body, "# ### end Alembic commands ###");
    return body.out;
}

Str *render_lines(RenderContext *r, const OpContainer *container)
{
    Buf text = body_text(r, container);
    return buf_str(&text);
}

Str *render_body(RenderContext *r, const OpContainer *container)
{
    Buf text = body_text(r, container);
    return indented(&text);
}

Str *render_imports(const RenderContext *r)
{
    StrVec lines = {0};
    const SetItem *item;
    for (size_t i = 0; (item = set_next(r->imports, &i));)
        vec_push(&lines, value_str(item->key));
    texts_sort(&lines);
    ArgumentList list = {.separator = "\n"};
    for (size_t i = 0; i < lines.length; i++)
        argument_add(&list, lines.at[i]->text);
    return argument_text(&list);
}

/* --- pieces ----------------------------------------------------------------------------------- */

bool render_in_batch(const RenderContext *r)
{
    return r->autogen->has_batch;
}

const char *render_prefix(const RenderContext *r)
{
    return render_in_batch(r) ? "batch_op." : r->alembic_prefix;
}

bool render_is_compat(const RenderContext *r)
{
    return r->autogen->setup.compat;
}

Str *render_dialect_prefix(RenderContext *r, const char *dialect_name)
{
    set_add(r->imports, STR(str_format("from sqlalchemy.dialects import %s", dialect_name)));
    return str_format("%s.", dialect_name);
}

bool render_by_hook(RenderContext *r, const char *kind, Value object, Str **text)
{
    if (is_absent(r->render_item))
        return false;
    Value arguments[] = {STR(str_from(kind)), object, OBJ(r->autogen)};
    Value rendered = call(r->render_item, 3, arguments);
    if (rendered.tag == TAG_BOOL && !rendered.boolean)
        return false;
    *text = is_none(rendered) ? NULL : value_str(rendered);
    return true;
}

Str *render_name(const RenderContext *r, const Str *name, NameSource source)
{
    if (!name)
        return str_from("None");
    Str *quoted = value_repr(STR(name));
    return source == NAME_FINAL ? str_format("%sf(%s)", render_prefix(r), quoted->text) : quoted;
}
