from sqlalchemy import create_engine, select, ForeignKey, String, Table, Column, func, text, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, Session, sessionmaker, backref, joinedload
from typing import List, Optional
import datetime
class Base(DeclarativeBase): pass
tags = Table("post_tags", Base.metadata, Column("post_id", ForeignKey("posts.id"), primary_key=True), Column("tag_id", ForeignKey("tags.id"), primary_key=True))
class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    age: Mapped[Optional[int]] = mapped_column(default=7)
    posts: Mapped[List["Post"]] = relationship(back_populates="author", cascade="all, delete-orphan")
class Post(Base):
    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    status: Mapped[str] = mapped_column(server_default=text("'new'"))
    author: Mapped["User"] = relationship(back_populates="posts")
    tags: Mapped[List["Tag"]] = relationship(secondary=tags, back_populates="posts")
class Tag(Base):
    __tablename__ = "tags"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    posts: Mapped[List[Post]] = relationship(secondary=tags, back_populates="tags")
class Node(Base):
    __tablename__ = "nodes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("nodes.id"))
    children: Mapped[List["Node"]] = relationship(backref=backref("parent", remote_side=[id]))
class Person(Base):
    __tablename__="person"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    name: Mapped[str]
    __mapper_args__={"polymorphic_on":"type","polymorphic_identity":"person"}
class Engineer(Person):
    __tablename__="engineer"
    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    lang: Mapped[str]
    __mapper_args__={"polymorphic_identity":"engineer"}
class Manager(Person):
    level: Mapped[Optional[int]]
    __mapper_args__={"polymorphic_identity":"manager"}
e = create_engine("sqlite://")
c = e.connect()
Base.metadata.create_all(c); c.commit()
s = Session(bind=c)
u = User(name="ann", posts=[Post(title="a", tags=[Tag(name="x"), Tag(name="y")]), Post(title="b")])
s.add(u); s.flush()
print(u.id, [ (p.id,p.user_id,p.status) for p in u.posts], u.age)
s.commit()
print(u.name, len(u.posts))
print(s.query(User).filter(User.name=="ann").one().posts[0].tags[0].name)
print([t.name for t in s.query(Tag).order_by(Tag.name.desc())])
print(s.query(User).count(), s.query(Post.title, Post.id).order_by(Post.id).all())
print(s.query(func.max(Post.id)).scalar())
print(s.execute(select(User.name, User.age)).all())
print(s.query(Post).join(Post.author).filter(User.name=="ann").count())
print(s.query(Post).join(User, Post.user_id==User.id).filter_by(name="ann").count())
u.name="bob"; s.flush(); print(s.execute(text("select name from users")).scalar())
print(s.query(User).filter_by(name="bob").update({"age": User.age+1})); print(u.age)
del u.posts[1]; s.commit(); print(s.query(Post).count())
n=Node(name="root", children=[Node(name="k", children=[Node(name="kk")])]); s.add(n); s.commit()
k=s.query(Node).filter_by(name="kk").one(); print(k.parent.name, k.parent.parent.name, n.children[0].name)
p=Post(title="c", author=u); s.add(p); s.flush(); print(p.user_id, [q.title for q in u.posts])
print(s.get(User,1) is u, s.get(User,99))
s.add_all([Engineer(name="e", lang="c"), Manager(name="m", level=3), Person(name="p")]); s.commit()
print([(type(x).__name__, x.name) for x in s.query(Person).order_by(Person.id)])
print([x.lang for x in s.query(Engineer)], [x.level for x in s.query(Manager)])
s.delete(u); s.commit(); print(s.query(Post).count(), s.query(User).count())
s.bulk_insert_mappings(User, [{"name":"q"},{"name":"r","age":1}]); s.commit()
print(s.query(User.name, User.age).order_by(User.name).all())
s.bulk_save_objects([User(name="z")]); print(s.query(User).filter(User.name.in_(["q","z"])).order_by(User.name.desc()).first().name)
s.add(User(name="gone")); s.rollback(); print(s.query(User).filter_by(name="gone").first())
with sessionmaker(bind=e).begin() as s2: s2.execute(text("select 1"))
print(s.query(s.query(User).filter_by(name="r").exists()).scalar())
print([x.name for x in s.query(User).order_by(User.id).limit(1).offset(1)], s.query(User.age).distinct().count())
u=s.query(User).first(); s.delete(u); s.commit(); print(s.query(User).count())
print(s.query(User).delete()); s.commit()
print(s.scalars(select(Person).order_by(Person.id)).all()[0].name)
print(s.execute(select(Person, Person.name).order_by(Person.id)).first()[1])
print(s.query(User).options(joinedload(User.posts)).filter(User.posts.any(Post.title=="x")).all())
