/* interpret.c -- the loop that runs instructions, one frame behind the other (vm_loop). What takes more than a
 * line is in instruction.c; how a loop is entered and left by an error: vm.c and unwind.c. The file is long because the
 * loop is one function: its labels cannot be shared out. */
#include "py/access.h"
#include "py/frame.h"
#include "py/instruction.h"
#include "py/int.h"

/* The operand stack and the variables. They were stored a moment ago: value_load. */
#define PUSH(v)        value_store(sp++, (v))
#define POP()          value_load(--sp)
#define TOP()          value_load(sp - 1)
#define SET_TOP(v)     value_store(sp - 1, (v))
#define PEEK(n)        value_load(sp - (ptrdiff_t)(n))
#define SET_PEEK(n, v) value_store(sp - (ptrdiff_t)(n), (v))
#define SLOT(n)        value_load(slots + (n))
#define SET_SLOT(n, v) value_store(slots + (n), (v))
#define NAME()  (code->names[arg])

/* Loads the registers from vm.frame, which runs on where it is at. */
#define LOAD_FRAME()                                                                               \
    do {                                                                                           \
        frame = vm.frame;                                                                          \
        code = frame->code;                                                                        \
        slots = frame->slots;                                                                      \
        sp = frame_stack(frame) + frame->depth;                                                    \
        ip = frame->at;                                                                            \
    } while (0)
/* Leaves the running frame for `callee`; it is come back to behind the current instruction. */
#define ENTER_FRAME(callee)                                                                        \
    do {                                                                                           \
        Frame *entered_ = (callee);                                                                \
        vm_count_frame();                                                                          \
        frame->depth = (uint32_t)(sp - frame_stack(frame));                                        \
        entered_->back = frame;                                                                    \
        vm.frame = entered_;                                                                       \
        LOAD_FRAME();                                                                              \
    } while (0)
/* Goes back to the caller of the frame that ends or suspends. */
#define LEAVE_FRAME()                                                                              \
    do {                                                                                           \
        vm.frame = frame->back;                                                                    \
        vm.depth--;                                                                                \
        LOAD_FRAME();                                                                              \
        ip++;                                                                                      \
    } while (0)

#define NEXT()                                                                                     \
    do {                                                                                           \
        frame->at = ip;                                                                            \
        COUNT_INSTRUCTION();                                                                       \
        word = *ip++;                                                                              \
        arg = word >> 8;                                                                           \
        goto *labels[word & 0xff];                                                                 \
    } while (0)
/* The next instruction is known. */
#define THEN(name)                                                                                 \
    do {                                                                                           \
        frame->at = ip;                                                                            \
        COUNT_INSTRUCTION();                                                                       \
        word = *ip++;                                                                              \
        arg = word >> 8;                                                                           \
        goto op_##name;                                                                            \
    } while (0)
#define CASE(name)      op_##name:
#define JUMP_TO(target) (ip = code->words + (target))

/* Counting costs a tenth of the speed: only where scripts are made of noise. */
#ifdef VM_BUDGET
#define COUNT_INSTRUCTION() vm_count_instruction()
#else
#define COUNT_INSTRUCTION() ((void)0)
#endif

__attribute__((unused)) static void vm_count_instruction(void)
{
    if (vm.is_spent || (vm.budget && --vm.budget == 0)) {
        vm.is_spent = true;
        raise_exception(&RuntimeError_class, "too many instructions");
    }
}

static bool truth(Value v)
{
    switch (v.tag) {
    case TAG_BOOL:
        return v.boolean;
    case TAG_NONE:
        return false;
    case TAG_INT:
        return v.integer != 0;
    case TAG_STR:
        return v.str->length != 0;
    default:
        return value_truth(v);
    }
}

static inline bool is_exactly(Value v, const Class *class)
{
    return v.tag == TAG_OBJ && v.obj->class == class;
}

/* clang-format off: labels that come out of a macro are beyond it */
Value vm_loop(void)
{
#define OP(name, operand, pops, pushes) [OP_##name] = &&op_##name,
    static const void *const labels[256] = {OPCODES(OP)};
#undef OP
    Frame *frame;
    const Code *code;
    Value *slots, *sp;
    const uint32_t *ip;
    uint32_t word, arg;
    LOAD_FRAME();
    NEXT();

    CASE(NOP)
    NEXT();
    CASE(POP)
    sp--;
    NEXT();
    CASE(COPY)
    {
        Value v = PEEK(arg);
        PUSH(v);
        NEXT();
    }
    CASE(SWAP)
    {
        Value v = TOP();
        SET_TOP(PEEK(arg));
        SET_PEEK(arg, v);
        NEXT();
    }
    CASE(PUSH_UNSET)
    PUSH(UNSET);
    NEXT();
    CASE(LOAD_CONST)
    PUSH(code->consts[arg]);
    NEXT();

    /* --- names */
    CASE(LOAD_FAST)
    {
        Value v = SLOT(arg);
        if (!is_set(v))
            raise_unbound(code, arg);
        PUSH(v);
        NEXT();
    }
    CASE(LOAD_FAST_FAST)
    {
        Value v = SLOT(arg), next = SLOT(*ip >> 8);
        if (!is_set(v))
            raise_unbound(code, arg);
        PUSH(v);
        if (is_set(next)) { /* else let LOAD_FAST say so, at its place */
            PUSH(next);
            ip++;
        }
        NEXT();
    }
    CASE(LOAD_FAST_CONST)
    {
        Value v = SLOT(arg);
        if (!is_set(v))
            raise_unbound(code, arg);
        PUSH(v);
        PUSH(code->consts[*ip >> 8]);
        ip++;
        NEXT();
    }
    CASE(LOAD_FAST_ATTRIBUTE)
    {
        Value v = SLOT(arg);
        if (!is_set(v))
            raise_unbound(code, arg);
        PUSH(v);
        THEN(LOAD_ATTRIBUTE);
    }
    CASE(LOAD_FAST_METHOD)
    {
        Value v = SLOT(arg);
        if (!is_set(v))
            raise_unbound(code, arg);
        PUSH(v);
        THEN(LOAD_METHOD);
    }
    CASE(LOAD_ADDED)
    {
        Value v = SLOT(arg);
        if (!is_set(v))
            raise_unbound(code, arg);
        if (v.tag == TAG_STR && v.str->is_growing)
            v.str->is_growing = false; /* somebody else has it now */
        PUSH(v);
        NEXT();
    }
    CASE(STORE_FAST)
    SET_SLOT(arg, POP());
    NEXT();
    CASE(DELETE_FAST)
    if (!is_set(SLOT(arg)))
        raise_unbound(code, arg);
    SET_SLOT(arg, UNSET);
    NEXT();
    CASE(MAKE_CELL)
    {
        Cell *cell = (Cell *)object_allocate(&cell_class);
        cell->value = SLOT(arg);
        SET_SLOT(arg, OBJ(cell));
        NEXT();
    }
    CASE(LOAD_CELL)
    PUSH(SLOT(arg));
    NEXT();
    CASE(LOAD_DEREF)
    {
        Value v = ((Cell *)slots[arg].obj)->value;
        if (!is_set(v))
            raise_unbound(code, arg);
        PUSH(v);
        NEXT();
    }
    CASE(STORE_DEREF)
    ((Cell *)slots[arg].obj)->value = POP();
    NEXT();
    CASE(DELETE_DEREF)
    {
        Cell *cell = (Cell *)slots[arg].obj;
        if (!is_set(cell->value))
            raise_unbound(code, arg);
        cell->value = UNSET;
        NEXT();
    }
    CASE(LOAD_CLASS_DEREF)
    {
        Value v = namespace_find(frame->names, code->slot_names[arg]);
        if (!is_set(v))
            v = ((Cell *)slots[arg].obj)->value;
        if (!is_set(v))
            raise_unbound(code, arg);
        PUSH(v);
        NEXT();
    }
    CASE(LOAD_NAME)
    {
        if (frame->names != frame->globals) {
            Value v = namespace_find(frame->names, NAME());
            if (is_set(v)) {
                PUSH(v);
                NEXT();
            }
        }
        PUSH(global_get(frame, code, arg));
        NEXT();
    }
    CASE(STORE_NAME)
    namespace_set(frame->names, NAME(), TOP());
    sp--;
    NEXT();
    CASE(DELETE_NAME)
    namespace_delete(frame->names, NAME());
    NEXT();
    CASE(LOAD_GLOBAL)
    {
        Value v = global_at_hint(frame, code, arg);
        if (!is_set(v))
            v = global_get(frame, code, arg);
        PUSH(v);
        NEXT();
    }
    CASE(STORE_GLOBAL)
    dict_set_str(frame->globals, NAME(), TOP());
    sp--;
    NEXT();
    CASE(DELETE_GLOBAL)
    namespace_delete(frame->globals, NAME());
    NEXT();
    CASE(LOAD_ATTRIBUTE)
    {
        Value v = TOP();
        if (v.tag == TAG_OBJ) {
            const Access *access = access_hinted(v.obj->class, code, arg);
            const DictEntry *entry = access_near(v, access);
            if (entry) {
                SET_TOP(entry->value);
                NEXT();
            }
            if (access->getter) {
                Value result;
                Frame *inner =
                    vm_begin_call(access->getter, &(Call){.count = 1, .args = sp - 1}, &result);
                sp--;
                if (inner)
                    ENTER_FRAME(inner);
                else
                    PUSH(result);
                NEXT();
            }
        }
        SET_TOP(value_get_attr(v, NAME()));
        NEXT();
    }
    CASE(STORE_ATTRIBUTE)
    {
        Value v = TOP();
        if (v.tag == TAG_OBJ) {
            const Access *access = access_hinted(v.obj->class, code, arg);
            DictEntry *entry = access->writes_own ? access_near(v, access) : NULL;
            if (entry) {
                value_store(&entry->value, PEEK(2));
                sp -= 2;
                NEXT();
            }
        }
        if (!access_write(v, NAME(), PEEK(2)))
            value_set_attr(v, NAME(), PEEK(2));
        sp -= 2;
        NEXT();
    }
    CASE(DELETE_ATTRIBUTE)
    value_delete_attr(TOP(), NAME());
    sp--;
    NEXT();
    CASE(LOAD_METHOD)
    {
        Value self = TOP(), function = access_method_near(self, code, arg);
        if (!is_set(function) && !value_load_method(&self, NAME(), &function))
            self = UNSET;
        SET_TOP(function);
        PUSH(self);
        NEXT();
    }
    CASE(LOAD_SUBSCRIPT)
    {
        Value container = PEEK(2), key = TOP();
        if (is_exactly(container, &list_class) && key.tag == TAG_INT) {
            const List *list = (const List *)container.obj;
            int64_t i = key.integer < 0 ? key.integer + (int64_t)list->length : key.integer;
            if (i >= 0 && (size_t)i < list->length) {
                sp--;
                SET_TOP(list->at[i]);
                NEXT();
            }
        } else if (is_exactly(container, &tuple_class) && key.tag == TAG_INT) {
            const Tuple *tuple = (const Tuple *)container.obj;
            int64_t i = key.integer < 0 ? key.integer + (int64_t)tuple->length : key.integer;
            if (i >= 0 && (size_t)i < tuple->length) {
                sp--;
                SET_TOP(tuple->at[i]);
                NEXT();
            }
        } else if (is_exactly(container, &dict_class) && key.tag == TAG_STR) {
            Value v = dict_find_str((const Dict *)container.obj, key.str);
            if (is_set(v)) {
                sp--;
                SET_TOP(v);
                NEXT();
            }
        }
        Value v = value_subscript(container, key);
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(STORE_SUBSCRIPT)
    {
        Value container = PEEK(2), key = TOP(), v = PEEK(3);
        if (is_exactly(container, &dict_class) && key.tag == TAG_STR)
            dict_set_str((Dict *)container.obj, key.str, v);
        else
            value_set_subscript(container, key, v);
        sp -= 3;
        NEXT();
    }
    CASE(DELETE_SUBSCRIPT)
    value_delete_subscript(PEEK(2), TOP());
    sp -= 2;
    NEXT();

    /* --- operators */
#define ARITHMETIC(overflow, expression, operator)                                                 \
    {                                                                                              \
        Value a = PEEK(2), b = TOP(), result;                                                      \
        if (a.tag == TAG_INT && b.tag == TAG_INT &&                                                \
            !overflow(a.integer, b.integer, &result.integer))                                      \
            result.tag = TAG_INT;                                                                  \
        else if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT)                                         \
            result = FLOAT(a.number expression b.number);                                          \
        else                                                                                       \
            result = value_operate(operator, a, b);                                                \
        sp--;                                                                                      \
        SET_TOP(result);                                                                           \
        NEXT();                                                                                    \
    }
    CASE(ADD)
    ARITHMETIC(__builtin_add_overflow, +, OPERATOR_ADD)
    CASE(SUBTRACT)
    ARITHMETIC(__builtin_sub_overflow, -, OPERATOR_SUB)
    CASE(MULTIPLY)
    ARITHMETIC(__builtin_mul_overflow, *, OPERATOR_MUL)
    CASE(BINARY)
    {
        Value a = PEEK(2), b = TOP(), v = UNSET;
        if (a.tag == TAG_INT && b.tag == TAG_INT)
            v = int_fast((Operator)arg, a.integer, b.integer);
        if (!is_set(v))
            v = value_operate((Operator)arg, a, b);
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(IN_PLACE)
    {
        Value a = PEEK(2), b = TOP(), v;
        if (arg == OPERATOR_ADD && a.tag == TAG_INT && b.tag == TAG_INT &&
            !__builtin_add_overflow(a.integer, b.integer, &v.integer))
            v.tag = TAG_INT;
        else
            v = value_operate_in_place((Operator)arg, a, b);
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(APPEND)
    {
        Value a = PEEK(2), b = TOP(), v;
        if (a.tag == TAG_INT && b.tag == TAG_INT &&
            !__builtin_add_overflow(a.integer, b.integer, &v.integer))
            v.tag = TAG_INT;
        else if (a.tag == TAG_STR && b.tag == TAG_STR && slots[arg].tag == TAG_STR &&
                 slots[arg].str == a.str)
            v = STR(str_append(a.str, b.str));
        else
            v = value_operate_in_place(OPERATOR_ADD, a, b);
        sp -= 2;
        SET_SLOT(arg, v);
        NEXT();
    }
    CASE(UNARY)
    SET_TOP(value_operate((Operator)arg, TOP(), UNSET));
    NEXT();
    CASE(NOT)
    SET_TOP(BOOL(!truth(TOP())));
    NEXT();
    CASE(COMPARE)
    {
        Value a = PEEK(2), b = TOP(), v;
        if (a.tag == TAG_INT && b.tag == TAG_INT)
            v = BOOL(compare_ints((Operator)arg, a.integer, b.integer));
        else if (a.tag == TAG_STR && b.tag == TAG_STR && (arg == OPERATOR_EQ || arg == OPERATOR_NE))
            v = BOOL(str_equal(a.str, b.str) == (arg == OPERATOR_EQ));
        else
            v = value_operate((Operator)arg, a, b);
        word = *ip; /* what decides a jump need not be seen by it */
        if ((word & 0xff) == OP_JUMP_IF_FALSE && v.tag == TAG_BOOL) {
            ip++;
            sp -= 2;
            if (!v.boolean)
                JUMP_TO(word >> 8);
            NEXT();
        }
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(IS)
    {
        bool same = value_is(PEEK(2), TOP());
        sp--;
        SET_TOP(BOOL(same != (arg != 0)));
        NEXT();
    }
    CASE(CONTAINS)
    {
        bool found = value_contains(TOP(), PEEK(2));
        sp--;
        SET_TOP(BOOL(found != (arg != 0)));
        NEXT();
    }

    /* --- jumps */
    CASE(JUMP)
    if (vm.is_interrupted) /* every loop comes through here */
        vm_interrupt();
    JUMP_TO(arg);
    NEXT();
    CASE(JUMP_IF_FALSE)
    if (!truth(TOP()))
        JUMP_TO(arg);
    sp--;
    NEXT();
    CASE(JUMP_IF_TRUE)
    if (truth(TOP()))
        JUMP_TO(arg);
    sp--;
    NEXT();
    CASE(JUMP_IF_NONE)
    if (is_none(TOP()))
        JUMP_TO(arg);
    sp--;
    NEXT();
    CASE(JUMP_IF_FALSE_OR_POP)
    if (!truth(TOP()))
        JUMP_TO(arg);
    else
        sp--;
    NEXT();
    CASE(JUMP_IF_TRUE_OR_POP)
    if (truth(TOP()))
        JUMP_TO(arg);
    else
        sp--;
    NEXT();
    CASE(GET_ITER)
    SET_TOP(loop_iterator(TOP()));
    NEXT();
    CASE(FOR_ITER)
    {
        Value it = TOP();
        if (it.obj->class == &loop_class) {
            Value item = loop_next((Loop *)it.obj);
            if (is_set(item)) {
                word = *ip;
                if ((word & 0xff) == OP_STORE_FAST) {
                    SET_SLOT(word >> 8, item);
                    ip++;
                } else {
                    PUSH(item);
                }
            } else {
                sp--;
                JUMP_TO(arg);
            }
            NEXT();
        }
        Frame *inner = generator_enter((Generator *)it.obj, NONE);
        if (inner) {
            ENTER_FRAME(inner);
            NEXT();
        }
        sp--;
        JUMP_TO(arg);
        NEXT();
    }

    /* --- building */
    CASE(BUILD_LIST)
    {
        Value v = OBJ(list_of(arg, sp - arg));
        sp -= arg;
        PUSH(v);
        NEXT();
    }
    CASE(BUILD_TUPLE)
    {
        Value v = OBJ(tuple_new(arg, sp - arg));
        sp -= arg;
        PUSH(v);
        NEXT();
    }
    CASE(BUILD_SET)
    {
        Set *set = set_new();
        for (uint32_t i = 0; i < arg; i++)
            set_add(set, PEEK(arg - i));
        sp -= arg;
        PUSH(OBJ(set));
        NEXT();
    }
    CASE(BUILD_DICT)
    {
        Dict *dict = dict_new_for(arg);
        for (uint32_t i = 0; i < arg; i++)
            dict_set(dict, PEEK(2 * (arg - i)), PEEK(2 * (arg - i) - 1));
        sp -= 2 * arg;
        PUSH(OBJ(dict));
        NEXT();
    }
    CASE(BUILD_STRING)
    {
        Value v = STR(concatenate(sp - arg, arg));
        sp -= arg;
        PUSH(v);
        NEXT();
    }
    CASE(BUILD_SLICE)
    {
        Slice *slice = slice_new(PEEK(arg), PEEK(arg - 1), arg == 3 ? TOP() : NONE);
        sp -= arg;
        PUSH(OBJ(slice));
        NEXT();
    }
    CASE(LIST_APPEND)
    list_append_unshared((List *)PEEK(arg + 1).obj, TOP());
    sp--;
    NEXT();
    CASE(SET_ADD)
    set_add((Set *)PEEK(arg + 1).obj, TOP());
    sp--;
    NEXT();
    CASE(DICT_ADD)
    dict_set_unshared((Dict *)PEEK(arg + 2).obj, PEEK(2), TOP());
    sp -= 2;
    NEXT();
    CASE(LIST_EXTEND)
    list_extend_spread((List *)PEEK(2).obj, TOP());
    sp--;
    NEXT();
    CASE(SET_UPDATE)
    set_update_spread((Set *)PEEK(2).obj, TOP());
    sp--;
    NEXT();
    CASE(DICT_UPDATE)
    dict_update_mapping((Dict *)PEEK(2).obj, TOP());
    sp--;
    NEXT();
    CASE(DICT_MERGE)
    dict_merge_keywords((Dict *)PEEK(2).obj, TOP(), PEEK(4));
    sp--;
    NEXT();
    CASE(LIST_TO_TUPLE)
    {
        const List *list = (const List *)TOP().obj;
        SET_TOP(OBJ(tuple_new(list->length, list->at)));
        NEXT();
    }
    CASE(FORMAT)
    {
        bool has_spec = arg & FORMAT_HAS_SPEC;
        Value v = STR(format_field(PEEK(1 + has_spec), arg & 0xff, has_spec ? TOP().str : NULL));
        sp -= has_spec;
        SET_TOP(v);
        NEXT();
    }
    CASE(UNPACK)
    {
        Value v = TOP();
        if (is_exactly(v, &tuple_class) && ((Tuple *)v.obj)->length == arg) {
            /* what is stored at once need not lie on the stack */
            const Tuple *tuple = (const Tuple *)v.obj;
            uint32_t stored = 0;
            for (; stored < arg && (*ip & 0xff) == OP_STORE_FAST; stored++, ip++)
                SET_SLOT(*ip >> 8, tuple->at[stored]);
            sp--;
            for (uint32_t i = arg; i > stored; i--)
                PUSH(tuple->at[i - 1]);
            NEXT();
        }
        unpack_into(v, arg, sp - 1);
        sp += (ptrdiff_t)arg - 1;
        NEXT();
    }
    CASE(UNPACK_STAR)
    {
        uint32_t before = arg & 0xfff, after = arg >> 12;
        unpack_star_into(TOP(), before, after, sp - 1);
        sp += before + after;
        NEXT();
    }

    /* --- calling: arguments lie at sp - count; they stay there while the callee copies them */
    {
        Value callee, self;
        Call call;
        uint32_t base; /* values to drop: callee, self, arguments, names */
        CASE(CALL)
        callee = PEEK(arg + 1);
        self = UNSET;
        call = (Call){.count = arg, .args = sp - arg};
        base = arg + 1;
        goto call_anything;
        CASE(CALL_METHOD)
        callee = PEEK(arg + 2);
        self = PEEK(arg + 1);
        call = (Call){.count = arg, .args = sp - arg};
        base = arg + 2;
        goto call_anything;
        CASE(CALL_KEYWORDS)
        self = UNSET;
        base = arg + 2;
        goto call_keywords;
        CASE(CALL_METHOD_KEYWORDS)
        self = PEEK(arg + 2);
        base = arg + 3;
    call_keywords:
        callee = PEEK(base);
        {
            const KeywordNames *list = (const KeywordNames *)TOP().obj;
            call = (Call){arg - list->count, sp - 1 - arg, list->count, list->names};
        }
    call_anything:
        if (callee.tag == TAG_OBJ && callee.obj->class == &method_class && !is_set(self)) {
            const BoundMethod *method = (const BoundMethod *)callee.obj;
            callee = method->function;
            self = method->self;
        }
        if (is_exactly(callee, &function_class)) {
            if (is_set(self)) {
                /* the value below the arguments is self's place, or the bound method's */
                value_store((Value *)(uintptr_t)(call.args - 1), self);
                call.args--;
                call.count++;
            }
            Value result;
            Frame *inner = vm_begin_call((Function *)callee.obj, &call, &result);
            sp -= base;
            if (inner)
                ENTER_FRAME(inner);
            else
                PUSH(result);
            NEXT();
        }
        if (is_exactly(callee, &native_function_class) &&
            is_set(self) == (((NativeFunction *)callee.obj)->kind != METHOD_STATIC)) {
            const Native *native = ((NativeFunction *)callee.obj)->native;
            Value result = native->thunk(native, self, &call);
            sp -= base;
            PUSH(result);
            NEXT();
        }
        if (!is_set(self)) {
            Value made;
            Function *init = plain_constructor(callee, &made);
            if (init) {
                /* the class's place becomes self's */
                value_store((Value *)(uintptr_t)(call.args - 1), made);
                call.args--;
                call.count++;
                Frame *inner = frame_for_call(init, &call);
                inner->flags |= FRAME_INIT;
                inner->made = made;
                sp -= base;
                ENTER_FRAME(inner);
                NEXT();
            }
        }
        Value result;
        if (is_set(self))
            result = call_with_self(callee, self, &call);
        else if (base == 1 && callee.tag == TAG_OBJ && callee.obj == &super_class.obj)
            result = super_here();
        else
            result = call_with(callee, &call);
        sp -= base;
        PUSH(result);
        NEXT();
    }
    CASE(SPREAD_ARGUMENTS)
    SET_TOP(spread_arguments(PEEK(2), TOP()));
    NEXT();
    CASE(CALL_SPREAD)
    {
        Call call;
        spread_call(PEEK(2), TOP(), &call);
        Value callee = PEEK(3), result;
        if (is_exactly(callee, &function_class)) {
            Frame *inner = vm_begin_call((Function *)callee.obj, &call, &result);
            sp -= 3;
            if (inner)
                ENTER_FRAME(inner);
            else
                PUSH(result);
            NEXT();
        }
        result = call_with(callee, &call);
        sp -= 3;
        PUSH(result);
        NEXT();
    }
    CASE(CALL_DECORATOR)
    {
        Value v =
            value_is_opaque(PEEK(2)) ? opaque_decorate(PEEK(2), TOP()) : call(PEEK(2), 1, sp - 1);
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(MAKE_FUNCTION)
    {
        Function *function = function_new((const Code *)POP().obj, frame->globals);
        if (arg & FUNCTION_CLOSURE)
            function->closure = ((Tuple *)POP().obj)->at;
        if (arg & FUNCTION_ANNOTATIONS)
            function->annotations = (Dict *)POP().obj;
        if (arg & FUNCTION_KEYWORD_DEFAULTS) {
            Value v = POP();
            function->keyword_defaults = is_none(v) ? NULL : (Dict *)v.obj;
        }
        if (arg & FUNCTION_DEFAULTS) {
            Value v = POP();
            function->defaults = is_none(v) ? NULL : (Tuple *)v.obj;
        }
        PUSH(OBJ(function));
        NEXT();
    }
    CASE(BUILD_CLASS)
    {
        Value v = class_statement((Function *)PEEK(4).obj, PEEK(3).str, (Tuple *)PEEK(2).obj,
                                  (Dict *)TOP().obj);
        sp -= 4;
        PUSH(v);
        NEXT();
    }
    CASE(RETURN)
    {
        Value v = POP();
        if (frame->flags & FRAME_INIT) {
            if (!is_none(v))
                raise_type("__init__() should return None, not '%s'", class_text(v));
            v = frame->made;
        }
        if (frame->generator) {
            generator_finish(frame->generator);
            vm.result = v;
            if (frame->flags & FRAME_ENTRY)
                return UNSET;
            /* the caller stands at FOR_ITER or SEND: both jump to their target now */
            LEAVE_FRAME();
            word = ip[-1];
            if ((word & 0xff) == OP_FOR_ITER)
                sp--;
            else
                PUSH(v);
            JUMP_TO(word >> 8);
            NEXT();
        }
        if (frame->flags & FRAME_ENTRY)
            return v;
        Frame *ended = frame;
        LEAVE_FRAME();
        PUSH(v);
        frame_release(ended);
        NEXT();
    }

    /* --- generators and coroutines */
    CASE(YIELD)
    {
        Value v = POP();
        Generator *generator = frame->generator;
        generator->status = GENERATOR_SUSPENDED;
        generator->async_yield = arg == YIELD_ASYNC;
        frame->depth = (uint32_t)(sp - frame_stack(frame));
        frame->at++;
        if (frame->flags & FRAME_ENTRY)
            return v;
        Frame *suspended = frame;
        LEAVE_FRAME();
        suspended->back = NULL;
        PUSH(v);
        NEXT();
    }
    CASE(SEND)
    {
        Value v = POP(), it = TOP();
        if (it.tag == TAG_OBJ &&
            (it.obj->class == &generator_class || it.obj->class == &coroutine_class)) {
            Generator *generator = (Generator *)it.obj;
            Frame *inner = generator_enter(generator, v);
            if (inner) {
                ENTER_FRAME(inner);
                NEXT();
            }
            PUSH(NONE);
            JUMP_TO(arg);
            NEXT();
        }
        Value yielded = generator_send_to(it, v);
        if (is_set(yielded)) {
            PUSH(yielded);
        } else {
            PUSH(vm.result);
            JUMP_TO(arg);
        }
        NEXT();
    }
    CASE(GET_YIELD_FROM)
    if (!is_exactly(TOP(), &generator_class))
        SET_TOP(value_iter(TOP()));
    NEXT();
    CASE(GET_AWAITABLE)
    SET_TOP(awaitable_get(TOP(), arg));
    NEXT();
    CASE(GET_ASYNC_ITER)
    SET_TOP(async_iterator(TOP()));
    NEXT();
    CASE(GET_ASYNC_NEXT)
    {
        Value v = async_next(TOP());
        PUSH(v);
        NEXT();
    }
    CASE(END_ASYNC_FOR)
    if (!is_instance(TOP(), &StopAsyncIteration_class)) {
        vm.reraises = true;
        err_raise(exception_error((BaseException *)TOP().obj));
    }
    sp -= 2;
    NEXT();

    /* --- exceptions and with */
    CASE(RAISE)
    raise_statement(arg > 0 ? PEEK(arg) : UNSET, arg > 1 ? TOP() : UNSET);
    CASE(RERAISE)
    vm.reraises = true;
    err_raise(exception_error((BaseException *)TOP().obj));
    CASE(PUSH_ERROR)
    {
        Value error = TOP();
        SET_TOP(frame->handled);
        frame->handled = error;
        PUSH(error);
        NEXT();
    }
    CASE(POP_ERROR)
    frame->handled = POP();
    NEXT();
    CASE(MATCH_ERROR)
    SET_TOP(BOOL(error_matches(PEEK(2), TOP())));
    NEXT();
    CASE(SPLIT_GROUP)
    {
        Value rest, matched;
        group_split(PEEK(2), TOP(), &rest, &matched);
        SET_PEEK(2, rest);
        SET_TOP(matched);
        NEXT();
    }
    CASE(JOIN_GROUP)
    {
        Value v = group_join(PEEK(2), (List *)TOP().obj);
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(BEFORE_WITH)
    {
        Value exit, entered = with_enter(TOP(), false, &exit);
        SET_TOP(exit);
        PUSH(entered);
        NEXT();
    }
    CASE(BEFORE_ASYNC_WITH)
    {
        Value exit, entered = with_enter(TOP(), true, &exit);
        SET_TOP(exit);
        PUSH(entered);
        NEXT();
    }
    CASE(CALL_EXIT)
    {
        Value error = TOP();
        const Value args[] = {OBJ(error.obj->class), error,
                              value_get_attr(error, N(__traceback__))};
        Value v = call(PEEK(3), 3, args);
        if (value_is_opaque(v)) /* nobody knows whether it would have suppressed the error */
            v = FALSE_VALUE;
        PUSH(v);
        NEXT();
    }
    CASE(LOAD_ASSERTION_ERROR)
    PUSH(OBJ(&AssertionError_class));
    NEXT();

    /* --- imports */
    CASE(IMPORT)
    CASE(IMPORT_GUARDED)
    {
        Value v = import_statement(NAME(), frame->globals, TOP(), PEEK(2).integer,
                                   (word & 0xff) == OP_IMPORT_GUARDED ? IMPORT_GUARDED
                                                                       : IMPORT_PLAIN);
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(IMPORT_FROM)
    {
        Value v = import_from(TOP(), NAME());
        PUSH(v);
        NEXT();
    }
    CASE(IMPORT_STAR)
    import_star(TOP(), frame->names ? frame->names : frame->globals);
    sp--;
    NEXT();

    /* --- match */
    CASE(MATCH_SEQUENCE)
    SET_TOP(BOOL(match_is_sequence(TOP())));
    NEXT();
    CASE(MATCH_MAPPING)
    SET_TOP(BOOL(match_is_mapping(TOP())));
    NEXT();
    CASE(MATCH_KEYS)
    {
        Value v = match_keys(PEEK(2), TOP());
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(MATCH_CLASS)
    {
        Value v = match_class(PEEK(3), PEEK(2), TOP(), arg);
        sp -= 2;
        SET_TOP(v);
        NEXT();
    }
    CASE(MATCH_REST)
    {
        Value v = match_rest(PEEK(2), TOP());
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(GET_LENGTH)
    SET_TOP(INT(value_length(TOP())));
    NEXT();

    /* --- the rest */
    CASE(SETUP_ANNOTATIONS)
    if (!is_set(namespace_find(frame->names, N(__annotations__))))
        namespace_set(frame->names, N(__annotations__), OBJ(dict_new()));
    NEXT();
    CASE(TYPE_PARAMETER)
    {
        Value v = type_parameter_new(PEEK(2).str, TOP(), (int)arg);
        sp--;
        SET_TOP(v);
        NEXT();
    }
    CASE(TYPE_ALIAS)
    {
        Value v = type_alias_new(PEEK(3).str, (Tuple *)PEEK(2).obj, TOP());
        sp -= 2;
        SET_TOP(v);
        NEXT();
    }
    CASE(SET_TYPE_PARAMETERS)
    ((Function *)PEEK(2).obj)->type_parameters = (Tuple *)TOP().obj;
    sp--;
    NEXT();
    CASE(GENERIC_BASE)
    SET_TOP(generic_base((Tuple *)TOP().obj));
    NEXT();
}
/* clang-format on */
