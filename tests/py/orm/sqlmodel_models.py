from _show import show
from sqlmodel import SQLModel, Field, Relationship, Session, select, create_engine, Column, String
from typing import Optional, List
from datetime import datetime
import enum, uuid, decimal
class Kind(str, enum.Enum):
    a="x"; b="y"
class TeamBase(SQLModel):
    name: str = Field(index=True, max_length=40)
    made: datetime = Field(default_factory=datetime.utcnow)
class Team(TeamBase, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    heroes: List["Hero"] = Relationship(back_populates="team")
class Link(SQLModel, table=True):
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)
    team_id: int = Field(foreign_key="team.id", primary_key=True)
class Hero(SQLModel, table=True):
    __table_args__ = {"comment": "c"}
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    name: str
    secret: str | None = Field(default=None, unique=True)
    age: Optional[int] = Field(default=None, index=True)
    kind: Kind = Kind.a
    price: decimal.Decimal = Field(default=0, max_digits=5, decimal_places=2)
    other: str = Field(sa_column=Column("oth", String(3), nullable=False))
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", ondelete="SET NULL")
    team: Optional[Team] = Relationship(back_populates="heroes")
class HeroCreate(TeamBase):
    extra: int = 3
show(SQLModel.metadata)
e=create_engine("sqlite://"); SQLModel.metadata.create_all(e)
with Session(e) as s:
    s.add(Hero(name="x", other="o", team=Team(name="t"))); s.commit()
    h = s.exec(select(Hero)).one(); print(h.name, h.team.name, h.kind, HeroCreate(name="q").extra)
