/* frame.c -- frames: making them, where they stand, the names they see. */
#include "py/frame.h"

Frame *frame_blank(size_t count)
{
    Frame *frame = mem_alloc(sizeof(Frame) + count * sizeof(Value));
    frame->capacity = (uint32_t)count;
    return frame;
}

/* A script has got hold of it: neither it nor those it leads to serve another call. */
static void frame_keep(Frame *frame)
{
    for (; frame; frame = frame->back)
        frame->capacity = SPARE_SIZES * SPARE_STEP; /* too large to be spared */
}

Value vm_frame(int64_t depth)
{
    Frame *frame = vm.frame;
    while (frame && depth-- > 0)
        frame = frame->back;
    frame_keep(frame);
    return frame ? OBJ(frame) : UNSET;
}

Pos frame_pos(const Frame *frame)
{
    return code_pos(frame->code, frame_word(frame));
}

Pos vm_position(void)
{
    return vm.frame ? frame_pos(vm.frame) : (Pos){0};
}

Pos vm_script_caller(int64_t level, Str **function)
{
    Pos found = {0};
    for (const Frame *frame = vm.frame; frame && level > 0; frame = frame->back) {
        Pos pos = frame_pos(frame);
        if (!pos.file || str_starts_with(pos.file, "<frozen "))
            continue;
        found = pos;
        while (frame->code->flags & CODE_COMPREHENSION && frame->back)
            frame = frame->back;
        if (function)
            *function = frame->code->name;
        level--;
    }
    return found;
}

Pos vm_script_position(void)
{
    return vm_script_caller(1, NULL);
}

Dict *frame_globals(void)
{
    return vm.frame ? vm.frame->globals : dict_new();
}

static Value slot_value(const Frame *frame, uint32_t slot)
{
    Value v = frame->slots[slot];
    if (v.tag == TAG_STR && v.str->is_growing)
        v.str->is_growing = false;
    if (frame->code->slot_kinds[slot] && v.tag == TAG_OBJ && v.obj->class == &cell_class)
        return ((Cell *)v.obj)->value;
    return v;
}

static void add_variable(Dict *variables, const Frame *frame, uint32_t slot)
{
    Str *name = frame->code->slot_names[slot];
    Value v = slot_value(frame, slot);
    if (name->text[0] == '.')
        return;
    if (is_set(v))
        dict_set_str(variables, name, v);
    else if (variables->length)
        dict_remove(variables, STR(name));
}

/* A variable that inner functions have too: CPython keeps them behind the others, by name. */
static bool is_behind(const Code *code, uint32_t slot)
{
    return slot >= code_parameter_count(code) && slot < code->free_start &&
           code->slot_kinds[slot] == SLOT_CELL;
}

/* Of those that stand behind, the slot with the first name after `last` (NULL: of all); slot_count: none is left. */
static uint32_t next_behind(const Code *code, const Str *last)
{
    uint32_t next = code->slot_count;
    for (uint32_t i = 0; i < code->free_start; i++)
        if (is_behind(code, i) && (!last || str_compare(code->slot_names[i], last) > 0) &&
            (next == code->slot_count ||
             str_compare(code->slot_names[i], code->slot_names[next]) < 0))
            next = i;
    return next;
}

/* A function's variables as a dict: one for each call of it, brought up to date each time; what a script puts there stays. */
static Dict *frame_variables(Frame *frame)
{
    const Code *code = frame->code;
    if (frame->names)
        return frame->names;
    if (!frame->variables)
        frame->variables = dict_new();
    Dict *variables = frame->variables;
    for (uint32_t i = 0; i < code->free_start; i++)
        if (!is_behind(code, i))
            add_variable(variables, frame, i);
    for (uint32_t i = next_behind(code, NULL); i < code->slot_count;
         i = next_behind(code, code->slot_names[i]))
        add_variable(variables, frame, i);
    for (uint32_t i = code->free_start; i < code->slot_count; i++)
        if (code->slot_kinds[i] != SLOT_UNTOLD)
            add_variable(variables, frame, i);
    return variables;
}

Dict *frame_locals(void)
{
    return vm.frame ? frame_variables(vm.frame) : dict_new();
}

Str *frame_module_name(void)
{
    return vm_module_name(0);
}

Str *vm_module_name(int64_t depth)
{
    const Frame *frame = vm.frame;
    while (frame && depth-- > 0)
        frame = frame->back;
    Value name = frame ? dict_find_str(frame->globals, N(__name__)) : UNSET;
    return is_str(name) ? name.str : NULL;
}

static ptrdiff_t free_slot(const Code *code, const Str *name)
{
    for (uint32_t i = 0; i < code->free_count; i++)
        if (code->slot_names[code->free_start + i] == name)
            return (ptrdiff_t)code->free_start + i;
    return -1;
}

bool frame_super_arguments(const Class **class, Value *self)
{
    const Frame *frame = vm.frame;
    while (frame && frame->code->flags & CODE_COMPREHENSION)
        frame = frame->back;
    if (!frame || !(frame->code->flags & CODE_FUNCTION))
        return false;
    if (!frame->code->positional_count && !(frame->code->flags & CODE_REST))
        return false;
    ptrdiff_t slot = free_slot(frame->code, N(__class__));
    if (slot < 0)
        raise_exception(&RuntimeError_class, "super(): __class__ cell not found");
    Value owner = slot_value(frame, (uint32_t)slot), first = slot_value(frame, 0);
    if (!frame->code->positional_count && as(Tuple, first))
        first = as(Tuple, first)->length ? as(Tuple, first)->at[0] : UNSET;
    if (!is_set(owner) || !is_set(first))
        return false;
    *class = value_as_class(owner);
    *self = first;
    return *class != NULL;
}

/* --- what scripts see: sys._getframe(), tb_frame of a traceback -------------------------------- */

NATIVE0(Frame, back)
{
    frame_keep(self->back);
    return OBJ(self->back);
}

NATIVE0(Frame, variables)
{
    return OBJ(frame_variables(self));
}

NATIVE0(Frame, line)
{
    return INT(frame_pos(self).line);
}

static Str *frame_repr(Value self)
{
    Frame *frame = (Frame *)self.obj;
    return str_format("<frame at %p, file '%s', line %u, code %s>", (void *)frame,
                      frame->code->file->text, frame_pos(frame).line, frame->code->name->text);
}

static const Method frame_methods[] = {PROPERTY_AS("f_back", Frame, back),
                                       PROPERTY_AS("f_locals", Frame, variables),
                                       PROPERTY_AS("f_lineno", Frame, line),
                                       {0}};
static const Field frame_fields[] = {FIELD_AS("f_code", Frame, obj, code, READONLY),
                                     FIELD_AS("f_globals", Frame, obj, globals, READONLY),
                                     {0}};
const Class frame_class = {CLASS_NAMED(Frame, "frame", "builtins", object), .flags = CLASS_FINAL,
                           .methods = frame_methods, .fields = frame_fields, .repr = frame_repr};
