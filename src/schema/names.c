/* names.c -- names given by scripts: quoted_name, conv (op.f), and keywords named <dialect>_<argument>. */
#include "schema/schema.h"

/* quoted_name and conv derive from str: instances are Boxed, `plain` is the text. */
typedef struct quoted_name {
    Boxed boxed;
    Tri quote;
} quoted_name;
typedef struct conv {
    Boxed boxed;
} conv;

#define QUOTED_NAME_CONSTRUCT(P) P(POS, str, value, None) P(POS, any, quote, None)
NATIVE_CLASS(quoted_name, construct, QUOTED_NAME_CONSTRUCT)
{
    if (!a->value)
        return NONE;
    quoted_name *name = (quoted_name *)object_allocate(class);
    name->boxed.plain = STR(a->value);
    if (!is_absent(a->quote))
        name->quote = value_truth(a->quote) ? TRI_TRUE : TRI_FALSE;
    return OBJ(name);
}

NATIVE0(quoted_name, quote)
{
    return self->quote == TRI_UNSET ? NONE : BOOL(self->quote == TRI_TRUE);
}

static const Method quoted_name_methods[] = {PROPERTY(quoted_name, quote), {0}};
const Class quoted_name_class = {
    CLASS(quoted_name, "sqlalchemy.sql.elements", str),
    .construct = CONSTRUCT(quoted_name),
    .methods = quoted_name_methods,
    .flags = CLASS_BOXED,
};

Value conv_new(Str *name)
{
    conv *made = obj_new(conv);
    made->boxed.plain = STR(name);
    return OBJ(made);
}

#define CONV_CONSTRUCT(P) P(POS, str, value, Required)
NATIVE_CLASS(conv, construct, CONV_CONSTRUCT)
{
    return conv_new(a->value);
}

const Class conv_class = {
    CLASS(conv, "sqlalchemy.sql.elements", str),
    .construct = CONSTRUCT(conv),
    .flags = CLASS_BOXED,
};

Str *name_from(Value v, Tri *quote, NameSource *source)
{
    *source = is_absent(v) ? NAME_NONE : NAME_PLAIN;
    if (is_absent(v))
        return NULL;
    Str *text = value_find_str(v);
    if (!text)
        raise_exception(&ArgumentError_class, "a name must be a string, not %s", value_repr(v)->text);
    if (as(conv, v))
        *source = NAME_FINAL;
    quoted_name *quoted = as(quoted_name, v);
    if (quoted && quote)
        *quote = quoted->quote;
    return text;
}

/* --- <dialect>_<argument> keywords --------------------------------------------------------------- */

/* Arguments that SQLAlchemy's dialects declare, per class of element. "*": any. */
typedef struct OptionRow {
    const Class *owner;
    const char *dialect;
    const char *const *names; /* NULL-terminated */
} OptionRow;

#define NAMES(...) (const char *const[]){__VA_ARGS__, NULL}
static const OptionRow option_rows[] = {
    {&Table_class, "postgresql",
     NAMES("ignore_search_path", "tablespace", "partition_by", "with_oids", "on_commit",
           "inherits", "using")},
    {&Table_class, "sqlite", NAMES("autoincrement", "with_rowid", "strict")},
    {&Index_class, "postgresql",
     NAMES("using", "include", "where", "ops", "concurrently", "with", "tablespace",
           "nulls_not_distinct")},
    {&Index_class, "sqlite", NAMES("where")},
    {&PrimaryKeyConstraint_class, "postgresql", NAMES("include")},
    {&PrimaryKeyConstraint_class, "sqlite", NAMES("on_conflict")},
    {&UniqueConstraint_class, "postgresql", NAMES("include", "nulls_not_distinct")},
    {&UniqueConstraint_class, "sqlite", NAMES("on_conflict")},
    {&ForeignKeyConstraint_class, "postgresql", NAMES("not_valid")},
    {&ForeignKey_class, "postgresql", NAMES("not_valid")},
    {&CheckConstraint_class, "postgresql", NAMES("not_valid")},
    {&CheckConstraint_class, "sqlite", NAMES("on_conflict")},
    {&Column_class, "sqlite",
     NAMES("on_conflict_not_null", "on_conflict_primary_key", "on_conflict_unique")},
    {&Table_class, "mysql", NAMES("*")},
    {&Table_class, "mariadb", NAMES("*")},
    {&PrimaryKeyConstraint_class, "mysql", NAMES("using")},
    {&PrimaryKeyConstraint_class, "mariadb", NAMES("using")},
    {&Index_class, "mysql", NAMES("using", "length", "prefix", "with_parser")},
    {&Index_class, "mariadb", NAMES("using", "length", "prefix", "with_parser")},
    {&PrimaryKeyConstraint_class, "mssql", NAMES("clustered")},
    {&UniqueConstraint_class, "mssql", NAMES("clustered")},
    {&Index_class, "mssql", NAMES("clustered", "include", "where", "columnstore")},
    {&Column_class, "mssql", NAMES("identity_start", "identity_increment")},
    {&Table_class, "oracle", NAMES("resolve_synonyms", "on_commit", "compress", "tablespace")},
    {&Index_class, "oracle", NAMES("bitmap", "compress", "vector", "tablespace")},
    {&Sequence_class, "oracle", NAMES("order")},
    {&Identity_class, "oracle", NAMES("order", "on_null")},
};

static bool has_name(const char *const *list, const char *name)
{
    for (; *list; list++)
        if (strcmp(*list, name) == 0 || strcmp(*list, "*") == 0)
            return true;
    return false;
}

/* Whether the dialect knows the argument; those of dialects that are not SQLAlchemy's own are taken as they are. */
static bool option_is_known(const Class *owner, const char *dialect, size_t dialect_length,
                            const char *name)
{
    static const char *const checked[] = {"postgresql", "sqlite", "mysql", "mariadb", "mssql", "oracle", NULL};
    bool is_checked = false;
    for (size_t i = 0; checked[i]; i++)
        is_checked |= strlen(checked[i]) == dialect_length &&
                      strncmp(checked[i], dialect, dialect_length) == 0;
    if (!is_checked)
        return true;
    for (size_t i = 0; i < COUNT_OF(option_rows); i++) {
        const OptionRow *row = &option_rows[i];
        if (is_subclass(owner, row->owner) && strlen(row->dialect) == dialect_length &&
            strncmp(row->dialect, dialect, dialect_length) == 0 && has_name(row->names, name))
            return true;
    }
    return false;
}

List *dialect_construct_arguments(const char *dialect_name)
{
    List *list = list_new(0);
    for (size_t i = 0; i < COUNT_OF(option_rows); i++) {
        const OptionRow *row = &option_rows[i];
        if (strcmp(row->dialect, dialect_name) != 0)
            continue;
        Dict *names_ = dict_new();
        for (const char *const *name = row->names; *name; name++)
            dict_set_text(names_, *name, NONE);
        list_append(list, OBJ(tuple_new(2, (Value[]){OBJ(row->owner), OBJ(names_)})));
    }
    return list;
}

static _Noreturn void raise_unknown(const Class *owner, const Str *key)
{
    Str *message =
        str_format("Additional arguments should be named <dialectname>_<argument>, got '%s'", key->text);
    Err *err = exception_error(exception_new(&TypeError_class, STR(message)));
    const Native *native = owner->init ? owner->init : owner->construct;
    err->hint = native ? native_suggest(native, key) : NULL;
    err_raise(err);
}

Dict *dialect_options(const Class *owner, Dict *given)
{
    DictEntry *entry;
    for (size_t i = 0; given && (entry = dict_next(given, &i));) {
        const Str *key = value_find_str(entry->key);
        const char *underscore = key ? strchr(key->text, '_') : NULL;
        if (!underscore || underscore == key->text || !underscore[1])
            raise_unknown(owner, key ? key : str_empty);
        size_t length = (size_t)(underscore - key->text);
        if (!option_is_known(owner, key->text, length, underscore + 1))
            raise_exception(&ArgumentError_class,
                            "Argument '%s' is not accepted by dialect '%.*s' on behalf of "
                            "<class '%s.%s'>",
                            key->text, (int)length, key->text, owner->module, owner->name);
    }
    return given;
}

Value dialect_option(const Dict *options, const char *dialect_name, const char *name)
{
    if (!options || !options->length)
        return UNSET;
    return dict_find_str(options, str_format("%s_%s", dialect_name, name));
}
