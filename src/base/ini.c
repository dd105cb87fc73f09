/* ini.c -- the reader of alembic.ini: lines to sections and options, and %(name)s on reading. */
#include "base/base.h"

#include <stdarg.h>

#define DEEPEST_INTERPOLATION 10

/* --- texts of configparser ----------------------------------------------------------------- */

static Pos line_pos(const Ini *ini, uint32_t line)
{
    return (Pos){.file = ini->path, .line = line, .column = line ? 1 : 0};
}

Pos ini_pos(const Ini *ini, const IniOption *option)
{
    return line_pos(ini, option && option->line ? option->line : 0);
}

static const char *repr(const Str *s)
{
    return text_repr(s)->text;
}

static const char *source_of(const Ini *ini)
{
    return ini->path ? repr(ini->path) : "'<string>'";
}

static _Noreturn void raise_no_section(const Ini *ini, const Str *section)
{
    raise_file("config.no-section", line_pos(ini, 0), "No section: %s", repr(section));
}

/* --- building ------------------------------------------------------------------------------ */

static IniSection *section_new(Str *name, uint32_t line)
{
    IniSection *section = new(IniSection);
    section->name = name;
    section->line = line;
    return section;
}

static IniOption *option_put(IniSection *section, Str *name, Str *value, uint32_t line)
{
    IniOption *option = new(IniOption);
    *option = (IniOption){name, value, line};
    map_put(&section->options, name, option);
    return option;
}

Ini *ini_new(const Map *defaults)
{
    Ini *ini = new(Ini);
    ini->defaults = section_new(intern("DEFAULT"), 0);
    for (size_t i = 0; defaults && i < defaults->length; i++)
        option_put(ini->defaults, str_lower_ascii(defaults->at[i].key), defaults->at[i].value, 0);
    return ini;
}

/* --- reading lines ------------------------------------------------------------------------- */

typedef struct Reader {
    Ini *ini;
    IniSection *section; /* open section, NULL before the first header */
    IniOption *option;   /* the option further indented lines belong to */
    size_t indent;       /* of the line that started it */
    Map values;          /* "section\nname" -> Buf *: the lines so far */
    Buf *value;          /* of `option` */
    uint32_t line;
    Buf broken; /* lines that are neither header nor option */
    uint32_t first_broken;
} Reader;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
}

static Str *strip(const char *from, const char *to)
{
    while (from < to && is_space(*from))
        from++;
    while (to > from && is_space(to[-1]))
        to--;
    return str_new(from, (size_t)(to - from));
}

/* "[name] anything" -> name: up to the last bracket, at least one character. */
static Str *header_name(const Str *value)
{
    if (value->text[0] != '[')
        return NULL;
    size_t close = value->length;
    while (close > 0 && value->text[close - 1] != ']')
        close--;
    return close > 2 ? str_new(value->text + 1, close - 2) : NULL;
}

static void open_section(Reader *r, Str *name)
{
    r->option = NULL;
    if (str_is(name, "DEFAULT")) {
        r->section = r->ini->defaults;
        return;
    }
    if (map_has(&r->ini->sections, name))
        raise_file("config.duplicate-section", line_pos(r->ini, r->line),
                   "While reading from %s [line %2u]: section %s already exists", source_of(r->ini),
                   r->line, repr(name));
    r->section = section_new(name, r->line);
    map_put(&r->ini->sections, name, r->section);
}

static void note_broken(Reader *r, const Str *line)
{
    if (!r->first_broken)
        r->first_broken = r->line;
    buf_format(&r->broken, "\n\t[line %2u]: %s", r->line, repr(str_format("%s\n", line->text)));
}

static void open_option(Reader *r, Str *name, Str *value)
{
    Str *key = str_format("%s\n%s", r->section->name->text, name->text);
    if (map_has(&r->values, key))
        raise_file("config.duplicate-option", line_pos(r->ini, r->line),
                   "While reading from %s [line %2u]: option %s in section %s already exists",
                   source_of(r->ini), r->line, repr(name), repr(r->section->name));
    r->value = new(Buf);
    buf_add(r->value, value);
    map_put(&r->values, key, r->value);
    r->option = option_put(r->section, name, value, r->line);
}

/* "name = value" or "name: value", cut at the first delimiter. */
static void read_option(Reader *r, const Str *value, const Str *line)
{
    const char *end = value->text + value->length, *cut = strpbrk(value->text, "=:");
    if (!cut) {
        note_broken(r, line);
        return;
    }
    Str *name = str_lower_ascii(strip(value->text, cut));
    open_option(r, name, strip(cut + 1, end));
    if (name->length > 0)
        return;
    note_broken(r, line);
    r->option = NULL;
}

static void read_line(Reader *r, const Str *line)
{
    Str *value = strip(line->text, line->text + line->length);
    if (value->length > 0 && (value->text[0] == '#' || value->text[0] == ';'))
        return;
    if (value->length == 0) {
        if (r->option)
            buf_char(r->value, '\n');
        return;
    }
    size_t indent = 0;
    while (is_space(line->text[indent]))
        indent++;
    if (r->option && indent > r->indent) {
        buf_char(r->value, '\n');
        buf_add(r->value, value);
        return;
    }
    r->indent = indent;
    Str *header = header_name(value);
    if (header)
        open_section(r, header);
    else if (!r->section)
        raise_file("config.missing-section-header", line_pos(r->ini, r->line),
                   "File contains no section headers.\nfile: %s, line: %u\n%s", source_of(r->ini),
                   r->line, repr(str_format("%s\n", line->text)));
    else
        read_option(r, value, line);
}

static void join_values(Reader *r, IniSection *section)
{
    for (size_t i = 0; i < section->options.length; i++) {
        IniOption *option = section->options.at[i].value;
        Buf *lines =
            map_find(&r->values, str_format("%s\n%s", section->name->text, option->name->text));
        if (!lines || option->line == 0)
            continue;
        size_t length = lines->length;
        while (length > 0 && is_space(lines->data[length - 1]))
            length--;
        option->value = str_new(lines->data, length);
    }
}

/* Ends of lines as Python's text mode has them: \n, \r\n and \r. */
static const char *line_end(const char *p, const char *end)
{
    while (p < end && *p != '\n' && *p != '\r')
        p++;
    return p;
}

Ini *ini_parse(Str *path, const Str *text, const Map *defaults)
{
    Reader r = {.ini = ini_new(defaults)};
    r.ini->path = path;
    for (const char *p = text->text, *end = p + text->length; p < end;) {
        const char *stop = line_end(p, end);
        r.line++;
        read_line(&r, str_new(p, (size_t)(stop - p)));
        p = stop + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n' ? 2 : 1);
    }
    if (r.first_broken)
        raise_file("config.parsing", line_pos(r.ini, r.first_broken),
                   "Source contains parsing errors: %s%s", source_of(r.ini),
                   buf_str(&r.broken)->text);
    join_values(&r, r.ini->defaults);
    for (size_t i = 0; i < r.ini->sections.length; i++)
        join_values(&r, r.ini->sections.at[i].value);
    return r.ini;
}

Ini *ini_read(Str *path, const Map *defaults)
{
    return ini_parse(path, file_read(path), defaults);
}

/* --- sections and options ------------------------------------------------------------------ */

static IniSection *section_find(const Ini *ini, const Str *name)
{
    if (name->length == 0 || str_is(name, "DEFAULT"))
        return ini->defaults;
    return map_find(&ini->sections, name);
}

static IniSection *section_get(const Ini *ini, const Str *name)
{
    IniSection *section = section_find(ini, name);
    if (!section)
        raise_no_section(ini, name);
    return section;
}

bool ini_has_section(const Ini *ini, const Str *section)
{
    return map_has(&ini->sections, section);
}

void ini_add_section(Ini *ini, Str *section)
{
    if (str_is(section, "DEFAULT"))
        raise_file("config.value", line_pos(ini, 0), "Invalid section name: 'DEFAULT'");
    if (ini_has_section(ini, section))
        raise_file("config.duplicate-section", line_pos(ini, 0), "Section %s already exists",
                   repr(section));
    map_put(&ini->sections, section, section_new(section, 0));
}

StrVec ini_sections(const Ini *ini)
{
    StrVec names = {0};
    for (size_t i = 0; i < ini->sections.length; i++)
        vec_push(&names, ini->sections.at[i].key);
    return names;
}

static IniOption *option_find(const Ini *ini, const IniSection *section, const Str *name)
{
    IniOption *option = map_find(&section->options, name);
    return option ? option : map_find(&ini->defaults->options, name);
}

IniOption *ini_find(const Ini *ini, const Str *section, const Str *name)
{
    IniSection *found = section_find(ini, section);
    return found ? option_find(ini, found, str_lower_ascii(name)) : NULL;
}

bool ini_has_option(const Ini *ini, const Str *section, const Str *name)
{
    return ini_find(ini, section, name) != NULL;
}

StrVec ini_options(const Ini *ini, const Str *section)
{
    IniSection *found = section_get(ini, section);
    StrVec names = {0};
    for (size_t i = 0; i < ini->defaults->options.length; i++)
        vec_push(&names, ini->defaults->options.at[i].key);
    for (size_t i = 0; found != ini->defaults && i < found->options.length; i++)
        if (!map_has(&ini->defaults->options, found->options.at[i].key))
            vec_push(&names, found->options.at[i].key);
    return names;
}

/* --- interpolation ------------------------------------------------------------------------- */

typedef struct Interpolation {
    const Ini *ini;
    const IniSection *section;
    const IniOption *option; /* the one asked for */
    const Str *section_name;
    Buf out;
} Interpolation;

static _Noreturn void raise_depth(const Interpolation *in)
{
    raise_file("config.interpolation-depth", ini_pos(in->ini, in->option),
               "Recursion limit exceeded in value substitution: option %s in section %s contains "
               "an interpolation key which cannot be substituted in %d steps. Raw value: %s",
               repr(in->option->name), repr(in->section_name), DEEPEST_INTERPOLATION,
               repr(in->option->value));
}

static _Noreturn void raise_missing_key(const Interpolation *in, const Str *key)
{
    Err *err =
        err_new(ERR_FILE, "config.interpolation-missing",
                "Bad value substitution: option %s in section %s contains an interpolation "
                "key %s which is not a valid option name. Raw value: %s",
                repr(in->option->name), repr(in->section_name), repr(key), repr(in->option->value));
    err->pos = ini_pos(in->ini, in->option);
    err_raise(err);
}

/* The classic trap: a percent-encoded password in sqlalchemy.url. */
static _Noreturn void raise_syntax(const Interpolation *in, Str *message)
{
    Err *err = err_new(ERR_FILE, "config.interpolation-syntax", "%s", message->text);
    err->pos = ini_pos(in->ini, in->option);
    err->hint = str_from("a percent sign in a value is written %%");
    err_raise(err);
}

/* "%(name)s" at p: its end, or NULL. */
static const char *key_end(const char *p)
{
    const char *close = p[0] == '%' && p[1] == '(' ? strchr(p + 2, ')') : NULL;
    return close && close > p + 2 && close[1] == 's' ? close + 2 : NULL;
}

static void interpolate(Interpolation *in, const Str *value, int depth);

/* The replacement of "%(name)s", which may itself hold some. */
static void interpolate_key(Interpolation *in, const Str *key, int depth)
{
    IniOption *option = option_find(in->ini, in->section, key);
    if (!option)
        raise_missing_key(in, key);
    interpolate(in, option->value, depth + 1);
}

static void interpolate(Interpolation *in, const Str *value, int depth)
{
    bool has_percent = memchr(value->text, '%', value->length);
    if (depth > DEEPEST_INTERPOLATION && has_percent)
        raise_depth(in);
    if (!has_percent) {
        buf_add(&in->out, value);
        return;
    }
    for (const char *p = value->text; *p;) {
        const char *percent = strchr(p, '%');
        if (!percent) {
            buf_text(&in->out, p);
            return;
        }
        buf_bytes(&in->out, p, (size_t)(percent - p));
        const char *end = key_end(percent);
        if (percent[1] == '%') {
            buf_char(&in->out, '%');
            p = percent + 2;
        } else if (end) {
            interpolate_key(in, str_lower_ascii(str_new(percent + 2, (size_t)(end - percent - 4))),
                            depth);
            p = end;
        } else if (percent[1] == '(') {
            raise_syntax(
                in, str_format("bad interpolation variable reference %s", repr(str_from(percent))));
        } else {
            raise_syntax(in, str_format("'%%' must be followed by '%%' or '(', found: %s",
                                        repr(str_from(percent))));
        }
    }
}

static Str *option_value(const Ini *ini, const IniSection *section, const Str *section_name,
                         const IniOption *option)
{
    if (!memchr(option->value->text, '%', option->value->length))
        return option->value;
    Interpolation in = {ini, section, option, section_name, {0}};
    interpolate(&in, option->value, 1);
    return buf_str(&in.out);
}

Str *ini_find_interpolated(const Ini *ini, const Str *section, const Str *name)
{
    IniSection *found = section_find(ini, section);
    IniOption *option = found ? option_find(ini, found, str_lower_ascii(name)) : NULL;
    return option ? option_value(ini, found, section, option) : NULL;
}

Str *ini_get(const Ini *ini, const Str *section, const Str *name)
{
    IniSection *found = section_get(ini, section);
    Str *lower = str_lower_ascii(name);
    IniOption *option = option_find(ini, found, lower);
    if (!option)
        raise_file("config.no-option", line_pos(ini, found->line), "No option %s in section: %s",
                   repr(lower), repr(section));
    return option_value(ini, found, section, option);
}

Map ini_items(const Ini *ini, const Str *section)
{
    StrVec names = ini_options(ini, section);
    Map items = {0};
    for (size_t i = 0; i < names.length; i++)
        map_put(&items, names.at[i], ini_get(ini, section, names.at[i]));
    return items;
}

/* --- changing ------------------------------------------------------------------------------ */

/* The first percent sign that starts neither %% nor %(name)s: its place in what is left when those
 * are taken out, which is the position the reference reports; -1 when there is none. */
static ptrdiff_t find_stray_percent(const Str *value)
{
    Str *rest = str_replace(value, "%%", "");
    ptrdiff_t kept = 0;
    for (const char *p = rest->text; *p;) {
        const char *end = key_end(p);
        if (end) {
            p = end;
            continue;
        }
        if (*p == '%')
            return kept;
        utf8_next(&p);
        kept++;
    }
    return -1;
}

void ini_set(Ini *ini, const Str *section, const Str *name, Str *value)
{
    ptrdiff_t stray = find_stray_percent(value);
    if (stray >= 0) {
        Err *err =
            err_new(ERR_FILE, "config.value", "invalid interpolation syntax in %s at position %td",
                    repr(value), stray);
        err->hint = str_from("a percent sign in a value is written %%");
        err_raise(err);
    }
    option_put(section_get(ini, section), str_lower_ascii(name), value, 0);
}

bool ini_remove_option(Ini *ini, const Str *section, const Str *name)
{
    return map_remove(&section_get(ini, section)->options, str_lower_ascii(name));
}
