from typing import Optional

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, class_mapper, declarative_base, declared_attr, has_inherited_table, \
    mapped_column, registry, relationship

from _show import show


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(String(20))
    name: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "person"}


class Engineer(Person):
    __tablename__ = "engineer"
    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    language: Mapped[Optional[str]]
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Manager(Person):
    level: Mapped[Optional[int]] = mapped_column(use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Boss(Person):
    level: Mapped[Optional[int]] = mapped_column(use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "boss"}


class Given(Base):
    __table__ = Table("given", Base.metadata, Column("id", Integer, primary_key=True), Column("user name", String(9)))
    label = __table__.c["user name"]


show(Base.metadata)
print(class_mapper(Engineer).local_table.name, [c.key for c in class_mapper(Manager).columns])
print(Engineer.id.property.columns, Engineer.name)
print(has_inherited_table(Engineer), has_inherited_table(Person))
print(sorted(Given.__mapper__.attrs.keys()))
print(Person(name="x").name, Engineer(language="c", name="y").language)
try:
    Person(nope=1)
except TypeError as e:
    print(e)

Old = declarative_base(metadata=MetaData(schema="old"))


class OldThing(Old):
    __tablename__ = "thing"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("old.thing.id"))
    title = Column("the_title", String(10), nullable=False)
    parent = relationship("OldThing", remote_side=[id])

    @declared_attr
    def extra(cls):
        return Column(Integer)


show(Old.metadata)
OldThing.added = Column(String(3))
print([c.name for c in OldThing.__table__.c], OldThing.added == "x")

reg = registry()
plain = Table("plain", reg.metadata, Column("id", Integer, primary_key=True), Column("n", Integer))


class Plain:
    pass


reg.map_imperatively(Plain, plain, properties={"number": plain.c.n})
print(Plain.number > 3, Plain(number=4).number)


@reg.mapped
class Decorated:
    __tablename__ = "decorated"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(name="enn", key="kay")


show(reg.metadata)
