/* compile_try.c -- try in all its forms, with, and leaving them early. Covered ranges cost nothing
 * until an error comes; a finally body is compiled once for each way out. */
#include "py/compile.h"

/* --- leaving blocks --------------------------------------------------------------------------- */

static void emit_exit_call(Unit *u, bool is_async)
{
    emit_const(u, NONE);
    emit_const(u, NONE);
    emit_const(u, NONE);
    emit(u, OP_CALL, 3);
    if (is_async) {
        emit(u, OP_GET_AWAITABLE, 2);
        emit_await(u);
    }
    emit(u, OP_POP, 0);
}

static void emit_forget_name(Unit *u, Str *name)
{
    emit_const(u, NONE);
    compile_name(u, name, NAME_STORE);
    compile_name(u, name, NAME_DELETE);
}

/* [value] -> [value]; a break, continue or return inside drops the value that was to be returned. */
static void compile_finally(Unit *u, const NodeList *body, bool with_value)
{
    Block held = {0};
    if (with_value)
        block_push(u, &held, BLOCK_HELD, NULL);
    compile_body(u, body);
    if (with_value)
        block_pop(u);
}

static void emit_leave(Unit *u, Block *b, bool with_value)
{
    switch (b->kind) {
    case BLOCK_FOR:
    case BLOCK_HELD:
        if (with_value)
            emit(u, OP_SWAP, 2);
        emit(u, OP_POP, 0);
        break;
    case BLOCK_FINALLY:
        compile_finally(u, b->finally, with_value);
        break;
    case BLOCK_FINALLY_END: /* previous error [value] */
        if (with_value)
            emit(u, OP_SWAP, 3); /* value error previous */
        else
            emit(u, OP_SWAP, 2);
        emit(u, OP_POP_ERROR, 0);
        emit(u, OP_POP, 0);
        break;
    case BLOCK_HANDLER:
        if (with_value)
            emit(u, OP_SWAP, 2);
        emit(u, OP_POP_ERROR, 0);
        break;
    case BLOCK_HANDLER_NAME:
        emit_forget_name(u, b->name);
        break;
    case BLOCK_WITH:
        if (with_value)
            emit(u, OP_SWAP, 2);
        emit_exit_call(u, b->is_async);
        break;
    default:
        break;
    }
}

void emit_unwind(Unit *u, Block *stop, bool with_value)
{
    Block *innermost = u->block;
    uint32_t guards = u->import_guards;
    for (Block *b = innermost; b != stop; b = b->outer) {
        block_close_cover(u, b);
        u->block = b->outer; /* a finally body must not find its own try around it */
        emit_leave(u, b, with_value);
    }
    u->block = innermost;
    u->import_guards = guards;
}

/* previous error -> (raises error) */
static void emit_reraise(Unit *u)
{
    emit(u, OP_SWAP, 2);
    emit(u, OP_POP_ERROR, 0);
    emit(u, OP_RERAISE, 0);
}

/* --- try -------------------------------------------------------------------------------------- */

static bool names_import_error(const Node *n)
{
    if (n->kind == NODE_ATTRIBUTE)
        return false;
    if (n->kind == NODE_TUPLE) {
        for (size_t i = 0; i < n->tuple.items->length; i++)
            if (names_import_error(n->tuple.items->at[i]))
                return true;
        return false;
    }
    return n->kind == NODE_NAME &&
           (str_is(n->name.id, "ImportError") || str_is(n->name.id, "ModuleNotFoundError") ||
            str_is(n->name.id, "Exception") || str_is(n->name.id, "BaseException"));
}

bool handlers_catch_import_error(const NodeList *handlers)
{
    for (size_t i = 0; i < handlers->length; i++) {
        const Node *type = handlers->at[i]->handler.type;
        if (!type || names_import_error(type))
            return true;
    }
    return false;
}

/* previous [error popped] -> ; the body of one handler, its name bound and forgotten. */
static void compile_handler_body(Unit *u, const Node *handler)
{
    Str *name = handler->handler.name;
    if (!name) {
        compile_body(u, handler->handler.body);
        return;
    }
    Label cleanup = jump_label_new(), done = jump_label_new();
    uint32_t depth = u->depth;
    Block block = {.name = name};
    block_push(u, &block, BLOCK_HANDLER_NAME, &cleanup);
    compile_body(u, handler->handler.body);
    block_pop(u);
    emit_forget_name(u, name);
    emit_jump(u, OP_JUMP, &done);
    label_place_handler(u, &cleanup, depth);
    emit_forget_name(u, name);
    emit(u, OP_RERAISE, 0);
    label_place(u, &done);
}

/* previous error -> | jump to end: -> */
static void compile_handler(Unit *u, const Node *handler, Label *end)
{
    Label next = jump_label_new();
    unit_mark(u, handler);
    if (handler->handler.type) {
        compile_value(u, handler->handler.type);
        unit_mark(u, handler->handler.type);
        emit(u, OP_MATCH_ERROR, 0);
        emit_jump(u, OP_JUMP_IF_FALSE, &next);
    }
    if (handler->handler.name)
        compile_name(u, handler->handler.name, NAME_STORE);
    else
        emit(u, OP_POP, 0);
    compile_handler_body(u, handler);
    emit(u, OP_POP_ERROR, 0);
    emit_jump(u, OP_JUMP, end);
    if (handler->handler.type)
        label_place(u, &next);
}

static void compile_try_except(Unit *u, const Node *n)
{
    Label handlers = jump_label_new(), cleanup = jump_label_new(), end = jump_label_new();
    uint32_t depth = u->depth;
    bool guards = handlers_catch_import_error(n->try_.handlers);
    Block body = {0};
    block_push(u, &body, BLOCK_TRY, &handlers);
    u->import_guards += guards;
    compile_body(u, n->try_.body);
    u->import_guards -= guards;
    block_pop(u);
    compile_body(u, n->try_.orelse);
    emit_jump(u, OP_JUMP, &end);

    label_place_handler(u, &handlers, depth);
    emit(u, OP_PUSH_ERROR, 0);
    Block handling = {0};
    block_push(u, &handling, BLOCK_HANDLER, &cleanup);
    handling.cover_depth = depth + 1;
    bool catches_all = false;
    for (size_t i = 0; i < n->try_.handlers->length; i++) {
        const Node *handler = n->try_.handlers->at[i];
        catches_all = !handler->handler.type;
        if (catches_all && i + 1 < n->try_.handlers->length)
            scope_raise(u->file, handler, "default 'except:' must be last");
        u->depth = depth + 2;
        compile_handler(u, handler, &end);
    }
    u->depth = depth + 2;
    if (!catches_all)
        emit(u, OP_RERAISE, 0);
    block_pop(u);
    label_place_handler(u, &cleanup, depth + 1);
    emit_reraise(u);
    label_place(u, &end);
    u->depth = depth;
}

/* -> value; its text where a name in it is not known (yet), as Python 3.14 puts annotations off. */
void compile_or_text(Unit *u, const Node *value, Str *text)
{
    Label failed = jump_label_new(), other = jump_label_new(), end = jump_label_new();
    uint32_t depth = u->depth;
    Block body = {0};
    block_push(u, &body, BLOCK_TRY, &failed);
    compile_value(u, value);
    block_pop(u);
    emit_jump(u, OP_JUMP, &end);
    label_place_handler(u, &failed, depth); /* error */
    emit_const(u, OBJ((Obj *)&NameError_class));
    emit(u, OP_MATCH_ERROR, 0);
    emit_jump(u, OP_JUMP_IF_FALSE, &other);
    emit(u, OP_POP, 0);
    emit_str(u, text);
    emit_jump(u, OP_JUMP, &end);
    label_place(u, &other);
    emit(u, OP_RERAISE, 0);
    u->depth = depth + 1;
    label_place(u, &end);
}

/* One except*: previous original list rest -> previous original list rest */
static void compile_group_handler(Unit *u, const Node *handler)
{
    Label unmatched = jump_label_new(), failed = jump_label_new(), next = jump_label_new();
    Str *name = handler->handler.name;
    unit_mark(u, handler);
    compile_value(u, handler->handler.type);
    unit_mark(u, handler->handler.type);
    emit(u, OP_SPLIT_GROUP, 0); /* ... rest matched */
    emit(u, OP_COPY, 1);
    emit_jump(u, OP_JUMP_IF_NONE, &unmatched);
    emit(u, OP_PUSH_ERROR, 0); /* ... rest previous matched */
    if (name)
        compile_name(u, name, NAME_STORE);
    else
        emit(u, OP_POP, 0);
    uint32_t depth = u->depth;
    Block block = {0};
    block_push(u, &block, BLOCK_GROUP_HANDLER, &failed);
    compile_body(u, handler->handler.body);
    block_pop(u);
    if (name)
        emit_forget_name(u, name);
    emit(u, OP_POP_ERROR, 0);
    emit_jump(u, OP_JUMP, &next);

    label_place_handler(u, &failed, depth); /* ... list rest previous error */
    if (name)
        emit_forget_name(u, name);
    emit(u, OP_SWAP, 2);
    emit(u, OP_POP_ERROR, 0);
    emit(u, OP_LIST_APPEND, 2);
    emit_jump(u, OP_JUMP, &next);
    label_place(u, &unmatched);
    emit(u, OP_POP, 0);
    label_place(u, &next);
}

static void compile_try_group(Unit *u, const Node *n)
{
    Label handlers = jump_label_new(), cleanup = jump_label_new(), end = jump_label_new(),
          done = jump_label_new();
    uint32_t depth = u->depth;
    Block body = {0};
    block_push(u, &body, BLOCK_TRY, &handlers);
    compile_body(u, n->try_.body);
    block_pop(u);
    compile_body(u, n->try_.orelse);
    emit_jump(u, OP_JUMP, &end);

    label_place_handler(u, &handlers, depth);
    emit(u, OP_PUSH_ERROR, 0); /* previous original */
    Block handling = {0};
    block_push(u, &handling, BLOCK_COVER, &cleanup);
    handling.cover_depth = depth + 1;
    emit(u, OP_COPY, 1);
    emit(u, OP_BUILD_LIST, 0);
    emit(u, OP_SWAP, 2); /* previous original list rest */
    for (size_t i = 0; i < n->try_.handlers->length; i++)
        compile_group_handler(u, n->try_.handlers->at[i]);
    emit(u, OP_LIST_APPEND, 1);
    emit(u, OP_JOIN_GROUP, 0); /* previous error|None */
    emit(u, OP_COPY, 1);
    emit_jump(u, OP_JUMP_IF_NONE, &done);
    emit(u, OP_RERAISE, 0);
    block_pop(u);
    label_place(u, &done);
    emit(u, OP_POP, 0);
    emit(u, OP_POP_ERROR, 0);
    emit_jump(u, OP_JUMP, &end);
    label_place_handler(u, &cleanup, depth + 1);
    emit_reraise(u);
    label_place(u, &end);
}

static void compile_try_without_finally(Unit *u, const Node *n)
{
    if (!n->try_.handlers->length) {
        compile_body(u, n->try_.body);
        return;
    }
    if (n->try_.is_group)
        compile_try_group(u, n);
    else
        compile_try_except(u, n);
}

void compile_try(Unit *u, const Node *n)
{
    if (!n->try_.finally->length) {
        compile_try_without_finally(u, n);
        return;
    }
    Label failed = jump_label_new(), cleanup = jump_label_new(), end = jump_label_new();
    uint32_t depth = u->depth;
    Block block = {.finally = n->try_.finally};
    block_push(u, &block, BLOCK_FINALLY, &failed);
    compile_try_without_finally(u, n);
    block_pop(u);
    compile_body(u, n->try_.finally);
    emit_jump(u, OP_JUMP, &end);

    label_place_handler(u, &failed, depth);
    emit(u, OP_PUSH_ERROR, 0);
    Block ending = {0};
    block_push(u, &ending, BLOCK_FINALLY_END, &cleanup);
    ending.cover_depth = depth + 1;
    compile_body(u, n->try_.finally);
    block_pop(u);
    label_place_handler(u, &cleanup, depth + 1);
    emit_reraise(u);
    label_place(u, &end);
    u->depth = depth;
}

/* --- with ------------------------------------------------------------------------------------- */

/* with suppress(ImportError): an unknown module inside is an ImportError too. */
static bool item_suppresses_import_error(const Node *context)
{
    if (context->kind != NODE_CALL)
        return false;
    const Node *callee = context->call.callee;
    Str *name = callee->kind == NODE_NAME        ? callee->name.id
                : callee->kind == NODE_ATTRIBUTE ? callee->attribute.name
                                                 : NULL;
    if (!name || !str_is(name, "suppress"))
        return false;
    for (size_t i = 0; i < context->call.arguments->length; i++)
        if (names_import_error(context->call.arguments->at[i]))
            return true;
    return false;
}

/* The context and what it entered: leaves its exit below what was entered. */
static void with_enter(Unit *u, const Node *context, bool is_async)
{
    compile_value(u, context);
    unit_mark(u, context);
    emit(u, is_async ? OP_BEFORE_ASYNC_WITH : OP_BEFORE_WITH, 0); /* exit entered */
    if (is_async) {
        emit(u, OP_GET_AWAITABLE, 1);
        emit_await(u);
    }
}

/* The handler: exit is asked with the error, and may swallow it. */
static void with_failed(Unit *u, Label *failed, uint32_t depth, bool is_async)
{
    Label cleanup = jump_label_new(), suppressed = jump_label_new();
    label_place_handler(u, failed, depth + 1);
    emit(u, OP_PUSH_ERROR, 0); /* exit previous error */
    Block ending = {0};
    block_push(u, &ending, BLOCK_COVER, &cleanup);
    ending.cover_depth = depth + 2;
    emit(u, OP_CALL_EXIT, 0);
    if (is_async) {
        emit(u, OP_GET_AWAITABLE, 2);
        emit_await(u);
    }
    emit_jump(u, OP_JUMP_IF_TRUE, &suppressed);
    emit(u, OP_RERAISE, 0);
    block_pop(u);
    label_place_handler(u, &cleanup, depth + 2);
    emit_reraise(u);
    label_place(u, &suppressed);
    emit(u, OP_POP, 0);
    emit(u, OP_POP_ERROR, 0);
    emit(u, OP_POP, 0);
}

/* The item at `index`, with those after it and the body inside. */
static void compile_with_item(Unit *u, const Node *n, size_t index)
{
    if (index == n->with.items->length) {
        compile_body(u, n->with.body);
        return;
    }
    const Node *item = n->with.items->at[index], *context = item->with_item.context;
    bool is_async = n->with.is_async;
    Label failed = jump_label_new(), end = jump_label_new();
    uint32_t depth = u->depth;
    with_enter(u, context, is_async);
    Block block = {.is_async = is_async};
    block_push(u, &block, BLOCK_WITH, &failed);
    block.cover_depth = depth + 1;
    if (item->with_item.target)
        compile_target(u, item->with_item.target);
    else
        emit(u, OP_POP, 0);
    bool guards = item_suppresses_import_error(context);
    u->import_guards += guards;
    compile_with_item(u, n, index + 1);
    u->import_guards -= guards;
    block_pop(u);
    unit_mark(u, context);
    emit_exit_call(u, is_async);
    emit_jump(u, OP_JUMP, &end);
    with_failed(u, &failed, depth, is_async);
    label_place(u, &end);
    u->depth = depth;
}

void compile_with(Unit *u, const Node *n)
{
    if (n->with.is_async && !u->scope->is_coroutine)
        scope_raise(u->file, n, "'async with' outside async function");
    compile_with_item(u, n, 0);
}
