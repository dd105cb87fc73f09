"""alembic.command: what the command line does, for scripts. Output goes to Config(stdout=...), SQL to its output_buffer."""

from _alembic_command import run as _run


def _list(value):
    return [value] if isinstance(value, str) else list(value)


def list_templates(config):
    _run(config, "list_templates", {})


def init(config, directory, template="generic", package=False):
    _run(config, "init", {"directory": str(directory), "template": template, "package": package})


def revision(config, message=None, autogenerate=False, sql=False, head="head", splice=False, branch_label=None,
             version_path=None, rev_id=None, depends_on=None, process_revision_directives=None):
    return _run(config, "revision", {
        "message": message, "autogenerate": autogenerate, "sql": sql, "head": head, "splice": splice,
        "branch_label": branch_label, "version_path": None if version_path is None else str(version_path),
        "rev_id": rev_id, "depends_on": _list(depends_on or []),
        "process_revision_directives": process_revision_directives,
    })


def check(config):
    _run(config, "check", {})


def merge(config, revisions, message=None, branch_label=None, rev_id=None, splice=False):
    return _run(config, "merge", {
        "revisions": _list(revisions), "message": message, "branch_label": branch_label, "rev_id": rev_id,
        "splice": splice,
    })


def upgrade(config, revision, sql=False, tag=None):
    _run(config, "upgrade", {"revision": revision, "sql": sql, "tag": tag})


def downgrade(config, revision, sql=False, tag=None):
    _run(config, "downgrade", {"revision": revision, "sql": sql, "tag": tag})


def show(config, rev):
    _run(config, "show", {"rev": rev})


def history(config, rev_range=None, verbose=False, indicate_current=False):
    _run(config, "history", {"rev_range": rev_range, "verbose": verbose, "indicate_current": indicate_current})


def heads(config, verbose=False, resolve_dependencies=False):
    _run(config, "heads", {"verbose": verbose, "resolve_dependencies": resolve_dependencies})


def branches(config, verbose=False):
    _run(config, "branches", {"verbose": verbose})


def current(config, check_heads=False, verbose=False):
    _run(config, "current", {"check_heads": check_heads, "verbose": verbose})


def stamp(config, revision, sql=False, tag=None, purge=False):
    _run(config, "stamp", {"revisions": _list(revision), "sql": sql, "tag": tag, "purge": purge})


def edit(config, rev):
    _run(config, "edit", {"rev": rev})


def ensure_version(config, sql=False):
    _run(config, "ensure_version", {"sql": sql})
