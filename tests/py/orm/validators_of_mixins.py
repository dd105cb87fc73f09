from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base, validates, reconstructor

Base = declarative_base()


class Anything:
    def __getattr__(self, name):
        return lambda *args: name


class Checked:
    @validates("name", "code")
    def check(self, key, value):
        print("check", key, value)
        return value.strip()


class Person(Checked, Base):
    __tablename__ = "person"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    code = Column(String)
    helper = Anything()


class Child(Person):
    nick = Column(String)

    @validates("nick")
    def check_nick(self, key, value):
        print("nick", value)
        return value


p = Person(name=" a ", code="b ")
print(repr(p.name), repr(p.code))
c = Child(name=" c ", nick="n")
print(repr(c.name), c.nick)
