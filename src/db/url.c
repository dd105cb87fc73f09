/* url.c -- database URLs as SQLAlchemy 2.0 reads and prints them. Knows no driver and opens
 * nothing. */
#include "db/db.h"

#include "db/driver.h"

#include <stdlib.h>

/* --- percent coding, as Python's urllib.parse ------------------------------------------------ */

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("_.-~", c));
}

Str *url_quote(const Str *text, const char *safe)
{
    Buf out = {0};
    for (size_t i = 0; i < text->length; i++) {
        char c = text->text[i];
        if (is_unreserved(c) || (c && strchr(safe, c)))
            buf_char(&out, c);
        else
            buf_format(&out, "%%%02X", (unsigned char)c);
    }
    return buf_str(&out);
}

Str *url_quote_plus(const Str *text)
{
    return str_replace(url_quote(text, " "), " ", "+");
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Str *url_unquote(const Str *text, bool plus_is_space)
{
    Buf out = {0};
    for (size_t i = 0; i < text->length; i++) {
        char c = text->text[i];
        int high = -1, low = -1;
        if (c == '%' && i + 2 < text->length) {
            high = hex_value(text->text[i + 1]);
            low = hex_value(text->text[i + 2]);
        }
        if (high >= 0 && low >= 0) {
            buf_char(&out, (char)(high << 4 | low));
            i += 2;
        } else
            buf_char(&out, plus_is_space && c == '+' ? ' ' : c);
    }
    return out.length ? str_lossy(out.data, out.length) : str_empty;
}

/* --- parsing --------------------------------------------------------------------------------- */

static bool is_name_byte(unsigned char c)
{
    return c >= 0x80 || c == '_' || c == '+' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

static Str *take(const char *from, const char *to)
{
    return str_new(from, (size_t)(to - from));
}

static Str *take_decoded(const char *from, const char *to)
{
    return url_unquote(take(from, to), false);
}

/* "user:secret@" or "user@" or nothing. A secret may hold "/" and "?", a user may hold "@" when no
 * secret follows: the first way that reaches an "@" wins. Returns what comes after. */
static const char *parse_user(Url *url, const char *at)
{
    const char *run = at + strcspn(at, ":/");
    const char *sign = *run == ':' ? strchr(run, '@') : NULL;
    if (sign) {
        url->username = take_decoded(at, run);
        url->password = take_decoded(run + 1, sign);
        return sign + 1;
    }
    sign = memrchr(at, '@', (size_t)(run - at));
    if (!sign)
        return at;
    url->username = take_decoded(at, sign);
    return sign + 1;
}

/* "[2001:db8::1]" or a name or an address. */
static const char *parse_host(Url *url, const char *at)
{
    if (*at == '[') {
        size_t run = strcspn(at + 1, "/?");
        const char *close = memrchr(at + 1, ']', run);
        if (close && close > at + 1) {
            url->host = take(at + 1, close);
            return close + 1;
        }
    }
    const char *end = at + strcspn(at, "/:?");
    if (end > at)
        url->host = take(at, end);
    return end;
}

/* int(text) of Python: blanks around, a sign, single underscores between digits. */
static bool parse_int(const Str *text, int64_t *out)
{
    const Str *trimmed = str_trim(text);
    const char *at = trimmed->text;
    bool negative = *at == '-', after_digit = false;
    if (*at == '-' || *at == '+')
        at++;
    int64_t value = 0;
    for (; *at; at++) {
        if (*at == '_' && after_digit) {
            after_digit = false;
            continue;
        }
        if (*at < '0' || *at > '9' || value > INT64_MAX / 10 - 10)
            return false;
        value = value * 10 + (*at - '0');
        after_digit = true;
    }
    *out = negative ? -value : value;
    return after_digit;
}

/* An "@" in the port means an unencoded one in the password: its end is not shown. */
static const char *without_secret(const Str *port)
{
    const char *sign = strrchr(port->text, '@');
    return sign ? str_format("***%s", sign)->text : port->text;
}

static const char *parse_port(Url *url, const char *at)
{
    if (*at != ':')
        return at;
    const char *end = at + 1 + strcspn(at + 1, "/?");
    Str *text = take(at + 1, end);
    if (!parse_int(text, &url->port))
        raise_database(
            "db.url.port",
            "the port is what follows the host's \":\"; a \":\", \"@\" or \"/\" inside the "
            "password must be written %3A, %40, %2F",
            "invalid literal for int() with base 10: '%s'", without_secret(text));
    return end;
}

static void add_query_value(Map *query, Str *key, Str *item)
{
    UrlValue *value = map_find(query, key);
    if (!value) {
        value = new (UrlValue);
        map_put(query, key, value);
    } else
        value->is_list = true;
    vec_push(&value->items, item);
}

/* urllib.parse.parse_qsl: pairs without "=" and pairs with an empty value are dropped. */
static void parse_query(Map *query, const char *at)
{
    const char *end = at + strcspn(at, "\n");
    while (at < end) {
        size_t length = (size_t)(end - at);
        const char *stop = memchr(at, '&', length);
        if (!stop)
            stop = end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        if (equals && equals + 1 < stop)
            add_query_value(query, url_unquote(take(at, equals), true),
                            url_unquote(take(equals + 1, stop), true));
        at = stop + 1;
    }
}

Url *url_parse(const Str *text)
{
    const char *at = text->text;
    while (is_name_byte((unsigned char)*at))
        at++;
    if (at == text->text || strncmp(at, "://", 3) != 0)
        raise_database("db.url.parse",
                       "it looks like postgresql://user@host/database or sqlite:///file.db",
                       "Could not parse SQLAlchemy URL from given URL string");
    Url *url = new (Url);
    url->port = -1;
    url->drivername = take(text->text, at);
    at = parse_user(url, at + 3);
    at = parse_host(url, at);
    at = parse_port(url, at);
    if (*at == '/') {
        const char *end = at + strcspn(at, "?");
        url->database = take(at + 1, end);
        at = end;
    }
    if (*at == '?')
        parse_query(&url->query, at + 1);
    return url;
}

/* --- printing -------------------------------------------------------------------------------- */

static int compare_keys(const void *a, const void *b)
{
    const MapEntry *left = a, *right = b;
    return str_compare(left->key, right->key);
}

static void render_query(Buf *out, const Map *query)
{
    if (!query->length)
        return;
    MapEntry *sorted = new_array(MapEntry, query->length);
    memcpy(sorted, query->at, query->length * sizeof *sorted);
    qsort(sorted, query->length, sizeof *sorted, compare_keys);
    char separator = '?';
    for (size_t i = 0; i < query->length; i++) {
        const UrlValue *value = sorted[i].value;
        for (size_t j = 0; j < value->items.length; j++) {
            buf_char(out, separator);
            buf_add(out, url_quote_plus(sorted[i].key));
            buf_char(out, '=');
            buf_add(out, url_quote_plus(value->items.at[j]));
            separator = '&';
        }
    }
}

static void render_user(Buf *out, const Url *url, bool hide_password)
{
    if (!url->username)
        return;
    buf_add(out, url_quote(url->username, " +"));
    if (url->password) {
        buf_char(out, ':');
        buf_add(out, hide_password ? str_from("***") : url_quote(url->password, " +"));
    }
    buf_char(out, '@');
}

Str *url_render(const Url *url, bool hide_password)
{
    Buf out = {0};
    buf_add(&out, url->drivername);
    buf_text(&out, "://");
    render_user(&out, url, hide_password);
    if (url->host)
        buf_format(&out, strchr(url->host->text, ':') ? "[%s]" : "%s", url->host->text);
    if (url->port >= 0)
        buf_format(&out, ":%lld", (long long)url->port);
    if (url->database) {
        buf_char(&out, '/');
        buf_add(&out, url->database);
    }
    render_query(&out, &url->query);
    return buf_str(&out);
}

Str *url_text(const Url *url)
{
    return url_render(url, true);
}

/* --- asking and changing --------------------------------------------------------------------- */

static bool same_text(const Str *a, const Str *b)
{
    return a && b ? str_equal(a, b) : a == b;
}

static bool same_value(const UrlValue *a, const UrlValue *b)
{
    if (!b || a->is_list != b->is_list || a->items.length != b->items.length)
        return false;
    for (size_t i = 0; i < a->items.length; i++)
        if (!str_equal(a->items.at[i], b->items.at[i]))
            return false;
    return true;
}

bool url_equal(const Url *a, const Url *b)
{
    if (!same_text(a->drivername, b->drivername) || !same_text(a->username, b->username) ||
        !same_text(a->password, b->password) || !same_text(a->host, b->host) ||
        a->port != b->port || !same_text(a->database, b->database) ||
        a->query.length != b->query.length)
        return false;
    for (size_t i = 0; i < a->query.length; i++)
        if (!same_value(a->query.at[i].value, map_find(&b->query, a->query.at[i].key)))
            return false;
    return true;
}

Url *url_copy(const Url *url)
{
    Url *copy = new (Url);
    *copy = *url;
    copy->query = (Map){0};
    for (size_t i = 0; i < url->query.length; i++)
        map_put(&copy->query, url->query.at[i].key, url->query.at[i].value);
    return copy;
}

Str *url_backend_name(const Url *url)
{
    const char *plus = strchr(url->drivername->text, '+');
    return plus ? take(url->drivername->text, plus) : url->drivername;
}

Str *url_query_find(const Url *url, const char *key)
{
    UrlValue *value = map_find(&url->query, str_from(key));
    return value ? value->items.at[0] : NULL;
}

void url_query_put(Url *url, const char *key, Str *item)
{
    UrlValue *value = new (UrlValue);
    vec_push(&value->items, item);
    map_put(&url->query, str_from(key), value);
}
