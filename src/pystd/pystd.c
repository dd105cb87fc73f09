/* pystd.c -- the table of modules written in C, and helpers several of them share. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

const ModuleDef *const pystd_modules[] = {
    &sys_module,
    &os_module,
    &os_path_module,
    &posixpath_module,
    &time_module,
    &typing_module,
    &typing_extensions_module,
    &functools_module,
    &logging_module,
    &logging_config_module,
    &datetime_module,
    &decimal_module,
    &uuid_module,
    &json_module,
    &json_decoder_module,
    &json_encoder_module,
    &re_module,
    &hashlib_module,
    &base64_module,
    &binascii_module,
    &math_module,
    &operator_module,
    &unicodedata_module,
    &struct_module,
    &random_core_module,
    &tomllib_core_module,
    &posix_core_module,
    &process_module,
    &sandbox_module,
    NULL,
};

Value library_find(const char *module, Str *name)
{
    Module *loaded = import_module(intern(module));
    return module_find(loaded, name->text);
}

Value library_get(const char *module, const char *name)
{
    Value found = library_find(module, intern(name));
    if (!is_set(found))
        raise_exception(&ImportError_class, "cannot import name '%s' from '%s'", name, module);
    return found;
}

bool has_items(Value v)
{
    const Class *class = class_of(v);
    return value_is_opaque(v) || is_set(class_find(class, N(__iter__))) ||
           is_set(class_find(class, N(__getitem__)));
}

void bytes_get(Value v, const char **data, size_t *length)
{
    if (!value_find_bytes(value_plain(v), data, length))
        raise_type("a bytes-like object is required, not '%s'", class_text(v));
}

Str *path_text(Value v)
{
    Str *text = value_find_str(v);
    if (text)
        return text;
    const char *data;
    size_t length;
    if (is_instance(v, &bytes_class) && value_find_bytes(v, &data, &length))
        return str_new(data, length);
    Value method = value_find_attr(v, N(__fspath__));
    if (!is_set(method))
        raise_type("expected str, bytes or os.PathLike object, not %s",
                   class_text(v));
    return path_text(call(method, 0, NULL));
}

Value call1(Value function, Value argument)
{
    return call(function, 1, &argument);
}

Value names_list(const char *text)
{
    List *list = list_new(0);
    for (const char *p = text; *p; p += strspn(p, " ")) {
        size_t length = strcspn(p, " ");
        list_append(list, STR(intern_bytes(p, length)));
        p += length;
    }
    return OBJ(list);
}

Value call_named(Value function, size_t count, const Value *args, const char *name, Value value)
{
    Dict *keywords = dict_new();
    dict_set_text(keywords, name, value);
    return call_dict(function, count, args, keywords);
}

Value int_from_unsigned(uint64_t n)
{
    if (n <= INT64_MAX)
        return INT((int64_t)n);
    Value high = value_operate(OPERATOR_LSHIFT, INT((int64_t)(n >> 32)), INT(32));
    return value_operate(OPERATOR_OR, high, INT((int64_t)(n & 0xFFFFFFFFu)));
}

Value int_from_bytes_big(const unsigned char *bytes, size_t length)
{
    Value n = INT(0);
    for (size_t i = 0; i < length;) {
        size_t step = length - i < 4 ? length - i : 4;
        int64_t part = 0;
        for (size_t j = 0; j < step; j++)
            part = part << 8 | bytes[i + j];
        n = value_operate(OPERATOR_LSHIFT, n, INT((int64_t)step * 8));
        n = value_operate(OPERATOR_OR, n, INT(part));
        i += step;
    }
    return n;
}

void int_to_bytes_big(Value n, unsigned char *bytes, size_t length)
{
    for (size_t i = length; i-- > 0;) {
        Value low = value_plain(value_operate(OPERATOR_AND, n, INT(255)));
        bytes[i] = (unsigned char)low.integer;
        n = value_operate(OPERATOR_RSHIFT, n, INT(8));
    }
    if (value_truth(n))
        raise_exception(&OverflowError_class, "int too big to convert");
}
