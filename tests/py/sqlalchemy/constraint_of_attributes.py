from sqlalchemy import Column, Integer, Text, UniqueConstraint
from sqlalchemy.orm import declarative_base
from sqlalchemy.schema import CreateTable

Base = declarative_base()


class Package(Base):
    __tablename__ = "package"
    id = Column(Integer, primary_key=True)
    channel = Column(Text)
    name = Column("title", Text)


UniqueConstraint(Package.channel, Package.name, name="package_index")
print(CreateTable(Package.__table__))
