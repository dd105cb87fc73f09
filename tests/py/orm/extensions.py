from typing import List, Optional

from sqlalchemy import JSON, ForeignKey, Integer, String, create_engine, func, select
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, composite, mapped_column, relationship, validates

from _show import show


class Point:
    def __init__(self, x: int, y: int):
        self.x, self.y = x, y

    def __composite_values__(self):
        return self.x, self.y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str] = mapped_column(String(9))
    last: Mapped[Optional[str]]
    data: Mapped[Optional[dict]] = mapped_column(MutableDict.as_mutable(JSON))
    words: Mapped[List["Word"]] = relationship(order_by="Word.position", collection_class=ordering_list("position"))
    texts: AssociationProxy[List[str]] = association_proxy("words", "text", creator=lambda t: Word(text=t))
    start: Mapped[Point] = composite(mapped_column("x1", Integer), mapped_column("y1", Integer))

    @hybrid_property
    def full(self):
        return self.first + " " + self.last

    @full.expression
    def full(cls):
        return func.concat(cls.first, " ", cls.last)

    @hybrid_property
    def loud(self):
        return self.first + "!"

    @loud.setter
    def loud(self, value):
        self.first = value.rstrip("!")

    @hybrid_method
    def longer(self, n):
        return self.id > n

    @validates("first")
    def check(self, key, value):
        if not value:
            raise ValueError("no " + key)
        return value


class Word(Base):
    __tablename__ = "words"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[Optional[int]] = mapped_column(ForeignKey("users.id"))
    position: Mapped[Optional[int]]
    text: Mapped[str]


show(Base.metadata)
print(select(User.id).where(User.full == "a b"))
print(select(User.loud.label("loud")).where(User.longer(3)))
u = User(first="ann", last="lee", start=Point(1, 2))
print(u.full, u.loud, u.longer.__name__)
u.loud = "bob!"
print(u.first, u.start.x)
u.texts.append("a")
u.texts.extend(["b", "c"])
print(list(u.texts), [w.position for w in u.words])
try:
    User(first="")
except ValueError as e:
    print(e)
session = Session(create_engine("sqlite://"))
Base.metadata.create_all(session.connection())
session.add(u)
session.commit()
print(u.start == Point(1, 2), u.texts, session.query(User).filter(User.loud == "bob!").count())
print(session.query(User).filter(User.texts.contains("b")).count())
u.start = Point(5, 6)
session.commit()
print(session.execute(select(User.__table__.c.x1)).scalar())
