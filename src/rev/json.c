/* json.c -- revisions and plans as JSON, for --json. docs/json.md describes what is written here. */
#include "rev/rev.h"

#include "rev/inside.h"

static void write_ids(JsonWriter *w, const char *key, const StrVec *ids)
{
    json_key(w, key);
    json_begin_array(w);
    for (size_t i = 0; i < ids->length; i++)
        json_str(w, ids->at[i]);
    json_end_array(w);
}

static void write_flag(JsonWriter *w, const char *key, bool value)
{
    json_key(w, key);
    json_bool(w, value);
}

static void write_text(JsonWriter *w, const char *key, const Str *text)
{
    json_key(w, key);
    json_str(w, text);
}

void write_revision_json(JsonWriter *w, const Revision *r)
{
    StrVec next = revision_ids(&r->next);
    json_begin_object(w);
    write_text(w, "revision", r->id);
    write_ids(w, "down_revisions", &r->down_revisions);
    write_ids(w, "depends_on", &r->depends_on);
    write_ids(w, "branch_labels", &r->branch_labels);
    write_ids(w, "next", &next);
    write_text(w, "doc", r->doc);
    write_text(w, "long_doc", r->long_doc);
    write_text(w, "path", r->path);
    write_flag(w, "is_head", revision_is_head(r));
    write_flag(w, "is_effective_head", revision_is_head(r) && !revision_is_real_head(r));
    write_flag(w, "is_base", revision_is_base(r));
    write_flag(w, "is_branch_point", revision_is_branch_point(r));
    write_flag(w, "is_merge_point", revision_is_merge_point(r));
    write_flag(w, "is_current", r->is_current);
    json_end_object(w);
}

void write_revisions_json(JsonWriter *w, const RevisionVec *revisions)
{
    json_begin_array(w);
    for (size_t i = 0; i < revisions->length; i++)
        write_revision_json(w, revisions->at[i]);
    json_end_array(w);
}

void write_step_json(JsonWriter *w, const Step *step)
{
    static const char *const names[] = {"upgrade", "downgrade", "stamp"};
    json_begin_object(w);
    json_key(w, "operation");
    json_text(w, names[step->kind]);
    write_ids(w, "from", &step->log_from);
    write_ids(w, "to", &step->log_to);
    write_text(w, "revision", step->revision ? step->revision->id : NULL);
    write_text(w, "doc", step->revision ? step->revision->doc : NULL);
    write_text(w, "path", step->revision ? step->revision->path : NULL);
    json_end_object(w);
}
