"""Names that extensions import from here."""

from sqlalchemy.orm.base import (EXT_CONTINUE, EXT_SKIP, EXT_STOP, MANYTOMANY, MANYTOONE, NO_KEY, NO_VALUE,  # noqa: F401
                                 ONETOMANY, InspectionAttr, InspectionAttrInfo, MapperProperty, ORMDescriptor,
                                 PropComparator, RelationshipDirection, UserDefinedOption)
