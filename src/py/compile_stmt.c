/* compile_stmt.c -- simple statements, loops and assignment targets. */
#include "py/compile.h"

/* --- targets ---------------------------------------------------------------------------------- */

static void compile_unpack(Unit *u, const Node *n, const NodeList *items)
{
    size_t star = items->length;
    for (size_t i = 0; i < items->length; i++) {
        if (items->at[i]->kind != NODE_STARRED)
            continue;
        if (star < items->length)
            scope_raise(u->file, n, "multiple starred expressions in assignment");
        star = i;
    }
    unit_mark(u, n);
    if (star == items->length)
        emit(u, OP_UNPACK, (uint32_t)items->length);
    else
        emit(u, OP_UNPACK_STAR, (uint32_t)star | (uint32_t)(items->length - star - 1) << 12);
    for (size_t i = 0; i < items->length; i++)
        compile_target(u, items->at[i]->kind == NODE_STARRED ? items->at[i]->starred.value
                                                             : items->at[i]);
}

void compile_target(Unit *u, const Node *n)
{
    switch (n->kind) {
    case NODE_NAME:
        unit_mark(u, n);
        compile_name(u, n->name.id, NAME_STORE);
        break;
    case NODE_ATTRIBUTE:
        compile_value(u, n->attribute.value);
        unit_mark(u, n);
        emit(u, OP_STORE_ATTRIBUTE, unit_name(u, scope_mangle(u->scope, n->attribute.name)));
        break;
    case NODE_SUBSCRIPT:
        compile_value(u, n->subscript.value);
        compile_value(u, n->subscript.index);
        unit_mark(u, n);
        emit(u, OP_STORE_SUBSCRIPT, 0);
        break;
    case NODE_TUPLE:
        compile_unpack(u, n, n->tuple.items);
        break;
    case NODE_LIST:
        compile_unpack(u, n, n->list.items);
        break;
    case NODE_STARRED:
        scope_raise(u->file, n, "starred assignment target must be in a list or tuple");
    default:
        scope_raise(u->file, n, "cannot assign to this");
    }
}

static void compile_delete(Unit *u, const Node *n)
{
    unit_mark(u, n);
    switch (n->kind) {
    case NODE_NAME:
        compile_name(u, n->name.id, NAME_DELETE);
        break;
    case NODE_ATTRIBUTE:
        compile_value(u, n->attribute.value);
        unit_mark(u, n);
        emit(u, OP_DELETE_ATTRIBUTE, unit_name(u, scope_mangle(u->scope, n->attribute.name)));
        break;
    case NODE_SUBSCRIPT:
        compile_value(u, n->subscript.value);
        compile_value(u, n->subscript.index);
        unit_mark(u, n);
        emit(u, OP_DELETE_SUBSCRIPT, 0);
        break;
    default: {
        const NodeList *items = n->kind == NODE_TUPLE ? n->tuple.items : n->list.items;
        for (size_t i = 0; i < items->length; i++)
            compile_delete(u, items->at[i]);
    }
    }
}

/* --- assignments ------------------------------------------------------------------------------ */

static void compile_assign(Unit *u, const Node *n)
{
    compile_value(u, n->assign.value);
    const NodeList *targets = n->assign.targets;
    for (size_t i = 0; i < targets->length; i++) {
        if (i + 1 < targets->length)
            emit(u, OP_COPY, 1);
        compile_target(u, targets->at[i]);
    }
}

/* x += value of a local: texts grow in place as long as only the slot has them. */
static bool compile_append(Unit *u, const Node *n)
{
    if (n->augmented.op != BINARY_ADD || n->augmented.target->kind != NODE_NAME)
        return false;
    const Symbol *symbol = scope_find(u->scope, scope_mangle(u->scope, n->augmented.target->name.id));
    if (!symbol || symbol->kind != NAME_LOCAL || !scope_is_function(u->scope))
        return false;
    unit_mark(u, n->augmented.target);
    emit(u, OP_LOAD_FAST, symbol->slot);
    compile_value(u, n->augmented.value);
    unit_mark(u, n);
    emit(u, OP_APPEND, symbol->slot);
    return true;
}

static void compile_augmented(Unit *u, const Node *n)
{
    if (compile_append(u, n))
        return;
    const Node *target = n->augmented.target;
    uint32_t op = binary_operator(n->augmented.op);
    switch (target->kind) {
    case NODE_ATTRIBUTE: {
        uint32_t name = unit_name(u, scope_mangle(u->scope, target->attribute.name));
        compile_value(u, target->attribute.value);
        emit(u, OP_COPY, 1);
        unit_mark(u, target);
        emit(u, OP_LOAD_ATTRIBUTE, name);
        compile_value(u, n->augmented.value);
        unit_mark(u, n);
        emit(u, OP_IN_PLACE, op);
        emit(u, OP_SWAP, 2);
        emit(u, OP_STORE_ATTRIBUTE, name);
        break;
    }
    case NODE_SUBSCRIPT:
        compile_value(u, target->subscript.value);
        compile_value(u, target->subscript.index);
        emit(u, OP_COPY, 2);
        emit(u, OP_COPY, 2);
        unit_mark(u, target);
        emit(u, OP_LOAD_SUBSCRIPT, 0);
        compile_value(u, n->augmented.value);
        unit_mark(u, n);
        emit(u, OP_IN_PLACE, op);
        emit(u, OP_SWAP, 3); /* a k v -> v k a */
        emit(u, OP_SWAP, 2); /* v k a -> v a k */
        emit(u, OP_STORE_SUBSCRIPT, 0);
        break;
    default:
        compile_value(u, target);
        compile_value(u, n->augmented.value);
        unit_mark(u, n);
        emit(u, OP_IN_PLACE, op);
        compile_target(u, target);
    }
}

static void compile_annotated(Unit *u, const Node *n)
{
    const Node *target = n->annotated.target;
    if (n->annotated.value) {
        compile_value(u, n->annotated.value);
        compile_target(u, target);
    } else if (target->kind == NODE_ATTRIBUTE) {
        compile_value(u, target->attribute.value);
        emit(u, OP_POP, 0);
    }
    bool is_function = scope_is_function(u->scope);
    if (is_function && n->annotated.simple)
        return;
    unit_mark(u, n->annotated.annotation);
    compile_annotation(u, n->annotated.annotation);
    if (!n->annotated.simple || target->kind != NODE_NAME || is_function) {
        emit(u, OP_POP, 0);
        return;
    }
    emit(u, OP_LOAD_NAME, unit_name(u, N(__annotations__)));
    emit_str(u, scope_mangle(u->scope, target->name.id));
    emit(u, OP_STORE_SUBSCRIPT, 0);
}

/* --- flow ------------------------------------------------------------------------------------- */

void emit_await(Unit *u)
{
    Label again = jump_label_new(), done = jump_label_new();
    emit_const(u, NONE);
    label_place(u, &again);
    emit_jump(u, OP_SEND, &done);
    emit(u, OP_YIELD, YIELD_DELEGATED);
    emit_jump(u, OP_JUMP, &again);
    label_place(u, &done);
    emit(u, OP_SWAP, 2);
    emit(u, OP_POP, 0);
}

static void compile_loop_body(Unit *u, const NodeList *body, BlockKind kind, Label *start,
                              Label *end)
{
    Block block = {.start = start, .end = end};
    block_push(u, &block, kind, NULL);
    compile_body(u, body);
    block_pop(u);
    emit_jump(u, OP_JUMP, start);
}

static void compile_async_for(Unit *u, const Node *n)
{
    if (!u->scope->is_coroutine)
        scope_raise(u->file, n, "'async for' outside async function");
    Label start = jump_label_new(), finished = jump_label_new(), end = jump_label_new();
    end.depth = u->depth;
    compile_value(u, n->for_.iterable);
    unit_mark(u, n->for_.iterable);
    emit(u, OP_GET_ASYNC_ITER, 0);
    uint32_t depth = u->depth;
    label_place(u, &start);
    Block cover = {0};
    block_push(u, &cover, BLOCK_COVER, &finished);
    unit_mark(u, n->for_.iterable);
    emit(u, OP_GET_ASYNC_NEXT, 0);
    emit_await(u);
    block_pop(u);
    compile_target(u, n->for_.target);
    compile_loop_body(u, n->for_.body, BLOCK_FOR, &start, &end);
    label_place_handler(u, &finished, depth);
    emit(u, OP_END_ASYNC_FOR, 0);
    compile_body(u, n->for_.orelse);
    label_place(u, &end);
}

static void compile_for(Unit *u, const Node *n)
{
    if (n->for_.is_async) {
        compile_async_for(u, n);
        return;
    }
    Label start = jump_label_new(), exhausted = jump_label_new(), end = jump_label_new();
    compile_walked(u, n->for_.iterable);
    unit_mark(u, n->for_.iterable);
    emit(u, OP_GET_ITER, 0);
    label_place(u, &start);
    emit_jump(u, OP_FOR_ITER, &exhausted);
    compile_target(u, n->for_.target);
    compile_loop_body(u, n->for_.body, BLOCK_FOR, &start, &end);
    label_place(u, &exhausted);
    compile_body(u, n->for_.orelse);
    label_place(u, &end);
}

static void compile_while(Unit *u, const Node *n)
{
    Label start = jump_label_new(), exhausted = jump_label_new(), end = jump_label_new();
    label_place(u, &start);
    compile_jump(u, n->while_.test, &exhausted, false);
    compile_loop_body(u, n->while_.body, BLOCK_WHILE, &start, &end);
    label_place(u, &exhausted);
    compile_body(u, n->while_.orelse);
    label_place(u, &end);
}

static void compile_if(Unit *u, const Node *n)
{
    Label orelse = jump_label_new(), end = jump_label_new();
    compile_jump(u, n->if_.test, &orelse, false);
    compile_body(u, n->if_.body);
    if (n->if_.orelse->length) {
        emit_jump(u, OP_JUMP, &end);
        label_place(u, &orelse);
        compile_body(u, n->if_.orelse);
        label_place(u, &end);
    } else {
        label_place(u, &orelse);
    }
}

/* After leaving code was emitted, the covers of the blocks left begin again behind it. */
static void reopen_covers(Unit *u, Block *stop)
{
    for (Block *b = u->block; b != stop; b = b->outer)
        b->cover_start = (uint32_t)u->words.length;
}

static void check_may_leave(Unit *u, const Node *n, const Block *stop)
{
    for (Block *b = u->block; b != stop; b = b->outer)
        if (b->kind == BLOCK_GROUP_HANDLER)
            scope_raise(u->file, n,
                        "'break', 'continue' and 'return' cannot appear in an except* block");
}

static void compile_return(Unit *u, const Node *n)
{
    if (!scope_is_function(u->scope))
        scope_raise(u->file, n, "'return' outside function");
    if (n->return_.value && u->scope->is_generator && u->scope->is_coroutine)
        scope_raise(u->file, n, "'return' with value in async generator");
    check_may_leave(u, n, NULL);
    if (n->return_.value)
        compile_value(u, n->return_.value);
    else
        emit_const(u, NONE);
    emit_unwind(u, NULL, true);
    unit_mark(u, n);
    emit(u, OP_RETURN, 0);
    reopen_covers(u, NULL);
}

static void compile_loop_exit(Unit *u, const Node *n, bool is_break)
{
    Block *loop = u->block;
    while (loop && loop->kind != BLOCK_FOR && loop->kind != BLOCK_WHILE)
        loop = loop->outer;
    if (!loop)
        scope_raise(u->file, n,
                    is_break ? "'break' outside loop" : "'continue' not properly in loop");
    check_may_leave(u, n, loop);
    uint32_t depth = u->depth;
    emit_unwind(u, loop, false);
    unit_mark(u, n);
    if (is_break && loop->kind == BLOCK_FOR)
        emit(u, OP_POP, 0);
    emit_jump(u, OP_JUMP, is_break ? loop->end : loop->start);
    u->depth = depth;
    reopen_covers(u, loop);
}

static void compile_raise(Unit *u, const Node *n)
{
    uint32_t count = 0;
    if (n->raise.exception) {
        compile_value(u, n->raise.exception);
        count++;
    }
    if (n->raise.cause) {
        compile_value(u, n->raise.cause);
        count++;
    }
    unit_mark(u, n);
    emit(u, OP_RAISE, count);
}

static void compile_assert(Unit *u, const Node *n)
{
    Label good = jump_label_new();
    compile_jump(u, n->assert_.test, &good, true);
    unit_mark(u, n->assert_.test);
    emit(u, OP_LOAD_ASSERTION_ERROR, 0);
    if (n->assert_.message) {
        compile_value(u, n->assert_.message);
        unit_mark(u, n->assert_.test);
        emit(u, OP_CALL, 1);
    }
    emit(u, OP_RAISE, 1);
    label_place(u, &good);
}

/* --- imports ---------------------------------------------------------------------------------- */

static void emit_import(Unit *u, Str *name, uint32_t level, Value members)
{
    emit_const(u, INT(level));
    emit_const(u, members);
    emit(u, u->import_guards ? OP_IMPORT_GUARDED : OP_IMPORT, unit_name(u, name));
}

/* import a.b.c binds a; import a.b.c as d binds the innermost. */
static void compile_import(Unit *u, const Node *n)
{
    for (size_t i = 0; i < n->import.names->length; i++) {
        const Node *alias = n->import.names->at[i];
        unit_mark(u, alias);
        emit_import(u, alias->alias.name, 0, NONE);
        const char *text = alias->alias.name->text, *dot = strchr(text, '.');
        if (!alias->alias.as_name) {
            Str *top = dot ? intern_bytes(text, (size_t)(dot - text)) : alias->alias.name;
            compile_name(u, top, NAME_STORE);
            continue;
        }
        while (dot) {
            const char *part = dot + 1;
            dot = strchr(part, '.');
            Str *name = dot ? intern_bytes(part, (size_t)(dot - part)) : intern(part);
            emit(u, OP_IMPORT_FROM, unit_name(u, name));
            emit(u, OP_SWAP, 2);
            emit(u, OP_POP, 0);
        }
        compile_name(u, alias->alias.as_name, NAME_STORE);
    }
}

static void compile_import_from(Unit *u, const Node *n)
{
    const NodeList *aliases = n->import_from.names;
    Value *members = new_array(Value, aliases->length + 1);
    for (size_t i = 0; i < aliases->length; i++)
        members[i] = STR(aliases->at[i]->alias.name);
    unit_mark(u, n);
    emit_import(u, n->import_from.module ? n->import_from.module : str_intern(str_empty),
                n->import_from.level, OBJ(tuple_new(aliases->length, members)));
    if (str_is(aliases->at[0]->alias.name, "*")) {
        emit(u, OP_IMPORT_STAR, 0);
        return;
    }
    for (size_t i = 0; i < aliases->length; i++) {
        const Node *alias = aliases->at[i];
        unit_mark(u, alias);
        emit(u, OP_IMPORT_FROM, unit_name(u, alias->alias.name));
        compile_name(u, alias->alias.as_name ? alias->alias.as_name : alias->alias.name,
                     NAME_STORE);
    }
    emit(u, OP_POP, 0);
}

/* --- one statement ---------------------------------------------------------------------------- */

static void compile_statement(Unit *u, const Node *n)
{
    unit_mark(u, n);
    switch (n->kind) {
    case NODE_EXPRESSION:
        if (n->expression.value->kind == NODE_CONSTANT)
            break;
        compile_value(u, n->expression.value);
        emit(u, OP_POP, 0);
        break;
    case NODE_ASSIGN:
        compile_assign(u, n);
        break;
    case NODE_AUGMENTED:
        compile_augmented(u, n);
        break;
    case NODE_ANNOTATED:
        compile_annotated(u, n);
        break;
    case NODE_RETURN:
        compile_return(u, n);
        break;
    case NODE_DELETE:
        for (size_t i = 0; i < n->delete.targets->length; i++)
            compile_delete(u, n->delete.targets->at[i]);
        break;
    case NODE_FOR:
        compile_for(u, n);
        break;
    case NODE_WHILE:
        compile_while(u, n);
        break;
    case NODE_IF:
        compile_if(u, n);
        break;
    case NODE_WITH:
        compile_with(u, n);
        break;
    case NODE_RAISE:
        compile_raise(u, n);
        break;
    case NODE_TRY:
        compile_try(u, n);
        break;
    case NODE_ASSERT:
        compile_assert(u, n);
        break;
    case NODE_IMPORT:
        compile_import(u, n);
        break;
    case NODE_IMPORT_FROM:
        compile_import_from(u, n);
        break;
    case NODE_GLOBAL:
    case NODE_NONLOCAL:
    case NODE_PASS:
        break;
    case NODE_BREAK:
    case NODE_CONTINUE:
        compile_loop_exit(u, n, n->kind == NODE_BREAK);
        break;
    case NODE_FUNCTION:
        compile_function(u, n);
        break;
    case NODE_CLASS:
        compile_class(u, n);
        break;
    case NODE_TYPE_ALIAS:
        compile_type_alias(u, n);
        break;
    case NODE_MATCH:
        compile_match(u, n);
        break;
    default:
        BUG("not a statement");
    }
}

void compile_body(Unit *u, const NodeList *body)
{
    for (size_t i = 0; i < body->length; i++) {
        uint32_t depth = u->depth;
        compile_statement(u, body->at[i]);
        /* Behind return, raise and the like the count is only nominal. */
        BUG_UNLESS(u->depth == depth || body->at[i]->kind == NODE_RETURN);
        u->depth = depth;
    }
}
