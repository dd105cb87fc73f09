/* render_type.c -- column types: sa.String(length=50), postgresql.JSONB(astext_type=sa.Text()), variants, the
 * project's own types. */
#include "autogen/inside.h"

static const char dialects_module[] = "sqlalchemy.dialects.";

/* "postgresql" of sqlalchemy.dialects.postgresql.named_types; NULL for types of other modules. */
static Str *dialect_of_module(const Str *module)
{
    size_t head = sizeof dialects_module - 1;
    if (strncmp(module->text, dialects_module, head) != 0)
        return NULL;
    return str_new(module->text + head, strcspn(module->text + head, "."));
}

/* Where the repr() of the type inside begins in the repr() of the type around it: behind this text. */
static const char *inner_marker(const Type *type)
{
    static const struct {
        TypeId id;
        const char *marker;
    } rows[] = {{TYPE_ARRAY, "("}, {TYPE_PG_HSTORE, "text_type="}, {TYPE_PG_JSON, "astext_type="}};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (type_is(type, rows[i].id))
            return rows[i].marker;
    return NULL;
}

static void add_domain_option(RenderContext *r, Buf *out, const char *name, Value v)
{
    if (!is_absent(v))
        buf_format(out, ", %s=%s", name, render_expression(r, v, RENDER_WRAPPED)->text);
}

/* All that the domain is: repr() has but its name and what it is made of. */
static Str *render_domain(RenderContext *r, const Type *type)
{
    bool said = type->collation && !str_is(type->collation, "default");
    Buf out = {0};
    buf_format(&out, "DOMAIN(%s, %s", value_repr(STR(type->name))->text,
               render_type(r, type->item_type)->text);
    add_domain_option(r, &out, "collation", said ? STR(type->collation) : NONE);
    add_domain_option(r, &out, "default", type->default_value);
    add_domain_option(r, &out, "constraint_name", STR(type->constraint_name));
    add_domain_option(r, &out, "not_null", type->not_null == TRI_TRUE ? TRUE_VALUE : NONE);
    add_domain_option(r, &out, "check", type->check);
    add_domain_option(r, &out, "schema", STR(type->schema));
    add_domain_option(r, &out, "create_type", type->create_type ? NONE : FALSE_VALUE);
    buf_char(&out, ')');
    return buf_str(&out);
}

/* repr(), and that an ENUM does not create its type: SQLAlchemy leaves that out, and the file would create it again. */
static Str *plain_repr(const Type *type)
{
    Str *text = type_repr(type);
    bool said = !type_is(type, TYPE_PG_ENUM) || type->create_type || !str_ends_with(text, ")");
    return said ? text : str_format("%.*s, create_type=False)", (int)text->length - 1, text->text);
}

/* Types hold types; repr() knows no module prefixes, so the one inside is written again as an argument of its own. */
static Str *repr_with_inner(RenderContext *r, const Type *type)
{
    if (type_is(type, TYPE_PG_DOMAIN) && !render_is_compat(r))
        return render_domain(r, type);
    Str *outer = plain_repr(type);
    const char *marker = inner_marker(type);
    const char *at = marker ? strstr(outer->text, marker) : NULL;
    if (!at)
        return outer;
    Type *inner = type->item_type ? type->item_type : type_new(TYPE_Text);
    Str *plain = type_repr(inner); /* as it stands in the repr() around it */
    at += strlen(marker);
    if (strncmp(at, plain->text, plain->length) != 0)
        return outer;
    return str_format("%.*s%s%s", (int)(at - outer->text), outer->text, render_type(r, inner)->text,
                      at + plain->length);
}

static Str *render_one(RenderContext *r, Type *type);

Str *render_type_alone(RenderContext *r, Type *type)
{
    Str *text = NULL;
    if (render_by_hook(r, "type", OBJ(type), &text))
        return text ? text : str_from("None");
    return render_one(r, type);
}

/* base.with_variant(other, 'sqlite'), by dialect name. */
static Str *render_variants(RenderContext *r, Type *type)
{
    StrVec names_ = {0};
    for (size_t i = 0; i < type->variants.length; i++)
        vec_push(&names_, type->variants.at[i].key);
    texts_sort(&names_);
    Buf out = {0};
    buf_add(&out, render_type_alone(r, type));
    for (size_t i = 0; i < names_.length; i++) {
        Type *variant = map_find(&type->variants, names_.at[i]);
        buf_format(&out, ".with_variant(%s, %s)", render_type_alone(r, variant)->text,
                   value_repr(STR(names_.at[i]))->text);
    }
    return buf_str(&out);
}

/* One of the server's own that SQLAlchemy has no class for: made on the spot, so that what was dropped can come back. */
static Str *render_unknown(const RenderContext *r, const Type *type)
{
    Str *text = value_repr(STR(type->name));
    return str_format("type(%s, (%stypes.UserDefinedType,), {'cache_ok': True, 'get_col_spec': "
                      "lambda self, **kw: %s})()",
                      text->text, r->sqlalchemy_prefix, text->text);
}

static Str *render_one(RenderContext *r, Type *type)
{
    if (type_is(type, TYPE_NullType) && type->name)
        return render_unknown(r, type);
    Str *module = class_module(type->obj.class);
    Str *dialect = dialect_of_module(module);
    if (dialect)
        return str_format("%s%s", render_dialect_prefix(r, dialect->text)->text, repr_with_inner(r, type)->text);
    if (strncmp(module->text, "sqlalchemy.", 11) == 0)
        return str_format("%s%s", r->sqlalchemy_prefix, repr_with_inner(r, type)->text);
    if (r->user_prefix)
        return str_format("%s%s", r->user_prefix->text, value_repr(OBJ(type))->text);
    return str_format("%s.%s", module->text, value_repr(OBJ(type))->text);
}

Str *render_type(RenderContext *r, Type *type)
{
    Str *text = NULL;
    if (!type->variants.length)
        return render_type_alone(r, type);
    if (render_by_hook(r, "type", OBJ(type), &text))
        return text ? text : str_from("None");
    return render_variants(r, type);
}
