/* sandbox.c -- what scripts may do beyond reading the project: one table of doors. Whatever reads,
 * writes, starts programs or opens sockets for a script asks here, so a refusal reads the same
 * everywhere and names the flag that lifts it.
 *
 * The project is the folder retort was started in, the folders its configuration names, and the
 * folders of sys.path that contain one of those; a folder that a script adds elsewhere is for imports
 * only. Paths are compared with every symbolic link resolved. What stat() tells is not guarded: a
 * script that finds a file and is then refused to read it says more than one that finds nothing. */
#include "py/frame.h"
#include "py/internal.h"

#include <errno.h>
#include <stdlib.h>

typedef struct Door {
    const char *word; /* after --allow */
    const char *code;
    Permission permission;
    const char *rule;
} Door;

static const Door doors[] = {
    {"write", "sandbox.write", ALLOW_WRITE, "scripts may not change files"},
    {"run", "sandbox.run", ALLOW_RUN, "scripts may not start programs"},
    {"network", "sandbox.network", ALLOW_NETWORK, "scripts may not open connections"},
    {"read-anywhere", "sandbox.read", ALLOW_READ_ANYWHERE,
     "scripts may only use files of the project"},
};

/* Files of the system that tell nothing of its owner. */
static const char *const harmless[] = {"/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone",
                                       "/dev/null",           "/dev/urandom",   "/dev/random",
                                       "/etc/mime.types",     "/etc/os-release", "/usr/lib/os-release"};

void vm_allow(unsigned permissions)
{
    vm.allowed |= permissions;
}

bool vm_is_allowed(Permission permission)
{
    return (vm.allowed & (unsigned)permission) != 0;
}

bool sandbox_permission(const Str *word, Permission *permission)
{
    for (size_t i = 0; i < COUNT_OF(doors); i++)
        if (str_is(word, doors[i].word)) {
            *permission = doors[i].permission;
            return true;
        }
    return false;
}

static const Door *door_of(Permission permission)
{
    for (size_t i = 0; i < COUNT_OF(doors); i++)
        if (doors[i].permission == permission)
            return &doors[i];
    return &doors[0];
}

/* PermissionError with errno and filename, as the system's own would have. */
_Noreturn void sandbox_refuse(const char *function, Permission permission, Value path)
{
    const Door *door = door_of(permission);
    Str *what = is_absent(path) ? str_empty : value_repr(path);
    BaseException *e = exception_new(
        &PermissionError_class, STR(str_format("%s(%s) is refused: %s; use --allow %s", function,
                                               what->text, door->rule, door->word)));
    value_set_attr(OBJ(e), intern("errno"), INT(EACCES));
    if (!is_absent(path))
        value_set_attr(OBJ(e), intern("filename"), path);
    Err *err = exception_error(e);
    err->code = door->code;
    err->hint = str_format("`retort --allow %s ...` lifts this for one run, `allow = %s` in the ini file "
                           "for all of them",
                           door->word, door->word);
    err_raise(err);
}

void sandbox_check(const char *function, Permission permission)
{
    if (!vm_is_allowed(permission))
        sandbox_refuse(function, permission, UNSET);
}

/* --- paths ------------------------------------------------------------------------------------ */

static bool is_below(const Str *path, const Str *folder)
{
    size_t n = folder->length;
    if (n && folder->text[n - 1] == '/')
        n--;
    return path->length >= n && memcmp(path->text, folder->text, n) == 0 &&
           (path->text[n] == '/' || path->text[n] == '\0');
}

/* The path with its links resolved as far as it exists; what does not exist yet keeps its name below
 * the real folder it would be made in. */
static Str *resolve(const Str *path)
{
    Str *head = path_absolute(path), *tail = str_empty;
    while (true) {
        char *real = realpath(head->text, NULL);
        if (real) {
            Str *found = str_from(real);
            free(real);
            return tail->length ? path_absolute(path_join(found, tail->text)) : found;
        }
        Str *name = path_basename(head), *outer = path_directory(head);
        if (!name->length || !outer->length || outer->length == head->length)
            return head;
        tail = tail->length ? path_join(name, tail->text) : name;
        head = outer;
    }
}

void sandbox_add_folder(const Str *folder)
{
    vec_push(&vm.project_folders, resolve(folder));
}

static bool is_in_project(const Str *real)
{
    for (size_t i = 0; i < vm.project_folders.length; i++)
        if (is_below(real, vm.project_folders.at[i]))
            return true;
    return false;
}

/* A folder of sys.path counts when the project lies in it, unless it is so far up that it would be
 * everything: the root, the home folder or what contains that. */
static bool is_around_project(const Str *folder)
{
    const char *home = getenv("HOME");
    if (str_is(folder, "/") || (home && is_below(resolve(str_from(home)), folder)))
        return false;
    for (size_t i = 0; i < vm.project_folders.length; i++)
        if (is_below(vm.project_folders.at[i], folder))
            return true;
    return false;
}

static bool is_on_path(const Str *real)
{
    for (size_t i = 0; i < vm.path->length; i++) {
        const Str *entry = value_find_str(vm.path->at[i]);
        Str *folder = entry && entry->length ? resolve(entry) : NULL;
        if (folder && is_below(real, folder) && is_around_project(folder))
            return true;
    }
    return false;
}

static bool is_harmless(const Str *real)
{
    for (size_t i = 0; i < COUNT_OF(harmless); i++)
        if (is_below(real, str_from(harmless[i])))
            return true;
    return false;
}

static bool may_use(const Str *path)
{
    if (vm_is_allowed(ALLOW_READ_ANYWHERE))
        return true;
    if (!vm.project_folders.length) /* an evaluator without a project: tests, fuzzing */
        sandbox_add_folder(path_current());
    Str *real = resolve(path);
    return is_in_project(real) || is_on_path(real);
}

void sandbox_check_read(const char *function, Str *path)
{
    if (!may_use(path) && !is_harmless(resolve(path)))
        sandbox_refuse(function, ALLOW_READ_ANYWHERE, STR(path));
}

static bool is_temporary(const Str *path)
{
    const char *folder = getenv("TMPDIR");
    return is_below(resolve(path), resolve(str_from(folder && *folder ? folder : "/tmp")));
}

void sandbox_check_write(const char *function, Str *path)
{
    if (!vm_is_allowed(ALLOW_WRITE))
        sandbox_refuse(function, ALLOW_WRITE, STR(path));
    if (!may_use(path) && !is_temporary(path) && !str_is(path, "/dev/null"))
        sandbox_refuse(function, ALLOW_READ_ANYWHERE, STR(path));
}

/* --- looking without running ------------------------------------------------------------------ */

/* What is behind a door by name, for who only reads a script; a leading dot is a method of anything. */
static const struct {
    const char *name;
    Permission permission;
} guarded[] = {
    {"open:w", ALLOW_WRITE},
    {"os.remove", ALLOW_WRITE},
    {"os.unlink", ALLOW_WRITE},
    {"os.rmdir", ALLOW_WRITE},
    {"os.removedirs", ALLOW_WRITE},
    {"os.mkdir", ALLOW_WRITE},
    {"os.rename", ALLOW_WRITE},
    {"os.replace", ALLOW_WRITE},
    {"os.renames", ALLOW_WRITE},
    {"os.link", ALLOW_WRITE},
    {"os.symlink", ALLOW_WRITE},
    {"os.chmod", ALLOW_WRITE},
    {"os.chown", ALLOW_WRITE},
    {"os.truncate", ALLOW_WRITE},
    {"os.utime", ALLOW_WRITE},
    {"shutil.rmtree", ALLOW_WRITE},
    {"shutil.copy", ALLOW_WRITE},
    {"shutil.copy2", ALLOW_WRITE},
    {"shutil.copyfile", ALLOW_WRITE},
    {"shutil.copytree", ALLOW_WRITE},
    {"shutil.move", ALLOW_WRITE},
    {"shutil.chown", ALLOW_WRITE},
    {"tempfile.mkstemp", ALLOW_WRITE},
    {"tempfile.mkdtemp", ALLOW_WRITE},
    {"tempfile.NamedTemporaryFile", ALLOW_WRITE},
    {"tempfile.TemporaryDirectory", ALLOW_WRITE},
    {".write_text", ALLOW_WRITE},
    {".write_bytes", ALLOW_WRITE},
    {"os.system", ALLOW_RUN},
    {"os.popen", ALLOW_RUN},
    {"os.kill", ALLOW_RUN},
    {"os.fork", ALLOW_RUN},
    {"os.execv", ALLOW_RUN},
    {"os.execvp", ALLOW_RUN},
    {"os.spawnv", ALLOW_RUN},
    {"subprocess.run", ALLOW_RUN},
    {"subprocess.call", ALLOW_RUN},
    {"subprocess.check_call", ALLOW_RUN},
    {"subprocess.check_output", ALLOW_RUN},
    {"subprocess.getoutput", ALLOW_RUN},
    {"subprocess.getstatusoutput", ALLOW_RUN},
    {"subprocess.Popen", ALLOW_RUN},
    {"asyncio.create_subprocess_exec", ALLOW_RUN},
    {"asyncio.create_subprocess_shell", ALLOW_RUN},
    {"asyncio.open_connection", ALLOW_NETWORK},
    {"asyncio.start_server", ALLOW_NETWORK},
    {"socket.socket", ALLOW_NETWORK},
    {"socket.create_connection", ALLOW_NETWORK},
    {"socket.getaddrinfo", ALLOW_NETWORK},
    {"socket.gethostbyname", ALLOW_NETWORK},
};

const char *sandbox_rule(const char *name, Permission *permission)
{
    for (size_t i = 0; i < COUNT_OF(guarded); i++)
        if (strcmp(guarded[i].name, name) == 0) {
            const Door *door = door_of(guarded[i].permission);
            *permission = guarded[i].permission;
            return str_format("%s; use --allow %s", door->rule, door->word)->text;
        }
    return NULL;
}
