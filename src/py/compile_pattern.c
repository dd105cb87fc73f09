/* compile_pattern.c -- match statements. Every subject and every capture lives in a temporary slot,
 * so a pattern that fails leaves nothing on the stack; names are bound only when the whole pattern
 * matched. */
#include "py/compile.h"

typedef struct Capture {
    Str *name;
    uint32_t slot;
} Capture;

typedef struct CaseContext {
    VEC(Capture) captures;
    Label *fail;
} CaseContext;

static void compile_pattern(Unit *u, const Node *n, uint32_t subject, CaseContext *context);

static void load(Unit *u, uint32_t slot)
{
    emit(u, OP_LOAD_FAST, slot);
}

static void fail_if_false(Unit *u, CaseContext *context)
{
    emit_jump(u, OP_JUMP_IF_FALSE, context->fail);
}

static void capture(Unit *u, const Node *n, Str *name, uint32_t subject, CaseContext *context)
{
    for (size_t i = 0; i < context->captures.length; i++)
        if (context->captures.at[i].name == name)
            scope_raise(u->file, n, "multiple assignments to name '%s' in pattern", name->text);
    Capture new_one = {name, unit_temporary(u, ".capture")};
    vec_push(&context->captures, new_one);
    load(u, subject);
    emit(u, OP_STORE_FAST, new_one.slot);
}

static uint32_t store_temporary(Unit *u)
{
    uint32_t slot = unit_temporary(u, ".subject");
    emit(u, OP_STORE_FAST, slot);
    return slot;
}

static bool is_wildcard(const Node *n)
{
    return (n->kind == NODE_PATTERN_AS && !n->pattern_as.pattern && !n->pattern_as.name) ||
           (n->kind == NODE_PATTERN_STAR && !n->pattern_star.name);
}

static void pattern_value(Unit *u, const Node *n, uint32_t subject, CaseContext *context)
{
    load(u, subject);
    compile_value(u, n->pattern_value.value);
    unit_mark(u, n);
    emit(u, OP_COMPARE, OPERATOR_EQ);
    fail_if_false(u, context);
}

static void pattern_singleton(Unit *u, const Node *n, uint32_t subject, CaseContext *context)
{
    load(u, subject);
    compile_value(u, n->pattern_singleton.value);
    emit(u, OP_IS, 0);
    fail_if_false(u, context);
}

static void pattern_sequence(Unit *u, const Node *n, uint32_t subject, CaseContext *context)
{
    const NodeList *patterns = n->pattern_sequence.patterns;
    size_t count = patterns->length, star = count;
    for (size_t i = 0; i < count; i++) {
        if (patterns->at[i]->kind != NODE_PATTERN_STAR)
            continue;
        if (star < count)
            scope_raise(u->file, patterns->at[i],
                        "multiple starred names in sequence pattern");
        star = i;
    }
    load(u, subject);
    emit(u, OP_MATCH_SEQUENCE, 0);
    fail_if_false(u, context);
    size_t least = star < count ? count - 1 : count;
    load(u, subject);
    emit(u, OP_GET_LENGTH, 0);
    emit_const(u, INT((int64_t)least));
    emit(u, OP_COMPARE, star < count ? OPERATOR_GE : OPERATOR_EQ);
    fail_if_false(u, context);
    if (!count)
        return;
    load(u, subject);
    if (star == count)
        emit(u, OP_UNPACK, (uint32_t)count);
    else
        emit(u, OP_UNPACK_STAR, (uint32_t)star | (uint32_t)(count - star - 1) << 12);
    uint32_t *slots = new_array(uint32_t, count);
    for (size_t i = 0; i < count; i++)
        slots[i] = store_temporary(u);
    for (size_t i = 0; i < count; i++)
        if (!is_wildcard(patterns->at[i]))
            compile_pattern(u, patterns->at[i], slots[i], context);
}

static void refuse_duplicate_keys(Unit *u, const Node *n, const NodeList *keys)
{
    for (size_t i = 0; i < keys->length; i++)
        for (size_t k = 0; k < i; k++) {
            Value a, b;
            if (fold_constant(keys->at[i], &a) && fold_constant(keys->at[k], &b) && value_equal(a, b))
                scope_raise(u->file, n, "mapping pattern checks duplicate key (%s)", value_repr(a)->text);
        }
}

static void pattern_mapping(Unit *u, const Node *n, uint32_t subject, CaseContext *context)
{
    const NodeList *keys = n->pattern_mapping.keys, *patterns = n->pattern_mapping.patterns;
    uint32_t count = (uint32_t)keys->length;
    refuse_duplicate_keys(u, n, keys);
    load(u, subject);
    emit(u, OP_MATCH_MAPPING, 0);
    fail_if_false(u, context);
    for (size_t i = 0; i < count; i++)
        compile_value(u, keys->at[i]);
    unit_mark(u, n);
    emit(u, OP_BUILD_TUPLE, count);
    uint32_t key_slot = store_temporary(u);
    load(u, subject);
    load(u, key_slot);
    emit(u, OP_MATCH_KEYS, 0);
    uint32_t values = store_temporary(u);
    load(u, values);
    emit_jump(u, OP_JUMP_IF_NONE, context->fail);
    uint32_t *slots = new_array(uint32_t, count + 1);
    if (count) {
        load(u, values);
        emit(u, OP_UNPACK, count);
    }
    for (size_t i = 0; i < count; i++)
        slots[i] = store_temporary(u);
    for (size_t i = 0; i < count; i++)
        compile_pattern(u, patterns->at[i], slots[i], context);
    if (n->pattern_mapping.rest) {
        load(u, subject);
        load(u, key_slot);
        emit(u, OP_MATCH_REST, 0);
        capture(u, n, n->pattern_mapping.rest, store_temporary(u), context);
    }
}

static void pattern_class(Unit *u, const Node *n, uint32_t subject, CaseContext *context)
{
    const NodeList *patterns = n->pattern_class.patterns, *keywords = n->pattern_class.keywords;
    uint32_t positional = (uint32_t)patterns->length,
             count = positional + (uint32_t)keywords->length;
    Str **keyword_list = new_array(Str *, keywords->length + 1);
    for (size_t i = 0; i < keywords->length; i++) {
        keyword_list[i] = keywords->at[i]->pattern_keyword.name;
        for (size_t k = 0; k < i; k++)
            if (keyword_list[k] == keyword_list[i])
                scope_raise(u->file, keywords->at[i], "attribute name repeated in class pattern: %s",
                            keyword_list[i]->text);
    }
    load(u, subject);
    compile_value(u, n->pattern_class.class_name);
    emit_const(u, OBJ(tuple_of_strings(keywords->length, keyword_list)));
    unit_mark(u, n);
    emit(u, OP_MATCH_CLASS, positional);
    uint32_t values = store_temporary(u);
    load(u, values);
    emit_jump(u, OP_JUMP_IF_NONE, context->fail);
    if (!count)
        return;
    load(u, values);
    emit(u, OP_UNPACK, count);
    uint32_t *slots = new_array(uint32_t, count);
    for (size_t i = 0; i < count; i++)
        slots[i] = store_temporary(u);
    for (size_t i = 0; i < count; i++) {
        const Node *pattern = i < positional
                                  ? patterns->at[i]
                                  : keywords->at[i - positional]->pattern_keyword.pattern;
        compile_pattern(u, pattern, slots[i], context);
    }
}

static bool is_irrefutable(const Node *n)
{
    if (n->kind == NODE_PATTERN_AS)
        return !n->pattern_as.pattern || is_irrefutable(n->pattern_as.pattern);
    if (n->kind != NODE_PATTERN_OR)
        return false;
    const NodeList *patterns = n->pattern_or.patterns;
    return is_irrefutable(patterns->at[patterns->length - 1]);
}

static void refuse_unreachable(Unit *u, const Node *n)
{
    while ((n->kind == NODE_PATTERN_AS && n->pattern_as.pattern) || n->kind == NODE_PATTERN_OR)
        n = n->kind == NODE_PATTERN_OR ? n->pattern_or.patterns->at[0] : n->pattern_as.pattern;
    if (n->kind == NODE_PATTERN_AS && n->pattern_as.name)
        scope_raise(u->file, n, "name capture '%s' makes remaining patterns unreachable",
                    n->pattern_as.name->text);
    scope_raise(u->file, n, "wildcard makes remaining patterns unreachable");
}

/* Every alternative binds the same names; each captures into the slots of the first. */
static void pattern_or(Unit *u, const Node *n, uint32_t subject, CaseContext *context)
{
    const NodeList *patterns = n->pattern_or.patterns;
    Label matched = jump_label_new();
    CaseContext first = {0};
    for (size_t i = 0; i < patterns->length; i++) {
        bool is_last = i + 1 == patterns->length;
        if (!is_last && is_irrefutable(patterns->at[i]))
            refuse_unreachable(u, patterns->at[i]);
        Label next = jump_label_new();
        CaseContext alternative = {.fail = is_last ? context->fail : &next};
        compile_pattern(u, patterns->at[i], subject, &alternative);
        if (i && alternative.captures.length != first.captures.length)
            scope_raise(u->file, n, "alternative patterns bind different names");
        for (size_t k = 0; i && k < alternative.captures.length; k++) {
            size_t same = 0;
            while (same < first.captures.length &&
                   first.captures.at[same].name != alternative.captures.at[k].name)
                same++;
            if (same == first.captures.length)
                scope_raise(u->file, n, "alternative patterns bind different names");
            load(u, alternative.captures.at[k].slot);
            emit(u, OP_STORE_FAST, first.captures.at[same].slot);
        }
        if (!i)
            first = alternative;
        if (!is_last) {
            emit_jump(u, OP_JUMP, &matched);
            label_place(u, &next);
        }
    }
    label_place(u, &matched);
    for (size_t i = 0; i < first.captures.length; i++)
        capture(u, n, first.captures.at[i].name, first.captures.at[i].slot, context);
}

static void compile_pattern(Unit *u, const Node *n, uint32_t subject, CaseContext *context)
{
    unit_mark(u, n);
    switch (n->kind) {
    case NODE_PATTERN_VALUE:
        pattern_value(u, n, subject, context);
        break;
    case NODE_PATTERN_SINGLETON:
        pattern_singleton(u, n, subject, context);
        break;
    case NODE_PATTERN_SEQUENCE:
        pattern_sequence(u, n, subject, context);
        break;
    case NODE_PATTERN_MAPPING:
        pattern_mapping(u, n, subject, context);
        break;
    case NODE_PATTERN_CLASS:
        pattern_class(u, n, subject, context);
        break;
    case NODE_PATTERN_STAR:
        if (n->pattern_star.name)
            capture(u, n, n->pattern_star.name, subject, context);
        break;
    case NODE_PATTERN_AS:
        if (n->pattern_as.pattern)
            compile_pattern(u, n->pattern_as.pattern, subject, context);
        if (n->pattern_as.name)
            capture(u, n, n->pattern_as.name, subject, context);
        break;
    case NODE_PATTERN_OR:
        pattern_or(u, n, subject, context);
        break;
    default:
        BUG("not a pattern");
    }
}

static void compile_case(Unit *u, const Node *n, uint32_t subject, bool is_last, Label *end)
{
    Label next = jump_label_new();
    CaseContext context = {.fail = &next};
    if (!is_last && !n->case_.guard && is_irrefutable(n->case_.pattern))
        refuse_unreachable(u, n->case_.pattern);
    compile_pattern(u, n->case_.pattern, subject, &context);
    for (size_t i = 0; i < context.captures.length; i++) {
        load(u, context.captures.at[i].slot);
        compile_name(u, context.captures.at[i].name, NAME_STORE);
    }
    if (n->case_.guard)
        compile_jump(u, n->case_.guard, &next, false);
    compile_body(u, n->case_.body);
    emit_jump(u, OP_JUMP, end);
    label_place(u, &next);
}

void compile_match(Unit *u, const Node *n)
{
    Label end = jump_label_new();
    compile_value(u, n->match.subject);
    uint32_t subject = store_temporary(u);
    for (size_t i = 0; i < n->match.cases->length; i++)
        compile_case(u, n->match.cases->at[i], subject, i + 1 == n->match.cases->length, &end);
    label_place(u, &end);
}
