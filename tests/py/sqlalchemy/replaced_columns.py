# A column that takes the place of another: Table(extend_existing=True), append_column(replace_existing=True), autoload_with.
import sqlalchemy as sa
m=sa.MetaData()
def mk(n): return sa.Table(n,m,sa.Column("id",sa.Integer,primary_key=True),sa.Column("a",sa.String),sa.Column("b",sa.Integer),sa.Column("c",sa.Integer,key="cc"))
t=mk("t1"); t.append_column(sa.Column("a",sa.Text),replace_existing=True); print([ (c.name,c.key,repr(c.type)) for c in t.columns], list(t.c.keys()))
t=mk("t2"); t.append_column(sa.Column("c",sa.Text),replace_existing=True); print([ (c.name,c.key,repr(c.type)) for c in t.columns], list(t.c.keys()))
t=mk("t3"); t.append_column(sa.Column("x",sa.Text,key="a"),replace_existing=True); print([ (c.name,c.key,repr(c.type)) for c in t.columns], list(t.c.keys()))
t=mk("t4"); t=sa.Table("t4",m,sa.Column("b",sa.Text),sa.Column("n",sa.Text),extend_existing=True); print([ (c.name,c.key,repr(c.type)) for c in t.columns], list(t.c.keys()))
t=mk("t5"); t.append_column(sa.Column("id",sa.Text,primary_key=True),replace_existing=True); print([ (c.name,c.key,repr(c.type)) for c in t.columns], [c.name for c in t.primary_key], t.c.id.primary_key)
t=mk("t7"); t.append_column(sa.Column("b",sa.Text,key="a"),replace_existing=True); print([ (c.name,c.key,repr(c.type)) for c in t.columns])
e=sa.create_engine("sqlite://")
with e.connect() as c:
    c.exec_driver_sql("create table q (id integer primary key, a varchar(5), b integer, z integer)")
    t=sa.Table("q",sa.MetaData(),sa.Column("b",sa.Text),sa.Column("w",sa.Text),sa.Column("a",sa.Text),autoload_with=c); print([ (c.name,c.key,repr(c.type)) for c in t.columns])
    t=sa.Table("q",sa.MetaData(),sa.Column("b",sa.Text,key="bb"),autoload_with=c); print([ (c.name,c.key,repr(c.type)) for c in t.columns])
    t=sa.Table("q",sa.MetaData(),sa.Column("b",sa.Text),autoload_with=c,autoload_replace=False); print([ (c.name,c.key,repr(c.type)) for c in t.columns])
    m=sa.MetaData(); t=sa.Table("q",m,sa.Column("b",sa.Text)); t=sa.Table("q",m,autoload_with=c,extend_existing=True,autoload_replace=False); print([ (c.name,c.key,repr(c.type)) for c in t.columns])
    m=sa.MetaData(); t=sa.Table("q",m,sa.Column("b",sa.Text)); t=sa.Table("q",m,autoload_with=c,extend_existing=True); print([ (c.name,c.key,repr(c.type)) for c in t.columns])
t = mk("t8")
try:
    t.append_column(sa.Column("id", sa.Text), replace_existing=True)
except Exception as e:
    print(type(e).__name__, e)
u = sa.Table("u", m, sa.Column("a", sa.ForeignKey("t8.id")), sa.Column("b", sa.Integer))
u.append_column(sa.Column("a", sa.Integer), replace_existing=True)
print([c.name for c in u.columns], len(u.constraints), len(u.foreign_keys))
