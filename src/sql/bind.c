/* bind.c -- bound values: placeholders by style, values inlined as literals, lists behind IN,
 * made-up names. */
#include "sql/expr_inside.h"

ExprState *expr_state(Writer *w)
{
    if (!w->frames)
        w->frames = new (ExprState);
    return w->frames;
}

/* --- names ------------------------------------------------------------------------------------ */

enum { CUT_ROOM = 6 }; /* "_1a" and some more, as the reference leaves */

Str *fitted_name(Writer *w, Str *name, const char *kind)
{
    size_t limit = w->dialect->identifier_limit;
    if (limit <= CUT_ROOM || name->characters <= limit - CUT_ROOM)
        return name;
    ExprState *state = expr_state(w);
    Str *key = str_from(kind);
    size_t *counter = map_find(&state->truncated, key);
    if (!counter) {
        counter = new (size_t);
        map_put(&state->truncated, key, counter);
    }
    Str *head = str_slice_bytes(name, 0, str_offset(name, limit - CUT_ROOM));
    return str_format("%s_%zx", head->text, ++*counter);
}

static Str *numbered(Writer *w, const Str *base)
{
    size_t *counter = map_find(&w->used_names, base);
    if (!counter) {
        counter = new (size_t);
        map_put(&w->used_names, (Str *)(uintptr_t)base, counter);
    }
    return str_format("%s_%zu", base->text, ++*counter);
}

Str *anonymous_name(Writer *w, const void *object, const Str *base)
{
    ExprState *state = expr_state(w);
    for (size_t i = 0; i < state->names.length; i++)
        if (state->names.at[i].object == object)
            return state->names.at[i].name;
    AnonymousName made = {object, fitted_name(w, numbered(w, base), "name")};
    vec_push(&state->names, made);
    return made.name;
}

static Str *bind_written_name(Writer *w, const BindParameter *bind)
{
    Str *base = bind->name ? bind->name : str_from("param");
    return bind->unique || !bind->name ? anonymous_name(w, bind, base) : base;
}

/* --- values ----------------------------------------------------------------------------------- */

Value bind_find_value(Writer *w, const BindParameter *bind)
{
    const ExprState *state = expr_state(w);
    if (!bind->unique && bind->name) {
        Value given = w->options.values ? dict_find_str(w->options.values, bind->name) : UNSET;
        for (size_t i = state->parameters.length; i-- > 0 && !is_set(given);)
            given = dict_find_str(state->parameters.at[i], bind->name);
        if (is_set(given))
            return given;
    }
    if (is_set(bind->callable))
        return call(bind->callable, 0, NULL);
    return bind->value;
}

/* --- placeholders ----------------------------------------------------------------------------- */

/* A parameter that the statement made up itself keeps its number when it appears again: PostgreSQL
 * then sees that GROUP BY repeats an expression of the SELECT list. Named ones may need another
 * type in each place. */
static size_t *known_place(ExprState *state, const BindParameter *bind)
{
    for (size_t i = 0; bind && bind->unique && i < state->places.length; i++)
        if (state->places.at[i].bind == bind)
            return &state->places.at[i].number;
    return NULL;
}

static void write_place(Writer *w, const BindParameter *bind, Str *name, Value value, Type *type)
{
    ExprState *state = expr_state(w);
    size_t *known = w->options.style == PARAM_DOLLAR ? known_place(state, bind) : NULL;
    if (known) {
        write_format(w, "$%zu", *known);
        return;
    }
    BoundParam param = {name, value, type};
    vec_push(&w->stmt->params, param);
    switch (w->options.style) {
    case PARAM_DOLLAR: {
        BindPlace place = {bind, w->stmt->params.length};
        vec_push(&state->places, place);
        write_format(w, "$%zu", place.number);
        break;
    }
    case PARAM_QUESTION:
        write_text(w, "?");
        break;
    case PARAM_NAMED:
        write_format(w, ":%s", name->text);
        break;
    case PARAM_PYFORMAT:
        write_format(w, "%%(%s)s", name->text);
        break;
    }
}

static void write_placeholder(Writer *w, const BindParameter *bind, Str *name, Value value,
                              Type *type)
{
    write_place(w, bind, name, value, type);
    if (type && w->dialect->hooks->expr->bind_cast)
        w->dialect->hooks->expr->bind_cast(w, type);
}

/* UserDefinedType.bind_expression(bindvalue): what a script's type puts around its values. */
static bool write_bind_expression(Writer *w, const BindParameter *bind, const Type *type)
{
    Value method = type && !bind->is_wrapped ? type_find_method(type, "bind_expression") : UNSET;
    if (!is_set(method))
        return false;
    BindParameter *inner = bind_new(bind->name, bind->value, bind->column_element.type, bind->unique);
    Obj head = inner->column_element.element.obj;
    *inner = *bind;
    inner->column_element.element.obj = head;
    inner->is_wrapped = true;
    ClauseElement *made = as(ClauseElement, call(method, 1, (Value[]){OBJ(inner)}));
    if (made)
        write_element(w, made);
    return made != NULL;
}

void write_bind_value(Writer *w, Str *name, Value value, Type *type)
{
    if (type && write_bind_expression(w, bind_new(name, value, type, false), type))
        return;
    if (!w->options.literal_binds)
        write_placeholder(w, NULL, name, value, type);
    else if (!is_set(value) || is_none(value))
        write_text(w, "NULL");
    else
        write_literal(w, value, type);
}

/* --- IN lists --------------------------------------------------------------------------------- */

static Type *item_type(const BindParameter *bind, size_t i, Value item)
{
    Type *type = bind->column_element.type;
    if (type_is(type, TYPE_TupleType))
        type = i < type->type_count ? type->types[i] : NULL;
    return type && type_id(type) != TYPE_NullType ? type : type_of_value(item);
}

static void write_item(Writer *w, Str *name, Value value, Type *type)
{
    if (w->options.literal_binds && is_none(value))
        write_text(w, "NULL");
    else if (w->options.literal_binds)
        write_literal(w, value, type);
    else
        write_placeholder(w, NULL, name, value, type);
}

static void write_tuple_item(Writer *w, const BindParameter *bind, Str *name, Value item,
                             size_t number)
{
    List *parts = list_from(item);
    write_text(w, "(");
    for (size_t i = 0; i < parts->length; i++) {
        write_text(w, i ? ", " : "");
        write_item(w, str_format("%s_%zu_%zu", name->text, number, i + 1), parts->at[i],
                   item_type(bind, i, parts->at[i]));
    }
    write_text(w, ")");
}

static bool is_tuple_item(Value item)
{
    return is_instance(item, &tuple_class) || is_instance(item, &list_class);
}

static void write_expanded(Writer *w, const BindParameter *bind, Value value)
{
    Str *name = bind_written_name(w, bind);
    if ((!is_set(value) || is_none(value)) && w->options.literal_binds) {
        write_text(w, "NULL");
        return;
    }
    if (!is_set(value) || is_none(value)) {
        write_placeholder(w, bind, name, value, bind->column_element.type);
        return;
    }
    List *items = list_from(value);
    bool tuples = items->length && is_tuple_item(items->at[0]) &&
                  (bind->is_tuple_list || !type_is(bind->column_element.type, TYPE_ARRAY));
    if (!items->length)
        EXPR_HOOK(w, empty_set)(w, bind);
    else if (tuples && EXPR_FLAG(w, tuples_in_values))
        write_text(w, "VALUES ");
    for (size_t i = 0; i < items->length; i++) {
        write_text(w, i ? ", " : "");
        if (tuples)
            write_tuple_item(w, bind, name, items->at[i], i + 1);
        else
            write_item(w, str_format("%s_%zu", name->text, i + 1), items->at[i],
                       item_type(bind, 0, items->at[i]));
    }
}

/* str(statement) shows where values will be filled in; execution fills them in. */
static bool is_only_shown(const Writer *w)
{
    return w->options.generic_style || w->options.style == PARAM_NAMED ||
           w->options.style == PARAM_PYFORMAT;
}

void write_bind(Writer *w, ClauseElement *element)
{
    const BindParameter *bind = (BindParameter *)element;
    if (write_bind_expression(w, bind, bind->column_element.type))
        return;
    Value value = bind_find_value(w, bind);
    bool later =
        (bind->expanding || bind->literal_execute) && !w->options.literal_binds && is_only_shown(w);
    write_text(w, bind->expanding ? "(" : "");
    if (later) {
        Str *name = bind_written_name(w, bind);
        BoundParam param = {name, value, bind->column_element.type};
        vec_push(&w->stmt->params, param);
        write_format(w, "__[POSTCOMPILE_%s]", name->text);
    } else if (bind->expanding) {
        write_expanded(w, bind, value);
    } else if (w->options.literal_binds || bind->literal_execute) {
        if (!is_set(value) || is_none(value))
            write_text(w, "NULL");
        else
            write_literal(w, value, bind->column_element.type);
    } else {
        write_placeholder(w, bind, bind_written_name(w, bind), value, bind->column_element.type);
    }
    write_text(w, bind->expanding ? ")" : "");
}
