/* source.c -- reads the file of a script: UTF-8, or what a "coding:" comment in its first two lines
 * declares (PEP 263). */
#include "py/py.h"
#include "py/internal.h"
#include "py/parse.h"

#include <strings.h>

static const char *skip_blanks(const char *p)
{
    return p + strspn(p, " \t\f");
}

/* The name after "coding:" or "coding=" in a comment line, or "". */
static Str *coding_of_line(const char *line, size_t length)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    const char *end = line + length;
    for (const char *p = line; (p = memmem(p, (size_t)(end - p), "coding", 6)); p++) {
        if (p[6] != ':' && p[6] != '=')
            continue;
        const char *name = p + 7 + strspn(p + 7, " \t");
        size_t size = strspn(name, letters);
        if (size && name + size <= end)
            return str_new(name, size);
    }
    return str_empty;
}

/* Blank lines and comments may stand before the second line's comment; the text ends with a NUL. */
static Str *declared_coding(const char *text)
{
    for (int line = 0; line < 2; line++) {
        size_t length = strcspn(text, "\r\n");
        const char *begin = skip_blanks(text);
        if (*begin != '#' && begin < text + length)
            break;
        Str *name = *begin == '#' ? coding_of_line(text, length) : str_empty;
        if (name->length)
            return name;
        text += length;
        text += text[0] == '\r' && text[1] == '\n' ? 2 : *text != '\0';
    }
    return str_empty;
}

static bool is_utf8_name(const Str *coding)
{
    static const char *const names[] = {"utf-8", "utf8", "utf_8", "u8", "utf-8-sig"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcasecmp(coding->text, names[i]) == 0)
            return true;
    return coding->length == 0;
}

bool source_is_recoded(const char *text)
{
    return !is_utf8_name(declared_coding(text));
}

typedef struct DecodeJob {
    const char *data;
    size_t length;
    const Str *coding;
    Str *text;
} DecodeJob;

static void decode_job(void *arg)
{
    DecodeJob *job = arg;
    job->text = bytes_decode(job->data, job->length, job->coding->text, "strict");
}

Str *source_read(Str *path)
{
    DecodeJob job = {0};
    job.data = file_read_bytes(path, &job.length);
    job.coding = declared_coding(job.data);
    if (is_utf8_name(job.coding))
        return file_read(path);
    if (protect(decode_job, &job))
        raise_file("file.coding", (Pos){.file = path, .line = 1, .column = 1},
                   "%s cannot be read in the encoding it declares: %s", path->text,
                   job.coding->text);
    return job.text;
}
