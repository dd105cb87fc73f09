/* default_name.c -- what PostgreSQL calls a constraint that was given no name: "t_a_b_key". */
#include "schema/schema.h"

enum { POSTGRES_NAME_LIMIT = 63 };

static const char *const labels[] = {
    [CONSTRAINT_PRIMARY_KEY] = "pkey", [CONSTRAINT_UNIQUE] = "key",   [CONSTRAINT_CHECK] = "check",
    [CONSTRAINT_FOREIGN_KEY] = "fkey", [CONSTRAINT_EXCLUDE] = "excl",
};

static void add_column(Buf *out, const Str *name)
{
    if (out->length > POSTGRES_NAME_LIMIT)
        return;
    buf_format(out, "%s%s", out->length ? "_" : "", name->text);
}

/* "coalesce" of coalesce(a, b): what stands for an expression that is one call; "expr" for others. */
static Str *call_name(const ClauseElement *expression)
{
    const Function *function = expression ? as(Function, OBJ(expression)) : NULL;
    const TextClause *text = expression ? as(TextClause, OBJ(expression)) : NULL;
    if (function)
        return str_lower_ascii(function->name);
    size_t length = text ? strspn(text->text->text,
                                  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
                         : 0;
    bool is_call = length && text->text->text[length] == '(' && str_ends_with(text->text, ")");
    return is_call ? str_lower_ascii(str_slice_bytes(text->text, 0, length)) : str_from("expr");
}

static Str *columns_text(const Constraint *constraint)
{
    Buf out = {0};
    if (constraint->kind == CONSTRAINT_PRIMARY_KEY)
        return str_empty;
    for (size_t i = 0; i < constraint->elements.length; i++)
        add_column(&out, column_name(constraint->elements.at[i]->parent));
    for (size_t i = 0; !constraint->elements.length && i < constraint->columns.length; i++)
        add_column(&out, column_name(constraint->columns.at[i]));
    for (size_t i = 0; i < constraint->exclusions.length; i++) {
        const ExcludeElement *element = &constraint->exclusions.at[i];
        const ColumnClause *column =
            element->expression ? as(ColumnClause, OBJ(element->expression)) : NULL;
        add_column(&out, column          ? column->name
                         : element->name ? element->name
                                         : call_name(element->expression));
    }
    return buf_str(&out);
}

/* The first bytes of a name, whole letters only. */
static int clipped(const Str *name, size_t length)
{
    while (length && length < name->length && ((unsigned char)name->text[length] & 0xC0) == 0x80)
        length--;
    return (int)length;
}

Str *constraint_default_name(const Constraint *constraint, unsigned attempt)
{
    Str *table = table_name(constraint->table), *columns = columns_text(constraint);
    Str *label = attempt ? str_format("%s%u", labels[constraint->kind], attempt)
                         : str_from(labels[constraint->kind]);
    size_t room = POSTGRES_NAME_LIMIT - label->length - 1 - (columns->length ? 1 : 0);
    size_t first = table->length, second = columns->length;
    while (first + second > room)
        *(first > second ? &first : &second) -= 1;
    return str_format("%.*s%s%.*s_%s", clipped(table, first), table->text,
                      columns->length ? "_" : "", clipped(columns, second), columns->text,
                      label->text);
}
