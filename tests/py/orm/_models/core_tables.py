from sqlalchemy import *
from sqlalchemy.orm import *
import sqlalchemy as sa
m = MetaData()
a = Table("a", m, Column("id", Integer, primary_key=True), Column("n", sa.String(3), unique=True, index=True), Column("q", Integer, CheckConstraint("q > 3")), Column("r", sa.REAL), Column("arr", sa.ARRAY(sa.Text)), UniqueConstraint("q", "r", name="u", deferrable=True), PrimaryKeyConstraint("id", name="pkk"))
Index("i1", a.c.q.desc().nullslast(), a.c.r); Index("i2", func.coalesce(a.c.n, "x"), postgresql_include=["r"], postgresql_with={"fillfactor": 50}, postgresql_concurrently=True)
b = Table("b", m, Column("x", sa.Integer, sa.ForeignKey(a.c.id), nullable=False), Column("y", sa.ForeignKey("a.n")), schema="sch", comment="hm")
c = a.to_metadata(m, name="c", schema="zz")
metadata = m
