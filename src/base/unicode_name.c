/* unicode_name.c -- names of characters. A name is a list of words; words and names are packed by
 * what they share with the one before (tools/unicode_data.py), with a fresh start every few of
 * them. */
#include "base/unicode_data.h"

#include <stdio.h>
#include <stdlib.h>

/* first ... last are the names number `ordinal` and on. */
typedef struct NamedRange {
    uint32_t first, last, ordinal;
} NamedRange;

/* Their names are the prefix and the code. */
typedef struct NumberedRun {
    uint32_t first, last;
    const char *prefix;
} NumberedRun;

#include "base/unicode_name.inc"

enum { WORDS_MAX = 32, WORD_MAX = 64 };

typedef struct Words {
    unsigned count;
    uint16_t at[WORDS_MAX];
} Words;

/* --- unpacking -------------------------------------------------------------------------------- */

/* Puts the word at *p over what `word` holds of the one before. */
static void next_word(const unsigned char **p, char *word)
{
    unsigned same = **p >> 5, more = **p & 31;
    memcpy(word + same, *p + 1, more);
    word[same + more] = '\0';
    *p += 1 + more;
}

static void word_text(unsigned id, char *word)
{
    const unsigned char *p = word_letters + word_starts[id / WORD_STEP];
    for (unsigned i = 0; i <= id % WORD_STEP; i++)
        next_word(&p, word);
}

static void next_name(const unsigned char **p, Words *words)
{
    unsigned same = **p >> 4, more = *(*p)++ & 15;
    for (unsigned i = 0; i < more; i++) {
        unsigned id = *(*p)++;
        if (id >= SHORT_WORDS)
            id = SHORT_WORDS + ((id - SHORT_WORDS) << 8 | *(*p)++);
        words->at[same + i] = (uint16_t)id;
    }
    words->count = same + more;
}

static Str *words_text(const Words *words)
{
    Buf out = {0};
    char word[WORD_MAX];
    for (unsigned i = 0; i < words->count; i++) {
        word_text(words->at[i], word);
        if (i && word[0] != '-')
            buf_char(&out, ' ');
        buf_text(&out, word);
    }
    return buf_str(&out);
}

/* --- Hangul syllables ------------------------------------------------------------------------- */

static const char *const leads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                    "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char *const vowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                     "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                     "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const tails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                    "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                    "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
static const char hangul[] = "HANGUL SYLLABLE ";

static Str *hangul_name(uint32_t c)
{
    uint32_t index = c - HANGUL_FIRST;
    return str_format("%s%s%s%s", hangul, leads[index / (HANGUL_VOWELS * HANGUL_TAILS)],
                      vowels[index / HANGUL_TAILS % HANGUL_VOWELS], tails[index % HANGUL_TAILS]);
}

/* The longest of the rows that *p begins with. */
static int take_longest(const char **p, const char *const *rows, size_t count)
{
    int best = -1;
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(rows[i]);
        if (strncmp(*p, rows[i], n) == 0 && (best < 0 || n > length)) {
            best = (int)i;
            length = n;
        }
    }
    *p += length;
    return best;
}

static uint32_t hangul_code(const char *p)
{
    int lead = take_longest(&p, leads, COUNT_OF(leads));
    int vowel = take_longest(&p, vowels, COUNT_OF(vowels));
    int tail = take_longest(&p, tails, COUNT_OF(tails));
    if (lead < 0 || vowel < 0 || tail < 0 || *p)
        return 0;
    return HANGUL_FIRST + ((uint32_t)lead * HANGUL_VOWELS + (uint32_t)vowel) * HANGUL_TAILS +
           (uint32_t)tail;
}

/* --- name of a character ---------------------------------------------------------------------- */

static Str *numbered_name(uint32_t c)
{
    for (size_t i = 0; i < COUNT_OF(numbered_runs); i++)
        if (c >= numbered_runs[i].first && c <= numbered_runs[i].last)
            return str_format("%s%04X", numbered_runs[i].prefix, c);
    return NULL;
}

static const NamedRange *find_range(uint32_t c)
{
    size_t low = 0, high = COUNT_OF(named_ranges);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > named_ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < COUNT_OF(named_ranges) && c >= named_ranges[low].first ? &named_ranges[low] : NULL;
}

Str *unicode_name(uint32_t c)
{
    if (c >= HANGUL_FIRST && c < HANGUL_FIRST + HANGUL_COUNT)
        return hangul_name(c);
    const NamedRange *range = find_range(c);
    if (!range)
        return numbered_name(c);
    unsigned ordinal = range->ordinal + (c - range->first);
    const unsigned char *p = name_words + name_starts[ordinal / NAME_STEP];
    Words words = {0};
    for (unsigned i = 0; i <= ordinal % NAME_STEP; i++)
        next_name(&p, &words);
    return words_text(&words);
}

/* --- character of a name ---------------------------------------------------------------------- */

/* -1: no name has this word. Two lists, each sorted: the short ones, the rest. */
static int word_id(const char *text)
{
    const unsigned char *p = word_letters;
    char word[WORD_MAX] = "";
    for (unsigned id = 0; id < WORD_COUNT; id++) {
        next_word(&p, word);
        if (strcmp(word, text) == 0)
            return (int)id;
    }
    return -1;
}

/* Cuts as the tables are cut: at blanks, and before hyphens. False: a word is unknown. */
static bool words_from(const Str *name, Words *words)
{
    const char *p = name->text;
    for (bool after_blank = true;;) {
        char word[WORD_MAX];
        const char *from = p;
        p += !after_blank; /* the hyphen */
        p += strcspn(p, " -");
        if (words->count == WORDS_MAX || p - from >= WORD_MAX)
            return false;
        snprintf(word, sizeof word, "%.*s", (int)(p - from), from);
        int id = word_id(word);
        if (id < 0)
            return false;
        words->at[words->count++] = (uint16_t)id;
        if (!*p)
            return true;
        after_blank = *p == ' ';
        p += after_blank;
    }
}

static uint32_t code_of_ordinal(unsigned ordinal)
{
    size_t i = COUNT_OF(named_ranges);
    while (named_ranges[--i].ordinal > ordinal)
        ;
    return named_ranges[i].first + (ordinal - named_ranges[i].ordinal);
}

static Str *code_text(uint32_t c)
{
    Buf out = {0};
    buf_code_point(&out, c);
    return buf_str(&out);
}

/* What the name number `ordinal` stands for; those behind the plain ones are aliases and sequences.
 */
static Str *ordinal_text(unsigned ordinal, bool sequences)
{
    if (ordinal < PLAIN_NAMES)
        return code_text(code_of_ordinal(ordinal));
    const char *extra = extra_texts[ordinal - PLAIN_NAMES];
    Str *text = *extra ? str_from(extra) : str_new("", 1); /* NULL's alias */
    return text->characters == 1 || sequences ? text : NULL;
}

static Str *find_words(const Words *wanted, bool sequences)
{
    const unsigned char *p = name_words;
    Words words = {0};
    for (unsigned ordinal = 0; ordinal < NAME_TOTAL; ordinal++) {
        next_name(&p, &words);
        if (words.count == wanted->count &&
            memcmp(words.at, wanted->at, words.count * sizeof words.at[0]) == 0)
            return ordinal_text(ordinal, sequences);
    }
    return NULL;
}

static Str *find_numbered(const Str *name)
{
    for (size_t i = 0; i < COUNT_OF(numbered_runs); i++) {
        size_t length = strlen(numbered_runs[i].prefix);
        if (strncmp(name->text, numbered_runs[i].prefix, length) != 0)
            continue;
        uint32_t c = (uint32_t)strtoul(name->text + length, NULL, 16);
        Str *own = c <= 0x10FFFF ? numbered_name(c) : NULL;
        if (own && str_equal(own, name))
            return code_text(c);
    }
    return NULL;
}

Str *unicode_lookup(const Str *name, bool sequences)
{
    if (strncmp(name->text, hangul, sizeof hangul - 1) == 0) {
        uint32_t c = hangul_code(name->text + sizeof hangul - 1);
        return c ? code_text(c) : NULL;
    }
    Str *upper = str_upper_ascii(name);
    Str *numbered = find_numbered(upper);
    Words words = {0};
    if (numbered || strlen(name->text) != name->length)
        return numbered;
    return words_from(upper, &words) ? find_words(&words, sequences) : NULL;
}
