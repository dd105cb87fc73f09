# LATERAL table-valued functions; load_only() and defer() decide which columns are read.
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, load_only, mapped_column
user=sa.table("u",sa.column("id"),sa.column("pins"))
e=sa.func.jsonb_array_elements_text(user.c.pins).table_valued("elem",with_ordinality="ord").render_derived(name="t").lateral()
print(sa.select(user.c.id, e.c.elem, e.c.ord.label("o")).select_from(user).join(e, sa.true()).where(e.c.ord > 1).order_by(e.c.ord))
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__="a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
engine=sa.create_engine("sqlite://"); Base.metadata.create_all(engine)
with Session(engine) as s:
    s.add_all([A(id=1,name="x"),A(id=2,name="y")]); s.commit()
    print([a.name for a in s.execute(sa.select(A).options(load_only(A.id)).order_by(A.id)).scalars()])
    s.execute(sa.text("alter table a rename column name to other")); s.commit()
    print([a.id for a in s.query(A).options(load_only(A.id)).order_by(A.id)])
    print([a.id for a in s.scalars(sa.select(A).options(load_only(A.id)).where(A.id > 1))])
    from sqlalchemy.orm import defer
    s.expire_all()
    print([a.id for a in s.scalars(sa.select(A).options(defer(A.name)).where(A.id > 1))])
    try: s.scalars(sa.select(A)).all()
    except sa.exc.OperationalError as e: print(e.orig)
print(sa.select(sa.func.unnest(sa.column("x")).table_valued("v").lateral().c.v))
print(sa.select(sa.func.unnest(sa.column("x")).table_valued("v", name="n").lateral("m").c.v))
