/* fuzz_formats.c -- the first byte chooses a reader (ini, TOML, JSON) or the word wrapper. floor:
 * base */
#include "base/base.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    return 0;
}

static void read_ini(void *arg)
{
    Ini *ini = ini_parse(NULL, arg, NULL);
    StrVec sections = ini_sections(ini);
    for (size_t i = 0; i < sections.length; i++)
        ini_items(ini, sections.at[i]);
}

static void read_toml(void *arg)
{
    toml_parse(NULL, arg);
}

/* What was read can be written, and what was written reads back the same. */
static void read_json(void *arg)
{
    Buf first = {0}, second = {0};
    JsonWriter w = {.out = &first}, again = {.out = &second};
    json_value(&w, json_parse(NULL, arg));
    json_value(&again, json_parse(NULL, buf_str(&first)));
    BUG_UNLESS(str_equal(buf_str(&first), buf_str(&second)));
}

static void lay_out(void *arg)
{
    text_wrap(arg, 7, "  ", "");
    text_mask_passwords(arg);
    text_repr(arg);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const readers[])(void *) = {read_ini, read_toml, read_json, lay_out};
    if (size == 0 || utf8_check((const char *)data + 1, size - 1) >= 0)
        return 0;
    protect(readers[data[0] % COUNT_OF(readers)], str_new((const char *)data + 1, size - 1));
    return 0;
}
