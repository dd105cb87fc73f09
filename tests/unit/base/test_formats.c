/* TOML and JSON. */
#include "unit.h"

#include <math.h>

static void toml_job(void *arg)
{
    toml_parse(str_from("p.toml"), str_from(arg));
}

static const char *toml_error(const char *source)
{
    Err *err = protect(toml_job, (void *)source);
    return err ? str_format("%u:%u %s", err->pos.line, err->pos.column, err->message->text)->text
               : "accepted";
}

TEST(toml_of_a_project)
{
    TomlValue *document = toml_parse(NULL, str_from("[project]\n"
                                                    "name = \"demo\"\n"
                                                    "[tool.alembic]\n"
                                                    "script_location = '%(here)s/migrations'\n"
                                                    "version_locations = [\n"
                                                    "  \"a\", # first\n"
                                                    "  'b',\n"
                                                    "]\n"
                                                    "truncate_slug_length = 1_0\n"
                                                    "sourceless = false\n"
                                                    "doc = \"\"\"\n"
                                                    "one \\\n"
                                                    "   two\"\"\"\n"
                                                    "inline = { x.y = 0x1F, when = 1979-05-27 }\n"
                                                    "[[tool.alembic.post_write_hooks]]\n"
                                                    "name = \"black\"\n"
                                                    "[[tool.alembic.post_write_hooks]]\n"
                                                    "\"type\" = \"exec\"\n"));
    CHECK_TEXT(toml_find(document, "tool.alembic.script_location")->text->text,
               "%(here)s/migrations");
    TomlValue *locations = toml_find(document, "tool.alembic.version_locations");
    CHECK(locations->type == TOML_ARRAY && locations->array.length == 2);
    CHECK_TEXT(locations->array.at[1]->text->text, "b");
    CHECK(locations->array.at[1]->pos.line == 7 && locations->array.at[1]->pos.column == 3);
    CHECK(toml_find(document, "tool.alembic.truncate_slug_length")->integer == 10);
    CHECK(toml_find(document, "tool.alembic.sourceless")->type == TOML_BOOL);
    CHECK_TEXT(toml_find(document, "tool.alembic.doc")->text->text, "one two");
    CHECK(toml_find(document, "tool.alembic.inline.x.y")->integer == 31);
    CHECK_TEXT(toml_find(document, "tool.alembic.inline.when")->text->text, "1979-05-27");
    TomlValue *hooks = toml_find(document, "tool.alembic.post_write_hooks");
    CHECK(hooks->array.length == 2);
    CHECK_TEXT(toml_find(hooks->array.at[1], "type")->text->text, "exec");
    CHECK(!toml_find(document, "tool.nothing.there"));
}

TEST(toml_errors)
{
    CHECK_TEXT(toml_error("a = 1\na = 2\n"), "2:1 Cannot overwrite a value (at line 2, column 1)");
    CHECK_TEXT(toml_error("a = \n"), "1:5 Invalid value (at line 1, column 5)");
    CHECK_TEXT(toml_error("[a]\n[a]\n"), "2:1 Cannot declare ('a',) twice (at line 2, column 1)");
    CHECK_TEXT(toml_error("a = \"x"), "1:7 Unterminated string (at end of document)");
    CHECK_TEXT(toml_error("a = 1 b = 2"),
               "1:7 Expected newline or end of document after a statement (at line 1, column 7)");
    CHECK_TEXT(toml_error("a = {b = 1}\n[a.c]\n"),
               "2:1 Cannot mutate immutable namespace ('a', 'c') (at line 2, column 1)");
    CHECK_TEXT(toml_error("\xED\x95\x9C = 1"), "1:1 Invalid statement (at line 1, column 1)");
}

static void json_job(void *arg)
{
    json_parse(NULL, str_from(arg));
}

static const char *json_error(const char *source)
{
    Err *err = protect(json_job, (void *)source);
    return err ? err->message->text : "accepted";
}

static const char *again(const char *source, unsigned indent, bool unicode)
{
    Buf out = {0};
    JsonWriter w = {.out = &out, .indent = indent, .unicode = unicode};
    json_value(&w, json_parse(NULL, str_from(source)));
    return buf_str(&out)->text;
}

TEST(json_values)
{
    JsonValue *value =
        json_parse(NULL, str_from(" {\"a\": [1, 2.5, NaN, \"\\u00e9\"], \"a\": 3} "));
    CHECK(json_find(value, "a")->integer == 3 && !json_find(value, "b"));
    CHECK(isnan(json_parse(NULL, str_from("NaN"))->number));
    CHECK_TEXT(again("[123456789012345678901,1e22,0.1,-0.0,1e16,\"\\ud83d\\ude00\"]", 0, false),
               "[123456789012345678901, 1e+22, 0.1, -0.0, 1e+16, \"\\ud83d\\ude00\"]");
    CHECK_TEXT(
        again("{\"b\":{},\"c\":[],\"d\":[{\"e\":null}]}", 2, true),
        "{\n  \"b\": {},\n  \"c\": [],\n  \"d\": [\n    {\n      \"e\": null\n    }\n  ]\n}");
    CHECK_TEXT(again("[\"한\\n\",\"\\ud800\"]", 0, true), "[\"한\\n\", \"\\ud800\"]");
}

TEST(json_errors)
{
    CHECK_TEXT(json_error(""), "Expecting value: line 1 column 1 (char 0)");
    CHECK_TEXT(json_error("{\"a\": 1,\n 2}"),
               "Expecting property name enclosed in double quotes: line 2 column 2 (char 10)");
    CHECK_TEXT(json_error("[1 2]"), "Expecting ',' delimiter: line 1 column 4 (char 3)");
    CHECK_TEXT(json_error("\"\\q\""), "Invalid \\escape: line 1 column 2 (char 1)");
    CHECK_TEXT(json_error("[] x"), "Extra data: line 1 column 4 (char 3)");
    CHECK_TEXT(json_error("\"a\tb\""), "Invalid control character at: line 1 column 3 (char 2)");
}

UNIT_MAIN
