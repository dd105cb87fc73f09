/* bindings.c -- which names a file binds: assignments, parameters, loops, patterns, imports, wherever they stand. */
#include "py/bindings.h"

static void bind_name(Bindings *b, Str *name)
{
    if (name)
        set_add(b->bound, STR(name));
}

static void bind_target(void *arg, const Node *n)
{
    if (n->kind == NODE_NAME)
        bind_name(arg, n->name.id);
    else if (n->kind == NODE_TUPLE || n->kind == NODE_LIST || n->kind == NODE_STARRED)
        node_each_child(n, bind_target, arg);
}

static void bind_type_parameters(Bindings *b, const NodeList *parameters)
{
    for (size_t i = 0; parameters && i < parameters->length; i++)
        bind_name(b, parameters->at[i]->type_parameter.name);
}

static void collect_function(Bindings *b, const Node *n)
{
    const Node *p = n->kind == NODE_LAMBDA ? n->lambda.parameters : n->function.parameters;
    for (size_t i = 0; i < p->parameters.positional->length; i++)
        bind_name(b, p->parameters.positional->at[i]->parameter.name);
    for (size_t i = 0; i < p->parameters.only_keyword->length; i++)
        bind_name(b, p->parameters.only_keyword->at[i]->parameter.name);
    if (p->parameters.rest)
        bind_name(b, p->parameters.rest->parameter.name);
    if (p->parameters.keywords)
        bind_name(b, p->parameters.keywords->parameter.name);
}

static void collect_import(Bindings *b, const Node *n)
{
    const NodeList *names = n->kind == NODE_IMPORT ? n->import.names : n->import_from.names;
    for (size_t i = 0; i < names->length; i++) {
        Str *name =
            names->at[i]->alias.as_name ? names->at[i]->alias.as_name : names->at[i]->alias.name;
        const char *dot = strchr(name->text, '.');
        if (str_is(name, "*"))
            vec_push(&b->stars, n);
        else
            set_add(b->imported,
                    STR(dot ? intern_bytes(name->text, (size_t)(dot - name->text)) : name));
    }
}

/* Functions that may bind any name; gettext binds _. */
static bool is_binder(const Str *name)
{
    static const char *const binders[] = {"globals", "exec",     "eval",         "vars",
                                          "locals",  "builtins", "__builtins__", "gettext"};
    for (size_t i = 0; i < COUNT_OF(binders); i++)
        if (str_is(name, binders[i]))
            return true;
    return false;
}

static void collect(void *arg, const Node *n)
{
    Bindings *b = arg;
    switch (n->kind) {
    case NODE_ASSIGN:
        for (size_t i = 0; i < n->assign.targets->length; i++)
            bind_target(b, n->assign.targets->at[i]);
        break;
    case NODE_AUGMENTED:
        bind_target(b, n->augmented.target);
        break;
    case NODE_ANNOTATED:
        bind_target(b, n->annotated.target);
        break;
    case NODE_FOR:
        bind_target(b, n->for_.target);
        break;
    case NODE_CLAUSE:
        bind_target(b, n->clause.target);
        break;
    case NODE_WITH_ITEM:
        if (n->with_item.target)
            bind_target(b, n->with_item.target);
        break;
    case NODE_NAMED:
        bind_target(b, n->named.target);
        break;
    case NODE_HANDLER:
        bind_name(b, n->handler.name);
        break;
    case NODE_FUNCTION:
        bind_name(b, n->function.name);
        bind_type_parameters(b, n->function.type_parameters);
        collect_function(b, n);
        break;
    case NODE_LAMBDA:
        collect_function(b, n);
        break;
    case NODE_CLASS:
        bind_name(b, n->class_.name);
        bind_type_parameters(b, n->class_.type_parameters);
        break;
    case NODE_TYPE_ALIAS:
        bind_target(b, n->type_alias.name);
        bind_type_parameters(b, n->type_alias.type_parameters);
        break;
    case NODE_IMPORT:
    case NODE_IMPORT_FROM:
        collect_import(b, n);
        break;
    case NODE_NAME:
        b->is_open |= is_binder(n->name.id);
        break;
    case NODE_PATTERN_AS:
        bind_name(b, n->pattern_as.name);
        break;
    case NODE_PATTERN_STAR:
        bind_name(b, n->pattern_star.name);
        break;
    case NODE_PATTERN_MAPPING:
        bind_name(b, n->pattern_mapping.rest);
        break;
    default:
        break;
    }
    node_each_child(n, collect, b);
}

Bindings bindings_of(const Node *tree)
{
    Bindings b = {.bound = set_new(), .imported = set_new()};
    node_each_child(tree, collect, &b);
    return b;
}
