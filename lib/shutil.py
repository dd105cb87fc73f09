"""Copying, moving, removing: what reads always works, what writes needs --allow write."""

import os

from _sandbox import check as _check


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def found(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    if os.path.dirname(cmd):
        return cmd if found(cmd) else None
    path = os.environ.get("PATH", os.defpath) if path is None else path
    for folder in dict.fromkeys(os.fsdecode(path).split(os.pathsep)):
        full = os.path.join(folder, cmd)
        if found(full):
            return full
    return None


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name in ("COLUMNS", "LINES"):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    if sizes[0] <= 0 or sizes[1] <= 0:
        try:
            real = os.get_terminal_size(1)
        except OSError:
            real = fallback
        sizes = [own if own > 0 else other or back for own, other, back in zip(sizes, real, fallback)]
    return os.terminal_size(tuple(sizes))


class _Usage(tuple):
    total, used, free = property(lambda self: self[0]), property(lambda self: self[1]), property(lambda self: self[2])


def copyfileobj(fsrc, fdst, length=0):
    while chunk := fsrc.read(length or 65536):
        fdst.write(chunk)


def _is_same(a, b):
    return os.path.exists(a) and os.path.exists(b) and os.path.samefile(a, b)


def _target(src, dst):
    return os.path.join(dst, os.path.basename(os.fspath(src))) if os.path.isdir(dst) else dst


def copyfile(src, dst, *, follow_symlinks=True):
    _check("shutil.copyfile", "write", os.fspath(dst))
    if _is_same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source, open(dst, "wb") as target:
        target.write(source.read())
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    info = os.stat(src)
    os.utime(dst, ns=(info.st_atime_ns, info.st_mtime_ns))
    os.chmod(dst, info.st_mode & 0o7777)


def copy(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    if follow_symlinks or not os.path.islink(src):
        copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        import fnmatch

        found = set()
        for pattern in patterns:
            found.update(fnmatch.filter(names, pattern))
        return found

    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    _check("shutil.copytree", "write", os.fspath(dst))
    names = os.listdir(src)
    ignored = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.islink(source) and symlinks:
                os.symlink(os.readlink(source), target)
            elif os.path.islink(source) and not os.path.exists(source) and ignore_dangling_symlinks:
                continue
            elif os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    copystat(src, dst)
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    _check("shutil.rmtree", "write", os.fspath(path))

    def failed(function, name, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, name, error)
        elif onerror is not None:
            onerror(function, name, (type(error), error, error.__traceback__))
        else:
            raise error

    def attempt(function, name):
        try:
            return function(name)
        except OSError as error:
            failed(function, name, error)

    def remove(folder):
        for name in attempt(os.listdir, folder) or ():
            full = os.path.join(folder, name)
            if os.path.isdir(full) and not os.path.islink(full):
                remove(full)
            else:
                attempt(os.unlink, full)
        attempt(os.rmdir, folder)

    if os.path.islink(path):
        failed(os.path.islink, path, OSError("Cannot call rmtree on a symbolic link"))
        return
    if not os.path.lexists(path):
        attempt(os.lstat, path)
        return
    remove(os.fspath(path))


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    _check("shutil.move", "write", os.fspath(dst))
    target = dst
    if os.path.isdir(dst) and not _is_same(src, dst):
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), target)
            os.unlink(src)
        elif os.path.isdir(src):
            copytree(src, target, symlinks=True, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def chown(path, user=None, group=None, **options):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def disk_usage(path):
    raise NotImplementedError("shutil.disk_usage() is not part of this Python dialect")


def make_archive(base_name, format, *args, **kwargs):
    raise NotImplementedError("shutil.make_archive() is not part of this Python dialect")


def unpack_archive(filename, extract_dir=None, format=None, **kwargs):
    raise NotImplementedError("shutil.unpack_archive() is not part of this Python dialect")


def get_archive_formats():
    return []


def get_unpack_formats():
    return []
