"""The operations on entities: how they run, are undone, are told and are written."""

from alembic.autogenerate import renderers
from alembic.operations import MigrateOperation, Operations

from alembic_utils.exceptions import UnreachableException


class ReversibleOp(MigrateOperation):
    def __init__(self, target):
        self.target = target

    @classmethod
    def invoke_for_target(cls, operations, target):
        return operations.invoke(cls(target))

    @classmethod
    def invoke_for_target_optional_cascade(cls, operations, target, cascade=False):
        return operations.invoke(cls(target, cascade=cascade))

    def reverse(self):
        raise NotImplementedError()

    def difference_text(self):
        """The line of `check`."""
        kind, _, name = self.target.identity.partition(": ")
        return f"{self.verb} {kind} {name}"


@Operations.register_operation("create_entity", "invoke_for_target")
class CreateOp(ReversibleOp):
    verb = "create"

    def reverse(self):
        return DropOp(self.target)

    def to_diff_tuple(self):
        return "create_entity", self.target.identity, str(self.target.to_sql_statement_create())


@Operations.register_operation("drop_entity", "invoke_for_target_optional_cascade")
class DropOp(ReversibleOp):
    verb = "drop"

    def __init__(self, target, cascade=False):
        super().__init__(target)
        self.cascade = cascade

    def reverse(self):
        return CreateOp(self.target)

    def to_diff_tuple(self):
        return "drop_entity", self.target.identity


class _ReplacingOp(ReversibleOp):
    verb = "replace"

    def to_diff_tuple(self):
        statements = [str(statement) for statement in self.target.to_sql_statement_create_or_replace()]
        return "replace_or_revert_entity", self.target.identity, str(statements)


@Operations.register_operation("replace_entity", "invoke_for_target")
class ReplaceOp(_ReplacingOp):
    def reverse(self):
        return RevertOp(self.target)


class RevertOp(_ReplacingOp):
    """Undoes a ReplaceOp: the target's version that the database had goes back."""


@Operations.implementation_for(CreateOp)
def create_entity(operations, operation):
    operations.execute(operation.target.to_sql_statement_create())


@Operations.implementation_for(DropOp)
def drop_entity(operations, operation):
    operations.execute(operation.target.to_sql_statement_drop(cascade=operation.cascade))


@Operations.implementation_for(ReplaceOp)
@Operations.implementation_for(RevertOp)
def replace_or_revert_entity(operations, operation):
    for statement in operation.target.to_sql_statement_create_or_replace():
        operations.execute(statement)


def _text(autogen_context, target, directive, end="\n"):
    autogen_context.imports.add(target.render_import_statement())
    return f"{target.render_self_for_migration()}op.{directive}({target.to_variable_name()}){end}"


@renderers.dispatch_for(CreateOp)
def render_create_entity(autogen_context, op):
    return _text(autogen_context, op.target, "create_entity")


@renderers.dispatch_for(DropOp)
def render_drop_entity(autogen_context, op):
    return _text(autogen_context, op.target, "drop_entity")


@renderers.dispatch_for(ReplaceOp)
def render_replace_entity(autogen_context, op):
    return _text(autogen_context, op.target, "replace_entity")


@renderers.dispatch_for(RevertOp)
def render_revert_entity(autogen_context, op):
    if op.target._version_to_replace is None:
        raise UnreachableException
    return _text(autogen_context, op.target._version_to_replace, "replace_entity", end="")
