/* compile_expr.c -- expressions: each leaves one value on the stack. */
#include "py/compile.h"

/* --- constants -------------------------------------------------------------------------------- */

Value constant_value(const Node *n)
{
    switch (n->constant.type) {
    case CONSTANT_NONE:
        return NONE;
    case CONSTANT_TRUE:
        return TRUE_VALUE;
    case CONSTANT_FALSE:
        return FALSE_VALUE;
    case CONSTANT_ELLIPSIS:
        return ELLIPSIS;
    case CONSTANT_INT:
        return INT(n->constant.integer);
    case CONSTANT_BIGINT:
        return int_from_literal(n->constant.string);
    case CONSTANT_FLOAT:
        return FLOAT(n->constant.number);
    case CONSTANT_STR:
        return STR(n->constant.string);
    case CONSTANT_BYTES:
        return OBJ(bytes_new(n->constant.bytes, n->constant.length));
    case CONSTANT_IMAGINARY:
        return complex_new(0, n->constant.number);
    }
    BUG("unknown constant");
}

static bool fold_negative(const Node *n, Value *value)
{
    if (n->unary.op != UNARY_NEGATIVE || !fold_constant(n->unary.operand, value))
        return false;
    if (value->tag == TAG_INT && value->integer != INT64_MIN) {
        value->integer = -value->integer;
        return true;
    }
    if (value->tag == TAG_FLOAT) {
        value->number = -value->number;
        return true;
    }
    return false;
}

static bool fold_items(const NodeList *items, Value *value)
{
    Value *values = new_array(Value, items->length + 1);
    for (size_t i = 0; i < items->length; i++)
        if (!fold_constant(items->at[i], &values[i]))
            return false;
    *value = OBJ(tuple_new(items->length, values));
    return true;
}

bool fold_constant(const Node *n, Value *value)
{
    switch (n->kind) {
    case NODE_CONSTANT:
        *value = constant_value(n);
        return true;
    case NODE_UNARY:
        return fold_negative(n, value);
    case NODE_TUPLE:
        return fold_items(n->tuple.items, value);
    default:
        return false;
    }
}

/* A decimal literal that int() would not take either. */
static void check_literal_digits(Unit *u, const Node *n)
{
    const Str *text = n->constant.string;
    enum { DIGITS_MAX = 4300 };
    if (text->length > DIGITS_MAX && strspn(text->text, "0123456789") == text->length)
        scope_raise(u->file, n,
                    "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                    "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                    "literals to avoid decimal conversion limits.",
                    DIGITS_MAX, (size_t)text->length);
}

static void compile_constant(Unit *u, const Node *n)
{
    if (n->constant.type == CONSTANT_BIGINT)
        check_literal_digits(u, n);
    emit_const(u, constant_value(n));
}

/* --- operators -------------------------------------------------------------------------------- */

Operator binary_operator(BinaryOperator op)
{
    static const Operator operators[] = {
        [BINARY_ADD] = OPERATOR_ADD,           [BINARY_SUBTRACT] = OPERATOR_SUB,
        [BINARY_MULTIPLY] = OPERATOR_MUL,      [BINARY_MATRIX_MULTIPLY] = OPERATOR_MATMUL,
        [BINARY_DIVIDE] = OPERATOR_DIV,        [BINARY_FLOOR_DIVIDE] = OPERATOR_FLOORDIV,
        [BINARY_MODULO] = OPERATOR_MOD,        [BINARY_POWER] = OPERATOR_POW,
        [BINARY_SHIFT_LEFT] = OPERATOR_LSHIFT, [BINARY_SHIFT_RIGHT] = OPERATOR_RSHIFT,
        [BINARY_BIT_AND] = OPERATOR_AND,       [BINARY_BIT_OR] = OPERATOR_OR,
        [BINARY_BIT_XOR] = OPERATOR_XOR,
    };
    return operators[op];
}

static void compile_binary(Unit *u, const Node *n)
{
    compile_value(u, n->binary.left);
    compile_value(u, n->binary.right);
    unit_mark(u, n);
    switch (n->binary.op) {
    case BINARY_ADD:
        emit(u, OP_ADD, 0);
        break;
    case BINARY_SUBTRACT:
        emit(u, OP_SUBTRACT, 0);
        break;
    case BINARY_MULTIPLY:
        emit(u, OP_MULTIPLY, 0);
        break;
    default:
        emit(u, OP_BINARY, binary_operator(n->binary.op));
    }
}

static void compile_unary(Unit *u, const Node *n)
{
    Value folded;
    if (fold_negative(n, &folded)) {
        emit_const(u, folded);
        return;
    }
    compile_value(u, n->unary.operand);
    unit_mark(u, n);
    switch (n->unary.op) {
    case UNARY_NOT:
        emit(u, OP_NOT, 0);
        break;
    case UNARY_NEGATIVE:
        emit(u, OP_UNARY, OPERATOR_NEG);
        break;
    case UNARY_POSITIVE:
        emit(u, OP_UNARY, OPERATOR_POS);
        break;
    default:
        emit(u, OP_UNARY, OPERATOR_INVERT);
    }
}

static void emit_compare(Unit *u, CompareOperator op)
{
    static const Operator operators[] = {
        [COMPARE_EQUAL] = OPERATOR_EQ,   [COMPARE_NOT_EQUAL] = OPERATOR_NE,
        [COMPARE_LESS] = OPERATOR_LT,    [COMPARE_LESS_EQUAL] = OPERATOR_LE,
        [COMPARE_GREATER] = OPERATOR_GT, [COMPARE_GREATER_EQUAL] = OPERATOR_GE,
    };
    switch (op) {
    case COMPARE_IS:
    case COMPARE_IS_NOT:
        emit(u, OP_IS, op == COMPARE_IS_NOT);
        break;
    case COMPARE_IN:
    case COMPARE_NOT_IN:
        emit(u, OP_CONTAINS, op == COMPARE_NOT_IN);
        break;
    default:
        emit(u, OP_COMPARE, operators[op]);
    }
}

/* a < b < c: b is evaluated once and kept below the result of the first comparison. */
static void compile_compare(Unit *u, const Node *n)
{
    size_t count = n->compare.rights->length;
    Label cleanup = jump_label_new(), end = jump_label_new();
    compile_value(u, n->compare.left);
    for (size_t i = 0; i < count; i++) {
        bool looks_in = n->compare.ops[i] == COMPARE_IN || n->compare.ops[i] == COMPARE_NOT_IN;
        (looks_in ? compile_walked : compile_value)(u, n->compare.rights->at[i]);
        unit_mark(u, n);
        if (i + 1 == count) {
            emit_compare(u, n->compare.ops[i]);
            break;
        }
        emit(u, OP_SWAP, 2);
        emit(u, OP_COPY, 2);
        emit_compare(u, n->compare.ops[i]);
        emit_jump(u, OP_JUMP_IF_FALSE_OR_POP, &cleanup);
    }
    if (count == 1)
        return;
    emit_jump(u, OP_JUMP, &end);
    label_place(u, &cleanup);
    emit(u, OP_SWAP, 2);
    emit(u, OP_POP, 0);
    label_place(u, &end);
}

static void compile_boolean(Unit *u, const Node *n)
{
    Label end = jump_label_new();
    Opcode jump = n->boolean.op == BOOLEAN_AND ? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP;
    for (size_t i = 0; i < n->boolean.values->length; i++) {
        if (i) {
            unit_mark(u, n);
            emit_jump(u, jump, &end);
        }
        compile_value(u, n->boolean.values->at[i]);
    }
    label_place(u, &end);
}

/* The constant truth of a test known now: while True, if False. */
static bool constant_truth(const Node *n, bool *truth)
{
    if (n->kind != NODE_CONSTANT)
        return false;
    switch (n->constant.type) {
    case CONSTANT_TRUE:
        *truth = true;
        return true;
    case CONSTANT_FALSE:
    case CONSTANT_NONE:
        *truth = false;
        return true;
    case CONSTANT_INT:
        *truth = n->constant.integer != 0;
        return true;
    default:
        return false;
    }
}

static void compile_jump_boolean(Unit *u, const Node *n, Label *target, bool when)
{
    bool stops_when = n->boolean.op == BOOLEAN_OR; /* the value that ends evaluation early */
    Label over = jump_label_new();
    size_t count = n->boolean.values->length;
    for (size_t i = 0; i + 1 < count; i++)
        compile_jump(u, n->boolean.values->at[i], stops_when == when ? target : &over, stops_when);
    compile_jump(u, n->boolean.values->at[count - 1], target, when);
    label_place(u, &over);
}

/* x is None, x is not None */
static bool compile_jump_none(Unit *u, const Node *n, Label *target, bool when)
{
    if (n->compare.rights->length != 1)
        return false;
    const Node *right = n->compare.rights->at[0];
    bool is = n->compare.ops[0] == COMPARE_IS, is_not = n->compare.ops[0] == COMPARE_IS_NOT;
    if ((!is && !is_not) || right->kind != NODE_CONSTANT || right->constant.type != CONSTANT_NONE)
        return false;
    if (is != when)
        return false;
    compile_value(u, n->compare.left);
    unit_mark(u, n);
    emit_jump(u, OP_JUMP_IF_NONE, target);
    return true;
}

void compile_jump(Unit *u, const Node *n, Label *target, bool when)
{
    bool truth;
    if (constant_truth(n, &truth)) {
        if (truth == when)
            emit_jump(u, OP_JUMP, target);
        return;
    }
    if (n->kind == NODE_UNARY && n->unary.op == UNARY_NOT) {
        compile_jump(u, n->unary.operand, target, !when);
        return;
    }
    if (n->kind == NODE_BOOLEAN) {
        compile_jump_boolean(u, n, target, when);
        return;
    }
    if (n->kind == NODE_COMPARE && compile_jump_none(u, n, target, when))
        return;
    compile_value(u, n);
    unit_mark(u, n);
    emit_jump(u, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, target);
}

static void compile_conditional(Unit *u, const Node *n)
{
    Label orelse = jump_label_new(), end = jump_label_new();
    compile_jump(u, n->conditional.test, &orelse, false);
    uint32_t depth = u->depth;
    compile_value(u, n->conditional.body);
    emit_jump(u, OP_JUMP, &end);
    label_place(u, &orelse);
    u->depth = depth;
    compile_value(u, n->conditional.orelse);
    label_place(u, &end);
}

/* --- displays --------------------------------------------------------------------------------- */

bool has_starred(const NodeList *items)
{
    for (size_t i = 0; i < items->length; i++)
        if (items->at[i]->kind == NODE_STARRED)
            return true;
    return false;
}

static void compile_items(Unit *u, const NodeList *items, Opcode build, Opcode append,
                          Opcode extend)
{
    uint32_t i = 0;
    while (i < items->length && items->at[i]->kind != NODE_STARRED)
        compile_value(u, items->at[i++]);
    emit(u, build, i);
    for (; i < items->length; i++) {
        const Node *item = items->at[i];
        bool starred = item->kind == NODE_STARRED;
        compile_value(u, starred ? item->starred.value : item);
        unit_mark(u, item);
        emit(u, starred ? extend : append, starred ? 0 : 1);
    }
}

/* A frozenset of constants; made of one that is made of them, as in CPython, where that shows in its order. */
static bool fold_set(const Node *n, Value *value)
{
    if (!fold_items(n->set.items, value))
        return false;
    Value set = OBJ(&frozenset_class), once = call(set, 1, value);
    Value again = OBJ(tuple_from(once));
    *value = call(set, 1, &again);
    return true;
}

/* {1, 2, 3, ...}: such a set is taken in whole, for the same reason. */
static void compile_set(Unit *u, const Node *n)
{
    Value folded;
    if (n->set.items->length < 3 || !fold_set(n, &folded)) {
        compile_items(u, n->set.items, OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE);
        return;
    }
    emit(u, OP_BUILD_SET, 0);
    emit_const(u, folded);
    emit(u, OP_SET_UPDATE, 0);
}

void compile_walked(Unit *u, const Node *n)
{
    Value folded;
    if (n->kind == NODE_SET && fold_set(n, &folded))
        emit_const(u, folded);
    else
        compile_value(u, n);
}

void compile_tuple_of(Unit *u, const NodeList *items)
{
    if (has_starred(items)) {
        compile_items(u, items, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND);
        emit(u, OP_LIST_TO_TUPLE, 0);
        return;
    }
    for (size_t i = 0; i < items->length; i++)
        compile_value(u, items->at[i]);
    emit(u, OP_BUILD_TUPLE, (uint32_t)items->length);
}

static void compile_tuple(Unit *u, const Node *n)
{
    Value folded;
    if (fold_items(n->tuple.items, &folded))
        emit_const(u, folded);
    else
        compile_tuple_of(u, n->tuple.items);
}

static void compile_dict(Unit *u, const Node *n)
{
    uint32_t i = 0, count = (uint32_t)n->dict.keys->length;
    for (; i < count && n->dict.keys->at[i]; i++) {
        compile_value(u, n->dict.keys->at[i]);
        compile_value(u, n->dict.values->at[i]);
    }
    unit_mark(u, n);
    emit(u, OP_BUILD_DICT, i);
    for (; i < count; i++) {
        if (n->dict.keys->at[i])
            compile_value(u, n->dict.keys->at[i]);
        compile_value(u, n->dict.values->at[i]);
        unit_mark(u, n->dict.values->at[i]);
        if (n->dict.keys->at[i])
            emit(u, OP_DICT_ADD, 1);
        else
            emit(u, OP_DICT_UPDATE, 0);
    }
}

static void compile_slice(Unit *u, const Node *n)
{
    const Node *parts[] = {n->slice.lower, n->slice.upper, n->slice.step};
    uint32_t count = n->slice.step ? 3 : 2;
    for (uint32_t i = 0; i < count; i++) {
        if (parts[i])
            compile_value(u, parts[i]);
        else
            emit_const(u, NONE);
    }
    unit_mark(u, n);
    emit(u, OP_BUILD_SLICE, count);
}

static void compile_formatted(Unit *u, const Node *n)
{
    compile_value(u, n->formatted.value);
    if (n->formatted.spec)
        compile_value(u, n->formatted.spec);
    unit_mark(u, n);
    emit(u, OP_FORMAT,
         (uint32_t)(unsigned char)n->formatted.conversion |
             (n->formatted.spec ? FORMAT_HAS_SPEC : 0));
}

static void compile_joined(Unit *u, const Node *n)
{
    const NodeList *parts = n->joined.parts;
    for (size_t i = 0; i < parts->length; i++)
        compile_value(u, parts->at[i]);
    unit_mark(u, n);
    if (parts->length != 1)
        emit(u, OP_BUILD_STRING, (uint32_t)parts->length);
}

/* --- calls ------------------------------------------------------------------------------------ */

static bool has_spread_keywords(const NodeList *keywords)
{
    for (size_t i = 0; i < keywords->length; i++)
        if (!keywords->at[i]->keyword.name)
            return true;
    return false;
}

static Value keyword_names(const NodeList *keywords)
{
    KeywordNames *list = obj_new(KeywordNames);
    list->count = keywords->length;
    list->names = new_array(Str *, keywords->length + 1);
    for (size_t i = 0; i < keywords->length; i++)
        list->names[i] = keywords->at[i]->keyword.name;
    return OBJ(list);
}

static void check_repeated_keywords(Unit *u, const NodeList *keywords)
{
    for (size_t i = 0; i < keywords->length; i++)
        for (size_t k = 0; k < i; k++)
            if (keywords->at[i]->keyword.name &&
                keywords->at[i]->keyword.name == keywords->at[k]->keyword.name)
                scope_raise(u->file, keywords->at[i], "keyword argument repeated: %s",
                            keywords->at[i]->keyword.name->text);
}

void compile_dict_of_keywords(Unit *u, const NodeList *keywords)
{
    check_repeated_keywords(u, keywords);
    emit(u, OP_BUILD_DICT, 0);
    for (size_t i = 0; i < keywords->length; i++) {
        const Node *keyword = keywords->at[i];
        if (keyword->keyword.name)
            emit_str(u, keyword->keyword.name);
        compile_value(u, keyword->keyword.value);
        unit_mark(u, keyword);
        if (keyword->keyword.name)
            emit(u, OP_DICT_ADD, 1);
        else
            emit(u, OP_DICT_UPDATE, 0);
    }
}

/* f(*a, k=v, **d): a tuple and a dict (or unset). */
static void compile_spread_call(Unit *u, const Node *n)
{
    const NodeList *keywords = n->call.keywords;
    compile_value(u, n->call.callee);
    const NodeList *arguments = n->call.arguments;
    if (arguments->length == 1 && arguments->at[0]->kind == NODE_STARRED) {
        compile_value(u, arguments->at[0]->starred.value);
        unit_mark(u, n);
        emit(u, OP_SPREAD_ARGUMENTS, 0);
    } else {
        compile_tuple_of(u, arguments);
    }
    if (!keywords->length)
        emit(u, OP_PUSH_UNSET, 0);
    else
        emit(u, OP_BUILD_DICT, 0);
    for (size_t i = 0; i < keywords->length; i++) {
        const Node *keyword = keywords->at[i];
        if (keyword->keyword.name) {
            emit_str(u, keyword->keyword.name);
            compile_value(u, keyword->keyword.value);
            unit_mark(u, n);
            emit(u, OP_BUILD_DICT, 1);
        } else {
            compile_value(u, keyword->keyword.value);
        }
        unit_mark(u, n);
        emit(u, OP_DICT_MERGE, 0);
    }
    unit_mark(u, n);
    emit(u, OP_CALL_SPREAD, 0);
}

static void compile_call(Unit *u, const Node *n)
{
    const NodeList *arguments = n->call.arguments, *keywords = n->call.keywords;
    check_repeated_keywords(u, keywords);
    if (has_starred(arguments) || has_spread_keywords(keywords)) {
        compile_spread_call(u, n);
        return;
    }
    const Node *callee = n->call.callee;
    bool is_method = callee->kind == NODE_ATTRIBUTE;
    if (is_method) {
        compile_value(u, callee->attribute.value);
        unit_mark(u, callee);
        emit(u, OP_LOAD_METHOD, unit_name(u, scope_mangle(u->scope, callee->attribute.name)));
    } else {
        compile_value(u, callee);
    }
    for (size_t i = 0; i < arguments->length; i++)
        compile_value(u, arguments->at[i]);
    for (size_t i = 0; i < keywords->length; i++)
        compile_value(u, keywords->at[i]->keyword.value);
    unit_mark(u, n);
    uint32_t count = (uint32_t)(arguments->length + keywords->length);
    if (keywords->length) {
        emit_const(u, keyword_names(keywords));
        emit(u, is_method ? OP_CALL_METHOD_KEYWORDS : OP_CALL_KEYWORDS, count);
    } else {
        emit(u, is_method ? OP_CALL_METHOD : OP_CALL, count);
    }
}

/* --- suspending ------------------------------------------------------------------------------- */

static void compile_await(Unit *u, const Node *n)
{
    if (!u->scope->is_coroutine)
        scope_raise(u->file, n,
                    scope_is_function(u->scope) ? "'await' outside async function"
                                                : "'await' outside function");
    compile_value(u, n->await.value);
    unit_mark(u, n);
    emit(u, OP_GET_AWAITABLE, 0);
    emit_await(u);
}

static void compile_yield(Unit *u, const Node *n)
{
    if (!scope_is_function(u->scope))
        scope_raise(u->file, n, "'yield' outside function");
    if (n->yield.value)
        compile_value(u, n->yield.value);
    else
        emit_const(u, NONE);
    unit_mark(u, n);
    emit(u, OP_YIELD, u->scope->is_coroutine ? YIELD_ASYNC : YIELD_PLAIN);
}

static void compile_yield_from(Unit *u, const Node *n)
{
    if (!scope_is_function(u->scope))
        scope_raise(u->file, n, "'yield from' outside function");
    if (u->scope->is_coroutine)
        scope_raise(u->file, n, "'yield from' inside async function");
    compile_value(u, n->yield_from.value);
    unit_mark(u, n);
    emit(u, OP_GET_YIELD_FROM, 0);
    emit_await(u);
}

/* --- one expression --------------------------------------------------------------------------- */

void compile_value(Unit *u, const Node *n)
{
    unit_mark(u, n);
    switch (n->kind) {
    case NODE_NAME:
        compile_name(u, n->name.id, NAME_LOAD);
        break;
    case NODE_CONSTANT:
        compile_constant(u, n);
        break;
    case NODE_JOINED:
        compile_joined(u, n);
        break;
    case NODE_FORMATTED:
        compile_formatted(u, n);
        break;
    case NODE_BOOLEAN:
        compile_boolean(u, n);
        break;
    case NODE_BINARY:
        compile_binary(u, n);
        break;
    case NODE_UNARY:
        compile_unary(u, n);
        break;
    case NODE_COMPARE:
        compile_compare(u, n);
        break;
    case NODE_LAMBDA:
        compile_lambda(u, n);
        break;
    case NODE_CONDITIONAL:
        compile_conditional(u, n);
        break;
    case NODE_DICT:
        compile_dict(u, n);
        break;
    case NODE_SET:
        compile_set(u, n);
        break;
    case NODE_LIST:
        compile_items(u, n->list.items, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND);
        break;
    case NODE_TUPLE:
        compile_tuple(u, n);
        break;
    case NODE_COMPREHENSION:
        compile_comprehension(u, n);
        break;
    case NODE_AWAIT:
        compile_await(u, n);
        break;
    case NODE_YIELD:
        compile_yield(u, n);
        break;
    case NODE_YIELD_FROM:
        compile_yield_from(u, n);
        break;
    case NODE_CALL:
        compile_call(u, n);
        break;
    case NODE_ATTRIBUTE:
        compile_value(u, n->attribute.value);
        unit_mark(u, n);
        emit(u, OP_LOAD_ATTRIBUTE, unit_name(u, scope_mangle(u->scope, n->attribute.name)));
        break;
    case NODE_SUBSCRIPT:
        compile_value(u, n->subscript.value);
        compile_value(u, n->subscript.index);
        unit_mark(u, n);
        emit(u, OP_LOAD_SUBSCRIPT, 0);
        break;
    case NODE_SLICE:
        compile_slice(u, n);
        break;
    case NODE_NAMED:
        compile_value(u, n->named.value);
        emit(u, OP_COPY, 1);
        compile_name(u, n->named.target->name.id, NAME_STORE);
        break;
    case NODE_STARRED:
        scope_raise(u->file, n, "can't use starred expression here");
    default:
        BUG("not an expression");
    }
}
