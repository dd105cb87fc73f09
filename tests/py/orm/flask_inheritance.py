# Single-table inheritance under Flask-SQLAlchemy, whatever name the class gives, and what bases of one's own use.
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.model import BindMetaMixin, DefaultMetaNoName, Model
from sqlalchemy.orm import DeclarativeBase, DeclarativeMeta, Mapped, declarative_base, mapped_column

db = SQLAlchemy()


class Users(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    type = db.Column(db.String(80))
    __mapper_args__ = {"polymorphic_identity": "user", "polymorphic_on": type}


class Admins(Users):
    __tablename__ = "admins"
    __mapper_args__ = {"polymorphic_identity": "admin"}


class Guests(Users):
    __mapper_args__ = {"polymorphic_identity": "guest"}
    invited = db.Column(db.Boolean)


class Staff(Users):
    __mapper_args__ = {"polymorphic_identity": "staff"}
    id = db.Column(None, db.ForeignKey("users.id"), primary_key=True)


print(sorted(db.metadata.tables), Admins.__table__ is Users.__table__, Admins.__tablename__)
# expect: ['staff', 'users'] True users
print(Users.__table__.c.keys(), Staff.__table__.c.keys())
# expect: ['id', 'type', 'invited'] ['id']


class Base(DeclarativeBase):
    pass


other = SQLAlchemy(model_class=Base)


class Thing(other.Model):
    id: Mapped[int] = mapped_column(primary_key=True)


class SubThing(Thing):
    __tablename__ = "sub_thing"


print(sorted(other.metadata.tables), SubThing.__table__ is Thing.__table__)
# expect: ['thing'] True


class NoNames(BindMetaMixin, DeclarativeMeta):
    pass


plain = SQLAlchemy(model_class=declarative_base(cls=Model, metaclass=NoNames, name="Model"))


class Elsewhere(plain.Model):
    __tablename__ = "elsewhere"
    __bind_key__ = "archive"
    id = plain.Column(plain.Integer, primary_key=True)


print(sorted(plain.metadata.tables), sorted(plain.metadatas["archive"].tables))
# expect: [] ['elsewhere']
print(issubclass(DefaultMetaNoName, BindMetaMixin))
# expect: True
try:
    class NoKey(db.Model):
        name = db.Column(db.Text)
except Exception as e:
    print(type(e).__name__, str(e).split("could")[1])
# expect: ArgumentError  not assemble any primary key columns for mapped table 'no_key'


from sqlalchemy.orm import registry

mappers = registry()


@mappers.mapped
class Versioned:
    __abstract__ = True


@mappers.mapped
class Note(Versioned):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)


print(hasattr(Versioned, "__mapper__"), sorted(mappers.metadata.tables))
# expect: False ['note']
