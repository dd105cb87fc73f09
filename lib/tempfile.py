"""Refused: scripts may not write files."""


def gettempdir():
    import os

    return os.environ.get("TMPDIR", "/tmp")


tempdir = None


def _refuse(name):
    def refused(*args, **keywords):
        raise PermissionError(f"tempfile.{name}() is refused: scripts may not change files")

    return refused


NamedTemporaryFile, TemporaryFile, TemporaryDirectory = _refuse("NamedTemporaryFile"), _refuse("TemporaryFile"), _refuse("TemporaryDirectory")
mkstemp, mkdtemp, SpooledTemporaryFile = _refuse("mkstemp"), _refuse("mkdtemp"), _refuse("SpooledTemporaryFile")
