/* vm.c -- entering the loop that runs frames (interpret.c). Script calls stay in one loop; a native that calls back
 * into a script runs a loop of its own (vm_run), with one landing place each. How an error finds its handler:
 * unwind.c. */
#include "py/frame.h"
#include "py/instruction.h"

Vm vm;

/* --- entering ----------------------------------------------------------------------------------- */

void vm_interrupt(void)
{
    vm.is_interrupted = false;
    interrupt_check();
}

void vm_check_stack_in(const char *what)
{
    char here;
    if (vm.stack_limit && &here < vm.stack_limit)
        raise_exception(&RecursionError_class, "maximum recursion depth exceeded%s", what);
}

void vm_check_stack(void)
{
    vm_check_stack_in("");
}

void vm_set_budget(size_t instructions)
{
    vm.budget = instructions;
    vm.is_spent = false;
}

Value vm_run(Frame *entry, Value error)
{
    vm_check_stack();
    vm_count_frame();
    entry->back = vm.frame;
    entry->flags |= FRAME_ENTRY;
    vm.frame = entry;
    ErrTrap trap;
    Err *volatile pending = is_set(error) ? exception_error((BaseException *)error.obj) : NULL;
    for (;;) {
        if (ERR_TRAP(&trap)) {
            pending = trap.err;
            continue;
        }
        if (pending) {
            Err *err = pending;
            pending = NULL;
            if (!vm_unwind(entry, &err)) {
                err_trap_drop(&trap);
                vm.frame = entry->back;
                vm.depth--;
                entry->back = NULL;
                err_raise(err);
            }
        }
        Value result = vm_loop();
        err_trap_drop(&trap);
        vm.frame = entry->back;
        vm.depth--;
        entry->flags &= ~(uint32_t)FRAME_ENTRY;
        return result;
    }
}
