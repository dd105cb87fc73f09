/* args.c -- what a URL and connect_args={...} mean: each Python driver's keywords are turned into
 * libpq keywords or sqlite settings. Knows the keywords, opens nothing.
 *
 * asyncpg      `ssl` is sslmode (True: verify-full against the system's certificates, False:
 * disable), `server_settings` are sent when the session starts, `timeout` is connect_timeout,
 *              `command_timeout` becomes statement_timeout of the session (asyncpg counts on the
 * client; the effect, a cancelled statement, is the same); caches do not exist here. psycopg*
 * libpq's own keywords, as they are. pg8000       `timeout`, `unix_sock`, `application_name`. A
 * keyword that the Python driver refuses is refused here, by the driver's name for it. */
#include "db/db.h"

#include "db/driver.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct Mapping Mapping;

typedef struct Keyword {
    const char *name;
    void (*apply)(Mapping *m, const struct Keyword *keyword, Str *value);
    const char *libpq; /* for `rename` */
} Keyword;

struct Mapping {
    Map out;     /* libpq keyword -> Str * */
    Buf options; /* "-c name=value ..." */
    const Str *driver_name;
};

static void put(Mapping *m, const char *keyword, Str *value)
{
    map_put(&m->out, str_from(keyword), value);
}

/* "-c name=value" as the server splits it: blanks and backslashes of the value need a backslash. */
static void add_setting(Mapping *m, const char *name, const Str *value)
{
    buf_format(&m->options, "%s-c %s=", m->options.length ? " " : "", name);
    for (size_t i = 0; i < value->length; i++) {
        if (strchr(" \t\n\r\v\f\\", value->text[i]))
            buf_char(&m->options, '\\');
        buf_char(&m->options, value->text[i]);
    }
}

static double get_number(const Mapping *m, const char *name, const Str *value)
{
    char *end;
    double number = strtod(value->text, &end);
    if (end == value->text || *end || !(number >= 0))
        raise_database("db.argument", NULL,
                       "connect() argument '%s' of %s must be a number, not '%s'", name,
                       m->driver_name->text, value->text);
    return number;
}

/* --- one function per kind of keyword -------------------------------------------------------- */

static void ignore(Mapping *m, const Keyword *keyword, Str *value)
{
}

static void rename_keyword(Mapping *m, const Keyword *keyword, Str *value)
{
    if (value)
        put(m, keyword->libpq ? keyword->libpq : keyword->name, value);
}

static void apply_connect_timeout(Mapping *m, const Keyword *keyword, Str *value)
{
    if (value)
        put(m, "connect_timeout", str_format("%.0f", ceil(get_number(m, keyword->name, value))));
}

static void apply_command_timeout(Mapping *m, const Keyword *keyword, Str *value)
{
    if (!value)
        return;
    double milliseconds = ceil(get_number(m, keyword->name, value) * 1000);
    add_setting(m, "statement_timeout", str_format("%.0f", milliseconds));
}

/* ssl=True is ssl.create_default_context(): names and certificates are checked against the system's
 * authorities. libpq before 16 has no word for those, so the usual bundle is named. */
static void put_verified_tls(Mapping *m)
{
    static const char *const bundles[] = {"/etc/ssl/certs/ca-certificates.crt",
                                          "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"};
    put(m, "sslmode", str_from("verify-full"));
    for (size_t i = 0; i < COUNT_OF(bundles); i++)
        if (access(bundles[i], R_OK) == 0) {
            put(m, "sslrootcert", str_from(bundles[i]));
            return;
        }
}

static void apply_ssl(Mapping *m, const Keyword *keyword, Str *value)
{
    static const char *const modes[] = {"disable", "allow",     "prefer",
                                        "require", "verify-ca", "verify-full"};
    if (!value)
        return;
    if (str_is(value, "True")) {
        put_verified_tls(m);
        return;
    }
    if (str_is(value, "False"))
        value = str_from("disable");
    for (size_t i = 0; i < COUNT_OF(modes); i++)
        if (str_is(value, modes[i])) {
            put(m, "sslmode", value);
            return;
        }
    raise_database(
        "db.argument",
        "give ssl one of these words, True or False; an SSLContext object is "
        "not understood here",
        "`sslmode` parameter must be one of: disable, allow, prefer, require, verify-ca, "
        "verify-full");
}

/* asyncpg's direct_tls has no counterpart before libpq 17. */
static void refuse_true(Mapping *m, const Keyword *keyword, Str *value)
{
    if (value && !str_is(value, "False"))
        raise_database("db.argument", NULL, "connect() argument '%s' of %s is not supported here",
                       keyword->name, m->driver_name->text);
}

/* "/run/postgresql/.s.PGSQL.5433": libpq wants the folder and the number. */
static void apply_unix_socket(Mapping *m, const Keyword *keyword, Str *value)
{
    if (!value)
        return;
    const char *port = strstr(value->text, "/.s.PGSQL.");
    put(m, "host", port ? path_directory(value) : value);
    if (port)
        put(m, "port", str_from(port + strlen("/.s.PGSQL.")));
}

static const Keyword asyncpg_keywords[] = {
    {"host", rename_keyword},
    {"port", rename_keyword},
    {"user", rename_keyword},
    {"password", rename_keyword},
    {"database", rename_keyword, "dbname"},
    {"passfile", rename_keyword},
    {"service", rename_keyword},
    {"target_session_attrs", rename_keyword},
    {"krbsrvname", rename_keyword},
    {"gsslib", rename_keyword},
    {"ssl", apply_ssl},
    {"direct_tls", refuse_true},
    {"timeout", apply_connect_timeout},
    {"command_timeout", apply_command_timeout},
    {"loop", ignore},
    {"statement_cache_size", ignore},
    {"max_cached_statement_lifetime", ignore},
    {"max_cacheable_statement_size", ignore},
    {"connection_class", ignore},
    {"record_class", ignore},
    {"prepared_statement_cache_size", ignore},
    {"prepared_statement_name_func", ignore},
    {"async_fallback", ignore},
};

static const Keyword pg8000_keywords[] = {
    {"host", rename_keyword},
    {"port", rename_keyword},
    {"user", rename_keyword},
    {"password", rename_keyword},
    {"database", rename_keyword, "dbname"},
    {"application_name", rename_keyword},
    {"timeout", apply_connect_timeout},
    {"unix_sock", apply_unix_socket},
    {"ssl_context", apply_ssl},
    {"tcp_keepalive", ignore},
    {"source_address", refuse_true},
    {"replication", refuse_true},
};

/* Beside all of libpq's, which are passed on: what exists only in Python, and other spellings. */
static const Keyword psycopg_keywords[] = {
    {"database", rename_keyword, "dbname"},
    {"client_encoding", ignore}, /* always UTF-8 on our side */
    {"connection_factory", ignore},
    {"cursor_factory", ignore},
    {"row_factory", ignore},
    {"context", ignore},
    {"prepare_threshold", ignore},
    {"autocommit", ignore},
    {"async", refuse_true},
    {"async_", refuse_true},
};

static const Keyword *keyword_find(const Keyword *table, size_t count, const Str *name)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(name, table[i].name))
            return &table[i];
    return NULL;
}

static const char *unknown_keyword_hint(const Mapping *m, const Str *name)
{
    if (!str_is(m->driver_name, "asyncpg"))
        return NULL;
    if (str_is(name, "sslmode"))
        return "asyncpg calls it ssl, as in ?ssl=require";
    if (str_is(name, "options") || str_is(name, "application_name"))
        return "asyncpg takes connect_args={\"server_settings\": {\"name\": \"value\"}}";
    if (str_is(name, "connect_timeout"))
        return "asyncpg calls it timeout";
    return NULL;
}

static void apply_strict(Mapping *m, const Keyword *table, size_t count, const Str *name,
                         Str *value)
{
    const Keyword *keyword = keyword_find(table, count, name);
    if (!keyword)
        raise_database("db.argument", unknown_keyword_hint(m, name),
                       "connect() got an unexpected keyword argument '%s' (driver %s)", name->text,
                       m->driver_name->text);
    keyword->apply(m, keyword, value);
}

/* One keyword of the Python driver. */
static void apply(Mapping *m, const Str *name, Str *value)
{
    if (str_is(m->driver_name, "asyncpg")) {
        apply_strict(m, asyncpg_keywords, COUNT_OF(asyncpg_keywords), name, value);
        return;
    }
    if (str_is(m->driver_name, "pg8000")) {
        apply_strict(m, pg8000_keywords, COUNT_OF(pg8000_keywords), name, value);
        return;
    }
    const Keyword *keyword = keyword_find(psycopg_keywords, COUNT_OF(psycopg_keywords), name);
    if (keyword)
        keyword->apply(m, keyword, value);
    else if (value)
        put(m, name->text, value);
}

/* --- several hosts in the query -------------------------------------------------------------- */

typedef struct Hosts {
    StrVec names, ports; /* "" = no port given */
    bool with_ports;     /* spelled host:port */
} Hosts;

static StrVec split(const Str *text, char separator)
{
    StrVec parts = {0};
    const char *at = text->text, *end = text->text + text->length;
    for (;;) {
        const char *stop = memchr(at, separator, (size_t)(end - at));
        if (!stop)
            stop = end;
        vec_push(&parts, str_new(at, (size_t)(stop - at)));
        if (stop == end)
            return parts;
        at = stop + 1;
    }
}

static void add_host_and_port(Hosts *hosts, const Str *token)
{
    const char *colon = strchr(token->text, ':');
    size_t length = colon ? (size_t)(colon - token->text) : token->length;
    vec_push(&hosts->names, str_new(token->text, length));
    vec_push(&hosts->ports, str_from(colon ? colon + 1 : ""));
}

/* Only names, dots and hyphens before the colon: a socket folder may hold a colon of its own. */
static bool is_host_and_port(const Str *token)
{
    size_t name =
        strspn(token->text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");
    return token->text[name] == ':' &&
           token->text[name + 1 + strspn(token->text + name + 1, "0123456789")] == '\0';
}

static void read_hosts(Hosts *hosts, const UrlValue *value, bool has_ports)
{
    if (value->is_list) {
        hosts->with_ports = true;
        for (size_t i = 0; i < value->items.length; i++)
            add_host_and_port(hosts, value->items.at[i]);
        return;
    }
    hosts->names = split(value->items.at[0], ',');
    if (!has_ports && hosts->names.length == 1 && is_host_and_port(hosts->names.at[0])) {
        Str *token = hosts->names.at[0];
        hosts->names.length = 0;
        hosts->with_ports = true;
        add_host_and_port(hosts, token);
    }
}

static void check_ports(const Hosts *hosts)
{
    size_t names = hosts->names.length, ports = hosts->ports.length;
    for (size_t i = 0; i < ports; i++)
        if (strspn(hosts->ports.at[i]->text, "0123456789") != hosts->ports.at[i]->length)
            raise_database("db.url.hosts", NULL, "Received non-integer port arguments: '%s'",
                           hosts->ports.at[i]->text);
    if ((!names && ports > 1) || (names && ports && names != ports && (names > 1 || ports > 1)))
        raise_database("db.url.hosts", NULL, "number of hosts and ports don't match");
}

static Str *join(const StrVec *parts)
{
    Buf out = {0};
    for (size_t i = 0; i < parts->length; i++)
        buf_format(&out, "%s%s", i ? "," : "", parts->at[i]->text);
    return buf_str(&out);
}

/* ?host=a:1&host=b:2, ?host=a,b&port=1,2 and ?host=/run/postgresql, as SQLAlchemy splits them. */
static void apply_hosts(Mapping *m, const Url *url)
{
    Hosts hosts = {0};
    UrlValue *host = map_find(&url->query, str_from("host"));
    UrlValue *port = map_find(&url->query, str_from("port"));
    if (host)
        read_hosts(&hosts, host, port != NULL);
    if (port && hosts.with_ports)
        raise_database(
            "db.url.hosts", NULL,
            "Can't mix 'multihost' formats together; use \"host=h1,h2,h3&port=p1,p2,p3\" or "
            "\"host=h1:p1&host=h2:p2&host=h3:p3\" separately");
    if (port)
        hosts.ports = port->is_list ? port->items : split(port->items.at[0], ',');
    check_ports(&hosts);
    if (hosts.names.length)
        put(m, "host", join(&hosts.names));
    Str *ports = join(&hosts.ports);
    if (strspn(ports->text, ",") != ports->length)
        put(m, "port", ports);
}

/* --- PostgreSQL ------------------------------------------------------------------------------ */

/* Empty parts and port 0 count as absent (URL.translate_connect_args). */
static void apply_url_parts(Mapping *m, const Url *url)
{
    const struct {
        const char *keyword;
        Str *value;
    } parts[] = {
        {"host", url->host},
        {"dbname", url->database},
        {"user", url->username},
        {"password", url->password},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (parts[i].value && parts[i].value->length)
            put(m, parts[i].keyword, parts[i].value);
    if (url->port > 0)
        put(m, "port", str_format("%lld", (long long)url->port));
}

static void apply_query(Mapping *m, const Url *url)
{
    for (size_t i = 0; i < url->query.length; i++) {
        Str *key = url->query.at[i].key;
        const UrlValue *value = url->query.at[i].value;
        if (str_is(key, "host") || str_is(key, "port") || str_is(key, "plugin"))
            continue;
        if (value->is_list)
            raise_database("db.argument", NULL,
                           "connect() argument '%s' is given %zu times in the URL", key->text,
                           value->items.length);
        apply(m, key, value->items.at[0]);
    }
    apply_hosts(m, url);
}

static void apply_server_settings(Mapping *m, const ConnectArgs *args)
{
    if (args->server_settings.length && !str_is(m->driver_name, "asyncpg"))
        raise_database("db.argument", "server_settings is asyncpg's; use options=\"-c name=value\"",
                       "invalid connection option \"server_settings\" (driver %s)",
                       m->driver_name->text);
    for (size_t i = 0; i < args->server_settings.length; i++) {
        Str *name = args->server_settings.at[i].key, *value = args->server_settings.at[i].value;
        if (str_is(name, "application_name"))
            put(m, "application_name", value);
        else
            add_setting(m, name->text, value);
    }
}

/* A statement timeout or server settings come after options the user wrote, and so win. */
static void merge_options(Mapping *m)
{
    if (!m->options.length)
        return;
    Str *given = map_find(&m->out, str_from("options")), *ours = buf_str(&m->options);
    put(m, "options", given ? str_format("%s %s", given->text, ours->text) : ours);
}

Map pg_keywords(const Url *url, const Str *driver_name, const ConnectArgs *args)
{
    Mapping m = {.driver_name = driver_name};
    /* asyncpg gives up connecting after 60 seconds */
    if (str_is(driver_name, "asyncpg") && !getenv("PGCONNECT_TIMEOUT"))
        put(&m, "connect_timeout", str_from("60"));
    apply_url_parts(&m, url);
    apply_query(&m, url);
    if (args) {
        for (size_t i = 0; i < args->values.length; i++)
            apply(&m, args->values.at[i].key, args->values.at[i].value);
        apply_server_settings(&m, args);
    }
    merge_options(&m);
    return m.out;
}

/* --- SQLite ---------------------------------------------------------------------------------- */

/* sqlalchemy.util.asbool, and Python's str() of a bool. */
static bool get_bool(const char *name, const Str *value)
{
    static const char *const yes[] = {"true", "yes", "on", "y", "t", "1"};
    static const char *const no[] = {"false", "no", "off", "n", "f", "0"};
    const Str *word = str_lower_ascii(str_trim(value));
    for (size_t i = 0; i < COUNT_OF(yes); i++) {
        if (str_is(word, yes[i]))
            return true;
        if (str_is(word, no[i]))
            return false;
    }
    raise_database("db.argument", NULL, "String is not true/false: '%s' (%s)", word->text, name);
}

static void check_isolation_level(const Str *value)
{
    static const char *const levels[] = {"", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"};
    const Str *upper = str_upper_ascii(str_trim(value));
    for (size_t i = 0; i < COUNT_OF(levels); i++)
        if (str_is(upper, levels[i]))
            return;
    raise_database("db.argument", NULL,
                   "isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
}

typedef enum SqliteKey {
    KEY_URI,
    KEY_TIMEOUT,
    KEY_ISOLATION_LEVEL,
    KEY_IGNORED,
    KEY_UNKNOWN,
} SqliteKey;

static SqliteKey sqlite_key(const Str *name)
{
    static const struct {
        const char *name;
        SqliteKey key;
    } keys[] = {
        {"uri", KEY_URI},
        {"timeout", KEY_TIMEOUT},
        {"isolation_level", KEY_ISOLATION_LEVEL},
        {"detect_types", KEY_IGNORED},
        {"check_same_thread", KEY_IGNORED},
        {"cached_statements", KEY_IGNORED},
        {"factory", KEY_IGNORED},
        {"async_creator_fn", KEY_IGNORED},
    };
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (str_is(name, keys[i].name))
            return keys[i].key;
    return KEY_UNKNOWN;
}

static void apply_sqlite(SqliteArgs *out, SqliteKey key, const Str *name, Str *value)
{
    char *end;
    switch (key) {
    case KEY_URI:
        out->uri = value && get_bool("uri", value);
        break;
    case KEY_TIMEOUT:
        out->timeout = strtod(value ? value->text : "", &end);
        if (!value || end == value->text || *end)
            raise_database("db.argument", NULL, "could not convert string to float: '%s'",
                           value ? value->text : "None");
        break;
    case KEY_ISOLATION_LEVEL:
        if (value)
            check_isolation_level(value);
        out->isolation_level = value;
        break;
    case KEY_IGNORED:
        break;
    case KEY_UNKNOWN:
        raise_database("db.argument", NULL,
                       "'%s' is an invalid keyword argument for Connection() (driver sqlite3)",
                       name->text);
    }
}

static int compare_texts(const void *a, const void *b)
{
    Str *const *left = a, *const *right = b;
    return str_compare(*left, *right);
}

/* Query keys that are not the Python driver's go to SQLite itself: file:x.db?mode=ro. */
static Str *uri_filename(const Url *url)
{
    StrVec extra = {0};
    for (size_t i = 0; i < url->query.length; i++) {
        const UrlValue *value = url->query.at[i].value;
        if (sqlite_key(url->query.at[i].key) == KEY_UNKNOWN)
            vec_push(&extra,
                     str_format("%s=%s", url->query.at[i].key->text, value->items.at[0]->text));
    }
    if (extra.length)
        qsort(extra.at, extra.length, sizeof *extra.at, compare_texts);
    Buf out = {0};
    buf_add(&out, url->database ? url->database : str_empty);
    for (size_t i = 0; i < extra.length; i++)
        buf_format(&out, "%c%s", i ? '&' : '?', extra.at[i]->text);
    return buf_str(&out);
}

static Str *plain_filename(const Url *url)
{
    if (!url->database || !url->database->length || str_is(url->database, ":memory:"))
        return str_from(":memory:");
    return path_absolute(url->database);
}

static bool has_text(const Str *s)
{
    return s && s->length;
}

SqliteArgs sqlite_args(const Url *url, const ConnectArgs *args)
{
    SqliteArgs out = {.timeout = 5.0, .isolation_level = str_empty};
    if (has_text(url->username) || has_text(url->password) || has_text(url->host) || url->port > 0)
        raise_database("db.url.sqlite", NULL,
                       "Invalid SQLite URL: %s\n"
                       "Valid SQLite URL forms are:\n"
                       " sqlite:///:memory: (or, sqlite://)\n"
                       " sqlite:///relative/path/to/file.db\n"
                       " sqlite:////absolute/path/to/file.db",
                       url_text(url)->text);
    for (size_t i = 0; i < url->query.length; i++) {
        const UrlValue *value = url->query.at[i].value;
        SqliteKey key = sqlite_key(url->query.at[i].key);
        if (key != KEY_UNKNOWN)
            apply_sqlite(&out, key, url->query.at[i].key, value->items.at[0]);
    }
    out.filename = out.uri ? uri_filename(url) : plain_filename(url);
    for (size_t i = 0; args && i < args->values.length; i++)
        apply_sqlite(&out, sqlite_key(args->values.at[i].key), args->values.at[i].key,
                     args->values.at[i].value);
    if (args && args->server_settings.length)
        apply_sqlite(&out, KEY_UNKNOWN, str_from("server_settings"), NULL);
    return out;
}
