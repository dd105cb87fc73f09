# unknown_base.sh -- a class with a base of a library that is not available: what only the database has may be the
# base's and is left alone, with a warning; bases that are known to have no columns do not matter.
new_project
cat >migrations/models.py <<'PY'
from authlib.oauth import ClientMixin
from flask_login import UserMixin
from sqlalchemy import Column, Index, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Client(Base, ClientMixin):
    __tablename__ = "clients"
    id = Column(Integer, primary_key=True)
    name = Column(String(30))
    added = Column(Integer)


class Special(Client):
    more = Column(Integer)


class User(Base, UserMixin):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
PY
sed -i 's/^target_metadata = .*/import sys\n\nsys.path.append("migrations")\nfrom models import Base\n\ntarget_metadata = Base.metadata/' migrations/env.py
new_revision a1a1 - "first" <<'PY'
op.create_table("clients", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)), sa.Column("more", sa.Integer),
                sa.Column("secret", sa.String(40)), sa.UniqueConstraint("secret", name="uq_secret"))
op.create_index("ix_secret", "clients", ["name", "secret"])
op.create_index("ix_name", "clients", ["name"])
op.create_table("users", sa.Column("id", sa.Integer, primary_key=True), sa.Column("old", sa.Integer))
PY
must retort -q upgrade head 2>/dev/null
run retort check
run retort --compat check
