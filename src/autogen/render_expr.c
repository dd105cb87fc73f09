/* render_expr.c -- argument lists, and expressions as arguments: sa.text('...'), names, plain values. */
#include "autogen/inside.h"

#include <stdlib.h>

/* --- argument lists ----------------------------------------------------------------------------- */

void argument_add(ArgumentList *list, const char *text)
{
    if (list->count++)
        buf_text(&list->out, list->separator ? list->separator : ", ");
    buf_text(&list->out, text);
}

void argument_add_repr(ArgumentList *list, const Str *text)
{
    argument_add(list, value_repr(STR(text))->text);
}

void argument_add_keyword(ArgumentList *list, const char *keyword, const char *text)
{
    argument_add(list, str_format("%s=%s", keyword, text)->text);
}

void argument_add_text(ArgumentList *list, const char *keyword, const Str *text)
{
    if (text)
        argument_add_keyword(list, keyword, value_repr(STR(text))->text);
}

void argument_add_flag(ArgumentList *list, const char *keyword, bool flag)
{
    argument_add_keyword(list, keyword, flag ? "True" : "False");
}

void argument_add_said(ArgumentList *list, const char *keyword, Value flag)
{
    if (!is_absent(flag))
        argument_add_flag(list, keyword, value_truth(flag));
}

void argument_add_options(RenderContext *r, ArgumentList *list, const Dict *options)
{
    DictEntry *entry;
    for (size_t i = 0; options && (entry = dict_next(options, &i));)
        argument_add_keyword(list, value_str(entry->key)->text,
                             render_expression(r, entry->value, RENDER_WRAPPED)->text);
}

static int by_text(const void *a, const void *b)
{
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

void texts_sort(StrVec *texts)
{
    if (texts->length)
        qsort(texts->at, texts->length, sizeof *texts->at, by_text);
}

Str *argument_text(const ArgumentList *list)
{
    return buf_str(&list->out);
}

/* --- expressions -------------------------------------------------------------------------------- */

static Str *render_items(RenderContext *r, size_t count, const Value *items, bool is_tuple)
{
    ArgumentList list = {0};
    for (size_t i = 0; i < count; i++)
        argument_add(&list, render_expression(r, items[i], RENDER_WRAPPED)->text);
    const char *inside = argument_text(&list)->text;
    if (is_tuple)
        return str_format("(%s%s)", inside, count == 1 ? "," : "");
    return str_format("[%s]", inside);
}

static Str *expression_text(const RenderContext *r, ClauseElement *element, RenderForm form)
{
    if (form == RENDER_INDEX)
        return sql_index_expression_text(r->dialect, element);
    if (form == RENDER_DEFAULT)
        return sql_default_expression_text(r->dialect, element);
    return sql_inline_text(r->dialect, element);
}

static Str *render_element(RenderContext *r, ClauseElement *element, RenderForm form)
{
    const char *quoted = value_repr(STR(expression_text(r, element, form)))->text;
    if (form == RENDER_BARE)
        return str_from(quoted);
    Buf out = {0};
    buf_format(&out, "%s%s(%s)", r->sqlalchemy_prefix, form == RENDER_INDEX ? "literal_column" : "text", quoted);
    const Label *label = form == RENDER_INDEX ? as(Label, OBJ(element)) : NULL;
    if (label && label->name)
        buf_format(&out, ".label(%s)", value_repr(STR(label->name))->text);
    return buf_str(&out);
}

Str *render_expression(RenderContext *r, Value value, RenderForm form)
{
    if (is_instance(value, &list_class)) {
        const List *list = (const List *)value.obj;
        return render_items(r, list->length, list->at, false);
    }
    if (is_instance(value, &tuple_class)) {
        const Tuple *tuple = (const Tuple *)value.obj;
        return render_items(r, tuple->length, tuple->at, true);
    }
    ClauseElement *element =
        element_find(value); /* or a mapped attribute, which stands for its column */
    const Column *column = element ? as(Column, OBJ(element)) : NULL;
    if (column)
        return value_repr(STR(column_name(column)));
    return element ? render_element(r, element, form) : value_repr(value);
}
