"""Comparators, renderers, rewriters, plugins and operations that scripts register; AutogenContext and MigrationScript by
themselves."""

from _models import *
from alembic.autogenerate import comparators, compare_metadata, render as R, renderers
from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.render import _render_python_into_templatevars
from alembic.autogenerate.rewriter import Rewriter
from alembic.operations import MigrateOperation, Operations
from alembic.runtime.plugins import Plugin
from alembic.util import CommandError, DispatchPriority, PriorityDispatchResult


def step(label):
    def decorate(function):
        print("##", label)
        try:
            function()
        except Exception as error:
            print(type(error).__name__, told(str(error)))
        return function

    return decorate


@step("compare_metadata")
def _():
    with Database() as c:
        m = models(); ctx = MigrationContext.configure(c, opts={"target_metadata": m, "compare_server_default": True})
        for d in compare_metadata(ctx, m): print(told(d))
@step("compare_metadata with filters in opts")
def _():
    with Database() as c:
        m = models(); ctx = MigrationContext.configure(c, opts={"include_object": lambda o,n,t,r,ct: t != "index"})
        for d in compare_metadata(ctx, m): print(told(d))
@step("lists of metadata")
def _():
    with Database() as c:
        m1, m2 = MetaData(), MetaData()
        build_before(m1)
        Table("z", m2, Column("id", Integer, primary_key=True))
        ctx = MigrationContext.configure(c)
        for d in compare_metadata(ctx, [m1, m2]): print(told(d))
        s = produce_migrations(ctx, (m1, m2)); print(render_python_code(s.upgrade_ops))
@step("AutogenContext")
def _():
    with Database() as c:
        m = models(); ctx = MigrationContext.configure(c, opts={"target_metadata": m, "include_name": lambda n,t,p: n != "zz", "include_object": lambda o,n,t,r,x: n != "oo"})
        a = AutogenContext(ctx)
        print(a.metadata is m, a.connection is c, a.migration_context is ctx, a.dialect.name, sorted(a.opts), a.imports, [t.name for t in a.sorted_tables], sorted(a.table_key_to_table))
        print(a.run_name_filters("zz", "table", {"schema_name": None}), a.run_name_filters("q", "table", {"schema_name": None}), a.run_object_filters(m, "oo", "table", False, None), a.run_filters(m, "x", "table", False, None))
        p = {"schema_name": "s", "table_name": "t"}; a.run_name_filters("c", "column", p); print(p)
        a2 = AutogenContext(ctx, metadata=[m], opts={"x": 1}, autogenerate=False); print(a2.opts, a2.metadata == [m])
        with a._within_batch(): print(a._has_batch, R.render_op_text(a, ops.DropColumnOp("t", "c")) if "alembic_module_prefix" in a.opts else None)
        print(a._has_batch)
    ctx = MigrationContext.configure(dialect_name="postgresql", opts={"as_sql": True})
    try: print(AutogenContext(ctx))
    except CommandError as e: print("CE", e)
    try: AutogenContext(MigrationContext.configure(dialect_name="postgresql"), autogenerate=False).inspector
    except TypeError as e: print("TE", e)
@step("_render_python_into_templatevars")
def _():
    up = ops.UpgradeOps([ops.AddColumnOp("t", Column("x", JSONB))]); dn = ops.DowngradeOps([ops.DropColumnOp("t", "x")])
    s = ops.MigrationScript("abc", up, dn, message="m", imports={"import q"}, head="h", splice=True, branch_label="bl", version_path="vp", depends_on="d")
    c = context("postgresql"); c.imports.update(s.imports); ta = {}
    _render_python_into_templatevars(c, s, ta)
    for k, v in sorted(ta.items()): print(k, repr(v))
    print(s.rev_id, s.message, s.head, s.splice, s.branch_label, s.version_path, s.depends_on, s.imports, s.upgrade_ops is up, s.downgrade_ops is dn, len(s.upgrade_ops_list))
    s.upgrade_ops = [up, ops.UpgradeOps([], upgrade_token="u2")]; s.downgrade_ops_list.append(ops.DowngradeOps([ops.ExecuteSQLOp("z")], downgrade_token="d2"))
    ta = {}; _render_python_into_templatevars(c, s, ta)
    for k, v in sorted(ta.items()): print(k, repr(v))
    try: print(s.upgrade_ops)
    except ValueError as e: print("VE", e)
    print(up.is_empty(), ops.UpgradeOps([]).is_empty(), [type(o).__name__ for o in up.reverse().ops], ops.UpgradeOps([ops.ModifyTableOps("t", [])]).is_empty())
@Operations.register_operation("create_thing")
class CreateThing(MigrateOperation):
    def __init__(self, name): self.name = name
    @classmethod
    def create_thing(cls, operations, name, **kw): return operations.invoke(cls(name, **kw))
    def reverse(self): return DropThing(self.name)
    def to_diff_tuple(self): return ("create_thing", self.name)
@Operations.register_operation("drop_thing")
class DropThing(MigrateOperation):
    def __init__(self, name): self.name = name
    @classmethod
    def drop_thing(cls, operations, name, **kw): return operations.invoke(cls(name, **kw))
    def reverse(self): return CreateThing(self.name)
@renderers.dispatch_for(CreateThing)
def rc(ac, op): return "op.create_thing(%r)" % op.name
@renderers.dispatch_for(DropThing)
def rd(ac, op):
    ac.imports.add("import thing")
    return ["# two lines", "op.drop_thing(%r)" % op.name]
@step("custom ops")
def _():
    up = ops.UpgradeOps([CreateThing("a"), ops.ModifyTableOps("t", [CreateThing("b")])])
    c = context("postgresql", render_as_batch=True)
    print(R._render_cmd_body(up, c)); print(R._render_cmd_body(up.reverse(), c)); print(sorted(c.imports))
    print(up.as_diffs())
    print(R.render_op(c, DropThing("q")), R.render_op(c, ops.DropColumnOp("t", "c")))
@step("replace")
def _():
    try: renderers.dispatch_for(ops.DropTableOp)(lambda a, o: "x")
    except ValueError as e: print("VE", re.sub(r"<class.*?>", "C", str(e)))
    renderers.dispatch_for(ops.DropTableOp, replace=True)(lambda a, o: "# drop " + o.table_name)
    print(R.render_op_text(context("postgresql"), ops.DropTableOp("zz")))
    f = R.default_renderers.dispatch(ops.DropTableOp("zz"))
    print(f(context("postgresql"), ops.DropTableOp("zz")))
    renderers.dispatch_for(ops.DropTableOp, replace=True)(f)
    print(R.render_op_text(context("postgresql"), ops.DropTableOp("zz")))
    old = renderers.dispatch(ops.AddColumnOp)
    @renderers.dispatch_for(ops.AddColumnOp, replace=True)
    def _add(a, o): return ["# adding", old(a, o)]
    c = context("postgresql", render_as_batch=True)
    print(R.render_op_text(c, ops.ModifyTableOps("t", [ops.AddColumnOp("t", Column("c", JSONB))])), c.imports)
    renderers.dispatch_for(ops.AddColumnOp, replace=True)(old)
    renderers.dispatch_for(MigrateOperation)(lambda a, o: "any")
    class Odd(MigrateOperation): pass
    print(R.render_op_text(c, Odd()), R.render_op_text(c, ops.DropColumnOp("t", "c")))
@step("constraints")
def _():
    from sqlalchemy import CheckConstraint, UniqueConstraint
    from alembic.autogenerate.render import _constraint_renderers, _render_unique_constraint
    usual = _constraint_renderers.dispatch(UniqueConstraint)
    @_constraint_renderers.dispatch_for(UniqueConstraint, replace=True)
    def unique(constraint, autogen_context, namespace_metadata):
        autogen_context.imports.add("import mine")
        if constraint.name == "left_out": return None
        return "mine(%s)" % _render_unique_constraint(constraint, autogen_context, namespace_metadata)
    checks = _constraint_renderers.dispatch(CheckConstraint)
    _constraint_renderers.dispatch_for(CheckConstraint, replace=True)(lambda k, c, n: "check(%r)" % str(k.sqltext))
    t = Table("t", MetaData(), Column("a", Integer), UniqueConstraint("a", name="u"), UniqueConstraint("a", name="left_out"),
              CheckConstraint("a > 0", name="c"))
    c = context("postgresql")
    print(R.render_op_text(c, ops.CreateTableOp.from_table(t)), c.imports)
    _constraint_renderers.dispatch_for(UniqueConstraint, replace=True)(usual)
    _constraint_renderers.dispatch_for(CheckConstraint, replace=True)(checks)
    print(R.render_op_text(c, ops.CreateTableOp.from_table(t)))
@step("no renderer")
def _():
    class Odd2: pass
    print(R.render_op_text(context("postgresql"), Odd2()))
@step("rewriter")
def _():
    w = Rewriter(); w2 = Rewriter()
    @w.rewrites(ops.AddColumnOp)
    def add(context, revision, op):
        if op.column.nullable: return op
        op.column.nullable = True
        return [op, ops.AlterColumnOp(op.table_name, op.column.name, modify_nullable=False, existing_type=op.column.type)]
    @w.rewrites(ops.CreateTableOp)
    def ct(context, revision, op):
        op.columns = [c for c in op.columns if getattr(c, "name", None) != "q"]; return op
    @w.rewrites(ops.DropTableOp)
    def dt(context, revision, op): return []
    @w2.rewrites(ops.CreateIndexOp)
    def ci(context, revision, op): op.if_not_exists = True; return op
    @w2.rewrites(ops.ModifyTableOps)
    def mt(context, revision, op): return op if op.table_name != "skip" else []
    @w2.rewrites(ops.MigrationScript)
    def ms(context, revision, op): op.message = "rewritten %s %s" % (context, revision); return op
    m = MetaData()
    t = Table("t", m, Column("id", Integer, primary_key=True), Column("q", Integer), Column("r", Integer, index=True))
    s = ops.MigrationScript("a", ops.UpgradeOps([ops.CreateTableOp.from_table(t), ops.CreateIndexOp.from_index(list(t.indexes)[0]), ops.ModifyTableOps("u", [ops.AddColumnOp("u", Column("n", Integer, nullable=False))]), ops.ModifyTableOps("skip", [ops.DropColumnOp("skip", "z")]), ops.DropTableOp("gone")]), ops.DowngradeOps([ops.DropTableOp("t")]))
    d = [s]
    w.chain(w2).chain(lambda c, r, d: print("last", c, r, len(d)))("CTX", "REV", d)
    print(len(d), s.message); print(render_python_code(s.upgrade_ops)); print(render_python_code(s.downgrade_ops))
@step("rewriter errors")
def _():
    w = Rewriter()
    @w.rewrites(ops.UpgradeOps)
    def u(c, r, op): return []
    w("c", "r", [ops.MigrationScript("a", ops.UpgradeOps([]), ops.DowngradeOps([]))])
@step("comparators")
def _():
    calls = []
    @comparators.dispatch_for("schema")
    def sch(ac, up, schemas): calls.append(("schema", sorted(schemas, key=str), type(up).__name__, type(ac).__name__)); up.ops.append(CreateThing("from schema"))
    @comparators.dispatch_for("table")
    def tab(ac, mod, schema, tname, conn_t, meta_t): calls.append(("table", schema, tname, conn_t is not None and conn_t.name, meta_t is not None and meta_t.name, type(mod).__name__))
    @comparators.dispatch_for("column")
    def col(ac, alt, schema, tname, cname, cc, mc): calls.append(("column", tname, cname, type(alt).__name__, alt.column_name, cc.name, mc.name))
    @comparators.dispatch_for("autogenerate")
    def au(ac, up): calls.append(("autogenerate", type(up).__name__))
    @comparators.dispatch_for("schema", qualifier="postgresql")
    def pg(ac, up, schemas): calls.append(("pg",))
    @comparators.dispatch_for("schema", priority=DispatchPriority.FIRST)
    def first(ac, up, schemas): calls.append(("first",))
    @comparators.dispatch_for("schema", priority=DispatchPriority.LAST, subgroup="tables")
    def last(ac, up, schemas): calls.append(("last",))
    @comparators.dispatch_for("table", priority=DispatchPriority.FIRST, subgroup="indexes")
    def noidx(ac, mod, schema, tname, a, b): return PriorityDispatchResult.STOP
    with Database() as c:
        m = models(); x = MigrationContext.configure(c, opts={"target_metadata": m})
        s = produce_migrations(x, m)
        print(*calls, sep="\n"); print(s.upgrade_ops.as_diffs()[-1])
        print([type(o).__name__ for o in s.upgrade_ops.ops])
@step("plugins")
def _():
    p = Plugin("my.plugin")
    p.add_autogenerate_comparator(lambda ac, up, schemas: print("plugin", schemas) or PriorityDispatchResult.CONTINUE, "schema", "mine")
    with Database() as c:
        for sel in (["alembic.autogenerate.*"], ["my.*"], ["my.plugin", "alembic.autogenerate.schemas", "alembic.autogenerate.tables"], ["alembic.*", "~alembic.autogenerate.comments", "my.plugin"]):
            m = models(); x = MigrationContext.configure(c, opts={"target_metadata": m, "autogenerate_plugins": sel})
            print(sel, [d[0] if isinstance(d, tuple) else [y[0] for y in d] for d in compare_metadata(x, m)])
