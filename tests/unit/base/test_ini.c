/* alembic.ini as configparser reads it. */
#include "unit.h"

static const char sample[] = "# head comment\n"
                             "[DEFAULT]\n"
                             "root = /srv\n"
                             "\n"
                             "[alembic]\n"
                             "script_location = %(here)s/migrations\n"
                             "Version_Locations:\n"
                             "    %(root)s/a\n"
                             "\n"
                             "    # not part of it\n"
                             "    %(root)s/b ; but this is\n"
                             "sqlalchemy.url = postgresql://u:p%%40x@h/db\n"
                             "nested = %(script_location)s!\n"
                             "loop = %(loop)s\n"
                             "lost = %(nowhere)s\n"
                             "bare = 50%\n"
                             "[post_write_hooks] trailing\n"
                             "hooks = black\n";

static Ini *sample_ini(void)
{
    Map defaults = {0};
    map_put(&defaults, str_from("here"), str_from("/proj"));
    return ini_parse(str_from("alembic.ini"), str_from(sample), &defaults);
}

static Str *text(const char *s)
{
    return str_from(s);
}

typedef struct Get {
    Ini *ini;
    const char *section, *name;
    Str *value;
} Get;

static void get_job(void *arg)
{
    Get *get = arg;
    get->value = ini_get(get->ini, text(get->section), text(get->name));
}

static const char *get(Ini *ini, const char *section, const char *name)
{
    Get job = {ini, section, name, NULL};
    Err *err = protect(get_job, &job);
    return err ? str_format("%s: %s", err->code, err->message->text)->text : job.value->text;
}

TEST(values_are_interpolated)
{
    Ini *ini = sample_ini();
    CHECK_TEXT(get(ini, "alembic", "script_location"), "/proj/migrations");
    CHECK_TEXT(get(ini, "alembic", "version_locations"), "\n/srv/a\n\n/srv/b ; but this is");
    CHECK_TEXT(get(ini, "alembic", "SQLALCHEMY.URL"), "postgresql://u:p%40x@h/db");
    CHECK_TEXT(get(ini, "alembic", "nested"), "/proj/migrations!");
    CHECK_TEXT(get(ini, "post_write_hooks", "hooks"), "black");
    CHECK_TEXT(get(ini, "alembic", "root"), "/srv");
    CHECK(ini_find(ini, text("alembic"), text("nested"))->line == 13);
    CHECK(!ini_find(ini, text("alembic"), text("missing")));
    CHECK(!ini_find(ini, text("nowhere"), text("missing")));
}

TEST(errors_of_reading_a_value)
{
    Ini *ini = sample_ini();
    CHECK_TEXT(get(ini, "alembic", "loop"),
               "config.interpolation-depth: Recursion limit exceeded in value substitution: option "
               "'loop' in section 'alembic' contains an interpolation key which cannot be "
               "substituted in 10 steps. Raw value: '%(loop)s'");
    CHECK_TEXT(
        get(ini, "alembic", "lost"),
        "config.interpolation-missing: Bad value substitution: option 'lost' in section "
        "'alembic' contains an interpolation key 'nowhere' which is not a valid option name. "
        "Raw value: '%(nowhere)s'");
    CHECK_TEXT(get(ini, "alembic", "bare"),
               "config.interpolation-syntax: '%' must be followed by '%' or '(', found: '%'");
    CHECK_TEXT(get(ini, "alembic", "x"), "config.no-option: No option 'x' in section: 'alembic'");
    CHECK_TEXT(get(ini, "none", "x"), "config.no-section: No section: 'none'");
}

static void parse_job(void *arg)
{
    ini_parse(str_from("a.ini"), str_from(arg), NULL);
}

static const char *parse_error(const char *source, uint32_t line)
{
    Err *err = protect(parse_job, (void *)source);
    CHECK(err && err->pos.line == line);
    return err ? err->message->text : "accepted";
}

TEST(errors_of_the_file)
{
    CHECK_TEXT(parse_error("[a]\nx = 1\nX: 2\n", 3),
               "While reading from 'a.ini' [line  3]: option 'x' in section 'a' already exists");
    CHECK_TEXT(parse_error("[a]\n[b]\n[a]\n", 3),
               "While reading from 'a.ini' [line  3]: section 'a' already exists");
    CHECK_TEXT(parse_error("# c\nx = 1\n", 2),
               "File contains no section headers.\nfile: 'a.ini', line: 2\n'x = 1\\n'");
    CHECK_TEXT(parse_error("[a]\nfoo\nx = 1\nbar\n", 2),
               "Source contains parsing errors: 'a.ini'\n\t[line  2]: 'foo\\n'\n\t[line  4]: "
               "'bar\\n'");
}

static void set_job(void *arg)
{
    ini_set(arg, str_from("alembic"), str_from("x"), str_from("a%%b%(here)sc%d"));
}

TEST(options_may_be_set_and_removed)
{
    Ini *ini = sample_ini();
    ini_set(ini, text("alembic"), text("Script_Location"), text("%(here)s/%%x"));
    CHECK_TEXT(get(ini, "alembic", "script_location"), "/proj/%x");
    CHECK(ini_remove_option(ini, text("alembic"), text("nested")));
    CHECK(!ini_remove_option(ini, text("alembic"), text("nested")));
    Err *err = protect(set_job, ini);
    CHECK_TEXT(err->message->text,
               "invalid interpolation syntax in 'a%%b%(here)sc%d' at position 3");
    ini_add_section(ini, text("new"));
    CHECK(ini_has_section(ini, text("new")) && !ini_has_section(ini, text("DEFAULT")));
}

TEST(options_are_listed_defaults_first)
{
    StrVec names = ini_options(sample_ini(), text("post_write_hooks"));
    CHECK(names.length == 3);
    CHECK_TEXT(names.at[0]->text, "here");
    CHECK_TEXT(names.at[1]->text, "root");
    CHECK_TEXT(names.at[2]->text, "hooks");
}

UNIT_MAIN
