# executemany.sh -- many rows, many sets: which share a statement, whose defaults are asked for, what comes back, how errors
# read. Alembic plays it too.
fresh "sets of one statement"
scripted <<'PY'
import itertools
import os
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
e = sa.create_engine(os.environ["PGURL"].replace("postgresql:", "postgresql+psycopg2:"))
t=sa.Table("em",sa.MetaData(),sa.Column("id",sa.Integer,primary_key=True),sa.Column("a",sa.String(10)),sa.Column("b",sa.Integer,unique=True))
cnt=itertools.count(100)
d=sa.Table("emd",sa.MetaData(),sa.Column("id",sa.Integer,primary_key=True),sa.Column("a",sa.Integer,default=lambda: next(cnt)),sa.Column("b",sa.Integer,unique=True),sa.Column("u",sa.Integer,onupdate=lambda: 7))
def err(name,f):
    try:
        with e.begin() as c:
            r=f(c); print(name,"ok",r)
    except Exception as x:
        s=str(x); print("==",name,type(x).__name__); print(s if len(s)<900 else s[:450]+" ... "+s[-400:])
with e.begin() as c:
    c.exec_driver_sql("drop table if exists em, emd")
    t.create(c); d.create(c)
def bulk(c,table,rows,**k): Operations(MigrationContext.configure(c)).bulk_insert(table,rows,**k)
rows=[{"a":"x%d"%i,"b":i} for i in range(5)]
err("bulk ok",lambda c: bulk(c,t,rows))
err("bulk dup",lambda c: bulk(c,t,[{"a":"y","b":10},{"a":"z","b":3}]))
err("bulk dup 300",lambda c: bulk(c,t,[{"a":"y","b":i+1000} for i in range(2400)]+[{"a":"z","b":3}]))
err("many dup",lambda c: c.execute(t.insert(),[{"a":"y","b":10},{"a":"z","b":3}]))
err("many too long",lambda c: c.execute(t.insert(),[{"a":"y","b":10},{"a":"z"*20,"b":3}]))
err("values dup",lambda c: c.execute(t.insert().values([{"a":"y","b":10},{"a":"z","b":3}])))
err("returning",lambda c: c.execute(t.insert().returning(t.c.id,t.c.b),[{"a":"y","b":20},{"a":"z","b":21}]).fetchall())
err("returning dup",lambda c: c.execute(t.insert().returning(t.c.id,t.c.b),[{"a":"y","b":30},{"a":"z","b":3}]).fetchall())
err("text many dup",lambda c: c.execute(sa.text("insert into em(a,b) values (:a,:b)"),[{"a":"y","b":40},{"a":"z","b":3}]))
err("driver many dup",lambda c: c.exec_driver_sql("insert into em(a,b) values (%(a)s,%(b)s)",[{"a":"y","b":40},{"a":"z","b":3}]))
err("update many",lambda c: c.execute(t.update().where(t.c.id==sa.bindparam("k")).values(a=sa.bindparam("v")),[{"k":1,"v":"p"},{"k":2,"v":"q"},{"k":3,"v":"r"}]).rowcount)
err("update many dup",lambda c: c.execute(t.update().where(t.c.id==sa.bindparam("k")).values(b=sa.bindparam("v")),[{"k":1,"v":50},{"k":2,"v":3}]).rowcount)
err("delete many",lambda c: c.execute(t.delete().where(t.c.id==sa.bindparam("k")),[{"k":1},{"k":2}]).rowcount)
err("defaults many",lambda c: c.execute(d.insert(),[{"b":1},{"b":2},{"b":3}]).rowcount)
err("defaults some",lambda c: c.execute(d.insert(),[{"b":11,"a":1},{"b":12,"a":2}]).rowcount)
err("defaults dup",lambda c: c.execute(d.insert(),[{"b":5},{"b":1}]).rowcount)
err("defaults bulk",lambda c: bulk(c,d,[{"b":21},{"b":22}]))
err("onupdate many",lambda c: c.execute(d.update().where(d.c.id==sa.bindparam("k")).values(b=sa.bindparam("v")),[{"k":1,"v":50},{"k":2,"v":51}]).rowcount)
err("missing key",lambda c: c.execute(t.insert(),[{"a":"y","b":60},{"a":"z"}]))
err("extra key",lambda c: c.execute(t.insert(),[{"a":"y"},{"a":"z","b":61}]).rowcount)
err("insert many rowcount",lambda c: c.execute(t.insert(),[{"a":"y","b":80},{"a":"z","b":81}]).rowcount)
err("single pk",lambda c: c.execute(t.insert(),{"a":"y","b":92}).inserted_primary_key)
err("single dup",lambda c: c.execute(t.insert(),{"a":"y","b":92}))
with e.begin() as c:
    print(c.execute(sa.text("select * from em order by id")).fetchall()[:12]); print(c.execute(sa.text("select * from emd order by id")).fetchall())
PY
