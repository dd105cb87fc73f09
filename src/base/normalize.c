/* normalize.c -- the normal forms NFC, NFD, NFKC, NFKD: decompose, put marks in order, compose. */
#include "base/unicode_data.h"

#include "base/unicode_compose.h"

enum { LEAD = 0x1100, VOWEL = 0x1161, TAIL = 0x11A7, LEADS = 19 };

typedef VEC(uint32_t) CodeVec;

static void add_hangul(CodeVec *out, uint32_t c)
{
    uint32_t index = c - HANGUL_FIRST, tail = index % HANGUL_TAILS;
    vec_push(out, LEAD + index / (HANGUL_VOWELS * HANGUL_TAILS));
    vec_push(out, VOWEL + index / HANGUL_TAILS % HANGUL_VOWELS);
    if (tail)
        vec_push(out, TAIL + tail);
}

static void add_decomposed(CodeVec *out, uint32_t c, bool compatible)
{
    const char *tag;
    if (c >= HANGUL_FIRST && c < HANGUL_FIRST + HANGUL_COUNT) {
        add_hangul(out, c);
        return;
    }
    const Str *parts = c < 0xA0 ? NULL : unicode_decomposition(c, &tag);
    if (!parts || (*tag && !compatible)) {
        vec_push(out, c);
        return;
    }
    for (const char *p = parts->text, *end = p + parts->length; p < end;)
        add_decomposed(out, utf8_next(&p), compatible);
}

/* Marks of other classes change places until each run of them is sorted; those of one class keep
 * theirs. */
static void put_in_order(CodeVec *codes)
{
    for (size_t i = 1; i < codes->length; i++) {
        uint32_t c = codes->at[i];
        unsigned class = unicode_combining(c);
        size_t k = i;
        for (; class && k > 0 && unicode_combining(codes->at[k - 1]) > class; k--)
            codes->at[k] = codes->at[k - 1];
        codes->at[k] = c;
    }
}

static uint32_t compose_pair(uint32_t first, uint32_t second)
{
    if (first - LEAD < LEADS && second - VOWEL < HANGUL_VOWELS)
        return HANGUL_FIRST + ((first - LEAD) * HANGUL_VOWELS + (second - VOWEL)) * HANGUL_TAILS;
    bool takes_tail =
        first - HANGUL_FIRST < HANGUL_COUNT && (first - HANGUL_FIRST) % HANGUL_TAILS == 0;
    if (takes_tail && second > TAIL && second - TAIL < HANGUL_TAILS)
        return first + (second - TAIL);
    return unicode_compose(first, second);
}

/* A mark joins the last starter unless one of its own class or above stands between. */
static void compose(CodeVec *codes)
{
    size_t length = 0, starter = SIZE_MAX;
    unsigned last_class = 0;
    for (size_t i = 0; i < codes->length; i++) {
        uint32_t c = codes->at[i];
        unsigned class = unicode_combining(c);
        bool reaches = starter != SIZE_MAX && (length == starter + 1 || last_class < class);
        uint32_t joined = reaches ? compose_pair(codes->at[starter], c) : 0;
        if (joined) {
            codes->at[starter] = joined;
            continue;
        }
        if (class == 0)
            starter = length;
        last_class = class;
        codes->at[length++] = c;
    }
    codes->length = length;
}

Str *unicode_normalize(Str *s, NormalForm form)
{
    if (str_is_ascii(s))
        return s;
    CodeVec codes = {0};
    for (const char *p = s->text, *end = p + s->length; p < end;)
        add_decomposed(&codes, utf8_next(&p), form >= NORMAL_NFKC);
    put_in_order(&codes);
    if (form == NORMAL_NFC || form == NORMAL_NFKC)
        compose(&codes);
    Buf out = {0};
    for (size_t i = 0; i < codes.length; i++)
        buf_code_point(&out, codes.at[i]);
    return buf_str(&out);
}
