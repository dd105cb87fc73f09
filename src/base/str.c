/* str.c -- immutable UTF-8 strings and the intern table. Must not know about script values. */
#include "base/base.h"

#include <ctype.h>

static const struct {
    Str head;
    char nul[1];
} empty_storage = {.head = {0}};
Str *const str_empty = (Str *)(uintptr_t)&empty_storage;

/* How many bytes at the start are ASCII, looked at eight at a time. */
static size_t ascii_prefix(const char *bytes, size_t length)
{
    size_t i = 0;
    for (uint64_t word; i + sizeof word <= length; i += sizeof word) {
        memcpy(&word, bytes + i, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (i < length && (signed char)bytes[i] >= 0)
        i++;
    return i;
}

static uint32_t count_characters(const char *bytes, size_t length)
{
    size_t i = ascii_prefix(bytes, length);
    uint32_t count = (uint32_t)i;
    for (; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

Str *str_blank(size_t length, size_t characters)
{
    if (length >= UINT32_MAX - sizeof(Str))
        raise_too_large();
    Str *s = mem_alloc_bytes(sizeof(Str) + length + 1);
    *s = (Str){.length = (uint32_t)length, .characters = (uint32_t)characters};
    s->text[length] = '\0';
    return s;
}

Str *str_new(const char *bytes, size_t length)
{
    if (length == 0)
        return str_empty;
    Str *s = str_blank(length, count_characters(bytes, length));
    memcpy(s->text, bytes, length);
    return s;
}

Str *str_new_ascii(const char *bytes, size_t length)
{
    if (length == 0)
        return str_empty;
    Str *s = str_blank(length, length);
    memcpy(s->text, bytes, length);
    return s;
}

Str *str_from(const char *text)
{
    return str_new(text, strlen(text));
}

Str *str_format_list(const char *format, va_list args)
{
    char room[256];
    Buf out = BUF_IN(room);
    buf_format_list(&out, format, args);
    return buf_str(&out);
}

Str *str_format(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *s = str_format_list(format, args);
    va_end(args);
    return s;
}

Str *str_concat(const Str *a, const Str *b)
{
    if (a->length + (size_t)b->length == 0)
        return str_empty;
    Str *s = str_blank(a->length + (size_t)b->length, a->characters + (size_t)b->characters);
    memcpy(s->text, a->text, a->length);
    memcpy(s->text + a->length, b->text, b->length);
    return s;
}

Str *str_append(Str *a, const Str *b)
{
    size_t length = a->length + (size_t)b->length;
    if (!a->is_growing || sizeof(Str) + length + 1 > mem_room(a)) {
        BUG_UNLESS(length < UINT32_MAX / 2 - sizeof(Str));
        Str *bigger = mem_alloc_growing(sizeof(Str) + length + length / 2 + 1);
        *bigger = (Str){.length = a->length, .characters = a->characters, .is_growing = true};
        memcpy(bigger->text, a->text, a->length);
        a = bigger;
    }
    memcpy(a->text + a->length, b->text, b->length + (size_t)1);
    a->length = (uint32_t)length;
    a->characters += b->characters;
    return a;
}

static uint64_t load(const char *bytes, size_t length)
{
    uint64_t word = 0;
    memcpy(&word, bytes, length);
    return word;
}

/* The last bytes of a text, fewer than eight. */
static uint64_t load_rest(const char *bytes, size_t length)
{
    if (length >= 4)
        return load(bytes, 4) | load(bytes + length - 4, 4) << 32;
    uint64_t word = 0;
    for (size_t i = 0; i < length; i++)
        word = word << 8 | (unsigned char)bytes[i];
    return word;
}

/* Eight bytes at a time, each mixed by a multiplication and a shift; never 0, because 0 means "not
 * computed". */
static uint32_t hash_bytes(const char *bytes, size_t length)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    if (length == 0)
        return 0; /* as hash('') is */
    uint64_t h = length * factor;
    for (; length >= 8; bytes += 8, length -= 8) {
        h = (h ^ load(bytes, 8)) * factor;
        h ^= h >> 32;
    }
    h = (h ^ load_rest(bytes, length)) * factor;
    h = (h ^ h >> 32) * factor; /* a product's low bits know nothing of the factors' high ones */
    uint32_t mixed = (uint32_t)(h >> 32);
    return mixed ? mixed : 1;
}

uint32_t str_find_hash(const Str *s)
{
    uint32_t h = hash_bytes(s->text, s->length);
    if (s != str_empty)
        ((Str *)(uintptr_t)s)->hash = h; /* a cache: the value never changes */
    return h;
}

bool str_is(const Str *s, const char *text)
{
    return s->text[0] == text[0] && strcmp(s->text, text) == 0 && strlen(text) == s->length;
}

int str_compare(const Str *a, const Str *b)
{
    size_t n = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, n);
    return order ? order : (a->length > b->length) - (a->length < b->length);
}

bool str_starts_with(const Str *s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s->length >= n && memcmp(s->text, prefix, n) == 0;
}

bool str_ends_with(const Str *s, const char *suffix)
{
    size_t n = strlen(suffix);
    return s->length >= n && memcmp(s->text + s->length - n, suffix, n) == 0;
}

size_t str_offset(const Str *s, size_t index)
{
    if (str_is_ascii(s))
        return index;
    const char *p = s->text;
    while (index-- > 0)
        utf8_next(&p);
    return (size_t)(p - s->text);
}

size_t str_index(const Str *s, size_t offset)
{
    return str_is_ascii(s) ? offset : count_characters(s->text, offset);
}

Str *str_slice_bytes(const Str *s, size_t from, size_t to)
{
    if (from == 0 && to == s->length)
        return (Str *)(uintptr_t)s;
    return (str_is_ascii(s) ? str_new_ascii : str_new)(s->text + from, to - from);
}

ptrdiff_t str_find(const Str *s, const Str *needle, size_t from)
{
    if (from > s->length)
        return -1;
    const char *hit = memmem(s->text + from, s->length - from, needle->text, needle->length);
    return hit ? hit - s->text : -1;
}

Str *str_replace(const Str *s, const char *from, const char *to)
{
    size_t n = strlen(from);
    Buf out = {0};
    const char *p = s->text, *end = s->text + s->length, *hit;
    while (n && (hit = memmem(p, (size_t)(end - p), from, n))) {
        buf_bytes(&out, p, (size_t)(hit - p));
        buf_text(&out, to);
        p = hit + n;
    }
    buf_bytes(&out, p, (size_t)(end - p));
    return buf_str(&out);
}

/* With the other case of the letters from `first` to `first` + 25. */
static Str *swap_letters(const Str *s, char first)
{
    if (s->length == 0)
        return str_empty;
    Str *swapped = str_blank(s->length, s->characters);
    for (uint32_t i = 0; i < s->length; i++) {
        unsigned char c = (unsigned char)s->text[i];
        swapped->text[i] = (char)(c ^ ((unsigned)(c - first) < 26 ? 0x20 : 0));
    }
    return swapped;
}

Str *str_lower_ascii(const Str *s)
{
    return swap_letters(s, 'A');
}

Str *str_upper_ascii(const Str *s)
{
    return swap_letters(s, 'a');
}

Str *str_trim(const Str *s)
{
    size_t from = 0, to = s->length;
    while (from < to && isspace((unsigned char)s->text[from]))
        from++;
    while (to > from && isspace((unsigned char)s->text[to - 1]))
        to--;
    return str_slice_bytes(s, from, to);
}

/* --- intern table: open addressing, doubled at half full -------------------------------------- */

static struct {
    Str **slots;
    size_t capacity, used;
} table;

static Str **intern_slot(const char *bytes, size_t length, uint32_t hash)
{
    size_t mask = table.capacity - 1, i = hash & mask;
    for (; table.slots[i]; i = (i + 1) & mask) {
        Str *s = table.slots[i];
        if (s->hash == hash && s->length == length && memcmp(s->text, bytes, length) == 0)
            break;
    }
    return &table.slots[i];
}

static void intern_grow(void)
{
    Str **old = table.slots;
    size_t old_capacity = table.capacity;
    table.capacity = old_capacity ? old_capacity * 2 : 4096;
    table.slots = new_array(Str *, table.capacity);
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i])
            *intern_slot(old[i]->text, old[i]->length, old[i]->hash) = old[i];
}

/* The place of a text in the table, which has room for one more. */
static Str **intern_place(const char *bytes, size_t length, uint32_t hash)
{
    if (table.used * 2 >= table.capacity)
        intern_grow();
    return intern_slot(bytes, length, hash);
}

static Str *intern_enter(Str **slot, Str *s)
{
    s->interned = true;
    *slot = s;
    table.used++;
    return s;
}

Str *str_intern(Str *s)
{
    if (s->interned)
        return s;
    if (s == str_empty) /* lives in read-only memory, so another one is the interned one */
        return intern_bytes("", 0);
    Str **slot = intern_place(s->text, s->length, str_hash(s));
    return *slot ? *slot : intern_enter(slot, s);
}

Str *intern_bytes(const char *bytes, size_t length)
{
    uint32_t hash = hash_bytes(bytes, length);
    Str **slot = intern_place(bytes, length, hash);
    if (*slot)
        return *slot;
    Str *s = str_blank(length, count_characters(bytes, length));
    memcpy(s->text, bytes, length);
    s->hash = hash;
    return intern_enter(slot, s);
}

Str *intern(const char *text)
{
    return intern_bytes(text, strlen(text));
}

/* --- UTF-8 ---------------------------------------------------------------------------------------- */

uint32_t utf8_next(const char **p)
{
    const unsigned char *s = (const unsigned char *)*p;
    uint32_t c = s[0];
    size_t more = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    static const uint32_t lead_mask[] = {0x7F, 0x1F, 0x0F, 0x07};
    c &= lead_mask[more];
    for (size_t i = 1; i <= more; i++)
        c = c << 6 | (s[i] & 0x3Fu);
    *p += more + 1;
    return c;
}

size_t utf8_put(char out[4], uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    for (size_t i = more; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[more] | c);
    return more + 1;
}

/* Length of the valid sequence at s, or 0. Overlong forms, surrogates and > U+10FFFF are invalid. */
static size_t utf8_sequence(const unsigned char *s, size_t left)
{
    if (s[0] < 0x80)
        return 1;
    size_t n = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC2 || s[0] > 0xF4 || n > left)
        return 0;
    for (size_t i = 1; i < n; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    bool bad = (s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] > 0x9F) ||
               (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F);
    return bad ? 0 : n;
}

ptrdiff_t utf8_check(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length;) {
        i += ascii_prefix(bytes + i, length - i);
        if (i == length)
            break;
        size_t n = utf8_sequence((const unsigned char *)bytes + i, length - i);
        if (n == 0)
            return (ptrdiff_t)i;
        i += n;
    }
    return -1;
}
