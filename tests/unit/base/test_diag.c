/* Errors as they are printed, and the layout of text. */
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

static const DiagStyle plain = {0};

static Str *source_file(const char *text)
{
    char *path = str_from("/tmp/retort-diag-XXXXXX")->text;
    int fd = mkstemp(path);
    ssize_t written = write(fd, text, strlen(text));
    close(fd);
    CHECK(written == (ssize_t)strlen(text));
    return str_from(path);
}

static const char *shown(const Err *err, Str *path)
{
    return str_replace(diag_text(err, &plain), path ? path->text : "//", "FILE")->text;
}

TEST(script_error_has_excerpt_and_traceback)
{
    Str *path = source_file("def upgrade():\n\top.bogus(\"한글\", x)\n");
    Err *err = err_new(ERR_SCRIPT, NULL, "ValueError: no");
    err->pos = (Pos){path, 2, 17, 18};
    ErrFrame inner = {{path, 2, 2, 0}, str_from("upgrade"), NULL};
    ErrFrame outer = {{path, 1, 1, 0}, str_from("<module>"), &inner};
    err->trace = &outer;
    CHECK_TEXT(shown(err, path), "Traceback (most recent call last):\n"
                                 "  File \"FILE\", line 1, in <module>\n"
                                 "    def upgrade():\n"
                                 "  File \"FILE\", line 2, in upgrade\n"
                                 "    op.bogus(\"한글\", x)\n"
                                 "FILE:2:17: ValueError: no\n"
                                 "    2 |     op.bogus(\"한글\", x)\n"
                                 "      |                      ^\n");
    unlink(path->text);
}

TEST(database_error_shows_statement_detail_and_hint)
{
    Err *err = err_new(ERR_DATABASE, "db.42P01", "relation \"missing\" does not exist");
    err->statement = str_from("\nALTER TABLE a\n  ADD b missing\n");
    err->statement_offset = 24;
    err->detail = str_from("DETAIL:  none");
    err->hint = str_from("create it first");
    err->cause = err_new(ERR_FILE, "file.missing", "no such file: x");
    CHECK_TEXT(shown(err, NULL), "relation \"missing\" does not exist\n"
                                 "SQL: ALTER TABLE a\n"
                                 "       ADD b missing\n"
                                 "             ^\n"
                                 "DETAIL:  none\n"
                                 "\n"
                                 "The above error was caused by:\n"
                                 "error[file.missing]: no such file: x\n"
                                 "hint: create it first\n");
}

TEST(passwords_are_never_shown)
{
    CHECK_TEXT(
        text_mask_passwords(str_from("at postgresql+asyncpg://me:s3:c/r@t@db/x, retry"))->text,
        "at postgresql+asyncpg://me:***@db/x, retry");
    CHECK_TEXT(text_mask_passwords(str_from("host=h password='a b' user=u"))->text,
               "host=h password=*** user=u");
    CHECK_TEXT(text_mask_passwords(str_from("sqlite:///a.db http://h:80/x a@b"))->text,
               "sqlite:///a.db http://h:80/x a@b");
    Err *err = err_new(ERR_TOOL, "x", "cannot reach postgresql://u:pw@h/d");
    CHECK(!strstr(diag_text(err, &plain)->text, "pw"));
}

TEST(json_form)
{
    Err *err = err_new(ERR_TOOL, "rev.missing", "Can't locate");
    err->pos = (Pos){.file = str_from("a.py"), .line = 3, .column = 1};
    Buf out = {0};
    JsonWriter w = {.out = &out};
    diag_json(&w, err);
    CHECK_TEXT(buf_str(&out)->text,
               "{\"error\": {\"kind\": \"tool\", \"code\": \"rev.missing\", \"message\": \"Can't "
               "locate\", \"file\": \"a.py\", \"line\": 3, \"column\": 1}}");
}

TEST(exit_codes)
{
    static const int expected[] = {1, 1, 255, 1, 2};
    for (ErrKind kind = ERR_SCRIPT; kind <= ERR_USAGE; kind++)
        CHECK(err_exit_code(err_new(kind, NULL, "x")) == expected[kind]);
}

static const char *wrapped(const char *text, unsigned width)
{
    StrVec lines = text_wrap(str_from(text), width, "  ", "    ");
    Buf out = {0};
    for (size_t i = 0; i < lines.length; i++)
        buf_format(&out, "%s|", lines.at[i]->text);
    return buf_str(&out)->text;
}

TEST(wrapping)
{
    CHECK_TEXT(wrapped("one two three", 9), "  one two|    three|");
    CHECK_TEXT(wrapped("well-known abcdefghijkl", 10), "  well-|    known |    abcdef|    ghijkl|");
    CHECK_TEXT(wrapped("", 10), "");
}

TEST(width_and_repr)
{
    CHECK(text_width(str_from("a한e\xCC\x81")) == 4);
    CHECK_TEXT(text_repr(str_from("it's"))->text, "\"it's\"");
    CHECK_TEXT(text_repr(str_from("a'\"\n\x7f"))->text, "'a\\'\"\\n\\x7f'");
}

TEST(near_misses)
{
    static const char *const names[] = {"upgrade", "downgrade", "stamp"};
    CHECK_TEXT(text_closest("ugprade", names, 3), "upgrade");
    CHECK_TEXT(text_closest("stampp", names, 3), "stamp");
    CHECK(!text_closest("zzzz", names, 3));
}

UNIT_MAIN
