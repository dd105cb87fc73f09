"""shutil: what reads; what writes is refused unless allowed."""


class Error(OSError):
    pass


SameFileError = Error


def which(cmd, mode=1, path=None):
    import os

    if os.sep in cmd:
        return cmd if os.access(cmd, os.X_OK) else None
    for folder in (path or os.environ.get("PATH", os.defpath)).split(os.pathsep):
        full = os.path.join(folder, cmd)
        if os.path.isfile(full) and os.access(full, os.X_OK):
            return full
    return None


def get_terminal_size(fallback=(80, 24)):
    import os

    return os.get_terminal_size()


def copyfileobj(fsrc, fdst, length=0):
    fdst.write(fsrc.read())


def copyfile(src, dst, *, follow_symlinks=True):
    with open(src, "rb") as source, open(dst, "wb") as target:
        target.write(source.read())
    return dst


def copy(src, dst, *, follow_symlinks=True):
    import os

    return copyfile(src, os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst)


copy2 = copy


def move(src, dst, copy_function=copy2):
    import os

    target = os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst
    os.rename(src, target)
    return target


def rmtree(path, ignore_errors=False, onerror=None, **options):
    import os

    if ignore_errors and not os.path.exists(path):
        return
    for folder, folders, files in os.walk(path, topdown=False):
        for name in files:
            os.remove(os.path.join(folder, name))
        for name in folders:
            os.rmdir(os.path.join(folder, name))
    os.rmdir(path)


def copytree(src, dst, **options):
    import os

    os.makedirs(dst, exist_ok=options.get("dirs_exist_ok", False))
    for name in os.listdir(src):
        source, target = os.path.join(src, name), os.path.join(dst, name)
        copytree(source, target, dirs_exist_ok=True) if os.path.isdir(source) else copyfile(source, target)
    return dst
