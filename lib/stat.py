"""Kinds of files."""


def S_IFMT(mode):
    return mode & 0o170000


def S_IMODE(mode):
    return mode & 0o7777


def S_ISDIR(mode):
    return S_IFMT(mode) == 0o040000


def S_ISREG(mode):
    return S_IFMT(mode) == 0o100000


def S_ISLNK(mode):
    return S_IFMT(mode) == 0o120000
