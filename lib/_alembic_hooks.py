"""What extensions of autogenerate register with: dispatchers, plugins, rewriters of operations.

The comparators themselves are native; they ask `comparator_rows()` what scripts added.
"""

import enum
import logging

log = logging.getLogger("alembic.runtime.plugins")


class DispatchPriority(enum.IntEnum):
    FIRST = 50
    MEDIUM = 25
    LAST = 10


class PriorityDispatchResult(enum.Enum):
    CONTINUE = enum.auto()
    STOP = enum.auto()


class Dispatcher:
    """Functions by class (the nearest base wins) and dialect."""

    def __init__(self):
        self._registry = {}

    def dispatch_for(self, target, *, qualifier="default", replace=False):
        def decorate(fn):
            if (target, qualifier) in self._registry and not replace:
                raise ValueError(f"Can not set dispatch function for object {target!r}: key already exists. "
                                 "To replace existing function, use replace=True.")
            self._registry[(target, qualifier)] = fn
            return fn

        return decorate

    def dispatch(self, obj, qualifier="default"):
        if isinstance(obj, str):
            targets = [obj]
        else:
            targets = (obj if isinstance(obj, type) else type(obj)).__mro__
        for target in targets:
            for name in (qualifier, "default") if qualifier != "default" else ("default",):
                if (target, name) in self._registry:
                    return self._registry[(target, name)]
        raise ValueError("no dispatch function for object: %s" % obj)

    def branch(self):
        copy = Dispatcher()
        copy._registry.update(self._registry)
        return copy

    def by_class(self, usual):
        """class -> function, for the native renderer; None where it is the `usual` one."""
        return {target: None if fn is usual else fn for (target, qualifier), fn in self._registry.items()
                if qualifier == "default"}


class PriorityDispatcher:
    """Lists of functions by target, dialect and priority; rows are kept in the order of registration."""

    def __init__(self):
        self._rows = []

    def dispatch_for(self, target, *, priority=DispatchPriority.MEDIUM, qualifier="default", subgroup=None):
        def decorate(fn):
            self._rows.append((target, qualifier, int(priority), fn, subgroup))
            return fn

        return decorate

    def dispatch(self, target, *, qualifier="default"):
        wanted = (qualifier, "default") if qualifier != "default" else ("default",)

        def go(*args, **keywords):
            results = {}
            for priority in DispatchPriority:
                for name in wanted:
                    for row_target, row_qualifier, row_priority, fn, subgroup in self._rows:
                        if (row_target, row_qualifier, row_priority) != (target, name, int(priority)):
                            continue
                        if results.get(subgroup) is not PriorityDispatchResult.STOP:
                            results[subgroup] = fn(*args, **keywords)

        return go

    def branch(self):
        copy = PriorityDispatcher()
        copy.populate_with(self)
        return copy

    def populate_with(self, other):
        self._rows.extend(other._rows)


def _usual_renderers():
    from alembic.autogenerate.render import _render_usual
    from alembic.operations import ops

    made = Dispatcher()
    for operation in (
            ops.ModifyTableOps, ops.CreateTableOp, ops.DropTableOp, ops.RenameTableOp, ops.AddColumnOp, ops.DropColumnOp,
            ops.AlterColumnOp, ops.CreateIndexOp, ops.DropIndexOp, ops.CreatePrimaryKeyOp, ops.CreateUniqueConstraintOp,
            ops.CreateForeignKeyOp, ops.CreateCheckConstraintOp, ops.DropConstraintOp, ops.CreateTableCommentOp,
            ops.DropTableCommentOp, ops.ExecuteSQLOp):
        made.dispatch_for(operation)(_render_usual)
    return made


def _usual_constraint_renderers():
    from alembic.autogenerate.render import _render_usual_constraint
    from sqlalchemy.schema import CheckConstraint, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

    made = Dispatcher()
    for constraint in (PrimaryKeyConstraint, ForeignKeyConstraint, UniqueConstraint, CheckConstraint):
        made.dispatch_for(constraint)(_render_usual_constraint)
    return made


comparators = PriorityDispatcher()
_constraint_renderers = _usual_constraint_renderers()
default_renderers = _usual_renderers()
renderers = default_renderers.branch()
_all_plugins = {}


class Plugin:
    """A named set of comparators that `autogenerate_plugins` can choose."""

    def __init__(self, name):
        self.name = name
        log.info("setup plugin %s", name)
        if name in _all_plugins:
            raise ValueError(f"A plugin named {name} is already registered")
        _all_plugins[name] = self
        self.autogenerate_comparators = PriorityDispatcher()

    def remove(self):
        del _all_plugins[self.name]

    def add_autogenerate_comparator(self, fn, compare_target, compare_element=None, *, qualifier="default",
                                    priority=DispatchPriority.MEDIUM):
        self.autogenerate_comparators.dispatch_for(compare_target, subgroup=compare_element, priority=priority,
                                                   qualifier=qualifier)(fn)

    @classmethod
    def setup_plugin_from_module(cls, module, name):
        module.setup(Plugin(name))


def renderers_by_class():
    from alembic.autogenerate.render import _render_usual

    return renderers.by_class(_render_usual)


def constraint_renderers_by_class():
    from alembic.autogenerate.render import _render_usual_constraint

    return _constraint_renderers.by_class(_render_usual_constraint)


def comparator_rows():
    """(plugin or None, target, qualifier, priority, function, subgroup) of everything registered."""
    rows = [(None, *row) for row in comparators._rows]
    for plugin in _all_plugins.values():
        rows.append((plugin.name, None, None, 0, None, None))
        rows.extend((plugin.name, *row) for row in plugin.autogenerate_comparators._rows)
    return rows


def _as_list(value):
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple, set)) else [value]


class Rewriter:
    """A process_revision_directives callable that replaces operations by class."""

    _chained = ()

    def __init__(self):
        self.dispatch = Dispatcher()

    def chain(self, other):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made._chained = self._chained + (other,)
        return made

    def rewrites(self, operator):
        return self.dispatch.dispatch_for(operator)

    def __call__(self, context, revision, directives):
        self.process_revision_directives(context, revision, directives)
        for function in self._chained:
            function(context, revision, directives)

    def process_revision_directives(self, context, revision, directives):
        self._traverse_list(context, revision, directives)

    def _rewrite(self, context, revision, directive):
        try:
            function = self.dispatch.dispatch(directive)
        except ValueError:
            return [directive]
        if self in getattr(directive, "_mutations", ()):
            return [directive]
        made = _as_list(function(context, revision, directive))
        for item in made:
            item._mutations = frozenset(getattr(item, "_mutations", ())) | {self}
        return made

    def _traverse_for(self, context, revision, directive):
        from alembic.operations import ops

        made = self._rewrite(context, revision, directive)
        for item in made:
            if isinstance(item, ops.MigrationScript):
                item.upgrade_ops = self._single(context, revision, item.upgrade_ops_list, "UpgradeOps")
                item.downgrade_ops = self._single(context, revision, item.downgrade_ops_list, "DowngradeOps")
            elif isinstance(item, ops.OpContainer):
                self._traverse_list(context, revision, item.ops)
        return made

    def _single(self, context, revision, containers, name):
        kept = []
        for container in containers:
            made = self._traverse_for(context, revision, container)
            if len(made) != 1:
                raise ValueError(f"Can only return single object for {name} traverse")
            kept.append(made[0])
        return kept

    def _traverse_list(self, context, revision, directives):
        made = []
        for directive in directives:
            made.extend(self._traverse_for(context, revision, directive))
        directives[:] = made
