/* replay.c -- feeds a harness with its seeds and with the inputs that once broke it: a unit test program.
 * FUZZ_NAME is the harness's name. */
#include "base/base.h"

#include <stdio.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_folder(const char *kind, int number)
{
    Str *folder = str_format("tests/fuzz/%s/" FUZZ_NAME, kind);
    if (!file_exists(folder))
        return number;
    StrVec names = directory_list(folder);
    for (size_t i = 0; i < names.length; i++) {
        size_t length;
        const char *input = file_read_bytes(path_join(folder, names.at[i]->text), &length);
        LLVMFuzzerTestOneInput((const uint8_t *)input, length);
        printf("ok %d - %s %s\n", ++number, kind, names.at[i]->text);
        fflush(stdout);
    }
    return number;
}

int main(int count, char **arguments)
{
    LLVMFuzzerInitialize(&count, &arguments);
    int number = replay_folder("corpus", 0);
    number = replay_folder("crashes", number);
    printf("ok %d - all inputs of " FUZZ_NAME "\n1..%d\n", number + 1, number + 1);
    return 0;
}
