/* assemble.c -- emitting instructions: labels, constants, names, cover rows, depth of the stack.
 * Knows nothing of syntax; the compile_*.c files decide what to emit. */
#include "py/compile.h"

enum { ARG_MAX = 0xffffff };

void unit_mark(Unit *u, const Node *n)
{
    u->span.line = n->line;
    u->span.column = n->column;
    u->span.end_column = n->end_line == n->line ? n->end_column : 0;
}

static void unit_adjust(Unit *u, uint32_t pops, uint32_t pushes)
{
    BUG_UNLESS(u->depth >= pops);
    u->depth = u->depth - pops + pushes;
    if (u->depth > u->max_depth)
        u->max_depth = u->depth;
}

static void unit_push_word(Unit *u, Opcode op, uint32_t arg)
{
    if (arg > ARG_MAX) {
        Err *err = err_new(ERR_SCRIPT, "script.too-large",
                           "this part of the file is too large to compile");
        err->pos = (Pos){u->file, u->span.line, u->span.column, u->span.end_column};
        err_raise(err);
    }
    vec_push(&u->words, (uint32_t)op | arg << 8);
    vec_push(&u->spans, u->span);
}

uint32_t emit(Unit *u, Opcode op, uint32_t arg)
{
    uint32_t pops, pushes;
    code_effect(op, arg, false, &pops, &pushes);
    unit_push_word(u, op, arg);
    unit_adjust(u, pops, pushes);
    return (uint32_t)u->words.length - 1;
}

Label jump_label_new(void)
{
    return (Label){.depth = -1};
}

static void label_meet(Label *label, uint32_t depth)
{
    if (label->depth < 0)
        label->depth = depth;
    BUG_UNLESS(label->depth == depth);
}

void emit_jump(Unit *u, Opcode op, Label *label)
{
    uint32_t pops, pushes;
    code_effect(op, 0, true, &pops, &pushes);
    BUG_UNLESS(u->depth >= pops);
    label_meet(label, u->depth - pops + pushes);
    if (label->placed) {
        emit(u, op, label->at);
    } else {
        vec_push(&label->jumps, (uint32_t)u->words.length);
        emit(u, op, 0);
    }
}

void label_place(Unit *u, Label *label)
{
    BUG_UNLESS(!label->placed);
    label->placed = true;
    label->at = (uint32_t)u->words.length;
    if (label->depth >= 0)
        u->depth = (uint32_t)label->depth;
    else
        label->depth = u->depth;
    for (size_t i = 0; i < label->jumps.length; i++)
        u->words.at[label->jumps.at[i]] |= label->at << 8;
}

void label_place_handler(Unit *u, Label *label, uint32_t depth)
{
    label->depth = depth + 1;
    label_place(u, label);
    /* labels live on the C stack of who compiles the statement: their covers learn the place now */
    for (size_t i = u->covers.length; i-- > 0;) {
        PendingCover *cover = &u->covers.at[i];
        if (cover->target != label)
            continue;
        cover->target = NULL;
        cover->at = label->at;
    }
    if (u->depth > u->max_depth)
        u->max_depth = u->depth;
}

/* --- constants, names, slots ------------------------------------------------------------------ */

static bool consts_same(Value a, Value b)
{
    if (a.tag != b.tag)
        return false;
    switch (a.tag) {
    case TAG_BOOL:
        return a.boolean == b.boolean;
    case TAG_INT:
        return a.integer == b.integer;
    case TAG_NONE:
        return true;
    case TAG_OBJ:
        return a.obj == b.obj;
    default:
        return false;
    }
}

uint32_t unit_const(Unit *u, Value value)
{
    if (value.tag == TAG_STR) {
        size_t known = (size_t)map_find(&u->str_index, value.str);
        if (known)
            return (uint32_t)known - 1;
        map_put(&u->str_index, value.str, (void *)(u->consts.length + 1));
    } else {
        size_t first = u->consts.length > 32 ? u->consts.length - 32 : 0;
        for (size_t i = first; i < u->consts.length; i++)
            if (consts_same(u->consts.at[i], value))
                return (uint32_t)i;
    }
    vec_push(&u->consts, value);
    return (uint32_t)u->consts.length - 1;
}

void emit_const(Unit *u, Value value)
{
    emit(u, OP_LOAD_CONST, unit_const(u, value));
}

void emit_str(Unit *u, Str *s)
{
    emit_const(u, STR(s));
}

/* Up to this many names are looked for one by one; more are in name_index. */
enum { FEW_NAMES = 24 };

static bool find_name(const Unit *u, const Str *name, uint32_t *at)
{
    size_t count = u->names_used.length;
    if (count > FEW_NAMES) {
        size_t known = (size_t)map_find(&u->name_index, name);
        *at = (uint32_t)known - 1;
        return known;
    }
    for (*at = 0; *at < count; ++*at)
        if (u->names_used.at[*at] == name)
            return true;
    return false;
}

uint32_t unit_name(Unit *u, Str *name)
{
    uint32_t at;
    if (find_name(u, name, &at))
        return at;
    vec_push(&u->names_used, name);
    size_t count = u->names_used.length;
    for (size_t i = count == FEW_NAMES + 1 ? 0 : count - 1; count > FEW_NAMES && i < count; i++)
        map_put(&u->name_index, u->names_used.at[i], (void *)(i + 1));
    return (uint32_t)count - 1;
}

uint32_t unit_temporary(Unit *u, const char *name)
{
    vec_push(&u->slot_names, intern(name));
    vec_push(&u->slot_kinds, 0);
    return (uint32_t)u->slot_names.length - 1;
}

/* --- blocks ----------------------------------------------------------------------------------- */

void block_push(Unit *u, Block *block, BlockKind kind, Label *handler)
{
    block->kind = kind;
    block->outer = u->block;
    block->handler = handler;
    block->cover_start = (uint32_t)u->words.length;
    block->cover_depth = u->depth;
    u->block = block;
}

void block_close_cover(Unit *u, Block *block)
{
    uint32_t here = (uint32_t)u->words.length;
    if (block->handler && here > block->cover_start) {
        PendingCover cover = {block->cover_start, here, block->cover_depth, 0, block->handler};
        vec_push(&u->covers, cover);
    }
    block->cover_start = here;
}

void block_pop(Unit *u)
{
    block_close_cover(u, u->block);
    u->block = u->block->outer;
}

/* --- beginning and end ------------------------------------------------------------------------ */

static Unit *spare; /* finished units, for their buffers */

/* The vector keeps its room and loses what is in it. */
#define EMPTIED(vector)                                                                            \
    {                                                                                              \
        .at = (vector).at, .capacity = (vector).capacity                                           \
    }

Unit *unit_blank(void)
{
    Unit *u = spare;
    if (!u)
        return new (Unit);
    spare = u->next_spare;
    map_clear(&u->name_index);
    map_clear(&u->str_index);
    *u = (Unit){.words = EMPTIED(u->words),
                .spans = EMPTIED(u->spans),
                .consts = EMPTIED(u->consts),
                .names_used = EMPTIED(u->names_used),
                .covers = EMPTIED(u->covers),
                .slot_names = EMPTIED(u->slot_names),
                .slot_kinds = EMPTIED(u->slot_kinds),
                .name_index = u->name_index,
                .str_index = u->str_index};
    return u;
}

/* What often stands behind LOAD_FAST, and the instruction that does both. */
static const struct {
    uint8_t second, both;
} loads[] = {
    {OP_LOAD_FAST, OP_LOAD_FAST_FAST},
    {OP_LOAD_CONST, OP_LOAD_FAST_CONST},
    {OP_LOAD_ATTRIBUTE, OP_LOAD_FAST_ATTRIBUTE},
    {OP_LOAD_METHOD, OP_LOAD_FAST_METHOD},
};

static void join_loads(uint32_t *words, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        if ((words[i] & 0xff) != OP_LOAD_FAST)
            continue;
        for (size_t k = 0; k < COUNT_OF(loads); k++)
            if (loads[k].second == (words[i + 1] & 0xff))
                words[i] = (words[i] & ~0xffu) | loads[k].both;
    }
}

/* Copies size bytes to *to, which moves on; returns where they lie now. */
static void *pack(char **to, const void *from, size_t size)
{
    void *place = *to;
    if (size)
        memcpy(place, from, size);
    *to += size;
    return place;
}

/* The pointers of a code are one block, what the collector need not look into another. */
static void pack_code(Unit *u, Code *code)
{
    size_t words = u->words.length * sizeof *code->words, spans = u->spans.length * sizeof *code->spans;
    size_t covers = code->cover_count * sizeof *code->covers, hints = code->name_count * sizeof *code->name_hints;
    char *plain = new_bytes(words + spans + covers + hints + code->slot_count);
    join_loads(u->words.at, u->words.length);
    code->words = pack(&plain, u->words.at, words);
    code->spans = pack(&plain, u->spans.at, spans);
    code->covers = (Cover *)(void *)plain;
    for (size_t i = 0; i < code->cover_count; i++) {
        const PendingCover *cover = &u->covers.at[i];
        BUG_UNLESS(!cover->target);
        code->covers[i] = (Cover){cover->start, cover->end, cover->at, cover->depth};
    }
    plain += covers;
    code->name_hints = (uint32_t *)(void *)plain;
    memset(plain, 0, hints);
    plain += hints;
    code->slot_kinds = pack(&plain, u->slot_kinds.at, code->slot_count);
    size_t consts = code->const_count * sizeof *code->consts;
    size_t names = code->name_count * sizeof *code->names, slots = code->slot_count * sizeof *code->slot_names;
    char *pointers = mem_alloc(consts + names + slots);
    code->consts = pack(&pointers, u->consts.at, consts);
    code->names = pack(&pointers, u->names_used.at, names);
    code->slot_names = pack(&pointers, u->slot_names.at, slots);
}

Code *unit_finish(Unit *u)
{
    Code *code = u->code;
    code->length = u->words.length;
    code->const_count = u->consts.length;
    code->name_count = u->names_used.length;
    code->cover_count = u->covers.length;
    code->slot_count = (uint32_t)u->slot_names.length;
    code->stack_size = u->max_depth + 1;
    pack_code(u, code);
    u->next_spare = spare;
    spare = u;
    return code;
}
