from typing import List, Optional

from sqlalchemy import ForeignKey, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, registry, relationship

from _show import show


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str] = mapped_column(String(10))
    nick: Mapped[Optional[str]] = mapped_column(default=None)
    age: Mapped[int] = mapped_column(default=5, kw_only=True)
    made: Mapped[Optional[int]] = mapped_column(insert_default=func.now(), default=None, repr=False)
    posts: Mapped[List["Post"]] = relationship(default_factory=list, back_populates="user", repr=False)


class Post(Base, kw_only=True):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), init=False)
    title: Mapped[str] = mapped_column(default="t")
    user: Mapped["User"] = relationship(back_populates="posts", default=None)


show(Base.metadata)
u = User("ann", age=7)
print(u, u.posts)
print(Post(title="x").title, User("a") == User("a"))

reg = registry()


@reg.mapped_as_dataclass
class Thing:
    __tablename__ = "thing"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int] = mapped_column(default=1)


print(Thing(3), Thing(4, x=2))
