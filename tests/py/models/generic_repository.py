# Generic base classes of a model layer.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Optional, TypeVar, get_type_hints

if TYPE_CHECKING:
    from nowhere import Session

T = TypeVar("T", bound="Entity")


class Entity:
    id: int
    table: ClassVar[str] = "entities"
    parent: Optional[Entity]

    def __init__(self, id):
        self.id = id


class Repository(Generic[T]):
    model: type[T]

    def __init__(self, session: Session | None = None):
        self.rows: dict[int, T] = {}

    def add(self, row: T) -> T:
        self.rows[row.id] = row
        return row

    def get(self, id: int) -> T | None:
        return self.rows.get(id)


class User(Entity):
    pass


class Users(Repository[User]):
    model = User


r = Users()
print(r.add(User(3)).id, r.get(3).id, r.get(4), Users.__orig_bases__[0].__args__, Users.model.__name__, Repository.__parameters__)
print(Entity.__annotations__, get_type_hints(Entity), Repository.add.__annotations__, T.__bound__)
print(Repository[User], Repository[Any], issubclass(Users, Repository), Users.__mro__)
