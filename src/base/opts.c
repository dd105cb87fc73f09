/* opts.c -- parsing of the command line by option tables. How the tables are shown is help.c. */
#include "base/base.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

/* --- rows ---------------------------------------------------------------------------------- */

const Option help_option = {"-h, --help", OPT_FLAG, "show this help message and exit"};

StrVec option_names(const Option *option)
{
    StrVec names = {0};
    for (const char *p = option->names; *p;) {
        size_t length = strcspn(p, ", ");
        vec_push(&names, str_new(p, length));
        p += length;
        p += strspn(p, ", ");
    }
    return names;
}

Str *option_dest(const Option *option)
{
    StrVec names = option_names(option);
    BUG_UNLESS(names.length > 0);
    const Str *chosen = names.at[0];
    for (size_t i = 0; i < names.length; i++)
        if (str_starts_with(names.at[i], "--")) {
            chosen = names.at[i];
            break;
        }
    if (option->kind == OPT_POSITIONAL)
        return intern_bytes(chosen->text, chosen->length);
    return str_intern(str_replace(str_from(chosen->text + strspn(chosen->text, "-")), "-", "_"));
}

/* "-r/--rev-range", or a positional's name: how an error calls it. */
static Str *option_label(const Option *option)
{
    if (option->kind == OPT_POSITIONAL)
        return str_from(option->metavar ? option->metavar : option->names);
    return str_replace(str_from(option->names), ", ", "/");
}

bool option_takes_value(const Option *option)
{
    return option->kind == OPT_VALUE || option->kind == OPT_INTEGER || option->kind == OPT_APPEND;
}

bool option_is_named(const Option *option)
{
    return option->kind != OPT_POSITIONAL && option->kind != OPT_SECTION;
}

const Command *command_find(const Program *program, const Str *name)
{
    for (const Command *c = program->commands; c && c->name; c++)
        if (str_is(name, c->name))
            return c;
    return NULL;
}

/* --- one level: the program's options, or those of a command ------------------------------- */

typedef enum ArgKind {
    ARG_VALUE,     /* not an option */
    ARG_OPTION,    /* a known option, or something that looks like one */
    ARG_SEPARATOR, /* "--" */
} ArgKind;

/* What a word that starts with a dash stands for. */
typedef struct Match {
    const Option *option; /* NULL: looks like an option, but no row has it */
    Str *name;            /* the spelling of the row */
    Str *value;           /* what was glued to it, or NULL */
    bool has_equals;
} Match;

typedef struct Level {
    Opts *opts;
    const Option *rows;
    const Command *command; /* NULL on the program's own level */
    StrVec args;
    size_t at;
    bool after_separator;
    VEC(const Option *) positionals;
    size_t next_positional;
    StrVec *extras; /* what nobody wanted */
} Level;

static _Noreturn void raise_with_hint(const Program *program, const Command *command, Str *message,
                                      Str *hint)
{
    Err *err = err_new(ERR_USAGE, "usage", "%s%s%s: error: %s", program->name, command ? " " : "",
                       command ? command->name : "", message->text);
    err->detail = opts_usage(program, command);
    err->hint = hint;
    err_raise(err);
}

static _Noreturn void raise_at(const Program *program, const Command *command, Str *message)
{
    raise_with_hint(program, command, message, NULL);
}

static _Noreturn void raise_level(const Level *level, Str *message)
{
    raise_at(level->opts->program, level->command, message);
}

static _Noreturn void raise_option(const Level *level, const Option *option, const char *what)
{
    raise_level(level, str_format("argument %s: %s", option_label(option)->text, what));
}

void opts_raise(const Opts *opts, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *message = str_format_list(format, args);
    va_end(args);
    raise_at(opts->program, opts->command, message);
}

/* --- matching names ------------------------------------------------------------------------ */

/* "-1", "-.5": a value, since no option looks like a number. */
static bool is_negative_number(const char *text)
{
    const char *digits = text + 1;
    size_t whole = strspn(digits, "0123456789");
    if (digits[whole] == '\0')
        return whole > 0;
    if (digits[whole] != '.')
        return false;
    size_t fraction = strspn(digits + whole + 1, "0123456789");
    return fraction > 0 && digits[whole + 1 + fraction] == '\0';
}

typedef void RowVisitor(void *context, const Option *row, Str *name);

/* Every name of every option, -h first. */
static void each_name(const Level *level, RowVisitor *visit, void *context)
{
    StrVec help_names = option_names(&help_option);
    for (size_t i = 0; i < help_names.length; i++)
        visit(context, &help_option, help_names.at[i]);
    for (const Option *row = level->rows; row && row->kind; row++) {
        if (!option_is_named(row))
            continue;
        StrVec names = option_names(row);
        for (size_t i = 0; i < names.length; i++)
            visit(context, row, names.at[i]);
    }
}

typedef struct Exact {
    const Str *wanted;
    const Option *found;
} Exact;

static void visit_exact(void *context, const Option *row, Str *name)
{
    Exact *exact = context;
    if (str_equal(name, exact->wanted))
        exact->found = row;
}

static const Option *option_called(const Level *level, const Str *name)
{
    Exact exact = {name, NULL};
    each_name(level, visit_exact, &exact);
    return exact.found;
}

typedef struct Prefix {
    const Str *word;  /* without "=value" */
    const Str *value; /* of "=value", or NULL */
    VEC(Match) matches;
} Prefix;

/* Long names by prefix; a short name may have its value glued on ("-ovalue"). */
static void visit_prefix(void *context, const Option *row, Str *name)
{
    Prefix *prefix = context;
    Match match = {row, name, (Str *)prefix->value, prefix->value != NULL};
    bool is_long = str_starts_with(prefix->word, "--");
    if (!is_long && name->length == 2 && strncmp(name->text, prefix->word->text, 2) == 0)
        match.value = str_from(prefix->word->text + 2);
    else if (!str_starts_with(name, prefix->word->text))
        return;
    vec_push(&prefix->matches, match);
}

static _Noreturn void raise_ambiguous(const Level *level, const Str *word, const Prefix *prefix)
{
    Buf names = {0};
    for (size_t i = 0; i < prefix->matches.length; i++)
        buf_format(&names, "%s%s", i ? ", " : "", prefix->matches.at[i].name->text);
    raise_level(level, str_format("ambiguous option: %s could match %s", word->text,
                                  buf_str(&names)->text));
}

/* What `word` is; the match is filled for options. */
static ArgKind classify(const Level *level, Str *word, Match *match)
{
    *match = (Match){0};
    if (level->after_separator || word->length < 2 || word->text[0] != '-')
        return ARG_VALUE;
    if (str_is(word, "--"))
        return ARG_SEPARATOR;
    const Option *exact = option_called(level, word);
    if (exact) {
        *match = (Match){exact, word, NULL, false};
        return ARG_OPTION;
    }
    Prefix prefix = {.word = word};
    const char *equals = strchr(word->text, '=');
    if (equals) {
        Str *name = str_new(word->text, (size_t)(equals - word->text));
        exact = option_called(level, name);
        if (exact) {
            *match = (Match){exact, name, str_from(equals + 1), true};
            return ARG_OPTION;
        }
        if (str_starts_with(word, "--")) {
            prefix.word = name;
            prefix.value = str_from(equals + 1);
        }
    }
    each_name(level, visit_prefix, &prefix);
    if (prefix.matches.length > 1)
        raise_ambiguous(level, word, &prefix);
    if (prefix.matches.length == 1) {
        *match = prefix.matches.at[0];
        return ARG_OPTION;
    }
    if (is_negative_number(word->text) || strchr(word->text, ' '))
        return ARG_VALUE;
    return ARG_OPTION;
}

/* --- values -------------------------------------------------------------------------------- */

static void add_choice(Buf *list, const char *choice, size_t length)
{
    if (list->length)
        buf_text(list, ", ");
    buf_add(list, text_repr(str_new(choice, length)));
}

static void check_choice(const Level *level, const Option *option, const Str *value)
{
    Buf list = {0};
    for (const char *p = option->choices; p && *p;) {
        size_t length = strcspn(p, ",");
        if (length == value->length && memcmp(p, value->text, length) == 0)
            return;
        add_choice(&list, p, length);
        p += length + (p[length] == ',');
    }
    if (option->choices)
        raise_option(level, option,
                     str_format("invalid choice: %s (choose from %s)", text_repr(value)->text,
                                buf_str(&list)->text)
                         ->text);
}

static bool integer_from(const Str *text, int64_t *integer)
{
    char *end;
    errno = 0;
    long long parsed = strtoll(text->text, &end, 10);
    *integer = parsed;
    return text->length > 0 && *end == '\0' && errno == 0;
}

bool option_takes_many(const Option *option)
{
    bool is_list = option->count == '+' || option->count == '*' || option->count == '~';
    return option->kind == OPT_APPEND || (option->kind == OPT_POSITIONAL && is_list);
}

static void store(const Level *level, const Option *option, Str *value)
{
    OptValue *slot = map_find(&level->opts->values, option_dest(option));
    check_choice(level, option, value);
    slot->given = true;
    slot->text = value;
    if (option_takes_many(option))
        vec_push(&slot->list, value);
    if (option->kind == OPT_INTEGER && !integer_from(value, &slot->integer))
        raise_option(level, option,
                     str_format("invalid int value: %s", text_repr(value)->text)->text);
}

/* A flag was seen; true when it ends the parsing. */
static bool apply_flag(const Level *level, const Option *option)
{
    Opts *opts = level->opts;
    if (option == &help_option)
        opts->output = opts_help(opts->program, level->command);
    else if (option->kind == OPT_VERSION)
        opts->output = str_format("%s\n", opts->program->version);
    else {
        OptValue *slot = map_find(&opts->values, option_dest(option));
        slot->given = slot->flag = true;
    }
    return opts->output != NULL;
}

/* --- consuming ----------------------------------------------------------------------------- */

static Str *next_value(Level *level, const Option *option)
{
    Match match;
    if (level->at >= level->args.length ||
        classify(level, level->args.at[level->at], &match) != ARG_VALUE)
        raise_option(level, option, "expected one argument");
    return level->args.at[level->at++];
}

/* One word of options: "--name", "--name=value", "-n", "-nvalue", or flags in a cluster "-vq". */
static void consume_option(Level *level, Str *word, Match match)
{
    if (!match.option) {
        vec_push(level->extras, word);
        return;
    }
    for (;;) {
        if (option_takes_value(match.option)) {
            store(level, match.option, match.value ? match.value : next_value(level, match.option));
            return;
        }
        bool is_short = match.name->text[1] != '-';
        if (match.value && (!is_short || match.has_equals || match.value->length == 0))
            raise_option(
                level, match.option,
                str_format("ignored explicit argument %s", text_repr(match.value)->text)->text);
        if (apply_flag(level, match.option) || !match.value)
            return;
        Str *name = str_format("-%c", match.value->text[0]);
        Match next = {option_called(level, name), name, NULL, false};
        if (!next.option)
            raise_option(
                level, match.option,
                str_format("ignored explicit argument %s", text_repr(match.value)->text)->text);
        if (match.value->length > 1)
            next.value = str_from(match.value->text + 1);
        match = next;
    }
}

static size_t least(const Option *positional)
{
    return positional->count && strchr("?*~", positional->count) ? 0 : 1;
}

static size_t most(const Option *positional)
{
    return positional->count && strchr("+*~", positional->count) ? SIZE_MAX : 1;
}

/* How many of the open positionals a run of `count` values can serve. */
static size_t positionals_served(const Level *level, size_t count)
{
    size_t served = 0, needed = 0;
    for (size_t i = level->next_positional; i < level->positionals.length; i++) {
        needed += least(level->positionals.at[i]);
        if (needed > count)
            break;
        served++;
    }
    return served;
}

/* A run of values goes to the positionals in order, each greedy but leaving the rest their least.
 * One that got nothing stays open for a later run. */
static void consume_values(Level *level, StrVec run)
{
    size_t served = positionals_served(level, run.length), at = 0, reserved = 0;
    for (size_t i = 0; i < served; i++)
        reserved += least(level->positionals.at[level->next_positional + i]);
    for (size_t i = 0; i < served && at < run.length; i++) {
        const Option *positional = level->positionals.at[level->next_positional];
        reserved -= least(positional);
        size_t room = run.length - at - reserved;
        size_t take = room < most(positional) ? room : most(positional);
        for (size_t n = 0; n < take; n++)
            store(level, positional, run.at[at++]);
        level->next_positional++;
    }
    while (at < run.length)
        vec_push(level->extras, run.at[at++]);
}

static void check_required(const Level *level)
{
    Buf missing = {0};
    for (const Option *row = level->rows; row && row->kind; row++) {
        bool needed = row->kind == OPT_POSITIONAL ? least(row) > 0 : row->required;
        OptValue *slot = needed ? map_find(&level->opts->values, option_dest(row)) : NULL;
        if (slot && !slot->given)
            buf_format(&missing, "%s%s", missing.length ? ", " : "", option_label(row)->text);
    }
    if (missing.length)
        raise_level(
            level, str_format("the following arguments are required: %s", buf_str(&missing)->text));
}

/* Enters the rows with their defaults into opts->values. */
static void enter_rows(Level *level)
{
    for (const Option *row = level->rows; row && row->kind; row++) {
        if (row->kind == OPT_SECTION || row->kind == OPT_VERSION)
            continue;
        OptValue *slot = new (OptValue);
        slot->option = row;
        if (row->default_value) {
            slot->text = str_from(row->default_value);
            integer_from(slot->text, &slot->integer);
        }
        map_put(&level->opts->values, option_dest(row), slot);
        if (row->kind == OPT_POSITIONAL)
            vec_push(&level->positionals, row);
    }
}

/* --- the two levels ------------------------------------------------------------------------ */

/* Whether the first value makes everything behind it one: `run FILE --flag`. */
static bool takes_the_rest(const Level *level)
{
    size_t count = level->positionals.length;
    return count && level->positionals.at[count - 1]->count == '~';
}

static void add_the_rest(Level *level, StrVec *run)
{
    while (level->at < level->args.length)
        vec_push(run, level->args.at[level->at++]);
}

static void parse_command(Opts *opts, StrVec args, StrVec *extras)
{
    Level level = {.opts = opts,
                   .command = opts->command,
                   .rows = opts->command->options,
                   .args = args,
                   .extras = extras};
    enter_rows(&level);
    StrVec run = {0};
    while (level.at < args.length) {
        Match match;
        Str *word = args.at[level.at++];
        ArgKind kind = classify(&level, word, &match);
        if (kind == ARG_SEPARATOR)
            level.after_separator = true;
        if (kind == ARG_VALUE)
            vec_push(&run, word);
        if (kind == ARG_VALUE && takes_the_rest(&level))
            add_the_rest(&level, &run);
        if (kind != ARG_OPTION)
            continue;
        consume_values(&level, run);
        run = (StrVec){0};
        consume_option(&level, word, match);
        if (opts->output)
            return;
        if (match.option && match.option->count == '~')
            add_the_rest(&level, &run);
    }
    consume_values(&level, run);
    check_required(&level);
}

static const Command *command_get(const Level *level, const Str *name)
{
    const Program *program = level->opts->program;
    const Command *command = command_find(program, name);
    if (command)
        return command;
    Buf choices = {0};
    for (const Command *c = program->commands; c->name; c++)
        if (c->help)
            add_choice(&choices, c->name, strlen(c->name));
    raise_with_hint(program, NULL,
                    str_format("argument %s: invalid choice: %s (choose from %s)",
                               command_choices(program)->text, text_repr(name)->text,
                               buf_str(&choices)->text),
                    suggest_command(program, name));
}

/* Options up to the command word; everything after it belongs to the command. */
static void parse_program(Level *level)
{
    while (level->at < level->args.length) {
        Match match;
        Str *word = level->args.at[level->at++];
        ArgKind kind = classify(level, word, &match);
        if (kind == ARG_SEPARATOR) {
            level->after_separator = true;
        } else if (kind == ARG_VALUE) {
            level->opts->command = command_get(level, word);
            return;
        } else {
            consume_option(level, word, match);
            if (level->opts->output)
                return;
        }
    }
}

static StrVec arguments(const Program *program, int argc, char *const *argv)
{
    StrVec args = {0};
    for (int i = 1; i < argc; i++) {
        if (utf8_check(argv[i], strlen(argv[i])) >= 0)
            raise_at(program, NULL, str_format("argument %d is not UTF-8 text", i));
        vec_push(&args, str_from(argv[i]));
    }
    return args;
}

static Str *join(StrVec words)
{
    Buf out = {0};
    for (size_t i = 0; i < words.length; i++)
        buf_format(&out, "%s%s", i ? " " : "", words.at[i]->text);
    return buf_str(&out);
}

Opts *opts_parse(const Program *program, int argc, char *const *argv)
{
    Opts *opts = new (Opts);
    opts->program = program;
    StrVec extras = {0};
    Level level = {.opts = opts, .rows = program->options, .extras = &extras};
    level.args = arguments(program, argc, argv);
    for (int i = 0; i < argc; i++)
        vec_push(&opts->line, str_from(argv[i]));
    enter_rows(&level);
    parse_program(&level);
    if (opts->output)
        return opts;
    if (opts->command) {
        StrVec rest = {level.args.at + level.at, level.args.length - level.at, 0};
        parse_command(opts, rest, &extras);
        if (opts->output)
            return opts;
    }
    check_required(&level);
    if (extras.length)
        raise_with_hint(opts->program, NULL,
                        str_format("unrecognized arguments: %s", join(extras)->text),
                        suggest_option(opts->program, opts->command, &extras));
    if (!opts->command)
        raise_level(&level, str_from("too few arguments"));
    return opts;
}

Opts *opts_for_command(const Program *program, const Command *command)
{
    Opts *opts = new (Opts);
    opts->program = program;
    opts->command = command;
    enter_rows(&(Level){.opts = opts, .rows = program->options});
    enter_rows(&(Level){.opts = opts, .rows = command->options});
    return opts;
}

/* --- reading the result -------------------------------------------------------------------- */

OptValue *opts_find(const Opts *opts, const char *dest)
{
    return map_find(&opts->values, intern(dest));
}

static OptValue *value_get(const Opts *opts, const char *dest)
{
    OptValue *value = opts_find(opts, dest);
    if (!value)
        BUG(str_format("no option row has the dest %s", dest)->text);
    return value;
}

bool opts_flag(const Opts *opts, const char *dest)
{
    return value_get(opts, dest)->flag;
}

Str *opts_text(const Opts *opts, const char *dest)
{
    return value_get(opts, dest)->text;
}

int64_t opts_integer(const Opts *opts, const char *dest)
{
    return value_get(opts, dest)->integer;
}

const StrVec *opts_list(const Opts *opts, const char *dest)
{
    return &value_get(opts, dest)->list;
}

bool opts_given(const Opts *opts, const char *dest)
{
    return value_get(opts, dest)->given;
}
