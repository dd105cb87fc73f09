# Rows in several shapes: tuples, named tuples, dictionaries, zipped columns.
from collections import namedtuple
from typing import NamedTuple

Row = namedtuple("Row", "id name active", defaults=[True])


class Typed(NamedTuple):
    id: int
    name: str = "x"

    @property
    def label(self):
        return f"{self.id}:{self.name}"


rows = [Row(1, "a"), Row(2, "b", False)]
print(rows[0]._asdict(), rows[1]._replace(name="z"), Row._fields, Row._field_defaults, [r.name for r in rows if r.active])
print([dict(zip(Row._fields, r)) for r in rows], [Row(**d) for d in ({"id": 3, "name": "c"},)], Row._make([4, "d", None]))
print(Typed(1).label, Typed(2, "y"), Typed.__annotations__, Typed(1) == (1, "x"), Typed(1) < Typed(2), hash(Typed(1)) == hash((1, "x")))
id_, *rest = rows[0]
print(id_, rest, rows[0][1:], len(rows[0]), "a" in rows[0], rows[0].index("a"))
for bad in (lambda: Row(1), lambda: Row(1, 2, 3, 4), lambda: Row(id=1, nope=2), lambda: rows[0]._replace(nope=1), lambda: setattr(rows[0], "id", 5), lambda: namedtuple("X", "class"), lambda: namedtuple("X", "a a")):
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, str(e).replace("<lambda>", "Row"))
