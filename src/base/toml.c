/* toml.c -- TOML 1.0 reader. One pass over the text; tables remember how they were made, because
 * the format forbids to reopen some of them. */
#include "base/base.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#define DEEPEST_TOML 200

/* TomlValue.seal */
enum {
    SEAL_IMPLICIT, /* a table named only on the way to another: a header may still define it */
    SEAL_HEADER,   /* [defined]: may get subtables, but no second header                    */
    SEAL_DOTTED,   /* made by a dotted key: only dotted keys of the same table may add      */
    SEAL_CLOSED,   /* an inline table or a value array: nothing may be added                */
    SEAL_LIST,     /* an array of [[tables]]                                                */
};

typedef struct Reader {
    Str *file;
    const Str *text;
    const char *p, *end;
    const char *line_start; /* of the line that contains line_at */
    uint32_t line;
    unsigned depth;
} Reader;

/* --- positions and errors ------------------------------------------------------------------ */

static Pos pos_at(Reader *r, const char *p)
{
    if (!r->line_start || p < r->line_start) {
        r->line_start = r->text->text;
        r->line = 1;
    }
    for (const char *q = r->line_start; (q = memchr(q, '\n', (size_t)(p - q)));) {
        r->line_start = ++q;
        r->line++;
    }
    size_t column = 1;
    for (const char *q = r->line_start; q < p; column++)
        utf8_next(&q);
    return (Pos){.file = r->file, .line = r->line, .column = (uint32_t)column};
}

static _Noreturn void raise_at(Reader *r, const char *p, const char *message)
{
    Pos pos = pos_at(r, p);
    if (p >= r->end)
        raise_file("toml.syntax", pos, "%s (at end of document)", message);
    raise_file("toml.syntax", pos, "%s (at line %u, column %u)", message, pos.line, pos.column);
}

static _Noreturn void raise_here(Reader *r, const char *message)
{
    raise_at(r, r->p, message);
}

/* --- small steps --------------------------------------------------------------------------- */

static bool starts(const Reader *r, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(r->end - r->p) >= length && memcmp(r->p, text, length) == 0;
}

static void skip_blanks(Reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t'))
        r->p++;
}

static bool at_newline(const Reader *r)
{
    return starts(r, "\n") || starts(r, "\r\n");
}

static bool is_control(char c)
{
    return ((unsigned char)c < ' ' && c != '\t') || c == 0x7F;
}

static void skip_comment(Reader *r)
{
    if (r->p >= r->end || *r->p != '#')
        return;
    while (r->p < r->end && !at_newline(r)) {
        if (is_control(*r->p))
            raise_here(r, "Found invalid character in a comment");
        r->p++;
    }
}

static void skip_newline(Reader *r)
{
    r->p += *r->p == '\r' ? 2 : 1;
}

/* White space, newlines and comments, as arrays allow between their items. */
static void skip_space(Reader *r)
{
    for (;;) {
        skip_blanks(r);
        skip_comment(r);
        if (r->p >= r->end || !at_newline(r))
            return;
        skip_newline(r);
    }
}

static TomlValue *value_new(Reader *r, TomlType type, const char *at)
{
    TomlValue *value = new(TomlValue);
    value->type = type;
    value->pos = pos_at(r, at);
    return value;
}

/* --- strings ------------------------------------------------------------------------------- */

static uint32_t hex_code(Reader *r, size_t digits)
{
    uint32_t code = 0;
    for (size_t i = 0; i < digits; i++, r->p++) {
        const char *all = "0123456789abcdef";
        const char *digit = r->p < r->end && *r->p ? strchr(all, *r->p | 0x20) : NULL;
        if (!digit || (*r->p < '0'))
            raise_here(r, "Invalid hex value");
        code = code * 16 + (uint32_t)(digit - all);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        raise_here(r, "Escaped character is not a Unicode scalar value");
    return code;
}

/* "\" at the end of a line joins it with the next text. */
static bool skip_line_join(Reader *r)
{
    const char *start = r->p++;
    skip_blanks(r);
    if (r->p >= r->end || !at_newline(r)) {
        r->p = start;
        return false;
    }
    while (r->p < r->end && strchr(" \t\r\n", *r->p))
        r->p++;
    return true;
}

static void read_escape(Reader *r, Buf *out, bool multiline)
{
    static const char names[] = "btnfr\"\\", values[] = "\b\t\n\f\r\"\\";
    if (multiline && skip_line_join(r))
        return;
    char c = r->p + 1 < r->end ? r->p[1] : '\0';
    const char *found = c ? strchr(names, c) : NULL;
    if (found) {
        buf_char(out, values[found - names]);
        r->p += 2;
    } else if (c == 'u' || c == 'U') {
        r->p += 2;
        buf_code_point(out, hex_code(r, c == 'u' ? 4 : 8));
    } else {
        raise_at(r, r->p + 2, "Unescaped '\\' in a string");
    }
}

static Str *read_line_string(Reader *r, char quote)
{
    Buf out = {0};
    for (r->p++;;) {
        if (r->p >= r->end)
            raise_here(r, quote == '"' ? "Unterminated string" : "Expected \"'\"");
        char c = *r->p;
        if (c == quote)
            break;
        if (c == '\\' && quote == '"') {
            read_escape(r, &out, false);
            continue;
        }
        if (is_control(c))
            raise_here(r, str_format("%s character %s", quote == '"' ? "Illegal" : "Found invalid",
                                     text_repr(str_new(r->p, 1))->text)
                              ->text);
        buf_char(&out, c);
        r->p++;
    }
    r->p++;
    return buf_str(&out);
}

/* How many quotes stand here, at most five: two may belong to the text before the closing three. */
static size_t quotes_here(const Reader *r, char quote)
{
    size_t count = 0;
    while (count < 5 && r->p + count < r->end && r->p[count] == quote)
        count++;
    return count;
}

static Str *read_block_string(Reader *r, char quote)
{
    Buf out = {0};
    r->p += 3;
    if (r->p < r->end && at_newline(r))
        skip_newline(r);
    for (;;) {
        if (r->p >= r->end)
            raise_here(r, "Unterminated string");
        size_t quotes = *r->p == quote ? quotes_here(r, quote) : 0;
        if (quotes >= 3) {
            buf_fill(&out, quote, quotes - 3);
            r->p += quotes;
            return buf_str(&out);
        }
        if (*r->p == '\\' && quote == '"') {
            read_escape(r, &out, true);
        } else if (at_newline(r)) {
            buf_char(&out, '\n');
            skip_newline(r);
        } else if (is_control(*r->p)) {
            raise_here(r,
                       str_format("Illegal character %s", text_repr(str_new(r->p, 1))->text)->text);
        } else {
            buf_char(&out, *r->p++);
        }
    }
}

static Str *read_string(Reader *r)
{
    char quote = *r->p;
    return quotes_here(r, quote) >= 3 ? read_block_string(r, quote) : read_line_string(r, quote);
}

/* --- numbers, booleans, dates -------------------------------------------------------------- */

/* The length of digits with single underscores between them, copied without those; 0 when none begins. */
static size_t copy_digits(const char *p, const char *digits, Buf *out)
{
    size_t at = 0;
    while (p[at] && strchr(digits, p[at])) {
        size_t run = strspn(p + at, digits);
        buf_bytes(out, p + at, run);
        at += run;
        if (p[at] != '_' || !p[at + 1] || !strchr(digits, p[at + 1]))
            break;
        at++;
    }
    return at;
}

static const char decimal_digits[] = "0123456789";

static const struct {
    const char *prefix, *digits;
    int base;
} number_bases[] = {{"0x", "0123456789abcdefABCDEF", 16}, {"0o", "01234567", 8}, {"0b", "01", 2}};

/* The length of 0x.., 0o.. or 0b.., or 0. */
static size_t based_integer(const char *p, int64_t *integer)
{
    for (size_t i = 0; i < COUNT_OF(number_bases); i++) {
        if (strncmp(p, number_bases[i].prefix, 2) != 0)
            continue;
        Buf digits = {0};
        size_t length = copy_digits(p + 2, number_bases[i].digits, &digits);
        if (length == 0)
            return 0;
        *integer = strtoll(buf_str(&digits)->text, NULL, number_bases[i].base);
        return length + 2;
    }
    return 0;
}

/* The length of a decimal integer or a float: the longest text that is one. */
static size_t decimal_number(const char *p, Buf *digits, bool *is_float)
{
    size_t at = 0;
    if (p[at] == '+' || p[at] == '-')
        buf_char(digits, p[at++]);
    size_t whole = p[at] == '0' ? 1 : copy_digits(p + at, decimal_digits, digits);
    if (whole == 0)
        return 0;
    if (p[at] == '0')
        buf_char(digits, '0');
    at += whole;
    Buf fraction = {0}, exponent = {0};
    size_t length = p[at] == '.' ? copy_digits(p + at + 1, decimal_digits, &fraction) : 0;
    if (length) {
        buf_format(digits, ".%s", buf_str(&fraction)->text);
        at += 1 + length;
    }
    *is_float = length > 0;
    if (p[at] != 'e' && p[at] != 'E')
        return at;
    size_t sign = p[at + 1] == '+' || p[at + 1] == '-';
    length = copy_digits(p + at + 1 + sign, decimal_digits, &exponent);
    if (length == 0)
        return at;
    buf_format(digits, "e%.*s%s", (int)sign, p + at + 1, buf_str(&exponent)->text);
    *is_float = true;
    return at + 1 + sign + length;
}

/* Two digits from `low` to `high`. */
static bool is_between(const char *p, int low, int high)
{
    if (p[0] < '0' || p[0] > '9' || p[1] < '0' || p[1] > '9')
        return false;
    int n = (p[0] - '0') * 10 + p[1] - '0';
    return n >= low && n <= high;
}

static const char *after_fraction(const char *p)
{
    size_t digits = *p == '.' ? strspn(p + 1, decimal_digits) : 0;
    return digits ? p + 1 + digits : p;
}

/* hh:mm:ss with a fraction; NULL when there is none. */
static const char *after_time(const char *p)
{
    if (!is_between(p, 0, 23) || p[2] != ':' || !is_between(p + 3, 0, 59) || p[5] != ':' ||
        !is_between(p + 6, 0, 59))
        return NULL;
    return after_fraction(p + 8);
}

static const char *after_zone(const char *p)
{
    if (*p == 'Z' || *p == 'z')
        return p + 1;
    bool is_zone = (*p == '+' || *p == '-') && is_between(p + 1, 0, 23) && p[3] == ':' &&
                   is_between(p + 4, 0, 59);
    return is_zone ? p + 6 : p;
}

/* The length of a date, time or date-time at p, or 0. */
static size_t date_length(const char *p)
{
    const char *after = after_time(p);
    if (after)
        return (size_t)(after - p);
    if (strspn(p, decimal_digits) != 4 || p[4] != '-' || !is_between(p + 5, 1, 12) || p[7] != '-' ||
        !is_between(p + 8, 1, 31))
        return 0;
    after = p[10] == 'T' || p[10] == 't' || p[10] == ' ' ? after_time(p + 11) : NULL;
    return (size_t)((after ? after_zone(after) : p + 10) - p);
}

/* Days that the calendar does not have. */
static bool day_exists(const char *p)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = atoi(p), month = atoi(p + 5), day = atoi(p + 8);
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return year > 0 && day <= (month == 2 && !leap ? 28 : days[month - 1]);
}

static const struct {
    const char *word;
    TomlType type;
    bool boolean;
    double number;
} constants[] = {
    {"true", TOML_BOOL, true, 0},           {"false", TOML_BOOL, false, 0},
    {"inf", TOML_FLOAT, false, INFINITY},   {"+inf", TOML_FLOAT, false, INFINITY},
    {"-inf", TOML_FLOAT, false, -INFINITY}, {"nan", TOML_FLOAT, false, NAN},
    {"+nan", TOML_FLOAT, false, NAN},       {"-nan", TOML_FLOAT, false, NAN},
};

static size_t constant_value(TomlValue *value, const char *p)
{
    for (size_t i = 0; i < COUNT_OF(constants); i++) {
        size_t length = strlen(constants[i].word);
        if (strncmp(p, constants[i].word, length) != 0)
            continue;
        value->type = constants[i].type;
        value->text = str_from(constants[i].word);
        if (value->type == TOML_BOOL)
            value->boolean = constants[i].boolean;
        else
            value->number = constants[i].number;
        return length;
    }
    return 0;
}

static size_t number_value(TomlValue *value, const char *p)
{
    Buf digits = {0};
    bool is_float = false;
    size_t length = based_integer(p, &value->integer);
    value->type = TOML_INTEGER;
    if (length)
        return length;
    length = decimal_number(p, &digits, &is_float);
    Str *text = buf_str(&digits);
    value->text = text;
    if (is_float) {
        value->type = TOML_FLOAT;
        value->number = strtod(text->text, NULL);
    } else {
        value->integer = strtoll(text->text, NULL, 10);
    }
    return length;
}

/* Anything that is not quoted or bracketed. */
static TomlValue *read_bare_value(Reader *r)
{
    TomlValue *value = value_new(r, TOML_DATE, r->p);
    size_t length = date_length(r->p);
    if (length) {
        if (r->p[4] == '-' && !day_exists(r->p))
            raise_here(r, "Invalid date or datetime");
        value->text = str_new(r->p, length);
    } else {
        length = constant_value(value, r->p);
        if (!length)
            length = number_value(value, r->p);
    }
    if (!length)
        raise_here(r, "Invalid value");
    r->p += length;
    return value;
}

/* --- keys ---------------------------------------------------------------------------------- */

static Str *read_key_part(Reader *r)
{
    static const char bare[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    if (r->p < r->end && (*r->p == '"' || *r->p == '\''))
        return read_line_string(r, *r->p);
    size_t length = strspn(r->p, bare);
    if (length == 0)
        raise_here(r, "Invalid initial character for a key part");
    r->p += length;
    return str_new(r->p - length, length);
}

static StrVec read_key(Reader *r)
{
    StrVec key = {0};
    for (;;) {
        vec_push(&key, read_key_part(r));
        skip_blanks(r);
        if (r->p >= r->end || *r->p != '.')
            return key;
        r->p++;
        skip_blanks(r);
    }
}

/* "('tool', 'alembic')", as tomllib names a table. */
static const char *key_repr(StrVec key)
{
    Buf out = {0};
    buf_char(&out, '(');
    for (size_t i = 0; i < key.length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", text_repr(key.at[i])->text);
    buf_text(&out, key.length == 1 ? ",)" : ")");
    return buf_str(&out)->text;
}

/* --- tables -------------------------------------------------------------------------------- */

static TomlValue *table_new(Reader *r, const char *at, uint8_t seal)
{
    TomlValue *table = value_new(r, TOML_TABLE, at);
    table->seal = seal;
    return table;
}

static TomlValue *read_value(Reader *r);

/* key = value into `table`; `dotted` is what tables on the way become. */
static void read_pair(Reader *r, TomlValue *table)
{
    const char *start = r->p;
    StrVec key = read_key(r);
    if (r->p >= r->end || *r->p != '=')
        raise_here(r, "Expected '=' after a key in a key/value pair");
    r->p++;
    skip_blanks(r);
    for (size_t i = 0; i + 1 < key.length; i++) {
        TomlValue *next = map_find(&table->table, key.at[i]);
        if (!next) {
            next = table_new(r, start, SEAL_DOTTED);
            map_put(&table->table, key.at[i], next);
        }
        if (next->type != TOML_TABLE)
            raise_at(r, start, "Cannot overwrite a value");
        if (next->seal != SEAL_DOTTED)
            raise_at(r, start, str_format("Cannot redefine namespace %s", key_repr(key))->text);
        table = next;
    }
    TomlValue *value = read_value(r);
    if (map_has(&table->table, key.at[key.length - 1]))
        raise_at(r, start, "Cannot overwrite a value");
    map_put(&table->table, key.at[key.length - 1], value);
}

static TomlValue *read_inline_table(Reader *r)
{
    TomlValue *table = table_new(r, r->p, SEAL_CLOSED);
    r->p++;
    skip_blanks(r);
    if (r->p < r->end && *r->p == '}') {
        r->p++;
        return table;
    }
    for (;;) {
        read_pair(r, table);
        skip_blanks(r);
        char c = r->p < r->end ? *r->p : '\0';
        if (c != '}' && c != ',')
            raise_here(r, "Unclosed inline table");
        r->p++;
        if (c == '}')
            return table;
        skip_blanks(r);
    }
}

/* Dotted keys inside an inline table close with it. */
static void close_tables(TomlValue *table)
{
    table->seal = SEAL_CLOSED;
    for (size_t i = 0; i < table->table.length; i++) {
        TomlValue *value = table->table.at[i].value;
        if (value->type == TOML_TABLE)
            close_tables(value);
    }
}

static TomlValue *read_array(Reader *r)
{
    TomlValue *array = value_new(r, TOML_ARRAY, r->p);
    array->seal = SEAL_CLOSED;
    r->p++;
    for (;;) {
        skip_space(r);
        if (r->p < r->end && *r->p == ']')
            break;
        vec_push(&array->array, read_value(r));
        skip_space(r);
        if (r->p < r->end && *r->p == ']')
            break;
        if (r->p >= r->end || *r->p != ',')
            raise_here(r, "Unclosed array");
        r->p++;
    }
    r->p++;
    return array;
}

static TomlValue *read_value(Reader *r)
{
    if (++r->depth > DEEPEST_TOML)
        raise_here(r, "Too deeply nested");
    TomlValue *value;
    char c = r->p < r->end ? *r->p : '\0';
    if (c == '"' || c == '\'') {
        value = value_new(r, TOML_STRING, r->p);
        value->text = read_string(r);
    } else if (c == '[') {
        value = read_array(r);
    } else if (c == '{') {
        value = read_inline_table(r);
        close_tables(value);
    } else {
        value = read_bare_value(r);
    }
    r->depth--;
    return value;
}

/* --- headers ------------------------------------------------------------------------------- */

/* The table `key` leads to from the root, all but its last part; tables on the way are made. */
static TomlValue *walk_header(Reader *r, TomlValue *root, StrVec key, const char *start)
{
    TomlValue *table = root;
    for (size_t i = 0; i + 1 < key.length; i++) {
        TomlValue *next = map_find(&table->table, key.at[i]);
        if (!next) {
            next = table_new(r, start, SEAL_IMPLICIT);
            map_put(&table->table, key.at[i], next);
        }
        if (next->type == TOML_ARRAY && next->seal == SEAL_LIST)
            next = next->array.at[next->array.length - 1];
        if (next->type != TOML_TABLE)
            raise_at(r, start, "Cannot overwrite a value");
        if (next->seal == SEAL_CLOSED)
            raise_at(r, start,
                     str_format("Cannot mutate immutable namespace %s", key_repr(key))->text);
        table = next;
    }
    return table;
}

static TomlValue *open_table(Reader *r, TomlValue *root, StrVec key, const char *start)
{
    TomlValue *parent = walk_header(r, root, key, start);
    Str *name = key.at[key.length - 1];
    TomlValue *table = map_find(&parent->table, name);
    if (!table) {
        table = table_new(r, start, SEAL_HEADER);
        map_put(&parent->table, name, table);
        return table;
    }
    if (table->type != TOML_TABLE && table->seal != SEAL_LIST)
        raise_at(r, start, "Cannot overwrite a value");
    if (table->type != TOML_TABLE || table->seal != SEAL_IMPLICIT)
        raise_at(r, start, str_format("Cannot declare %s twice", key_repr(key))->text);
    table->seal = SEAL_HEADER;
    table->pos = pos_at(r, start);
    return table;
}

static TomlValue *open_list_table(Reader *r, TomlValue *root, StrVec key, const char *start)
{
    TomlValue *parent = walk_header(r, root, key, start);
    Str *name = key.at[key.length - 1];
    TomlValue *list = map_find(&parent->table, name);
    if (!list) {
        list = value_new(r, TOML_ARRAY, start);
        list->seal = SEAL_LIST;
        map_put(&parent->table, name, list);
    }
    if (list->type != TOML_ARRAY)
        raise_at(r, start, "Cannot overwrite a value");
    if (list->seal != SEAL_LIST)
        raise_at(r, start, str_format("Cannot mutate immutable namespace %s", key_repr(key))->text);
    TomlValue *table = table_new(r, start, SEAL_HEADER);
    vec_push(&list->array, table);
    return table;
}

static TomlValue *read_header(Reader *r, TomlValue *root)
{
    const char *start = r->p;
    bool is_list = starts(r, "[[");
    r->p += is_list ? 2 : 1;
    skip_blanks(r);
    StrVec key = read_key(r);
    if (!starts(r, is_list ? "]]" : "]"))
        raise_here(r, is_list ? "Expected ']]' at the end of an array declaration"
                              : "Expected ']' at the end of a table declaration");
    r->p += is_list ? 2 : 1;
    return is_list ? open_list_table(r, root, key, start) : open_table(r, root, key, start);
}

static bool is_key_start(char c)
{
    return c == '"' || c == '\'' || c == '-' || c == '_' || (c >= '0' && c <= '9') ||
           ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

TomlValue *toml_parse(Str *path, const Str *text)
{
    Reader r = {.file = path, .text = text, .p = text->text, .end = text->text + text->length};
    TomlValue *root = table_new(&r, r.p, SEAL_HEADER), *table = root;
    for (;;) {
        skip_space(&r);
        if (r.p >= r.end)
            return root;
        if (*r.p == '[')
            table = read_header(&r, root);
        else if (is_key_start(*r.p))
            read_pair(&r, table);
        else
            raise_here(&r, "Invalid statement");
        skip_blanks(&r);
        skip_comment(&r);
        if (r.p < r.end && !at_newline(&r))
            raise_here(&r, "Expected newline or end of document after a statement");
    }
}

TomlValue *toml_read(Str *path)
{
    return toml_parse(path, file_read(path));
}

TomlValue *toml_find(const TomlValue *table, const char *path)
{
    const TomlValue *value = table;
    while (value && *path) {
        if (value->type != TOML_TABLE)
            return NULL;
        size_t length = strcspn(path, ".");
        value = map_find(&value->table, str_new(path, length));
        path += length + (path[length] == '.');
    }
    return (TomlValue *)value;
}
