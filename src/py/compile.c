/* compile.c -- units: one Code for each module, function, class body and comprehension; and names.
 * The statements, expressions and patterns inside are in the other compile_*.c files. */
#include "py/compile.h"

#include <stdlib.h>

/* --- units ------------------------------------------------------------------------------------ */

static Str *unit_qualname(const Scope *scope)
{
    if (scope->kind == SCOPE_MODULE)
        return scope->name;
    const Scope *outer = scope->parent;
    while (outer->kind == SCOPE_TYPE_PARAMETERS ||
           (outer->kind == SCOPE_COMPREHENSION && !outer->is_generator))
        outer = outer->parent;
    if (outer->kind == SCOPE_MODULE)
        return scope->name;
    Symbol *symbol = scope->name ? scope_find(outer, scope_mangle(outer, scope->name)) : NULL;
    bool is_definition = scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_CLASS;
    if (is_definition && symbol && symbol->kind == NAME_GLOBAL_EXPLICIT)
        return scope->name;
    bool is_plain = outer->kind == SCOPE_CLASS || outer->kind == SCOPE_COMPREHENSION;
    const char *between = is_plain ? "." : ".<locals>.";
    return str_format("%s%s%s", unit_qualname(outer)->text, between, scope->name->text);
}

static bool is_inlined(const Scope *scope)
{
    return scope->kind == SCOPE_COMPREHENSION && !scope->is_generator;
}

/* Whether a name that only passes through to functions inside is bound by a comprehension, too. */
static bool is_hidden(const Scope *scope, const Symbol *symbol)
{
    if (symbol->is_used || symbol->is_nonlocal)
        return false;
    for (size_t i = 0; i < scope->children.length; i++) {
        const Scope *child = scope->children.at[i];
        const Symbol *own = is_inlined(child) ? scope_find(child, symbol->name) : NULL;
        if (own) /* the first one decides */
            return own->is_bound;
    }
    return false;
}

/* Whether a function inside, and not just a comprehension, has the variable. */
static bool is_captured(const Scope *scope, Str *name)
{
    for (size_t i = 0; i < scope->children.length; i++) {
        const Scope *child = scope->children.at[i];
        const Symbol *symbol = scope_find(child, name);
        bool passes = symbol && (symbol->kind == NAME_FREE || symbol->is_passed);
        if (passes && (!is_inlined(child) || is_captured(child, name)))
            return true;
    }
    return false;
}

static SlotKind slot_kind(const Scope *scope, const Symbol *symbol)
{
    if (symbol->kind == NAME_FREE)
        return is_hidden(scope, symbol) ? SLOT_UNTOLD : SLOT_CELL;
    if (symbol->kind == NAME_LOCAL)
        return SLOT_PLAIN;
    return is_captured(scope, symbol->name) ? SLOT_CELL : SLOT_SHARED;
}

static void unit_add_slot(Unit *u, Symbol *symbol)
{
    symbol->slot = (uint32_t)u->slot_names.length;
    vec_push(&u->slot_names, symbol->name);
    vec_push(&u->slot_kinds, slot_kind(u->scope, symbol));
}

static void unit_add_parameter(Unit *u, const Node *parameter)
{
    unit_add_slot(u, scope_find(u->scope, scope_mangle(u->scope, parameter->parameter.name)));
}

static void unit_add_parameters(Unit *u, const Node *n)
{
    for (size_t i = 0; i < n->parameters.positional->length; i++)
        unit_add_parameter(u, n->parameters.positional->at[i]);
    for (size_t i = 0; i < n->parameters.only_keyword->length; i++)
        unit_add_parameter(u, n->parameters.only_keyword->at[i]);
    if (n->parameters.rest)
        unit_add_parameter(u, n->parameters.rest);
    if (n->parameters.keywords)
        unit_add_parameter(u, n->parameters.keywords);
    u->code->positional_count = (uint32_t)n->parameters.positional->length;
    u->code->only_positional_count = n->parameters.only_positional;
    u->code->only_keyword_count = (uint32_t)n->parameters.only_keyword->length;
    if (u->code->only_keyword_count)
        u->code->flags |= CODE_ONLY_KEYWORDS;
    u->code->flags |= n->parameters.rest ? CODE_REST : 0;
    u->code->flags |= n->parameters.keywords ? CODE_KEYWORDS : 0;
}

static int order_by_name(const void *a, const void *b)
{
    const Symbol *const *x = a, *const *y = b;
    return str_compare((*x)->name, (*y)->name);
}

/* Slots for parameters, then locals and cells, then free variables in order of their names, as co_freevars
 * tells them; cells are made first thing. */
static void unit_add_slots(Unit *u)
{
    Scope *scope = u->scope;
    if (scope->kind == SCOPE_FUNCTION)
        unit_add_parameters(u, scope->node->function.parameters);
    if (scope->kind == SCOPE_LAMBDA)
        unit_add_parameters(u, scope->node->lambda.parameters);
    for (size_t i = 0; i < scope->symbols.length; i++) {
        Symbol *symbol = scope->symbols.at[i].value;
        bool is_done =
            symbol->is_parameter && (scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_LAMBDA);
        bool is_slot =
            symbol->kind == NAME_CELL || (symbol->kind == NAME_LOCAL && scope_is_function(scope));
        if (is_slot && !is_done && !symbol->is_passed)
            unit_add_slot(u, symbol);
    }
    u->code->free_start = (uint32_t)u->slot_names.length;
    VEC(Symbol *) free_names = {0};
    for (size_t i = 0; i < scope->symbols.length; i++) {
        Symbol *symbol = scope->symbols.at[i].value;
        if (symbol->kind == NAME_FREE || symbol->is_passed)
            vec_push(&free_names, symbol);
    }
    if (free_names.length > 1)
        qsort(free_names.at, free_names.length, sizeof *free_names.at, order_by_name);
    for (size_t i = 0; i < free_names.length; i++)
        unit_add_slot(u, free_names.at[i]);
    u->code->free_count = (uint32_t)u->slot_names.length - u->code->free_start;
    for (uint32_t i = 0; i < u->code->free_start; i++)
        if (u->slot_kinds.at[i])
            emit(u, OP_MAKE_CELL, i);
}

static unsigned unit_flags(const Unit *u)
{
    const Scope *scope = u->scope;
    unsigned flags = 0;
    flags |= scope_is_function(scope) ? CODE_FUNCTION : 0;
    flags |= scope->is_generator ? CODE_GENERATOR : 0;
    flags |= scope->is_coroutine ? CODE_COROUTINE : 0;
    flags |= scope->kind == SCOPE_CLASS ? CODE_CLASS : 0;
    flags |= scope->kind == SCOPE_COMPREHENSION ? CODE_COMPREHENSION : 0;
    flags |= u->future_annotations ? CODE_FUTURE_ANNOTATIONS : 0;
    return flags;
}

Unit *unit_new(Unit *outer, Scope *scope, Str *file)
{
    Unit *u = unit_blank();
    u->outer = outer;
    u->scope = scope;
    u->file = file;
    u->source = outer ? outer->source : NULL;
    u->future_annotations = outer ? outer->future_annotations : scope->future_annotations;
    u->code = obj_new(Code);
    u->code->file = file;
    u->code->name = scope->name;
    u->code->qualname = str_intern(unit_qualname(scope));
    u->code->line = scope->kind == SCOPE_MODULE ? 1 : scope->node->line;
    u->code->flags = unit_flags(u);
    unit_mark(u, scope->node);
    if (scope->kind == SCOPE_TYPE_PARAMETERS || scope->kind == SCOPE_COMPREHENSION)
        u->code->positional_count = scope->kind == SCOPE_COMPREHENSION ? 1 : 2;
    unit_add_slots(u);
    return u;
}

/* The cells a function made here closes over, as a tuple: what the code calls free is a slot of u. */
static bool emit_closure(Unit *u, const Code *code)
{
    for (uint32_t i = 0; i < code->free_count; i++) {
        Symbol *symbol = scope_find(u->scope, code->slot_names[code->free_start + i]);
        BUG_UNLESS(symbol);
        emit(u, OP_LOAD_CELL, symbol->slot);
    }
    if (code->free_count)
        emit(u, OP_BUILD_TUPLE, code->free_count);
    return code->free_count != 0;
}

void emit_make_function(Unit *u, Unit *body, unsigned flags)
{
    Code *code = unit_finish(body);
    if (emit_closure(u, code))
        flags |= FUNCTION_CLOSURE;
    emit_const(u, OBJ(code));
    emit(u, OP_MAKE_FUNCTION, flags);
}

/* --- names ------------------------------------------------------------------------------------ */

static const Opcode slot_opcodes[][3] = {
    {OP_LOAD_FAST, OP_STORE_FAST, OP_DELETE_FAST},
    {OP_LOAD_DEREF, OP_STORE_DEREF, OP_DELETE_DEREF},
};
static const Opcode name_opcodes[][3] = {
    {OP_LOAD_NAME, OP_STORE_NAME, OP_DELETE_NAME},
    {OP_LOAD_GLOBAL, OP_STORE_GLOBAL, OP_DELETE_GLOBAL},
};

void compile_name(Unit *u, Str *written, NameUse use)
{
    Str *name = scope_mangle(u->scope, written);
    Symbol *symbol = scope_find(u->scope, name);
    NameKind kind = symbol ? symbol->kind : NAME_GLOBAL_IMPLICIT;
    bool is_function = scope_is_function(u->scope);
    if (kind == NAME_LOCAL && is_function) {
        bool is_added_to = symbol->is_added_to && use == NAME_LOAD;
        emit(u, is_added_to ? OP_LOAD_ADDED : slot_opcodes[0][use], symbol->slot);
    } else if (kind == NAME_FREE && use == NAME_LOAD && u->scope->kind == SCOPE_CLASS) {
        emit(u, OP_LOAD_CLASS_DEREF, symbol->slot);
    } else if (kind == NAME_CELL || kind == NAME_FREE) {
        emit(u, slot_opcodes[1][use], symbol->slot);
    } else {
        bool is_global =
            kind == NAME_GLOBAL_EXPLICIT || (kind == NAME_GLOBAL_IMPLICIT && is_function);
        emit(u, name_opcodes[is_global][use], unit_name(u, name));
    }
}

/* --- annotations ------------------------------------------------------------------------------ */

/* Byte offset of a place in the source. */
static size_t source_offset(const Str *source, uint32_t line, uint32_t column)
{
    const char *p = source->text;
    for (uint32_t i = 1; i < line; i++) {
        const char *newline = strchr(p, '\n');
        if (!newline)
            return source->length;
        p = newline + 1;
    }
    for (uint32_t i = 1; i < column && *p; i++)
        utf8_next(&p);
    return (size_t)(p - source->text);
}

static Str *source_text(const Unit *u, const Node *n)
{
    if (!u->source)
        return str_empty;
    size_t from = source_offset(u->source, n->line, n->column);
    size_t to = source_offset(u->source, n->end_line, n->end_column);
    return str_slice_bytes(u->source, from, to);
}

void compile_annotation(Unit *u, const Node *annotation)
{
    if (u->future_annotations)
        emit_str(u, source_text(u, annotation));
    else if (annotation->kind == NODE_STARRED) {
        compile_value(u, annotation->starred.value);
        emit(u, OP_UNPACK, 1);
    } else if (!u->source)
        compile_value(u, annotation);
    else
        compile_or_text(u, annotation, source_text(u, annotation));
}

static uint32_t emit_annotation_pair(Unit *u, Str *name, const Node *annotation)
{
    if (!annotation)
        return 0;
    emit_str(u, scope_mangle(u->scope, name));
    compile_annotation(u, annotation);
    return 1;
}

static bool emit_annotations(Unit *u, const Node *parameters, const Node *returns)
{
    uint32_t count = 0;
    for (size_t i = 0; i < parameters->parameters.positional->length; i++) {
        const Node *p = parameters->parameters.positional->at[i];
        count += emit_annotation_pair(u, p->parameter.name, p->parameter.annotation);
    }
    const Node *rest = parameters->parameters.rest, *keywords = parameters->parameters.keywords;
    if (rest)
        count += emit_annotation_pair(u, rest->parameter.name, rest->parameter.annotation);
    for (size_t i = 0; i < parameters->parameters.only_keyword->length; i++) {
        const Node *p = parameters->parameters.only_keyword->at[i];
        count += emit_annotation_pair(u, p->parameter.name, p->parameter.annotation);
    }
    if (keywords)
        count += emit_annotation_pair(u, keywords->parameter.name, keywords->parameter.annotation);
    count += emit_annotation_pair(u, intern("return"), returns);
    if (count)
        emit(u, OP_BUILD_DICT, count);
    return count != 0;
}

/* --- functions -------------------------------------------------------------------------------- */

static bool emit_defaults(Unit *u, const Node *parameters)
{
    uint32_t count = 0;
    for (size_t i = 0; i < parameters->parameters.positional->length; i++) {
        const Node *value = parameters->parameters.positional->at[i]->parameter.default_value;
        if (value) {
            compile_value(u, value);
            count++;
        }
    }
    if (count)
        emit(u, OP_BUILD_TUPLE, count);
    return count != 0;
}

static bool emit_keyword_defaults(Unit *u, const Node *parameters)
{
    uint32_t count = 0;
    for (size_t i = 0; i < parameters->parameters.only_keyword->length; i++) {
        const Node *p = parameters->parameters.only_keyword->at[i];
        if (p->parameter.default_value) {
            emit_str(u, scope_mangle(u->scope, p->parameter.name));
            compile_value(u, p->parameter.default_value);
            count++;
        }
    }
    if (count)
        emit(u, OP_BUILD_DICT, count);
    return count != 0;
}

static Str *body_docstring(const NodeList *body)
{
    const Node *first = body->length ? body->at[0] : NULL;
    if (!first || first->kind != NODE_EXPRESSION ||
        first->expression.value->kind != NODE_CONSTANT ||
        first->expression.value->constant.type != CONSTANT_STR)
        return NULL;
    return first->expression.value->constant.string;
}

static void emit_return_none(Unit *u)
{
    emit_const(u, NONE);
    emit(u, OP_RETURN, 0);
}

static Unit *function_unit(Unit *u, const Node *n)
{
    Unit *body = unit_new(u, scope_child(u->scope, n, SCOPE_FUNCTION), u->file);
    body->code->doc = body_docstring(n->function.body);
    compile_body(body, n->function.body);
    emit_return_none(body);
    return body;
}

static void emit_decorators(Unit *u, const NodeList *decorators)
{
    for (size_t i = 0; i < decorators->length; i++)
        compile_value(u, decorators->at[i]);
}

static void emit_decorator_calls(Unit *u, const NodeList *decorators)
{
    for (size_t i = decorators->length; i-- > 0;) {
        unit_mark(u, decorators->at[i]);
        emit(u, OP_CALL_DECORATOR, 0);
    }
}

/* T -> a TypeVar in its slot, and all of them as a tuple on the stack. */
static void emit_type_parameters(Unit *u, const NodeList *parameters)
{
    for (size_t i = 0; i < parameters->length; i++) {
        const Node *p = parameters->at[i];
        unit_mark(u, p);
        emit_str(u, p->type_parameter.name);
        if (p->type_parameter.bound) {
            Scope *scope = scope_child(u->scope, p->type_parameter.bound, SCOPE_TYPE_VALUE);
            Unit *bound = unit_new(u, scope, u->file);
            compile_value(bound, p->type_parameter.bound);
            emit(bound, OP_RETURN, 0);
            emit_make_function(u, bound, 0);
        } else {
            emit_const(u, NONE);
        }
        emit(u, OP_TYPE_PARAMETER, p->type_parameter.type);
        emit(u, OP_COPY, 1);
        compile_name(u, p->type_parameter.name, NAME_STORE);
    }
    emit(u, OP_BUILD_TUPLE, (uint32_t)parameters->length);
}

static void function_in_scope(Unit *u, const Node *n, unsigned flags)
{
    if (emit_annotations(u, n->function.parameters, n->function.returns))
        flags |= FUNCTION_ANNOTATIONS;
    Unit *body = function_unit(u, n);
    unit_mark(u, n);
    emit_make_function(u, body, flags);
}

/* def f[T](...): a hidden function gets the defaults, makes T and returns f. */
static void generic_function(Unit *u, const Node *n)
{
    const Node *parameters = n->function.parameters;
    if (!emit_defaults(u, parameters))
        emit_const(u, NONE);
    if (!emit_keyword_defaults(u, parameters))
        emit_const(u, NONE);
    Unit *inner = unit_new(u, scope_child(u->scope, n, SCOPE_TYPE_PARAMETERS), u->file);
    emit_type_parameters(inner, n->function.type_parameters);
    emit(inner, OP_LOAD_FAST, 0);
    emit(inner, OP_LOAD_FAST, 1);
    function_in_scope(inner, n, FUNCTION_DEFAULTS | FUNCTION_KEYWORD_DEFAULTS);
    emit(inner, OP_SWAP, 2);
    emit(inner, OP_SET_TYPE_PARAMETERS, 0);
    emit(inner, OP_RETURN, 0);
    emit_make_function(u, inner, 0);
    emit(u, OP_SWAP, 3);
    emit(u, OP_SWAP, 2);
    emit(u, OP_CALL, 2);
}

void compile_function(Unit *u, const Node *n)
{
    emit_decorators(u, n->function.decorators);
    unit_mark(u, n);
    if (n->function.type_parameters && n->function.type_parameters->length) {
        generic_function(u, n);
    } else {
        unsigned flags = 0;
        if (emit_defaults(u, n->function.parameters))
            flags |= FUNCTION_DEFAULTS;
        if (emit_keyword_defaults(u, n->function.parameters))
            flags |= FUNCTION_KEYWORD_DEFAULTS;
        function_in_scope(u, n, flags);
    }
    emit_decorator_calls(u, n->function.decorators);
    unit_mark(u, n);
    compile_name(u, n->function.name, NAME_STORE);
}

void compile_lambda(Unit *u, const Node *n)
{
    unsigned flags = 0;
    if (emit_defaults(u, n->lambda.parameters))
        flags |= FUNCTION_DEFAULTS;
    if (emit_keyword_defaults(u, n->lambda.parameters))
        flags |= FUNCTION_KEYWORD_DEFAULTS;
    Unit *body = unit_new(u, scope_child(u->scope, n, SCOPE_LAMBDA), u->file);
    compile_value(body, n->lambda.body);
    unit_mark(body, n->lambda.body);
    emit(body, OP_RETURN, 0);
    unit_mark(u, n);
    emit_make_function(u, body, flags);
}

/* --- classes ---------------------------------------------------------------------------------- */

static bool body_has_annotations(const NodeList *body)
{
    for (size_t i = 0; i < body->length; i++) {
        const Node *n = body->at[i];
        bool found = false;
        switch (n->kind) {
        case NODE_ANNOTATED:
            return true;
        case NODE_IF:
            found = body_has_annotations(n->if_.body) || body_has_annotations(n->if_.orelse);
            break;
        case NODE_FOR:
            found = body_has_annotations(n->for_.body) || body_has_annotations(n->for_.orelse);
            break;
        case NODE_WHILE:
            found = body_has_annotations(n->while_.body) || body_has_annotations(n->while_.orelse);
            break;
        case NODE_WITH:
            found = body_has_annotations(n->with.body);
            break;
        case NODE_TRY:
            found = body_has_annotations(n->try_.body) || body_has_annotations(n->try_.orelse) ||
                    body_has_annotations(n->try_.finally);
            for (size_t k = 0; k < n->try_.handlers->length && !found; k++)
                found = body_has_annotations(n->try_.handlers->at[k]->handler.body);
            break;
        default:
            break;
        }
        if (found)
            return true;
    }
    return false;
}

static void emit_store_str(Unit *u, Str *name, Str *value)
{
    emit_str(u, value);
    emit(u, OP_STORE_NAME, unit_name(u, name));
}

static void class_prologue(Unit *u, const Node *n)
{
    emit(u, OP_LOAD_NAME, unit_name(u, N(__name__)));
    emit(u, OP_STORE_NAME, unit_name(u, N(__module__)));
    emit_store_str(u, N(__qualname__), u->code->qualname);
    Str *doc = body_docstring(n->class_.body);
    if (doc)
        emit_store_str(u, N(__doc__), doc);
    if (n->class_.type_parameters && n->class_.type_parameters->length) {
        compile_name(u, intern(".type_params"), NAME_LOAD);
        emit(u, OP_STORE_NAME, unit_name(u, N(__type_params__)));
    }
    if (body_has_annotations(n->class_.body))
        emit(u, OP_SETUP_ANNOTATIONS, 0);
}

/* The body leaves its cell of __class__ as __classcell__ and returns it. */
static Unit *class_unit(Unit *u, const Node *n)
{
    Unit *body = unit_new(u, scope_child(u->scope, n, SCOPE_CLASS), u->file);
    class_prologue(body, n);
    compile_body(body, n->class_.body);
    if (body->scope->needs_class_cell) {
        emit(body, OP_LOAD_CELL, scope_find(body->scope, N(__class__))->slot);
        emit(body, OP_COPY, 1);
        emit(body, OP_STORE_NAME, unit_name(body, N(__classcell__)));
        emit(body, OP_RETURN, 0);
    } else {
        emit_return_none(body);
    }
    return body;
}

static void class_in_scope(Unit *u, const Node *n, bool generic)
{
    Unit *body = class_unit(u, n);
    unit_mark(u, n);
    emit_make_function(u, body, 0);
    emit_str(u, n->class_.name);
    if (generic) {
        emit(u, OP_BUILD_LIST, 0);
        compile_tuple_of(u, n->class_.arguments);
        emit(u, OP_LIST_EXTEND, 0);
        compile_name(u, intern(".type_params"), NAME_LOAD);
        emit(u, OP_GENERIC_BASE, 0);
        emit(u, OP_LIST_APPEND, 1);
        emit(u, OP_LIST_TO_TUPLE, 0);
    } else {
        compile_tuple_of(u, n->class_.arguments);
    }
    compile_dict_of_keywords(u, n->class_.keywords);
    unit_mark(u, n);
    emit(u, OP_BUILD_CLASS, 0);
}

static void generic_class(Unit *u, const Node *n)
{
    Unit *inner = unit_new(u, scope_child(u->scope, n, SCOPE_TYPE_PARAMETERS), u->file);
    emit_type_parameters(inner, n->class_.type_parameters);
    compile_name(inner, intern(".type_params"), NAME_STORE);
    class_in_scope(inner, n, true);
    emit(inner, OP_RETURN, 0);
    emit_make_function(u, inner, 0);
    emit_const(u, NONE);
    emit_const(u, NONE);
    emit(u, OP_CALL, 2);
}

void compile_class(Unit *u, const Node *n)
{
    emit_decorators(u, n->class_.decorators);
    unit_mark(u, n);
    if (n->class_.type_parameters && n->class_.type_parameters->length)
        generic_class(u, n);
    else
        class_in_scope(u, n, false);
    emit_decorator_calls(u, n->class_.decorators);
    unit_mark(u, n);
    compile_name(u, n->class_.name, NAME_STORE);
}

/* type X[T] = value: the value is a function, called when first asked for. */
static void type_alias_in_scope(Unit *u, const Node *n, bool generic)
{
    if (!generic)
        emit(u, OP_BUILD_TUPLE, 0);
    emit_str(u, n->type_alias.name->name.id);
    emit(u, OP_SWAP, 2);
    Unit *value = unit_new(u, scope_child(u->scope, n, SCOPE_TYPE_VALUE), u->file);
    compile_value(value, n->type_alias.value);
    emit(value, OP_RETURN, 0);
    emit_make_function(u, value, 0);
    emit(u, OP_TYPE_ALIAS, 0);
}

void compile_type_alias(Unit *u, const Node *n)
{
    const NodeList *parameters = n->type_alias.type_parameters;
    if (parameters && parameters->length) {
        Unit *inner = unit_new(u, scope_child(u->scope, n, SCOPE_TYPE_PARAMETERS), u->file);
        emit_type_parameters(inner, parameters);
        type_alias_in_scope(inner, n, true);
        emit(inner, OP_RETURN, 0);
        emit_make_function(u, inner, 0);
        emit_const(u, NONE);
        emit_const(u, NONE);
        emit(u, OP_CALL, 2);
    } else {
        type_alias_in_scope(u, n, false);
    }
    compile_name(u, n->type_alias.name->name.id, NAME_STORE);
}

/* --- comprehensions --------------------------------------------------------------------------- */

static void comprehension_element(Unit *u, const Node *n, uint32_t depth)
{
    compile_value(u, n->comprehension.element);
    switch (n->comprehension.type) {
    case COMPREHENSION_LIST:
        emit(u, OP_LIST_APPEND, depth);
        break;
    case COMPREHENSION_SET:
        emit(u, OP_SET_ADD, depth);
        break;
    case COMPREHENSION_DICT:
        compile_value(u, n->comprehension.value);
        emit(u, OP_DICT_ADD, depth);
        break;
    case COMPREHENSION_GENERATOR:
        emit(u, OP_YIELD, u->scope->is_coroutine ? YIELD_ASYNC : YIELD_PLAIN);
        emit(u, OP_POP, 0);
        break;
    }
}

static void comprehension_clause(Unit *u, const Node *n, size_t index)
{
    const Node *clause = n->comprehension.clauses->at[index];
    bool is_async = clause->clause.is_async,
         is_last = index + 1 == n->comprehension.clauses->length;
    Label start = jump_label_new(), skip = jump_label_new(), end = jump_label_new(),
          finished = jump_label_new();
    if (index == 0) {
        emit(u, OP_LOAD_FAST, 0);
    } else {
        compile_walked(u, clause->clause.iterable);
        emit(u, is_async ? OP_GET_ASYNC_ITER : OP_GET_ITER, 0);
    }
    uint32_t outside = u->depth - 1;
    label_place(u, &start);
    unit_mark(u, clause);
    Block block = {0};
    if (is_async) {
        block_push(u, &block, BLOCK_COVER, &finished);
        emit(u, OP_GET_ASYNC_NEXT, 0);
        emit_await(u);
        block_pop(u);
    } else {
        emit_jump(u, OP_FOR_ITER, &end);
    }
    compile_target(u, clause->clause.target);
    for (size_t i = 0; i < clause->clause.conditions->length; i++)
        compile_jump(u, clause->clause.conditions->at[i], &skip, false);
    if (is_last)
        comprehension_element(u, n, (uint32_t)n->comprehension.clauses->length + 1);
    else
        comprehension_clause(u, n, index + 1);
    label_place(u, &skip);
    emit_jump(u, OP_JUMP, &start);
    if (is_async) {
        label_place_handler(u, &finished, outside + 1);
        emit(u, OP_END_ASYNC_FOR, 0);
    } else {
        label_place(u, &end);
    }
}

static Unit *comprehension_unit(Unit *u, const Node *n)
{
    static const Opcode builders[] = {OP_BUILD_LIST, OP_BUILD_SET, OP_BUILD_DICT, OP_NOP};
    Unit *body = unit_new(u, scope_child(u->scope, n, SCOPE_COMPREHENSION), u->file);
    bool is_generator = n->comprehension.type == COMPREHENSION_GENERATOR;
    emit(body, builders[n->comprehension.type], 0);
    comprehension_clause(body, n, 0);
    unit_mark(body, n);
    if (is_generator)
        emit_const(body, NONE);
    emit(body, OP_RETURN, 0);
    return body;
}

static bool unit_may_await(const Unit *u)
{
    return u->scope->is_coroutine || u->scope->kind == SCOPE_MODULE;
}

void compile_comprehension(Unit *u, const Node *n)
{
    Unit *body = comprehension_unit(u, n);
    bool awaits = body->scope->is_coroutine && !body->scope->is_generator;
    if (awaits && (!unit_may_await(u) || u->scope->kind == SCOPE_MODULE))
        scope_raise(u->file, n, "asynchronous comprehension outside of an asynchronous function");
    unit_mark(u, n);
    emit_make_function(u, body, 0);
    const Node *first = n->comprehension.clauses->at[0];
    compile_walked(u, first->clause.iterable);
    unit_mark(u, first->clause.iterable);
    emit(u, first->clause.is_async ? OP_GET_ASYNC_ITER : OP_GET_ITER, 0);
    unit_mark(u, n);
    emit(u, OP_CALL, 1);
    if (awaits) {
        emit(u, OP_GET_AWAITABLE, 0);
        emit_await(u);
    }
}

/* --- entry ------------------------------------------------------------------------------------ */

Code *compile_module(Node *module, Str *file, const Str *source)
{
    Unit *u = unit_new(NULL, scope_build(module, file), file);
    u->source = source;
    u->code->doc = node_docstring(module);
    if (body_has_annotations(module->module.body))
        emit(u, OP_SETUP_ANNOTATIONS, 0);
    compile_body(u, module->module.body);
    emit_return_none(u);
    return unit_finish(u);
}

Code *compile_expression(Node *expression, Str *file, const Str *source)
{
    Unit *u = unit_new(NULL, scope_build(expression, file), file);
    u->source = source;
    compile_value(u, expression);
    emit(u, OP_RETURN, 0);
    return unit_finish(u);
}
