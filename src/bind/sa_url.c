/* sa_url.c -- sqlalchemy.engine.URL and make_url: database URLs as scripts read and change them. */
#include "bind/bind.h"
#include "bind/sa_face.h"

Value url_object_new(const Url *url)
{
    UrlObject *object = obj_new(UrlObject);
    object->url = url;
    return OBJ(object);
}

Url *url_from_value(Value v)
{
    Str *text = value_find_str(v);
    if (text)
        return url_parse(text);
    if (value_is_opaque(v))
        opaque_raise(v);
    if (is_set(value_find_attr_text(
            v, "unicode_string"))) /* PostgresDsn of pydantic, a str in its first version */
        return url_parse(value_str(v));
    UrlObject *object = as(UrlObject, v);
    if (!object)
        raise_exception(&ArgumentError_class, "Expected string or URL object, got %s",
                        value_repr(v)->text);
    return url_copy(object->url);
}

/* --- the query -------------------------------------------------------------------------------- */

static Value query_value(const UrlValue *v)
{
    return v->is_list ? OBJ(tuple_of_strings(v->items.length, v->items.at)) : STR(v->items.at[0]);
}

static Dict *query_dict(const Url *url)
{
    Dict *query = dict_new();
    for (size_t i = 0; i < url->query.length; i++)
        dict_set_str(query, url->query.at[i].key, query_value(url->query.at[i].value));
    return query;
}

static UrlValue *query_value_from(Value v)
{
    UrlValue *made = new (UrlValue);
    Str *text = value_find_str(v);
    if (text) {
        vec_push(&made->items, text);
        return made;
    }
    if (!is_instance(v, &list_class) && !is_instance(v, &tuple_class))
        raise_type("Query dictionary values must be strings or sequences of strings");
    Iter it = iter_open(v);
    for (Value item; iter_next(&it, &item);) {
        if (!value_find_str(item))
            raise_type("Query dictionary values must be strings or sequences of strings");
        vec_push(&made->items, value_find_str(item));
    }
    made->is_list = made->items.length > 1;
    return made;
}

static void query_update(Url *url, const Dict *query)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(query, &i));) {
        if (!value_find_str(entry->key))
            raise_type("Query dictionary keys must be strings");
        map_put(&url->query, value_find_str(entry->key), query_value_from(entry->value));
    }
}

/* --- parts ------------------------------------------------------------------------------------ */

static Str *text_or_none(Value v, const char *name)
{
    if (is_none(v))
        return NULL;
    if (!value_find_str(v))
        raise_type("%s must be a string", name);
    return value_find_str(v);
}

static int64_t port_from(Value v)
{
    if (is_none(v))
        return -1;
    Value n = int_parse(v, value_str(v), 10);
    if (n.tag != TAG_INT)
        raise_type("Port argument must be an integer or None");
    return n.integer;
}

#define URL_PARTS(P, DRIVER, OTHER)                                                                \
    P(POS, any, drivername, DRIVER)                                                                \
    P(POS, any, username, OTHER) P(POS, any, password, OTHER) P(POS, any, host, OTHER)             \
        P(POS, any, port, OTHER) P(POS, any, database, OTHER) P(POS, dict, query, OTHER)
#define CREATE_PARAMS(P) URL_PARTS(P, Required, None)
NATIVE_CLASS(UrlObject, create, CREATE_PARAMS)
{
    Url *url = new (Url);
    if (!value_find_str(a->drivername))
        raise_type("drivername must be a string");
    url->drivername = value_find_str(a->drivername);
    url->username = text_or_none(a->username, "username");
    url->password = is_none(a->password) ? NULL : value_str(a->password);
    url->host = text_or_none(a->host, "host");
    url->port = port_from(a->port);
    url->database = text_or_none(a->database, "database");
    if (a->query)
        query_update(url, a->query);
    return url_object_new(url);
}

#define SET_PARAMS(P) URL_PARTS(P, None, None)
NATIVE(UrlObject, set, SET_PARAMS)
{
    Url *url = url_copy(self->url);
    if (!is_none(a->drivername))
        url->drivername = text_or_none(a->drivername, "drivername");
    if (!is_none(a->username))
        url->username = text_or_none(a->username, "username");
    if (!is_none(a->password))
        url->password = value_str(a->password);
    if (!is_none(a->host))
        url->host = text_or_none(a->host, "host");
    if (!is_none(a->port))
        url->port = port_from(a->port);
    if (!is_none(a->database))
        url->database = text_or_none(a->database, "database");
    if (a->query) {
        url->query = (Map){0};
        query_update(url, a->query);
    }
    return url_object_new(url);
}

#define HIDE_PARAMS(P) P(POS, bool, hide_password, True)
NATIVE(UrlObject, render_as_string, HIDE_PARAMS)
{
    return STR(url_render(self->url, a->hide_password));
}

#define UPDATE_PARAMS(P) P(POS, dict, query_parameters, Required) P(POS, bool, append, False)
NATIVE(UrlObject, update_query_dict, UPDATE_PARAMS)
{
    Url *url = url_copy(self->url);
    query_update(url, a->query_parameters);
    return url_object_new(url);
}

#define PAIRS_PARAMS(P) P(POS, list, key_value_pairs, Required) P(POS, bool, append, False)
NATIVE(UrlObject, update_query_pairs, PAIRS_PARAMS)
{
    Dict *query = dict_new();
    for (size_t i = 0; i < a->key_value_pairs->length; i++) {
        Tuple *pair = tuple_from(a->key_value_pairs->at[i]);
        dict_set(query, pair->at[0], pair->at[1]);
    }
    Url *url = url_copy(self->url);
    query_update(url, query);
    return url_object_new(url);
}

#define STRING_PARAMS(P) P(POS, str, query_string, Required) P(POS, bool, append, False)
NATIVE(UrlObject, update_query_string, STRING_PARAMS)
{
    Url *parsed = url_parse(str_format("x://?%s", a->query_string->text)),
        *url = url_copy(self->url);
    for (size_t i = 0; i < parsed->query.length; i++)
        map_put(&url->query, parsed->query.at[i].key, parsed->query.at[i].value);
    return url_object_new(url);
}

#define NAMES_PARAM(P) P(POS, list, names, Required)
NATIVE(UrlObject, difference_update_query, NAMES_PARAM)
{
    Url *url = url_copy(self->url);
    for (size_t i = 0; i < a->names->length; i++)
        if (value_find_str(a->names->at[i]))
            map_remove(&url->query, value_find_str(a->names->at[i]));
    return url_object_new(url);
}

NATIVE0(UrlObject, get_backend_name)
{
    return STR(url_backend_name(self->url));
}

NATIVE0(UrlObject, get_driver_name)
{
    return STR(url_driver_name(self->url));
}

NATIVE0(UrlObject, get_dialect)
{
    const Dialect *dialect = dialect_find(url_backend_name(self->url));
    db_driver_get(self->url);
    return OBJ(face_of(dialect)->class);
}

NATIVE0(UrlObject, normalized_query)
{
    Dict *query = dict_new();
    for (size_t i = 0; i < self->url->query.length; i++) {
        const UrlValue *v = self->url->query.at[i].value;
        dict_set_str(query, self->url->query.at[i].key,
                     OBJ(tuple_of_strings(v->items.length, v->items.at)));
    }
    return OBJ(query);
}

static void put_part(Dict *arguments, const char *name, const char *default_name, const Dict *given,
                     Value v)
{
    Value renamed = given ? dict_find_text(given, default_name) : UNSET;
    if (value_truth(v))
        dict_set(arguments, is_set(renamed) ? renamed : STR(str_from(name)), v);
}

#define ARGUMENT_NAMES(P) P(POS, list, names, None) P(KWREST, dict, renames, Empty)
NATIVE(UrlObject, translate_connect_args, ARGUMENT_NAMES)
{
    const Url *url = self->url;
    const char *fields[] = {"host", "database", "username", "password", "port"};
    Value values[] = {STR(url->host), STR(url->database), STR(url->username), STR(url->password),
                      url->port >= 0 ? INT(url->port) : NONE};
    Dict *arguments = dict_new();
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        put_part(arguments, fields[i], fields[i], a->renames, values[i]);
    return OBJ(arguments);
}

#define URL_TEXT(name)                                                                             \
    NATIVE0(UrlObject, name)                                                                       \
    {                                                                                              \
        return STR(self->url->name);                                                               \
    }
URL_TEXT(drivername)
URL_TEXT(username)
URL_TEXT(password)
URL_TEXT(host)
URL_TEXT(database)

NATIVE0(UrlObject, port)
{
    return self->url->port >= 0 ? INT(self->url->port) : NONE;
}

NATIVE0(UrlObject, query)
{
    return OBJ(query_dict(self->url));
}

/* --- the object as a whole -------------------------------------------------------------------- */

static const Url *url_of(Value self)
{
    return ((UrlObject *)self.obj)->url;
}

static Str *url_repr(Value self)
{
    return url_text(url_of(self));
}

static int64_t url_hash(Value self)
{
    return str_hash(url_render(url_of(self), false));
}

static bool url_object_equal(Value a, Value b)
{
    return url_equal(url_of(a), url_of(b));
}

static Tuple *url_tuple(const Url *url)
{
    Value parts[] = {STR(url->drivername),
                     STR(url->username),
                     STR(url->password),
                     STR(url->host),
                     url->port >= 0 ? INT(url->port) : NONE,
                     STR(url->database),
                     OBJ(query_dict(url))};
    return tuple_new(COUNT_OF(parts), parts);
}

static Value url_iter(Value self)
{
    return value_iter(OBJ(url_tuple(url_of(self))));
}

static Value url_subscript(Value self, Value key)
{
    return value_subscript(OBJ(url_tuple(url_of(self))), key);
}

#define MAKE_PARAMS(P) P(POS, any, name_or_url, Required)
FUNCTION(sa_url, make_url, MAKE_PARAMS)
{
    return as(UrlObject, a->name_or_url) ? a->name_or_url
                                         : url_object_new(url_from_value(a->name_or_url));
}

NATIVE_CLASS(UrlObject, construct, CREATE_PARAMS)
{
    UrlObject_create_Args arguments = {a->drivername, a->username, a->password, a->host,
                                       a->port,       a->database, a->query,    0};
    return UrlObject_create(class, &arguments);
}

static const Method url_methods[] = {
    CLASS_METHOD(UrlObject, create),
    METHOD(UrlObject, set),
    METHOD(UrlObject, render_as_string),
    METHOD(UrlObject, update_query_dict),
    METHOD(UrlObject, update_query_pairs),
    METHOD(UrlObject, update_query_string),
    METHOD(UrlObject, difference_update_query),
    METHOD(UrlObject, get_backend_name),
    METHOD(UrlObject, get_driver_name),
    METHOD(UrlObject, get_dialect),
    METHOD(UrlObject, translate_connect_args),
    PROPERTY(UrlObject, normalized_query),
    PROPERTY(UrlObject, drivername),
    PROPERTY(UrlObject, username),
    PROPERTY(UrlObject, password),
    PROPERTY(UrlObject, host),
    PROPERTY(UrlObject, port),
    PROPERTY(UrlObject, database),
    PROPERTY(UrlObject, query),
    {0},
};
const Class UrlObject_class = {
    CLASS_NAMED(UrlObject, "URL", "sqlalchemy.engine.url", object),
    .construct = CONSTRUCT(UrlObject),
    .methods = url_methods,
    .repr = url_repr,
    .hash = url_hash,
    .equal = url_object_equal,
    .iter = url_iter,
    .subscript = url_subscript,
};

const Export engine_url_exports[] = {
    EXPORT_CLASS_AS("URL", UrlObject),
    EXPORT_FUNCTION(sa_url, make_url),
    {0},
};
