/* help.c -- usage lines and help screens from option tables, laid out as Python's argparse lays
 * them out.
 *
 * Numbers of that layout: two columns are left free at the right edge, help texts start at column
 * 24 or earlier, a name too long for its column has its help on the next line. */
#include "base/base.h"

#define HELP_COLUMN 24

static unsigned screen_width(void)
{
    unsigned columns = term_help_columns();
    return columns > 13 ? columns - 2 : 11;
}

/* What stands for the value: metavar, {choices}, or the dest. */
static Str *metavar(const Option *row)
{
    if (row->metavar)
        return str_from(row->metavar);
    if (row->choices)
        return str_format("{%s}", row->choices);
    return row->kind == OPT_POSITIONAL ? option_dest(row) : str_upper_ascii(option_dest(row));
}

Str *option_invocation(const Option *row)
{
    if (row->kind == OPT_POSITIONAL)
        return metavar(row);
    StrVec names = option_names(row);
    Buf out = {0};
    for (size_t i = 0; i < names.length; i++) {
        buf_format(&out, "%s%s", i ? ", " : "", names.at[i]->text);
        if (option_takes_value(row))
            buf_format(&out, " %s", metavar(row)->text);
    }
    return buf_str(&out);
}

Str *command_choices(const Program *program)
{
    Buf out = {0};
    buf_char(&out, '{');
    for (const Command *c = program->commands; c->name; c++)
        if (c->help)
            buf_format(&out, "%s%s", c == program->commands ? "" : ",", c->name);
    buf_char(&out, '}');
    return buf_str(&out);
}

/* --- usage --------------------------------------------------------------------------------- */

static void option_part(StrVec *parts, const Option *row)
{
    const Str *name = option_names(row).at[0];
    if (row->required) {
        vec_push(parts, (Str *)name);
        vec_push(parts, metavar(row));
    } else if (option_takes_value(row)) {
        vec_push(parts, str_format("[%s %s]", name->text, metavar(row)->text));
    } else {
        vec_push(parts, str_format("[%s]", name->text));
    }
}

static void positional_parts(StrVec *parts, const Option *row)
{
    const char *name = metavar(row)->text;
    switch (row->count) {
    case '?':
        vec_push(parts, str_format("[%s]", name));
        break;
    case '*':
        vec_push(parts, str_format("[%s ...]", name));
        break;
    case '~':
        vec_push(parts, str_from("..."));
        break;
    case '+':
        vec_push(parts, str_from(name));
        vec_push(parts, str_format("[%s ...]", name));
        break;
    default:
        vec_push(parts, str_from(name));
    }
}

typedef struct Usage {
    StrVec options, positionals;
} Usage;

static Usage usage_parts(const Program *program, const Command *command)
{
    Usage usage = {0};
    option_part(&usage.options, &help_option);
    for (const Option *row = command ? command->options : program->options; row && row->kind;
         row++) {
        if (row->hidden)
            continue;
        if (option_is_named(row))
            option_part(&usage.options, row);
        else if (row->kind == OPT_POSITIONAL)
            positional_parts(&usage.positionals, row);
    }
    if (!command) {
        vec_push(&usage.positionals, command_choices(program));
        vec_push(&usage.positionals, str_from("..."));
    }
    return usage;
}

static void new_line(Buf *out, size_t indent)
{
    buf_char(out, '\n');
    buf_fill(out, ' ', indent);
}

/* Appends parts with spaces between, breaking before one that passes the edge. `column` is where
 * the cursor stands; at `indent` it stands on a fresh line. */
static void write_parts(Buf *out, StrVec parts, size_t column, size_t indent, size_t width)
{
    for (size_t i = 0; i < parts.length; i++) {
        size_t length = parts.at[i]->characters;
        if (column != indent && column + 1 + length > width) {
            new_line(out, indent);
            column = indent;
        }
        if (column != indent) {
            buf_char(out, ' ');
            column++;
        }
        buf_add(out, parts.at[i]);
        column += length;
    }
}

static size_t parts_length(StrVec parts)
{
    size_t length = 0;
    for (size_t i = 0; i < parts.length; i++)
        length += parts.at[i]->characters + 1;
    return length;
}

static void write_fresh_lines(Buf *out, StrVec parts, size_t indent, size_t width)
{
    if (parts.length == 0)
        return;
    new_line(out, indent);
    write_parts(out, parts, indent, indent, width);
}

Str *opts_usage(const Program *program, const Command *command)
{
    static const size_t prefix = sizeof "usage: " - 1;
    Str *name =
        str_format("%s%s%s", program->name, command ? " " : "", command ? command->name : "");
    Usage parts = usage_parts(program, command);
    size_t width = screen_width(), start = prefix + name->characters, indent = start + 1;
    Buf out = {0};
    buf_format(&out, "usage: %s", name->text);
    if (start + parts_length(parts.options) + parts_length(parts.positionals) <= width) {
        write_parts(&out, parts.options, start, indent, SIZE_MAX);
        write_parts(&out, parts.positionals, start, indent, SIZE_MAX);
    } else if (4 * start <= 3 * width) {
        write_parts(&out, parts.options, start, indent, width);
        write_fresh_lines(&out, parts.positionals, indent, width);
    } else {
        write_fresh_lines(&out, parts.options, prefix, width);
        write_fresh_lines(&out, parts.positionals, prefix, width);
    }
    buf_char(&out, '\n');
    return buf_str(&out);
}

/* --- screens ------------------------------------------------------------------------------- */

typedef struct Screen {
    Buf out;
    size_t width, help_column;
} Screen;

/* One entry: its name, and its help from the help column on. */
static void write_entry(Screen *screen, size_t indent, const Str *name, const char *help)
{
    buf_fill(&screen->out, ' ', indent);
    buf_add(&screen->out, name);
    size_t column = indent + name->characters;
    size_t width =
        screen->width > screen->help_column + 11 ? screen->width - screen->help_column : 11;
    StrVec lines = text_wrap_lines(str_from(help ? help : ""), (unsigned)width);
    if (lines.length && column + 2 > screen->help_column) {
        buf_char(&screen->out, '\n');
        column = 0;
    }
    for (size_t i = 0; i < lines.length; i++) {
        buf_fill(&screen->out, ' ', screen->help_column - column);
        buf_add(&screen->out, lines.at[i]);
        buf_char(&screen->out, '\n');
        column = 0;
    }
    if (lines.length == 0)
        buf_char(&screen->out, '\n');
}

static void write_title(Screen *screen, const char *title)
{
    buf_format(&screen->out, "\n%s:\n", title);
}

/* Runs of white space become one space, as help texts may be split over source lines. */
static const char *squeeze(const char *text)
{
    Buf out = {0};
    for (const char *p = text; p && *p;) {
        size_t blank = strspn(p, " \t\n\r"), word = strcspn(p + blank, " \t\n\r");
        if (out.length && word)
            buf_char(&out, ' ');
        buf_bytes(&out, p + blank, word);
        p += blank + word;
    }
    return buf_str(&out)->text;
}

static void write_positionals(Screen *screen, const Program *program, const Command *command)
{
    bool titled = false;
    for (const Option *row = command ? command->options : NULL; row && row->kind; row++) {
        if (row->kind != OPT_POSITIONAL || row->hidden)
            continue;
        if (!titled)
            write_title(screen, "positional arguments");
        titled = true;
        write_entry(screen, 2, option_invocation(row), squeeze(row->help));
    }
    if (command)
        return;
    write_title(screen, "positional arguments");
    write_entry(screen, 2, command_choices(program), NULL);
    for (const Command *c = program->commands; c->name; c++)
        if (c->help)
            write_entry(screen, 4, str_from(c->name), squeeze(c->help));
}

static void write_options(Screen *screen, const Option *rows)
{
    write_title(screen, "options");
    write_entry(screen, 2, option_invocation(&help_option), help_option.help);
    for (const Option *row = rows; row && row->kind; row++) {
        if (row->kind == OPT_SECTION)
            write_title(screen, row->help);
        else if (option_is_named(row) && !row->hidden)
            write_entry(screen, 2, option_invocation(row), squeeze(row->help));
    }
}

/* Two columns right of the longest name, but at most HELP_COLUMN. */
static size_t help_column(const Program *program, const Command *command, size_t width)
{
    size_t longest = option_invocation(&help_option)->characters;
    for (const Option *row = command ? command->options : program->options; row && row->kind;
         row++) {
        if (row->hidden || row->kind == OPT_SECTION)
            continue;
        size_t length = option_invocation(row)->characters;
        longest = length > longest ? length : longest;
    }
    if (!command && command_choices(program)->characters > longest)
        longest = command_choices(program)->characters;
    size_t limit = width > 24 ? width - 20 : 4;
    limit = limit < HELP_COLUMN ? limit : HELP_COLUMN;
    return longest + 4 < limit ? longest + 4 : limit;
}

static void write_paragraph(Screen *screen, const char *text)
{
    StrVec lines = text_wrap_lines(str_from(squeeze(text)), (unsigned)screen->width);
    buf_char(&screen->out, '\n');
    for (size_t i = 0; i < lines.length; i++)
        buf_format(&screen->out, "%s\n", lines.at[i]->text);
}

Str *opts_help(const Program *program, const Command *command)
{
    Screen screen = {.width = screen_width()};
    screen.help_column = help_column(program, command, screen.width);
    buf_add(&screen.out, opts_usage(program, command));
    const char *description = command ? command->description : program->description;
    const char *epilog = command ? command->epilog : program->epilog;
    if (description)
        write_paragraph(&screen, description);
    write_positionals(&screen, program, command);
    write_options(&screen, command ? command->options : program->options);
    if (epilog)
        buf_format(&screen.out, "\n%s\n", epilog);
    return buf_str(&screen.out);
}
