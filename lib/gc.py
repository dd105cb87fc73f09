"""The collector needs no help."""


def collect(generation=2):
    return 0


def enable():
    pass


disable = enable


def isenabled():
    return True
