# check_places.sh -- check names the line of the model that says what differs, whatever says it: a class, an annotation,
# mapped_column(), Column(), Table(), an index or a constraint of __table_args__ or outside, a mixin.
new_project "$DATABASE_URL"
rows "CREATE TABLE old (id int PRIMARY KEY, z text)" >/dev/null
rows "CREATE TABLE users (id int PRIMARY KEY, gone int, name varchar(20), email text, n int, created timestamp, kind text)" >/dev/null
rows "CREATE INDEX ix_gone ON users (gone)" >/dev/null
rows "CREATE INDEX ix_kind ON users (kind)" >/dev/null
rows "ALTER TABLE users ADD CONSTRAINT ck_n CHECK (n > 1)" >/dev/null
mkdir app
touch app/__init__.py
cat >app/mixins.py <<'PY'
from datetime import datetime
from sqlalchemy import Column, DateTime, Integer, Index, func
from sqlalchemy.orm import Mapped, declared_attr, mapped_column


class Stamped:
    created: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now())
    touched = Column(DateTime)

    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(Integer, index=True)
PY
cat >app/models.py <<'PY'
import enum
from typing import Annotated, Optional
from sqlalchemy import (
    CheckConstraint, Column, Enum, ForeignKey, ForeignKeyConstraint, Index, Integer, String, Table, Text, UniqueConstraint, text)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from app.mixins import Stamped


class Base(DeclarativeBase):
    pass


class Kind(enum.Enum):
    a = 1
    b = 2


str50 = Annotated[str, mapped_column(String(50))]


class User(Stamped, Base):
    __tablename__ = "users"
    __table_args__ = (
        Index("ix_kind", "kind", unique=True),
        Index(
            "ix_new",
            "name"),
        CheckConstraint("n > 2", name="ck_n"),
        UniqueConstraint(
            "email"),
        {"comment": "the users"},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str50]
    email: Mapped[Optional[str]]
    n: Mapped[int] = mapped_column(server_default="5")
    kind: Mapped[Kind]
    parent: Mapped[int] = mapped_column(
        ForeignKey("users.id"))
    classic = Column(
        Integer)


side = Table(
    "side", Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("x",
           Integer, ForeignKey("users.id")),
    Index("ix_side_x", "x"),
)
Index("outside", User.name, User.email)
PY
cat >migrations/env.py <<'PY'
from alembic import context
from app.models import Base
from sqlalchemy import create_engine
import os

with create_engine(os.environ["PGURL"]).connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
PY
run_stdout retort check
echo "== as lines of the text, from --json"
retort check --json 2>/dev/null | grep -o '"line": [0-9]*' | sort | uniq -c | awk '{print $3, $1}' | sort -n
