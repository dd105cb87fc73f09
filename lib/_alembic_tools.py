"""What scripts take from corners of alembic: the map of revisions, the steps that on_version_apply is told of, small
helpers of alembic.util, and the command line as a function.
"""

import logging
import sys
import uuid
import warnings
from configparser import ConfigParser

from _alembic_command import main as _main
from alembic.script.revision import ResolutionError
from alembic.util.exc import CommandError


def rev_id():
    return uuid.uuid4().hex[-12:]


def to_tuple(x, default=None):
    if x is None:
        return default
    if isinstance(x, str) or not hasattr(x, "__iter__"):
        return (x,)
    return tuple(x)


def to_list(x, default=None):
    found = to_tuple(x, default)
    return found if found is default else list(found)


def dedupe_tuple(tup):
    return tuple(dict.fromkeys(tup))


def format_as_comma(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return ", ".join(value)


def not_none(value):
    assert value is not None
    return value


def warn(msg, stacklevel=2):
    warnings.warn(msg, UserWarning, stacklevel=stacklevel)


def msg(msg, newline=True, flush=False, quiet=False):
    if not quiet:
        print(msg, end="\n" if newline else "", flush=flush)


# --- the revisions -----------------------------------------------------------------------------------------------


class RevisionMap:
    """The revisions of a ScriptDirectory by id; its errors are those of alembic.script.revision."""

    def __init__(self, script):
        self._script = script

    def _asked(self, name, *arguments, **options):
        try:
            return getattr(self._script, name)(*arguments, **options)
        except CommandError as error:
            raise ResolutionError(str(error), arguments[0] if arguments else None) from error

    @property
    def heads(self):
        return tuple(self._script.get_heads())

    @property
    def bases(self):
        return tuple(self._script.get_bases())

    def get_current_head(self, branch_label=None):
        if branch_label is None:
            return self._asked("get_current_head")
        return self._asked("get_revision", f"{branch_label}@head").revision

    def get_revision(self, id_):
        return self._asked("get_revision", id_)

    def get_revisions(self, id_):
        return tuple(self._asked("get_revisions", id_)) if id_ else ()

    def iterate_revisions(self, upper, lower, **options):
        return self._asked("iterate_revisions", upper, lower, **options)


class MigrationInfo:
    """One step, as on_version_apply gets it: `up` is the end nearer to the heads, whatever the direction."""

    def __init__(self, revision_map, is_upgrade, is_stamp, up_revisions, down_revisions):
        self.revision_map = revision_map
        self.is_upgrade = is_upgrade
        self.is_stamp = is_stamp
        self.up_revision_ids = to_tuple(up_revisions, ())
        self.down_revision_ids = to_tuple(down_revisions, ())
        self.up_revision_id = self.up_revision_ids[0] if self.up_revision_ids else None

    @property
    def is_migration(self):
        return not self.is_stamp

    @property
    def source_revision_ids(self):
        return self.down_revision_ids if self.is_upgrade else self.up_revision_ids

    @property
    def destination_revision_ids(self):
        return self.up_revision_ids if self.is_upgrade else self.down_revision_ids

    @property
    def up_revision(self):
        return self.revision_map.get_revision(self.up_revision_id)

    @property
    def up_revisions(self):
        return self.revision_map.get_revisions(self.up_revision_ids)

    @property
    def down_revisions(self):
        return self.revision_map.get_revisions(self.down_revision_ids)

    @property
    def source_revisions(self):
        return self.revision_map.get_revisions(self.source_revision_ids)

    @property
    def destination_revisions(self):
        return self.revision_map.get_revisions(self.destination_revision_ids)


def step_info(script, is_upgrade, is_stamp, up, down):
    return MigrationInfo(RevisionMap(script), is_upgrade, is_stamp, up, down)


# --- configuration -----------------------------------------------------------------------------------------------


class FileConfig(ConfigParser):
    """config.file_config: what is set now; changes go to the Config."""

    def __init__(self, config):
        super().__init__(config.config_args)
        self._config = config
        found = config._raw_sections()
        self._defaults.update(found.pop("DEFAULT"))
        for section, options in found.items():
            super().add_section(section)
            self._sections[section] = {k: v for k, v in options.items() if self._defaults.get(k) != v}

    def add_section(self, section):
        super().add_section(section)
        self._config._add_section(section)

    def set(self, section, option, value=None):
        super().set(section, option, value)
        self._config.set_section_option(section, option, value)

    def remove_option(self, section, option):
        self._config._remove_option(section, option)
        return super().remove_option(section, option)


# --- the command line --------------------------------------------------------------------------------------------


def called_command(name):
    """cmd_opts.cmd: the command's function, the names of its positional and of its keyword arguments."""
    from alembic import command

    function = getattr(command, name, None)
    if function is None:  # a command that only Retort has
        def function(config):
            command._run(config, name, {})

        function.__name__ = name
    names = function.__code__.co_varnames[1:function.__code__.co_argcount]
    positional = len(names) - len(function.__defaults__ or ())
    shown = ["revisions" if (name, n) == ("stamp", "revision") else n for n in names]
    return function, shown[:positional], shown[positional:]


def main(argv=None, prog=None, **options):
    """alembic.config.main(argv=["upgrade", "head"])"""
    words = [str(word) for word in (sys.argv[1:] if argv is None else argv)]
    try:
        _main(words)
    except CommandError as error:
        if "--raiseerr" in words:
            raise
        logging.getLogger("alembic.util.messaging").error(str(error))
        msg(f"FAILED: {error}", quiet="-q" in words or "--quiet" in words)
        sys.exit(-1)
