/* compare_type.c -- types, as the texts that the dialect writes for them: a head word with its synonyms, then
 * further words and the arguments in parentheses, where both sides have as many. */
#include "autogen/inside.h"

#include <ctype.h>

/* --- the parts of a type's text ------------------------------------------------------------------------------- */

typedef struct TypeParts {
    StrVec words, arguments;
} TypeParts;

static bool is_word_byte(unsigned char c)
{
    return isalnum(c) || c == '_' || c == '-' || c >= 0x80;
}

static void add_argument(TypeParts *parts, const char *text, size_t length)
{
    Str *argument = str_trim(str_new(text, length));
    if (length && !memchr(text, '=', length))
        vec_push(&parts->arguments, argument);
}

/* The last group in parentheses is the one that counts. */
static void take_arguments(TypeParts *parts, const char *inside, size_t length)
{
    parts->arguments = (StrVec){0};
    for (size_t i = 0, start = 0; i <= length; i++)
        if (i == length || strchr("(),", inside[i])) {
            add_argument(parts, inside + start, i - start);
            start = i + 1;
        }
}

static TypeParts type_parts(const Str *text)
{
    TypeParts parts = {0};
    for (const char *p = text->text; *p;) {
        if (is_word_byte((unsigned char)*p)) {
            size_t length = 0;
            while (is_word_byte((unsigned char)p[length]))
                length++;
            vec_push(&parts.words, str_new(p, length));
            p += length;
            continue;
        }
        const char *close = *p == '(' && p[1] ? strchr(p + 2, ')') : NULL;
        if (close)
            take_arguments(&parts, p + 1, (size_t)(close - p - 1));
        p = close ? close + 1 : p + 1;
    }
    return parts;
}

/* --- comparing ---------------------------------------------------------------------------------------------------- */

static Str *joined(const StrVec *words)
{
    Buf out = {0};
    for (size_t i = 0; i < words->length; i++)
        buf_format(&out, "%s%s", i ? " " : "", words->at[i]->text);
    return buf_str(&out);
}

static bool is_pair(const char *const pair[2], const Str *a, const Str *b)
{
    return (str_is(a, pair[0]) || str_is(a, pair[1])) && (str_is(b, pair[0]) || str_is(b, pair[1]));
}

static bool same_words(const StrVec *a, const StrVec *b, size_t from)
{
    if (a->length != b->length)
        return false;
    for (size_t i = from; i < a->length; i++)
        if (!str_equal(a->at[i], b->at[i]))
            return false;
    return true;
}

static bool heads_match(const AutogenDialect *dialect, const StrVec *a, const StrVec *b)
{
    const Str *head_a = a->length ? a->at[0] : str_empty, *head_b = b->length ? b->at[0] : str_empty;
    if (str_equal(head_a, head_b))
        return true;
    for (const char *const(*pair)[2] = dialect->synonyms; (*pair)[0]; pair++)
        if (is_pair(*pair, head_a, head_b) || is_pair(*pair, joined(a), joined(b)))
            return true;
    return false;
}

static bool texts_differ(const AutogenDialect *dialect, const Str *database, const Str *model)
{
    TypeParts a = type_parts(database), b = type_parts(model);
    if (!heads_match(dialect, &a.words, &b.words))
        return true;
    if (a.words.length == b.words.length && !same_words(&a.words, &b.words, 1))
        return true;
    return a.arguments.length == b.arguments.length && !same_words(&a.arguments, &b.arguments, 0);
}

static Str *lower(Str *text)
{
    return value_str(call_method(STR(text), "lower", 0, NULL));
}

bool column_type_texts_differ(const Comparison *c, Column *database, Column *model)
{
    const Dialect *dialect = c->context->setup.dialect;
    return !str_equal(lower(sql_type_text(dialect, column_type(database))),
                      lower(sql_type_text(dialect, column_type(model))));
}

/* As Alembic sees it. */
static bool column_types_differ(const Comparison *c, Column *database, Column *model)
{
    const Dialect *dialect = c->context->setup.dialect;
    Str *from = sql_type_text(dialect, column_type(database)),
        *to = sql_type_text(dialect, column_type(model));
    return !str_equal(from, to) && texts_differ(c->context->comparing, lower(from), lower(to));
}

/* SQLite keeps the declaration as it was written: one of a type that it does not know, of which Alembic sees no more
 * than the affinity, is the model's when it reads the same. */
static bool is_declared_so(const Comparison *c, const ReflectedColumn *reflected)
{
    return !c->context->setup.compat && reflected && reflected->declared &&
           str_equal(reflected->type_text,
                     str_upper_ascii(
                         sql_type_text(c->context->setup.dialect, column_type(c->model_column))));
}

/* The server may print both alike; or not, where Alembic takes a length or precision that one side has not for the same. */
static bool types_differ(const Comparison *c)
{
    const ReflectedColumn *reflected = reflected_column_find(c, c->column_name);
    if (is_declared_so(c, reflected))
        return false;
    const Str *printed = expression_printed(c, EXPRESSION_TYPE, c->column_name);
    if (reflected && printed)
        return !str_equal(printed, reflected->type_text);
    return column_types_differ(c, c->database_column, c->model_column);
}

/* --- comparators ---------------------------------------------------------------------------------------------------- */

static const Type *undecorated(const Type *type)
{
    while (type_is(type, TYPE_TypeDecorator) && type_decorated(type))
        type = type_decorated(type);
    return type;
}

static bool is_unknown(const Type *type)
{
    return type_is(undecorated(type), TYPE_NullType);
}

/* As this database has it. */
static const Type *plain_type(const Comparison *c, Type *type)
{
    return undecorated(type_for_dialect(type, c->context->setup.dialect->name));
}

/* False when one side's type is not known. */
static bool start(Comparison *c)
{
    c->alter->existing_type = column_type(c->database_column);
    if (is_unknown(column_type(c->database_column))) {
        log_found("types", "Couldn't determine database type for column '%s.%s'", c->table_name->text,
                  c->column_name->text);
        return false;
    }
    if (is_unknown(column_type(c->model_column))) {
        log_found("types", "Column '%s.%s' has no type within the model; can't compare", c->table_name->text,
                  c->column_name->text);
        return false;
    }
    return true;
}

static Verdict found(Comparison *c)
{
    Type *model = column_type(c->model_column);
    c->alter->modify_type = model;
    note_casts(c);
    log_found("types", "Detected type change from %s to %s on '%s.%s'",
              value_repr(OBJ(column_type(c->database_column)))->text, value_repr(OBJ(model))->text,
              c->table_name->text, c->column_name->text);
    return VERDICT_STOP;
}

/* compare_type=False, or a function of the project: True and False decide, None leaves it to the next. */
Verdict compare_type_by_user(Comparison *c)
{
    Value user = autogen_option(c->context, "compare_type");
    if (user.tag == TAG_BOOL && !user.boolean)
        return VERDICT_STOP;
    if (!start(c) || !is_callable(user))
        return VERDICT_CONTINUE;
    Value migration_context = c->context->setup.migration_context;
    Value arguments[] = {is_set(migration_context) ? migration_context : NONE, OBJ(c->database_column),
                         OBJ(c->model_column), OBJ(column_type(c->database_column)),
                         OBJ(column_type(c->model_column))};
    Value answer = call(user, COUNT_OF(arguments), arguments);
    if (value_truth(answer))
        return found(c);
    return answer.tag == TAG_BOOL ? VERDICT_STOP : VERDICT_CONTINUE;
}

static const char *collation_of(const Comparison *c, const Type *type)
{
    return type->collation ? type->collation->text : c->context->comparing->default_collation;
}

/* Alembic sees collations only when both sides have one. */
static bool collations_differ(const Comparison *c)
{
    if (c->context->setup.compat || !c->context->comparing->default_collation)
        return false;
    const Type *database = column_type(c->database_column), *model = plain_type(c, column_type(c->model_column));
    return strcasecmp(collation_of(c, database), collation_of(c, model)) != 0;
}

Verdict compare_type(Comparison *c)
{
    if (!start(c) || (!types_differ(c) && !collations_differ(c)))
        return VERDICT_CONTINUE;
    return found(c);
}
