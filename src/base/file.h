/* file.h -- files and paths. Every function opens, reads or writes, and closes before it may raise. */
#ifndef RETORT_BASE_FILE_H
#define RETORT_BASE_FILE_H

#include "base/str.h"
#include "base/vec.h"

/* The whole file as text. Raises ERR_FILE: "file.missing", "file.unreadable", "file.directory",
 * "file.not-utf8" (with line and column of the bad byte). A UTF-8 byte order mark is dropped. */
Str *file_read(const Str *path);
/* The bytes as they are; *length gets their number. Raises as file_read, but takes any bytes. */
char *file_read_bytes(const Str *path, size_t *length);
/* Creates or replaces. With `exclusive` an existing file is the error "file.exists". */
void file_write(const Str *path, const Str *text, bool exclusive);

bool file_exists(const Str *path); /* anything of that name */
bool file_is_regular(const Str *path);
bool file_is_directory(const Str *path);
/* Names in a directory, without . and .., sorted by bytes. Raises "file.missing", "file.unreadable". */
StrVec directory_list(const Str *path);
/* Like mkdir -p. */
void directory_create(const Str *path);

/* a + "/" + b, or b when absolute. */
Str *path_join(const Str *a, const char *b);
Str *path_directory(const Str *path); /* "a/b.py" -> "a", "b.py" -> "" */
Str *path_basename(const Str *path);
/* Absolute, without "." and ".." and doubled slashes; links are not resolved (os.path.abspath). */
Str *path_absolute(const Str *path);
/* With links resolved where the path exists (os.path.realpath). */
Str *path_real(const Str *path);
/* `path` as seen from `folder`, both absolute: "../x" (os.path.relpath). */
Str *path_seen_from(const Str *path, const Str *folder);
Str *path_current(void);
/* The path as seen from the working directory when it lies inside; else as it is. */
Str *path_relative(Str *path);
/* "x/y.tar.py" -> "x/y.tar" */
Str *path_without_extension(const Str *path);

#endif
