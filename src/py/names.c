/* names.c -- fills the table of interned names. */
#include "py/names.h"
#include "py/py.h"

#define NAME_TEXT(name) #name,
static const char *const texts[] = {NAME_LIST(NAME_TEXT)};

Str *interned_names[NAME_COUNT];

void names_init(void)
{
    for (size_t i = 0; i < NAME_COUNT; i++)
        interned_names[i] = intern(texts[i]);
}
