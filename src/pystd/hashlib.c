/* hashlib.c -- md5, sha1 and sha2, hash objects and the module. */
#include "pystd/hashlib.h"

#include <math.h>

static uint32_t rotate_left(uint32_t x, int n)
{
    return x << n | x >> (32 - n);
}

static uint32_t rotate_right(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

static uint64_t rotate_right_64(uint64_t x, int n)
{
    return x >> n | x << (64 - n);
}

static uint32_t read_big(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint64_t read_big_64(const unsigned char *p)
{
    return (uint64_t)read_big(p) << 32 | read_big(p + 4);
}

static void write_big(unsigned char *p, uint64_t x, int bytes)
{
    for (int i = 0; i < bytes; i++)
        p[i] = (unsigned char)(x >> (8 * (bytes - 1 - i)));
}

/* --- one block at a time ---------------------------------------------------------------------- */

static void md5_block(void *state, const unsigned char *p)
{
    static const unsigned char turns[4][4] = {
        {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t *h = state, a = h[0], b = h[1], c = h[2], d = h[3];
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t f, g, word, k = (uint32_t)floor(fabs(sin((double)i + 1)) * 4294967296.0);
        switch (i / 16) {
        case 0:
            f = (b & c) | (~b & d), g = i;
            break;
        case 1:
            f = (d & b) | (~d & c), g = (5 * i + 1) % 16;
            break;
        case 2:
            f = b ^ c ^ d, g = (3 * i + 5) % 16;
            break;
        default:
            f = c ^ (b | ~d), g = 7 * i % 16;
        }
        memcpy(&word, p + 4 * g, 4);
        uint32_t next = b + rotate_left(a + f + k + word, turns[i / 16][i % 4]);
        a = d, d = c, c = b, b = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d;
}

static void sha1_block(void *state, const unsigned char *p)
{
    static const uint32_t constants[] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
    uint32_t w[80], *h = state, a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 80; i++)
        w[i] = i < 16 ? read_big(p + 4 * i)
                      : rotate_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        uint32_t f = i < 20              ? (b & c) | (~b & d)
                     : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d)
                                         : b ^ c ^ d;
        uint32_t next = rotate_left(a, 5) + f + e + constants[i / 20] + w[i];
        e = d, d = c, c = rotate_left(b, 30), b = a, a = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
}

static const uint64_t sha512_constants[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817};

/* The constants of SHA-256 are the upper halves of the first 64 of SHA-512. */
static void sha256_block(void *state, const unsigned char *p)
{
    uint32_t w[64], *h = state, v[8];
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 64; i++) {
        if (i < 16) {
            w[i] = read_big(p + 4 * i);
            continue;
        }
        uint32_t x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (rotate_right(x, 7) ^ rotate_right(x, 18) ^ x >> 3) + w[i - 7] +
               (rotate_right(y, 17) ^ rotate_right(y, 19) ^ y >> 10);
    }
    for (int i = 0; i < 64; i++) {
        uint32_t e = v[4], a = v[0];
        uint32_t one = v[7] + (rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25)) +
                       ((e & v[5]) ^ (~e & v[6])) + (uint32_t)(sha512_constants[i] >> 32) + w[i];
        uint32_t two = (rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22)) +
                       ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += one;
        v[0] = one + two;
    }
    for (int i = 0; i < 8; i++)
        h[i] += v[i];
}

static void sha512_block(void *state, const unsigned char *p)
{
    uint64_t w[80], *h = state, v[8];
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 80; i++) {
        if (i < 16) {
            w[i] = read_big_64(p + 8 * i);
            continue;
        }
        uint64_t x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (rotate_right_64(x, 1) ^ rotate_right_64(x, 8) ^ x >> 7) + w[i - 7] +
               (rotate_right_64(y, 19) ^ rotate_right_64(y, 61) ^ y >> 6);
    }
    for (int i = 0; i < 80; i++) {
        uint64_t e = v[4], a = v[0];
        uint64_t one = v[7] +
                       (rotate_right_64(e, 14) ^ rotate_right_64(e, 18) ^ rotate_right_64(e, 41)) +
                       ((e & v[5]) ^ (~e & v[6])) + sha512_constants[i] + w[i];
        uint64_t two = (rotate_right_64(a, 28) ^ rotate_right_64(a, 34) ^ rotate_right_64(a, 39)) +
                       ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += one;
        v[0] = one + two;
    }
    for (int i = 0; i < 8; i++)
        h[i] += v[i];
}

/* --- the algorithms --------------------------------------------------------------------------- */

static const Algorithm algorithms[] = {
    {"md5", 16, 64, 4, true, md5_block, NULL, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}},
    {"sha1",
     20,
     64,
     4,
     false,
     sha1_block,
     NULL,
     {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}},
    {"sha224",
     28,
     64,
     4,
     false,
     sha256_block,
     NULL,
     {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7,
      0xbefa4fa4}},
    {"sha256",
     32,
     64,
     4,
     false,
     sha256_block,
     NULL,
     {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
      0x5be0cd19}},
    {"sha384",
     48,
     128,
     8,
     false,
     sha512_block,
     NULL,
     {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
      0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4}},
    {"sha512",
     64,
     128,
     8,
     false,
     sha512_block,
     NULL,
     {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
      0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}},
    {"sha3_224", 28, 144, .digest = keccak_digest},
    {"sha3_256", 32, 136, .digest = keccak_digest},
    {"sha3_384", 48, 104, .digest = keccak_digest},
    {"sha3_512", 64, 72, .digest = keccak_digest},
    {"shake_128", 0, 168, .digest = keccak_digest},
    {"shake_256", 0, 136, .digest = keccak_digest},
    {"blake2s", 32, 64, .digest = blake2s_digest},
    {"blake2b", 64, 128, .digest = blake2b_digest},
};

const Algorithm *algorithm_find(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(algorithms); i++)
        if (strcasecmp(algorithms[i].name, name) == 0)
            return &algorithms[i];
    return NULL;
}

/* The state as 32- or 64-bit words, the message padded with a one bit and its length. */
static void merkle_digest(const Algorithm *algorithm, const char *data, size_t length,
                          unsigned char out[64])
{
    uint64_t wide[8];
    uint32_t narrow[8];
    memcpy(wide, algorithm->start, sizeof wide);
    for (int i = 0; i < 8; i++)
        narrow[i] = (uint32_t)algorithm->start[i];
    void *state = algorithm->word == 8 ? (void *)wide : (void *)narrow;
    size_t block = algorithm->block_size, whole = length / block * block, rest = length - whole;
    for (size_t at = 0; at < whole; at += block)
        algorithm->block(state, (const unsigned char *)data + at);
    unsigned char tail[256] = {0};
    if (rest)
        memcpy(tail, data + whole, rest);
    tail[rest] = 0x80;
    size_t end = rest + 1 + 2 * algorithm->word > block ? 2 * block : block;
    uint64_t bits = (uint64_t)length * 8;
    if (algorithm->little)
        memcpy(tail + end - 8, &bits, 8);
    else
        write_big(tail + end - 8, bits, 8);
    for (size_t at = 0; at < end; at += block)
        algorithm->block(state, tail + at);
    for (size_t i = 0; i < algorithm->digest_size / algorithm->word; i++) {
        if (algorithm->little)
            memcpy(out + 4 * i, &narrow[i], 4);
        else
            write_big(out + algorithm->word * i, algorithm->word == 8 ? wide[i] : narrow[i],
                      (int)algorithm->word);
    }
}

size_t hash_digest(const char *name, const char *data, size_t length, unsigned char out[64])
{
    const Algorithm *algorithm = algorithm_find(name);
    merkle_digest(algorithm, data, length, out);
    return algorithm->digest_size;
}

/* --- hash objects ----------------------------------------------------------------------------- */

#define DATA_PARAMS(P) P(ONLY, any, data, Required)
void hash_feed(Hash *hash, Value v)
{
    const char *data;
    size_t length;
    if (value_find_str(v))
        raise_type("Strings must be encoded before hashing");
    if (!value_find_bytes(v, &data, &length))
        raise_type("object supporting the buffer API required");
    buf_bytes(&hash->data, data, length);
}

NATIVE(Hash, update, DATA_PARAMS)
{
    hash_feed(self, a->data);
    return NONE;
}

static Bytes *hash_finish(const Hash *hash, Value asked)
{
    size_t size = hash->size;
    bool open = hash->algorithm->digest_size == 0;
    if (open != is_set(asked))
        raise_type(open ? "digest() missing required argument 'length' (pos 1)"
                        : "HASH.digest() takes no arguments (1 given)");
    if (open) {
        int64_t length = value_plain(asked).integer;
        if (value_plain(asked).tag != TAG_INT)
            raise_type("'%s' object cannot be interpreted as an integer", class_text(asked));
        if (length < 0 || length >= 1 << 29)
            raise_value("value must be positive");
        size = (size_t)length;
    }
    unsigned char *out = (unsigned char *)new_bytes(size + 64);
    const char *data = hash->data.data ? hash->data.data : "";
    if (hash->algorithm->block)
        merkle_digest(hash->algorithm, data, hash->data.length, out);
    else
        hash->algorithm->digest(hash, size, out);
    return bytes_new((const char *)out, size);
}

#define LENGTH_PARAMS(P) P(POS, any, length, Unset)
NATIVE(Hash, digest, LENGTH_PARAMS)
{
    return OBJ(hash_finish(self, a->length));
}

NATIVE(Hash, hexdigest, LENGTH_PARAMS)
{
    Value digest = OBJ(hash_finish(self, a->length));
    return call_method(digest, "hex", 0, NULL);
}

NATIVE0(Hash, copy)
{
    Hash *copy = (Hash *)object_allocate(self->obj.class);
    copy->algorithm = self->algorithm;
    copy->size = self->size;
    copy->parameters = self->parameters;
    if (self->data.length)
        buf_bytes(&copy->data, self->data.data, self->data.length);
    return OBJ(copy);
}

static Value hash_getattr(Value self, Str *name)
{
    Hash *hash = (Hash *)self.obj;
    if (str_is(name, "name"))
        return STR(str_from(hash->algorithm->name));
    if (str_is(name, "digest_size"))
        return INT((int64_t)hash->size);
    return str_is(name, "block_size") ? INT((int64_t)hash->algorithm->block_size) : UNSET;
}

static const Method hash_methods[] = {
    METHOD(Hash, update), METHOD(Hash, digest), METHOD(Hash, hexdigest), METHOD(Hash, copy), {0}};
static Str *hash_repr(Value self)
{
    Hash *hash = (Hash *)self.obj;
    return str_format("<%s %s object @ %p>", hash->algorithm->name, class_text(self),
                      (void *)self.obj);
}

const Class Hash_class = {CLASS_NAMED(Hash, "HASH", "_hashlib", object), .methods = hash_methods,
                          .getattr = hash_getattr, .repr = hash_repr,
                          .flags = CLASS_FINAL | CLASS_ABSTRACT};
Hash *hash_new(const Class *class, const Algorithm *algorithm, Value data, size_t size)
{
    Hash *hash = (Hash *)object_allocate(class);
    hash->algorithm = algorithm;
    hash->size = size ? size : algorithm->digest_size;
    if (is_set(data))
        hash_feed(hash, data);
    return hash;
}

static Value hash_named(const char *name, Value data)
{
    const Algorithm *algorithm = algorithm_find(name);
    if (!algorithm)
        return UNSET;
    if (strncmp(name, "blake2", 6) == 0)
        return call(library_get("hashlib", name), is_set(data) ? 1 : 0, &data);
    return OBJ(hash_new(&Hash_class, algorithm, data, 0));
}

#define HASH_PARAMS(P) P(POS, any, string, Unset) P(KEY, bool, usedforsecurity, True)
#define HASH_FUNCTION(name)                                                                        \
    FUNCTION(hashlib, name, HASH_PARAMS)                                                           \
    {                                                                                              \
        return hash_named(#name, a->string);                                                       \
    }
HASH_FUNCTION(md5)
HASH_FUNCTION(sha1)
HASH_FUNCTION(sha224)
HASH_FUNCTION(sha256)
HASH_FUNCTION(sha384)
HASH_FUNCTION(sha512)

HASH_FUNCTION(sha3_224)
HASH_FUNCTION(sha3_256)
HASH_FUNCTION(sha3_384)
HASH_FUNCTION(sha3_512)
HASH_FUNCTION(shake_128)
HASH_FUNCTION(shake_256)

#define NEW_PARAMS(P)                                                                              \
    P(POS, str, name, Required) P(POS, any, data, Unset) P(KEY, bool, usedforsecurity, True)
FUNCTION(hashlib, new_, NEW_PARAMS)
{
    Str *name = str_replace(a->name, "-", strncasecmp(a->name->text, "sha3-", 5) == 0 ? "_" : "");
    Value made = hash_named(str_lower_ascii(name)->text, a->data);
    if (!is_set(made))
        raise_value("unsupported hash type %s", a->name->text);
    return made;
}

static Value make_names(void)
{
    Set *names_ = set_new();
    for (size_t i = 0; i < COUNT_OF(algorithms); i++)
        set_add(names_, STR(str_from(algorithms[i].name)));
    return OBJ(names_);
}

static const Export hashlib_exports[] = {EXPORT_FUNCTION(hashlib, md5),
                                         EXPORT_FUNCTION(hashlib, sha1),
                                         EXPORT_FUNCTION(hashlib, sha224),
                                         EXPORT_FUNCTION(hashlib, sha256),
                                         EXPORT_FUNCTION(hashlib, sha384),
                                         EXPORT_FUNCTION(hashlib, sha512),
                                         EXPORT_FUNCTION(hashlib, sha3_224),
                                         EXPORT_FUNCTION(hashlib, sha3_256),
                                         EXPORT_FUNCTION(hashlib, sha3_384),
                                         EXPORT_FUNCTION(hashlib, sha3_512),
                                         EXPORT_FUNCTION(hashlib, shake_128),
                                         EXPORT_FUNCTION(hashlib, shake_256),
                                         EXPORT_MAKE("blake2b", blake2b_make),
                                         EXPORT_MAKE("blake2s", blake2s_make),
                                         EXPORT_FUNCTION_AS("new", hashlib, new_),
                                         EXPORT_MAKE("algorithms_guaranteed", make_names),
                                         EXPORT_MAKE("algorithms_available", make_names),
                                         {0}};

static Value hashlib_getattr(Str *name)
{
    return library_find("_hashlib_more", name);
}

const ModuleDef hashlib_module = {"hashlib", (const Export *const[]){hashlib_exports, NULL}, false,
                                  hashlib_getattr};
