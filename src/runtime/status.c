/* status.c -- the lines that say what is being done: "Generating /p/x.py ...  done", and plain messages. */
#include "runtime/runtime.h"

#include <stdio.h>

static void end(const Config *config, bool failed)
{
    if (!config->quiet)
        fputs(failed ? "  FAILED\n" : "  done\n", stdout);
}

void status_run(const Config *config, StatusLine line, void (*work)(void *), void *arg)
{
    if (!config->quiet)
        term_message(str_format("%s ...", line.text->text)->text, line.output_follows);
    Err *err = protect(work, arg);
    fflush(stdout);
    end(config, err != NULL);
    if (err)
        err_raise(err);
}

void status_message(const Config *config, const char *format, ...)
{
    if (config->quiet)
        return;
    va_list args;
    va_start(args, format);
    Str *text = str_format_list(format, args);
    va_end(args);
    term_message(text->text, true);
}

static void create_folder(void *arg)
{
    directory_create(arg);
}

void status_create_folder(const Config *config, Str *folder)
{
    StatusLine line = {.text = str_format("Creating directory %s", path_absolute(folder)->text)};
    status_run(config, line, create_folder, folder);
}

typedef struct Writing {
    Str *path, *text;
    bool exclusive;
} Writing;

static void write_file(void *arg)
{
    Writing *writing = arg;
    file_write(writing->path, writing->text, writing->exclusive);
}

void status_write(const Config *config, const char *what, Str *path, Str *text, bool exclusive)
{
    StatusLine line = {.text = str_format("%s %s", what, path->text)};
    Writing writing = {path, text, exclusive};
    status_run(config, line, write_file, &writing);
}
