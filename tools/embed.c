/* embed.c -- prints files as C tables: lib/*.py as `const FrozenModule frozen_modules[]`, name -> source text, and
 * with --files whatever is given as `const FrozenFile frozen_files[]`, path below the folder -> text.
 *
 *     embed lib lib/typing.py lib/collections/__init__.py ... > frozen.c
 *     embed --files templates templates/env.py ... > templates.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* lib/a/b.py -> a.b, lib/a/__init__.py -> a */
static void print_module_name(const char *root, const char *path, int *is_package)
{
    char name[512];
    snprintf(name, sizeof name, "%s", path + strlen(root) + 1);
    char *end = name + strlen(name) - 3;
    *end = '\0';
    static const char init[] = "/__init__";
    size_t length = strlen(name);
    *is_package = length > sizeof init - 1 && strcmp(name + length - (sizeof init - 1), init) == 0;
    if (*is_package)
        name[length - (sizeof init - 1)] = '\0';
    for (char *p = name; *p; p++)
        putchar(*p == '/' ? '.' : *p);
}

static void print_source(FILE *in)
{
    int c, column = 0;
    while ((c = fgetc(in)) != EOF) {
        if (column == 0)
            fputs("\n     ", stdout);
        printf("%d,", c);
        column = (column + 1) % 24;
    }
    fputs("0", stdout);
}

static void print_array(int number, const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        exit(1);
    }
    printf("static const char source_%d[] = {", number);
    print_source(in);
    puts("};");
    fclose(in);
}

static void print_modules(const char *root, int count, char **paths)
{
    puts("const FrozenModule frozen_modules[] = {");
    for (int i = 0; i < count; i++) {
        int is_package;
        fputs("    {\"", stdout);
        print_module_name(root, paths[i], &is_package);
        printf("\", source_%d, sizeof source_%d - 1, %d},\n", i, i, is_package);
    }
    puts("    {0}\n};");
}

static void print_files(const char *root, int count, char **paths)
{
    puts("const FrozenFile frozen_files[] = {");
    for (int i = 0; i < count; i++)
        printf("    {\"%s\", source_%d, sizeof source_%d - 1},\n", paths[i] + strlen(root) + 1, i, i);
    puts("    {0}\n};");
}

int main(int argc, char **argv)
{
    int files = argc > 1 && strcmp(argv[1], "--files") == 0;
    if (argc < 2 + files)
        return 2;
    const char *root = argv[1 + files];
    int count = argc - 2 - files;
    char **paths = argv + 2 + files;
    puts(files ? "#include \"runtime/frozen_files.h\"" : "#include \"py/frozen.h\"");
    for (int i = 0; i < count; i++)
        print_array(i, paths[i]);
    if (files)
        print_files(root, count, paths);
    else
        print_modules(root, count, paths);
    return 0;
}
