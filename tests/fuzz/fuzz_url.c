/* fuzz_url.c -- database URLs: what was read can be written, and what was written reads back as the same.
 * floor: db */
#include "db/db.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    return 0;
}

static void read_url(void *arg)
{
    Url *url = url_parse(arg);
    url_render(url, true);
    url_backend_name(url);
    url_driver_name(url);
    Url *again = url_parse(url_render(url, false));
    BUG_UNLESS(str_equal(url_text(url), url_text(again)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (utf8_check((const char *)data, size) >= 0)
        return 0;
    protect(read_url, str_new((const char *)data, size));
    return 0;
}
