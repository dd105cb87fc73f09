/* sandbox.c -- what scripts may do beyond reading the project: one set of permissions, given by
 * flags of the command line. Natives that write, run programs or open sockets ask here. */
#include "py/frame.h"

void vm_allow(unsigned permissions)
{
    vm.allowed |= permissions;
}

bool vm_is_allowed(Permission permission)
{
    return (vm.allowed & (unsigned)permission) != 0;
}
