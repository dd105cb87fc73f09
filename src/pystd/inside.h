/* inside.h -- what the files of pystd/ share and show to nobody else. */
#ifndef RETORT_PYSTD_INSIDE_H
#define RETORT_PYSTD_INSIDE_H

#include "pystd/pystd.h"

/* `name` of the frozen module `module`, or UNSET: for getattr of modules whose plumbing is Python.
 */
Value library_find(const char *module, Str *name);
/* The same, raising when it is not there. */
Value library_get(const char *module, const char *name);
/* Whether it can be walked, or might be: what is opaque is asked by walking it. */
bool has_items(Value v);

/* Text or bytes of an argument as bytes: "a bytes-like object is required, not 'int'". */
void bytes_get(Value v, const char **data, size_t *length);
/* os.fspath: the text of a str, bytes or path-like. */
Str *path_text(Value v);
/* An unsigned 64-bit or 128-bit number as a script int, and the way back (raises OverflowError). */
Value int_from_unsigned(uint64_t n);
Value int_from_bytes_big(const unsigned char *bytes, size_t length);
void int_to_bytes_big(Value n, unsigned char *bytes, size_t length);
Value call1(Value function, Value argument);
/* A list of names from one text, "a b c": what __all__ of a module is. */
Value names_list(const char *names);
Value call_named(Value function, size_t count, const Value *args, const char *name, Value value);

/* sys.stdout or sys.stderr as the library made it, without attributes of a script: written to and
 * flushed at once, without looking for methods. */
bool is_plain_stream(Value stream);
void plain_stream_write(Value stream, const Str *text);

/* The gamma function and the logarithm of its size, with CPython's last digit; where they have no value. */
double gamma_of(double x);
double log_gamma_of(double x);
bool gamma_is_pole(double x);

/* Digest of a message at once: "md5", "sha1", "sha256". Returns the number of bytes written. */
size_t hash_digest(const char *algorithm, const char *data, size_t length, unsigned char out[64]);
/* n random bytes from the system. */
void random_bytes(unsigned char *out, size_t length);

/* Wall clock, microseconds since 1970. */
int64_t clock_microseconds(void);
/* time.strftime on broken-down fields; `format` as C's plus %f given in microseconds. */
Str *strftime_text(const Str *format, const DateTimeParts *parts, int weekday, int yearday,
                   Str *offset, Str *offset_colon, Str *zone);
int date_weekday(int year, int month, int day); /* Monday is 0 */
int date_yearday(int year, int month, int day); /* from 1      */
int64_t date_ordinal(int year, int month, int day);
void date_from_ordinal(int64_t ordinal, int *year, int *month, int *day);
int date_month_days(int year, int month);

extern const ModuleDef sys_module, os_module, os_path_module, posixpath_module, time_module,
    typing_module, typing_extensions_module, functools_module, logging_module,
    logging_config_module, datetime_module, decimal_module, uuid_module, json_module,
    json_decoder_module, json_encoder_module, re_module, hashlib_module, base64_module,
    binascii_module, math_module, operator_module, unicodedata_module, struct_module,
    random_core_module, tomllib_core_module,
    posix_core_module, process_module, sandbox_module;
extern const Export os_file_exports[], posix_file_exports[];

#endif
