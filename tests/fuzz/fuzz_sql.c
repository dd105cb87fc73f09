/* fuzz_sql.c -- text() with its :names, written for each dialect; names and literals. floor: sql */
#include "sql/sql.h"
#include "schema/expr.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    vm_init();
    return 0;
}

typedef struct Job {
    const Dialect *dialect;
    Str *text;
    void (*write)(const struct Job *job);
} Job;

static void write_text(const Job *job)
{
    static const ParamStyle styles[] = {PARAM_DOLLAR, PARAM_QUESTION, PARAM_NAMED, PARAM_PYFORMAT};
    for (size_t i = 0; i < COUNT_OF(styles); i++)
        sql_compile(job->dialect, ELEMENT(text_new(job->text)), &(CompileOptions){.style = styles[i]});
    sql_inline_text(job->dialect, ELEMENT(text_new(job->text)));
}

static void write_words(const Job *job)
{
    sql_name_text(job->dialect, job->text, TRI_UNSET);
    sql_qualified_text(job->dialect, job->text, job->text);
    if (job->dialect != &generic_dialect)
        sql_has_table_text(job->dialect, job->text, job->text);
}

static void run_job(void *arg)
{
    const Job *job = arg;
    job->write(job);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Dialect *const dialects[] = {&generic_dialect, &postgres_dialect, &sqlite_dialect};
    if (utf8_check((const char *)data, size) >= 0)
        return 0;
    Str *text = str_new((const char *)data, size);
    for (size_t i = 0; i < COUNT_OF(dialects); i++) {
        protect(run_job, &(Job){dialects[i], text, write_text});
        protect(run_job, &(Job){dialects[i], text, write_words});
    }
    return 0;
}
