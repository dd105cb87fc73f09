/* enum_value.c -- values of Enum columns on their way: members of an Enum class and the labels that the database has. */
#include "schema/schema.h"

enum { MOST_SHOWN = 4, MOST_LETTERS = 11 };

static Str *shown_label(const Str *label)
{
    if (label->characters <= MOST_LETTERS)
        return str_new(label->text, label->length);
    return str_format("%s..", str_slice_bytes(label, 0, str_offset(label, MOST_LETTERS))->text);
}

/* "a, b, ..., z": the first three and the last. */
static Str *shown_labels(const StrVec *labels)
{
    if (!labels->length)
        return str_from("None");
    Buf out = {0};
    bool is_cut = labels->length > MOST_SHOWN;
    for (size_t i = 0; i < labels->length && !(is_cut && i == MOST_SHOWN - 1); i++)
        buf_format(&out, "%s%s", i ? ", " : "", shown_label(labels->at[i])->text);
    if (is_cut)
        buf_format(&out, ", ..., %s", shown_label(labels->at[labels->length - 1])->text);
    return buf_str(&out);
}

static _Noreturn void raise_no_member(const Type *type, Value v)
{
    raise_exception(&LookupError_class,
                    "'%s' is not among the defined enum values. Enum name: %s. Possible values: %s",
                    value_str(v)->text, type->name ? type->name->text : "None", shown_labels(&type->labels)->text);
}

/* The last one: labels may name a member twice. */
static ptrdiff_t label_find(const Type *type, const Str *text)
{
    for (size_t i = type->labels.length; text && i-- > 0;)
        if (str_equal(type->labels.at[i], text))
            return (ptrdiff_t)i;
    return -1;
}

static ptrdiff_t member_find(const Type *type, Value v)
{
    for (size_t i = 0; type->enum_values && i < type->enum_values->length; i++)
        if (value_is(type->enum_values->at[i], v) || value_equal(type->enum_values->at[i], v))
            return (ptrdiff_t)i;
    return -1;
}

Value enum_label(const Type *type, Value v)
{
    if (is_none(v))
        return v;
    value_hash(v); /* lists cannot be looked up */
    Str *text = value_find_str(value_plain(v));
    ptrdiff_t place = member_find(type, v), named = label_find(type, text);
    if (place < 0)
        place = named >= 0 && type->enum_values ? member_find(type, type->enum_values->at[named]) : named;
    if (place >= 0)
        return STR(type->labels.at[place]);
    if (!text || type->validate_strings)
        raise_no_member(type, v);
    return STR(text);
}

Value enum_member(const Type *type, Value v)
{
    if (is_none(v))
        return v;
    ptrdiff_t place = label_find(type, value_find_str(v));
    if (place < 0)
        raise_no_member(type, v);
    return type->enum_values ? type->enum_values->at[place] : STR(type->labels.at[place]);
}
