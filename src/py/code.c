/* code.c -- Code as an object, its listing, and what each instruction does to the stack. */
#include "py/code.h"

static const struct OpcodeRow {
    const char *name;
    OperandType operand;
} opcode_rows[] = {
#define OP(name, operand, pops, pushes) {#name, OPERAND_##operand},
    OPCODES(OP)
#undef OP
};

/* Jumping differs from falling through in these. */
static bool code_jump_effect(Opcode op, uint32_t *pops, uint32_t *pushes)
{
    switch (op) {
    case OP_FOR_ITER:
        *pops = 1, *pushes = 0;
        return true;
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP:
        *pops = 0, *pushes = 0;
        return true;
    default:
        return false;
    }
}

void code_effect(Opcode op, uint32_t arg, bool jumps, uint32_t *pops, uint32_t *pushes)
{
    if (jumps && code_jump_effect(op, pops, pushes))
        return;
    switch (op) {
#define OP(name, operand, pops_, pushes_)                                                          \
    case OP_##name:                                                                                \
        *pops = (uint32_t)(pops_);                                                                 \
        *pushes = (uint32_t)(pushes_);                                                             \
        break;
        OPCODES(OP)
#undef OP
    default:
        BUG("unknown instruction");
    }
}

Pos code_pos(const Code *code, size_t word)
{
    if (word >= code->length)
        word = code->length - 1;
    const Span *span = &code->spans[word];
    return (Pos){code->file, span->line, span->column, span->end_column};
}

static void write_operand(Buf *out, const Code *code, Opcode op, uint32_t arg)
{
    switch (opcode_rows[op].operand) {
    case OPERAND_NONE:
        return;
    case OPERAND_SLOT:
        buf_format(out, " %u (%s)", arg, code->slot_names[arg]->text);
        return;
    case OPERAND_NAME:
        buf_format(out, " %u (%s)", arg, code->names[arg]->text);
        return;
    case OPERAND_CONST:
        buf_format(out, " %u (%s)", arg, value_repr(code->consts[arg])->text);
        return;
    default:
        buf_format(out, " %u", arg);
    }
}

Str *code_disassemble(const Code *code)
{
    Buf out = {0};
    for (size_t i = 0; i < code->length; i++) {
        Opcode op = (Opcode)(code->words[i] & 0xff);
        buf_format(&out, "%5u:%-3u %4zu %s", code->spans[i].line, code->spans[i].column, i,
                   opcode_rows[op].name);
        write_operand(&out, code, op, code->words[i] >> 8);
        buf_char(&out, '\n');
    }
    for (size_t i = 0; i < code->cover_count; i++)
        buf_format(&out, "cover %u..%u -> %u depth %u\n", code->covers[i].start,
                   code->covers[i].end, code->covers[i].target, code->covers[i].depth);
    return buf_str(&out);
}

/* --- what scripts see of it ------------------------------------------------------------------- */

static Str *code_repr(Value self)
{
    const Code *code = (const Code *)self.obj;
    return str_format("<code object %s, file \"%s\", line %u>", code->name->text, code->file->text,
                      code->line);
}

static Tuple *slot_names_tuple(const Code *code, size_t from, size_t count)
{
    return tuple_of_strings(count, code->slot_names + from);
}

size_t code_parameter_count(const Code *code)
{
    return code->positional_count + code->only_keyword_count + !!(code->flags & CODE_REST) +
           !!(code->flags & CODE_KEYWORDS);
}

static Value code_flags(const Code *code)
{
    int64_t flags = 3; /* CO_OPTIMIZED | CO_NEWLOCALS */
    flags |= code->flags & CODE_REST ? 4 : 0;
    flags |= code->flags & CODE_KEYWORDS ? 8 : 0;
    if (code->flags & CODE_GENERATOR)
        flags |= code->flags & CODE_COROUTINE ? 0x200 : 0x20;
    else
        flags |= code->flags & CODE_COROUTINE ? 0x80 : 0;
    return INT(flags);
}

static Value code_getattr(Value self, Str *name)
{
    const Code *code = (const Code *)self.obj;
    size_t parameters = code_parameter_count(code);
    if (str_is(name, "co_name"))
        return STR(code->name);
    if (str_is(name, "co_qualname"))
        return STR(code->qualname);
    if (str_is(name, "co_filename"))
        return STR(code->file);
    if (str_is(name, "co_firstlineno"))
        return INT(code->line);
    if (str_is(name, "co_argcount"))
        return INT(code->positional_count);
    if (str_is(name, "co_posonlyargcount"))
        return INT(code->only_positional_count);
    if (str_is(name, "co_kwonlyargcount"))
        return INT(code->only_keyword_count);
    if (str_is(name, "co_nlocals"))
        return INT(code->free_start);
    if (str_is(name, "co_flags"))
        return code_flags(code);
    if (str_is(name, "co_varnames"))
        return OBJ(slot_names_tuple(code, 0, parameters > code->slot_count ? 0 : parameters));
    if (str_is(name, "co_freevars"))
        return OBJ(slot_names_tuple(code, code->free_start, code->free_count));
    if (str_is(name, "co_names"))
        return OBJ(tuple_of_strings(code->name_count, code->names));
    if (str_is(name, "co_consts"))
        return OBJ(tuple_new(code->const_count, code->consts));
    return UNSET;
}

const Class code_class = {CLASS_NAMED(Code, "code", "builtins", object), .flags = CLASS_FINAL,
                          .repr = code_repr, .getattr = code_getattr};
const Class keyword_names_class = {CLASS_NAMED(KeywordNames, "keyword_names", "builtins", object),
                                   .flags = CLASS_FINAL};
