/* Str, Buf, Map, Vec and protect. */
#include "unit.h"

TEST(format_counts_code_points)
{
    Str *s = str_format("%s-%d", "테이블", 7);
    CHECK_TEXT(s->text, "테이블-7");
    CHECK(s->characters == 5 && s->length == 11);
    CHECK(str_offset(s, 1) == 3 && str_index(s, 3) == 1);
}

TEST(interned_strings_are_one)
{
    CHECK(intern("nullable") == str_intern(str_from("nullable")));
    CHECK(intern("") == str_intern(str_empty));
}

TEST(utf8_check_finds_bad_bytes)
{
    CHECK(utf8_check("ok \xEC\xA0\x80", 6) == -1);
    CHECK(utf8_check("ab\xC0\x80", 4) == 2);
    CHECK(utf8_check("\xED\xA0\x80", 3) == 0);
    CHECK(utf8_check("x\xE2\x82", 3) == 1);
}

TEST(map_keeps_order_beyond_its_index)
{
    Map m = {0};
    for (int i = 0; i < 100; i++)
        map_put(&m, str_format("k%d", i), str_format("v%d", i));
    CHECK(m.length == 100);
    CHECK_TEXT(((Str *)map_find(&m, str_from("k57")))->text, "v57");
    CHECK(map_remove(&m, str_from("k3")) && !map_has(&m, str_from("k3")));
    CHECK_TEXT(m.at[3].key->text, "k4");
    CHECK_TEXT(((Str *)map_find(&m, str_from("k99")))->text, "v99");
}

static void raise_inside(void *arg)
{
    raise_tool("test.code", "try again", "bad %s", (const char *)arg);
}

TEST(protect_returns_the_error)
{
    Err *err = protect(raise_inside, (void *)"luck");
    CHECK(err && err->kind == ERR_TOOL);
    CHECK_TEXT(err->message->text, "bad luck");
}

TEST(paths)
{
    CHECK_TEXT(path_absolute(str_from("/a/./b/../c//d"))->text, "/a/c/d");
    CHECK_TEXT(path_absolute(str_from("/.."))->text, "/");
    CHECK_TEXT(path_directory(str_from("/x"))->text, "/");
    CHECK_TEXT(path_join(str_from("a"), "b")->text, "a/b");
    CHECK_TEXT(path_without_extension(str_from("v.d/001_x"))->text, "v.d/001_x");
}

UNIT_MAIN
