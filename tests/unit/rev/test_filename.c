/* Slugs, file_template, ids and what new_revision_plan refuses. */
#include "unit.h"

#include "rev/rev.h"

static const CreateDate date = {2024, 3, 7, 9, 5, 1, 1709802301};

static const char *expand(const char *template)
{
    return file_name_expand(str_from(template), str_from("ab12"), str_from("add_x"), &date)->text;
}

TEST(slug_joins_words_in_lower_case)
{
    CHECK_TEXT(slug_from_message(str_from("Create Some: Table!"), 40)->text, "create_some_table");
    CHECK_TEXT(slug_from_message(str_from("  --  "), 40)->text, "");
    CHECK_TEXT(slug_from_message(NULL, 40)->text, "");
    CHECK_TEXT(slug_from_message(str_from("a_b  c__d"), 40)->text, "a_b_c__d");
}

TEST(slug_beyond_ascii)
{
    CHECK_TEXT(slug_from_message(str_from("테이블 추가, ÄÖ² x½"), 40)->text, "테이블_추가_äö²_x½");
    CHECK_TEXT(slug_from_message(str_from("ДОБАВИТЬ—поле"), 40)->text, "добавить_поле");
    CHECK_TEXT(slug_from_message(str_from("İstanbul"), 40)->text, "i̇stanbul");
}

TEST(slug_is_cut_at_a_word)
{
    CHECK_TEXT(slug_from_message(
                   str_from("Create Some Table: with (punctuation) & a Really long title"), 40)
                   ->text,
               "create_some_table_with_punctuation_a_");
    CHECK_TEXT(slug_from_message(str_from("abcdefghij"), 5)->text, "abcde_");
    CHECK_TEXT(slug_from_message(str_from("가나 다라마바"), 5)->text, "가나_");
    CHECK_TEXT(slug_from_message(str_from("abcde"), 5)->text, "abcde");
    CHECK_TEXT(slug_from_message(str_from("add a table"), -2)->text, "add_a_");
    CHECK_TEXT(slug_from_message(str_from("ab"), -9)->text, "_");
}

TEST(template_tokens)
{
    CHECK_TEXT(expand("%(rev)s_%(slug)s"), "ab12_add_x");
    CHECK_TEXT(expand("%(year)d_%(month).2d_%(day).2d_%(hour).2d%(minute).2d-%(rev)s"),
               "2024_03_07_0905-ab12");
    CHECK_TEXT(expand("%(epoch)s %(second)02d 100%%"), "1709802301 01 100%");
    CHECK_TEXT(expand("%(year)d/%(month)+5d|%(day)-4d|%(day)#x"), "2024/   +3|7   |0x7");
    CHECK_TEXT(expand("[%(slug)8s][%(slug).2s]"), "[   add_x][ad]");
}

static void expand_bad(void *template)
{
    expand(template);
}

TEST(template_errors)
{
    const char *bad[] = {"%(nope)s", "%s", "%(rev", "%(rev)d", "%(rev)q", "%(year)", "50%"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        Err *err = protect(expand_bad, (void *)(uintptr_t)bad[i]);
        CHECK(err && err->kind == ERR_TOOL);
    }
}

static void check_id(void *id)
{
    revision_check_id(str_from(id));
}

TEST(ids)
{
    Str *a = revision_random_id(), *b = revision_random_id();
    CHECK(a->length == 12 && strspn(a->text, "0123456789abcdef") == 12 && !str_equal(a, b));
    CHECK(protect(check_id, (void *)"001_initial") == NULL);
    Err *err = protect(check_id, (void *)"x-y@z");
    CHECK_TEXT(err->message->text,
               "Character(s) '-, @' not allowed in revision identifier 'x-y@z'");
}

TEST(docstring_paragraphs)
{
    Revision r = {0};
    revision_set_docstring(&r, str_from("\n  first\nline\n\nrest\xE3\x80\x80\n"));
    CHECK_TEXT(r.doc->text, "first\nline");
    CHECK_TEXT(r.long_doc->text, "first\nline\n\nrest");
    revision_set_docstring(&r, NULL);
    CHECK_TEXT(r.doc->text, "");
}

/* --- new revisions ---------------------------------------------------------------------------- */

static Revision *revision(const char *id, const char *parent, const char *folder)
{
    Revision *r = new (Revision);
    r->id = str_from(id);
    r->path = str_format("%s/%s.py", folder, id);
    revision_set_docstring(r, NULL);
    if (parent)
        vec_push(&r->down_revisions, str_from(parent));
    return r;
}

typedef struct Job {
    Graph *graph;
    NewRevisionRequest request;
    NewRevision plan;
} Job;

static void plan_new(void *arg)
{
    Job *job = arg;
    job->plan = new_revision_plan(job->graph, &job->request);
}

static Job new_job(void)
{
    RevisionVec revisions = {0};
    vec_push(&revisions, revision("a1", NULL, "/v/one"));
    vec_push(&revisions, revision("b1abcd", "a1", "/v/two"));
    Job job = {.graph = graph_new(revisions)};
    job.request.id = str_from("n1");
    job.request.message = str_from("Add it");
    vec_push(&job.request.locations, str_from("/v/one"));
    vec_push(&job.request.locations, str_from("/v/two"));
    return job;
}

static void check_refused(Job *job, const char *message)
{
    Err *err = protect(plan_new, job);
    CHECK(err != NULL);
    CHECK_TEXT(err ? err->message->text : "nothing", message);
}

TEST(new_revision_goes_beside_its_parent)
{
    Job job = new_job();
    vec_push(&job.request.depends_on, str_from("b1ab"));
    CHECK(protect(plan_new, &job) == NULL);
    CHECK_TEXT(job.plan.path->text, "/v/two/n1_add_it.py");
    CHECK(job.plan.down_revisions.length == 1);
    CHECK_TEXT(job.plan.depends_on.at[0]->text, "b1abcd");
}

TEST(new_revision_refusals)
{
    Job job = new_job();
    job.request.head = symbols_one(str_from("a1"));
    check_refused(&job, "Revision a1 is not a head revision; please specify --splice to create a "
                        "new branch from this revision");
    job.request.head = symbols_one(str_from("base"));
    check_refused(&job, "Multiple version locations present, please specify --version-path");
    job.request.version_path = str_from("/v/three");
    check_refused(&job, "Path /v/three is not represented in current version locations");
    job = new_job();
    job.request.id = str_from("a1");
    check_refused(&job, "Revision a1 is present already");
}

TEST(template_that_drops_labels_is_refused)
{
    Job job = new_job();
    vec_push(&job.request.branch_labels, str_from("api"));
    plan_new(&job);
    Revision *written = revision("n1", "b1abcd", "/v/two");
    written->own_labels = job.plan.branch_labels;
    new_revision_accept(job.graph, &job.plan, written);
    CHECK(map_has(&job.graph->by_name, str_from("api")));
    CHECK(job.graph->heads.length == 1 && job.graph->heads.at[0] == written);
}

/* --- ranges ----------------------------------------------------------------------------------- */

static void split_stamps(void *arguments)
{
    Str *from;
    stamp_ranges_split(arguments, &from);
}

TEST(ranges)
{
    Str *from, *to;
    CHECK(!range_split(str_from("head"), &from, &to));
    CHECK(range_split(str_from("a1:"), &from, &to) && str_is(from, "a1") && to->length == 0);
    history_range_split(str_from(" -2: "), &from, &to);
    CHECK(str_is(from, "-2") && !to);
    StrVec arguments = {0};
    vec_push(&arguments, str_from("a1:b1"));
    vec_push(&arguments, str_from("c1"));
    StrVec to_all = stamp_ranges_split(&arguments, &from);
    CHECK(str_is(from, "a1") && to_all.length == 2 && str_is(to_all.at[1], "c1"));
    vec_push(&arguments, str_from("x1:b1"));
    CHECK(protect(split_stamps, &arguments) != NULL);
}

UNIT_MAIN
