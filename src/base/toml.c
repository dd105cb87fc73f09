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
        raise_here(r, "Unescaped '\\' in a string");
    }
}

static Str *read_line_string(Reader *r, char quote)
{
    Buf out = {0};
    for (r->p++;;) {
        if (r->p >= r->end)
            raise_here(r, "Unterminated string");
        char c = *r->p;
        if (c == quote)
            break;
        if (c == '\\' && quote == '"') {
            read_escape(r, &out, false);
            continue;
        }
        if (is_control(c))
            raise_here(r,
                       str_format("Illegal character %s", text_repr(str_new(r->p, 1))->text)->text);
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

/* Digits with single underscores between them, copied without those; 0 when malformed. */
static size_t copy_digits(const char *word, const char *digits, Buf *out)
{
    size_t at = 0;
    for (;;) {
        size_t run = strspn(word + at, digits);
        if (run == 0)
            return 0;
        buf_bytes(out, word + at, run);
        at += run;
        if (word[at] != '_')
            return at;
        at++;
    }
}

static const struct {
    const char *prefix, *digits;
    int base;
} number_bases[] = {{"0x", "0123456789abcdefABCDEF", 16}, {"0o", "01234567", 8}, {"0b", "01", 2}};

/* 0x.., 0o.., 0b.. */
static bool based_integer(const char *word, int64_t *integer)
{
    for (size_t i = 0; i < COUNT_OF(number_bases); i++) {
        if (strncmp(word, number_bases[i].prefix, 2) != 0)
            continue;
        Buf digits = {0};
        size_t length = copy_digits(word + 2, number_bases[i].digits, &digits);
        if (length == 0 || word[2 + length])
            return false;
        errno = 0;
        *integer = strtoll(buf_str(&digits)->text, NULL, number_bases[i].base);
        return errno == 0;
    }
    return false;
}

/* A decimal integer or a float; 'i', 'f', or 0 when it is neither. */
static char decimal_number(const char *word, Buf *digits)
{
    size_t at = 0;
    if (word[at] == '+' || word[at] == '-')
        buf_char(digits, word[at++]);
    size_t whole = copy_digits(word + at, "0123456789", digits);
    if (whole == 0 || (word[at] == '0' && whole > 1))
        return 0;
    at += whole;
    if (!word[at])
        return 'i';
    if (word[at] == '.') {
        buf_char(digits, '.');
        size_t fraction = copy_digits(word + at + 1, "0123456789", digits);
        if (fraction == 0)
            return 0;
        at += 1 + fraction;
    }
    if (word[at] == 'e' || word[at] == 'E') {
        buf_char(digits, 'e');
        at++;
        if (word[at] == '+' || word[at] == '-')
            buf_char(digits, word[at++]);
        size_t exponent = copy_digits(word + at, "0123456789", digits);
        if (exponent == 0)
            return 0;
        at += exponent;
    }
    return word[at] ? 0 : 'f';
}

/* Does `word` match a shape in which 0 stands for a digit? Returns what follows, or NULL. */
static const char *match_shape(const char *word, const char *shape)
{
    for (; *shape; shape++, word++) {
        bool digit = *word >= '0' && *word <= '9';
        bool same =
            *shape == 'T' ? (*word == 'T' || *word == 't' || *word == ' ') : *word == *shape;
        if (*shape == '0' ? !digit : !same)
            return NULL;
    }
    return word;
}

static const char *after_fraction(const char *p)
{
    size_t digits = *p == '.' ? strspn(p + 1, "0123456789") : 0;
    return digits ? p + 1 + digits : p;
}

static const char *after_zone(const char *p)
{
    if (*p == 'Z' || *p == 'z')
        return p + 1;
    const char *zone = *p == '+' || *p == '-' ? match_shape(p + 1, "00:00") : NULL;
    return zone ? zone : p;
}

/* The length of a date, time or date-time at p, or 0. */
static size_t date_length(const char *p)
{
    const char *after;
    if ((after = match_shape(p, "0000-00-00T00:00:00")))
        return (size_t)(after_zone(after_fraction(after)) - p);
    if ((after = match_shape(p, "0000-00-00")))
        return (size_t)(after - p);
    if ((after = match_shape(p, "00:00:00")))
        return (size_t)(after_fraction(after) - p);
    return 0;
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

static bool constant_value(TomlValue *value, const Str *word)
{
    for (size_t i = 0; i < COUNT_OF(constants); i++) {
        if (!str_is(word, constants[i].word))
            continue;
        value->type = constants[i].type;
        if (value->type == TOML_BOOL)
            value->boolean = constants[i].boolean;
        else
            value->number = constants[i].number;
        return true;
    }
    return false;
}

static bool number_value(TomlValue *value, const Str *word)
{
    Buf digits = {0};
    if (based_integer(word->text, &value->integer)) {
        value->type = TOML_INTEGER;
        return true;
    }
    char kind = decimal_number(word->text, &digits);
    errno = 0;
    if (kind == 'i') {
        value->type = TOML_INTEGER;
        value->integer = strtoll(buf_str(&digits)->text, NULL, 10);
        return errno == 0;
    }
    if (kind == 'f') {
        value->type = TOML_FLOAT;
        value->number = strtod(buf_str(&digits)->text, NULL);
    }
    return kind != 0;
}

/* Anything that is not quoted or bracketed. */
static TomlValue *read_bare_value(Reader *r)
{
    static const char word_characters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-._";
    TomlValue *value = value_new(r, TOML_DATE, r->p);
    size_t length = date_length(r->p);
    if (length) {
        value->text = str_new(r->p, length);
        r->p += length;
        return value;
    }
    Str *word = str_new(r->p, strspn(r->p, word_characters));
    if (!constant_value(value, word) && !number_value(value, word))
        raise_here(r, "Invalid value");
    r->p += word->length;
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
