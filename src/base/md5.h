/* md5.h -- MD5 of a byte string: identifiers too long for the server end in a piece of it, and hashlib. */
#ifndef RETORT_BASE_MD5_H
#define RETORT_BASE_MD5_H

#include <stddef.h>
#include <stdint.h>

void md5(const void *data, size_t length, uint8_t digest[16]);

#endif
