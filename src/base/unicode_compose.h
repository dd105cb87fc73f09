/* unicode_compose.h -- between unicode_data.c and normalize.c. */
#ifndef RETORT_BASE_UNICODE_COMPOSE_H
#define RETORT_BASE_UNICODE_COMPOSE_H

#include <stdint.h>

/* The character that stands for these two, or 0. */
uint32_t unicode_compose(uint32_t first, uint32_t second);

#endif
