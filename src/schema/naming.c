/* naming.c -- naming conventions: MetaData(naming_convention={"ix": "ix_%(column_0_label)s", ...}).
 *
 * A constraint or index without a name gets one from the convention of its kind when it joins a table; one
 * with a name is rewritten too when the convention mentions %(constraint_name)s. Names from op.f() are left
 * alone. Generated names may be too long for the server: they are cut and end in a piece of their MD5, as
 * SQLAlchemy does; explicit names that long are an error. */
#include "schema/schema.h"

#include <ctype.h>
#include <stdlib.h>

/* What a convention is asked about: a constraint or an index, seen alike. */
typedef struct Named {
    const Constraint *constraint; /* NULL for an index */
    const Index *index;
    const Table *table;
    const Dict *convention; /* NULL: the one every MetaData begins with */
    Str *name;
} Named;

typedef struct KindKey {
    const Class *class;
    const char *prefix;
} KindKey;

static const KindKey kind_keys[] = {
    {&Index_class, "ix"},
    {&PrimaryKeyConstraint_class, "pk"},
    {&CheckConstraint_class, "ck"},
    {&UniqueConstraint_class, "uq"},
    {&ForeignKeyConstraint_class, "fk"},
};

const char naming_default_index[] = "ix_%(column_0_label)s";

/* The format for this class: keyed by class or by its two-letter prefix; UNSET when there is none. */
static Value find_convention(const Dict *convention, const Class *class)
{
    for (const Class *c = class; c; c = c->base) {
        Value by_class = dict_find(convention, OBJ(c));
        if (is_set(by_class))
            return by_class;
        for (size_t i = 0; i < COUNT_OF(kind_keys); i++)
            if (kind_keys[i].class == c) {
                Value by_prefix = dict_find_text(convention, kind_keys[i].prefix);
                if (is_set(by_prefix))
                    return by_prefix;
            }
    }
    return UNSET;
}

/* --- the columns a token speaks of ------------------------------------------------------------------- */

static size_t column_count(const Named *named)
{
    if (named->index)
        return named->index->expressions.length;
    return named->constraint->columns.length;
}

static const Column *column_at(const Named *named, size_t i)
{
    if (i >= column_count(named))
        return NULL;
    if (named->index)
        return as(Column, OBJ(named->index->expressions.at[i]));
    return named->constraint->columns.at[i];
}

typedef enum ColumnPart { PART_NAME, PART_KEY, PART_LABEL } ColumnPart;

static Str *column_part(const Named *named, const Column *column, ColumnPart part)
{
    if (part == PART_KEY)
        return column->clause.key;
    if (part == PART_NAME)
        return column_name(column);
    Str *owner = table_name(named->table);
    if (table_schema(named->table))
        owner = str_format("%s_%s", str_replace(table_schema(named->table), ".", "_")->text, owner->text);
    return str_format("%s_%s", owner->text, column_name(column)->text);
}

static _Noreturn void raise_unnamed(void)
{
    raise_exception(&InvalidRequestError_class,
                    "Naming convention requires that the expressions of an index are columns; give the "
                    "index a name.");
}

/* The words for column i: of a text() among the expressions of an index, the text; of none at all, nothing. */
static Str *column_words(const Named *named, size_t i, ColumnPart part)
{
    const Column *column = column_at(named, i);
    if (column)
        return column_part(named, column, part);
    if (i >= column_count(named) && !named->index)
        return str_empty;
    const TextClause *text = i < column_count(named) ? as(TextClause, OBJ(named->index->expressions.at[i])) : NULL;
    if (!text || part == PART_LABEL)
        raise_unnamed();
    return text->text;
}

/* column_0N_name (joined without separator), column_0_N_name (joined with "_") */
static Str *join_columns(const Named *named, ColumnPart part, const char *separator)
{
    Buf out = {0};
    for (size_t i = 0; i < column_count(named); i++) {
        if (i)
            buf_text(&out, separator);
        buf_add(&out, column_words(named, i, part));
    }
    return buf_str(&out);
}

/* --- what a foreign key refers to ------------------------------------------------------------------------ */

typedef enum ReferredPart { REFERRED_TABLE, REFERRED_COLUMN } ReferredPart;

static Str *referred_part(const Named *named, size_t i, ReferredPart part)
{
    const Constraint *key = named->constraint;
    if (!key || key->kind != CONSTRAINT_FOREIGN_KEY)
        raise_exception(&InvalidRequestError_class,
                        "Naming convention with a referred_... token is for foreign keys only");
    if (i >= key->elements.length)
        return str_empty;
    Str *schema, *table, *column;
    foreign_key_target(key->elements.at[i], &schema, &table, &column);
    return part == REFERRED_TABLE ? table : column;
}

static Str *join_referred(const Named *named, const char *separator)
{
    Buf out = {0};
    for (size_t i = 0; i < named->constraint->elements.length; i++)
        buf_format(&out, "%s%s", i ? separator : "", referred_part(named, i, REFERRED_COLUMN)->text);
    return buf_str(&out);
}

/* --- tokens --------------------------------------------------------------------------------------------------- */

static Str *constraint_name_token(const Named *named)
{
    if (!named->name)
        raise_exception(&InvalidRequestError_class,
                        "Naming convention including %%(constraint_name)s token requires that "
                        "constraint is explicitly named.");
    return named->name;
}

/* column_<n>[N|_N]_<name|key|label> and referred_column_... ; NULL when the token is none of these. */
static Str *column_token(const Named *named, const char *token)
{
    bool referred = strncmp(token, "referred_", 9) == 0;
    const char *p = referred ? token + 9 : token;
    if (strncmp(p, "column_", 7) != 0 || !isdigit((unsigned char)p[7]))
        return NULL;
    char *rest;
    size_t number = strtoul(p + 7, &rest, 10);
    const char *separator = strncmp(rest, "_N", 2) == 0 ? "_" : rest[0] == 'N' ? "" : NULL;
    rest += separator ? (separator[0] ? 2 : 1) : 0;
    static const char *const parts[] = {"_name", "_key", "_label"};
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (strcmp(rest, parts[i]) != 0)
            continue;
        if (referred)
            return separator ? join_referred(named, separator)
                             : referred_part(named, number, REFERRED_COLUMN);
        if (separator)
            return join_columns(named, (ColumnPart)i, separator);
        return column_words(named, number, (ColumnPart)i);
    }
    return NULL;
}

/* A token of the project's own: a callable in the convention, called with (constraint, table). */
static Str *custom_token(const Named *named, const char *token)
{
    Value function = dict_find_text(named->convention, token);
    if (!is_set(function) || !is_callable(function))
        raise_exception_with(&KeyError_class, STR(str_from(token)));
    Value arguments[] = {named->index ? OBJ(named->index) : OBJ(named->constraint), OBJ(named->table)};
    return value_str(call(function, 2, arguments));
}

static Str *token_text(const Named *named, const char *token)
{
    if (named->convention && is_set(dict_find_text(named->convention, token)))
        return custom_token(named, token);
    if (strcmp(token, "table_name") == 0)
        return table_name(named->table);
    if (strcmp(token, "constraint_name") == 0)
        return constraint_name_token(named);
    if (strcmp(token, "referred_table_name") == 0)
        return referred_part(named, 0, REFERRED_TABLE);
    Str *column = column_token(named, token);
    return column ? column : custom_token(named, token);
}

static Str *expand(const Named *named, const Str *format)
{
    Buf out = {0};
    for (const char *p = format->text; *p;) {
        const char *close;
        if (p[0] == '%' && p[1] == '(' && (close = strchr(p, ')')) && close[1] == 's') {
            Str *token = str_new(p + 2, (size_t)(close - p - 2));
            buf_add(&out, token_text(named, token->text));
            p = close + 2;
        } else {
            p += p[0] == '%' && p[1] == '%';
            buf_char(&out, *p++);
        }
    }
    return buf_str(&out);
}

/* The name the convention makes, or NULL when it has nothing to say. */
static Str *conventional_name(const Named *named, NameSource source, const Class *class)
{
    if (source == NAME_FINAL || !named->table || !named->table->metadata)
        return NULL;
    if (!named->convention && (named->name || named->constraint))
        return NULL;
    Str *format = named->convention ? value_find_str(find_convention(named->convention, class))
                                    : str_from(naming_default_index);
    if (!format || (named->name && !strstr(format->text, "constraint_name")))
        return NULL;
    return expand(named, format);
}

static const Dict *convention_of(const Table *table)
{
    return table && table->metadata ? table->metadata->naming_convention : NULL;
}

static Str *name_by_convention(const Constraint *constraint)
{
    const Named named = {.constraint = constraint,
                         .table = constraint->table,
                         .convention = convention_of(constraint->table),
                         .name = constraint->name};
    return conventional_name(&named, constraint->name_source, constraint->obj.class);
}

/* CHECKs made by Boolean and Enum without a name wait until they are written: their convention may ask for
 * a name they do not have, which is an error only then. */
void naming_apply_constraint(Constraint *constraint)
{
    if (constraint->type_bound && !constraint->name)
        return;
    Str *made = name_by_convention(constraint);
    if (made) {
        constraint->name = made;
        constraint->name_source = NAME_FINAL;
    }
}

void naming_apply_index(Index *index)
{
    const Named named = {.index = index,
                         .table = index->table,
                         .convention = convention_of(index->table),
                         .name = index->name};
    Str *made = conventional_name(&named, index->name_source, index->obj.class);
    if (made) {
        index->name = made;
        index->name_source = NAME_FINAL;
    }
}

/* --- the length limit ------------------------------------------------------------------------------------------- */

static Str *cut_name(const Str *name, size_t limit)
{
    uint8_t digest[16];
    md5(name->text, name->length, digest);
    Str *head = str_slice_bytes(name, 0, str_offset(name, limit - 8));
    return str_format("%s_%02x%02x", head->text, digest[14], digest[15]);
}

static Str *within_limit(Str *name, NameSource source, size_t limit)
{
    if (!name || name->characters <= limit)
        return name;
    if (source == NAME_FINAL)
        return cut_name(name, limit);
    raise_exception(&IdentifierError_class, "Identifier '%s' exceeds maximum length of %zu characters",
                    name->text, limit);
}

Str *constraint_final_name(const Constraint *constraint, size_t limit)
{
    bool waits = constraint->type_bound ||
                 (constraint->implicit && constraint->kind == CONSTRAINT_PRIMARY_KEY);
    if (waits && !constraint->name) /* the key every table has got its columns after it joined */
        return within_limit(name_by_convention(constraint), NAME_FINAL, limit);
    return within_limit(constraint->name, constraint->name_source, limit);
}

Str *index_final_name(const Index *index, size_t limit)
{
    return within_limit(index->name, index->name_source, limit);
}
