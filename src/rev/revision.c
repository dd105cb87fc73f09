/* revision.c -- one revision: what it is in its graph, and its docstring. */
#include "rev/rev.h"

#include "rev/inside.h"

bool revision_is_head(const Revision *r)
{
    return r->next.length == 0;
}

bool revision_is_real_head(const Revision *r)
{
    return r->all_next.length == 0;
}

bool revision_is_base(const Revision *r)
{
    return r->down_revisions.length == 0;
}

bool revision_is_real_base(const Revision *r)
{
    return r->down_revisions.length == 0 && r->depends_on.length == 0;
}

bool revision_is_branch_point(const Revision *r)
{
    return r->next.length > 1;
}

bool revision_is_real_branch_point(const Revision *r)
{
    return r->all_next.length > 1;
}

bool revision_is_merge_point(const Revision *r)
{
    return r->down_revisions.length > 1;
}

static StrVec merged(const StrVec *first, const StrVec *second)
{
    StrVec all = {0};
    for (size_t i = 0; i < first->length; i++)
        strings_add_unique(&all, first->at[i]);
    for (size_t i = 0; i < second->length; i++)
        strings_add_unique(&all, second->at[i]);
    return all;
}

StrVec revision_all_down(const Revision *r)
{
    return merged(&r->down_revisions, &r->dependencies);
}

StrVec revision_normalized_down(const Revision *r)
{
    return merged(&r->down_revisions, &r->normalized_dependencies);
}

/* What str.strip() takes off. */
static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 ||
           c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

static Str *strip(const Str *s)
{
    const char *from = s->text, *to = s->text + s->length;
    for (const char *p = from; p < to && is_space(utf8_next(&p));)
        from = p;
    while (from < to) {
        const char *last = utf8_before(to), *p = last;
        if (!is_space(utf8_next(&p)))
            break;
        to = last;
    }
    return str_slice_bytes(s, (size_t)(from - s->text), (size_t)(to - s->text));
}

void revision_set_docstring(Revision *r, const Str *docstring)
{
    r->long_doc = docstring ? strip(docstring) : str_empty;
    const char *paragraph_end = strstr(r->long_doc->text, "\n\n");
    r->doc = paragraph_end
                 ? str_slice_bytes(r->long_doc, 0, (size_t)(paragraph_end - r->long_doc->text))
                 : r->long_doc;
}

/* --- small vectors ---------------------------------------------------------------------------- */

bool revisions_contain(const RevisionVec *revisions, const Revision *r)
{
    for (size_t i = 0; i < revisions->length; i++)
        if (revisions->at[i] == r)
            return true;
    return false;
}

bool strings_contain(const StrVec *strings, const Str *s)
{
    for (size_t i = 0; i < strings->length; i++)
        if (str_equal(strings->at[i], s))
            return true;
    return false;
}

void strings_add_unique(StrVec *strings, Str *s)
{
    if (!strings_contain(strings, s))
        vec_push(strings, s);
}

Str *strings_join(const StrVec *strings)
{
    Buf out = {0};
    for (size_t i = 0; i < strings->length; i++) {
        buf_text(&out, i ? ", " : "");
        buf_add(&out, strings->at[i]);
    }
    return buf_str(&out);
}

RevisionVec one_revision(Revision *r)
{
    RevisionVec one = {0};
    vec_push(&one, r);
    return one;
}

StrVec revision_ids(const RevisionVec *revisions)
{
    StrVec ids = {0};
    for (size_t i = 0; i < revisions->length; i++)
        vec_push(&ids, revisions->at[i]->id);
    return ids;
}
