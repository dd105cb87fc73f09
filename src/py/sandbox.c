/* sandbox.c -- what scripts may do beyond reading the project: one set of permissions, given by
 * flags of the command line. Natives that write, run programs or open sockets ask here. */
#include "py/frame.h"
#include "py/internal.h"

void vm_allow(unsigned permissions)
{
    vm.allowed |= permissions;
}

void vm_allow_reading(Str *folder)
{
    vec_push(&vm.readable, path_real(folder));
}

bool vm_is_allowed(Permission permission)
{
    return (vm.allowed & (unsigned)permission) != 0;
}

static bool is_below(const Str *path, const Str *folder)
{
    size_t n = folder->length;
    if (n && folder->text[n - 1] == '/')
        n--;
    return path->length >= n && memcmp(path->text, folder->text, n) == 0 &&
           (path->text[n] == '/' || path->text[n] == '\0');
}

bool sandbox_may_read(const Str *path)
{
    if (vm_is_allowed(ALLOW_READ_ANYWHERE))
        return true;
    Str *real = path_real(path);
    if (is_below(real, path_real(path_current())))
        return true;
    const List *roots = import_path();
    for (size_t i = 0; i < roots->length; i++) {
        const Str *root = value_find_str(roots->at[i]);
        if (root && root->length && is_below(real, path_real(root)))
            return true;
    }
    for (size_t i = 0; i < vm.readable.length; i++)
        if (is_below(real, vm.readable.at[i]))
            return true;
    static const char zones[] = "/usr/share/zoneinfo/"; /* what the zoneinfo module is made of */
    return strncmp(real->text, zones, sizeof zones - 1) == 0;
}
