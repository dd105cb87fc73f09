/* scope.c -- the symbol pass: walks the tree once to see what each scope binds and uses, then
 * decides for every name whether it lives in a slot, a cell, an outer function's cell or the
 * globals. Emits nothing. */
#include "py/scope.h"
#include "py/names.h"

_Noreturn void scope_raise(Str *file, const Node *where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Err *err = err_new(ERR_SCRIPT, "script.syntax", "%s", str_format_list(format, args)->text);
    va_end(args);
    err->pos = node_pos(where, file);
    err_raise(err);
}

Symbol *scope_find(const Scope *scope, Str *name)
{
    return map_find(&scope->symbols, name);
}

Str *scope_mangle(const Scope *scope, Str *name)
{
    const char *text = name->text;
    if (!scope->private_class || text[0] != '_' || text[1] != '_' || str_ends_with(name, "__") ||
        strchr(text, '.'))
        return name;
    const char *class = scope->private_class->text;
    while (*class == '_')
        class ++;
    return *class ? str_intern(str_format("_%s%s", class, text)) : name;
}

static Symbol *scope_symbol(Scope *scope, Str *name, const Node *where)
{
    Symbol *symbol = scope_find(scope, name);
    if (!symbol) {
        symbol = new_scratch(Symbol);
        symbol->name = name;
        symbol->pos = where ? node_pos(where, scope->file) : (Pos){0};
        map_put(&scope->symbols, name, symbol);
    }
    return symbol;
}

static Scope *scope_new(ScopeKind kind, const Node *node, Scope *parent, Str *name, Str *file)
{
    Scope *scope = new_scratch(Scope);
    scope->kind = kind;
    scope->node = node;
    scope->parent = parent;
    scope->name = name;
    scope->file = file;
    if (parent) {
        scope->private_class = parent->private_class;
        vec_push(&parent->children, scope);
    }
    return scope;
}

Scope *scope_child(Scope *parent, const Node *node, ScopeKind kind)
{
    size_t count = parent->children.length;
    for (size_t i = 0; i < count; i++) {
        size_t at = (parent->cursor + i) % count;
        Scope *child = parent->children.at[at];
        if (child->node == node && child->kind == kind) {
            parent->cursor = at + 1;
            return child;
        }
    }
    BUG("no scope for a node");
}

/* --- what the walk records -------------------------------------------------------------------- */

typedef struct Walk {
    Scope *scope;
    Str *file;
    bool future_annotations;
    size_t iterables; /* of comprehensions, around here: no := there */
} Walk;

static void walk(Walk *w, const Node *n);
static void walk_target(Walk *w, const Node *n);

static void walk_list(Walk *w, const NodeList *list)
{
    for (size_t i = 0; i < list->length; i++)
        if (list->at[i])
            walk(w, list->at[i]);
}

static void walk_maybe(Walk *w, const Node *n)
{
    if (n)
        walk(w, n);
}

static Symbol *bind_in(Scope *scope, Str *name, const Node *where)
{
    Symbol *symbol = scope_symbol(scope, scope_mangle(scope, name), where);
    symbol->is_bound = true;
    return symbol;
}

static void bind(Walk *w, Str *name, const Node *where)
{
    if (name)
        bind_in(w->scope, name, where);
}

static void use(Walk *w, Str *name, const Node *where)
{
    Scope *scope = w->scope;
    scope_symbol(scope, scope_mangle(scope, name), where)->is_used = true;
    if (scope_is_function(scope) && str_is(name, "super"))
        scope_symbol(scope, N(__class__), where)->is_used = true;
}

static void bind_parameter(Walk *w, const Node *parameter)
{
    Str *name = scope_mangle(w->scope, parameter->parameter.name);
    Symbol *seen = scope_find(w->scope, name);
    if (seen && seen->is_parameter)
        scope_raise(w->file, parameter, "duplicate argument '%s' in function definition",
                    name->text);
    bind_in(w->scope, name, parameter)->is_parameter = true;
}

static void bind_parameters(Walk *w, const Node *parameters)
{
    for (size_t i = 0; i < parameters->parameters.positional->length; i++)
        bind_parameter(w, parameters->parameters.positional->at[i]);
    for (size_t i = 0; i < parameters->parameters.only_keyword->length; i++)
        bind_parameter(w, parameters->parameters.only_keyword->at[i]);
    if (parameters->parameters.rest)
        bind_parameter(w, parameters->parameters.rest);
    if (parameters->parameters.keywords)
        bind_parameter(w, parameters->parameters.keywords);
}

/* Runs `visit` with a new scope inside. */
static Scope *enter(Walk *w, ScopeKind kind, const Node *node, Str *name)
{
    w->scope = scope_new(kind, node, w->scope, name, w->file);
    return w->scope;
}

static void leave(Walk *w)
{
    w->scope = w->scope->parent;
}

static void walk_defaults(Walk *w, const Node *parameters)
{
    for (size_t i = 0; i < parameters->parameters.positional->length; i++)
        walk_maybe(w, parameters->parameters.positional->at[i]->parameter.default_value);
    for (size_t i = 0; i < parameters->parameters.only_keyword->length; i++)
        walk_maybe(w, parameters->parameters.only_keyword->at[i]->parameter.default_value);
}

static void walk_annotation(Walk *w, const Node *annotation)
{
    if (annotation && !w->future_annotations)
        walk(w, annotation);
}

static void walk_annotations(Walk *w, const Node *parameters, const Node *returns)
{
    for (size_t i = 0; i < parameters->parameters.positional->length; i++)
        walk_annotation(w, parameters->parameters.positional->at[i]->parameter.annotation);
    for (size_t i = 0; i < parameters->parameters.only_keyword->length; i++)
        walk_annotation(w, parameters->parameters.only_keyword->at[i]->parameter.annotation);
    if (parameters->parameters.rest)
        walk_annotation(w, parameters->parameters.rest->parameter.annotation);
    if (parameters->parameters.keywords)
        walk_annotation(w, parameters->parameters.keywords->parameter.annotation);
    walk_annotation(w, returns);
}

/* [T: bound, *Ts]: a function scope around the generic thing. */
static bool enter_type_parameters(Walk *w, const Node *n, const NodeList *parameters, Str *name)
{
    if (!parameters || !parameters->length)
        return false;
    Scope *scope = enter(w, SCOPE_TYPE_PARAMETERS, n, name);
    bind_in(scope, intern(".defaults"), n)->is_parameter = true;
    bind_in(scope, intern(".kwdefaults"), n)->is_parameter = true;
    for (size_t i = 0; i < parameters->length; i++)
        bind(w, parameters->at[i]->type_parameter.name, parameters->at[i]);
    for (size_t i = 0; i < parameters->length; i++) {
        const Node *bound = parameters->at[i]->type_parameter.bound;
        if (!bound)
            continue;
        enter(w, SCOPE_TYPE_VALUE, bound, parameters->at[i]->type_parameter.name);
        walk(w, bound);
        leave(w);
    }
    return true;
}

static void walk_function(Walk *w, const Node *n)
{
    walk_list(w, n->function.decorators);
    walk_defaults(w, n->function.parameters);
    bind(w, n->function.name, n);
    bool generic = enter_type_parameters(w, n, n->function.type_parameters, n->function.name);
    walk_annotations(w, n->function.parameters, n->function.returns);
    Scope *scope = enter(w, SCOPE_FUNCTION, n, n->function.name);
    scope->is_coroutine = n->function.is_async;
    bind_parameters(w, n->function.parameters);
    walk_list(w, n->function.body);
    leave(w);
    if (generic)
        leave(w);
}

static void walk_lambda(Walk *w, const Node *n)
{
    walk_defaults(w, n->lambda.parameters);
    enter(w, SCOPE_LAMBDA, n, intern("<lambda>"));
    bind_parameters(w, n->lambda.parameters);
    walk(w, n->lambda.body);
    leave(w);
}

static void walk_class(Walk *w, const Node *n)
{
    walk_list(w, n->class_.decorators);
    bind(w, n->class_.name, n);
    bool generic = enter_type_parameters(w, n, n->class_.type_parameters, n->class_.name);
    if (generic)
        bind_in(w->scope, intern(".type_params"), n);
    walk_list(w, n->class_.arguments);
    walk_list(w, n->class_.keywords);
    Scope *scope = enter(w, SCOPE_CLASS, n, n->class_.name);
    scope->private_class = n->class_.name;
    if (generic)
        use(w, intern(".type_params"), n);
    walk_list(w, n->class_.body);
    leave(w);
    if (generic)
        leave(w);
}

static void walk_type_alias(Walk *w, const Node *n)
{
    Str *name = n->type_alias.name->name.id;
    bind(w, name, n->type_alias.name);
    bool generic = enter_type_parameters(w, n, n->type_alias.type_parameters, name);
    enter(w, SCOPE_TYPE_VALUE, n, name);
    walk(w, n->type_alias.value);
    leave(w);
    if (generic)
        leave(w);
}

/* The first iterable belongs to the scope around; everything else to the comprehension's own. */
static void walk_comprehension(Walk *w, const Node *n)
{
    static const char *const titles[] = {"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"};
    const NodeList *clauses = n->comprehension.clauses;
    w->iterables++;
    walk(w, clauses->at[0]->clause.iterable);
    w->iterables--;
    Scope *scope = enter(w, SCOPE_COMPREHENSION, n, intern(titles[n->comprehension.type]));
    bind_in(scope, intern(".0"), n)->is_parameter = true;
    scope->is_generator = n->comprehension.type == COMPREHENSION_GENERATOR;
    for (size_t i = 0; i < clauses->length; i++) {
        const Node *clause = clauses->at[i];
        scope->is_coroutine |= clause->clause.is_async;
        walk_target(w, clause->clause.target);
        w->iterables++;
        if (i)
            walk(w, clause->clause.iterable);
        w->iterables--;
        walk_list(w, clause->clause.conditions);
    }
    walk(w, n->comprehension.element);
    walk_maybe(w, n->comprehension.value);
    bool is_async = scope->is_coroutine && !scope->is_generator;
    leave(w);
    if (is_async && w->scope->kind == SCOPE_COMPREHENSION)
        w->scope->is_coroutine = true;
}

/* (x := 1) inside comprehensions binds in the scope around them. */
static void bind_named(Walk *w, const Node *target)
{
    if (w->iterables)
        scope_raise(w->file, target, "assignment expression cannot be used in a comprehension iterable expression");
    Scope *home = w->scope;
    while (home->kind == SCOPE_COMPREHENSION)
        home = home->parent;
    Str *name = scope_mangle(w->scope, target->name.id);
    if (home == w->scope) {
        bind(w, name, target);
        return;
    }
    if (home->kind == SCOPE_CLASS)
        scope_raise(w->file, target,
                    "assignment expression within a comprehension cannot be used in a class body");
    Symbol *there = bind_in(home, name, target);
    for (Scope *s = w->scope; s != home; s = s->parent) {
        Symbol *here = scope_symbol(s, name, target);
        if (here->is_bound)
            scope_raise(w->file, target,
                        "assignment expression cannot rebind comprehension iteration variable '%s'",
                        name->text);
        here->is_used = true;
        here->is_global = home->kind == SCOPE_MODULE || there->is_global;
    }
}

static void walk_declaration(Walk *w, const Node *n, const NodeList *declared, bool global)
{
    const char *word = global ? "global" : "nonlocal";
    if (!global && w->scope->kind == SCOPE_MODULE)
        scope_raise(w->file, n, "nonlocal declaration not allowed at module level");
    for (size_t i = 0; i < declared->length; i++) {
        Str *name = scope_mangle(w->scope, declared->at[i]->name.id);
        Symbol *symbol = scope_find(w->scope, name);
        if (symbol && symbol->is_parameter)
            scope_raise(w->file, n, "name '%s' is parameter and %s", name->text, word);
        if (symbol && symbol->is_annotated)
            scope_raise(w->file, n, "annotated name '%s' can't be %s", name->text, word);
        if (symbol && symbol->is_bound)
            scope_raise(w->file, n, "name '%s' is assigned to before %s declaration", name->text,
                        word);
        if (symbol && symbol->is_used)
            scope_raise(w->file, n, "name '%s' is used prior to %s declaration", name->text, word);
        symbol = scope_symbol(w->scope, name, n); /* remembers where, for names without binding */
        if (global ? symbol->is_nonlocal : symbol->is_global)
            scope_raise(w->file, n, "name '%s' is nonlocal and global", name->text);
        symbol->is_global |= global;
        symbol->is_nonlocal |= !global;
    }
}

static void walk_import(Walk *w, const Node *n)
{
    const NodeList *aliases = n->kind == NODE_IMPORT ? n->import.names : n->import_from.names;
    for (size_t i = 0; i < aliases->length; i++) {
        const Node *alias = aliases->at[i];
        Str *name = alias->alias.as_name ? alias->alias.as_name : alias->alias.name;
        if (str_is(name, "*")) {
            if (w->scope->kind != SCOPE_MODULE)
                scope_raise(w->file, alias, "import * only allowed at module level");
            continue;
        }
        const char *dot = strchr(name->text, '.');
        if (dot && n->kind == NODE_IMPORT)
            name = intern_bytes(name->text, (size_t)(dot - name->text));
        bind(w, name, alias);
    }
}

static void walk_annotated(Walk *w, const Node *n)
{
    const Node *target = n->annotated.target;
    if (target->kind == NODE_NAME && n->annotated.simple) {
        Symbol *symbol = scope_find(w->scope, scope_mangle(w->scope, target->name.id));
        if (symbol && (symbol->is_global || symbol->is_nonlocal) && w->scope->kind != SCOPE_MODULE)
            scope_raise(w->file, n, "annotated name '%s' can't be %s", symbol->name->text,
                        symbol->is_global ? "global" : "nonlocal");
        bind(w, target->name.id, target);
        scope_find(w->scope, scope_mangle(w->scope, target->name.id))->is_annotated = true;
    } else if (target->kind == NODE_NAME) {
        bind(w, target->name.id, target);
    } else {
        walk(w, target);
    }
    if (!scope_is_function(w->scope) || !n->annotated.simple)
        walk_annotation(w, n->annotated.annotation);
    walk_maybe(w, n->annotated.value);
}

/* Targets of assignment: names are bound, the rest is used. */
static void walk_target(Walk *w, const Node *n)
{
    switch (n->kind) {
    case NODE_NAME:
        bind(w, n->name.id, n);
        break;
    case NODE_TUPLE:
    case NODE_LIST: {
        const NodeList *items = n->kind == NODE_TUPLE ? n->tuple.items : n->list.items;
        for (size_t i = 0; i < items->length; i++)
            walk_target(w, items->at[i]);
        break;
    }
    case NODE_STARRED:
        walk_target(w, n->starred.value);
        break;
    default:
        walk(w, n);
    }
}

static void walk_targets(Walk *w, const NodeList *targets)
{
    for (size_t i = 0; i < targets->length; i++)
        walk_target(w, targets->at[i]);
}

static void walk_pattern(Walk *w, const Node *n)
{
    switch (n->kind) {
    case NODE_PATTERN_MAPPING:
        walk_list(w, n->pattern_mapping.keys);
        walk_list(w, n->pattern_mapping.patterns);
        bind(w, n->pattern_mapping.rest, n);
        break;
    case NODE_PATTERN_CLASS:
        walk(w, n->pattern_class.class_name);
        walk_list(w, n->pattern_class.patterns);
        walk_list(w, n->pattern_class.keywords);
        break;
    case NODE_PATTERN_AS:
        walk_maybe(w, n->pattern_as.pattern);
        bind(w, n->pattern_as.name, n);
        break;
    case NODE_PATTERN_STAR:
        bind(w, n->pattern_star.name, n);
        break;
    case NODE_PATTERN_VALUE:
        walk(w, n->pattern_value.value);
        break;
    case NODE_PATTERN_SEQUENCE:
        walk_list(w, n->pattern_sequence.patterns);
        break;
    case NODE_PATTERN_OR:
        walk_list(w, n->pattern_or.patterns);
        break;
    case NODE_PATTERN_KEYWORD:
        walk(w, n->pattern_keyword.pattern);
        break;
    default:
        break;
    }
}

static void walk_for(Walk *w, const Node *n)
{
    walk(w, n->for_.iterable);
    walk_target(w, n->for_.target);
    walk_list(w, n->for_.body);
    walk_list(w, n->for_.orelse);
}

static void walk_try(Walk *w, const Node *n)
{
    walk_list(w, n->try_.body);
    for (size_t i = 0; i < n->try_.handlers->length; i++) {
        const Node *handler = n->try_.handlers->at[i];
        walk_maybe(w, handler->handler.type);
        bind(w, handler->handler.name, handler);
        walk_list(w, handler->handler.body);
    }
    walk_list(w, n->try_.orelse);
    walk_list(w, n->try_.finally);
}

static void walk_yield(Walk *w, const Node *n, const Node *value)
{
    static const char *const kinds[] = {"list comprehension", "set comprehension", "dict comprehension",
                                        "generator expression"};
    if (w->scope->kind == SCOPE_COMPREHENSION)
        scope_raise(w->file, n, "'yield' inside %s", kinds[w->scope->node->comprehension.type]);
    w->scope->is_generator = true;
    walk_maybe(w, value);
}

static void walk_statement(Walk *w, const Node *n)
{
    switch (n->kind) {
    case NODE_ASSIGN:
        walk(w, n->assign.value);
        walk_targets(w, n->assign.targets);
        break;
    case NODE_AUGMENTED:
        walk(w, n->augmented.value);
        walk_target(w, n->augmented.target);
        if (n->augmented.op == BINARY_ADD && n->augmented.target->kind == NODE_NAME)
            scope_find(w->scope, scope_mangle(w->scope, n->augmented.target->name.id))->is_added_to = true;
        break;
    case NODE_ANNOTATED:
        walk_annotated(w, n);
        break;
    case NODE_DELETE:
        walk_targets(w, n->delete.targets);
        break;
    case NODE_FOR:
        walk_for(w, n);
        break;
    case NODE_WITH:
        for (size_t i = 0; i < n->with.items->length; i++) {
            walk(w, n->with.items->at[i]->with_item.context);
            if (n->with.items->at[i]->with_item.target)
                walk_target(w, n->with.items->at[i]->with_item.target);
        }
        walk_list(w, n->with.body);
        break;
    case NODE_TRY:
        walk_try(w, n);
        break;
    case NODE_IMPORT:
    case NODE_IMPORT_FROM:
        walk_import(w, n);
        break;
    case NODE_GLOBAL:
        walk_declaration(w, n, n->global.names, true);
        break;
    case NODE_NONLOCAL:
        walk_declaration(w, n, n->nonlocal.names, false);
        break;
    case NODE_FUNCTION:
        walk_function(w, n);
        break;
    case NODE_CLASS:
        walk_class(w, n);
        break;
    case NODE_TYPE_ALIAS:
        walk_type_alias(w, n);
        break;
    case NODE_WHILE:
        walk(w, n->while_.test);
        walk_list(w, n->while_.body);
        walk_list(w, n->while_.orelse);
        break;
    case NODE_IF:
        walk(w, n->if_.test);
        walk_list(w, n->if_.body);
        walk_list(w, n->if_.orelse);
        break;
    case NODE_RAISE:
        walk_maybe(w, n->raise.exception);
        walk_maybe(w, n->raise.cause);
        break;
    case NODE_ASSERT:
        walk(w, n->assert_.test);
        walk_maybe(w, n->assert_.message);
        break;
    case NODE_RETURN:
        w->scope->has_return_value |= n->return_.value != NULL;
        walk_maybe(w, n->return_.value);
        break;
    case NODE_EXPRESSION:
        walk(w, n->expression.value);
        break;
    case NODE_MODULE:
        walk_list(w, n->module.body);
        break;
    case NODE_MATCH:
        walk(w, n->match.subject);
        for (size_t i = 0; i < n->match.cases->length; i++) {
            const Node *one = n->match.cases->at[i];
            walk_pattern(w, one->case_.pattern);
            walk_maybe(w, one->case_.guard);
            walk_list(w, one->case_.body);
        }
        break;
    default:
        break;
    }
}

static void walk(Walk *w, const Node *n)
{
    switch (n->kind) {
    case NODE_NAME:
        use(w, n->name.id, n);
        break;
    case NODE_JOINED:
        walk_list(w, n->joined.parts);
        break;
    case NODE_FORMATTED:
        walk(w, n->formatted.value);
        walk_maybe(w, n->formatted.spec);
        break;
    case NODE_BOOLEAN:
        walk_list(w, n->boolean.values);
        break;
    case NODE_BINARY:
        walk(w, n->binary.left);
        walk(w, n->binary.right);
        break;
    case NODE_UNARY:
        walk(w, n->unary.operand);
        break;
    case NODE_COMPARE:
        walk(w, n->compare.left);
        walk_list(w, n->compare.rights);
        break;
    case NODE_LAMBDA:
        walk_lambda(w, n);
        break;
    case NODE_CONDITIONAL:
        walk(w, n->conditional.test);
        walk(w, n->conditional.body);
        walk(w, n->conditional.orelse);
        break;
    case NODE_DICT:
        walk_list(w, n->dict.keys);
        walk_list(w, n->dict.values);
        break;
    case NODE_SET:
        walk_list(w, n->set.items);
        break;
    case NODE_LIST:
        walk_list(w, n->list.items);
        break;
    case NODE_TUPLE:
        walk_list(w, n->tuple.items);
        break;
    case NODE_COMPREHENSION:
        walk_comprehension(w, n);
        break;
    case NODE_AWAIT:
        if (w->scope->kind == SCOPE_COMPREHENSION)
            w->scope->is_coroutine = true;
        walk(w, n->await.value);
        break;
    case NODE_YIELD:
        walk_yield(w, n, n->yield.value);
        break;
    case NODE_YIELD_FROM:
        walk_yield(w, n, n->yield_from.value);
        break;
    case NODE_CALL:
        walk(w, n->call.callee);
        walk_list(w, n->call.arguments);
        walk_list(w, n->call.keywords);
        break;
    case NODE_KEYWORD:
        walk(w, n->keyword.value);
        break;
    case NODE_ATTRIBUTE:
        walk(w, n->attribute.value);
        break;
    case NODE_SUBSCRIPT:
        walk(w, n->subscript.value);
        walk(w, n->subscript.index);
        break;
    case NODE_SLICE:
        walk_maybe(w, n->slice.lower);
        walk_maybe(w, n->slice.upper);
        walk_maybe(w, n->slice.step);
        break;
    case NODE_STARRED:
        walk(w, n->starred.value);
        break;
    case NODE_NAMED:
        walk(w, n->named.value);
        bind_named(w, n->named.target);
        break;
    default:
        if (n->kind >= NODE_PATTERN_VALUE && n->kind <= NODE_PATTERN_OR)
            walk_pattern(w, n);
        else
            walk_statement(w, n);
    }
}

/* --- resolving -------------------------------------------------------------------------------- */

/* The scope around `scope` whose slot or cell holds `name`, or NULL: the globals. */
static Scope *find_home(const Scope *scope, Str *name)
{
    for (Scope *s = scope->parent; s; s = s->parent) {
        if (s->kind == SCOPE_CLASS && name == N(__class__))
            return s;
        if (!scope_is_function(s))
            continue;
        Symbol *symbol = scope_find(s, name);
        if (symbol && symbol->is_global)
            return NULL;
        if (symbol && symbol->is_bound && !symbol->is_nonlocal)
            return s;
    }
    return NULL;
}

/* name is a cell of `home`, and free in every scope from `scope` up to it. */
static void mark_free(Scope *scope, Scope *home, Str *name)
{
    Symbol *source = scope_symbol(home, name, NULL);
    if (home->kind == SCOPE_CLASS)
        home->needs_class_cell = true;
    source->kind = NAME_CELL;
    for (Scope *s = scope; s != home; s = s->parent) {
        Symbol *symbol = scope_symbol(s, name, NULL);
        if (symbol->is_bound && s->kind == SCOPE_CLASS && !symbol->is_nonlocal)
            symbol->is_passed = true;
        else
            symbol->kind = NAME_FREE;
    }
}

static void resolve_symbol(Scope *scope, Symbol *symbol)
{
    if (symbol->kind == NAME_CELL || symbol->kind == NAME_FREE)
        return;
    if (symbol->is_global) {
        symbol->kind = NAME_GLOBAL_EXPLICIT;
        return;
    }
    if (symbol->is_bound && !symbol->is_nonlocal) {
        symbol->kind = NAME_LOCAL;
        return;
    }
    Scope *home = find_home(scope, symbol->name);
    if (home) {
        mark_free(scope, home, symbol->name);
    } else if (symbol->is_nonlocal) {
        Err *err = err_new(ERR_SCRIPT, "script.syntax", "no binding for nonlocal '%s' found",
                           symbol->name->text);
        err->pos = symbol->pos;
        err_raise(err);
    } else {
        symbol->kind = NAME_GLOBAL_IMPLICIT;
    }
}

static void resolve(Scope *scope)
{
    for (size_t i = 0; i < scope->symbols.length; i++)
        resolve_symbol(scope, scope->symbols.at[i].value);
    for (size_t i = 0; i < scope->children.length; i++)
        resolve(scope->children.at[i]);
}

/* from __future__ import annotations */
static bool has_future_annotations(const Node *root)
{
    if (root->kind != NODE_MODULE)
        return false;
    for (size_t i = 0; i < root->module.body->length; i++) {
        const Node *n = root->module.body->at[i];
        if (n->kind != NODE_IMPORT_FROM || !n->import_from.module ||
            !str_is(n->import_from.module, "__future__"))
            continue;
        for (size_t k = 0; k < n->import_from.names->length; k++)
            if (str_is(n->import_from.names->at[k]->alias.name, "annotations"))
                return true;
    }
    return false;
}

Scope *scope_build(const Node *root, Str *file)
{
    Scope *scope = scope_new(SCOPE_MODULE, root, NULL, intern("<module>"), file);
    scope->future_annotations = has_future_annotations(root);
    Walk w = {.scope = scope, .file = file, .future_annotations = scope->future_annotations};
    walk(&w, root);
    resolve(scope);
    return scope;
}
