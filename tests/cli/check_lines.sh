# check_lines.sh -- a difference names the line of the column in the model, also where the ORM makes the column later.
new_project
sed -i 's/^target_metadata = .*/from models import Base\ntarget_metadata = Base.metadata/; s/^\[alembic\]/&\nprepend_sys_path = ./' migrations/env.py alembic.ini
cat >models.py <<'PY'
from typing import Annotated, Optional
from sqlalchemy import Column, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Stamp:
    note: Mapped[Optional[str]] = mapped_column(
        String(10))

    @declared_attr
    def owner(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("u.id", name="fk"))


class U(Base):
    __tablename__ = "u"
    __table_args__ = (
        UniqueConstraint("name", name="uq"),
        Index("ix_x", "name"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column()
    old = Column(Integer)


class T(Stamp, Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[Annotated[str, mapped_column(String(5))]] = mapped_column(
        String(20), index=True)
PY
sqlite3 app.db "CREATE TABLE u (id INTEGER NOT NULL PRIMARY KEY); CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, text VARCHAR(9) NOT NULL)"
grep -n "mapped_column(\|Column(Int\|Constraint(\|Index(" models.py
retort check 2>&1 | grep '^  models'
