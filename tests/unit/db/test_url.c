/* Database URLs: parsed, printed, refused; what their keywords mean to the drivers. */
#include "unit.h"

#include "db/driver.h"

static Url *parse(const char *text)
{
    return url_parse(str_from(text));
}

static void parse_call(void *text)
{
    parse(text);
}

static void open_call(void *text)
{
    db_open(parse(text), NULL);
}

static const char *text_or_none(const Str *s)
{
    return s ? s->text : "None";
}

TEST(url_parts)
{
    Url *url = parse("postgresql+asyncpg://me:p%40ss%2Fw@localhost:5432/shop?ssl=require");
    CHECK_TEXT(url->drivername->text, "postgresql+asyncpg");
    CHECK_TEXT(url->username->text, "me");
    CHECK_TEXT(url->password->text, "p@ss/w");
    CHECK_TEXT(url->host->text, "localhost");
    CHECK(url->port == 5432);
    CHECK_TEXT(url->database->text, "shop");
    CHECK_TEXT(url_query_find(url, "ssl")->text, "require");
    CHECK_TEXT(url_backend_name(url)->text, "postgresql");
    CHECK_TEXT(url_driver_name(url)->text, "asyncpg");
    CHECK_TEXT(url_text(url)->text, "postgresql+asyncpg://me:***@localhost:5432/shop?ssl=require");
    CHECK_TEXT(url_render(url, false)->text,
               "postgresql+asyncpg://me:p%40ss%2Fw@localhost:5432/shop?ssl=require");
}

TEST(url_absent_parts_are_none)
{
    Url *url = parse("sqlite://");
    CHECK(!url->username && !url->password && !url->host && url->port == -1 && !url->database);
    CHECK_TEXT(url_driver_name(url)->text, "pysqlite");
    CHECK_TEXT(text_or_none(parse("sqlite:///rel/x.db")->database), "rel/x.db");
    CHECK_TEXT(text_or_none(parse("sqlite:////abs/x.db")->database), "/abs/x.db");
    CHECK_TEXT(text_or_none(parse("sqlite:///:memory:")->database), ":memory:");
    CHECK_TEXT(text_or_none(parse("sqlite:///")->database), "");
    CHECK_TEXT(url_driver_name(parse("postgresql://"))->text, "psycopg2");
}

TEST(url_ipv6_host)
{
    Url *url = parse("postgresql://u@[2001:db8::1]:5433/d");
    CHECK_TEXT(url->host->text, "2001:db8::1");
    CHECK(url->port == 5433);
    CHECK_TEXT(url_text(url)->text, "postgresql://u@[2001:db8::1]:5433/d");
}

TEST(url_repeated_query_keys_make_a_list)
{
    Url *url = parse("postgresql://h/d?b=2&host=x:1&host=y:2&empty=&plain");
    UrlValue *host = map_find(&url->query, str_from("host"));
    CHECK(host->is_list && host->items.length == 2);
    CHECK(url->query.length == 2);
    CHECK_TEXT(url_text(url)->text, "postgresql://h/d?b=2&host=x%3A1&host=y%3A2");
}

TEST(url_equal_and_copy)
{
    Url *url = parse("postgresql://h/d?a=1");
    Url *copy = url_copy(url);
    CHECK(url_equal(url, copy));
    url_query_put(copy, "a", str_from("2"));
    CHECK(!url_equal(url, copy));
    CHECK_TEXT(url_query_find(url, "a")->text, "1");
}

TEST(url_errors)
{
    Err *err = protect(parse_call, (void *)"not a url");
    CHECK_TEXT(err->message->text, "Could not parse SQLAlchemy URL from given URL string");
    CHECK_TEXT(db_error_class(err), "ArgumentError");
    err = protect(parse_call, (void *)"postgresql://h:abc/d");
    CHECK_TEXT(err->message->text, "invalid literal for int() with base 10: 'abc'");
    CHECK_TEXT(db_error_class(err), "ValueError");
    err = protect(parse_call, (void *)"postgresql://u:p@ss:word@h/d");
    CHECK(!strstr(err->message->text, "word"));
}

TEST(url_unknown_dialects)
{
    Err *err = protect(open_call, (void *)"postgres://h/d");
    CHECK_TEXT(err->message->text, "Can't load plugin: sqlalchemy.dialects:postgres");
    CHECK_TEXT(err->hint->text, "write postgresql:// instead of postgres://");
    CHECK_TEXT(db_error_class(err), "NoSuchModuleError");
    err = protect(open_call, (void *)"postgresql+nope://h/d");
    CHECK_TEXT(err->message->text, "Can't load plugin: sqlalchemy.dialects:postgresql.nope");
    err = protect(open_call, (void *)"mysql+pymysql://h/d");
    CHECK_TEXT(err->message->text, "No driver for mysql+pymysql databases here");
    err = protect(open_call, (void *)"sqlite+pysqlcipher:///x.db");
    CHECK_TEXT(err->message->text, "No driver for sqlite+pysqlcipher databases here");
}

/* --- keywords -------------------------------------------------------------------------------- */

static const char *keywords(const char *text, const ConnectArgs *args)
{
    Url *url = parse(text);
    Map map = pg_keywords(url, url_driver_name(url), args);
    Buf out = {0};
    for (size_t i = 0; i < map.length; i++)
        buf_format(&out, "%s%s=%s", i ? "|" : "", map.at[i].key->text,
                   ((Str *)map.at[i].value)->text);
    return buf_str(&out)->text;
}

static void keywords_call(void *text)
{
    keywords(text, NULL);
}

TEST(keywords_psycopg_pass_through)
{
    CHECK_TEXT(
        keywords("postgresql://me:pw@h:1/d?sslmode=require&options=-csearch_path%3Dx", NULL),
        "host=h|dbname=d|user=me|password=pw|port=1|sslmode=require|options=-csearch_path=x");
    CHECK_TEXT(keywords("postgresql+psycopg:///d?host=/run/pg", NULL), "dbname=d|host=/run/pg");
    CHECK_TEXT(keywords("postgresql:///d?host=a:1&host=b:2", NULL), "dbname=d|host=a,b|port=1,2");
    CHECK_TEXT(keywords("postgresql:///d?host=a,b&port=1,2", NULL), "dbname=d|host=a,b|port=1,2");
    CHECK_TEXT(keywords("postgresql:///d?host=a:1", NULL), "dbname=d|host=a|port=1");
    CHECK_TEXT(keywords("postgresql:///d?host=a&host=b", NULL), "dbname=d|host=a,b");
}

TEST(keywords_asyncpg)
{
    CHECK_TEXT(
        keywords("postgresql+asyncpg://h/d?ssl=verify-full&timeout=2.5&statement_cache_size=0",
                 NULL),
        "connect_timeout=3|host=h|dbname=d|sslmode=verify-full");
    ConnectArgs args = {0};
    map_put(&args.values, str_from("ssl"), str_from("False"));
    map_put(&args.values, str_from("command_timeout"), str_from("1.5"));
    map_put(&args.values, str_from("prepared_statement_cache_size"), str_from("0"));
    map_put(&args.server_settings, str_from("search_path"), str_from("a b\\c, public"));
    map_put(&args.server_settings, str_from("application_name"), str_from("shop one"));
    CHECK_TEXT(keywords("postgresql+asyncpg://h/d", &args),
               "connect_timeout=60|host=h|dbname=d|sslmode=disable|application_name=shop one|"
               "options=-c statement_timeout=1500 -c search_path=a\\ b\\\\c,\\ public");
}

TEST(keywords_refused)
{
    Err *err = protect(keywords_call, (void *)"postgresql+asyncpg://h/d?sslmode=require");
    CHECK_TEXT(err->message->text,
               "connect() got an unexpected keyword argument 'sslmode' (driver asyncpg)");
    CHECK_TEXT(db_error_class(err), "TypeError");
    CHECK(strstr(err->hint->text, "ssl=require"));
    err = protect(keywords_call, (void *)"postgresql+asyncpg://h/d?ssl=maybe");
    CHECK(strstr(err->message->text, "`sslmode` parameter must be one of"));
    err = protect(keywords_call, (void *)"postgresql:///d?host=a:1&host=b:2&port=3");
    CHECK(strstr(err->message->text, "Can't mix 'multihost' formats together"));
    err = protect(keywords_call, (void *)"postgresql:///d?host=a,b&port=1");
    CHECK_TEXT(err->message->text, "number of hosts and ports don't match");
}

TEST(keywords_sqlite)
{
    SqliteArgs args =
        sqlite_args(parse("sqlite:///file:x.db?uri=true&timeout=1.5&mode=ro&cache=shared"), NULL);
    CHECK(args.uri && args.timeout == 1.5);
    CHECK_TEXT(args.filename->text, "file:x.db?cache=shared&mode=ro");
    CHECK_TEXT(sqlite_args(parse("sqlite://"), NULL).filename->text, ":memory:");
    CHECK(sqlite_args(parse("sqlite:///x.db"), NULL).filename->text[0] == '/');
    ConnectArgs none = {0};
    map_put(&none.values, str_from("isolation_level"), NULL);
    CHECK(sqlite_args(parse("sqlite://"), &none).isolation_level == NULL);
}

UNIT_MAIN
