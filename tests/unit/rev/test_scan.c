/* Reading headers: what the byte scanner takes, what goes to the parser, what must be executed. */
#include "unit.h"

#include "rev/rev.h"

#include <stdlib.h>
#include <unistd.h>

/* Writes one file into a folder of its own, scans it, and shows what was read:
 * id|parents|labels|dependencies|documentation, or "executed", or the error. */
static bool executed;

static void execute(ScriptLoader *loader, Revision *r)
{
    executed = true;
    r->id = str_from("executed");
}

static Str *join(const StrVec *strings)
{
    Buf out = {0};
    for (size_t i = 0; i < strings->length; i++)
        buf_format(&out, "%s%s", i ? "," : "", strings->at[i]->text);
    return buf_str(&out);
}

typedef struct Job {
    ScanOptions options;
    StrVec warnings;
    RevisionVec found;
} Job;

static void scan(void *arg)
{
    Job *job = arg;
    job->found = scan_revisions(&job->options, &job->warnings);
}

static Str *temporary_folder(void)
{
    char template[] = "/tmp/retort-scan-XXXXXX";
    char *made = mkdtemp(template);
    return str_from(made ? made : "/nowhere");
}

static void write_file(const Str *folder, const char *name, const char *text)
{
    file_write(path_join(folder, name), str_from(text), false);
}

static void remove_folder(const Str *folder)
{
    StrVec names = directory_list(folder);
    for (size_t i = 0; i < names.length; i++) {
        Str *path = path_join(folder, names.at[i]->text);
        if (file_is_directory(path))
            remove_folder(path);
        else
            unlink(path->text);
    }
    rmdir(folder->text);
}

static Job scan_folder(const Str *folder, bool recursive)
{
    static ScriptLoader loader = {execute};
    Job job = {.options = {.recursive = recursive, .loader = &loader}};
    vec_push(&job.options.locations, (Str *)(uintptr_t)folder);
    executed = false;
    Err *err = protect(scan, &job);
    if (err)
        vec_push(&job.warnings, err->message);
    return job;
}

static const char *read_header(const char *text)
{
    Str *folder = temporary_folder();
    write_file(folder, "x.py", text);
    Job job = scan_folder(folder, false);
    remove_folder(folder);
    if (executed)
        return "executed";
    if (!job.found.length)
        return job.warnings.at[0]->text;
    const Revision *r = job.found.at[0];
    return str_format("%s|%s|%s|%s|%s", r->id->text, join(&r->down_revisions)->text,
                      join(&r->own_labels)->text, join(&r->depends_on)->text, r->long_doc->text)
        ->text;
}

TEST(plain_headers)
{
    CHECK_TEXT(read_header("\"\"\"doc\n\nmore\n\"\"\"\nfrom x import op\nrevision: str = 'a'\n"
                           "down_revision: Union[str, None] = None\nbranch_labels = ('l',)\n"
                           "depends_on = ['d', 'e']\n"),
               "a||l|d,e|doc\n\nmore");
    CHECK_TEXT(
        read_header("'one' \" two\"\nrevision = (\"a\" \"b\")\ndown_revision = (\n  'p', # c\n"
                    "  'q'\n)\n"),
        "ab|p,q|||one two");
    CHECK_TEXT(read_header("'''dos\r\nline'''\r\nrevision = u'a'\r\ndown_revision = {'p'}\r\n"),
               "a|p|||dos\nline");
    CHECK_TEXT(read_header("\xEF\xBB\xBFr'''raw \\n'''\nrevision = 'a'\ndown_revision = ()"),
               "a||||raw \\n");
    CHECK_TEXT(read_header("'t\\x41\\u00e9\\n\\d'\nrevision = 'a'\ndown_revision = 'b' # c\n"),
               "a|b|||tAé\n\\d");
}

TEST(names_that_are_not_the_modules)
{
    CHECK_TEXT(read_header("revision = 'a'\ndown_revision = None\ndef upgrade():\n"
                           "    revision = 3\n    down_revision = '''\nrevision = 'z'\n'''\n"),
               "a||||");
    CHECK_TEXT(read_header("x = \"\"\"\nrevision = 'no'\n\"\"\"\nrevision = 'a'\n"
                           "down_revision = None\nclass C:\n    revision = 'c'\n"),
               "a||||");
    CHECK_TEXT(read_header("revision = 'a'\ndown_revision = None\nx.revision = f'{1}'\n"), "a||||");
}

TEST(last_assignment_counts)
{
    CHECK_TEXT(read_header("revision = 'a'\ndown_revision = 'x'\ndown_revision = None\n"), "a||||");
    CHECK_TEXT(read_header("revision = 'a'\ndown_revision = 'x', 'y'\n"), "a|x,y|||");
    CHECK_TEXT(read_header("revision = 'a'; down_revision = 'x'\n"), "a|x|||");
    CHECK_TEXT(read_header("'d'; x = 1\nrevision = 'a'\ndown_revision = [None]\n"), "a||||d");
    CHECK_TEXT(read_header("f'no doc'\nrevision = 'a'\ndown_revision = 'x' \\\n 'y'\n"), "a|xy|||");
}

TEST(only_execution_tells)
{
    static const char *const texts[] = {
        "revision = 'a'\ndown_revision = 'x'\nif True:\n    down_revision = 'y'\n",
        "revision = 'a'\ndown_revision = 'x'\ndef f():\n    global down_revision\n",
        "from app.base import *\nrevision = 'a'\ndown_revision = None\n",
        "from ids import revision\ndown_revision = None\n",
        "revision = 'a'\ndown_revision = None\ndown_revision += 'y'\n",
        "revision = 'a'\ndown_revision = None\n(down_revision) = 'y'\n",
        "revision = 'a'\ndown_revision = None\nfor down_revision in 'q': pass\n",
        "revision = 'a'\ndown_revision = None\n[branch_labels := 'w']\n",
        "revision = 'a'\ndown_revision = None\nglobals()['depends_on'] = 'g'\n",
        "revision = 'a'\ndown_revision = None\n__doc__ = 'other'\n",
        "revision = 'a'\ndown_revision = PREVIOUS\n",
        "revision = 'a'\ndown_revision = 'x' if 1 else 'y'\n",
        "revision = 'a'\ndown_revision = None\ndef depends_on(): pass\n",
        "revision, down_revision = 'a', 'b'\n",
        "# coding: latin-1\nrevision = 'a'\ndown_revision = None\n",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        CHECK_TEXT(read_header(texts[i]), "executed");
}

TEST(header_errors)
{
    CHECK_TEXT(read_header("revision = 'a'\n"), "x.py does not say its down_revision");
    CHECK_TEXT(
        read_header("down_revision = None\n"),
        "Could not determine revision id from filename x.py. Be sure the 'revision' variable "
        "is declared inside the script (please see 'Upgrading from Alembic 0.1 to 0.2' in "
        "the documentation).");
}

static void write_revision(const Str *folder, const char *name, const char *id)
{
    write_file(folder, name, str_format("revision = '%s'\ndown_revision = None\n", id)->text);
}

static Str *ids(const Job *job)
{
    StrVec all = revision_ids(&job->found);
    return join(&all);
}

TEST(folders)
{
    Str *folder = temporary_folder(), *inner = path_join(folder, "sub");
    directory_create(inner);
    directory_create(path_join(folder, "__pycache__"));
    write_revision(folder, "b.py", "b");
    write_revision(folder, "a.py", "a");
    write_revision(folder, ".#a.py", "lock");
    write_revision(folder, "__init__.py", "init");
    write_revision(folder, "c.pyc", "compiled");
    write_revision(folder, "c.txt", "text");
    write_revision(folder, "__pycache__/p.py", "cache");
    write_revision(inner, "0.py", "inner");
    Job flat = scan_folder(folder, false), deep = scan_folder(folder, true);
    CHECK_TEXT(ids(&flat)->text, "a,b");
    CHECK_TEXT(ids(&deep)->text, "a,b,inner");
    remove_folder(folder);
}

TEST(legacy_names_and_links)
{
    Str *folder = temporary_folder();
    write_file(folder, "12ab.py", "down_revision = None\n");
    CHECK(symlink("12ab.py", path_join(folder, "34.py")->text) == 0);
    Job job = scan_folder(folder, false);
    CHECK_TEXT(ids(&job)->text, "12ab");
    CHECK(job.warnings.length == 1 && strstr(job.warnings.at[0]->text, "loaded twice! ignoring."));
    remove_folder(folder);
}

UNIT_MAIN
