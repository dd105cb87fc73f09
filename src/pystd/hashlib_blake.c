/* hashlib_blake.c -- BLAKE2b and BLAKE2s (RFC 7693) with key, salt, person and the parameters of
 * trees. The two differ in the width of a word, the turns and the number of rounds: a row each. */
#include "pystd/hashlib.h"

/* Which words of the block each round mixes in. */
static const unsigned char order[10][16] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                                            {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
                                            {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
                                            {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
                                            {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
                                            {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
                                            {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
                                            {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
                                            {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
                                            {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};
typedef struct Blake {
    const char *name;
    unsigned bits, rounds, turns[4];
    size_t digest, salt, offset; /* bytes: of the longest digest, a salt, a node offset */
    uint64_t start[8];
} Blake;

static const Blake blake2b = {"blake2b",
                              64,
                              12,
                              {32, 24, 16, 63},
                              64,
                              16,
                              8,
                              {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                               0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                               0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}};
static const Blake blake2s = {"blake2s",
                              32,
                              10,
                              {16, 12, 8, 7},
                              32,
                              8,
                              6,
                              {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
                               0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};

static uint64_t cut(const Blake *blake, uint64_t x)
{
    return blake->bits == 64 ? x : x & 0xffffffff;
}

static uint64_t turned(const Blake *blake, uint64_t x, int which)
{
    unsigned n = blake->turns[which];
    return cut(blake, x >> n | x << (blake->bits - n));
}

static void mix(const Blake *blake, uint64_t *a, uint64_t *b, uint64_t *c, uint64_t *d,
                const uint64_t words[2])
{
    for (int half = 0; half < 2; half++) {
        *a = cut(blake, *a + *b + words[half]);
        *d = turned(blake, *d ^ *a, 2 * half);
        *c = cut(blake, *c + *d);
        *b = turned(blake, *b ^ *c, 2 * half + 1);
    }
}

static void read_words(const Blake *blake, uint64_t *words, int count, const unsigned char *p)
{
    size_t width = blake->bits / 8;
    for (int i = 0; i < count; i++) {
        words[i] = 0;
        memcpy(&words[i], p + (size_t)i * width, width); /* little-endian, as this machine */
    }
}

static void blake_block(const Blake *blake, uint64_t h[8], const unsigned char *p, uint64_t count,
                        bool last, bool last_node)
{
    uint64_t v[16], m[16];
    memcpy(v, h, 64);
    memcpy(v + 8, blake->start, 64);
    read_words(blake, m, 16, p);
    v[12] ^= cut(blake, count);
    v[13] ^= blake->bits == 32 ? count >> 32 : 0;
    v[14] = last ? cut(blake, ~v[14]) : v[14];
    v[15] = last_node ? cut(blake, ~v[15]) : v[15];
    for (unsigned round = 0; round < blake->rounds; round++) {
        const unsigned char *s = order[round % 10];
        for (int i = 0; i < 8; i++) {
            int slant = i / 4;
            mix(blake, &v[i % 4], &v[4 + (i + slant) % 4], &v[8 + (i + 2 * slant) % 4],
                &v[12 + (i + 3 * slant) % 4], (uint64_t[]){m[s[2 * i]], m[s[2 * i + 1]]});
        }
    }
    for (int i = 0; i < 8; i++)
        h[i] ^= v[i] ^ v[i + 8];
}

static void blake_digest(const Blake *blake, const Hash *hash, size_t size, unsigned char *out)
{
    uint64_t h[8];
    BlakeParameters plain = {.block = {(unsigned char)size, 0, 1, 1}};
    const BlakeParameters *parameters = hash->parameters ? hash->parameters : &plain;
    read_words(blake, h, 8, parameters->block);
    for (int i = 0; i < 8; i++)
        h[i] ^= blake->start[i];
    size_t block = blake->bits * 2, width = blake->bits / 8, length = hash->data.length, done = 0;
    const unsigned char *data = (const unsigned char *)hash->data.data;
    for (; length - done > block; done += block)
        blake_block(blake, h, data + done, done + block, false, false);
    unsigned char tail[128] = {0};
    if (length > done)
        memcpy(tail, data + done, length - done);
    blake_block(blake, h, tail, length, true, parameters->last_node);
    unsigned char whole[64];
    for (size_t i = 0; i < 8; i++)
        memcpy(whole + i * width, &h[i], width);
    memcpy(out, whole, size);
}

void blake2b_digest(const Hash *hash, size_t size, unsigned char *out)
{
    blake_digest(&blake2b, hash, size, out);
}

void blake2s_digest(const Hash *hash, size_t size, unsigned char *out)
{
    blake_digest(&blake2s, hash, size, out);
}

/* --- hashlib.blake2b(...) --------------------------------------------------------------------- */

static void put_little(unsigned char *p, uint64_t x, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        p[i] = (unsigned char)(x >> (8 * i));
}

static size_t put_bytes(unsigned char *p, Value v, size_t most, const char *what)
{
    const char *data = "";
    size_t length = 0;
    if (!is_absent(v))
        bytes_get(v, &data, &length);
    if (length > most)
        raise_value("maximum %s length is %zu bytes", what, most);
    memcpy(p, data, length);
    return length;
}

static int64_t byte_between(int64_t n, int64_t least, const char *what)
{
    if (n < least || n > 255)
        raise_value("%s must be between %lld and 255", what, (long long)least);
    return n;
}

#define BLAKE_PARAMS(P)                                                                            \
    P(ONLY, any, data, Unset)                                                                      \
    P(KEY, any, digest_size, None)                                                                 \
    P(KEY, any, key, None)                                                                         \
    P(KEY, any, salt, None)                                                                        \
    P(KEY, any, person, None)                                                                      \
    P(KEY, int, fanout, One)                                                                       \
    P(KEY, int, depth, One)                                                                        \
    P(KEY, int, leaf_size, Zero)                                                                   \
    P(KEY, any, node_offset, None)                                                                 \
    P(KEY, int, node_depth, Zero)                                                                  \
    P(KEY, int, inner_size, Zero)                                                                  \
    P(KEY, bool, last_node, False) P(KEY, bool, usedforsecurity, True)
NATIVE_ROWS(Blake, construct, BLAKE_PARAMS)

/* The block of parameters, the key beside it; returns the length of the key. */
static size_t fill_block(const Blake *blake, const Blake_construct_Args *a, unsigned char *block,
                         unsigned char key[64])
{
    size_t key_size = put_bytes(key, a->key, blake->digest, "key"), offset = blake->offset;
    block[1] = (unsigned char)key_size;
    block[2] = (unsigned char)byte_between(a->fanout, 0, "fanout");
    block[3] = (unsigned char)byte_between(a->depth, 1, "depth");
    put_little(block + 4, (uint64_t)a->leaf_size, 4);
    if (!is_none(a->node_offset))
        put_little(block + 8, (uint64_t)value_plain(a->node_offset).integer, offset);
    block[8 + offset] = (unsigned char)byte_between(a->node_depth, 0, "node_depth");
    if (a->inner_size < 0 || a->inner_size > (int64_t)blake->digest)
        raise_value("inner_size must be between 0 and is %zu", blake->digest);
    block[9 + offset] = (unsigned char)a->inner_size;
    size_t at = blake->digest / 2;
    put_bytes(block + at, a->salt, blake->salt, "salt");
    put_bytes(block + at + blake->salt, a->person, blake->salt, "person");
    return key_size;
}

static Value Blake_construct(const Class *class, const Blake_construct_Args *a)
{
    const Blake *blake = class == &Blake2s_class ? &blake2s : &blake2b;
    BlakeParameters *made = (BlakeParameters *)new_bytes(sizeof *made);
    *made = (BlakeParameters){.last_node = a->last_node};
    int64_t size =
        is_none(a->digest_size) ? (int64_t)blake->digest : value_plain(a->digest_size).integer;
    if (size < 1 || size > (int64_t)blake->digest)
        raise_value("digest_size must be between 1 and %zu bytes", blake->digest);
    made->block[0] = (unsigned char)size;
    unsigned char key[128] = {0};
    size_t key_size = fill_block(blake, a, made->block, key);
    Hash *hash = hash_new(class, algorithm_find(blake->name), UNSET, (size_t)size);
    hash->parameters = made;
    if (key_size)
        buf_bytes(&hash->data, (const char *)key, hash->algorithm->block_size);
    if (is_set(a->data))
        hash_feed(hash, a->data);
    return OBJ(hash);
}
NATIVE_THUNK(Blake, construct, (const Class *)self.obj)

const Class Blake2b_class = {CLASS_NAMED(Hash, "blake2b", "_blake2", Hash),
                             .construct = CONSTRUCT(Blake), .flags = CLASS_FINAL};
const Class Blake2s_class = {CLASS_NAMED(Hash, "blake2s", "_blake2", Hash),
                             .construct = CONSTRUCT(Blake), .flags = CLASS_FINAL};

static Value make(const Class *class, const Blake *blake)
{
    class_set(class, intern("MAX_DIGEST_SIZE"), INT((int64_t)blake->digest));
    class_set(class, intern("MAX_KEY_SIZE"), INT((int64_t)blake->digest));
    class_set(class, intern("SALT_SIZE"), INT((int64_t)blake->salt));
    class_set(class, intern("PERSON_SIZE"), INT((int64_t)blake->salt));
    return OBJ(class);
}

Value blake2b_make(void)
{
    return make(&Blake2b_class, &blake2b);
}

Value blake2s_make(void)
{
    return make(&Blake2s_class, &blake2s);
}
