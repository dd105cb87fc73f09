from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy import MetaData
from _show import show
db = SQLAlchemy()
assoc = db.Table("assoc", db.Column("u", db.ForeignKey("user_account.id")), db.Column("r", db.Integer))
class UserAccount(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), unique=True, nullable=False)
    posts = db.relationship("HTTPPost", backref="user", lazy=True)
class HTTPPost(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.Integer, db.ForeignKey("user_account.id"), nullable=False)
    at = db.Column(db.DateTime, server_default=db.func.now())
class Special(UserAccount):
    extra = db.Column(db.Text)
class Named(db.Model):
    __tablename__ = "nn"
    id = db.Column(db.BigInteger, primary_key=True)
show(db.metadata)
class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"pk":"pk_%(table_name)s"})
db2 = SQLAlchemy(model_class=Base)
class MyThing(db2.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int | None]
class Other(db2.Model):
    __tablename__="oo"
    id: Mapped[int] = mapped_column(db2.Integer, primary_key=True)
show(db2.metadata)
print(repr(UserAccount(name="x")).split(" (")[0])
