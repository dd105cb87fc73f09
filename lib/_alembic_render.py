"""alembic.autogenerate.render for functions that write text of their own: what plugs its native pieces together."""

import re

from _alembic_hooks import _constraint_renderers, default_renderers, renderers  # noqa: F401
from alembic.autogenerate.render import (
    _alembic_autogenerate_prefix, _render_cmd_body, _render_constraint, _render_potential_expr, _render_usual, _render_usual_constraint,
    _repr_type, _sqlalchemy_autogenerate_prefix)
from sqlalchemy.sql.elements import conv

MAX_PYTHON_ARGS = 255

_add_table = _drop_table = _add_index = _drop_index = _add_unique_constraint = _render_usual
_add_fk_constraint = _add_check_constraint = _drop_constraint = _add_column = _drop_column = _render_usual
_alter_column = _render_modify_table = _render_create_table_comment = _render_drop_table_comment = _render_usual
_execute_sql = _render_usual
_render_primary_key = _render_foreign_key = _render_unique_constraint = _render_check_constraint = _render_usual_constraint


def _indent(text):
    text = re.compile("^", re.M).sub("    ", text).strip()
    return re.compile(" +$", re.M).sub("", text)


def _render_python_into_templatevars(autogen_context, migration_script, template_args):
    for upgrade, downgrade in zip(migration_script.upgrade_ops_list, migration_script.downgrade_ops_list):
        template_args[upgrade.upgrade_token] = _indent(_render_cmd_body(upgrade, autogen_context))
        template_args[downgrade.downgrade_token] = _indent(_render_cmd_body(downgrade, autogen_context))
    template_args["imports"] = "\n".join(sorted(autogen_context.imports))


def _ident(name):
    return None if name is None else str(name)


class _f_name:
    """A name that conventions must leave alone: op.f('name')."""

    def __init__(self, prefix, name):
        self.prefix, self.name = prefix, name

    def __repr__(self):
        return f"{self.prefix}f({_ident(self.name)!r})"


def _render_gen_name(autogen_context, name):
    if isinstance(name, conv):
        return _f_name(_alembic_autogenerate_prefix(autogen_context), name)
    return name if isinstance(name, str) else None


def _user_autogenerate_prefix(autogen_context, target):
    prefix = autogen_context.opts["user_module_prefix"]
    return f"{target.__module__}." if prefix is None else prefix


def _render_fetched_value(autogen_context):
    return f"{_sqlalchemy_autogenerate_prefix(autogen_context)}FetchedValue()"


def _render_dialect_kwargs_items(autogen_context, dialect_kwargs):
    return [f"{key}={_render_potential_expr(value, autogen_context)}" for key, value in dialect_kwargs.items()]


def _get_index_rendered_expressions(index, autogen_context):
    return [_render_potential_expr(item, autogen_context, is_index=True) for item in index.expressions]
