/* type_foreign.c -- the types of mysql, mssql and oracle: histories name them, so they construct and print as there.
 * One row a type: which parameters it takes. What is understood by the types they derive from (a length, a precision)
 * reaches the record; the rest is kept as attributes, for repr and for scripts that look. */
#include "schema/schema.h"

/* positional: those that may be given without their name, in order. named: all of them in the order of repr(), with
 * their defaults where that is not None. */
typedef struct Signature {
    TypeId id;
    const char *positional, *named;
    bool values; /* SET("a", "b"): texts of its own before the keywords */
    const char *hidden; /* taken, but not shown */
} Signature;

#define MYSQL_NUMBER "display_width", "display_width unsigned=False zerofill=False"
#define MYSQL_EXACT                                                                                \
    "precision scale asdecimal",                                                                   \
        "unsigned=False zerofill=False precision scale decimal_return_scale asdecimal=True"
#define MYSQL_INEXACT                                                                              \
    "precision scale asdecimal", "precision scale asdecimal=False unsigned=False zerofill=False decimal_return_scale"
#define MYSQL_FLAGS "charset collation ascii=False binary=False unicode=False national=False"
#define MYSQL_STRING "length", MYSQL_FLAGS " length"
#define MYSQL_LONG_STRING "", MYSQL_FLAGS " length"
#define MYSQL_FRACTION "timezone fsp", "timezone=False fsp"
#define LENGTH "length", "length"
#define STRING "length collation", "length collation"
#define NOTHING "", ""
#define PRECISION "precision", "precision"
#define FLOATING "precision asdecimal decimal_return_scale", "precision asdecimal=False decimal_return_scale"

static const Signature signatures[] = {
    {TYPE_MYSQL_BIGINT, MYSQL_NUMBER},
    {TYPE_MYSQL_BIT, LENGTH},
    {TYPE_MYSQL_CHAR, MYSQL_STRING},
    {TYPE_MYSQL_DATETIME, MYSQL_FRACTION},
    {TYPE_MYSQL_DECIMAL, MYSQL_EXACT},
    {TYPE_MYSQL_DOUBLE, MYSQL_INEXACT},
    {TYPE_MYSQL_ENUM, "", MYSQL_FLAGS, true,
     "name length strict quote native_enum create_constraint schema metadata inherit_schema "
     "validate_strings "
     "values_callable sort_key_function omit_aliases"},
    {TYPE_MYSQL_FLOAT, MYSQL_INEXACT},
    {TYPE_MYSQL_INTEGER, MYSQL_NUMBER},
    {TYPE_MYSQL_JSON, "none_as_null", "none_as_null=False"},
    {TYPE_MYSQL_LONGBLOB, LENGTH},
    {TYPE_MYSQL_LONGTEXT, MYSQL_LONG_STRING},
    {TYPE_MYSQL_MEDIUMBLOB, LENGTH},
    {TYPE_MYSQL_MEDIUMINT, MYSQL_NUMBER},
    {TYPE_MYSQL_MEDIUMTEXT, MYSQL_LONG_STRING},
    {TYPE_MYSQL_NCHAR, MYSQL_STRING},
    {TYPE_MYSQL_NUMERIC, MYSQL_EXACT},
    {TYPE_MYSQL_NVARCHAR, MYSQL_STRING},
    {TYPE_MYSQL_REAL, MYSQL_INEXACT},
    {TYPE_MYSQL_SET, "", MYSQL_FLAGS " retrieve_as_bitwise=False", true, "length"},
    {TYPE_MYSQL_SMALLINT, MYSQL_NUMBER},
    {TYPE_MYSQL_TEXT, MYSQL_STRING},
    {TYPE_MYSQL_TIME, MYSQL_FRACTION},
    {TYPE_MYSQL_TIMESTAMP, MYSQL_FRACTION},
    {TYPE_MYSQL_TINYBLOB, LENGTH},
    {TYPE_MYSQL_TINYINT, MYSQL_NUMBER},
    {TYPE_MYSQL_TINYTEXT, MYSQL_LONG_STRING},
    {TYPE_MYSQL_VARCHAR, MYSQL_STRING},
    {TYPE_MYSQL_YEAR, "display_width", "display_width"},
    {TYPE_MYSQL_INET4, NOTHING},
    {TYPE_MYSQL_INET6, NOTHING},
    {TYPE_MSSQL_BIT, "create_constraint name", "create_constraint=False name"},
    {TYPE_MSSQL_DATETIME2, PRECISION, false, "timezone"},
    {TYPE_MSSQL_DATETIMEOFFSET, PRECISION, false, "timezone"},
    {TYPE_MSSQL_DOUBLE_PRECISION, NOTHING, false, "precision asdecimal decimal_return_scale"},
    {TYPE_MSSQL_IMAGE, LENGTH},
    {TYPE_MSSQL_JSON, "none_as_null", "none_as_null=False"},
    {TYPE_MSSQL_MONEY, NOTHING},
    {TYPE_MSSQL_NTEXT, STRING},
    {TYPE_MSSQL_REAL, NOTHING, false, "precision asdecimal decimal_return_scale"},
    {TYPE_MSSQL_ROWVERSION, "convert_int", "convert_int=False"},
    {TYPE_MSSQL_SMALLDATETIME, "timezone", "timezone=False"},
    {TYPE_MSSQL_SMALLMONEY, NOTHING},
    {TYPE_MSSQL_SQL_VARIANT, NOTHING},
    {TYPE_MSSQL_TIME, PRECISION, false, "timezone"},
    {TYPE_MSSQL_TIMESTAMP, "convert_int", "convert_int=False"},
    {TYPE_MSSQL_TINYINT, NOTHING},
    {TYPE_MSSQL_UNIQUEIDENTIFIER, "as_uuid", "as_uuid=True"},
    {TYPE_MSSQL_VARBINARY, "length filestream", "length filestream=False"},
    {TYPE_MSSQL_XML, STRING},
    {TYPE_ORACLE_BFILE, LENGTH},
    {TYPE_ORACLE_BINARY_DOUBLE, FLOATING},
    {TYPE_ORACLE_BINARY_FLOAT, FLOATING},
    {TYPE_ORACLE_DATE, "timezone", "timezone=False"},
    {TYPE_ORACLE_FLOAT, "binary_precision asdecimal decimal_return_scale",
     "binary_precision asdecimal=False decimal_return_scale"},
    {TYPE_ORACLE_INTERVAL, "day_precision second_precision", "day_precision second_precision"},
    {TYPE_ORACLE_LONG, STRING},
    {TYPE_ORACLE_NCLOB, STRING},
    {TYPE_ORACLE_NUMBER, "precision scale asdecimal", "precision scale asdecimal"},
    {TYPE_ORACLE_RAW, LENGTH},
    {TYPE_ORACLE_ROWID, NOTHING},
    {TYPE_ORACLE_TIMESTAMP, "timezone local_timezone", "timezone=False local_timezone=False"},
    {TYPE_ORACLE_VARCHAR2, STRING},
    {TYPE_ORACLE_VECTOR, "dim storage_format storage_type", "dim storage_format storage_type"},
};

static const Signature *find_signature(TypeId id)
{
    for (size_t i = 0; i < COUNT_OF(signatures); i++)
        if (signatures[i].id == id)
            return &signatures[i];
    return NULL;
}

/* --- lists of words -------------------------------------------------------------------------------------- */

/* The next "name" or "name=Default" of a list; false at its end. */
typedef struct Word {
    const char *next;
    Str *name;
    Value fallback;
} Word;

static bool next_word(Word *word)
{
    const char *at = word->next + strspn(word->next, " ");
    if (!*at)
        return false;
    size_t length = strcspn(at, " "), name = strcspn(at, "= ");
    word->name = intern_bytes(at, name);
    word->fallback = name == length ? NONE : BOOL(at[name + 1] == 'T');
    word->next = at + length;
    return true;
}

/* --- taking the arguments ------------------------------------------------------------------------------------ */

static int64_t number_of(const Dict *given, const char *name)
{
    Value v = dict_find_text(given, name);
    return is_set(v) && v.tag == TAG_INT ? v.integer : -1;
}

static bool flag_of(const Dict *given, const char *name, bool fallback)
{
    Value v = dict_find_text(given, name);
    return is_set(v) && !is_none(v) ? value_truth(v) : fallback;
}

/* What the generic types' SQL is written from. */
static void understand(Type *type, const Dict *given)
{
    Value length = dict_find_text(given, "length");
    type->length = is_str(length) && str_is(length.str, "max") ? LENGTH_MAX : number_of(given, "length");
    type->precision = number_of(given, "precision");
    type->scale = number_of(given, "scale");
    Value collation = dict_find_text(given, "collation");
    type->collation = is_set(collation) ? value_find_str(collation) : NULL;
    type->timezone = flag_of(given, "timezone", false);
    type->as_uuid = flag_of(given, "as_uuid", true);
    type->none_as_null = flag_of(given, "none_as_null", false);
    type->create_constraint = flag_of(given, "create_constraint", false);
    Value name = dict_find_text(given, "name");
    type->name = is_set(name) ? value_find_str(name) : NULL;
    type->name_given = type->name != NULL;
}

/* That of the longest text, unless a longer one is given. */
static void understand_length(Type *type, const Dict *given)
{
    int64_t longest = type_longest_label(type);
    if (type->length >= 0 && type->length < longest && type_id(type) == TYPE_MYSQL_ENUM)
        raise_value("When provided, length must be larger or equal than the length of the longest "
                    "enum value. %lld < %lld",
                    (long long)type->length, (long long)longest);
    if (type->length < 0)
        type->length = longest;
}

static void take_values(Type *type, const List *values)
{
    type->arguments = list_new(values->length);
    for (size_t i = 0; i < values->length; i++) {
        list_append(type->arguments, values->at[i]);
        vec_push(&type->labels, value_str(values->at[i]));
    }
}

/* Positional arguments under their names, beside the keywords. */
static Dict *name_arguments(const Type *type, const Signature *signature, const List *arguments, const Dict *keywords)
{
    Dict *given = keywords ? dict_copy(keywords) : dict_new();
    Word word = {.next = signature->positional};
    for (size_t i = 0; !signature->values && i < arguments->length; i++) {
        if (!next_word(&word))
            raise_type("%s.__init__() takes no more than %zu positional arguments but %zu were given",
                       class_name(type->obj.class)->text, i + 1, arguments->length + 1);
        dict_set_str(given, word.name, arguments->at[i]);
    }
    return given;
}

/* Taken, but not shown. */
static bool is_hidden(const Signature *signature, const Str *name)
{
    if (str_is(name, "collate"))
        return strstr(signature->named, "charset") != NULL;
    Word word = {.next = signature->hidden ? signature->hidden : ""};
    while (next_word(&word))
        if (word.name == str_intern((Str *)(uintptr_t)name))
            return true;
    return false;
}

/* In the name of the constructor there that takes no more. */
static _Noreturn void raise_unknown(const Type *type, const Signature *signature,
                                    const Str *keyword)
{
    const Class *class = type_info[type_id(type)].class;
    const Native *init = class->base->init;
    if (!*signature->named)
        raise_type("%s() takes no arguments", class->name);
    if (init == Integer_class.init)
        raise_type("object.__init__() takes exactly one argument (the instance to initialize)");
    const char *owner = init == class->init ? class->name : init->name + strlen("init_");
    raise_type("%s.__init__() got an unexpected keyword argument '%s'", owner, keyword->text);
}

static void refuse_unknown(const Type *type, const Signature *signature, const Dict *given)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(given, &i));) {
        Word word = {.next = signature->named};
        bool known = is_hidden(signature, value_str(entry->key));
        while (!known && next_word(&word))
            known = value_equal(entry->key, STR(word.name));
        if (!known)
            raise_unknown(type, signature, value_str(entry->key));
    }
}

/* Every parameter becomes an attribute; those that are not at their default are what repr() shows. */
static void keep(Type *type, const Signature *signature, const Dict *given)
{
    type->keywords = dict_new();
    Word word = {.next = signature->named};
    while (next_word(&word)) {
        Value v = dict_find_text(given, word.name->text);
        if (!is_set(v))
            v = word.fallback;
        if (!value_equal(v, word.fallback))
            dict_set_str(type->keywords, word.name, v);
        if (!is_set(value_find_attr(OBJ(type), word.name)))
            value_set_attr(OBJ(type), word.name, v);
    }
}

/* What constructors there say beyond their signature. */
static void check_combination(Type *type, Dict *given)
{
    TypeId id = type_id(type);
    bool real = id == TYPE_MYSQL_DOUBLE || id == TYPE_MYSQL_REAL;
    if (real && (type->precision < 0) != (type->scale < 0))
        raise_exception(&ArgumentError_class, "You must specify both precision and scale or omit both altogether.");
    if (real && !is_set(dict_find_text(given, "asdecimal")))
        dict_set_text(given, "asdecimal", TRUE_VALUE);
    if (id == TYPE_MYSQL_NCHAR || id == TYPE_MYSQL_NVARCHAR)
        dict_set_text(given, "national", TRUE_VALUE);
    if (id == TYPE_ORACLE_NUMBER && !is_set(dict_find_text(given, "asdecimal")))
        dict_set_text(given, "asdecimal", BOOL(type->scale > 0));
    if (id == TYPE_MSSQL_DOUBLE_PRECISION || id == TYPE_MSSQL_REAL)
        type->precision = type->precision < 0 ? id == TYPE_MSSQL_REAL ? 24 : 53 : type->precision;
    if (id == TYPE_MSSQL_VARBINARY && flag_of(given, "filestream", false) && type->length != -1 &&
        type->length != LENGTH_MAX)
        raise_value("length must be None or 'max' when setting filestream");
    if (id == TYPE_ORACLE_TIMESTAMP && type->timezone && flag_of(given, "local_timezone", false))
        raise_exception(&ArgumentError_class, "timezone and local_timezone are mutually exclusive");
}

void type_take_foreign(Type *type, const List *arguments, const Dict *keywords)
{
    const Signature *signature = find_signature(type_id(type));
    if (!signature)
        BUG("a foreign type without a signature");
    Dict *given = name_arguments(type, signature, arguments, keywords);
    refuse_unknown(type, signature, given);
    Value collate = dict_find_text(given, "collate");
    if (is_set(collate))
        dict_set_text(given, "collation", collate);
    if (signature->values)
        take_values(type, arguments);
    understand(type, given);
    if (signature->values)
        understand_length(type, given);
    check_combination(type, given);
    type->asdecimal = flag_of(given, "asdecimal", type->asdecimal);
    type->decimal_return_scale = number_of(given, "decimal_return_scale");
    keep(type, signature, given);
}
