/* typing_module.c -- the functions of typing, and the two modules. */
#include "pystd/typing.h"

/* --- functions -------------------------------------------------------------------------------- */

#define CAST_PARAMS(P) P(POS, any, typ, Required) P(POS, any, val, Required)
FUNCTION(typing, cast, CAST_PARAMS)
{
    return a->val;
}

FUNCTION(typing, assert_type, CAST_PARAMS)
{
    return a->typ;
}

#define SAME_PARAMS(P) P(ONLY, any, object, Required)
/* overload, final, override, no_type_check: marks for type checkers. */
FUNCTION(typing, same, SAME_PARAMS)
{
    return a->object;
}

FUNCTION(typing, assert_never, SAME_PARAMS)
{
    raise_exception(&AssertionError_class, "Expected code to be unreachable, but got: %s",
                    value_repr(a->object)->text);
}

#define TP_PARAMS(P) P(POS, any, tp, Required)
FUNCTION(typing, get_origin, TP_PARAMS)
{
    TypingAlias *alias = as(TypingAlias, a->tp);
    if (alias && alias->row && alias->row->kind == FORM_ANNOTATED)
        return typing_attribute("Annotated");
    if (a->tp.tag == TAG_OBJ && a->tp.obj->class == &UnionType_class)
        return OBJ(&UnionType_class);
    if (alias || (a->tp.tag == TAG_OBJ && a->tp.obj->class == &GenericAlias_class))
        return value_get_attr(a->tp, intern("__origin__"));
    SpecialForm *form = as(SpecialForm, a->tp);
    Value origin = form ? typing_row_origin(form->row) : UNSET;
    if (a->tp.tag == TAG_OBJ && a->tp.obj == (Obj *)(uintptr_t)&Generic_class)
        return a->tp;
    return is_set(origin) ? origin : NONE;
}

static Value callable_args(const TypingAlias *alias)
{
    size_t last = alias->args->length - 1;
    Value first = alias->args->at[0];
    bool open = last == 1 && first.tag == TAG_OBJ && first.obj->class == &ellipsis_class;
    Value parts[] = {open ? first : OBJ(list_of(last, alias->args->at)), alias->args->at[last]};
    return OBJ(tuple_new(2, parts));
}

FUNCTION(typing, get_args, TP_PARAMS)
{
    TypingAlias *alias = as(TypingAlias, a->tp);
    if (alias && alias->metadata) {
        List *parts = list_of(1, &alias->origin);
        for (size_t i = 0; i < alias->metadata->length; i++)
            list_append(parts, alias->metadata->at[i]);
        return OBJ(tuple_new(parts->length, parts->at));
    }
    if (alias && alias->row && alias->row->kind == FORM_CALLABLE && alias->args->length)
        return callable_args(alias);
    if (alias)
        return OBJ(alias->args);
    bool other = a->tp.tag == TAG_OBJ &&
                 (a->tp.obj->class == &UnionType_class || a->tp.obj->class == &GenericAlias_class);
    return other ? value_get_attr(a->tp, intern("__args__")) : OBJ(tuple_new(0, NULL));
}

FUNCTION(typing, is_typeddict, TP_PARAMS)
{
    return BOOL(is_set(value_find_attr_text(a->tp, "__total__")));
}

static Value make_text(void)
{
    return OBJ(&str_class);
}

static Value make_false(void)
{
    return FALSE_VALUE;
}

static Value make_any_str(void)
{
    Value args[] = {STR(intern("AnyStr")), OBJ(&bytes_class), OBJ(&str_class)};
    return instantiate(&TypeVar_class, &(Call){.count = 3, .args = args});
}

/* What `from typing import *` brings: the forms, and what is not a form. */
static Value make_all(void)
{
    static const char *const others[] = {"Generic",         "Protocol",
                                         "TypeVar",         "ParamSpec",
                                         "TypeVarTuple",    "ForwardRef",
                                         "NewType",         "cast",
                                         "overload",        "final",
                                         "override",        "runtime_checkable",
                                         "get_origin",      "get_args",
                                         "get_type_hints",  "NamedTuple",
                                         "TypedDict",       "Text",
                                         "TYPE_CHECKING",   "AnyStr",
                                         "no_type_check",   "assert_never",
                                         "assert_type",     "is_typeddict",
                                         "reveal_type",     "SupportsAbs",
                                         "SupportsBytes",   "SupportsComplex",
                                         "SupportsFloat",   "SupportsIndex",
                                         "SupportsInt",     "SupportsRound",
                                         "clear_overloads", "dataclass_transform",
                                         "get_overloads",   "no_type_check_decorator",
                                         "TypeAliasType"};
    List *names_ = list_new(0);
    typing_add_form_names(names_);
    for (size_t i = 0; i < COUNT_OF(others); i++)
        list_append(names_, STR(intern(others[i])));
    return OBJ(names_);
}

static const Export typing_exports[] = {EXPORT_MAKE("__all__", make_all),
                                        EXPORT_CLASS(Generic),
                                        EXPORT_CLASS(Protocol),
                                        EXPORT_CLASS(TypeVar),
                                        EXPORT_CLASS(ParamSpec),
                                        EXPORT_CLASS(TypeVarTuple),
                                        EXPORT_CLASS(ForwardRef),
                                        EXPORT_CLASS(NewType),
                                        EXPORT_CLASS_AS("_GenericAlias", TypingAlias),
                                        EXPORT_CLASS_AS("_SpecialForm", SpecialForm),
                                        EXPORT_FUNCTION(typing, cast),
                                        EXPORT_FUNCTION(typing, assert_type),
                                        EXPORT_FUNCTION_AS("overload", typing, same),
                                        EXPORT_FUNCTION_AS("final", typing, same),
                                        EXPORT_FUNCTION_AS("override", typing, same),
                                        EXPORT_FUNCTION_AS("no_type_check", typing, same),
                                        EXPORT_FUNCTION(typing, assert_never),
                                        EXPORT_FUNCTION(typing, get_origin),
                                        EXPORT_FUNCTION(typing, get_args),
                                        EXPORT_FUNCTION(typing, is_typeddict),
                                        EXPORT_MAKE("Text", make_text),
                                        EXPORT_MAKE("TYPE_CHECKING", make_false),
                                        EXPORT_MAKE("AnyStr", make_any_str),
                                        {0}};

static Value typing_getattr(Str *name)
{
    const FormRow *row = typing_form_find(name->text);
    if (!row)
        return library_find("_typing", name);
    Value form = typing_form_new(row); /* kept: code asks `tp is Any` */
    dict_set_str(object_attrs((Obj *)import_module(intern("typing"))), str_intern(name), form);
    return form;
}

/* The same objects under the other name. */
static Value extensions_getattr(Str *name)
{
    return value_find_attr(OBJ(import_module(intern("typing"))), name);
}

static const Export *const typing_tables[] = {typing_exports, NULL};
const ModuleDef typing_module = {"typing", typing_tables, false, typing_getattr};
const ModuleDef typing_extensions_module = {"typing_extensions", (const Export *const[]){NULL},
                                            false, extensions_getattr};
