/* hashlib.h -- the hash objects, shared by the files of the algorithms; private to pystd/. */
#ifndef RETORT_PYSTD_HASHLIB_H
#define RETORT_PYSTD_HASHLIB_H

#include "pystd/pystd.h"
#include "pystd/inside.h"

typedef struct Hash Hash;

typedef struct Algorithm {
    const char *name;
    size_t digest_size; /* 0: as long as is asked (shake) */
    size_t block_size;
    size_t word; /* bytes; 4 or 8, how lengths and results are written */
    bool little;
    void (*block)(void *state, const unsigned char *p); /* NULL: `digest` does all */
    void (*digest)(const Hash *hash, size_t size, unsigned char *out);
    uint64_t start[8];
} Algorithm;

/* What BLAKE2 mixes in before the message. */
typedef struct BlakeParameters {
    unsigned char block[64];
    bool last_node;
} BlakeParameters;

/* Keeps what it was fed and digests it when asked. */
struct Hash {
    Obj obj;
    const Algorithm *algorithm;
    size_t size;
    Buf data;
    const BlakeParameters *parameters; /* NULL: the plain ones */
};

extern const Class Hash_class, Blake2b_class, Blake2s_class;

Hash *hash_new(const Class *class, const Algorithm *algorithm, Value data, size_t size);
void hash_feed(Hash *hash, Value data);

void keccak_digest(const Hash *hash, size_t size, unsigned char *out);
void blake2b_digest(const Hash *hash, size_t size, unsigned char *out);
void blake2s_digest(const Hash *hash, size_t size, unsigned char *out);
/* The row of a name, or NULL. */
const Algorithm *algorithm_find(const char *name);
/* hashlib.blake2b, hashlib.blake2s with their constants. */
Value blake2b_make(void);
Value blake2s_make(void);

#endif
