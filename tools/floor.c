/* floor.c -- the floor program of tools/bench.sh: only what a command cannot avoid, in plain C.
 *
 *     floor version                 prints a line
 *     floor scan DIR                reads every revision file and finds its head literals: heads
 *     floor history DIR             the same, then prints one line for each, newest first
 *     floor current DIR URL         scan, connect, read the version table
 *     floor run DIR URL FILE.sql    current, then the statements of FILE one at a time, in one
 * transaction floor print DIR FILE.sql      scan, then the text to stdout: what --sql cannot avoid
 *     floor measure N PROGRAM ARG.. runs PROGRAM N times: median ms, peak resident KiB of the worst
 * run, exit code, mean ms of processor time
 *
 * URL is postgresql://... or sqlite:///path. Like Retort it opens libpq only when it connects,
 * because linking it maps more than twenty libraries into every run. It must not know anything else
 * of Retort.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct Revision {
    char *id, *parent, *doc;
    bool has_child;
} Revision;

typedef struct History {
    Revision *at;
    size_t length, room;
} History;

static void die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("floor: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}

static void *must(void *memory)
{
    if (!memory)
        die("out of memory");
    return memory;
}

static char *read_file(const char *path, size_t *length)
{
    int fd = open(path, O_RDONLY);
    struct stat info;
    if (fd < 0 || fstat(fd, &info) != 0)
        die("cannot read %s", path);
    char *text = must(malloc((size_t)info.st_size + 1));
    ssize_t got = read(fd, text, (size_t)info.st_size);
    close(fd);
    if (got < 0)
        die("cannot read %s", path);
    text[got] = '\0';
    if (length)
        *length = (size_t)got;
    return text;
}

/* The literal after "NAME = " or "NAME: type = " at the start of a line; NULL for None. */
static char *literal_of(const char *text, const char *name)
{
    size_t length = strlen(name);
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, name, length) != 0 || (line[length] != ' ' && line[length] != ':'))
            continue;
        const char *end = strchr(line, '\n'), *equals = strchr(line, '=');
        const char *quote = equals ? strpbrk(equals, "'\"\n") : NULL;
        if (!quote || (end && quote >= end))
            return NULL;
        const char *close = strchr(quote + 1, *quote);
        return close ? must(strndup(quote + 1, (size_t)(close - quote - 1))) : NULL;
    }
    return NULL;
}

static char *doc_of(const char *text)
{
    const char *start = strstr(text, "\"\"\"");
    if (!start)
        return must(strdup(""));
    start += 3;
    return must(strndup(start, strcspn(start, "\n\"")));
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const Revision *)a)->id, ((const Revision *)b)->id);
}

static Revision *find(const History *history, const char *id)
{
    Revision key = {.id = (char *)id};
    return bsearch(&key, history->at, history->length, sizeof key, by_id);
}

static History scan(const char *folder)
{
    History history = {0};
    DIR *directory = opendir(folder);
    if (!directory)
        die("cannot open %s", folder);
    for (struct dirent *entry; (entry = readdir(directory));) {
        size_t length = strlen(entry->d_name);
        if (length < 4 || strcmp(entry->d_name + length - 3, ".py") != 0)
            continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *text = read_file(path, NULL);
        if (history.length == history.room) {
            history.room = history.room ? history.room * 2 : 64;
            history.at = must(realloc(history.at, history.room * sizeof *history.at));
        }
        Revision revision = {literal_of(text, "revision"), literal_of(text, "down_revision"),
                             doc_of(text), false};
        free(text);
        if (revision.id)
            history.at[history.length++] = revision;
    }
    closedir(directory);
    qsort(history.at, history.length, sizeof *history.at, by_id);
    for (size_t i = 0; i < history.length; i++) {
        Revision *parent = history.at[i].parent ? find(&history, history.at[i].parent) : NULL;
        if (parent)
            parent->has_child = true;
    }
    return history;
}

static void print_heads(const History *history)
{
    for (size_t i = 0; i < history->length; i++)
        if (!history->at[i].has_child)
            printf("%s (head)\n", history->at[i].id);
}

static void print_history(const History *history)
{
    for (size_t i = 0; i < history->length; i++) {
        if (history->at[i].has_child)
            continue;
        const char *mark = " (head)";
        for (Revision *r = &history->at[i]; r;
             r = r->parent ? find(history, r->parent) : NULL, mark = "")
            printf("%s -> %s%s, %s\n", r->parent ? r->parent : "<base>", r->id, mark, r->doc);
    }
}

/* --- databases ----------------------------------------------------------------------------------
 */

typedef struct Database {
    PGconn *pg;
    sqlite3 *sqlite;
} Database;

#define LIBPQ(F)                                                                                   \
    F(PQconnectdb)                                                                                 \
    F(PQstatus) F(PQerrorMessage) F(PQexec) F(PQresultStatus) F(PQntuples) F(PQgetvalue)           \
        F(PQclear) F(PQfinish)
#define MEMBER(name) __typeof__(name) *name;
static struct Libpq {
    LIBPQ(MEMBER)
} pq;

static void load_libpq(void)
{
    void *library = dlopen("libpq.so.5", RTLD_NOW);
    if (!library)
        die("%s", dlerror());
#define LOAD(name) pq.name = (__typeof__(name) *)dlsym(library, #name);
    LIBPQ(LOAD)
}

static Database open_database(const char *url)
{
    Database db = {0};
    if (strncmp(url, "sqlite:///", 10) == 0) {
        if (sqlite3_open(url + 10, &db.sqlite) != SQLITE_OK)
            die("%s", sqlite3_errmsg(db.sqlite));
        return db;
    }
    load_libpq();
    db.pg = pq.PQconnectdb(url);
    if (pq.PQstatus(db.pg) != CONNECTION_OK)
        die("%s", pq.PQerrorMessage(db.pg));
    return db;
}

static int print_row(void *unused, int columns, char **values, char **names)
{
    (void)unused, (void)columns, (void)names;
    puts(values[0]);
    return 0;
}

static void execute(const Database *db, const char *statement, bool show)
{
    if (db->sqlite) {
        char *message = NULL;
        if (sqlite3_exec(db->sqlite, statement, show ? print_row : NULL, NULL, &message) !=
            SQLITE_OK)
            die("%s in %s", message, statement);
        return;
    }
    PGresult *result = pq.PQexec(db->pg, statement);
    ExecStatusType status = pq.PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        die("%s", pq.PQerrorMessage(db->pg));
    for (int i = 0; show && i < pq.PQntuples(result); i++)
        puts(pq.PQgetvalue(result, i, 0));
    pq.PQclear(result);
}

static void print_version(const Database *db)
{
    if (db->sqlite) {
        char *message = NULL;
        sqlite3_exec(db->sqlite, "SELECT version_num FROM alembic_version", print_row, NULL,
                     &message);
        sqlite3_free(message);
        return;
    }
    PGresult *result = pq.PQexec(db->pg, "SELECT to_regclass('alembic_version') IS NOT NULL");
    bool exists = pq.PQntuples(result) == 1 && pq.PQgetvalue(result, 0, 0)[0] == 't';
    pq.PQclear(result);
    if (exists)
        execute(db, "SELECT version_num FROM alembic_version", true);
}

static void close_database(const Database *db)
{
    if (db->sqlite)
        sqlite3_close(db->sqlite);
    else
        pq.PQfinish(db->pg);
}

/* PostgreSQL: one transaction around all. SQLite: none, because the driver that projects know commits every DDL
 * statement by itself, and so must we to be compared.
 * Statements are separated by a ";" at the end of a line followed by an empty one, as --sql writes
 * them. */
static void run_statements(const Database *db, const char *path)
{
    char *text = read_file(path, NULL);
    if (db->pg)
        execute(db, "BEGIN", false);
    for (char *start = text; *start;) {
        char *end = strstr(start, ";\n\n");
        if (end)
            *end = '\0';
        char *line = start;
        while (*line == '\n' || strncmp(line, "-- ", 3) == 0)
            line += *line == '\n' ? 1 : strcspn(line, "\n");
        if (*line && strcmp(line, "BEGIN") != 0 && strcmp(line, "COMMIT") != 0)
            execute(db, line, false);
        if (!end)
            break;
        start = end + 3;
    }
    if (db->pg)
        execute(db, "COMMIT", false);
}

/* --- measuring ----------------------------------------------------------------------------------
 */

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_number(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static int measure(int count, char **argv)
{
    double *times = must(calloc((size_t)count, sizeof *times));
    long peak = 0;
    int code = 0;
    struct rusage usage;
    for (int i = 0; i < count; i++) {
        double start = now_ms();
        pid_t child = fork();
        if (child == 0) {
            int nowhere = open("/dev/null", O_RDWR);
            dup2(nowhere, 0), dup2(nowhere, 1), dup2(nowhere, 2);
            execvp(argv[0], argv);
            _exit(127);
        }
        int status;
        if (child < 0 || wait4(child, &status, 0, &usage) < 0)
            die("cannot run %s", argv[0]);
        times[i] = now_ms() - start;
        if (usage.ru_maxrss > peak)
            peak = usage.ru_maxrss;
        code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    qsort(times, (size_t)count, sizeof *times, by_number);
    getrusage(RUSAGE_CHILDREN, &usage);
    double cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
                 (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
    printf("%.2f %ld %d %.2f\n", times[count / 2], peak, code, cpu / count);
    return 0;
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "version") == 0) {
        puts("floor 1");
    } else if (strcmp(what, "scan") == 0 && argc == 3) {
        History history = scan(argv[2]);
        print_heads(&history);
    } else if (strcmp(what, "history") == 0 && argc == 3) {
        History history = scan(argv[2]);
        print_history(&history);
    } else if ((strcmp(what, "current") == 0 && argc == 4) ||
               (strcmp(what, "run") == 0 && argc == 5)) {
        scan(argv[2]);
        Database db = open_database(argv[3]);
        print_version(&db);
        if (argc == 5)
            run_statements(&db, argv[4]);
        close_database(&db);
    } else if (strcmp(what, "print") == 0 && argc == 4) {
        scan(argv[2]);
        size_t length;
        char *text = read_file(argv[3], &length);
        fwrite(text, 1, length, stdout);
    } else if (strcmp(what, "measure") == 0 && argc > 3 && atoi(argv[2]) > 0) {
        return measure(atoi(argv[2]), argv + 3);
    } else {
        die("usage: floor version | scan DIR | history DIR | current DIR URL | run DIR URL FILE | "
            "print DIR FILE | "
            "measure N PROGRAM ...");
    }
    return 0;
}
