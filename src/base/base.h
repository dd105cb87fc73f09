/* base.h -- door of the ground floor: memory, strings, errors, files, options, small formats.
 *
 * Knows nothing of scripts, databases or migrations. Include this, not the single headers; each begins with what it is
 * for, an example, and how it fails. Lengths are bytes unless a name says characters; times are seconds in a double
 * (duration.h) or microseconds since 1970 in an int64_t.
 *
 *     StrVec lines = text_wrap_lines(file_read(path), 80);
 *     Buf out = {0};
 *     for (size_t i = 0; i < lines.length; i++)
 *         buf_format(&out, "%zu %s\n", i + 1, lines.at[i]->text);
 *
 * Ownership: everything is on the collected heap (mem.h). Errors: err_raise and protect (err.h), nothing else.
 */
#ifndef RETORT_BASE_BASE_H
#define RETORT_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/buf.h"
#include "base/vec.h"
#include "base/map.h"
#include "base/err.h"
#include "base/file.h"
#include "base/process.h"
#include "base/text.h"
#include "base/term.h"
#include "base/ini.h"
#include "base/toml.h"
#include "base/json.h"
#include "base/opts.h"
#include "base/diag.h"
#include "base/duration.h"
#include "base/interrupt.h"
#include "base/md5.h"
#include "base/banned.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif
