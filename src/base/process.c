/* process.c -- running other programs and waiting for them. */
#include "base/base.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

Str *process_find_program(const char *name)
{
    if (strchr(name, '/'))
        return access(name, X_OK) == 0 ? str_from(name) : NULL;
    const char *path = getenv("PATH");
    for (const char *p = path ? path : ""; *p;) {
        size_t length = strcspn(p, ":");
        Str *file = path_join(str_new(p, length), name);
        if (length && file_is_regular(file) && access(file->text, X_OK) == 0)
            return file;
        p += length + (p[length] == ':');
    }
    return NULL;
}

static _Noreturn void raise_start(const Str *program, int error)
{
    raise_file("process.failed", (Pos){0}, "cannot run %s: %s", program->text, strerror(error));
}

static int wait_for(pid_t pid)
{
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int process_run(const StrVec *words, const Str *folder)
{
    char **argv = new_array(char *, words->length + 1);
    for (size_t i = 0; i < words->length; i++)
        argv[i] = words->at[i]->text;
    fflush(stdout);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (folder)
        posix_spawn_file_actions_addchdir_np(&actions, folder->text);
    pid_t pid;
    int error = posix_spawn(&pid, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error)
        raise_start(words->at[0], error);
    return wait_for(pid);
}

/* --- words of a shell line ------------------------------------------------------------------- */

/* What is inside quotes, up to the closing one; double quotes let a backslash escape " and itself. */
static const char *quoted(Buf *word, const Str *line, const char *p)
{
    char quote = *p++;
    while (*p && *p != quote) {
        if (quote == '"' && *p == '\\' && (p[1] == '"' || p[1] == '\\'))
            p++;
        buf_char(word, *p++);
    }
    if (!*p)
        raise_file("process.quotes", (Pos){0}, "No closing quotation: %s", line->text);
    return p + 1;
}

StrVec process_split_words(const Str *line)
{
    StrVec words = {0};
    for (const char *p = line->text + strspn(line->text, " \t\r\n"); *p; p += strspn(p, " \t\r\n")) {
        Buf word = {0};
        while (*p && !strchr(" \t\r\n", *p)) {
            if (*p == '\'' || *p == '"') {
                p = quoted(&word, line, p);
                continue;
            }
            if (*p == '\\' && p[1])
                p++;
            buf_char(&word, *p++);
        }
        vec_push(&words, buf_str(&word));
    }
    return words;
}
