# Classes and aliases that annotations give arguments: not one of them refuses.
from typing import Any

from sqlalchemy import (Column, ColumnElement, ColumnExpressionArgument, Executable, Result, Row, ScalarResult, Select, SQLColumnExpression,
                        TypeDecorator)
from sqlalchemy.orm import (Bundle, ColumnProperty, Composite, InstanceState, InstrumentedAttribute, Mapped, Mapper, MapperProperty,
                            ORMDescriptor, PropComparator, Query, QueryableAttribute, Relationship, RelationshipProperty,
                            SQLORMExpression, Synonym, WriteOnlyCollection, WriteOnlyMapped)
from sqlalchemy.sql._typing import _ColumnExpressionArgument


def where(*clauses: ColumnExpressionArgument[bool], more: _ColumnExpressionArgument[Any] | None = None) -> Select[tuple[int]]:
    return clauses


def mapper(m: Mapper[Any], p: MapperProperty[int] | PropComparator[str], w: WriteOnlyCollection[int]) -> InstanceState[Any]:
    return m


every = [Column, ColumnElement, ColumnExpressionArgument, Result, Row, ScalarResult, Select, SQLColumnExpression, TypeDecorator,
         Bundle, ColumnProperty, Composite, InstanceState, InstrumentedAttribute, Mapped, Mapper, MapperProperty, ORMDescriptor,
         PropComparator, Query, QueryableAttribute, Relationship, RelationshipProperty, SQLORMExpression, Synonym,
         WriteOnlyCollection, WriteOnlyMapped]
print(len([one[int] for one in every]), where(1), mapper(2, 3, 4))
