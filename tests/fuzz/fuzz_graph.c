/* fuzz_graph.c -- histories and questions about them, in the text of tests/golden/graph; the first line is a
 * file template and a message besides. floor: rev
 * seeds: tests/golden/graph */
int graph_main(int count, char **arguments);
#define main graph_main
#include "../unit/rev/test_graph_goldens.c"
#undef main

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    return 0;
}

static void play_text(void *arg)
{
    play(arg);
}

static void name_file(void *arg)
{
    const CreateDate date = {2024, 2, 29, 23, 59, 59, 1709251199};
    const Str *text = arg;
    Str *line = str_new(text->text, strcspn(text->text, "\n"));
    Str *slug = slug_from_message(line, 40);
    file_name_expand(line, str_from("ae1027a6acf"), slug, &date);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (utf8_check((const char *)data, size) >= 0)
        return 0;
    Str *text = str_new((const char *)data, size);
    protect(play_text, text);
    protect(name_file, text);
    return 0;
}
