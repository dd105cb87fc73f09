/* hashlib_keccak.c -- SHA-3 and SHAKE (FIPS 202). */
#include "pystd/hashlib.h"

static uint64_t rotate(uint64_t x, unsigned n)
{
    return n ? x << n | x >> (64 - n) : x;
}

/* One of the 24 round constants: bits of an LFSR at the places 2^j - 1. */
static uint64_t round_constant(unsigned char *lfsr)
{
    uint64_t constant = 0;
    for (int j = 0; j < 7; j++) {
        if (*lfsr & 1)
            constant |= 1ull << ((1u << j) - 1);
        *lfsr = (unsigned char)(*lfsr << 1 ^ (*lfsr & 0x80 ? 0x71 : 0));
    }
    return constant;
}

static void keccak_permute(uint64_t lanes[25])
{
    unsigned char lfsr = 1;
    for (int round = 0; round < 24; round++) {
        uint64_t columns[5], row[5];
        for (int x = 0; x < 5; x++)
            columns[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
        for (int x = 0; x < 5; x++)
            for (int y = 0; y < 25; y += 5)
                lanes[x + y] ^= columns[(x + 4) % 5] ^ rotate(columns[(x + 1) % 5], 1);
        uint64_t carried = lanes[1];
        for (int step = 0, x = 1, y = 0; step < 24; step++) { /* turn each lane and move it */
            int next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
            uint64_t here = lanes[x + 5 * y];
            lanes[x + 5 * y] = rotate(carried, (unsigned)((step + 1) * (step + 2) / 2 % 64));
            carried = here;
        }
        for (int y = 0; y < 25; y += 5) {
            memcpy(row, lanes + y, sizeof row);
            for (int x = 0; x < 5; x++)
                lanes[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
        }
        lanes[0] ^= round_constant(&lfsr);
    }
}

void keccak_digest(const Hash *hash, size_t size, unsigned char *out)
{
    uint64_t lanes[25] = {0};
    unsigned char *state = (unsigned char *)lanes; /* lanes are little-endian, as this machine */
    size_t rate = hash->algorithm->block_size, at = 0;
    for (size_t i = 0; i < hash->data.length; i++) {
        state[at++] ^= (unsigned char)hash->data.data[i];
        if (at == rate) {
            keccak_permute(lanes);
            at = 0;
        }
    }
    state[at] ^= hash->algorithm->digest_size ? 0x06 : 0x1f;
    state[rate - 1] ^= 0x80;
    for (size_t done = 0; done < size;) {
        keccak_permute(lanes);
        size_t part = size - done < rate ? size - done : rate;
        memcpy(out + done, state, part);
        done += part;
    }
}
