/* embed.c -- prints lib/*.py as a C table `const FrozenModule frozen_modules[]`, name -> source text.
 *
 *     embed lib lib/typing.py lib/collections/__init__.py ... > frozen.c
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

int main(int argc, char **argv)
{
    puts("#include \"py/frozen.h\"");
    for (int i = 2; i < argc; i++) {
        FILE *in = fopen(argv[i], "rb");
        if (!in) {
            perror(argv[i]);
            return 1;
        }
        printf("static const char source_%d[] = {", i);
        print_source(in);
        puts("};");
        fclose(in);
    }
    puts("const FrozenModule frozen_modules[] = {");
    for (int i = 2; i < argc; i++) {
        int is_package;
        fputs("    {\"", stdout);
        print_module_name(argv[1], argv[i], &is_package);
        printf("\", source_%d, sizeof source_%d - 1, %d},\n", i, i, is_package);
    }
    puts("    {0}\n};");
    return 0;
}
