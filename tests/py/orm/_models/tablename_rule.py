from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls): return cls.__name__.lower()
    id: Mapped[int] = mapped_column(primary_key=True)
class User(Base):
    name: Mapped[str] = mapped_column(String(30), index=True, unique=True)
class Post(Base):
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    user: Mapped[User] = relationship(back_populates="posts")
    title: Mapped["str | None"]
metadata = Base.metadata
