from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBaseNoMeta): pass
class Pt:
    def __init__(self, x, y): self.x, self.y = x, y
    def __composite_values__(self): return self.x, self.y
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    x1: Mapped[int]; y1: Mapped[int]
    p: Mapped[Pt] = composite(Pt, "x1", "y1")
    p2: Mapped[Pt] = composite(lambda x, y: Pt(x, y), mapped_column("px", Integer), mapped_column("py", Integer))
metadata = Base.metadata
