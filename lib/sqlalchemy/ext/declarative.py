"""Declarative names of 1.x, and the bases that map late."""

from sqlalchemy.orm.decl_api import (DeclarativeMeta, as_declarative, declarative_base, declared_attr,  # noqa: F401
                                     has_inherited_table, synonym_for)


def instrument_declarative(cls, cls_registry, metadata):
    from sqlalchemy.orm.decl_api import registry

    registry(metadata=metadata, class_registry=cls_registry).map_declaratively(cls)


class ConcreteBase:
    """Concrete inheritance: each class has its own table; a union over them is not made."""

    _strict_attrs = False


class AbstractConcreteBase(ConcreteBase):
    __no_table__ = True
    __abstract__ = True


class DeferredReflection:
    """Classes whose tables are read from the database by prepare()."""

    __abstract__ = True

    @classmethod
    def prepare(cls, bind, **options):
        from sqlalchemy.exc import InvalidRequestError

        raise InvalidRequestError("DeferredReflection is not available in retort: use __table__ = Table(..., "
                                  "autoload_with=connection)")
